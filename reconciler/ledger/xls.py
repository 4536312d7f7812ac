"""xls, the binary workbook of Excel 97 to 2003: values by calamine, hidden and struck-through rows by one pass.

The file is a compound file ([MS-CFB], read by olefile); its stream "Workbook" ("Book" in Excel 95) is a
sequence of records, each of number, length and body ([MS-XLS] 2.1.4). Only the records that say how a row
looks are read here. A stream with a FilePass record is encrypted; so is a compound file with EncryptionInfo,
which is how Excel wraps an .xlsx that has a password.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reconciler.ledger.compound import all_end
from reconciler.ledger.values import rows_of, trips
from reconciler.ledger.workbook import MAX_AREA, Layout, Merge, Sheet, UnreadableError, Workbook

BOF, EOF, FONT, XF, ROW, COLUMNS = 0x0809, 0x000A, 0x0031, 0x00E0, 0x0208, 0x007D
BOUNDSHEET, FILEPASS, DATEMODE, FILTERMODE = 0x0085, 0x002F, 0x0022, 0x009B
CELLS = frozenset({0x00FD, 0x0203, 0x027E, 0x0204, 0x0205, 0x0006, 0x00D6})
"""LABELSST, NUMBER, RK, LABEL, BOOLERR, FORMULA, RSTRING: one filled cell each ([MS-XLS] 2.4)."""
MULRK = 0x00BD

_HEADER = struct.Struct("<HH")
_CELL = struct.Struct("<HHH")
_STRIKE_OUT, _ROW_HIDDEN, _COLUMN_HIDDEN = 0x0008, 0x0020, 0x0001


@dataclass(slots=True)
class Look:
    """What the records of one sheet say; rows and columns from 0."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    filtered: bool = False
    struck: dict[int, set[int]] = field(default_factory=dict)
    last_row: int = -1
    last_column: int = -1


def read_xls(path: Path) -> Workbook:
    """Raises UnreadableError where the file is encrypted, damaged, or no workbook."""
    stream = _stream(path)
    damaged = f"{path.name} is damaged or incomplete: open it in Excel, save it again as .xlsx and give that."
    from python_calamine import (
        CalamineError,
        CalamineWorkbook,
        SheetTypeEnum,
        SheetVisibleEnum,
    )  # late: only for a workbook

    try:
        looks, epoch_1904 = _looks(stream)
        if any((look.last_row + 1) * (look.last_column + 1) > MAX_AREA for look in looks.values()):
            raise UnreadableError(
                f"{path.name} has cells strewn over a sheet far larger than a table: delete what lies outside "
                "the table, save it as .xlsx and give that."
            )
        if not all_end(path.read_bytes()):
            raise UnreadableError(damaged)
        book = CalamineWorkbook.from_path(path)
        sheets = list[Sheet]()
        for meta in book.sheets_metadata:
            if meta.typ is not SheetTypeEnum.WorkSheet:
                continue
            source = book.get_sheet_by_name(meta.name)
            look = looks.get(len(sheets), Look())
            merges = tuple(
                Merge(t, left, b, right) for (t, left), (b, right) in source.merged_cell_ranges or ()
            )
            hidden = meta.visible is not SheetVisibleEnum.Visible
            sheets.append(Sheet(meta.name, rows_of(source), merges, hidden, _layout(look)))
    except trips(CalamineError, struct.error, OSError, KeyError, IndexError, ValueError) as error:
        if isinstance(error, UnreadableError):
            raise
        raise UnreadableError(damaged) from error
    if not any(sheet.rows for sheet in sheets):
        raise UnreadableError(f"{path.name} has no filled cell: copy it again from where the ledger is kept.")
    return Workbook(tuple(sheets), epoch_1904)


def _layout(look: Look) -> Layout:
    struck = {row: frozenset(columns) for row, columns in look.struck.items()}
    return Layout(frozenset(look.hidden_rows), frozenset(look.hidden_columns), look.filtered, struck)


def _stream(path: Path) -> bytes:
    """The records of the workbook. Raises UnreadableError for encrypted files and for other compound files."""
    import olefile  # type: ignore[import-untyped]  # late, as calamine

    name = path.name
    locked = UnreadableError(
        f"{name} is locked with a password: open it in Excel, take the password off "
        "(File > Info > Protect Workbook), save it, and give that."
    )
    try:
        with olefile.OleFileIO(path) as compound:
            if compound.exists("EncryptionInfo") or compound.exists("EncryptedPackage"):
                raise locked
            stream = next((s for s in ("Workbook", "Book") if compound.exists(s)), None)
            if stream is None:
                what = "a Word document" if compound.exists("WordDocument") else "no workbook"
                raise UnreadableError(
                    f"{name} is {what}: copy its table into an Excel workbook and give that."
                )
            records = bytes(compound.openstream(stream).read())
    except (
        OSError,
        ValueError,
        IndexError,
        TypeError,
        AttributeError,
        struct.error,
        RecursionError,
        OverflowError,
    ) as error:
        if isinstance(error, UnreadableError):
            raise
        raise UnreadableError(
            f"{name} is damaged or incomplete: open it in Excel, save it again as .xlsx and give that."
        ) from error
    if any(number == FILEPASS for number, _ in _records(records, 0)):
        raise locked
    return records


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records of one substream, from its BOF at `at` to its EOF."""
    while at + 4 <= len(stream):
        number, length = _HEADER.unpack_from(stream, at)
        yield number, stream[at + 4 : at + 4 + length]
        if number == EOF:
            return
        at += 4 + length


def _looks(stream: bytes) -> tuple[dict[int, Look], bool]:
    """The look of each worksheet by its place among the worksheets, and whether dates count from 1904."""
    struck_fonts, formats, offsets = set[int](), list[int](), list[int]()
    epoch_1904, font = False, 0
    for number, body in _records(stream, 0):
        if number == FONT:
            font += font == 4  # font 4 does not exist ([MS-XLS] 2.5.129)
            if int.from_bytes(body[2:4], "little") & _STRIKE_OUT:
                struck_fonts.add(font)
            font += 1
        elif number == XF:
            formats.append(int.from_bytes(body[:2], "little"))
        elif number == BOUNDSHEET and body[5] == 0:
            offsets.append(int.from_bytes(body[:4], "little"))
        elif number == DATEMODE:
            epoch_1904 = body[:1] == b"\x01"
    struck = {i for i, f in enumerate(formats) if f in struck_fonts}
    return {i: _look(stream, at, struck) for i, at in enumerate(offsets)}, epoch_1904


def _look(stream: bytes, at: int, struck: set[int]) -> Look:
    look = Look()
    for number, body in _records(stream, at):
        if number in CELLS:
            row, column, style = _CELL.unpack_from(body)
            _fill(look, row, column)
            if style in struck:
                look.struck.setdefault(row, set()).add(column)
        elif number == MULRK:
            row, first, _ = _CELL.unpack_from(body)
            for i in range((len(body) - 6) // 6):
                _fill(look, row, first + i)
                if int.from_bytes(body[4 + 6 * i : 6 + 6 * i], "little") in struck:
                    look.struck.setdefault(row, set()).add(first + i)
        elif number == ROW and int.from_bytes(body[12:14], "little") & _ROW_HIDDEN:
            look.hidden_rows.add(int.from_bytes(body[:2], "little"))
        elif number == COLUMNS and int.from_bytes(body[8:10], "little") & _COLUMN_HIDDEN:
            first, last = int.from_bytes(body[:2], "little"), int.from_bytes(body[2:4], "little")
            look.hidden_columns.update(range(first, min(last, 255) + 1))
        elif number == FILTERMODE:
            look.filtered = True
    return look


def _fill(look: Look, row: int, column: int) -> None:
    look.last_row, look.last_column = max(look.last_row, row), max(look.last_column, column)
