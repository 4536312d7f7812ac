"""One host's ladder (agent/ladder.py), rung by rung: what is offered to it, and when nothing more is asked of it."""

from __future__ import annotations

from agent.known_host import Host
from agent.ladder import next_step
from agent.oddities import MOST_DRIPS, dripped
from agent.permit import Refusal
from agent.session import Session
from probes.model import Outcome, Probe

SIGNS_OF_LIFE = frozenset({Outcome.ANSWERED, Outcome.REFUSED, Outcome.GARBLED})
SECOND_KNOCK = "smb"
"""What drops an echo is mostly a PC behind its own firewall, which leaves this port open; others refuse it."""
DRIPS = "its answers come a few bytes at a time: nothing more is asked of it"
LENT = "its MAC answers ARP for many addresses here, and nobody answers at this one: nothing more is asked"
MOST_SILENT = 3
"""Questions that an address may leave unanswered for which a MAC answers ARP that does so for many."""


def _offered(host: Host, session: Session) -> list[Probe]:
    """Every probe; to an address behind a router that gave no sign of life one more, which may give one."""
    if host.evidence or not SIGNS_OF_LIFE.isdisjoint(host.tried.values()):
        return list(session.probes.values())
    return [probe for probe in session.probes.values() if probe.name == SECOND_KNOCK]


def _lent_and_silent(host: Host, session: Session) -> bool:
    """Whether a MAC that answers for many answers ARP here, and nobody has answered anything else."""
    if not host.mac or session.known.proven(host.site, str(host.ip)):
        return False
    outcomes = list(host.tried.values())
    return outcomes.count(Outcome.SILENT) >= MOST_SILENT and SIGNS_OF_LIFE.isdisjoint(outcomes)


async def climb(host: Host, session: Session) -> None:
    """One host's ladder, rung by rung, until the ladder or the gate says that it ends."""
    refused: set[str] = set()
    drips = 0
    while True:
        view = session.known.view(host)
        if drips >= MOST_DRIPS:
            session.leave_alone(view, DRIPS)
            return
        if _lent_and_silent(host, session):
            session.leave_alone(view, LENT, "silent")
            return
        has_secret = session.has_secret(view)
        now = session.clock().wall
        step = next_step(
            view,
            host.claims,
            host.tried,
            _offered(host, session),
            session.scope,
            now,
            has_secret,
            {e.field for e in host.evidence},
        )
        if step.probe is None:
            end = "budget" if step.kind == "end" and "budget" in refused else step.kind
            session.leave_alone(view, step.why, end)
            return
        result = await session.ask_host(view, step.probe)
        if isinstance(result, Refusal):
            refused.add(result.kind)
        else:
            drips += dripped(result)
        if session.must_stop(result):
            return
