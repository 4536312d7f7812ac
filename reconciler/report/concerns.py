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

ASKS = ("look", "owner", "retired", "locate", "decide", "correct", "vendor", "cover", "sign")
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


def asks(items: Iterable[Item], coverage: Sequence[Coverage], lost: Sequence[Lost] = ()) -> tuple[Ask, ...]:
    groups: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        if code := _ASK_OF.get(item.kind):
            groups[code].append(item)
    found = [Ask(code, len(group), min(i.due for i in group)) for code, group in groups.items()]
    if lost:
        found.append(Ask("look", len(lost)))
    if dark := sum(1 for c in coverage if not c.looked):
        found.append(Ask("cover", dark))
    found.append(Ask("sign", 1))
    return tuple(sorted(found, key=lambda a: ASKS.index(a.code)))
