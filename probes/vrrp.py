"""VRRP (RFC 3768, RFC 9568), CARP (OpenBSD's carp(4)) and HSRP (RFC 2281; version 2 by Cisco): gateways in pairs.

Heard, never asked: the router that is in charge says so every second or three. That tells which boxes stand in
for each other, and which address is the pair's and no box's own. Passwords, which older versions carry in
clear, are not read.

One VRRP and one CARP packet look alike in their first byte; CARP's are 36 bytes long with 7 words of
authentication. HSRP comes over UDP, version 1 beginning with its version 0, version 2 with a TLV.
"""

from __future__ import annotations

from ipaddress import ip_address

from probes.cursor import Cursor
from probes.flow import is_host
from probes.model import Impact, ParseError, Probe, Reading, reading

PROTOCOL, HSRP_PORT, HSRP_6_PORT = 112, 1985, 2029
CARP_LENGTH, CARP_WORDS = 36, 7
HSRP_2 = b"\x01\x28"
MOST_ADDRESSES = 16


def hear(message: bytes) -> list[Reading]:
    """One advertisement. Raises ParseError."""
    if len(message) >= CARP_LENGTH and message[0] == 0x21 and message[3] == CARP_WORDS and len(message) < 44:
        return [reading("vrrp.protocol", "CARP"), reading("vrrp.group", str(message[1]))]
    if message[:2] == HSRP_2:
        return _hsrp_2(Cursor(message[2:]))
    if message[:1] == b"\0":
        return _hsrp_1(Cursor(message))
    return _vrrp(Cursor(message))


def _vrrp(cursor: Cursor) -> list[Reading]:
    first, group, priority, count = cursor.u8(), cursor.u8(), cursor.u8(), cursor.u8()
    version = first >> 4
    if version not in (2, 3) or first & 0x0F != 1 or not group or not 0 < count <= MOST_ADDRESSES:
        raise ParseError(f"no VRRP advertisement: {first:#04x}, group {group}, {count} addresses")
    cursor.skip(4)
    size = 16 if version == 3 and cursor.left == count * 16 else 4
    addresses = [str(ip_address(cursor.take(size))) for _ in range(count)]
    return _readings(f"VRRP {version}", group, priority, addresses)


def _hsrp_1(cursor: Cursor) -> list[Reading]:
    """Version, operation, state, hello, hold, priority, group, reserved, password (8), address."""
    cursor.skip(1)
    operation = cursor.u8()
    cursor.skip(3)
    priority, group = cursor.u8(), cursor.u8()
    cursor.skip(9)
    address = str(ip_address(cursor.take(4)))
    if operation > 3:
        raise ParseError(f"HSRP operation {operation}")
    return _readings("HSRP 1", group, priority, [address])


def _hsrp_2(cursor: Cursor) -> list[Reading]:
    """Version, operation, state, IP version, group (u16), MAC, priority (u32), hello, hold (u32), address (16)."""
    version = cursor.u8()
    cursor.skip(2)
    family, group = cursor.u8(), cursor.u16()
    cursor.skip(6)
    priority = cursor.u32()
    cursor.skip(8)
    octets = cursor.take(16)
    if version != 2 or family not in (4, 6):
        raise ParseError(f"HSRP version {version} for IP {family}")
    return _readings("HSRP 2", group, priority, [str(ip_address(octets[:4] if family == 4 else octets))])


def _readings(protocol: str, group: int, priority: int, addresses: list[str]) -> list[Reading]:
    return [
        reading("vrrp.protocol", protocol),
        reading("vrrp.group", str(group)),
        reading("vrrp.priority", str(priority)),
        *(reading("vrrp.address", a) for a in dict.fromkeys(addresses) if is_host(a)),
    ]


PROBE = Probe(
    name="vrrp",
    impact=Impact.LISTEN,
    fields=frozenset({"vrrp.protocol", "vrrp.group", "vrrp.priority", "vrrp.address"}),
    ports=frozenset(),
    packets=1,
    summary="Hears which routers stand in for each other, and their common address (VRRP, CARP, HSRP).",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("ip", PROTOCOL), ("udp", HSRP_PORT), ("udp", HSRP_6_PORT)}),
)
