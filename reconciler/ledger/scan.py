"""One pass over the XML of a sheet, a stretch of rows at a time: how far it reaches, and what its look says.

The pass is the guard of the reader behind it: a reader allocates the bounding box of the filled cells, so a
cell at A1 and one at XFD1048576 would end the process. Patterns over bytes and no XML parser, because a
ledger of 100,000 rows has a million cells and this must cost less than reading their values.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from reconciler.ledger.archive import Parts
from reconciler.ledger.looks import Looks, without_struck
from reconciler.ledger.workbook import (
    MAX_AREA,
    Fault,
    Layout,
    Merge,
    UnreadableError,
    column_index,
    column_letter,
)

MAX_ROW_BYTES = 64 * 2**20
_COMPACT = 16 * 2**20
_MANY_BLANKS = 500_000
_GAP_ROWS, _GAP_COLUMNS = 1000, 200
"""Empty rows and columns behind which a cell is astray and no part of a table."""

_HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
_TAIL = b"</sheetData></worksheet>"
_AT = rb'<c r="([A-Z]{1,3})(\d{1,7})"'
_CELL = re.compile(_AT + rb"[^>/]*>")
_CELL_WHOLE = re.compile(_AT + rb"[^>]*(?:/>|>.*?</c>)", re.DOTALL)
_CELL_TEXT = re.compile(_AT + rb'[^>/]*? t="s"[^>/]*>\s*<v>(\d+)<')
_CELL_RICH = re.compile(_AT + rb'[^>/]*? t="inlineStr"[^>/]*>\s*<is>(.*?)</is>', re.DOTALL)
_CELL_FORMULA = re.compile(
    _AT + rb"([^>/]*)>\s*(<f\b[^>]*(?:/>|>[^<]*</f>)\s*)?(?:<v\s*(?:/>|>([^<]*)</v>)\s*)?</c>"
)
_ROW = re.compile(rb"<row\b([^>]*)>")
_ROW_NUMBER = re.compile(rb'\sr="(\d{1,7})"')
_HIDDEN = re.compile(rb'\shidden="(?:1|true)"')
_MERGE = re.compile(rb'<mergeCell\b[^>]*?\sref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_COLUMNS = re.compile(rb'<col\b(?=[^>]*\smin="(\d{1,5})")(?=[^>]*\smax="(\d{1,5})")[^>]*>')
_PREFIX = re.compile(rb"<(/?)\w+:(?=\w)")
_LATE_NUMBER = re.compile(rb'<c\b([^>]*?)\s+(r="[A-Z]{1,3}\d{1,7}")')
_ROW_OR_CELL = re.compile(rb"<row\b([^>]*)>|<c\b(?! r=)([^>]*)>|<c r=\"([A-Z]{1,3})")


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
    def area(self) -> int:
        return (self.last_row + 1) * (self.last_column + 1)

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
    for text in stretches(parts, name):
        _hidden(text, scan)
        _merges(text, scan)
        filled = _without_blanks(text, scan)
        if scan.compact is not None:
            scan.compact = scan.compact + filled if len(scan.compact) + len(filled) < _COMPACT else None
        _extent(filled, scan)
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


def stretches(parts: Parts, name: str) -> Iterator[bytes]:
    """Whole rows at a time, as Excel writes them: no prefix of a name space, each row and cell with its
    position, in front of its other attributes. The first stretch has the sheet's head, the last its tail."""
    buffer, row = b"", -1
    for piece in parts.pieces(name):
        buffer += piece
        cut = max(buffer.rfind(b"<row"), buffer.rfind(b":row "))
        if cut > 0:
            cut = buffer.rfind(b"<", 0, cut + 1)
            text, row = _as_excel(buffer[:cut], row)
            yield text
            buffer = buffer[cut:]
        if len(buffer) > MAX_ROW_BYTES:
            raise UnreadableError(
                "The workbook has a row that never ends: it is damaged, or not safe to read."
            )
    yield _as_excel(buffer, row)[0]


def _as_excel(text: bytes, row: int) -> tuple[bytes, int]:
    """The stretch in Excel's own form, and the index of its last row; nothing to do for most files."""
    if b":c" in text or b":row" in text:
        text = _PREFIX.sub(rb"<\1", text)
    if not _all_numbered(text):
        text = _LATE_NUMBER.sub(rb"<c \2\1", text)
    rows = text.count(b"<row")
    if rows != text.count(b'<row r="') or not _all_numbered(text):
        return _numbered(text, row)
    last = _ROW_NUMBER.search(text, text.rfind(b"<row")) if rows else None
    return text, int(last[1]) - 1 if last else row


def _all_numbered(text: bytes) -> bool:
    return b"<c>" not in text and text.count(b"<c ") == text.count(b'<c r="')


def _numbered(text: bytes, row: int) -> tuple[bytes, int]:
    """Positions may be left out (18.3.1.4, 18.3.1.73): then a row follows the last row, a cell the last cell."""
    at = [row, -1]

    def number(m: re.Match[bytes]) -> bytes:
        if m[1] is not None:
            said = _ROW_NUMBER.search(m[1])
            at[:] = [int(said[1]) - 1 if said else at[0] + 1, -1]
            return m[0] if said else b'<row r="%d"%s>' % (at[0] + 1, m[1])
        if m[3] is not None:
            at[1] = column_index(m[3].decode())
            return m[0]
        at[1] += 1
        return b'<c r="%s%d"%s>' % (column_letter(at[1]).encode(), at[0] + 1, m[2])

    return _ROW_OR_CELL.sub(number, text), at[0]


def _without_blanks(text: bytes, scan: Scan) -> bytes:
    """The filled cells alone where most are blank: a million formatted blank rows must cost little."""
    filled, blank = text.count(b"</c>"), text.count(b"<c ")
    scan.blanks += blank - filled
    if blank < 4 * filled + 1000:
        return text
    return b"".join(piece[piece.rfind(b"<c ") :] + b"</c>" for piece in text.split(b"</c>")[:-1])


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


def _extent(text: bytes, scan: Scan) -> None:
    found = _CELL.findall(text)
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
    return re.compile(_AT + rb'[^>/]*? s="(' + ids + rb')"[^>/]*>')


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
    for text in stretches(parts, name):
        found = [(int(n) - 1, column_index(c.decode())) for c, n in _CELL.findall(text)]
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
    body = b"".join(_CELL_WHOLE.sub(keep, text) for text in stretches(parts, name))
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
