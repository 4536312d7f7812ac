"""What stands before the lists: cover, summary, method, limits, terms; in words, for every face alike."""

from __future__ import annotations

from dataclasses import dataclass

from reconciler.reconciliation import Kind
from reconciler.report import phrases
from reconciler.report.item import SECTIONS
from reconciler.report.model import Report
from reconciler.report.wording import Wording

ROLES = ("made", "checked", "approved", "reported")
"""Who signs: 作成, 確認 (企画管理者), 承認 (医療情報システム安全管理責任者), 報告 (経営層)."""

METHOD = ("authorised", "quiet", "asked", "identified", "matched", "unknown", "sealed", "signature")
LIMITS = ("moment", "silent", "not_covered", "recorded", "not_assurance")
TERMS = (
    "ledger", "reconcile", "unseen", "segment", "ip", "mac", "private_mac", "dhcp", "switch", "serial", "server", "service",
    "remote", "vpn", "rdp", "patch", "support", "vulnerability", "mds", "sbom",
    "byod", "access_source", "evidence", "hash", "packet",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what is said under it, with a time in UTC where it is one."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Point:
    """One of the matters of the summary: what, why it matters, and the items it stands on."""

    severity: str
    mark: str
    said: str
    why: str
    numbers: tuple[int, ...]
    section: str


def cover(report: Report, w: Wording) -> list[Fact]:
    """The lines of the cover, without those that nobody filled in; facility and scope are never missing."""
    c = report.cover
    period = (
        w("cover.period", start=w.time(c.started), end=w.time(report.ended))
        if c.started
        else w.time(report.ended)
    )
    facts = [
        ("facility", w.or_none(w.value(c.facility))),
        ("addressee", addressee(c.addressee, w)),
        ("done", period),
        ("scope", "\n".join(w.value(s) for s in c.scope) or w("value.none")),
        ("excluded", "\n".join(w.value(s) for s in c.excluded)),
        ("authorised", _authorised(report, w)),
        ("clinical_engineer", w.value(c.clinical_engineer)),
        ("contact", w.value(c.contact)),
        ("author", w.value(c.author)),
        ("edition", w("cover.edition_of", edition=w.value(c.edition), day=w.day(report.as_of))),
        ("run", w("cover.run_of", run=w.value(report.run), tool=w.value(c.tool))),
        ("previous", _previous(report, w)),
        ("account", w("cover.account_of", key=c.account) if c.account else ""),
    ]  # fmt: skip
    return [Fact(w.of("cover", code), text) for code, text in facts if text]


def _previous(report: Report, w: Wording) -> str:
    """The run that this one is compared with, so that whoever files both can tell which is which."""
    if report.since is None:
        return ""
    ended = w.time(report.since.previous_ended)
    return w("cover.previous_of", run=w.value(report.since.previous_run), day=ended)


def addressee(name: str, w: Wording) -> str:
    """With 殿, unless the name carries its own form of address."""
    if not name:
        return ""
    if name.endswith(tuple(w("cover.honorifics").split(","))):
        return w.value(name)
    return w("cover.to", name=w.value(name))


def _authorised(report: Report, w: Wording) -> str:
    c = report.cover
    if not c.authorised_by:
        return ""
    if not c.authorised_until:
        return w.value(c.authorised_by)
    return w("cover.until", name=w.value(c.authorised_by), day=w.date_of(c.authorised_until))


def points(report: Report, w: Wording) -> list[Point]:
    """The five things that matter most."""
    return [
        Point(
            concern.severity.name,
            w.of("severity", concern.severity.name),
            phrases.concern(concern, report, w),
            w.of("why", concern.code),
            concern.examples,
            report.item(concern.examples[0]).section if concern.examples else "",
        )
        for concern in report.concerns
    ]


def news(report: Report, w: Wording) -> list[str]:
    """What is new since the last run, a line each: counts by kind, then what is no longer there."""
    since = report.since
    if since is None:
        return [w("news.none")]
    lines = [
        w(
            "news.compared",
            day=w.time(since.previous_ended),
            new=sum(report.counts.new.values()),
            gone=len(since.gone),
        )
    ]
    lines += [w("news.kind", kind=w.of("kind", k.value), count=n) for k, n in report.counts.new.items() if n]
    lines += [
        w(
            "news.gone",
            kind=w.of("kind", g.kind) if w.knows("kind", g.kind) else w.value(g.kind),
            what=phrases.row_key(g.what, w),
        )
        for g in since.gone[:GONE_TOLD]
    ]
    if len(since.gone) > GONE_TOLD:
        lines.append(w("news.more", count=len(since.gone) - GONE_TOLD))
    return lines  # fmt: skip


GONE_TOLD = 20


def conservation(report: Report, w: Wording) -> list[str]:
    """Every device and every row stands in exactly one bucket: the sums, to be added up by the reader."""
    c = report.counts
    told = []
    for code, counts, family, total in (
        ("devices", c.devices, "device_bucket", c.device_total),
        ("rows", c.rows, "row_bucket", c.row_total),
    ):
        parts = w("value.plus").join(
            w("text.bucket", name=w.of(family, b.value), count=n) for b, n in counts.items()
        )
        told.append(w.of("sum", code, total=total, parts=parts))
    return told


def method(report: Report, w: Wording) -> list[str]:
    registry = report.cover.registry
    looked_up = [w("registry.used", edition=w.value(registry))] if registry else []
    return [*(w.of("method", code) for code in METHOD), *looked_up]


def limits(report: Report, w: Wording) -> list[str]:
    """What this report cannot say, fixed and of this run."""
    lines = [] if report.cover.complete else [w("limit.incomplete")]
    lines += [w.of("limit", code) for code in LIMITS]
    unexamined = [w.of("kind", k.value) for k in Kind if k not in report.examined]
    if unexamined:
        lines.append(w("limit.unexamined", kinds=w.joined(unexamined)))
    protected = report.cover.protected_by_ledger
    if protected is None:
        lines.append(w("limit.unprotected"))
    else:
        lines.append(w("limit.protected", count=protected))
    return lines


def notes(report: Report, w: Wording) -> list[str]:
    """What the run itself noted."""
    return [w.said(note) for note in report.notes]


def terms(w: Wording) -> list[Fact]:
    return [Fact(w.of("term", code), w.of("meaning", code)) for code in TERMS]


def sections(report: Report) -> list[str]:
    """The lists that the report has: those of kinds that were examined."""
    return [name for name, kinds in SECTIONS if any(k in report.examined for k in kinds)]
