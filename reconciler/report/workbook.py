"""The report as an Excel workbook (.xlsx): what the officer files, filters, decides in, prints and signs.

The lists have columns to write in and a hidden key a row (entries.py), by which `daicho decide` takes the
workbook back. Sheets are not locked: Excel sorts no locked list. Everything that came from a device or
a cell is written as text, never as a formula, number or link. The same report gives the same bytes: dates inside
the file are the run's own. Severity is told by word and mark first, by shade second, so that a black-and-white
printer loses nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from reconciler.report import corrective, entries, overview, phrases
from reconciler.report.model import Report
from reconciler.report.sections import Section, sections
from reconciler.report.sheet import LOOK, Sheet, Worksheet, look_of
from reconciler.report.tables import Table
from reconciler.report.visible import visible
from reconciler.report.wording import Language, Wording, moment_of
from reconciler.report.workbook_lists import choices, desk, filtered
from reconciler.report.workbook_pages import cover_page, limits_page, section_page

A4, A3 = 9, 8
"""Numbers of paper sizes (ECMA-376 Part 1, 18.3.1.63). Lists with room to write in are too wide to be read on A4."""
FREE_SIZE, LIST_SIZE = 10, 9
"""Font sizes in points. Lists are smaller, so that an A4 page holds their columns at a size still read."""
WIDE_LISTS = frozenset({"items", "actions", "devices", "rows"})
FURTHER = frozenset({"remote_register", "inquiries", "checklist", "lesson", "appendix", "evidence"})
"""Sections that have a sheet of their own; the others stand on the sheets above."""
LISTS = frozenset({"remote_register", "evidence"})
"""Tables as long as the hospital is large: each is a sheet, filtered and not only read."""


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

    cover_page(sheet("cover", FREE_SIZE), report)
    people = entries.owners(report)
    desk(sheet("items"), entries.items(report, w), 5, people)
    filtered(sheet("actions"), corrective.actions(report, w), frozen=3)
    desk(sheet("devices"), entries.devices(report, w), 1, people)
    desk(sheet("rows"), entries.rows(report, w), 1, people)
    limits_page(sheet("limits", FREE_SIZE), report)
    filtered(sheet("account"), overview.account(report, w), frozen=1)
    for section in sections(report, w, FURTHER):
        _further(sheet, section)
    choices(sheet("choices"), people)
    book.close()
    return out.getvalue()


def _further(sheet: Callable[..., Sheet], section: Section) -> None:
    """A section as sheets: what is read stands on one, each long table on its own."""
    read = [b for b in section.blocks if not (isinstance(b, Table) and b.code in LISTS)]
    for block in section.blocks:
        if isinstance(block, Table) and block.code in LISTS:
            filtered(sheet(block.code), block, frozen=1)
    if read:
        section_page(sheet(section.code, FREE_SIZE), section, read)


def _print_setup(page: Worksheet, report: Report, w: Wording, paper: int) -> None:
    page.set_landscape()
    page.set_paper(paper)
    page.fit_to_pages(1, 0)
    page.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    name = visible(report.cover.facility)[:60].replace("&", "＆")
    page.set_header(f"&L&9{name}&C&9{w('title.report')}&R&9&A")
    page.set_footer(f"&L&9{w('page.caution')}&R&9&P / &N")
    page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
