"""A reconciliation made into the report's values. A list's order and numbers are decided here, so that every face
numbers a finding alike.

`build` is pure: the same reconciliation, cover, day and history give the same Report. What has lost something is
refused: every device and every row is in a bucket.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from agent.device import Device
from reconciler.decisions import PROMISES, row_keys
from reconciler.followups import State
from reconciler.history import History
from reconciler.houses import makers
from reconciler.ledger.asset import Asset, RowRef
from reconciler.reconciliation import DeviceBucket, Difference, Kind, Reconciliation, RowBucket
from reconciler.report.concerns import answers, asks, concerns
from reconciler.report.item import Item, due_date, place_in_order, where_of
from reconciler.report.lines import device_lines, row_lines
from reconciler.report.model import Counts, Cover, Followed, Report, Since
from reconciler.report.wording import moment_of

EXAMINED = frozenset(Kind) - {Kind.VULNERABLE}
"""Kinds that reconcile() looks for. The others are told as not examined: absence is no finding."""


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
        asks=asks(items, result.coverage, result.lost, result.followups),
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
    last_seen, promised = _last_seen(keys, since), _promised(result)
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
                due=promised.get(difference.id) or due_date(difference.kind, difference.severity, day),
            )
        )
    loose.sort(key=place_in_order)
    return tuple(item.numbered(n) for n, item in enumerate(loose, 1))


def _promised(result: Reconciliation) -> dict[str, date]:
    """Difference -> the day by which somebody promised to mend it, which outranks any date that we would propose."""
    kinds = {d.id: d.kind for d in result.differences}
    found: dict[str, date] = {}
    for followup in result.followups:
        decision = followup.decision
        if decision is None or decision.verdict not in PROMISES or followup.state is State.CAME_BACK:
            continue
        for name in followup.differences:
            if decision.until and answers(decision.verdict, kinds[name]):
                found[name] = date.fromisoformat(decision.until[:10])
    return found


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
