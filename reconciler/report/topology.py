"""What the run knows of how the network hangs together: networks, gateways, switches with their ports, ways in.

Only what was seen is here: a port that a switch named, a network that a device answered in, a technology
that a device offers. Nothing is concluded from names, and what stands nowhere stands in the network "".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from agent.device import Device, Interface
from agent.findings import Coverage
from reconciler.reconciliation import DeviceBucket
from reconciler.report.lines import DeviceLine
from reconciler.report.model import Report

GATEWAYS = frozenset({"router", "firewall", "vpn", "load-balancer", "cellular-gateway"})
"""Kinds that join networks, or a network to the outside."""

MOST = 8
"""Gateways of one network; where there are more, the others stand among its devices."""

INSIDE = frozenset({"RDP", "Windows remote management", "VNC", "management controller"})
"""Remote maintenance that is offered to the hospital's own network. All other is a way in from outside."""


@dataclass(frozen=True, slots=True)
class Place:
    """A device at one place of the map. port: as the switch calls it, "" where none is known."""

    line: DeviceLine
    port: str = ""

    @property
    def unregistered(self) -> bool:
        return self.line.bucket is DeviceBucket.UNREGISTERED

    @property
    def ways_in(self) -> tuple[str, ...]:
        return ways_in(self.line.device)


@dataclass(frozen=True, slots=True)
class Switch:
    """A switch as its neighbours name it. line: the device that it is, where one bears the name.
    up: switches that it is itself plugged into."""

    site: str
    name: str
    line: DeviceLine | None = None
    up: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Network:
    """One network of the scope. plugged: devices by the switch that they are plugged into, "" where none is
    known; each device of the network once. gateways: those that join it to others."""

    site: str
    name: str
    coverage: Coverage | None
    plugged: Mapping[str, tuple[Place, ...]] = field(default_factory=dict)
    gateways: tuple[DeviceLine, ...] = ()

    @property
    def places(self) -> tuple[Place, ...]:
        return tuple(place for places in self.plugged.values() for place in places)


@dataclass(frozen=True, slots=True)
class Topology:
    """networks: in the order of the coverage, then what stands nowhere."""

    networks: tuple[Network, ...]
    switches: Mapping[tuple[str, str], Switch]


_Plugged: TypeAlias = defaultdict[tuple[str, str], defaultdict[str, list[Place]]]


def ways_in(device: Device) -> tuple[str, ...]:
    """Technologies by which somebody outside can reach this device."""
    return tuple(name for name in device.remote_maintenance if name not in INSIDE)


def is_gateway(device: Device) -> bool:
    """It says that it joins networks, or it is network gear that answers in several."""
    if device.best("class") != "network":
        return False
    return device.best("kind") in GATEWAYS or len(device.segments) > 1


def topology(report: Report) -> Topology:
    gateways: dict[tuple[str, str], list[DeviceLine]] = defaultdict(list)
    plugged: _Plugged = defaultdict(lambda: defaultdict(list))
    for line in report.devices:
        device = line.device
        if is_gateway(device):
            for name in device.segments or ("",):
                gateways[(device.site, name)].append(line)
            continue
        _stand(line, plugged)
    for key, lines in gateways.items():
        lines.sort(key=lambda x: (-len(x.device.segments), not ways_in(x.device), x.where.order, x.device.id))
        for line in lines[MOST:]:
            if key[1] in (*line.device.segments[:1], ""):
                _stand(line, plugged)
        del lines[MOST:]
    known = {(c.site, c.segment): c for c in report.coverage}
    others = sorted((plugged.keys() | gateways.keys()) - known.keys())
    networks = tuple(
        Network(
            key[0],
            key[1],
            known.get(key),
            {switch: _in_order(places) for switch, places in sorted(plugged[key].items())},
            tuple(gateways[key]),
        )
        for key in (*known, *others)
    )
    return Topology(networks, _switches(report.devices))


def _stand(line: DeviceLine, plugged: _Plugged) -> None:
    """Puts a device where its interface that says most is plugged in: it stands once on the map."""
    device = line.device
    interface = max(device.interfaces, key=lambda i: (bool(i.switch), bool(i.port)), default=Interface())
    name = device.segments[0] if device.segments else ""
    plugged[(device.site, name)][interface.switch].append(Place(line, interface.port))


def _in_order(places: Iterable[Place]) -> tuple[Place, ...]:
    return tuple(sorted(places, key=lambda p: (_port_order(p.port), p.line.where.order, p.line.device.id)))


def _port_order(port: str) -> tuple[tuple[int, int, str], ...]:
    """Ports as people count them: Gi1/0/2 before Gi1/0/10."""
    parts = re.findall(r"[0-9]{1,18}|[^0-9]+", port)
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in parts)


def _switches(lines: Iterable[DeviceLine]) -> dict[tuple[str, str], Switch]:
    """Every switch that an interface names, and the device that bears its name or address."""
    named: dict[tuple[str, str], DeviceLine] = {}
    for line in lines:
        for name in (*line.device.hostnames, *line.device.ips):
            if line.device.best("class") == "network":
                named.setdefault((line.device.site, name), line)
    keys = sorted({(x.device.site, i.switch) for x in lines for i in x.device.interfaces if i.switch})
    found: dict[tuple[str, str], Switch] = {}
    for key in keys:
        itself = named.get(key)
        links = itself.device.interfaces if itself else ()
        up = dict.fromkeys(i.switch for i in links if i.switch and i.switch != key[1])
        found[key] = Switch(key[0], key[1], itself, tuple(up))
    return found
