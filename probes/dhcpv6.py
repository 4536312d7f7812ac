"""DHCPv6 (RFC 8415, RFC 4704): what a machine says of itself when it asks for an IPv6 address.

Heard, never asked: Solicit, Request, Renew and their like go to ff02::1:2. Such a client speaks from its fe80::
address, so what it says belongs to its MAC. The DUID is the machine's identity over all its interfaces; where it
was made from a MAC, that may be another interface's, so it is told as what it is. Servers' messages and
relays' copies are not read.
"""

from __future__ import annotations

from probes.charset import decoded
from probes.cursor import Cursor
from probes.model import Impact, ParseError, Probe, Reading, reading

CLIENT_PORT, SERVER_PORT = 546, 547
ASKING = frozenset({1, 3, 4, 5, 6, 8, 9, 11})
"""Solicit, Request, Confirm, Renew, Rebind, Release, Decline, Information-request (RFC 8415, 7.3)."""
ANSWERING = frozenset({2, 7, 10, 12, 13})
CLIENT_ID, WANTED, VENDOR_CLASS, FQDN = 1, 6, 16, 39
MOST_OPTIONS = 64
LONGEST_NAME = 255
ETHERNET_DUIDS = {1: 8, 3: 4}
"""DUID type -> where the MAC begins in it (DUID-LLT, DUID-LL)."""


def hear(message: bytes) -> list[Reading]:
    """One message. Raises ParseError."""
    cursor = Cursor(message)
    kind = cursor.u8()
    if kind in ANSWERING:
        return []
    if kind not in ASKING:
        raise ParseError(f"DHCPv6 message {kind}")
    cursor.skip(3)
    said: list[tuple[str, str]] = []
    for _ in range(MOST_OPTIONS):
        if cursor.left < 4:
            break
        code, size = cursor.u16(), cursor.u16()
        if size > cursor.left:
            break
        said += _said(code, cursor.take(size))
    return [r for name, value in dict.fromkeys(said) if (r := reading(name, value)).value]


def _said(code: int, value: bytes) -> list[tuple[str, str]]:
    if code == CLIENT_ID:
        return [("dhcpv6.duid", _duid(value))]
    if code == WANTED:
        numbers = (int.from_bytes(value[i : i + 2], "big") for i in range(0, len(value) - 1, 2))
        return [("dhcpv6.parameters", ",".join(map(str, numbers))[:LONGEST_NAME])]
    if code == FQDN:
        return [("dhcpv6.fqdn", _name(value[1 : 1 + LONGEST_NAME]))]
    if code == VENDOR_CLASS and len(value) > 6:
        size = int.from_bytes(value[4:6], "big")
        return [("dhcpv6.vendor_class", decoded(value[6 : 6 + min(size, LONGEST_NAME)].rstrip(b"\0")))]
    return []


def _duid(value: bytes) -> str:
    """A MAC with colons where there is one, else hex digits alone."""
    at = ETHERNET_DUIDS.get(int.from_bytes(value[:2], "big"), 0)
    if at and value[2:4] == b"\0\x01" and len(value) == at + 6:
        return value[at:].hex(":")
    return value[:130].hex()


def _name(octets: bytes) -> str:
    """DNS labels, with or without the last, empty one (RFC 4704, 4.2)."""
    cursor, labels = Cursor(octets), list[bytes]()
    while cursor.left and (size := cursor.u8()) and size <= min(63, cursor.left):
        labels.append(cursor.take(size))
    return decoded(b".".join(labels))


PROBE = Probe(
    name="dhcpv6",
    impact=Impact.LISTEN,
    fields=frozenset({"dhcpv6.duid", "dhcpv6.parameters", "dhcpv6.fqdn", "dhcpv6.vendor_class"}),
    ports=frozenset(),
    packets=1,
    summary="Hears what machines tell when they ask for an IPv6 address: name, maker's class, identity (DHCPv6).",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("udp", CLIENT_PORT), ("udp", SERVER_PORT)}),
)
