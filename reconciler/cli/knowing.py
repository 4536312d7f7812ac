"""Commands about what daicho can ask, and how it tells what a device is."""

from __future__ import annotations

from pathlib import Path

import click

from reconciler.cli.options import FOLDER, json_option, rules_option
from reconciler.commands.outcome import Exit


@click.command()
@json_option
def probes(as_json: bool) -> None:
    """List what daicho can ask and hear: each protocol, what it costs a device, what it reads."""
    from reconciler.commands.catalogue import probes as run

    run(as_json=as_json)


@click.group()
def rules() -> None:
    """Commands about the rules by which devices are recognised."""


@rules.command("check")
@click.argument("folders", metavar="[FOLDER]...", type=FOLDER, nargs=-1)
def rules_check(folders: tuple[Path, ...]) -> Exit:
    """Check all rules, ours and those in each FOLDER, and print what to mend; 1 is returned if there is any.

    Each rule is held to its own examples and near misses, to the vocabulary, and against stealing
    another maker's examples.
    """
    from reconciler.commands.rules import check as run

    return run(folders)


@rules.command("try")
@click.argument("field")
@click.argument("value")
@rules_option
@json_option
def rules_try(field: str, value: str, folders: tuple[Path, ...], as_json: bool) -> Exit:
    """Show which rules speak where FIELD reads VALUE, and what they say.

    For example: daicho rules try snmp.sysDescr "Cisco IOS Software, ...".
    """
    from reconciler.commands.rules import try_rules as run

    return run(field, value, folders, as_json=as_json)


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path, allow_dash=True))
@rules_option
def identify(file: Path, folders: tuple[Path, ...]) -> Exit:
    """Say what devices are from evidence that was gathered already; nothing is sent.

    FILE has one JSON object a line, {"id": ..., "evidence": [{"field": ..., "value": ...}]}; "-" is
    stdin. For each, one line is printed with class, vendor, model, os, version, serial ("" where
    unknown), the services, and which rule said so because of what.
    """
    from reconciler.commands.identify import identify as run

    return run(file, folders)


COMMANDS = (probes, rules, identify)
