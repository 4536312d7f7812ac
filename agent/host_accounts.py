"""What each host has had in a run, and what is reserved for it; one record in the journal for each change.

One interface has one account: by its MAC, or by its address as long as that is all that is known. What a box's tables
cost stands in another account, by address. A run that is resumed takes all of them up from its records, and what was
never settled counts as sent.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from agent.care import HostView
from agent.permit import TABLES, Permit

TYPICAL_FRAME = 90
"""Bytes reserved a packet before the real ones are known."""


@dataclass(slots=True)
class HostAccount:
    """What one host has had: settled plus reserved. greeted: steady seconds at which we and it last learnt, as far as
    is known, each other's MAC; it is not known of an earlier part of the run."""

    packets: int = 0
    bytes: int = 0
    reserved: int = 0
    open: int = 0
    last_start: float = float("-inf")
    greeted: float = float("-inf")


@dataclass(frozen=True, slots=True)
class AccountRecord:
    """Written to the journal before anything is sent (`reserved`) and after it was (`settled`)."""

    event: str
    number: int
    site: str
    host: str
    mac: str
    probe: str
    packets: int
    bytes: int = 0
    detail: str = ""
    first: str = ""
    budget: str = ""


@dataclass(slots=True)
class HostAccounts:
    """Every account of a run, by (site, MAC or address)."""

    _hosts: dict[tuple[str, str], HostAccount] = field(default_factory=dict)
    _tables: dict[tuple[str, str], HostAccount] = field(default_factory=dict)

    def of(self, view: HostView) -> HostAccount:
        """One interface, one account: what was sent before its MAC was known is carried over to it."""
        account = self.at(view.key)
        before = self._hosts.get((view.site, str(view.ip)))
        if before is not None and before is not account and not before.open:
            del self._hosts[(view.site, str(view.ip))]
            account.packets += before.packets
            account.bytes += before.bytes
            account.last_start = max(account.last_start, before.last_start)
            account.greeted = max(account.greeted, before.greeted)
        return account

    def of_tables(self, view: HostView) -> HostAccount:
        return self._tables.setdefault((view.site, str(view.ip)), HostAccount())

    def at(self, key: tuple[str, str]) -> HostAccount:
        return self._hosts.setdefault(key, HostAccount())

    def under(self, permit: Permit) -> HostAccount:
        """The account from which this open permit was granted."""
        view = permit.view
        return self._tables[(view.site, str(view.ip))] if permit.budget == TABLES else self._hosts[view.key]

    def copy_of(self, key: tuple[str, str]) -> HostAccount:
        return replace(self._hosts.get(key, HostAccount()))

    def charge(self, record: AccountRecord, sent_bytes: int) -> None:
        """Takes up what a record of an earlier part of the run says."""
        if record.budget == TABLES:
            account = self._tables.setdefault((record.site, record.host), HostAccount())
        else:
            account = self.at((record.site, record.mac or record.host))
        account.packets += record.packets
        account.bytes += sent_bytes
