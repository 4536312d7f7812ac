"""Multicast questions, each put once to everyone on a network that may bear it, after everything quieter."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from ipaddress import IPv4Network

from agent.host import LocalInterface
from agent.plan import Plan
from agent.scope import Care
from agent.session import Session


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
