"""`daicho compare`: what differs between two runs, or between two ledgers."""

from __future__ import annotations

from pathlib import Path

import click

from reconciler.cli.options import json_option, language_option
from reconciler.commands.outcome import Exit

THERE = click.Path(exists=True, path_type=Path)


@click.command()
@click.argument("before", metavar="A", type=THERE)
@click.argument("after", metavar="B", type=THERE)
@json_option
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    multiple=True,
    help="Write it to this file too, .xlsx, .html or .json by its ending. May be given more than once.",
)
@language_option
def compare(before: Path, after: Path, as_json: bool, out: tuple[Path, ...], lang: str) -> Exit:
    """Tell what came, went and changed from A to B: two runs, or two ledgers.

    A run is its folder or its findings.json; anything else is read as a ledger. The same device is told by its
    serial number or MAC, never by its address alone; the same row by its management number, serial number and what
    else only one row has. What a run did not look at has not gone. 0 is returned where nothing differs, else 1.
    """
    from reconciler.commands.changes import compare as run

    return run(before, after, out, as_json=as_json, lang=lang)


COMMANDS = (compare,)
