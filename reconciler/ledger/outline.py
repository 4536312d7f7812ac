"""What stands once for many rows of a table: the network of bare last numbers, a first column left blank below. Pure."""

from __future__ import annotations

import re

from reconciler.ledger.columns import Assigned
from reconciler.ledger.grid import Grid
from reconciler.ledger.normalise import Cell, text
from reconciler.ledger.tables import Table

WHOLE_NETWORK = re.compile(
    r"(?<![\d.])(\d{1,3}\.\d{1,3}\.\d{1,3})\.(?:0(?:/24)?(?![\d.])|[xX*＊]|(?=[～〜~]|$|\s|[)）]))"
)
_TOTAL = re.compile(r"^\W*([小合総]計|総合計|計|total|subtotal)\W*$|[\s　]([小合総]?計)$", re.IGNORECASE)
_ROWS_ABOVE = 8
_OUTLINE_ROWS = 300
_OUTLINE_CELLS = 2
"""Cells of a row that can be a device's; a section has fewer."""

_DEEPEST = 3
"""Columns that may be written once: the department, the room, the kind."""


def network_above(grid: Grid, table: Table) -> str:
    """The network that a sheet of last numbers tells above its headings, or in its name; "" for none or several."""
    above = range(max(table.top - _ROWS_ABOVE, 0), max(table.top, 0))
    texts = [grid.name, *(cell for row in above for cell in grid.rows[row] if isinstance(cell, str))]
    found = {m[1] for plain in texts for m in WHOLE_NETWORK.finditer(text(plain))}
    return found.pop() if len(found) == 1 else ""


_OF_OUTLINE = frozenset({"department", "place", "kind"})


def outline_of(grid: Grid, table: Table, columns: tuple[Assigned, ...]) -> tuple[int, ...]:
    """The leading columns that are written once for the rows below. The first is blank more often
    than not, else a blank only says that nobody knew; each further one is blank only where the one before it is."""
    if grid.places is not None:
        return ()
    by_column = {c.column: c.fields for c in columns}
    found: list[int] = []
    before: int | None = None
    for column in table.columns[:_DEEPEST]:
        fields = by_column.get(column, ())
        named = len(fields) == 1 and fields[0] in _OF_OUTLINE
        if (fields and not named) or not _written_once(grid, table, column, before):
            break
        if named:
            found.append(column)
        before = column
    return tuple(found)


def _written_once(grid: Grid, table: Table, column: int, outer: int | None) -> bool:
    """Filled in the first row, blank in between, never the same twice running but where `outer` begins anew."""
    value: Cell = None
    blank = groups = 0
    for index in range(table.first, min(table.last, table.first + _OUTLINE_ROWS) + 1):
        cells = grid.rows[index]
        if sum(1 for cell in cells if cell is not None) < _OUTLINE_CELLS:
            continue
        cell = grid.cell(index, column)  # a row may end before it
        if isinstance(cell, str) and _TOTAL.search(text(cell)):
            continue
        anew = outer is not None and grid.cell(index, outer) is not None
        if cell is None and (anew or value is None):
            return False
        if cell is None:
            blank += 1
            continue
        if (cell == value and not anew) or (index, column) in grid.down:
            return False
        value, groups = cell, groups + 1
    if outer is not None:
        return blank > 0
    return blank > 1 and blank >= groups > 1
