"""How the proposed target dates come about, as a table: the days are item.py's own."""

from __future__ import annotations

from reconciler.reconciliation import Severity
from reconciler.report.item import DAYS, URGENT, URGENT_DAYS
from reconciler.report.tables import Row, Table, table
from reconciler.report.wording import Wording


def targets(w: Wording) -> Table:
    """How the proposed dates come about: the one table of days."""
    kinds = w.joined(w.of("kind", kind.value) for kind in sorted(URGENT))
    rows = [Row((w("target.urgent", kinds=kinds), URGENT_DAYS))]
    rows += [Row((w("target.severity", severity=w.of("severity", s.name)), DAYS[s])) for s in Severity]
    return table("targets", (("target_for", 60), ("days", 10)), rows)
