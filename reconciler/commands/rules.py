"""`daicho rules check` and `daicho rules try`: the rules seen from outside, for those who write their own.

A site adds a folder of rule files; ours stay as they are. agent/rule_file.py explains the form.
"""

from __future__ import annotations

import json
from pathlib import Path

import click

from agent.makers import MAKER_FIELD
from agent.own_systems import IDENTITY_FIELD
from agent.rule_lint import problems
from agent.rules import RuleSet, built_in, files_in, load_rules
from probes import all_probes
from probes.model import reading
from reconciler.commands.outcome import CommandError, Exit


def check(folders: tuple[Path, ...]) -> Exit:
    rules = load_rules((built_in(), *_existing(folders)))
    found = problems(rules, _fields(rules))
    for problem in found:
        click.echo(str(problem))
    files = len({rule.file for rule in rules.rules})
    verdict = {0: "no fault", 1: "1 fault"}.get(len(found), f"{len(found)} faults")
    click.echo(f"{len(rules.rules)} rules in {files} files: {verdict}", err=True)
    for folder in folders:
        if not files_in(folder):
            click.echo(f"note: {folder} holds no rule file (*.toml)", err=True)
    return Exit.DIFFER if found else Exit.AGREE


def try_rules(field: str, value: str, folders: tuple[Path, ...], *, as_json: bool) -> Exit:
    rules = site_rules(folders)
    fields = _fields(rules)
    if field not in fields:
        near = sorted(name for name in fields if name.split(".")[0] == field.split(".")[0])
        hint = (
            f"; of that protocol there are {', '.join(near)}"
            if near
            else "; `daicho probes` has the protocols"
        )
        raise CommandError(f"no probe gives the field {field}{hint}")
    claims = rules.claims(field, reading(field, value).value)
    if as_json:
        said = [
            {"rule": c.rule, "tier": c.tier.name.lower(), "attribute": c.attribute, "value": c.value}
            for c in claims
        ]
        click.echo(json.dumps(said, ensure_ascii=False, indent=2))
        return Exit.AGREE
    for rule in dict.fromkeys(claim.rule for claim in claims):
        mine = [claim for claim in claims if claim.rule == rule]
        what = ", ".join(f"{claim.attribute} = {claim.value}" for claim in mine)
        click.echo(f"{rule} ({mine[0].tier.name.lower()}): {what}")
    if not claims:
        click.echo("no rule speaks", err=True)
    return Exit.AGREE


def site_rules(folders: tuple[Path, ...]) -> RuleSet:
    """Our rules and those of the site's folders. What cannot be used is told, and the others work."""
    rules = load_rules((built_in(), *_existing(folders)) if folders else None)
    for problem in rules.problems:
        click.echo(f"rule left out: {problem}", err=True)
    return rules


def _existing(folders: tuple[Path, ...]) -> tuple[Path, ...]:
    for folder in folders:
        if not folder.is_dir():
            raise CommandError(f"{folder} is no folder: --rules names a folder of rule files (*.toml)")
    return folders


def _fields(rules: RuleSet) -> frozenset[str]:
    given = {name for probe in all_probes().values() for name in probe.fields}
    return frozenset(given | rules.vocabulary.role("identity") | {MAKER_FIELD, IDENTITY_FIELD})
