"""`daicho why HOST`: everything the journal holds of one host, in order, and what followed from it."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from agent import journal as journals
from agent.assemble import assemble
from agent.device import Device
from agent.findings import Json
from agent.journal import JournalError, Record
from agent.rules import load_rules
from agent.scope import parse_mac
from reconciler.commands.outcome import CommandError
from reconciler.commands.run_folder import JOURNAL


def why(host: str, folder: Path, *, as_json: bool) -> None:
    records = _records(folder)
    device = _device(host, records)
    addresses = {host, *(device.ips if device else ())}
    lines = [r for r in records if str(r.data.get("host", "")) in addresses]
    if not lines and device is None:
        raise CommandError(f"{host}: the run in {folder} knows nothing of it; is it in the scope's networks?")
    if as_json:
        story: list[Json] = [{"at": r.at, "kind": r.kind, **r.data} for r in lines]
        click.echo(json.dumps(story, ensure_ascii=False, indent=2))
        return
    for record in lines:
        click.echo(f"{_local(record.at)}  {_told(record)}")
    if device is not None:
        _conclusions(device)


def _records(folder: Path) -> list[Record]:
    try:
        return list(journals.read(folder / JOURNAL))
    except FileNotFoundError:
        raise CommandError(f"{folder} holds no {JOURNAL}: give the folder of a run with --run") from None
    except (JournalError, OSError) as error:
        raise CommandError(str(error)) from error


def _device(host: str, records: list[Record]) -> Device | None:
    try:
        wanted = parse_mac(host)
    except ValueError:
        wanted = host
    devices = assemble(records, load_rules(proofs=False)).devices
    return next((d for d in devices if wanted in d.ips or wanted in d.macs), None)


def _told(record: Record) -> str:
    d = record.data
    match record.kind:
        case "evidence":
            return f"{d['host']} said {d['field']} = {d['value']}"
        case "attempt":
            detail = f" ({d['detail']})" if d.get("detail") else ""
            return f"{d['probe']}: {d['outcome']}, {d['sent_packets']} packets{detail}"
        case "account":
            return f"{d['probe']}: {d['event']} {d['packets']} packets"
        case "lost":
            stop = f"; all sending stopped: {d['stopped']}" if d["stopped"] else ""
            return f"FELL SILENT {d['after']} s after {d['probe']}{stop}"
        case "left_alone":
            return f"no further question: {d['why']}"
        case _:
            return f"{record.kind}: {json.dumps(dict(d), ensure_ascii=False)}"


def _conclusions(device: Device) -> None:
    click.echo(f"\nso it is taken for {device.id}:")
    for claim in device.claims:
        doubt = " (in conflict)" if claim.attribute in device.conflicts else ""
        click.echo(
            f"  {claim.attribute} = {claim.value}{doubt}: {claim.tier.name.lower()}, {claim.rule}: {claim.field} {claim.text!r}"
        )


def _local(at: str) -> str:
    moment = datetime.fromisoformat(at.replace("Z", "+00:00")).astimezone(ZoneInfo("Asia/Tokyo"))
    return f"{moment:%H:%M:%S.%f}"[:-3]
