"""Differences of one row with its devices, or with their absence, and what the row itself lacks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from agent.device import Tier
from reconciler.changes import changes, together
from reconciler.comparison import Comparison
from reconciler.patience import Absence
from reconciler.reconciliation import Difference, Kind, Reason, RowBucket, Severity
from reconciler.required import Lack, lacking
from reconciler.tell import CORE, MISSED_AT_ONCE, difference, unsupported, why
from reconciler.traits import Recorded
from reconciler.words import plain, words

NEEDS_A_PARTY = ("server", "network", "medical")
"""Classes that somebody outside must look after: a box without a contract gets no warning and no patch."""


def of_row(
    c: Comparison, row: Recorded, bucket: RowBucket, absence: Sequence[Reason]
) -> Iterator[Difference]:
    """Everything to tell of a row that counts, in the bucket that it fell into."""
    if bucket is RowBucket.MATCHED:
        yield from _with_devices(c, row)
    elif bucket is RowBucket.NOT_SEEN:
        severity, since = _patiently(c, row)
        yield _absent(c, row, Kind.NOT_SEEN, severity, (*absence, *since))
    elif bucket is RowBucket.NOT_LOOKED:
        yield _absent(c, row, Kind.NOT_LOOKED, Severity.LOW, absence)
    gone = row.retired or row.reserved or bucket in (RowBucket.RESERVED, RowBucket.GONE_AS_RECORDED)
    if not gone and (row.row.networked or bucket is RowBucket.MATCHED):
        yield from _undocumented(c, row)


def _absent(
    c: Comparison, row: Recorded, kind: Kind, severity: Severity, reasons: Sequence[Reason]
) -> Difference:
    told = difference(c, kind, severity, reasons, row=row.ref)
    return replace(told, nearest=c.matching.nearest_device.get(row.ref))


def _patiently(c: Comparison, row: Recorded) -> tuple[Severity, list[Reason]]:
    """LOW until the row's class has been missed for as long as patience.toml says, and how long that is now."""
    before = next((a for key in row.keys if (a := c.absences.get(key))), Absence(0, c.as_of))
    now = Absence(before.times + 1, before.since)
    wait = c.patience.of(row.kind)
    if not wait.is_over(now, c.as_of):
        return Severity.LOW, [why("not_seen_yet", str(now.times), f"{wait.scans} / {wait.days}", Tier.WEAK)]
    told = [why("not_seen_for", str(now.times), now.since[:10])] if now.times > 1 else []
    return MISSED_AT_ONCE.get(row.kind, Severity.LOW), told


def _with_devices(c: Comparison, row: Recorded) -> Iterator[Difference]:
    matches = c.matches_of[row.ref]
    first = matches[0].device
    if row.retired:
        reasons = [why("seen_alive", c.device(first).last_seen), *matches[0].reasons]
        if row.row.disposed:
            reasons.insert(1, why("disposed_on", "", row.row.disposed))
        yield difference(
            c, Kind.RETIRED_ALIVE, Severity.HIGH, reasons,
            device=first, row=row.ref, field="state", recorded="disposed", seen="in_use",
            check=matches[0].settling_check,
        )  # fmt: skip
    if row.capacity == 1:
        device = together(c.matched(row))
        for change in changes(matches[0], device, row, c.known, c.looked):
            yield difference(
                c, change.kind, change.severity, change.reasons or matches[0].reasons,
                device=first, row=row.ref, field=change.field, recorded=change.recorded, seen=change.seen,
                check=matches[0].settling_check,
            )  # fmt: skip
    elif 0 < len(matches) < row.capacity:
        reasons = [why("fewer_seen", str(len(matches)), str(row.capacity), Tier.WEAK)]
        yield difference(
            c, Kind.CHANGED, Severity.LOW, reasons,
            device=first, row=row.ref, field="quantity", recorded=str(row.capacity), seen=str(len(matches)),
        )  # fmt: skip
    yield from _remote(c, row)
    yield from unsupported(c, first, row)


def _remote(c: Comparison, row: Recorded) -> Iterator[Difference]:
    """Remote maintenance was seen; the row says that there is none, or nothing."""
    devices = [m.device for m in c.matches_of[row.ref] if c.device(m.device).remote_maintenance]
    if not devices:
        return
    written = row.written("remote_maintenance")
    said_none = plain(written) in words().says_none
    if written and not said_none and any(ch.isalnum() for ch in written):
        return
    seen = ", ".join(dict.fromkeys(r for d in devices for r in c.device(d).remote_maintenance))
    has_column = any("remote_maintenance" in a.columns for a in (row.row, *row.duplicates))
    silence = "declared_none" if said_none else "cell_empty" if has_column else "column_absent"
    yield difference(
        c, Kind.REMOTE_UNDECLARED, Severity.HIGH if said_none else Severity.MEDIUM,
        [why("remote_seen", seen), why(silence, "", written or "remote_maintenance")],
        device=devices[0], row=row.ref, field="remote_maintenance", recorded=written, seen=seen,
    )  # fmt: skip


def _undocumented(c: Comparison, row: Recorded) -> Iterator[Difference]:
    kind = c.kind_of(row)
    rows = (row.row, *row.duplicates)
    device = c.matches_of[row.ref][0].device if row.ref in c.matches_of else ""
    lacks = lacking(rows, kind, c.required)
    if lacks:
        yield difference(
            c, Kind.UNDOCUMENTED, Severity.MEDIUM if kind in CORE else Severity.LOW,
            [_lack(lack) for lack in lacks],
            device=device, row=row.ref, field=",".join(lack.requirement for lack in lacks), recorded=kind,
        )  # fmt: skip
    if kind in NEEDS_A_PARTY and not row.written("maintainer").strip():
        has_column = any("maintainer" in a.columns for a in rows)
        yield difference(
            c, Kind.NO_PARTY, Severity.MEDIUM, [_lack(Lack("maintainer", not has_column))],
            device=device, row=row.ref, field="maintainer", recorded="",
        )  # fmt: skip


def _lack(lack: Lack) -> Reason:
    return why("column_absent" if lack.no_column else "cell_empty", "", lack.requirement)
