"""What is told of a run to those who do not look at it: new findings, once each; or that there were none for a while.

Pure: a Report and what was told before give the text and what is told now. A finding that went away and came
back is told again.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from reconciler.report import phrases
from reconciler.report.model import Report
from reconciler.report.visible import visible
from reconciler.report.wording import Language, words

MOST_LINES = 20


@dataclass(frozen=True, slots=True)
class Notice:
    """title: one line.  text: lines.  told: ids of all findings that count as told once this has reached somebody."""

    title: str
    text: str
    told: frozenset[str]


def of_new(report: Report, told: Collection[str], folder: str, lang: Language) -> Notice | None:
    """The findings that were not told yet, gravest first; None where there are none."""
    known = frozenset(told)
    fresh = [item for item in report.items if item.difference.id not in known]
    if not fresh:
        return None
    w = phrases.wording(report, lang)
    facility = w.or_none(w.value(report.cover.facility))
    lines = [
        w(
            "notice.line",
            number=item.number,
            severity=w.of("severity", item.severity.name),
            kind=w.of("kind", item.kind.value),
            subject=phrases.subject(item, w),
            where=phrases.where(item.where, w),
        )
        for item in fresh[:MOST_LINES]
    ]
    if len(fresh) > MOST_LINES:
        lines.append(w("notice.more", count=len(fresh) - MOST_LINES))
    lines += ["", w("notice.report", folder=w.value(folder)), w("text.caution")]
    return Notice(
        _line(w("notice.new", facility=facility, count=len(fresh))),
        "".join(f"{_line(line)}\n" for line in lines),
        frozenset(item.difference.id for item in report.items),
    )


def of_quiet(report: Report, days: int, folder: str, lang: Language) -> Notice:
    """That nothing new was found for so many days, and that the runs were made all the same."""
    w = phrases.wording(report, lang)
    text = [
        w("notice.open", count=len(report.items)),
        w("text.coverage", looked=sum(c.looked for c in report.coverage), total=len(report.coverage)),
        w("notice.report", folder=w.value(folder)),
        w("text.caution"),
    ]
    return Notice(
        _line(w("notice.quiet", facility=w.or_none(w.value(report.cover.facility)), count=days)),
        "".join(f"{_line(line)}\n" for line in text),
        frozenset(item.difference.id for item in report.items),
    )


def of_trouble(why: str, lang: Language) -> Notice:
    """That a run failed, and why."""
    w = words(lang)
    return Notice(_line(w("notice.trouble")), f"{_line(w.said(why))}\n", frozenset())


def _line(text: str) -> str:
    return visible(text)
