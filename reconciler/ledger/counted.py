"""Tables beside the devices' own that only say how many there are of each: 集計, 機器名称, 数量 below the list. Pure.

Such a table has headings of devices, and would be read as further ones. It has no number, address or host of any,
and what it names is named in the other table of the sheet.
"""

from __future__ import annotations

from collections.abc import Sequence

from reconciler.ledger.columns import Assigned
from reconciler.ledger.grid import Grid
from reconciler.ledger.normalise import text
from reconciler.ledger.tables import Table

_SAID = frozenset({"name", "kind", "model"})
"""Fields by which devices are counted."""

_ALSO = frozenset({"maker", "quantity", "unit", "note"})
_OF_ONE = frozenset({"tag", "serial", "macs", "ips", "hostname"})
"""Fields that tell one device from the next: a table of devices has one of them."""

_LOOKED_AT = 2000


def counting(grid: Grid, tables: Sequence[tuple[Table, tuple[Assigned, ...]]]) -> frozenset[int]:
    """The numbers, from 0, of the tables that only count what another one lists."""
    if len(tables) < 2 or grid.places is not None:
        return frozenset()
    fields = [{f for c in columns for f in c.fields} for _, columns in tables]
    found = {
        number
        for number, said in enumerate(fields)
        if "quantity" in said and said & _SAID and said <= _SAID | _ALSO
    }
    listed = {
        value
        for number, (table, columns) in enumerate(tables)
        if number not in found and fields[number] & _OF_ONE
        for value in _names(grid, table, columns)
    }
    return frozenset(n for n in found if (own := set(_names(grid, *tables[n]))) and own <= listed)


def _names(grid: Grid, table: Table, columns: tuple[Assigned, ...]) -> list[str]:
    """What the rows of a table are called, without its sums."""
    rows = range(table.first, min(table.last, table.first + _LOOKED_AT) + 1)
    cells = (grid.cell(row, c.column) for row in rows for c in columns if set(c.fields) & _SAID)
    plain = [text(cell) for cell in cells if isinstance(cell, str)]
    return [p for p in plain if not p.replace(" ", "").endswith(("合計", "小計", "総計", "計台数"))]
