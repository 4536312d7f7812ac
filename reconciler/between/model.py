"""The difference between two runs or two ledgers as values, and its JSON face `daicho.comparison/1`.

Missing is not different: what is known of a device in one run only is told as knowledge, not as a change of the
device; what the later run did not look at has not gone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

SCHEMA = "daicho.comparison/1"


class What(StrEnum):
    """CAME, WENT.  FIRST_LOOKED: there now, where the earlier run did not look.  NOT_LOOKED: there before, where the
    later one did not look.  CHANGED: some field differs.  KNOWN: the same, but one side knows more of it.
    NOT_SETTLED: the same place, and nothing tells whether it is the same device."""

    CAME = "CAME"
    FIRST_LOOKED = "FIRST_LOOKED"
    WENT = "WENT"
    NOT_LOOKED = "NOT_LOOKED"
    CHANGED = "CHANGED"
    KNOWN = "KNOWN"
    NOT_SETTLED = "NOT_SETTLED"


@dataclass(frozen=True, slots=True)
class Change:
    """One field. Values are sorted where a field has several; none is not known, or an empty cell."""

    field: str
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Both sides say something, and not the same."""
        return bool(self.before and self.after)


@dataclass(frozen=True, slots=True)
class Who:
    """A device or a row. id: the device's id, or where the row stands.  where: its addresses, or its place."""

    id: str
    name: str
    site: str
    where: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """before, after: None on the side where it is not.  known_by: what told that both are the same (id, serial, mac,
    tag, ...), "" where they are not one pair."""

    what: What
    before: Who | None
    after: Who | None
    known_by: str = ""
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """A run or a ledger. name: the run's id or the file's name.  ended: "" for a ledger.  count: devices or rows."""

    name: str
    ended: str
    complete: bool
    count: int


@dataclass(frozen=True, slots=True)
class Between:
    """same: pairs without a difference.  same_place: places that answer as before, where nothing tells the device.
    columns_came, columns_went: fields that only one of two ledgers has a column for; no row is told of them."""

    of: Literal["runs", "ledgers"]
    before: Side
    after: Side
    entries: tuple[Entry, ...]
    same: int
    same_place: int = 0
    columns_came: tuple[str, ...] = ()
    columns_went: tuple[str, ...] = ()

    @property
    def differs(self) -> bool:
        return bool(self.entries or self.columns_came or self.columns_went)


def changes(fields: Iterable[tuple[str, tuple[str, ...], tuple[str, ...]]]) -> tuple[Change, ...]:
    return tuple(Change(field, before, after) for field, before, after in fields if before != after)


def in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """By what happened, then as the two sides have them."""
    rank = {what: n for n, what in enumerate(What)}

    def key(entry: Entry) -> tuple[int, str, str]:
        after, before = (who.id if who else "" for who in (entry.after, entry.before))
        return rank[entry.what], after, before

    return tuple(sorted(entries, key=key))
