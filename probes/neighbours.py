"""Tables of who has which MAC, IPv4 and IPv6: what a router knows of every network that hangs on it.

Sources: IP-MIB (RFC 4293): ipNetToPhysicalTable, for both families, and ipNetToMediaTable, which older agents have
alone. The newer is read first; where it tells of IPv4, the older would say the same again and is left.
Entries that are invalid, of multicast, or of a link alone (fe80::) are no hosts.
"""

from __future__ import annotations

from collections.abc import Iterator

from probes.model import Impact, Probe, Reading, reading
from probes.snmp_message import Oid
from probes.tables import (
    MIB_2,
    PACKETS,
    SILENT,
    SPEAKS,
    Box,
    Read,
    Reader,
    Table,
    address_of,
    mac_of,
    number_of,
    shortness,
    talk_of,
    walk,
)

PHYSICAL_MAC: Oid = (*MIB_2, 4, 35, 1, 4)
PHYSICAL_TYPE: Oid = (*MIB_2, 4, 35, 1, 6)
MEDIA_MAC: Oid = (*MIB_2, 4, 22, 1, 2)
MEDIA_TYPE: Oid = (*MIB_2, 4, 22, 1, 4)
INVALID = 2
MOST = 10_000


def read(box: Box) -> Reader[Read]:
    """neighbours.mac and neighbours.source (the box's name) of each address; neighbours.own, a MAC of the box
    itself that stands behind one of them."""
    both = yield from walk((PHYSICAL_MAC, PHYSICAL_TYPE), MOST)
    found = dict(_pairs(both, PHYSICAL_MAC, PHYSICAL_TYPE))
    short = shortness("ipNetToPhysicalTable", both)
    if both.end != SILENT and not any("." in address for address in found):
        older = yield from walk((MEDIA_MAC, MEDIA_TYPE), MOST)
        found |= dict(_pairs(older, MEDIA_MAC, MEDIA_TYPE))
        short += shortness("ipNetToMediaTable", older)
    own = sorted(box.own & set(found.values()))
    return Read((*_readings(box, found), *(reading("neighbours.own", mac) for mac in own)), short)


def _pairs(table: Table, mac_column: Oid, type_column: Oid) -> Iterator[tuple[str, str]]:
    """(address, MAC). Index: ifIndex, then the address: four octets, or its type and length before it (RFC 4001)."""
    for index, row in table.rows.items():
        octets = index[1:] if len(index) == 5 else index[3:]
        address, mac = address_of(octets), mac_of(row.get(mac_column))
        if address and mac and number_of(row.get(type_column)) != INVALID:
            yield address, mac


def _readings(box: Box, found: dict[str, str]) -> Iterator[Reading]:
    for address, mac in found.items():
        yield reading("neighbours.mac", mac, address)
        yield reading("neighbours.source", box.name, address)


PROBE = Probe(
    name="neighbours",
    impact=Impact.DATAGRAM,
    fields=frozenset({"neighbours.mac", "neighbours.source", "neighbours.own"}),
    ports=SPEAKS,
    packets=PACKETS,
    summary="Reads a router's ARP and neighbour tables (IP-MIB), where the scope lists its address.",
    talk=talk_of(read),
    suits=frozenset(),
)
