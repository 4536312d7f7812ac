"""`daicho export`: what was found, for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from reconciler.cli.options import FILE, store_option
from reconciler.commands.outcome import Exit


@click.command()
@click.argument("form", metavar="[FORMAT]", default="")
@click.argument("files", metavar="[FINDINGS [LEDGERS]...]", type=FILE, nargs=-1)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="Folder for the files; or the file itself, where the format is one file and the name has its ending.",
)
@store_option
def export(form: str, files: tuple[Path, ...], out: Path | None, store: str | None) -> Exit:
    """Write the devices of FINDINGS, with what LEDGERS say of them, as FORMAT into --out; alone, list the formats.

    What is not known stays absent. What the format cannot hold is counted on stderr. Guests and rows without a
    device are not handed over.
    """
    from reconciler.commands.exporting import export as run
    from reconciler.commands.exporting import list_formats

    if not form:
        return list_formats()
    if not files or out is None:
        raise click.UsageError("give the findings.json of a run, and --out")
    return run(form, files[0], files[1:], out, store=store)


COMMANDS = (export,)
