"""The workbook given back: each part byte for byte as it was, save what an addition cannot do without."""

from __future__ import annotations

import io
import re
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape
from python_calamine import CalamineWorkbook

from reconciler.ledger.added import AddedSheet, Line, Place, Text
from reconciler.ledger.asset import Asset, Ledger
from reconciler.ledger.book import Book, open_book
from reconciler.ledger.plain import UNNAMED, plain_copy
from reconciler.ledger.read import read_ledger
from reconciler.ledger.remarks import MOST, Remark
from reconciler.ledger.sheets import ADDED, ADDED_WHY
from reconciler.ledger.splice import SpliceError, appended, edited, elements
from reconciler.ledger.workbook import UnreadableError, open_workbook
from reconciler.ledger.writeback import Annotated, annotate, free_name
from tests.ledgers import broken, more, rich
from tests.ledgers.make import LEDGERS

assert more.__doc__  # its ledgers are registered by importing it

NEEDED = {"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"}
"""Where an added sheet must be told of; a cell format that breaks lines may be appended to the styles."""
WORKBOOKS: dict[str, Callable[[Path], object]] = {
    **{name: make for name, make in LEDGERS.values() if name.endswith(".xlsx")},
    **rich.RICH,
}


def sheets(target: str = "") -> list[AddedSheet]:
    lines = [
        Line(((0, Text("daicho 確認結果", "title", tail=f"〔{ADDED}〕")),), over=True),
        Line(((0, Text("行", "bold")), (1, Text("=1+1"))), 20),
        Line(((0, Text("1行目", "link", Place(target, "A1"))), (1, Text("二\n行 _x0041_ <&>\"'"))), 30),
    ]
    return [AddedSheet("daicho 確認結果", (20, 40), lines, 2, 1, 1, 2)]


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert len(names) == len(set(names))
        return {name: archive.read(name) for name in names}


@pytest.fixture(scope="module", params=sorted(WORKBOOKS))
def given_back(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Book, bytes]:
    path = tmp_path_factory.mktemp("book") / request.param
    WORKBOOKS[request.param](path)
    data = path.read_bytes()
    return path, open_book(path.name, data), data


def commented(book: Book) -> list[Remark]:
    return [Remark(s.name, "B2", "相違") for s in book.sheets]


# -- nothing else changes -----------------------------------------------------------------------


@pytest.mark.parametrize("comments", [False, True], ids=["sheets", "comments"])
def test_every_other_part_is_byte_identical(given_back: tuple[Path, Book, bytes], comments: bool) -> None:
    _, book, data = given_back
    made = annotate(book, sheets(), commented(book) if comments else ())
    before, after = parts(data), parts(made.data)
    changed = {name for name in before if before[name] != after[name]}
    with_comments = {s.part for s in book.sheets if s.name not in made.without} if comments else set()
    its_rels = {re.sub(r"([^/]+)$", r"_rels/\1.rels", part) for part in with_comments}
    assert NEEDED <= changed <= NEEDED | {"xl/styles.xml"} | with_comments | its_rels
    assert list(after)[: len(before)] == list(before), "a part lost its place"
    for name in changed:
        told = before[name].decode("utf-8")
        kept = after[name].decode("utf-8")
        assert is_within(
            re.sub(r'(cellXfs count=")\d+', r"\1", told), re.sub(r'(cellXfs count=")\d+', r"\1", kept)
        ), name


def is_within(old: str, new: str) -> bool:
    """Whether `new` is `old` with texts put in, an empty element opened at most: nothing of it is gone."""
    rest = iter(new)
    return all(character in rest for character in old.replace("/>", ">"))


def test_packed_bytes_times_and_methods_are_kept(given_back: tuple[Path, Book, bytes]) -> None:
    _, book, data = given_back
    made = annotate(book, sheets())
    with zipfile.ZipFile(io.BytesIO(data)) as one, zipfile.ZipFile(io.BytesIO(made.data)) as two:
        for info in one.infolist():
            same = two.getinfo(info.filename)
            assert (same.date_time, same.compress_type, same.external_attr) == (
                info.date_time, info.compress_type, info.external_attr,
            )  # fmt: skip
            if same.CRC == info.CRC:
                assert packed(made.data, same) == packed(data, info)


def packed(data: bytes, info: zipfile.ZipInfo) -> bytes:
    at = info.header_offset
    at += (
        30
        + int.from_bytes(data[at + 26 : at + 28], "little")
        + int.from_bytes(data[at + 28 : at + 30], "little")
    )
    return data[at : at + info.compress_size]


def test_the_same_gives_the_same_bytes(given_back: tuple[Path, Book, bytes]) -> None:
    path, book, data = given_back
    assert annotate(book, sheets()).data == annotate(open_book(path.name, data), sheets()).data


def test_the_ledger_reads_back_the_same(given_back: tuple[Path, Book, bytes]) -> None:
    path, book, _ = given_back
    before = read_ledger(path)
    copy = path.with_name(f"copy{book.suffix}")
    copy.write_bytes(annotate(book, sheets(book.sheets[0].name), commented(book)).data)
    after = read_ledger(copy)
    assert renamed(after) == renamed(before) and after.columns == before.columns
    added = [s for s in after.skipped if s.why == ADDED_WHY]
    assert [s for s in after.skipped if s.why != ADDED_WHY] == list(before.skipped)
    assert [s.row for s in added] == [1, 2, 3] and {s.sheet for s in added} == {"daicho 確認結果"}


def renamed(ledger: Ledger, file: str = "", sheet: str | None = None) -> list[Asset]:
    return [
        replace(a, row=replace(a.row, file=file, sheet=a.row.sheet if sheet is None else sheet))
        for a in ledger.assets
    ]


def test_it_opens_and_says_what_was_added(given_back: tuple[Path, Book, bytes]) -> None:
    path, book, _ = given_back
    made = annotate(book, sheets(book.sheets[0].name))
    copy = path.with_name(f"opened{book.suffix}")
    copy.write_bytes(made.data)
    names = [s.name for s in book.sheets]
    values = CalamineWorkbook.from_path(str(copy))
    assert values.sheet_names == [*names, *made.names]
    assert values.get_sheet_by_name(made.names[0]).to_python()[1] == ["行", "=1+1"]
    if path.name in ("rich.xlsx", "strict.xlsx", "prefixed.xlsx"):
        return  # openpyxl reads no such pivot cache, no strict and no stray prefixes
    opened = openpyxl.load_workbook(copy, keep_vba=True)
    assert opened.sheetnames == [*names, *made.names]
    sheet = opened[made.names[0]]
    assert sheet["B2"].data_type == "s" and sheet["B2"].value == "=1+1"
    assert unescape(sheet["B3"].value) == "二\n行 _x0041_ <&>\"'" and sheet["B3"].alignment.wrap_text
    assert sheet["A3"].hyperlink.location == f"'{names[0].replace(chr(39), chr(39) * 2)}'!A1"


# -- makes of workbooks -------------------------------------------------------------------------


def made_of(make: Callable[[Path], object], tmp_path: Path, name: str = "a.xlsx") -> tuple[Book, bytes]:
    path = tmp_path / name
    make(path)
    return open_book(path.name, path.read_bytes()), path.read_bytes()


def test_macros_stay_macros(tmp_path: Path) -> None:
    book, data = made_of(rich.with_macros, tmp_path, "m.xlsm")
    after = parts(annotate(book, sheets()).data)
    assert book.suffix == ".xlsm" and b"macroEnabled.main+xml" in after["[Content_Types].xml"]
    assert after["xl/vbaProject.bin"] == parts(data)["xl/vbaProject.bin"]


def test_a_strict_workbook_gets_strict_parts(tmp_path: Path) -> None:
    book, _ = made_of(rich.strict, tmp_path)
    after = parts(annotate(book, sheets(), [Remark("S", "A2", "x")]).data)
    new = after["xl/worksheets/sheet2.xml"] + after["xl/comments1.xml"] + after["xl/workbook.xml"]
    assert book.strict and b"schemas.openxmlformats.org/spreadsheetml" not in new
    assert (
        b"purl.oclc.org/ooxml/officeDocument/relationships/worksheet" in after["xl/_rels/workbook.xml.rels"]
    )


def test_a_prefix_is_written_as_it_is_there(tmp_path: Path) -> None:
    book, _ = made_of(rich.prefixed, tmp_path)
    after = parts(annotate(book, sheets()).data)
    assert b"<x:sheet xmlns:r=" in after["xl/workbook.xml"] and b'sheetId="8"' in after["xl/workbook.xml"]
    assert b"<p:Relationship Id=" in after["xl/_rels/workbook.xml.rels"]


def test_what_a_workbook_says_of_itself_is_known(tmp_path: Path) -> None:
    assert made_of(rich.signed, tmp_path)[0].signed and made_of(rich.shared, tmp_path)[0].shared
    book, _ = made_of(rich.rich, tmp_path)
    assert book.locked and not book.signed and not book.shared
    assert [s.visible for s in book.sheets] == [True, True, True, False]


def test_a_hidden_sheet_is_not_linked_to(tmp_path: Path) -> None:
    book, _ = made_of(rich.rich, tmp_path)
    told = [
        parts(annotate(book, sheets(name)).data)["xl/worksheets/sheet5.xml"]
        for name in ("機器一覧", "隠し", "どこにもない")
    ]
    assert [b"<hyperlink " in xml for xml in told] == [True, False, False]


def test_a_name_with_signs_is_linked_to_as_excel_writes_it(tmp_path: Path) -> None:
    book, _ = made_of(rich.rich, tmp_path)
    xml = parts(annotate(book, sheets("R&D'室")).data)["xl/worksheets/sheet5.xml"]
    assert """location="'R&amp;D''室'!A1\"""".encode() in xml


@pytest.mark.parametrize(
    ("taken", "found"),
    [
        ([], "daicho 確認結果"),
        (["DAICHO 確認結果"], "daicho 確認結果 (2)"),
        (["daicho 確認結果", "daicho 確認結果 (2)"], "daicho 確認結果 (3)"),
    ],
)
def test_a_name_that_is_taken_gets_a_number(taken: list[str], found: str) -> None:
    assert free_name("daicho 確認結果", taken) == found
    assert len(free_name("長" * 31, ["長" * 31])) == 31


def test_annotated_twice_keeps_both(tmp_path: Path) -> None:
    book, _ = made_of(rich.written, tmp_path)
    once = annotate(book, sheets())
    twice = annotate(open_book("b.xlsx", once.data), sheets())
    assert twice.names == ("daicho 確認結果 (2)",)
    before, after = parts(once.data), parts(twice.data)
    assert {n for n in before if before[n] != after[n]} == NEEDED, (
        "the format that breaks lines is there already"
    )


@pytest.mark.parametrize(
    ("middle", "place"),
    [
        ("", b"</sheets><definedNames><definedName "),
        ("<definedNames/>", b"</sheets><definedNames><definedName "),
        (
            '<definedNames><definedName name="n">S!$A$1</definedName></definedNames>',
            b"$A$1</definedName><definedName ",
        ),
        ("<externalReferences></externalReferences ><calcPr/>", b"</externalReferences ><definedNames>"),
        ("<functionGroups/><calcPr/>", b"<functionGroups/><definedNames>"),
    ],
)
def test_the_list_can_be_filtered_by_a_name_as_excel_keeps_it(
    tmp_path: Path, middle: str, place: bytes
) -> None:
    """Excel ends when a list is sorted whose filter has no such name (exceljs, issue 400)."""
    book = broken._PARTS["xl/workbook.xml"].replace("</workbook>", f"{middle}</workbook>")
    made = made_of(lambda p: broken.raw_workbook(p, broken.table(), **{"xl/workbook.xml": book}), tmp_path)
    xml = parts(annotate(made[0], sheets()).data)["xl/workbook.xml"]
    assert place in xml and xml.count(b"<definedNames>") == 1
    assert 'localSheetId="1" hidden="1">\'daicho 確認結果\'!$A$2:$B$3</definedName>'.encode() in xml
    names = [child.tag.rpartition("}")[2] for child in ElementTree.fromstring(xml)]
    assert names == [
        n for n in ("sheets", "functionGroups", "externalReferences", "definedNames", "calcPr") if n in names
    ]


# -- comments -----------------------------------------------------------------------------------

ORDER = re.findall(
    r"\w+",
    "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection "
    "protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells "
    "phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup "
    "headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing "
    "legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts "
    "extLst",
)
"""CT_Worksheet (ISO/IEC 29500-1, 18.3.1.99)."""


def in_order(xml: bytes) -> bool:
    names = [child.tag.rpartition("}")[2] for child in ElementTree.fromstring(xml)]
    places = [ORDER.index(name) for name in names if name != "AlternateContent"]
    return places == sorted(places)


def test_comments_stand_on_their_cells(tmp_path: Path) -> None:
    book, data = made_of(rich.written, tmp_path)
    made = annotate(book, [], [Remark("機器一覧", "A2", "相違\n二行目"), Remark("R&D'室", "B3", "=x")])
    (tmp_path / "c.xlsx").write_bytes(made.data)
    opened = openpyxl.load_workbook(tmp_path / "c.xlsx")
    assert (
        opened["機器一覧"]["A2"].comment.text == "相違\n二行目"
        and opened["R&D'室"]["B3"].comment.text == "=x"
    )
    after = parts(made.data)
    for sheet in ("sheet1", "sheet3"):
        xml = after[f"xl/worksheets/{sheet}.xml"]
        assert b"legacyDrawing " in xml and in_order(xml)
    assert (
        b"legacyDrawingHF" in after["xl/worksheets/sheet1.xml"]
        and b"tableParts" in after["xl/worksheets/sheet3.xml"]
    )
    assert parts(data)["xl/comments1.xml"] == after["xl/comments1.xml"] and "xl/comments2.xml" in after


@pytest.mark.parametrize(
    ("tail", "before"),
    [
        (b"<pageMargins/>", b"</worksheet>"),
        (b'<pageMargins/><mc:AlternateContent xmlns:mc="m"><mc:Choice><controls/></mc:Choice></mc:AlternateContent>', b"<mc:Alt"),
        (b'<mc:AlternateContent xmlns:mc="m"><mc:Choice><other/></mc:Choice></mc:AlternateContent>', b"</worksheet>"),
        (b"<tableParts/><extLst/>", b"<tableParts"),
        (b"<drawing/><extLst><ext><legacyDrawingOf/></ext></extLst>", b"<extLst"),
        (b"<picture/>", b"<picture"),
    ],
)  # fmt: skip
def test_the_element_for_comments_stands_in_its_place(tmp_path: Path, tail: bytes, before: bytes) -> None:
    def make(path: Path) -> None:
        broken.raw_workbook(path, broken.table(), tail=b"</sheetData>" + tail + b"</worksheet>")

    book, _ = made_of(make, tmp_path)
    xml = parts(annotate(book, [], [Remark("S", "A2", "x")]).data)["xl/worksheets/sheet1.xml"]
    assert re.search(rb"<legacyDrawing xmlns:r=[^>]*/>" + re.escape(before), xml), xml[-300:]


def test_a_sheet_with_comments_of_its_own_gets_none(tmp_path: Path) -> None:
    book, data = made_of(rich.rich, tmp_path)
    made = annotate(book, sheets(), [Remark("集計", "B1", "x")])
    assert "comments or controls of its own" in made.without["集計"]
    assert parts(made.data)["xl/worksheets/sheet2.xml"] == parts(data)["xl/worksheets/sheet2.xml"]


def test_a_comment_is_not_put_where_it_could_not_be_seen(tmp_path: Path) -> None:
    def make(path: Path) -> None:
        tail = b'</sheetData><mergeCells count="1"><mergeCell ref="A2:B4"/></mergeCells></worksheet>'
        broken.raw_workbook(path, broken.table(3), tail=tail)

    book, _ = made_of(make, tmp_path)
    remarks = [Remark("S", cell, "x") for cell in ("A2", "A3", "B4", "C4")]
    xml = parts(annotate(book, [], remarks).data)["xl/comments1.xml"].decode()
    assert re.findall(r'ref="(\w+)"', xml) == ["A2", "C3", "C4", "C4"]


def test_no_more_comments_than_a_sheet_takes_and_it_is_said(tmp_path: Path) -> None:
    book, _ = made_of(lambda path: broken.raw_workbook(path, broken.table()), tmp_path)
    made = annotate(book, [], [Remark("S", f"A{n}", "x") for n in range(1, MOST + 8)])
    assert parts(made.data)["xl/comments1.xml"].count(b"<comment ") == MOST and "7 rows" in made.without["S"]


# -- what is refused, and hostile text ----------------------------------------------------------


def changed(part: str, old: str, new: str) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        path.write_bytes(rich.spliced(rich.written(path).read_bytes(), {part: (old, new)}, {}))

    return make


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (broken.with_entities, "entities"),
        (changed("xl/workbook.xml", "UTF-8", "UTF-16"), "cannot be added to"),
        (changed("xl/workbook.xml", "</workbook>", ""), "cannot be added to"),
        (lambda path: path.write_bytes(rich.written(path).read_bytes()[:-400]), "damaged"),
        (lambda path: path.write_bytes(b"PK\3\4"), "damaged"),
    ],
)
def test_what_cannot_be_added_to_is_refused_with_a_sentence(
    make: Callable[[Path], object], says: str, tmp_path: Path
) -> None:
    with pytest.raises(UnreadableError, match=says):
        book, _ = made_of(make, tmp_path)
        annotate(book, sheets())


@pytest.mark.parametrize(
    ("part", "start"),
    [("[Content_Types].xml", "<Types"), ("xl/styles.xml", "<styleSheet"), ("xl/workbook.xml", "<workbook")],
)
def test_a_document_type_is_refused_in_every_part_that_is_edited(
    part: str, start: str, tmp_path: Path
) -> None:
    with pytest.raises(UnreadableError):
        book, _ = made_of(changed(part, start, f"<!DOCTYPE x []>{start}"), tmp_path)
        annotate(book, sheets())


TEXTS = st.text(min_size=1, max_size=40)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_whatever_a_cell_says_it_is_text_and_sound_xml(told: str) -> None:
    data = io.BytesIO()
    book = openpyxl.Workbook()
    book.save(data)
    lines = [Line(((0, Text(told, "bold", tail=told)), (1, Text(told))))]
    sheet = AddedSheet("x", (1.0,), lines)
    made = annotate(open_book("a.xlsx", data.getvalue()), [sheet], [Remark("Sheet", "A1", told)])
    found = parts(made.data)
    for name in ("xl/worksheets/sheet2.xml", "xl/comments1.xml"):
        ElementTree.fromstring(found[name])
    assert not re.search(rb"<f[ >]", found["xl/worksheets/sheet2.xml"])
    opened = openpyxl.load_workbook(io.BytesIO(made.data))["x"]["B1"]
    if told.isprintable() and "\ufffe" not in told and "\uffff" not in told:
        assert unescape(opened.value) == told and opened.data_type == "s"


XML = b'<?xml version="1.0"?><a x=">"><b/><!-- <sheets/> --><c:d xmlns:c="u" y=\'/>\'>\xe6\x97\xa5</c:d><![CDATA[<b/>]]></a>'


def test_elements_are_found_where_they_stand() -> None:
    a, b, d = elements(XML, 2)
    assert (a.name, b.name, d.name, d.uri, d.tag) == ("a", "b", "d", "u", b"c:d") and b.empty and not d.empty
    assert XML[b.start : b.after] == b"<b/>" and XML[d.start : d.after].endswith(b"y='/>'>")
    assert edited(XML, [appended(a, b"<z/>"), appended(b, b"<y/>")]) == XML.replace(
        b"<b/><!--", b"<b><y/></b><!--"
    ).replace(b"</a>", b"<z/></a>")


@pytest.mark.parametrize(
    "xml", [b"", b"<a>", b"<a></b>", b"\xff\xfe<\0a\0/\0>\0", b"<!DOCTYPE a><a/>", b"<a/><a/>"]
)
def test_what_is_no_sound_xml_is_a_splice_error(xml: bytes) -> None:
    with pytest.raises(SpliceError):
        elements(xml, 3)


# -- .xls and .csv ------------------------------------------------------------------------------

PLAIN = {name: make for name, make in LEDGERS.values() if not name.endswith(".xlsx")}


@pytest.mark.parametrize("name", [*sorted(PLAIN), "wards.xls"])
def test_a_ledger_that_is_no_xlsx_is_copied_by_its_values(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    if name in PLAIN:
        PLAIN[name](path)
    else:
        path.write_bytes((broken.HERE / name).read_bytes())
    book = open_book(name, plain_copy(name, open_workbook(path)))
    copy = tmp_path / "copy.xlsx"
    copy.write_bytes(annotate(book, sheets(book.sheets[0].name)).data)
    before, after = read_ledger(path), read_ledger(copy)
    unnamed = UNNAMED if any(not a.row.sheet for a in before.assets) else None
    assert renamed(after) == renamed(before, sheet=unnamed)


def test_a_csv_cell_stays_text(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("管理番号,機器名,IPアドレス\n00123,=1+1,10.0.0.1\n@x,+2,10.0.0.2\n", encoding="utf-8")
    copy = plain_copy("a.csv", open_workbook(path))
    (tmp_path / "c.xlsx").write_bytes(copy)
    sheet = openpyxl.load_workbook(tmp_path / "c.xlsx")[UNNAMED]
    assert [[c.value for c in row] for row in sheet["A2:B3"]] == [["00123", "=1+1"], ["@x", "+2"]]
    assert all(c.data_type == "s" for row in sheet["A2:B3"] for c in row)


# -- large --------------------------------------------------------------------------------------


def test_a_large_list_is_made_in_pieces(tmp_path: Path) -> None:
    """20,000 rows of 9 cells are 30 MB of XML; what is held is the packed bytes and a piece."""
    text = Text("相違の内容を述べる、ほどほどに長い文です。" * 4)

    def lines() -> Iterator[Line]:
        for _ in range(20_000):
            yield Line(tuple((c, text) for c in range(9)))

    book, _ = made_of(rich.written, tmp_path)
    tracemalloc.start()
    made: Annotated = annotate(book, [AddedSheet("x", (), lines())])
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(parts(made.data)["xl/worksheets/sheet5.xml"]) > 30 * 2**20 and peak < 12 * 2**20
