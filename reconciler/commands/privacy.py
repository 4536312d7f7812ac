"""What others on this machine can read or change: a run's folder, the settings, the history."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import click

from agent.host import everybody_may
from reconciler.commands.outcome import CommandError


def keep_from_others() -> None:
    """What this process makes from now on is not for everybody; whether for its group, the user's umask says."""
    os.umask(os.umask(0o077) | stat.S_IRWXO)


def warn_if_open(path: Path, what: str) -> None:
    """Says so where everybody on this machine can read the path, and what to do."""
    if everybody_may(path)[0]:
        click.echo(f"note: everybody on this machine can read {what}: `chmod o-rwx {path}`", err=True)


def refuse_if_writable(path: Path, what: str) -> None:
    """Raises CommandError where everybody can change what daicho goes by."""
    if everybody_may(path)[1]:
        raise CommandError(
            f"everybody on this machine can change {what}: `chmod o-rwx {path}`, and read it once more before you go on"
        )
