"""Which addresses are one box: pure, by strong identity only, and the same in whatever order it is told.

An address joins another where both show the same serial number, the same SNMP engine or the same
globally unique MAC. What a copied disk or firmware brings along (an SSH host key, a uuid) joins addresses of
different segments, as of a server with a foot in each, and no others: two on one segment are more likely an
image that was rolled out twice. Names never join anything, and neither do addresses that are made up (randomised,
virtual machines' bridges), shared (VRRP, HSRP, CARP) or lent: a router that answers ARP for others
puts its MAC on all of them.

All joins come from sets, none from what came first, so that they do not depend on order; and each is a
link with its reason, so that it can be taken back: what a person judged outranks all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import combinations
from types import MappingProxyType

PROXY_ARP = 8
"""A MAC that answers for more addresses of one segment than this is taken for somebody else's proxy: a
router, a firewall that answers for dead addresses. Servers with that many addresses of one segment are
rarer than such routers; their addresses then stand apart where they speak, and nothing is lost."""


@dataclass(frozen=True, slots=True)
class Face:
    """One address of one site, as the evidence shows it.

    macs: what answered ARP for it.  told: MACs that it says of itself.  identities: (kind, value) pairs that
    only one box in the world has, MACs apart.  copyable: pairs that a copy of the box has too.  segment: where it
    is.  makers: who it strongly seems to be by.  names: its host names, casefolded.  is_virtual: a hypervisor seems
    to have made it.  speaks: it said something itself, beyond ARP.
    """

    site: str
    host: str
    segment: str = ""
    macs: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    identities: frozenset[tuple[str, str]] = frozenset()
    copyable: frozenset[tuple[str, str]] = frozenset()
    makers: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    is_virtual: bool = False
    speaks: bool = False

    @property
    def key(self) -> tuple[str, str]:
        return (self.site, self.host)


@dataclass(frozen=True, slots=True)
class Judged:
    """What people said is one box, or is not: (site, address, address) each, an address being an IP or a MAC.

    Of apart, the second stands by itself and leaves the box of the first, with its shared MACs. Where one pair
    would join what another parts, it is parted.
    """

    together: frozenset[tuple[str, str, str]] = frozenset()
    apart: frozenset[tuple[str, str, str]] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.together or self.apart)


NOTHING_JUDGED = Judged()


@dataclass(frozen=True, slots=True)
class Link:
    """Why addresses are one box: they all show `identity`, a (kind, value) pair."""

    identity: tuple[str, str]
    hosts: tuple[str, ...]


@dataclass(slots=True)
class Box:
    """The faces of one device.

    shows: MACs to show as its interfaces'.  owns: those among them that no other box shows.
    proxied: MAC -> how many addresses it answered for, where it did so for others.
    """

    faces: list[Face]
    shows: frozenset[str] = frozenset()
    owns: frozenset[str] = frozenset()
    links: list[Link] = field(default_factory=list)
    proxied: dict[str, int] = field(default_factory=dict)


def merge(faces: Iterable[Face], judged: Judged = NOTHING_JUDGED) -> list[Box]:
    """The boxes, in no particular order. A face is in exactly one; faces of two sites never join."""
    sites: dict[str, list[Face]] = defaultdict(list)
    for face in faces:
        sites[face.site].append(face)
    return [
        box
        for site in sorted(sites)
        for box in _merge_site(sorted(sites[site], key=lambda f: f.host), _of_site(judged, site))
    ]


def _merge_site(faces: Sequence[Face], judged: Judged) -> list[Box]:
    links = _identity_links(faces)
    persons = _components(faces, links)
    shared: dict[str, list[Face]] = defaultdict(list)
    for face in faces:
        for mac in _linking(face):
            shared[mac].append(face)
    lent: dict[str, list[Face]] = {}
    for mac, holders in shared.items():
        if is_proxy(holders, persons):
            lent[mac] = holders
            holders = [face for face in holders if not face.speaks]
        if len(holders) > 1:
            links.append(Link(("mac", mac), tuple(face.host for face in holders)))
    links += _pairs(faces)
    links += _copyable_links(faces, _components(faces, links))
    if not judged:
        return _boxes(faces, links, lent)
    links += _judged_links(faces, judged)
    links, left = _parted(faces, links, judged)
    return _boxes(faces, links, lent, left)


def _of_site(judged: Judged, site: str) -> Judged:
    return Judged(
        frozenset(pair for pair in judged.together if pair[0] == site),
        frozenset(pair for pair in judged.apart if pair[0] == site),
    )


def _judged_links(faces: Sequence[Face], judged: Judged) -> list[Link]:
    found = []
    for _, one, other in sorted(judged.together):
        first, second = _hosts_of(faces, one), _hosts_of(faces, other)
        if first and second:
            hosts = tuple(sorted(first | second))
            found.append(Link(("judged", f"{one} {other}"), hosts))
    return found


def _parted(
    faces: Sequence[Face], links: Sequence[Link], judged: Judged
) -> tuple[list[Link], dict[str, frozenset[str]]]:
    """The links without those that a person undid; and host -> MACs that stay with the box that it left."""
    kept, left = list(links), dict[str, frozenset[str]]()
    for _, one, other in sorted(judged.apart):
        leaving = _hosts_of(faces, other)
        staying = _hosts_of(faces, one) - leaving
        boxes = _components(faces, kept)
        torn = {boxes[host] for host in staying} & {boxes[host] for host in leaving}
        if not torn:
            continue
        kept = [part for link in kept for part in _torn(link, leaving, boxes[link.hosts[0]] in torn)]
        rest = [f for f in faces if boxes[f.host] in torn and f.host not in leaving]
        macs = frozenset(mac for face in rest for mac in face.macs | face.told)
        left |= {host: left.get(host, frozenset()) | macs for host in leaving}
    return kept, left


def _torn(link: Link, leaving: Set[str], is_torn: bool) -> Iterable[Link]:
    if not is_torn:
        yield link
        return
    for hosts in ([h for h in link.hosts if h in leaving], [h for h in link.hosts if h not in leaving]):
        if len(hosts) > 1:
            yield Link(link.identity, tuple(hosts))


def _hosts_of(faces: Sequence[Face], address: str) -> set[str]:
    """The hosts that an IP or MAC address names."""
    return {face.host for face in faces if address == face.host or address in face.macs | face.told}


def is_proxy(holders: Sequence[Face], persons: Mapping[str, str]) -> bool:
    """Whether one MAC stands for several boxes: too many addresses of one segment, or two that say who they are.

    holders: the faces that have it.  persons: host -> the component that its own identities put it in.
    """
    segments: dict[str, int] = defaultdict(int)
    for face in holders:
        segments[face.segment] += 1
    known = {persons[face.host] for face in holders if face.identities}
    return max(segments.values()) > PROXY_ARP or len(known) > 1


def _linking(face: Face) -> frozenset[str]:
    """The MACs by which a face may be joined. Where two answered for one address, it is disputed: nobody knows
    whose voice was heard, and joining by both would weld two boxes into one."""
    return face.told | face.macs if len(face.macs) < 2 else face.told


def _identity_links(faces: Sequence[Face]) -> list[Link]:
    """Links by serial number and the like; none where the faces seem to be of different makers."""
    groups: dict[tuple[str, str], list[Face]] = defaultdict(list)
    for face in faces:
        for identity in face.identities:
            groups[identity].append(face)
    return [
        Link(identity, tuple(face.host for face in group))
        for identity, group in sorted(groups.items())
        if len(group) > 1 and len(frozenset[str]().union(*(face.makers for face in group))) < 2
    ]


def _pairs(faces: Sequence[Face]) -> list[Link]:
    """Links between addresses for which the very same several MACs answered: one box with two feet in one
    network, whose system answers on either for both."""
    groups: dict[frozenset[str], list[str]] = defaultdict(list)
    for face in faces:
        if len(face.macs) > 1:
            groups[face.macs].append(face.host)
    found = sorted((" ".join(sorted(macs)), hosts) for macs, hosts in groups.items() if len(hosts) > 1)
    return [Link(("macs", macs), tuple(hosts)) for macs, hosts in found]


def _copyable_links(faces: Sequence[Face], boxes: Mapping[str, str]) -> list[Link]:
    """Links by what a copy has too. boxes: host -> the component that everything stronger put it in."""
    groups: dict[tuple[str, str], list[Face]] = defaultdict(list)
    for face in faces:
        for value in face.copyable:
            groups[value].append(face)
    return [
        Link(value, tuple(face.host for face in group))
        for value, group in sorted(groups.items())
        if len({boxes[face.host] for face in group}) > 1 and not _seem_copies(group, boxes)
    ]


def _seem_copies(group: Sequence[Face], boxes: Mapping[str, str]) -> bool:
    """Whether these are several boxes with one image: two on one segment; several virtual machines, which are what
    is cloned; or what says of itself, by name, serial number or maker, that it is not the same."""
    segments: dict[str, set[str]] = defaultdict(set)
    members: dict[str, list[Face]] = defaultdict(list)
    for face in group:
        segments[face.segment].add(boxes[face.host])
        members[boxes[face.host]].append(face)
    kinds = {kind for face in group for kind, _ in face.identities}
    said = [
        [{name for face in box for name in face.names} for box in members.values()],
        *(
            [{value for face in box for k, value in face.identities if k == kind} for box in members.values()]
            for kind in sorted(kinds)
        ),
    ]
    return (
        any(len(boxes_there) > 1 for boxes_there in segments.values())
        or any(face.is_virtual for face in group)
        or any(map(_differ, said))
        or len(frozenset[str]().union(*(face.makers for face in group))) > 1
    )


def _differ(known: Sequence[set[str]]) -> bool:
    """Whether two boxes of which something is known have nothing of it in common."""
    return any(one.isdisjoint(other) for one, other in combinations(filter(None, known), 2))


def _components(faces: Sequence[Face], links: Iterable[Link]) -> dict[str, str]:
    """host -> the first host, in order of spelling, that it is linked to."""
    root = {face.host: face.host for face in faces}

    def find(host: str) -> str:
        while root[host] != host:
            root[host] = root[root[host]]
            host = root[host]
        return host

    for link in links:
        for host in link.hosts[1:]:
            low, high = sorted((find(link.hosts[0]), find(host)))
            root[high] = low
    return {host: find(host) for host in root}


def _boxes(
    faces: Sequence[Face],
    links: Sequence[Link],
    lent: Mapping[str, Sequence[Face]],
    left: Mapping[str, frozenset[str]] = MappingProxyType({}),
) -> list[Box]:
    members: dict[str, Box] = {}
    belongs = _components(faces, links)
    for face in faces:
        members.setdefault(belongs[face.host], Box([])).faces.append(face)
    for link in links:
        members[belongs[link.hosts[0]]].links.append(link)
    undisputed = {mac for face in faces for mac in _linking(face)}
    shown_by: dict[str, int] = defaultdict(int)
    for box in members.values():
        box.shows = frozenset(
            mac
            for face in box.faces
            for mac in _shown(face, undisputed, lent) - left.get(face.host, frozenset())
        )
        box.proxied = {m: len(lent[m]) for f in box.faces for m in f.macs & lent.keys() if not f.speaks}
        for mac in box.shows:
            shown_by[mac] += 1
    for box in members.values():
        box.owns = frozenset(mac for mac in box.shows if shown_by[mac] == 1)
    return list(members.values())


def _shown(face: Face, undisputed: set[str], lent: Mapping[str, Sequence[Face]]) -> frozenset[str]:
    """The MACs of a face that its box shows: not those that clearly are another's, not a proxy's."""
    macs = face.macs - undisputed if len(face.macs) > 1 else face.macs
    borrowed = {m for m in macs & lent.keys() if face.speaks and not all(f.speaks for f in lent[m])}
    return face.told | (macs - borrowed)
