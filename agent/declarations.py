"""What the ledger declares of a host: rows that protect it, and rows that open something for it.

A row that says something fragile or medical protects whoever has an address that it names. To open anything, a port or
a class, a row must be of this very box: addresses are handed on, to whatever is plugged in next.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from agent import oui
from agent.known_host import Host
from agent.scope import Address, Network, Protected, Scope, parse_address


class Declarations:
    """Rows by what they name: a ledger of thousands is looked into at every question."""

    def __init__(self, scope: Scope, rows: Iterable[Protected], fragile_kinds: Collection[str]) -> None:
        self._scope, self._all, self._fragile_kinds = scope, tuple(rows), fragile_kinds
        self._sites = frozenset(n.site for n in scope.networks)
        self._by_name: dict[str, list[Protected]] = defaultdict(list)
        self._macs_of_row: dict[str, set[str]] = defaultdict(set)
        for row in self._all:
            for name in filter(None, (row.mac, row.ip)):
                self._by_name[name].append(row)
            if row.mac:
                self._macs_of_row[row.source_row].add(row.mac)

    def naming(self, host: Host) -> list[Protected]:
        """Every row that names one of its addresses, of either kind."""
        names = (str(host.ip), *sorted(host.macs | {host.mac} - {""}))
        found = dict.fromkeys(p for name in names for p in self._by_name.get(name, ()))
        return list(found)

    def of(self, host: Host) -> list[Protected]:
        """The rows that open something for it."""
        return [p for p in self.naming(host) if self._is_of(p, host)]

    def first_of(self, host: Host) -> Protected | None:
        """The ledger's row for this host; one that says something fragile or medical wins over any other."""
        rows = [p for p in self.naming(host) if self._protects(p) or self._is_of(p, host)]
        return min(
            rows,
            key=lambda p: (not self._is_fragile(p), not self._protects(p), p.source_row),
            default=None,
        )

    def fragile(self, declared: Protected | None) -> str:
        """Why the host of this row is fragile, or ""."""
        if declared is None or not self._is_fragile(declared):
            return ""
        return f"the ledger declares it as {declared.kind} ({declared.source_row})"

    def fragile_in(self, network: Network) -> str:
        """A fragile device that is declared at an address of this network, seen or not, or ""."""
        for row in self._all:
            if row.ip and (why := self.fragile(row)):
                ip = parse_address(row.ip)
                if self._scope.network_of(network.site, ip) == network:
                    return f"{row.ip}: {why}"
        return ""

    def _is_of(self, row: Protected, host: Host) -> bool:
        """Whether the row opens anything for this host. Where the row gives a MAC and another answers, or two sites have
        the address, it is not said to be the same box."""
        if row.mac:
            return row.mac == host.mac
        theirs = self._macs_of_row.get(row.source_row)
        if (
            theirs
            and host.mac
            and not oui.virtual_mac(host.mac)
            and theirs.isdisjoint(host.macs | {host.mac})
        ):
            return False
        return len(self._sites) < 2 or len(self._sites_having(host.ip)) < 2

    def _sites_having(self, ip: Address) -> frozenset[str]:
        return frozenset(site for site in self._sites if self._scope.network_of(site, ip) is not None)

    def _protects(self, row: Protected) -> bool:
        return row.klass == "medical" or self._is_fragile(row)

    def _is_fragile(self, declared: Protected) -> bool:
        return declared.kind in self._fragile_kinds
