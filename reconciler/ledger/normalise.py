"""What the text of a cell means: one small pure function per habit of those who keep ledgers.

Nothing here knows of sheets. Addresses are read in addresses.py and dates in dates.py; all of them
answer with a Meaning, which keeps apart the value, a doubt about it, and a problem that a person must
mend. The habits are those of Japanese ledgers: full width, the many dashes, 〃, 一式, ㈱, ○ and ×.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Generic, TypeAlias, TypeVar

T_co = TypeVar("T_co", covariant=True)

Cell: TypeAlias = str | int | float | bool | date | datetime | time | timedelta | None
"""A cell as the file has it; a whole number is int, a blank cell is None."""


@dataclass(frozen=True, slots=True)
class Meaning(Generic[T_co]):
    """What a cell was taken to mean.

    doubt: why the value is a reading and not a certainty.  problem: what is wrong with the cell, where
    something is; hint is then the next step.  Both may stand beside a value.
    """

    value: T_co
    doubt: str = ""
    problem: str = ""
    hint: str = ""


DASHES = "‐‑‒–—―−⁃﹣－─━➖"
"""Signs typed for a hyphen. NFKC turns only － and ﹣ into one; ー is apart, for it is a letter too."""

TILDES = "〜～∼˜"
"""Signs typed for "from - to". cp932 gives ～, shift_jis and the Mac give 〜."""

_TO_ASCII = str.maketrans(dict.fromkeys(DASHES, "-") | dict.fromkeys(TILDES, "~") | {"：": ":", "．": "."})
_LONG_MARK = re.compile(r"(?<![ぁ-ヿㇰ-ㇿ])ー")
_BRANCHES = "└├│┗┣┃┝ "
"""Signs drawn before a part of the device above."""

_SPACES = re.compile(r"\s+")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def text(raw: str) -> str:
    """One line of NFKC text: ＰＣ－０１ is PC-01, ﾌﾟﾘﾝﾀ is プリンタ; invisible signs go, spaces shrink to one."""
    if raw.isascii() and raw.isprintable() and "  " not in raw:
        return raw.strip()
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFKC", raw))
    return _SPACES.sub(" ", plain).strip().lstrip(_BRANCHES)


def identifier(raw: str) -> str:
    """`text` with every dash as - and every tilde as ~; for numbers, models and addresses alone.

    ー becomes - except after kana, where it is the long vowel of サーバー.
    """
    if raw.isascii():
        return text(raw)
    return _LONG_MARK.sub("-", text(raw).translate(_TO_ASCII))


def cell_text(cell: Cell) -> str:
    """The cell as a person would read it out: whole numbers without .0, dates in ISO 8601."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return f"{cell:.0f}" if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "seconds")
    if isinstance(cell, date | time):
        return cell.isoformat()
    return str(cell)


_NOTHING = frozenset(
    {"", "-", "--", "---", "ー", "ーー", "なし", "無し", "無", "ナシ", "/", "//", "n/a", "na", "none", "null", "nil",
     "該当なし", "該当無し", "設定なし", "非該当", "対象外", "記載なし", "空欄", "*", ".", "…", "・"}
)  # fmt: skip
_NOT_KNOWN = frozenset(
    {
        "不明",
        "?",
        "??",
        "???",
        "未確認",
        "要確認",
        "確認中",
        "調査中",
        "unknown",
        "tbd",
        "未定",
        "未記入",
        "別紙",
        "別紙参照",
        "別途",
        "現物確認",
        "本体参照",
        "わからない",
        "分からない",
        "わかりません",
        "分かりません",
        "不詳",
    }
)


def is_nothing(plain: str) -> bool:
    """True for what people write to say that there is nothing: -, なし, 無, N/A. Takes `identifier` text."""
    return plain.casefold() in _NOTHING


def is_not_known(plain: str) -> bool:
    """True for what people write where they do not know: 不明, 要確認, ?."""
    return plain.casefold() in _NOT_KNOWN


_DITTO = frozenset({
    "〃", "″", "”", "“", '"', "〟", "゛", "''", "′′", "´´", ",,", "同上", "同", "上同", "同前", "上記同", "上記同様",
    "上記に同じ", "上記と同じ", "上に同じ", "上と同じ", "同じ", "おなじ", "上同じ",
    "↑", "⇑", "⇧", "▲同上", "(同上)", "ditto", "do.",
})  # fmt: skip


_DITTO_LONGEST = 12
_DITTO_BEGINS = frozenset({c[0] for c in _DITTO} | {c[0].upper() for c in _DITTO} | {" ", "\u3000", "\n"})


def is_ditto(raw: str) -> bool:
    """True where the whole cell says "as above". Takes the raw text: NFKC would change ″."""
    if len(raw) > _DITTO_LONGEST or raw[:1] not in _DITTO_BEGINS:
        return False
    plain = _SPACES.sub("", raw).casefold()
    return plain in _DITTO or (len(plain) > 1 and set(plain) <= {"〃", "″"})


_PHONE = re.compile(r"\s*\(?(TEL|電話)?[:：]?\s*0\d{1,4}-\d{1,4}-\d{3,4}\)?$", re.IGNORECASE)
_FORMS = ((re.compile(r"\(株\)|(?<![一-龥])株\)"), "株式会社"), (re.compile(r"\(有\)"), "有限会社"))
_FORM_WORDS = re.compile(
    r"株式会社|有限会社|合同会社|合資会社|合名会社|一般社団法人|一般財団法人|\bco\.?,?\s*ltd\b\.?|\binc\b\.?|\bcorp(oration)?\b\.?"
    r"|\bk\.?k\.?(?=$|\s)|\bltd\b\.?|\bgmbh\b"
)


@lru_cache(maxsize=4096)
def company(raw: str) -> str:
    """The name of a firm with its form written out: ㈱X, （株）X and (株) X are 株式会社X;
    a telephone number behind it goes."""
    plain = _PHONE.sub("", text(raw))
    for pattern, form in _FORMS:
        plain = pattern.sub(form, plain)
    return re.sub(r"^(株式会社|有限会社|合同会社) |(?<=\S) (株式会社|有限会社|合同会社)$", r"\1\2", plain)


def company_key(raw: str) -> str:
    """For comparing two names of firms: without the form, spaces and signs, case folded."""
    return re.sub(r"[\W_]+", "", _FORM_WORDS.sub("", company(raw).casefold()))


_KANJI_DIGITS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_COUNTED = re.compile(
    r"^(?:[×x*]|各|計|合計|全|約)?\s*(\d{1,5})\s*(台|個|本|式|セット|組|基|枚|点|件|機|面|丁|箇所|か所|ヶ所|ヵ所|カ所|ケ所|セツト|set|sets|pcs|ea|units?)?"
    r"\s*(?:程度|分|ほど)?$",
    re.IGNORECASE,
)
_SOME = re.compile(r"^(一|1)?\s*(式|セット|組|set)$", re.IGNORECASE)


def quantity(cell: Cell) -> Meaning[int | None]:
    """How many devices the row declares. 4台 is 4; 一式 (a set, of no said number) is 0; blank is None."""
    if isinstance(cell, bool):
        return Meaning(None, problem="a yes or no where a number is expected", hint="write a number")
    if isinstance(cell, int | float):
        if cell == int(cell) and 0 <= cell < 100_000:
            return Meaning(int(cell))
        return _not_a_quantity(cell_text(cell))
    plain = identifier(cell_text(cell)).replace(",", "")
    if is_nothing(plain):
        return Meaning(None)
    if _SOME.match(plain):
        return Meaning(0)
    if plain in {"若干", "複数", "数台", "多数", "各種"}:
        return Meaning(0, doubt=f"{plain}: some, without a number")
    if plain[0] in _KANJI_DIGITS and (len(plain) == 1 or plain[1:] in {"台", "個", "本", "基"}):
        return Meaning(_KANJI_DIGITS[plain[0]])
    found = _COUNTED.match(plain)
    if found and found[2] in {"式", "セット", "組", "set", "sets"}:
        return Meaning(0, doubt=f"{plain}: sets, without the number of devices")
    if found:
        return Meaning(int(found[1]))
    leading = re.match(r"(\d{1,5})\s*(?:台|(?=\())", plain)
    if leading:
        return Meaning(int(leading[1]), doubt=f"the first number of {plain!r}")
    return _not_a_quantity(plain)


def _not_a_quantity(plain: str) -> Meaning[int | None]:
    return Meaning(None, problem=f"{plain!r} is no number of devices", hint="write a number, or 一式")


_IN_NAME = re.compile(r"一式|×\s*(\d{1,4})\s*台?\s*\)?$|(?<!\d)(\d{1,4})\s*台\s*\)?$")


def quantity_in_name(plain: str) -> int | None:
    """What a name declares: 生体情報モニタ一式 is 0 (some), ノートPC×4 and ノートPC(4台) are 4."""
    found = _IN_NAME.search(plain)
    if found is None:
        return None
    number = found[1] or found[2]
    return int(number) if number else 0


_BOXES = re.compile(r"[☑✓✔✅☒■◉●□☐○◯〇]")
_TICKED, _EMPTY = frozenset("☑✓✔✅☒■◉●"), frozenset("□☐○◯〇")


def ticked(raw: str) -> str:
    """What is ticked of a choice: □使用中 ☑予備 is 予備; "" where nothing is, and the cell itself where it is no choice.
    A choice has boxes of one kind to choose from, two at least, with a word behind each."""
    signs = _BOXES.findall(raw)
    if len(signs) < 2 or not (_EMPTY & set(signs)) or (set(signs) <= _EMPTY and not set(signs) <= {"□", "☐"}):
        return raw
    before, *words = (piece.strip(" \u3000\r\n、,・/") for piece in _BOXES.split(raw))
    if before or not all(words):
        return raw
    return "、".join(word for sign, word in zip(signs, words, strict=True) if sign in _TICKED)


def yes_no(plain: str, yes: frozenset[str], no: frozenset[str]) -> bool | None:
    """A yes, a no, or None where the cell says neither. Takes `text`; the words come from columns/*.toml."""
    folded = plain.casefold()
    if folded in yes:
        return True
    return False if folded in no else None


def one_sign(plain: str) -> str:
    """The many circles and crosses as ○ and ×."""
    return plain.replace("◯", "○").replace("〇", "○").replace("✕", "×").replace("✖", "×")


def state_key(raw: str) -> str:
    """The form in which words of states are kept and compared."""
    plain = one_sign(text(raw))
    return re.sub(r"[\s・、。()\[\]【】「」_-]+", "", plain).casefold()


def state(raw: str, words: Mapping[str, str]) -> Meaning[str]:
    """One of asset.STATES, or "" for a blank cell. `words`: `state_key` of a word -> state or "leaving".

    The whole cell decides, else the longest word in it; two words that disagree are a doubt. A word that
    is not known gives "unknown", and the doubt quotes it.
    """
    key = state_key(raw)
    if "→" in key:  # 貸出→返却済: what became of it
        last = state(key.rpartition("→")[2], words)
        if last.value not in {"", "unknown"}:
            return Meaning(last.value, doubt=last.doubt or f"the last of {text(raw)!r}")
    if not key or is_nothing(text(raw)):
        return Meaning("")
    found = words.get(key)
    if found:
        return _state(found, raw)
    rest, hits = key, list[tuple[int, str]]()
    shown = text(raw).casefold()
    for word in sorted((w for w in words if len(w) > 1 and w in key), key=lambda w: (-len(w), w)):
        if word in rest and (not word.isascii() or _stands_alone(word, shown)):
            hits.append((key.index(word), words[word]))
            rest = rest.replace(word, "\0")
    if not hits:
        return Meaning("unknown", doubt=f"{text(raw)!r} is no word for a state that daicho knows")
    first = min(hits)[1]
    meaning = _state(first, raw)
    if len({s for _, s in hits}) > 1:
        return Meaning(meaning.value, doubt=f"{text(raw)!r} names more than one state; the first was taken")
    return Meaning(meaning.value, doubt=meaning.doubt or f"read from {text(raw)!r}")


def _stands_alone(word: str, shown: str) -> bool:
    """No is no part of normal, nor up of backup; "in use" is inuse with its space."""
    letters = r"[\W_]*".join(map(re.escape, word))
    return re.search(rf"(?<![a-z]){letters}(?![a-z])", shown) is not None


def _state(found: str, raw: str) -> Meaning[str]:
    if found == "leaving":
        return Meaning("in_use", doubt=f"{text(raw)!r}: to be taken out of use")
    return Meaning(found)
