"""Dates as ledgers write them: Western, 和暦, partial, serial numbers of a spreadsheet. Pure.

A date is ISO 8601, as exact as the cell: "2023", "2023-04", "2023-04-01". What could be read in two
ways is not read: the value stays empty and the doubt says why (5.4.1 is 2023 in 令和 and 1993 in 平成).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from reconciler.ledger.normalise import Cell, Meaning, cell_text, identifier, is_not_known, is_nothing

ERAS = (("令和", "R", 2019, (5, 1)), ("平成", "H", 1989, (1, 8)), ("昭和", "S", 1926, (12, 25)),
        ("大正", "T", 1912, (7, 30)), ("明治", "M", 1868, (1, 25)))  # fmt: skip
"""Name, letter, first year, and the month and day of that year on which it began (元号法 and before)."""

EARLIEST, LATEST = 1950, 2100
"""Years outside are slips of the pen: no device of a ledger is older, no contract longer."""

_EPOCH_1900 = date(1899, 12, 30)  # serial 1 is 1900-01-01; the day 1900-02-29 that Excel counts is in it
_EPOCH_1904 = date(1904, 1, 1)
_MONTHS = {
    m: i
    for i, m in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
    )
}

_YMD = re.compile(r"(\d{4})[-/.,年](\d{1,2})(?:[-/.,月](\d{1,2}))?(?:日|月)?")
_ERA = re.compile(
    r"(令和?|平成?|昭和?|大正?|明治?|[RHSTM])[.\-]?(元|\d{1,2})(?:年度?)?"
    r"(?:(?:(?<=年)|[-/.])(\d{1,2})(?:[-/.月](\d{1,2}))?[月日]?)?",
    re.IGNORECASE,
)
_ERA_PACKED = re.compile(r"(令和|平成|昭和|[RHS])(\d{2})(\d{2})(\d{2})", re.IGNORECASE)
_YEAR = re.compile(r"(?:fy\s?)?(\d{4})(年度?|fy)?", re.IGNORECASE)
_PACKED = re.compile(r"(\d{4})(\d{2})(\d{2})?")
_SHORT = re.compile(r"(')?(\d{1,2})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?)?月?")
_MDY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_TWO_FIRST = re.compile(r"\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2}(?=\s*$))(?!\d)")
_SURE = 3
_AS_OTHERS = {
    "month": "read with the month first, as other days of the table",
    "day": "read with the day first, as other days of the table",
}
_MY = re.compile(r"(0?[1-9]|1[0-2])[-/.](\d{4})")
_ENGLISH_DMY = re.compile(
    r"(?:(\d{1,2})[-\s])?([a-z]{3})[a-z]*[-\s.,]+(?:(\d{1,2}),?\s+)?'?(\d{4}|\d{2})", re.IGNORECASE
)
_TIME = re.compile(r"(?<=\d)[日T\s]+\d{1,2}:\d{2}(:\d{2})?(\.\d+)?Z?$")
_VAGUE = re.compile(
    r"(春|夏|秋|冬|年末|初頭|前半|後半|頃|ごろ|ころ|上旬|中旬|下旬|予定|現在|まで|迄|より|から|以降|以前|以後|末日?|初め|初旬|約|\?)"
)
_SPAN = re.compile(
    r"(?:\d{4}|(?:令和|平成|[RH])(?:元|\d{1,2}))[./年][^-]*-(?=(?:\d{4}|(?:令和|平成|[RH])\d{1,2})[./年])",
    re.IGNORECASE,
)
"""The first date of two with a hyphen between, where neither date has hyphens of its own."""

_LENGTH = re.compile(r"\d+\s*(年間|ヶ月|か月|カ月|ケ月|ヵ月|years?|months?)|^\d{1,2}年$", re.IGNORECASE)


def order(cells: Iterable[Cell]) -> str:
    """ "month" or "day": which comes first in a table of 3/14/2022, where at least three of its cells can be read in one
    way alone, and none in the other; else ""."""
    found = [m for c in cells if isinstance(c, str) and (m := _TWO_FIRST.match(c))]
    months, days = (sum(int(m[n]) > 12 for m in found) for n in (2, 1))
    if min(months, days) > 0 or max(months, days) < _SURE:
        return ""
    return "month" if months else "day"


def day(cell: Cell, *, epoch_1904: bool = False, last: bool = False, first: str = "") -> Meaning[str]:
    """The date that a cell names. `last`: of "from ～ to", the end (a contract), else the beginning.
    first: what `order` found for the table."""
    if first and isinstance(cell, str) and (m := _TWO_FIRST.match(cell)):
        month, dom = (int(m[1]), int(m[2])) if first == "month" else (int(m[2]), int(m[1]))
        number = int(m[3]) if len(m[3]) == 4 else 2000 + int(m[3])
        found = _checked(number, month, dom, cell.strip())
        both = month <= 12 and dom <= 12 and month != dom
        return Meaning(found.value, _AS_OTHERS[first], found.problem, found.hint) if both else found
    if cell is None or isinstance(cell, bool | time | timedelta):
        return Meaning("") if cell is None else _no_date(cell_text(cell))
    if isinstance(cell, date | datetime):
        return _checked(cell.year, cell.month, cell.day, cell_text(cell))
    if isinstance(cell, int | float):
        return _number(cell, epoch_1904)
    plain = identifier(cell)
    if is_nothing(plain):
        return Meaning("")
    if is_not_known(plain):
        return Meaning("", doubt=f"the cell says {plain}")
    if plain.isdigit() and len(plain) <= 5 and not (len(plain) == 4 and EARLIEST <= int(plain) <= LATEST):
        return _number(int(plain), epoch_1904)
    return _written(plain, last=last)


def _written(plain: str, *, last: bool) -> Meaning[str]:
    if m := _SPAN.match(plain):
        plain = f"{plain[: m.end() - 1]}~{plain[m.end() :]}"
    parts = [p.strip() for p in re.split(r"~|から|\s-\s|→", plain) if p.strip(" ()")]
    if last and len(parts) == 1 and re.search(r"(~|から|→)\s*$", plain):
        return Meaning("", doubt=f"{plain!r} is a beginning without an end")
    if len(parts) > 1:
        found = _one(parts[-1] if last else parts[0])
        which = "end" if last else "beginning"
        return Meaning(found.value, found.doubt or f"the {which} of {plain!r}", found.problem, found.hint)
    return _one(parts[0] if parts else plain)


def _one(plain: str) -> Meaning[str]:
    """One date, with nothing beside it but words such as 頃 and a time of day."""
    bare = _TIME.sub("", re.sub(r"\((月|火|水|木|金|土|日)\)$", "", plain)).strip()
    stripped = _VAGUE.sub("", bare).strip(" ()")
    vague = f"written {plain!r}" if stripped != bare.strip(" ()") else ""
    found = _exact(re.sub(r"\s+(?=[\d年月日])|(?<=[\d年月./-])\s+", "", stripped), stripped)
    if found is not None:
        return Meaning(found.value, found.doubt or vague, found.problem, found.hint)
    if _LENGTH.search(stripped):
        return Meaning("", doubt=f"{plain!r} is a length of time, not a date")
    inside = next((m for m in (_YMD.search(stripped), _ERA.search(stripped)) if m and len(m[0]) >= 4), None)
    if inside is not None:
        found = _exact(inside[0], inside[0])
        if found is not None:
            return Meaning(found.value, f"taken out of {plain!r}", found.problem, found.hint)
    return _no_date(plain) if any(c.isdigit() for c in plain) else Meaning("", doubt=f"no date in {plain!r}")


def _exact(tight: str, loose: str) -> Meaning[str] | None:
    """Each notation in turn; None where the text is none of them. `loose` has its spaces."""
    if m := _YMD.fullmatch(tight):
        return _checked(int(m[1]), int(m[2]), _int(m[3]), tight)
    if m := _ERA.fullmatch(tight) or _ERA_PACKED.fullmatch(tight):
        return _era(m, tight)
    if m := _YEAR.fullmatch(tight):
        return _year(
            int(m[1]), fiscal=tight[0] in "fF" or (m[2] or "").casefold() in {"年度", "fy"}, plain=tight
        )
    if m := _PACKED.fullmatch(tight):
        return _checked(int(m[1]), int(m[2]), _int(m[3]), tight)
    if m := _MDY.fullmatch(tight):
        return _month_or_day_first(int(m[1]), int(m[2]), int(m[3]), tight)
    if m := _MY.fullmatch(tight):
        return _checked(int(m[2]), int(m[1]), None, tight)
    if m := _SHORT.fullmatch(tight):
        return _short(m, tight)
    if (m := _ENGLISH_DMY.fullmatch(loose)) and m[2].casefold() in _MONTHS:
        number = int(m[4]) if len(m[4]) == 4 else 2000 + int(m[4])
        return _checked(number, _MONTHS[m[2].casefold()], _int(m[1] or m[3]), loose)
    return None


def _era(m: re.Match[str], plain: str) -> Meaning[str]:
    name, letter, first, began = next(e for e in ERAS if m[1].upper()[0] in e[0] + e[1])
    count = 1 if m[2] == "元" else int(m[2])
    if count == 0:
        return _impossible(plain)
    number, month, dom = first + count - 1, _int(m[3]), _int(m[4])
    if "年度" in plain and month is None:
        return _year(number, fiscal=True, plain=plain)
    found = _checked(number, month, dom, plain)
    if found.problem:
        return found
    earlier = next((e for e in reversed(ERAS) if e[2] > first), None)
    if earlier and (number, month or 1, dom or 1) > (earlier[2], *earlier[3]) and number > earlier[2]:
        return Meaning(found.value, doubt=f"{name} had ended by then; counted on to {number}")
    if number == first and month is not None and (month, dom or 31) < began:
        return Meaning(found.value, doubt=f"{name} ({letter}) had not begun then")
    return found


def _short(m: re.Match[str], plain: str) -> Meaning[str]:
    """Two figures for the year: only '23 is Western for certain; 23/4/1 may be 平成23年."""
    number, month, dom = int(m[2]), int(m[3]), _int(m[4])
    if m[1]:
        return Meaning(
            _checked(2000 + number, month, dom, plain).value, doubt=f"{plain!r} read as 20{number:02}"
        )
    if _checked(2000 + number, month, dom, plain).problem:
        return _impossible(plain)
    return Meaning("", doubt=f"{plain!r} names no era: 20{number:02}, 令和{number}年 or 平成{number}年")


def _month_or_day_first(a: int, b: int, number: int, plain: str) -> Meaning[str]:
    if a > 12 and b <= 12:
        return _checked(number, b, a, plain)
    if b > 12 and a <= 12:
        return _checked(number, a, b, plain)
    if a == b:
        return _checked(number, a, b, plain)
    if a > 12:
        return _impossible(plain)
    return Meaning(_year(number, fiscal=False, plain=plain).value, doubt=f"{plain!r}: month or day first?")


def _number(cell: int | float, epoch_1904: bool) -> Meaning[str]:
    """A bare number in a column of dates: a serial, a year, or 20230401."""
    if cell == int(cell) and len(str(int(cell))) in {6, 8}:
        return _exact(str(int(cell)), "") or _no_date(cell_text(cell))
    if EARLIEST <= cell <= LATEST and cell == int(cell):
        return Meaning(str(int(cell)))
    if 10_000 <= cell < 80_000:
        found = (_EPOCH_1904 if epoch_1904 else _EPOCH_1900) + timedelta(days=int(cell))
        system = "1904" if epoch_1904 else "1900"
        return Meaning(found.isoformat(), doubt=f"the number {int(cell)} read as a day count from {system}")
    return _one(cell_text(cell)) if isinstance(cell, float) else _no_date(cell_text(cell))


def _year(number: int, *, fiscal: bool, plain: str) -> Meaning[str]:
    if not EARLIEST <= number <= LATEST:
        return _impossible(plain)
    return Meaning(str(number), doubt="a fiscal year, April to March" if fiscal else "")


def _checked(number: int, month: int | None, dom: int | None, plain: str) -> Meaning[str]:
    """The three parts as ISO 8601, or a problem where no such day is."""
    if not EARLIEST <= number <= LATEST:
        return _impossible(plain)
    if month is None:
        return Meaning(f"{number:04}")
    try:
        date(number, month, dom or 1)
    except ValueError:
        return _impossible(plain)
    return Meaning(f"{number:04}-{month:02}" + (f"-{dom:02}" if dom else ""))


def _impossible(plain: str) -> Meaning[str]:
    return Meaning("", problem=f"{plain!r} is an impossible date", hint="write it as 2023/4/1")


def _no_date(plain: str) -> Meaning[str]:
    return Meaning("", problem=f"{plain!r} is no date", hint="write it as 2023/4/1, 2023/4 or 2023")


def _int(digits: str | None) -> int | None:
    return int(digits) if digits else None
