"""A chart of a network's addresses, laid out so that each cell with a device is a row. Pure.

Tens stand down the side and units across the top, or the last number down the side and a network over each column;
in the cells stands what has the address, and nothing where it is free. Such a sheet has no headings, so nothing
else would read it. Read only where the numbers leave no doubt, and where the sheet holds nothing but the chart.
"""

from __future__ import annotations

import re
from dataclasses import replace

from reconciler.ledger.grid import Grid
from reconciler.ledger.normalise import Cell, cell_text, identifier, text

_NETWORK = re.compile(r"(?<![\d.])(\d{1,3}\.\d{1,3}\.\d{1,3})(?:\.(?:0(?:/24)?|[xX*＊])?)?(?:/24)?(?![\d.])")
_NUMBER = re.compile(r"[.+]?(\d{1,3})\s*(?:[~〜～-]\s*\d{0,3}|番台|台)?")
_SEARCHED = 20
"""Rows from the top in which the chart begins."""

_LABELS = 4
"""Columns in which the numbers down the side stand."""

_FEWEST_UNITS, _FEWEST_NETWORKS, _FEWEST_ROWS, _FEWEST_CELLS = 4, 2, 2, 3
_LAST = 255
_SPARE = 2
"""Cells of a row beside the chart that are no other table."""

_HEADINGS = ("IPアドレス", "機器名")
WHY = "a line of a chart of addresses"


def charted(grid: Grid) -> Grid | None:
    """The grid with a row for each device of the chart; None where there is no chart."""
    for top in range(min(_SEARCHED, len(grid.rows))):
        for label in range(_LABELS):
            across = _across(grid, top, label)
            if across is not None:
                return _laid(grid, top, label, across)
    return None


def _across(grid: Grid, top: int, label: int) -> dict[int, tuple[str, int]] | None:
    """Columns -> the network and the number that their place adds; None where the row is not the top of a chart."""
    cells = {c: cell for c, cell in enumerate(grid.rows[top]) if c > label and cell is not None}
    networks = {c: m[1] for c, cell in cells.items() if (m := _NETWORK.fullmatch(_plain(cell)))}
    if len(networks) >= _FEWEST_NETWORKS and len(networks) == len(cells) == len(set(networks.values())):
        return {c: (network, 0) for c, network in networks.items()}
    units = {c: number for c, cell in cells.items() if (number := _number(cell)) is not None}
    numbers = list(units.values())
    if len(numbers) < _FEWEST_UNITS or len(units) != len(cells) or numbers[0] > 1:
        return None
    if numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return None
    said = _said(grid, top)
    return {c: (said, unit) for c, unit in units.items()} if said else None


def _said(grid: Grid, top: int) -> str:
    """The one network that the corner, what stands above, or the name of the sheet tells; "" for none or several."""
    texts = [grid.name, *(text(c) for row in grid.rows[: top + 1] for c in row if isinstance(c, str))]
    found = {m[1] for plain in texts for m in _NETWORK.finditer(plain)}
    return found.pop() if len(found) == 1 else ""


def _laid(grid: Grid, top: int, label: int, across: dict[int, tuple[str, int]]) -> Grid | None:
    bases = {
        r: base for r in range(top + 1, len(grid.rows)) if (base := _number(grid.cell(r, label))) is not None
    }
    steps = {b - a for a, b in zip(list(bases.values()), list(bases.values())[1:], strict=False)}
    most = max(unit for _, unit in across.values())
    if len(bases) < _FEWEST_ROWS or min(steps, default=0) <= most:
        return None
    rows: list[tuple[Cell, ...]] = [_HEADINGS]
    places = {(0, 0): (top, label), (0, 1): (top, min(across))}
    for row, base in bases.items():
        for column, (network, unit) in across.items():
            cell = grid.cell(row, column)
            if cell is None or (row, column) in grid.down:
                continue
            if not isinstance(cell, str) or base + unit > _LAST:
                return None  # numbers are counts, and no devices
            places[len(rows), 0] = places[len(rows), 1] = (row, column)
            rows.append((f"{network}.{base + unit}", cell))
    beside = (r for r in range(len(grid.rows)) if r != top and r not in bases)
    if len(rows) <= _FEWEST_CELLS or any(
        len([c for c in grid.rows[r] if c is not None]) > _SPARE for r in beside
    ):
        return None
    if len({cell for _, cell in rows[1:]}) * 2 < len(rows) - 1:
        return None  # ○ and × are no names
    spent = dict.fromkeys((top, *bases), WHY)
    return replace(grid, rows=rows, heads={}, down={}, across={}, places=places, spent=spent)


def _plain(cell: Cell) -> str:
    return identifier(cell_text(cell)) if isinstance(cell, str | int | float) else ""


def _number(cell: Cell) -> int | None:
    """10, ".10", "10～19", "10番台"; of a whole address its last number."""
    plain = _plain(cell)
    if (whole := re.fullmatch(r"(?:\d{1,3}\.){3}(\d{1,3})", plain)) is not None:
        return int(whole[1])
    found = _NUMBER.fullmatch(plain)
    return int(found[1]) if found and int(found[1]) <= _LAST else None
