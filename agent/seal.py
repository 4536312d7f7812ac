"""seal.json: every file of a run's folder by size and SHA-256, signed, so that any change after it is found.

A folder is a mapping of names (with / between folders) to what each file is; reading it is somebody else's. A seal
that is made after another names that one's SHA-256 and keeps it beside itself as seal-1.json, seal-2.json and so
on, so that no document is added in silence. What a signature shows is told in agent/signed.py.

SHA-256 says that a file was changed; where, is told by sums of its pieces (64 at most), which are there for nothing
else. The journal's own chain tells the very line.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from agent.fault import Fault
from agent.findings import Json
from agent.signed import SignedError, Verify, first_difference, opened

SCHEMA = "daicho.seal/1"
SEAL = "seal.json"
LIVE = (
    "STOP", "LOST", ".lock", "state/*",
    ".DS_Store", "*/.DS_Store", "Thumbs.db", "*/Thumbs.db", "~$*", "*/~$*", ".~lock.*#", "*/.~lock.*#",
)  # fmt: skip
"""What lives in a run's folder and is not of the run: a request to stop, what holds sending back, a lock, the state of
a program that was started from a stick; and what macOS, Windows, Excel and LibreOffice leave where somebody has but
looked. A store that lies in the folder is named in its seal beside these."""

PIECES = 64
LEAST_PIECE = 256
PIECE_DIGITS = 16


class SealError(ValueError):
    """This folder cannot be sealed, or its seal cannot be believed. at: as in SignedError."""

    def __init__(self, message: str, at: int = -1) -> None:
        super().__init__(message)
        self.at = at


@dataclass(frozen=True, slots=True)
class Entry:
    """One file. size, piece: bytes.  sha256: hex.  sums: of each piece, the first PIECE_DIGITS of its SHA-256."""

    size: int
    sha256: str
    piece: int = 0
    sums: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """What a seal says beside the files. at: UTC, ISO 8601.  rules: SHA-256 of the rule set.  journal: the last value
    of its chain.  live: patterns of what is not sealed.  number: 1 for the first seal.  former: the SHA-256 of the seal
    before it, "" for the first."""

    run: str
    scope: str
    at: str
    tool: str
    rules: str
    journal: str
    live: tuple[str, ...] = LIVE
    number: int = 1
    former: str = ""


@dataclass(frozen=True, slots=True)
class Seal:
    """A seal that was read and whose signature fits. key: the fingerprint."""

    made: Made
    files: Mapping[str, Entry]
    key: str


def piece_of(size: int) -> int:
    """How long the pieces of a file of this size are: a power of two."""
    piece = LEAST_PIECE
    while piece * PIECES < size:
        piece *= 2
    return piece


def entry_of(chunks: Iterable[bytes], piece: int) -> Entry:
    """A file that comes in chunks of `piece` bytes, the last one perhaps shorter."""
    whole, size, sums = hashlib.sha256(), 0, list[str]()
    for chunk in chunks:
        whole.update(chunk)
        size += len(chunk)
        sums.append(hashlib.sha256(chunk).hexdigest()[:PIECE_DIGITS])
    return Entry(size, whole.hexdigest(), piece, tuple(sums))


def is_live(path: str, live: Sequence[str]) -> bool:
    return any(fnmatchcase(path, pattern) for pattern in live)


def former_name(number: int) -> str:
    """How the seal of this number is called once another one has followed it."""
    return f"seal-{number}.json"


# -- to text and back ------------------------------------------------------------------------------


def document_of(made: Made, files: Mapping[str, Entry]) -> dict[str, Json]:
    """The unsigned document."""
    listed: list[Json] = [
        {
            "path": path,
            "size": entry.size,
            "sha256": entry.sha256,
            "piece": entry.piece,
            "sums": " ".join(entry.sums),
        }
        for path, entry in sorted(files.items())
    ]
    return {
        "schema": SCHEMA,
        "run": made.run,
        "scope": made.scope,
        "at": made.at,
        "tool": made.tool,
        "rules": made.rules,
        "journal": made.journal,
        "number": made.number,
        "former": made.former,
        "live": list[Json](made.live),
        "files": listed,
    }


def read_seal(text: str, verify: Verify) -> Seal:
    """Raises SealError for a text that is not, byte for byte, a seal as its key signed it."""
    try:
        document, key = opened(text, SCHEMA, verify)
    except SignedError as error:
        raise SealError(str(error), error.at) from error
    try:
        seal = _seal(document, key)
    except (KeyError, TypeError, ValueError) as error:
        raise SealError(f"it is signed, but is no seal ({error!r})") from error
    written, again = (_lines(d) for d in (document, document_of(seal.made, seal.files)))
    if written != again:  # what is signed does not know the order of keys
        raise SealError(
            "its lines are not in the order in which they were written", first_difference(again, written)
        )
    return seal


def _lines(document: Mapping[str, Json]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2)


def _seal(document: Mapping[str, Json], key: str) -> Seal:
    live, listed = document["live"], document["files"]
    if not isinstance(live, list) or not isinstance(listed, list):
        raise TypeError("live and files are lists")
    texts = {
        name: str(document[name]) for name in ("run", "scope", "at", "tool", "rules", "journal", "former")
    }
    files = dict(_entry(one) for one in listed)
    if len(files) != len(listed):
        raise ValueError("a file is named twice")
    number = int(str(document["number"]))
    return Seal(Made(**texts, live=tuple(map(str, live)), number=number), files, key)


def _entry(one: Json) -> tuple[str, Entry]:
    if not isinstance(one, dict):
        raise TypeError("a file is an object")
    size, piece = int(str(one["size"])), int(str(one["piece"]))
    return str(one["path"]), Entry(size, str(one["sha256"]), piece, tuple(str(one["sums"]).split()))


# -- what is not as it was -------------------------------------------------------------------------


def differences(sealed: Mapping[str, Entry], found: Mapping[str, Entry]) -> list[Fault]:
    """Every file that is changed, missing or added, by name. found: with the pieces that were sealed."""
    was, now = ({e.sha256: path for path, e in reversed(sorted(files.items()))} for files in (sealed, found))
    faults = []
    for path in sorted(sealed.keys() | found.keys()):
        before, after = sealed.get(path), found.get(path)
        if before is None and after is not None:
            faults.append(Fault("added", path, other=was.get(after.sha256, "")))
        elif after is None and before is not None:
            faults.append(Fault("missing", path, other=now.get(before.sha256, "")))
        elif before is not None and after is not None and before.sha256 != after.sha256:
            faults.append(_changed(path, before, after, was.get(after.sha256, "")))
    return faults


def _changed(path: str, before: Entry, after: Entry, other: str) -> Fault:
    pairs = zip(before.sums, after.sums, strict=False)
    here = next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(before.sums), len(after.sums)))
    first = here * before.piece
    last = min(first + before.piece, max(before.size, after.size)) - 1
    return Fault("changed", path, first, last, other=other, more=after.size - before.size)


def chain_faults(newest: Seal, formers: Sequence[tuple[Seal, str]]) -> list[Fault]:
    """Whether each seal names the one before it. formers: seal-1.json and so on, each with its SHA-256."""
    faults = []
    seals = [*(seal for seal, _ in formers), newest]
    sums = ["", *(digest for _, digest in formers)]
    for number, (seal, digest) in enumerate(zip(seals, sums, strict=True), 1):
        if seal.made.number != number or seal.made.former != digest:
            name = SEAL if seal is newest else former_name(number)
            faults.append(Fault("chain", name, other=former_name(number - 1) if number > 1 else ""))
    return faults
