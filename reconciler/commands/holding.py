"""Findings held against ledgers, with what people decided and what earlier runs knew, where there is a store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from agent.findings import Findings
from agent.rules import RuleSet, load_rules
from agent.vocabulary import vendor_key
from reconciler.commands.measures import OURS, Measures
from reconciler.commands.privacy import warn_if_open
from reconciler.houses import Houses
from reconciler.kept import Used
from reconciler.ledger.asset import Ledger
from reconciler.reconciliation import Reconciliation


def held(
    findings: Findings,
    ledgers: Sequence[Ledger],
    store_url: str | None,
    left_out: Sequence[str] | None,
    as_of: date | None = None,
    *,
    journal: Path | None = None,
    measures: Measures = OURS,
) -> tuple[Reconciliation, Used]:
    """Findings and ledgers -> the reconciliation, and all that was known beside them; with a store, also what an earlier
    run knew (`Used.since`).

    left_out: what was not asked on purpose (addresses, networks, MACs, blocks); None where it is not known.
    as_of: the day for everything that has a date; the end of the run where not given.  journal: of the run, for what
    people judged to be one box.  measures: the hospital's own.
    """
    from reconciler.diff import reconcile

    rules = load_rules(proofs=False)
    hold = partial(
        reconcile,
        aliases=makers_aliases(rules),
        houses=makers_houses(rules),
        required=measures.required,
        patience=measures.patience,
        not_asked=left_out,
        as_of=as_of.isoformat() if as_of else "",
    )
    if store_url is None:
        return hold(findings, ledgers), Used(required=measures.required, patience=measures.patience)
    from reconciler.commands.remembering import held_with_history

    warn_if_open(Path(store_url.removeprefix("sqlite:///")), "the history")
    result, used = held_with_history(
        findings,
        lambda seen, decisions, missed: hold(seen, ledgers, decisions, absences=missed),
        store_url,
        journal,
        as_of,
    )
    return result, replace(used, required=measures.required, patience=measures.patience)


def makers_aliases(rules: RuleSet | None = None) -> dict[str, str]:
    """Spelling of a maker -> its canonical name, as the rules have them."""
    spellings = (rules or load_rules(proofs=False)).vocabulary.vendors
    return {spelling: name for name, listed in spellings.items() for spelling in (name, *listed)}


def makers_houses(rules: RuleSet) -> Houses:
    """Whose names may stand for one another: what we know, with the rules' own houses and makers of modules."""
    from reconciler.houses import ours

    known = rules.vocabulary
    parts = {name for name in known.vendors if vendor_key(name) in known.parts}
    return ours().with_agents(known.houses.values(), parts)
