"""Findings held against ledgers with what the history knows: decisions, absences, what is new, what became of it.

SQLAlchemy costs 0.4 s and 25 MB: this module is imported late.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from agent.findings import Findings
from reconciler import store as stores
from reconciler.commands.boxes import as_judged
from reconciler.commands.outcome import CommandError
from reconciler.commands.owned import made_for_us
from reconciler.decisions import Decision, judgements, row_keys
from reconciler.followups import followups
from reconciler.kept import Used
from reconciler.patience import Absence
from reconciler.reconciliation import Reconciliation
from reconciler.report.building import compared_with, day_of
from reconciler.store_decisions import load_decisions, past_of

Hold = Callable[[Findings, Sequence[Decision], dict[str, Absence]], Reconciliation]


def held_with_history(
    findings: Findings, hold: Hold, store_url: str, journal: Path | None, as_of: date | None
) -> tuple[Reconciliation, Used]:
    """The reconciliation, kept as a run of the history, and what was known that day. Raises CommandError.

    journal: of the run, from which its devices are made again where people judged otherwise what is one box.
    """
    made_for_us(store_url)
    try:
        with stores.opened(store_url) as store:
            boxes = judgements(load_decisions(store, findings.devices), findings.ended).boxes
            findings = as_judged(findings, boxes, journal)
            decisions = load_decisions(store, findings.devices)
            missed = stores.absences(store, findings.run, findings.ended)
            result = hold(findings, decisions, missed)
            stores.save_run(store, findings, result)
            past = stores.history(store, findings.run)
            told = followups(
                decisions,
                result.differences,
                row_keys(result.assets, result.ended),
                past_of(store, decisions, findings.run),
                stores.returned(store, findings.run, past.new),
                as_of or day_of(findings.ended),
            )
            used = Used(decisions, missed, compared_with(past), tuple(boxes), told)
            return replace(result, followups=told), used
    except stores.StoreError as error:
        raise CommandError(str(error)) from error
