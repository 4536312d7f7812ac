"""Rows: what one line of a handed-over file tells, and the account of every line of it.

A line is read, or understood and telling of nobody (an entry that is still incomplete, a multicast group), or
passed over (headings, rules, totals), or unread. Unread lines are counted and the first are told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from ipaddress import IPv6Address, ip_address
from typing import TypeAlias, TypeVar

from agent import oui
from probes.flow import is_host
from probes.model import Reading, reading

T = TypeVar("T")

Line: TypeAlias = tuple[int, str]
"""A line's number in its file, from 1, and its text."""

INCOMPLETE = "entries that no MAC answered for"
NO_MAC = frozenset({"", "-", "--", "incomplete", "incomp", "none", "unresolved", "pending", "n/a"})
"""What stands where nobody answered."""
GROUP = "groups and broadcasts"
OWN = "addresses of the switch itself"
LINK_LOCAL = "link-local addresses, which name nobody away from their link"


@dataclass(frozen=True, slots=True)
class Row:
    """What one row tells.

    readings: (probe, reading) pairs, each reading with its host.  at: seconds since 1970, None where the row has
    no time of its own.  before: it was so at the latest then.  vlan: "" where the row names none.
    about: the address that a row of a MAC alone is about, which must be one of the scope's.  why_not: why a row
    tells of nobody, in the plural.
    """

    line: int
    readings: tuple[tuple[str, Reading], ...] = ()
    at: float | None = None
    before: float | None = None
    vlan: str = ""
    about: str = ""
    why_not: str = ""


@dataclass(slots=True)
class Sheet:
    """A file, or one table of it, as it was read. kind: what it is, in words.  lines: how many it has.

    above: lines before the first row that hold no address and that the reader does not know.
    """

    kind: str
    lines: int = 0
    above: int = 0
    rows: list[Row] = field(default_factory=list)
    unread: list[Line] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def nothing(self) -> Counter[str]:
        """Rows that were understood and tell of nobody, by why."""
        return Counter(row.why_not for row in self.rows if not row.readings)

    @property
    def telling(self) -> int:
        """Rows that tell of somebody."""
        return sum(bool(row.readings) for row in self.rows)

    @property
    def tells(self) -> tuple[tuple[str, Reading], ...]:
        return tuple(reading for row in self.rows for reading in row.readings)

    @property
    def fits(self) -> bool:
        """Whether this is what the file is: rows, few lines with an address that it cannot explain, and no more
        other lines than rows."""
        if not self.rows or len(self.unread) > len(self.rows):
            return False
        misfits = sum(holds_address(line) for _, line in self.unread)
        return misfits < len(self.rows) and misfits * 4 <= max(len(self.rows), 4)


def better(sheets: Iterable[Sheet]) -> Sheet | None:
    """The sheet that explains most lines; of equals the one that tells of more hosts, then the
    one that knows more of what stands above the table, then the first."""
    fitting = [sheet for sheet in sheets if sheet.fits]
    return min(fitting, key=lambda s: (len(s.unread), -s.telling, s.above, -len(s.rows)), default=None)


def different(sheets: Iterable[tuple[T, Sheet]]) -> list[T]:
    """Of (reader, what it read) pairs the readers that explain as much as any, one of those that read the same."""
    fitting = [(reader, sheet) for reader, sheet in sheets if sheet.fits]
    best = better(sheet for _, sheet in fitting)
    if best is None:
        return []
    equal = [
        (reader, s) for reader, s in fitting if (len(s.unread), s.telling) == (len(best.unread), best.telling)
    ]
    equal.sort(key=lambda pair: pair[1] is not best)
    told: dict[tuple[tuple[str, Reading], ...], T] = {}
    for reader, sheet in equal:
        told.setdefault(sheet.tells, reader)
    return list(told.values())


def joined(sheets: Sequence[Sheet]) -> Sheet:
    """Several tables of one file as one sheet."""
    whole = Sheet(", ".join(dict.fromkeys(sheet.kind for sheet in sheets if sheet.rows)))
    for sheet in sheets:
        whole.lines += sheet.lines
        whole.rows += sheet.rows
        whole.unread += sheet.unread
        whole.notes += sheet.notes
    return whole


def readings(probe: str, said: Iterable[tuple[str, str]], host: str) -> tuple[tuple[str, Reading], ...]:
    """(field, value) pairs of one host, cleaned; empty values say nothing."""
    made = (reading(name, value, host) for name, value in said)
    return tuple((probe, each) for each in made if each.value)


def neighbour(line: int, ip: str, mac: str, source: str, vlan: str = "", at: float | None = None) -> Row:
    """A row of an address table. source: the device or file that tells. Raises ValueError for what is no address."""
    address = host_address(ip)
    if is_link_local(address):
        return Row(line, why_not=LINK_LOCAL)
    canonical = oui.canonical(mac)
    if not canonical:
        if not oui.digits_of(mac) and mac.strip("()<>[] ").casefold() not in NO_MAC:
            raise ValueError(f"{mac!r} is no MAC")
        return Row(line, why_not=GROUP if oui.digits_of(mac) == "f" * 12 else INCOMPLETE)
    if not is_host(address) or is_group(canonical):
        return Row(line, why_not=GROUP)
    said = (("neighbours.mac", canonical), ("neighbours.source", source))
    return Row(line, readings("neighbours", said, address), at, vlan=vlan)


OWN_KINDS = frozenset({"self", "system", "static_cpu", "cpu", "management", "interface", "router"})
OWN_PORTS = frozenset({"cpu", "router", "sup-eth1(r)", "mgmt", "drop", "self", "vpc", "switch", "system"})
"""How switches mark their own addresses in a table of MACs, by kind and by port."""
BY_HAND = frozenset({"static", "sta", "permanent", "config static", "スタティック", "静的"})
KIND_WORDS = frozenset({
    "dynamic", "static", "learned", "learn", "dyn", "sta", "secure", "sticky", "permanent", "other", "d", "s", "p",
    "enabled", "active", "arpa", "up", "down", "config", "forward", "ダイナミック", "スタティック", "動的", "静的",
})  # fmt: skip
"""What stands in the column of kinds, and is never a port."""


def port_row(
    line: int, mac: str, switch: str, port: str, kind: str = "", vlan: str = "", place: str = ""
) -> Row:
    """A row of a switch's table of MACs. place: the port's description. Raises ValueError where the columns
    cannot be these: no MAC, a kind where a port must stand, or a port where a kind must."""
    canonical = oui.canonical(mac)
    if kind.lower() in OWN_KINDS or port.lower() in OWN_PORTS or not port:
        return Row(line, why_not=OWN)
    if not canonical or is_group(canonical):
        if oui.digits_of(mac):
            return Row(line, why_not=GROUP)
        raise ValueError(f"{mac!r} is no MAC")
    if kind.lower() in BY_HAND:
        return Row(line, why_not="entries set by hand, which prove nobody's presence")
    if port.lower() in KIND_WORDS or "/" in kind or kind.isdigit():
        raise ValueError(f"{port!r} is no port, or {kind!r} no kind")
    said = (
        ("forwarding.port", f"{switch} {port}".strip()),
        ("forwarding.vlan", vlan),
        ("forwarding.place", place),
    )
    return Row(line, readings("forwarding", said, canonical), vlan=vlan)


def host_address(text: str) -> str:
    """An address in its usual spelling, without the zone of its link. Raises ValueError."""
    return str(ip_address(text.strip().partition("%")[0]))


def is_link_local(address: str) -> bool:
    parsed = ip_address(address)
    return isinstance(parsed, IPv6Address) and parsed.is_link_local


def is_group(mac: str) -> bool:
    """Whether a canonical MAC is of many at once."""
    return bool(int(mac[:2], 16) & 1)


_ADDRESS = re.compile(
    r"(?:\d{1,3}\.){3}\d|(?:[0-9a-f]{1,4}[:.-]){2}[0-9a-f]{1,4}|[0-9a-f]{6}-[0-9a-f]{6}|\b[0-9a-f]{12}\b|::",
    re.IGNORECASE,
)


def holds_address(line: str) -> bool:
    """Whether an IP address or a MAC may stand in this line."""
    return bool(_ADDRESS.search(line))
