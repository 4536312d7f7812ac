"""How each network of a scope is looked at, and which of its addresses may be asked. Nothing is sent here."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Network

from agent.capture import targets_of
from agent.host import LocalInterface
from agent.scope import Care, Net, Network
from agent.session import Session

NO_RAW = "no right to packet sockets (CAP_NET_RAW): only the kernel's neighbour table could be read"
ROUTED = "routed, and no table gives a MAC: nothing may be asked there"
IPV6 = "IPv6 is not swept: its hosts come from neighbour tables and listening"
PING_ONLY = "routed: asked by ICMP echo alone, and a host may be there without answering"


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


def unfinished(plans: Iterable[Plan], session: Session) -> list[Plan]:
    """Finished networks of a resumed run are left out."""
    return [p for p in plans if (p.network.site, str(p.network.cidr)) not in session.already_looked]


def askable(p: Plan, session: Session) -> tuple[array[int], int]:
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
