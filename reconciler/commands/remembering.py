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
from reconciler.decisions import Decision, row_keys
from reconciler.followups import followups
from reconciler.patience import Absence
from reconciler.reconciliation import Reconciliation
from reconciler.report.model import Since, compared_with, day_of
from reconciler.store_decisions import load_decisions, past_of

Hold = Callable[[Findings, Sequence[Decision], dict[str, Absence]], Reconciliation]


def held_with_history(
    findings: Findings, hold: Hold, store_url: str, journal: Path | None, as_of: date | None
) -> tuple[Reconciliation, Since | None]:
    """The reconciliation, kept as a run of the history, and what an earlier run knew. Raises CommandError.

    journal: of the run, from which its devices are made again where people judged otherwise what is one box.
    """
    try:
        with stores.opened(store_url) as store:
            findings = as_judged(findings, load_decisions(store, findings.devices), journal)
            decisions = load_decisions(store, findings.devices)
            result = hold(findings, decisions, stores.absences(store, findings.run, findings.ended))
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
            return replace(result, followups=told), compared_with(past)
    except stores.StoreError as error:
        raise CommandError(str(error)) from error
