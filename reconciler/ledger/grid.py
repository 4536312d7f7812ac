"""A sheet as a grid whose merged cells are filled: downwards for data, in all directions for headings.

A value merged down over four rows belongs to all four. A value merged across belongs to its first column in
a row of data, and to all columns that it covers where it is a heading. A table that lies on its side, and
cards, are turned into an upright grid (turned.py); `place` gives back where a cell really stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reconciler.ledger.normalise import Cell
from reconciler.ledger.workbook import Layout, Merge, Sheet

MAX_HEADING_ROWS = 4
_MAX_MERGES = 100_000
_EXTRA_ROWS = 2000


@dataclass(frozen=True, slots=True)
class Grid:
    """rows: cells by row and column from 0, merged cells filled down.  heads: further cells, where a merge
    covers a heading.  down: (row, column) filled from above -> the row it comes from.  across: rows -> ranges
    merged across.  places: (row, column) here -> in the sheet, only for a grid that was turned;
    spent: rows of the sheet that went into it -> as what.  pitch: columns of one line where a device takes several
    lines, which then stand side by side in its first row (stories.py), else 0; step: rows from one such line to the
    next.  cut: the column from which on nothing is of a table, else 0 (turned.py)."""

    name: str
    rows: list[tuple[Cell, ...]]
    heads: Mapping[tuple[int, int], Cell] = field(default_factory=dict)
    down: Mapping[tuple[int, int], int] = field(default_factory=dict)
    across: Mapping[int, tuple[Merge, ...]] = field(default_factory=dict)
    layout: Layout = field(default_factory=Layout)
    hidden: bool = False
    places: Mapping[tuple[int, int], tuple[int, int]] | None = None
    spent: Mapping[int, str] = field(default_factory=dict)
    pitch: int = 0
    step: int = 1
    cut: int = 0

    @property
    def width(self) -> int:
        return max(map(len, self.rows), default=0)

    def cell(self, row: int, column: int) -> Cell:
        cells = self.rows[row] if row < len(self.rows) else ()
        return cells[column] if column < len(cells) else None

    def heading(self, row: int, column: int) -> Cell:
        """The cell as part of a heading: merged in any direction."""
        found = self.cell(row, column)
        return self.heads.get((row, column)) if found is None else found

    def place(self, row: int, column: int) -> tuple[int, int]:
        """Where the cell stands in the sheet, from 0."""
        if self.places is None:
            return (
                (row + column // self.pitch * self.step, column % self.pitch) if self.pitch else (row, column)
            )
        return self.places.get((row, column), (row, column))


def grid_of(sheet: Sheet) -> Grid:
    """Fills the merged cells of `sheet`. Ranges that reach beyond the data are cut."""
    rows, heads, down = list(sheet.rows), dict[tuple[int, int], Cell](), dict[tuple[int, int], int]()
    across: dict[int, list[Merge]] = {}
    changed: dict[int, list[Cell]] = {}
    limit = len(rows) + _EXTRA_ROWS
    for merge in sheet.merges[:_MAX_MERGES]:
        if merge.top >= len(rows) or merge.left >= len(rows[merge.top]):
            continue
        value = rows[merge.top][merge.left]
        if merge.right > merge.left:
            across.setdefault(merge.top, []).append(merge)
        if value is None:
            continue
        bottom = min(merge.bottom, limit)
        while len(rows) <= bottom:
            rows.append(())
        for row in range(merge.top + 1, bottom + 1):
            cells = changed.get(row)
            if cells is None:
                cells = changed[row] = list(rows[row])
            cells.extend([None] * (merge.left + 1 - len(cells)))
            cells[merge.left] = value
            down[row, merge.left] = merge.top
        if bottom - merge.top < MAX_HEADING_ROWS:
            for row in range(merge.top, bottom + 1):
                for column in range(merge.left + 1, min(merge.right, merge.left + 200) + 1):
                    heads[row, column] = value
    for row, cells in changed.items():
        rows[row] = tuple(cells)
    ranges = {row: tuple(found) for row, found in across.items()}
    return Grid(sheet.name, rows, heads, down, ranges, sheet.layout, sheet.hidden)
