"""Finding hosts where no frame of ours may be sent: what the kernel's neighbour table has, and one quiet datagram to each.

In our own network the kernel must find out by ARP (RFC 826) whom it sends to, so its table then tells who is there,
answered or not; on a routed one only answers count.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from agent.care import refusal
from agent.host import neighbours
from agent.permit import Later, Refusal
from agent.plan import Plan, askable, unfinished
from agent.scope import Network, parse_address
from agent.session import Session
from probes.model import Attempt, Evidence, Probe

KNOCKS_AT_ONCE = 64


async def knock(plans: Iterable[Plan], session: Session) -> None:
    """Carries out those that do, after the tables of routers and switches have told whom to spare."""
    for p in unfinished(plans, session):
        if p.how in ("knock", "echo"):
            await _knock_all(p, session)


def _dotted(number: int) -> str:
    return ".".join(str(b) for b in number.to_bytes(4, "big"))


def read_neighbours(p: Plan, session: Session) -> None:
    assert p.interface is not None
    rows = [
        Evidence(p.network.site, ip, "arp", "arp.mac", mac, session.now())
        for name, ip, mac in neighbours()
        if name == p.interface.name and parse_address(ip) in p.network.cidr
    ]
    fresh = [row for row in rows if not session.has_mac(row.site, row.host)]
    session.learn(fresh)


async def _knock_all(p: Plan, session: Session) -> None:
    """One benign datagram to each address. In our own network the kernel must resolve it by ARP first, so
    its neighbour table then tells who is there, answered or not; on a routed one only answers count."""
    probe = session.probes["netbios" if p.how == "knock" else "icmp"]
    numbers, never = askable(p, session)
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
                read_neighbours(p, session)
            session.progress("seek", p.network.name, asked, len(numbers))
        done, running = running, set()
        await _ended(done)
    finally:
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
    if p.interface is not None:
        read_neighbours(p, session)
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
