"""One worksheet under the pen: how cells of every sort are written, how they look, how high their rows are.

Nothing here knows what the report says. Texts from outside are written as text whatever they
begin with; xlsxwriter has no types of its own, so what is used of it is told in Protocols.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Protocol

from reconciler.reconciliation import Severity
from reconciler.report.tables import Cell, Refs, When
from reconciler.report.visible import visible_lines
from reconciler.report.wording import Wording, moment_of

FONT = "Yu Gothic"
LINE = 1.55
"""Height of a line, in font sizes."""
HIGHEST_ROW = 409.0
"""Excel takes no higher row (Microsoft, "Excel specifications and limits")."""
WIDTH = 11
"""Of one column of a sheet that is read, not filtered, in half-width characters."""

INK = "#1f2a37"
SHADE = "#e5e9ee"
LOOK: dict[str, dict[str, object]] = {
    "text": {},
    "title": {"font_size": 20, "bold": True, "align": "center", "valign": "vcenter"},
    "heading": {"font_size": 13, "bold": True, "bottom": 2, "valign": "bottom"},
    "plain_title": {"font_size": 14, "bold": True, "text_wrap": False},
    "plain_note": {"font_color": "#444444", "text_wrap": False},
    "label": {"bold": True, "bg_color": SHADE, "border": 1, "valign": "vcenter", "indent": 1},
    "box": {"border": 1},
    "strong_line": {"bold": True},
    "note": {"font_color": "#444444"},
    "centre": {"border": 1, "align": "center", "valign": "vcenter", "bold": True, "bg_color": SHADE},
    "number": {"border": 1, "num_format": "#,##0", "align": "right", "indent": 1},
    "day": {"border": 1, "align": "left"},
    "time": {"border": 1, "align": "left"},
    "HIGH": {"border": 1, "align": "center", "bold": True, "bg_color": "#8f1d1d", "font_color": "#ffffff"},
    "MEDIUM": {"border": 1, "align": "center", "bold": True, "bg_color": "#f6d98b"},
    "LOW": {"border": 1, "align": "center"},
    "entry": {"border": 1, "bg_color": "#fffdf0", "num_format": "@"},
    "entry_day": {"border": 1, "bg_color": "#fffdf0", "align": "left", "text_wrap": True},
    "entry_head": {"border": 2, "align": "center", "valign": "vcenter", "bold": True, "bg_color": "#fffdf0"},
    "key": {"font_color": "#888888", "text_wrap": False, "locked": True},
}
"""Severity is in words and marks, and what is to be filled in has a heavier frame: shades may be lost in print."""


class Worksheet(Protocol):
    """What is used of xlsxwriter's worksheet, which has no types of its own."""

    def write_string(self, row: int, column: int, text: str, look: object) -> int: ...
    def write_number(self, row: int, column: int, number: float, look: object) -> int: ...
    def write_datetime(self, row: int, column: int, when: date | datetime, look: object) -> int: ...
    def write_blank(self, row: int, column: int, blank: None, look: object) -> int: ...
    def merge_range(self, r1: int, c1: int, r2: int, c2: int, text: str, look: object) -> int: ...
    def set_row(self, row: int, height: float) -> int: ...
    def set_column(
        self,
        first: int,
        last: int,
        width: float,
        look: object = None,
        options: dict[str, object] | None = None,
    ) -> int: ...
    def data_validation(self, r1: int, c1: int, r2: int, c2: int, options: dict[str, object]) -> int: ...
    def print_area(self, r1: int, c1: int, r2: int, c2: int) -> int: ...
    def hide(self) -> None: ...
    def freeze_panes(self, row: int, column: int) -> None: ...
    def autofilter(self, r1: int, c1: int, r2: int, c2: int) -> None: ...
    def repeat_rows(self, first: int, last: int) -> None: ...
    def set_landscape(self) -> None: ...
    def set_paper(self, size: int) -> None: ...
    def fit_to_pages(self, wide: int, tall: int) -> None: ...
    def set_margins(self, left: float, right: float, top: float, bottom: float) -> None: ...
    def set_header(self, text: str) -> None: ...
    def set_footer(self, text: str) -> None: ...
    def hide_gridlines(self, how: int) -> None: ...
    def ignore_errors(self, ranges: dict[str, str]) -> int: ...
    def set_h_pagebreaks(self, rows: list[int]) -> None: ...


@dataclass(slots=True)
class Sheet:
    """A worksheet and the row that is written next."""

    page: Worksheet
    looks: dict[str, object]
    w: Wording
    size: int
    row: int = 0


def look_of(name: str, look: dict[str, object], size: int, w: Wording) -> dict[str, object]:
    base: dict[str, object] = {"font_name": FONT, "font_size": size, "font_color": INK, "valign": "top"}
    base["text_wrap"] = name not in ("number", "day", "time")
    if name in ("day", "time", "entry_day"):
        base["num_format"] = w.of("xlsx", "day" if name == "entry_day" else name)
    return {**base, **look}


def put(sheet: Sheet, column: int, cell: Cell, look: str = "box") -> None:
    page, looks, row = sheet.page, sheet.looks, sheet.row
    match cell:
        case Severity():
            text = sheet.w.of("severity", cell.name)
            page.write_string(row, column, text, looks[cell.name])
        case When() if (moment := moment_of(cell.iso)) is not None:
            look = "day" if cell.day_only else "time"
            shown = moment.date() if cell.day_only else moment.replace(tzinfo=None, second=0, microsecond=0)
            page.write_datetime(row, column, shown, looks[look])
        case When():
            page.write_string(row, column, visible_lines(cell.iso), looks[look])
        case Refs():
            page.write_string(row, column, sheet.w.joined(map(str, cell.numbers)), looks[look])
        case date():
            page.write_datetime(row, column, cell, looks[look if look == "entry_day" else "day"])
        case int():
            page.write_number(row, column, cell, looks["number"])
        case _ if cell:
            page.write_string(row, column, visible_lines(cell), looks[look])
        case _:
            page.write_blank(row, column, None, looks[look])


def across(sheet: Sheet, cells: Iterable[tuple[int, int, Cell, str]], height: float = 0) -> None:
    """One row of merged cells (from, up to, cell, look), as high as its longest text: Excel does not fit
    the height of merged cells by itself."""
    lines = 1
    for first, end, cell, look in cells:
        if end - first > 1:
            sheet.page.merge_range(sheet.row, first, sheet.row, end - 1, "", sheet.looks[look])
        put(sheet, first, cell, look)
        if isinstance(cell, str):
            lines = max(lines, lines_of(cell, (end - first) * WIDTH, sheet.size))
    set_height(sheet, lines, height)
    sheet.row += 1


def set_height(sheet: Sheet, lines: int, least: float = 0) -> None:
    sheet.page.set_row(sheet.row, min(HIGHEST_ROW, max(least, lines * sheet.size * LINE + 3)))


COLUMN_PIXELS, PADDING = 7, 6
"""Of one unit of a column's width in the workbook's default font (ECMA-376 Part 1, 18.3.1.13)."""


@lru_cache(maxsize=1 << 14)
def lines_of(text: str, width: float, size: int) -> int:
    """How many lines a text takes in a column of `width` units; a full-width character is as wide as it is high."""
    room = width * COLUMN_PIXELS - PADDING
    return sum(max(1, -(-int(_pixels(part, size)) // int(room))) for part in visible_lines(text).split("\n"))


_NOT_ASCII = re.compile("[^\x00-\x7f]")


def _pixels(text: str, size: int) -> float:
    full = sum(unicodedata.east_asian_width(c) in "WFA" for c in _NOT_ASCII.findall(text))
    return (full + (len(text) - full) * 0.58) * size * 96 / 72
