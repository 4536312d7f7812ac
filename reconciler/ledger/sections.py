"""What the titles of sections, and the names of sheets, say of the rows under them: a department, a place, a kind, a state."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reconciler.ledger.dictionary import Dictionary, heading_key
from reconciler.ledger.normalise import text
from reconciler.ledger.sniff import is_department, is_place

_MARKS = re.compile(r"^[\s■□●○◆◇▼▽▲△★☆◎・*#【〔\[《<〈「『(=\-―─]+|[】〕\]》>〉」』)=\-―─\s]+$")

_OF_WHOM = re.compile(r"(.{2,}(?:一覧表?|台帳|リスト|管理簿|機器|名簿|表)) ?\(([^()]+)\)")
"""医療器械台帳（透析センター分）: whose book it is, in brackets."""


@dataclass(frozen=True, slots=True)
class Section:
    """What a section row, or the name of a sheet, says of the rows below. Empty where it says nothing of that."""

    title: str = ""
    department: str = ""
    place: str = ""
    kind: str = ""
    state: str = ""


def marked(title: str) -> bool:
    """Whether signs set the title apart: 【放射線科】, ■サーバ, カート端末(無線)."""
    plain = text(title)
    return _MARKS.sub("", plain) != plain


def bare_title(title: str) -> str:
    """Without the signs around it; the end of a bracket that opens within it stays."""
    plain = text(title)
    bare = _MARKS.sub("", plain)
    return f"{bare})" if plain.count("(") == plain.count(")") and bare.count("(") > bare.count(")") else bare


def section_of(title: str, words: Dictionary) -> Section:
    """What a title says of the rows under it: a department, a place, a kind of device, or a state."""
    plain = bare_title(title)
    plain = re.sub(r"^\d{1,2}[.、)]\s*", "", plain)
    for named in (plain, re.sub(r"(一覧表?|台帳|リスト|関係|類|関連)$", "", plain)):
        if heading_key(named) in words.kinds:
            return Section(plain, kind=named)
    if (
        re.search(r"(廃棄|除却|返却|撤去)(済み?|機器|分|品|一覧|リスト|台帳)?$", plain)
        and "予定" not in plain
    ):
        return Section(plain, state="disposed")
    if (inner := _OF_WHOM.fullmatch(plain)) is not None:
        plain_inner = inner[2].removesuffix("分")
        if is_place(plain_inner, words):
            return Section(plain, place=plain_inner)
        if is_department(plain_inner, words):
            return Section(plain, department=plain_inner)
    named = re.sub(r"(の?機器一覧|機器台帳|の?一覧表?|台帳|リスト|機器|分)$", "", plain)
    if is_place(named, words):
        return Section(plain, place=named)
    if is_department(named.rstrip("0123456789"), words):  # 手術室1
        return Section(plain, department=named)
    return Section(plain)
