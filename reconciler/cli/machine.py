"""`daicho doctor`: whether this machine is fit for the work."""

from __future__ import annotations

import click

from reconciler.cli.options import json_option, store_option
from reconciler.commands.outcome import Exit


@click.command()
@store_option
@json_option
def doctor(store: str | None, as_json: bool) -> Exit:
    """Check this machine: rights, interfaces, clock and zone, fonts, tools, address registry, state folder, store.

    Reads only; nothing is sent and nothing is made. 0 is returned where all is well, 1 where something is to be seen
    to; each of these lines says what to do. What is optional does not count.
    """
    from reconciler.commands.doctor import doctor as run

    return run(store, as_json=as_json)


COMMANDS = (doctor,)
