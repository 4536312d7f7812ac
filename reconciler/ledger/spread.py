"""One value that stands in several columns: an address in four or in two, a day in columns for year, month and day. Pure.

Forms have them so that each number gets a box of its own. The numbers are put together in the first of the
columns before anything is read, as a person would write them; the other columns belong to it and are empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reconciler.ledger.dictionary import Dictionary, heading_key
from reconciler.ledger.grid import Grid
from reconciler.ledger.headings import candidates
from reconciler.ledger.normalise import Cell, cell_text, identifier
from reconciler.ledger.tables import Table

_OCTETS = 4
_NETWORK = re.compile(r"\d{1,3}(\.\d{1,3}){2}\.?")
_LOOKED_AT = 50
"""Rows that must bear out what the headings say."""

_DAY = (("年", "年度", "西暦", "y", "yyyy", "year"), ("月", "m", "mm", "month"), ("日", "d", "dd", "day"))
_WHOLE_DAY = "年月日"


def gathered(grid: Grid, table: Table, words: Dictionary) -> tuple[Grid, Table]:
    """The grid and the table with such values in one cell each; as they are where there are none."""
    if grid.places is not None:
        return grid, table
    grid, table = _indented(grid, table)
    for columns, sign, heading in _spread(grid, table, words):
        rows = list(grid.rows)
        for index in range(table.first, table.last + 1):
            rows[index] = _joined(rows[index], columns, sign)
        parts = {**table.parts, **dict.fromkeys(columns, heading)}
        grid = replace(grid, rows=rows)
        table = replace(table, parts=parts, joined={**table.joined, **dict.fromkeys(columns[1:], columns[0])})
    return grid, table


def _indented(grid: Grid, table: Table) -> tuple[Grid, Table]:
    """One heading merged over two columns of which a row fills one: what belongs to the row above is set further in.
    Where the outer ones have nothing but their name, they are titles of what follows; else both name devices."""
    for outer, inner in zip(table.columns, table.columns[1:], strict=False):
        if not _under_one_heading(grid, table, outer, inner):
            continue
        rows = range(table.first, table.last + 1)
        outward = [r for r in rows if grid.cell(r, outer) is not None]
        inward = [r for r in rows if grid.cell(r, inner) is not None]
        if len(outward) < 2 or len(inward) < 2 or set(outward) & set(inward):
            continue
        alone = [r for r in outward if sum(cell is not None for cell in grid.rows[r]) == 1]
        if len(alone) == len(outward):
            columns = tuple(c for c in table.columns if c != outer)
            return grid, replace(table, columns=columns, parts={c: table.parts[c] for c in columns})
        changed = list(grid.rows)
        for row in inward:
            cells = list(changed[row])
            cells[outer], cells[inner] = cells[inner], None
            changed[row] = tuple(cells)
        return replace(grid, rows=changed), replace(table, joined={**table.joined, inner: outer})
    return grid, table


def _under_one_heading(grid: Grid, table: Table, outer: int, inner: int) -> bool:
    merges = (m for row in range(max(table.top, 0), table.bottom + 1) for m in grid.across.get(row, ()))
    return (
        inner == outer + 1
        and any(m.left == outer and m.right == inner for m in merges)
        and (table.parts.get(inner, ()) in {(), table.parts.get(outer, ())})
    )


def _spread(
    grid: Grid, table: Table, words: Dictionary
) -> Iterator[tuple[tuple[int, ...], str, tuple[str, ...]]]:
    """Columns that hold one value, the sign between its pieces, and the heading of the whole."""
    number = 0
    while number < len(table.columns):
        four = table.columns[number : number + _OCTETS]
        two = table.columns[number : number + 2]
        three = table.columns[number : number + len(_DAY)]
        if _next_to_each_other(four, _OCTETS) and _is_address(grid, table, four, words):
            yield four, ".", table.parts[four[0]]
            number += _OCTETS
        elif _next_to_each_other(three, len(_DAY)) and (heading := _of_day(grid, table, three)):
            yield three, "/", heading
            number += len(_DAY)
        elif _next_to_each_other(two, 2) and _network_and_host(grid, table, two):
            yield two, ".", _of_address(table, two, words)
            number += 2
        else:
            number += 1


def _next_to_each_other(columns: tuple[int, ...], count: int) -> bool:
    return len(columns) == count and columns[-1] - columns[0] == count - 1


def _is_address(grid: Grid, table: Table, columns: tuple[int, ...], words: Dictionary) -> bool:
    """One heading over four columns, or over the first of them, that means an address, and a number up to 255 in each."""
    first = table.parts[columns[0]]
    if not first or any(table.parts[c] not in {(), first} for c in columns[1:]):
        return False
    found = candidates(words, first)
    return bool(found) and "ips" in found[0].fields and _all_numbers(grid, table, columns, 255)


def _network_and_host(grid: Grid, table: Table, columns: tuple[int, ...]) -> bool:
    """172.22.5. beside 11, in every row that has both."""
    seen = 0
    for index in range(table.first, min(table.last, table.first + _LOOKED_AT) + 1):
        network, host = (grid.cell(index, c) for c in columns)
        if network is None or host is None:
            continue
        number = identifier(cell_text(host))
        if not isinstance(network, str) or not _NETWORK.fullmatch(identifier(network)):
            return False
        if not number.isdigit() or int(number) > 255:
            return False
        seen += 1
    return seen > 1


def _of_address(table: Table, columns: tuple[int, ...], words: Dictionary) -> tuple[str, ...]:
    """The heading that means an address: of the two, or the one above both."""
    of_each = [table.parts[c] for c in columns]
    for parts in (*of_each, *(p[:-1] for p in of_each)):
        if parts and any("ips" in c.fields for c in candidates(words, parts)[:1]):
            return parts
    return ("IPアドレス",)


def _of_day(grid: Grid, table: Table, columns: tuple[int, ...]) -> tuple[str, ...]:
    """購入 over 年, 月 and 日, or 購入年, 購入月 and 購入日: the heading of the whole, else ()."""
    parts = [table.parts[c] for c in columns]
    if not all(parts):
        return ()
    leaves = [heading_key(p[-1]) for p in parts]
    ends = [
        max((e for e in known if leaf.endswith(e)), key=len, default="")
        for leaf, known in zip(leaves, _DAY, strict=True)
    ]
    stems = {leaf.removesuffix(end) for leaf, end in zip(leaves, ends, strict=True)}
    above = {p[:-1] for p in parts if p[:-1]}  # 購入 may stand over the first of the three alone
    if not all(ends) or len(stems) != 1 or len(above) > 1 or not _all_numbers(grid, table, columns[1:], 31):
        return ()
    stem = stems.pop()
    if not stem and not above:
        return ()
    return (*(above.pop() if above else ()), f"{stem}{_WHOLE_DAY}")


def _all_numbers(grid: Grid, table: Table, columns: tuple[int, ...], most: int) -> bool:
    seen = 0
    for index in range(table.first, min(table.last, table.first + _LOOKED_AT) + 1):
        cells = [grid.cell(index, c) for c in columns]
        if any(cell is None for cell in cells):
            continue
        if not all(
            isinstance(c, int | str) and (t := identifier(cell_text(c))).isdigit() and int(t) <= most
            for c in cells
        ):
            return False
        seen += 1
    return seen > 0


def _joined(cells: tuple[Cell, ...], columns: tuple[int, ...], sign: str) -> tuple[Cell, ...]:
    pieces = [cells[c] if c < len(cells) else None for c in columns]
    filled = [identifier(cell_text(p)) for p in pieces if p is not None]
    whole = len(filled) == len(pieces) or (
        sign == "/" and pieces[0] is not None and None not in pieces[: len(filled)]
    )
    if len(filled) < 2 or not whole:
        return cells
    first, last = columns[0], columns[-1]
    return (
        *cells[:first],
        sign.join(p.rstrip(sign) for p in filled),
        *(None,) * (last - first),
        *cells[last + 1 :],
    )
