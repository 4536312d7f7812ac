"""Commands that hold findings against ledgers, and tell of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from reconciler.cli.options import (
    FILE,
    FOLDER,
    as_of_option,
    json_option,
    language_option,
    out_option,
    patience_option,
    required_option,
    since_option,
    store_option,
)
from reconciler.commands.outcome import Exit


@click.command()
@click.argument("findings", type=FILE)
@click.argument("ledgers", type=FILE, nargs=-1, required=True)
@json_option
@store_option
@since_option
@as_of_option
@required_option
@patience_option
@language_option
def reconcile(
    findings: Path,
    ledgers: tuple[Path, ...],
    as_json: bool,
    store: str | None,
    since: Path | None,
    as_of: date | None,
    required: Path | None,
    patience: Path | None,
    lang: str,
) -> Exit:
    """Hold FINDINGS (findings.json) against one or more LEDGERS and say where they differ."""
    from reconciler.commands.compare import reconcile as run
    from reconciler.commands.measures import measures_of

    measures = measures_of(required, patience)
    return run(
        findings,
        ledgers,
        as_json=as_json,
        store=store,
        lang=lang,
        since=since,
        as_of=as_of,
        measures=measures,
    )


@click.command()
@click.argument("findings", type=FILE)
@click.argument("ledgers", type=FILE, nargs=-1, required=True)
@out_option
@store_option
@since_option
@as_of_option
@required_option
@patience_option
@language_option
@click.option("--facility", default="", help="Name of the hospital, for the cover.")
@click.option(
    "--font",
    type=FILE,
    envvar="DAICHO_FONT",
    show_envvar=True,
    help="Japanese typeface for report.pdf (.ttf, .otf, .ttc). Default: one that the system brings.",
)
@click.option("--author", default="", help="Who made the report, for the cover.")
@click.option(
    "--addressee", default="", help="To whom it is addressed; the role in the scope where not given."
)
@click.option("--edition", default="", help="Edition of the report (版), for the cover.")
@click.option(
    "--inquiries",
    is_flag=True,
    help="Also write a letter of inquiry to each vendor (照会票) into the folder inquiries/.",
)
def report(
    findings: Path,
    ledgers: tuple[Path, ...],
    out: Path | None,
    store: str | None,
    since: Path | None,
    as_of: date | None,
    required: Path | None,
    patience: Path | None,
    lang: str,
    facility: str,
    font: Path | None,
    author: str,
    addressee: str,
    edition: str,
    inquiries: bool,
) -> Exit:
    """Write the report from FINDINGS and LEDGERS into --out (default: this folder).

    report.xlsx to file, filter and sign, report.html to read, report.pdf to print, network-map.svg to hang up,
    report.json for programs (see `daicho schema report`).
    """
    from reconciler.commands.compare import report as run
    from reconciler.commands.measures import measures_of
    from reconciler.commands.written import Written

    measures = measures_of(required, patience)
    return run(
        findings,
        ledgers,
        out or Path(),
        store=store,
        lang=lang,
        facility=facility,
        since=since,
        as_of=as_of,
        font=font,
        measures=measures,
        written=Written(author, addressee, edition),
        inquiries=inquiries,
    )


@click.command()
@click.argument("findings", type=FILE)
@click.argument("ledgers", type=FILE, nargs=-1, required=True)
@click.option("--out", type=FOLDER, required=True, help="Folder for the copies; made if it is not there.")
@click.option("--comments", is_flag=True, help="Add a comment to each row that something is to be said of.")
@click.option(
    "--unsigned",
    is_flag=True,
    help="Add to a workbook with a digital signature too, which then holds no longer.",
)
@store_option
@required_option
@patience_option
@language_option
def annotate(
    findings: Path,
    ledgers: tuple[Path, ...],
    out: Path,
    comments: bool,
    unsigned: bool,
    store: str | None,
    required: Path | None,
    patience: Path | None,
    lang: str,
) -> Exit:
    """Write a copy of each of LEDGERS with what FINDINGS say of its rows, into --out.

    The copy is the very workbook with two sheets added: the result for each row, and rows to add for devices
    that no row explains. No cell of the ledger is changed. A ledger that is .xls or .csv gets a new .xlsx.
    """
    from reconciler.commands.annotate import annotate as run
    from reconciler.commands.measures import measures_of

    return run(
        findings,
        ledgers,
        out,
        comments=comments,
        unsigned=unsigned,
        store=store,
        lang=lang,
        measures=measures_of(required, patience),
    )


@click.command()
@click.argument("host")
@click.option(
    "--run", "folder", type=FOLDER, default=Path(), show_default="this folder", help="Folder of the run."
)
@json_option
def why(host: str, folder: Path, as_json: bool) -> None:
    """Tell the story of one HOST (an IP or MAC address): what it was asked, what it said, what follows."""
    from reconciler.commands.story import why as run

    run(host, folder, as_json=as_json)


COMMANDS = (reconcile, report, annotate, why)
