"""The XML of a sheet in stretches of whole rows, spelt as Excel spells it, whoever wrote it.

Other programs leave out positions (18.3.1.4, 18.3.1.73 of ISO/IEC 29500-1), use a prefix for the name space,
single quotes, another order of attributes. After this the patterns of scan.py need to know one spelling.
Most files are Excel's or spelt like them: a few counts tell, and nothing is rewritten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reconciler.ledger.archive import Parts
from reconciler.ledger.workbook import UnreadableError, column_index, column_letter

MAX_ROW_BYTES = 32 * 2**20
MAX_ROWS = 1_048_576
"""Rows of a sheet of Excel."""

MAX_CELLS_WRITTEN = 20_000_000
"""Cells of a sheet, blank ones included: a million rows of 15 formatted blank cells are read."""

_QUOTES = re.compile(rb"""\s{0,8}=\s{0,8}['"]([^'"<>]*)['"]""")
_PREFIX = re.compile(rb"<(/?)\w+:(?=\w)")
_LATE_NUMBER = re.compile(rb'<(c|row)\b([^<>]*?)\s+(r="[A-Z]{0,3}\d{1,7}")')
_ROW_NUMBER = re.compile(rb'<row r="(\d{1,7})"')
_ROW_OR_CELL = re.compile(rb'<row\b([^<>]*)>|<c\b(?! r=)([^<>]*)>|<c r="([A-Z]{1,3})')


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some rows. text: all of it; the first has the head of the sheet, the last its tail.  filled: its filled
    cells alone where most are blank, else `text`.  blanks: cells that have a format and nothing else.
    odd: positions stand where no row or cell has one; a reader may believe them."""

    text: bytes
    filled: bytes
    blanks: int
    odd: bool


def stretches(parts: Parts, name: str) -> Iterator[Stretch]:
    """Raises as Parts.pieces, and UnreadableError where there are more rows or cells than any sheet has."""
    rows = cells = 0
    last = -1
    for raw in _raw(parts, name):
        open_rows, open_cells = raw.count(b"<row"), raw.count(b"<c")
        prefixed = b":c" in raw
        rows += open_rows + (raw.count(b":row") if prefixed else 0)
        cells += open_cells + (raw.count(b":c") if prefixed else 0)
        if rows > 2 * MAX_ROWS or cells > MAX_CELLS_WRITTEN:  # with a prefix, the end tags are counted, too
            raise UnreadableError(
                "The workbook has a sheet of more rows and cells than a table has: copy the table into a new "
                "workbook and give that."
            )
        stretch, last = _spelt(raw, last, (open_rows, 0 if prefixed else open_cells))
        yield stretch


def _raw(parts: Parts, name: str) -> Iterator[bytes]:
    """What stands before the rows; then cut before the last row that has begun."""
    buffer, head = b"", True
    for piece in parts.pieces(name):
        buffer += piece
        if head and (at := buffer.find(b"sheetData")) > 0:
            at = buffer.rfind(b"<", 0, at)
            yield buffer[:at]
            buffer, head = buffer[at:], False
        cut = max(buffer.rfind(b"<row"), buffer.rfind(b":row"))
        if cut > 0 and (cut := buffer.rfind(b"<", 0, cut + 1)) > 0:
            yield buffer[:cut]
            buffer = buffer[cut:]
        if len(buffer) > MAX_ROW_BYTES:
            raise UnreadableError(
                "The workbook has a row that never ends: it is damaged, or not safe to read."
            )
    yield buffer


def _spelt(text: bytes, last: int, open_tags: tuple[int, int]) -> tuple[Stretch, int]:
    """`last`: the index of the row before; the index of the last row of this stretch comes back.
    open_tags: how many rows and cells begin here, however they are spelt."""
    rows, cells = text.count(b'<row r="'), text.count(b'<c r="')
    positions = text.count(b'r="')
    if (
        positions != rows + cells
        or text.count(b"<c") != cells
        or text.count(b"<row") != rows
        or b":c" in text
    ):
        text = _PREFIX.sub(rb"<\1", text)
        text = _QUOTES.sub(rb'="\1"', text)
        text = _LATE_NUMBER.sub(rb"<\1 \3\2", text)
        text = _numbered(text, last)
        rows, cells = text.count(b'<row r="'), text.count(b'<c r="')
        positions = text.count(b' r="')
    if rows and (found := _ROW_NUMBER.search(text, text.rfind(b'<row r="'))):
        last = int(found[1]) - 1
    filled = text.count(b"</c>")
    compact = text if cells < 4 * filled + 1000 else _without_blanks(text)
    return Stretch(text, compact, cells - filled, positions != rows + cells), last


def _numbered(text: bytes, last: int) -> bytes:
    """A row without a position follows the last row, a cell the last cell."""
    at = [last, -1]

    def number(m: re.Match[bytes]) -> bytes:
        if m[1] is not None:
            said = _ROW_NUMBER.match(m[0])
            at[:] = [int(said[1]) - 1 if said else at[0] + 1, -1]
            return m[0] if said else b'<row r="%d"%s>' % (at[0] + 1, m[1])
        if m[3] is not None:
            at[1] = column_index(m[3].decode())
            return m[0]
        at[1] += 1
        return b'<c r="%s%d"%s>' % (column_letter(at[1]).encode(), at[0] + 1, m[2])

    return _ROW_OR_CELL.sub(number, text)


def _without_blanks(text: bytes) -> bytes:
    return b"".join(piece[piece.rfind(b"<c ") :] + b"</c>" for piece in text.split(b"</c>")[:-1])
