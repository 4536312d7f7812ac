"""Charts whose cells are each a device, laid out so that each is a row. Pure.

Of a network's addresses: tens stand down the side and units across the top, or the last number down the side and a
network over each column; in the cells stands what has the address, and nothing where it is free. Such a sheet has no
headings, so nothing else would read it. It is read only where the numbers leave no doubt, and where the sheet holds
nothing but the chart. Of rooms: what stands in each across the top, PC, プリンタ, 電話, and in the cells the addresses.
"""

from __future__ import annotations

import re
from dataclasses import replace

from reconciler.ledger.dictionary import Dictionary
from reconciler.ledger.grid import Grid
from reconciler.ledger.headings import candidates
from reconciler.ledger.normalise import Cell, cell_text, identifier, is_nothing, text
from reconciler.ledger.sniff import is_thing, profile

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
_HEADER = "header"
_FEWEST_KINDS = 2
_LOOKED_AT = 200
_WHERE = frozenset({"place", "department"})
_SHARED = _WHERE | {"note", "user", "responsible", "checked"}
"""What is said of all devices of a room."""

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


def by_room(grid: Grid, words: Dictionary) -> Grid | None:
    """The grid with a row for each address below a kind of device; None where no such kinds stand beside each other."""
    for top in range(min(_SEARCHED, len(grid.rows) - _FEWEST_ROWS)):
        heads = {c: text(cell) for c, cell in enumerate(grid.rows[top]) if isinstance(cell, str)}
        if len(heads) <= _FEWEST_KINDS or len(heads) < sum(cell is not None for cell in grid.rows[top]):
            continue
        kinds = [c for c, head in heads.items() if is_thing(head, words) and _addressed(grid, top, c, words)]
        beside = [c for c in heads if c not in kinds]
        if (
            len(kinds) >= _FEWEST_KINDS
            and beside
            and beside[0] < kinds[0]
            and _of_rooms(heads, beside, words)
        ):
            return _one_each(grid, top, kinds, beside)
    return None


def _addressed(grid: Grid, top: int, column: int, words: Dictionary) -> bool:
    """Whether what stands below is addresses: some are leased, some rooms have no such device."""
    cells = (grid.cell(row, column) for row in range(top + 1, min(len(grid.rows), top + _LOOKED_AT)))
    seen = profile((c for c in cells if not (isinstance(c, str) and is_nothing(text(c)))), words)
    return seen.ip > 0 and (seen.ip + seen.ip_word) * 5 >= seen.filled * 4 and seen.ip * 2 >= seen.filled


def _of_rooms(heads: dict[int, str], beside: list[int], words: Dictionary) -> bool:
    """Whether the other columns say where, first of all, and nothing that one device alone has."""
    said = [{f for c in candidates(words, (heads[column],))[:1] for f in c.fields} for column in beside]
    return bool(said[0]) and said[0] <= _WHERE and all(fields <= _SHARED for fields in said)


def _one_each(grid: Grid, top: int, kinds: list[int], beside: list[int]) -> Grid:
    rows: list[tuple[Cell, ...]] = [(*_HEADINGS, *(grid.cell(top, c) for c in beside))]
    places = {(0, 0): (top, kinds[0]), (0, 1): (top, kinds[0])}
    places |= {(0, i): (top, c) for i, c in enumerate(beside, 2)}
    spent = {top: _HEADER}
    for row in range(top + 1, len(grid.rows)):
        for column in kinds:
            cell = grid.cell(row, column)
            if cell is None or (isinstance(cell, str) and is_nothing(text(cell))):
                continue
            places |= {(len(rows), 0): (row, column), (len(rows), 1): (top, column)}
            places |= {(len(rows), i): (row, c) for i, c in enumerate(beside, 2)}
            rows.append((cell, grid.cell(top, column), *(grid.cell(row, c) for c in beside)))
            spent[row] = WHY
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
