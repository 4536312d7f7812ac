"""A letter of inquiry (照会票) as a workbook of its own: one to read and answer, one list of the vendor's devices.

It holds what inquiry.py chose and nothing else: no sheet of the report, no property that names a person.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO

from reconciler.report import phrases
from reconciler.report.inquiry import ANSWERS, Letter, file_name, inquiries, questions, subjects
from reconciler.report.model import Report
from reconciler.report.sheet import LOOK, WIDTH, Sheet, across, lines_of, look_of, put, set_height
from reconciler.report.tables import Table
from reconciler.report.visible import visible
from reconciler.report.wording import Language, Wording, moment_of

A4 = 9
SIZE = 10
WIDE = 12
LETTER_SPANS = (1, 6, 5)


def letters(report: Report, lang: Language = "ja") -> Mapping[str, bytes]:
    """File name -> the workbook's bytes, a file for each vendor. The same report gives the same bytes."""
    w = phrases.wording(report, lang)
    made = inquiries(report)
    files: dict[str, bytes] = {}
    for letter in made.letters:
        files[file_name(letter.vendor, files, w)] = to_bytes(letter, made.staff, report, w)
    return files


def to_bytes(letter: Letter, staff: frozenset[str], report: Report, w: Wording) -> bytes:
    import xlsxwriter  # late: only workbooks need it

    out = BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    moment = moment_of(report.ended)
    made: datetime | None = moment.replace(tzinfo=None) if moment else None
    book.set_properties(
        {"title": w("inquiry.title"), "company": visible(report.cover.facility), "created": made}
    )
    looks = {name: book.add_format(look_of(name, look, SIZE, w)) for name, look in LOOK.items()}

    def sheet(name: str, *, lies: bool = False) -> Sheet:
        page = book.add_worksheet(name)
        if lies:
            page.set_landscape()
        page.set_paper(A4)
        page.fit_to_pages(1, 0)
        page.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
        page.set_footer("&R&9&P / &N")
        page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        return Sheet(page, looks, w, SIZE)

    _letter(sheet(w("inquiry.sheet")), letter, report)
    _devices(sheet(w("inquiry.list"), lies=True), subjects(letter, staff, w))
    book.close()
    return out.getvalue()


def _letter(sheet: Sheet, letter: Letter, report: Report) -> None:
    w = sheet.w
    sheet.page.hide_gridlines(2)
    sheet.page.set_column(0, WIDE - 1, WIDTH)
    across(sheet, [(0, WIDE, w("inquiry.title"), "title")], 40)
    for label, text, look in (
        ("vendor", w("inquiry.to", vendor=w.value(letter.vendor)), "box"),
        ("from", w.or_none(w.value(report.cover.facility)), "box"),
        ("day", w.day(report.as_of), "box"),
        ("reply_by", "", "entry"),
        ("reply_to", "", "entry"),
    ):
        across(sheet, [(0, 4, w.of("inquiry", label), "label"), (4, WIDE, text, look)])
    sheet.row += 1
    across(sheet, [(0, WIDE, w("inquiry.greeting"), "text")])
    across(sheet, [(0, WIDE, w("inquiry.caution"), "note")])
    sheet.row += 1
    table = questions(w)
    across(sheet, [(0, WIDE, w.of("table", table.code), "heading")], 24)
    _rows(sheet, table, LETTER_SPANS)
    sheet.row += 1
    for label in ("answered_by", "answered_on"):
        across(sheet, [(0, 4, w.of("inquiry", label), "label"), (4, WIDE, "", "entry")], 26)


def _rows(sheet: Sheet, table: Table, spans: Sequence[int]) -> None:
    ends = [sum(spans[: n + 1]) for n in range(len(spans))]
    places = [(end - span, end) for end, span in zip(ends, spans, strict=True)]
    heads = [sheet.w.of("column", c.code) for c in table.columns]
    across(sheet, [(a, b, text, "centre") for (a, b), text in zip(places, heads, strict=True)])
    for row in table.rows:
        looks = ("box", "box", "entry")
        cells = zip(places, row.cells, looks, strict=True)
        across(sheet, [(a, b, cell, look) for (a, b), cell, look in cells], 40)


def _devices(sheet: Sheet, table: Table) -> None:
    w, page = sheet.w, sheet.page
    page.write_string(0, 0, w.of("table", table.code), sheet.looks["plain_title"])
    page.write_string(1, 0, w.of("about", table.code), sheet.looks["plain_note"])
    sheet.row = 2
    for n, column in enumerate(table.columns):
        page.write_string(2, n, w.of("column", column.code), sheet.looks["centre"])
        page.set_column(n, n, column.width)
    set_height(sheet, max(lines_of(w.of("column", c.code), c.width, SIZE) for c in table.columns))
    sheet.row = 3
    for row in table.rows:
        lines = 2
        for n, (column, cell) in enumerate(zip(table.columns, row.cells, strict=True)):
            put(sheet, n, cell, "entry" if column.code in ANSWERS else "box")
            if isinstance(cell, str):
                lines = max(lines, lines_of(cell, column.width, SIZE))
        set_height(sheet, lines)
        sheet.row += 1
    page.autofilter(2, 0, max(sheet.row - 1, 3), len(table.columns) - 1)
    page.freeze_panes(3, 3)
    page.repeat_rows(2, 2)
