"""The values of a sheet as our cells: blank is None, whole numbers are int, equal texts are one object."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from math import isfinite
from typing import TYPE_CHECKING, TypeAlias

from reconciler.ledger.normalise import Cell
from reconciler.ledger.workbook import MAX_AREA

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

MAX_TEXT = 32_767
"""Characters of a cell of Excel."""

Raw: TypeAlias = int | float | str | bool | time | date | datetime | timedelta


def trips(*known: type[BaseException]) -> tuple[type[BaseException], ...]:
    """`known`, and what calamine raises where it trips over damaged bytes: a class of its own below
    BaseException, made when first needed and not to be imported. For an except clause, which asks only when
    something was raised."""
    return (*known, *(c for c in BaseException.__subclasses__() if c.__name__ == "PanicException"))


def rows_of(sheet: CalamineSheet) -> list[tuple[Cell, ...]]:
    """All rows from the first of the sheet; each begins at column A and ends with its last filled cell."""
    start, end = sheet.start, sheet.end
    if start is None or end is None:
        return []
    if (end[0] + 1) * (end[1] + 1) > MAX_AREA:
        raise ValueError("larger than the pass before found")
    return as_rows(sheet.iter_rows(), start[1])


def as_rows(rows: Iterable[list[Raw]], left: int) -> list[tuple[Cell, ...]]:
    """`left`: how many columns are missing before the first of each row."""
    seen: dict[Raw, str] = {}
    padding: tuple[Cell, ...] = (None,) * left
    found = list[tuple[Cell, ...]]()
    for row in rows:
        cells = [None if value == "" else seen.get(value) or _cell(value, seen) for value in row]
        while cells and cells[-1] is None:
            cells.pop()
        found.append(padding + tuple(cells) if cells else ())
    while found and not found[-1]:
        found.pop()
    return found


def _cell(value: Raw, seen: dict[Raw, str]) -> Cell:
    if isinstance(value, str):
        if not value or value.isspace():
            return None
        if len(value) > MAX_TEXT:
            value = value[:MAX_TEXT]  # Excel writes no longer one
        return seen.setdefault(value, value)
    if isinstance(value, float):
        if not isfinite(value):
            return str(value)
        return int(value) if value.is_integer() and abs(value) < 1e15 else value
    return value
