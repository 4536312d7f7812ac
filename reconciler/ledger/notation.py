"""How the hospital writes things: learnt from its own cells, so that a proposed row looks like its neighbours.

Each function takes cells as they were written and returns a writer, or a word. The majority decides; where the
cells say nothing, the commonest form in Japanese ledgers is taken. Pure.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from reconciler.ledger.addresses import DHCP_WORDS
from reconciler.ledger.dates import ERAS

_HEX = r"[0-9A-Fa-f]"
_MAC = re.compile(
    rf"(?<!{_HEX})(?:{_HEX}{{2}}([:\-. ])(?:{_HEX}{{2}}\1){{4}}{_HEX}{{2}}|{_HEX}{{4}}([:\-.]){_HEX}{{4}}\2{_HEX}{{4}}"
    rf"|{_HEX}{{6}}([:\-.]){_HEX}{{6}}|{_HEX}{{12}})(?!{_HEX})"
)
_DATE = re.compile(
    r"(?P<era>令和|平成|昭和|[RHS]|)(?P<dot>[. ]?)(?P<year>\d{4}|\d{1,2}|元)(?P<one>[-/.年])(?P<month>\d{1,2})"
    r"(?P<two>[-/.月])(?P<day>\d{1,2})(?P<end>日?)(?:\s.*)?"
)
_PACKED = re.compile(r"(?:19|20)\d{6}")

T = TypeVar("T")


def commonest(found: Iterable[T], otherwise: T) -> T:
    """The first of those that occur most."""
    counts = Counter(found)
    return max(counts, key=lambda key: counts[key]) if counts else otherwise


def mac_writer(cells: Iterable[str]) -> Callable[[str], str]:
    """Writes "00:1b:21:aa:bb:cc" as these cells do: 00-1B-21-AA-BB-CC, 001b.21aa.bbcc, 001B21AABBCC."""
    shapes: list[tuple[str, int]] = []
    cases: list[bool] = []
    for cell in cells:
        for found in _MAC.finditer(unicodedata.normalize("NFKC", cell)):
            text = found[0]
            sign = next((s for s in found.groups() if s), "")
            shapes.append((sign, len(text.split(sign)[0]) if sign else 12))
            if letters := [c for c in text if c.isalpha()]:
                cases.append(letters[0].isupper())
    sign, width = commonest(shapes, (":", 2))
    upper = commonest(cases, True)

    def write(mac: str) -> str:
        digits = mac.replace(":", "")
        digits = digits.upper() if upper else digits.lower()
        return sign.join(digits[at : at + width] for at in range(0, len(digits), width))

    return write


def date_writer(cells: Iterable[str]) -> Callable[[date], str]:
    """Writes a day as these cells do: 令和8年6月15日, R8.6.15, 2026/06/15, 2026年6月15日, 20260615."""
    shapes: list[tuple[str, str, str, str, str]] = []
    padded: list[bool] = []
    for cell in cells:
        plain = unicodedata.normalize("NFKC", cell).strip()
        if _PACKED.fullmatch(plain):
            shapes.append(("packed", "", "", "", ""))
        elif (found := _DATE.fullmatch(plain)) and bool(found["era"]) != (len(found["year"]) == 4):
            era = "" if not found["era"] else "letter" if found["era"].isascii() else "name"
            shapes.append((era, found["dot"] if era else "", found["one"], found["two"], found["end"]))
            padded += [part[0] == "0" for part in (found["month"], found["day"]) if int(part) < 10]
    era, dot, one, two, end = commonest(shapes, ("", "", "/", "/", ""))
    width = 2 if commonest(padded, False) else 1

    def write(day: date) -> str:
        if era == "packed":
            return f"{day:%Y%m%d}"
        year = f"{_era(day, era)}{dot}{_year_of_era(day)}" if era else str(day.year)
        return f"{year}{one}{day.month:0{width}}{two}{day.day:0{width}}{end}"

    return write


def _era(day: date, form: str) -> str:
    name, letter, *_ = _era_of(day)
    return letter if form == "letter" else name


def _year_of_era(day: date) -> int:
    return day.year - _era_of(day)[2] + 1


def _era_of(day: date) -> tuple[str, str, int, tuple[int, int]]:
    return next(e for e in ERAS if day >= date(e[2], *e[3]))


def dhcp_word(cells: Iterable[str]) -> str:
    """The hospital's word for an address that is handed out, in a column of addresses; "" where it has none."""
    return commonest(
        (c.strip() for c in cells if unicodedata.normalize("NFKC", c).strip().casefold() in DHCP_WORDS), ""
    )
