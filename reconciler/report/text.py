"""The summary for a terminal: about ten lines, plain characters, nothing that could drive the screen."""

from __future__ import annotations

from reconciler.report import followed, phrases
from reconciler.report.model import Report
from reconciler.report.visible import visible
from reconciler.report.wording import Language, Wording

CONCERNS_TOLD = 3


def summary(report: Report, lang: Language = "ja") -> str:
    """The report in about ten lines, a line break at the end of each."""
    w = phrases.wording(report, lang)
    counts = report.counts
    lines = [
        w("text.head", facility=w.or_none(w.value(report.cover.facility)), time=w.time(report.ended)),
        w("text.devices", total=counts.device_total, told=_told(w, "device_bucket", counts.devices)),
        w("text.rows", total=counts.row_total, told=_told(w, "row_bucket", counts.rows)),
        *followed.opening(report, w),
        w("text.items", total=len(report.items), news=news(report, w)),
        w("text.coverage", looked=sum(c.looked for c in report.coverage), total=len(report.coverage)),
        *(w("text.concern", said=phrases.concern(c, report, w)) for c in report.concerns[:CONCERNS_TOLD]),
        w("text.sent", packets=counts.packets, bytes=counts.bytes),
        w("text.caution"),
    ]
    if not report.cover.complete:
        lines.insert(1, w("text.incomplete"))
    return "".join(f"{visible(line)}\n" for line in lines)


def news(report: Report, w: Wording) -> str:
    """How this run compares with the one before, in a few words."""
    if report.since is None:
        return w("news.first")
    return w(
        "news.since",
        day=w.time(report.since.previous_ended),
        new=sum(report.counts.new.values()),
        gone=len(report.since.gone),
    )


def _told(w: Wording, family: str, counts: object) -> str:
    assert isinstance(counts, dict)
    told = [w("text.bucket", name=w.of(family, bucket.value), count=n) for bucket, n in counts.items() if n]
    return w.joined(told) or w("value.dash")
