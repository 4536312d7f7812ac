"""What `daicho decide` answers, in words: what was taken over, what stands in the way and in which cell."""

from __future__ import annotations

from collections.abc import Iterable

from reconciler.deciding import Plan, Problem
from reconciler.decisions import Decision
from reconciler.report.phrases import row_key
from reconciler.report.wording import Wording

PROBLEMS = (
    "run", "stranger", "key", "schema", "no_key", "torn", "no_column", "verdict", "date", "past", "far", "no_date",
    "no_owner", "no_partner", "partner", "partner_twice", "partner_unused", "itself", "no_device", "has_row", "no_row",
    "twice", "fates", "in_force", "no_verdict", "stays_here",
)  # fmt: skip
"""Codes of deciding.py and returned.py."""


def problem(found: Problem, w: Wording) -> str:
    values = {
        name: w.value(value) if isinstance(value, str) else value for name, value in found.values.items()
    }
    if "code" in values:
        values["column"] = w.of("column", str(values.pop("code")))
    if "at" in values:
        values["day"] = w.date_of(str(values.pop("at")))
    told = w.of("problem", found.code, **values)
    return w("decide.at", sheet=w.value(found.place.sheet), cell=found.place.cell, told=told)


def outcome(plan: Plan, remarks: Iterable[Problem], w: Wording, *, dry: bool) -> list[str]:
    """Line by line: problems first; then what is kept, or would be."""
    lines = [problem(p, w) for p in (*plan.problems, *remarks)]
    lines += [w("decide.older", run=w.value(run)) for run in plan.older]
    if plan.problems:
        return [*lines, w("decide.refused", count=len(plan.problems))]
    lines += [
        w("decide.new", where=f"{w.value(n.place.sheet)}!{n.place.cell}", told=decision(n.decision, w))
        for n in plan.new
    ]
    code = "decide.would" if dry else "decide.done"
    return [*lines, w(code, count=len(plan.new), unchanged=plan.unchanged)]


def decision(d: Decision, w: Wording) -> str:
    """One decision on one line."""
    about = [w.value(d.subject)] if d.subject else []
    about += [w.value(name) for name in (d.device, d.other) if name]
    about += [row_key(d.row, w)] if d.row else []
    parts = [w.of("verdict", d.verdict.value), w.joined(about or [w.value(d.difference)])]
    parts += [w("decide.owner", text=w.value(d.owner))] if d.owner else []
    parts += [w("decide.until", day=w.date_of(d.until))] if d.until else []
    parts += [w.value(d.note)] if d.note else []
    return w("decide.between").join(parts)


def listed(d: Decision, w: Wording, ended: str = "") -> str:
    told = w("decide.listed", id=d.number, told=decision(d, w), who=by(d.who, d.at, w))
    return w("decide.ended", told=told, ended=ended) if ended else told


def nothing(w: Wording) -> str:
    return w("decide.none")


def withdrawn(number: int, who: str, w: Wording) -> str:
    return w("decide.withdrawn", id=number, who=w.value(who))


def not_ours(name: str, w: Wording) -> str:
    return w("decide.not_ours", name=w.value(name))


def by(who: str, at: str, w: Wording) -> str:
    return w("decided_by", who=w.value(who), day=w.date_of(at))
