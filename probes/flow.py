"""Flows: who speaks at all, who serves whom, and on which MAC and VLAN; from the headers of passing frames.

Many bedside and laboratory devices open no port and answer no question: that they open connections to
their server is all that a network ever sees of them. Nothing behind the headers is read, so no patient's
data can be.

`flow.serves` and `flow.uses` come from the handshake alone (RFC 9293, 3.5: SYN asks, SYN with ACK accepts),
never from guessing which port of two looks like a service. UDP shakes no hands: `flow.asks` is a datagram to the
registered port of a service from a port that is none (RFC 6335, 6), `flow.answered` one the other way. Each alone
proves nothing (a scan asks, a forger answers); both together are a conversation, and agent/flows.py joins them.
Protocols whose two ends use one port (NTP's peers, SIP, BACnet) cannot be told apart so and are left out; so is QUIC,
which would list what people read. `flow.broadcasts` is the port of a datagram to everyone on the link: makers whose
discovery is not published are known by it.

`flow.mac` is told only where the packet cannot have been routed: to the link's own multicast groups (RFC 5771, 4:
224.0.0.0/24; RFC 4291, 2.7: ff02::), to 255.255.255.255, or from 169.254.0.0/16. Any other frame may carry its
router's MAC. An fe80:: address means nothing away from its link, so what it says belongs to the MAC.
"""

from __future__ import annotations

from probes.frame import ICMP6, IPV4, IPV6, TCP, UDP, Packet, parse
from probes.model import Impact, Probe, Reading, reading

SYN, ACK = 0x02, 0x10
PROTOCOLS = {
    1: "icmp",
    2: "igmp",
    TCP: "tcp",
    UDP: "udp",
    47: "gre",
    50: "esp",
    ICMP6: "icmp6",
    89: "ospf",
    112: "vrrp",
}
UDP_SERVICES = frozenset(
    {53, 69, 88, 123, 161, 162, 389, 464, 514, 1194, 1645, 1646, 1812, 1813, 3389, 3478, 5938, 24105}
)
"""Ports that a server answers from, by the registry of IANA and the makers' manuals."""
FIRST_FREE_PORT = 1024
EVERYONE = "ff:ff:ff:ff:ff:ff"
NOBODY = frozenset({"0.0.0.0", "::", "255.255.255.255"})


def hear(frame: bytes) -> list[Reading]:
    """What one IP frame's headers tell of its sender, and a handshake of its receiver. Raises ParseError."""
    packet = parse(frame)
    if not is_host(packet.source):
        return []
    here = "" if packet.source.startswith("fe80:") else packet.source
    found = [reading("flow.speaks", PROTOCOLS.get(packet.protocol, f"ip {packet.protocol}"), here)]
    if packet.vlan:
        found.append(reading("flow.vlan", str(packet.vlan), here))
    if (
        here
        and on_link(packet)
        and is_unicast_mac(packet.source_mac)
        and not is_shared_mac(packet.source_mac)
    ):
        found.append(reading("flow.mac", packet.source_mac, here))
    if here and packet.protocol == TCP and packet.payload is not None and is_host(packet.destination):
        shaking = packet.flags & (SYN | ACK)
        if shaking == SYN | ACK:
            found.append(reading("flow.serves", f"tcp/{packet.source_port}", here))
            found.append(reading("flow.uses", f"tcp/{packet.source_port} {here}", packet.destination))
    if here and packet.protocol == UDP and packet.payload and is_host(packet.destination):
        found += _datagram(packet)
    if here and packet.protocol == UDP and packet.destination_mac == EVERYONE and packet.destination_port:
        found.append(reading("flow.broadcasts", f"udp/{packet.destination_port}", here))
    return found


def _datagram(packet: Packet) -> list[Reading]:
    """Both belong to the client, so that a server of thousands costs no more than a list at each of them."""
    source, to = packet.source_port, packet.destination_port
    if to in UDP_SERVICES and source >= FIRST_FREE_PORT and source not in UDP_SERVICES:
        return [reading("flow.asks", f"udp/{to} {packet.destination}", packet.source)]
    if source in UDP_SERVICES and to >= FIRST_FREE_PORT and to not in UDP_SERVICES:
        return [reading("flow.answered", f"udp/{source} {packet.source}", packet.destination)]
    return []


def is_host(address: str) -> bool:
    """Whether a single host can have this address."""
    if not address or address in NOBODY:
        return False
    if ":" in address:
        return not address.startswith("ff") and address != "::1"
    first = int(address.partition(".")[0])
    return 0 < first < 224 and first != 127


def is_unicast_mac(mac: str) -> bool:
    return mac != "00:00:00:00:00:00" and not int(mac[:2], 16) & 1


def is_shared_mac(mac: str) -> bool:
    """Whether several routers take turns with it (RFC 9568, 7.3; Cisco, HSRP versions 1 and 2): an advertisement comes
    from it and from the own address of whoever holds it now."""
    return mac.startswith(("00:00:5e:00:01:", "00:00:5e:00:02:", "00:00:0c:07:ac:", "00:00:0c:9f:f"))


def on_link(packet: Packet) -> bool:
    """Whether no router can have stood between: then the frame's MAC is its sender's own."""
    to, source = packet.destination, packet.source
    return (
        to.startswith(("224.0.0.", "ff02:"))
        or to == "255.255.255.255"
        or source.startswith(("169.254.", "fe80:"))
    )


PROBE = Probe(
    name="flow",
    impact=Impact.LISTEN,
    fields=frozenset(
        {
            "flow.speaks",
            "flow.mac",
            "flow.vlan",
            "flow.serves",
            "flow.uses",
            "flow.asks",
            "flow.answered",
            "flow.broadcasts",
        }
    ),
    ports=frozenset(),
    packets=1,
    summary="Learns from passing frames which addresses speak, on which VLAN, and who serves whom (headers only).",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("frame", IPV4), ("frame", IPV6)}),
)
