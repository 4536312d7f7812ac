"""findings.json: THE document that the agent hands on, and the only face the reconciler knows.

Sorted throughout and without anything that changes between two equal runs but the times and the
run's id, so that two documents can be compared by diff. The shape is `daicho.findings/1`; keys
may be added, none renamed or removed.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TypeAlias

from agent.device import ATTRIBUTES, Asked, Claim, Device, Ended, Interface, Service, Tier

SCHEMA = "daicho.findings/1"

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None


class FindingsError(ValueError):
    """The text is not a findings document; the message says what to do."""


@dataclass(frozen=True, slots=True)
class NotLooked:
    why: str
    count: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was done about one network of the scope. Counts are addresses.

    `looked` says whether silence means anything there: False where nothing could be asked.  ended: of how many
    hosts the ladder ended why (identified, care, budget, silent, end, not_reached).  listened: seconds of listening
    before anything was sent.
    """

    site: str
    segment: str
    cidr: str
    care: str
    looked: bool
    addresses: int
    asked: int
    answered: int
    known_from_tables: int = 0
    not_looked: tuple[NotLooked, ...] = ()
    ended: tuple[NotLooked, ...] = ()
    listened: float = 0.0


@dataclass(frozen=True, slots=True)
class Lost:
    """A host that answered ARP before a question and not after it. after: seconds; stopped: why all sending
    stopped with it, or "".  place: where a person finds it."""

    site: str
    ip: str
    mac: str
    probe: str
    after: float
    at: str
    place: str = ""
    stopped: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Flow:
    """A client that uses a server's port. protocol: "" where no rule recognised it there."""

    site: str
    client: str
    server: str
    transport: str
    port: int
    protocol: str = ""


@dataclass(frozen=True, slots=True)
class Unexplained:
    """A MAC that only a switch knows: it is on that port, and nothing else is known of it. vlan: numbers, with commas."""

    site: str
    mac: str
    switch: str = ""
    port: str = ""
    vlan: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    """One run. Times are UTC, ISO 8601. `complete` is False where the run was stopped before its end.

    notes: sentences (English) on what the run could not do and what that costs.  unexplained: what switches know
    and nothing else; each is also a device, without an address.  registry: the edition of the table of address blocks,
    "" where there was none.
    """

    run: str
    scope: str
    started: str
    ended: str
    complete: bool
    coverage: tuple[Coverage, ...]
    devices: tuple[Device, ...]
    notes: tuple[str, ...] = ()
    protected_by_ledger: int | None = None
    lost: tuple[Lost, ...] = ()
    unexplained: tuple[Unexplained, ...] = ()
    flows: tuple[Flow, ...] = ()
    registry: str = ""


def to_json(findings: Findings) -> str:
    """The document as text: UTF-8, two spaces, a line break at the end."""
    document: dict[str, Json] = {
        "schema": SCHEMA,
        "run": findings.run,
        "scope": findings.scope,
        "started": findings.started,
        "ended": findings.ended,
        "complete": findings.complete,
        "protected_by_ledger": findings.protected_by_ledger,
        "registry": findings.registry,
        "notes": list(findings.notes),
        "lost": [asdict(lost) for lost in findings.lost],
        "coverage": [_coverage_out(c) for c in sorted(findings.coverage, key=lambda c: (c.site, c.cidr))],
        "devices": [_device_out(d) for d in sorted(findings.devices, key=lambda d: d.id)],
        "unexplained": [
            {"site": u.site, "mac": u.mac, "switch": u.switch, "port": u.port, "vlan": u.vlan}
            for u in sorted(findings.unexplained, key=lambda u: (u.site, u.switch, u.port, u.mac))
        ],
        "flows": [_flow_out(f) for f in sorted(findings.flows)],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _coverage_out(c: Coverage) -> Json:
    return {
        "site": c.site,
        "segment": c.segment,
        "cidr": c.cidr,
        "care": c.care,
        "looked": c.looked,
        "addresses": c.addresses,
        "asked": c.asked,
        "answered": c.answered,
        "known_from_tables": c.known_from_tables,
        "not_looked": [{"why": n.why, "count": n.count} for n in c.not_looked],
        "ended": [{"why": n.why, "count": n.count} for n in c.ended],
        "listened": c.listened,
    }


def _flow_out(f: Flow) -> Json:
    known: dict[str, Json] = {"protocol": f.protocol} if f.protocol else {}
    return {
        "site": f.site, "client": f.client, "server": f.server, "transport": f.transport, "port": f.port, **known,
    }  # fmt: skip


def _device_out(d: Device) -> Json:
    because: dict[str, Json] = {}
    for attribute in sorted({c.attribute for c in d.claims}):
        because[attribute] = [
            {
                "value": c.value,
                "rule": c.rule,
                "tier": c.tier.name.lower(),
                "field": c.field,
                "evidence": c.text,
            }
            for c in d.claims
            if c.attribute == attribute
        ]
    return {
        "id": d.id,
        "site": d.site,
        "segments": list(d.segments),
        "interfaces": [
            {"mac": i.mac, "ips": list(i.ips), "switch": i.switch, "port": i.port, "place": i.place}
            for i in d.interfaces
        ],
        "hostnames": list(d.hostnames),
        **{attribute: d.best(attribute) for attribute in ATTRIBUTES},
        "conflicts": list(d.conflicts),
        "services": [
            {
                "transport": s.transport,
                "port": s.port,
                "protocol": s.protocol,
                "product": s.product,
                "version": s.version,
            }
            for s in d.services
        ],
        "remote_maintenance": list(d.remote_maintenance),
        "packets": d.packets,
        "bytes": d.bytes,
        "asked": [asdict(a) for a in d.asked],
        "ended": [asdict(e) for e in d.ended],
        "first_seen": d.first_seen,
        "last_seen": d.last_seen,
        "because": because,
    }


def from_json(text: str) -> Findings:
    """Reads what `to_json` wrote. Raises FindingsError with the next step, never a bare KeyError."""
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        raise FindingsError(
            f"not JSON (line {error.lineno}): give the findings.json that `daicho scan` wrote"
        ) from error
    if not isinstance(document, dict) or document.get("schema") != SCHEMA:
        raise FindingsError(f"not a {SCHEMA} document: give the findings.json that `daicho scan` wrote")
    try:
        return Findings(
            run=document["run"],
            scope=document["scope"],
            started=document["started"],
            ended=document["ended"],
            complete=bool(document.get("complete", True)),
            coverage=tuple(_coverage_in(c) for c in document["coverage"]),
            devices=tuple(_device_in(d) for d in document["devices"]),
            notes=tuple(document.get("notes", ())),
            protected_by_ledger=document.get("protected_by_ledger"),
            lost=tuple(Lost(**lost) for lost in document.get("lost", ())),
            unexplained=tuple(Unexplained(**u) for u in document.get("unexplained", ())),
            flows=tuple(Flow(**f) for f in document.get("flows", ())),
            registry=str(document.get("registry", "")),
        )
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise FindingsError(f"a {SCHEMA} document with a part missing or misshapen: {error!r}") from error


def _coverage_in(c: dict[str, Json]) -> Coverage:
    fields = {k: v for k, v in c.items() if k not in ("not_looked", "ended")}
    not_looked, ended = (
        tuple(NotLooked(n["why"], n["count"]) for n in c.get(key, []))  # type: ignore[union-attr,index,call-overload,arg-type]
        for key in ("not_looked", "ended")
    )
    return Coverage(**fields, not_looked=not_looked, ended=ended)  # type: ignore[arg-type]


def _device_in(d: dict) -> Device:  # type: ignore[type-arg]
    claims = [
        Claim(
            attribute,
            c["value"],
            Tier[c["tier"].upper()],
            c["rule"],
            c.get("field", ""),
            c.get("evidence", ""),
        )
        for attribute, reasons in d["because"].items()
        for c in reasons
    ]
    return Device(
        id=d["id"],
        site=d.get("site", ""),
        interfaces=tuple(
            Interface(i["mac"], tuple(i["ips"]), i["switch"], i["port"], i.get("place", ""))
            for i in d["interfaces"]
        ),
        segments=tuple(d.get("segments", ())),
        hostnames=tuple(d["hostnames"]),
        claims=tuple(claims),
        conflicts=tuple(d.get("conflicts", ())),
        services=tuple(Service(**s) for s in d["services"]),
        remote_maintenance=tuple(d["remote_maintenance"]),
        packets=d["packets"],
        bytes=d["bytes"],
        first_seen=d.get("first_seen", ""),
        last_seen=d.get("last_seen", ""),
        asked=tuple(Asked(**a) for a in d.get("asked", ())),
        ended=tuple(Ended(**e) for e in d.get("ended", ())),
    )
