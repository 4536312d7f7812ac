"""The comparison of two runs or ledgers as a workbook (.xlsx) and as a page (.html), from the one table of between.py.

Both are the same bytes for the same comparison. The page loads nothing and runs nothing (Content Security Policy).
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping
from hashlib import sha256
from html import escape
from io import BytesIO
from types import MappingProxyType

from reconciler.between.model import Between
from reconciler.report.between import as_table, heading, notes, spoken, sums
from reconciler.report.listing import markup
from reconciler.report.sheet import LOOK, Sheet, Worksheet, lines_of, look_of, put, set_height
from reconciler.report.visible import visible_lines
from reconciler.report.wording import Language, moment_of

SIZE, A4 = 9, 9
"""Of the letters, in points; and the paper's number in Excel."""
STYLE = (
    "body{font:0.95rem/1.6 'Yu Gothic UI','Hiragino Sans','Noto Sans CJK JP',Meiryo,sans-serif;margin:2rem;color:#1f2a37}"
    "table{border-collapse:collapse;width:100%}th,td{border:1px solid #9aa5b1;padding:.35rem .5rem;text-align:left;"
    "vertical-align:top;overflow-wrap:anywhere}thead th{background:#e5e9ee}"
)


def workbook(between: Between, lang: Language = "ja") -> bytes:
    import xlsxwriter  # late: only this face needs it

    w = spoken(between, lang)
    out = BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    made = moment_of(between.after.ended)
    if made is None:
        made = moment_of(
            "2000-01-01T00:00:00Z"
        )  # a ledger has no time, and the file's own must not be today's
    book.set_properties(
        {"title": w.of("table", "between"), "created": made.replace(tzinfo=None) if made else None}
    )
    looks = {name: book.add_format(look_of(name, look, SIZE, w)) for name, look in LOOK.items()}
    page: Worksheet = book.add_worksheet(w.of("table", "between"))
    page.set_landscape()
    page.set_paper(A4)
    page.fit_to_pages(1, 0)
    sheet = Sheet(page, looks, w, SIZE)
    for line in (heading(between, w), sums(between, w), *notes(between, w)):
        page.write_string(sheet.row, 0, visible_lines(line), looks["plain_note"])
        sheet.row += 1
    told = as_table(between, w)
    top = sheet.row
    for n, column in enumerate(told.columns):
        page.set_column(n, n, column.width)
        page.write_string(top, n, w.of("column", column.code), looks["centre"])
    sheet.row += 1
    for row in told.rows:
        high = 1
        for n, (column, cell) in enumerate(zip(told.columns, row.cells, strict=True)):
            put(sheet, n, cell)
            high = max(high, lines_of(str(cell), column.width, SIZE))
        set_height(sheet, high)
        sheet.row += 1
    page.autofilter(top, 0, max(sheet.row - 1, top + 1), len(told.columns) - 1)
    page.freeze_panes(top + 1, 2)
    page.repeat_rows(top, top)
    book.close()
    return out.getvalue()


def page(between: Between, lang: Language = "ja") -> bytes:
    w = spoken(between, lang)
    told = as_table(between, w)
    title = escape(w.of("table", "between"))
    digest = b64encode(sha256(STYLE.encode()).digest()).decode()
    heads = "".join(f"<th scope=col>{escape(w.of('column', c.code))}</th>" for c in told.columns)
    rows = "\n".join(
        "<tr>" + "".join(f"<td>{markup(c, w)}</td>" for c in row.cells) + "</tr>" for row in told.rows
    )
    lines = "".join(
        f"<p>{markup(line, w)}</p>" for line in (heading(between, w), sums(between, w), *notes(between, w))
    )
    text = (
        f'<!doctype html>\n<html lang="{lang}"><head><meta charset="utf-8">\n'
        f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{digest}'\">\n"
        f"<title>{title}</title><style>{STYLE}</style></head>\n<body><h1>{title}</h1>\n{lines}\n"
        f"<table><thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody></table>\n</body></html>\n"
    )
    return text.encode("utf-8")


FILES: Mapping[str, Callable[[Between, Language], bytes]] = MappingProxyType(
    {".xlsx": workbook, ".html": page}
)
"""Ending -> how a file with it is made."""
