"""A run's folder sealed, and documents added to a sealed one: agent/seal.py at work on files.

The seal is written last, whole or not at all. A command that adds documents to a sealed folder checks it first and
will not bless a changed one; it puts the seal aside as seal-N.json, and the next seal names it. A folder whose seal is put
aside belongs to a command that has not ended: whoever died there can go on, and the next seal shows what came after which.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from glob import escape
from pathlib import Path

import click

from agent import journal as journals
from agent.journal import JournalError, stamp
from agent.rule_pack import RulePackError, digest_of
from agent.seal import LIVE, SEAL, Made, SealError, differences, document_of, former_name, read_seal
from agent.signed import signed
from agent.signing import Signer, SigningError, verify
from reconciler.commands.keeping import RULES, keep_rules, versions, write_surely
from reconciler.commands.outcome import CommandError, Exit
from reconciler.commands.privacy import warn_if_open
from reconciler.commands.run_folder import JOURNAL
from reconciler.commands.state import signer
from reconciler.commands.verdict import contents, sorted_formers, verdict


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
