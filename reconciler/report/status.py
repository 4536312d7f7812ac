"""How the regular runs go, in a few lines for a terminal."""

from __future__ import annotations

from datetime import datetime

from reconciler.outcomes import Outcome, age
from reconciler.report.wording import Wording


def status_lines(
    latest: Outcome | None, success: Outcome | None, runs: int, now: datetime, w: Wording
) -> list[str]:
    """latest: the last run.  success: the last that came to its end.  runs: how many are kept."""
    if latest is None:
        return [w("status.none")]
    lines = []
    if success is None:
        lines.append(w("status.no_success", count=runs))
    else:
        days = max(0, age(success, now).days)
        lines.append(w("status.success", time=w.time(success.ended), count=days, folder=success.folder))
        lines.append(w("status.counts", devices=success.devices, rows=success.rows,
                       open=sum(success.kinds.values()), new=sum(success.new.values())))  # fmt: skip
        lines.append(w("status.overdue", count=success.overdue))
        for segment in success.segments:
            seen = w("status.looked") if segment.looked else w("status.not_looked")
            lines.append(
                w("status.segment", name=w.value(segment.name), seen=seen, answered=segment.answered)
            )
    if latest.trouble:
        lines.append(w("status.trouble", time=w.time(latest.ended), why=w.said(latest.trouble)))
    elif not latest.complete:
        lines.append(w("status.unfinished", time=w.time(latest.ended)))
    lines.append(w("status.runs", count=runs))
    return lines
