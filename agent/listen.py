"""Listening: one frame that nobody asked for -> what the probes read in it. Pure; sends nothing.

Which probe hears what stands in the probes (Probe.heard_on); this module takes the headers off and hands
the payload to those concerned. A reading belongs to the host that it names, else to the sender's
IP address, else (link-layer protocols; a sender of 0.0.0.0, :: or fe80::, which names nobody away
from its link) to the sender's MAC, in lower case with colons.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from probes import flow
from probes.frame import ICMP6, TCP, UDP, Packet, parse
from probes.model import ParseError, Probe, Reading

Place: TypeAlias = tuple[str, int]
Table: TypeAlias = Mapping[Place, tuple[Probe, ...]]

ANY = 0


@dataclass(frozen=True, slots=True)
class Heard:
    """What one frame told: readings with their host set, by probe; and which probes could not read it."""

    readings: tuple[tuple[str, Reading], ...] = ()
    garbled: tuple[tuple[str, str], ...] = ()
    vlan: int | None = None


def table_of(probes: Iterable[Probe]) -> Table:
    """(kind, number) -> the probes that hear there."""
    found: dict[Place, tuple[Probe, ...]] = {}
    for probe in probes:
        if probe.hear is not None:
            for place in sorted(probe.heard_on):
                found[place] = (*found.get(place, ()), probe)
    return found


def hear(frame: bytes, table: Table) -> Heard:
    """Everything that the probes of `table` read in one Ethernet frame. Never raises."""
    try:
        packet = parse(frame)
    except ParseError as error:
        return Heard(garbled=(("frame", str(error)),))
    readings: list[tuple[str, Reading]] = []
    garbled: list[tuple[str, str]] = []
    host = _sender(packet)
    for probe, data in _concerned(packet, frame, table):
        assert probe.hear is not None
        try:
            found = probe.hear(data)
        except ParseError as error:
            garbled.append((probe.name, str(error)))
            continue
        for reading in found:
            if reading.host or host:
                readings.append((probe.name, reading if reading.host else replace(reading, host=host)))
    return Heard(tuple(readings), tuple(garbled), packet.vlan)


def _concerned(packet: Packet, frame: bytes, table: Table) -> list[tuple[Probe, bytes]]:
    """The probes that may read this packet, each once, with the bytes that each is to have."""
    found: dict[str, tuple[Probe, bytes]] = {}

    def give(place: Place, data: bytes | None) -> None:
        if data is not None:
            for probe in table.get(place, ()):
                found.setdefault(probe.name, (probe, data))

    if packet.kind:
        give(("frame", packet.kind), frame)
        give(("ethertype", packet.kind), packet.payload)
    elif packet.snap >= 0:
        give(("snap", packet.snap), packet.payload)
    else:
        give(("llc", packet.ssap), packet.payload)
    if packet.protocol == UDP:
        give(("udp", packet.destination_port), packet.payload or None)  # an empty one says nothing
        give(("udp", packet.source_port), packet.payload or None)
        give(("udp", ANY), packet.payload or None)
    elif packet.protocol == TCP:
        give(("tcp-from", packet.source_port), packet.payload or None)
        give(("tcp", ANY), packet.payload or None)
    elif packet.protocol == ICMP6 and packet.payload:
        give(("icmp6", packet.payload[0]), packet.payload)
    elif packet.protocol >= 0:
        give(("ip", packet.protocol), packet.payload)
    return list(found.values())


def _sender(packet: Packet) -> str:
    if packet.source and packet.source not in flow.NOBODY and not packet.source.startswith("fe80:"):
        return packet.source if flow.is_host(packet.source) else ""
    return packet.source_mac if flow.is_unicast_mac(packet.source_mac) else ""
