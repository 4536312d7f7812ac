"""How a regular run ended, as a small document beside it; and what many of them say together. Pure values.

Kept apart from findings.json so that `daicho status` need not read years of evidence, and so that a run
that failed before it had findings is remembered too.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta

SCHEMA = "daicho.outcome/1"


class OutcomeError(ValueError):
    """The text is no outcome document."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One network: whether it was looked at, how many addresses it has, how many answered."""

    name: str
    looked: bool
    addresses: int
    answered: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """folder: the run's, by name.  started, ended: UTC, ISO 8601.  exit: the command's code.  trouble: why it failed,
    an English sentence, or "".  kinds, new: how many findings of each kind.  devices, rows: how many."""

    folder: str
    started: str
    ended: str
    exit: int
    complete: bool
    trouble: str = ""
    devices: int = 0
    rows: int = 0
    overdue: int = 0
    kinds: Mapping[str, int] = field(default_factory=dict)
    new: Mapping[str, int] = field(default_factory=dict)
    segments: tuple[Segment, ...] = ()


def to_text(outcome: Outcome) -> str:
    return json.dumps({"schema": SCHEMA, **asdict(outcome)}, ensure_ascii=False, indent=2) + "\n"


def from_text(text: str) -> Outcome:
    """Raises OutcomeError where it is another document."""
    try:
        table = json.loads(text)
        if not isinstance(table, dict) or table.pop("schema", "") != SCHEMA:
            raise OutcomeError(f"not {SCHEMA}")
        segments = tuple(Segment(**one) for one in table.pop("segments"))
        return Outcome(**table, segments=segments)
    except (json.JSONDecodeError, TypeError, KeyError) as error:
        raise OutcomeError(f"not {SCHEMA}: {error}") from error


def last(outcomes: Sequence[Outcome], *, whole: bool = False) -> Outcome | None:
    """The latest outcome; with `whole`, the latest of a run that came to its end."""
    fit = [o for o in outcomes if not whole or (o.complete and not o.trouble)]
    return max(fit, key=lambda o: (o.ended, o.folder), default=None)


def age(outcome: Outcome, now: datetime) -> timedelta:
    return now - datetime.fromisoformat(outcome.ended).astimezone(UTC)


def metrics(outcomes: Sequence[Outcome], now: datetime) -> str:
    """The Prometheus text format, version 0.0.4: times in seconds since 1970, counts as they are."""
    latest, success = last(outcomes), last(outcomes, whole=True)
    lines: list[str] = []

    def gauge(name: str, what: str, values: Sequence[tuple[str, float]]) -> None:
        if values:
            lines.extend((f"# HELP daicho_{name} {what}", f"# TYPE daicho_{name} gauge"))
            lines.extend(f"daicho_{name}{labels} {value:.17g}" for labels, value in values)

    gauge("written_timestamp_seconds", "When this file was written.", [("", now.timestamp())])
    gauge("runs", "Runs that are kept.", [("", len(outcomes))])
    if latest is not None:
        gauge("last_run_timestamp_seconds", "When the last run ended.", [("", _seconds(latest.ended))])
        gauge("last_run_exit_code", "How the last run ended (0, 1: it came to an end).", [("", latest.exit)])
    if success is not None:
        gauge(
            "last_success_timestamp_seconds",
            "When a run last came to its end.",
            [("", _seconds(success.ended))],
        )
        gauge("devices", "Devices of that run.", [("", success.devices)])
        gauge("ledger_rows", "Ledger rows of that run.", [("", success.rows)])
        gauge(
            "findings",
            "Findings of that run.",
            [(_label(kind=k), n) for k, n in sorted(success.kinds.items())],
        )
        gauge("findings_new", "Findings that the run before had not.",
              [(_label(kind=k), n) for k, n in sorted(success.new.items())])  # fmt: skip
        gauge("overdue", "Decisions whose day has passed, not done.", [("", success.overdue)])
        gauge("segment_looked", "1 where silence means something there.",
              [(_label(segment=s.name), int(s.looked)) for s in success.segments])  # fmt: skip
        gauge("segment_answered", "Addresses that answered.",
              [(_label(segment=s.name), s.answered) for s in success.segments])  # fmt: skip
    return "".join(f"{line}\n" for line in lines)


def _seconds(time: str) -> float:
    return datetime.fromisoformat(time).timestamp()


def _label(**named: str) -> str:
    def quoted(text: str) -> str:
        return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")

    return "{" + ",".join(f'{name}="{quoted(text)}"' for name, text in named.items()) + "}"


def to_remove(outcomes: Mapping[str, Outcome], now: datetime, runs: int, days: int) -> tuple[str, ...]:
    """Folders of whole runs that are neither among the latest `runs` nor younger than `days`, oldest first.

    What is not whole stays: it may be gone on with, or a person wants to know why.
    """
    whole = sorted((name for name, o in outcomes.items() if o.complete and not o.trouble),
                   key=lambda name: (outcomes[name].ended, name))  # fmt: skip
    old = whole[: max(0, len(whole) - runs)]
    return tuple(name for name in old if age(outcomes[name], now) > timedelta(days=days))
