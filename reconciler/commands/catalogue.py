"""`daicho probes`: what can be asked and heard, as the probes themselves declare it."""

from __future__ import annotations

import json

import click

from probes import all_probes


def probes(*, as_json: bool) -> None:
    found = all_probes().values()
    if as_json:
        document = [
            {
                "name": p.name,
                "impact": p.impact.name.lower(),
                "ports": sorted(f"{transport}/{port}" for transport, port in p.ports),
                "packets": p.packets,
                "fields": sorted(p.fields),
                "summary": p.summary,
            }
            for p in found
        ]
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
        return
    for p in found:
        ports = ", ".join(sorted(f"{transport}/{port}" for transport, port in p.ports)) or "no port"
        click.echo(f"{p.name:9} {p.impact.name.lower():9} at most {p.packets:2} packets  {ports}")
        click.echo(f"          {p.summary}")
