"""What matters most, and what is asked of the reader: the two lists of the one-page summary.

Five concerns at most, each a group of differences that one sentence of plain words covers. The
order says what we would look at first in any hospital; severity outranks it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from agent.findings import Coverage, Lost
from reconciler.decisions import Verdict
from reconciler.followups import Followup, State
from reconciler.reconciliation import Kind, Severity
from reconciler.report.item import Item

MOST_CONCERNS = 5
EXAMPLES = 3

CORE = frozenset({"server", "network", "medical", "storage", "power", "building"})
"""Classes whose absence from the ledger weighs more: others depend on them, or patients do."""

CONCERNS = (
    "lost", "incomplete", "retired", "vulnerable", "remote", "unregistered_core", "replaced", "not_covered",
    "not_seen_core", "unsupported", "unregistered", "changed", "ambiguous", "not_seen", "no_party",
    "impossible", "undocumented", "duplicate", "not_looked", "guest",
)  # fmt: skip
"""All concerns, gravest first. Each has two sentences in the catalogue: concern.* and why.*."""

ASKS = ("look", "overdue", "owner", "retired", "locate", "decide", "correct", "vendor", "cover", "sign")
"""What may be asked of the reader, in the order of the page."""

_PLAIN = {
    Kind.RETIRED_ALIVE: "retired", Kind.VULNERABLE: "vulnerable", Kind.REMOTE_UNDECLARED: "remote",
    Kind.REPLACED: "replaced", Kind.UNSUPPORTED: "unsupported", Kind.CHANGED: "changed",
    Kind.AMBIGUOUS: "ambiguous", Kind.NO_PARTY: "no_party", Kind.IMPOSSIBLE: "impossible",
    Kind.UNDOCUMENTED: "undocumented", Kind.DUPLICATE_ROW: "duplicate", Kind.NOT_LOOKED: "not_looked",
    Kind.GUEST: "guest",
}  # fmt: skip

_ASK_OF = {
    Kind.UNREGISTERED: "owner", Kind.RETIRED_ALIVE: "retired", Kind.NOT_SEEN: "locate",
    Kind.AMBIGUOUS: "decide", Kind.CHANGED: "correct", Kind.REPLACED: "correct",
    Kind.UNDOCUMENTED: "correct", Kind.DUPLICATE_ROW: "correct", Kind.IMPOSSIBLE: "correct",
    Kind.REMOTE_UNDECLARED: "vendor", Kind.UNSUPPORTED: "vendor", Kind.VULNERABLE: "vendor",
    Kind.NO_PARTY: "vendor",
}  # fmt: skip


_ANSWERS = {
    Verdict.REGISTER: frozenset({"owner"}),
    Verdict.GUEST: frozenset({"owner"}),
    Verdict.CORRECT: frozenset({"correct", "vendor"}),
    Verdict.RETIRE: frozenset({"owner", "retired", "locate", "correct", "vendor"}),
    Verdict.IGNORE: frozenset(ASKS),
}
"""What is no longer asked of the reader once somebody has decided so and it has not come back."""


@dataclass(frozen=True, slots=True)
class Concern:
    """`count` things of one sort; `examples` are numbers of items, `places` names of networks."""

    code: str
    severity: Severity
    count: int
    examples: tuple[int, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing asked of the reader. `due` is the earliest date of its items, None where it has none."""

    code: str
    count: int
    due: date | None = None


def concerns(
    items: Iterable[Item], coverage: Sequence[Coverage], complete: bool, lost: Sequence[Lost] = ()
) -> tuple[Concern, ...]:
    """lost: devices that fell silent after a question of ours; nothing comes before them."""
    groups: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        groups[concern_of(item)].append(item)
    found = [
        Concern(
            code,
            max((i.severity for i in group), key=lambda s: s.value),
            len(group),
            tuple(i.number for i in group[:EXAMPLES]),
        )
        for code, group in groups.items()
    ]
    if lost:
        found.append(Concern("lost", Severity.HIGH, len(lost), places=tuple(gone.ip for gone in lost)))
    if not complete:
        found.append(Concern("incomplete", Severity.HIGH, 1))
    if dark := tuple(c.segment or c.cidr for c in coverage if not c.looked):
        found.append(Concern("not_covered", Severity.MEDIUM, len(dark), places=dark))
    found.sort(key=lambda c: (-c.severity.value, CONCERNS.index(c.code)))
    return tuple(found[:MOST_CONCERNS])


def concern_of(item: Item) -> str:
    core = item.klass in CORE
    if item.kind is Kind.UNREGISTERED:
        return "unregistered_core" if core else "unregistered"
    if item.kind is Kind.NOT_SEEN:
        return "not_seen_core" if item.severity is Severity.HIGH else "not_seen"
    return _PLAIN[item.kind]


def answers(verdict: Verdict, kind: Kind) -> bool:
    """Whether a decision with this verdict says what is to be done of a difference of this kind."""
    return _ASK_OF.get(kind) in _ANSWERS.get(verdict, frozenset())


def _is_over(followup: Followup) -> bool:
    """Whether the time in which somebody wanted to wait and see has gone by."""
    waits = followup.decision is not None and followup.decision.verdict is Verdict.IGNORE
    return waits and followup.state is State.OVERDUE


def asks(
    items: Iterable[Item],
    coverage: Sequence[Coverage],
    lost: Sequence[Lost] = (),
    followups: Sequence[Followup] = (),
) -> tuple[Ask, ...]:
    """followups: what was decided is not asked again, but whether it was done where its day is over."""
    decided = {
        (name, followup.decision.verdict)
        for followup in followups
        if followup.decision and followup.state is not State.CAME_BACK and not _is_over(followup)
        for name in followup.differences
    }
    groups: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        code = _ASK_OF.get(item.kind)
        told = any((item.difference.id, v) in decided and answers(v, item.kind) for v in Verdict)
        if code and not told:
            groups[code].append(item)
    found = [Ask(code, len(group), min(i.due for i in group)) for code, group in groups.items()]
    if lost:
        found.append(Ask("look", len(lost)))
    if late := sum(1 for f in followups if f.state is State.OVERDUE):
        found.append(Ask("overdue", late))
    if dark := sum(1 for c in coverage if not c.looked):
        found.append(Ask("cover", dark))
    found.append(Ask("sign", 1))
    return tuple(sorted(found, key=lambda a: ASKS.index(a.code)))
