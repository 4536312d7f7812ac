"""One difference as the report tells it: on what, where, since when, by when; and in which list it stands.

The target dates and the order of the lists are decided here and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from ipaddress import ip_address
from types import MappingProxyType

from agent.device import Device
from reconciler.advice.checklist import answers_no
from reconciler.ledger.asset import Asset, RowRef
from reconciler.reconciliation import Difference, Kind, Severity

SECTIONS: tuple[tuple[str, tuple[Kind, ...]], ...] = (
    ("unregistered", (Kind.UNREGISTERED,)),
    ("retired", (Kind.RETIRED_ALIVE,)),
    ("changed", (Kind.REPLACED, Kind.CHANGED, Kind.IMPOSSIBLE)),
    ("ambiguous", (Kind.AMBIGUOUS,)),
    ("not_seen", (Kind.NOT_SEEN,)),
    ("not_looked", (Kind.NOT_LOOKED,)),
    ("undocumented", (Kind.UNDOCUMENTED,)),
    ("duplicate", (Kind.DUPLICATE_ROW,)),
    ("guest", (Kind.GUEST,)),
    ("remote", (Kind.REMOTE_UNDECLARED,)),
    ("support", (Kind.VULNERABLE, Kind.UNSUPPORTED)),
    ("party", (Kind.NO_PARTY,)),
)
"""The lists, in the order in which they are read. Every kind stands in exactly one."""

SECTION_OF = MappingProxyType({kind: name for name, kinds in SECTIONS for kind in kinds})
_KIND_ORDER = {kind: n for n, kind in enumerate(k for _, kinds in SECTIONS for k in kinds)}

DAYS = MappingProxyType({Severity.HIGH: 30, Severity.MEDIUM: 60, Severity.LOW: 90})
"""Proposed days to act, by severity; the hospital decides. Servers, network gear and medical devices
that nobody has registered within a month, terminals within two, entries to mend within three."""

URGENT = frozenset({Kind.REMOTE_UNDECLARED, Kind.VULNERABLE})
URGENT_DAYS = 7
"""A way in from outside, or a known hole, of HIGH severity: at once."""

LEAST_DAYS = 14
"""Nobody can act in less: a target that the year's end would cut to fewer days is left in the next year,
where the checklist does not ask for this one."""


@dataclass(frozen=True, slots=True)
class Where:
    """What helps a person to walk there. `switches`: "switch port" texts as (switch, port). `noted`: what is written
    on these ports, or the access points that it is at."""

    place: str = ""
    department: str = ""
    switches: tuple[tuple[str, str], ...] = ()
    noted: tuple[str, ...] = ()
    segments: tuple[str, ...] = ()
    ips: tuple[str, ...] = ()
    macs: tuple[str, ...] = ()
    site: str = ""

    @property
    def segment(self) -> str:
        """The network that it stands in, by its name; "" where none is known."""
        return self.segments[0] if self.segments else ""

    @property
    def order(self) -> tuple[str, tuple[int, int, str]]:
        """By network, then by address as a number."""
        return (self.segments[0] if self.segments else "\uffff", _address_order(self.ips))


@dataclass(frozen=True, slots=True)
class Item:
    """One difference. `device` and `asset` are those it is about, where known. Times are UTC, ISO 8601;
    last_seen: when a row without a device last had one, "" where no run knew."""

    number: int
    difference: Difference
    device: Device | None
    row: RowRef | None
    asset: Asset | None
    where: Where
    since: str
    last_seen: str
    new: bool
    due: date

    @property
    def kind(self) -> Kind:
        return self.difference.kind

    @property
    def section(self) -> str:
        return SECTION_OF[self.difference.kind]

    @property
    def severity(self) -> Severity:
        return self.difference.severity

    @property
    def klass(self) -> str:
        return self.device.best("class") if self.device else ""

    def numbered(self, number: int) -> Item:
        return replace(self, number=number)


def place_in_order(item: Item) -> tuple[object, ...]:
    """Most urgent first, then list by list, then by network and address, then by row."""
    row = (item.row.file, item.row.sheet, item.row.row, str(item.row)) if item.row else ("", "", 0, "")
    return (
        -item.severity.value,
        _KIND_ORDER[item.kind],
        item.where.order,
        row,
        item.difference.field,
        item.difference.id,
    )


def where_of(device: Device | None, asset: Asset | None) -> Where:
    """From both sides: what was seen first, the ledger's place and addresses where nothing was."""
    seen = device is not None
    return Where(
        place=asset.place if asset else "",
        department=asset.department if asset else "",
        switches=tuple(
            dict.fromkeys((i.switch, i.port) for i in device.interfaces if i.switch or i.port)
        ) if device else (),
        noted=tuple(dict.fromkeys(i.place for i in device.interfaces if i.place)) if device else (),
        segments=device.segments if device else (),
        ips=device.ips if seen and device else (asset.ips if asset else ()),
        macs=device.macs if seen and device else (asset.macs if asset else ()),
        site=device.site if device else "",
    )  # fmt: skip


def due_date(kind: Kind, severity: Severity, day: date) -> date:
    """The proposed date: days by severity, but within the fiscal year (to 31 March), as the ministry's
    checklist manual asks where an item is answered いいえ. What bears on no such answer may take LEAST_DAYS."""
    urgent = kind in URGENT and severity is Severity.HIGH
    wanted = day + timedelta(days=URGENT_DAYS if urgent else DAYS[severity])
    end = fiscal_year_end(day)
    if wanted <= end or (not answers_no(kind) and (end - day).days < LEAST_DAYS):
        return wanted
    return end


def fiscal_year_end(day: date) -> date:
    """31 March of the Japanese fiscal year that the day is in."""
    return date(day.year + (day.month > 3), 3, 31)


def _address_order(ips: tuple[str, ...]) -> tuple[int, int, str]:
    if not ips:
        return (9, 0, "")
    try:
        address = ip_address(ips[0])
    except ValueError:
        return (8, 0, ips[0])
    return (address.version, int(address), "")
