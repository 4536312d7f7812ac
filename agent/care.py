"""May this question be put to this host? A pure answer: "" for yes, else why not.

The care level of the network sets the ceiling, the class of the host lowers or (for sturdy
equipment) keeps it, and the stricter wins. Not knowing is answered by leaving alone. What counts
as knowing: something the host sent, a table, or the ledger. A maker's address block is enough to
protect a host, never enough to ask it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from agent.device import Tier
from agent.limits import BUILDING_GRANT_PORTS, CLASS_PORTS, DENIED_PORTS, HOST_BUDGETS, HostBudget
from agent.scope import Address, Care, Network, Scope
from probes.model import Impact, Probe

STURDY = frozenset({"network", "printer", "phone", "camera", "power"})
"""Classes that office limits suit wherever they stand. PCs and servers are not among them: the
consoles of modalities are PCs."""

IMAGING = frozenset({"ct", "mr", "cr-dr", "ultrasound", "endoscopy", "angiography", "mammography", "nuclear"})
MEDICAL_SERVERS = frozenset({"pacs", "gateway", "central-server"})
ASKABLE_UNKNOWN = frozenset({"snmp", "ssh", "http", "dicom"})
"""What an unrecognised host on a clinical network may be asked where the scope grants `ask_unknown`."""


@dataclass(frozen=True, slots=True)
class HostView:
    """What is known of a host when a question is considered.

    ip is None for a host known by MAC alone.  local: we have an interface in its network.
    klass, kind: the best belief, "" for none; tier how good; declared: the ledger says so.
    recognised: something it sent, a table or the ledger says what it is (an address block does not).
    fragile: why it must be left alone, "" where nothing says so; it may rest on an address block.
    maker: for a maker's own denied ports.  named: (transport, port) pairs that the host announced, that a table
    or passing traffic showed, or that the ledger names for it.  silenced: why nothing more may be asked of it in
    this run, grants notwithstanding: it, or one like it, fell silent after a question.  macs: every MAC that answered
    for the address, or that it told as its own, `mac` among them or not.
    """

    site: str
    network: Network
    ip: Address | None
    mac: str = ""
    local: bool = True
    klass: str = ""
    kind: str = ""
    tier: Tier | None = None
    declared: bool = False
    recognised: bool = False
    fragile: str = ""
    maker: str = ""
    denied_ports: frozenset[int] = frozenset()
    named: frozenset[tuple[str, int]] = frozenset()
    silenced: str = ""
    macs: frozenset[str] = frozenset()

    @property
    def key(self) -> tuple[str, str]:
        """Whose budget is spent: the interface's, so that ten addresses do not get ten budgets."""
        return (self.site, self.mac or str(self.ip))


def care_of(view: HostView) -> Care:
    """The level that this host is treated at: its network's, or office for sturdy equipment."""
    level = view.network.care
    sure = view.declared or view.tier is Tier.STRONG
    sturdy = view.klass in STURDY or (view.klass == "server" and view.kind == "hypervisor")
    if level is Care.CLINICAL and sure and sturdy:
        return Care.OFFICE
    return level


def budget_of(view: HostView) -> HostBudget:
    return HOST_BUDGETS[care_of(view)]


def refusal(view: HostView, probe: Probe, scope: Scope, now: datetime) -> str:
    """Why `probe` may not be put to this host at all; "" where it may (the budget is another matter)."""
    if probe.impact is Impact.LISTEN:
        return ""
    if _is_never(view, scope):
        return "the scope's `never` names it"
    if view.ip is None:
        return "it has no address that could be asked"
    if view.silenced:
        return view.silenced
    granted = scope.grant_for(view.ip, view.mac, now)
    if view.network.care is Care.BEDSIDE:
        return "its network is bedside: ARP and listening only"
    if view.fragile and granted is None:
        return f"it is left alone: {view.fragile}"
    if probe.impact is Impact.SESSION and (granted is None or view.network.care is not Care.OFFICE):
        return "a session needs the scope's [[host]] grant, and an office network"
    if granted is not None:
        return (
            "" if probe.impact <= granted.grant else f"the scope grants it {granted.grant.name.lower()} only"
        )
    if not view.local and view.network.care is not Care.OFFICE and not view.mac:
        return "it is on a routed network and no table gave its MAC"
    if view.klass == "medical":
        return _medical_refusal(view, probe)
    if view.network.care is Care.CLINICAL and not view.recognised:
        return _unknown_refusal(view, probe)
    return ""


def table_refusal(view: HostView, scope: Scope) -> str:
    """Why this box may not be asked for its tables, or "". The hospital lists its address for that, on a network of
    any level; what the ledger or the box itself says against it still wins."""
    if _is_never(view, scope):
        return "the scope's `never` names it"
    if not any(access.kind == "infrastructure" and view.ip in access.hosts for access in scope.snmp):
        return "the scope lists it under no infrastructure credential"
    if view.silenced:
        return view.silenced
    if view.fragile:
        return f"it is left alone: {view.fragile}"
    return "it seems to be a medical device" if view.klass == "medical" else ""


def _is_never(view: HostView, scope: Scope) -> bool:
    """By any MAC that was met at its address: addresses are handed on, and the one met first may have gone."""
    return any(scope.never.covers(view.ip, mac) for mac in {view.mac, *view.macs})


def _medical_refusal(view: HostView, probe: Probe) -> str:
    if view.kind in MEDICAL_SERVERS:
        return ""
    if view.kind in IMAGING:
        if probe.name == "dicom" and view.network.imaging:
            return ""
        return "imaging gets one DICOM association and only where the scope grants `imaging`"
    return "a medical device is asked only where the scope's [[host]] names it"


def _unknown_refusal(view: HostView, probe: Probe) -> str:
    if not view.network.ask_unknown:
        return "nothing says what it is, and the scope does not grant `ask_unknown` for its network"
    if probe.name not in ASKABLE_UNKNOWN:
        return "nothing says what it is, and this is not one of the questions for unknown hosts"
    return ""


def port_refusal(view: HostView, probe: Probe, transport: str, port: int) -> str:
    """Why this port may not be touched: the probe's own list, then the deny-lists, which always win."""
    named = (transport, 0) in probe.ports and (transport, port) in view.named
    if (transport, port) not in probe.ports and not named:
        return f"{probe.name} has no business at {transport}/{port}"
    if port in DENIED_PORTS:
        return f"port {port} is never touched"
    if port in view.denied_ports:
        return f"port {port} of {view.maker} equipment is never touched"
    wanted = CLASS_PORTS.get(port)
    if wanted is None:
        return ""
    fits = view.klass == wanted or (wanted == "building" and view.klass == "power")
    if view.network.care is not Care.OFFICE or view.tier is not Tier.STRONG or not fits:
        return f"port {port} is for a {wanted} device recognised beyond doubt on an office network"
    if port in BUILDING_GRANT_PORTS and not view.network.building:
        return f"port {port} needs the scope's `building` grant"
    return ""
