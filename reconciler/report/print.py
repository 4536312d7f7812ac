"""The report on paper (report.pdf): cover with boxes to sign, then every section that the report has, then the map.

The sections are taken as they come (sections.py): a new one is printed without a word here. This file lays them out
as values (paper.py); typeset.py makes pages of those.

Why Typst sets the pages. Measured on 500 rows of 13 columns, in seconds of one processor:

- Typst 0.15 (Apache-2.0, one wheel of 34 MB): 0.3. Japanese line breaking, PDF/A and the same bytes for the same
  input are built in. Data is handed over as JSON and shown as strings, so that a text can never be markup. In one
  go 10,000 devices took 7 GB; typeset.py therefore sets them in pieces.
- reportlab 5 (BSD): 0.85, little memory; no PDF/A, and of OpenType only outlines of TrueType, which Noto has not.
- WeasyPrint 70 (BSD): 5.7, the whole document in memory; PDF/A.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from reconciler.reconciliation import Severity
from reconciler.report import front, phrases
from reconciler.report.map import drawings
from reconciler.report.model import Report
from reconciler.report.paper import (
    Bullets,
    Cellful,
    Figure,
    Grid,
    Heading,
    Leaf,
    Paper,
    Paragraph,
    Part,
    Sign,
    room,
)
from reconciler.report.sections import MAKERS, Facts, Lines, Section, sections
from reconciler.report.tables import Cell, Refs, Table, When
from reconciler.report.typeface import Typeface
from reconciler.report.visible import visible, visible_lines
from reconciler.report.wording import Language, Wording

UPRIGHT = 125
"""Tables up to this width, in half-width characters, stand on an upright page; wider ones on one that lies."""
SIZES = ((125, 8.0), (160, 7.0), (10_000, 6.2))
"""Sizes of letters in points for tables up to a width: what is read at arm's length, and what is looked up."""
HEADLINE = 46
"""Characters of the facility's name in each page's head; it stands whole on the cover."""
LONGEST_TABLE = 15_000
"""Rows of one table: the lists of findings of a hospital of 10,000 devices are whole."""
REFERENCE = frozenset({"devices", "rows", "account", "evidence"})
LONGEST_REFERENCE = 2_000
"""Rows of a table in which a single line is looked up. Nobody turns a thousand pages for that: beyond this the paper
says how many there are and in which files they stand."""
LONGEST_NAME = 200
"""Of the author in the document's own description, which takes no more than 32,767 bytes (ISO 19005-2, 6.1.13)."""
LABEL = 0.26
"""The share of a page's width that labels take."""


def to_bytes(
    report: Report, typeface: Typeface, lang: Language = "ja", after_each: Callable[[], None] = lambda: None
) -> bytes:
    """The PDF. The same report and typeface give the same bytes.  after_each: see typeset.py."""
    from reconciler.report.typeset import typeset  # late: only this face needs it

    w = phrases.wording(report, lang)
    return typeset(_paper(report, _all_leaves(report, w), w), typeface, after_each)


def paper(report: Report, lang: Language = "ja") -> Paper:
    """The report as the typesetter gets it, whole."""
    w = phrases.wording(report, lang)
    return _paper(report, tuple(_all_leaves(report, w)), w)


def _paper(report: Report, leaves: Iterable[Leaf], w: Wording) -> Paper:
    facility, author = visible(report.cover.facility), visible(report.cover.author)
    return Paper(
        title=w("title.report"),
        author=author if len(author) <= LONGEST_NAME else author[:LONGEST_NAME] + "…",
        facility=facility if len(facility) <= HEADLINE else facility[:HEADLINE] + "…",
        caution=w("page.caution"),
        language=w.language,
        ended=report.ended,
        leaves=leaves,
    )


def _all_leaves(report: Report, w: Wording) -> Iterator[Leaf]:
    yield _cover(report, w)
    for code in MAKERS:  # one at a time: together they take as much room as the report itself
        for section in sections(report, w, (code,)):
            yield from _leaves(section, w)
    yield from _map(report, w)


def _cover(report: Report, w: Wording) -> Leaf:
    parts: list[Part] = [Heading(0, w("title.report"))]
    if not report.cover.complete:
        parts.append(Paragraph(w("limit.incomplete"), "alarm"))
    parts += [
        _facts(front.cover(report, w)),
        Sign(
            w("sign.heading"),
            tuple(w.of("sign", role) for role in front.ROLES),
            tuple(w.of("sign", line) for line in ("name", "date", "seal")),
        ),
        Paragraph(w("cover.caution"), "note"),
    ]
    return Leaf("", False, tuple(parts))


def _leaves(section: Section, w: Wording) -> Iterable[Leaf]:
    """A section on pages that lie where one of its tables needs it. The summary's sentences have a page to themselves."""
    wide = any(_width(block) > UPRIGHT for block in section.blocks if isinstance(block, Table))
    parts: list[Part] = [Heading(1, section.title)]
    if section.about:
        parts.append(Paragraph(section.about))
    loose: list[str] = []
    for block in section.blocks:
        if isinstance(block, Lines) and not block.heading:
            loose += block.lines  # what is said before a list stands under the list's heading
            continue
        if isinstance(block, Table) and (section.code, block.code) == TURN:
            yield Leaf(section.title, wide, tuple(parts))
            parts = []
        parts += _block(block, loose, section, w)
        loose = []
    yield Leaf(section.title, wide, (*parts, *map(Paragraph, loose)))


TURN = ("summary", "device_counts")
"""The table of the summary that begins a page: what is read by everybody ends before it."""


def _block(
    block: Lines | Facts | Table, loose: Sequence[str], section: Section, w: Wording
) -> Iterable[Part]:
    alone = len(section.blocks) == 1
    heading = w.of("table", block.code) if isinstance(block, Table) else block.heading
    if heading and not alone:
        yield Heading(2, heading)
    yield from map(Paragraph, loose)
    match block:
        case Lines(_, lines, numbered):
            yield Bullets(lines, numbered)
        case Facts(_, facts):
            yield _facts(facts)
        case Table():
            about = w.of("about", block.code) if w.knows("about", block.code) else ""
            if about not in ("", section.about):
                yield Paragraph(about, "note")
            yield grid(block, w)
            if len(block.rows) > longest(block):
                yield Paragraph(w("print.cut", all=len(block.rows), shown=longest(block)), "note")


def longest(table: Table) -> int:
    """How many of its rows are printed."""
    return LONGEST_REFERENCE if table.code in REFERENCE else LONGEST_TABLE


def _facts(facts: Iterable[front.Fact]) -> Grid:
    across = room(False)
    rows = tuple((Cellful(f.label, "label"), Cellful(visible_lines(f.text))) for f in facts)
    return Grid((), (across * LABEL, across * (1 - LABEL)), 9.0, rows)


def _width(table: Table) -> int:
    return sum(column.width for column in table.columns)


def grid(table: Table, w: Wording) -> Grid:
    """A table of the report as one of the paper: its widths shared out over the page."""
    total = _width(table)
    across = room(total > UPRIGHT)
    return Grid(
        tuple(w.of("column", c.code) for c in table.columns),
        tuple(across * c.width / total for c in table.columns),
        next(size for width, size in SIZES if total <= width),
        tuple(tuple(_cell(cell, w) for cell in row.cells) for row in table.rows[: longest(table)]),
    )


def _cell(cell: Cell, w: Wording) -> Cellful:
    match cell:
        case Severity():
            return Cellful(w.of("severity", cell.name), cell)
        case When():
            return Cellful(w.date_of(cell.iso) if cell.day_only else w.time(cell.iso))
        case Refs():
            return Cellful(w.joined(map(str, cell.numbers)))
        case date():
            return Cellful(w.day(cell))
        case int():
            return Cellful(f"{cell:,}", "number")
        case _:
            return Cellful(visible_lines(cell))


def _map(report: Report, w: Wording) -> Iterable[Leaf]:
    """The overview, then a page for each part of it."""
    title = w("heading.map")
    for number, drawing in enumerate(drawings(report, w)):
        head: tuple[Part, ...] = (
            (Heading(1, title), Paragraph(w("about.map"))) if number == 0 else (Heading(2, drawing.title),)
        )
        yield Leaf(title, drawing.width > drawing.height, (*head, Figure(drawing)))
