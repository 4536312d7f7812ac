"""是正処置表: the corrective actions, one line a finding, with room for what a person signs.

The columns are those of corrective action reports: finding, grounds, risk, measure, who, by when, what the
vendor answered, done, checked, and what risk is left. What is only a guest, or was not looked at, is no nonconformity.
"""

from __future__ import annotations

from reconciler.decisions import PROMISES, Decision
from reconciler.reconciliation import Kind, Severity
from reconciler.report import phrases
from reconciler.report.entries import standing
from reconciler.report.item import Item
from reconciler.report.model import Report
from reconciler.report.tables import Cell, Row, Table, table
from reconciler.report.wording import Wording, moment_of

COLUMNS = (
    ("number", 5), ("list", 13), ("subject", 18), ("where", 18), ("finding", 20), ("reasons", 22), ("risk", 22),
    ("measure", 22), ("charge", 12), ("vendor_answer", 14), ("target", 11), ("finished", 10), ("seal", 8),
    ("residual", 16),
)  # fmt: skip
NO_FAULT = frozenset({Kind.GUEST, Kind.NOT_LOOKED})


def actions(report: Report, w: Wording) -> Table:
    """What is more than a slip of the pen, and whatever somebody promised to mend."""
    decided = standing(report).difference
    chosen = ((i, decided.get(i.difference.id)) for i in report.items)
    return table("actions", COLUMNS, (_row(i, d, w) for i, d in chosen if _belongs(i, d)))


def _belongs(item: Item, decision: Decision | None) -> bool:
    if decision is not None and decision.verdict in PROMISES:
        return True
    return item.kind not in NO_FAULT and item.severity is not Severity.LOW


def _row(item: Item, decision: Decision | None, w: Wording) -> Row:
    measure = phrases.action(item, w)
    if decision is not None:
        measure = w("measure_decided", verdict=w.of("verdict", decision.verdict.value), action=measure)
    moment = moment_of(decision.until) if decision else None
    target: Cell = moment.date() if moment else item.due
    return Row(
        (
            item.number,
            w.of("list", item.section),
            phrases.subject(item, w),
            phrases.where(item.where, w),
            phrases.finding(item, w),
            phrases.reasons(item, w),
            w.of("risk", item.kind.value),
            measure,
            w.value(decision.owner) if decision else "",
            "",
            target,
            "",
            "",
            "",
        ),
        kinds=(item.kind.value,),
        klass=item.klass,
        severity=item.severity,
        new=item.new,
        segment=item.where.segment,
    )
