"""The keys of one table of a scope file, each asked for once: what is missing, of another sort or unknown is a problem.

Nothing is raised: a file that cannot be meant is refused with all that is wrong with it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time
from typing import TypeAlias, TypeVar
from zoneinfo import ZoneInfo

from agent.scope import EXAMPLE_HINT, end_of_day

T = TypeVar("T")
Table: TypeAlias = Mapping[str, object]


class Keys:
    """Reads the keys of one table, each once; `close()` names those that nobody asked for."""

    def __init__(self, table: object, where: str, problems: list[str]) -> None:
        self.where, self.problems = where, problems
        self.table: Table = table if isinstance(table, dict) else {}
        if not isinstance(table, dict):
            problems.append(f"{where} must be a table of keys; {EXAMPLE_HINT}")
        self.asked: set[str] = set()

    def get(self, key: str, kind: type[T], default: T, *, needed: bool = False) -> T:
        self.asked.add(key)
        value = self.table.get(key)
        if value is None:
            if needed:
                self.problems.append(f"{self.where}.{key} is missing; {EXAMPLE_HINT}")
            return default
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            self.problems.append(f"{self.where}.{key}: {kind.__name__} expected, {value!r} found")
            return default
        return value

    def read(self, key: str, parse: Callable[[str], T], default: T, *, needed: bool = False) -> T:
        text = self.get(key, str, "", needed=needed)
        if not text:
            return default
        try:
            return parse(text)
        except ValueError as error:
            self.problems.append(f"{self.where}.{key}: {error}")
            return default

    def strings(self, key: str) -> list[str]:
        values = self.get(key, list, [])
        good = [v for v in values if isinstance(v, str)]
        if len(good) != len(values):
            self.problems.append(f"{self.where}.{key}: a list of strings expected")
        return good

    def tables(self, key: str) -> list[object]:
        return self.get(key, list, [])

    def moment(self, key: str, zone: str, *, needed: bool = False) -> datetime | None:
        """A TOML date, a date-time, or either as a string; a bare date `until` holds to its end."""
        self.asked.add(key)
        value = self.table.get(key)
        if isinstance(value, str):
            with contextlib.suppress(ValueError):
                value = date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value)
        if isinstance(value, datetime):
            return (value if value.tzinfo else value.replace(tzinfo=ZoneInfo(zone))).astimezone(UTC)
        if isinstance(value, date):
            if key == "from":
                return datetime.combine(value, time(), ZoneInfo(zone)).astimezone(UTC)
            return end_of_day(value, zone)
        if value is not None:
            self.problems.append(f"{self.where}.{key}: a date such as 2026-12-31 expected, {value!r} found")
        elif needed:
            self.problems.append(f"{self.where}.{key} is missing: say until when sending is authorised")
        return None

    def close(self) -> None:
        for key in sorted(set(self.table) - self.asked):
            self.problems.append(f"{self.where}.{key} is not a key of a scope file; {EXAMPLE_HINT}")
