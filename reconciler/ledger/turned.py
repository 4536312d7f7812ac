"""Tables that lie on their side, and one card per device, turned into an upright grid. Pure.

A table on its side has its headings in one column and a device in each column to the right. A card is a
block of pairs, heading and value; the first heading begins the next card wherever it stands again. Most
sheets are neither, nor a chart of addresses (charted.py), and are only given their merged cells.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from reconciler.ledger.candidate import COMPOSED
from reconciler.ledger.charted import by_room, charted
from reconciler.ledger.dictionary import Dictionary, heading_key
from reconciler.ledger.grid import Grid, grid_of
from reconciler.ledger.headers import IDENTITY, LONGEST
from reconciler.ledger.headings import candidates, known
from reconciler.ledger.normalise import Cell, text
from reconciler.ledger.sniff import is_department, is_place
from reconciler.ledger.stories import folded
from reconciler.ledger.workbook import Sheet

MAX_ROWS = 5000
"""Longer sheets are no cards; the search would be in vain and take its time."""

_LOOKED_AT = 100
_LABELS = 4
"""Columns in which the headings of a table on its side are looked for."""

_GAP, _NOTES = 2, 40
"""Empty columns before a column of notes, and how many notes it has at most."""

_STACK = 6
_NAME, _PLACE = "機器名", "設置場所"
"""The heading of a line of names, or of places, that has none."""

_ORDINAL = re.compile(
    r"(No\.?|第|#)?\s*([A-Za-z]{0,2}-?\d{1,3}|[A-Za-z]|[一二三四五六七八九十])\s*(号機?|台目|番機?|系|号車)?",
    re.IGNORECASE,
)
_FEWEST = 4
"""Different fields that must be found among the pairs."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A heading that we know, where it stands, and its form for comparing."""

    row: int
    column: int
    key: str


def upright(sheet: Sheet, words: Dictionary) -> Grid:
    """The grid of a sheet, turned where its headings do not stand in a row."""
    grid = folded(_without_notes(grid_of(sheet), words), words)
    if grid.pitch or not grid.rows or len(grid.rows) > MAX_ROWS:
        return grid
    if (chart := charted(grid) or by_room(grid, words)) is not None:
        return chart
    spots = _spots(grid, words)
    if spots is None or len({s.key for s in spots}) < _FEWEST:
        return grid
    spots = _with_weak(grid, spots, words)
    by_column = Counter(s.column for s in spots)
    column, count = by_column.most_common(1)[0]
    in_column = [s for s in spots if s.column == column]
    blocks = _blocks(in_column)
    distinct = all(_value_columns(grid, block) >= 2 for block in blocks)
    strewn = sum(
        n for c, n in by_column.items() if c != column and n * 4 < count
    )  # values that are headings, too
    if count * 10 >= (len(spots) - strewn) * 8 and distinct:
        return _lying(grid, blocks, words)
    return _cards(grid, spots, words)


def _without_notes(grid: Grid, words: Dictionary) -> Grid:
    """The grid without a last column of notes that stands behind two empty ones: what was changed when, and no heading
    of a device above it. Beside the headings it would look like one, and beside a table on its side like a device."""
    filled = Counter(c for cells in grid.rows for c, cell in enumerate(cells) if cell is not None)
    last = max(filled, default=0)
    before = max((c for c in filled if c < last), default=last)
    if last - before <= _GAP or len(grid.rows) > MAX_ROWS or filled[last] > _NOTES:
        return grid
    notes = [cells[last] for cells in grid.rows if last < len(cells) and cells[last] is not None]
    if not isinstance(notes[0], str) or _fields([heading_key(notes[0])], words):
        return grid
    return replace(grid, rows=[_ended(cells[:last]) for cells in grid.rows], cut=last)


def _ended(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """Without the blank cells at its end: rows of the same headings are compared."""
    end = max((c for c, cell in enumerate(cells) if cell is not None), default=-1) + 1
    return cells[:end]


def _spots(grid: Grid, words: Dictionary) -> list[Spot] | None:
    """All known headings in reading order; None where some row is plainly a row of headings."""
    found: list[Spot] = []
    stacked = _stacked(grid, words)
    above = frozenset[int]()
    for row, cells in enumerate(grid.rows):
        if _stands_under(cells, above, words):
            return None
        before = len(found)
        filled = hits = run = best_run = 0
        last = -2
        for column, cell in enumerate(cells):
            if cell is None or (row, column) in grid.down:
                continue
            filled += 1
            if not isinstance(cell, str) or len(cell) > LONGEST:
                continue
            if known(words, cell) or heading_key(cell) in words.groups:
                run = run + 1 if column == last + 1 else 1
                best_run, last = max(best_run, run), column
            if _is_heading(cell, words):
                hits += 1
                found.append(Spot(row, column, heading_key(cell)))
        if (best_run >= 3 and best_run >= stacked) or (
            hits == 2 and filled == 2 and best_run == 2 and not found[:-2]
        ):
            return None
        if filled:
            above = frozenset(s.column for s in found[before:])
    return found


def _stacked(grid: Grid, words: Dictionary) -> int:
    """The most headings that stand one below the other in one column, each in a row without another like it."""
    below = dict[int, set[str]]()
    for cells in grid.rows[:_LOOKED_AT]:
        for column, cell in enumerate(cells[:_LABELS]):
            if isinstance(cell, str) and len(cell) <= LONGEST and _is_heading(cell, words):
                below.setdefault(column, set()).add(heading_key(cell))
    most = max(map(len, below.values()), default=0)
    return most if most >= _STACK else 0


def _with_weak(grid: Grid, spots: list[Spot], words: Dictionary) -> list[Spot]:
    """Further headings that may mean something, in the columns in which at least three that surely do stand."""
    counts = Counter(s.column for s in spots)
    found = {(s.row, s.column): s for s in spots}
    for column in (c for c, count in counts.items() if count >= 3):
        rows = [s.row for s in spots if s.column == column]
        for row in range(min(rows), max(rows) + (2 if len(counts) == 1 else 1)):
            cell = grid.cell(row, column)
            if (row, column) in found or not isinstance(cell, str) or (row, column) in grid.down:
                continue
            beside = grid.cell(row, column + 1)
            heading = isinstance(beside, str) and known(words, beside)
            if (
                beside is not None
                and not heading
                and (row, column - 1) not in found
                and known(words, text(cell).rstrip(":"))
            ):
                found[row, column] = Spot(row, column, heading_key(cell))
    return [found[at] for at in sorted(found)]


def _stands_under(cells: tuple[Cell, ...], headings: frozenset[int], words: Dictionary) -> bool:
    """Whether this is a row of values under three headings or more: then those stood in a row of headings.
    In cards the values stand beside the headings, and headings under them."""
    values = {c for c, cell in enumerate(cells) if cell is not None}
    if len(headings) < 3 or len(headings & values) * 2 < len(headings):
        return False
    return not any(isinstance(cells[c], str) and _is_heading(str(cells[c]), words) for c in values)


def _is_heading(cell: str, words: Dictionary) -> bool:
    return known(words, text(cell).rstrip(":")) > 1


def _value_columns(grid: Grid, spots: list[Spot]) -> int:
    """How many columns to the right of the headings have values in at least two of their rows."""
    counts = Counter[int]()
    for spot in spots:
        cells = grid.rows[spot.row]
        counts.update(c for c in range(spot.column + 1, len(cells)) if cells[c] is not None)
    return sum(1 for count in counts.values() if count >= 2)


def _fields(keys: list[str], words: Dictionary) -> set[str]:
    return {f for key in keys for c in candidates(words, (key,))[:1] for f in c.fields}


def _blocks(spots: list[Spot]) -> list[list[Spot]]:
    """The headings of one column by table: where one stands again, the next table has begun."""
    blocks: list[list[Spot]] = []
    for spot in spots:
        if not blocks or spot.key in {s.key for s in blocks[-1]}:
            blocks.append([])
        blocks[-1].append(spot)
    return blocks


def _lying(grid: Grid, blocks: list[list[Spot]], words: Dictionary) -> Grid:
    """Each column to the right of the headings becomes a row; tables below each other are one after the other."""
    if not _fields([s.key for s in blocks[0]], words) & IDENTITY:
        return grid
    label = blocks[0][0].column
    names: dict[str, Cell] = {}
    tables = [_labels(grid, block, label, words, names) for block in blocks]
    rows: list[tuple[Cell, ...]] = [tuple(names.values())]
    places = {(0, i): (tables[0].get(key, blocks[0][0].row), label) for i, key in enumerate(names)}
    spent: dict[int, str] = {}
    for block, table in zip(blocks, tables, strict=True):
        for column in range(label + 1, max(len(grid.rows[r]) for r in table.values())):
            cells = tuple(grid.heading(table[key], column) if key in table else None for key in names)
            if any(cell is not None for cell in cells):
                top = min(table.values())
                places |= {(len(rows), i): (table.get(k, top), column) for i, k in enumerate(names)}
                rows.append(cells)
        lines = range(min(table.values()), block[-1].row + 1)
        spent |= dict.fromkeys(lines, "a line of a table that lies on its side")
    return replace(grid, rows=rows, heads={}, down={}, across={}, places=places, spent=spent)


def _labels(
    grid: Grid, block: list[Spot], label: int, words: Dictionary, names: dict[str, Cell]
) -> dict[str, int]:
    """The rows of a table on its side by the key of their heading; `names` learns the headings. The line above the
    headings, with no heading of its own or that of the whole table, names the devices."""
    first = block[0].row
    while first > 0 and _fields([heading_key(str(grid.cell(first - 1, label) or ""))], words):
        first -= 1  # レセコン機種: a heading by what it is made of
    rows = {
        heading_key(str(cell)): r
        for r in range(first, block[-1].row + 1)
        if (cell := grid.cell(r, label)) is not None
    }
    top = first - 1
    said = _fields(list(rows), words)
    places = _places_above(grid, top, label, words)
    if not said & ({"place"} if places else {"name", "hostname"}) and _names_above(grid, block, top, label):
        head = _PLACE if places else _NAME
        rows = {head: top, **rows}
        names.setdefault(head, head)
    for key, row in rows.items():
        names.setdefault(key, grid.cell(row, label))
    return rows


def _places_above(grid: Grid, top: int, label: int, words: Dictionary) -> bool:
    """Whether what stands above the columns says where their devices are: 駅前店, 2階病棟."""
    above = [text(c) for c in grid.rows[max(top, 0)][label + 1 :] if isinstance(c, str)]
    return bool(above) and all(
        not _ORDINAL.fullmatch(plain)
        and (plain.endswith("店") or is_place(plain, words) or is_department(plain, words))
        for plain in above
    )


def _names_above(grid: Grid, block: list[Spot], top: int, label: int) -> bool:
    """Whether a name stands above each column of values, and each is another one: no 1号機, 2号機."""
    if top < 0:
        return False
    columns = {
        c for s in block for c in range(label + 1, len(grid.rows[s.row])) if grid.cell(s.row, c) is not None
    }
    above = [grid.cell(top, c) for c in sorted(columns)]
    named = [text(cell) for cell in above if isinstance(cell, str) and len(cell) <= LONGEST]
    return len(named) == len(above) > 1 and not any(map(_ORDINAL.fullmatch, named))


def _cards(grid: Grid, spots: list[Spot], words: Dictionary) -> Grid:
    """Each block of pairs becomes a row; the headings of all blocks together are the header."""
    anchors = [s for s in spots if s.key == spots[0].key]
    rows_of_anchors = sorted({s.row for s in anchors})
    cards: list[dict[str, tuple[Cell, tuple[int, int]]]] = []
    spent: dict[int, str] = {}
    names: dict[str, Cell] = {}
    for anchor in anchors:
        below = next((r for r in rows_of_anchors if r > anchor.row), len(grid.rows))
        beside = min(
            (s.column for s in anchors if s.row == anchor.row and s.column > anchor.column), default=10**6
        )
        own = [s for s in spots if anchor.row <= s.row < below and anchor.column <= s.column < beside]
        taken = {(s.row, s.column) for s in own}
        card: dict[str, tuple[Cell, tuple[int, int]]] = {}
        for spot in own:
            if spot.key not in card:
                card[spot.key] = _value(grid, spot, taken, beside, words)
                names.setdefault(spot.key, grid.cell(spot.row, spot.column))
        cards.append(card)
        spent.update(
            dict.fromkeys(
                range(anchor.row, own[-1].row + 1), f"part of the card that begins in row {anchor.row + 1}"
            )
        )
    filled = [card for card in cards if any(value is not None for value, _ in card.values())]
    found = _fields(list(names), words)
    if len(found) < _FEWEST or not found & IDENTITY or not filled:
        return grid
    rows: list[tuple[Cell, ...]] = [tuple(names.values())]
    places: dict[tuple[int, int], tuple[int, int]] = {}
    for card in cards:
        for i, key in enumerate(names):
            if key in card:
                places[len(rows), i] = card[key][1]
        rows.append(tuple(card[key][0] if key in card else None for key in names))
    return replace(grid, rows=rows, heads={}, down={}, across={}, places=places, spent=spent)


def _of_no_field(cell: str, words: Dictionary) -> bool:
    """費用, 対応者: a heading that is known and of nothing that daicho compares; no value."""
    found = candidates(words, (text(cell),)) if len(cell) <= LONGEST else ()
    return bool(found) and not found[0].fields and found[0].score >= COMPOSED


def _value(
    grid: Grid, spot: Spot, labels: set[tuple[int, int]], end: int, words: Dictionary
) -> tuple[Cell, tuple[int, int]]:
    """The first filled cell to the right of a heading and before the next one."""
    cells = grid.rows[spot.row]
    for column in range(spot.column + 1, min(len(cells), end)):
        cell = cells[column]
        if (spot.row, column) in labels or (isinstance(cell, str) and _of_no_field(cell, words)):
            break
        if cells[column] is not None:
            return cells[column], (spot.row, column)
    return None, (spot.row, spot.column)
