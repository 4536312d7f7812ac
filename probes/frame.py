"""A frame taken apart down to its payload: Ethernet II and 802.3, VLAN tags, IPv4, IPv6, TCP, UDP, ICMPv6.

Sources: IEEE 802.3 and 802.1Q; RFC 791, 8200, 768, 9293, 4443. Every length is checked against the bytes
that are there; a length that promises more is cut to what a capture kept, for many are taken with a
short snap length. Fragments of IP packets have no payload here: the one that has the ports lacks the
end of the message, and the others lack the ports.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from ipaddress import IPv6Address

from probes.cursor import Cursor
from probes.model import ParseError

IPV4, IPV6 = 0x0800, 0x86DD
TCP, UDP, ICMP6 = 6, 17, 58
VLAN_TAGS = frozenset({0x8100, 0x88A8, 0x9100})
MOST_TAGS = 3
LARGEST_LENGTH = 1500
"""An EtherType up to this is an IEEE 802.3 length, and an LLC header follows."""
SNAP = 0xAA
CISCO = bytes.fromhex("00000c")
EXTENSIONS = frozenset({0, 43, 60, 135, 139, 140})
"""IPv6 headers that say their own length in units of eight bytes (RFC 8200, 4.3-4.6; RFC 7045)."""
FRAGMENT, AUTHENTICATION = 44, 51
MOST_EXTENSIONS = 8


@dataclass(frozen=True, slots=True)
class Packet:
    """One frame. MACs in lower case with colons; addresses as text, "" where there is no IP.

    kind is the EtherType, or 0 for 802.3, where ssap is the LLC source and snap Cisco's protocol number.
    protocol is IP's, -1 where there is none.  hops: time to live or hop limit.  flags: TCP's.
    payload is what follows the innermost header that was understood; None in a fragment.
    """

    destination_mac: str
    source_mac: str
    vlan: int | None
    kind: int
    ssap: int = -1
    snap: int = -1
    source: str = ""
    destination: str = ""
    protocol: int = -1
    hops: int = 0
    source_port: int = 0
    destination_port: int = 0
    flags: int = 0
    payload: bytes | None = b""


@lru_cache(maxsize=2)
def parse(frame: bytes) -> Packet:
    """Raises ParseError where a header is cut short or contradicts itself. The last frame is remembered, since the
    ear and the flows take the same one apart."""
    cursor = Cursor(frame)
    destination, source = cursor.take(6).hex(":"), cursor.take(6).hex(":")
    kind, vlan = cursor.u16(), None
    for _ in range(MOST_TAGS):
        if kind not in VLAN_TAGS:
            break
        vlan, kind = cursor.u16() & 0x0FFF, cursor.u16()
    if kind <= LARGEST_LENGTH:
        return _llc(cursor.take(min(kind, cursor.left)), destination, source, vlan)
    if kind == IPV4:
        return _ipv4(cursor, destination, source, vlan)
    if kind == IPV6:
        return _ipv6(cursor, destination, source, vlan)
    return Packet(destination, source, vlan, kind, payload=cursor.rest())


def _llc(body: bytes, destination: str, source: str, vlan: int | None) -> Packet:
    """IEEE 802.2: DSAP, SSAP, control; with SNAP five bytes more."""
    cursor = Cursor(body)
    cursor.skip(1)
    ssap = cursor.u8()
    cursor.skip(1)
    if ssap != SNAP:
        return Packet(destination, source, vlan, 0, ssap=ssap, payload=cursor.rest())
    maker, number = cursor.take(3), cursor.u16()
    snap = number if maker == CISCO else -1
    return Packet(destination, source, vlan, 0, ssap=ssap, snap=snap, payload=cursor.rest())


def _ipv4(cursor: Cursor, destination_mac: str, source_mac: str, vlan: int | None) -> Packet:
    start = cursor.at
    first = cursor.u8()
    header = (first & 0x0F) * 4
    if first >> 4 != 4 or header < 20:
        raise ParseError(f"no IPv4 header: {first:#04x}")
    cursor.skip(1)
    length = cursor.u16()
    cursor.skip(2)
    fragment = cursor.u16() & 0x3FFF  # the offset and "more to come"
    hops, protocol = cursor.u8(), cursor.u8()
    cursor.skip(2)
    source, destination = dotted(cursor.take(4)), dotted(cursor.take(4))
    cursor.skip(header - 20)
    left = cursor.left if not length else min(cursor.left, length - header)  # 0: segmentation by the adapter
    if left < 0:
        raise ParseError(f"an IPv4 packet of {length} bytes at offset {start}, shorter than its header")
    body = None if fragment else cursor.take(left)
    return _transport(destination_mac, source_mac, vlan, IPV4, (source, destination, protocol, hops), body)


def _ipv6(cursor: Cursor, destination_mac: str, source_mac: str, vlan: int | None) -> Packet:
    first = cursor.u32()
    if first >> 28 != 6:
        raise ParseError(f"no IPv6 header: {first:#010x}")
    length, following, hops = cursor.u16(), cursor.u8(), cursor.u8()
    source, destination = str(IPv6Address(cursor.take(16))), str(IPv6Address(cursor.take(16)))
    inner = Cursor(cursor.take(min(cursor.left, length) if length else cursor.left))
    body: bytes | None = b""
    for _ in range(MOST_EXTENSIONS):
        if following == FRAGMENT:
            following, body = inner.u8(), None
            break
        if following not in EXTENSIONS and following != AUTHENTICATION:
            break
        is_authentication = following == AUTHENTICATION
        following, units = inner.u8(), inner.u8()
        inner.skip((units + 2) * 4 - 2 if is_authentication else (units + 1) * 8 - 2)
    if body is not None:
        body = inner.rest()
    return _transport(destination_mac, source_mac, vlan, IPV6, (source, destination, following, hops), body)


def _transport(
    destination_mac: str,
    source_mac: str,
    vlan: int | None,
    kind: int,
    ip: tuple[str, str, int, int],
    body: bytes | None,
) -> Packet:
    """Ports, flags and payload; in a fragment none of these."""
    source, destination, protocol, hops = ip
    source_port = destination_port = flags = 0
    payload = body
    if body is not None and protocol == UDP:
        cursor = Cursor(body)
        source_port, destination_port, length = cursor.u16(), cursor.u16(), cursor.u16()
        cursor.skip(2)
        if length and length < 8:
            raise ParseError(f"a UDP datagram of {length} bytes")
        payload = cursor.take(min(cursor.left, length - 8) if length else cursor.left)
    elif body is not None and protocol == TCP:
        cursor = Cursor(body)
        source_port, destination_port = cursor.u16(), cursor.u16()
        cursor.skip(8)
        offset, flags = (cursor.u8() >> 4) * 4, cursor.u8()
        if offset < 20:
            raise ParseError(f"a TCP header of {offset} bytes")
        cursor.skip(offset - 14)
        payload = cursor.rest()
    return Packet(
        destination_mac, source_mac, vlan, kind, source=source, destination=destination, protocol=protocol,
        hops=hops, source_port=source_port, destination_port=destination_port, flags=flags, payload=payload,
    )  # fmt: skip


def dotted(octets: bytes) -> str:
    """An IPv4 address as text."""
    return "%d.%d.%d.%d" % tuple(octets)  # noqa: UP031 - four times as fast as ipaddress, once a frame; a sweep's bar is tight
