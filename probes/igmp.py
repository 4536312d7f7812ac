"""IGMP (RFC 2236, RFC 9776): who listens to which multicast group, and who asks for that.

Heard, never asked. Reports show what a host takes part in (a discovery protocol, a telephone's paging, a video
wall); a general query comes from the router or switch that is in charge of the link.
"""

from __future__ import annotations

from probes.cursor import Cursor
from probes.model import Impact, ParseError, Probe, Reading, reading

PROTOCOL = 2
QUERY, REPORT_1, REPORT_2, LEAVE, REPORT_3 = 0x11, 0x12, 0x16, 0x17, 0x22
JOINING = frozenset({2, 4})
"""Record types of version 3 that mean "I listen": excluding nobody, now or from now on (RFC 9776, 4.2.12)."""
MOST_RECORDS = 64


def hear(message: bytes) -> list[Reading]:
    """One message. Raises ParseError."""
    cursor = Cursor(message)
    kind = cursor.u8()
    cursor.skip(3)
    if kind == QUERY:
        return [reading("igmp.querier", f"version {_version(message)}")] if not any(cursor.take(4)) else []
    if kind in (REPORT_1, REPORT_2):
        return _group(cursor.take(4))
    if kind == REPORT_3:
        cursor.skip(2)
        found: list[Reading] = []
        for _ in range(min(cursor.u16(), MOST_RECORDS)):
            record, words, sources = cursor.u8(), cursor.u8(), cursor.u16()
            group = cursor.take(4)
            cursor.skip(4 * (words + sources))
            if record in JOINING:
                found += _group(group)
        return list(dict.fromkeys(found))
    if kind != LEAVE:
        raise ParseError(f"IGMP type {kind:#04x}")
    return []


def _version(message: bytes) -> int:
    """RFC 9776, 7.1: by length, and by the time that version 1 leaves at zero."""
    return 3 if len(message) >= 12 else 2 if message[1] else 1


def _group(octets: bytes) -> list[Reading]:
    if not 224 <= octets[0] < 240:
        raise ParseError("a group that is none")
    return [reading("igmp.group", ".".join(map(str, octets)))]


PROBE = Probe(
    name="igmp",
    impact=Impact.LISTEN,
    fields=frozenset({"igmp.group", "igmp.querier"}),
    ports=frozenset(),
    packets=1,
    summary="Hears who listens to which multicast group, and which router or switch asks for it (IGMP).",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("ip", PROTOCOL)}),
)
