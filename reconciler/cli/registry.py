"""The command that loads a newer registry of address blocks."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from reconciler.commands.outcome import Exit


@click.command()
@click.argument(
    "files", metavar="[FILE]...", type=click.Path(exists=True, dir_okay=False, path_type=Path), nargs=-1
)
@click.option(
    "--day",
    type=click.DateTime(["%Y-%m-%d"]),
    help="When the files were fetched (YYYY-MM-DD); without it, the day on which they were last written.",
)
def registry(files: tuple[Path, ...], day: datetime | None) -> Exit:
    """Load a newer registry of address blocks, which tells who made a network adapter; or say which is in use.

    Each FILE is the IEEE's oui.csv, mam.csv or oui36.csv, or a manuf file as Wireshark publishes it.
    They are checked and kept in daicho's own folder; every later run names the edition that it used.
    """
    from reconciler.commands.registry import load, show

    return load(files, day.date() if day else None) if files else show()


COMMANDS = (registry,)
