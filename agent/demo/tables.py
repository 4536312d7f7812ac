"""The tables that a stand-in switch shows by SNMP, made from where the hospital's cables really go.

IF-MIB (RFC 2863), BRIDGE-MIB (RFC 4188), Q-BRIDGE-MIB (RFC 4363), LLDP-MIB (IEEE 802.1AB-2005, annex 12) and,
for a switch that shows one VLAN at a time to "community@vlan", CISCO-VTP-MIB's list of VLANs. An access port has
its one host's MAC; the uplink has the MACs of everything else that is on the switch's VLANs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from agent.demo.host import Hospital, Host, Oid, Switch, Value
from agent.demo.namespaces import Attachment, Segment

MIB: Oid = (1, 3, 6, 1, 2, 1)
IF_TABLE, IF_X_TABLE = (*MIB, 2, 2, 1), (*MIB, 31, 1, 1, 1)
BRIDGE, Q_BRIDGE = (*MIB, 17), (*MIB, 17, 7, 1)
LLDP_LOCAL, LLDP_REMOTE = (1, 0, 8802, 1, 1, 2, 1, 3), (1, 0, 8802, 1, 1, 2, 1, 4, 1, 1)
VTP_VLAN: Oid = (1, 3, 6, 1, 4, 1, 9, 9, 46, 1, 3, 1, 1)
VTP_ROW: Mapping[int, int] = {2: 1, 3: 1}
"""vtpVlanState operational and vtpVlanType ethernet; 4 is the name, the index is the management domain and the VLAN."""

LEARNED = 3
MAC_ADDRESS, INTERFACE_NAME = 4, 5
ETHERNET, UP = 6, 1
SYS_DESCRIPTION: Oid = (*MIB, 1, 1, 0)
FIRST_PORT_INDEX = 100
"""ifIndex of a port is this and its number: on real switches too the two differ."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """What a neighbour says of itself by LLDP."""

    mac: str
    name: str
    description: str


def wired(hospital: Hospital) -> Hospital:
    """The same hospital, whose switches show the tables that its cables make."""
    return replace(hospital, hosts=tuple(_wired(host, hospital) for host in hospital.hosts))


def _wired(host: Host, hospital: Hospital) -> Host:
    if host.switch is None or host.snmp is None:
        return host
    at = hospital.interfaces()
    vlans = {segment.name: segment.vlan for segment in hospital.segments}
    stations = [a for a in at.values() if a not in host.attachments]
    stations += [shared.attachment for shared in hospital.shared]
    rows = forwarding(host.switch, at, stations, hospital.segments)
    named = {h.name: Neighbour(h.mac, h.name, _description(h)) for h in hospital.hosts}
    access = {p.number: vlans[_at(h, at).segment] for p in host.switch.ports for h in p.hosts}
    common, contexts = tables(host.switch, host.mac, rows, named, access)
    snmp = replace(
        host.snmp,
        values=_in_order({**common, **dict(host.snmp.values)}),
        contexts=tuple((vlan, _in_order(values)) for vlan, values in contexts.items()),
    )
    return replace(host, snmp=snmp)


def _at(host: str, at: Mapping[str, Attachment]) -> Attachment:
    return at[host if ":" in host else f"{host}:0"]


def _in_order(values: Mapping[Oid, Value]) -> tuple[tuple[Oid, Value], ...]:
    return tuple(sorted(values.items(), key=lambda item: item[0]))


def _description(host: Host) -> str:
    return str(dict(host.snmp.values).get(SYS_DESCRIPTION, "")) if host.snmp else host.name


def forwarding(
    switch: Switch,
    at: Mapping[str, Attachment],
    all_of_them: Iterable[Attachment],
    segments: Iterable[Segment],
) -> list[tuple[int, int, str]]:
    """(VLAN, port number, MAC) of every station that the switch has heard. at: "name:0" -> the interface."""
    vlans = {segment.name: segment.vlan for segment in segments}
    own = [(port, _at(host, at)) for port in switch.ports for host in port.hosts]
    rows = [(vlans[a.segment], port.number, a.mac) for port, a in own]
    near = {mac for _, _, mac in rows}
    for a in all_of_them:
        if a.segment in switch.segments and a.mac not in near:
            rows.append((vlans[a.segment], switch.uplink.number, a.mac))
    return sorted(rows)


def tables(
    switch: Switch,
    base: str,
    rows: Iterable[tuple[int, int, str]],
    neighbours: Mapping[str, Neighbour],
    ports_vlan: Mapping[int, int],
) -> tuple[dict[Oid, Value], dict[int, dict[Oid, Value]]]:
    """(all variables, variables of each VLAN's context). base: the switch's own MAC."""
    common: dict[Oid, Value] = dict(_interfaces(switch))
    common[*LLDP_LOCAL, 1, 0] = MAC_ADDRESS
    common[*LLDP_LOCAL, 2, 0] = _octets(base)
    common |= dict(_lldp(switch, neighbours))
    listed = list(rows)
    if switch.manner == "contexts":
        vlans = sorted({vlan for vlan, _, _ in listed})
        for vlan in vlans:
            common |= {(*VTP_VLAN, column, 1, vlan): value for column, value in VTP_ROW.items()}
            common[*VTP_VLAN, 4, 1, vlan] = f"VLAN{vlan:04}"
        return common, {v: dict(_bridge(switch, base, [r for r in listed if r[0] == v])) for v in vlans}
    if switch.manner == "vlans":
        common |= dict(_bridge(switch, base, []))
        common |= dict(_vlans(listed, ports_vlan))
    else:
        common |= dict(_bridge(switch, base, listed))
    return common, {}


def _interfaces(switch: Switch) -> Iterator[tuple[Oid, Value]]:
    for port in switch.ports:
        index = FIRST_PORT_INDEX + port.number
        yield (*IF_TABLE, 1, index), index
        yield (*IF_TABLE, 2, index), port.name
        yield (*IF_TABLE, 3, index), ETHERNET
        yield (*IF_TABLE, 8, index), UP
        yield (*IF_X_TABLE, 1, index), port.name
        yield (*IF_X_TABLE, 18, index), port.alias


def _bridge(switch: Switch, base: str, rows: Iterable[tuple[int, int, str]]) -> Iterator[tuple[Oid, Value]]:
    yield (*BRIDGE, 1, 1, 0), _octets(base)
    for port in switch.ports:
        yield (*BRIDGE, 1, 4, 1, 1, port.number), port.number
        yield (*BRIDGE, 1, 4, 1, 2, port.number), FIRST_PORT_INDEX + port.number
    for mac, number in {mac: number for _, number, mac in rows}.items():
        octets = _octets(mac)
        yield (*BRIDGE, 4, 3, 1, 1, *octets), octets
        yield (*BRIDGE, 4, 3, 1, 2, *octets), number
        yield (*BRIDGE, 4, 3, 1, 3, *octets), LEARNED


def _vlans(
    rows: Iterable[tuple[int, int, str]], ports_vlan: Mapping[int, int]
) -> Iterator[tuple[Oid, Value]]:
    for vlan, number, mac in rows:
        yield (*Q_BRIDGE, 2, 2, 1, 2, vlan, *_octets(mac)), number
        yield (*Q_BRIDGE, 2, 2, 1, 3, vlan, *_octets(mac)), LEARNED
        yield (*Q_BRIDGE, 4, 2, 1, 3, 0, vlan), vlan
        yield (*Q_BRIDGE, 4, 3, 1, 1, vlan), f"VLAN{vlan}"
    for number, vlan in ports_vlan.items():
        yield (*Q_BRIDGE, 4, 5, 1, 1, number), vlan


def _lldp(switch: Switch, neighbours: Mapping[str, Neighbour]) -> Iterator[tuple[Oid, Value]]:
    for port in switch.ports:
        yield (*LLDP_LOCAL, 7, 1, 2, port.number), INTERFACE_NAME
        yield (*LLDP_LOCAL, 7, 1, 3, port.number), port.name
        yield (*LLDP_LOCAL, 7, 1, 4, port.number), port.alias
        if port.neighbour:
            other, row = neighbours[port.neighbour], (0, port.number, 1)
            yield (*LLDP_REMOTE, 4, *row), MAC_ADDRESS
            yield (*LLDP_REMOTE, 5, *row), _octets(other.mac)
            yield (*LLDP_REMOTE, 6, *row), INTERFACE_NAME
            yield (*LLDP_REMOTE, 7, *row), port.neighbour_port
            yield (*LLDP_REMOTE, 9, *row), other.name
            yield (*LLDP_REMOTE, 10, *row), other.description


def _octets(mac: str) -> bytes:
    return bytes.fromhex(mac.replace(":", ""))
