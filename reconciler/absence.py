"""A row without a device: was it looked for where it would be? Not looked is never not there.

NOT_SEEN needs ground that was covered: a fixed address in a network where silence means something,
or, for a row that may be anywhere (DHCP, no address), every network of the scope and none that the
ledger knows beside it, and something by which it would have been known, a MAC or a name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from ipaddress import IPv4Network, IPv6Network, ip_network

from agent.device import Tier
from agent.findings import Coverage, Findings
from reconciler.forms import parse_ip
from reconciler.reconciliation import Reason, RowBucket
from reconciler.traits import Recorded

A_NETWORK = 2
"""Rows in use with addresses of one /24 outside the scope: one may be a slip, two are a network that the hospital has."""
OWN_ADDRESS = 1
"""The machine that looks never asks itself: one address left out does not make a network half looked at."""


@dataclass(frozen=True)
class Ground:
    """The networks of a run, found by address. by_length: (version, prefix length) -> network number -> coverage.

    by_segment: by the scope's name for them, of which two sites may have one each.  left_out: networks whose addresses
    were not asked though their network was.  named: whether the caller said which those are; else a network with more
    than one address left out is half looked at.  beyond: networks that the ledger knows and the scope does not.
    """

    by_length: dict[tuple[int, int], dict[int, Coverage]]
    by_segment: dict[str, list[IPv4Network | IPv6Network]]
    left_out: tuple[IPv4Network | IPv6Network, ...]
    left_out_macs: frozenset[str]
    named: bool
    complete: bool
    coverage: tuple[Coverage, ...]
    beyond: tuple[str, ...] = ()

    def network_of(self, ip: str) -> Coverage | None:
        """The smallest network that holds the address."""
        address = parse_ip(ip)
        if address is None:
            return None
        width = 32 if address.version == 4 else 128
        for version, length in self.by_length:
            if version == address.version:
                found = self.by_length[(version, length)].get(int(address) >> (width - length))
                if found:
                    return found
        return None

    def was_left_out(self, ip: str, macs: Sequence[str]) -> bool:
        address = parse_ip(ip)
        if address is not None and any(address in network for network in self.left_out):
            return True
        return any(mac in self.left_out_macs or mac[:8] in self.left_out_macs for mac in macs)

    @cached_property
    def dark(self) -> tuple[Coverage, ...]:
        """Networks in which silence says nothing."""
        return tuple(c for c in self.coverage if not self.is_full(c))

    def is_full(self, coverage: Coverage) -> bool:
        """Whether silence at an address of this network means that nothing answers there."""
        missing = sum(n.count for n in coverage.not_looked)
        return coverage.looked and (self.named or missing <= OWN_ADDRESS)


def ground(findings: Findings, not_asked: Iterable[str] | None) -> Ground:
    """`not_asked`: what the scope's `never` names and this machine's own addresses (IP, CIDR, MAC or OUI);
    None where it is not known."""
    by_length: dict[tuple[int, int], dict[int, Coverage]] = {}
    by_segment: dict[str, list[IPv4Network | IPv6Network]] = {}
    for c in findings.coverage:
        network = ip_network(c.cidr, strict=False)
        by_segment.setdefault(c.segment, []).append(network)
        shift = network.max_prefixlen - network.prefixlen
        same_length = by_length.setdefault((network.version, network.prefixlen), {})
        twin = same_length.get(int(network.network_address) >> shift)  # the same block at another site
        if twin is None or twin.looked:
            same_length[int(network.network_address) >> shift] = c
    nets: list[IPv4Network | IPv6Network] = []
    macs: set[str] = set()
    for text in not_asked or ():
        try:
            nets.append(ip_network(text.strip(), strict=False))
        except ValueError:
            macs.add(text.strip().lower().replace("-", ":"))
    ordered = dict(sorted(by_length.items(), key=lambda item: (item[0][0], -item[0][1])))
    return Ground(
        ordered,
        by_segment,
        tuple(nets),
        frozenset(macs),
        not_asked is not None,
        findings.complete,
        findings.coverage,
    )


def beside_the_ledger(looked: Ground, rows: Iterable[Recorded]) -> Ground:
    """With what the ledger knows of networks that the scope has not: who may be anywhere may be there."""
    outside: Counter[str] = Counter()
    for row in rows:
        if row.retired or row.reserved or not row.row.networked:
            continue
        found = [address for ip in row.ips if (address := parse_ip(ip)) and not looked.network_of(ip)]
        blocks = {ip_network(f"{a}/24", strict=False) for a in found if a.version == 4 and a.is_private}
        outside.update(str(block) for block in blocks)
    return replace(looked, beyond=tuple(sorted(block for block, n in outside.items() if n >= A_NETWORK)))


def absent(row: Recorded, looked: Ground) -> tuple[RowBucket, tuple[Reason, ...]]:
    """NOT_SEEN or NOT_LOOKED, and why. Reasons are codes with the row's address and the network."""
    if not row.row.networked:
        return RowBucket.NOT_LOOKED, (_why("not_networked"),)
    if any(looked.was_left_out("", (mac,)) for mac in row.macs):
        return RowBucket.NOT_LOOKED, (_why("address_not_asked", " ".join(row.macs)),)
    if row.ips:
        return _at_addresses(row, looked)
    if not row.macs and not row.hosts:
        return RowBucket.NOT_LOOKED, (_why("no_address_recorded"),)
    return _anywhere(row, looked)


def _at_addresses(row: Recorded, looked: Ground) -> tuple[RowBucket, tuple[Reason, ...]]:
    """Seen nowhere though at least one address was listened to, and none stood where nobody looked."""
    covered: list[Reason] = []
    dark: list[Reason] = []
    outside: list[Reason] = []
    for ip in row.ips:
        network = looked.network_of(ip)
        if network is None:
            outside.append(_why("segment_not_in_scope", ip))
        elif looked.was_left_out(ip, row.macs):
            dark.append(_why("address_not_asked", ip, network.cidr))
        elif looked.is_full(network):
            covered.append(_why("segment_covered", ip, network.cidr, Tier.STRONG))
        else:
            dark.append(_why(_dark(network, looked), ip, network.cidr))
    if dark or not covered:
        return RowBucket.NOT_LOOKED, tuple(dark or outside)[:4]
    return RowBucket.NOT_SEEN, tuple(covered)[:4]


def _dark(network: Coverage, looked: Ground) -> str:
    if not network.looked:
        return "segment_not_looked" if looked.complete else "run_incomplete"
    return "segment_partly_looked"


def _anywhere(row: Recorded, looked: Ground) -> tuple[RowBucket, tuple[Reason, ...]]:
    known_by = " ".join(row.macs) or row.hosts[0]
    if not looked.coverage:
        return RowBucket.NOT_LOOKED, (_why("segment_not_looked", known_by),)
    if looked.dark:
        return RowBucket.NOT_LOOKED, tuple(_why(_dark(c, looked), known_by, c.cidr) for c in looked.dark[:4])
    if looked.beyond:
        return RowBucket.NOT_LOOKED, (_why("may_be_elsewhere", known_by, looked.beyond[0]),)
    if not row.macs and not looked.complete:
        return RowBucket.NOT_LOOKED, (_why("run_incomplete", known_by),)
    tier = Tier.MEDIUM if row.macs else Tier.WEAK  # a device that told no name cannot be known by it
    return RowBucket.NOT_SEEN, (_why("every_segment_covered", known_by, "", tier),)


def _why(feature: str, recorded: str = "", seen: str = "", tier: Tier = Tier.STRONG) -> Reason:
    return Reason(feature, tier, seen, recorded)
