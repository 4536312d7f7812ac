"""A command that sends or listens first puts its raw right into a process apart (agent/raw_door.py).

Only where the process is the command's own: a program that calls our commands, as the tests do, keeps its rights.
"""

from __future__ import annotations

import click

from agent import raw_door
from reconciler.commands.outcome import CommandError, Exit

OWN_PROCESS = "own process"
"""What `main` gives click as the context's object."""


def step_down() -> None:
    """Raises CommandError where the right cannot be given up: what parses must not hold it."""
    context = click.get_current_context(silent=True)
    if context is None or context.find_root().obj != OWN_PROCESS:
        return
    try:
        raw_door.step_down()
    except OSError as error:
        raise CommandError(
            f"nothing was sent: the right to raw sockets could not be put into a process apart ({error}); run "
            "without it (as a user, without CAP_NET_RAW) for the reduced mode",
            Exit.REFUSED,
        ) from error
