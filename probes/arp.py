"""ARP (RFC 826): whose is this IPv4 address on this link?

The most harmless question there is: every host answers it all day, in its network driver, and no service
ever sees it. What it costs is that all hosts on the link hear it, so its rate is the gate's affair.
A sweep sends one frame, patched for each address (agent/capture.py); scapy builds that frame once, and
answers are read here by hand, for there may be 65,000 of them.

A claim is not a proof: proxies answer for others, and then the Ethernet source differs from the
hardware address that the ARP body claims; that source is `arp.claimed_by`. A sender of 0.0.0.0 is a probe
(RFC 5227): somebody asks whether an address is free and has none yet, so nothing is learnt from it.
"""

from __future__ import annotations

from dataclasses import dataclass

from probes.cursor import Cursor
from probes.frame import dotted
from probes.model import Impact, ParseError, Probe, Reading, reading

FRAME_LENGTH = 42
TARGET_OFFSET = 38
"""Where the target's IPv4 address stands in the template: the last four of its 42 bytes."""
REQUEST, REPLY = 1, 2
ETHERTYPE = 0x0806
VLAN_TAGS = frozenset({0x8100, 0x88A8})
MOST_TAGS = 2
ETHERNET_IPV4 = bytes.fromhex("0001 0800 06 04")
"""Hardware type, protocol type and the lengths of their addresses (RFC 826)."""
NO_MAC, NO_IP = bytes(6), bytes(4)


@dataclass(frozen=True, slots=True)
class ArpReply:
    """`ip` is at `mac`, says the sender of the frame, whose own address is `ethernet_source`."""

    ip: str
    mac: str
    ethernet_source: str

    @property
    def by_proxy(self) -> bool:
        return self.mac != self.ethernet_source


@dataclass(frozen=True, slots=True)
class ArpPacket:
    """An ARP message as it stands on the wire. MACs are lower case with colons."""

    operation: int
    sender_mac: str
    sender_ip: str
    target_mac: str
    target_ip: str
    ethernet_source: str

    @property
    def is_probe(self) -> bool:
        """RFC 5227, 1.1: is this address free?"""
        return self.operation == REQUEST and self.sender_ip == "0.0.0.0"

    @property
    def is_announcement(self) -> bool:
        """RFC 5227, 1.1 (also called gratuitous ARP): this address is mine."""
        return self.sender_ip == self.target_ip and not self.is_probe


def request_template(source_mac: str, source_ip: str) -> bytes:
    """Who has 0.0.0.0? Broadcast, 42 bytes; `patch` puts an address in. A 0.0.0.0 source makes it a probe."""
    from scapy.data import MANUFDB
    from scapy.layers.l2 import ARP, Ether  # late: 0.3 s and 45 MB that only a sweep needs

    MANUFDB.d.clear()  # scapy's table of makers, 15 MB of those 45: what names makers here is agent/oui.py
    body = ARP(op=REQUEST, hwsrc=source_mac, psrc=source_ip, hwdst="00:00:00:00:00:00", pdst="0.0.0.0")
    frame = bytes(Ether(dst="ff:ff:ff:ff:ff:ff", src=source_mac, type=ETHERTYPE) / body)
    if len(frame) != FRAME_LENGTH:
        raise RuntimeError(f"an ARP request of {len(frame)} bytes")
    return frame


def patch(template: bytes, ip4: int) -> bytes:
    """The template, asking for this address (as an integer)."""
    return template[:TARGET_OFFSET] + ip4.to_bytes(4, "big")


def unicast(template: bytes, mac: str, ip4: int) -> bytes:
    """The same question to one host alone: is it still there? (RFC 1122, 2.3.2.1). Disturbs nobody else."""
    return bytes.fromhex(mac.replace(":", "")) + patch(template, ip4)[6:]


def parse(frame: bytes) -> ArpPacket:
    """Any ARP message for IPv4 over Ethernet; VLAN tags are passed over. Raises ParseError."""
    source, operation, body = _taken_apart(frame)
    return ArpPacket(
        operation, _mac(body[:6]), dotted(body[6:10]), _mac(body[10:16]), dotted(body[16:]), _mac(source)
    )


def parse_reply(frame: bytes) -> ArpReply:
    """An answer, and only one that could be true. Raises ParseError."""
    source, operation, body = _taken_apart(frame)
    if operation != REPLY:
        raise ParseError(f"no ARP reply: operation {operation}")
    return _claim(body[:6], body[6:10], source)


def _taken_apart(frame: bytes) -> tuple[bytes, int, bytes]:
    """(source of the frame, operation, the four addresses)."""
    cursor = Cursor(frame)
    source = cursor.take(12)[6:]
    kind = cursor.u16()
    for _ in range(MOST_TAGS):
        if kind in VLAN_TAGS:
            cursor.skip(2)
            kind = cursor.u16()
    if kind != ETHERTYPE:
        raise ParseError(f"not ARP: EtherType {kind:#06x}")
    cursor.expect(ETHERNET_IPV4, "IPv4 over Ethernet")
    return source, cursor.u16(), cursor.take(20)


def _claim(mac: bytes, ip: bytes, source: bytes) -> ArpReply:
    """What is claimed, if a host could have these addresses at all. Raises ParseError."""
    if ip[0] in (0, 127) or ip[0] >= 224:
        raise ParseError(f"no host has the address {dotted(ip)}")
    if mac[0] & 1 or mac == NO_MAC:
        raise ParseError(f"no host has the hardware address {_mac(mac)}")
    return ArpReply(dotted(ip), _mac(mac), _mac(source))


def readings_of(reply: ArpReply) -> list[Reading]:
    """What one claim says of the host that it is about."""
    found = [reading("arp.mac", reply.mac, reply.ip)]
    if reply.by_proxy:
        found.append(reading("arp.claimed_by", reply.ethernet_source, reply.ip))
    return found


def hear(frame: bytes) -> list[Reading]:
    """Requests tell of their sender as well as replies do (RFC 826); a probe tells nothing."""
    source, operation, body = _taken_apart(frame)
    if operation not in (REQUEST, REPLY) or (operation == REQUEST and body[6:10] == NO_IP):
        return []
    return readings_of(_claim(body[:6], body[6:10], source))


def _mac(octets: bytes) -> str:
    return octets.hex(":")


PROBE = Probe(
    name="arp",
    impact=Impact.LISTEN,
    fields=frozenset({"arp.mac", "arp.claimed_by"}),
    ports=frozenset(),
    packets=1,
    summary="Learns which addresses are in use on the link, and their MACs (ARP sweep and listening).",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("frame", ETHERTYPE)}),
)
