"""What is known of each host while a run goes on: its evidence, what was tried, and the view for the gate.

A host is an address at a site. What is told of a MAC alone belongs to the host that has it, and waits where
none has: a MAC is never asked anything. Everything here is rebuilt from the journal when a run is resumed.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib.resources import files

from agent import oui
from agent.care import HostView
from agent.device import Claim, Tier
from agent.identify import claims_of, fragile
from agent.merge import PROXY_ARP
from agent.rules import RuleSet
from agent.scope import Address, Network, Protected, Scope, parse_address
from probes.model import Attempt, Evidence, Outcome


@dataclass(slots=True)
class Host:
    site: str
    ip: Address
    network: Network
    local: bool
    mac: str = ""
    evidence: list[Evidence] = field(default_factory=list)
    claims: tuple[Claim, ...] = ()
    tried: dict[str, Outcome] = field(default_factory=dict)
    named: set[tuple[str, int]] = field(default_factory=set)

    def told(self, fields: frozenset[str]) -> tuple[tuple[str, str], ...]:
        """What is known of these fields, each once, in the order in which it came."""
        return tuple(dict.fromkeys((e.field, e.value) for e in self.evidence if e.field in fields))


@dataclass(slots=True)
class Known:
    """All hosts of a run. `local` says which networks we have an interface in. by_mac: (site, MAC) -> what is
    told of it by itself, whether or not a host has it."""

    scope: Scope
    rules: RuleSet
    local: frozenset[Network]
    protected: tuple[Protected, ...] = ()
    hosts: dict[tuple[str, str], Host] = field(default_factory=dict)
    lost: dict[tuple[str, str], str] = field(default_factory=dict)
    silent_classes: dict[str, str] = field(default_factory=dict)
    by_mac: dict[tuple[str, str], list[Evidence]] = field(default_factory=lambda: defaultdict(list))
    _having: dict[tuple[str, str], list[Host]] = field(default_factory=lambda: defaultdict(list))
    _denied: Mapping[str, frozenset[int]] = field(default_factory=lambda: denied_ports())

    def learn(self, evidence: Iterable[Evidence]) -> None:
        """Takes evidence up; addresses outside the scope's networks are not made hosts."""
        changed: dict[tuple[str, str], Host] = {}
        ports, told = self.rules.vocabulary.role("port"), self.rules.vocabulary.role("told_mac")
        for item in evidence:
            host = self._host(item.site, item.host)
            if host is None:
                for owner in self._told_of_mac(item):
                    changed[(owner.site, str(owner.ip))] = owner
            else:
                host.evidence.append(item)
                if item.field.endswith(".mac") and item.field not in told and not host.mac:
                    self._has_mac(host, item.value)
                if item.field in ports and (port := named_port(item.value, item.host)):
                    host.named.add(port)
                changed[(item.site, item.host)] = host
        for host in changed.values():
            host.claims = claims_of(host.evidence, self.rules)

    def has_mac(self, site: str, mac: str) -> bool:
        """Whether a host of the scope is known to have it."""
        return bool(self._having.get((site, mac)))

    def _has_mac(self, host: Host, mac: str) -> None:
        host.mac = mac
        self._having[(host.site, mac)].append(host)
        host.evidence += self.by_mac.get((host.site, mac), ())

    def _told_of_mac(self, item: Evidence) -> Iterable[Host]:
        """Keeps what is told of a MAC; the hosts that have it know it too."""
        if mac := oui.canonical(item.host):
            self.by_mac[(item.site, mac)].append(item)
            for host in self._having.get((item.site, mac), ()):
                host.evidence.append(item)
                yield host

    def admits(self, item: Evidence) -> bool:
        """Whether this evidence is of an address in the scope, or of a MAC: a device may name any other in its
        answers."""
        return self._host(item.site, item.host) is not None or bool(oui.canonical(item.host))

    def _host(self, site: str, text: str) -> Host | None:
        if (site, text) in self.hosts:
            return self.hosts[(site, text)]
        try:
            ip = parse_address(text)
        except ValueError:
            return None
        network = self.scope.network_of(site, ip)
        if network is None:
            return None
        host = self.hosts[(site, text)] = Host(site, ip, network, network in self.local)
        return host

    def tried(self, attempt: Attempt) -> None:
        host = self._host(attempt.site, attempt.host)
        if host is not None:
            host.tried[attempt.probe] = attempt.outcome

    def silence(self, view: HostView, probe: str, *, whole_class: bool) -> None:
        """A host fell silent after a question: it is asked nothing more, nor (where it counts) is its class."""
        self.lost[(view.site, str(view.ip))] = f"it fell silent after {probe}: nothing more is asked of it"
        if whole_class:
            what = view.klass or "of unknown class"
            self.silent_classes[view.klass] = f"{view.ip}, also {what}, fell silent after {probe}: ARP only"

    def place(self, view: HostView) -> str:
        """Where a person finds this host: its row in the ledger, its switch and port, its network."""
        host = self.hosts.get((view.site, str(view.ip)))
        rows = [p.source_row for p in self._rows(host)] if host is not None else []
        said = host.told(self.rules.vocabulary.role("place")) if host is not None else ()
        return ", ".join([*rows, *(value for _, value in said), view.network.name])

    def told(self, view: HostView, fields: frozenset[str]) -> tuple[tuple[str, str], ...]:
        """What the host of this view is known to have said in these fields."""
        host = self.hosts.get((view.site, str(view.ip)))
        return host.told(fields) if host is not None else ()

    def view_at(self, network: Network, ip: Address) -> HostView:
        """The view of an address of which perhaps nothing is known but what the ledger declares."""
        known = self.hosts.get((network.site, str(ip)))
        return self.view(known or Host(network.site, ip, network, network in self.local))

    def view(self, host: Host) -> HostView:
        """The host as the gate should see it. What it is seen to be can make it more careful than the
        ledger's word, never less: a row may be old."""
        declared = self._declared(host)
        claim = _strongest(host.claims, "class")
        if medical := _medical(host.claims):
            claim = medical
            declared = declared if declared is not None and declared.klass == "medical" else None
        heard = [
            c
            for c in host.claims
            if c.attribute == "class" and not c.field.endswith(".mac") and c.tier >= Tier.MEDIUM
        ]
        kind = _strongest(host.claims, "kind")
        maker = _strongest(host.claims, "vendor")
        klass = declared.klass if declared else claim.value if claim else ""
        return HostView(
            site=host.site,
            network=host.network,
            ip=host.ip,
            mac=host.mac,
            local=host.local,
            klass=klass,
            kind=declared.kind if declared else kind.value if kind else "",
            tier=Tier.STRONG if declared else claim.tier if claim else None,
            declared=declared is not None,
            recognised=declared is not None or bool(heard),
            fragile=self._fragile(host, declared),
            maker=maker.value if maker else "",
            denied_ports=self._denied.get(maker.value, frozenset()) if maker else frozenset(),
            named=frozenset(host.named | {("tcp", port) for p in self._rows(host) for port in p.ports}),
            silenced=self.lost.get((host.site, str(host.ip)), "") or self.silent_classes.get(klass, ""),
        )

    def _declared(self, host: Host) -> Protected | None:
        """The ledger's row for this host; one that says something fragile wins over any other."""
        return min(self._rows(host), key=lambda p: (not self._is_fragile(p), p.source_row), default=None)

    def _rows(self, host: Host) -> list[Protected]:
        return [p for p in self.protected if (p.mac and p.mac == host.mac) or (p.ip and p.ip == str(host.ip))]

    def _fragile(self, host: Host, declared: Protected | None) -> str:
        if declared is not None and self._is_fragile(declared):
            return f"the ledger declares it as {declared.kind} ({declared.source_row})"
        return fragile(host.claims)

    def _is_fragile(self, declared: Protected) -> bool:
        return declared.kind in self.rules.vocabulary.fragile

    def fragile_in(self, network: Network) -> str:
        """Why no multicast question may be put on this network, or ""."""
        for host in self.hosts.values():
            if host.network == network and (why := self.view(host).fragile):
                return f"{host.ip}: {why}"
        return ""


HEARSAY = ("arp.", "neighbours.", "forwarding.", "flow.mac", "nd.mac", "icmp6.mac")
"""Fields that tell who answers for an address, and nothing that somebody there has said."""


def asked_elsewhere(hosts: Iterable[Host]) -> dict[tuple[str, str], str]:
    """(site, address) -> why it is not asked: it is another address of a box that is.

    An IPv6 address of a box is asked at its IPv4 address. A MAC that answers for many addresses of one network is a
    router's or firewall's that answers for others (proxy ARP), dead ones too: what is asked there goes to that one
    box, and of those addresses only the ones at which somebody has spoken are asked, or else the first.
    """
    by_mac: dict[tuple[str, str], list[Host]] = defaultdict(list)
    for host in hosts:
        if host.mac:
            by_mac[(host.site, host.mac)].append(host)
    found: dict[tuple[str, str], str] = {}
    for (site, mac), faces in by_mac.items():
        older = [h for h in faces if h.ip.version == 4]
        if older:
            found |= {
                (site, str(h.ip)): f"the same box is asked at {older[0].ip}"
                for h in faces
                if h.ip.version == 6
            }
        for network in dict.fromkeys(h.network for h in older):
            here = [h for h in older if h.network == network]
            if len(here) <= PROXY_ARP:
                continue
            speaking = [h for h in here if any(not e.field.startswith(HEARSAY) for e in h.evidence)] or here[
                :1
            ]
            why = f"{mac} answers ARP for {len(here)} addresses here: it is asked at {speaking[0].ip}"
            found |= {(site, str(h.ip)): why for h in here if h not in speaking}
    return found


def _medical(claims: Iterable[Claim]) -> Claim | None:
    """The claim that it is a medical device, unless a stronger one says that it is something else."""
    classes = [c for c in claims if c.attribute == "class"]
    best = max((c.tier for c in classes), default=None)
    return next((c for c in classes if c.value == "medical" and c.tier is best), None)


def _strongest(claims: Iterable[Claim], attribute: str) -> Claim | None:
    """The best claim, or None where equally strong ones disagree: not knowing is the safer belief."""
    found = sorted((c for c in claims if c.attribute == attribute), key=lambda c: -c.tier)
    if not found or any(c.tier == found[0].tier and c.value != found[0].value for c in found):
        return None
    return found[0]


_PORT = re.compile(r"(?P<transport>tcp|udp)/(?P<port>\d{1,5})(?!\d)")
_URL = re.compile(r"https?://(?P<host>\[[0-9a-fA-F:]+\]|[^/:\s@]+)(?::(?P<port>\d{1,5}))?(?:/|\Z)")


def named_port(value: str, host: str) -> tuple[str, int] | None:
    """The port that a field of the role `port` names: "tcp/104 ...", or a URL that points at `host` itself. A URL
    that points elsewhere names nothing: nobody may send us to a third."""
    if hit := _PORT.match(value):
        transport, number = hit["transport"], int(hit["port"])
    elif (hit := _URL.match(value)) and hit["host"].strip("[]") == host:
        transport, number = "tcp", int(hit["port"] or (443 if value.startswith("https") else 80))
    else:
        return None
    return (transport, number) if 0 < number < 65536 else None


def denied_ports() -> Mapping[str, frozenset[int]]:
    """Vendor -> ports of its equipment that are never touched."""
    document = tomllib.loads(files("agent").joinpath("denied_ports.toml").read_text(encoding="utf-8"))
    return {row["vendor"]: frozenset(row["ports"]) for row in document["maker"]}
