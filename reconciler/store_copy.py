"""Whole copies of an SQLite history, also while a run writes to it (SQLite's online backup API).

A copy is checked (PRAGMA integrity_check) before it takes its name, and nothing is ever overwritten: what
a restore replaces is put aside under the day and time.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

SIDE_FILES = ("-wal", "-shm", "-journal")


class CopyError(RuntimeError):
    """Nothing was copied; the message says why and what to do."""


def back_up(store: Path, target: Path) -> int:
    """A copy of `store` as `target`, which must not be there yet; its size in bytes."""
    if target.exists():
        raise CopyError(f"{target} is there already and is not overwritten; give another name")
    _copy(store, target)
    return target.stat().st_size


def restore(source: Path, store: Path, now: datetime) -> Path | None:
    """`source` becomes the store; where the one that was there has gone, or None where there was none."""
    fresh = store.with_name(f"{store.name}.restoring")
    fresh.unlink(missing_ok=True)
    _copy(source, fresh)
    aside: Path | None = None
    try:
        if store.exists():
            aside = store.with_name(f"{store.name}.before-{now:%Y%m%dT%H%M%S}")
            _copy(store, aside)
            for suffix in SIDE_FILES:
                store.with_name(store.name + suffix).unlink(missing_ok=True)
        fresh.replace(store)
    except OSError as error:
        raise CopyError(f"{error.filename}: {error.strerror}; the store is as it was") from error
    return aside


def _copy(source: Path, target: Path) -> None:
    if not source.is_file():
        raise CopyError(f"{source}: there is no such file")
    half = target.with_name(f"{target.name}.half")
    try:
        half.unlink(missing_ok=True)
        os.close(os.open(half, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with (
            closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as old,
            closing(sqlite3.connect(half)) as new,
        ):
            old.backup(new)
            found = new.execute("PRAGMA integrity_check").fetchone()[0]
            tables = {row[0] for row in new.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if found != "ok":
            raise CopyError(f"{source} is damaged ({found}); use an earlier copy")
        if "decisions" not in tables and "runs" not in tables:
            raise CopyError(f"{source} is no history of daicho's")
        half.replace(target)
    except sqlite3.DatabaseError as error:
        raise CopyError(f"{source} cannot be read as a history ({error}); use an earlier copy") from error
    except OSError as error:
        raise CopyError(f"{error.filename}: {error.strerror}") from error
    finally:
        half.unlink(missing_ok=True)
