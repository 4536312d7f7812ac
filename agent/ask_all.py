"""Multicast questions, each put once to everyone on a network that may bear it, after everything quieter.

Whoever answers is not believed for that alone: a sender's address is easily forged, and a flood must neither be taken
for devices nor hide them.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from ipaddress import IPv4Network

from agent.answer import MOST_REPLIES_OF_ONE, Answer
from agent.conduct import stamped
from agent.gate import NEVER_WHOLE
from agent.host import LocalInterface
from agent.permit import Later, Refusal
from agent.plan import Plan
from agent.scope import Care, Network
from agent.session import Session
from probes.model import Attempt, Outcome, ParseError, Probe, Reply, Target

MOST_UNPROVEN = 8
"""Addresses that may answer a question to everyone though nobody answered ARP for them."""


async def ask_segments(plans: Iterable[Plan], session: Session) -> None:
    """Each multicast question once on each network that may bear it, after everything quieter. Networks go side by
    side, for nearly all of it is waiting for answers; what reaches one link at a time is the gate's to say."""
    await asyncio.gather(*(_ask_segment(p, p.interface, session) for p in plans if p.interface is not None))


async def _ask_segment(p: Plan, interface: LocalInterface, session: Session) -> None:
    """Whether a fragile device is there is looked at before each question: it may have answered the last one."""
    sharing = session.gate.sharing(p.network)
    if any(other.care is Care.BEDSIDE for other in sharing):
        return
    if any(session.gate.scope.never.covers_whole(other.cidr) for other in sharing):
        session.note(f"{p.network.name}: no multicast question was put ({NEVER_WHOLE})")
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
        await _converse(p.network, probe, by, session)
        asked = True


async def _converse(network: Network, probe: Probe, interface: LocalInterface, session: Session) -> None:
    """A multicast conversation: each Ask is one frame under a permit of its own."""
    assert probe.talk is not None
    session.segments_asked.add((network.site, str(network.cidr), probe.name))
    session.journal.append(
        "segment_asked", {"site": network.site, "cidr": str(network.cidr), "probe": probe.name}
    )
    told = (("link.address", str(interface.address.ip)),)
    generator = probe.talk(Target(str(network.cidr.network_address), session.nonce(), told=told))
    attempt = Attempt(network.site, "", probe.name, session.now(), Outcome.ANSWERED)
    try:
        ask = next(generator)
        while True:
            permit = session.gate.admit_segment(network, probe, 1, session.clock())
            if isinstance(permit, Refusal):
                session.note(f"{network.name}: {probe.name} was not asked: {permit.why}")
                return
            if isinstance(permit, Later):
                await asyncio.sleep(permit.seconds)
                continue
            answer = await session.wire.ask_group(permit, ask, interface)
            if answer.barred:
                session.note(f"{network.name}: {probe.name} was not asked: {answer.barred}")
                return
            session.owe(permit, (reply.peer for reply in answer.replies))
            ask = generator.send(_believed(network, probe, answer, interface, session))
    except StopIteration as end:
        session.learn(stamped(reading, attempt) for reading in end.value if reading.host)
    except ParseError as error:
        session.note(f"{network.name}: an answer to {probe.name} could not be read ({error})")
    except OSError as error:
        session.note(f"{network.name}: {probe.name} could not be asked ({error.strerror})")
    finally:
        generator.close()


def _believed(
    network: Network, probe: Probe, answer: Answer, interface: LocalInterface, session: Session
) -> tuple[Reply, ...]:
    """The replies without those of a crowd that is nowhere: a sender's address is easily forged. Where ARP was
    asked, a few may have come too late for it; many have not."""
    if answer.flooding:
        session.note(
            f"{network.name}: {', '.join(answer.flooding)} sent more than {MOST_REPLIES_OF_ONE} answers to one "
            f"{probe.name} question: the rest was not read"
        )
    if answer.foreign:
        session.note(
            f"{network.name}: {answer.foreign} answers to {probe.name} came from outside this network and were not read"
        )
    if not session.raw or not interface.mac or probe.suits & {"link"}:
        return answer.replies
    peers = {reply.peer for reply in answer.replies}
    nowhere = {peer for peer in peers if not session.known.proven(network.site, peer)}
    if len(nowhere) <= MOST_UNPROVEN:
        return answer.replies
    session.note(
        f"{network.name}: answers to {probe.name} in the name of {len(nowhere)} addresses were not believed: at none "
        "of them does a device of its own answer ARP"
    )
    return tuple(reply for reply in answer.replies if reply.peer not in nowhere)


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
