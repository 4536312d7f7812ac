"""One address of a site while a run goes on: what it has said, what is claimed of it, and what was tried."""

from __future__ import annotations

from dataclasses import dataclass, field

from agent.device import Claim
from agent.scope import Address, Network
from probes.model import Evidence, Outcome


@dataclass(slots=True)
class Host:
    """One address. mac: the first that answered for it.  macs: every one that did, or that it told as its own; they
    protect it, and open nothing."""

    site: str
    ip: Address
    network: Network
    local: bool
    mac: str = ""
    evidence: list[Evidence] = field(default_factory=list)
    claims: tuple[Claim, ...] = ()
    tried: dict[str, Outcome] = field(default_factory=dict)
    named: set[tuple[str, int]] = field(default_factory=set)
    macs: set[str] = field(default_factory=set)

    @property
    def key(self) -> tuple[str, str]:
        return (self.site, str(self.ip))

    def told(self, fields: frozenset[str]) -> tuple[tuple[str, str], ...]:
        """What is known of these fields, each once, in the order in which it came."""
        return tuple(dict.fromkeys((e.field, e.value) for e in self.evidence if e.field in fields))
