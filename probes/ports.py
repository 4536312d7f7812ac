"""The interfaces of a switch or router: their names, what the hospital wrote on them, their own MACs.

Sources: IF-MIB (RFC 2863): ifDescr, ifPhysAddress, ifName, ifAlias. ifAlias is the text that `description` sets
on most makers' switches; it often names the room at the other end. Four columns and no counters.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from probes.model import Impact, Probe, Reading, reading
from probes.snmp_message import Oid, Value
from probes.tables import MIB_2, PACKETS, SPEAKS, Box, Read, Reader, mac_of, shortness, talk_of, text_of, walk

DESCR: Oid = (*MIB_2, 2, 2, 1, 2)
MAC: Oid = (*MIB_2, 2, 2, 1, 6)
NAME: Oid = (*MIB_2, 31, 1, 1, 1, 1)
ALIAS: Oid = (*MIB_2, 31, 1, 1, 1, 18)
MOST = 4096


def read(box: Box) -> Reader[Read]:
    """ports.name "IFINDEX NAME", ports.place "SWITCH PORT = ALIAS", ports.own MAC: all of the box itself."""
    table = yield from walk((DESCR, MAC, NAME, ALIAS), MOST)
    found = dict.fromkeys(r for index, row in table.rows.items() for r in _of_row(box, index, row) if r.value)
    return Read(tuple(found), shortness("the table of interfaces", table))


def _of_row(box: Box, index: Oid, row: Mapping[Oid, Value]) -> Iterator[Reading]:
    if len(index) != 1:
        return
    name = text_of(row.get(NAME)) or text_of(row.get(DESCR))
    if name:
        yield reading("ports.name", f"{index[0]} {name}")
    alias = text_of(row.get(ALIAS))
    if name and alias and alias not in (name, text_of(row.get(DESCR))):
        yield reading("ports.place", f"{box.name} {name} = {alias}")
    if mac := mac_of(row.get(MAC)):
        yield reading("ports.own", mac)


PROBE = Probe(
    name="ports",
    impact=Impact.DATAGRAM,
    fields=frozenset({"ports.name", "ports.place", "ports.own"}),
    ports=SPEAKS,
    packets=PACKETS,
    summary="Reads the names and descriptions of a switch's ports (IF-MIB), where the scope lists its address.",
    talk=talk_of(read),
    suits=frozenset(),
)
