"""Tables whose devices take two or three lines each, laid out so that each takes one. Pure.

The headings take as many lines: 機器名称 over メーカー, 型式 over 製造番号, each pair over two cells of a device.
Such headings look like those of groups, 購入 over 年度, but both of a pair are headings in their own right, of
different fields, and the rows below them come in pairs. A form is laid out the same way: a line of headings, their
values below, further headings, their values, and form under form.
"""

from __future__ import annotations

from dataclasses import replace

from reconciler.ledger.dictionary import Dictionary
from reconciler.ledger.grid import Grid
from reconciler.ledger.headings import candidates, known
from reconciler.ledger.normalise import Cell

MOST_LINES = 3
_SEARCHED = 60
"""Rows from the top in which the headings are looked for."""

_FEWEST_PAIRS = 2
_FEWEST_OF_FORM = 5
"""Fields of a form."""

HEADER = "header"


def folded(grid: Grid, words: Dictionary) -> Grid:
    """`grid` with the lines of a device side by side in its first row; as it is where devices take one line."""
    for row in range(min(_SEARCHED, len(grid.rows) - 2)):
        if not _is_header(grid, row, words, fewest=3):
            continue
        lines = 1
        while lines < MOST_LINES and _pairs(grid, row, row + lines, words):
            lines += 1
        if lines > 1:
            starts = _starts(grid, row, lines)
            return _laid(grid, row, lines, starts) if starts else grid
        if (lines := _form(grid, row, words)) > 1:
            return _forms(grid, row, lines)
    return grid


def _is_header(grid: Grid, row: int, words: Dictionary, fewest: int) -> bool:
    """Whether the row is of headings, and not of headings with a value beside each, as cards are."""
    cells = [cell for c in range(len(grid.rows[row])) if (cell := _own(grid, row, c)) is not None]
    texts = [cell for cell in cells if isinstance(cell, str)]
    if len(texts) < fewest or len(texts) < len(cells):
        return False
    said = [known(words, cell) for cell in texts]
    return said.count(2) >= fewest and sum(map(bool, said)) * 4 >= len(said) * 3


def _own(grid: Grid, row: int, column: int) -> Cell:
    """The cell unless it is merged down from above."""
    return None if (row, column) in grid.down else grid.cell(row, column)


def _pairs(grid: Grid, top: int, row: int, words: Dictionary) -> bool:
    """Whether the headings of `row` stand under others that they have nothing to do with."""
    wide = {
        c for m in grid.across.get(top, ()) if m.right > m.left for c in range(m.left, min(m.right, m.left + 200) + 1)
    }  # fmt: skip
    if not _is_header(grid, row, words, fewest=_FEWEST_PAIRS):
        return False
    pairs = lower = 0
    for column in range(grid.width):
        below, above = _own(grid, row, column), grid.cell(top, column)
        if below is None:
            continue
        lower += 1
        if not isinstance(below, str) or not isinstance(above, str) or column in wide:
            continue
        if known(words, below) > 1 and known(words, above) > 1:
            pairs += _field(words, below) != _field(words, above)
    return pairs >= _FEWEST_PAIRS and pairs * 2 >= lower


def _field(words: Dictionary, heading: str) -> tuple[str, ...]:
    found = candidates(words, (heading,))
    return found[0].fields if found else ()


def _starts(grid: Grid, top: int, lines: int) -> list[int]:
    """The first rows of devices; [] where the rows below the headings do not come in `lines`."""
    lead = next(c for c in range(grid.width) if grid.cell(top, c) is not None)
    bare = all(_own(grid, top + line, lead) is None for line in range(1, lines))
    row, starts, odd = top + lines, list[int](), 0
    while row < len(grid.rows):
        filled = sum(1 for c in range(len(grid.rows[row])) if _own(grid, row, c) is not None)
        if filled <= 1:
            row += 1
            continue
        rest = range(row + 1, row + lines)
        whole = rest[-1] < len(grid.rows) and any(_filled(grid, r) for r in rest)
        if whole and bare:
            whole = all(_own(grid, r, lead) is None for r in rest) and _own(grid, row, lead) is not None
        if whole:
            starts.append(row)
        else:
            odd += 1
        row += lines if whole else 1
    return starts if len(starts) > odd else []


def _form(grid: Grid, top: int, words: Dictionary) -> int:
    """How many lines of headings, each with one line of values below, make up the form that begins at `top`."""
    fields, row = set[tuple[str, ...]](), top
    while row + 1 < len(grid.rows) and _is_header(grid, row, words, fewest=2) and _filled(grid, row + 1):
        own = {_field(words, cell) for cell in grid.rows[row] if isinstance(cell, str)} - {()}
        if own & fields or _is_header(grid, row + 1, words, fewest=1):
            break
        fields, row = fields | own, row + 2
    return (row - top) // 2 if len(fields) >= _FEWEST_OF_FORM else 0


def _forms(grid: Grid, top: int, lines: int) -> Grid:
    """All forms with the very headings of the first."""
    size = 2 * lines
    last = len(grid.rows) - size
    heads = [
        row
        for row in range(top, last + 1)
        if all(grid.rows[row + i] == grid.rows[top + i] for i in range(0, size, 2))
    ]
    found = _laid(grid, top, lines, [row + 1 for row in heads], step=2)
    rows, spent = list(found.rows), dict(found.spent)
    for row in heads:
        for line in range(0, size, 2):
            if row + line != top:
                rows[row + line], spent[row + line] = (), HEADER
    return replace(found, rows=rows, spent=spent)


def _filled(grid: Grid, row: int) -> bool:
    return any(_own(grid, row, c) is not None for c in range(len(grid.rows[row])))


def _laid(grid: Grid, top: int, lines: int, starts: list[int], step: int = 1) -> Grid:
    pitch = grid.width
    rows, down = list(grid.rows), dict(grid.down)
    spent: dict[int, str] = dict(grid.spent)
    for start in (top, *starts):
        cells: list[Cell] = []
        for line in range(lines):
            for column in range(pitch):
                at = (start + line * step, column)
                origin = down.pop(at, None) if line else down.get(at)
                inside = origin is not None and origin >= start
                cells.append(None if inside else grid.cell(*at))
                if line and origin is not None and not inside:
                    down[start, line * pitch + column] = origin
        rows[start] = tuple(cells)
        for line in range(1, lines):
            rows[start + line * step] = ()
            spent[start + line * step] = HEADER if start == top else f"continues row {start + 1}"
    across = {row: merges for row, merges in grid.across.items() if row not in spent}
    return replace(grid, rows=rows, down=down, across=across, spent=spent, pitch=pitch, step=step)
