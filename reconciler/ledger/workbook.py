"""A file as sheets of raw cells: what it is, whether it can be read, and the facts of layout that mean something.

By its first bytes, not by its name: xlsx and xlsm (xlsx.py), xls (xls.py), csv and tsv (delimited.py).
No macro, formula, link or entity is ever run, followed or expanded; a formula gives the value that was
stored with it. A file that cannot be read is UnreadableError with one sentence that says what to do, decided
before any library is handed bytes that could exhaust memory.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reconciler.ledger.normalise import Cell

MAX_FILE = 100 * 2**20
"""Bytes on disk. The largest ledgers that we know (100,000 rows of 15 columns) have less than 10 MB."""

MAX_CELLS = 2_500_000
"""Filled cells in a workbook: 100,000 rows of 25 columns."""

MAX_AREA = 4_000_000
"""Cells of one sheet's bounding box, for that is what a reader allocates (32 bytes each)."""


class UnreadableError(ValueError):
    """Nothing in this file can be read as a table; the message is one sentence for a person."""


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range, all four counted from 0 and inclusive."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell whose value is not there: an error of a formula, a formula that was never calculated."""

    row: int
    column: int
    text: str
    hint: str


@dataclass(frozen=True, slots=True)
class Layout:
    """What the look of a sheet says. Rows and columns are counted from 0.

    hidden_rows, filtered: rows not shown, and whether a filter hides them.  struck, grey: row -> columns
    whose cells are struck through, or grey.  part_struck: (row, column) -> the text without the struck part.
    """

    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    filtered: bool = False
    struck: Mapping[int, frozenset[int]] = field(default_factory=dict)
    grey: Mapping[int, frozenset[int]] = field(default_factory=dict)
    part_struck: Mapping[tuple[int, int], str] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. `rows[n]` is the row that the hospital sees as n + 1; rows may differ in length.

    stray: (row, column) of single cells far outside, which are not in `rows`.
    """

    name: str
    rows: list[tuple[Cell, ...]]
    merges: tuple[Merge, ...] = ()
    hidden: bool = False
    layout: Layout = field(default_factory=Layout)
    stray: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Workbook:
    """All sheets in the order of the file. epoch_1904: dates count from 1904.  notes: (sheet, row, text, hint)."""

    sheets: tuple[Sheet, ...]
    epoch_1904: bool = False
    notes: tuple[tuple[str, int, str, str], ...] = ()


def column_letter(index: int) -> str:
    """0 is A, 25 is Z, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """The other way; letters A to Z alone, upper case."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - 64
    return index - 1


def open_workbook(path: Path) -> Workbook:
    """Reads `path`. Raises UnreadableError, and nothing else, for whatever the file may be."""
    name = path.name
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise UnreadableError(f"{name} is a folder: give the ledger file itself (.xlsx, .xls, .csv).")
        if size > MAX_FILE:
            raise UnreadableError(
                f"{name} is too large ({size // 2**20} MB, at most {MAX_FILE // 2**20}): "
                "remove pictures and old sheets, or split it, and try again."
            )
        with path.open("rb") as file:
            head = file.read(4096)
        return _by_content(path, head)
    except FileNotFoundError as error:
        raise UnreadableError(f"{name} is missing: check the folder and the name of the ledger.") from error
    except PermissionError as error:
        raise UnreadableError(
            f"{name} may not be read: close it in Excel, or ask for the right to read it."
        ) from error
    except OSError as error:
        reason = error.strerror or "input error"
        raise UnreadableError(
            f"{name} cannot be read ({reason}): copy it to this computer and try again."
        ) from error


def _by_content(path: Path, head: bytes) -> Workbook:
    name, suffix = path.name, path.suffix.lower()
    if not head:
        raise UnreadableError(f"{name} is empty (0 bytes): copy it again from where the ledger is kept.")
    if name.startswith("~$"):
        raise UnreadableError(
            f"{name} is the lock that Excel leaves beside an open file: give {name[2:]} instead."
        )
    if head.startswith(b"PK"):
        from reconciler.ledger.xlsx import read_xlsx

        return read_xlsx(path)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        from reconciler.ledger.xls import read_xls

        return read_xls(path)
    _refuse_known(name, head)
    if suffix in {".xls", ".xlsx", ".xlsm", ".xlsb", ".ods"}:
        raise UnreadableError(_mislabelled(name, suffix, head))
    from reconciler.ledger.delimited import read_delimited

    return read_delimited(path)


_SIGNATURES = (
    (b"%PDF", "a PDF", "ask for the Excel file that it was printed from"),
    (b"\x89PNG", "a picture", "ask for the Excel file, or type the ledger into one"),
    (b"\xff\xd8\xff", "a picture", "ask for the Excel file, or type the ledger into one"),
    (b"Rar!", "an archive", "unpack it and give the ledger that is in it"),
    (b"7z\xbc\xaf\x27\x1c", "an archive", "unpack it and give the ledger that is in it"),
    (b"\x1f\x8b", "a compressed file", "unpack it and give the ledger that is in it"),
    (b"{\\rtf", "a text document (RTF)", "save its table as .xlsx"),
)


def _refuse_known(name: str, head: bytes) -> None:
    for magic, what, step in _SIGNATURES:
        if head.startswith(magic):
            raise UnreadableError(f"{name} is {what}, not a table: {step}.")
    if what := markup(head):
        raise UnreadableError(
            f"{name} is {what}, whatever its name says: open it in Excel, save it as an Excel workbook (.xlsx) and give that."
        )


def markup(head: bytes) -> str:
    """What kind of web page or XML a file begins as, "" where it is neither. Many systems export such as .xls."""
    plain = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if plain.startswith((b"<html", b"<!doctype html", b"<table", b"<head", b"<meta", b"<body", b"<style")):
        return "a web page"
    if plain.startswith(b"<?xml") or plain.startswith(b"<workbook"):
        if b"<html" in plain:
            return "a web page"
        return "an XML spreadsheet of 2003" if b"spreadsheet" in plain else "an XML document"
    if plain.startswith(b"mime-version:"):
        return "a web archive"
    return ""


def _mislabelled(name: str, suffix: str, head: bytes) -> str:
    if b"\x00" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return f"{name} is not an Excel workbook, or it is damaged: open it in Excel, save it again as .xlsx and give that."
    return (
        f"{name} is plain text (such as CSV) under the name {suffix}: rename it to .csv, "
        "or open it in Excel and save it as .xlsx."
    )
