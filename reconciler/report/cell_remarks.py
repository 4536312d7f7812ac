"""Comments on the rows of a ledger that something is to be said of: the differences, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reconciler.blank_rows import Form, forms_of
from reconciler.ledger.asset import Ledger, RowRef
from reconciler.ledger.remarks import Remark
from reconciler.ledger.workbook import column_letter
from reconciler.report.annotation import Copy, actions, differences
from reconciler.report.lines import RowLine
from reconciler.report.model import Report
from reconciler.report.visible import visible_lines
from reconciler.report.wording import Wording

LONGEST = 1500
"""Characters of one comment; the sheet tells everything."""

_CELLS = ("tag", "name", "hostname", "serial")
"""Where a comment stands: on the first of these that the table has a column for."""


def remarks(report: Report, ledger: Ledger, copy: Copy, w: Wording) -> Iterator[Remark]:
    """The gravest first, for a sheet takes a limited number."""
    columns = _columns(forms_of(ledger))
    lines = [line for line in report.rows if line.row.file == ledger.file and line.asset and line.items]
    lines.sort(key=lambda line: -max(report.item(n).severity.value for n in line.items))
    for line in lines:
        cell = f"{columns.get(line.row) or line.row.column or 'A'}{line.row.row}"
        yield Remark(copy.name(line.row.sheet), cell, _told(line, report, w))


def _told(line: RowLine, report: Report, w: Wording) -> str:
    items = [report.item(n) for n in line.items]
    bucket = w.of("row_bucket", line.bucket.value)
    told = f"daicho：{bucket}\n{differences(items, w)}\n{actions(items, w)}"
    more = w("annotation.more", sheet=w.of("sheet", "annotation"))
    return f"{visible_lines(told, LONGEST)}\n{more}"


def _columns(forms: tuple[Form, ...]) -> Mapping[RowRef, str]:
    found: dict[RowRef, str] = {}
    for form in forms:
        letter = next(
            (column_letter(c.index) for name in _CELLS for c in form.columns if name in c.fields), ""
        )
        found.update({asset.row: letter for asset in form.assets})
    return found
