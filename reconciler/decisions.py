"""What people decided, and what it means for this run. A decision in force outranks every score.

`same` and `different` bind matching, or of two devices what is one box (boxes.py); `guest` the device's
bucket; the others (register, correct, retire, ignore) change no finding: what was promised is still a
difference until it is done, and carries the decision as a reason. An expired decision binds nothing and
is told as expired.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from agent.device import Tier
from reconciler.forms import serial_form
from reconciler.ledger.asset import Asset, RowRef
from reconciler.reconciliation import Difference, Reason, Severity
from reconciler.traits import is_retired
from reconciler.words import letters


class Verdict(StrEnum):
    """SAME, DIFFERENT: of a device and a row, or of two devices.  REGISTER: 台帳に追加.  CORRECT: 台帳を修正.  RETIRE: 撤去.
    GUEST: 来客・一時.  IGNORE: 様子を見る, which should have an expiry."""

    SAME = "same"
    DIFFERENT = "different"
    REGISTER = "register"
    CORRECT = "correct"
    RETIRE = "retire"
    GUEST = "guest"
    IGNORE = "ignore"


PROMISES = frozenset({Verdict.REGISTER, Verdict.CORRECT, Verdict.RETIRE})
"""Somebody is to do something, by a day; until it is done the difference stays."""

PAIRED = frozenset({Verdict.SAME, Verdict.DIFFERENT})
FATES = frozenset({Verdict.REGISTER, Verdict.RETIRE, Verdict.GUEST})
"""What a device is to become. It has one fate (deciding.py)."""


class DecisionError(ValueError):
    """This decision cannot be meant so; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One person's word. device: its id.  row: its key (see row_keys).  difference: an id, where only that
    one is meant.  at, expires: ISO 8601, UTC; an empty expiry holds until another decision.

    other: the second device of a pair of devices: its id, or site/address of an address of the same box.
    owner: who is to do it.  due: the day (ISO 8601) by which.  subject: what it is about as a person read it, for
    the day when neither device nor row is there any more.  run: whose report was decided on.  number: the
    store's, 0 where it is in none.
    """

    verdict: Verdict
    who: str
    at: str
    device: str = ""
    row: str = ""
    difference: str = ""
    expires: str = ""
    note: str = ""
    other: str = ""
    owner: str = ""
    due: str = ""
    subject: str = ""
    run: str = ""
    number: int = field(default=0, compare=False)

    @property
    def target(self) -> tuple[str, str, str, str]:
        """What it is about; there is one decision in force on one target."""
        return (self.device, self.row, self.difference, self.other)

    def is_about(self, difference: str, device: str, row: str) -> bool:
        """Whether it is about a difference with this id, device and row key: that very one, or all of its device
        or row."""
        if self.difference:
            return self.difference == difference
        if self.device and self.row:
            return (self.device, self.row) == (device, row)
        return bool(self.device and self.device == device) or bool(self.row and self.row == row)

    @property
    def until(self) -> str:
        """The day that a person wrote beside it, whatever it means for this verdict."""
        return self.due or self.expires


def check(decision: Decision) -> Decision:
    """The same decision. Raises DecisionError where it names nobody, nothing, or half of a pair."""
    if not decision.who.strip() or not decision.at.strip():
        raise DecisionError("a decision needs the name of who decided and the date")
    if not (decision.device or decision.row or decision.difference):
        raise DecisionError("a decision needs a device, a row or a difference that it is about")
    if decision.verdict in PAIRED and not (decision.device and (decision.row or decision.other)):
        raise DecisionError(f"{decision.verdict} needs both a device and a row, or two devices")
    if decision.verdict in PAIRED and decision.device == decision.other:
        raise DecisionError(f"{decision.verdict} needs two devices, not one twice")
    if decision.verdict is Verdict.GUEST and not decision.device:
        raise DecisionError("guest needs a device")
    return decision


@dataclass(frozen=True, slots=True)
class Judgements:
    """Decisions sorted for one run. same: device id -> the decision.  different: (device id, row key) pairs.

    boxes: those of two devices, which boxes.py brings to the findings.  notes: English sentences on decisions
    that contradict each other.
    """

    same: Mapping[str, Decision] = field(default_factory=lambda: MappingProxyType({}))
    different: Mapping[tuple[str, str], Decision] = field(default_factory=lambda: MappingProxyType({}))
    guests: Mapping[str, Decision] = field(default_factory=lambda: MappingProxyType({}))
    others: Sequence[Decision] = ()
    expired: Sequence[Decision] = ()
    notes: Sequence[str] = ()
    boxes: Sequence[Decision] = ()

    @property
    def in_force(self) -> tuple[Decision, ...]:
        return (*self.same.values(), *self.different.values(), *self.others, *self.boxes)


def in_force(decision: Decision, as_of: str) -> bool:
    """An expiry that is a date holds to the end of that day."""
    if not decision.expires or not as_of:
        return True
    return decision.expires >= as_of[: len(decision.expires)]


def judgements(decisions: Iterable[Decision], as_of: str) -> Judgements:
    """Later ones outrank earlier ones on the same pair, device or row. `as_of`: ISO 8601."""
    ordered = sorted(decisions, key=lambda d: (d.at, d.device, d.row, d.difference, d.verdict))
    expired = [d for d in ordered if not in_force(d, as_of)]
    boxes = {frozenset((d.device, d.other)): d for d in ordered if d.other and in_force(d, as_of)}
    pairs: dict[tuple[str, str], Decision] = {}
    guests: dict[str, Decision] = {}
    others: dict[tuple[str, str, str], Decision] = {}
    for decision in ordered:
        if decision.other or not in_force(decision, as_of):
            continue
        if decision.verdict in PAIRED:
            pairs[(decision.device, decision.row)] = decision
            continue
        others[(decision.device, decision.row, decision.difference)] = decision
        if decision.verdict is Verdict.GUEST:
            guests[decision.device] = decision
        elif decision.device and not decision.difference:
            guests.pop(decision.device, None)
    same: dict[str, Decision] = {}
    notes: list[str] = []
    for decision in pairs.values():
        if decision.verdict is not Verdict.SAME:
            continue
        if earlier := same.get(decision.device):
            notes.append(
                f"{decision.device} was judged to be row {earlier.row} ({earlier.who}, {earlier.at}) and row "
                f"{decision.row} ({decision.who}, {decision.at}); the later judgement holds"
            )
        if earlier is None or decision.at >= earlier.at:
            same[decision.device] = decision
    return Judgements(
        same=same,
        different={pair: d for pair, d in pairs.items() if d.verdict is Verdict.DIFFERENT},
        guests=guests,
        others=tuple(others.values()),
        expired=tuple(expired),
        notes=tuple(notes),
        boxes=tuple(boxes.values()),
    )


def lay_on(
    differences: Iterable[Difference], judged: Judgements, keys: Mapping[RowRef, str]
) -> list[Difference]:
    """Each difference with the decisions about it as reasons; one to be watched is LOW until it expires."""
    by_difference: dict[str, list[tuple[str, Decision]]] = {}
    by_pair: dict[tuple[str, str], list[tuple[str, Decision]]] = {}
    told = [("decided", d) for d in judged.others] + [("expired", d) for d in judged.expired if not d.other]
    for state, decision in told:
        if decision.difference:
            by_difference.setdefault(decision.difference, []).append((state, decision))
        else:
            by_pair.setdefault((decision.device, decision.row), []).append((state, decision))
    if not by_difference and not by_pair:
        return list(differences)
    laid = []
    for difference in differences:
        row = keys.get(difference.row, "") if difference.row else ""
        places = {("", row), (difference.device, ""), (difference.device, row)} - {("", "")}
        found = [d for place in sorted(places) for d in by_pair.get(place, ())]
        found += by_difference.get(difference.id, [])
        laid.append(_decided(difference, found) if found else difference)
    return laid


def _decided(difference: Difference, found: Sequence[tuple[str, Decision]]) -> Difference:
    reasons = tuple(
        Reason(f"decided_{d.verdict}" if state == "decided" else "decision_expired", Tier.STRONG, d.who, d.at)
        for state, d in found
    )
    reasons = tuple(reason for reason in reasons if reason not in difference.reasons)
    watched = any(state == "decided" and d.verdict is Verdict.IGNORE for state, d in found)
    return replace(
        difference,
        reasons=(*difference.reasons, *reasons),
        severity=Severity.LOW if watched else difference.severity,
    )


def row_keys(assets: Iterable[Asset], as_of: str = "") -> dict[RowRef, str]:
    """A readable key for each row that outlives sorting and inserting: its label number, else its serial,
    else where it stands. Of rows with one number the first that is in use has the plain key."""
    keys: dict[RowRef, str] = {}
    used: set[str] = set()
    for asset in sorted(assets, key=lambda a: precedence(a, as_of)):
        if asset.row in keys:
            continue
        number = f"tag:{asset.tag}" if letters(asset.tag) else f"serial:{asset.serial}"
        plain = number if letters(asset.tag) or serial_form(asset.serial) else ""
        if plain in used or not plain:
            where = f"{asset.row.file.replace(chr(92), '/').rsplit('/', 1)[-1]}:{asset.row}"
            plain = f"{plain}@{where}" if plain else f"row:{where}"
        while plain in used:
            plain += "'"
        used.add(plain)
        keys[asset.row] = plain
    return keys


def precedence(asset: Asset, as_of: str) -> tuple[int, str, str, int, int, str]:
    """Rows in use before reserved and retired ones, then as they stand; the order of the files given does not count."""
    rank = 2 if is_retired(asset, as_of) else 1 if asset.state == "reserved" else 0
    ref = asset.row
    return rank, ref.file, ref.sheet, ref.row, len(ref.column), ref.column
