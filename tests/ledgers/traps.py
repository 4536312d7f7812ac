"""Files made to hurt whoever reads them: each must cost little time and memory, and be refused or read. See broken.py."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.ledgers import broken
from tests.ledgers.broken import cell, raw_workbook, table

_WORKSHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
_SHEETS = '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{}</sheets></workbook>'


def text_file(content: Callable[[], bytes]) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content())


def with_part(name: str, content: Callable[[], str]) -> Callable[[Path], object]:
    """Two devices, and another part of the workbook as given."""
    return lambda path: raw_workbook(path, table(), **{name: content()})


def too_many_cells(path: Path) -> None:
    rows = (b'<row r="%d">' % r + b"".join(b'<c r="%c%d"><v>1</v></c>' % (65 + c, r) for c in range(26)) + b"</row>" for r in range(2, 100_000))
    raw_workbook(path, (table()[0], *rows))


def endless_cell(path: Path) -> None:
    raw_workbook(path, (*table(), b'<row r="9">' + cell("A9", "x" * (50 << 20)) + b"</row>"))


def unclosed_cells(path: Path) -> None:
    blank = (b'<row r="%d"><c r="A%d" s="1"/></row>' % (r, r) for r in range(4, 600_004))
    raw_workbook(path, (*table(), *blank, b'<row r="900000">' + b'<c r="A9">' * 1_000_000 + b"</row>"))


def merged_over_everything(path: Path) -> None:
    raw_workbook(path, table(), tail=b'</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>')


def half_a_million_merges(path: Path) -> None:
    merges = b"".join(b'<mergeCell ref="A%d:C%d"/>' % (r, r + 1) for r in range(9, 1_000_000, 2))
    raw_workbook(path, table(), tail=b"</sheetData><mergeCells>" + merges + b"</mergeCells></worksheet>")


def columns_hidden_again_and_again(path: Path) -> None:
    head = _WORKSHEET + b"<cols>" + b'<col min="1" max="16384" hidden="1"/>' * 50_000 + b"</cols><sheetData>"
    raw_workbook(path, table(), head=head)


def one_part_for_many_sheets(path: Path) -> None:
    sheets = "".join(f'<sheet name="T{n}" sheetId="{n}" r:id="r1"/>' for n in range(1, 250))
    raw_workbook(path, table(20_000), **{"xl/workbook.xml": _SHEETS.format(sheets)})


def cells_of_ten_thousand_signs(path: Path) -> None:
    rows = (f"K-{n},{'計' * 3000},{'1.' * 8000},{'00:' * 8000},{'R1.' * 5000},{'(株)' * 3000}" for n in range(200))
    path.write_text("\n".join(["管理番号,機器名,IPアドレス,MACアドレス,導入日,状態", *rows]), encoding="utf-8")


TRAPS: list[tuple[str, Callable[[Path], object], str, int]] = [
    ("zip bomb.xlsx", broken.zip_bomb, "more rows and cells", 0),
    ("lying bomb.xlsx", broken.lying_bomb, "grows without measure", 0),
    ("million blank rows.xlsx", broken.million_blank_rows, "", 2),
    ("stray cell.xlsx", broken.stray_cell, "", 2),
    ("strewn cells.xlsx", broken.strewn_cells, "strewn", 0),
    ("too many cells.xlsx", too_many_cells, "too large", 0),
    ("endless cell.xlsx", endless_cell, "never ends", 0),
    ("endless rows.xlsx", lambda path: raw_workbook(path, (b"<row>" * 12_000_000,)), "more rows and cells", 0),
    ("unclosed cells.xlsx", unclosed_cells, "", 2),
    ("unclosed texts.xlsx", with_part("xl/sharedStrings.xml", lambda: "<sst><strike/>" + "<si>" * 3_000_000), "damaged", 0),
    ("unclosed runs.xlsx", with_part("xl/sharedStrings.xml", lambda: "<sst><si>" + "<r><strike/>" * 1_000_000 + "</si></sst>"), "", 2),
    ("one long text.xlsx", with_part("xl/sharedStrings.xml", lambda: f"<sst><si><t>{'A' * (60 << 20)}</t></si></sst>"), "", 2),
    ("million styles.xlsx", with_part("xl/styles.xml", lambda: f"<styleSheet><fonts>{'<font><strike/></font>' * 1_000_000}</fonts><cellXfs/></styleSheet>"), "", 2),
    ("deep styles.xlsx", with_part("xl/styles.xml", lambda: "<a>" * 5_000_000), "damaged", 0),
    ("million sheets.xlsx", with_part("xl/workbook.xml", lambda: _SHEETS.format('<sheet name="T" sheetId="2" r:id="r1"/>' * 1_000_000)), "grows without measure", 0),
    ("one part, many sheets.xlsx", one_part_for_many_sheets, "too large", 0),
    ("merged over everything.xlsx", merged_over_everything, "", 2),
    ("half a million merges.xlsx", half_a_million_merges, "", 2),
    ("columns hidden again.xlsx", columns_hidden_again_and_again, "", 2),
    ("endless line.csv", text_file(lambda: b"x" * (30 << 20)), "line without end", 0),
    ("quotation marks.csv", text_file(lambda: b'"' * (30 << 20)), "line without end", 0),
    ("wide.csv", text_file(lambda: "管理番号,".encode() * 2_600_000), "line without end", 0),
    ("millions of rows.csv", text_file(lambda: b"a,b\n" * 9_000_000), "too large", 0),
    ("long cells.csv", cells_of_ten_thousand_signs, "", 200),
]  # fmt: skip
"""Name, maker, words of the refusal ("" where it is read), devices in it."""
