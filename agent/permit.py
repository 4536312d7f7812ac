"""What the gate answers with: leave for one host or for one network, no, or not yet; and the time at which it was asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from agent.care import HostView
from agent.scope import Network
from probes.model import Probe

TABLES = "tables"
"""The budget of a permit for tables; a host's own budget has no name."""


@dataclass(frozen=True, slots=True)
class Moment:
    """`wall` is an aware time for the scope; `steady` counts seconds and never jumps."""

    wall: datetime
    steady: float


@dataclass(frozen=True, slots=True)
class Permit:
    """Leave to hold one conversation. Only agent/gate.py makes one; the wire sends nothing without.

    resolves: nothing was said to this host of late, so one of the two kernels may ask for the other's MAC.
    budget: whose packets these are: "" the host's own, TABLES those of its tables.
    """

    number: int
    view: HostView
    probe: Probe
    packets: int
    expires: float
    resolves: bool = False
    budget: str = ""


@dataclass(frozen=True, slots=True)
class SegmentPermit:
    """Leave to send frames that reach everyone on one network: an ARP sweep, a multicast question."""

    number: int
    network: Network
    probe: Probe
    frames: int


@dataclass(frozen=True, slots=True)
class Refusal:
    """No. `kind` is a word to count by: scope, care, port, budget, stopped."""

    kind: str
    why: str


@dataclass(frozen=True, slots=True)
class Later:
    """Yes, but not before so many seconds have passed."""

    seconds: float
