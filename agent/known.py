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
from agent.declarations import Declarations
from agent.device import Claim, Tier
from agent.identify import claims_of, fragile
from agent.known_host import Host
from agent.merge import PROXY_ARP
from agent.rules import RuleSet
from agent.scope import Address, Network, Protected, Scope, parse_address
from agent.sightings import seen_by_others
from probes.model import Attempt, Evidence


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
    _stale: set[tuple[str, str]] = field(default_factory=set)
    _declarations: Declarations = field(init=False)

    def __post_init__(self) -> None:
        self._declarations = Declarations(self.scope, self.protected, self.rules.vocabulary.fragile)

    def learn(self, evidence: Iterable[Evidence]) -> None:
        """Takes evidence up; addresses outside the scope's networks are not made hosts. What it means is settled
        when the host is next looked at: a switch tells thousands of things of itself, one after the other."""
        ports, told = self.rules.vocabulary.role("port"), self.rules.vocabulary.role("told_mac")
        for item in evidence:
            host = self._host(item.site, item.host)
            if host is None:
                self._stale.update(owner.key for owner in self._told_of_mac(item))
            else:
                host.evidence.append(item)
                is_mac = item.field.endswith(".mac") or item.field in told
                if is_mac and (mac := oui.canonical(item.value)):
                    host.macs.add(mac)
                    if item.field not in told and not host.mac:
                        self._has_mac(host, item.value)
                if item.field in ports and (port := named_port(item.value, item.host)):
                    host.named.add(port)
                self._stale.add(host.key)

    def has_mac(self, site: str, mac: str) -> bool:
        """Whether a host of the scope is known to have it."""
        return bool(self._having.get((site, mac)))

    def proven(self, site: str, host: str) -> bool:
        """Whether somebody answered ARP for this address who does not do so for any number of others."""
        known = self.hosts.get((site, host))
        return known is not None and bool(known.mac) and len(self._having[(site, known.mac)]) <= PROXY_ARP

    def address_of(self, site: str, mac: str) -> str:
        """The first address of the scope that was seen with it, or ""."""
        having = self._having.get((site, mac))
        return str(having[0].ip) if having else ""

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
        why = f"it fell silent after {probe}: nothing more is asked of it"
        for name in filter(None, (str(view.ip), view.mac)):  # nor at another of its addresses
            self.lost[(view.site, name)] = why
        if whole_class:
            what = view.klass or "of unknown class"
            self.silent_classes[view.klass] = f"{view.ip}, also {what}, fell silent after {probe}: ARP only"

    def place(self, view: HostView) -> str:
        """Where a person finds this host: its row in the ledger, its switch and port, its network."""
        host = self.hosts.get((view.site, str(view.ip)))
        rows = [p.source_row for p in self._declarations.naming(host)] if host is not None else []
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
        if host.key in self._stale:
            self._stale.discard(host.key)
            host.claims = claims_of(host.evidence, self.rules)
        declared, rows = self._declarations.first_of(host), self._declarations.of(host)
        claim, kind = _strongest(host.claims, "class"), _strongest(host.claims, "kind")
        if medical := _medical(host.claims):
            if medical.tier != max(c.tier for c in host.claims if c.attribute == "class"):
                kind = next(
                    (c for c in host.claims if c.attribute == "kind" and c.rule == medical.rule), None
                )
            claim = medical
            declared = declared if declared is not None and declared.klass == "medical" else None
        heard = [
            c
            for c in host.claims
            if c.attribute == "class" and not c.field.endswith(".mac") and c.tier >= Tier.MEDIUM
        ]
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
            fragile=self._declarations.fragile(declared) or fragile(host.claims),
            maker=maker.value if maker else "",
            denied_ports=self._denied_to(host),
            named=frozenset(host.named | {("tcp", port) for p in rows for port in p.ports}),
            silenced=self._silenced(host, klass),
            macs=frozenset(host.macs),
        )

    def _silenced(self, host: Host, klass: str) -> str:
        found = (self.lost.get((host.site, name), "") for name in (str(host.ip), *sorted(host.macs)))
        return next(filter(None, found), "") or self.silent_classes.get(klass, "")

    def _denied_to(self, host: Host) -> frozenset[int]:
        """What any maker denies that it may be of: a part in it may be another's, and a hint is enough to protect."""
        makers = (c.value for c in host.claims if c.attribute == "vendor")
        return frozenset[int]().union(*(self._denied.get(maker, frozenset()) for maker in makers))

    def fragile_in(self, network: Network) -> str:
        """Why no multicast question may be put on this network, or "": somebody fragile was seen there, the ledger
        declares one there, seen or not, or one was heard at the site that has no address yet."""
        for host in self.hosts.values():
            if host.network == network and (why := self.view(host).fragile):
                return f"{host.ip}: {why}"
        return self._declarations.fragile_in(network) or self._fragile_without_address(network.site)

    def _fragile_without_address(self, site: str) -> str:
        """What only a table has of a MAC may be of any link, and says nothing here."""
        for (where, mac), items in self.by_mac.items():
            if where == site and not self._having.get((where, mac)) and not all(map(seen_by_others, items)):
                itself = Evidence(site, mac, "", "host.mac", mac, "")
                if why := fragile(claims_of([*items, itself], self.rules)):
                    return f"{mac}: {why}"
        return ""


def _medical(claims: Iterable[Claim]) -> Claim | None:
    """The claim that it is a medical device. What somebody there has said of that stands against a stronger claim
    that it is something else: the console of a modality is a PC, and says so more loudly. A hint does not."""
    classes = [c for c in claims if c.attribute == "class"]
    best = max((c.tier for c in classes), default=None)
    said = (c for c in classes if c.value == "medical")
    return next(
        (c for c in said if c.tier is best or (c.tier >= Tier.MEDIUM and not c.field.endswith(".mac"))), None
    )


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
