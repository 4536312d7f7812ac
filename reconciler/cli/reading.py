"""Commands about the hospital's own ledger."""

from __future__ import annotations

from pathlib import Path

import click

from reconciler.cli.options import FILE, json_option
from reconciler.commands.outcome import Exit


@click.group()
def ledger() -> None:
    """Commands about the hospital's own ledger."""


@ledger.command("read")
@click.argument("file", type=FILE)
@json_option
@click.option(
    "--columns", type=FILE, help="File that pins columns (default: FILE.columns.toml beside it, if there)."
)
@click.option(
    "--write-columns", type=FILE, help="Write the mapping that was found to this file, to correct it there."
)
def ledger_read(file: Path, as_json: bool, columns: Path | None, write_columns: Path | None) -> Exit:
    """Show how FILE is understood: each column and why, each row, and every problem with its place."""
    from reconciler.commands.ledgers import read as run

    return run(file, as_json=as_json, columns=columns, write_columns=write_columns)


COMMANDS = (ledger,)
