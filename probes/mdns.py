"""mDNS and DNS-SD (RFC 6762, RFC 6763): who offers what on this link?

Two multicast questions, each once: which kinds of service there are, then which instances of these. They
are one-shot questions from an ephemeral port, so that answers come to us alone (RFC 6762, 5.1 and
6.7). Benign: devices answer such questions from each other all day; printers, cameras and consoles
that speak mDNS were built for them. Packets are zeroconf's to build and take apart.

A reading belongs to the peer that sent it. Sleep proxies and reflectors speak for others: where a packet
gives a host's addresses and the peer's is not among them, only these addresses are kept.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import TYPE_CHECKING

from probes.cursor import Cursor
from probes.model import Ask, Impact, ParseError, Probe, Reading, Reply, Target, Via, reading
from probes.segment import readings_of

if TYPE_CHECKING:
    from zeroconf import DNSIncoming  # type: ignore[attr-defined]

GROUP, PORT = "224.0.0.251", 5353
WAIT = 1.5
SERVICES = "_services._dns-sd._udp.local."
PTR, TXT, SRV, INTERNET = 12, 16, 33, 1
ADDRESSES = (1, 28)
SERVICE_TYPE = re.compile(r"(?:^|\.)(?P<type>_[a-z0-9_-]{1,32}\._(?:tcp|udp))\.local\.?\Z", re.IGNORECASE)
ASKED_FIRST = (
    "_dicom._tcp", "_acr-nema._tcp", "_ipp._tcp", "_ipps._tcp", "_printer._tcp", "_pdl-datastream._tcp",
    "_uscan._tcp", "_scanner._tcp", "_http._tcp", "_https._tcp", "_workstation._tcp", "_smb._tcp", "_ssh._tcp",
    "_rfb._tcp", "_axis-video._tcp", "_sip._udp", "_device-info._tcp",
)  # fmt: skip
"""What a ward or an office would miss, before what the rest of the alphabet offers."""
MOST_TYPES = 30
MOST_TEXTS = 32
MOST_READINGS = 400
LONGEST_TEXT = 200


@dataclass(slots=True)
class _Sheet:
    """What one packet says, sorted by what it is about. Names as written, keys in lower case."""

    types: dict[str, None] = field(default_factory=dict)
    instances: dict[str, str] = field(default_factory=dict)
    servers: dict[str, str] = field(default_factory=dict)
    texts: dict[str, bytes] = field(default_factory=dict)
    addresses: dict[str, list[str]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)


def question(names: Iterable[str], number: int) -> bytes:
    """One packet that asks for the PTR records of these names. `number` is its id: legacy answers repeat it."""
    from zeroconf import DNSOutgoing, DNSQuestion  # type: ignore[attr-defined] # late: 0.1 s, and it brings asyncio along

    out = DNSOutgoing(0, multicast=False, id_=number & 0xFFFF)
    for name in names:
        out.add_question(DNSQuestion(name, PTR, INTERNET))
    (packet,) = out.packets()
    return packet


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    """Readings of everyone who answers; Reading.host is always set."""
    found = yield from _ask((SERVICES,), target.nonce)
    offered = {r.value.lower() for r in found if r.field == "mdns.service"}
    wanted = [t for t in ASKED_FIRST if t in offered] + sorted(offered.difference(ASKED_FIRST))
    if wanted:
        found += yield from _ask((f"{t}.local." for t in wanted[:MOST_TYPES]), target.nonce + 1)
    return list(dict.fromkeys(found))


def _ask(names: Iterable[str], number: int) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    replies = yield Ask(Via.MULTICAST, PORT, question(names, number), WAIT, group=GROUP)
    return readings_of(replies, _read)


def hear(packet: bytes) -> list[Reading]:
    """One mDNS packet (the UDP payload) that nobody asked for. Questions tell nothing of the asker."""
    return _read(packet, "")


def _read(packet: bytes, peer: str) -> list[Reading]:
    """What a response says, by `peer` ("": its sender, whom only the driver knows). Raises ParseError."""
    from zeroconf import DNSIncoming  # type: ignore[attr-defined]

    incoming = DNSIncoming(packet, now=1.0)
    if not incoming.valid:
        raise ParseError("not a DNS packet")
    if not incoming.is_response():
        return []
    sheet = _sorted(incoming)
    unique = dict.fromkeys(_readings(sheet, peer))
    return list(unique)[:MOST_READINGS]


def _sorted(incoming: DNSIncoming) -> _Sheet:
    from zeroconf import DNSAddress, DNSPointer, DNSService, DNSText  # type: ignore[attr-defined]

    sheet = _Sheet()
    records = incoming.answers()
    if not records and incoming.num_answers:
        raise ParseError("a DNS packet of which no record can be read")
    for record in records:
        key = record.name.lower()
        if isinstance(record, DNSPointer):
            _sort_pointer(key, record.alias, sheet)
        elif isinstance(record, DNSService):
            sheet.instances.setdefault(key, record.name)
            sheet.servers[key] = record.server.lower()
            sheet.names.setdefault(record.server.lower(), record.server)
        elif isinstance(record, DNSText):
            sheet.instances.setdefault(key, record.name)
            sheet.texts[key] = record.text
        elif isinstance(record, DNSAddress) and record.type in ADDRESSES:
            sheet.names.setdefault(key, record.name)
            sheet.addresses.setdefault(key, []).append(str(ip_address(record.address)))
    return sheet


def _sort_pointer(key: str, alias: str, sheet: _Sheet) -> None:
    """A PTR of the list of services names a type; one of a type, an instance (RFC 6763, 9 and 4)."""
    if key == SERVICES:
        if found := SERVICE_TYPE.search(alias):
            sheet.types[found["type"]] = None
    elif SERVICE_TYPE.search(key):
        sheet.instances.setdefault(alias.lower(), alias)


def _readings(sheet: _Sheet, peer: str) -> Iterator[Reading]:
    def foreign(name: str) -> bool:
        theirs = [a for a in sheet.addresses.get(name, ()) if (":" in a) == (":" in peer)]
        return bool(peer and theirs) and peer not in theirs

    for service_type in sheet.types:
        yield reading("mdns.service", service_type, peer)
    for key, name in sheet.instances.items():
        found = SERVICE_TYPE.search(name)
        if found is None or not found.start() or foreign(sheet.servers.get(key, "")):
            continue
        service_type = found["type"]
        yield reading("mdns.service", service_type, peer)
        yield reading("mdns.instance", f"{name[: found.start()]}.{service_type}", peer)
        for text in _texts(sheet.texts.get(key, b"")):
            yield reading("mdns.txt", f"{service_type} {text}", peer)
    for key, name in sheet.names.items():
        if not foreign(key):
            yield reading("mdns.hostname", re.sub(r"(?i)\.local\.?\Z", "", name), peer)
    for addresses in sheet.addresses.values():
        for address in addresses:
            yield reading("mdns.address", address, peer)


def _texts(data: bytes) -> Iterator[str]:
    """The key=value strings of a TXT record (RFC 6763, 6) that a person could read; binary ones are not kept."""
    cursor = Cursor(data)
    for _ in range(MOST_TEXTS):
        if not cursor.left:
            return
        octets = cursor.take(min(cursor.u8(), cursor.left))
        key, equals, value = octets.partition(b"=")
        if not key or not equals or not value or len(octets) > LONGEST_TEXT:
            continue
        try:
            text = octets.decode("utf-8")
        except UnicodeDecodeError:
            continue
        if text.isprintable():
            yield text


PROBE = Probe(
    name="mdns",
    impact=Impact.DATAGRAM,
    fields=frozenset(
        {"mdns.service", "mdns.instance", "mdns.hostname", "mdns.txt", "mdns.address"},
    ),
    ports=frozenset({("udp", PORT)}),
    packets=3,  # none asked of it alone: the kernel's answer to its ARP, "port unreachable" to two late answers
    summary="Asks the link once which services it offers (mDNS, DNS-SD), and listens to what is announced.",
    talk=talk,
    hear=hear,
    suits=frozenset({"segment"}),
    heard_on=frozenset({("udp", PORT)}),
)
