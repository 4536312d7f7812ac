"""Names of people in what leaves the hospital: found in the ledgers' own cells, and left out wherever they occur.

Who is named is not known for certain: a cell of users or contacts may name a person, an occupation or a room. So a name
is anything there that could be a person's, and a value in which one occurs is withheld whole, and said to be.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from reconciler.report.model import Report
from reconciler.report.wording import Wording

_BETWEEN = re.compile(r"[\s、,，・/／;；()（）「」]+")
_TITLES = re.compile(
    "(先生|様|殿|さん|氏|副?院長|病院長|事務長|部長|課長|科長|室長|係長|主任|師長|技師長|教授|医師|看護師|技師|技士|薬剤師|職員)$"
)
EVERYBODY = frozenset({
    "共用", "共有", "兼用", "全員", "不特定", "複数", "スタッフ", "職員", "看護", "看護師", "医師", "技師",
    "技士", "薬剤師", "薬剤", "事務", "担当", "担当者", "管理者", "責任者", "利用者", "使用者", "先生",
    "内線", "電話", "病院", "院長", "患者", "来客", "業者", "保守", "常勤", "非常勤", "当直", "夜勤",
    "日勤", "委託", "派遣", "助手", "研修医", "主治医", "受付", "検査", "放射線", "放射", "臨床", "臨床検査",
    "臨床工学", "栄養", "医事", "総務", "経理", "診療", "手術", "理学療法士", "作業療法士", "情報", "システム",
    "医療", "管理", "安全", "pc", "tel",
})  # fmt: skip
"""Words of a user's or a contact's cell that name nobody."""
_FAMILY = re.compile("[一-龥々]{2}.")
_ROOMS = re.compile("(外来|受付|窓口|病棟|センター|ステーション|医局|薬局|.[^ ](室|科|課|係))$")
"""How wards and rooms end. Two characters are a name (氷室), and 部 ends as many names as departments."""


def bare(text: str) -> str:
    """For finding a name in a value: one form of each character, no spaces, no case."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def staff_of(report: Report) -> frozenset[str]:
    """Names of people that the ledgers and the cover hold: whole, without title, and each part of them; of a name
    written in one go its first two characters too, which are most often the family's. A family of one character
    cannot be told from a word, so the letters are to be read before they are sent.
    What is also part of a department's name, or is called like a room or a ward, is no person."""
    cover = report.cover
    told = {cover.author, cover.addressee, cover.authorised_by, cover.clinical_engineer, cover.contact}
    departments: set[str] = set()
    for line in report.rows:
        if line.asset is not None:
            told |= {line.asset.user, line.asset.responsible}
            departments.add(bare(line.asset.department))
    parts = {part for text in told for part in (text, *_BETWEEN.split(text))}
    names = {name for part in parts for name in _names(bare(part))}
    everyday = "\n".join(departments)
    return frozenset(n for n in names if _could_be_a_person(n) and n not in everyday)


def _names(part: str) -> Iterator[str]:
    name = _TITLES.sub("", part)
    if name in EVERYBODY:
        return  # an occupation
    yield from (part, name)
    if _FAMILY.match(name) and _could_be_a_person(name):
        yield name[:2]


def _could_be_a_person(text: str) -> bool:
    return (
        len(text) >= 2
        and text not in EVERYBODY
        and any(c.isalpha() for c in text)
        and not _ROOMS.search(text)
    )


class Discretion:
    """Shows a value, or says that it was left out because a person's name occurs in it."""

    def __init__(self, staff: frozenset[str], w: Wording) -> None:
        self._w = w
        self._names = (
            re.compile("|".join(map(re.escape, sorted(staff, key=len, reverse=True)))) if staff else None
        )

    def __call__(self, text: str) -> str:
        if text and self._names is not None and self._names.search(bare(text)):
            return self._w("inquiry.withheld")
        return self._w.value(text)

    def lines(self, texts: Iterable[str]) -> str:
        return "\n".join(dict.fromkeys(self(text) for text in texts if text))
