"""A run's folder sealed and checked: agent/seal.py at work on files.

The seal is written last, whole or not at all. A command that adds documents to a sealed folder checks it first and
will not bless a changed one; it puts the seal aside as seal-N.json, and the next seal names it. A folder whose seal is put
aside belongs to a command that has not ended: whoever died there can go on, and the next seal shows what came after which.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from glob import escape
from pathlib import Path

import click

from agent import journal as journals
from agent.fault import Fault
from agent.journal import JournalError, stamp
from agent.rule_pack import RulePackError, digest_of
from agent.seal import (
    LIVE,
    SEAL,
    Entry,
    Made,
    Seal,
    SealError,
    chain_faults,
    differences,
    document_of,
    entry_of,
    former_name,
    is_live,
    piece_of,
    read_seal,
)
from agent.signed import signed
from agent.signing import Signer, SigningError, verify
from reconciler.commands.keeping import RULES, keep_rules, versions, write_surely
from reconciler.commands.outcome import CommandError, Exit
from reconciler.commands.privacy import warn_if_open
from reconciler.commands.run_folder import JOURNAL
from reconciler.commands.state import signer


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


# -- sealing -----------------------------------------------------------------------------------------


def seal_run(folder: Path, store: str | None = None, key: Signer | None = None) -> None:
    """Seals the folder of a run as it is now. store: as given by --store; it lives on.  key: this machine's where not
    given. Raises CommandError."""
    try:
        _seal(folder, store, key or signer(folder))
    except (SealError, SigningError, JournalError, RulePackError, OSError) as error:
        raise CommandError(
            f"{folder} could not be sealed: {error}; what was found is kept, `daicho report` into it seals it",
            Exit.STOPPED,
        ) from error
    warn_if_open(folder, "this run's folder")


def _seal(folder: Path, store: str | None, key: Signer) -> None:
    formers = sorted_formers(folder)
    live = dict.fromkeys((*LIVE, *_store_in(folder, store)))
    former = ""
    if formers:
        octets = formers[-1].read_bytes()
        former = hashlib.sha256(octets).hexdigest()
        live |= dict.fromkeys(read_seal(octets.decode(), verify).made.live)
    head = next(iter(journals.read(folder / JOURNAL)))
    if not (folder / RULES).exists():
        keep_rules(folder)
    made = Made(
        run=str(head.data.get("run", "")),
        scope=str(head.data.get("scope", "")),
        at=stamp(datetime.now(UTC)),
        tool=f"daicho {versions()['daicho']}",
        rules=digest_of((folder / RULES).read_bytes()),
        journal=journals.last_chain(folder / JOURNAL),
        live=tuple(live),
        number=len(formers) + 1,
        former=former,
    )
    files, odd = contents(folder, made.live)
    if odd:
        raise SealError(f"{odd[0]} is a link or no ordinary file; take it out of the folder")
    write_surely(folder / SEAL, signed(document_of(made, files), key.public, key.sign))


def sorted_formers(folder: Path) -> list[Path]:
    """seal-1.json and so on, as far as they go without a gap."""
    found: list[Path] = []
    while (path := folder / former_name(len(found) + 1)).exists():
        found.append(path)
    return found


def _store_in(folder: Path, store: str | None) -> tuple[str, ...]:
    """The patterns of a store that lies in the folder, with what SQLite keeps beside it while it works."""
    if not store or ("://" in store and not store.startswith("sqlite:///")):
        return ()
    path, here = Path(store.removeprefix("sqlite:///")).resolve(), folder.resolve()
    if not path.is_relative_to(here):
        return ()
    name = escape(path.relative_to(here).as_posix())
    return (name, f"{name}-journal", f"{name}-wal", f"{name}-shm")


# -- adding to a sealed folder -----------------------------------------------------------------------


@contextmanager
def adding_to(place: Path, store: str | None = None) -> Iterator[None]:
    """Documents are added there meanwhile: the run's folder that it is, or lies in, is checked before and sealed anew
    after. Any other place is left as it is. Raises CommandError for a folder that was changed."""
    folder = run_around(place)
    if folder is None:
        yield
        return
    put_aside(folder)
    try:
        yield
    except BaseException:
        _put_back(folder)
        raise
    seal_run(folder, store)


def run_around(place: Path) -> Path | None:
    """The nearest folder, this one or one above it, that holds the journal of a run."""
    here = place.absolute()
    return next((folder for folder in (here, *here.parents) if (folder / JOURNAL).exists()), None)


def put_aside(folder: Path) -> None:
    """Checks the folder's seal and makes it a former one. Raises CommandError for a folder that was changed."""
    if not (folder / SEAL).exists():
        return
    found = verdict(folder)
    if found.faults:
        names = ", ".join(dict.fromkeys(fault.path for fault in found.faults[:5]))
        raise CommandError(
            f"{folder} is not as it was sealed ({names}), so nothing is added to it: `daicho verify` says what was changed; "
            "give another --out, or take the folder from where it was made (what is filled in or noted belongs beside it)"
        )
    (folder / SEAL).rename(folder / former_name(len(sorted_formers(folder)) + 1))


def _put_back(folder: Path) -> None:
    """Where nothing was written after all, the seal holds as before."""
    formers = sorted_formers(folder)
    if not formers or (folder / SEAL).exists():
        return
    try:
        seal = read_seal(formers[-1].read_text(encoding="utf-8"), verify)
        found, odd = contents(folder, (*seal.made.live, formers[-1].name), seal.files)
        if not odd and not differences(seal.files, found):
            formers[-1].rename(folder / SEAL)
    except (SealError, OSError, UnicodeDecodeError) as error:
        click.echo(f"note: {folder}: its seal stays put aside ({error})", err=True)


# -- checking ----------------------------------------------------------------------------------------


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
