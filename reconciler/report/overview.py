"""The small tables beside the lists: coverage, packet account, how the ledger was read, and the counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from agent.findings import Coverage
from reconciler.ledger.asset import Ledger
from reconciler.reconciliation import DeviceBucket, Kind, RowBucket
from reconciler.report import phrases
from reconciler.report.model import Report
from reconciler.report.tables import Cell, Row, Table, table
from reconciler.report.wording import Wording

COVERAGE_COLUMNS = (
    ("segment", 24), ("care", 22), ("looked", 30), ("addresses", 12), ("asked", 12), ("answered", 12), ("tables", 14),
    ("listened", 12), ("not_looked", 50), ("ended", 36),
)  # fmt: skip


def coverage(report: Report, w: Wording) -> Table:
    """What was done about each network. What names it stands in one cell, for the table is wide as it is."""
    return table(
        "coverage",
        COVERAGE_COLUMNS,
        (
            Row(
                (
                    _network(c, w),
                    w.of("care", c.care),
                    w("looked.yes") if c.looked else w("looked.no"),
                    c.addresses,
                    c.asked,
                    c.answered,
                    c.known_from_tables,
                    round(c.listened),
                    phrases.not_looked(c, w),
                    phrases.ended(c, w),
                )
            )
            for c in report.coverage
        ),
    )


def _network(c: Coverage, w: Wording) -> str:
    """Its name, its range, and where there are several sites its site: a line each."""
    lines = [*dict.fromkeys((w.value(c.segment), w.value(c.cidr)))]
    return "\n".join([*lines, w("value.site", site=w.value(c.site))] if w.with_sites else lines)


LOST_COLUMNS = (
    ("at", 20),
    ("ip", 18),
    ("mac", 20),
    ("place", 40),
    ("question", 14),
    ("after", 10),
    ("stopped", 40),
)


def lost(report: Report, w: Wording) -> Table:
    """Devices that answered before a question and not after it."""
    return table(
        "lost",
        LOST_COLUMNS,
        (
            Row(
                (
                    w.time(gone.at),
                    w.value(gone.ip),
                    w.value(gone.mac),
                    w.value(gone.place),
                    w.value(gone.probe),
                    round(gone.after),
                    w.said(gone.stopped) if gone.stopped else w("value.no_stop"),
                )
            )
            for gone in report.lost
        ),
    )


ACCOUNT_COLUMNS = (
    ("device", 28), ("class", 20), ("ip", 18), ("mac", 20), ("segment", 24), ("packets", 12), ("bytes", 14),
)  # fmt: skip


def account(report: Report, w: Wording) -> Table:
    """What was sent to each device, those that were sent most first; devices sent nothing are in it too."""
    lines = sorted(
        report.devices, key=lambda x: (-x.device.packets, -x.device.bytes, x.where.order, x.device.id)
    )
    return table(
        "account",
        ACCOUNT_COLUMNS,
        (
            Row(
                (
                    phrases.name_of(line.device, line.asset, w),
                    phrases.sort_of(line.device, w),
                    phrases.address_lines(line.device.ips, w),
                    phrases.address_lines(line.device.macs, w),
                    w.joined(w.value(s) for s in line.device.segments),
                    line.device.packets,
                    line.device.bytes,
                )
            )
            for line in lines
        ),
    )  # fmt: skip


LEDGER_COLUMNS = (("file", 30), ("rows", 10), ("skipped", 12), ("problems", 12), ("error", 50))
MAPPING_COLUMNS = (
    ("file", 30),
    ("sheet", 18),
    ("table", 8),
    ("letter", 8),
    ("header", 26),
    ("field", 22),
    ("why", 40),
)
PROBLEM_COLUMNS = (
    ("file", 30),
    ("sheet", 18),
    ("row_number", 8),
    ("letter", 8),
    ("problem", 50),
    ("hint", 50),
)


def ledgers(report: Report, w: Wording) -> Table:
    return table(
        "ledgers",
        LEDGER_COLUMNS,
        (
            Row((w.value(x.file), len(x.assets), len(x.skipped), len(x.problems), w.said(x.error)))
            for x in report.ledgers
        ),
    )


def mapping(report: Report, w: Wording) -> Table:
    def told(ledger: Ledger) -> Iterable[Row]:
        for c in ledger.columns:
            field = w.of("field", c.field) if c.field else w("value.unread")
            where = (w.value(ledger.file), w.value(c.sheet), c.table, w.value(c.column))
            yield Row((*where, w.value(c.header), field, w.said(c.why)))

    return _per_ledger("mapping", MAPPING_COLUMNS, report, told)


def problems(report: Report, w: Wording) -> Table:
    def told(ledger: Ledger) -> Iterable[Row]:
        for p in ledger.problems:
            where = (w.value(ledger.file), w.value(p.sheet), p.row, w.value(p.column))
            yield Row((*where, w.said(p.text), w.said(p.hint)))

    return _per_ledger("problems", PROBLEM_COLUMNS, report, told)


def _per_ledger(
    code: str, columns: Sequence[tuple[str, int]], report: Report, told: Callable[[Ledger], Iterable[Row]]
) -> Table:
    return table(code, columns, (row for ledger in report.ledgers for row in told(ledger)))


def device_counts(report: Report, w: Wording) -> Table:
    counts = report.counts.devices
    shown = [
        Row((w.of("device_bucket", b.value), counts[b], w.of("device_meaning", b.value)))
        for b in DeviceBucket
    ]
    total = Row((w("value.total"), report.counts.device_total, ""))
    return table("device_counts", (("bucket", 24), ("count", 10), ("meaning", 60)), (*shown, total))


def row_counts(report: Report, w: Wording) -> Table:
    counts = report.counts.rows
    shown = [Row((w.of("row_bucket", b.value), counts[b], w.of("row_meaning", b.value))) for b in RowBucket]
    total = Row((w("value.total"), report.counts.row_total, ""))
    return table("row_counts", (("bucket", 24), ("count", 10), ("meaning", 60)), (*shown, total))


def kind_counts(report: Report, w: Wording) -> Table:
    """Differences by kind, against the last run: what there was, what is new, what no longer applies.

    Dashes stand where there is no earlier run to compare with.
    """
    counts, since = report.counts, report.since
    gone = Counter(g.kind for g in since.gone) if since else Counter()

    def compared(k: Kind) -> tuple[Cell, ...]:
        if since is None:
            return (w("value.dash"),) * 3
        return counts.kinds[k] - counts.new[k] + gone[k.value], counts.new[k], gone[k.value]

    return table(
        "kind_counts",
        (("kind", 40), ("count", 10), ("previous", 10), ("newly", 12), ("no_longer", 14)),
        (
            Row((w.of("kind", k.value), counts.kinds[k], *compared(k)))
            for k in counts.kinds
            if k in report.examined
        ),
    )


def class_counts(report: Report, w: Wording) -> Table:
    return table(
        "class_counts",
        (("class", 24), *((f"bucket_{b.value}", 12) for b in DeviceBucket), ("total", 10)),
        (
            Row((w.of("class", name or "unknown"), *(per[b] for b in DeviceBucket), sum(per.values())))
            for name, per in report.counts.classes.items()
        ),
    )
