"""The register of remote maintenance (リモートメンテナンス): every device that shows a way in, or whose row tells of one.

A trace is no proof that a vendor uses it, and a row that says "none" no proof that there is none: both
are put side by side, with room for the vendor's answer and for the check after each work.
"""

from __future__ import annotations

from reconciler.ledger.asset import Asset
from reconciler.reconciliation import Kind, RowBucket
from reconciler.report import phrases
from reconciler.report.lines import DeviceLine, RowLine
from reconciler.report.model import Report
from reconciler.report.tables import Refs, Row, Table, table
from reconciler.report.wording import Wording
from reconciler.words import plain, words

COLUMNS = (
    ("device", 18), ("where", 22), ("remote_seen", 20), ("remote_recorded", 18), ("maintainer", 18), ("items", 7),
    ("answer", 14), ("method", 16), ("answered_on", 12), ("log_checked", 14),
)  # fmt: skip
ENTRIES = frozenset({"answer", "method", "answered_on", "log_checked"})
"""Left empty, for the hospital to write."""
OUT_OF_USE = frozenset(
    {RowBucket.GONE_AS_RECORDED, RowBucket.RESERVED, RowBucket.DUPLICATE_ROW, RowBucket.SKIPPED}
)


def register(report: Report, w: Wording) -> Table:
    """Devices with a trace first, in their order; then rows that tell of one and have no device in this run."""
    shown = [_device(line, report, w) for line in report.devices if _concerns(line)]
    shown += [_row(line, report, w) for line in report.rows if tells_alone(line)]
    return table("remote_register", COLUMNS, shown)


def _concerns(line: DeviceLine) -> bool:
    return bool(line.device.remote_maintenance) or says_so(line.asset)


def tells_alone(line: RowLine) -> bool:
    """A row in use, without a device, that tells of remote maintenance."""
    return not line.matches and line.bucket not in OUT_OF_USE and says_so(line.asset)


def says_so(asset: Asset | None) -> bool:
    """Whether the row tells of remote maintenance; "none" in any of its spellings, or a mere dash, does not."""
    cell = asset.remote_maintenance if asset else ""
    return any(c.isalnum() for c in cell) and plain(cell) not in words().says_none


def _device(line: DeviceLine, report: Report, w: Wording) -> Row:
    device = line.device
    held = [report.item(n) for n in line.items]
    about = tuple(i.number for i in held if i.kind is Kind.REMOTE_UNDECLARED)
    severity = max((i.severity for i in held if i.number in about), key=lambda s: s.value, default=None)
    return Row(
        (
            phrases.name_of(device, line.asset, w),
            phrases.where(line.where, w),
            w.joined(w.of("remote", method) for method in device.remote_maintenance) or w("remote_seen.none"),
            _recorded(line.asset, w),
            _maintainer(line.asset, w),
            Refs(about),
            *("",) * len(ENTRIES),
        ),
        kinds=(Kind.REMOTE_UNDECLARED.value,) if about else (),
        klass=device.best("class"),
        severity=severity,
        new=any(report.item(n).new for n in about),
        segment=line.where.segment,
    )


def _row(line: RowLine, report: Report, w: Wording) -> Row:
    return Row(
        (
            phrases.name_of(None, line.asset, w),
            phrases.where(line.where, w),
            w("remote_seen.no_device"),
            _recorded(line.asset, w),
            _maintainer(line.asset, w),
            Refs(()),
            *("",) * len(ENTRIES),
        ),
    )


def _recorded(asset: Asset | None, w: Wording) -> str:
    if asset is None:
        return w("remote_recorded.no_row")
    return w.or_none(w.value(asset.remote_maintenance))


def _maintainer(asset: Asset | None, w: Wording) -> str:
    return w.or_none(w.value(asset.maintainer if asset else ""))
