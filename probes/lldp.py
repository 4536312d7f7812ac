"""LLDP (IEEE 802.1AB) with LLDP-MED (ANSI/TIA-1057): switches, telephones and access points introduce themselves.

Heard, never asked: each port says every 30 seconds who stands behind it. That names the switch and the very
port that this link hangs on, and of telephones the inventory: maker, model, serial number, firmware.

What is said belongs to the management address where just one is announced, else to the MAC of the port.
TLV: type in 7 bits, length in 9, value; 0 ends. Unknown ones are passed over, as the standard wants.
"""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv4Address

from probes.charset import decoded
from probes.cursor import Cursor
from probes.flow import is_host
from probes.model import Impact, ParseError, Probe, Reading, reading

ETHERTYPE = 0x88CC
END, CHASSIS, PORT, PORT_TEXT, NAME, DESCRIPTION, CAPABILITIES, ADDRESS, OWN = 0, 1, 2, 4, 5, 6, 7, 8, 127
MAC_CHASSIS, MAC_PORT = 4, 3
ADDRESS_CHASSIS, ADDRESS_PORT = 5, 4
IPV4_FAMILY = 1
MED = bytes.fromhex("0012bb")
BRIDGE_GROUP, PORT_VLAN = bytes.fromhex("0080c2"), 1
"""IEEE 802.1's own TLVs (802.1Q, annex D): the VLAN of frames without a tag."""
INVENTORY = {
    5: "lldp.hardware",
    6: "lldp.firmware",
    7: "lldp.software",
    8: "lldp.serial",
    9: "lldp.manufacturer",
    10: "lldp.model",
    11: "lldp.asset",
}
"""Subtypes of LLDP-MED's inventory (TIA-1057, 10.2.6)."""
ABLE = (
    "other",
    "repeater",
    "bridge",
    "access-point",
    "router",
    "telephone",
    "docsis",
    "station",
    "c-vlan",
    "s-vlan",
    "relay",
)
"""Bits of the system capabilities, from the lowest (802.1AB, table 8-4)."""
MOST_TLVS = 128


def hear(message: bytes) -> list[Reading]:
    """One LLDPDU. Raises ParseError."""
    said: list[tuple[str, str]] = []
    addresses: list[str] = []
    for number, (kind, value) in enumerate(_tlvs(message)):
        if number < 2 and kind != (CHASSIS, PORT)[number]:
            raise ParseError(f"TLV {kind} where chassis and port must stand")
        if kind == ADDRESS:
            addresses += _address(value)
        else:
            said += _said(kind, value)
    if "lldp.port" not in dict(said):
        raise ParseError("no chassis and port: not an LLDPDU")
    hosts = sorted({a for a in addresses if is_host(a) and not a.startswith("169.254.")})
    host = hosts[0] if len(hosts) == 1 else ""
    said += [("lldp.address", address) for address in hosts]
    return [r for name, value in dict.fromkeys(said) if (r := reading(name, value, host)).value]


def _tlvs(message: bytes) -> Iterator[tuple[int, bytes]]:
    """A TLV that runs off the end of a short capture is not there."""
    cursor = Cursor(message)
    for _ in range(MOST_TLVS):
        if cursor.left < 2:
            return
        head = cursor.u16()
        kind, size = head >> 9, head & 0x1FF
        if kind == END or size > cursor.left:
            return
        yield kind, cursor.take(size)


def _said(kind: int, value: bytes) -> Iterator[tuple[str, str]]:
    if kind == CHASSIS:
        yield "lldp.chassis", _identifier(value, MAC_CHASSIS, ADDRESS_CHASSIS)
    elif kind == PORT:
        yield "lldp.port", _identifier(value, MAC_PORT, ADDRESS_PORT)
    elif kind == PORT_TEXT:
        yield "lldp.port_description", _text(value)
    elif kind == NAME:
        yield "lldp.system_name", _text(value)
    elif kind == DESCRIPTION:
        yield "lldp.system_description", _text(value)
    elif kind == CAPABILITIES and len(value) >= 4:
        bits = int.from_bytes(value[2:4], "big")  # of these the enabled; the first two are what it could
        yield "lldp.capabilities", " ".join(name for n, name in enumerate(ABLE) if bits >> n & 1)
    elif kind == OWN and value[:3] == MED and len(value) > 4 and value[3] in INVENTORY:
        yield INVENTORY[value[3]], _text(value[4:])
    elif kind == OWN and value[:3] == BRIDGE_GROUP and len(value) == 6 and value[3] == PORT_VLAN:
        yield "lldp.vlan", str(int.from_bytes(value[4:], "big") or "")


def _identifier(value: bytes, mac: int, address: int) -> str:
    """Subtype, then a MAC, an address with its family, or a text (802.1AB, 8.5.2 and 8.5.3). Raises ParseError."""
    cursor = Cursor(value)
    subtype, rest = cursor.u8(), cursor.rest()
    if subtype == mac and len(rest) == 6:
        return rest.hex(":")
    if subtype == address and len(rest) == 5 and rest[0] == IPV4_FAMILY:
        return str(IPv4Address(rest[1:]))
    text = _text(rest)
    if not text:
        raise ParseError("an empty identifier")
    return text if text.isprintable() else rest.hex(":")


def _address(value: bytes) -> Iterator[str]:
    """Length of family and address together, family, address (802.1AB, 8.5.9)."""
    if len(value) >= 6 and value[0] == 5 and value[1] == IPV4_FAMILY:
        yield str(IPv4Address(value[2:6]))


def _text(value: bytes) -> str:
    return decoded(value.rstrip(b"\0"))


PROBE = Probe(
    name="lldp",
    impact=Impact.LISTEN,
    fields=frozenset(
        {
            "lldp.chassis",
            "lldp.port",
            "lldp.port_description",
            "lldp.system_name",
            "lldp.system_description",
            "lldp.capabilities",
            "lldp.address",
            "lldp.vlan",
            *INVENTORY.values(),
        }
    ),
    ports=frozenset(),
    packets=1,
    summary="Hears switches, access points and telephones introduce themselves and their port (LLDP, LLDP-MED).",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("ethertype", ETHERTYPE)}),
)
