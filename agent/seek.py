"""Finding the hosts: an ARP sweep where we have an interface, else what the kernel and quiet questions tell.

Each network ends with one `looked` record that says how it was looked at, how many addresses were
asked, and whether silence there means anything.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping

from agent.capture import SweepResult, sweep
from agent.host import LocalInterface
from agent.knock import read_neighbours
from agent.merge import PROXY_ARP
from agent.plan import Plan, askable, unfinished
from agent.scope import Network, parse_address
from agent.session import Session
from probes import arp
from probes.model import Evidence

MOST_FACES = 256
"""Addresses of one network that are kept of a MAC that answers for all of them: of 65,000 the rest says nothing new."""
MOST_UNASKED = 100
"""Answers that nobody asked for: a few are devices that announce themselves when they are switched on."""


def find_hosts(plans: Iterable[Plan], session: Session) -> None:
    """Carries out the plans that say nothing to a single host, in the order quiet to loud."""
    todo = unfinished(plans, session)
    for p in todo:
        if p.how == "none":
            session.looked(p.network, asked=0, looked=False, why=p.why)
        elif p.how == "table":
            read_neighbours(p, session)
            session.looked(p.network, asked=0, looked=False, why=p.why)
    _sweep([p for p in todo if p.how == "sweep"], session)


def _sweep(plans: list[Plan], session: Session) -> None:
    seen: set[tuple[str, str, str]] = set()
    faces: dict[tuple[Network, str], int] = defaultdict(int)
    jobs, before, never = [], {}, {}
    for p in plans:
        assert p.interface is not None
        targets, never[p.network] = askable(p, session)
        # The burst in which an earlier part of the run ended may not have gone out: it is sent again.
        resumed_at = session.swept_to.get((p.network.site, str(p.network.cidr)), 0)
        before[p.network] = bisect_left(targets, resumed_at)
        jobs.append((p.network, p.interface, targets[before[p.network] :]))

    def answered(network: Network, reply: arp.ArpReply) -> None:
        key = (network.site, reply.ip, reply.mac)
        if key not in seen:
            seen.add(key)
            faces[(network, reply.mac)] += 1
            if faces[(network, reply.mac)] > MOST_FACES:
                return
            said = arp.readings_of(reply)
            session.learn(
                Evidence(network.site, reply.ip, "arp", r.field, r.value, session.now()) for r in said
            )

    if jobs:
        results = sweep(jobs, session.gate, session.clock, answered, session.sweep_progress)
        whole = {
            result.network for result in results if not result.stopped
        }  # the others go on where they ended
        named = [(n, i, _declared_but_silent(n, i, session)) for n, i, _ in jobs if n in whole]
        if again := [job for job in named if job[2]]:
            sweep(again, session.gate, session.clock, answered)
        for result in results:
            _record_sweep(result, never[result.network], before[result.network], session)
        _tell_of_many(faces, session)


def _tell_of_many(faces: Mapping[tuple[Network, str], int], session: Session) -> None:
    """Who answers for a whole network: a router or controller on purpose (proxy ARP), or somebody who means harm."""
    for (network, mac), count in faces.items():
        if count > MOST_FACES:
            session.note(
                f"{network.name}: {mac} answered ARP for {count} addresses; only the first {MOST_FACES} of them are kept"
            )
        elif count > PROXY_ARP:
            session.note(f"{network.name}: {mac} answered ARP for {count} addresses")


def _declared_but_silent(network: Network, interface: LocalInterface, session: Session) -> array[int]:
    """Addresses that the ledger names and that did not answer: one lost frame must not become "not seen"."""
    named = {p.ip for p in session.known.protected if p.ip}
    silent = [
        ip
        for ip in map(parse_address, sorted(named))
        if ip.version == 4
        and session.scope.network_of(network.site, ip) == network
        and ip != interface.address.ip
        and not session.has_mac(network.site, str(ip))
        and not session.scope.never.covers(ip, "")
    ]
    return array("I", sorted(int(ip) for ip in silent))


def _record_sweep(result: SweepResult, never: int, before: int, session: Session) -> None:
    if result.unasked > MOST_UNASKED:
        session.note(
            f"{result.network.name}: {result.unasked} ARP answers came for which nobody had asked: no device was made "
            "of them"
        )
    if result.dropped:
        session.note(
            f"{result.network.name}: the kernel dropped {result.dropped} frames; silence there proves nothing"
        )
    session.looked(
        result.network,
        asked=result.asked + before,
        looked=not result.stopped and not result.dropped,
        why=result.stopped or "this machine's own address",
        never=never,
    )
