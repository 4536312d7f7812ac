"""BACnet/IP (ANSI/ASHRAE 135, annex J, clauses 6, 16.10 and 20): controllers of air, light and power say I-Am.

Heard, never asked: a controller says I-Am when it starts and when somebody asks Who-Is, to everyone on its network.
It carries the device's number, which is unique in the whole building, and the maker's number (ASHRAE's list of
vendor ids). What is measured or switched stands in other services and is not read.

A message that was routed names the network that it comes from; then the sender is a router and the number another's,
and it is told as what stands behind it.
"""

from __future__ import annotations

from probes.cursor import Cursor
from probes.model import Impact, ParseError, Probe, Reading, reading

PORT = 47808
BVLC_IP = 0x81
FORWARDED, UNICAST, BROADCAST, DISTRIBUTE = 4, 10, 11, 9
HAS_DESTINATION, HAS_SOURCE, NETWORK_MESSAGE = 0x20, 0x08, 0x80
UNCONFIRMED, I_AM = 0x10, 0
OBJECT_IDENTIFIER, UNSIGNED, ENUMERATED = 12, 2, 9
DEVICE = 8


def hear(message: bytes) -> list[Reading]:
    """One datagram. Raises ParseError."""
    cursor = Cursor(message)
    if (kind := cursor.u8()) != BVLC_IP:
        raise ParseError(f"BVLL type {kind:#04x}")
    function = cursor.u8()
    cursor.skip(2)
    if function not in (FORWARDED, UNICAST, BROADCAST, DISTRIBUTE):
        return []
    forwarded = ""
    if function == FORWARDED:
        forwarded = ".".join(map(str, cursor.take(4)))
        cursor.skip(2)
    if (version := cursor.u8()) != 1:
        raise ParseError(f"BACnet version {version}")
    control = cursor.u8()
    routed = _addresses(cursor, control)
    if control & NETWORK_MESSAGE or cursor.left < 2:
        return []
    if (cursor.u8(), cursor.u8()) != (UNCONFIRMED, I_AM):
        return []
    number = _tagged(cursor, OBJECT_IDENTIFIER)
    if number >> 22 != DEVICE:
        raise ParseError(f"I-Am of an object of type {number >> 22}")
    _tagged(cursor, UNSIGNED)
    _tagged(cursor, ENUMERATED)
    maker = _tagged(cursor, UNSIGNED)
    instance = str(number & 0x3FFFFF)
    if routed:
        return [reading("bacnet.behind", f"{instance} maker {maker}", forwarded)]
    return [
        reading("bacnet.instance", instance, forwarded),
        reading("bacnet.vendor_id", str(maker), forwarded),
    ]


def _addresses(cursor: Cursor, control: int) -> bool:
    """Passes over destination, source and hop count (6.2.2); whether there is a source, so that it was routed."""
    if control & HAS_DESTINATION:
        cursor.skip(2)
        cursor.skip(cursor.u8())
    if control & HAS_SOURCE:
        cursor.skip(2)
        cursor.skip(cursor.u8())
    if control & HAS_DESTINATION:
        cursor.skip(1)
    return bool(control & HAS_SOURCE)


def _tagged(cursor: Cursor, tag: int) -> int:
    """An application-tagged number of up to four bytes (20.2.1). Raises ParseError."""
    head = cursor.u8()
    if head >> 4 != tag or head & 0x08 or not 1 <= head & 7 <= 4:
        raise ParseError(f"tag {head:#04x} where {tag} must stand")
    return int.from_bytes(cursor.take(head & 7), "big")


PROBE = Probe(
    name="bacnet_heard",
    impact=Impact.LISTEN,
    fields=frozenset({"bacnet.instance", "bacnet.vendor_id", "bacnet.behind"}),
    ports=frozenset(),
    packets=1,
    summary="Hears controllers of air, light and power say who they are (BACnet I-Am).",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("udp", PORT)}),
)
