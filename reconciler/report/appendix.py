"""The appendix: what the report was made from, so that it can be made again, and the evidence behind each finding."""

from __future__ import annotations

from collections.abc import Iterator

from reconciler.report import phrases
from reconciler.report.item import Item
from reconciler.report.lines import DeviceLine
from reconciler.report.model import Input, Report
from reconciler.report.tables import Refs, Row, Table, table
from reconciler.report.wording import Wording

INPUT_COLUMNS = (("sort", 18), ("file", 34), ("sha256", 70))


INPUTS = ("findings", "journal", "ledger", "rules")
"""Sorts of what a report is made from."""


def inputs(report: Report, w: Wording) -> Table:
    """Each file with its SHA-256 (FIPS 180-4): who holds the same bytes gets the same report."""
    ledgers = (Input("ledger", ledger.file, ledger.sha256) for ledger in report.ledgers if ledger.sha256)
    rows = (Row((w.of("input", i.sort), w.value(i.name), i.sha256)) for i in (*report.cover.inputs, *ledgers))
    return table("inputs", INPUT_COLUMNS, rows)


EVIDENCE_COLUMNS = (
    ("items", 8), ("subject", 24), ("basis_kind", 14), ("basis", 60), ("tier", 14), ("rule", 26),
)  # fmt: skip


def evidence(report: Report, w: Wording) -> Table:
    """A line for each reason of each finding; then, once for each device that has findings, for each reading that
    says what the device is."""
    rows = [row for item in report.items for row in _reasons(item, w)]
    rows += [row for line in report.devices if line.items for row in _readings(line, report, w)]
    return table("evidence", EVIDENCE_COLUMNS, rows)


def _reasons(item: Item, w: Wording) -> Iterator[Row]:
    name = phrases.name_of(item.device, item.asset, w)
    for why in dict.fromkeys(item.difference.reasons):
        tier = w.of("tier", why.tier.name)
        cells = (Refs((item.number,)), name, w("basis.reason"), phrases.reason(why, w), tier, "")
        yield _row(cells, item)


def _readings(line: DeviceLine, report: Report, w: Wording) -> Iterator[Row]:
    name, gravest = phrases.name_of(line.device, line.asset, w), report.item(line.items[0])
    for said in dict.fromkeys(line.device.claims):
        told = w(
            "basis.claim",
            field=w.of("field", said.attribute),
            value=phrases.claimed(said, w),
            source=w.value(said.field),
            text=w.value(said.text),
        )
        tier = w.of("tier", said.tier.name)
        yield _row((Refs(line.items), name, w("basis.reading"), told, tier, w.value(said.rule)), gravest)


def _row(cells: tuple[Refs | str, ...], item: Item) -> Row:
    return Row(cells, kinds=(item.kind.value,), klass=item.klass, severity=item.severity, new=item.new)
