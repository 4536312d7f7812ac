"""The history: which runs there were, what each saw and found. SQLAlchemy Core. Decisions: store_decisions.py.

SQLite is what is tested; any URL that SQLAlchemy has a driver for is taken. One run is one
transaction, and saving it again replaces it. Nothing is derived at writing: first and last seen
are read from the runs themselves, so that an old run saved late is put in its place.

This module is imported late: SQLAlchemy costs 0.4 s and 25 MB.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from sqlalchemy import Case, ColumnElement, Connection, Table, case, delete, func, insert, select

from agent.device import Device
from agent.findings import Findings
from reconciler import store_tables as tables
from reconciler.decisions import row_keys
from reconciler.history import Gone, History, identities_of, link, with_device
from reconciler.patience import Absence
from reconciler.reconciliation import Difference, Kind, Reconciliation
from reconciler.store_tables import Store, StoreError, open_store, opened, transaction

__all__ = [
    "Store",
    "StoreError",
    "absences",
    "history",
    "linked",
    "open_store",
    "opened",
    "returned",
    "save_run",
]


# -- a run ---------------------------------------------------------------------------------------


def save_run(store: Store, findings: Findings, result: Reconciliation) -> None:
    """Keeps the run, its devices and its differences; a run of the same id is replaced. Raises StoreError."""
    keys = row_keys(result.assets, result.ended)
    row_of = {m.device: keys.get(m.row, "") for m in result.matches}
    looked = sorted({c.cidr for c in findings.coverage if c.looked})
    with transaction(store) as connection:
        for table in (tables.sightings, tables.differences, tables.runs):
            connection.execute(delete(table).where(table.c.run == findings.run))
        connection.execute(
            insert(tables.runs).values(
                run=findings.run, scope=findings.scope, started=findings.started, ended=findings.ended,
                complete=findings.complete, looked="\n".join(looked),
            )
        )  # fmt: skip
        keys_of = linked(connection, findings.devices)
        _remember(connection, findings.devices, keys_of)
        _insert(connection, tables.sightings, [
            {"run": findings.run, "id": d.id, "device": keys_of[d.id], "row": row_of.get(d.id, ""),
             "bucket": result.device_buckets[d.id].value}
            for d in findings.devices
        ])  # fmt: skip
        _insert(connection, tables.differences, [_line(findings.run, d, keys_of, keys.get(d.row, "") if d.row else "")
                                           for d in result.differences])  # fmt: skip


def _line(run: str, d: Difference, linked: Mapping[str, str], row: str) -> dict[str, str]:
    return {
        "run": run, "id": d.id, "difference": with_device(d.id, d.device, linked.get(d.device, d.device)),
        "kind": d.kind.value, "device": linked.get(d.device, d.device), "row": row, "field": d.field,
        "recorded": d.recorded, "seen": d.seen, "severity": d.severity.name.lower(),
    }  # fmt: skip


def _insert(connection: Connection, table: Table, lines: Sequence[Mapping[str, str]]) -> None:
    if lines:
        connection.execute(insert(table), lines)


def linked(connection: Connection, devices: Sequence[Device]) -> dict[str, str]:
    """Device id -> its key, by all that earlier runs knew of it."""
    known = {line.id: line.device for line in connection.execute(select(tables.devices))}
    identities = {line.identity: line.device for line in connection.execute(select(tables.identities))}
    return link(devices, known, identities)


def _remember(connection: Connection, devices: Sequence[Device], linked: Mapping[str, str]) -> None:
    known = set(connection.execute(select(tables.devices.c.id)).scalars())
    _insert(
        connection, tables.devices, [{"id": i, "device": key} for i, key in linked.items() if i not in known]
    )  # fmt: skip
    before = {line.identity: line.device for line in connection.execute(select(tables.identities))}
    now = {i: linked[device.id] for device, own in identities_of(devices) for i in own}
    moved = [i for i, key in now.items() if before.get(i, key) != key]
    for start in range(0, len(moved), 500):
        part = moved[start : start + 500]
        connection.execute(delete(tables.identities).where(tables.identities.c.identity.in_(part)))
    fresh = [{"identity": i, "device": key} for i, key in now.items() if before.get(i) != key]
    _insert(connection, tables.identities, fresh)


# -- what earlier runs knew ----------------------------------------------------------------------


def history(store: Store, run: str) -> History:
    """Of a run that was saved, against all that ended before it. Raises StoreError where it was not saved."""
    with transaction(store) as connection:
        runs = {line.run: line for line in connection.execute(select(tables.runs))}
        if run not in runs:
            raise StoreError(f"{store.name}: the run {run} is not in this history")
        order = sorted(runs, key=lambda r: (runs[r].ended, r))
        until = str(runs[run].ended)
        previous = order[order.index(run) - 1] if order.index(run) else ""
        mine = _ids(connection, run)
        theirs = {d for d, _ in _ids(connection, previous)} if previous else set()
        first = _first_seen(connection, run, until)
        seen = _devices_seen(connection, run, until)
        rows = _rows_seen(connection, tables.runs.c.ended <= until)
        here = connection.execute(
            select(tables.sightings.c.id, tables.sightings.c.device).where(tables.sightings.c.run == run)
        )  # fmt: skip
        key_of = {str(i): str(key) for i, key in here}
        only = frozenset(key_of.values()) if _narrower(runs, previous, run) else None
        gone = _gone(connection, previous, {d for d, _ in mine}, only)
    return History(
        run=run,
        previous_run=previous,
        previous_ended=str(runs[previous].ended) if previous else "",
        first_seen={i: first[d] for d, i in mine},
        new=frozenset(i for d, i in mine if d not in theirs) if previous else frozenset(),
        gone=gone,
        device_first_seen={i: seen[key][0] for i, key in key_of.items()},
        device_last_before={i: seen[key][1] for i, key in key_of.items() if seen[key][1]},
        row_last_seen=rows,
    )


def absences(store: Store, run: str, ended: str) -> dict[str, Absence]:
    """Row key -> the runs before this one in which its device was looked for and not seen, since it was seen last.

    A run that did not look at its network counts neither way. Raises StoreError.
    """
    with transaction(store) as connection:
        before_this = (tables.runs.c.ended < ended, tables.runs.c.run != run)
        last = _rows_seen(connection, *before_this)
        lines = connection.execute(
            select(tables.differences.c.row, tables.runs.c.ended)
            .join(tables.runs, tables.runs.c.run == tables.differences.c.run)
            .where(tables.differences.c.kind == Kind.NOT_SEEN.value, *before_this)
            .order_by(tables.runs.c.ended)
        ).all()
    found: dict[str, Absence] = {}
    for row, at in lines:
        if at > last.get(row, ""):
            before = found.get(row, Absence(0, str(at)))
            found[row] = Absence(before.times + 1, before.since)
    return found


def returned(store: Store, run: str, new: Set[str]) -> dict[str, str]:
    """Of the differences that this run has and the one before had not: those that an earlier one had -> when they
    were gone. Only where that run looked wherever they were seen before."""
    if not new:
        return {}
    with transaction(store) as connection:
        runs = {line.run: line for line in connection.execute(select(tables.runs))}
        order = sorted(
            (r for r in runs if runs[r].ended <= runs[run].ended), key=lambda r: (runs[r].ended, r)
        )
        earlier = order[: order.index(run)][:-1]
        if not earlier:
            return {}
        previous = order[order.index(run) - 1]
        name_of = {i: d for d, i in _ids(connection, run) if i in new}
        last: dict[str, str] = {}
        for before in earlier:
            last |= {d: before for d, _ in _ids(connection, before)}
    return {
        i: str(runs[previous].ended)
        for i, d in name_of.items()
        if d in last and not _narrower(runs, last[d], previous)
    }


def _ids(connection: Connection, run: str) -> list[tuple[str, str]]:
    """(difference, id) of one run."""
    lines = connection.execute(
        select(tables.differences.c.difference, tables.differences.c.id).where(
            tables.differences.c.run == run
        )
    )
    return [(str(d), str(i)) for d, i in lines]


def _first_seen(connection: Connection, run: str, until: str) -> dict[str, str]:
    """difference of this run -> end of the earliest run that had it."""
    own = select(tables.differences.c.difference).where(tables.differences.c.run == run)
    lines = connection.execute(
        select(tables.differences.c.difference, func.min(tables.runs.c.ended))
        .join(tables.runs, tables.runs.c.run == tables.differences.c.run)
        .where(tables.differences.c.difference.in_(own), tables.runs.c.ended <= until)
        .group_by(tables.differences.c.difference)
    )
    return {str(d): str(at) for d, at in lines}


def _devices_seen(connection: Connection, run: str, until: str) -> dict[str, tuple[str, str]]:
    """key -> ends of the first run that saw it and of the last one before this one ("" for none)."""
    lines = connection.execute(
        select(tables.sightings.c.device, func.min(tables.runs.c.ended), func.max(_before(run)))
        .join(tables.runs, tables.runs.c.run == tables.sightings.c.run)
        .where(tables.runs.c.ended <= until)
        .group_by(tables.sightings.c.device)
    )
    return {str(key): (str(first), str(last or "")) for key, first, last in lines}


def _before(run: str) -> Case[str]:
    return case((tables.runs.c.run == run, ""), else_=tables.runs.c.ended)


def _rows_seen(connection: Connection, *among: ColumnElement[bool]) -> dict[str, str]:
    """row key -> end of the last of these runs in which a device was matched to it."""
    lines = connection.execute(
        select(tables.sightings.c.row, func.max(tables.runs.c.ended))
        .join(tables.runs, tables.runs.c.run == tables.sightings.c.run)
        .where(tables.sightings.c.row != "", *among)
        .group_by(tables.sightings.c.row)
    )
    return {str(row): str(at) for row, at in lines}


def _narrower(runs: Mapping[str, object], previous: str, run: str) -> bool:
    """Whether this run looked at less than the one before: what it does not show is then not settled."""
    if not previous:
        return False
    before, now = (set(str(getattr(runs[r], "looked", "")).split("\n")) for r in (previous, run))
    return not before <= now or not getattr(runs[run], "complete", False)


def _gone(
    connection: Connection, previous: str, mine: Set[str], only: frozenset[str] | None
) -> tuple[Gone, ...]:
    """`only`: devices of this run, where it looked at less; then a difference is gone only if its device was there."""
    lines = connection.execute(
        select(tables.differences).where(tables.differences.c.run == previous).order_by("id")
    )
    return tuple(
        Gone(line.id, line.kind, line.row or line.device)
        for line in lines
        if line.difference not in mine and (only is None or line.device in only)
    )
