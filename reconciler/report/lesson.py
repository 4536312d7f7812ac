"""A page for the training of staff (研修用), made of this hospital's own findings: what was found, why it matters, what to do.

Counts and sorts of things alone: no device, no department, no person, so that it can be shown to everybody
and blames nobody. The attacks on Japanese hospitals that it recalls are told as public papers tell them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType

from reconciler.reconciliation import Kind
from reconciler.report.model import Report
from reconciler.report.wording import Wording

TOPICS: Mapping[str, frozenset[Kind]] = MappingProxyType({
    "remote": frozenset({Kind.REMOTE_UNDECLARED}),
    "unknown": frozenset({Kind.UNREGISTERED}),
    "retired": frozenset({Kind.RETIRED_ALIVE}),
    "support": frozenset({Kind.UNSUPPORTED, Kind.VULNERABLE}),
    "missing": frozenset({Kind.NOT_SEEN}),
    "moved": frozenset({Kind.REPLACED, Kind.CHANGED}),
    "guest": frozenset({Kind.GUEST}),
    "ledger": frozenset({Kind.UNDOCUMENTED, Kind.DUPLICATE_ROW, Kind.IMPOSSIBLE, Kind.AMBIGUOUS, Kind.NO_PARTY}),
})  # fmt: skip
"""What can be learnt, what staff can do most about first, and the differences that teach it."""

MOST_TOPICS = 3
INCIDENT_OF = MappingProxyType({
    "remote": "tokushima", "support": "tokushima", "unknown": "osaka", "retired": "okayama", "moved": "okayama",
})  # fmt: skip
"""The known attack that shows why a topic matters, where there is one."""
HABITS = ("connect", "move", "call", "unplug")
CHECKS = ("where", "who", "when")


def topics(report: Report) -> list[tuple[str, int]]:
    """At most three topics with how often this run found them, in the order of TOPICS."""
    counts = Counter(item.kind for item in report.items)
    found = [(topic, sum(counts[kind] for kind in kinds)) for topic, kinds in TOPICS.items()]
    return [(topic, count) for topic, count in found if count][:MOST_TOPICS]


def lesson(report: Report, w: Wording) -> list[tuple[str, list[str]]]:
    """(code of the heading, sentences), in the order of the page; it fits on one."""
    chosen = topics(report)
    found = [
        w("lesson.found", found=w.of("lesson_found", topic, count=count), why=w.of("lesson_why", topic))
        for topic, count in chosen
    ]
    incidents = dict.fromkeys(INCIDENT_OF[topic] for topic, _ in chosen if topic in INCIDENT_OF)
    return [
        ("lesson_found", found or [w("lesson.nothing")]),
        ("lesson_incidents", [w.of("incident", code) for code in incidents] or [w("incident.general")]),
        ("lesson_habits", [w.of("habit", code) for code in HABITS]),
        ("lesson_checks", [w.of("lesson_check", code) for code in CHECKS]),
    ]
