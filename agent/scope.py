"""scope.toml -> Scope: which networks, who authorised it, until when, at which hours, never whom.

Without a valid scope nothing is ever sent. Reading finds every problem at once, each with its
place in the file and the next step. `never` always wins; no flag of any command overrides it.
The file is the hospital's consent, so an unknown key is a problem, not a thing to pass over.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    collapse_addresses,
    ip_address,
    ip_network,
)
from pathlib import Path
from typing import Literal, TypeAlias
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from probes.model import Impact

Address: TypeAlias = IPv4Address | IPv6Address
Net: TypeAlias = IPv4Network | IPv6Network

EXAMPLE_HINT = "packaging/scope.example.toml shows each key; `daicho init` drafts a file for this host"
MOST_ADDRESSES = 1 << 16


class Care(StrEnum):
    """How gently a network is treated; see care.py for what each means."""

    BEDSIDE = "bedside"
    CLINICAL = "clinical"
    OFFICE = "office"


class ScopeError(ValueError):
    """The scope cannot be used. `problems` has every reason, one sentence each."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


@dataclass(frozen=True, slots=True)
class Authorisation:
    by: str
    until: datetime
    role: str = ""
    clinical_engineer: str = ""
    contact: str = ""
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Consent:
    network: str
    vendor: str
    person: str
    on: str


@dataclass(frozen=True, slots=True)
class Network:
    """One `[[network]]`. sweep_rate is in ARP requests a second, None for the care level's own."""

    cidr: Net
    name: str
    site: str = "main"
    sensor: str = ""
    care: Care = Care.CLINICAL
    ask_unknown: bool = False
    imaging: bool = False
    building: bool = False
    snmp: tuple[str, ...] = ()
    sweep_rate: int | None = None
    listen_for: float = 0.0


@dataclass(frozen=True, slots=True)
class HostGrant:
    """One `[[host]]`: this address or MAC may be asked up to `grant`, until `until`."""

    grant: Impact
    why: str
    ip: Address | None = None
    mac: str = ""
    until: datetime | None = None


DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Window:
    """Sending is allowed from `start` to `end` on `weekdays` (0 is Monday); past midnight if end <= start."""

    weekdays: frozenset[int]
    start: time
    end: time


@dataclass(frozen=True, slots=True)
class Hours:
    zone: str = "Asia/Tokyo"
    allow: tuple[Window, ...] = ()
    blackout: tuple[tuple[date, date], ...] = ()


@dataclass(frozen=True, slots=True)
class SnmpAccess:
    """One `[snmp.NAME]`. `secret` and `privacy_secret` are references, never the secret itself."""

    name: str
    kind: Literal["infrastructure", "devices"]
    version: Literal["1", "2c", "3"]
    secret: str
    hosts: tuple[Address, ...] = ()
    user: str = ""
    auth: str = "sha256"
    privacy: str = "aes128"
    privacy_secret: str = ""


@dataclass(frozen=True, slots=True)
class Never:
    """What is left alone whatever else is said: networks (single addresses too), MACs, OUIs."""

    networks: tuple[Net, ...] = ()
    macs: frozenset[str] = frozenset()
    ouis: frozenset[str] = frozenset()

    def covers(self, ip: Address | None, mac: str) -> bool:
        if mac and (mac in self.macs or mac[:8] in self.ouis):
            return True
        return ip is not None and any(ip.version == net.version and ip in net for net in self.networks)

    def covers_whole(self, network: Net) -> bool:
        """Whether every address of it is left alone: then what goes to everyone may not go there either."""
        return any(
            network.version == net.version
            and network.network_address in net
            and network.broadcast_address in net
            for net in self.networks
        )


@dataclass(frozen=True, slots=True)
class Protected:
    """A ledger row seen by the gate: what it is, so that nothing careless is ever asked of it."""

    source_row: str
    klass: str
    kind: str = ""
    ip: str = ""
    mac: str = ""
    ports: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Scope:
    authorisation: Authorisation
    networks: tuple[Network, ...]
    digest: str
    text: str
    never: Never = Never()
    consents: tuple[Consent, ...] = ()
    hosts: tuple[HostGrant, ...] = ()
    hours: Hours = Hours()
    snmp: tuple[SnmpAccess, ...] = ()
    facility: str = ""

    def network_of(self, site: str, ip: Address) -> Network | None:
        """The smallest network of that site that holds the address, or None."""
        held = [n for n in self.networks if n.site == site and n.cidr.version == ip.version and ip in n.cidr]
        return max(held, key=lambda n: n.cidr.prefixlen, default=None)

    def inner(self, network: Network) -> tuple[Net, ...]:
        """What smaller networks of the same site take out of this one; none of them overlap each other."""
        parts = [
            n.cidr
            for n in self.networks
            if n.site == network.site and n.cidr.version == network.cidr.version and n.cidr != network.cidr
            if n.cidr.prefixlen > network.cidr.prefixlen and n.cidr.network_address in network.cidr
        ]
        return tuple(collapse_addresses(parts))  # type: ignore[type-var]

    def grant_for(self, ip: Address | None, mac: str, now: datetime) -> HostGrant | None:
        for host in self.hosts:
            named = (host.ip is not None and host.ip == ip) or (host.mac and host.mac == mac)
            if named and (host.until is None or now <= host.until):
                return host
        return None

    def standing(self, now: datetime) -> str:
        """Why nothing may be sent at `now` (aware), or "" where it may. The sentence says what to do."""
        permit, zone = self.authorisation, ZoneInfo(self.hours.zone)
        if now > permit.until:
            return (
                f"the authorisation by {permit.by} ended on {permit.until.astimezone(zone):%Y-%m-%d %H:%M %Z}; ask {permit.by} "
                "for a new one and write its date under [authorisation] until"
            )
        if permit.since is not None and now < permit.since:
            begins = permit.since.astimezone(zone)
            return f"the authorisation by {permit.by} begins on {begins:%Y-%m-%d %H:%M %Z}; wait, or ask for an earlier one"
        return hours_refusal(self.hours, now)


def hours_refusal(hours: Hours, now: datetime) -> str:
    """Why the hours of the scope forbid sending at `now` (aware), or ""."""
    local = now.astimezone(ZoneInfo(hours.zone))
    for first, last in hours.blackout:
        if first <= local.date() <= last:
            return f"{local:%Y-%m-%d} is a blackout date of the scope ({first} to {last}); run on another day"
    if not hours.allow or any(_inside(window, local) for window in hours.allow):
        return ""
    spans = ", ".join(_span(window) for window in hours.allow)
    return f"it is {local:%a %H:%M} ({hours.zone}) and the scope allows sending at {spans} only; run it then"


def _span(window: Window) -> str:
    """As the scope file writes it: "mon,tue 22:00-05:00"; the days are left out where it is every day."""
    days = ",".join(name for n, name in enumerate(DAYS) if n in window.weekdays)
    every = len(window.weekdays) == len(DAYS)
    return f"{'' if every else f'{days} '}{window.start:%H:%M}-{window.end:%H:%M}"


def _inside(window: Window, local: datetime) -> bool:
    at, today = local.time().replace(tzinfo=None), local.weekday()
    if window.start < window.end:
        return today in window.weekdays and window.start <= at < window.end
    yesterday = (today - 1) % 7
    return (today in window.weekdays and at >= window.start) or (
        yesterday in window.weekdays and at < window.end
    )


def load_scope(path: Path) -> Scope:
    """Reads a scope file. Raises ScopeError with every problem found, each with the next step."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise ScopeError(
            [
                f"{path}: there is no scope file, so nothing may be sent; `daicho init` drafts one for a person to confirm"
            ]
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise ScopeError(
            [f"{path}: cannot be read as UTF-8 text ({error}); save it again as UTF-8"]
        ) from error
    return parse_scope(text, str(path))


def parse_scope(text: str, name: str = "scope.toml") -> Scope:
    """The text of a scope file -> Scope. Raises ScopeError."""
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ScopeError([f"{name}: not valid TOML: {error}; {EXAMPLE_HINT}"]) from error
    from agent.scope_reader import read_document

    scope, problems = read_document(document, text, hashlib.sha256(text.encode()).hexdigest())
    if problems or scope is None:
        raise ScopeError(f"{name}: {problem}" for problem in problems)
    return scope


def end_of_day(day: date, zone: str = "Asia/Tokyo") -> datetime:
    """`until = 2026-12-31` holds to the end of that day, in the hospital's own time."""
    return datetime.combine(day + timedelta(days=1), time(), ZoneInfo(zone)).astimezone(UTC) - timedelta(
        seconds=1
    )


def zone_exists(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return False
    return True


def parse_mac(text: str) -> str:
    """A MAC in any common notation -> "00:11:22:33:44:55". Raises ValueError."""
    digits = "".join(c for c in text if c not in ":-. ").lower()
    if len(digits) != 12:
        raise ValueError(f"{text!r} is no MAC address: 12 hexadecimal digits are needed")
    bytes.fromhex(digits)
    return ":".join(digits[i : i + 2] for i in range(0, 12, 2))


def parse_net(text: str) -> Net:
    return ip_network(text, strict=False)


def parse_address(text: str) -> Address:
    return ip_address(text)
