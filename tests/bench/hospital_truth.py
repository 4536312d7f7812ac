"""What is true of a hospital that never was: which row is of which device, and what a careful person would tell."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace

from agent.device import Device
from reconciler.ledger.asset import Asset, RowRef
from reconciler.reconciliation import Kind
from tests.bench.hospital_generator import MEDICAL, Box, Truth

IT, ME, SHEET = "機器台帳.xlsx", "ME台帳.xlsx", "台帳"


@dataclass(slots=True)
class Books:
    """The ledgers as they grow, and which box each row is of."""

    rows: dict[str, list[Asset]] = field(default_factory=lambda: {IT: [], ME: []})
    truth: Truth = field(default_factory=Truth)

    def enter(self, asset: Asset, box: int, file: str = "") -> Asset:
        file = file or (ME if asset.kind in MEDICAL.words else IT)
        asset = replace(asset, row=RowRef(file, SHEET, len(self.rows[file]) + 2))
        self.rows[file].append(asset)
        self.truth.box_of_row[asset.row] = box
        return asset


def settle(
    books: Books, pairs: list[tuple[Box, Asset, Device]], devices: list[Device], twins: dict[RowRef, RowRef]
) -> None:
    truth = books.truth
    often = _frequencies(books, devices)
    second_of: defaultdict[RowRef, list[RowRef]] = defaultdict(list)
    for second, first in twins.items():
        second_of[first].append(second)
        truth.kinds.add((Kind.DUPLICATE_ROW, truth.box_of_row[second], ""))
    for box, row, device in pairs:
        truth.rows_of[device.id] = frozenset({row.row, *second_of[row.row]})
        truth.box_of_device[device.id] = box.number
        joined = joins(device, row, often)
        if box.replaced:  # by its name alone: the rest is the predecessor's
            named = any(h.split(".")[0].lower() == row.tag.lower() for h in device.hostnames)
            joined &= {"host", "tag"} if named else {"host"}
        if not joined:
            continue
        truth.knowable.add(device.id)
        _kinds(truth, box, row, device, joined)


def _kinds(truth: Truth, box: Box, row: Asset, device: Device, joined: set[str]) -> None:
    """What a careful person would tell of a pair, where it is plain on both papers."""
    serial = device.best("serial")
    sure = joined & {"serial", "mac"}
    name = device.hostnames[0].split(".")[0].lower() if device.hostnames else ""
    told = {
        (Kind.REPLACED, ""): box.replaced and serial and row.serial
        and _serial_form(serial) != _serial_form(row.serial),
        (Kind.CHANGED, "hostname"): not box.replaced and sure and name and row.hostname
        and name != row.hostname.lower(),
        (Kind.CHANGED, "ips"): (sure or "host" in joined) and row.ips and row.ips[0] not in device.ips,
        (Kind.REMOTE_UNDECLARED, "remote_maintenance"): device.remote_maintenance
        and row.remote_maintenance in ("", "無"),
        (Kind.UNSUPPORTED, ""): box.system and box.system[3] and device.best("os"),
        (Kind.NO_PARTY, "maintainer"): box.sort.kind in ("server", "network", "medical") and not row.maintainer,
    }  # fmt: skip
    truth.kinds.update((kind, box.number, field) for (kind, field), plain in told.items() if plain)


def _frequencies(books: Books, devices: list[Device]) -> Counter[tuple[str, str, str]]:
    """(side, identifier, form) -> how many carry it; retired rows carry nothing any more."""
    often: Counter[tuple[str, str, str]] = Counter()
    for device in devices:
        often.update(("device", name, form) for name, form in _of_device(device))
    for rows in books.rows.values():
        often.update(("row", n, f) for row in rows if row.state == "in_use" for n, f in _of_row(row))
    return often


def _of_device(device: Device) -> set[tuple[str, str]]:
    found = {("mac", m) for m in device.macs} | {("ip", i) for i in device.ips}
    found |= {("host", h.split(".")[0].lower()) for h in device.hostnames}
    if serial := device.best("serial"):
        found.add(("serial", _serial_form(serial)))
    return found


def _of_row(row: Asset) -> set[tuple[str, str]]:
    found = {("mac", m) for m in row.macs} | {("ip", i) for i in row.ips}
    if row.hostname:
        found.add(("host", row.hostname.lower()))
    if row.serial:
        found.add(("serial", _serial_form(row.serial)))
    return found


def _serial_form(text: str) -> str:
    return text.upper().replace("O", "0").replace("I", "1").lstrip("0")


def joins(device: Device, row: Asset, often: Counter[tuple[str, str, str]] | None = None) -> set[str]:
    """Names of the identifiers that join the two and that nobody else has."""
    common = _of_device(device) & _of_row(row)
    if often is not None:
        common = {c for c in common if often[("device", *c)] <= 1 and often[("row", *c)] <= 1}
    joined = {name for name, _ in common}
    if "mac" not in joined and row.macs and any(_digits_apart(m, row.macs[0]) == 1 for m in device.macs):
        joined.add("mac")
    in_name = any(len(row.tag) >= 4 and row.tag.lower() in h.lower() for h in device.hostnames)
    if in_name and (not row.hostname or "host" in joined):
        joined.add("tag")
    return joined


def _digits_apart(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=True))
