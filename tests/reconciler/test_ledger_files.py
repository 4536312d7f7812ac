"""What kind of file it is: encodings, the binary workbook, and every hopeless file refused in one clear sentence."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconciler.ledger.read import read_ledger, to_json
from reconciler.ledger.workbook import column_index, column_letter
from tests.ledgers import broken
from tests.ledgers.hopeless import HOPELESS, TEXT

HEADINGS = ["管理番号", "機器名", "シリアル番号"]


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
begun = time.process_time()
ledger = read_ledger(Path(sys.argv[1]))
seconds = time.process_time() - begun
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
    """In a process of its own: within 10 s of the processor, which others may share, and 300 MB, the interpreter
    included."""
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
