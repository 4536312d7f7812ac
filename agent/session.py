"""One run under way: the scope, the gate, the journal and what is known, in one value that is handed on.

Every fact goes through here, so that it is in the journal before anything builds on it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from agent import oui
from agent.care import HostView
from agent.chassis import Met
from agent.conduct import conduct
from agent.credentials import secret_for
from agent.gate import Gate
from agent.hearing import Hearing
from agent.host import LocalInterface
from agent.journal import Journal, attempt_out, evidence_out, met_out, stamp
from agent.known import Known
from agent.permit import Later, Moment, Permit, Refusal, SegmentPermit
from agent.scope import Network, Scope
from agent.snmp_session import talk_for
from agent.watch import Loss, Watch
from agent.wire import Wire
from probes.model import Attempt, Evidence, Outcome, Probe, Secret, Target

ARP_BYTES, NEIGHBOUR_BYTES = 42, 86
"""An ARP answer; a neighbour advertisement with its option (RFC 4861, 4.4)."""


@dataclass(frozen=True, slots=True)
class Progress:
    """For a person who waits: `done` of `total` on `network`, `found` so far."""

    stage: str
    network: str
    done: int
    total: int
    found: int


@dataclass(slots=True)
class Session:
    """swept_to: (site, network) -> where the last burst of a sweep began that is being resumed.

    met: (site, address) -> the routers and switches whose tables this run reads.
    """

    scope: Scope
    probes: Mapping[str, Probe]
    known: Known
    gate: Gate
    wire: Wire
    watch: Watch
    hearing: Hearing
    journal: Journal
    clock: Callable[[], Moment]
    nonce: Callable[[], int]
    interfaces: Mapping[Network, LocalInterface]
    own: tuple[LocalInterface, ...]
    raw: bool
    secrets: Mapping[str, Secret]
    tell: Callable[[Progress], None] = lambda _: None
    alarm: Callable[[str], None] = lambda _: None
    already_looked: set[tuple[str, str]] = field(default_factory=set)
    segments_asked: set[tuple[str, str, str]] = field(default_factory=set)
    left_alone: set[tuple[str, str]] = field(default_factory=set)
    swept_to: Mapping[tuple[str, str], int] = field(default_factory=dict)
    met: dict[tuple[str, str], Met] = field(default_factory=dict)

    def now(self) -> str:
        return stamp(self.clock().wall)

    def interface_of(self, network: Network) -> LocalInterface | None:
        return self.interfaces.get(network)

    # -- recording --------------------------------------------------------------------------------

    def learn(self, evidence: Iterable[Evidence]) -> None:
        """Evidence outside the scope's networks is not ours to keep."""
        for item in evidence:
            if self.known.admits(item):
                self.journal.append("evidence", evidence_out(item))
                self.known.learn([item])

    def attempted(self, attempt: Attempt) -> None:
        self.journal.append("attempt", attempt_out(attempt))
        self.known.tried(attempt)

    def looked(
        self,
        network: Network,
        *,
        asked: int,
        looked: bool,
        why: str = "",
        never: int = 0,
        left_alone: int = 0,
    ) -> None:
        """How one network was looked at; the counts are of its addresses."""
        self.journal.append(
            "looked",
            {
                "site": network.site,
                "cidr": str(network.cidr),
                "asked": asked,
                "looked": looked,
                "never": never,
                "left_alone": left_alone,
                "why": why,
            },
        )

    def listened(self, network: Network, seconds: float, packets: int, dropped: int) -> None:
        """How long one network was heard before anything was sent there."""
        self.journal.append(
            "listened",
            {
                "site": network.site,
                "cidr": str(network.cidr),
                "seconds": seconds,
                "packets": packets,
                "dropped": dropped,
            },
        )

    def leave_alone(self, view: HostView, why: str, end: str = "care") -> None:
        """Why the ladder ends for this host; once a host. end: the word to count it by."""
        key = (view.site, str(view.ip))
        if key not in self.left_alone:
            self.left_alone.add(key)
            self.journal.append(
                "left_alone", {"site": view.site, "host": str(view.ip), "why": why, "end": end}
            )

    def meet(self, box: Met) -> None:
        self.journal.append("met", met_out(box))
        self.met[(box.site, box.host)] = box

    def note(self, text: str) -> None:
        self.journal.append("note", {"text": text})

    # -- progress ---------------------------------------------------------------------------------

    def progress(self, stage: str, network: str, done: int, total: int) -> None:
        self.tell(Progress(stage, network, done, total, len(self.known.hosts)))

    def sweep_progress(self, network: Network, done: int, total: int, answered: int) -> None:
        self.hearing.drain()
        self.tell(Progress("sweep", network.name, done, total, answered))

    # -- what an earlier part of the run did ------------------------------------------------------

    def segment_asked(self, network: Network, probe: str) -> bool:
        return (network.site, str(network.cidr), probe) in self.segments_asked

    def has_mac(self, site: str, host: str) -> bool:
        known = self.known.hosts.get((site, host))
        return known is not None and bool(known.mac)

    def was_tried(self, view: HostView, probe: Probe) -> bool:
        known = self.known.hosts.get((view.site, str(view.ip)))
        return known is not None and probe.name in known.tried

    # -- asking -----------------------------------------------------------------------------------

    async def ask_host(self, view: HostView, probe: Probe) -> Attempt | Refusal:
        """One conversation with one host, waiting for the gate's turn. A Refusal is recorded as an attempt."""
        verdict = await self._permit(view, probe)
        if isinstance(verdict, Refusal):
            attempt = Attempt(
                view.site, str(view.ip), probe.name, self.now(), Outcome.NOT_ALLOWED, detail=verdict.why
            )
            self.attempted(attempt)
            return verdict
        view = verdict.view
        target = Target(
            str(view.ip),
            self.nonce(),
            self.secret_of(view),
            told=self.known.told(view, probe.wants),
            ports=view.named,
        )
        attempt, evidence = await conduct(verdict, talk_for(probe, target), target, self.wire, self.now)
        self.learn(evidence)
        self.attempted(attempt)
        if attempt.sent_packets:
            await self.watched(view, probe.name)
        return attempt

    async def watched(self, view: HostView, probe: str) -> None:
        """After something was said to a host: is it still there?"""
        seen = self.raw and view.mac  # who never answered ARP is not missed there
        await self.watch.after(view, probe, self.interface_of(view.network) if seen else None)

    def lost(self, loss: Loss, stopped: str) -> None:
        """A host fell silent: kept, told at once with its place, and its like are spared."""
        view = loss.view
        self.known.silence(view, loss.probe, whole_class=loss.counts)
        place = self.known.place(view)
        self.journal.append(
            "lost",
            {
                "site": view.site,
                "host": str(view.ip),
                "mac": view.mac,
                "class": view.klass,
                "what": view.kind,
                "probe": loss.probe,
                "after": round(loss.after, 1),
                "counts": loss.counts,
                "place": place,
                "stopped": stopped,
            },
        )
        text = (
            f"{view.ip} ({view.mac}) fell silent {loss.after:.0f} s after {loss.probe}; look at it: {place}"
        )
        self.alarm(f"{text}. {'All sending has stopped.' if stopped else 'Nothing more is asked of it.'}")

    def secret_of(self, view: HostView) -> Secret | None:
        """The secret that this host may see; none for a box that is not the one it is pinned to."""
        met = self.met.get((view.site, str(view.ip)))
        return None if met is not None and met.why else secret_for(view, self.scope, self.secrets)

    def has_secret(self, view: HostView) -> bool:
        return self.secret_of(view) is not None

    def must_stop(self, result: Attempt | Refusal) -> bool:
        """Whether this refusal is about the whole run and not about one question."""
        return isinstance(result, Refusal) and result.kind in ("scope", "stopped")

    async def _permit(self, view: HostView, probe: Probe) -> Permit | Refusal:
        """The host is looked at anew after each wait: meanwhile it may have said that it is fragile, or one of its
        class may have fallen silent."""
        while isinstance(verdict := self.gate.admit(view, probe, self.clock()), Later):
            await asyncio.sleep(verdict.seconds)
            if view.ip is not None:
                view = self.known.view_at(view.network, view.ip)
        return verdict

    def owe(self, permit: SegmentPermit, peers: Iterable[str]) -> None:
        """Accounts for what our kernel had to tell those who answered a question to everyone. A peer is an
        address or, below IP, a MAC."""
        site = permit.network.site
        for peer in dict.fromkeys(peers):
            host = self.known.hosts.get((site, peer))
            mac = oui.canonical(peer) or (host.mac if host is not None else "")
            size = NEIGHBOUR_BYTES if permit.probe.suits & {"link"} else ARP_BYTES
            self.gate.owe(
                site, self.known.address_of(site, mac) or peer, mac, permit.probe, size, self.clock()
            )
