"""What became of what was decided, in words: counts for the opening, and the list of what needs an eye again."""

from __future__ import annotations

from collections import Counter

from reconciler.followups import State
from reconciler.report import phrases
from reconciler.report.model import Followed, Report
from reconciler.report.tables import Refs, Row, Table, When, table
from reconciler.report.wording import Wording

COLUMNS = (
    ("follow", 12), ("subject", 22), ("verdict", 13), ("owner", 14), ("until", 13), ("decided", 20), ("note", 20),
    ("gone", 14), ("items", 8),
)  # fmt: skip


def opening(report: Report, w: Wording) -> list[str]:
    """One line of counts; nothing where nothing was decided and nothing came back."""
    count = Counter(f.state for f in report.followups)
    if not count:
        return []
    told = [
        w("text.bucket", name=w.of("follow", state.value), count=count[state])
        for state in State
        if count[state]
    ]
    return [w("follow_told", told=w.joined(told))]


def listed(report: Report, w: Wording) -> Table:
    """All but what is under way in good time."""
    rows = (_row(f, report, w) for f in report.followups if f.state is not State.OPEN)
    return table("followups", COLUMNS, rows)


def _row(f: Followed, report: Report, w: Wording) -> Row:
    d = f.decision
    first = report.item(f.items[0]) if f.items else None
    name = phrases.subject(first, w) if first else w.value(d.subject if d and d.subject else "")
    return Row(
        (
            w.of("follow", f.state.value),
            w.or_none(name or (w.value(d.row or d.device) if d else "")),
            w.of("verdict", d.verdict.value) if d else w("value.dash"),
            w.value(d.owner) if d else "",
            w.date_of(d.until) if d and d.until else "",
            w("decided_by", who=w.value(d.who), day=w.date_of(d.at)) if d else w("value.dash"),
            w.value(d.note) if d else "",
            When(f.since, day_only=True) if f.since else "",
            Refs(f.items),
        ),
        severity=first.severity if first else None,
    )
