"""Asks the infrastructure instead of the devices: what routers, switches and wireless controllers have in tables.

Only boxes that the scope lists under an infrastructure credential, each first asked who it is, before it is shown
any secret. Then, table by table (probes/): names of ports, who has which MAC, who hangs on which port. What they
tell is known before any host is asked, so that a fragile device on a network that we never touch is left alone,
and another is known by its MAC. At most two questions wait for one box (agent/table_line.py); the gate has a budget
for them (agent/limits.py).
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from agent import oui
from agent.chassis import Chassis, Pins
from agent.conduct import stamped
from agent.meeting import TableBox, attempt_of, call_by_name, left, listed, meet, read_once
from agent.plan import ROUTED, plan
from agent.session import Session
from agent.sightings import seen_by_others
from agent.table_line import GateClosedError
from probes import forwarding, links, neighbours, ports, wireless
from probes.model import Attempt, Evidence, Probe, Reading
from probes.tables import Box, Read, Reader

BOXES_AT_ONCE = 16
FAMILIES: Mapping[str, tuple[Probe, Callable[[Box], Reader[Read]]]] = {
    module.PROBE.name: (module.PROBE, module.read)
    for module in (ports, neighbours, wireless, links, forwarding)
}
STEPS = (("ports",), ("neighbours", "wireless"), ("links", "forwarding"))
"""All boxes end one before any begins the next: what a port is called, and which MACs are of networks outside the
scope, must be known before where they are. Two tables of one step are read side by side."""
FROM_TABLES = "routed: hosts come from tables of routers and switches; silence there proves nothing"


@dataclass(slots=True)
class _Outside:
    """What tables told of addresses outside the scope's networks: how many there are, and their MACs."""

    addresses: set[tuple[str, str]] = field(default_factory=set)
    macs: set[tuple[str, str]] = field(default_factory=set)


async def read_tables(session: Session, pins: Pins) -> None:
    """All tables of all boxes that the scope lists; what an earlier part of the run has read is not asked again.

    pins: the boxes as they were met in earlier runs.
    """
    boxes = list(listed(session))
    if not any(left(box, FAMILIES, session) for box in boxes):
        return
    await _each(boxes, session, lambda box: _meet(box, pins.get(box.key, Chassis()), session))
    read_once(boxes, session)
    call_by_name(boxes, session)
    outside = _Outside()
    for step in STEPS:
        await _each(boxes, session, lambda box, step=step: _step(box, step, outside, session))  # type: ignore[misc]
    if not any(box.stopped for box in boxes):
        _conclude(outside, session)


async def _each(
    boxes: Iterable[TableBox], session: Session, do: Callable[[TableBox], Awaitable[None]]
) -> None:
    """The same for all boxes that have not ended, side by side."""
    places, done, todo = asyncio.Semaphore(BOXES_AT_ONCE), 0, [box for box in boxes if not box.ended]

    async def one(box: TableBox) -> None:
        nonlocal done
        async with places:
            try:
                await do(box)
            except GateClosedError as end:
                box.ended, box.stopped = end.refusal.why, end.refusal.kind in ("scope", "stopped")
                if not box.stopped:
                    session.note(f"{box.ip}: not all of its tables were read: {box.ended}")
        done += 1
        session.progress("tables", "", done, len(todo))

    try:
        async with asyncio.TaskGroup() as group:
            for box in todo:
                group.create_task(one(box))
    except* OSError as faults:  # the disk: one task's fault ends them all, and one sentence tells it
        raise OSError(*faults.exceptions[0].args) from faults


async def _meet(box: TableBox, pinned: Chassis, session: Session) -> None:
    """A box that does not answer may have fallen silent of the question itself: it is looked for like any other."""
    view = session.known.view_at(box.network, box.ip)
    met_before = box.key in session.met or session.was_tried(view, ports.PROBE)
    await meet(box, pinned, session)
    if not met_before:
        await session.watched(view, ports.PROBE.name)


async def _step(box: TableBox, names: Iterable[str], outside: _Outside, session: Session) -> None:
    todo = left(box, names, session)
    results = await asyncio.gather(
        *(_table(box, name, outside, session) for name in todo), return_exceptions=True
    )
    for fault in results:
        if fault is not None:
            raise fault
    if todo:
        await session.watched(session.known.view_at(box.network, box.ip), todo[-1])


async def _table(box: TableBox, name: str, outside: _Outside, session: Session) -> None:
    """One table: what it told is known before it is written down as read."""
    probe, read = FAMILIES[name]
    line = box.line(session)
    try:
        found = await line.read(read(_as_read(box, session)), probe)
    finally:
        await line.close()
    attempt = attempt_of(box, name, line, session, found.short)
    session.learn(_kept(found.readings, attempt, outside, session))
    if line.stopped is not None and line.stopped.kind in ("scope", "stopped"):
        raise GateClosedError(line.stopped)  # not read: a run that is resumed begins it again
    session.attempted(attempt)
    for sentence in found.short:
        session.note(f"{box.ip}: {sentence}")
    if line.stopped is not None:
        raise GateClosedError(line.stopped)


def _as_read(box: TableBox, session: Session) -> Box:
    """What its table of ports told, in this part of the run or an earlier one."""
    host = session.known.hosts.get(box.key)
    said = host.evidence if host is not None else []
    pairs = (e.value.partition(" ") for e in said if e.field == "ports.name")
    names = {int(index): name for index, _, name in pairs if index.isdigit()}
    return Box(box.name, names, frozenset(e.value for e in said if e.field == "ports.own"))


def _kept(
    readings: Iterable[Reading], attempt: Attempt, outside: _Outside, session: Session
) -> Iterator[Evidence]:
    """What is of the scope: its addresses, and MACs that are not known to be of others' networks. This machine,
    which every table has too, is nobody that was found."""
    own = {str(i.address.ip) for i in session.own} | {i.mac for i in session.own if i.mac}
    for item in (stamped(each, attempt) for each in readings):
        mac = oui.canonical(item.host)
        if item.host in own or (item.field.endswith(".mac") and item.value in own):
            continue
        if mac:
            if (item.site, mac) not in outside.macs or session.known.has_mac(item.site, mac):
                yield item
        elif session.known.admits(item):
            yield item
        else:
            outside.addresses.add((item.site, item.host))
            if item.field.endswith(".mac"):
                outside.macs.add((item.site, item.value))


def _conclude(outside: _Outside, session: Session) -> None:
    """What was not kept; and of networks that nobody looked at, that tables told of them."""
    if outside.addresses:
        session.note(
            f"{len(outside.addresses)} addresses outside the scope's networks stand in tables of routers and switches "
            "and were not kept"
        )
    hosts = session.known.hosts.values()
    found = Counter(host.network for host in hosts if any(map(seen_by_others, host.evidence)))
    for p in plan(session):
        if p.why == ROUTED and found[p.network]:
            session.looked(p.network, asked=0, looked=False, why=FROM_TABLES)
