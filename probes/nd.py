"""Neighbour discovery (RFC 4861): which IPv6 address is at which MAC, and who is a router.

Heard, never asked: what ARP is for IPv4. An advertisement tells of its target, a solicitation of its sender; one
from :: asks whether an address is free (RFC 4862, 5.4.2) and has none yet, so nothing is learnt from it.
"""

from __future__ import annotations

from ipaddress import IPv6Address

from probes.cursor import Cursor
from probes.flow import is_host, is_unicast_mac
from probes.model import Impact, ParseError, Probe, Reading, reading

ROUTER_SOLICITATION, ROUTER, SOLICITATION, ADVERTISEMENT = 133, 134, 135, 136
SOURCE, TARGET, PREFIX = 1, 2, 3
MOST_OPTIONS = 32


def hear(message: bytes) -> list[Reading]:
    """One ICMPv6 message of these four types. Raises ParseError."""
    cursor = Cursor(message)
    kind = cursor.u8()
    cursor.skip(7)
    if kind == ROUTER:
        cursor.skip(8)
        found = [reading("nd.router", f"lifetime {int.from_bytes(message[6:8], 'big')} s")]
        options = _options(cursor)
        found += [
            reading("nd.prefix", prefix) for value in options.get(PREFIX, []) if (prefix := _prefix(value))
        ]
        return found + _macs(options, SOURCE, "")
    if kind == ROUTER_SOLICITATION:
        return _macs(_options(cursor), SOURCE, "")
    if kind not in (SOLICITATION, ADVERTISEMENT):
        raise ParseError(f"ICMPv6 type {kind}")
    target = str(IPv6Address(cursor.take(16)))
    options = _options(cursor)
    if kind == SOLICITATION:
        return _macs(options, SOURCE, "")
    return _macs(options, TARGET, target) if is_host(target) and not target.startswith("fe80:") else []


def _options(cursor: Cursor) -> dict[int, list[bytes]]:
    """Type -> values; their length is in units of eight bytes, head included. Raises ParseError for a length of 0."""
    found: dict[int, list[bytes]] = {}
    for _ in range(MOST_OPTIONS):
        if cursor.left < 8:
            break
        kind, units = cursor.u8(), cursor.u8()
        if not units:
            raise ParseError("an option of no length")
        if units * 8 - 2 > cursor.left:
            break
        found.setdefault(kind, []).append(cursor.take(units * 8 - 2))
    return found


def _macs(options: dict[int, list[bytes]], kind: int, host: str) -> list[Reading]:
    macs = (value.hex(":") for value in options.get(kind, []) if len(value) == 6)
    return [reading("nd.mac", mac, host) for mac in macs if is_unicast_mac(mac)]


def _prefix(value: bytes) -> str:
    """Length, flags, two lifetimes, reserved, prefix (RFC 4861, 4.6.2)."""
    if len(value) < 30 or value[0] > 128:
        return ""
    return f"{IPv6Address(value[14:30])}/{value[0]}"


PROBE = Probe(
    name="nd",
    impact=Impact.LISTEN,
    fields=frozenset({"nd.mac", "nd.router", "nd.prefix"}),
    ports=frozenset(),
    packets=1,
    summary="Hears which IPv6 addresses are in use, their MACs, and who is a router (neighbour discovery).",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("icmp6", t) for t in (ROUTER_SOLICITATION, ROUTER, SOLICITATION, ADVERTISEMENT)}),
)
