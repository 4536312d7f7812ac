"""Findings against ledgers: each device and each row into exactly one bucket, every difference with its reasons.

`reconcile` is the whole of it and pure: the same findings, ledgers and decisions give the same
answer, in whatever order they come. What buckets and kinds mean stands in reconciliation.py; what
belongs together is decided in match.py; here it is told.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from agent.bulk import nothing_to_collect
from agent.findings import Findings
from reconciler import tell
from reconciler.absence import absent, beside_the_ledger, ground
from reconciler.comparison import Comparison
from reconciler.decisions import Decision, judgements, lay_on, row_keys
from reconciler.duplicates import groups, shared_addresses
from reconciler.features import context
from reconciler.houses import Houses, Makers, makers
from reconciler.ledger.asset import Asset, Ledger, RowRef
from reconciler.match import match
from reconciler.patience import Absence, Patience
from reconciler.patience import ours as our_patience
from reconciler.reconciliation import DeviceBucket, Difference, Match, Reason, Reconciliation, RowBucket
from reconciler.required import Required, ours
from reconciler.tell_row import of_row
from reconciler.traits import recorded, seen

Grounds = Mapping[RowRef, tuple[Reason, ...]]


def reconcile(
    findings: Findings,
    ledgers: Sequence[Ledger],
    decisions: Iterable[Decision] = (),
    *,
    aliases: Mapping[str, str] = MappingProxyType({}),
    houses: Houses | None = None,
    required: Required | None = None,
    patience: Patience | None = None,
    absences: Mapping[str, Absence] = MappingProxyType({}),
    not_asked: Iterable[str] | None = None,
    as_of: str = "",
) -> Reconciliation:
    """Holds the findings against all ledgers together.

    aliases: spelling of a maker -> its canonical name.  houses: whose names may stand for one another, None for what
    we know without the agent.  required: a hospital's own required fields.
    patience: its own waiting times before NOT_SEEN is said aloud.  absences: row key -> how often and since when its
    device was looked for and not seen before this run (store.absences).
    not_asked: addresses, networks, MACs and address blocks that were left out on purpose (the scope's
    `never`) or could not be asked (this machine's own); None where that is not known.  as_of: ISO 8601,
    the day for expiries and dates of disposal; the end of the run where not given.
    """
    with nothing_to_collect():
        assets, notes = _rows_once(ledgers)
        tables = Tables(makers(aliases, houses), required or ours(), patience or our_patience())
        c = _compare(findings, assets, decisions, tables, absences, not_asked, as_of or findings.ended)
        return _concluded(findings, ledgers, c, notes)


@dataclass(frozen=True, slots=True)
class Tables:
    """What a hospital may have of its own, and the makers' names."""

    makers: Makers
    required: Required
    patience: Patience


def _concluded(
    findings: Findings, ledgers: Sequence[Ledger], c: Comparison, notes: Sequence[str]
) -> Reconciliation:
    device_buckets, guests = _device_buckets(c)
    row_buckets, absences = _row_buckets(c)
    for ledger in ledgers:
        for skipped in ledger.skipped:
            row_buckets.setdefault(RowRef(ledger.file, skipped.sheet, skipped.row), RowBucket.SKIPPED)
    told = (*_of_devices(c, device_buckets, guests), *_of_rows(c, row_buckets, absences))
    differences = lay_on(_merged(told), c.judged, c.keys)
    return Reconciliation(
        run=findings.run,
        ended=findings.ended,
        devices=findings.devices,
        ledgers=tuple(ledgers),
        coverage=findings.coverage,
        notes=tuple(dict.fromkeys((*findings.notes, *notes, *c.judged.notes))),
        matches=c.matching.matches,
        differences=tuple(sorted(differences, key=lambda d: (-d.severity.value, d.kind.value, d.id))),
        device_buckets=device_buckets,
        row_buckets=row_buckets,
        lost=findings.lost,
        decisions=(*c.judged.in_force, *c.judged.expired),
    )


def _compare(
    findings: Findings,
    assets: Sequence[Asset],
    decisions: Iterable[Decision],
    tables: Tables,
    absences: Mapping[str, Absence],
    not_asked: Iterable[str] | None,
    as_of: str,
) -> Comparison:
    keys = row_keys(assets, as_of)
    grouped, clashes = groups(assets, as_of)
    rows = [
        recorded(g.first, g.rows[1:], keys=[keys[a.row] for a in g.rows], as_of=as_of) for g in grouped
    ]  # fmt: skip
    devices = [seen(d) for d in findings.devices]
    known = context(devices, rows, tables.makers)
    judged = judgements(decisions, as_of)
    matching = match(devices, rows, known, judged)
    matches_of: defaultdict[RowRef, list[Match]] = defaultdict(list)
    for found in matching.matches:
        matches_of[found.row].append(found)
    return Comparison(
        devices={d.device.id: d for d in devices},
        rows={r.ref: r for r in rows},
        groups=grouped,
        clashes=[*clashes, *shared_addresses((g.first for g in grouped), as_of)],
        matching=matching,
        matches_of=dict(matches_of),
        known=known,
        looked=beside_the_ledger(ground(findings, not_asked), rows),
        judged=judged,
        keys=keys,
        required=tables.required,
        as_of=as_of,
        absences=absences,
        patience=tables.patience,
    )


def _rows_once(ledgers: Sequence[Ledger]) -> tuple[list[Asset], list[str]]:
    """All rows, each place in a file once. What stands at one place twice is told, not dropped in silence."""
    rows: dict[RowRef, Asset] = {}
    repeated: Counter[str] = Counter()
    notes = []
    for ledger in ledgers:
        for asset in ledger.assets:
            if asset.row not in rows:
                rows[asset.row] = asset
            elif rows[asset.row] == asset:
                repeated[ledger.file] += 1
            else:
                notes.append(f"{asset.row.file}: {asset.row} is two rows; only the first was compared")
    notes += [f"{file} was given twice; its {count} rows count once" for file, count in repeated.items()]
    return list(rows.values()), notes


def _device_buckets(c: Comparison) -> tuple[dict[str, DeviceBucket], dict[str, list[Reason]]]:
    """Also why each guest is one. A person's word that it is a guest outranks a doubt, not a match."""
    matched = {m.device for m in c.matching.matches}
    doubtful = {u.device for u in c.matching.undecided} | set(c.matching.surplus)
    buckets: dict[str, DeviceBucket] = {}
    guests: dict[str, list[Reason]] = {}
    for device_id in sorted(c.devices):
        if device_id in matched:
            buckets[device_id] = DeviceBucket.MATCHED
        elif decision := c.judged.guests.get(device_id):
            buckets[device_id] = DeviceBucket.GUEST
            guests[device_id] = [tell.why("decided_guest", decision.who, decision.at)]
        elif device_id in doubtful:
            buckets[device_id] = DeviceBucket.AMBIGUOUS
        elif reasons := tell.guest_reasons(c.device(device_id)):
            buckets[device_id] = DeviceBucket.GUEST
            guests[device_id] = reasons
        else:
            buckets[device_id] = DeviceBucket.UNREGISTERED
    return buckets, guests


def _row_buckets(c: Comparison) -> tuple[dict[RowRef, RowBucket], Grounds]:
    """Also why each row without a device is NOT_SEEN or NOT_LOOKED."""
    doubtful = {u.row for u in c.matching.undecided}
    buckets: dict[RowRef, RowBucket] = {}
    absences: dict[RowRef, tuple[Reason, ...]] = {}
    for group in c.groups:
        row = c.rows[group.first.row]
        if row.ref in c.matches_of:
            buckets[row.ref] = RowBucket.MATCHED
        elif row.ref in doubtful:
            buckets[row.ref] = RowBucket.AMBIGUOUS
        elif row.reserved:
            buckets[row.ref] = RowBucket.RESERVED
        elif row.retired:
            buckets[row.ref] = RowBucket.GONE_AS_RECORDED
        else:
            buckets[row.ref], absences[row.ref] = absent(row, c.looked)
        buckets.update({asset.row: RowBucket.DUPLICATE_ROW for asset in group.rows[1:]})
    return buckets, absences


def _of_devices(
    c: Comparison, buckets: Mapping[str, DeviceBucket], guests: Mapping[str, Sequence[Reason]]
) -> Iterator[Difference]:
    for device_id in sorted(c.devices):
        if buckets[device_id] is DeviceBucket.GUEST:
            yield tell.guest(c, device_id, guests[device_id])
        elif buckets[device_id] is DeviceBucket.UNREGISTERED:
            yield from tell.unregistered(c, device_id)
        if buckets[device_id] is not DeviceBucket.MATCHED:
            yield from tell.unsupported(c, device_id)
        yield from tell.misplaced(c, c.device(device_id), c.looked)
    for undecided in c.matching.undecided:
        if buckets.get(undecided.device) is not DeviceBucket.GUEST:
            yield tell.ambiguous(c, undecided)
    for device_id, ref in sorted(c.matching.surplus.items()):
        if buckets[device_id] is DeviceBucket.AMBIGUOUS:
            yield tell.surplus(c, device_id, c.rows[ref])


def _of_rows(c: Comparison, buckets: Mapping[RowRef, RowBucket], absences: Grounds) -> Iterator[Difference]:
    for group in c.groups:
        row = c.rows[group.first.row]
        yield from tell.duplicates(c, group)
        yield from tell.impossible(c, row, c.looked)
        yield from of_row(c, row, buckets[row.ref], absences.get(row.ref, ()))
    for clash in c.clashes:
        yield tell.clash(c, clash)


def _merged(told: Iterable[Difference]) -> list[Difference]:
    """Two of one id are one difference with the reasons of both (two numbers of a row that stand elsewhere too)."""
    found: dict[str, Difference] = {}
    for one in told:
        first = found.setdefault(one.id, one)
        if first is not one:
            reasons = tuple(dict.fromkeys((*first.reasons, *one.reasons)))
            found[one.id] = replace(first, reasons=reasons, recorded=f"{first.recorded} {one.recorded}")
    return list(found.values())
