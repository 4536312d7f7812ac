"""The sheet 「daicho 確認結果」: each row of one ledger once, in the ledger's order, with what was found of it.

Rows that hold no device are told in runs ("1～3行目：見出し"), so that the list stays one that is read; a run counts
each of its rows. Behind the list: what the buckets mean and how many rows are in each, and which run it was.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from agent.device import Device
from reconciler.ledger.added import MAX_LINKS, AddedSheet, Line, Place, Text
from reconciler.ledger.asset import RowRef
from reconciler.ledger.sheets import ADDED
from reconciler.reconciliation import RowBucket, Severity
from reconciler.report import phrases
from reconciler.report.item import Item, where_of
from reconciler.report.lines import RowLine
from reconciler.report.model import Report
from reconciler.report.sheet import HIGHEST_ROW, LINE, lines_of
from reconciler.report.visible import visible_lines
from reconciler.report.wording import Wording

COLUMNS = (
    ("row", 20), ("tag", 13), ("name", 22), ("bucket", 15), ("differences", 40), ("reasons", 40), ("action", 34),
    ("device", 32), ("check", 28),
)  # fmt: skip
SIZE = 11
"""Points of the commonest default font; only the heights of rows are reckoned by it."""

SHOWN_DEVICES = 3


@dataclass(frozen=True, slots=True)
class Copy:
    """The workbook that the sheet is for. file: the ledger as it was given.  order: its sheets.  plain: whether it
    is a copy of the ledger's values.  name: of a sheet in the copy.  proposed: rows on the other added sheet.
    """

    file: str
    order: tuple[str, ...]
    name: Callable[[str], str]
    plain: bool = False
    proposed: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """Rows of one sheet that follow each other and hold no device for the same reason."""

    first: RowRef
    last: int
    why: str


def results(report: Report, copy: Copy, w: Wording) -> AddedSheet:
    told = tuple(entries(report, copy))
    lines = _lines(report, copy, told, w)
    return AddedSheet(w.of("sheet", "annotation"), tuple(float(width) for _, width in COLUMNS), lines,
                      frozen=4, heads=3, count=len(told), across=len(COLUMNS))  # fmt: skip


def entries(report: Report, copy: Copy) -> Iterator[RowLine | Run]:
    """The rows of one ledger in its order; those without a device in runs."""
    place = {name: n for n, name in enumerate(copy.order)}
    mine = [line for line in report.rows if line.row.file == copy.file]
    mine.sort(key=lambda line: place.get(line.row.sheet, len(place)))
    run: Run | None = None
    for line in mine:
        if line.asset is not None:
            if run is not None:
                yield run
            run = None
            yield line
            continue
        if run is not None and (run.first.sheet, run.last + 1, run.why) == (
            line.row.sheet, line.row.row, line.skipped_why,
        ):  # fmt: skip
            run = Run(run.first, line.row.row, run.why)
            continue
        if run is not None:
            yield run
        run = Run(line.row, line.row.row, line.skipped_why)
    if run is not None:
        yield run


def _lines(report: Report, copy: Copy, told: Sequence[RowLine | Run], w: Wording) -> Iterator[Line]:
    yield line_of([Text(w.of("sheet", "annotation"), "title", tail=f"　〔{ADDED}〕")], ())
    note = w("annotation.copy", file=w.value(copy.file)) if copy.plain else w("annotation.note")
    yield line_of([Text(note)], ())
    yield line_of([Text(run_of(report, w), "" if report.cover.complete else "alert")], ())
    widths = [width for _, width in COLUMNS]
    yield line_of([Text(w.of("column", code), "bold") for code, _ in COLUMNS], widths)
    devices = {line.device.id: line.device for line in report.devices}
    for entry in told:
        linked = len(told) <= MAX_LINKS or (isinstance(entry, RowLine) and bool(entry.items))
        cells = _run(entry, w) if isinstance(entry, Run) else _row(entry, report, devices, w)
        ref = entry.first if isinstance(entry, Run) else entry.row
        if linked:
            cells[0] = Text(
                cells[0].text, "link", Place(copy.name(ref.sheet), f"{ref.column or 'A'}{ref.row}")
            )
        yield line_of(cells, widths)
    yield from _legend(report, copy, w)


def _run(run: Run, w: Wording) -> list[Text]:
    sheet, first, last = w.value(run.first.sheet), run.first.row, run.last
    where = phrases.place_of(str(run.first), w)
    if last > first:
        where = w("annotation.rows", sheet=sheet, first=str(first), last=str(last)).strip()
    why = w.said(run.why) if run.why else w.of("row_story", RowBucket.SKIPPED.value)
    bucket = w.of("row_bucket", RowBucket.SKIPPED.value)
    return [Text(where), Text(""), Text(""), Text(bucket, "grey"), Text(""), Text(why, "grey")]


def _row(line: RowLine, report: Report, devices: Mapping[str, Device], w: Wording) -> list[Text]:
    items = [report.item(n) for n in line.items]
    asset = line.asset
    grave = any(i.severity is Severity.HIGH for i in items)
    return [
        Text(phrases.place_of(str(line.row), w)),
        Text(w.value(asset.tag) if asset else ""),
        Text(w.value(asset.name or asset.hostname) if asset else ""),
        Text(w.of("row_bucket", line.bucket.value), "alert" if grave else ""),
        Text(differences(items, w)),
        Text(_reasons(line, items, report, w)),
        Text(actions(items, w)),
        Text(_devices(line, items, devices, w)),
        Text(_checks(line, items, w)),
    ]


def differences(items: Iterable[Item], w: Wording) -> str:
    """Each with its kind, its field and both values."""
    told = (
        w("annotation.difference", kind=w.of("kind", i.kind.value), said=phrases.finding(i, w)) for i in items
    )
    return "\n".join(dict.fromkeys(told))


def actions(items: Iterable[Item], w: Wording) -> str:
    return "\n".join(dict.fromkeys(phrases.todo(i, w) for i in items))


def _reasons(line: RowLine, items: Sequence[Item], report: Report, w: Wording) -> str:
    told = phrases.bucket_story(line, report, w).split("\n")
    for item in items:
        told += phrases.reasons(item, w).split("\n")
    return "\n".join(part for part in dict.fromkeys(told) if part)


def _devices(line: RowLine, items: Iterable[Item], known: Mapping[str, Device], w: Wording) -> str:
    """The devices of the row, else those that may be its."""
    matched = [known[m.device] for m in line.matches if m.device in known]
    if matched:
        told = [device_of(device, w) for device in matched[:SHOWN_DEVICES]]
        rest = len(matched) - SHOWN_DEVICES
        return "\n".join([*told, w("value.more_devices", rest=rest)] if rest > 0 else told)
    maybe = {i.device.id: i.device for i in items if i.device is not None}
    return "\n".join(
        w("annotation.candidate", device=device_of(d, w)) for d in [*maybe.values()][:SHOWN_DEVICES]
    )


def device_of(device: Device, w: Wording) -> str:
    """Name and sort, then where it was seen: switch and port, network, addresses."""
    name = w("value.sort", klass=phrases.name_of(device, None, w), sort=phrases.sort_of(device, w))
    return f"{name}\n{phrases.where(where_of(device, None), w)}"


def _checks(line: RowLine, items: Iterable[Item], w: Wording) -> str:
    codes = [*(m.settling_check for m in line.matches), *(i.difference.settling_check for i in items)]
    return "\n".join(w.of("check", code) for code in dict.fromkeys(codes) if code)


def _legend(report: Report, copy: Copy, w: Wording) -> Iterator[Line]:
    counts = Counter(line.bucket for line in report.rows if line.row.file == copy.file)
    yield line_of([Text("")], ())
    yield line_of([Text(w("annotation.legend"), "bold")], ())
    for bucket in RowBucket:
        if counts[bucket]:
            name, meaning = (w.of(family, bucket.value) for family in ("row_bucket", "row_meaning"))
            told = w("annotation.count", name=name, count=counts[bucket], meaning=meaning)
            yield line_of([Text(told)], ())
    yield line_of([Text(w("annotation.total", total=counts.total()))], ())
    if copy.proposed:
        yield line_of(
            [Text(w("annotation.proposed", count=copy.proposed, sheet=w.of("sheet", "proposals")))], ()
        )
    yield line_of([Text(run_of(report, w))], ())
    for code in ("limit.silent", "limit.recorded", "page.caution"):
        yield line_of([Text(w(code))], ())


def run_of(report: Report, w: Wording) -> str:
    """Number and time of the run, and whether it came to its end."""
    told = w(
        "annotation.run", run=w.value(report.run), time=w.time(report.ended), tool=w.value(report.cover.tool)
    )
    return told if report.cover.complete else f"{told}　{w('limit.incomplete')}"


def line_of(cells: Sequence[Text], widths: Sequence[float], start: int = 0) -> Line:
    """A row as high as its longest cell. widths: of the columns, () for a line that runs over its neighbours."""
    shown = [Text(visible_lines(c.text), c.look, c.link, c.tail) for c in cells]
    lines = max((_lines_in(c.text, width) for c, width in zip(shown, widths, strict=False)), default=1)
    height = min(HIGHEST_ROW, lines * SIZE * LINE + 3)
    return Line(tuple((start + n, c) for n, c in enumerate(shown)), height, over=not widths)


@lru_cache(maxsize=1 << 14)
def _lines_in(text: str, width: float) -> int:
    """Remembered, for what is to be done stands in thousands of rows alike."""
    if 2 * len(text) < width - 2 and "\n" not in text:
        return 1
    return lines_of(text, width, SIZE)
