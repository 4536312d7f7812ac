"""The lists on which the officer decides: their tables with columns to write in, and a hidden key for each row.

What was decided before and is not taken back stands in these columns already, so that the same workbook
says the same again. A face that cannot be written on shows the same lists from tables.py.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reconciler import row_key
from reconciler.decisions import PAIRED, Decision, Verdict
from reconciler.ledger.asset import Asset, RowRef
from reconciler.reconciliation import Kind
from reconciler.report import tables
from reconciler.report.item import Item
from reconciler.report.lines import DeviceLine, RowLine
from reconciler.report.model import Report
from reconciler.report.tables import Cell, Column, Row, Table
from reconciler.report.visible import visible_lines
from reconciler.report.wording import Wording, moment_of
from reconciler.row_key import RowKey

ENTRIES = (("verdict", 13), ("partner", 13), ("owner", 10), ("until", 11), ("note", 15))
"""Columns that the hospital fills in: what, with which other one, who, until when, anything else."""

SHOWN: Mapping[str, tuple[str, ...]] = {
    "items": ("number", "subject"),
    "devices": ("device", "ip", "mac"),
    "rows": ("row", "tag", "name"),
}
"""By which columns a row is known to be still in one piece with its key."""

OFFERED: Mapping[str, tuple[Verdict, ...]] = {
    "items": tuple(Verdict),
    "devices": tuple(Verdict),
    "rows": (Verdict.CORRECT, Verdict.RETIRE, Verdict.IGNORE, Verdict.SAME, Verdict.DIFFERENT),
}
NOT_IN_LEDGER = frozenset({Kind.GUEST, Kind.UNREGISTERED})
"""Where it is told that a device is a guest, or, when that has expired, that it is one no longer."""

MOST_OWNERS = 200


@dataclass(frozen=True, slots=True)
class Writable:
    """A table whose last columns are to be filled in; keys: of its rows, in order."""

    table: Table
    keys: tuple[str, ...]

    @property
    def offered(self) -> tuple[Verdict, ...]:
        return OFFERED[self.table.code]


@dataclass(frozen=True, slots=True)
class Standing:
    """The decisions of a report, by what they are about."""

    difference: Mapping[str, Decision]
    device: Mapping[str, Sequence[Decision]]
    row: Mapping[str, Sequence[Decision]]
    tags: Mapping[str, str]
    """Row key -> the number on its label."""
    keys: Mapping[RowRef, str]


def standing(report: Report) -> Standing:
    devices: dict[str, list[Decision]] = defaultdict(list)
    rows: dict[str, list[Decision]] = defaultdict(list)
    for decision in report.decisions:
        if decision.device:
            devices[decision.device].append(decision)
        if decision.row:
            rows[decision.row].append(decision)
    return Standing(
        {d.difference: d for d in report.decisions if d.difference},
        devices,
        rows,
        {line.key: line.asset.tag for line in report.rows if line.key and line.asset and line.asset.tag},
        {line.row: line.key for line in report.rows},
    )


def items(report: Report, w: Wording) -> Writable:
    """All differences with the name of their list."""
    plain, known = tables.items(report, w), standing(report)
    columns = (*plain.columns[:3], Column("list", 14), *plain.columns[3:])
    rows = [
        replace(row, cells=(*row.cells[:3], w.of("list", item.section), *row.cells[3:]))
        for row, item in zip(plain.rows, report.items, strict=True)
    ]
    about = [_of_item(item, report, known) for item in report.items]
    return _writable(replace(plain, columns=columns, rows=tuple(rows)), about, known, report, w)


def devices(report: Report, w: Wording) -> Writable:
    known = standing(report)
    about = [_of_device(line, report, known) for line in report.devices]
    return _writable(tables.devices(report, w), about, known, report, w)


def rows(report: Report, w: Wording) -> Writable:
    known = standing(report)
    about = [_of_row(line, report, known) for line in report.rows]
    return _writable(tables.rows(report, w), about, known, report, w)


def owners(report: Report) -> list[str]:
    """Whom the ledgers name, for the drop-down: the most frequent first."""
    count: dict[str, int] = defaultdict(int)
    for asset in (line.asset for line in report.rows if line.asset is not None):
        for name in _owners_of(asset):
            count[name] += 1
    return sorted(count, key=lambda name: (-count[name], name))[:MOST_OWNERS]


def _owners_of(asset: Asset) -> Iterable[str]:
    return {" ".join(name.split()) for name in (asset.department, asset.responsible) if name.strip()}


_About = tuple[RowKey, Decision | None]


def _of_item(item: Item, report: Report, known: Standing) -> _About:
    d = item.difference
    row = known.keys.get(item.row, "") if item.row else ""
    about = [*known.device.get(d.device, ()), *(known.row.get(row, ()) if row else ())]
    guest = [x for x in known.device.get(d.device, ()) if x.verdict is Verdict.GUEST]
    shown = known.difference.get(d.id) or (guest[-1] if guest and d.kind in NOT_IN_LEDGER else None)
    key = RowKey(report.run, "items", d.id, d.device, row, _numbers((*about, shown)))
    return key, shown


def _of_device(line: DeviceLine, report: Report, known: Standing) -> _About:
    about = known.device.get(line.device.id, ())
    row = known.keys.get(line.match.row, "") if line.match else ""
    whole = [d for d in about if not d.difference]
    pairs = [d for d in whole if d.verdict in PAIRED]
    shown = next((d for d in reversed(pairs) if d.verdict is Verdict.SAME), None)
    shown = shown or next((d for d in reversed(whole)), None)
    return RowKey(report.run, "devices", "", line.device.id, row, _numbers(about)), shown


def _of_row(line: RowLine, report: Report, known: Standing) -> _About:
    about = known.row.get(line.key, ()) if line.key else ()
    shown = next((d for d in reversed(about) if not d.device and not d.difference), None)
    return RowKey(report.run, "rows", "", "", line.key, _numbers(about)), shown


def _numbers(decisions: Iterable[Decision | None]) -> tuple[int, ...]:
    return tuple(sorted({d.number for d in decisions if d is not None and d.number}))


def _writable(plain: Table, about: Sequence[_About], known: Standing, report: Report, w: Wording) -> Writable:
    codes = [column.code for column in plain.columns]
    seen = [codes.index(code) for code in SHOWN[plain.code]]
    columns = (*plain.columns, *(Column(code, width) for code, width in ENTRIES))
    filled: list[Row] = []
    keys: list[str] = []
    for row, (key, decision) in zip(plain.rows, about, strict=True):
        may_decide = bool(
            key.difference or key.device or key.row
        )  # a skipped row of a ledger is not decided on
        digest = row_key.shown(visible_lines(str(row.cells[n])) for n in seen)
        keys.append(row_key.written(replace(key, shown=digest)) if may_decide else "")
        filled.append(replace(row, cells=(*row.cells, *_entries(decision, known, w))))
    return Writable(Table(plain.code, columns, tuple(filled)), tuple(keys))


def _entries(decision: Decision | None, known: Standing, w: Wording) -> tuple[Cell, ...]:
    if decision is None:
        return ("",) * len(ENTRIES)
    partner = decision.other.rpartition("/")[2] or (
        known.tags.get(decision.row, decision.row) if decision.verdict in PAIRED else ""
    )
    moment = moment_of(decision.until)
    until: Cell = date.fromisoformat(decision.until[:10]) if moment else decision.until
    return (w.of("verdict", decision.verdict.value), partner, decision.owner, until, decision.note)
