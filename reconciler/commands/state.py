"""Where this machine's state lies: the key, the STOP file, what holds sending back, which boxes were met.

A program that runs from a stick (packaging/stick/entry.py says so by DAICHO_PORTABLE=1) leaves nothing but the run's own
folder: its state lies in there, and its key in memory, for one audit.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from agent.host import portable
from agent.signing import KEY_FILE, Signer, passing_signer, signer_of
from reconciler.commands.outcome import CommandError

STATE = "state"
"""Folder in a run's folder, where the program is portable."""
LOST = "LOST"
"""File of the state folder that holds all sending back after the watch stopped a run."""
ANOTHER = "nothing was done: set DAICHO_STATE to a folder of this user"
STOP = "STOP"
"""File of the state folder that ends all sending."""


def state_folder(run: Path | None = None) -> Path:
    """The folder of the state. run: the run's own folder, where there is one. Raises CommandError."""
    if given := os.environ.get("DAICHO_STATE"):
        return Path(given)
    if portable():
        if run is None:
            raise CommandError(
                "started from a stick, daicho keeps nothing elsewhere: give the run's --out FOLDER"
            )
        return run / STATE
    from platformdirs import user_state_path

    return user_state_path("daicho")


def usable_state(run: Path | None = None) -> Path:
    """The folder of the state, made where it is not there, before anything is sent: what was sent must be signed
    afterwards, and `daicho stop` must be heard. Raises CommandError."""
    folder = state_folder(run)
    if portable():  # it lies in the run's own folder, which is made in a moment
        return folder
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        writable = os.access(folder, os.W_OK | os.X_OK)
    except OSError as error:
        raise CommandError(f"{error.filename or folder}: {error.strerror}; {ANOTHER}") from error
    if not writable:
        raise CommandError(f"{folder}: this user may not write there; {ANOTHER}")
    key = folder / KEY_FILE
    if key.exists() and not os.access(key, os.R_OK):
        raise CommandError(f"{key}: this user may not read the key that signs; {ANOTHER}")
    return folder


def signer(run: Path | None = None) -> Signer:
    """The key that signs. Raises SigningError, OSError, CommandError."""
    return passing_signer() if portable() else signer_of(state_folder(run))


def held_back(run: Path | None = None) -> Iterator[Path]:
    """The files that hold sending back. A portable program looks beside its run too: another folder is no other ward."""
    own = state_folder(run) / LOST
    if own.exists():
        yield own
    if portable() and run is not None:
        yield from (p for p in sorted(run.absolute().parent.glob(f"*/{STATE}/{LOST}")) if p != own.absolute())
