"""How long a row's device may be unseen before it is said aloud: patience.toml, by class."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

_OURS = Path(__file__).with_name("patience.toml")


class PatienceError(ValueError):
    """The file cannot be used; the message names the file, the class and the next step."""


@dataclass(frozen=True, slots=True)
class Absence:
    """Runs in a row in which a row's device was looked for and not seen, and the end of the first (ISO 8601)."""

    times: int
    since: str


@dataclass(frozen=True, slots=True)
class Wait:
    scans: int
    days: int

    def is_over(self, absence: Absence, as_of: str) -> bool:
        """Both the scans and the days have come. Days are calendar days."""
        return absence.times >= self.scans and _days(absence.since, as_of) >= self.days


@dataclass(frozen=True, slots=True)
class Patience:
    """classes: class -> how long to wait; "default" for all others and for rows whose class nobody knows."""

    classes: Mapping[str, Wait]

    def of(self, kind: str) -> Wait:
        return self.classes.get(kind, self.classes["default"])


def _days(since: str, as_of: str) -> int:
    return (date.fromisoformat(as_of[:10]) - date.fromisoformat(since[:10])).days


@cache
def ours() -> Patience:
    return read_patience(_OURS)


def read_patience(path: Path) -> Patience:
    """Raises PatienceError with every problem of the file, OSError where it cannot be opened."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PatienceError(f"{path}: not TOML in UTF-8: {error}") from error
    classes, problems = {}, []
    for kind, waits in table.items():
        if not isinstance(waits, dict) or set(waits) != {"scans", "days"}:
            problems.append(f"{kind}: needs scans and days, and nothing else")
        elif not all(type(n) is int and n >= 0 for n in waits.values()):
            problems.append(f"{kind}: scans and days are whole numbers, 0 or more")
        else:
            classes[kind] = Wait(waits["scans"], waits["days"])
    if "default" not in table:
        problems.append("default is missing")
    if problems:
        raise PatienceError(f"{path}: " + "; ".join(problems) + f" (compare with {_OURS.name} as delivered)")
    return Patience(classes)
