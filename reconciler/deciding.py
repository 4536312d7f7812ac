"""What a returned workbook asks for, held against what is known: new decisions, or what stands in their way. Pure.

All or nothing: a Plan with problems is not carried out. A row whose entries say what is in force already
says nothing new, so the same workbook may come twice. A decision in force gives way to a workbook that showed
it, or to a later word of the same person on the same report; else two people meant different things,
and they are told, not overruled.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from reconciler.decisions import FATES, PAIRED, PROMISES, Decision, Verdict
from reconciler.history import with_device
from reconciler.row_key import RowKey

LONGEST_PROMISE = 3650
"""Days: a date further away is a slip of the pen."""


@dataclass(frozen=True, slots=True)
class Place:
    """A cell of the workbook."""

    sheet: str
    cell: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Why something cannot be taken over; `code` has its sentence in the catalogue (problem.CODE)."""

    place: Place
    code: str
    values: Mapping[str, str | int] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Entry:
    """What one row of the workbook says. verdict: as it is written.  until: a day, ISO 8601.

    other_row, other_device: what was named as the other one of a pair.  addresses: the device's own.  places: of
    its cells, by the codes of their columns.
    """

    key: RowKey
    verdict: Verdict
    owner: str = ""
    until: str = ""
    note: str = ""
    other_row: str = ""
    other_device: str = ""
    subject: str = ""
    places: Mapping[str, Place] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def place(self) -> Place:
        return self.places["verdict"]


@dataclass(frozen=True, slots=True)
class Known:
    """What the store knows. runs: run -> its end.  keys: every device id that ever was -> its key.

    devices, differences: run -> ids.  in_force: decisions that are neither withdrawn nor replaced, devices by key.
    """

    runs: Mapping[str, str]
    keys: Mapping[str, str]
    devices: Mapping[str, frozenset[str]]
    differences: Mapping[str, frozenset[str]]
    in_force: Sequence[Decision]


@dataclass(frozen=True, slots=True)
class New:
    """A decision to be kept, and the numbers of those that it replaces."""

    decision: Decision
    place: Place
    replaces: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """unchanged: rows that say what is in force.  older: runs of these rows that are not the newest."""

    new: tuple[New, ...]
    problems: tuple[Problem, ...]
    unchanged: int = 0
    older: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Word:
    """Who decides, when (ISO 8601, UTC), on which day there; replace: whatever else is in force gives way."""

    who: str
    at: str
    today: date
    replace: bool = False


def plan(entries: Sequence[Entry], known: Known, word: Word) -> Plan:
    """What to keep, if nothing stands in its way."""
    problems: list[Problem] = []
    wanted: list[tuple[Entry, Decision]] = []
    unchanged = 0
    for entry in entries:
        found = list(_strangers(entry, known)) or list(_halves(entry))
        if found:
            problems += found
            continue
        decision = _decision(entry, known, word)
        if _says_the_same(decision, known):
            unchanged += 1
            continue
        problems += _impossible(entry, word)
        wanted.append((entry, decision))
    problems += _contradictions(wanted)
    new: dict[tuple[str, str, str, str], New] = {}
    for entry, decision in wanted:
        rivals = [d for d in known.in_force if _rival(d, decision)]
        problems += [_in_force(entry, d) for d in rivals if not _may_replace(d, entry, word)]
        new.setdefault(decision.target, New(decision, entry.place, tuple(sorted(d.number for d in rivals))))
    newest = max(known.runs, key=lambda run: (known.runs[run], run), default="")
    older = sorted({e.key.run for e in entries if e.key.run in known.runs and e.key.run != newest})
    problems.sort(key=lambda p: (p.place.sheet, _row_of(p.place.cell), p.place.cell, p.code))
    return Plan(tuple(new.values()), tuple(problems), unchanged, tuple(older))


def _row_of(cell: str) -> int:
    return int("".join(filter(str.isdigit, cell)) or 0)


# -- one row by itself ---------------------------------------------------------------------------


def _strangers(entry: Entry, known: Known) -> Iterable[Problem]:
    """What the store has never heard of: another hospital's report, or one that was made without --store."""
    key = entry.key
    if key.run not in known.runs:
        yield Problem(entry.place, "run", {"run": key.run})
        return
    named = ((key.difference, known.differences[key.run]), (key.device, known.devices[key.run]))
    if any(name and name not in ids for name, ids in named):
        yield Problem(entry.place, "stranger", {"run": key.run})


def _halves(entry: Entry) -> Iterable[Problem]:
    """What this verdict needs and the row has not."""
    key, verdict = entry.key, entry.verdict
    if verdict in PAIRED:
        if not (key.device or entry.other_device) or not (key.row or entry.other_row or entry.other_device):
            yield Problem(entry.places["partner"], "no_partner")
        elif key.device and entry.other_device == key.device:
            yield Problem(entry.places["partner"], "itself")
    elif verdict in (Verdict.GUEST, Verdict.REGISTER) and not key.device:
        yield Problem(entry.place, "no_device")
    elif verdict is Verdict.REGISTER and key.row:
        yield Problem(entry.place, "has_row")
    elif verdict is Verdict.CORRECT and not key.row:
        yield Problem(entry.place, "no_row")


def _impossible(entry: Entry, word: Word) -> Iterable[Problem]:
    until = date.fromisoformat(entry.until) if entry.until else None
    if until is not None and until < word.today:
        yield Problem(entry.places["until"], "past", {"day": entry.until})
    elif until is not None and (until - word.today).days > LONGEST_PROMISE:
        yield Problem(entry.places["until"], "far", {"day": entry.until})
    if until is None and entry.verdict is Verdict.IGNORE:
        yield Problem(entry.places["until"], "no_date")
    if not entry.owner and entry.verdict in PROMISES:
        yield Problem(entry.places["owner"], "no_owner")


def _decision(entry: Entry, known: Known, word: Word) -> Decision:
    """Devices by their keys, as the store has them."""
    key, verdict = entry.key, entry.verdict
    device = key.device or entry.other_device
    row = difference = other = ""
    if verdict in PAIRED:
        other = entry.other_device if key.device else ""
        row = "" if other else entry.other_row or key.row
    elif verdict is not Verdict.GUEST:
        difference = key.difference
        row = key.row if difference or not key.device else ""
    mine = known.keys.get(device, device)
    promised = verdict in PROMISES
    return Decision(
        verdict=verdict, who=word.who, at=word.at, device=mine, row=row,
        difference=with_device(difference, device, mine), other=known.keys.get(other, other),
        owner=entry.owner, due=entry.until if promised else "", expires="" if promised else entry.until,
        note=entry.note, subject=entry.subject, run=key.run,
    )  # fmt: skip


# -- rows against each other and against what is in force ----------------------------------------


def _says_the_same(decision: Decision, known: Known) -> bool:
    return any(_content(d) == _content(decision) for d in known.in_force)


def _content(d: Decision) -> tuple[object, ...]:
    return (_target(d), d.verdict, d.owner, d.until, d.note)


def _target(d: Decision) -> tuple[object, ...]:
    """Of two devices it makes no difference which was named first."""
    return (*sorted((d.device, d.other)), d.row, d.difference) if d.other else d.target


def _contradictions(wanted: Sequence[tuple[Entry, Decision]]) -> Iterable[Problem]:
    by_target: dict[tuple[object, ...], list[tuple[Entry, Decision]]] = defaultdict(list)
    by_device: dict[str, list[tuple[Entry, Decision]]] = defaultdict(list)
    for entry, decision in wanted:
        by_target[_target(decision)].append((entry, decision))
        if decision.device and not decision.other:
            by_device[decision.device].append((entry, decision))
    for group in by_target.values():
        yield from _against(group, "twice", lambda one, other: _content(one) != _content(other))
    for group in by_device.values():
        yield from _against(
            group, "fates", lambda one, other: one.target != other.target and _exclude(one, other)
        )


def _against(group: Sequence[tuple[Entry, Decision]], code: str, clash: object) -> Iterable[Problem]:
    assert callable(clash)
    for entry, decision in group:
        others = [e.place for e, d in group if e is not entry and clash(decision, d)]
        if others:
            yield Problem(entry.place, code, {"other": f"{others[0].sheet}!{others[0].cell}"})


def _exclude(one: Decision, other: Decision) -> bool:
    """Whether one device cannot have both: two fates, two rows, a row and a fate of what has none."""
    if one.device != other.device or one.other or other.other:
        return False
    verdicts = {one.verdict, other.verdict}
    if verdicts <= FATES:
        return len(verdicts) > 1
    if verdicts == {Verdict.SAME}:
        return one.row != other.row
    return Verdict.SAME in verdicts and bool(verdicts & {Verdict.REGISTER, Verdict.GUEST})


def _rival(in_force: Decision, decision: Decision) -> bool:
    return _target(in_force) == _target(decision) or _exclude(in_force, decision)


def _may_replace(rival: Decision, entry: Entry, word: Word) -> bool:
    shown = rival.number in entry.key.decisions
    own_word = rival.who == word.who and rival.run == entry.key.run
    return shown or own_word or word.replace


def _in_force(entry: Entry, rival: Decision) -> Problem:
    values: dict[str, str | int] = {"id": rival.number, "who": rival.who, "at": rival.at}
    return Problem(entry.place, "in_force", values)


def renamed(decision: Decision, ids: Mapping[str, str]) -> Decision:
    """The same with device keys turned to the ids of a run, where the device is in it."""
    device = ids.get(decision.device, decision.device)
    return replace(
        decision,
        device=device,
        difference=with_device(decision.difference, decision.device, device),
        other=ids.get(decision.other, decision.other),
    )
