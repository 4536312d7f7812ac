"""Which routers and switches earlier runs met: a credential is shown to these boxes alone (agent/chassis.py)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from agent import journal as journals
from agent.assemble import sort_records
from agent.chassis import Chassis, pinned_after, pins_text, read_pins
from reconciler.commands.outcome import CommandError
from reconciler.commands.owned import only_ours
from reconciler.commands.run_folder import JOURNAL, write_whole

CHASSIS = "chassis.json"
"""File of the state folder that holds which routers and switches were met."""


def pins_of(state: Path) -> Mapping[tuple[str, str], Chassis]:
    """Routers and switches as earlier runs met them: a credential is shown to these alone."""
    path = state / CHASSIS
    only_ours(path)
    try:
        return read_pins(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise CommandError(
            f"{path}: nothing was sent: the list of known routers and switches cannot be read ({error}); mend it, or "
            "remove it if every box is to be met anew"
        ) from error


def pin(pins: Mapping[tuple[str, str], Chassis], folder: Path, state: Path) -> None:
    story = sort_records(journals.read(folder / JOURNAL))
    after = pinned_after(pins, map(journals.met_in, story.met))
    if after == pins:
        return
    path = state / CHASSIS
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, pins_text(after))
    except OSError as error:
        click.echo(
            f"note: {path}: {error.strerror}; the boxes met now are not known to the next run", err=True
        )
