"""What kind of file it is: encodings, the binary workbook, and every hopeless file refused in one clear sentence."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconciler.ledger.read import read_ledger, to_json
from reconciler.ledger.workbook import column_index, column_letter
from tests.ledgers import broken

HEADINGS = ["管理番号", "機器名", "シリアル番号"]
TEXT = "管理番号,機器名,シリアル番号\r\nP-1,受付ＰＣ,S1\r\n"


def write(content: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content)


def truncated(path: Path) -> None:
    broken.raw_workbook(path, broken.table())
    path.write_bytes(path.read_bytes()[:-200])


def flipped(path: Path) -> None:
    broken.raw_workbook(path, broken.table(500))
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)


def other_zip(*names: str) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        with zipfile.ZipFile(path, "w") as archive:
            for name in names:
                archive.writestr(name, "x")

    return make


def half_an_xls(path: Path) -> None:
    path.write_bytes((broken.HERE / "wards.xls").read_bytes()[:3000])


def empty_workbook(path: Path) -> None:
    from openpyxl import Workbook

    Workbook().save(path)


def nothing(path: Path) -> None:
    pass


HTML = "<html><head><meta charset=utf-8></head><body><table><tr><td>管理番号</td></tr></table></body></html>".encode()
XML_2003 = (
    b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
)

HOPELESS = [
    ("missing.xlsx", nothing, "is missing"),
    ("folder.xlsx", Path.mkdir, "is a folder"),
    ("empty.xlsx", write(b""), "is empty"),
    ("empty.csv", write(b""), "is empty"),
    ("blank.xlsx", empty_workbook, "no filled cell"),
    ("blank.csv", write(b",,,\r\n,,\r\n"), "no filled cell"),
    ("locked.xlsx", broken.encrypted_xlsx, "locked with a password"),
    ("locked.xls", broken.encrypted_xls, "locked with a password"),
    ("truncated.xlsx", truncated, "damaged or incomplete"),
    ("flipped.xlsx", flipped, "damaged or incomplete"),
    ("half.xls", half_an_xls, "damaged or incomplete"),
    ("compound.xls", write(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)), "damaged or incomplete"),
    ("page.xls", write(HTML), "a web page"),
    ("page.csv", write(HTML), "a web page"),
    ("old.xls", write(XML_2003), "XML spreadsheet of 2003"),
    ("text.xls", write(TEXT.encode("cp932")), "plain text (such as CSV)"),
    ("text.xlsx", write(TEXT.encode("utf-16")), "plain text (such as CSV)"),
    ("noise.xlsx", write(bytes(range(1, 256)) * 20), "plain text"),
    ("noise.xls", write(bytes(1000)), "not an Excel workbook"),
    ("noise.csv", write(bytes(1000)), "no table in text form"),
    ("scan.pdf", write(b"%PDF-1.7\n"), "a PDF"),
    ("photo.jpg", write(b"\xff\xd8\xff\xe0"), "a picture"),
    ("archive.zip", other_zip("台帳.txt"), "zip archive and no workbook"),
    ("letter.xlsx", other_zip("word/document.xml"), "Word document"),
    ("calc.ods", other_zip("mimetype", "content.xml"), "OpenDocument"),
    ("binary.xlsb", other_zip("xl/workbook.bin"), "binary workbook"),
    ("~$台帳.xlsx", write(b"\x05owner" * 20), "lock that Excel leaves"),
    ("prose.csv", write("本日は晴天なり\r\nまた明日\r\n".encode()), "no table of devices"),
    ("entities.xlsx", broken.with_entities, "declares XML entities"),
    ("strewn.xlsx", broken.strewn_cells, "strewn"),
]


@pytest.mark.parametrize(("name", "make", "words"), HOPELESS, ids=[name for name, *_ in HOPELESS])
def test_a_hopeless_file_is_refused_in_one_sentence(
    name: str, make: Callable[[Path], object], words: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    make(path)
    ledger = read_ledger(path)
    assert words in ledger.error and not ledger.assets
    assert ledger.error.count(". ") == 0 and ledger.error.endswith(".") and "\n" not in ledger.error
    assert "Traceback" not in ledger.error and str(tmp_path) not in ledger.error
    assert f'"error": "{name[:5]}' in to_json(ledger) or words in to_json(ledger)


CHILD = """
import json, re, sys, time
from pathlib import Path
from reconciler.ledger.read import read_ledger
begun = time.monotonic()
ledger = read_ledger(Path(sys.argv[1]))
seconds = time.monotonic() - begun
peak = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())
print(json.dumps([ledger.error, len(ledger.assets), seconds, int(peak[1]) / 1024]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory of a process is measured on Linux")
@pytest.mark.parametrize(
    ("make", "words", "devices"),
    [
        (broken.zip_bomb, "more rows and cells", 0),
        (broken.lying_bomb, "grows without measure", 0),
        (broken.million_blank_rows, "", 2),
        (broken.stray_cell, "", 2),
        (broken.strewn_cells, "strewn", 0),
    ],
)
def test_booby_traps_cost_little(
    make: Callable[[Path], Path], words: str, devices: int, tmp_path: Path
) -> None:
    """In a process of its own: within 10 s and 300 MB, the interpreter included."""
    import json

    path = make(tmp_path / "trap.xlsx")
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(path)], capture_output=True, text=True, timeout=60, check=True
    )
    error, found, seconds, megabytes = json.loads(done.stdout)
    assert words in error and bool(words) == bool(error) and found == devices
    assert megabytes < 300
    assert seconds < 10


def test_a_stray_cell_is_a_problem(tmp_path: Path) -> None:
    ledger = read_ledger(broken.stray_cell(tmp_path / "a.xlsx"))
    assert [(p.row, p.column) for p in ledger.problems] == [(1048576, "XFD")]
    assert [s.row for s in ledger.skipped] == [1, 1048576]


@pytest.mark.parametrize(
    ("encoding", "sample"),
    [
        ("utf-8", "髙橋㈱①～"),
        ("utf-8-sig", "髙橋㈱①～"),
        ("cp932", "髙橋㈱①～"),
        ("utf-16", "髙橋㈱①～"),
        ("utf-16-le", "髙橋㈱①～"),
        ("utf-16-be", "髙橋㈱①～"),
        ("euc_jp", "高橋医院の受付用端末"),
        ("iso2022_jp", "高橋医院の受付用端末"),
    ],
)
@pytest.mark.parametrize(
    ("suffix", "delimiter"), [(".csv", ","), (".tsv", "\t"), (".csv", ";"), (".txt", "\t")]
)
def test_encodings_and_delimiters(
    encoding: str, sample: str, suffix: str, delimiter: str, tmp_path: Path
) -> None:
    rows = [HEADINGS, ["P-1", sample, "S1"], ["P-2", "予備機の端末", "S2"]]
    path = tmp_path / f"a{suffix}"
    path.write_bytes("\r\n".join(delimiter.join(row) for row in rows).encode(encoding))
    ledger = read_ledger(path)
    assert [a.raw["name"] for a in ledger.assets] == [sample, "予備機の端末"]
    assert not ledger.problems


def test_a_few_broken_bytes_cost_only_their_cell(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(TEXT.encode("cp932") + b"P-2,\x81\xff,S2\r\n")
    ledger = read_ledger(path)
    assert [a.tag for a in ledger.assets] == ["P-1", "P-2"]
    assert [(p.row, "\ufffd" in p.text) for p in ledger.problems] == [(3, True)]


def test_a_lone_quotation_mark_is_a_ditto_and_swallows_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('管理番号,機器名,シリアル番号\nP-1,PC,S1\nP-2,",S2\nP-3,",S3\n', encoding="utf-8")
    ledger = read_ledger(path)
    assert [(a.tag, a.name) for a in ledger.assets] == [("P-1", "PC"), ("P-2", "PC"), ("P-3", "PC")]


def test_quoted_fields_may_hold_lines_and_delimiters(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('管理番号,機器名,備考\nP-1,"受付\nPC","a,b"\nP-2,PC,"6"" モニタ"\n', encoding="utf-8")
    ledger = read_ledger(path)
    assert [(a.row.row, a.name, a.note) for a in ledger.assets] == [
        (2, "受付 PC", "a,b"),
        (3, "PC", '6" モニタ'),
    ]


def test_the_binary_workbook_of_old() -> None:
    """Written by LibreOffice 7.4; row 4 is struck through, row 5 hidden, E3:E4 merged, the second sheet hidden."""
    ledger = read_ledger(broken.HERE / "wards.xls")
    rows = {str(a.row): a for a in ledger.assets}
    assert list(rows) == ["病棟PC!3", "病棟PC!4", "病棟PC!5", "病棟PC!6", "旧台帳!2"]
    assert rows["病棟PC!4"].place == "1階"
    assert rows["病棟PC!3"].introduced == rows["病棟PC!6"].introduced == "2023-04-01"
    assert rows["病棟PC!5"].macs == ("00:11:22:33:44:55",)
    assert "struck through" in rows["病棟PC!4"].doubts["state"]
    assert "hidden row" in rows["病棟PC!5"].doubts["state"]
    assert "hidden sheet" in rows["旧台帳!2"].doubts["state"]
    assert "state" not in rows["病棟PC!3"].doubts


SHAPES = {
    "as Excel writes": (b"<row r", b"<c r"),
    "positions left out": None,
    "prefixed": None,
    "single quotes": None,
    "attributes turned": None,
}


@pytest.mark.parametrize("shape", SHAPES)
def test_xml_that_other_programs_write_reads_the_same(shape: str, tmp_path: Path) -> None:
    """Hidden rows and extents are found however the XML is spelt, and calamine's values stand beside them."""
    import re

    body = b"".join(broken.table(3)).replace(b'<row r="3"', b'<row r="3" hidden="1"')
    opening = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    closing = b"</sheetData></worksheet>"
    if shape == "positions left out":
        body = re.sub(rb'<(c|row) r="[A-Z]*\d+"', rb"<\1", body)
    if shape == "single quotes":
        body = body.replace(b'"', b"'")
    if shape == "attributes turned":
        body = re.sub(rb'<c (r="[A-Z]\d+") (t="\w+")', rb"<c \2 \1", body)
        body = re.sub(rb'<row (r="\d+") (hidden="1")', rb"<row \2 \1", body)
    if shape == "prefixed":
        opening = opening.replace(b"<", b"<x:").replace(b"xmlns=", b"xmlns:x=")
        closing = closing.replace(b"</", b"</x:")
        body = re.sub(rb"<(/?)(\w)", rb"<\1x:\2", body)
    path = broken.raw_workbook(tmp_path / "a.xlsx", [body], opening, closing)
    ledger = read_ledger(path)
    assert [(a.row.row, a.serial) for a in ledger.assets] == [(2, "S2"), (3, "S3"), (4, "S4")]
    assert [a.row.row for a in ledger.assets if "hidden row" in a.doubts.get("state", "")] == [3]


@given(st.integers(0, 16_383))
def test_column_letters_read_back(index: int) -> None:
    assert column_index(column_letter(index)) == index


@settings(max_examples=60, deadline=None)
@given(data=st.binary(max_size=400), suffix=st.sampled_from([".xlsx", ".xls", ".csv", ".tsv", ".xlsm", ""]))
def test_no_bytes_are_an_exception(
    data: bytes, suffix: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("noise") / f"a{suffix}"
    path.write_bytes(data)
    to_json(read_ledger(path))


@settings(max_examples=40, deadline=None)
@given(draw=st.data())
def test_no_damage_to_a_workbook_is_an_exception(
    draw: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A stretch of the sheet's XML, or of the binary workbook, overwritten."""
    folder = tmp_path_factory.mktemp("damage")
    if draw.draw(st.booleans()):
        body = bytearray(b"".join(broken.table(3)))
        path = folder / "a.xlsx"
    else:
        body = bytearray((broken.HERE / "wards.xls").read_bytes())
        path = folder / "a.xls"
    at = draw.draw(st.integers(0, len(body) - 1))
    body[at : at + 4] = draw.draw(st.binary(min_size=1, max_size=4))
    if path.suffix == ".xlsx":
        broken.raw_workbook(path, [bytes(body)])
    else:
        path.write_bytes(body)
    to_json(read_ledger(path))
