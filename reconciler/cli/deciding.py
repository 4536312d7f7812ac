"""The command by which what people decided comes back."""

from __future__ import annotations

from pathlib import Path

import click

from reconciler.cli.options import FILE, json_option, language_option
from reconciler.commands.outcome import Exit


@click.command()
@click.argument("workbook", type=FILE, required=False)
@click.option(
    "--store", metavar="URL", required=True, help="Database of the history that the report was made with."
)
@click.option("--who", metavar="NAME", default="", help="Who decided; kept with each decision.")
@click.option("--dry-run", "dry", is_flag=True, help="Only show what would be taken over.")
@click.option(
    "--replace", is_flag=True, help="Let the workbook replace decisions that others made since its report."
)
@click.option("--list", "listed", is_flag=True, help="Show the decisions in force.")
@click.option("--history", is_flag=True, help="Show all decisions, those that ended too, and who ended them.")
@click.option(
    "--withdraw", metavar="ID", type=int, help="Take back the decision of this number; needs --who."
)
@json_option
@language_option
def decide(
    workbook: Path | None,
    store: str,
    who: str,
    dry: bool,
    replace: bool,
    listed: bool,
    history: bool,
    withdraw: int | None,
    as_json: bool,
    lang: str,
) -> Exit:
    """Take over what was decided in WORKBOOK, the report.xlsx that the hospital filled in.

    Sorted, filtered, shortened and saved by Excel or LibreOffice, it is still read. All of it is taken over or
    nothing: what stands in the way is told with sheet and cell. The next report tells what became of it.
    """
    from reconciler.commands import decide as commands

    if listed or history:
        return commands.show(store, history=history, as_json=as_json, lang=lang)
    if withdraw is not None:
        return commands.withdraw(store, withdraw, who, lang=lang)
    return commands.decide(workbook, store, who, dry=dry, replace=replace, lang=lang)


COMMANDS = (decide,)
