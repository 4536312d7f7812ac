"""The report on paper: everything is on it, it is PDF/A, the same bytes each time, and no text is more than text."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Iterator
from dataclasses import fields
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import pdfa

from reconciler.commands import typefaces
from reconciler.commands.outcome import CommandError, Exit
from reconciler.commands.printing import write_print
from reconciler.commands.reporting import REPORTS, exit_of
from reconciler.report import print as printing
from reconciler.report import typeset
from reconciler.report.paper import (
    A4,
    MARGIN,
    Bullets,
    Cellful,
    Figure,
    Grid,
    Heading,
    Leaf,
    Paper,
    Paragraph,
    Sign,
)
from reconciler.report.sections import sections
from reconciler.report.typeface import Shown, Typeface, TypefaceError, read_typeface
from reconciler.report.wording import LANGUAGES, Language, words
from tests.reconciler.report_sample import report
from tests.reconciler.test_report_hostile import HOSTILE, hostile

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests" / "golden" / "report"
READER = shutil.which("pdftotext")

reads = pytest.mark.skipif(READER is None, reason="poppler-utils is not installed")


@pytest.fixture(scope="module")
def typeface() -> Typeface:
    return typefaces.typeface_for_print()


def read(pdf: bytes) -> str:
    """The text as a reader takes it out: without breaks, for a cell is broken anywhere."""
    assert READER is not None
    done = subprocess.run([READER, "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return squeezed(done.stdout.decode())


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def violations(book: pikepdf.Pdf) -> list[pdfa.Finding]:
    """Of PDF/A-2b. The judge does not know outlines of cubic curves, which is no violation."""
    return [found for found in pdfa.check(book, "2b").findings if found.kind == "violation"]


# -- what is handed to the typesetter -----------------------------------------------------------


def told(paper: Paper) -> Iterator[str]:
    for leaf in paper.leaves:
        yield f"=== {'lying' if leaf.wide else 'upright'} {leaf.about}"
        for part in leaf.parts:
            match part:
                case Heading(level, text):
                    yield f"{'#' * (level + 1)} {text}"
                case Paragraph(text, look):
                    yield f"({look}) {text}"
                case Bullets(lines, numbered):
                    yield from (f"{'1.' if numbered else '-'} {line}" for line in lines)
                case Sign(caption, roles, lines):
                    yield f"[{caption}] {' / '.join(roles)} : {' / '.join(lines)}".replace("\n", "⏎")
                case Grid(heads, widths, size, rows):
                    yield f"{size} pt, {' '.join(f'{w:.0f}' for w in widths)}"
                    yield " | ".join(heads)
                    yield from (" | ".join(c.text.replace("\n", "⏎") for c in row) for row in rows)
                case Figure(drawing):
                    yield f"~~~ {drawing.title}: {len(drawing.boxes)} boxes, {len(drawing.lines)} lines"
                    yield from (" ⏎ ".join((*box.lines, box.mark)) for box in drawing.boxes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_handed_to_the_typesetter(language: Language) -> None:
    path = GOLDEN / f"print.{language}.txt"
    now = "\n".join(told(printing.paper(report(), language))) + "\n"
    if os.environ.get("GOLDEN") == "write":
        path.write_text(now, encoding="utf-8")
    assert now == path.read_text(encoding="utf-8")


def test_every_section_is_printed_whatever_it_is() -> None:
    made = report()
    paper = printing.paper(made)
    abouts = [leaf.about for leaf in paper.leaves]
    for section in sections(made, words("ja")):
        assert section.title in abouts
    rows = sum(len(p.rows) for leaf in paper.leaves for p in leaf.parts if isinstance(p, Grid) and p.heads)
    listed = len(made.items) + 2 * len(made.devices) + len(made.rows)
    assert rows > listed


def test_a_table_beyond_all_paper_is_cut_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "LONGEST_TABLE", 40)
    monkeypatch.setattr(printing, "LONGEST_REFERENCE", 12)
    paper = printing.paper(report())
    told = [p.text for leaf in paper.leaves for p in leaf.parts if isinstance(p, Paragraph)]
    assert sum("全15行のうち先頭の12行" in text for text in told) == 2  # devices and account
    lengths = [len(p.rows) for leaf in paper.leaves for p in leaf.parts if isinstance(p, Grid) and p.heads]
    assert lengths.count(12) == 4 and 12 < max(lengths) <= 40  # rows and evidence, too; findings are whole


def test_nothing_of_the_report_lies_in_a_file_that_could_be_left_behind(
    typeface: Typeface, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever ends the process: beside the typeface no file has a name while pages are set."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    seen: set[str] = set()
    printing.to_bytes(
        report(), typeface, after_each=lambda: seen.update(f.name for f in tmp_path.rglob("*") if f.is_file())
    )
    assert seen == {file.name for file in typeface.files}
    assert not list(tmp_path.iterdir())


def test_columns_fill_the_page_and_no_more() -> None:
    for leaf in printing.paper(report()).leaves:
        for part in leaf.parts:
            if isinstance(part, Grid):
                assert sum(part.widths) <= A4[leaf.wide] - 2 * MARGIN + 0.01


def test_a_long_table_is_cut_into_pieces_and_nothing_is_lost() -> None:
    grid = Grid(("n",), (100.0,), 8.0, tuple((Cellful(str(n)),) for n in range(1234)))
    pieces = list(
        typeset.pieces_of([Leaf("a", False, (Heading(1, "a"), grid, grid)), Leaf("b", True, (grid,))])
    )
    rows = [p.rows for piece in pieces for leaf in piece for p in leaf.parts if isinstance(p, Grid)]
    assert [c.text for part in rows for (c,) in part] == [str(n) for n in range(1234)] * 3
    for piece in pieces:
        assert sum(len(p.rows) for leaf in piece for p in leaf.parts if isinstance(p, Grid)) <= typeset.ROWS


# -- the document -------------------------------------------------------------------------------


@pytest.fixture(scope="module", params=LANGUAGES)
def printed(request: pytest.FixtureRequest, typeface: Typeface) -> tuple[Language, bytes]:
    language: Language = request.param
    return language, printing.to_bytes(report(), typeface, language)


def test_it_is_pdf_a(printed: tuple[Language, bytes]) -> None:
    with pikepdf.open(BytesIO(printed[1])) as book:
        assert violations(book) == []


def test_its_typeface_is_embedded_and_it_runs_nothing(printed: tuple[Language, bytes]) -> None:
    with pikepdf.open(BytesIO(printed[1])) as book:
        fonts = [
            o
            for o in book.objects
            if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/FontDescriptor"
        ]
        assert fonts and all("/FontFile2" in f or "/FontFile3" in f for f in fonts)
        assert not any(
            isinstance(o, pikepdf.Dictionary) and {"/JS", "/JavaScript", "/URI", "/Launch"} & set(o.keys())
            for o in book.objects
        )


@reads
def test_every_finding_can_be_found_by_its_text(printed: tuple[Language, bytes]) -> None:
    language, pdf = printed
    text = read(pdf)
    for leaf in printing.paper(report(), language).leaves:
        for part in leaf.parts:
            if isinstance(part, Grid):
                for row in part.rows:
                    for cell in row:
                        for line in cell.text.split("\n"):
                            assert squeezed(line) in text, line


@reads
def test_pages_are_numbered_of_all(printed: tuple[Language, bytes]) -> None:
    with pikepdf.open(BytesIO(printed[1])) as book:
        pages = len(book.pages)
    text = read(printed[1])
    assert all(f"{n}/{pages}" in text for n in range(1, pages + 1))


def test_bookmarks_lead_to_their_pages(printed: tuple[Language, bytes]) -> None:
    language, pdf = printed
    titles = [section.title for section in sections(report(), words(language))]
    with pikepdf.open(BytesIO(pdf)) as book, book.open_outline() as outline:
        assert [item.title for item in outline.root][: len(titles)] == titles
        at = [pikepdf.Page(item.destination[0]).index for item in outline.root]
        assert at == sorted(at) and at[0] == 1
        assert any(item.children for item in outline.root)


def test_heads_are_repeated_where_a_table_goes_on(typeface: Typeface) -> None:
    grid = Grid(("見出し",), (400.0,), 8.0, tuple((Cellful(f"行 {n}"),) for n in range(700)))
    paper = Paper("t", "a", "f", "c", "ja", "", (Leaf("x", False, (grid,)),))
    pdf = typeset.typeset(paper, typeface)
    with pikepdf.open(BytesIO(pdf)) as book:
        pages = len(book.pages)
    assert pages > 8
    if READER is not None:
        assert read(pdf).count("見出し") == pages


SAME = """
import hashlib
from reconciler.commands.typefaces import typeface_for_print
from reconciler.report.print import to_bytes
from tests.reconciler.report_sample import report
print(hashlib.sha256(to_bytes(report(), typeface_for_print())).hexdigest())
"""


def test_the_same_report_is_the_same_bytes_anywhere() -> None:
    def digest(**environment: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", SAME],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    one = digest(PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C.UTF-8")
    assert one == digest(PYTHONHASHSEED="2", TZ="America/New_York", LC_ALL="C", TMPDIR="/var/tmp")


# -- hostile texts ------------------------------------------------------------------------------

TYPST = [
    ("code", "#read(\"/etc/passwd\") #panic() #image(\"x\")"),
    ("markup", "= Heading *strong* _emph_ `raw` $x^2$ @ref <label> https://evil.example // /* */"),
    ("an escape", "\\u{41} \\ \\n ~ -- --- ..."),
]  # fmt: skip


@pytest.mark.parametrize(("meaning", "name"), [*HOSTILE, *TYPST], ids=[m for m, _ in [*HOSTILE, *TYPST]])
def test_a_hostile_name_is_set_as_it_is(meaning: str, name: str, typeface: Typeface) -> None:
    pdf = printing.to_bytes(hostile(name), typeface)
    with pikepdf.open(BytesIO(pdf)) as book:
        assert violations(book) == []
    if READER is not None:
        paper = printing.paper(hostile(name))
        cells = {
            c.text
            for leaf in paper.leaves
            for p in leaf.parts
            if isinstance(p, Grid)
            for r in p.rows
            for c in r
        }
        text = read(pdf)
        for line in {line for cell in cells for line in cell.split("\n")}:
            told = squeezed(typeface.spelt_out(line))
            assert told[:20] in text and told[-20:] in text, told[:80]  # a page may end within a long one


def test_what_a_typeface_lacks_is_spelt_out() -> None:
    face = Typeface(
        "x", (), {ord(c): 0.5 for c in "abc[]U+0123456789F"}, Shown(map(ord, "abc[]U+0123456789F"))
    )
    assert face.spelt_out("a😀\nb") == "a[U+1F600]\nb"
    assert face.spelt_out("a\ufe00") == "a\ufe00"


@given(st.text(alphabet="ab-/.:", max_size=300), st.floats(2, 60))
def test_no_run_is_wider_than_its_column(text: str, room: float) -> None:
    face = Typeface("x", (), {ord(c): 0.5 for c in "ab-/.:"}, Shown(map(ord, "ab-/.:")))
    fitted = face.fitted(text, room)
    assert fitted.replace("\n", "") == text
    assert all(face.width(line) <= max(room, 4.0) for line in fitted.split("\n"))


def test_a_number_in_a_list_is_not_broken_in_two() -> None:
    """ "11、1" over "2、13" would send the reader to finding 1 and finding 2."""
    letters = "0123456789、：abcdef:MAC"
    face = Typeface("x", (), {ord(c): 0.5 for c in letters}, Shown(map(ord, letters)))
    assert face.fitted("9、10、11、12、13、14", 4.0) == "9、10、11、12、13、14"
    assert face.fitted("MAC：ac:44:f2:5a:10:01", 9.0) == "MAC：ac:44:f2:5a:10:01"


def test_nothing_is_printed_beyond_the_margin(typeface: Typeface) -> None:
    """A run without a place to break, in a narrow column of every list."""
    bounds = shutil.which("pdftotext")
    if bounds is None:
        pytest.skip("poppler-utils is not installed")
    pdf = printing.to_bytes(hostile("W" * 5_000), typeface)
    done = subprocess.run([bounds, "-bbox", "-", "-"], input=pdf, capture_output=True, check=True)
    for page in re.split(r"<page ", done.stdout.decode())[1:]:
        found = re.match(r'width="([\d.]+)"', page)
        assert found is not None
        for right in re.findall(r'xMax="([\d.]+)"', page):
            assert float(right) <= float(found[1]) - MARGIN + 3


# -- the typeface -------------------------------------------------------------------------------


def test_without_a_typeface_it_says_what_to_do_and_the_rest_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(typefaces, "folders", lambda: (tmp_path,))
    monkeypatch.delenv("DAICHO_FONT", raising=False)
    stale = tmp_path / "report.pdf"
    stale.write_bytes(b"an earlier run's")
    assert write_print(report(), stale, "ja") == ()
    said = capsys.readouterr().err
    assert "report.pdf was not written" in said and "DAICHO_FONT" in said and "fonts-ipafont-gothic" in said
    assert not stale.exists()


def test_a_face_that_is_missing_is_in_the_exit(findings_and_result: tuple[object, object]) -> None:
    findings, result = findings_and_result
    all_of_them = [Path(name) for name in REPORTS.values()]
    assert exit_of(findings, result, all_of_them) is Exit.DIFFER  # type: ignore[arg-type]
    assert exit_of(findings, result, all_of_them[:-1]) is Exit.USAGE  # type: ignore[arg-type]


@pytest.fixture
def findings_and_result() -> tuple[object, object]:
    from agent.findings import Findings
    from tests.reconciler.report_sample import RESULT

    return Findings(RESULT.run, "s", "", RESULT.ended, True, RESULT.coverage, RESULT.devices), RESULT


def test_one_that_is_named_and_cannot_be_used_is_an_error(tmp_path: Path) -> None:
    for content in (b"", b"ttcf", b"no typeface", b"\x00\x01\x00\x00" + bytes(60)):
        path = tmp_path / "font.ttf"
        path.write_bytes(content)
        with pytest.raises(CommandError, match=r"report\.pdf was not written: .*font\.ttf cannot be used"):
            typefaces.typeface_for_print(path)
    with pytest.raises(CommandError, match="No such file"):
        typefaces.typeface_for_print(tmp_path / "none.ttf")


def test_the_best_one_that_is_there_is_taken(tmp_path: Path) -> None:
    for name in ("msgothic.ttc", "ipagp.ttf", "NotoSansCJK-Regular.ttc"):
        (tmp_path / name).touch()
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "NotoSansCJK-Bold.ttc").touch()
    found = list(typefaces.known_files([tmp_path]))
    assert [(f[0].name, f[1] and f[1].name) for f in found] == [
        ("NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc"),
        ("ipagp.ttf", None),
        ("msgothic.ttc", None),
    ]


@pytest.mark.parametrize("flags", [0x0002, 0x0200])
def test_one_that_may_not_be_embedded_is_not(flags: int, typeface: Typeface, tmp_path: Path) -> None:
    from fontTools.ttLib import TTFont

    with TTFont(typeface.files[0], fontNumber=0) as font:
        font["OS/2"].fsType = flags
        font.save(tmp_path / "closed.ttf")
    with pytest.raises(TypefaceError, match="does not allow"):
        read_typeface(tmp_path / "closed.ttf")


def test_parts_are_all_known_to_the_template() -> None:
    template = (ROOT / "reconciler/report/templates/print.typ").read_text(encoding="utf-8")
    for part in (Heading, Paragraph, Bullets, Grid, Sign):
        assert f'"{part.__name__}"' in template
        for field in fields(part):
            assert f"it.{field.name}" in template, field.name
