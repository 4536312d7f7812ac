"""CDP, the Cisco Discovery Protocol: what Cisco's devices, and others' for their sake, say of themselves.

Heard, never asked: once a minute on each port. Source: Cisco's "Cisco Discovery Protocol Configuration Guide",
and the frame format in Cisco's "Understanding and Configuring CDP" (version, time to live, checksum, then TLVs:
type and length of two bytes each, the length with these four). Version 1 and 2 differ in their TLVs alone.

What is said belongs to the address that is announced where it is just one, else to the MAC of the port.
"""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv4Address

from probes.charset import decoded
from probes.cursor import Cursor
from probes.flow import is_host
from probes.model import Impact, ParseError, Probe, Reading, reading

SNAP = 0x2000
DEVICE, ADDRESSES, PORT, CAPABILITIES, VERSION, PLATFORM, NATIVE_VLAN, MANAGEMENT = 1, 2, 3, 4, 5, 6, 10, 22
TEXTS = {DEVICE: "cdp.device", PORT: "cdp.port", VERSION: "cdp.version", PLATFORM: "cdp.platform"}
ABLE = (
    "router",
    "bridge",
    "source-route-bridge",
    "switch",
    "host",
    "igmp",
    "repeater",
    "telephone",
    "remote",
)
NLPID_IPV4 = bytes.fromhex("0101cc")
"""Protocol type NLPID, one byte long, IP."""
MOST_TLVS = 128
MOST_ADDRESSES = 32


def hear(message: bytes) -> list[Reading]:
    """One CDP message. Raises ParseError."""
    cursor = Cursor(message)
    if (version := cursor.u8()) not in (1, 2):
        raise ParseError(f"CDP version {version}")
    cursor.skip(3)
    said: list[tuple[str, str]] = []
    addresses: list[str] = []
    for kind, value in _tlvs(cursor):
        if kind in TEXTS:
            said.append((TEXTS[kind], decoded(value.rstrip(b"\0"))))
        elif kind == CAPABILITIES and len(value) == 4:
            bits = int.from_bytes(value, "big")
            said.append(("cdp.capabilities", " ".join(name for n, name in enumerate(ABLE) if bits >> n & 1)))
        elif kind == NATIVE_VLAN and len(value) == 2:
            said.append(("cdp.native_vlan", str(int.from_bytes(value, "big"))))
        elif kind in (ADDRESSES, MANAGEMENT):
            addresses += _addresses(Cursor(value))
    if "cdp.device" not in dict(said):
        raise ParseError("a CDP message without a device's name")
    hosts = sorted({a for a in addresses if is_host(a) and not a.startswith("169.254.")})
    host = hosts[0] if len(hosts) == 1 else ""
    said += [("cdp.address", address) for address in hosts]
    return [r for name, value in dict.fromkeys(said) if (r := reading(name, value, host)).value]


def _tlvs(cursor: Cursor) -> Iterator[tuple[int, bytes]]:
    """A TLV that runs off the end of a short capture is not there. Raises ParseError for a length below its head's."""
    for _ in range(MOST_TLVS):
        if cursor.left < 4:
            return
        kind, length = cursor.u16(), cursor.u16()
        if length < 4:
            raise ParseError(f"a TLV of {length} bytes")
        if length - 4 > cursor.left:
            return
        yield kind, cursor.take(length - 4)


def _addresses(cursor: Cursor) -> Iterator[str]:
    """A count, then each: protocol type, its length, protocol, length, address."""
    if cursor.left < 4:
        return
    for _ in range(min(cursor.u32(), MOST_ADDRESSES)):
        if cursor.left < 2:
            return
        protocol = cursor.take(2)
        if cursor.left < protocol[1] + 2:
            return
        protocol += cursor.take(protocol[1])
        size = cursor.u16()
        if cursor.left < size:
            return
        octets = cursor.take(size)
        if protocol == NLPID_IPV4 and size == 4:
            yield str(IPv4Address(octets))


PROBE = Probe(
    name="cdp",
    impact=Impact.LISTEN,
    fields=frozenset({*TEXTS.values(), "cdp.capabilities", "cdp.native_vlan", "cdp.address"}),
    ports=frozenset(),
    packets=1,
    summary="Hears Cisco's devices tell name, model, software and port (CDP).",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("snap", SNAP)}),
)
