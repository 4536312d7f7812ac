"""What stands once for many rows of a table: the network of bare last numbers, a first column left blank below. Pure."""

from __future__ import annotations

import re

from reconciler.ledger.columns import Assigned
from reconciler.ledger.grid import Grid
from reconciler.ledger.normalise import Cell, text
from reconciler.ledger.tables import Table

_WHOLE_NETWORK = re.compile(
    r"(?<![\d.])(\d{1,3}\.\d{1,3}\.\d{1,3})\.(?:0(?:/24)?(?![\d.])|[xX*＊]|(?=[～〜~]|$|\s|[)）]))"
)
_TOTAL = re.compile(r"^\W*([小合総]計|総合計|計|total|subtotal)\W*$|[\s　]([小合総]?計)$", re.IGNORECASE)
_ROWS_ABOVE = 8
_OUTLINE_ROWS = 300
_OUTLINE_CELLS = 2
"""Cells of a row that can be a device's; a section has fewer."""


def network_above(grid: Grid, table: Table) -> str:
    """The network that a sheet of last numbers tells above its headings, or in its name; "" for none or several."""
    above = range(max(table.top - _ROWS_ABOVE, 0), max(table.top, 0))
    texts = [grid.name, *(cell for row in above for cell in grid.rows[row] if isinstance(cell, str))]
    found = {m[1] for plain in texts for m in _WHOLE_NETWORK.finditer(text(plain))}
    return found.pop() if len(found) == 1 else ""


_OF_OUTLINE = frozenset({"department", "place", "kind"})


def outline_of(grid: Grid, table: Table, columns: tuple[Assigned, ...]) -> tuple[int, tuple[str, ...]] | None:
    """The first column and its fields where it is written once for the rows below: blank in between, never the same
    twice running, filled in the first row, and more often blank than not: else a blank only says that nobody knew."""
    first = next((c for c in columns if c.column == table.columns[0]), None)
    if (
        first is None
        or len(first.fields) != 1
        or first.fields[0] not in _OF_OUTLINE
        or grid.places is not None
    ):
        return None
    before: Cell = None
    blank = groups = 0
    for index in range(table.first, min(table.last, table.first + _OUTLINE_ROWS) + 1):
        cells = grid.rows[index]
        if sum(1 for cell in cells if cell is not None) < _OUTLINE_CELLS:
            continue
        cell = grid.cell(index, first.column)  # a row may end before it
        if isinstance(cell, str) and _TOTAL.search(text(cell)):
            continue
        if cell is None and before is not None:
            blank += 1
        elif cell is None or cell == before or (index, first.column) in grid.down:
            return None
        if cell is not None:
            before, groups = cell, groups + 1
    return (first.column, first.fields) if blank > 1 and blank >= groups > 1 else None
