"""xlsx and xlsm (ISO/IEC 29500): values by calamine, everything else by our own pass, which comes first.

Values alone are not enough: merged, hidden and struck-through cells mean something in a ledger. The pass
(scan.py) finds them, and refuses or trims what would exhaust the memory of the reader behind it.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from xml.parsers import expat

from reconciler.ledger.archive import Parts, starts
from reconciler.ledger.looks import read_looks, struck_strings
from reconciler.ledger.scan import Scan, scan_sheet, trimmed
from reconciler.ledger.values import rows_of, trips
from reconciler.ledger.workbook import MAX_CELLS, Sheet, UnreadableError, Workbook

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

MAX_SHEETS = 300
MAX_LIST = 8 * 2**20
MAX_STYLES = 24 * 2**20
"""Bytes of the list of sheets and of the styles, inflated; Excel allows 65,490 formats of cells."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One sheet as xl/workbook.xml lists it."""

    name: str
    hidden: bool
    part: str


def read_xlsx(path: Path) -> Workbook:
    """Raises UnreadableError where the file is no workbook, is damaged, or would not fit into memory."""
    from python_calamine import CalamineError  # late: only a file that is really a workbook needs it

    broken = (
        zipfile.BadZipFile,
        zlib.error,
        expat.ExpatError,
        CalamineError,
        EOFError,
        ValueError,
        KeyError,
    )
    try:
        with path.open("rb") as file:
            return _read(path, Parts(path.name, file))
    except UnreadableError:
        raise
    except trips(*broken, OSError, NotImplementedError, OverflowError, struct.error) as error:
        raise UnreadableError(
            f"{path.name} is damaged or incomplete: open it in Excel, save it again as .xlsx and give that."
        ) from error


def _read(path: Path, parts: Parts) -> Workbook:
    from python_calamine import CalamineWorkbook  # late, as above

    names = parts.names()
    _refuse_other(path.name, frozenset(names))
    entries, epoch_1904 = _entries(parts)
    looks = read_looks(parts.whole("xl/styles.xml", MAX_STYLES))
    struck = struck_strings(parts.whole("xl/sharedStrings.xml"))
    scans = {name: scan_sheet(parts, name, looks, struck) for name in names if _is_sheet(name)}
    cells = sum(
        scans[e.part.lower()].cells for e in entries if e.part.lower() in scans
    )  # two may share a part
    if cells > MAX_CELLS:
        raise UnreadableError(
            f"{path.name} is too large ({cells:,} filled cells, at most {MAX_CELLS:,}): split it and try again."
        )
    book = CalamineWorkbook.from_path(path)
    sheets = tuple(_sheets(book, parts, entries, scans))
    if not any(sheet.rows for sheet in sheets):
        raise UnreadableError(f"{path.name} has no filled cell: copy it again from where the ledger is kept.")
    return Workbook(sheets, epoch_1904)


def _sheets(
    book: CalamineWorkbook, parts: Parts, entries: list[Entry], scans: Mapping[str, Scan]
) -> list[Sheet]:
    from python_calamine import SheetTypeEnum  # late, as above

    kinds = {sheet.name: sheet.typ for sheet in book.sheets_metadata}
    sheets = list[Sheet]()
    for entry in entries:
        scan = scans.get(entry.part.lower())
        if scan is None or kinds.get(entry.name) is not SheetTypeEnum.WorkSheet:
            continue  # a chart or a dialogue: it has no rows
        stray: tuple[tuple[int, int], ...] = ()
        body = scan.body()
        if scan.strewn:
            body, stray = trimmed(parts, entry.part)
        source = book if body is None else _alone(parts, entry, body)
        rows = rows_of(source.get_sheet_by_name(entry.name))
        sheets.append(Sheet(entry.name, rows, tuple(scan.merges), entry.hidden, scan.layout(), stray))
    return sheets


def _alone(parts: Parts, entry: Entry, body: bytes) -> CalamineWorkbook:
    """A workbook in memory in which this sheet has another body."""
    from python_calamine import CalamineWorkbook  # late, as above

    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in ("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
                     "xl/styles.xml", "xl/sharedStrings.xml"):  # fmt: skip
            if content := parts.whole(name):
                archive.writestr(name, content)
        archive.writestr(entry.part, body)
    held.seek(0)
    return CalamineWorkbook.from_filelike(held)


def _is_sheet(name: str) -> bool:
    return name.startswith("xl/worksheets/") and name.endswith(".xml")


def _refuse_other(file: str, names: frozenset[str]) -> None:
    """Other documents that are zips too."""
    if "xl/workbook.xml" in names:
        return
    if "xl/workbook.bin" in names:
        raise UnreadableError(
            f"{file} is a binary workbook (.xlsb): open it in Excel, save it as .xlsx and give that."
        )
    if {"content.xml", "mimetype"} <= names:
        raise UnreadableError(f"{file} is an OpenDocument file: save it as .xlsx and give that.")
    if any(name.startswith("word/") for name in names):
        raise UnreadableError(
            f"{file} is a Word document: copy its table into an Excel workbook and give that."
        )
    if any(name.startswith("ppt/") for name in names):
        raise UnreadableError(
            f"{file} is a presentation: copy its table into an Excel workbook and give that."
        )
    raise UnreadableError(
        f"{file} is a zip archive and no workbook: unpack it and give the ledger that is in it."
    )


def _entries(parts: Parts) -> tuple[list[Entry], bool]:
    """The sheets in order, each with its part, and whether dates count from 1904."""
    relations = parts.whole("xl/_rels/workbook.xml.rels", MAX_LIST)
    targets = {r.get("Id", ""): r.get("Target", "").replace("\\", "/") for _, r in starts(relations)}
    entries, epoch_1904 = list[Entry](), False
    for path, said in starts(parts.whole("xl/workbook.xml", MAX_LIST)):
        if path[-1] == "workbookPr":
            epoch_1904 = said.get("date1904", "0") in {"1", "true"}
        if path[-1] == "sheet":
            target = targets.get(said.get("id", ""), "")
            part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            entries.append(Entry(said.get("name", ""), said.get("state", "visible") != "visible", part))
    if len(entries) > MAX_SHEETS:
        raise UnreadableError(
            f"The workbook has {len(entries)} sheets, more than {MAX_SHEETS}: split it and try again."
        )
    return entries, epoch_1904
