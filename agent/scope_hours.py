"""When sending is allowed, as a scope file says it: windows of days and hours, and days on which nothing is sent."""

from __future__ import annotations

import re
from datetime import date, time

from agent.scope import DAYS, Hours, Window, zone_exists
from agent.scope_keys import Keys


def read_hours(table: object, problems: list[str]) -> Hours:
    keys = Keys(table, "hours", problems)
    zone = keys.get("zone", str, "Asia/Tokyo")
    if not zone_exists(zone):
        problems.append(f"hours.zone: {zone!r} is no time zone of this machine; Asia/Tokyo for Japan")
        zone = "UTC"
    windows = []
    for text in keys.strings("allow"):
        try:
            windows.append(parse_window(text))
        except ValueError as error:
            problems.append(f"hours.allow: {error}")
    blackout = []
    for text in keys.strings("blackout"):
        try:
            first, _, last = text.partition("..")
            blackout.append((date.fromisoformat(first), date.fromisoformat(last or first)))
        except ValueError:
            problems.append(f"hours.blackout: {text!r}: a date, or 2026-12-29..2027-01-03")
    keys.close()
    return Hours(zone, tuple(windows), tuple(blackout))


def parse_window(text: str) -> Window:
    """ "22:00-05:00" or "mon-fri 22:00-05:00" or "sat,sun 00:00-24:00"."""
    match = re.fullmatch(r"(?:([a-z,\-]+)\s+)?(\d\d):(\d\d)-(\d\d):(\d\d)", text.strip().lower())
    if not match:
        raise ValueError(f"{text!r}: write it as 22:00-05:00 or mon-fri 22:00-05:00")
    end = (int(match[4]) % 24, int(match[5]))
    return Window(_days(match[1] or "mon-sun"), time(int(match[2]), int(match[3])), time(*end))


def _days(text: str) -> frozenset[int]:
    found: set[int] = set()
    for part in text.split(","):
        first, _, last = part.partition("-")
        if first not in DAYS or (last and last not in DAYS):
            raise ValueError(f"{part!r}: days are {', '.join(DAYS)}")
        start, end = DAYS.index(first), DAYS.index(last or first)
        found.update(range(start, end + 1) if start <= end else [*range(start, 7), *range(end + 1)])
    return frozenset(found)
