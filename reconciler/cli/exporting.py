"""`daicho export`: what was found, for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from reconciler.cli.options import FILE, store_option
from reconciler.commands.outcome import Exit


@click.command()
@click.argument("form", metavar="FORMAT")
@click.argument("findings", type=FILE)
@click.argument("ledgers", type=FILE, nargs=-1)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    required=True,
    help="Folder for the files; or the file itself, where the format is one file and the name has its ending.",
)
@store_option
def export(form: str, findings: Path, ledgers: tuple[Path, ...], out: Path, store: str | None) -> Exit:
    """Write the devices of FINDINGS, with what LEDGERS say of them, as FORMAT into --out.

    \b
    csv         one table for a spreadsheet
    cyclonedx   bill of materials of devices and their systems, CycloneDX 1.6
    glpi        one JSON file a device for GLPI's inventory
    netbox      CSV files for NetBox' bulk import, in order
    netbox-api  JSON lists for NetBox' REST API, one an endpoint, in order
    snipe-it    assets.csv for Snipe-IT's import

    What is not known stays absent. What the format cannot hold is counted on stderr.
    """
    from reconciler.commands.exporting import export as run

    return run(form, findings, ledgers, out, store=store)


COMMANDS = (export,)
