"""The tables of a grid: which rows and columns belong to which header, also two tables side by side.

A table ends where the next header begins; what its rows are is judged in rows.py. Without any header,
columns that are plainly addresses still make a table, and the reader is told so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reconciler.ledger.abreast import NAMES, abreast, without_number
from reconciler.ledger.candidate import STRONG
from reconciler.ledger.dictionary import Dictionary
from reconciler.ledger.grid import Grid
from reconciler.ledger.headers import IDENTITY, Header, Headers, is_hint_row
from reconciler.ledger.headings import candidates
from reconciler.ledger.sniff import profile

SAMPLE = 300
"""How many rows of a table are looked at where its columns are judged."""


@dataclass(frozen=True, slots=True)
class Table:
    """header rows top to bottom, data rows first to last; all from 0, inclusive (last < first: no rows).

    parts: column -> its headings, () where a column with data has none.  side: the letter index of its first
    column where another table stands to the left of it on the same rows, else -1.  apart: columns behind empty
    ones that have headings and are no table of devices: a count by makers, a legend.  joined: columns whose value was
    put into another, which stands to their left (spread.py).  own: columns of which one must be filled, where the others
    are said of several devices of the row (abreast.py).
    """

    top: int
    bottom: int
    first: int
    last: int
    columns: tuple[int, ...]
    parts: dict[int, tuple[str, ...]]
    side: int = -1
    apart: frozenset[int] = frozenset()
    joined: Mapping[int, int] = field(default_factory=dict)
    own: frozenset[int] = frozenset()


def tables_of(grid: Grid, words: Dictionary) -> list[Table]:
    """From top to bottom, and from left to right."""
    headers = list(Headers(grid, words).all())
    found: list[Table] = []
    if not headers:
        return _headless(grid, words)
    number = 0
    while number < len(headers):
        header, following = headers[number], number + 1
        while following < len(headers) and dict(headers[following].parts) == dict(header.parts):
            following += 1  # the same headings once more, as on every printed page: the table goes on
        last = (headers[following].top if following < len(headers) else len(grid.rows)) - 1
        found.extend(_bands(grid, header, last, words))
        number = following
    return found


def _headless(grid: Grid, words: Dictionary) -> list[Table]:
    """A table without headings, where at least one column is plainly MAC or IP addresses."""
    sample = grid.rows[:SAMPLE]
    columns = [c for c in range(grid.width) if any(c < len(row) and row[c] is not None for row in sample)]
    seen = {c: profile((row[c] for row in sample if c < len(row)), words) for c in columns}
    plain = [p for p in seen.values() if max(p.mac, p.ip) >= 3 and p.share(max(p.mac, p.ip)) >= 0.6]
    if not plain:
        return []
    return [Table(-1, -1, 0, len(grid.rows) - 1, tuple(columns), dict.fromkeys(columns, ()))]


def _bands(grid: Grid, header: Header, last: int, words: Dictionary) -> Iterator[Table]:
    """The header cut into tables that stand side by side; most headers are one."""
    first = first_row(grid, header.bottom, last)
    if groups := abreast(header.parts, words):
        yield from _devices_abreast(header, groups, first, last, words)
        return
    filled = _filled(grid, first, last)
    bands = [sorted(header.parts)] if grid.pitch else _split(header, filled, words)
    for number, group in enumerate(bands):
        left, right = group[0], group[-1]
        edge = bands[number + 1][0] if number + 1 < len(bands) else right + 1
        extra = [
            c
            for c in filled
            if left - (1 if number == 0 else 0) <= c < max(edge, right + 1) and c not in header.parts
        ]
        columns = tuple(sorted({*group, *extra}))
        parts = {c: header.parts.get(c, ()) for c in columns}
        apart = frozenset[int]() if grid.pitch else standing_apart(header, group, filled, words)
        yield Table(header.top, header.bottom, first, last, columns, parts, left if number else -1, apart)


def _devices_abreast(
    header: Header, groups: list[tuple[int, ...]], first: int, last: int, words: Dictionary
) -> Iterator[Table]:
    """A table for each device of a row; what stands beside them is said of all, save for a number."""
    beside = sorted(set(header.parts) - {c for group in groups for c in group})
    shared = [c for c in beside if not _fields(header, [c], words) & NAMES]
    for number, group in enumerate(groups):
        columns = sorted({*(shared if number else beside), *group})
        parts = {c: header.parts[c] for c in columns}
        parts |= {
            c: (rest,) for c in group if (rest := without_number(parts[c][0], words)) and len(parts[c]) == 1
        }
        side = group[0] if number else -1
        yield Table(header.top, header.bottom, first, last, tuple(columns), parts, side, own=frozenset(group))


def standing_apart(
    header: Header, group: list[int], filled: Counter[int], words: Dictionary
) -> frozenset[int]:
    """What begins behind two empty columns, or behind one with a heading that the table has already."""
    seen = {header.parts[group[0]]}
    for i in range(1, len(group)):
        between = range(group[i - 1] + 1, group[i])
        empty = sum(1 for c in between if c not in header.parts and not filled[c])
        if empty >= 2 or (empty and header.parts[group[i]] in seen):
            return frozenset() if _is_table(header, group[i:], words) else frozenset(group[i:])
        seen.add(header.parts[group[i]])
    return frozenset()


def first_row(grid: Grid, bottom: int, last: int) -> int:
    """The first row under the headings that is not a hint on how to fill them."""
    first = bottom + 1
    while first <= last and is_hint_row(grid.rows[first]):
        first += 1
    return first


def _filled(grid: Grid, first: int, last: int) -> Counter[int]:
    """How many of the sampled rows have something in each column."""
    counts = Counter[int]()
    step = max(1, (last - first + 1) // SAMPLE)
    for row in range(first, last + 1, step):
        counts.update(c for c, cell in enumerate(grid.rows[row]) if cell is not None)
    return counts


def _split(header: Header, filled: Counter[int], words: Dictionary) -> list[list[int]]:
    """Columns of the header in groups: cut at an empty column before headings that begin anew (some mean what some
    to the left mean), or where the whole row of headings repeats."""
    columns = sorted(header.parts)
    starts = [0]
    for i in range(1, len(columns)):
        gap = any(c not in header.parts and not filled[c] for c in range(columns[i - 1] + 1, columns[i]))
        again = (
            columns[i] > columns[starts[-1]] and header.parts[columns[i]] == header.parts[columns[starts[-1]]]
        )
        if (
            gap
            and _is_table(header, columns[starts[-1] : i], words)
            and _is_table(header, columns[i:], words)
            and _fields(header, columns[starts[-1] : i], words) & _fields(header, columns[i:], words)
        ) or (again and _run(header, columns, starts[-1], i) >= min(3, i - starts[-1]) >= 2):
            starts.append(i)
    return [columns[a:b] for a, b in zip(starts, [*starts[1:], len(columns)], strict=True)]


def _run(header: Header, columns: list[int], a: int, b: int) -> int:
    """How many headings from `a` on are the same as those from `b` on."""
    count = 0
    for x, y in zip(columns[a:b], columns[b:], strict=False):
        if header.parts[x] != header.parts[y]:
            break
        count += 1
    return count


def _is_table(header: Header, columns: list[int], words: Dictionary) -> bool:
    """Whether these headings alone would make a table of devices."""
    fields = _fields(header, columns, words)
    return bool(fields & IDENTITY) and len(fields) >= 2


def _fields(header: Header, columns: list[int], words: Dictionary) -> set[str]:
    fields = set[str]()
    for column in columns:
        found = candidates(words, header.parts[column])
        if found and found[0].score >= STRONG - 30:
            fields.update(found[0].fields)
    return fields
