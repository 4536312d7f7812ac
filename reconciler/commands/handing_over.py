"""Files that a site hands over, for `daicho import`: read whole, told apart by their content, accounted for by line.

A row without a time of its own was so when its file was last written, and no later than its lease's end.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from agent.gathering import Gathering
from agent.handed_over import recognise
from agent.handed_over.rows import Row, Sheet
from agent.handed_over.text import LARGEST_FILE
from agent.journal import stamp
from agent.scope import Scope
from probes.model import Evidence, ParseError
from reconciler.commands.outcome import CommandError

OLDEST = datetime(1990, 1, 1, tzinfo=UTC).timestamp()


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A file as it was read. written: its modification time, seconds since 1970. digest: its SHA-256."""

    path: Path
    sheet: Sheet
    written: float
    digest: str


def open_file(path: Path, scope: Scope) -> HandedOver:
    """Raises CommandError for a file of no kind that is known, OSError."""
    if path.stat().st_size > LARGEST_FILE:
        raise CommandError(
            f"{path}: more than {LARGEST_FILE >> 20} MB, which no table or lease file is; cut it up"
        )
    octets = path.read_bytes()
    try:
        sheet = recognise.read(octets, path.name, ZoneInfo(scope.hours.zone))
    except ParseError as error:
        raise CommandError(f"{path}: {error}") from error
    return HandedOver(path, sheet, path.stat().st_mtime, hashlib.sha256(octets).hexdigest())


def evidence_of(file: HandedOver, gathering: Gathering) -> Iterator[Evidence]:
    """What of its rows is ours to keep and new; of hosts known by their MAC when the gathering is settled."""
    for row in file.sheet.rows:
        yield from gathering.take_row(row, str(file.path), moment(row, file.written))


def moment(row: Row, written: float) -> str:
    """When a row was so: UTC, ISO 8601. Not later than now, whatever a clock said that was never set."""
    now = datetime.now(UTC)
    at = row.at if row.at is not None else min(written, row.before if row.before is not None else written)
    if not OLDEST < at <= now.timestamp():
        return stamp(now)
    return stamp(datetime.fromtimestamp(at, UTC))


def notes_of(file: HandedOver) -> Iterator[str]:
    """What the file is and what became of each of its lines."""
    kind, *others = recognise.account(file.sheet)
    written = stamp(datetime.fromtimestamp(max(file.written, 0.0), UTC))
    yield f"{kind}; the file was last written {written}, SHA-256 {file.digest}"
    yield from others
