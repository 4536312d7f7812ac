"""`daicho identify FILE`: evidence that somebody else gathered, through the rules that a scan uses.

JSON Lines in and out, one box a line and none waiting for another, so that a file of any length goes through
little memory. A line that cannot be read is told and costs the exit code, not the other lines.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import click

from agent.device import Claim, Device, Tier
from agent.findings import Json
from agent.identify import identify as identified
from agent.rules import RuleSet
from probes.model import Evidence, reading
from reconciler.commands.outcome import CommandError, Exit
from reconciler.commands.rules import site_rules

SAID = ("class", "vendor", "model", "os", "version", "serial")
SYSTEM_MAKER_RULE = "identify.system-maker"
"""The rule of a vendor that is no more than the maker of the device's system."""
PROGRAM_MAKERS = re.compile(
    r"\A(?:Adobe|Amazon|Apache|ArGoSoft|Atlassian|Avaya|BMC|CA|Celery|Ceph|Cisco|Citrix|Dell|EMC|HPE?|IBM(?![ _-]Domino)|Kong"
    r"|MailEnable|McAfee|Micro Focus|Microsoft|NetApp|NetIQ|Novell|OpenText|Oracle|PowerDNS|RSA|SAP|Siemens"
    r"|Spiceworks|Sybase|Symantec|TIBCO|Trend Micro|Veritas|VMware|Zimbra)[ _-](?=\S)"
)
"""Makers whose programs go by their own names elsewhere: Tomcat, httpd, Recursor."""
NOWHERE = "0.0.0.0"
"""No address that a box has: a record says nothing of its place."""
NO_TIME = ""
TOLD = 20
"""Lines told one by one; of a file that is something else altogether the rest is a number."""


def identify(file: Path, folders: tuple[Path, ...]) -> Exit:
    rules = site_rules(folders)
    unread: Counter[str] = Counter()
    bad = read = 0
    for number, line in enumerate(_lines(file), 1):
        if not line.strip():
            continue
        read += 1
        try:
            record = json.loads(line)
            evidence = evidence_of_record(record)
        except ValueError as error:
            bad += 1
            if bad <= TOLD:
                click.echo(f"{file}, line {number}: {error}", err=True)
            continue
        unread.update(item.field for item in evidence if not rules.reads(item.field))
        click.echo(json.dumps(prediction(record["id"], evidence, rules), ensure_ascii=False))
    if bad > TOLD:
        click.echo(f"{file}: {bad - TOLD} more lines that cannot be read", err=True)
    if bad == read:
        click.echo(
            f"{file}: no line of evidence in it; `daicho identify --help` shows what a line is", err=True
        )
    for name, count in sorted(unread.items()):
        click.echo(f"no rule reads {name}: {count} pieces of evidence went unused", err=True)
    return Exit.USAGE if bad else Exit.AGREE


def prediction(identity: Json, evidence: Iterable[Evidence], rules: RuleSet) -> dict[str, Json]:
    """What one box is believed to be: the line that `daicho identify` prints; "" is unknown.

    os: with its family in brackets, "Debian (Linux)".  vendor: where nothing tells the device's, its system's.
    service: the first product that a service of it named.
    """
    device = next(iter(identified(evidence, rules)), None)
    said: dict[str, Json] = {"id": identity}
    said |= {attribute: device.best(attribute) if device else "" for attribute in SAID}
    system = device.best("os") if device else ""
    maker = rules.vocabulary.system_maker(system) if device and device.tier("vendor") is None else ""
    said["vendor"] = said["vendor"] or maker
    if (family := rules.vocabulary.family(system)) and family not in system:
        said["os"] = f"{system} ({family})"
    named = next((s for s in device.services if s.product), None) if device else None
    said["service"] = PROGRAM_MAKERS.sub("", named.product, count=1) if named else ""
    said["service_version"] = named.version if named else ""
    said["services"] = [
        {"protocol": s.protocol, "product": s.product, "version": s.version}
        for s in (device.services if device else ())
    ]
    because = list(_because(device)) if device else []
    if device and maker:
        claim = next(c for c in device.claims if c.attribute == "os")
        because.append(_reason(Claim("vendor", maker, Tier.WEAK, SYSTEM_MAKER_RULE, claim.field, claim.text)))
    said["because"] = [*because]
    return said


def _because(device: Device) -> Iterator[Json]:
    """For each attribute its strongest claims: the one believed, or all those that are in conflict."""
    for attribute in SAID:
        top = device.tier(attribute)
        claims = [c for c in device.claims if c.attribute == attribute and c.tier is top]
        for claim in claims if attribute in device.conflicts else claims[:1]:
            yield _reason(claim)


def _reason(claim: Claim) -> dict[str, Json]:
    return {
        "attribute": claim.attribute,
        "value": claim.value,
        "tier": claim.tier.name.lower(),
        "rule": claim.rule,
        "field": claim.field,
        "evidence": claim.text,
    }


def _lines(file: Path) -> Iterator[str]:
    try:
        if str(file) == "-":
            yield from sys.stdin
            return
        with file.open(encoding="utf-8", errors="replace") as text:
            yield from text
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}") from error


def evidence_of_record(record: object) -> list[Evidence]:
    """The evidence of one line, cleaned as what a probe reads. Raises ValueError with what is wrong."""
    if not isinstance(record, Mapping) or "id" not in record:
        raise ValueError('not an object with an "id"')
    items = record.get("evidence")
    if not isinstance(items, list):
        raise ValueError('"evidence" is not a list')
    found = []
    for item in items:
        field, value = (item.get("field"), item.get("value")) if isinstance(item, Mapping) else (None, None)
        if not isinstance(field, str) or not isinstance(value, str):
            raise ValueError('evidence is {"field": text, "value": text}, not ' + json.dumps(item)[:80])
        read = reading(field, value)
        found.append(Evidence("", NOWHERE, field.partition(".")[0], read.field, read.value, NO_TIME))
    return found
