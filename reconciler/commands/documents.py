"""Documents that a person names a place for: never over what is there, and what to say where they cannot be written.

A name that was mistyped must not cost the hospital its ledger, and what to do about a full disk is no advice for a
lack of rights.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable
from contextlib import suppress
from itertools import count
from pathlib import Path

from reconciler.commands.outcome import CommandError, Exit

DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO, errno.EFBIG})
"""What a disk says that takes nothing more, whoever may write there."""
NAME = frozenset({errno.ENOENT, errno.EEXIST, errno.ENOTDIR, errno.EISDIR, errno.ELOOP, errno.ENAMETOOLONG})
RIGHTS = frozenset({errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY})
ROOM = "make room there, or give another place; what was written before is whole, and the command can be repeated"
_HEAD = 200
"""Bytes in which a document of ours says what it is."""


def not_written(place: Path, error: OSError, otherwise: str) -> CommandError:
    """That a document could not be written there.  otherwise: what to do where the disk is not at fault."""
    named = f"{error.filename or place}: {error.strerror or error}"
    if error.errno not in DISK:
        return CommandError(f"{named}; {otherwise}")
    room = ROOM.replace("another place", "another --out") if "--out" in otherwise else ROOM
    return CommandError(f"{named}; {room}", Exit.STOPPED)


def not_overwritten(path: Path, instead: str = "give another name") -> CommandError:
    """That a file which is there stays as it is: it may be the hospital's only copy."""
    return CommandError(f"{path} is there already and is not overwritten; {instead}")


def write_new(path: Path, text: str) -> None:
    """All of it under a name that was free, or nothing. Raises CommandError."""
    try:
        with path.open("x", encoding="utf-8") as file:
            try:
                file.write(text)
                file.flush()
            except OSError:
                with suppress(OSError):
                    path.unlink()
                raise
    except FileExistsError:
        raise not_overwritten(path) from None
    except OSError as error:
        raise not_written(path, error, "give another name") from error


def keep_ledgers(ledgers: Iterable[Path], documents: Iterable[Path]) -> None:
    """Raises CommandError where a document would be written over a ledger that it is made from."""
    named = [path for path in documents if path.exists()]
    for ledger in ledgers:
        if any(ledger.exists() and ledger.samefile(path) for path in named):
            raise CommandError(
                f"{ledger}: the report would be written over this ledger; give another --out, or the ledger another name"
            )


def keep_filled_in(workbook: Path) -> Path | None:
    """Puts a workbook on which people wrote, or that is none of ours, beside under another name, before a new report
    takes its own; returns that name. Raises CommandError."""
    if not workbook.is_file() or not _says_something(workbook):
        return None
    return _beside(workbook)


def keep_others(documents: Iterable[Path], ours: Path) -> tuple[Path, ...]:
    """Puts files that bear a report's names and are none of ours beside under other names; returns those names.
    ours: the report.json that lies with every report of ours. Raises CommandError."""
    if _is_report(ours):
        return ()
    return tuple(_beside(path) for path in documents if path.is_file())


def _is_report(document: Path) -> bool:
    """Whether it is a report.json of ours; one that is not there or cannot be read is none, and nothing is lost by it."""
    try:
        with document.open("rb") as file:
            return b'"daicho.report/' in file.read(_HEAD)
    except OSError:
        return False


def _beside(document: Path) -> Path:
    names = (document.with_name(f"{document.stem}_kept_{n}{document.suffix}") for n in count(1))
    kept = next(name for name in names if not name.exists())
    try:
        document.rename(kept)
    except OSError as error:
        raise not_written(kept, error, "close it where it is open, or give another --out") from error
    return kept


def _says_something(workbook: Path) -> bool:
    from reconciler.ledger.workbook import UnreadableError, open_workbook
    from reconciler.report.returned import read_back

    try:
        returned = read_back(open_workbook(workbook))
    except UnreadableError:
        return True
    return returned is None or bool(returned.entries or returned.problems or returned.remarks)
