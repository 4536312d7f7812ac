"""The journal's records -> Findings: pure, so that findings can be made again from the journal alone.

What was asked and not answered, what could not be looked at and why, and what was sent to whom all
come from the records; nothing is remembered from the run itself.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from ipaddress import IPv4Network

from agent import oui
from agent.device import Asked, Device, Ended
from agent.findings import Coverage, Findings, Lost, NotLooked, Unexplained
from agent.flows import flows_of
from agent.hearsay import own_words
from agent.host_accounts import AccountRecord
from agent.identify import identify
from agent.journal import Record, account_in, attempt_in, evidence_in
from agent.merge import NOTHING_JUDGED, Judged
from agent.oddities import oddities
from agent.rules import RuleSet
from agent.scope import Address, Network, Scope, parse_address, parse_scope
from agent.sightings import seen_by_others
from probes.model import Attempt, Evidence

NEVER = "the scope's `never` names them"
LEFT_ALONE = "left alone, as the ledger or what is known of them asks"
NOT_REACHED = "the run ended before it was looked at"
_STOPPED = re.compile(r"the run did not come to its end: (.*); --resume goes on with it", re.S)
"""How a run that is stopped notes it (agent/run.py)."""


@dataclass(slots=True)
class Story:
    """A journal sorted by what its records are."""

    head: Record | None = None
    last_at: str = ""
    complete: bool = False
    evidence: list[Evidence] = field(default_factory=list)
    attempts: list[Attempt] = field(default_factory=list)
    accounts: list[AccountRecord] = field(default_factory=list)
    looked: dict[tuple[str, str], Record] = field(default_factory=dict)
    left_alone: list[Record] = field(default_factory=list)
    lost: list[Record] = field(default_factory=list)
    rearmed: list[Record] = field(default_factory=list)
    listened: list[Record] = field(default_factory=list)
    met: list[Record] = field(default_factory=list)
    places: list[Record] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    segments_asked: set[tuple[str, str, str]] = field(default_factory=set)

    @property
    def scope_text(self) -> str:
        return str(self.head.data["scope_text"]) if self.head else ""


def sort_records(records: Iterable[Record]) -> Story:
    story = Story()
    kept = {
        "left_alone": story.left_alone,
        "lost": story.lost,
        "rearmed": story.rearmed,
        "listened": story.listened,
        "met": story.met,
        "places": story.places,
    }
    for record in records:
        story.last_at = record.at
        if record.kind in kept:
            kept[record.kind].append(record)
            continue
        match record.kind:
            case "run":
                story.head = story.head or record
            case "evidence":
                story.evidence.append(evidence_in(record))
            case "attempt":
                story.attempts.append(attempt_in(record))
            case "account":
                story.accounts.append(account_in(record))
            case "looked":
                story.looked[(str(record.data["site"]), str(record.data["cidr"]))] = record
            case "note":
                story.notes.append(str(record.data["text"]))
            case "segment_asked":
                d = record.data
                story.segments_asked.add((str(d["site"]), str(d["cidr"]), str(d["probe"])))
            case "end":
                story.complete = bool(record.data["complete"])
            case "resumed":
                story.complete = False
                story.notes = [_gone_on_with(note) for note in story.notes]
            case _:
                story.notes.append(
                    f"the journal has a record of unknown kind {record.kind!r} (line {record.number})"
                )
    return story


def _gone_on_with(note: str) -> str:
    """Of a note that a run had stopped, once it was resumed: nobody is told to do what was done."""
    stopped = _STOPPED.fullmatch(note)
    return f"the run was stopped on the way ({stopped[1]}) and was gone on with later" if stopped else note


def assemble(records: Iterable[Record], rules: RuleSet, judged: Judged = NOTHING_JUDGED) -> Findings:
    """judged: what people said is one box, or is not.

    Raises ValueError where the journal has no head: nothing was begun, so there is nothing to find.
    """
    story = sort_records(records)
    if story.head is None:
        raise ValueError("the journal ends before its first record: no run was begun in it")
    scope = parse_scope(story.scope_text)
    found = identify(
        own_words(story.evidence),
        rules,
        segment_of=_segment_namer(scope),
        account=_accounts(story),
        places=dict(row for record in story.places for row in _places(record)),
        judged=judged,
    )
    devices = _with_courses(found, story)
    protected = story.head.data.get("protected_by_ledger")
    return Findings(
        run=str(story.head.data["run"]),
        scope=scope.digest,
        started=story.head.at,
        ended=story.last_at,
        complete=story.complete,
        coverage=tuple(_coverage(network, scope, story) for network in scope.networks),
        devices=devices,
        notes=tuple(dict.fromkeys((*story.notes, *oddities(story.attempts, story.evidence)))),
        lost=tuple(_lost(record) for record in story.lost),
        protected_by_ledger=protected if isinstance(protected, int) else None,
        unexplained=tuple(_unexplained(devices, story.evidence)),
        flows=flows_of(story.evidence, devices),
        registry=oui.registry().edition,
    )


def _with_courses(devices: Iterable[Device], story: Story) -> tuple[Device, ...]:
    """Each device with what its addresses were asked and why that ended."""
    asked: dict[tuple[str, str], list[Asked]] = defaultdict(list)
    for a in story.attempts:
        asked[(a.site, a.host)].append(Asked(a.host, a.probe, a.outcome.value, a.sent_packets, a.detail))
    ended = {(site, host): Ended(host, str(r.data["why"])) for (site, host), r in _ends(story).items()}
    return tuple(
        replace(
            device,
            asked=tuple(a for ip in device.ips for a in asked.get((device.site, ip), ())),
            ended=tuple(ended[device.site, ip] for ip in device.ips if (device.site, ip) in ended),
        )
        for device in devices
    )


def _ends(story: Story) -> dict[tuple[str, str], Record]:
    """(site, address) -> why its ladder ended; what a resumed run says last."""
    return {(str(r.data["site"]), str(r.data["host"])): r for r in story.left_alone}


def _unexplained(devices: Iterable[Device], evidence: Iterable[Evidence]) -> Iterable[Unexplained]:
    """Devices of which all that is known is where a switch has their MAC."""
    said: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    for item in evidence:
        said[(item.site, item.host)].append(item)
    for device in devices:
        if device.ips or len(device.interfaces) != 1:
            continue
        plug = device.interfaces[0]
        told = said[(device.site, plug.mac)]
        if told and all(item.field.startswith("forwarding.") for item in told):
            vlans = sorted({int(i.value) for i in told if i.field == "forwarding.vlan" and i.value.isdigit()})
            yield Unexplained(device.site, plug.mac, plug.switch, plug.port, ",".join(map(str, vlans)))


def _places(record: Record) -> Iterable[tuple[tuple[str, str], str]]:
    rows = record.data["rows"]
    assert isinstance(rows, list)
    for row in rows:
        assert isinstance(row, list)
        switch, port, place = map(str, row)
        yield (switch, port), place


def _lost(record: Record) -> Lost:
    d = record.data
    return Lost(
        site=str(d["site"]),
        ip=str(d["host"]),
        mac=str(d["mac"]),
        probe=str(d["probe"]),
        after=float(str(d["after"])),
        at=record.at,
        place=str(d["place"]),
        stopped=str(d["stopped"]),
    )


def _segment_namer(scope: Scope) -> Callable[[str, str], str]:
    def name(site: str, ip: str) -> str:
        address = _address(ip)
        network = scope.network_of(site, address) if address else None
        return network.name if network else ""

    return name


def _address(host: str) -> Address | None:
    """None for a host that was heard on the link alone and is known by its MAC."""
    try:
        return parse_address(host)
    except ValueError:
        return None


def _accounts(story: Story) -> dict[tuple[str, str], tuple[int, int]]:
    """(site, address) -> packets and bytes; what was reserved and never settled counts in full."""
    spent: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    unsettled: dict[int, AccountRecord] = {}
    for record in story.accounts:
        if record.event == "reserved":
            unsettled[record.number] = record
        elif record.event == "settled":
            unsettled.pop(record.number, None)
            spent[(record.site, record.host)][0] += record.packets
            spent[(record.site, record.host)][1] += record.bytes
    for record in unsettled.values():
        spent[(record.site, record.host)][0] += record.packets
    return {key: (packets, size) for key, (packets, size) in spent.items()}


def _coverage(network: Network, scope: Scope, story: Story) -> Coverage:
    record = story.looked.get((network.site, str(network.cidr)))
    data = record.data if record else {}
    mine = [
        e
        for e in story.evidence
        if e.site == network.site and (ip := _address(e.host)) and scope.network_of(e.site, ip) == network
    ]
    spoke = {e.host for e in mine if not seen_by_others(e)}
    addresses = _usable(network, scope)
    asked = int(str(data.get("asked", 0)))
    why: Counter[str] = Counter()
    why[NEVER] = int(str(data.get("never", 0)))
    why[LEFT_ALONE] = int(str(data.get("left_alone", 0)))
    why[str(data.get("why", NOT_REACHED))] += addresses - asked - why.total()
    ends = _ends(story)
    ended = Counter(
        str(ends[key].data.get("end", "care")) if key in ends else "not_reached"
        for key in sorted({(network.site, e.host) for e in mine})
    )
    listened = [
        r for r in story.listened if (r.data["site"], r.data["cidr"]) == (network.site, str(network.cidr))
    ]
    return Coverage(
        site=network.site,
        segment=network.name,
        cidr=str(network.cidr),
        care=str(network.care),
        looked=bool(data.get("looked", False)),
        addresses=addresses,
        asked=asked,
        answered=len(spoke),
        known_from_tables=len({e.host for e in mine} - spoke),
        not_looked=tuple(NotLooked(text, count) for text, count in sorted(why.items()) if text and count > 0),
        ended=tuple(NotLooked(kind, count) for kind, count in sorted(ended.items())),
        listened=float(str(listened[-1].data["seconds"])) if listened else 0.0,
    )


def _usable(network: Network, scope: Scope) -> int:
    """Addresses that a host may have, less those of smaller networks of the scope inside this one."""
    size = network.cidr.num_addresses - sum(inner.num_addresses for inner in scope.inner(network))
    if isinstance(network.cidr, IPv4Network) and network.cidr.prefixlen < 31:
        return size - 2
    return size
