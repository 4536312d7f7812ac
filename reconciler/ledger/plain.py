"""The cells of a ledger that is no .xlsx (.xls, .csv), as a new workbook that can be annotated.

What means something to a reader is carried over: values, merged, hidden and struck-through cells. Fonts, colours
and widths are not: the ledger itself stays where it is, and the added sheet says that this is a copy of its values.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Protocol

from reconciler.ledger.normalise import Cell
from reconciler.ledger.workbook import Sheet, UnreadableError, Workbook

ROWS, COLUMNS, TEXT = 1_048_576, 16_384, 32_767
"""Of one sheet, and characters of one cell (Microsoft, "Excel specifications and limits")."""

UNNAMED = "台帳"
"""What the one sheet of a .csv is called; it has no name of its own."""

_WIDTH = 14
_MADE = datetime(1980, 1, 1)  # noqa: DTZ001 - a fixed day without a zone, so that the same cells give the same bytes


class Page(Protocol):
    """What is used of xlsxwriter's worksheet, which has no types of its own."""

    def write_string(self, row: int, column: int, text: str, look: object) -> int: ...
    def write_number(self, row: int, column: int, number: float, look: object) -> int: ...
    def write_boolean(self, row: int, column: int, value: bool, look: object) -> int: ...
    def write_datetime(self, row: int, column: int, when: object, look: object) -> int: ...
    def merge_range(self, r1: int, c1: int, r2: int, c2: int, text: str) -> int: ...
    def set_row(self, row: int, height: float | None, look: object, options: dict[str, bool]) -> int: ...
    def set_column(
        self, first: int, last: int, width: float, look: object, options: dict[str, bool]
    ) -> int: ...
    def hide(self) -> None: ...


def plain_copy(file_name: str, book: Workbook) -> bytes:
    """An .xlsx of the book's sheets. Raises UnreadableError where a sheet is larger than Excel's."""
    import xlsxwriter  # late, as all that writes workbooks

    out = BytesIO()
    made = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "nan_inf_to_errors": True}
    )  # fmt: skip
    made.set_properties({"created": _MADE})
    looks = {
        (struck, form): made.add_format({"font_strikeout": struck, **({"num_format": form} if form else {})})
        for struck in (False, True)
        for form in ("", "yyyy/m/d", "yyyy/m/d h:mm", "h:mm:ss", "[h]:mm:ss")
    }
    for sheet in book.sheets:
        if len(sheet.rows) > ROWS or max(map(len, sheet.rows), default=0) > COLUMNS:
            raise UnreadableError(
                f"{file_name} has more rows or columns than a sheet of Excel: split it and try again."
            )
        _write(made.add_worksheet(sheet.name or UNNAMED), sheet, looks)
    made.close()
    return out.getvalue()


def _write(page: Page, sheet: Sheet, looks: dict[tuple[bool, str], object]) -> None:
    page.set_column(0, max(map(len, sheet.rows), default=1) - 1, _WIDTH, None, {})
    for column in sheet.layout.hidden_columns:
        page.set_column(column, column, _WIDTH, None, {"hidden": True})
    for row in sheet.layout.hidden_rows:
        page.set_row(row, None, None, {"hidden": True})
    for merge in sheet.merges:
        if (merge.bottom, merge.right) != (merge.top, merge.left):
            page.merge_range(merge.top, merge.left, merge.bottom, merge.right, "")
    for row, cells in enumerate(sheet.rows):
        struck = sheet.layout.struck.get(row, frozenset())
        for column, cell in enumerate(cells):
            if cell is not None:
                _put(page, row, column, cell, looks, struck=column in struck)
    if sheet.hidden:
        page.hide()


def _put(
    page: Page, row: int, column: int, cell: Cell, looks: dict[tuple[bool, str], object], *, struck: bool
) -> None:
    plain = looks[struck, ""]
    match cell:
        case bool():
            page.write_boolean(row, column, cell, plain)
        case int() | float():
            page.write_number(row, column, cell, plain)
        case datetime():
            page.write_datetime(row, column, cell.replace(tzinfo=None), looks[struck, "yyyy/m/d h:mm"])
        case date():
            page.write_datetime(row, column, cell, looks[struck, "yyyy/m/d"])
        case time():
            page.write_datetime(row, column, cell, looks[struck, "h:mm:ss"])
        case timedelta():
            page.write_datetime(row, column, cell, looks[struck, "[h]:mm:ss"])
        case str():
            page.write_string(row, column, cell[:TEXT], plain)
