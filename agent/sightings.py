"""Where on the network a MAC is: which of the ports that saw it is its own. Pure, and the same in whatever order.

Every switch on the way to a device learns its MAC, each on the port that leads there. A port with another
switch behind it is nobody's place; of the others the one with the fewest MACs is the nearest. Where two are equally
near, nothing says which: then the device has no place rather than a wrong one.

Also here: which MACs of a forwarding table are no devices of their own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from agent import oui
from agent.port_places import port_key
from probes.links import passes_on, routes
from probes.model import Evidence, Reading

SEEN_BY_OTHERS = frozenset({"forwarding", "neighbours", "wireless", "links"})
"""Probes that read of a host in another's table. What they tell of it, it has not said itself."""


@dataclass(frozen=True, slots=True)
class Spot:
    """switch and port as the switch calls them; place as people do. "" is unknown."""

    switch: str = ""
    port: str = ""
    place: str = ""


def own_port(ports: Iterable[str], uplinks: Collection[str], crowd: Mapping[str, int]) -> str:
    """Of the ports that saw a MAC the one that it hangs on, or "".

    ports, uplinks: "SWITCH PORT".  crowd: how many MACs each port saw.
    """
    near = sorted((crowd.get(port, 0), port) for port in set(ports) if port not in uplinks)
    if not near or (len(near) > 1 and near[0][0] == near[1][0]):
        return ""
    return near[0][1]


@dataclass(slots=True)
class Sightings:
    """What all tables say of where things are. Keys are (site, host) and (site, "SWITCH PORT"). listed: the
    hospital's own list."""

    ports: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    ends: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    points: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    told: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    vlans: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    uplinks: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    crowds: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    places: dict[tuple[str, str], str] = field(default_factory=dict)
    listed: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def spot(self, site: str, mac: str, hosts: Iterable[str]) -> Spot:
        """Where the interface with this MAC and these addresses is."""
        keys = [(site, host) for host in (mac, *hosts) if host]
        ends = set().union(*(self.ends.get(key, set()) for key in keys))
        port = next(iter(ends)) if len(ends) == 1 else ""
        if not port:
            saw = set().union(*(self.ports.get(key, set()) for key in keys))
            port = own_port(saw, self.uplinks[site], self.crowds[site])
        switch, _, name = port.partition(" ")
        points = set().union(*(self.points.get(key, set()) for key in keys))
        told = set().union(*(self.told.get(key, set()) for key in keys))
        place = next(iter(points)) if len(points) == 1 else ""
        place = place or self.listed.get(port_key(switch, name), "") or self.places.get((site, port), "")
        return Spot(switch, name, place or (next(iter(told)) if len(told) == 1 else ""))


def sightings(evidence: Iterable[Evidence], places: Mapping[tuple[str, str], str] | None = None) -> Sightings:
    """places: (switch, port) -> the place that the hospital's own list gives (agent/port_places.py); it outranks
    what the switch says."""
    seen = Sightings(listed=places or {})
    words: dict[tuple[str, str], list[Reading]] = defaultdict(list)
    macs: dict[tuple[str, str], set[str]] = defaultdict(set)
    by_field = {
        "forwarding.port": seen.ports,
        "forwarding.place": seen.told,
        "forwarding.vlan": seen.vlans,
        "links.at": seen.ends,
        "wireless.access_point": seen.points,
    }
    for item in evidence:
        if (table := by_field.get(item.field)) is not None:
            table[(item.site, item.host)].add(item.value)
        elif item.field in ("lldp.capabilities", "cdp.capabilities", "cdp.platform"):
            words[(item.site, item.host)].append(Reading(item.field, item.value))
        elif item.field.endswith(".mac") or item.field == "lldp.chassis":
            macs[(item.site, item.host)].add(oui.canonical(item.value))
        elif item.field == "links.uplink":
            seen.uplinks[item.site].add(item.value.partition(" = ")[0])
        elif item.field == "ports.place":
            port, _, place = item.value.partition(" = ")
            seen.places[(item.site, port)] = min(place, seen.places.get((item.site, port), place))
    for (site, host), ports in seen.ports.items():
        for port in ports if oui.canonical(host) else ():
            seen.crowds[site][port] = seen.crowds[site].get(port, 0) + 1
        if not oui.canonical(host) and passes_on(words[(site, host)]):
            seen.uplinks[site] |= (
                ports  # an announcement that was heard there, in a list that a site handed over
            )
    routers = {key for key, said in words.items() if routes(said)}
    routers |= {(site, mac) for site, host in routers for mac in macs[(site, host)]}
    for (site, host), ports in seen.ends.items():
        if (
            site,
            host,
        ) in routers:  # the switch's table may leave out what the router itself was heard to say
            seen.uplinks[site] |= ports
    return seen


def seen_by_others(item: Evidence) -> bool:
    """Whether this was read in another's table: the host has not said it, and may not even be there any more."""
    return item.probe in SEEN_BY_OTHERS or item.field.partition(".")[0] in SEEN_BY_OTHERS


def without_shadows(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Less what tables tell of MACs that are no devices of their own: a switch's own interfaces, addresses that
    several routers share; and where the MAC of a host that is known by address was seen, which `Sightings` has.
    What a neighbour heard of one of a switch's own MACs is told of the switch."""
    items = list(evidence)
    owner: dict[tuple[str, str], str] = {}
    for item in items:
        if item.field == "ports.own":
            key = (item.site, item.value)
            owner[key] = min(item.host, owner.get(key, item.host))
    addressed = {
        (item.site, oui.canonical(item.value))
        for item in items
        if item.field.endswith(".mac") and not oui.canonical(item.host)
    }

    def kept(item: Evidence) -> Evidence | None:
        mac = oui.canonical(item.host) if seen_by_others(item) else ""
        if not mac:
            return item
        seen_only = item.field.partition(".")[0] in SEEN_BY_OTHERS
        if box := owner.get((item.site, mac)):
            return None if seen_only else replace(item, host=box)
        if oui.virtual_mac(mac) or (seen_only and (item.site, mac) in addressed):
            return None
        return item

    return [item for item in map(kept, items) if item is not None]
