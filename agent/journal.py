"""The run's journal: append-only JSON Lines, each line chained to the one before by SHA-256.

The journal is the truth; findings can be made again from it with better rules, years later. Each
record reaches the kernel in one write before `append` returns, so kill -9 loses at most the
question in flight; every second it also reaches the disk. A line cut short by a dying machine is
put aside when the journal is reopened, and that is recorded too. Two writers would cut the chain, so a journal
that is open to be written is claimed, and a second one is told so. Secrets have no place here.

A line is `{"n": 1, "at": "...Z", "kind": "...", ..., "chain": "<64 hex>"}`; chain is the SHA-256 of the
previous chain followed by the line without its chain key, in the very bytes written.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from agent.chassis import Chassis, Met
from agent.findings import Json
from agent.host_accounts import AccountRecord
from probes.model import Attempt, Evidence, Outcome

FILE_NAME = "journal.jsonl"
"""How the journal is called in a run's folder."""
FIRST_CHAIN = "0" * 64
SYNC_SECONDS = 1.0
MARK = b', "chain": "'


class JournalError(ValueError):
    """The journal cannot be used; the message says what is wrong and where."""


class JournalInUseError(JournalError):
    """Somebody else writes the journal at this moment."""


@dataclass(frozen=True, slots=True)
class Record:
    """One line as read back: `data` is the object without n, at, kind and chain."""

    number: int
    at: str
    kind: str
    data: Mapping[str, Json]


class Journal:
    """An open journal. Use `create` or `reopen`; close it at the end."""

    __slots__ = ("_chain", "_clock", "_fd", "_number", "_synced", "path")

    def __init__(self, path: Path, fd: int, number: int, chain: str, clock: Callable[[], datetime]) -> None:
        self.path = path
        self._fd, self._number, self._chain, self._clock = fd, number, chain, clock
        self._synced = clock()

    def append(self, kind: str, data: Mapping[str, Json]) -> None:
        """Writes one record. Raises OSError where the disk is full: then nothing may be sent."""
        now = self._clock()
        head = {"n": self._number + 1, "at": stamp(now), "kind": kind, **data}
        body = json.dumps(head, ensure_ascii=False)[:-1].encode("utf-8", "surrogatepass")
        chain = hashlib.sha256(self._chain.encode() + body).hexdigest()
        line = body + MARK + chain.encode() + b'"}\n'
        written = os.write(self._fd, line)
        if written != len(line):
            os.ftruncate(self._fd, os.fstat(self._fd).st_size - written)
            raise OSError(
                f"{self.path}: the disk took {written} of {len(line)} bytes; make room and use --resume"
            )
        self._number, self._chain = self._number + 1, chain
        if abs((now - self._synced).total_seconds()) >= SYNC_SECONDS:  # the clock may have been set back
            self.sync()

    def sync(self) -> None:
        os.fsync(self._fd)
        self._synced = self._clock()

    def close(self) -> None:
        self.sync()
        os.close(self._fd)

    @property
    def chain(self) -> str:
        """The newest chain value: whoever keeps it can prove that nothing before it was changed."""
        return self._chain


def create(path: Path, clock: Callable[[], datetime]) -> Journal:
    """A new journal, readable by its owner alone. Raises FileExistsError rather than overwrite a run."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o600)
    _claim(fd, path)
    return Journal(path, fd, 0, FIRST_CHAIN, clock)


def claim(path: Path) -> int:
    """An existing journal's file, this process' own until it is closed or the process ends, however it ends; for
    `begin_again` or `reopen`. Raises JournalInUseError, FileNotFoundError."""
    fd = os.open(path, os.O_WRONLY | os.O_APPEND)
    _claim(fd, path)
    return fd


def begin_again(path: Path, fd: int, clock: Callable[[], datetime]) -> Journal | None:
    """The journal of a run that was ended before it could record anything (and so before it sent anything), to begin
    that run after all; None where anything whole stands in it. fd: of `claim`."""
    if last_chain(path) != FIRST_CHAIN:
        return None
    os.ftruncate(fd, 0)
    return Journal(path, fd, 0, FIRST_CHAIN, clock)


def reopen(path: Path, fd: int, clock: Callable[[], datetime]) -> Journal:
    """An existing journal, to go on writing. A last line without its end is cut off and recorded. fd: of `claim`."""
    number, chain, sound = 0, FIRST_CHAIN, 0
    for record, new_chain, size in _lines(path.read_bytes(), path):
        number, chain, sound = record.number, new_chain, sound + size
    torn = os.fstat(fd).st_size - sound
    if torn:
        os.ftruncate(fd, sound)
    journal = Journal(path, fd, number, chain, clock)
    journal.append("resumed", {"torn_bytes": torn})
    return journal


def read(path: Path) -> Iterator[Record]:
    """Every record, the chain checked on the way. A torn last line ends the reading; anything else
    that does not fit raises JournalError with its line number."""
    for record, _, _ in _lines(path.read_bytes(), path):
        yield record


def last_chain(path: Path) -> str:
    """The newest chain value on record. Raises JournalError."""
    chain = FIRST_CHAIN
    for _, newest, _ in _lines(path.read_bytes(), path):
        chain = newest
    return chain


def _claim(fd: int, path: Path) -> None:
    """Raises JournalInUseError, the file closed, where somebody else has it.

    Where the file system knows no locks (and on Windows, whose own rules for open files differ) nothing is claimed.
    """
    try:
        import fcntl
    except ImportError:
        return
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(fd)
        raise JournalInUseError(f"{path}: another daicho is writing this run") from None
    except OSError:
        return


def first_fault(content: bytes) -> tuple[int, int] | None:
    """The first line that does not fit the chain, or a last one without its end: its number and the byte at which it
    begins; None where the chain is whole."""
    number, sound = 0, 0
    try:
        for record, _, size in _lines(content, Path()):
            number, sound = record.number, sound + size
    except JournalError:
        return number + 1, sound
    return (number + 1, sound) if sound < len(content) else None


def _lines(content: bytes, path: Path) -> Iterator[tuple[Record, str, int]]:
    chain = FIRST_CHAIN
    lines = content.split(b"\n")
    for number, line in enumerate(lines[:-1], 1):
        body, mark, tail = line.rpartition(MARK)
        chain = hashlib.sha256(chain.encode() + body).hexdigest()
        if not mark or tail != chain.encode() + b'"}':
            raise JournalError(
                f"{path}, line {number}: the chain is broken; this line or one before it was changed"
            )
        try:
            data: dict[str, Json] = json.loads(body + b"}")
            record = Record(int(str(data.pop("n"))), str(data.pop("at")), str(data.pop("kind")), data)
        except (ValueError, KeyError) as error:
            raise JournalError(f"{path}, line {number}: not a record ({error})") from error
        if record.number != number:
            raise JournalError(f"{path}, line {number}: says that it is record {record.number}")
        yield record, chain, len(line) + 1


def stamp(moment: datetime) -> str:
    """UTC, ISO 8601, milliseconds."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


# -- our values as records and back -------------------------------------------------------------


def account_out(record: AccountRecord) -> dict[str, Json]:
    return {key: value for key, value in asdict(record).items() if value != ""}


def account_in(record: Record) -> AccountRecord:
    d = record.data
    return AccountRecord(
        event=str(d["event"]),
        number=int(str(d["number"])),
        site=str(d["site"]),
        host=str(d["host"]),
        mac=str(d.get("mac", "")),
        probe=str(d["probe"]),
        packets=int(str(d["packets"])),
        bytes=int(str(d.get("bytes", 0))),
        detail=str(d.get("detail", "")),
        first=str(d.get("first", "")),
        budget=str(d.get("budget", "")),
    )


def attempt_out(attempt: Attempt) -> dict[str, Json]:
    out: dict[str, Json] = {
        "site": attempt.site,
        "host": attempt.host,
        "probe": attempt.probe,
        "outcome": attempt.outcome.value,
        "sent_packets": attempt.sent_packets,
        "sent_bytes": attempt.sent_bytes,
    }
    return {**out, "detail": attempt.detail} if attempt.detail else out


def attempt_in(record: Record) -> Attempt:
    d = record.data
    return Attempt(
        site=str(d["site"]),
        host=str(d["host"]),
        probe=str(d["probe"]),
        at=record.at,
        outcome=Outcome(d["outcome"]),
        sent_packets=int(str(d["sent_packets"])),
        sent_bytes=int(str(d["sent_bytes"])),
        detail=str(d.get("detail", "")),
    )


def met_out(box: Met) -> dict[str, Json]:
    seen: dict[str, Json] = {key: value for key, value in asdict(box.chassis).items() if value}
    return {"site": box.site, "host": box.host, "name": box.name, "chassis": seen, "why": box.why}


def met_in(record: Record) -> Met:
    d, seen = record.data, record.data["chassis"]
    assert isinstance(seen, dict)
    chassis = Chassis(*(str(seen.get(key, "")) for key in ("engine", "mac", "bridge")))
    return Met(str(d["site"]), str(d["host"]), str(d["name"]), chassis, str(d["why"]))


def evidence_out(evidence: Evidence, *, recorded: bool = False) -> dict[str, Json]:
    """recorded: out of a recording, so that the time it was heard is not the time of this record."""
    out: dict[str, Json] = {
        "site": evidence.site,
        "host": evidence.host,
        "probe": evidence.probe,
        "field": evidence.field,
        "value": evidence.value,
    }
    return {**out, "heard": evidence.at} if recorded else out


def evidence_in(record: Record) -> Evidence:
    d = record.data
    return Evidence(
        site=str(d["site"]),
        host=str(d["host"]),
        probe=str(d["probe"]),
        field=str(d["field"]),
        value=str(d["value"]),
        at=str(d.get("heard", record.at)),
    )
