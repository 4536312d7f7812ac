"""What became of what was decided: done, overdue, back again, soon due, or under way. Pure.

Missing is not done: what a run did not show counts as gone only if the run came to its end and looked
wherever it was seen before. A verdict of two things (same, different) and one that came to nothing are no
promise, and have no follow-up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import takewhile

from reconciler.decisions import PAIRED, PROMISES, Decision
from reconciler.ledger.asset import RowRef
from reconciler.reconciliation import Difference

SOON = 30
"""Days before its date on which a promise is told: one more round of a monthly audit."""


class State(StrEnum):
    """In the order in which they are read."""

    CAME_BACK = "came_back"
    OVERDUE = "overdue"
    SOON = "soon"
    DONE = "done"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Past:
    """An earlier run: its end; whether it had what a decision is about; whether its absence there meant anything."""

    ended: str
    present: bool
    settled: bool


@dataclass(frozen=True, slots=True)
class Followup:
    """decision: None where something came back on which nobody decided.  differences: ids of this run's that it
    is about, none where it is gone.  since: when it was last seen gone, or, gone now, last there; "" if not known."""

    state: State
    decision: Decision | None
    differences: tuple[str, ...]
    since: str = ""


_NOT_KNOWN = Past("", present=False, settled=False)


def followups(
    decisions: Iterable[Decision],
    differences: Sequence[Difference],
    keys: Mapping[RowRef, str],
    past: Mapping[int, Sequence[Past]],
    returned: Mapping[str, str],
    today: date,
) -> tuple[Followup, ...]:
    """Of all decisions that nobody took back, expired ones too; then what came back undecided.

    past: decision's number -> the runs up to this one, oldest first.  returned: differences of this run that an
    earlier one had and the one before had not -> when it was gone.
    """
    found = []
    told: set[str] = set()
    for decision in decisions:
        if decision.verdict in PAIRED:
            continue
        here = tuple(
            d.id
            for d in differences
            if decision.is_about(d.id, d.device, keys.get(d.row, "") if d.row else "")
        )
        *before, now = past.get(decision.number, (_NOT_KNOWN,))
        if here:
            found.append(_there(decision, here, before, today))
            told.update(here)
        elif now.settled:
            found += _gone(decision, before)
    found += [
        Followup(State.CAME_BACK, None, (d.id,), returned[d.id])
        for d in differences
        if d.id in returned and d.id not in told
    ]
    order = list(State)
    return tuple(
        sorted(
            found,
            key=lambda f: (
                order.index(f.state),
                f.decision.until if f.decision else "~",
                f.decision.number if f.decision else 0,
                f.differences,
            ),
        )
    )


def _places(
    differences: Sequence[Difference], keys: Mapping[RowRef, str]
) -> Mapping[str, Sequence[tuple[Difference, str]]]:
    """Each difference with its row's key, by every name that a decision may have for it."""
    found: dict[str, list[tuple[Difference, str]]] = defaultdict(list)
    for difference in differences:
        row = keys.get(difference.row, "") if difference.row else ""
        for name in {difference.id, difference.device, row} - {""}:
            found[name].append((difference, row))
    return found


def _there(decision: Decision, here: tuple[str, ...], before: Sequence[Past], today: date) -> Followup:
    gone_at = next((p.ended for p in reversed(before) if _was_gone(p, decision)), "")
    if gone_at:
        return Followup(State.CAME_BACK, decision, here, gone_at)
    until = date.fromisoformat(decision.until[:10]) if decision.until else None
    if until is not None and until < today:
        return Followup(State.OVERDUE, decision, here)
    if until is not None and until <= today + timedelta(days=SOON):
        return Followup(State.SOON, decision, here)
    return Followup(State.OPEN, decision, here)


def _was_gone(run: Past, decision: Decision) -> bool:
    return run.settled and not run.present and run.ended > decision.at


def _gone(decision: Decision, before: Sequence[Past]) -> Iterable[Followup]:
    """Done is told once: by the first run after it was there last."""
    absent = list(takewhile(lambda p: not p.present, reversed(before)))
    told_already = any(_was_gone(p, decision) for p in absent)
    if decision.verdict in PROMISES and not told_already:
        last = before[len(before) - len(absent) - 1].ended if len(absent) < len(before) else ""
        yield Followup(State.DONE, decision, (), last)
