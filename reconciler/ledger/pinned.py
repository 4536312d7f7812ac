"""What a person pinned, laid over what was found: header rows and the meaning of columns. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from reconciler.ledger.asset import ImportProblem
from reconciler.ledger.columns import MANY, Assigned
from reconciler.ledger.dictionary import Dictionary, heading_key
from reconciler.ledger.grid import Grid
from reconciler.ledger.headers import Header, Headers
from reconciler.ledger.pins import PinnedTable
from reconciler.ledger.tables import Table, first_row, standing_apart
from reconciler.ledger.workbook import column_index, column_letter


def pinned_tables(grid: Grid, pins: tuple[PinnedTable, ...], words: Dictionary) -> list[Table]:
    """The tables whose header rows are pinned; [] where none is, or the grid was turned."""
    headed = [p for p in pins if p.header and p.header[-1] < len(grid.rows)]
    if grid.places is not None or not headed:
        return []
    finder = Headers(grid, words)
    tops = sorted({p.header[0] for p in headed})
    found: list[Table] = []
    for pin in sorted(headed, key=lambda p: (p.header, _left(p))):
        last = next((top for top in tops if top > pin.header[-1]), len(grid.rows)) - 1
        parts = finder.parts(pin.header[0], pin.header[-1])
        first = first_row(grid, pin.header[-1], last)
        filled = Counter(
            c for row in grid.rows[first : last + 1] for c, cell in enumerate(row) if cell is not None
        )
        columns = sorted({*parts, *filled})
        beside = [p for p in headed if p.header == pin.header]
        own = frozenset[int]()
        if len(beside) > 1:
            named = {column_index(c) for c in pin.columns if _is_letter(c)}
            columns = [c for c in columns if c in named]
            others = {column_index(c) for p in beside if p is not pin for c in p.columns if _is_letter(c)}
            own = frozenset(named - others) if named & others else own
        apart = frozenset[int]()
        if len(beside) == 1 and parts and not grid.pitch:
            header = Header(pin.header[0], pin.header[-1], parts)
            wanted = {column_index(c) for c, fields in pin.columns.items() if fields and _is_letter(c)}
            apart = standing_apart(header, sorted(parts), filled, words) - wanted
        left = min(own, default=_left(pin))
        side = left if any(_first_own(p, beside) < left for p in beside) else -1
        found.append(
            Table(
                pin.header[0],
                pin.header[-1],
                first,
                last,
                tuple(columns),
                {c: parts.get(c, ()) for c in columns},
                side,
                apart,
                own=own,
            )
        )
    return found


def _left(pin: PinnedTable) -> int:
    return min((column_index(c) for c in pin.columns if _is_letter(c)), default=0)


def _first_own(pin: PinnedTable, beside: list[PinnedTable]) -> int:
    """Its first column that no table beside it has, too."""
    shared = {c for p in beside if p is not pin for c in p.columns}
    own = [column_index(c) for c in pin.columns if _is_letter(c) and c not in shared]
    return min(own, default=_left(pin))


def _is_letter(name: str) -> bool:
    return name.isascii() and name.isalpha() and name.isupper() and len(name) <= 3


def overridden(
    table: Table,
    columns: tuple[Assigned, ...],
    pins: tuple[PinnedTable, ...],
    name: str,
    problems: list[ImportProblem],
) -> tuple[Assigned, ...]:
    """The columns as pinned: by letter, else by heading. A pinned field is taken from any other column."""
    given: dict[int, tuple[str, ...]] = {}
    for pin in pins:
        if pin.header and pin.header != tuple(range(table.top, table.bottom + 1)):
            continue
        for key, fields in pin.columns.items():
            matched = [c for c in columns if column_letter(c.column) == key] or [
                c for c in columns if _named(c, key)
            ]
            for column in matched:
                given[column.column] = fields
            if not matched and not (_is_letter(key) and len(pins) > 1):
                text = f"{name} names a column {key!r} that the table does not have"
                problems.append(
                    ImportProblem(pin.sheet, table.bottom + 1, "", text, "write its letter or its heading")
                )
    if not given:
        return columns
    held = {f: c for c, fields in given.items() for f in fields}
    return tuple(_one(column, given, held, name) for column in columns)


def _one(column: Assigned, given: dict[int, tuple[str, ...]], held: dict[str, int], name: str) -> Assigned:
    if column.column in given:
        return replace(column, fields=given[column.column], why=f"pinned in {name}", weak=False)
    lost = [f for f in column.fields if f in held and f not in MANY]
    if lost:
        return replace(
            column, fields=(), why=f"column {column_letter(held[lost[0]])} is pinned for {lost[0]}"
        )
    return column


def _named(column: Assigned, key: str) -> bool:
    wanted = heading_key(key)
    return bool(wanted) and wanted in {
        heading_key(column.heading),
        heading_key(column.heading.rsplit("/", 1)[-1]),
    }
