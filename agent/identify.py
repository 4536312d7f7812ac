"""What is it? Evidence and rules in, devices out: pure, so that findings can be made again with better rules.

Three steps. Each piece of evidence meets the rules and becomes claims (agent/rules.py). Addresses that are
one box are joined (agent/merge.py). The claims of a box are settled, attribute by attribute
(agent/settle.py).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from ipaddress import ip_address, ip_network
from types import MappingProxyType

from agent import enterprises, oui
from agent.device import Claim, Device, Interface, Service, Tier
from agent.merge import Box, Face, merge
from agent.rules import RuleSet
from agent.settle import NAMED_RULE, ordered, settle
from agent.sightings import Sightings, seen_by_others, sightings, without_shadows
from agent.vocabulary import Vocabulary, vendor_key
from probes.model import Evidence

_NO_ADDRESS = 9
SHORTEST_SERIAL = 5
"""Characters: shorter serial numbers are counted per maker and meet by chance."""

REGISTRY_RULE = "ieee.oui"
AGENT_RULE = "iana.enterprise"
AGENT_FIELDS = frozenset({"snmp.sysObjectID", "snmpv3.enterprise"})
TREE_FIELD, OBJECT_ID = "snmp.own", "snmp.sysObjectID"
ELSEWHERE = "1"
"""What an object outside the makers' tree, which is named in full, begins with."""
NAMING: Mapping[str, Tier] = {
    "snmp.sysDescr": Tier.STRONG,
    "snmp.entPhysicalDescr": Tier.STRONG,
    "snmp.entPhysicalMfgName": Tier.STRONG,
    "snmp.upsIdentManufacturer": Tier.STRONG,
    "lldp.system_description": Tier.STRONG,
    "dhcp.vendor_class": Tier.MEDIUM,
    "http.title": Tier.MEDIUM,
    "https.title": Tier.MEDIUM,
    "http.realm": Tier.MEDIUM,
    "https.realm": Tier.MEDIUM,
    "ftp.banner": Tier.MEDIUM,
    "telnet.banner": Tier.MEDIUM,
}
"""Texts in which a device describes itself, mostly with its maker's name first; a page may speak of a program."""
LONGEST_NAME, MOST_WORDS, LONGEST_SHOWN = 80, 4, 300
MENTION_RULE = "identify.mentioned-maker"
MENTIONING = frozenset({"snmp.sysDescr", "lldp.system_description"})
_SHORTEST_MENTION = 4
COPYRIGHT_RULE = "identify.copyright"
_COPYRIGHT = re.compile(r"(?i)(?:\(c\)|©|copyright)[\s,]*(?:(?:\(c\)|©|copyright|by|\d{4})[\s,–-]*)*")
_OTHERS = frozenset({"with", "for", "on", "an", "hw", "by", "of", "from", "to"})
"""Words before the name of somebody else, whose part or standard this is."""
_HOST_FIRST = re.compile(r"(?i)(?:linux|freebsd|netbsd|openbsd|sunos|aix|hp-ux|darwin|hardware:) ")
"""What a system says of itself begins so; then comes the host's name, which can be any word."""
_WORD = re.compile(r"[^\W_][^\s,;:()\[\]_/]*")
MAKER_FIELD = "iana.organisation"
"""Read by rules, given by no probe: the name to which IANA registered the agent's number."""
GUEST_RULE = "identify.randomised"
PROXY_RULE = "identify.proxy-arp"
_NO_LIST: Mapping[tuple[str, str], str] = MappingProxyType({})
_NOTHING_SENT: Mapping[tuple[str, str], tuple[int, int]] = MappingProxyType({})


def claims_of(
    evidence: Iterable[Evidence], rules: RuleSet, registrant: Callable[[str], str] = oui.vendor_of
) -> tuple[Claim, ...]:
    """All that the rules and the address registry say of one host's evidence, strongest first."""
    found: list[Claim] = []
    for name, value in dict.fromkeys((e.field, e.value) for e in evidence):
        found += rules.claims(name, value)
        if name.endswith(".mac"):
            found += _registry_claims(name, value, rules.vocabulary, registrant)
        elif name in AGENT_FIELDS:
            said = {c.attribute for c in found if c.field == name}
            found += _agent_claims(name, value, rules, said)
        elif name == TREE_FIELD:
            found += _tree_claims(value, rules)
        if name in NAMING:
            named = list(_named_claims(name, value, rules.vocabulary))
            found += named or _mentioned_claims(name, value, rules.vocabulary)
    return ordered(_without_makers(found, rules.vocabulary), rules.vocabulary)


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
) -> tuple[Device, ...]:
    """The devices behind the evidence, sorted by id; the order of the evidence makes no difference.

    segment_of: (site, address) -> name of the scope's network, "" for none.
    account: (site, address) -> packets and bytes sent to it.
    registrant: MAC -> the registrant of its address block.
    places: (switch, port) -> place, by the hospital's own list.

    A device's id is its site and its lowest globally unique MAC of its own, or else its lowest address.
    """
    items = list(evidence)
    seen = sightings(items, places)
    hosts = _hosts(without_shadows(items), rules, registrant)
    past = rules.vocabulary.role("past")
    boxes = [
        box
        for box in merge(_face(host, rules.vocabulary, segment_of) for host in hosts.values())
        if any(item.field not in past for face in box.faces for item in hosts[face.key].evidence)
    ]
    devices = (_device(box, hosts, rules.vocabulary, segment_of, account, seen) for box in boxes)
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


def _registry_claims(
    name: str, value: str, vocabulary: Vocabulary, registrant: Callable[[str], str]
) -> Iterable[Claim]:
    """The registry's word on the maker: of the network adapter at least, hence weak, or nothing (see `parts`)."""
    maker = registrant(value)
    if maker and vendor_key(maker) not in vocabulary.parts:
        yield Claim("vendor", vocabulary.vendor(maker) or maker, Tier.WEAK, REGISTRY_RULE, name, value)


def _agent_claims(name: str, oid: str, rules: RuleSet, said: Collection[str]) -> Iterable[Claim]:
    """IANA's word on who made the agent, who is nearly always the maker of the device (see `agents`); and what
    rules make of that name. said: what rules say of the number itself, which is not said again."""
    number = enterprises.number_of(oid)
    maker = "" if number in rules.vocabulary.agents else enterprises.registrant(number)
    if maker and "vendor" not in said:
        known = rules.vocabulary.vendor(maker)
        yield Claim("vendor", known or maker, Tier.MEDIUM if known else Tier.WEAK, AGENT_RULE, name, oid)
    if maker and "class" not in said:
        yield from rules.claims(MAKER_FIELD, maker)


def _tree_claims(text: str, rules: RuleSet) -> Iterable[Claim]:
    """What follows from whose part of the tree an agent carries: hints, for it may be that of a program."""
    oid = f"1.3.6.1.4.1.{text.partition(' ')[0]}"
    if enterprises.number_of(oid) == ELSEWHERE:
        return
    for claim in (*rules.claims(OBJECT_ID, oid), *_agent_claims(TREE_FIELD, oid, rules, ())):
        if claim.attribute in ("vendor", "class"):
            yield replace(claim, tier=Tier.WEAK, field=TREE_FIELD, text=text)


def _without_makers(found: Sequence[Claim], vocabulary: Vocabulary) -> Iterable[Claim]:
    """The name of a model as hints have it begins with its maker's: it is told without."""
    makers = {vendor_key(c.value) for c in found if c.attribute == "vendor"}
    for claim in found:
        if claim.attribute == "model" and claim.tier is Tier.WEAK:
            words = claim.value.split()
            starts = (
                (count, " ".join(words[:count])) for count in range(min(len(words) - 1, MOST_WORDS), 0, -1)
            )
            named = (count for count, name in starts if vocabulary.vendor(name) or vendor_key(name) in makers)
            claim = replace(claim, value=" ".join(words[next(named, 0) :]))
        yield claim


def _named_claims(name: str, text: str, vocabulary: Vocabulary) -> Iterable[Claim]:
    """The maker with whose name a description begins, in any spelling that the vocabulary has."""
    words = _WORD.findall(text[:LONGEST_NAME])
    if maker := _maker(words[:MOST_WORDS], vocabulary):
        yield Claim("vendor", maker, NAMING[name], NAMED_RULE, name, text[:LONGEST_NAME])


def _mentioned_claims(name: str, text: str, vocabulary: Vocabulary) -> Iterable[Claim]:
    """The maker in whose name a description claims copyright; and the first whose name stands further on."""
    if name not in MENTIONING:
        return
    notice = _COPYRIGHT.search(text)
    owner = text[notice.end() :][:LONGEST_NAME] if notice else ""
    if maker := _maker(_WORD.findall(owner)[:MOST_WORDS], vocabulary):
        yield Claim("vendor", maker, Tier.MEDIUM, COPYRIGHT_RULE, name, text[:LONGEST_SHOWN])
        return
    words = [] if _HOST_FIRST.match(text) else _WORD.findall(text)
    for start in range(1, len(words)):
        if len(words[start]) < _SHORTEST_MENTION or words[start - 1].casefold() in _OTHERS:
            continue
        if maker := _maker(words[start : start + MOST_WORDS], vocabulary):
            yield Claim("vendor", maker, Tier.WEAK, MENTION_RULE, name, text[:LONGEST_SHOWN])
            return


def _maker(words: Sequence[str], vocabulary: Vocabulary) -> str:
    """The maker whose name these words begin with, or ""; not one whose name is a word of everyday use."""
    for count in range(len(words), 0, -1):
        maker = vocabulary.vendor(" ".join(words[:count]))
        if maker and maker not in vocabulary.common:
            return maker
    return ""


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
    vocabulary: Vocabulary,
    segment_of: Callable[[str, str], str],
    account: Mapping[tuple[str, str], tuple[int, int]],
    seen: Sightings,
) -> Device:
    members = [hosts[face.key] for face in box.faces]
    site = members[0].site
    evidence = [item for member in members for item in member.evidence]
    claims, conflicts = settle(
        [*(c for member in members for c in member.claims), *_own_claims(box, members)], vocabulary
    )
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
        services=_services(evidence, claims, vocabulary),
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


_OPEN = re.compile(r"(?P<transport>tcp|udp)/(?P<port>\d{1,5})(?: (?P<name>\S+))?")

_SAID = re.compile(
    r"(?P<transport>tcp|udp)/(?P<port>\d{1,5})(?: [^\s;]+)?; (?P<product>[^;]+)(?:; (?P<version>[^;]+))?"
)


def _services(
    evidence: Sequence[Evidence], claims: Sequence[Claim], vocabulary: Vocabulary
) -> tuple[Service, ...]:
    """What it serves: protocols that rules recognised, with their product; then ports that are merely open."""
    found: dict[tuple[str, int], Service] = {}
    for name in sorted({c.value for c in claims if c.attribute == "service"}):
        transport, port = vocabulary.services.get(name, ("tcp", 0))
        product, version = _product(name, claims)
        for each in _ports(name, port, evidence):
            found[(transport, each)] = Service(transport, each, name, product, version)
    for value in sorted({e.value for e in evidence if e.field == "nmap.open"}):
        if hit := _OPEN.match(value):
            key = (hit["transport"], int(hit["port"]))
            found.setdefault(key, Service(*key, hit["name"] or ""))
    for item in evidence:
        if item.field == "nmap.service" and (hit := _SAID.match(item.value)):
            key = (hit["transport"], int(hit["port"]))
            if key in found and not found[key].product:
                found[key] = Service(*key, found[key].protocol, hit["product"], hit["version"] or "")
    return tuple(found[key] for key in sorted(found))


def _ports(service: str, usual: int, evidence: Iterable[Evidence]) -> list[int]:
    """Where a service answered: the ports that its probe read, or the usual one where it says none.

    One probe may have met it on its usual port and another elsewhere, so each conversation counts by itself;
    what was only heard tells of the host's own questions, not of what it serves.
    """
    said: dict[tuple[str, str], set[int]] = defaultdict(set)
    for item in evidence:
        if item.field.startswith(f"{service}.") and not item.probe.endswith("_heard"):
            is_port = item.field == f"{service}.port" and item.value.isdigit()
            said[(item.host, item.probe)] |= {int(item.value)} if is_port else set()
    found = {port for ports in said.values() for port in ports or {usual}}
    return sorted(found - {0}) or [usual]


def _product(service: str, claims: Sequence[Claim]) -> tuple[str, str]:
    """Product and version of a service: the strongest that its own fields say, both of one rule."""
    for claim in claims:
        if claim.attribute == "product" and claim.field.split(".")[0] == service:
            versions = (
                c.value
                for c in claims
                if c.attribute == "product_version"
                and (c.rule, c.field, c.text) == (claim.rule, claim.field, claim.text)
            )
            return claim.value, next(versions, "")
    return "", ""


def _address_key(host: str) -> tuple[int, int, str]:
    """Addresses in their own order, IPv4 first; what is no address (a MAC) last."""
    try:
        address = ip_address(host)
    except ValueError:
        return (_NO_ADDRESS, 0, host)
    return (address.version, int(address), host)
