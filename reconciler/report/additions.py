"""The sheet 「台帳追加候補」: rows for unregistered devices in the hospital's own columns, ready to be pasted.

A row stands in the very columns (letters) of the table that it is meant for, so that it can be copied as a whole.
Behind an empty column stands what is not meant for the ledger: which device it is, where, and why we think so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from agent.device import ATTRIBUTES, Tier
from reconciler.blank_rows import Form
from reconciler.ledger.added import AddedSheet, Line, Place, Text
from reconciler.ledger.sheets import ADDED
from reconciler.proposals import Block, Proposal
from reconciler.reconciliation import Kind
from reconciler.report import phrases
from reconciler.report.annotation import Copy, device_of, line_of, run_of
from reconciler.report.item import Item
from reconciler.report.model import Report
from reconciler.report.wording import Wording

REASONS = (("device", 34), ("reasons", 48), ("action", 36))
WIDTH = 18
"""Of the hospital's columns, in characters."""


def additions(blocks: Sequence[Block], report: Report, copy: Copy, w: Wording) -> AddedSheet:
    """blocks: those of one ledger, at least one."""
    beside = max(block.form.columns[-1].index for block in blocks) + 2
    widths = (*([float(WIDTH)] * (beside - 1)), 3.0, *(float(width) for _, width in REASONS))
    return AddedSheet(w.of("sheet", "proposals"), widths, _lines(blocks, report, copy, beside, w), frozen=3)


def _lines(blocks: Sequence[Block], report: Report, copy: Copy, beside: int, w: Wording) -> Iterator[Line]:
    unregistered = {i.device.id: i for i in report.items if i.kind is Kind.UNREGISTERED and i.device}
    yield line_of([Text(w.of("sheet", "proposals"), "title", tail=f"　〔{ADDED}〕")], ())
    yield line_of([Text(w("additions.about"))], ())
    yield line_of([Text(run_of(report, w))], ())
    for block in blocks:
        yield line_of([Text("")], ())
        yield line_of([_of_form(block.form, copy, w)], ())
        yield _line(_headings(block.form, w), [Text(w.of("column", c), "bold") for c, _ in REASONS], beside)
        for proposal in block.proposals:
            cells = {at: Text(text) for at, text in proposal.values.items()}
            yield _line(cells, _beside(proposal, unregistered.get(proposal.device.id), w), beside)


def _line(cells: Mapping[int, Text], beside: Sequence[Text], at: int) -> Line:
    mine = [line_of([cell], (WIDTH,), start=n) for n, cell in sorted(cells.items())]
    theirs = line_of(beside, [width for _, width in REASONS], start=at)
    together = tuple(cell for line in (*mine, theirs) for cell in line.cells)
    return replace(theirs, cells=together, height=max(line.height for line in (*mine, theirs)))


def _of_form(form: Form, copy: Copy, w: Wording) -> Text:
    if form.ours:
        return Text(w("additions.own"), "bold")
    row = form.header_rows[0]
    place = Place(copy.name(form.sheet), f"A{row}")
    spot = phrases.place_of(f"{copy.name(form.sheet)}!{row}", w)
    return Text(w("additions.form", row=spot), "link", place)


def _headings(form: Form, w: Wording) -> dict[int, Text]:
    return {
        c.index: Text(w.value(c.heading) or w.joined(w.of("field", f) for f in c.fields), "bold")
        for c in form.columns
    }


def _beside(proposal: Proposal, item: Item | None, w: Wording) -> list[Text]:
    device = proposal.device
    told = phrases.reasons(item, w).split("\n") if item else []
    known = ((a, device.best(a)) for a in ATTRIBUTES if (device.tier(a) or Tier.WEAK) > Tier.WEAK)
    told += [
        phrases.claim(next(c for c in device.claims if (c.attribute, c.value) == said), w)
        for said in known
        if said[1]
    ]
    if proposal.hints:
        hints = (
            w("additions.hint", field=w.of("field", a), value=_worded(a, device.best(a), w))
            for a in proposal.hints
        )
        told.append(w("additions.hints", hints=w.joined(hints)))
    action = phrases.action(item, w) if item else w.of("do", Kind.UNREGISTERED.value)
    return [Text(device_of(device, w)), Text("\n".join(dict.fromkeys(told))), Text(action)]


def _worded(attribute: str, value: str, w: Wording) -> str:
    return w.of("class", value) if attribute == "class" else w.value(value)
