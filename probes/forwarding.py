"""Forwarding tables of switches: on which port, in which VLAN, each MAC was last heard.

Sources: Q-BRIDGE-MIB (RFC 4363): dot1qTpFdbTable, with dot1qVlanCurrentTable for its VLANs and
dot1qVlanStaticTable for their names; BRIDGE-MIB (RFC 4188): dot1dTpFdbTable, dot1dBasePortTable. Cisco's
Catalyst switches keep a BRIDGE-MIB for each VLAN, told apart by community or context; which VLANs there are is said by
CISCO-VTP-MIB. The most exact one that the switch has is read, and no other. Only what was learnt counts: the switch's own
addresses are no devices, and an entry made by hand proves nobody's presence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from probes.model import Impact, Probe, Reading, reading
from probes.snmp_message import Oid, Value
from probes.tables import (
    MIB_2,
    PACKETS,
    SILENT,
    SPEAKS,
    Box,
    Read,
    Reader,
    Table,
    mac_of,
    number_of,
    shortness,
    talk_of,
    text_of,
    walk,
)

BASE_PORT_INTERFACE: Oid = (*MIB_2, 17, 1, 4, 1, 2)
FDB_PORT: Oid = (*MIB_2, 17, 4, 3, 1, 2)
FDB_STATUS: Oid = (*MIB_2, 17, 4, 3, 1, 3)
Q_FDB_PORT: Oid = (*MIB_2, 17, 7, 1, 2, 2, 1, 2)
Q_FDB_STATUS: Oid = (*MIB_2, 17, 7, 1, 2, 2, 1, 3)
Q_VLAN_FDB: Oid = (*MIB_2, 17, 7, 1, 4, 2, 1, 3)
Q_VLAN_NAME: Oid = (*MIB_2, 17, 7, 1, 4, 3, 1, 1)
VTP_STATE: Oid = (1, 3, 6, 1, 4, 1, 9, 9, 46, 1, 3, 1, 1, 2)
VTP_TYPE: Oid = (*VTP_STATE[:-1], 3)
VTP_NAME: Oid = (*VTP_STATE[:-1], 4)
LEARNED, BY_HAND = 3, 5
OPERATIONAL, ETHERNET = 1, 1
RESERVED = range(1002, 1006)
"""VLANs that every Catalyst has for Token Ring and FDDI."""
MOST = 10_000
MOST_PORTS = 4096
MOST_VLANS = 256


@dataclass(frozen=True, slots=True)
class _Entry:
    mac: str
    port: int
    status: int
    vlan: int = 0


def read(box: Box) -> Reader[Read]:
    """forwarding.port "SWITCH PORT" and forwarding.vlan of each MAC; forwarding.vlan_name "10 = NAME" of the box."""
    table = yield from walk((Q_FDB_PORT, Q_FDB_STATUS), MOST)
    if table.rows or table.end == SILENT:
        return (yield from _by_filtering_database(box, table))
    vlans = yield from walk((VTP_STATE, VTP_TYPE, VTP_NAME), MOST_VLANS * 4)
    if vlans.rows or vlans.end == SILENT:
        return (yield from _by_vlan(box, vlans))
    table = yield from walk((FDB_PORT, FDB_STATUS), MOST)
    short = shortness("dot1dTpFdbTable", table)
    if not table.rows:
        return Read((), short)
    interfaces = yield from walk((BASE_PORT_INTERFACE,), MOST_PORTS)
    return _told(box, list(_entries(table, FDB_PORT, FDB_STATUS)), _first(interfaces), [], short)


def _by_filtering_database(box: Box, table: Table) -> Reader[Read]:
    """Q-BRIDGE: index is the database, then the MAC; a database that serves several VLANs tells none."""
    short = shortness("dot1qTpFdbTable", table)
    if table.end == SILENT:
        return _told(box, list(_entries(table, Q_FDB_PORT, Q_FDB_STATUS)), {}, [], short)
    interfaces = yield from walk((BASE_PORT_INTERFACE,), MOST_PORTS)
    databases = yield from walk((Q_VLAN_FDB,), MOST_PORTS)
    names = yield from walk((Q_VLAN_NAME,), MOST_PORTS)
    serves = [(number_of(row.get(Q_VLAN_FDB)), index[-1]) for index, row in databases.rows.items() if index]
    shared = Counter(database for database, _ in serves)
    vlan_of = {database: vlan for database, vlan in serves if shared[database] == 1}
    entries = [
        _Entry(e.mac, e.port, e.status, vlan_of.get(e.vlan, 0))
        for e in _entries(table, Q_FDB_PORT, Q_FDB_STATUS)
    ]
    named = [
        (index[0], text_of(row.get(Q_VLAN_NAME))) for index, row in names.rows.items() if len(index) == 1
    ]
    return _told(box, entries, _first(interfaces), named, short)


def _by_vlan(box: Box, vlans: Table) -> Reader[Read]:
    """Cisco's: one table a VLAN, each with ports of its own. The first silence ends them all."""
    short = shortness("vtpVlanTable", vlans)
    usable = [(index[-1], row) for index, row in vlans.rows.items() if len(index) == 2 and _carries(row)]
    usable = [(vlan, row) for vlan, row in usable if vlan not in RESERVED and 0 < vlan < 4095]
    named = [(vlan, text_of(row.get(VTP_NAME))) for vlan, row in usable]
    found: list[Reading] = []
    if len(usable) > MOST_VLANS:
        short += (f"of {len(usable)} VLANs {MOST_VLANS} were read",)
    for vlan, _ in usable[:MOST_VLANS]:
        table = yield from walk((FDB_PORT, FDB_STATUS), MOST, vlan)
        interfaces = Table({})
        if table.rows and table.end != SILENT:
            interfaces = yield from walk((BASE_PORT_INTERFACE,), MOST_PORTS, vlan)
        entries = [_Entry(e.mac, e.port, e.status, vlan) for e in _entries(table, FDB_PORT, FDB_STATUS)]
        told = _told(box, entries, _first(interfaces), [], shortness(f"VLAN {vlan}", table))
        found += told.readings
        short += told.short
        if SILENT in (table.end, interfaces.end):
            break
    return Read((*_names(named), *found), short)


def _carries(row: Mapping[Oid, Value]) -> bool:
    return (number_of(row.get(VTP_STATE)), number_of(row.get(VTP_TYPE))) == (OPERATIONAL, ETHERNET)


def _entries(table: Table, port: Oid, status: Oid) -> Iterator[_Entry]:
    """What names a port. `vlan` is here the number before the MAC: the filtering database."""
    for index, row in table.rows.items():
        mac, number = mac_of(index[-6:]), number_of(row.get(port))
        if mac and number:
            before = index[0] if len(index) == 7 else 0
            yield _Entry(mac, number, number_of(row.get(status)) or LEARNED, before)


def _first(interfaces: Table) -> dict[int, int]:
    """Number of a bridge's port -> ifIndex."""
    rows = interfaces.rows.items()
    return {index[0]: number_of(row.get(BASE_PORT_INTERFACE)) for index, row in rows if len(index) == 1}


def _told(
    box: Box,
    entries: list[_Entry],
    interfaces: Mapping[int, int],
    named: list[tuple[int, str]],
    short: tuple[str, ...],
) -> Read:
    found = list(_names(named))
    for entry in entries:
        if entry.status != LEARNED or entry.mac in box.own:
            continue
        index = interfaces.get(entry.port)
        port = box.port(index) if index else f"{box.name} port:{entry.port}"
        found.append(reading("forwarding.port", port, entry.mac))
        if entry.vlan:
            found.append(reading("forwarding.vlan", str(entry.vlan), entry.mac))
    if by_hand := sum(entry.status == BY_HAND for entry in entries):
        short += (
            f"{by_hand} entries of the forwarding table are set by hand and say nothing of who is there",
        )
    return Read(tuple(dict.fromkeys(found)), short)


def _names(named: list[tuple[int, str]]) -> Iterator[Reading]:
    yield from (reading("forwarding.vlan_name", f"{vlan} = {name}") for vlan, name in named if name)


PROBE = Probe(
    name="forwarding",
    impact=Impact.DATAGRAM,
    fields=frozenset({"forwarding.port", "forwarding.vlan", "forwarding.vlan_name", "forwarding.place"}),
    ports=SPEAKS,
    packets=PACKETS,
    summary="Reads on which port of a switch each MAC is (BRIDGE-MIB), where the scope lists its address.",
    talk=talk_of(read),
    suits=frozenset(),
)
