"""Finding the hosts: an ARP sweep where we have an interface, else what the kernel and quiet questions tell.

Each network ends with one `looked` record that says how it was looked at, how many addresses were
asked, and whether silence there means anything.
"""

from __future__ import annotations

import asyncio
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from ipaddress import IPv4Network

from agent.capture import SweepResult, sweep, targets_of
from agent.care import refusal
from agent.host import LocalInterface, neighbours
from agent.merge import PROXY_ARP
from agent.permit import Later, Refusal
from agent.scope import Care, Net, Network, parse_address
from agent.session import Session
from probes import arp
from probes.model import Attempt, Evidence, Probe

NO_RAW = "no right to packet sockets (CAP_NET_RAW): only the kernel's neighbour table could be read"
ROUTED = "routed, and no table gives a MAC: nothing may be asked there"
IPV6 = "IPv6 is not swept: its hosts come from neighbour tables and listening"
PING_ONLY = "routed: asked by ICMP echo alone, and a host may be there without answering"
KNOCKS_AT_ONCE = 64
MOST_FACES = 256
"""Addresses of one network that are kept of a MAC that answers for all of them: of 65,000 the rest says nothing new."""
MOST_UNASKED = 100
"""Answers that nobody asked for: a few are devices that announce themselves when they are switched on."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How one network is looked at: "sweep", "knock" (reduced mode), "echo" (routed office), "table", "none"."""

    network: Network
    how: str
    interface: LocalInterface | None
    why: str = ""


def plan(session: Session) -> tuple[Plan, ...]:
    """One Plan a network of the scope; pure but for what the session already knows of this machine."""
    return tuple(_plan(network, session) for network in session.scope.networks)


def _plan(network: Network, session: Session) -> Plan:
    interface = session.interface_of(network)
    if not isinstance(network.cidr, IPv4Network):
        return Plan(network, "none", interface, IPV6)
    if interface is not None and session.raw and interface.mac:
        return Plan(network, "sweep", interface)
    if interface is not None:
        return Plan(network, "knock" if network.care is Care.OFFICE else "table", interface, NO_RAW)
    if network.sensor:
        return Plan(network, "none", None, f"its sensor {network.sensor} is no interface of this machine")
    if network.care is Care.OFFICE:
        return Plan(network, "echo", None, PING_ONLY)
    return Plan(network, "none", None, ROUTED)


def find_hosts(plans: Iterable[Plan], session: Session) -> None:
    """Carries out the plans that say nothing to a single host, in the order quiet to loud."""
    todo = _unfinished(plans, session)
    for p in todo:
        if p.how == "none":
            session.looked(p.network, asked=0, looked=False, why=p.why)
        elif p.how == "table":
            _read_neighbours(p, session)
            session.looked(p.network, asked=0, looked=False, why=p.why)
    _sweep([p for p in todo if p.how == "sweep"], session)


async def knock(plans: Iterable[Plan], session: Session) -> None:
    """Carries out those that do, after the tables of routers and switches have told whom to spare."""
    for p in _unfinished(plans, session):
        if p.how in ("knock", "echo"):
            await _knock_all(p, session)


def _unfinished(plans: Iterable[Plan], session: Session) -> list[Plan]:
    """Finished networks of a resumed run are left out."""
    return [p for p in plans if (p.network.site, str(p.network.cidr)) not in session.already_looked]


# -- frames -------------------------------------------------------------------------------------


def _sweep(plans: list[Plan], session: Session) -> None:
    seen: set[tuple[str, str, str]] = set()
    faces: dict[tuple[Network, str], int] = defaultdict(int)
    jobs, before, never = [], {}, {}
    for p in plans:
        assert p.interface is not None
        targets, never[p.network] = _askable(p, session)
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
            session.learn(_evidence(network.site, reply.ip, "arp", r.field, r.value, session) for r in said)

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


def _askable(p: Plan, session: Session) -> tuple[array[int], int]:
    """The addresses of a network that may be asked, and how many the scope's `never` takes out of them.

    What a smaller network of the scope takes out is that one's, and is asked as that one may bear.
    """
    own = -1 if p.interface is None else int(p.interface.address.ip)
    inner, never = _spans(session.scope.inner(p.network)), _spans(session.scope.never.networks)
    all_of_it = targets_of(p.network, own, lambda n: _within(n, inner))
    asked = array("I", (n for n in all_of_it if not _within(n, never)))
    return asked, len(all_of_it) - len(asked)


def _spans(nets: Iterable[Net]) -> tuple[tuple[int, int], ...]:
    return tuple((int(n.network_address), int(n.broadcast_address)) for n in nets if n.version == 4)


def _within(number: int, spans: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= number <= last for first, last in spans)


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


def _dotted(number: int) -> str:
    return ".".join(str(b) for b in number.to_bytes(4, "big"))


# -- without frames -----------------------------------------------------------------------------


def _read_neighbours(p: Plan, session: Session) -> None:
    assert p.interface is not None
    rows = [
        _evidence(p.network.site, ip, "arp", "arp.mac", mac, session)
        for name, ip, mac in neighbours()
        if name == p.interface.name and parse_address(ip) in p.network.cidr
    ]
    fresh = [row for row in rows if not session.has_mac(row.site, row.host)]
    session.learn(fresh)


async def _knock_all(p: Plan, session: Session) -> None:
    """One benign datagram to each address. In our own network the kernel must resolve it by ARP first, so
    its neighbour table then tells who is there, answered or not; on a routed one only answers count."""
    probe = session.probes["netbios" if p.how == "knock" else "icmp"]
    numbers, never = _askable(p, session)
    asked, spared, stopped = 0, 0, ""
    running: set[asyncio.Task[Attempt | Refusal]] = set()
    try:
        for number in numbers:
            view = session.known.view_at(p.network, parse_address(_dotted(number)))
            if session.was_tried(view, probe):
                asked += 1  # in an earlier part of the run
                continue
            if why := refusal(view, probe, session.scope, session.clock().wall):
                session.leave_alone(view, why)
                spared += 1
                continue
            stopped = await _pace(p.network, probe, session)
            if stopped:
                break
            asked += 1
            running.add(asyncio.create_task(session.ask_host(view, probe)))
            if len(running) >= KNOCKS_AT_ONCE:
                done, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
                await _ended(done)
            if asked % 128 == 0 and p.interface is not None:
                _read_neighbours(p, session)
            session.progress("seek", p.network.name, asked, len(numbers))
        done, running = running, set()
        await _ended(done)
    finally:
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
    if p.interface is not None:
        _read_neighbours(p, session)
    looked = p.interface is not None and not stopped and not spared
    session.looked(
        p.network, asked=asked, looked=looked, why=stopped or p.why, never=never, left_alone=spared
    )


async def _ended(tasks: set[asyncio.Task[Attempt | Refusal]]) -> None:
    """Waits for all of them; then raises the fault of one, which is the disk's, that no other goes unheard."""
    results = await asyncio.gather(*tasks, return_exceptions=True)
    for result in results:
        if isinstance(result, BaseException):
            raise result


async def _pace(network: Network, probe: Probe, session: Session) -> str:
    """Waits for the network's turn; "" or why there is none. The kernel may repeat its ARP twice: three frames."""
    while True:
        verdict = session.gate.admit_segment(network, probe, 3, session.clock())
        if isinstance(verdict, Refusal):
            return verdict.why
        if not isinstance(verdict, Later):
            return ""
        await asyncio.sleep(verdict.seconds)


# -- one question to all ------------------------------------------------------------------------


async def ask_segments(plans: Iterable[Plan], session: Session) -> None:
    """Each multicast question once on each network that may bear it, after everything quieter. Networks go side by
    side, for nearly all of it is waiting for answers; what reaches one link at a time is the gate's to say."""
    await asyncio.gather(*(_ask_segment(p, p.interface, session) for p in plans if p.interface is not None))


async def _ask_segment(p: Plan, interface: LocalInterface, session: Session) -> None:
    """Whether a fragile device is there is looked at before each question: it may have answered the last one."""
    sharing = session.gate.sharing(p.network)
    if any(other.care is Care.BEDSIDE for other in sharing):
        return
    source = _link_source(p, session)
    asked = False
    for probe in session.probes.values():
        is_segment = "segment" in probe.suits and isinstance(p.network.cidr, IPv4Network)
        by = interface if is_segment else source if "link" in probe.suits else None
        if by is None or session.segment_asked(p.network, probe.name):
            continue
        if why := next(filter(None, map(session.known.fragile_in, sharing)), ""):
            if not asked:
                session.note(f"{p.network.name}: no multicast question was put ({why})")
                return
            session.note(f"{p.network.name}: {probe.name} was not asked: {why}")
            continue
        await session.ask_segment(p.network, probe, by)
        asked = True


def _link_source(p: Plan, session: Session) -> LocalInterface | None:
    """The IPv6 address to ask a whole link from: ours in an IPv6 network of the scope, else the interface's own
    fe80:: address; None without one, or without the right to send frames."""
    if not session.raw or p.interface is None or not p.interface.mac:
        return None
    if not isinstance(p.network.cidr, IPv4Network):
        return p.interface
    return next(
        (
            i
            for i in session.own
            if i.name == p.interface.name and i.address.version == 6 and i.address.is_link_local
        ),
        None,
    )


def _evidence(site: str, host: str, probe: str, field: str, value: str, session: Session) -> Evidence:
    return Evidence(site, host, probe, field, value, session.now())
