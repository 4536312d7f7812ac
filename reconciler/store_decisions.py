"""What people decided, as the history keeps it: nothing is ever taken out, an end has a name and a date too.

Imported late, as store_tables.py.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, Row, insert, or_, select, update

from agent.device import Device
from reconciler import store_tables as tables
from reconciler.deciding import Known, New, Plan, renamed
from reconciler.decisions import Decision, Verdict, check
from reconciler.followups import Past
from reconciler.history import with_device
from reconciler.store import linked
from reconciler.store_tables import Store, StoreError, transaction


@dataclass(frozen=True, slots=True)
class Kept:
    """A decision and how it ended; both "" while it is in force."""

    decision: Decision
    withdrawn_by: str = ""
    withdrawn_at: str = ""


def save_decision(store: Store, decision: Decision) -> None:
    """Adds it; the same one twice is kept once. Raises DecisionError for one that cannot be meant, StoreError."""
    check(decision)
    with transaction(store) as connection:
        keys = _keys(connection)
        key = keys.get(decision.device, decision.device)
        values = _values(
            replace(
                decision,
                device=key,
                difference=with_device(decision.difference, decision.device, key),
                other=keys.get(decision.other, decision.other),
            )
        )
        same = select(tables.decisions.c.number).where(
            *(tables.decisions.c[name] == v for name, v in values.items())
        )
        if connection.execute(same).first() is None:
            connection.execute(insert(tables.decisions).values(values))


def load_decisions(store: Store, devices: Iterable[Device] = ()) -> list[Decision]:
    """Those that nobody took back, oldest first. With the devices of a run, those about a device whose id
    changed follow it."""
    with transaction(store) as connection:
        present = {key: i for i, key in linked(connection, list(devices)).items()}
        return [renamed(k.decision, present) for k in _all(connection) if not k.withdrawn_at]


def all_decisions(store: Store) -> list[Kept]:
    """The whole history, oldest first."""
    with transaction(store) as connection:
        return _all(connection)


def decide(store: Store, runs: Iterable[str], planned: Callable[[Known], Plan], *, dry: bool = False) -> Plan:
    """Makes the plan with what is known of these runs, and carries it out if it has no problem: one transaction,
    all or nothing. dry: only makes it. Raises StoreError, DecisionError."""
    with transaction(store) as connection:
        plan = planned(_known(connection, sorted(set(runs))))
        if not dry and not plan.problems:
            for new in plan.new:
                _carry_out(connection, new)
        return plan


def withdraw(store: Store, number: int, who: str, at: str) -> Decision:
    """Takes one back; it stays in the history. Raises StoreError where there is none such, or no longer."""
    with transaction(store) as connection:
        kept = next((k for k in _all(connection) if k.decision.number == number), None)
        if kept is None:
            raise StoreError(f"{store.name}: there is no decision {number}; see `daicho decide --list`")
        if kept.withdrawn_at:
            raise StoreError(
                f"{store.name}: decision {number} was taken back by {kept.withdrawn_by} on {kept.withdrawn_at}"
            )
        _end(connection, (number,), who, at)
        return kept.decision


def past_of(store: Store, decisions: Sequence[Decision], run: str) -> dict[int, tuple[Past, ...]]:
    """Decision's number -> the runs up to this one, which was saved, oldest first: whether what it is about was
    there, and whether its absence would mean anything. Raises StoreError."""
    with transaction(store) as connection:
        kept = {k.decision.number: k.decision for k in _all(connection)}
        wanted = [kept[d.number] for d in decisions if d.number in kept]  # with devices by key
        runs = connection.execute(select(tables.runs).order_by(tables.runs.c.ended, tables.runs.c.run)).all()
        names = [line.run for line in runs]
        runs = runs[: names.index(run) + 1] if run in names else ()
        there = _there(connection, wanted)
    return {d.number: tuple(_course(runs, there[d.number])) for d in wanted}


def _course(runs: Sequence[Row[tuple[object, ...]]], there: set[str]) -> Iterable[Past]:
    looked: set[str] = set()
    for line in runs:
        now = set(str(line.looked).split("\n"))
        present = line.run in there
        if present:
            looked = now
        yield Past(str(line.ended), present, settled=bool(line.complete) and looked <= now)


def _there(connection: Connection, decisions: Sequence[Decision]) -> dict[int, set[str]]:
    """Decision's number -> the runs that had a difference which it is about."""
    found: dict[int, set[str]] = defaultdict(set)
    columns = tables.differences.c
    for start in range(0, len(decisions), 100):
        part = decisions[start : start + 100]
        lines = connection.execute(
            select(columns.run, columns.difference, columns.device, columns.row).where(
                or_(
                    columns.difference.in_([d.difference for d in part if d.difference]),
                    columns.device.in_([d.device for d in part if d.device and not d.difference]),
                    columns.row.in_([d.row for d in part if d.row and not d.difference]),
                )
            )
        ).all()
        for line in lines:
            for d in part:
                if d.is_about(line.difference, line.device, line.row):
                    found[d.number].add(line.run)
    return found


def _known(connection: Connection, runs: Sequence[str]) -> Known:
    ended = {line.run: line.ended for line in connection.execute(select(tables.runs))}
    devices: dict[str, set[str]] = {run: set() for run in runs}
    differences: dict[str, set[str]] = {run: set() for run in runs}
    for run in runs:
        seen = select(tables.sightings.c.id).where(tables.sightings.c.run == run)
        told = select(tables.differences.c.id).where(tables.differences.c.run == run)
        devices[run] = set(connection.execute(seen).scalars())
        differences[run] = set(connection.execute(told).scalars())
    return Known(
        runs=ended,
        keys=_keys(connection),
        devices={run: frozenset(ids) for run, ids in devices.items()},
        differences={run: frozenset(ids) for run, ids in differences.items()},
        in_force=[k.decision for k in _all(connection) if not k.withdrawn_at],
    )


def _carry_out(connection: Connection, new: New) -> None:
    check(new.decision)
    _end(connection, new.replaces, new.decision.who, new.decision.at)
    connection.execute(insert(tables.decisions).values(_values(new.decision)))


def _end(connection: Connection, numbers: Sequence[int], who: str, at: str) -> None:
    if numbers:
        columns = tables.decisions.c
        connection.execute(
            update(tables.decisions)
            .where(columns.number.in_(numbers), columns.withdrawn_at == "")
            .values(withdrawn_by=who, withdrawn_at=at)
        )


def _keys(connection: Connection) -> Mapping[str, str]:
    return {line.id: line.device for line in connection.execute(select(tables.devices))}


def _values(d: Decision) -> dict[str, str]:
    return {
        "verdict": d.verdict.value, "who": d.who, "at": d.at, "device": d.device, "row": d.row,
        "difference": d.difference, "expires": d.expires, "note": d.note, "other": d.other, "owner": d.owner,
        "due": d.due, "subject": d.subject, "run": d.run,
    }  # fmt: skip


def _all(connection: Connection) -> list[Kept]:
    order = (tables.decisions.c.at, tables.decisions.c.number)
    return [
        Kept(
            Decision(
                Verdict(line.verdict), line.who, line.at, line.device, line.row, line.difference, line.expires,
                line.note, line.other, line.owner, line.due, line.subject, line.run, line.number,
            ),
            line.withdrawn_by,
            line.withdrawn_at,
        )
        for line in connection.execute(select(tables.decisions).order_by(*order))
    ]  # fmt: skip
