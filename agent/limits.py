"""Every number that keeps a device safe, in one table. Lower them; do not raise them.

No safe rate for medical devices has been published: these are choices, far below what the
makers' manuals name as load. A unicast frame counts if it exists because of us, the kernel's SYN,
ACK, FIN, RST, retransmissions and ARP included; a start is one conversation or datagram begun.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from agent.scope import Care


@dataclass(frozen=True, slots=True)
class HostBudget:
    """What one host may receive in one run."""

    starts_per_second: float
    packets: int
    bytes: int
    open_connections: int = 1


HOST_BUDGETS = MappingProxyType(
    {
        Care.OFFICE: HostBudget(10.0, 60, 10_000),
        Care.CLINICAL: HostBudget(2.0, 30, 10_000),
        Care.BEDSIDE: HostBudget(0.0, 0, 0),
    }
)

TABLE_BUDGET = HostBudget(2.5, 3000, 400_000, open_connections=2)
"""A router, switch or controller that the scope lists for its tables, besides what a host of its level may get. A
start is a batch of at most eight questions, of which one waits at a time: twenty a second, two in flight."""

TABLE_PAUSE = 0.1
TABLE_LONGEST_PAUSE = 10.0
"""Seconds between an answer and the next question of the same table; longer where answers take long."""

SEGMENT_RATES = MappingProxyType({Care.BEDSIDE: 20, Care.CLINICAL: 50, Care.OFFICE: 250})
"""Broadcast and multicast together, frames a second on one network; `sweep_rate` lowers them."""

OFFICE_SWEEP_CEILING = 1000
"""What `sweep_rate` may raise an office network to."""

TOTAL_PACKETS_PER_SECOND = 1000
"""All that daicho sends, on all networks together."""

NEIGHBOUR_PACKETS = 4
"""Unicast ARP frames that the kernel may owe one host in a run: answers to its question who we are,
and its own checks that the neighbour is still there (RFC 826; Linux ucast_solicit is 3)."""

NEIGHBOUR_FRESH = 15.0
"""Seconds for which two hosts at least take each other's MAC for granted before one asks again (RFC 4861, 6.3.2:
REACHABLE_TIME of 30, times at least MIN_RANDOM_FACTOR 0.5; Linux does so for ARP too)."""

WATCH_WAITS = (1.0, 2.0)
"""Seconds that a host has to answer the watch's first and second ARP request; silent twice is lost."""
WATCH_AGAIN = 30.0
"""Seconds after a conversation at which the watch looks a second time: some devices die late."""
WATCH_SUDDEN = 5.0
"""Phones, guests and terminals count as lost only within so many seconds of a question."""
WATCH_LOST_OF_CLASS = 3
WATCH_SPAN = 600.0
"""So many lost of one class within so many seconds stop all sending."""

CONNECT_DEADLINE = 3.0
STREAM_LIMIT = 16 * 1024
DATAGRAM_LIMIT = 64 * 1024
SYN_RETRIES = 1
SYN_DEADLINE = 1.8
"""Seconds for a connection to be answered. The kernel repeats a SYN after one second, and Linux since 6.5 goes on to do
so every second however few retries were asked for (tcp_syn_linear_timeouts): one repetition, and an end before the
second."""
PERMIT_LIFETIME = 60.0

DENIED_PORTS = frozenset(
    {7, 9, 13, 17, 19, 37, 69, 515, 771, 3001, 5002, 8210, *range(9100, 9108), 9999, 15376, 17008, 24105}
)
"""Nobody's, ever: services that echo, flash, print what they get, or take commands to a patient's device."""

CLASS_PORTS = MappingProxyType(
    {
        23: "network",
        102: "building",
        502: "building",
        631: "printer",
        20000: "building",
        44818: "building",
        47808: "building",
    }
)
"""Only on an office network, and only to a host recognised STRONG as this class."""

LINK_GROUPS = MappingProxyType({"224.0.0.251": 255, "224.0.0.252": 255, "239.255.255.250": 1})
"""Groups that a multicast question may go to -> its time to live, so that no router passes it on: 224.0.0.0/24 is
never forwarded (RFC 5771, 4) and 239.255.255.250 (SSDP, WS-Discovery) could be, hence 1."""

ALL_NODES = "33:33:00:00:00:01"
"""The only MAC that a frame to a whole link may go to: ff02::1 (RFC 2464, 7). No bridge of a link keeps it, no router
passes it on."""

BUILDING_GRANT_PORTS = frozenset({502, 47808})
"""Besides, these need the scope's `building` grant for the network; power equipment may hold it too."""
