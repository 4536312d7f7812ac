"""The only maker of Permits. A Permit exists only after its account stands in the journal.

admit() answers with a Permit, a Refusal (no, and why) or a Later (yes, in so many seconds). It
reserves the worst case of a conversation first; settle() afterwards replaces it by what was really
sent. What a run could not settle, because it was killed, stays counted in full when it resumes.
Time is an argument throughout: `Moment` carries the wall clock for the scope and a steady one for rates.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from agent.care import HostView, budget_of, care_of, port_refusal, refusal, table_refusal
from agent.host_accounts import TYPICAL_FRAME, AccountRecord, HostAccount, HostAccounts
from agent.limits import (
    ALL_NODES,
    DENIED_PORTS,
    LINK_GROUPS,
    NEIGHBOUR_FRESH,
    NEIGHBOUR_PACKETS,
    OFFICE_SWEEP_CEILING,
    PERMIT_LIFETIME,
    SEGMENT_RATES,
    TABLE_BUDGET,
    TOTAL_PACKETS_PER_SECOND,
    HostBudget,
)
from agent.permit import TABLES, Later, Moment, Permit, Refusal, SegmentPermit
from agent.scope import Care, Network, Scope
from probes.model import Ask, Impact, Probe, Via

TO_EVERYONE = frozenset({"segment", "link"})
NEVER_WHOLE = "the scope's `never` names the whole network"
"""Questions to a whole network (Probe.suits)."""


@dataclass(slots=True)
class Gate:
    """Holds the scope and every account. `record` must have written when it returns.

    links: networks on one wire -> one name for it. What reaches everyone on one reaches everyone on the
    others, so they share one rate, the strictest; so do networks that overlap.
    """

    scope: Scope
    record: Callable[[AccountRecord], None]
    stop_reason: Callable[[], str] = lambda: ""
    links: Mapping[Network, str] = field(default_factory=dict)
    _accounts: HostAccounts = field(default_factory=HostAccounts)
    _open: dict[int, Permit] = field(default_factory=dict)
    _segments: dict[Network, float] = field(default_factory=dict)
    _sharing: dict[Network, tuple[Network, ...]] = field(default_factory=dict)
    _next_number: int = 1
    _total_free: float = float("-inf")

    # -- one host ---------------------------------------------------------------------------------

    def admit(self, view: HostView, probe: Probe, now: Moment) -> Permit | Refusal | Later:
        no = self.closed(now) or self._care(view, probe, now)
        if no is not None:
            return no
        return self._within(budget_of(view), self._accounts.of(view), view, probe, now)

    def admit_tables(self, view: HostView, probe: Probe, now: Moment) -> Permit | Refusal | Later:
        """Leave for one batch of questions about a table, to a box that the scope lists for that. Its account is
        of its own, by address: what a box's tables cost does not depend on what else it is asked."""
        no = self.closed(now) or self._outside(view)
        if no is None and (why := table_refusal(view, self.scope)):
            no = Refusal("care", why)
        if no is not None:
            return no
        return self._within(TABLE_BUDGET, self._accounts.of_tables(view), view, probe, now, TABLES)

    def _within(
        self,
        budget: HostBudget,
        account: HostAccount,
        view: HostView,
        probe: Probe,
        now: Moment,
        name: str = "",
    ) -> Permit | Refusal | Later:
        packets = probe.packets + _neighbourly(account, now)
        if account.packets + account.reserved + packets > budget.packets:
            left = budget.packets - account.packets - account.reserved
            return Refusal("budget", f"{packets} packets wanted, {left} of {budget.packets} left for it")
        if account.bytes + (account.reserved + packets) * TYPICAL_FRAME > budget.bytes:
            return Refusal("budget", f"its {budget.bytes} bytes are nearly spent")
        wait = max(
            account.last_start + 1 / budget.starts_per_second - now.steady,
            self._total_free - now.steady,
            0.05 if account.open >= budget.open_connections else 0.0,
        )
        if wait > 0:
            return Later(wait)
        return self._grant(view, probe, packets, account, now, name)

    def closed(self, now: Moment) -> Refusal | None:
        """Why nothing at all may be sent now."""
        if reason := self.stop_reason():
            return Refusal("stopped", reason)
        if reason := self.scope.standing(now.wall):
            return Refusal("scope", reason)
        return None

    def _care(self, view: HostView, probe: Probe, now: Moment) -> Refusal | None:
        if (no := self._outside(view)) is not None:
            return no
        if why := refusal(view, probe, self.scope, now.wall):
            return Refusal("care", why)
        return None

    def _outside(self, view: HostView) -> Refusal | None:
        known = self.scope.network_of(view.site, view.ip) if view.ip is not None else view.network
        return None if known == view.network else Refusal("scope", f"{view.ip} is in no network of the scope")

    def _grant(
        self, view: HostView, probe: Probe, packets: int, account: HostAccount, now: Moment, budget: str
    ) -> Permit:
        resolves = _neighbourly(account, now) > 0
        permit = Permit(
            self._next_number, view, probe, packets, now.steady + PERMIT_LIFETIME, resolves, budget
        )
        self.record(_account("reserved", permit, packets))
        self._next_number += 1
        account.greeted = now.steady if resolves else account.greeted
        account.reserved += packets
        account.open += 1
        account.last_start = now.steady
        self._total_free = max(self._total_free, now.steady) + packets / TOTAL_PACKETS_PER_SECOND
        self._open[permit.number] = permit
        return permit

    def check(self, permit: Permit, ask: Ask, now: Moment) -> Refusal | None:
        """Asked by the wire before each sending: the permit is ours, open, in time, and the port is allowed."""
        if self._open.get(permit.number) is not permit:
            return Refusal("scope", "this permit is not open")
        if now.steady > permit.expires:
            return Refusal("scope", "this permit has expired")
        if (no := self.closed(now)) is not None:
            return no
        transport = {Via.TLS: "tcp", Via.TCP: "tcp", Via.ICMP: "icmp", Via.RUN: "tcp"}.get(ask.via, "udp")
        if ask.via in (Via.MULTICAST, Via.LINK):
            return Refusal("scope", "a permit for one host is not for a group")
        if ask.via is not Via.RUN and (why := port_refusal(permit.view, permit.probe, transport, ask.port)):
            return Refusal("port", why)
        return None

    def settle(self, permit: Permit, packets: int, sent_bytes: int) -> None:
        """What was really sent takes the place of what was reserved."""
        if self._open.pop(permit.number, None) is None:
            raise RuntimeError(f"permit {permit.number} is settled twice")
        account = self._accounts.under(permit)
        account.reserved -= permit.packets
        account.open -= 1
        account.packets += packets
        account.bytes += sent_bytes
        self.record(_account("settled", permit, packets, sent_bytes))

    # -- all hosts of a network -------------------------------------------------------------------

    def sharing(self, network: Network) -> tuple[Network, ...]:
        """The networks whose hosts hear what is broadcast on this one, itself among them."""
        if network not in self._sharing:
            link = self.links.get(network)
            self._sharing[network] = tuple(
                other
                for other in self.scope.networks
                if other == network
                or (link is not None and self.links.get(other) == link)
                or (other.site == network.site and _overlap(other, network))
            )
        return self._sharing[network]

    def rate_of(self, network: Network) -> int:
        """Frames a second that may reach everyone on this network: the least that any on its wire may bear."""
        return min(self._own_rate(other) for other in self.sharing(network))

    def _own_rate(self, network: Network) -> int:
        own = SEGMENT_RATES[network.care]
        if network.sweep_rate is None:
            return own
        ceiling = OFFICE_SWEEP_CEILING if network.care is Care.OFFICE else own
        return min(network.sweep_rate, ceiling)

    def admit_segment(
        self, network: Network, probe: Probe, frames: int, now: Moment, first: str = "", detail: str = ""
    ) -> SegmentPermit | Refusal | Later:
        """Leave for `frames` broadcast or multicast frames now; one record for the whole burst.

        first: the first address that an ARP burst asks for, so that a resumed sweep knows where it was.
        detail: for whose sake, where it is one host's.
        """
        if network not in self.scope.networks:
            return Refusal("scope", f"{network.name} is no network of the scope")
        if (no := self.closed(now)) is not None:
            return no
        sharing = self.sharing(network)
        if probe.suits & TO_EVERYONE and any(other.care is Care.BEDSIDE for other in sharing):
            return Refusal("care", "bedside devices would hear it: ARP and listening only")
        if probe.suits & TO_EVERYONE and any(self.scope.never.covers_whole(other.cidr) for other in sharing):
            return Refusal("scope", NEVER_WHOLE)
        rate = self.rate_of(network)
        free = max(self._total_free, *(self._segments.get(other, float("-inf")) for other in sharing))
        if free > now.steady:
            return Later(free - now.steady)
        permit = SegmentPermit(self._next_number, network, probe, frames)
        record = AccountRecord(
            "segment",
            permit.number,
            network.site,
            str(network.cidr),
            "",
            probe.name,
            frames,
            frames * 42,
            detail,
            first,
        )
        self.record(record)
        self._next_number += 1
        # A late tick may catch up by one burst, never more: the next is due where this one was.
        due = max(self._segments.get(network, now.steady), now.steady - frames / rate) + frames / rate
        self._segments.update(dict.fromkeys(sharing, due))
        self._total_free = max(self._total_free, now.steady - 0.05) + frames / TOTAL_PACKETS_PER_SECOND
        return permit

    def check_group(self, permit: SegmentPermit, ask: Ask, now: Moment) -> Refusal | None:
        """Asked by the wire before each multicast frame: its probe's own port, none denied, and a group that
        stays on its link."""
        if (no := self.closed(now)) is not None:
            return no
        if ask.via is Via.LINK and permit.frames == 1:
            known = ask.group == ALL_NODES and ("icmp6", 0) in permit.probe.ports
            return None if known else Refusal("scope", f"{ask.group} is nobody's affair on this link")
        if ask.via is not Via.MULTICAST or permit.frames != 1:
            return Refusal("scope", "a segment permit is for one multicast frame")
        if ("udp", ask.port) not in permit.probe.ports or ask.port in DENIED_PORTS:
            return Refusal("port", f"{permit.probe.name} has no business at udp/{ask.port}")
        if ask.group not in LINK_GROUPS:
            return Refusal("scope", f"{ask.group} is no group that stays on its link")
        return None

    def owe(self, site: str, host: str, mac: str, probe: Probe, sent_bytes: int, now: Moment) -> None:
        """A host answered a question to everyone: to do so it had to ask who we are, and our kernel told it, in one
        frame. Counted once as long as it remembers, and not again at a conversation meanwhile."""
        account = self._accounts.at((site, mac or host))
        if not _neighbourly(account, now):
            return
        account.greeted = now.steady
        account.packets += 1
        account.bytes += sent_bytes
        number, self._next_number = self._next_number, self._next_number + 1
        detail = "our kernel's answer, so that it could answer"
        self.record(AccountRecord("settled", number, site, host, mac, probe.name, 1, sent_bytes, detail))

    # -- the account ------------------------------------------------------------------------------

    def account(self, key: tuple[str, str]) -> HostAccount:
        """As it is now; an empty one where nothing was sent."""
        return self._accounts.copy_of(key)

    def restore(self, records: Iterable[AccountRecord]) -> None:
        """Takes up the accounts of a run that is resumed; what was never settled counts as sent."""
        unsettled: dict[int, AccountRecord] = {}
        for record in records:
            self._next_number = max(self._next_number, record.number + 1)
            if record.event == "reserved":
                unsettled[record.number] = record
            elif record.event == "settled":
                unsettled.pop(record.number, None)
                self._accounts.charge(record, record.bytes)
        for record in unsettled.values():
            self._accounts.charge(record, record.packets * TYPICAL_FRAME)


def _neighbourly(account: HostAccount, now: Moment) -> int:
    """Frames to keep free, as the kernels may ask each other for their MACs: at the first meeting, or again."""
    if now.steady - account.greeted < NEIGHBOUR_FRESH:
        return 0
    return NEIGHBOUR_PACKETS if account.greeted == float("-inf") else 1


def _overlap(one: Network, other: Network) -> bool:
    return one.cidr.version == other.cidr.version and one.cidr.overlaps(other.cidr)


def _account(event: str, permit: Permit, packets: int, sent_bytes: int = 0) -> AccountRecord:
    view = permit.view
    detail = f"{care_of(view)} {Impact(permit.probe.impact).name.lower()}" if event == "reserved" else ""
    return AccountRecord(
        event,
        permit.number,
        view.site,
        str(view.ip),
        view.mac,
        permit.probe.name,
        packets,
        sent_bytes,
        detail,
        budget=permit.budget,
    )
