"""The sheets of the workbook that are lists: filtered, written in, and printed with their headings on every page.

A list on which people decide has columns with drop-downs, and a hidden column with a key a row, by which the workbook
is taken back. Nothing is locked: Excel sorts no locked list.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from reconciler import row_key
from reconciler.report import checklist, inquiry, remote
from reconciler.report.entries import Writable
from reconciler.report.sheet import Sheet, lines_of, put, set_height
from reconciler.report.tables import Cell, Table
from reconciler.report.visible import LONGEST_VALUE, visible
from reconciler.report.wording import Wording

BESIDE_TITLE = 4
"""Column at which the title's own row has room."""
FILTER_BUTTON = 2
"""What a filter's button takes of a heading's width."""
HEAD = 2
"""The row of the headings, counted from 0, below the title and a word on how to read the list."""
ENTRIES = {code: "entry" for code in remote.ENTRIES | checklist.ENTRIES | inquiry.ENTRIES} | {
    "verdict": "entry",
    "partner": "entry",
    "owner": "entry",
    "until": "entry_day",
    "note": "entry",
}
"""Columns that are filled in, where the table has them to be filled in, and how their cells look."""


def filtered(sheet: Sheet, table: Table, frozen: int) -> None:
    """One list on one sheet: title, a word on how to read it, headings, rows."""
    w, page = sheet.w, sheet.page
    page.write_string(0, 0, w.of("table", table.code), sheet.looks["plain_title"])
    page.write_string(1, 0, w.of("about", table.code), sheet.looks["plain_note"])
    sheet.row = HEAD
    _head(sheet, table)
    last = len(table.columns) - 1
    for n, column in enumerate(table.columns):
        page.set_column(n, n, column.width)
    for row in table.rows:
        _row(sheet, table, row.cells)
    end = max(sheet.row - 1, HEAD + 1)
    page.autofilter(HEAD, 0, end, last)
    page.freeze_panes(HEAD + 1, frozen)
    page.repeat_rows(HEAD, HEAD)
    page.print_area(0, 0, end, last)


def _head(sheet: Sheet, table: Table) -> None:
    for n, column in enumerate(table.columns):
        look = "entry_head" if column.code in ENTRIES else "centre"
        sheet.page.write_string(sheet.row, n, sheet.w.of("column", column.code), sheet.looks[look])
    heads = ((sheet.w.of("column", c.code), c.width) for c in table.columns)
    set_height(sheet, max(lines_of(head, width - FILTER_BUTTON, sheet.size) for head, width in heads))
    sheet.row += 1


def _row(sheet: Sheet, table: Table, cells: Sequence[Cell]) -> None:
    """One row, as high as its longest cell: not every program fits the height by itself."""
    lines = 1
    for n, (column, cell) in enumerate(zip(table.columns, cells, strict=True)):
        put(sheet, n, cell, ENTRIES.get(column.code, "box"))
        if isinstance(cell, str):
            lines = max(lines, lines_of(cell, column.width, sheet.size))
    set_height(sheet, lines)
    sheet.row += 1


def desk(sheet: Sheet, list_: Writable, frozen: int, people: Sequence[str]) -> None:
    """A list on which people decide: with drop-downs, and the keys in a hidden column that is sorted along."""
    table, page, w = list_.table, sheet.page, sheet.w
    filtered(sheet, table, frozen)
    page.write_string(0, BESIDE_TITLE, w("about.desk"), sheet.looks["plain_note"])
    column, end = len(table.columns), max(sheet.row - 1, HEAD + 1)
    page.write_string(HEAD, column, row_key.SCHEMA, sheet.looks["key"])
    for n, key in enumerate(list_.keys, HEAD + 1):
        if key:
            page.write_string(n, column, key, sheet.looks["key"])
    page.set_column(column, column, 4, None, {"hidden": True})
    page.autofilter(HEAD, 0, end, column)
    places = {c.code: n for n, c in enumerate(table.columns)}
    for code, rule in _rules(list_, people, w).items():
        page.data_validation(HEAD + 1, places.get(code, column), end, places.get(code, column), rule)


def _rules(list_: Writable, people: Sequence[str], w: Wording) -> dict[str, dict[str, object]]:
    """What may be written where. Words and people are offered; anything else is told, and not refused but for keys."""

    def hint(code: str, **more: object) -> dict[str, object]:
        texts = {"input_title": w.of("column", code), "input_message": w.of("hint", code)}
        return {
            "ignore_blank": True,
            "error_type": "warning",
            "error_title": w.of("column", code),
            **texts,
            **more,
        }

    words = [w.of("verdict", verdict.value) for verdict in list_.offered]
    owner: dict[str, object] = {"validate": "any"}
    if people:
        owner = {"validate": "list", "source": f"='{w.of('sheet', 'choices')}'!$A$1:$A${len(people)}"}
    return {
        "verdict": hint("verdict", validate="list", source=words, error_message=w.of("refused", "verdict")),
        "partner": hint("partner", validate="any"),
        "owner": hint("owner", **owner, error_message=w.of("refused", "owner")),
        "until": hint(
            "until", validate="date", criteria=">", value=date(2020, 1, 1), error_message=w.of("refused", "until")
        ),
        "note": hint(
            "note", validate="length", criteria="<=", value=LONGEST_VALUE, error_message=w.of("refused", "note")
        ),
        "key": {
            "validate": "custom", "value": "=FALSE", "ignore_blank": False, "error_type": "stop",
            "error_title": w.of("sheet", "items"), "error_message": w.of("refused", "key"),
        },
    }  # fmt: skip


def choices(sheet: Sheet, people: Sequence[str]) -> None:
    """What the drop-down of people offers: a sheet of its own, for a list in the cell itself has room for 255 letters."""
    for n, name in enumerate(people):
        sheet.page.write_string(n, 0, visible(name), sheet.looks["text"])
    sheet.page.hide()
