"""The history's tables, and how a database that holds them is opened, locked and brought forward.

A database of an earlier version is brought forward when it is opened: its steps only add, in one
transaction, and of an SQLite file a copy is made first ("history.sqlite.v1.bak"). Six tables and one writer do
not need the folder of revisions that alembic would bring; a step is a function here.

This module is imported late: SQLAlchemy costs 0.4 s and 25 MB.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Engine,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    create_engine,
    event,
    insert,
    inspect,
    select,
    text,
    update,
)
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError

VERSION = 2
WAIT_FOR_LOCK = 5.0
"""Seconds that a writer waits for another one."""

_meta = MetaData()
schema = Table("daicho_schema", _meta, Column("version", Integer, primary_key=True))
runs = Table(
    "runs", _meta,
    Column("run", String(200), primary_key=True),
    Column("scope", Text, nullable=False),
    Column("started", String(40), nullable=False),
    Column("ended", String(40), nullable=False),
    Column("complete", Boolean, nullable=False),
    Column("looked", Text, nullable=False),  # networks where silence meant something, one a line
)  # fmt: skip
devices = Table(
    "devices", _meta,
    Column("id", String(200), primary_key=True),  # every id that a device ever had
    Column("device", String(200), nullable=False),  # its key
)  # fmt: skip
identities = Table(
    "identities", _meta,
    Column("identity", String(300), primary_key=True),
    Column("device", String(200), nullable=False),
)  # fmt: skip
sightings = Table(
    "device_sightings", _meta,
    Column("run", String(200), primary_key=True),
    Column("id", String(200), primary_key=True),
    Column("device", String(200), nullable=False, index=True),
    Column("bucket", String(20), nullable=False),
    Column("row", Text, nullable=False),  # key of the row that it matched, or ""
)  # fmt: skip
differences = Table(
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
_LATER = tuple(
    Column(name, kind, nullable=False, server_default="")
    for name, kind in (
        ("other", String(200)), ("owner", Text()), ("due", String(40)), ("subject", Text()), ("run", String(200)),
        ("withdrawn_by", Text()), ("withdrawn_at", String(40)),
    )
)  # fmt: skip
"""What version 2 added to decisions: pairs of devices, who does it by when, and how a decision ended."""

decisions = Table(
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
    *_LATER,
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
    with transaction(store) as connection:
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
def transaction(store: Store) -> Iterator[Connection]:
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
    if schema.name not in there:
        strangers = there & set(_meta.tables)
        if strangers:
            raise StoreError(f"{name}: has a table {min(strangers)} that is not ours; give another --store")
        _meta.create_all(connection)
        connection.execute(insert(schema).values(version=VERSION))
        return
    version = connection.execute(select(schema.c.version)).scalar()
    if not isinstance(version, int) or not 1 <= version <= VERSION:
        raise StoreError(
            f"{name}: written by another daicho (version {version} of the history, this one knows {VERSION}); "
            "use the newer daicho, or give another --store"
        )
    if version < VERSION:
        _bring_forward(connection, name, version)


def _bring_forward(connection: Connection, name: str, version: int) -> None:
    _back_up(connection, name, version)
    for step in _STEPS[version - 1 :]:
        step(connection)
    connection.execute(update(schema).values(version=VERSION))


def _back_up(connection: Connection, name: str, version: int) -> None:
    """A copy of an SQLite file beside it, never over another copy. Other databases have backups of their own, and
    a step takes nothing away."""
    file = connection.engine.url.database
    if connection.dialect.name != "sqlite" or not file or file == ":memory:":
        return
    try:
        copy_to = _free_name(Path(f"{file}.v{version}.bak"))
        # Through a reader of its own: the connection that holds the lock to write cannot be copied from.
        with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(copy_to)) as copy:
            source.backup(copy)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(
            f"{name}: is of version {version} and cannot be brought forward, for no copy can be made beside it "
            f"({error}); make room there, or copy it elsewhere and give that as --store"
        ) from error


def _free_name(path: Path) -> Path:
    names = (path, *(path.with_name(f"{path.name}{number}") for number in range(2, 1000)))
    return next(name for name in names if not name.exists())


def _add_ends_and_pairs(connection: Connection) -> None:
    for column in _LATER:
        kind = column.type.compile(connection.dialect)
        connection.execute(text(f"ALTER TABLE decisions ADD COLUMN {column.name} {kind} DEFAULT '' NOT NULL"))


_STEPS = (_add_ends_and_pairs,)
"""From version n to n + 1 at place n - 1."""
