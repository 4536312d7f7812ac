"""The report's lists as columns and rows: decided once, shown by page and workbook alike.

A cell is text, a number, or one of a few values that a face shows in its own way (a time, a
severity, numbers of items). Widths are in half-width characters, as spreadsheets count.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from reconciler.reconciliation import Severity
from reconciler.report import phrases
from reconciler.report.item import Item
from reconciler.report.lines import DeviceLine, RowLine
from reconciler.report.model import Report
from reconciler.report.wording import Wording
from reconciler.traits import maker_written


@dataclass(frozen=True, slots=True)
class When:
    """A time, UTC in ISO 8601; shown in JST, or only its day there."""

    iso: str
    day_only: bool = False


@dataclass(frozen=True, slots=True)
class Refs:
    """Numbers of items."""

    numbers: tuple[int, ...]


Cell: TypeAlias = str | int | date | When | Severity | Refs


@dataclass(frozen=True, slots=True)
class Column:
    """`code` has its heading in the catalogue (column.CODE)."""

    code: str
    width: int


@dataclass(frozen=True, slots=True)
class Row:
    """`anchor` can be linked to; the rest is what the page filters and groups by."""

    cells: tuple[Cell, ...]
    anchor: str = ""
    kinds: tuple[str, ...] = ()
    klass: str = ""
    severity: Severity | None = None
    new: bool = False
    segment: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """`code` names it in the catalogue (table.CODE)."""

    code: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def table(code: str, columns: Iterable[tuple[str, int]], rows: Iterable[Row]) -> Table:
    return Table(code, tuple(Column(c, width) for c, width in columns), tuple(rows))


ITEM_COLUMNS = (
    ("number", 5), ("severity", 7), ("new", 7), ("subject", 17), ("finding", 24), ("where", 20),
    ("since", 11), ("reasons", 28), ("action", 24), ("due", 11),
)  # fmt: skip


def items(report: Report, w: Wording, section: str = "") -> Table:
    """The differences, all of them or those of one list."""
    chosen = [i for i in report.items if not section or i.section == section]
    return table(section or "items", ITEM_COLUMNS, (_item(i, report, w) for i in chosen))


def pick(table: Table, codes: Sequence[str]) -> Table:
    """The named columns alone, in that order."""
    at = [[c.code for c in table.columns].index(code) for code in codes]
    rows = tuple(replace(row, cells=tuple(row.cells[n] for n in at)) for row in table.rows)
    return Table(table.code, tuple(table.columns[n] for n in at), rows)


def _item(item: Item, report: Report, w: Wording) -> Row:
    compared = "first" if report.since is None else "new" if item.new else "known"
    return Row(
        (
            item.number,
            item.severity,
            w.of("compared", compared),
            phrases.subject(item, w),
            phrases.finding(item, w),
            phrases.where(item.where, w),
            When(item.since, day_only=True),
            phrases.reasons(item, w),
            phrases.action(item, w),
            item.due,
        ),
        anchor=f"item-{item.number}",
        kinds=(item.kind.value,),
        klass=item.klass,
        severity=item.severity,
        new=item.new,
        segment=item.where.segment,
    )


DEVICE_COLUMNS = (
    ("device", 17), ("bucket", 11), ("class", 14), ("made", 17), ("os", 14), ("serial", 13), ("ip", 13),
    ("mac", 16), ("place", 22), ("row", 12), ("tag", 10), ("items", 7), ("last_seen", 14),
)  # fmt: skip


def devices(report: Report, w: Wording) -> Table:
    return table("devices", DEVICE_COLUMNS, (_device(line, report, w) for line in report.devices))


def _device(line: DeviceLine, report: Report, w: Wording) -> Row:
    d = line.device
    held = [report.item(n) for n in line.items]
    return Row(
        (
            phrases.name_of(d, line.asset, w),
            w.of("device_bucket", line.bucket.value),
            phrases.sort_of(d, w),
            phrases.made_by(d, w),
            phrases.runs(d, w),
            w.value(d.best("serial")),
            phrases.address_lines(d.ips, w),
            phrases.address_lines(d.macs, w),
            phrases.stands(line.where, w),
            phrases.row_of(line.match.row if line.match else None, w),
            w.value(line.match.tag) if line.match else "",
            Refs(line.items),
            When(d.last_seen or report.ended),
        ),
        kinds=tuple(dict.fromkeys(i.kind.value for i in held)),
        klass=d.best("class"),
        severity=max((i.severity for i in held), key=lambda s: s.value, default=None),
        new=any(i.new for i in held),
        segment=line.where.segment,
    )


ROW_COLUMNS = (
    ("row", 12), ("bucket", 12), ("tag", 10), ("name", 16), ("made", 16), ("serial", 13), ("ip", 13),
    ("mac", 16), ("place", 14), ("user", 11), ("state", 8), ("device", 14), ("story", 28), ("items", 7),
)  # fmt: skip


def rows(report: Report, w: Wording) -> Table:
    named = {line.device.id: phrases.name_of(line.device, None, w) for line in report.devices}
    return table("rows", ROW_COLUMNS, (_row(line, report, named, w) for line in report.rows))


def _row(line: RowLine, report: Report, named: dict[str, str], w: Wording) -> Row:
    a = line.asset
    held = [report.item(n) for n in line.items]
    matched = [named.get(m.device, phrases.device_of(m.device, w)) for m in line.matches]
    recorded: tuple[str, ...] = ("",) * 9
    if a is not None:
        made = " ".join(p for p in (maker_written(a), a.model) if p)
        who = w.joined(w.value(t) for t in (a.department, a.user) if t)
        ip = w("value.dhcp") if a.dhcp and not a.ips else phrases.address_lines(a.ips, w)
        recorded = (
            *(w.value(t) for t in (a.tag, a.name or a.hostname, made, a.serial)),
            ip,
            phrases.address_lines(a.macs, w),
            w.value(a.place),
            who,
            w.of("state", a.state) if a.state else "",
        )
    return Row(
        (
            phrases.row_of(line.row, w),
            w.of("row_bucket", line.bucket.value),
            *recorded,
            w.joined(matched[:3]) if len(matched) <= 3 else w("value.more", shown=w.joined(matched[:3]), rest=len(matched) - 3),
            phrases.bucket_story(line, report, w),
            Refs(line.items),
        ),
        kinds=tuple(dict.fromkeys(i.kind.value for i in held)),
        klass=next((i.klass for i in held if i.klass), ""),
        severity=max((i.severity for i in held), key=lambda s: s.value, default=None),
        new=any(i.new for i in held),
        segment=line.where.segment,
    )  # fmt: skip
