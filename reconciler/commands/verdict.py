"""A run's folder held against its seals: agent/seal.py's checks at work on files. Nothing is written.

Every file is read and summed; the journal's own chain tells the very line that was changed; each former seal is held to
the next, and the journal to what each of them had of it, for it is only ever added to.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from agent import journal as journals
from agent.fault import Fault
from agent.seal import (
    SEAL,
    Entry,
    Made,
    Seal,
    SealError,
    chain_faults,
    differences,
    entry_of,
    former_name,
    is_live,
    piece_of,
    read_seal,
)
from agent.signing import verify
from reconciler.commands.outcome import CommandError
from reconciler.commands.run_folder import JOURNAL


@dataclass(frozen=True, slots=True)
class Step:
    """One seal of the chain and what came after it: names of files. number: of the seal."""

    number: int
    made: Made
    key: str
    then: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """seal: None where there is none that can be believed.  steps: every seal, the first one first."""

    seal: Seal | None
    faults: tuple[Fault, ...]
    steps: tuple[Step, ...] = ()
    has_seal: bool = True


def sorted_formers(folder: Path) -> list[Path]:
    """seal-1.json and so on, as far as they go without a gap."""
    found: list[Path] = []
    while (path := folder / former_name(len(found) + 1)).exists():
        found.append(path)
    return found


def contents(
    folder: Path, live: Sequence[str], sealed: Mapping[str, Entry] | None = None
) -> tuple[dict[str, Entry], list[str]]:
    """Every file that is not live, and the names of what is no ordinary file. sealed: whose pieces to use."""
    found: dict[str, Entry] = {}
    odd: list[str] = []
    for place, folders, names in os.walk(folder):
        folders.sort()
        links = [name for name in folders if (Path(place) / name).is_symlink()]
        for name in sorted([*names, *links]):
            path = Path(place) / name
            inside = path.relative_to(folder).as_posix()
            if inside in (SEAL, f"{SEAL}.partial") or is_live(inside, live):
                continue
            if path.is_symlink() or not path.is_file():
                odd.append(inside)
                continue
            before = sealed.get(inside) if sealed else None
            piece = before.piece if before and before.piece > 0 else piece_of(path.stat().st_size)
            found[inside] = entry_of(_chunks(path, piece), piece)
    return found, odd


def _chunks(path: Path, size: int) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(size):
            yield chunk


def verdict(folder: Path, key: str = "") -> Verdict:
    """The folder held against its seal. key: the fingerprint on the paper, in any spelling. Raises CommandError where a
    file cannot be read."""
    try:
        return _verdict(folder, key)
    except OSError as error:
        raise CommandError(
            f"{error.filename or folder}: {error.strerror}; it must be read to be checked"
        ) from error


def _verdict(folder: Path, key: str) -> Verdict:
    try:
        text = (folder / SEAL).read_bytes().decode()
        seal = read_seal(text, verify)
    except FileNotFoundError:
        aside = sorted_formers(folder)
        return Verdict(None, tuple(Fault("unfinished", path.name) for path in aside[-1:]), has_seal=False)
    except UnicodeDecodeError as error:
        return Verdict(None, (Fault("seal", SEAL, error.start, error.start, why="no UTF-8 text"),))
    except SealError as error:
        return Verdict(None, (Fault("seal", SEAL, error.at, error.at, why=str(error)),))
    found, odd = contents(folder, seal.made.live, seal.files)
    faults = [*(Fault("odd", name) for name in odd), *differences(seal.files, found)]
    faults = [_in_journal(fault, folder) if fault.path == JOURNAL else fault for fault in faults]
    chain = _formers(folder, faults)
    faults += chain_faults(seal, chain)
    faults += _rewritten(folder, chain)
    before = [former for former, _ in chain]
    if key:
        faults += _not_vouched(seal, before, found, key)
    return Verdict(seal, tuple(faults), _steps(seal, before))


def _in_journal(fault: Fault, folder: Path) -> Fault:
    """A change of the journal with its line, which the chain tells."""
    if fault.code != "changed":
        return fault
    where = journals.first_fault((folder / JOURNAL).read_bytes())
    if where is None:
        return fault
    line, begins = where
    return replace(fault, code="line", line=line, first=begins, last=begins)


def _formers(folder: Path, faults: list[Fault]) -> list[tuple[Seal, str]]:
    """The seals before this one with their SHA-256. One that cannot be believed is a fault and ends the chain."""
    found = []
    for path in sorted_formers(folder):
        octets = path.read_bytes()
        try:
            found.append((read_seal(octets.decode(), verify), hashlib.sha256(octets).hexdigest()))
        except (SealError, UnicodeDecodeError) as error:
            if not any(fault.path == path.name for fault in faults):
                faults.append(Fault("seal", path.name, why=str(error)))
            break
    return found


def _rewritten(folder: Path, formers: Sequence[tuple[Seal, str]]) -> list[Fault]:
    """The journal is only ever added to: what an earlier seal had of it is how it begins."""
    faults = []
    for number, (seal, _) in enumerate(formers, 1):
        before = seal.files.get(JOURNAL)
        if before is None or not (folder / JOURNAL).exists():
            continue
        if _sum_of_first(folder / JOURNAL, before.size) != before.sha256:
            faults.append(Fault("rewritten", JOURNAL, other=former_name(number)))
    return faults


def _sum_of_first(path: Path, size: int) -> str:
    whole = hashlib.sha256()
    with path.open("rb") as file:
        while size > 0 and (chunk := file.read(min(size, 1 << 20))):
            whole.update(chunk)
            size -= len(chunk)
    return whole.hexdigest()


def _not_vouched(seal: Seal, formers: Sequence[Seal], found: Mapping[str, Entry], key: str) -> list[Fault]:
    """The key on the paper vouches for what its newest seal names, and for nothing that came later."""
    wanted = "".join(key.split()).upper()
    if seal.key.replace(" ", "") == wanted:
        return []
    own = next((s for s in reversed(formers) if s.key.replace(" ", "") == wanted), None)
    if own is None:
        return [Fault("key", SEAL, other=seal.key)]
    later = {former_name(n) for n in range(own.made.number, seal.made.number)}
    changed = differences(own.files, {path: entry for path, entry in found.items() if path not in later})
    return [Fault("not_vouched", fault.path, other=former_name(own.made.number)) for fault in changed]


def _steps(seal: Seal, formers: Sequence[Seal]) -> tuple[Step, ...]:
    seals = [*formers, seal]
    steps = []
    for number, one in enumerate(seals, 1):
        following = seals[number] if number < len(seals) else None
        then = differences(one.files, following.files) if following else []
        kept = tuple(fault for fault in then if fault.path != former_name(number))
        steps.append(Step(number, one.made, one.key, kept))
    return tuple(steps)
