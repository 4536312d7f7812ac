"""The full lists: one line for every device of the run and for every row of the ledgers, skipped ones too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from agent.device import Device
from reconciler.ledger.asset import Asset, Ledger, RowRef
from reconciler.reconciliation import DeviceBucket, Match, Reconciliation, RowBucket
from reconciler.report.item import Where, where_of


@dataclass(frozen=True, slots=True)
class DeviceLine:
    """One device of the run. `items` are the numbers of the differences laid on it."""

    device: Device
    bucket: DeviceBucket
    match: Match | None
    asset: Asset | None
    where: Where
    items: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RowLine:
    """One row of a ledger. `asset` is None for a skipped row, which then has `skipped_why`. key: its name that outlives
    a run (decisions.row_keys), "" for a skipped one."""

    row: RowRef
    bucket: RowBucket
    asset: Asset | None
    matches: tuple[Match, ...]
    where: Where
    items: tuple[int, ...]
    skipped_why: str = ""
    key: str = ""


def device_lines(
    result: Reconciliation, assets: Mapping[RowRef, Asset], numbers: Mapping[str, list[int]]
) -> tuple[DeviceLine, ...]:
    matches = {m.device: m for m in result.matches}
    lines = []
    for device in result.devices:
        match = matches.get(device.id)
        asset = assets.get(match.row) if match else None
        lines.append(
            DeviceLine(
                device,
                result.device_buckets[device.id],
                match,
                asset,
                where_of(device, asset),
                tuple(numbers.get(device.id, ())),
            )
        )
    return tuple(sorted(lines, key=lambda line: (line.where.order, line.device.id)))


def row_lines(
    result: Reconciliation,
    devices: Mapping[str, Device],
    assets: Mapping[RowRef, Asset],
    numbers: Mapping[RowRef, list[int]],
    keys: Mapping[RowRef, str],
) -> tuple[RowLine, ...]:
    skipped = {
        RowRef(ledger.file, s.sheet, s.row): s.why for ledger in result.ledgers for s in ledger.skipped
    }
    matches: dict[RowRef, list[Match]] = defaultdict(list)
    for match in result.matches:
        matches[match.row].append(match)
    lines = []
    for row, bucket in result.row_buckets.items():
        asset = assets.get(row)
        found = tuple(sorted(matches.get(row, ()), key=lambda m: m.device))
        device = devices.get(found[0].device) if found else None
        lines.append(
            RowLine(
                row,
                bucket,
                asset,
                found,
                where_of(device, asset),
                tuple(numbers.get(row, ())),
                skipped.get(row, ""),
                keys.get(row, ""),
            )
        )
    order = _sheet_order(result.ledgers)
    return tuple(
        sorted(
            lines,
            key=lambda x: (order[(x.row.file, x.row.sheet)], x.row.file, x.row.sheet, x.row.row, str(x.row)),
        )
    )


def _sheet_order(ledgers: Sequence[Ledger]) -> defaultdict[tuple[str, str], int]:
    """Sheets in the order in which the ledgers have them; what no ledger has comes first."""
    order: defaultdict[tuple[str, str], int] = defaultdict(int)
    for ledger in ledgers:
        for sheet in (c.sheet for part in (ledger.columns, ledger.skipped) for c in part):
            order.setdefault((ledger.file, sheet), len(order) + 1)
        for asset in ledger.assets:
            order.setdefault((ledger.file, asset.row.sheet), len(order) + 1)
    return order
