"""The report's sections in the order in which they are read: the one list that every face walks.

A section is a title, a word on how to read it, and blocks: lines, facts or tables, in words but in no
face's markup. A face may show a block in a way of its own (the page searches and sorts its lists);
what it may not do is leave one out. A new section is a function here and a heading in the catalogue.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from reconciler.report import (
    appendix,
    checklist,
    corrective,
    followed,
    front,
    inquiry,
    lesson,
    overview,
    phrases,
    remote,
    tables,
    targets,
)
from reconciler.report.front import Fact
from reconciler.report.model import Report
from reconciler.report.tables import Table
from reconciler.report.wording import Wording


@dataclass(frozen=True, slots=True)
class Lines:
    """Sentences under a heading of their own ("" where they need none). numbered: they are counted 1, 2, 3."""

    heading: str
    lines: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels and what is said under each."""

    heading: str
    facts: tuple[Fact, ...]


Block: TypeAlias = Lines | Facts | Table
"""A table's heading is its code in the catalogue (table.CODE)."""


@dataclass(frozen=True, slots=True)
class Section:
    """`code` is its anchor and its sheet; `about` is how to read it, "" where nothing needs saying."""

    code: str
    title: str
    about: str
    blocks: tuple[Block, ...]


Made: TypeAlias = tuple[Block, ...]


def sections(report: Report, w: Wording, codes: Container[str] | None = None) -> tuple[Section, ...]:
    """All sections after the cover (front.cover), or those of `codes`; a section's number is always the same."""
    return tuple(
        Section(code, title_of(code, w), _about(code, w), make(report, w))
        for code, make in MAKERS.items()
        if codes is None or code in codes
    )


def title_of(code: str, w: Wording) -> str:
    """Number and heading."""
    return w("value.numbered", number=[*MAKERS].index(code) + 1, text=w.of("heading", code))


def _about(code: str, w: Wording) -> str:
    return w.of("about", code) if w.knows("about", code) else ""


def _lines(code: str, lines: list[str], w: Wording, *, numbered: bool = False) -> Lines:
    return Lines(w.of("heading", code), tuple(lines), numbered)


def _summary(report: Report, w: Wording) -> Made:
    points = [f"{p.mark}　{p.said}\n{p.why}" for p in front.points(report, w)]
    asked = [phrases.ask(ask, w) for ask in report.asks]
    lost: Made = (overview.lost(report, w),) if report.lost else ()
    decided = followed.opening(report, w)
    again = followed.listed(report, w)
    return (
        *((Lines("", tuple(decided)),) if decided else ()),
        *((again,) if again.rows else ()),
        _lines("news", front.news(report, w), w),
        _lines("points", points or [w("summary.no_points")], w, numbered=bool(points)),
        *lost,
        _lines("asks", asked, w, numbered=True),
        overview.device_counts(report, w),
        overview.row_counts(report, w),
        overview.kind_counts(report, w),
        overview.class_counts(report, w),
    )


def _method(report: Report, w: Wording) -> Made:
    read = (overview.problems(report, w), overview.mapping(report, w))
    return (
        _lines("how", front.method(report, w), w),
        overview.coverage(report, w),
        _lines("limits", front.limits(report, w), w),
        _lines("notes", front.notes(report, w) or [w("notes.none")], w),
        _lines("conservation", front.conservation(report, w), w),
        overview.ledgers(report, w),
        *(table for table in read if table.rows),
    )


def _lists(report: Report, w: Wording) -> Made:
    blocks: list[Block] = []
    for name in front.sections(report):
        listed = tables.items(report, w, name)
        blocks.append(Lines("", (w.of("intro", name),)))
        blocks.append(listed if listed.rows else Lines(w.of("list", name), (w("page.none"),)))
    return tuple(blocks)


def _inquiries(report: Report, w: Wording) -> Made:
    made = inquiry.inquiries(report)
    return (inquiry.vendors(made, w), inquiry.kept_back(made, w))


def _checklist(report: Report, w: Wording) -> Made:
    rules = Lines(w("heading.checklist_rules"), tuple(checklist.rules(w)))
    return (rules, *checklist.answers(report, w), checklist.services(report, w))


def _lesson(report: Report, w: Wording) -> Made:
    return tuple(_lines(code, lines, w) for code, lines in lesson.lesson(report, w))


MAKERS: Mapping[str, Callable[[Report, Wording], Made]] = MappingProxyType({
    "summary": _summary,
    "method": _method,
    "lists": _lists,
    "actions": lambda report, w: (corrective.actions(report, w), targets.targets(w)),
    "remote_register": lambda report, w: (remote.register(report, w),),
    "inquiries": _inquiries,
    "checklist": _checklist,
    "lesson": _lesson,
    "devices": lambda report, w: (tables.devices(report, w),),
    "rows": lambda report, w: (tables.rows(report, w),),
    "account": lambda report, w: (overview.account(report, w),),
    "appendix": lambda report, w: (appendix.inputs(report, w),),
    "terms": lambda report, w: (Facts("", tuple(front.terms(w))),),
    "evidence": lambda report, w: (appendix.evidence(report, w),),
})  # fmt: skip
"""Each section's code and who makes its blocks, in the order in which they are read."""
