"""What people judged to be one box, or not one, brought to the findings: they are made again from the run's journal.

The findings themselves cannot be parted or joined: which address said what stands in the journal alone. Where that is
not there, or is of another run, the judgement waits, and the findings say so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from agent import journal as journals
from agent.assemble import assemble
from agent.findings import Findings
from agent.merge import Judged
from agent.rules import RuleSet, load_rules
from reconciler.decisions import Decision, Verdict, judgements

WAITS = "what was judged to be one device, or not, is not applied: the journal of this run is not beside its findings"


def as_judged(
    findings: Findings, decisions: Iterable[Decision], journal: Path | None, rules: RuleSet | None = None
) -> Findings:
    """The findings with people's judgements of boxes in them; the very same where there are none. rules: ours where
    not given."""
    judged = judged_boxes(judgements(decisions, findings.ended).boxes)
    if not judged:
        return findings
    try:
        again = (
            assemble(journals.read(journal), rules or load_rules(proofs=False), judged) if journal else None
        )
    except (OSError, ValueError, journals.JournalError):
        again = None
    if again is None or again.run != findings.run:
        return replace(findings, notes=(*findings.notes, WAITS))
    return replace(findings, devices=again.devices, unexplained=again.unexplained, flows=again.flows)


def judged_boxes(decisions: Iterable[Decision]) -> Judged:
    """Pairs of devices as pairs of addresses: an id is the site and an address (agent/identify.py)."""
    pairs: dict[Verdict, set[tuple[str, str, str]]] = {Verdict.SAME: set(), Verdict.DIFFERENT: set()}
    for decision in decisions:
        site, _, address = decision.device.rpartition("/")
        other_site, _, other = decision.other.rpartition("/")
        if site == other_site:
            pairs[decision.verdict].add((site, address, other))
    return Judged(frozenset(pairs[Verdict.SAME]), frozenset(pairs[Verdict.DIFFERENT]))
