"""The history: which runs there were, what each saw and found, and what people decided. SQLAlchemy Core.

SQLite is what is tested; any URL that SQLAlchemy has a driver for is taken. One run is one
transaction, and saving it again replaces it. Nothing is derived at writing: first and last seen
are read from the runs themselves, so that an old run saved late is put in its place.

This module is imported late: SQLAlchemy costs 0.4 s and 25 MB.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass, replace

from sqlalchemy import (
    Boolean,
    Case,
    Column,
    ColumnElement,
    Connection,
    Engine,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    case,
    create_engine,
    delete,
    event,
    func,
    insert,
    inspect,
    select,
)
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError

from agent.device import Device
from agent.findings import Findings
from reconciler.decisions import Decision, Verdict, check, row_keys
from reconciler.history import Gone, History, identities_of, link, with_device
from reconciler.patience import Absence
from reconciler.reconciliation import Difference, Kind, Reconciliation

VERSION = 1
WAIT_FOR_LOCK = 5.0
"""Seconds that a writer waits for another one."""

_meta = MetaData()
_schema = Table("daicho_schema", _meta, Column("version", Integer, primary_key=True))
_runs = Table(
    "runs", _meta,
    Column("run", String(200), primary_key=True),
    Column("scope", Text, nullable=False),
    Column("started", String(40), nullable=False),
    Column("ended", String(40), nullable=False),
    Column("complete", Boolean, nullable=False),
    Column("looked", Text, nullable=False),  # networks where silence meant something, one a line
)  # fmt: skip
_devices = Table(
    "devices", _meta,
    Column("id", String(200), primary_key=True),  # every id that a device ever had
    Column("device", String(200), nullable=False),  # its key
)  # fmt: skip
_identities = Table(
    "identities", _meta,
    Column("identity", String(300), primary_key=True),
    Column("device", String(200), nullable=False),
)  # fmt: skip
_sightings = Table(
    "device_sightings", _meta,
    Column("run", String(200), primary_key=True),
    Column("id", String(200), primary_key=True),
    Column("device", String(200), nullable=False, index=True),
    Column("bucket", String(20), nullable=False),
    Column("row", Text, nullable=False),  # key of the row that it matched, or ""
)  # fmt: skip
_differences = Table(
    "differences", _meta,
    Column("run", String(200), primary_key=True),
    Column("id", String(500), primary_key=True),  # as the run had it
    Column("difference", String(500), nullable=False),  # the same with the device's key for its id
    Column("kind", String(30), nullable=False),
    Column("device", String(200), nullable=False),
    Column("row", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("recorded", Text, nullable=False),
    Column("seen", Text, nullable=False),
    Column("severity", String(10), nullable=False),
    Index("differences_by_difference", "difference"),
)  # fmt: skip
_decisions = Table(
    "decisions", _meta,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("verdict", String(20), nullable=False),
    Column("who", Text, nullable=False),
    Column("at", String(40), nullable=False),
    Column("device", String(200), nullable=False),
    Column("row", Text, nullable=False),
    Column("difference", Text, nullable=False),
    Column("expires", String(40), nullable=False),
    Column("note", Text, nullable=False),
)  # fmt: skip


class StoreError(RuntimeError):
    """The history cannot be used; the message says why and what to do. Findings and reports need no store."""


@dataclass(frozen=True, slots=True)
class Store:
    """An open history. Close it, or use `opened`."""

    engine: Engine
    name: str

    def close(self) -> None:
        self.engine.dispose()


@contextmanager
def opened(url: str) -> Iterator[Store]:
    """An open Store, closed afterwards. Raises StoreError as `open_store` does."""
    store = open_store(url)
    try:
        yield store
    finally:
        store.close()


def open_store(url: str) -> Store:
    """`url`: an SQLAlchemy URL, or the name of an SQLite file, made where it is not there. Raises StoreError."""
    address = url if "://" in url else f"sqlite:///{url}"
    try:
        engine = create_engine(address, connect_args=_arguments(address))
    except (ArgumentError, NoSuchModuleError) as error:
        raise StoreError(f"{url}: not a database URL that can be used here ({error})") from error
    except ModuleNotFoundError as error:
        raise StoreError(
            f"{url}: the driver {error.name} is not installed; an SQLite file needs none"
        ) from error
    if engine.dialect.name == "sqlite":
        _begin_at_once(engine)
    store = Store(engine, engine.url.render_as_string(hide_password=True))
    with _transaction(store) as connection:
        _prepare(connection, store.name)
    return store


def _arguments(address: str) -> dict[str, float]:
    return {"timeout": WAIT_FOR_LOCK} if address.startswith("sqlite") else {}


def _begin_at_once(engine: Engine) -> None:
    """Transactions begin at once: sqlite3 begins none before CREATE TABLE, and a reader that turns writer late
    can be refused. So even a first run that fails half way leaves all or nothing."""

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")


@contextmanager
def _transaction(store: Store) -> Iterator[Connection]:
    try:
        with store.engine.begin() as connection:
            yield connection
    except SQLAlchemyError as error:
        raise StoreError(_explained(store.name, error)) from error


def _explained(name: str, error: SQLAlchemyError) -> str:
    text = str(getattr(error, "orig", None) or error)
    if "locked" in text:
        return f"{name}: another daicho holds the history; wait until it has ended and try again"
    if "not a database" in text or "malformed" in text:
        return f"{name}: not a history of daicho, or damaged; give another --store or restore its backup"
    if "readonly" in text or "read-only" in text:
        return f"{name}: cannot be written; check its owner and the disk, or give another --store"
    if "unable to open" in text:
        return f"{name}: cannot be opened; its folder must be there and may be written"
    return f"{name}: {text}"


def _prepare(connection: Connection, name: str) -> None:
    there = set(inspect(connection).get_table_names())
    if _schema.name not in there:
        strangers = there & set(_meta.tables)
        if strangers:
            raise StoreError(f"{name}: has a table {min(strangers)} that is not ours; give another --store")
        _meta.create_all(connection)
        connection.execute(insert(_schema).values(version=VERSION))
        return
    version = connection.execute(select(_schema.c.version)).scalar()
    if version != VERSION:
        raise StoreError(
            f"{name}: written by another daicho (version {version} of the history, this one knows {VERSION}); "
            "use the newer daicho, or give another --store"
        )


# -- a run ---------------------------------------------------------------------------------------


def save_run(store: Store, findings: Findings, result: Reconciliation) -> None:
    """Keeps the run, its devices and its differences; a run of the same id is replaced. Raises StoreError."""
    keys = row_keys(result.assets, result.ended)
    row_of = {m.device: keys.get(m.row, "") for m in result.matches}
    looked = sorted({c.cidr for c in findings.coverage if c.looked})
    with _transaction(store) as connection:
        for table in (_sightings, _differences, _runs):
            connection.execute(delete(table).where(table.c.run == findings.run))
        connection.execute(
            insert(_runs).values(
                run=findings.run, scope=findings.scope, started=findings.started, ended=findings.ended,
                complete=findings.complete, looked="\n".join(looked),
            )
        )  # fmt: skip
        linked = _link(connection, findings.devices)
        _remember(connection, findings.devices, linked)
        _insert(connection, _sightings, [
            {"run": findings.run, "id": d.id, "device": linked[d.id], "row": row_of.get(d.id, ""),
             "bucket": result.device_buckets[d.id].value}
            for d in findings.devices
        ])  # fmt: skip
        _insert(connection, _differences, [_line(findings.run, d, linked, keys.get(d.row, "") if d.row else "")
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


def _link(connection: Connection, devices: Sequence[Device]) -> dict[str, str]:
    known = {line.id: line.device for line in connection.execute(select(_devices))}
    identities = {line.identity: line.device for line in connection.execute(select(_identities))}
    return link(devices, known, identities)


def _remember(connection: Connection, devices: Sequence[Device], linked: Mapping[str, str]) -> None:
    known = set(connection.execute(select(_devices.c.id)).scalars())
    _insert(
        connection, _devices, [{"id": i, "device": key} for i, key in linked.items() if i not in known]
    )  # fmt: skip
    before = {line.identity: line.device for line in connection.execute(select(_identities))}
    now = {i: linked[device.id] for device, own in identities_of(devices) for i in own}
    moved = [i for i, key in now.items() if before.get(i, key) != key]
    for start in range(0, len(moved), 500):
        part = moved[start : start + 500]
        connection.execute(delete(_identities).where(_identities.c.identity.in_(part)))
    fresh = [{"identity": i, "device": key} for i, key in now.items() if before.get(i) != key]
    _insert(connection, _identities, fresh)


# -- what earlier runs knew ----------------------------------------------------------------------


def history(store: Store, run: str) -> History:
    """Of a run that was saved, against all that ended before it. Raises StoreError where it was not saved."""
    with _transaction(store) as connection:
        runs = {line.run: line for line in connection.execute(select(_runs))}
        if run not in runs:
            raise StoreError(f"{store.name}: the run {run} is not in this history")
        order = sorted(runs, key=lambda r: (runs[r].ended, r))
        until = str(runs[run].ended)
        previous = order[order.index(run) - 1] if order.index(run) else ""
        mine = _ids(connection, run)
        theirs = {d for d, _ in _ids(connection, previous)} if previous else set()
        first = _first_seen(connection, run, until)
        seen = _devices_seen(connection, run, until)
        rows = _rows_seen(connection, _runs.c.ended <= until)
        here = connection.execute(
            select(_sightings.c.id, _sightings.c.device).where(_sightings.c.run == run)
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
    with _transaction(store) as connection:
        before_this = (_runs.c.ended < ended, _runs.c.run != run)
        last = _rows_seen(connection, *before_this)
        lines = connection.execute(
            select(_differences.c.row, _runs.c.ended)
            .join(_runs, _runs.c.run == _differences.c.run)
            .where(_differences.c.kind == Kind.NOT_SEEN.value, *before_this)
            .order_by(_runs.c.ended)
        ).all()
    found: dict[str, Absence] = {}
    for row, at in lines:
        if at > last.get(row, ""):
            before = found.get(row, Absence(0, str(at)))
            found[row] = Absence(before.times + 1, before.since)
    return found


def _ids(connection: Connection, run: str) -> list[tuple[str, str]]:
    """(difference, id) of one run."""
    lines = connection.execute(
        select(_differences.c.difference, _differences.c.id).where(_differences.c.run == run)
    )
    return [(str(d), str(i)) for d, i in lines]


def _first_seen(connection: Connection, run: str, until: str) -> dict[str, str]:
    """difference of this run -> end of the earliest run that had it."""
    own = select(_differences.c.difference).where(_differences.c.run == run)
    lines = connection.execute(
        select(_differences.c.difference, func.min(_runs.c.ended))
        .join(_runs, _runs.c.run == _differences.c.run)
        .where(_differences.c.difference.in_(own), _runs.c.ended <= until)
        .group_by(_differences.c.difference)
    )
    return {str(d): str(at) for d, at in lines}


def _devices_seen(connection: Connection, run: str, until: str) -> dict[str, tuple[str, str]]:
    """key -> ends of the first run that saw it and of the last one before this one ("" for none)."""
    lines = connection.execute(
        select(_sightings.c.device, func.min(_runs.c.ended), func.max(_before(run)))
        .join(_runs, _runs.c.run == _sightings.c.run)
        .where(_runs.c.ended <= until)
        .group_by(_sightings.c.device)
    )
    return {str(key): (str(first), str(last or "")) for key, first, last in lines}


def _before(run: str) -> Case[str]:
    return case((_runs.c.run == run, ""), else_=_runs.c.ended)


def _rows_seen(connection: Connection, *among: ColumnElement[bool]) -> dict[str, str]:
    """row key -> end of the last of these runs in which a device was matched to it."""
    lines = connection.execute(
        select(_sightings.c.row, func.max(_runs.c.ended))
        .join(_runs, _runs.c.run == _sightings.c.run)
        .where(_sightings.c.row != "", *among)
        .group_by(_sightings.c.row)
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
    lines = connection.execute(select(_differences).where(_differences.c.run == previous).order_by("id"))
    return tuple(
        Gone(line.id, line.kind, line.row or line.device)
        for line in lines
        if line.difference not in mine and (only is None or line.device in only)
    )


# -- decisions -----------------------------------------------------------------------------------


def save_decision(store: Store, decision: Decision) -> None:
    """Adds it; the same one twice is kept once. Raises DecisionError for one that cannot be meant, StoreError."""
    check(decision)
    with _transaction(store) as connection:
        known = {line.id: line.device for line in connection.execute(select(_devices))}
        key = known.get(decision.device, decision.device)
        values = {
            "verdict": decision.verdict.value, "who": decision.who, "at": decision.at, "device": key,
            "row": decision.row, "difference": with_device(decision.difference, decision.device, key),
            "expires": decision.expires, "note": decision.note,
        }  # fmt: skip
        same = select(_decisions.c.number).where(*(_decisions.c[name] == v for name, v in values.items()))
        if connection.execute(same).first() is None:
            connection.execute(insert(_decisions).values(values))


def load_decisions(store: Store, devices: Iterable[Device] = ()) -> list[Decision]:
    """All of them, oldest first. With the devices of a run, those about a device whose id changed follow it."""
    with _transaction(store) as connection:
        present = {key: i for i, key in _link(connection, list(devices)).items()}
        lines = connection.execute(select(_decisions).order_by(_decisions.c.at, _decisions.c.number)).all()
    found = [
        Decision(
            Verdict(line.verdict), line.who, line.at, line.device, line.row, line.difference, line.expires,
            line.note,
        )
        for line in lines
    ]  # fmt: skip
    return [
        replace(
            d,
            device=present.get(d.device, d.device),
            difference=with_device(d.difference, d.device, present.get(d.device, d.device)),
        )
        for d in found
    ]
