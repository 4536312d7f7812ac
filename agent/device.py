"""What a device is believed to be, and why: claims made by rules from evidence, conflicts kept.

Tiers replace invented decimals. STRONG: the device says so itself in its protocol's own field.
MEDIUM: good evidence that another product could share. WEAK: a hint (an address block, a name).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

ATTRIBUTES = ("class", "kind", "vendor", "model", "os", "version", "serial")
"""What a device has at most one of; the strongest claim wins, equals that disagree are a conflict."""

UNKNOWN = ""


class Tier(IntEnum):
    WEAK = 1
    MEDIUM = 2
    STRONG = 3


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of one rule: `attribute` is `value` because `field` said `text`."""

    attribute: str
    value: str
    tier: Tier
    rule: str
    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Interface:
    """One network interface. `mac` is lower case with colons, or empty; `ips` sorted.

    switch, port: where it is plugged in, as the switch calls it.  place: what is written on that port, or the access
    point that it is at.
    """

    mac: str = ""
    ips: tuple[str, ...] = ()
    switch: str = ""
    port: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Service:
    transport: str
    port: int
    protocol: str
    product: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """One rung of the ladder: what this address was asked, how it ended, and how many packets that cost it."""

    ip: str
    probe: str
    outcome: str
    packets: int = 0
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Ended:
    """Why nothing more was asked of this address."""

    ip: str
    why: str


@dataclass(frozen=True, slots=True)
class Device:
    """One box. `id` is stable between runs as long as its strongest identity is (see identify.py).

    claims: all of them, strongest first.  conflicts: attributes on which equally strong claims
    disagree.  segments: names of the scope's networks it was seen on.  asked, ended: its course through the ladder,
    in the order in which it went.
    """

    id: str
    site: str
    interfaces: tuple[Interface, ...]
    segments: tuple[str, ...] = ()
    hostnames: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    conflicts: tuple[str, ...] = ()
    services: tuple[Service, ...] = ()
    remote_maintenance: tuple[str, ...] = ()
    packets: int = 0
    bytes: int = 0
    first_seen: str = ""
    last_seen: str = ""
    asked: tuple[Asked, ...] = ()
    ended: tuple[Ended, ...] = ()

    def best(self, attribute: str) -> str:
        """The value of the strongest claim, or "" where there is none or equals disagree."""
        if attribute in self.conflicts:
            return UNKNOWN
        return next((c.value for c in self.claims if c.attribute == attribute), UNKNOWN)

    def tier(self, attribute: str) -> Tier | None:
        return next((c.tier for c in self.claims if c.attribute == attribute), None)

    @property
    def macs(self) -> tuple[str, ...]:
        return tuple(i.mac for i in self.interfaces if i.mac)

    @property
    def ips(self) -> tuple[str, ...]:
        return tuple(ip for i in self.interfaces for ip in i.ips)
