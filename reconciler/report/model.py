"""The report as values: what was found, told device by device, row by row, difference by difference.

`build` is pure: the same reconciliation, cover, day and history give the same Report. Values here
are codes, numbers, UTC times and texts as they came; words are chosen by phrases.py, and made
harmless to show by the faces. A list's order and numbers are decided here, so that every face
numbers a finding alike.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from agent.device import Device
from agent.findings import Coverage, Lost
from reconciler.decisions import Decision, row_keys
from reconciler.followups import State
from reconciler.history import Gone, History
from reconciler.ledger.asset import Asset, Ledger, RowRef
from reconciler.reconciliation import DeviceBucket, Difference, Kind, Reconciliation, RowBucket
from reconciler.report.concerns import Ask, Concern, asks, concerns
from reconciler.report.item import Item, due_date, place_in_order, where_of
from reconciler.report.lines import DeviceLine, RowLine, device_lines, row_lines
from reconciler.report.wording import moment_of
from reconciler.words import makers

EXAMINED = frozenset(Kind) - {Kind.VULNERABLE}
"""Kinds that reconcile() looks for. The others are told as not examined: absence is no finding."""


@dataclass(frozen=True, slots=True)
class Input:
    """A file that the report was made from. sort: findings, journal, ledger or rules.  sha256: lower-case hexadecimal."""

    sort: str
    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Cover:
    """Who made the report for whom, under whose authority, about what. Texts are shown as given.

    scope, excluded: one line each ("外来LAN 10.1.0.0/24").  started: UTC, ISO 8601, "" where not known.
    complete: False where the run was stopped.  protected_by_ledger: how many rows the gate knew,
    None where no ledger protected anything.  edition: of the document (版).  tool: name and version.  registry: edition of the
    table of address blocks, "" where not known.
    """

    facility: str
    author: str
    addressee: str
    scope: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    authorised_by: str = ""
    authorised_until: str = ""
    clinical_engineer: str = ""
    contact: str = ""
    started: str = ""
    complete: bool = True
    protected_by_ledger: int | None = None
    account: str = ""
    edition: str = "1"
    tool: str = "daicho"
    registry: str = ""
    inputs: tuple[Input, ...] = ()


@dataclass(frozen=True, slots=True)
class Since:
    """What an earlier run knew. Times are ends of runs, UTC, ISO 8601.

    first_seen, new: by difference id.  device_first_seen: by device id.  row_last_seen: by a row's key
    (decisions.row_keys), when a device was last matched to it.
    """

    previous_run: str
    previous_ended: str
    first_seen: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    new: frozenset[str] = frozenset()
    gone: tuple[Gone, ...] = ()
    device_first_seen: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    row_last_seen: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def compared_with(history: History) -> Since | None:
    """A history as the report tells it; None for the first run, which has nothing to be compared with."""
    if not history.previous_run:
        return None
    return Since(
        history.previous_run,
        history.previous_ended,
        history.first_seen,
        history.new,
        history.gone,
        history.device_first_seen,
        history.row_last_seen,
    )


@dataclass(frozen=True, slots=True)
class Followed:
    """What became of one decision, or of what came back undecided (decision None). items: numbers, none where it
    is gone.  since: end of the run in which it was gone, or, done, of the last that had it; "" if not known."""

    state: State
    decision: Decision | None
    items: tuple[int, ...]
    since: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """The conservation statement: every device and every row, each in one bucket."""

    devices: Mapping[DeviceBucket, int]
    rows: Mapping[RowBucket, int]
    kinds: Mapping[Kind, int]
    new: Mapping[Kind, int]
    classes: Mapping[str, Mapping[DeviceBucket, int]]
    packets: int
    bytes: int

    @property
    def device_total(self) -> int:
        return sum(self.devices.values())

    @property
    def row_total(self) -> int:
        return sum(self.rows.values())


@dataclass(frozen=True, slots=True)
class Report:
    """All of it, in the order in which it is read. decisions: what people had decided by then.  makers: a maker as
    ledgers and devices spell it -> its canonical name, where that is known."""

    cover: Cover
    run: str
    ended: str
    as_of: date
    since: Since | None
    counts: Counts
    concerns: tuple[Concern, ...]
    asks: tuple[Ask, ...]
    items: tuple[Item, ...]
    devices: tuple[DeviceLine, ...]
    rows: tuple[RowLine, ...]
    coverage: tuple[Coverage, ...]
    ledgers: tuple[Ledger, ...]
    notes: tuple[str, ...]
    examined: frozenset[Kind]
    lost: tuple[Lost, ...] = ()
    decisions: tuple[Decision, ...] = ()
    followups: tuple[Followed, ...] = ()
    makers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def item(self, number: int) -> Item:
        return self.items[number - 1]


def build(
    result: Reconciliation,
    cover: Cover,
    *,
    as_of: date | None = None,
    since: Since | None = None,
    examined: frozenset[Kind] = EXAMINED,
    aliases: Mapping[str, str] = MappingProxyType({}),
) -> Report:
    """The Report of a reconciliation. `as_of` is the day that target dates count from (default: the end
    of the run, in Japan).

    Raises ValueError where a device or row has no bucket, or the run no time: a report must not be
    made of a reconciliation that has lost something.
    """
    _check(result)
    day = as_of or day_of(result.ended)
    devices = {d.id: d for d in result.devices}
    assets = {a.row: a for a in result.assets}
    keys = row_keys(result.assets, result.ended)
    items = _items(result, devices, assets, day, since, keys)
    by_device, by_row = _numbers(items)
    return Report(
        cover=cover,
        run=result.run,
        ended=result.ended,
        as_of=day,
        since=since,
        counts=_counts(result, items),
        concerns=concerns(items, result.coverage, cover.complete, result.lost),
        asks=asks(items, result.coverage, result.lost),
        items=items,
        devices=device_lines(result, assets, by_device),
        rows=row_lines(result, devices, assets, by_row, keys),
        coverage=tuple(sorted(result.coverage, key=lambda c: (c.site, c.cidr))),
        ledgers=result.ledgers,
        notes=result.notes,
        examined=examined | {i.kind for i in items},
        lost=result.lost,
        decisions=result.decisions,
        followups=_followed(result, items),
        makers=_makers(result, aliases),
    )


def _followed(result: Reconciliation, items: Sequence[Item]) -> tuple[Followed, ...]:
    number = {item.difference.id: item.number for item in items}
    return tuple(
        Followed(f.state, f.decision, tuple(sorted(number[d] for d in f.differences)), f.since)
        for f in result.followups
    )


def _makers(result: Reconciliation, aliases: Mapping[str, str]) -> Mapping[str, str]:
    """Of the spellings that occur, those that are known. aliases: spelling -> canonical name, all there are."""
    known = makers(aliases)
    spelt = {name for asset in result.assets for name in (asset.maintainer, asset.maker)}
    spelt |= {device.best("vendor") for device in result.devices}
    named = ((name, known.canonical(name)) for name in sorted(spelt) if name)
    return MappingProxyType({name: canonical for name, canonical in named if canonical})


def _check(result: Reconciliation) -> None:
    devices, rows = {d.id for d in result.devices}, {a.row for a in result.assets}
    if lost := devices - result.device_buckets.keys():
        raise ValueError(f"device {min(lost)} is in no bucket")
    if lost_rows := rows - result.row_buckets.keys():
        raise ValueError(f"row {min(map(str, lost_rows))} is in no bucket")
    if ghosts := result.device_buckets.keys() - devices:
        raise ValueError(f"there is a bucket for device {min(ghosts)}, which is not there")


def day_of(ended: str) -> date:
    moment = moment_of(ended)
    if moment is None:
        raise ValueError(f"the run's end is no time: {ended!r}")
    return moment.date()


def _items(
    result: Reconciliation,
    devices: Mapping[str, Device],
    assets: Mapping[RowRef, Asset],
    day: date,
    since: Since | None,
    keys: Mapping[RowRef, str],
) -> tuple[Item, ...]:
    row_of = {m.device: m.row for m in result.matches}
    device_of: dict[RowRef, str] = {}
    for match in result.matches:
        device_of.setdefault(match.row, match.device)
    last_seen = _last_seen(keys, since)
    loose: list[Item] = []
    for difference in result.differences:
        row = difference.row or row_of.get(difference.device)
        device = devices.get(difference.device or (device_of.get(row, "") if row else ""))
        asset = assets.get(row) if row else None
        loose.append(
            Item(
                number=0,
                difference=difference,
                device=device,
                row=row,
                asset=asset,
                where=where_of(device, asset),
                since=_since_when(difference, device, result.ended, since),
                last_seen=last_seen.get(row, "") if row and device is None else "",
                new=since is not None and difference.id in since.new,
                due=due_date(difference.kind, difference.severity, day),
            )
        )
    loose.sort(key=place_in_order)
    return tuple(item.numbered(n) for n, item in enumerate(loose, 1))


def _last_seen(keys: Mapping[RowRef, str], since: Since | None) -> dict[RowRef, str]:
    if since is None or not since.row_last_seen:
        return {}
    return {row: since.row_last_seen.get(key, "") for row, key in keys.items()}


def _since_when(difference: Difference, device: Device | None, ended: str, since: Since | None) -> str:
    """When this was first so: by the history, else when the device was first seen, else this run."""
    earlier = [] if since is None else [since.first_seen.get(difference.id, "")]
    if device is not None:
        earlier += [since.device_first_seen.get(device.id, "") if since else "", device.first_seen]
    return next((time for time in earlier if time), ended)


def _numbers(items: Sequence[Item]) -> tuple[dict[str, list[int]], dict[RowRef, list[int]]]:
    by_device: dict[str, list[int]] = defaultdict(list)
    by_row: dict[RowRef, list[int]] = defaultdict(list)
    for item in items:
        if item.device is not None:
            by_device[item.device.id].append(item.number)
        if item.row is not None:
            by_row[item.row].append(item.number)
    return by_device, by_row


def _counts(result: Reconciliation, items: Sequence[Item]) -> Counts:
    devices = Counter(result.device_buckets.values())
    rows = Counter(result.row_buckets.values())
    kinds = Counter(item.kind for item in items)
    new = Counter(item.kind for item in items if item.new)
    classes: dict[str, Counter[DeviceBucket]] = defaultdict(Counter)
    for device in result.devices:
        classes[device.best("class")][result.device_buckets[device.id]] += 1
    return Counts(
        devices={b: devices[b] for b in DeviceBucket},
        rows={b: rows[b] for b in RowBucket},
        kinds={k: kinds[k] for k in Kind},
        new={k: new[k] for k in Kind},
        classes={name: {b: classes[name][b] for b in DeviceBucket} for name in sorted(classes)},
        packets=sum(d.packets for d in result.devices),
        bytes=sum(d.bytes for d in result.devices),
    )
