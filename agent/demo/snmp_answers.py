"""A small SNMP agent as one pure function: v1 and v2c GET, GETNEXT and GETBULK (RFC 1157, RFC 3416).

BER by hand (X.690, definite lengths), for the reason that answers.py gives. Anything that is not a
well-formed question with the right community gets silence, as a real agent gives it.
"""

from __future__ import annotations

from dataclasses import dataclass

from agent.demo.host import Oid, Snmp, Value
from probes.cursor import Cursor
from probes.model import ParseError

INTEGER, OCTETS, NULL, OBJECT, SEQUENCE = 0x02, 0x04, 0x05, 0x06, 0x30
GET, GETNEXT, RESPONSE, GETBULK = 0xA0, 0xA1, 0xA2, 0xA5
TIMETICKS = 0x43
NO_SUCH_OBJECT, END_OF_MIB = b"\x80\x00", b"\x82\x00"
NO_SUCH_NAME = 2
UPTIME: Oid = (1, 3, 6, 1, 2, 1, 1, 3, 0)
MOST_BULK = 40
LONGEST = 1400


@dataclass(frozen=True, slots=True)
class _Question:
    version: int
    community: bytes
    kind: int
    number: int
    first: int
    second: int
    names: tuple[Oid, ...]


def snmp_answer(question: bytes, host: Snmp, uptime: int) -> bytes | None:
    """The answer, or None. `uptime` is sysUpTime in hundredths of a second."""
    try:
        asked = _read(question)
    except ParseError:
        return None
    shown = {host.community.encode(): host.values}
    for vlan, values in host.contexts:
        shown[f"{host.community}@{vlan}".encode()] = (*host.values, *values)
    if asked.community not in shown or asked.version not in (0, 1):
        return None
    values = shown[asked.community]
    variables = sorted([*((name, _value(value)) for name, value in values), (UPTIME, _ticks(uptime))])
    if asked.kind == GET:
        known = dict(variables)
        found = [(name, known.get(name, NO_SUCH_OBJECT)) for name in asked.names]
    elif asked.kind == GETNEXT:
        found = [_after(name, variables) for name in asked.names]
    elif asked.kind == GETBULK and asked.version == 1:
        found = _bulk(asked, variables)
    else:
        return None
    return _answer(asked, found)


def _bulk(asked: _Question, variables: list[tuple[Oid, bytes]]) -> list[tuple[Oid, bytes]]:
    """non-repeaters stand in error-status, max-repetitions in error-index (RFC 3416, 3)."""
    once, repeated = asked.names[: asked.first], asked.names[asked.first :]
    found = [_after(name, variables) for name in once]
    here = list(repeated)
    for _ in range(min(asked.second, MOST_BULK)):
        row = [_after(name, variables) for name in here]
        found += row
        here = [name for name, _ in row]
        if (
            all(value == END_OF_MIB for _, value in row)
            or sum(len(value) + 20 for _, value in found) > LONGEST
        ):
            break
    return found


def _after(name: Oid, variables: list[tuple[Oid, bytes]]) -> tuple[Oid, bytes]:
    return next((pair for pair in variables if pair[0] > name), (name, END_OF_MIB))


def _answer(asked: _Question, found: list[tuple[Oid, bytes]]) -> bytes:
    """v1 knows no exceptions: the first missing variable becomes noSuchName, with the question's names."""
    status = index = 0
    if asked.version == 0:
        missing = [i for i, (_, value) in enumerate(found, 1) if value in (NO_SUCH_OBJECT, END_OF_MIB)]
        if missing:
            status, index = NO_SUCH_NAME, missing[0]
            found = [(name, _tlv(NULL, b"")) for name in asked.names]
    bindings = b"".join(_tlv(SEQUENCE, _oid(name) + value) for name, value in found)
    pdu = _integer(asked.number) + _integer(status) + _integer(index) + _tlv(SEQUENCE, bindings)
    message = _integer(asked.version) + _tlv(OCTETS, asked.community) + _tlv(RESPONSE, pdu)
    return _tlv(SEQUENCE, message)


def _read(question: bytes) -> _Question:
    message = Cursor(_expect(Cursor(question), SEQUENCE))
    version = _signed(_expect(message, INTEGER))
    community = _expect(message, OCTETS)
    kind, body = _take(message)
    pdu = Cursor(body)
    number, first, second = (_signed(_expect(pdu, INTEGER)) for _ in range(3))
    bindings = Cursor(_expect(pdu, SEQUENCE))
    names = []
    while bindings.left:
        names.append(_read_oid(_expect(Cursor(_expect(bindings, SEQUENCE)), OBJECT)))
    return _Question(version, community, kind, number, first, second, tuple(names))


def _take(cursor: Cursor) -> tuple[int, bytes]:
    tag, length = cursor.u8(), cursor.u8()
    if length & 0x80:
        length = int.from_bytes(cursor.take(length & 0x7F), "big")
    return tag, cursor.take(length)


def _expect(cursor: Cursor, wanted: int) -> bytes:
    tag, value = _take(cursor)
    if tag != wanted:
        raise ParseError(f"tag {wanted:#x} expected, {tag:#x} found")
    return value


def _signed(value: bytes) -> int:
    return int.from_bytes(value, "big", signed=True)


def _read_oid(value: bytes) -> Oid:
    if not value or value[-1] & 0x80:
        raise ParseError("an object identifier ends in the middle of an arc")
    arcs: list[int] = []
    arc = 0
    for octet in value:
        arc = arc << 7 | octet & 0x7F
        if not octet & 0x80:
            arcs.append(arc)
            arc = 0
    first = min(arcs[0] // 40, 2)
    return (first, arcs[0] - 40 * first, *arcs[1:])


def _value(value: Value) -> bytes:
    if isinstance(value, int):
        return _integer(value)
    if isinstance(value, tuple):
        return _oid(value)
    return _tlv(OCTETS, value.encode() if isinstance(value, str) else value)


def _ticks(value: int) -> bytes:
    return _tlv(TIMETICKS, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def _integer(value: int) -> bytes:
    return _tlv(
        INTEGER, value.to_bytes((value if value >= 0 else ~value).bit_length() // 8 + 1, "big", signed=True)
    )


def _oid(name: Oid) -> bytes:
    octets = b""
    for arc in (name[0] * 40 + name[1], *name[2:]):
        piece = bytes([arc & 0x7F])
        while arc := arc >> 7:
            piece = bytes([arc & 0x7F | 0x80]) + piece
        octets += piece
    return _tlv(OBJECT, octets)


def _tlv(tag: int, value: bytes) -> bytes:
    size = len(value)
    if size < 0x80:
        return bytes([tag, size]) + value
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(length)]) + length + value
