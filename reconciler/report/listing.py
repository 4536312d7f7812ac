"""The page's lists as markup: every cell escaped here, once, and put together from parts.

An entry is its cells and what is told on demand. Beyond the first FIRST entries of a list the parts
go into a data block instead, each text once, and the page's script puts them together as they are
read: a hospital of 10,000 devices stays a file that opens at once.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from typing import TypeVar
from zlib import compress

from reconciler.ledger.asset import Asset
from reconciler.reconciliation import Severity
from reconciler.report import phrases
from reconciler.report.item import Item
from reconciler.report.lines import DeviceLine, RowLine
from reconciler.report.model import Report
from reconciler.report.tables import Cell, Refs, Row, Table, When, devices, items, rows
from reconciler.report.visible import visible, visible_lines
from reconciler.report.wording import Wording

FIRST = 100
"""Entries of a list that stand in the page itself, and are shown at a time: a small hospital's report is
whole without script, and a large one's opens in under two seconds."""

ITEM_GROUPS = (
    ("number", "severity", "new"), ("subject",), ("finding",), ("where",), ("reasons",), ("action",), ("since", "due"),
)  # fmt: skip
"""Columns of the lists of differences that share one on the page."""
ACTION_GROUPS = (
    ("number", "list"), ("subject",), ("where",), ("finding",), ("reasons",), ("risk", "measure"),
    ("charge", "vendor_answer"), ("target", "finished", "seal"), ("residual",),
)  # fmt: skip

DEVICE_SHORT = ("device", "bucket", "class", "made", "ip", "place", "row", "items")
DEVICE_REST = ("os", "serial", "mac", "tag", "last_seen")
ROW_SHORT = ("row", "bucket", "name", "made", "place", "device", "story", "items")
ROW_REST = ("tag", "serial", "ip", "mac", "user", "state")
LEAD = frozenset({"subject", "device", "row"})
"""Columns that name their row, for readers that hear the page; the first of a list counts."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a list. cells and more are markup, in parts; `more` is empty where nothing is on demand."""

    row: Row
    cells: tuple[tuple[str, ...], ...]
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """name: which count it belongs to.  code: its table's.  heads: codes of columns, grouped.  lead: the
    column that names the row."""

    name: str
    code: str
    heads: tuple[tuple[str, ...], ...]
    lead: int
    entries: tuple[Entry, ...]


def listing(name: str, table: Table, w: Wording, groups: Sequence[Sequence[str]] = ()) -> Listing:
    """A table as a list; `groups` says which columns stand together, else each stands alone."""
    codes = [c.code for c in table.columns]
    heads = tuple(tuple(g) for g in groups) or tuple((code,) for code in codes)
    places = [[codes.index(code) for code in head] for head in heads]
    entries = tuple(
        Entry(row, tuple(_together([row.cells[n] for n in at], [codes[n] for n in at], w) for at in places))
        for row in table.rows
    )
    return Listing(name, table.code, heads, _lead(heads), entries)


def item_listing(report: Report, section: str, w: Wording) -> Listing:
    """One list of differences, with the evidence of each on demand."""
    plain = listing("items", items(report, w, section), w, ITEM_GROUPS)
    chosen = [i for i in report.items if i.section == section]
    entries = (
        replace(entry, more=tuple(_more((), _item_more(item, w), w)))
        for entry, item in zip(plain.entries, chosen, strict=True)
    )
    return replace(plain, entries=tuple(entries))


def _item_more(item: Item, w: Wording) -> Iterable[Story]:
    if item.device is not None:
        yield w("story.claims"), dict.fromkeys(phrases.claim(c, w) for c in item.device.claims)
        yield w("story.services"), (phrases.service(s, w) for s in item.device.services)
    if item.asset is not None:
        yield w("story.raw"), _written(item.asset, w)


def device_listing(report: Report, w: Wording) -> Listing:
    return _with_more(
        "devices", report.devices, devices(report, w), DEVICE_SHORT, DEVICE_REST, w, _device_more
    )


def row_listing(report: Report, w: Wording) -> Listing:
    return _with_more("rows", report.rows, rows(report, w), ROW_SHORT, ROW_REST, w, _row_more)


Line = TypeVar("Line", DeviceLine, RowLine)
Story = tuple[str, Iterable[str]]
"""A heading and its lines."""


def _with_more(
    name: str,
    lines: Sequence[Line],
    table: Table,
    short: Sequence[str],
    rest: Sequence[str],
    w: Wording,
    stories: Callable[[Line, Wording], Iterable[Story]],
) -> Listing:
    """A list whose rows show the short columns, and the rest with its stories on demand."""
    codes = [c.code for c in table.columns]
    shown, hidden = [codes.index(c) for c in short], [codes.index(c) for c in rest]
    entries = []
    for line, row in zip(lines, table.rows, strict=True):
        facts = [(w.of("column", codes[n]), row.cells[n]) for n in hidden if row.cells[n] != ""]
        cells = tuple(_together([row.cells[n]], [codes[n]], w) for n in shown)
        entries.append(Entry(row, cells, tuple(_more(facts, stories(line, w), w))))
    heads = tuple((code,) for code in short)
    return Listing(name, table.code, heads, _lead(heads), tuple(entries))


def _lead(heads: Sequence[Sequence[str]]) -> int:
    return next((n for n, head in enumerate(heads) if head[0] in LEAD), 0)


def _more(facts: Sequence[tuple[str, Cell]], stories: Iterable[Story], w: Wording) -> Iterable[str]:
    if facts:
        yield '<dl class="facts">'
        for label, cell in facts:
            yield f"<div><dt>{escape(label)}</dt><dd>{markup(cell, w)}</dd></div>"
        yield "</dl>"
    for heading, lines in stories:
        told = [f"<li>{markup(line, w)}</li>" for line in lines]
        if told:
            yield f'<p class="story">{escape(heading)}</p><ul>'
            yield from told
            yield "</ul>"


def _device_more(line: DeviceLine, w: Wording) -> Iterable[Story]:
    d = line.device
    yield w("story.match"), phrases.device_story(line, w)
    yield (
        w("story.claims"),
        dict.fromkeys(phrases.claim(c, w) for c in d.claims),
    )  # several rules may read the same
    if d.conflicts:
        fields = w.joined(w.of("field", c) for c in d.conflicts)
        yield w("story.conflicts"), (w("story.conflict", fields=fields),)
    yield w("story.names"), (w.value(n) for n in d.hostnames)
    yield w("story.services"), (phrases.service(s, w) for s in d.services)
    yield w("story.remote"), (w.of("remote", r) for r in d.remote_maintenance)


def _row_more(line: RowLine, w: Wording) -> Iterable[Story]:
    a = line.asset
    if a is None:
        return
    doubts = (
        w("story.doubt", field=w.of("field", f), why=w.said(why)) for f, why in sorted(a.doubts.items())
    )
    yield w("story.doubts"), doubts
    yield w("story.raw"), _written(a, w)


def _written(asset: Asset, w: Wording) -> Iterable[str]:
    """The cells of a row as the hospital wrote them."""
    return (
        w("story.cell", field=w.of("field", f), text=w.value(t)) for f, t in sorted(asset.raw.items()) if t
    )


# -- markup -------------------------------------------------------------------------------------


def markup(cell: Cell, w: Wording) -> str:
    """A cell as markup, escaped. Lines of text are isolated, so that none turns its neighbour's direction."""
    match cell:
        case Severity():
            return f'<span class="sev {cell.name.lower()}">{escape(w.of("severity", cell.name))}</span>'
        case When():
            told = w.date_of(cell.iso) if cell.day_only else w.time(cell.iso)
            return f'<time datetime="{escape(visible_lines(cell.iso))}">{escape(visible_lines(told))}</time>'
        case Refs():
            return " ".join(f'<a href="#item-{n}">{n}</a>' for n in cell.numbers)
        case date():
            return f'<time datetime="{cell}">{escape(w.day(cell))}</time>'
        case int():
            return f"{cell:,}"
        case _:
            return "<br>".join(_isolated(line) for line in visible_lines(cell).split("\n"))


_TURNING = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""Letters and digits that are written from right to left (Unicode's blocks of such scripts, UAX #9)."""


def _isolated(line: str) -> str:
    escaped = escape(line)
    return f"<bdi>{escaped}</bdi>" if _TURNING.search(line) else escaped


def _together(cells: Sequence[Cell], codes: Sequence[str], w: Wording) -> tuple[str, ...]:
    """The parts of one cell of the page."""
    if len(cells) == 1:
        told = markup(cells[0], w)
        return (_named(told) if codes[0] in LEAD else told,)
    return tuple(f'<div class="c-{c}">{markup(x, w)}</div>' for c, x in zip(codes, cells, strict=True))


def _named(told: str) -> str:
    """The first line of a cell that names its row, which stands out."""
    first, broken, rest = told.partition("<br>")
    return f"<b>{first}</b>{broken}{rest}" if broken else told


def data_block(listings: Sequence[Listing]) -> str:
    """What the page itself has no room for, packed (zlib, RFC 1950, in Base64); "" where it has room for all.

    Unpacked it is {"parts": [markup], "marks": [mark], "lists": {number: [entry]}}. An entry is
    [anchor, mark, [cells], [more]] with numbers of parts (a list of them where a cell has several) and of its
    mark, which is what it is filtered by: [kinds, class, severity, new, network].
    """
    late = {n: one.entries[FIRST:] for n, one in enumerate(listings) if len(one.entries) > FIRST}
    cells = Counter(cell for entries in late.values() for e in entries for cell in e.cells)
    whole = {cell: ("".join(cell),) for cell, times in cells.items() if len(cell) > 1 and times > SHARED}
    often: Counter[str] = Counter()
    for entries in late.values():
        for e in entries:
            often.update(part for cell in e.cells for part in whole.get(cell, cell))
            often.update(e.more)
    parts = [part for part, _ in often.most_common()]
    number = {part: n for n, part in enumerate(parts)}
    marks: dict[tuple[str, str, str, int, str], int] = {}

    def numbered(e: Entry) -> list[object]:
        told = [[number[p] for p in whole.get(cell, cell)] for cell in e.cells]
        mark = marks.setdefault(_mark(e.row), len(marks))
        return [e.row.anchor, mark, [c[0] if len(c) == 1 else c for c in told], [number[p] for p in e.more]]

    lists = {str(n): [numbered(e) for e in late[n]] for n in late}
    block = {"parts": parts, "marks": [*marks], "lists": lists}
    text = json.dumps(block, ensure_ascii=False, separators=(",", ":"))
    return b64encode(compress(text.encode(), 9)).decode() if lists else ""


SHARED = 8
"""A cell of several parts that occurs more often than this is one part itself."""


def _mark(row: Row) -> tuple[str, str, str, int, str]:
    severity = row.severity.name if row.severity else ""
    return " ".join(row.kinds), row.klass, severity, int(row.new), visible(row.segment)
