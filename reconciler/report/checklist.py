"""The correspondence with the ministry's checklist and 確認表: what this run shows of each item, and a suggestion.

A suggestion is いいえ or 要確認 and nothing else. はい is a statement of the hospital's, which a scan cannot
make for it: the column for the answer is left empty for a person to fill in.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from types import MappingProxyType

from reconciler.advice.checklist import Paper, Question, papers, questions
from reconciler.reconciliation import Kind
from reconciler.report.inquiry import inquiries
from reconciler.report.item import Item, fiscal_year_end
from reconciler.report.model import Report
from reconciler.report.remote import OUT_OF_USE, says_so
from reconciler.report.tables import Cell, Refs, Row, Table, table
from reconciler.report.wording import Wording


class Suggestion(Enum):
    """What a run may propose. There is no yes among them."""

    NO = "no"
    CHECK = "check"


COLUMNS = (
    ("item", 10), ("asked_for", 34), ("shown", 40), ("items", 10), ("suggestion", 10), ("answer_entry", 10),
    ("first_checked", 12), ("due", 12), ("done", 12),
)  # fmt: skip
ENTRIES = frozenset({"answer_entry", "first_checked", "done", "needed_entry"})
"""Left empty: only a person writes here."""
MOST_REFS = 20
RULES = ("person", "suggestion", "due", "source")


def rules(w: Wording) -> list[str]:
    """How to read the tables, then each paper with where its words were read."""
    told = [
        (paper.title if w.language == "ja" else f"{paper.english} ({paper.title})", paper)
        for paper in papers()
    ]
    sources = [w("checklist.source", title=title, source=paper.source) for title, paper in told]
    return [*(w.of("checklist_rule", code) for code in RULES), *sources]


def answers(report: Report, w: Wording) -> tuple[Table, ...]:
    """One table a paper."""
    figures = {code: tell(report, w) for code, tell in FIGURES.items()}
    return tuple(_paper(paper, report, figures, w) for paper in papers())


def _paper(paper: Paper, report: Report, figures: Mapping[str, str], w: Wording) -> Table:
    asked = [q for q in questions() if q.paper == paper.code]
    return table(f"answers_{paper.code}", COLUMNS, (_row(q, report, figures, w) for q in asked))


def suggestion(question: Question, report: Report) -> Suggestion:
    """いいえ where a difference says so; in every other case a person must look."""
    found = any(question.says_no(item.difference) for item in report.items)
    return Suggestion.NO if found else Suggestion.CHECK


def _row(question: Question, report: Report, figures: Mapping[str, str], w: Wording) -> Row:
    bearing = [i for i in report.items if question.concerns(i.difference)]
    suggested = suggestion(question, report)
    due: Cell = ""
    if suggested is Suggestion.NO:
        deciding = [i.due for i in bearing if question.says_no(i.difference)]
        due = min(max(deciding), fiscal_year_end(report.as_of))
    return Row(
        (
            w("checklist.inferred", number=question.number) if question.inferred else question.number,
            _asked(question, w),
            "\n".join(_shown(question, bearing, report, figures, w)),
            Refs(tuple(i.number for i in bearing[:MOST_REFS])),
            w.of("suggestion", suggested.value),
            "",
            "",
            due,
            "",
        )
    )


def _asked(question: Question, w: Wording) -> str:
    """The paper's words; where the source has but the title, that is said. In English with a translation of ours."""
    told = question.wording if w.language == "ja" else f"{question.english}\n{question.wording}"
    return w("checklist.short", text=told) if question.short else told


def _shown(
    question: Question, bearing: Iterable[Item], report: Report, figures: Mapping[str, str], w: Wording
) -> list[str]:
    lines = [] if question.seen else [w("checklist.unseen")]
    lines += [figures[code] for code in question.figures]
    counts = Counter(item.kind for item in bearing)
    lines += [
        w("checklist.kind", kind=w.of("kind", kind.value), count=counts[kind])
        for kind in Kind
        if counts[kind]
    ]
    looked_for = question.no | question.bears
    unexamined = [w.of("kind", k.value) for k in Kind if k in looked_for and k not in report.examined]
    if unexamined:
        lines.append(w("checklist.unexamined", kinds=w.joined(unexamined)))
    if looked_for and not counts:
        lines.append(w("checklist.none"))
    return lines


# -- figures ------------------------------------------------------------------------------------


def _scope(report: Report, w: Wording) -> str:
    return w("figure.scope", count=report.counts.device_total, places=len(report.coverage))


def _addressee(report: Report, w: Wording) -> str:
    return w("figure.addressee", name=w.or_none(w.value(report.cover.addressee)))


def _buckets(report: Report, w: Wording) -> str:
    devices, rows = report.counts.devices, report.counts.rows
    matched, loose = (
        next(n for b, n in devices.items() if b.value == name) for name in ("MATCHED", "UNREGISTERED")
    )
    used = sum(n for b, n in rows.items() if b.value not in ("SKIPPED", "RESERVED", "GONE_AS_RECORDED"))
    return w("figure.buckets", devices=report.counts.device_total, matched=matched, loose=loose, rows=used)


def _coverage(report: Report, w: Wording) -> str:
    return w("figure.coverage", looked=sum(c.looked for c in report.coverage), places=len(report.coverage))


def _remote(report: Report, w: Wording) -> str:
    seen = sum(1 for line in report.devices if line.device.remote_maintenance)
    told = sum(1 for line in report.rows if line.bucket not in OUT_OF_USE and says_so(line.asset))
    return w("figure.remote", seen=seen, told=told)


def _inquiries(report: Report, w: Wording) -> str:
    made = inquiries(report)
    return w(
        "figure.inquiries", vendors=len(made.letters), devices=sum(len(x.subjects) for x in made.letters)
    )


def _versions(report: Report, w: Wording) -> str:
    """Of servers, storage and network gear: of how many a version was told."""
    core = [
        line.device
        for line in report.devices
        if line.device.best("class") in ("server", "storage", "network")
    ]
    return w("figure.versions", known=sum(1 for d in core if d.best("version")), devices=len(core))


def _services(report: Report, w: Wording) -> str:
    offering = [line for line in report.devices if line.device.services]
    kinds = {(s.transport, s.port, s.protocol) for line in offering for s in line.device.services}
    return w("figure.services", devices=len(offering), kinds=len(kinds))


DOORS = frozenset({"http", "https", "ssh", "telnet", "rdp", "vnc", "snmp", "winrm"})
"""Protocols by which a device is managed: that they answer from here says that nothing in between refuses it."""


def _doors(report: Report, w: Wording) -> str:
    network = [line.device for line in report.devices if line.device.best("class") == "network"]
    reached = sum(1 for d in network if any(s.protocol in DOORS for s in d.services))
    return w("figure.doors", devices=len(network), reached=reached)


def _medical(report: Report, w: Wording) -> str:
    return w("figure.medical", count=sum(report.counts.classes.get("medical", {}).values()))


def _storage(report: Report, w: Wording) -> str:
    return w("figure.storage", count=sum(report.counts.classes.get("storage", {}).values()))


def _lesson(report: Report, w: Wording) -> str:
    return w("figure.lesson")


FIGURES: Mapping[str, Callable[[Report, Wording], str]] = MappingProxyType({
    "scope": _scope, "addressee": _addressee, "buckets": _buckets, "coverage": _coverage, "remote": _remote,
    "inquiries": _inquiries, "versions": _versions, "services": _services, "doors": _doors, "medical": _medical,
    "storage": _storage, "lesson": _lesson,
})  # fmt: skip


SERVICE_COLUMNS = (("protocol", 16), ("port", 12), ("count", 10), ("classes", 40), ("needed_entry", 20))


def services(report: Report, w: Wording) -> Table:
    """Which services answered, on how many devices of which classes: whether they are needed, people say."""
    found: dict[tuple[str, str, int], Counter[str]] = defaultdict(Counter)
    for line in report.devices:
        for offered in {(s.protocol, s.transport, s.port) for s in line.device.services}:
            found[offered][line.device.best("class") or "unknown"] += 1
    rows = []
    for (protocol, transport, port), classes in sorted(found.items(), key=lambda x: (-x[1].total(), x[0])):
        told = w.joined(
            w("services.of_class", klass=w.of("class", c), count=n) for c, n in classes.most_common()
        )
        where = w.value(f"{transport}/{port}") if port else w("story.no_port")
        rows.append(Row((w.or_none(w.value(protocol)), where, classes.total(), told, "")))
    return table("services", SERVICE_COLUMNS, rows)
