"""SNMPv3 engine discovery (RFC 3414, 4; RFC 3411, 5): which engine are you? One datagram, no credential.

    GET of nothing, reportable, with an empty engine id and no user ->   <- REPORT with the engine's id, boots and time

It is the message with which every SNMPv3 manager begins, and the agent answers it to anybody by definition, because
without the engine's id no user could be addressed. No user is named, so none is refused, counted or trapped; no
object is asked for. An agent that speaks only v1 or v2c drops it (RFC 3412, 7.2).

The engine's id holds the number that IANA gave to the agent's maker, and after it a MAC, an address, a text or
octets. Only an id made of a MAC is taken for an identity: others stand in cloned images, in configuration files
copied from one switch to the next, or are an address that many networks use.

The few messages of BER that this takes are written and read here, by hand: pysnmp's engine insists on a user.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from ipaddress import ip_address
from itertools import pairwise

from probes.ber import element
from probes.charset import guessed
from probes.cursor import Cursor
from probes.model import Ask, Impact, ParseError, Probe, Reading, Reply, Target, Via, reading

PORT = 161
WAIT = 2.0
VERSION_3, USM = 3, 3
REPORTABLE = 0x04
LARGEST = 1472
"""Bytes that we take in one message (msgMaxSize): what fits a frame."""

INTEGER, OCTETS, SEQUENCE = 0x02, 0x04, 0x30
GET, REPORT = 0xA0, 0xA8

LONGEST_MESSAGE = 1472
SHORTEST_ID, LONGEST_ID = 5, 32
STANDARD = 0x80
"""The first bit of an engine id in RFC 3411's form."""
IPV4, IPV6, MAC, TEXT, RAW = 1, 2, 3, 4, 5
FORMS = {IPV4: "ipv4", IPV6: "ipv6", MAC: "mac", TEXT: "text", RAW: "octets"}
ENTERPRISES = "1.3.6.1.4.1"


@dataclass(frozen=True, slots=True)
class Engine:
    """What a REPORT says of the engine. number: the message's.  boots; time: seconds since the last of them."""

    number: int
    id: bytes
    boots: int
    time: int


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    replies = yield Ask(Via.UDP, PORT, request(target.nonce), WAIT)
    found: list[Reading] = []
    for reply in replies:
        engine = parse(reply.payload)
        if engine.number == target.nonce:  # any other answers somebody else's question
            found += readings(engine)
    return found


# The message


def request(number: int) -> bytes:
    """The discovery message (RFC 3414, 4). number: 0 to 2**31-1."""
    pdu = element(GET, _integer(number) + _integer(0) + _integer(0) + element(SEQUENCE, b""))
    scoped = element(SEQUENCE, element(OCTETS, b"") * 2 + pdu)
    security = element(SEQUENCE, element(OCTETS, b"") + _integer(0) * 2 + element(OCTETS, b"") * 3)
    head = _integer(number) + _integer(LARGEST) + element(OCTETS, bytes([REPORTABLE])) + _integer(USM)
    return element(
        SEQUENCE, _integer(VERSION_3) + element(SEQUENCE, head) + element(OCTETS, security) + scoped
    )


def _integer(value: int) -> bytes:
    return element(INTEGER, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def parse(message: bytes) -> Engine:
    """A REPORT in clear with the engine's id (RFC 3412, 6; RFC 3414, 2.4). Raises ParseError."""
    if len(message) > LONGEST_MESSAGE:
        raise ParseError(f"an SNMP answer of {len(message)} bytes")
    whole = _inside(Cursor(message), SEQUENCE)
    if (version := _number(whole)) != VERSION_3:
        raise ParseError(f"an SNMP message of version {version}")
    head = _inside(whole, SEQUENCE)
    number = _number(head)
    security = _inside(_inside(whole, OCTETS), SEQUENCE)
    engine = _inside(security, OCTETS).rest()
    boots, time = _number(security), _number(security)
    scoped = _inside(whole, SEQUENCE)
    _inside(scoped, OCTETS), _inside(scoped, OCTETS)
    if (kind := scoped.u8()) != REPORT:
        raise ParseError(f"an SNMP message {kind:#04x} that is no report")
    if not SHORTEST_ID <= len(engine) <= LONGEST_ID:
        raise ParseError(f"an engine id of {len(engine)} bytes")
    return Engine(number, engine, boots, time)


def _inside(cursor: Cursor, tag: int) -> Cursor:
    """A cursor over the content of the next element, which must have this tag."""
    if (given := cursor.u8()) != tag:
        raise ParseError(f"BER tag {given:#04x} where {tag:#04x} is due")
    size = cursor.u8()
    if size > 0x82 or size == 0x80:
        raise ParseError(f"a BER length in {size - 0x80} bytes")
    if size > 0x80:
        size = int.from_bytes(cursor.take(size - 0x80), "big")
    return Cursor(cursor.take(size))


def _number(cursor: Cursor) -> int:
    octets = _inside(cursor, INTEGER).rest()
    if not 1 <= len(octets) <= 5:
        raise ParseError(f"an integer of {len(octets)} bytes")
    return int.from_bytes(octets, "big", signed=True)


# The engine's id


def readings(engine: Engine) -> list[Reading]:
    """The id as hex digits in `engine_id` where it is made of a MAC that can be somebody's, else in `engine`."""
    enterprise = int.from_bytes(engine.id[:4], "big") & 0x7FFFFFFF
    form, value = _form(engine.id)
    mac = value if form == "mac" else ""
    found = [
        reading("snmpv3.engine_id" if mac else "snmpv3.engine", engine.id.hex()),
        reading("snmpv3.enterprise", f"{ENTERPRISES}.{enterprise}" if enterprise else ""),
        reading("snmpv3.form", form),
        reading("snmpv3.mac", mac),
        reading("snmpv3.text", value if form == "text" else ""),
        reading("snmpv3.boots", str(engine.boots)),
        reading("snmpv3.time", str(engine.time)),
    ]
    return [r for r in found if r.value]


def made_of_mac(engine: bytes) -> bool:
    """Whether this id is an identity: made of a MAC that can be somebody's."""
    return SHORTEST_ID <= len(engine) <= LONGEST_ID and _form(engine)[0] == "mac" and bool(_form(engine)[1])


def _form(engine: bytes) -> tuple[str, str]:
    """The form of an engine id (RFC 3411, SnmpEngineID) and what stands in it, as far as it is read."""
    if not engine[0] & STANDARD:
        return "old", ""
    kind, rest = engine[4], engine[5:]
    form = FORMS.get(kind, "maker's own" if kind >= 128 else str(kind))
    if kind == MAC and len(rest) == 6 and _can_be_owned(rest):
        return form, rest.hex(":")
    if kind == TEXT:
        return form, guessed(rest.rstrip(b"\0"))
    if kind in (IPV4, IPV6) and len(rest) in (4, 16):
        return form, str(ip_address(rest))
    return form, ""


def _can_be_owned(mac: bytes) -> bool:
    """Whether it is one interface's and no number that somebody made up: 00:11:22:33:44:55, 00:00:00:00:00:01."""
    steps = {(b - a) % 256 for a, b in pairwise(mac[2:])}
    return not mac[0] & 0x03 and any(mac[3:5]) and len(steps) > 1


PROBE = Probe(
    name="snmpv3",
    impact=Impact.DATAGRAM,
    fields=frozenset(
        {
            "snmpv3.engine_id",
            "snmpv3.engine",
            "snmpv3.enterprise",
            "snmpv3.form",
            "snmpv3.mac",
            "snmpv3.text",
            "snmpv3.boots",
            "snmpv3.time",
        }
    ),
    ports=frozenset({("udp", PORT)}),
    packets=4,  # the question; the kernel's ARP question and answer; "port unreachable" to an answer too late
    summary="asks an SNMPv3 agent for its engine's id, without user or credential (RFC 3414 discovery)",
    talk=talk,
    suits=frozenset({"network", "printer", "power", "storage", "camera", "unknown"}),
    worth=6,
)
