"""SNMP v1 and v2c that others speak (RFC 1157, RFC 3416): what agents answer their manager, and what they report.

Heard, never asked. A hospital's own monitoring asks every agent for its system group again and again, and the answers
name maker, model and release without one packet of ours; a trap of version 1 carries the sysObjectID of its
sender, one of version 2 may (RFC 3584, 3.1). Version 3 is read by probes/snmpv3_heard.py.

The community stands in the same messages and is passed over: it is in no reading and in no error. Kept are the values
of sysDescr, sysObjectID, sysName and sysLocation, and of traps the object identifiers. BER is read here by hand, in
one pass over what is there, since each packet of a busy manager goes through it.
"""

from __future__ import annotations

from collections.abc import Iterator

from probes.charset import decoded
from probes.cursor import Cursor
from probes.flow import is_host
from probes.model import Impact, ParseError, Probe, Reading, reading
from probes.snmp_inventory import SYSTEM
from probes.snmp_message import Oid

PORT, TRAP_PORT = 161, 162
INTEGER, OCTETS, IDENTIFIER, SEQUENCE, ADDRESS = 0x02, 0x04, 0x06, 0x30, 0x40
RESPONSE, TRAP_1, INFORM, TRAP_2 = 0xA2, 0xA4, 0xA6, 0xA7
V1, V2C, V3 = 0, 1, 3
ENTERPRISE_SPECIFIC = 6
TRAP_OID: Oid = (1, 3, 6, 1, 6, 3, 1, 1, 4, 1, 0)
TRAP_ENTERPRISE: Oid = (1, 3, 6, 1, 6, 3, 1, 1, 4, 3, 0)
ENTERPRISES: Oid = (1, 3, 6, 1, 4, 1)
REPORTABLE = 0x04
"""Flag of version 3: the receiver's engine is the one that is named, as in requests and informs (RFC 3412, 6.4)."""
MOST_BINDINGS = 64
MOST_ARCS = 64


def hear(message: bytes) -> list[Reading]:
    """One message. Raises ParseError."""
    body = inside(Cursor(message), SEQUENCE, "a message")
    version = int.from_bytes(inside(body, INTEGER, "a version").rest(), "big")
    if version == V3:
        return []
    if version not in (V1, V2C):
        raise ParseError(f"SNMP version {version}")
    inside(body, OCTETS, "a community")
    kind, content = _next(body)
    if kind == RESPONSE:
        return _answer(content)
    if kind == TRAP_1:
        return _trap_1(content)
    if kind in (TRAP_2, INFORM):
        return _trap_2(content)
    return []


def _answer(pdu: Cursor) -> list[Reading]:
    said = [
        (SYSTEM[name], _text(kind, value))
        for name, kind, value in _bindings(pdu)
        if name in SYSTEM and kind in (OCTETS, IDENTIFIER)
    ]
    return [r for name, text in said if (r := reading(name, text)).value]


def _trap_1(pdu: Cursor) -> list[Reading]:
    """Enterprise, agent's address, generic trap, ... (RFC 1157, 4.1.6). A relay keeps the agent's address."""
    enterprise = _oid(inside(pdu, IDENTIFIER, "an enterprise"))
    address = ".".join(map(str, inside(pdu, ADDRESS, "an agent's address").rest()))
    generic = int.from_bytes(inside(pdu, INTEGER, "a generic trap").rest(), "big")
    own = generic < ENTERPRISE_SPECIFIC and enterprise[: len(ENTERPRISES)] == ENTERPRISES
    name = "snmp.sysObjectID" if own else "snmp.notification"
    host = address if address.count(".") == 3 and is_host(address) else ""
    return [reading(name, _dotted(enterprise), host)]


def _trap_2(pdu: Cursor) -> list[Reading]:
    found: list[Reading] = []
    for name, kind, value in _bindings(pdu):
        if kind == IDENTIFIER and name == TRAP_OID:
            found.append(reading("snmp.notification", _text(kind, value)))
        elif kind == IDENTIFIER and name == TRAP_ENTERPRISE:
            enterprise = _oid(value)
            if (
                enterprise[: len(ENTERPRISES)] == ENTERPRISES
            ):  # some repeat the standard's own identifier here
                found.append(reading("snmp.sysObjectID", _dotted(enterprise)))
        elif name in SYSTEM and kind in (OCTETS, IDENTIFIER):
            found.append(reading(SYSTEM[name], _text(kind, value)))
    return [r for r in found if r.value]


def _bindings(pdu: Cursor) -> Iterator[tuple[Oid, int, Cursor]]:
    """Name, type, value, behind number, status and index (RFC 3416, 3)."""
    for what in ("a number", "a status", "an index"):
        inside(pdu, INTEGER, what)
    listed = inside(pdu, SEQUENCE, "bindings")
    for _ in range(MOST_BINDINGS):
        if not listed.left:
            return
        binding = inside(listed, SEQUENCE, "a binding")
        name = _oid(inside(binding, IDENTIFIER, "a name"))
        kind, value = _next(binding)
        yield name, kind, value


def _next(cursor: Cursor) -> tuple[int, Cursor]:
    """Type and content (X.690, 8.1). Raises ParseError."""
    kind, size = cursor.u8(), cursor.u8()
    if size & 0x80:
        count = size & 0x7F
        if not 1 <= count <= 4:
            raise ParseError(f"a length of {count} bytes")
        size = int.from_bytes(cursor.take(count), "big")
    return kind, Cursor(cursor.take(size))


def inside(cursor: Cursor, kind: int, meaning: str) -> Cursor:
    """The content of the next element, which must be of this type. Raises ParseError."""
    found, content = _next(cursor)
    if found != kind:
        raise ParseError(f"{meaning}: type {kind:#04x} expected, {found:#04x} found")
    return content


def _oid(cursor: Cursor) -> Oid:
    """X.690, 8.19: the first two arcs in one number, seven bits a byte. Raises ParseError."""
    arcs: list[int] = []
    number = 0
    while cursor.left:
        octet = cursor.u8()
        number = number << 7 | octet & 0x7F
        if number > 0xFFFFFFFF or len(arcs) >= MOST_ARCS:
            raise ParseError("an object identifier beyond all measure")
        if not octet & 0x80:
            arcs += [number] if arcs else [min(number // 40, 2), number - 40 * min(number // 40, 2)]
            number = 0
    return tuple(arcs)


def _text(kind: int, value: Cursor) -> str:
    return _dotted(_oid(value)) if kind == IDENTIFIER else decoded(value.rest().rstrip(b"\0"))


def _dotted(name: Oid) -> str:
    return ".".join(map(str, name))


PROBE = Probe(
    name="snmp_heard",
    impact=Impact.LISTEN,
    fields=frozenset({*SYSTEM.values(), "snmp.notification"}),
    ports=frozenset(),
    packets=1,
    summary="Hears what agents answer their own manager and report in traps (SNMP); never a community.",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("udp", PORT), ("udp", TRAP_PORT)}),
)
