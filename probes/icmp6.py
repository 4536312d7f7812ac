"""ICMPv6 echo to all nodes (RFC 4443, 4.1; RFC 4291, 2.7.1): who speaks IPv6 on this link?

One frame to ff02::1, which no router passes on. IPv6 is on wherever nobody has switched it off, and a network that
believes it has none is where it is forgotten. Benign: every IPv6 host is in that group and answers an echo in its
network stack, no service sees it; hosts may leave a multicast echo unanswered (RFC 4443, 4.2), so silence proves
nothing. Put once a network, never where bedside devices would hear it.

The answer comes from an address of the same scope as ours: from fe80:: if that is what we asked from, which
names nobody away from its link and so belongs to the MAC; from a global address if we have one there.
"""

from __future__ import annotations

from collections.abc import Generator
from ipaddress import IPv6Address

from probes.frame import ICMP6, parse
from probes.model import Ask, Impact, ParseError, Probe, Reading, Reply, Target, Via, reading

ALL_NODES = IPv6Address("ff02::1")
ALL_NODES_MAC = "33:33:00:00:00:01"
"""RFC 2464, 7: the last four octets of the group."""
ECHO_REQUEST, ECHO_REPLY = 128, 129
HOP_LIMIT = 1
WAIT = 2.0
DATA = b"daicho"


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    """Asks from the address that `told` gives as link.address; nothing where the interface has none."""
    source = dict(target.told).get("link.address", "")
    if not source:
        return []
    identifier = target.nonce & 0xFFFF
    replies = yield Ask(Via.LINK, 0, request(IPv6Address(source), identifier), WAIT, group=ALL_NODES_MAC)
    found: list[Reading] = []
    garbled: list[ParseError] = []
    for reply in replies:
        try:
            found += _read(reply.payload, identifier)
        except ParseError as error:
            garbled.append(error)
    if garbled and len(garbled) == len(replies):  # one device's garbage must not cost the others their answer
        raise garbled[0]
    return list(dict.fromkeys(found))


def request(source: IPv6Address, identifier: int) -> bytes:
    """The IPv6 packet: header (RFC 8200, 3), echo request, a few bytes of data."""
    body = bytes([ECHO_REQUEST, 0, 0, 0]) + identifier.to_bytes(2, "big") + b"\0\1" + DATA
    checksum = _checksum(
        source.packed + ALL_NODES.packed + len(body).to_bytes(4, "big") + bytes([0, 0, 0, ICMP6]) + body
    )
    body = body[:2] + checksum.to_bytes(2, "big") + body[4:]
    head = bytes([0x60, 0, 0, 0]) + len(body).to_bytes(2, "big") + bytes([ICMP6, HOP_LIMIT])
    return head + source.packed + ALL_NODES.packed + body


def _checksum(data: bytes) -> int:
    """RFC 1071, over the pseudo-header of RFC 8200, 8.1 and the message."""
    padded = data + b"\0" * (len(data) % 2)
    total = sum(int.from_bytes(padded[i : i + 2], "big") for i in range(0, len(padded), 2))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def _read(frame: bytes, identifier: int) -> list[Reading]:
    """One answering frame, Ethernet header included. One that answers somebody else says nothing."""
    packet = parse(frame)
    message = packet.payload
    if packet.protocol != ICMP6 or message is None or len(message) < 8 or message[0] != ECHO_REPLY:
        raise ParseError("no ICMPv6 echo reply")
    if int.from_bytes(message[4:6], "big") != identifier:
        return []
    if IPv6Address(packet.source).is_link_local:
        return [reading("icmp6.address", packet.source, packet.source_mac)]
    return [reading("icmp6.mac", packet.source_mac, packet.source)]


PROBE = Probe(
    name="icmp6",
    impact=Impact.DATAGRAM,
    fields=frozenset({"icmp6.mac", "icmp6.address"}),
    ports=frozenset({("icmp6", 0)}),
    packets=1,  # none asked of it alone: our kernel's answer to its neighbour solicitation
    summary="Asks the link once who speaks IPv6 (one echo to all nodes).",
    talk=talk,
    suits=frozenset({"link"}),
)
