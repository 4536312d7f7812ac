"""Commands for who leaves daicho running for years."""

from __future__ import annotations

from pathlib import Path

import click

from reconciler.cli.options import FILE, json_option, store_option
from reconciler.commands.outcome import Exit

DEFAULT = Path("/etc/daicho/daicho.toml")

config_option = click.option(
    "--config", type=FILE, default=DEFAULT, show_default=True, help="Settings of the regular run."
)
perhaps_config_option = click.option(
    "--config", type=FILE, help="Settings of the regular run, which name the store."
)


@click.command()
@config_option
@json_option
def status(config: Path, as_json: bool) -> Exit:
    """Tell how the regular runs go: last success and its age, what is open, overdue and could not be seen.

    Returns 1 where no run came to its end for more than a week, or where the last one had trouble.
    """
    from reconciler.commands.operating import status as run

    return run(config, as_json=as_json)


@click.group()
def store() -> None:
    """Commands about the database that keeps the history, and about the runs that are kept."""


@store.command("backup")
@click.argument("target", metavar="FILE", type=FILE)
@store_option
@perhaps_config_option
def backup(target: Path, store: str | None, config: Path | None) -> None:
    """Write a whole, checked copy of the history to FILE, also while a run is under way."""
    from reconciler.commands.operating import back_up_store as run

    run(store, config, target)


@store.command("restore")
@click.argument("source", metavar="FILE", type=FILE)
@store_option
@perhaps_config_option
def restore(source: Path, store: str | None, config: Path | None) -> None:
    """Make the copy in FILE the history again; what was there is put aside, not overwritten."""
    from reconciler.commands.operating import restore_store as run

    run(source, store, config)


@store.command("tidy")
@config_option
def tidy(config: Path) -> None:
    """Remove runs that are older than the settings want them kept; each regular run does it too."""
    from reconciler.commands.operating import tidy as run

    run(config)


COMMANDS = (status, store)
