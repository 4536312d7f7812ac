"""Which question next for this host, given what is known: pure, quiet first, and an end in sight.

Rungs are not listed anywhere: a probe says what it costs, which classes it tells something of and how much, and
the ladder climbs from the cheapest. It stops when the device is identified well enough, for each
question less is a packet less, save for the few that tell of ways in; and it says why it stopped, for `daicho why`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from agent.care import HostView, refusal
from agent.device import Claim, Tier
from agent.scope import Scope
from probes.model import Impact, Outcome, Probe

VAGUE = frozenset({"", "other", "guest"})
"""Classes that say less than a question still could."""

GIVES_UP_AFTER = 5
"""Connections that a host let time out: it drops what it does not expect, so it is not asked further."""

ENOUGH = (
    frozenset({"class", "vendor", "model", "version"}),
    frozenset({"class", "vendor", "model", "serial"}),
)
"""A device is identified well enough when every attribute of one of these sets is known STRONG."""

COMPUTERS = frozenset({"server", "terminal"})
ENOUGH_OF_A_COMPUTER = frozenset({"class", "os", "version"})
"""Of a computer its system says most; a switch that told its system in passing still has a model and a serial
number that the ledger asks for."""


@dataclass(frozen=True, slots=True)
class Step:
    """The next question, or (probe None) the end of the ladder; `why` explains either.

    kind: a word to count ends by: identified, silent (it let questions time out), care (what is left may not be
    asked), end (nothing is left to ask).
    """

    probe: Probe | None
    why: str
    kind: str = ""


def next_step(
    view: HostView,
    claims: Iterable[Claim],
    tried: Mapping[str, Outcome],
    probes: Collection[Probe],
    scope: Scope,
    now: datetime,
    has_secret: bool,
    fields: Collection[str] = frozenset(),
) -> Step:
    """The cheapest question that is allowed, tells something and has not been put yet. `fields`: those of which
    something is known, for probes that go on from what another read."""
    known = identified(claims)
    if _timed_out(tried, probes) >= GIVES_UP_AFTER:
        return Step(None, "it let every question time out", "silent")
    last_no = ""
    for probe in sorted(probes, key=lambda probe: _rung(probe, view)):
        if known and not (probe.ways_in and view.klass in probe.suits):
            continue
        if probe.name in tried or not _tells(probe, view, has_secret):
            continue
        if probe.wants and probe.wants.isdisjoint(fields):
            continue
        if probe.impact is Impact.SESSION and not _session_granted(view, scope, now):
            continue
        no = refusal(view, probe, scope, now)
        if not no:
            return Step(probe, f"{probe.impact.name.lower()}, at most {probe.packets} packets")
        last_no = no
    if known:
        return Step(None, f"identified well enough: {known}", "identified")
    return Step(None, last_no or "nothing more to ask", "care" if last_no else "end")


def _timed_out(tried: Mapping[str, Outcome], probes: Iterable[Probe]) -> int:
    """Connections that were let time out. A datagram without an answer says nothing: most hosts have no such
    service, and a firewall keeps "port unreachable" back."""
    connecting = {probe.name for probe in probes if any(transport == "tcp" for transport, _ in probe.ports)}
    return sum(1 for name, outcome in tried.items() if outcome is Outcome.SILENT and name in connecting)


def _session_granted(view: HostView, scope: Scope, now: datetime) -> bool:
    grant = scope.grant_for(view.ip, view.mac, now)
    return grant is not None and grant.grant is Impact.SESSION


def _rung(probe: Probe, view: HostView) -> tuple[int, bool, int, int, str]:
    """What costs the host least goes first; then what is made for its class; then what tells most."""
    return (probe.impact, view.klass not in probe.suits, -probe.worth, probe.packets, probe.name)


def _tells(probe: Probe, view: HostView, has_secret: bool) -> bool:
    """Whether the answer would say anything new of such a host; SNMP only with a credential given."""
    if probe.talk is None or not probe.suits or probe.impact is Impact.LISTEN:
        return False
    if probe.name == "snmp" and not has_secret:
        return False
    if not _has_port(probe, view):
        return False
    if "any" in probe.suits or view.klass in probe.suits or "session" in probe.suits:
        return True
    return view.klass in VAGUE and "unknown" in probe.suits


def _has_port(probe: Probe, view: HostView) -> bool:
    """Whether there is a port to go to, where a probe goes to none but those that are known of the host."""
    if not probe.ports or any(port or transport == "icmp" for transport, port in probe.ports):
        return True
    return not {transport for transport, _ in probe.ports}.isdisjoint(
        transport for transport, _ in view.named
    )


def identified(claims: Iterable[Claim]) -> str:
    """The attributes that make a further question needless, or ""."""
    claims = tuple(claims)
    strong = {claim.attribute for claim in claims if claim.tier is Tier.STRONG}
    kinds = {c.value for c in claims if c.tier is Tier.STRONG and c.attribute == "class"}
    for wanted in (*ENOUGH, ENOUGH_OF_A_COMPUTER) if kinds and kinds <= COMPUTERS else ENOUGH:
        if wanted <= strong:
            return ", ".join(sorted(wanted))
    return ""
