"""What is it? Evidence and rules in, devices out: pure, so that findings can be made again with better rules.

Three steps. Each piece of evidence meets the rules and becomes claims (agent/rules.py). Addresses that are
one box are joined (agent/merge.py). The claims of a box are settled, attribute by attribute
(agent/settle.py), and so is what it serves (agent/served.py).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from ipaddress import ip_address, ip_network
from types import MappingProxyType

from agent import oui
from agent.device import Claim, Device, Interface, Tier
from agent.makers import maker_claims, trades, without_makers
from agent.merge import NOTHING_JUDGED, Box, Face, Judged, merge
from agent.own_systems import with_system
from agent.part_rows import without_parts
from agent.rules import RuleSet
from agent.served import services_of
from agent.settle import ordered, settle
from agent.sightings import Sightings, seen_by_others, sightings, without_shadows
from agent.vocabulary import Vocabulary, vendor_key
from probes.model import Evidence

_NO_ADDRESS = 9
SHORTEST_SERIAL = 5
"""Characters: shorter serial numbers are counted per maker and meet by chance."""

GUEST_RULE = "identify.randomised"
PROXY_RULE = "identify.proxy-arp"
_NO_LIST: Mapping[tuple[str, str], str] = MappingProxyType({})
_NOTHING_SENT: Mapping[tuple[str, str], tuple[int, int]] = MappingProxyType({})


def claims_of(
    evidence: Iterable[Evidence], rules: RuleSet, registrant: Callable[[str], str] = oui.vendor_of
) -> tuple[Claim, ...]:
    """All that the rules and the address registry say of one host's evidence, strongest first."""
    items, found = tuple(evidence), list[Claim]()
    for name, value in dict.fromkeys((e.field, e.value) for e in items):
        said = rules.claims(name, value)
        found += said
        found += maker_claims(name, value, rules, {c.attribute for c in said}, registrant)
    found += trades(found, rules)
    return ordered(without_makers(without_parts(found, items), rules.vocabulary), rules.vocabulary)


def fragile(claims: Iterable[Claim]) -> str:
    """Why this host must be left alone, or "". Any hint is enough, the weakest too: it protects."""
    found = [claim for claim in claims if claim.attribute == "fragile"]
    if not found:
        return ""
    reason = min(found, key=lambda c: (-c.tier, c.rule, c.text))
    return f"{reason.rule}: {reason.field} {reason.text}"


def identify(
    evidence: Iterable[Evidence],
    rules: RuleSet,
    *,
    segment_of: Callable[[str, str], str] = lambda site, host: "",
    account: Mapping[tuple[str, str], tuple[int, int]] = _NOTHING_SENT,
    registrant: Callable[[str], str] = oui.vendor_of,
    places: Mapping[tuple[str, str], str] = _NO_LIST,
    judged: Judged = NOTHING_JUDGED,
) -> tuple[Device, ...]:
    """The devices behind the evidence, sorted by id; the order of the evidence makes no difference.

    segment_of: (site, address) -> name of the scope's network, "" for none.
    account: (site, address) -> packets and bytes sent to it.
    registrant: MAC -> the registrant of its address block.
    places: (switch, port) -> place, by the hospital's own list.
    judged: what people said is one box, or is not.

    A device's id is its site and its lowest globally unique MAC of its own, or else its lowest address.
    """
    items = list(evidence)
    seen = sightings(items, places)
    hosts = _hosts(without_shadows(items), rules, registrant)
    past = rules.vocabulary.role("past")
    boxes = [
        box
        for box in merge((_face(host, rules.vocabulary, segment_of) for host in hosts.values()), judged)
        if any(item.field not in past for face in box.faces for item in hosts[face.key].evidence)
    ]
    devices = (_device(box, hosts, rules, segment_of, account, seen) for box in boxes)
    return tuple(sorted(devices, key=lambda device: device.id))


@dataclass(slots=True)
class _Host:
    """One address and all that was read of it. macs: in canonical form, shared and made-up ones too."""

    site: str
    host: str
    evidence: list[Evidence] = field(default_factory=list)
    claims: tuple[Claim, ...] = ()
    macs: set[str] = field(default_factory=set)
    told: set[str] = field(default_factory=set)


def _hosts(
    evidence: Iterable[Evidence], rules: RuleSet, registrant: Callable[[str], str]
) -> dict[tuple[str, str], _Host]:
    hosts: dict[tuple[str, str], _Host] = {}
    told = rules.vocabulary.role("told_mac")
    for item in evidence:
        host = hosts.setdefault((item.site, item.host), _Host(item.site, item.host))
        host.evidence.append(item)
        if item.field in told and (mac := oui.canonical(item.value)):
            host.told.add(mac)
        elif item.field.endswith(".mac") and (mac := oui.canonical(item.value)):
            host.macs.add(mac)
    for host in hosts.values():
        itself: list[Evidence] = []
        if mac := _mac_host(host.host):
            host.macs.add(mac)
            itself = [Evidence(host.site, host.host, "", "host.mac", mac, "")]  # its block tells the maker
        host.claims = claims_of([*host.evidence, *itself], rules, registrant)
    return hosts


def _mac_host(host: str) -> str:
    """The MAC of a host that is known by nothing else, or ""."""
    return "" if _address_key(host)[0] < _NO_ADDRESS else oui.canonical(host)


def _face(host: _Host, vocabulary: Vocabulary, segment_of: Callable[[str, str], str]) -> Face:
    return Face(
        site=host.site,
        host=host.host,
        segment=segment_of(host.site, host.host) or _subnet(host.host),
        macs=frozenset(filter(oui.is_own, host.macs)),
        told=frozenset(filter(oui.is_own, host.told)),
        identities=frozenset(_identities(host, vocabulary)),
        copyable=frozenset(
            pair
            for pair in _of_role(host, vocabulary.role("copyable"))
            if not vocabulary.is_placeholder(pair[1])
        ),
        names=frozenset(
            name.casefold() for name in _hostnames(host.evidence, host.claims, vocabulary.role("hostname"))
        ),
        is_virtual=any(oui.is_local(mac) and not oui.virtual_mac(mac) for mac in host.macs)
        or any((c.attribute, c.value) == ("kind", "virtual-machine") for c in host.claims),
        makers=frozenset(
            vendor_key(c.value) for c in host.claims if c.attribute == "vendor" and c.tier >= Tier.MEDIUM
        ),
        speaks=any(not (e.field.startswith("arp.") or seen_by_others(e)) for e in host.evidence),
    )


def _identities(host: _Host, vocabulary: Vocabulary) -> Iterable[tuple[str, str]]:
    yield from _of_role(host, vocabulary.role("identity"))
    for claim in host.claims:
        serial = re.sub(r"\W", "", claim.value).casefold()
        certain = claim.attribute == "serial" and claim.tier is Tier.STRONG and len(serial) >= SHORTEST_SERIAL
        if certain and not vocabulary.is_placeholder(claim.value):
            yield "serial", serial


def _of_role(host: _Host, fields: frozenset[str]) -> Iterable[tuple[str, str]]:
    return (
        (item.field, item.value.casefold()) for item in host.evidence if item.field in fields and item.value
    )


def _subnet(host: str) -> str:
    """The segment of an address of which nobody says one: its /24 or /64."""
    try:
        address = ip_address(host)
    except ValueError:
        return ""
    return str(ip_network(f"{address}/{24 if address.version == 4 else 64}", strict=False))


def _device(
    box: Box,
    hosts: Mapping[tuple[str, str], _Host],
    rules: RuleSet,
    segment_of: Callable[[str, str], str],
    account: Mapping[tuple[str, str], tuple[int, int]],
    seen: Sightings,
) -> Device:
    vocabulary = rules.vocabulary
    members = [hosts[face.key] for face in box.faces]
    site = members[0].site
    evidence = [item for member in members for item in member.evidence]
    claims, conflicts = settle(
        [*(c for member in members for c in member.claims), *_own_claims(box, members)], vocabulary
    )
    claims = with_system(claims, conflicts, rules)
    addresses = sorted((m.host for m in members), key=_address_key)
    spent = [account.get((site, address), (0, 0)) for address in addresses]
    times = sorted(item.at for item in evidence)
    return Device(
        id="/".join(filter(None, (site, _key(box, members, addresses)))),
        site=site,
        interfaces=_interfaces(box, members, seen),
        segments=tuple(sorted({s for address in addresses if (s := segment_of(site, address))})),
        hostnames=_hostnames(evidence, claims, vocabulary.role("hostname")),
        claims=claims,
        conflicts=conflicts,
        services=services_of(evidence, claims, vocabulary),
        remote_maintenance=tuple(sorted({c.value for c in claims if c.attribute == "remote"})),
        packets=sum(packets for packets, _ in spent),
        bytes=sum(size for _, size in spent),
        first_seen=times[0],
        last_seen=times[-1],
    )


def _key(box: Box, members: Sequence[_Host], addresses: Sequence[str]) -> str:
    """A MAC that was heard before one that was told: the second is not heard of in every run."""
    heard = {mac for member in members for mac in member.macs}
    return min(box.owns & heard, default="") or min(box.owns, default="") or addresses[0]


def _own_claims(box: Box, members: Sequence[_Host]) -> Iterable[Claim]:
    """What follows from the addresses themselves."""
    for mac, count in box.proxied.items():
        yield Claim("proxy_arp", f"answers for {count} addresses", Tier.MEDIUM, PROXY_RULE, "arp.mac", mac)
    macs = {mac for member in members for mac in member.macs | member.told}
    made_up = sorted(mac for mac in macs if oui.is_local(mac) and not oui.virtual_mac(mac))
    if (
        made_up
        and len(made_up) == len(macs)
        and not any(c.attribute == "class" for m in members for c in m.claims)
    ):
        for attribute, value in (("class", "guest"), ("kind", "randomised-address")):
            yield Claim(attribute, value, Tier.WEAK, GUEST_RULE, "arp.mac", made_up[0])


def _interfaces(box: Box, members: Sequence[_Host], seen: Sightings) -> tuple[Interface, ...]:
    ips: dict[str, set[str]] = defaultdict(set)
    for member in members:
        heard = {m for m in member.macs if m in box.shows or not oui.is_own(m)}
        told = {m for m in member.told if m in box.shows}
        for mac in heard or told or {""}:
            ips[mac].add(member.host)
        for mac in told:
            ips[mac] |= set()
    found: list[Interface] = []
    for mac in sorted(ips):
        mine = tuple(sorted((h for h in ips[mac] if not _mac_host(h)), key=_address_key))
        spot = seen.spot(members[0].site, mac, mine)
        found.append(Interface(mac, mine, spot.switch, spot.port, spot.place))
    return tuple(found)


def _hostnames(
    evidence: Iterable[Evidence], claims: Iterable[Claim], names: frozenset[str]
) -> tuple[str, ...]:
    """Names as they are written, each once however it is spelt; of a domain name the first label."""
    written = [item.value.split(".")[0].strip() for item in evidence if item.field in names]
    written += [claim.value.split(".")[0].strip() for claim in claims if claim.attribute == "hostname"]
    kept: dict[str, str] = {}
    for name in sorted(set(written)):
        if name:
            kept.setdefault(name.casefold(), name)
    return tuple(kept[key] for key in sorted(kept))


def _address_key(host: str) -> tuple[int, int, str]:
    """Addresses in their own order, IPv4 first; what is no address (a MAC) last."""
    try:
        address = ip_address(host)
    except ValueError:
        return (_NO_ADDRESS, 0, host)
    return (address.version, int(address), host)
