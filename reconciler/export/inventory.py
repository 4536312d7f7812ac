"""What is handed to an export: each device with the row that describes it. Seen goes before recorded; unknown stays "".

Guests pass through and are nobody's equipment, so no register of equipment gets them. A row whose device was not
seen is handed to nobody either: what other programs are told is what is on the network. Both are counted. Where the
device is not the one that its row describes (it was replaced, or maker, model or serial number differ), the row's words
on the hardware are those of another box, and are not used.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from ipaddress import ip_network

from agent.device import Device
from agent.findings import Coverage, Json
from reconciler.forms import parse_ip
from reconciler.ledger.asset import Asset
from reconciler.reconciliation import DeviceBucket, Difference, Kind, Reconciliation
from reconciler.report.visible import visible

GUESTS = "devices of guests, which are nobody's equipment"
TAG_TWICE = (
    "management numbers that several devices have, where a number is taken once; these devices have none"
)
ROWS = "rows of the ledger that no device of this run was held for"


@dataclass(frozen=True, slots=True)
class Box:
    """One device. Texts are on one line and harmless to show; "" where neither side knows."""

    device: Device
    asset: Asset | None
    bucket: DeviceBucket
    other_hardware: bool = False

    @property
    def id(self) -> str:
        return self.device.id

    @property
    def tag(self) -> str:
        return visible(self.asset.tag) if self.asset else ""

    @property
    def name(self) -> str:
        """What a person calls it: its own name, else the ledger's."""
        named = (*self.device.hostnames, *((self.asset.hostname, self.asset.name) if self.asset else ()))
        return visible(next((n for n in named if n), ""))

    @property
    def place(self) -> str:
        return visible(self.asset.place) if self.asset else ""

    def known(self, attribute: str) -> str:
        """One of agent.device.ATTRIBUTES; of these the ledger knows maker, model, system and serial number."""
        recorded = ""
        if self.asset and (field := _RECORDED.get(attribute)) and not self.other_hardware:
            recorded = str(getattr(self.asset, field))
        return visible(self.device.best(attribute) or recorded)


_RECORDED = {"vendor": "maker", "model": "model", "os": "os", "serial": "serial"}


@dataclass(frozen=True, slots=True)
class Inventory:
    """Boxes sorted by id. tool: name and version of this program.  ended: end of the run, UTC, ISO 8601."""

    run: str
    ended: str
    tool: str
    boxes: tuple[Box, ...]
    coverage: tuple[Coverage, ...]
    left_out: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Exported:
    """files: name -> text; a name may have folders in it.  left_out: what the form cannot hold -> how often."""

    files: Mapping[str, str]
    left_out: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Format:
    """about: one line for help.  make: pure; the same inventory gives the same files."""

    name: str
    about: str
    make: Callable[[Inventory], Exported]


def inventory(result: Reconciliation, tool: str) -> Inventory:
    assets = {a.row: a for a in result.assets}
    row_of = {m.device: m.row for m in result.matches}
    other = {d.device for d in result.differences if _speaks_of_other_hardware(d)}
    boxes = [
        Box(
            d,
            assets.get(row_of[d.id]) if d.id in row_of else None,
            result.device_buckets[d.id],
            d.id in other,
        )
        for d in sorted(result.devices, key=lambda d: d.id)
    ]
    kept = tuple(b for b in boxes if b.bucket is not DeviceBucket.GUEST)
    matched = set(row_of.values())
    left_out = {GUESTS: len(boxes) - len(kept), ROWS: sum(a.row not in matched for a in result.assets)}
    return Inventory(result.run, result.ended, tool, kept, result.coverage, left_out)


def _speaks_of_other_hardware(difference: Difference) -> bool:
    hardware = difference.field in ("maker", "model", "serial")
    return difference.kind is Kind.REPLACED or (difference.kind is Kind.CHANGED and hardware)


def tag_counts(boxes: Iterable[Box]) -> Mapping[str, int]:
    """Management number -> how many of these have it: a row may stand for several devices, a register's entry for one."""
    return Counter(box.tag for box in boxes if box.tag)


def counted(given: Inventory, more: Iterable[str] = ()) -> dict[str, int]:
    """What is left out of every form, and what this one cannot hold; nothing that did not occur."""
    all_of_it = Counter(given.left_out) + Counter(more)
    return {what: count for what, count in all_of_it.items() if count}


def known_only(**texts: str) -> dict[str, Json]:
    """What is not known is left out of a form, rather than told as nothing."""
    return {name: text for name, text in texts.items() if text}


def with_length(ip: str, site: str, coverage: Iterable[Coverage]) -> str:
    """The address with the length of the narrowest network of its site that holds it; as one address where none does.

    "" where it is none: findings may have been made by others.
    """
    address = parse_ip(ip)
    if address is None:
        return ""
    lengths = [
        network.prefixlen
        for c in coverage
        if c.site == site and (network := ip_network(c.cidr, strict=False)).version == address.version
        if address in network
    ]
    return f"{address}/{max(lengths, default=address.max_prefixlen)}"
