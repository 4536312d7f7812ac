"""What stands over a table and is said of all its rows: 【内科】 above the headings, １階 over them, モニタ over its own."""

from __future__ import annotations

from collections.abc import Sequence

from reconciler.ledger.dictionary import Dictionary
from reconciler.ledger.grid import Grid
from reconciler.ledger.normalise import text
from reconciler.ledger.sections import Section, marked, section_of
from reconciler.ledger.tables import Table


def lead(grid: Grid, table: Table, tables: Sequence[Table], words: Dictionary) -> Section | None:
    """The section that a table of `tables` begins with; None where nothing is said."""
    if grid.places is not None:
        return None
    kinds = {parts[0] for c, parts in table.parts.items() if c in table.own and len(parts) > 1}
    if len(kinds) == 1 and not any(map(str.isdigit, kind := kinds.pop())):
        return Section(kind, kind=kind)  # モニタ over its 型式 and IP
    groups = {parts[0] for parts in table.parts.values() if parts}
    if len(groups) == 1 and all(len(parts) > 1 for parts in table.parts.values()):  # １階 over all headings
        found = section_of(groups.pop(), words)
        return found if found.department or found.place or found.kind else None
    return _above(grid, table, tables, words) if table.top > 0 else None


def _above(grid: Grid, table: Table, tables: Sequence[Table], words: Dictionary) -> Section | None:
    """What stands right above the headings. Without signs that set it apart it may as well be who wrote the list."""
    rows = range(table.top - 1, max(table.top - 3, -1), -1)
    above = next((row for row in rows if any(grid.rows[row])), None)
    if above is None:
        return None
    cells = [(c, cell) for c, cell in enumerate(grid.rows[above]) if cell is not None]
    mine = [cell for c, cell in cells if table.columns[0] - 1 <= c <= table.columns[-1]]
    if len(mine) != 1 or not isinstance(mine[0], str):
        return None
    found = section_of(mine[0], words)
    beside = len(cells) > 1 and any(t.top == table.top and t.columns != table.columns for t in tables)
    said = (found.department or found.place) and (beside or _titled_again(grid, table, words))
    return found if marked(mine[0]) or said else None


def _titled_again(grid: Grid, table: Table, words: Dictionary) -> bool:
    """Whether the headings stand again further down, below a ward or a room as above the first of them."""
    heads = {c: parts[-1] for c, parts in table.parts.items() if parts}
    for row in range(table.first + 1, table.last + 1):
        cells = {c: cell for c, cell in enumerate(grid.rows[row]) if cell is not None}
        if len(cells) < len(heads) or any(text(str(cells.get(c, ""))) != head for c, head in heads.items()):
            continue
        above = [cell for cell in grid.rows[row - 1] if cell is not None]
        if len(above) == 1 and isinstance(above[0], str):
            found = section_of(above[0], words)
            return bool(found.department or found.place)
    return False
