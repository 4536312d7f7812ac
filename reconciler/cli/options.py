"""Options that several commands take, each declared once so that it means the same everywhere."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click
from click.core import ParameterSource

FOLDER = click.Path(file_okay=False, path_type=Path)
FILE = click.Path(exists=False, dir_okay=False, path_type=Path)
LANGUAGE = click.Choice(["ja", "en"])


def _day(context: click.Context, parameter: click.Parameter, moment: datetime | None) -> date | None:
    return moment.date() if moment else None


scope_option = click.option(
    "--scope",
    type=FILE,
    default=Path("scope.toml"),
    show_default=True,
    help="The scope file: which networks, who authorised it, until when.",
)
out_option = click.option("--out", type=FOLDER, help="Folder for the documents; made if it is not there.")
language_option = click.option(
    "--lang",
    type=LANGUAGE,
    default="ja",
    show_default=True,
    help="Language of the report and of what is said of it.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print the document as JSON on stdout.")
verbose_option = click.option(
    "-v", "--verbose", is_flag=True, help="Tell on stderr what is done, step by step."
)
store_option = click.option(
    "--store",
    metavar="URL",
    help="Database that keeps the history, as an SQLAlchemy URL or a file name; the next run then tells what is new.",
)
as_of_option = click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    callback=_day,
    metavar="DATE",
    help="The day that target dates and expiries count from, as 2026-12-31. Default: the end of the run.",
)
since_option = click.option(
    "--since",
    type=click.Path(exists=True, path_type=Path),
    metavar="RUN",
    help="An earlier run, as its folder or its findings.json: tells what is new since then, without a store.",
)
rearmed_option = click.option(
    "--rearmed-by",
    metavar="NAME",
    default="",
    help="Who has looked at the device that fell silent, after the watch stopped a run, and lets sending go on.",
)
rules_option = click.option(
    "--rules",
    "folders",
    type=FOLDER,
    multiple=True,
    help="Folder of rules of your own, read after those that daicho brings. May be given more than once.",
)
places_option = click.option(
    "--places",
    type=FILE,
    help="CSV file of which switch port is where (switch, port, place); it outranks the switches' descriptions.",
)
ledger_option = click.option(
    "--ledger",
    "ledgers",
    type=FILE,
    multiple=True,
    help="Ledger file (.xlsx, .xls, .csv, .tsv). May be given more than once.",
)
required_option = click.option(
    "--required",
    type=FILE,
    help="TOML file of your own that says which fields a row must have, by class of device (as reconciler/required.toml).",
)
patience_option = click.option(
    "--patience",
    type=FILE,
    help="TOML file of your own that says for how many scans and days a device may be unseen before it is said aloud, "
    "by class (as reconciler/patience.toml).",
)


def alone(context: click.Context, *allowed: str) -> None:
    """Refuses an option beside one that stands for it. Raises UsageError."""
    for name in context.params:
        given = context.get_parameter_source(name) is ParameterSource.COMMANDLINE
        if given and name not in allowed:
            raise click.UsageError(
                f"--{name.rstrip('s')} stands in the file that --{allowed[0]} names: change it there"
            )
