"""`daicho verify`: whether a run's folder is as it was sealed, where not, and whether its documents can be made again."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from agent.fault import Fault
from reconciler.commands.outcome import Exit
from reconciler.commands.verdict import Verdict, verdict
from reconciler.report.sealed import Step, lines_of
from reconciler.report.wording import Language, words


def verify(folder: Path, key: str, *, remake: bool, as_json: bool, lang: Language) -> Exit:
    """AGREE where all is as it was sealed, DIFFER where not, USAGE where there is no seal."""
    found = verdict(folder, key)
    same: list[str] = []
    faults = list(found.faults)
    if remake and found.seal is not None:
        from reconciler.commands.remake import remade  # the whole reconciler comes with it

        same, more = remade(folder)
        faults += more
    if as_json:
        click.echo(json.dumps(_face(found, faults, same), ensure_ascii=False, indent=2))
    else:
        for line in lines_of(
            faults,
            _steps(found),
            same,
            words(lang),
            files=len(found.seal.files) if found.seal else 0,
            has_seal=found.has_seal,
            asked=bool(key),
        ):
            click.echo(line)
    if not found.has_seal:
        return Exit.USAGE
    return Exit.DIFFER if faults else Exit.AGREE


def _steps(found: Verdict) -> list[Step]:
    return [
        Step(
            number=step.number,
            at=step.made.at,
            tool=step.made.tool,
            key=step.key,
            run=step.made.run,
            then=[(fault.code, fault.path) for fault in step.then],
        )
        for step in found.steps
    ]


def _face(found: Verdict, faults: list[Fault], same: list[str]) -> dict[str, object]:
    return {
        "schema": "daicho.verdict/1",
        "sealed": found.has_seal,
        "whole": found.seal is not None and not faults,
        "key": found.seal.key if found.seal else "",
        "at": found.seal.made.at if found.seal else "",
        "files": len(found.seal.files) if found.seal else 0,
        "faults": [asdict(fault) for fault in faults],
        "remade": same,
    }
