"""The report as an Excel workbook (.xlsx): what the officer files, filters, decides in, prints and signs.

The lists have columns to write in and a hidden key a row (entries.py), by which `daicho decide` takes the
workbook back. Sheets are not locked: Excel sorts no locked list. Everything that came from a device or
a cell is written as text, never as a formula, number or link. The same report gives the same bytes: dates inside
the file are the run's own. Severity is told by word and mark first, by shade second, so that a black-and-white
printer loses nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

from reconciler import row_key
from reconciler.report import (
    checklist,
    corrective,
    entries,
    followed,
    front,
    inquiry,
    overview,
    phrases,
    remote,
    targets,
)
from reconciler.report.entries import Writable
from reconciler.report.model import Report
from reconciler.report.sections import Block, Lines, Section, sections
from reconciler.report.sheet import LOOK, WIDTH, Sheet, Worksheet, across, lines_of, look_of, put, set_height
from reconciler.report.tables import Cell, Table
from reconciler.report.visible import LONGEST_VALUE, visible
from reconciler.report.wording import Language, Wording, moment_of

A4, A3 = 9, 8
"""Numbers of paper sizes (ECMA-376 Part 1, 18.3.1.63). Lists with room to write in are too wide to be read on A4."""
FREE_SIZE, LIST_SIZE = 10, 9
"""Font sizes in points. Lists are smaller, so that an A4 page holds their columns at a size still read."""
WIDE_LISTS = frozenset({"items", "actions", "devices", "rows"})
WIDE = 12
"""The sheets that are read (cover, limits) are laid out on so many equal columns."""


def write(report: Report, path: Path, lang: Language = "ja") -> None:
    """Writes the workbook to `path`, over whatever is there. Raises OSError where that cannot be done."""
    path.write_bytes(to_bytes(report, lang))


def to_bytes(report: Report, lang: Language = "ja") -> bytes:
    """The workbook's bytes."""
    from io import BytesIO

    import xlsxwriter  # late: only this face needs it

    w = phrases.wording(report, lang)
    out = BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    looks = {
        size: {name: book.add_format(look_of(name, look, size, w)) for name, look in LOOK.items()}
        for size in (FREE_SIZE, LIST_SIZE)
    }
    made = moment_of(report.ended)
    book.set_properties({
        "title": w("title.report"),
        "author": visible(report.cover.author),
        "company": visible(report.cover.facility),
        "comments": visible(report.run),
        "created": made.replace(tzinfo=None) if made else None,
    })  # fmt: skip

    def sheet(code: str, size: int = LIST_SIZE) -> Sheet:
        page: Worksheet = book.add_worksheet(w.of("sheet", code))
        _print_setup(page, report, w, A3 if code in WIDE_LISTS else A4)
        return Sheet(page, looks[size], w, size)

    _cover(sheet("cover", FREE_SIZE), report)
    people = entries.owners(report)
    _desk(sheet("items"), entries.items(report, w), 5, people)
    _list(sheet("actions"), corrective.actions(report, w), frozen=3)
    _desk(sheet("devices"), entries.devices(report, w), 1, people)
    _desk(sheet("rows"), entries.rows(report, w), 1, people)
    _limits(sheet("limits", FREE_SIZE), report)
    _list(sheet("account"), overview.account(report, w), frozen=1)
    for section in sections(report, w, FURTHER):
        _further(sheet, section)
    _choices(sheet("choices"), people)
    book.close()
    return out.getvalue()


FURTHER = frozenset({"remote_register", "inquiries", "checklist", "lesson", "appendix", "evidence"})
"""Sections that have a sheet of their own; the others stand on the sheets above."""
LISTS = frozenset({"remote_register", "evidence"})
"""Tables as long as the hospital is large: each is a sheet, filtered and not only read."""


def _further(sheet: Callable[..., Sheet], section: Section) -> None:
    """A section as sheets: what is read stands on one, each long table on its own."""
    read = [b for b in section.blocks if not (isinstance(b, Table) and b.code in LISTS)]
    for block in section.blocks:
        if isinstance(block, Table) and block.code in LISTS:
            _list(sheet(block.code), block, frozen=1)
    if read:
        _read(sheet(section.code, FREE_SIZE), section, read)


def _read(sheet: Sheet, section: Section, blocks: Sequence[Block]) -> None:
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


def _print_setup(page: Worksheet, report: Report, w: Wording, paper: int) -> None:
    page.set_landscape()
    page.set_paper(paper)
    page.fit_to_pages(1, 0)
    page.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    name = visible(report.cover.facility)[:60].replace("&", "＆")
    page.set_header(f"&L&9{name}&C&9{w('title.report')}&R&9&A")
    page.set_footer(f"&L&9{w('page.caution')}&R&9&P / &N")
    page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})


BESIDE_TITLE = 4
"""Column at which the title's own row has room."""

FILTER_BUTTON = 2
"""What a filter's button takes of a heading's width."""

HEAD = 2
"""The row of the headings, counted from 0, below the title and a word on how to read the list."""


def _list(sheet: Sheet, table: Table, frozen: int) -> None:
    """One list on one sheet: title, a word on how to read it, headings, rows."""
    w, page = sheet.w, sheet.page
    page.write_string(0, 0, w.of("table", table.code), sheet.looks["plain_title"])
    page.write_string(1, 0, w.of("about", table.code), sheet.looks["plain_note"])
    sheet.row = HEAD
    _head(sheet, table)
    last = len(table.columns) - 1
    for n, column in enumerate(table.columns):
        page.set_column(n, n, column.width)
    for row in table.rows:
        _row(sheet, table, row.cells)
    end = max(sheet.row - 1, HEAD + 1)
    page.autofilter(HEAD, 0, end, last)
    page.freeze_panes(HEAD + 1, frozen)
    page.repeat_rows(HEAD, HEAD)
    page.print_area(0, 0, end, last)


def _head(sheet: Sheet, table: Table) -> None:
    for n, column in enumerate(table.columns):
        look = "entry_head" if column.code in ENTRIES else "centre"
        sheet.page.write_string(sheet.row, n, sheet.w.of("column", column.code), sheet.looks[look])
    heads = ((sheet.w.of("column", c.code), c.width) for c in table.columns)
    set_height(sheet, max(lines_of(head, width - FILTER_BUTTON, sheet.size) for head, width in heads))
    sheet.row += 1


ENTRIES = {code: "entry" for code in remote.ENTRIES | checklist.ENTRIES | inquiry.ENTRIES} | {
    "verdict": "entry",
    "partner": "entry",
    "owner": "entry",
    "until": "entry_day",
    "note": "entry",
}
"""Columns that are filled in, where the table has them to be filled in, and how their cells look."""


def _row(sheet: Sheet, table: Table, cells: Sequence[Cell]) -> None:
    """One row, as high as its longest cell: not every program fits the height by itself."""
    lines = 1
    for n, (column, cell) in enumerate(zip(table.columns, cells, strict=True)):
        put(sheet, n, cell, ENTRIES.get(column.code, "box"))
        if isinstance(cell, str):
            lines = max(lines, lines_of(cell, column.width, sheet.size))
    set_height(sheet, lines)
    sheet.row += 1


def _desk(sheet: Sheet, list_: Writable, frozen: int, people: Sequence[str]) -> None:
    """A list on which people decide: with drop-downs, and the keys in a hidden column that is sorted along."""
    table, page, w = list_.table, sheet.page, sheet.w
    _list(sheet, table, frozen)
    page.write_string(0, BESIDE_TITLE, w("about.desk"), sheet.looks["plain_note"])
    column, end = len(table.columns), max(sheet.row - 1, HEAD + 1)
    page.write_string(HEAD, column, row_key.SCHEMA, sheet.looks["key"])
    for n, key in enumerate(list_.keys, HEAD + 1):
        if key:
            page.write_string(n, column, key, sheet.looks["key"])
    page.set_column(column, column, 4, None, {"hidden": True})
    page.autofilter(HEAD, 0, end, column)
    places = {c.code: n for n, c in enumerate(table.columns)}
    for code, rule in _rules(list_, people, w).items():
        page.data_validation(HEAD + 1, places.get(code, column), end, places.get(code, column), rule)


def _rules(list_: Writable, people: Sequence[str], w: Wording) -> dict[str, dict[str, object]]:
    """What may be written where. Words and people are offered; anything else is told, and not refused but for keys."""

    def hint(code: str, **more: object) -> dict[str, object]:
        texts = {"input_title": w.of("column", code), "input_message": w.of("hint", code)}
        return {
            "ignore_blank": True,
            "error_type": "warning",
            "error_title": w.of("column", code),
            **texts,
            **more,
        }

    words = [w.of("verdict", verdict.value) for verdict in list_.offered]
    owner: dict[str, object] = {"validate": "any"}
    if people:
        owner = {"validate": "list", "source": f"='{w.of('sheet', 'choices')}'!$A$1:$A${len(people)}"}
    return {
        "verdict": hint("verdict", validate="list", source=words, error_message=w.of("refused", "verdict")),
        "partner": hint("partner", validate="any"),
        "owner": hint("owner", **owner, error_message=w.of("refused", "owner")),
        "until": hint(
            "until", validate="date", criteria=">", value=date(2020, 1, 1), error_message=w.of("refused", "until")
        ),
        "note": hint(
            "note", validate="length", criteria="<=", value=LONGEST_VALUE, error_message=w.of("refused", "note")
        ),
        "key": {
            "validate": "custom", "value": "=FALSE", "ignore_blank": False, "error_type": "stop",
            "error_title": w.of("sheet", "items"), "error_message": w.of("refused", "key"),
        },
    }  # fmt: skip


def _choices(sheet: Sheet, people: Sequence[str]) -> None:
    """What the drop-down of people offers: a sheet of its own, for a list in the cell itself has room for 255 letters."""
    for n, name in enumerate(people):
        sheet.page.write_string(n, 0, visible(name), sheet.looks["text"])
    sheet.page.hide()


# -- the sheets that are read, not filtered -----------------------------------------------------


def _cover(sheet: Sheet, report: Report) -> None:
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


def _limits(sheet: Sheet, report: Report) -> None:
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
