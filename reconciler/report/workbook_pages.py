"""The sheets of the workbook that are read from top to bottom: the cover, what was not seen, sections with sentences.

They are laid out on WIDE equal columns, over which titles, sentences and small tables reach.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reconciler.report import followed, front, overview, phrases, targets
from reconciler.report.model import Report
from reconciler.report.sections import Block, Lines, Section
from reconciler.report.sheet import WIDTH, Sheet, across
from reconciler.report.tables import Cell, Table
from reconciler.report.workbook_lists import ENTRIES

WIDE = 12
"""The sheets that are read (cover, limits) are laid out on so many equal columns."""


def section_page(sheet: Sheet, section: Section, blocks: Sequence[Block]) -> None:
    w = sheet.w
    _free(sheet)
    _line(sheet, w.of("heading", section.code), "title", height=34)
    if section.about:
        _line(sheet, section.about, "note")
    for block in blocks:
        if isinstance(block, Table):
            _gap(sheet)
            _line(sheet, w.of("table", block.code), "heading", height=24)
            _grid(sheet, block, spans_of(block))
        elif isinstance(block, Lines):
            _gap(sheet)
            _line(sheet, block.heading, "heading", height=24)
            for number, text in enumerate(block.lines, 1):
                _line(
                    sheet,
                    w("value.numbered", number=number, text=text)
                    if block.numbered
                    else w("value.bullet", text=text),
                )
        else:
            for fact in block.facts:
                _pair(sheet, fact.label, fact.text)


def spans_of(table: Table) -> list[int]:
    """How many of the free sheet's columns each column takes, by its width; each takes at least one."""
    total = sum(c.width for c in table.columns)
    spans = [max(1, round(c.width * WIDE / total)) for c in table.columns]
    while sum(spans) != WIDE:
        widest = max(
            range(len(spans)), key=lambda n: spans[n] * (1 if sum(spans) > WIDE else table.columns[n].width)
        )
        spans[widest] += 1 if sum(spans) < WIDE else -1
    return spans


def cover_page(sheet: Sheet, report: Report) -> None:
    w = sheet.w
    _free(sheet)
    _line(sheet, w("title.report"), "title", height=40)
    if not report.cover.complete:
        _line(sheet, w("limit.incomplete"), "HIGH")
    for fact in front.cover(report, w):
        _pair(sheet, fact.label, fact.text)
    _gap(sheet)
    _sign(sheet)
    _line(sheet, w("cover.caution"), "note")
    breaks = [sheet.row]
    if told := followed.opening(report, w):
        _heading(sheet, "followups")
        for line in told:
            _line(sheet, line)
        if (table := followed.listed(report, w)).rows:
            _grid(sheet, table, (1, 2, 1, 1, 1, 2, 2, 1, 1))
    _heading(sheet, "summary")
    for line in (*front.conservation(report, w), *front.news(report, w)):
        _line(sheet, line)
    _heading(sheet, "points")
    for point in front.points(report, w):
        _point(sheet, point)
    if not report.concerns:
        _line(sheet, w("summary.no_points"))
    _heading(sheet, "asks")
    for number, ask in enumerate(report.asks, 1):
        _line(sheet, w("value.numbered", number=number, text=phrases.ask(ask, w)))
    breaks.append(sheet.row)
    _heading(sheet, "counts")
    for table, spans in (
        (overview.device_counts(report, w), (3, 1, 8)),
        (overview.row_counts(report, w), (3, 1, 8)),
        (overview.kind_counts(report, w), (4, 2, 2, 2, 2)),
        (overview.class_counts(report, w), (2, 2, 2, 2, 2, 2)),
    ):
        if table.code == "kind_counts":
            breaks.append(sheet.row)
        _line(sheet, w.of("table", table.code), "strong_line")
        _grid(sheet, table, spans)
    sheet.page.set_h_pagebreaks(breaks)


def limits_page(sheet: Sheet, report: Report) -> None:
    w = sheet.w
    _free(sheet)
    _line(sheet, w.of("sheet", "limits"), "title", height=34)
    for code, lines in (
        ("method", front.method(report, w)),
        ("limits", front.limits(report, w)),
        ("notes", front.notes(report, w) or [w("notes.none")]),
        ("conservation", front.conservation(report, w)),
    ):
        _heading(sheet, code)
        for line in lines:
            _line(sheet, w("value.bullet", text=line))
    if report.lost:
        _heading(sheet, "lost")
        _line(sheet, w("about.lost"))
        _grid(sheet, overview.lost(report, w), (2, 1, 2, 3, 1, 1, 2))
    _heading(sheet, "coverage")
    _grid(sheet, overview.coverage(report, w), (1, 1, 1, 1, 1, 1, 1, 1, 2, 2))
    _heading(sheet, "ledgers")
    _grid(sheet, overview.ledgers(report, w), (4, 1, 1, 1, 5))
    for table, spans in (
        (overview.problems(report, w), (2, 1, 1, 1, 4, 3)),
        (overview.mapping(report, w), (3, 2, 1, 1, 2, 1, 2)),
    ):
        if table.rows:
            _heading(sheet, table.code)
            _grid(sheet, table, spans)
    _heading(sheet, "targets")
    _line(sheet, w("about.targets"))
    _grid(sheet, targets.targets(w), (9, 3))
    _heading(sheet, "terms")
    for fact in front.terms(w):
        _pair(sheet, fact.label, fact.text)


def _free(sheet: Sheet) -> None:
    sheet.page.hide_gridlines(2)
    sheet.page.set_column(0, WIDE - 1, WIDTH)


def _heading(sheet: Sheet, code: str) -> None:
    _gap(sheet)
    _line(sheet, sheet.w.of("heading", code), "heading", height=24)


def _line(sheet: Sheet, text: str, look: str = "text", height: float = 0) -> None:
    across(sheet, [(0, WIDE, text, look)], height)


def _pair(sheet: Sheet, label: str, text: str) -> None:
    across(sheet, [(0, 3, label, "label"), (3, WIDE, text, "box")])


def _gap(sheet: Sheet) -> None:
    sheet.row += 1


def _point(sheet: Sheet, point: front.Point) -> None:
    text = f"{point.said}\n{point.why}"
    across(sheet, [(0, 1, point.mark, point.severity), (1, WIDE, text, "box")])


def _sign(sheet: Sheet) -> None:
    """The boxes to sign: one column a role, one line each for name, date and seal."""
    w = sheet.w
    heads = [(3 * n, 3 * n + 3, w.of("sign", role), "centre") for n, role in enumerate(front.ROLES)]
    across(sheet, heads, 32)
    for code, height in (("name", 30.0), ("date", 30.0), ("seal", 52.0)):
        cells: list[tuple[int, int, Cell, str]] = []
        for n in range(len(front.ROLES)):
            cells += [(3 * n, 3 * n + 1, w.of("sign", code), "label"), (3 * n + 1, 3 * n + 3, "", "entry")]
        across(sheet, cells, height)


def _grid(sheet: Sheet, table: Table, spans: Sequence[int]) -> None:
    """A small table on the free sheet's columns; `spans` has how many each of its columns takes."""
    edges = [sum(spans[:n]) for n in range(len(spans) + 1)]
    places = list(pairwise(edges))
    heads = [sheet.w.of("column", c.code) for c in table.columns]
    across(sheet, [(a, b, text, "centre") for (a, b), text in zip(places, heads, strict=True)])
    looks = ["entry" if column.code in ENTRIES else "box" for column in table.columns]
    for row in table.rows:
        cells = zip(places, row.cells, looks, strict=True)
        across(sheet, [(a, b, cell, look) for (a, b), cell, look in cells])
    _gap(sheet)
