"""One pass over the XML of a sheet, a stretch of rows at a time: how far it reaches, and what its look says.

The pass is the guard of the reader behind it: a reader allocates the bounding box of the filled cells, so a
cell at A1 and one at XFD1048576 would end the process. Patterns over bytes and no XML parser, because a
ledger of 100,000 rows has a million cells and this must cost less than reading their values.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from reconciler.ledger.archive import Parts
from reconciler.ledger.looks import Looks, without_struck
from reconciler.ledger.stretches import Stretch, stretches
from reconciler.ledger.workbook import (
    MAX_AREA,
    Fault,
    Layout,
    Merge,
    UnreadableError,
    column_index,
)

_COMPACT = 16 * 2**20
_MANY_BLANKS = 500_000
_GAP_ROWS, _GAP_COLUMNS = 1000, 200
"""Empty rows and columns behind which a cell is astray and no part of a table."""

_HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
_TAIL = b"</sheetData></worksheet>"
_AT = rb'<c r="([A-Z]{1,3})(\d{1,7})"'
_CELL = re.compile(_AT + rb"[^<>/]*>")
_ANY_POSITION = re.compile(rb'r="([A-Z]{1,3})(\d{1,7})"')
_CELL_WHOLE = re.compile(_AT + rb"[^<>]*(?:/>|>(?:[^<]++|<(?!/?c[ >]))*+</c>)")
_CELL_TEXT = re.compile(_AT + rb'[^<>/]*? t="s"[^<>/]*>\s*<v>(\d+)<')
_CELL_RICH = re.compile(_AT + rb'[^<>/]*? t="inlineStr"[^<>/]*>\s*<is>((?:[^<]++|<(?!/?is>))*+)</is>')
_CELL_FORMULA = re.compile(
    _AT + rb"([^<>/]*)>\s*(<f\b[^<>]*(?:/>|>[^<]*</f>)\s*)?(?:<v\s*(?:/>|>([^<]*)</v>)\s*)?</c>"
)
_ROW = re.compile(rb"<row\b([^<>]*)>")
_ROW_NUMBER = re.compile(rb'\sr="(\d{1,7})"')
_HIDDEN = re.compile(rb'\shidden="(?:1|true)"')
_MERGE = re.compile(rb'<mergeCell\b[^<>]*?\sref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_COLUMNS = re.compile(rb'<col\b(?=[^<>]*\smin="(\d{1,5})")(?=[^<>]*\smax="(\d{1,5})")[^<>]*>')


@dataclass(slots=True)
class Scan:
    """What one pass found. Rows and columns are counted from 0; last_row and last_column are -1 in an empty sheet.

    blanks: cells that have a format and nothing else.  compact: the filled cells' XML, None where it is long.
    """

    last_row: int = -1
    last_column: int = -1
    cells: int = 0
    blanks: int = 0
    compact: bytes | None = b""
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    filtered: bool = False
    merges: list[Merge] = field(default_factory=list)
    struck: dict[int, set[int]] = field(default_factory=dict)
    grey: dict[int, set[int]] = field(default_factory=dict)
    part_struck: dict[tuple[int, int], str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    @property
    def strewn(self) -> bool:
        """Whether the filled cells reach so far that a reader's box would be mostly, and dangerously, empty."""
        rows = self.last_row + 1
        return rows * (self.last_column + 1) > MAX_AREA or rows > max(20_000, 4 * self.cells)

    def body(self) -> bytes | None:
        """The sheet without its blank cells, where those would cost the reader more than the filled ones."""
        if self.compact is None or self.blanks < _MANY_BLANKS:
            return None
        cells = b"".join(m[0] for m in _CELL_WHOLE.finditer(self.compact))
        return _HEAD + b"<row>" + cells + b"</row>" + _TAIL

    def layout(self) -> Layout:
        return Layout(
            frozenset(self.hidden_rows),
            frozenset(self.hidden_columns),
            self.filtered,
            {row: frozenset(columns) for row, columns in self.struck.items()},
            {row: frozenset(columns) for row, columns in self.grey.items()},
            self.part_struck,
            tuple(self.faults),
        )


def scan_sheet(parts: Parts, name: str, looks: Looks, struck: dict[int, str]) -> Scan:
    """`struck`: shared texts that are struck in part (looks.struck_strings). Raises as Parts.pieces."""
    scan = Scan()
    styled = _styled(looks)
    ended = False
    for stretch in stretches(parts, name):
        text, filled = stretch.text, stretch.filled
        scan.blanks += stretch.blanks
        _hidden(text, scan)
        ended = ended or b"</sheetData" in text
        if ended:
            _merges(text, scan)
        if scan.compact is not None:
            scan.compact = scan.compact + filled if len(scan.compact) + len(filled) < _COMPACT else None
        _extent(stretch, scan)
        if styled is not None:
            _looks(filled, scan, looks, styled)
        if struck:
            for m in _CELL_TEXT.finditer(filled):
                if (rest := struck.get(int(m[3]))) is not None:
                    scan.part_struck[_at(m)] = rest
        if b"<strike" in filled:
            for m in _CELL_RICH.finditer(filled):
                if rest := without_struck(m[3]):
                    scan.part_struck[_at(m)] = rest
        if b"<f" in filled or b't="e"' in filled:
            _faults(filled, scan)
    return scan


def _at(m: re.Match[bytes]) -> tuple[int, int]:
    return int(m[2]) - 1, column_index(m[1].decode())


def _hidden(text: bytes, scan: Scan) -> None:
    if b"hidden=" not in text:
        return
    for m in _ROW.finditer(text):
        if _HIDDEN.search(m[1]) and (number := _ROW_NUMBER.search(m[1])):
            scan.hidden_rows.add(int(number[1]) - 1)
    for m in _COLUMNS.finditer(text):
        if _HIDDEN.search(m[0]):
            scan.hidden_columns.update(range(int(m[1]) - 1, min(int(m[2]), 16_384)))
            if len(scan.hidden_columns) >= 16_384:
                return


def _extent(stretch: Stretch, scan: Scan) -> None:
    found = (_ANY_POSITION if stretch.odd else _CELL).findall(stretch.filled)
    if found:
        scan.cells += len(found)
        scan.last_row = max(scan.last_row, max(map(int, {n for _, n in found})) - 1)
        scan.last_column = max(scan.last_column, max(column_index(c.decode()) for c in {c for c, _ in found}))


def _merges(text: bytes, scan: Scan) -> None:
    scan.filtered = scan.filtered or b"filterColumn" in text
    if b"mergeCell" in text:
        for m in _MERGE.finditer(text):
            left, right = column_index(m[1].decode()), column_index(m[3].decode())
            scan.merges.append(Merge(int(m[2]) - 1, left, int(m[4]) - 1, right))


def _styled(looks: Looks) -> re.Pattern[bytes] | None:
    """Finds filled cells whose style means something; None where the workbook has no such style."""
    styles = looks.struck | looks.grey
    if not styles:
        return None
    ids = b"|".join(str(s).encode() for s in sorted(styles))
    return re.compile(_AT + rb'[^<>/]*? s="(' + ids + rb')"[^<>/]*>')


def _looks(text: bytes, scan: Scan, looks: Looks, styled: re.Pattern[bytes]) -> None:
    for m in styled.finditer(text):
        (row, column), style = _at(m), int(m[3])
        if style in looks.struck:
            scan.struck.setdefault(row, set()).add(column)
        if style in looks.grey:
            scan.grey.setdefault(row, set()).add(column)


def _faults(text: bytes, scan: Scan) -> None:
    """Errors of formulas, and formulas without the value that Excel stores beside each."""
    for m in _CELL_FORMULA.finditer(text):
        formula, value = m[4], m[5] or b""
        if b't="e"' in m[3]:
            shown = value.decode("utf-8", "replace") or "an error"
            scan.faults.append(
                Fault(*_at(m), f"the cell shows {shown}", "correct its formula, or type the value")
            )
        elif formula and not value and b't="str"' not in m[3]:
            text_ = "a formula that has never been calculated"
            scan.faults.append(Fault(*_at(m), text_, "open the file in Excel, save it, and give that"))


def trimmed(parts: Parts, name: str) -> tuple[bytes, tuple[tuple[int, int], ...]]:
    """The sheet's XML without cells that are astray, and where those were. Raises UnreadableError where its box
    stays too large: then it is no table with a stray cell, but cells strewn about."""
    rows, columns = Counter[int](), Counter[int]()
    for stretch in stretches(parts, name):
        found = [(int(n) - 1, column_index(c.decode())) for c, n in _CELL.findall(stretch.filled)]
        rows.update(r for r, _ in found)
        columns.update(c for _, c in found)
    last_row, last_column = _before_gap(rows, _GAP_ROWS), _before_gap(columns, _GAP_COLUMNS)
    if (last_row + 1) * (last_column + 1) > MAX_AREA:
        raise UnreadableError(
            "The workbook has cells strewn over a sheet far larger than a table: delete what lies "
            "to the right of the table and below it, save, and try again."
        )
    stray: list[tuple[int, int]] = []
    keep = _keeper(last_row, last_column, stray)
    body = b"".join(_CELL_WHOLE.sub(keep, stretch.text) for stretch in stretches(parts, name))
    if any(
        int(n) > last_row + 1 or column_index(c.decode()) > last_column
        for c, n in _ANY_POSITION.findall(body)
    ):
        raise ValueError("a position that is no cell's")
    return body, tuple(stray)


def _keeper(
    last_row: int, last_column: int, stray: list[tuple[int, int]]
) -> Callable[[re.Match[bytes]], bytes]:
    def keep(m: re.Match[bytes]) -> bytes:
        row, column = _at(m)
        if row <= last_row and column <= last_column:
            return m[0]
        if not m[0].endswith(b"/>"):
            stray.append((row, column))
        return b""

    return keep


def _before_gap(counts: Counter[int], gap: int) -> int:
    """The last index before a gap behind which less than one cell in a hundred lies."""
    total, seen = counts.total(), 0
    before = -1
    for index in sorted(counts):
        if index - before > gap and before >= 0 and (total - seen) * 100 < max(total, 500):
            return before
        seen += counts[index]
        before = index
    return before
