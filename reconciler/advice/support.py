"""Whether the maker still supports what a device runs: support.tsv, by the exact release and nothing vaguer.

No device tells its edition (Windows 10 1809 ended in 2020, its LTSC lives to 2029), so every edition
of the release is answered with its own date unless the ledger's words say which it is. A release
that is not told exactly, or of which no date is known, has no answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reconciler.forms import same_system
from reconciler.words import plain, system_of

_FILE = Path(__file__).with_name("support.tsv")
_HALF_YEAR = re.compile(r"(?<![0-9a-z])(\d\dh[12]|1[5-9]\d\d|2004)(?![0-9a-z])")
_NUMBERS = re.compile(r"\d+(?:\.\d+)*")
_BY_HALF_YEARS = ("10", "11")
_EDITIONS = (
    ("iot", ("IoT Enterprise LTSC", "IoT Core")),
    ("ltsc", ("LTSC", "IoT Enterprise LTSC")),
    ("ltsb", ("LTSC",)),
    ("enterprise", ("Enterprise, Education", "LTSC", "IoT Enterprise LTSC")),
    ("education", ("Enterprise, Education",)),
    ("pro", ("Home, Pro", "")),
    ("professional", ("Home, Pro", "")),
    ("home", ("Home, Pro", "")),
)
"""A word of the ledger and the editions that it leaves, first one first."""


@dataclass(frozen=True, slots=True)
class Term:
    """One release in one edition ("" where it has but one). Dates are ISO 8601; paid_until "" where none is sold,
    given_until "" where nobody goes on without a contract."""

    name: str
    end: str
    paid_until: str = ""
    given_until: str = ""

    def ended(self, day: str) -> bool:
        return self.end < day[:10]

    def is_paid(self, day: str) -> bool:
        return bool(self.paid_until) and day[:10] <= self.paid_until

    def is_given(self, day: str) -> bool:
        return bool(self.given_until) and day[:10] <= self.given_until


@cache
def _terms() -> Mapping[tuple[str, str], tuple[tuple[str, str, str, str], ...]]:
    """(system, release) -> (edition, end, paid until, given until) of each."""
    found: dict[tuple[str, str], tuple[tuple[str, str, str, str], ...]] = {}
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    for line in [text for text in lines if not text.startswith("#")][1:]:
        system, release, *rest = line.split("\t")
        edition, end, paid, given = rest
        found[(system, release)] = (*found.get((system, release), ()), (edition, end, paid, given))
    return found


def terms(seen_as: str, version: str = "", written: str = "") -> tuple[Term, ...]:
    """All that may apply, earliest end first; () where it cannot be said.

    seen_as: the system as rules say it, which may be one of two ("Windows 7 or Windows Server 2008 R2").  version: said by
    the same evidence.  written: the ledger's words for it, which may decide between the two and name the edition.
    """
    ways = seen_as.split(" or ")
    kept = [w for w in ways if not written or same_system(w, written) is not False] or ways
    found: list[Term] = []
    for way in kept:
        listed = _of_release(way, version)
        if not listed:
            return ()
        found += [Term(f"{way} {e}".strip() if e else _named(way, version), *dates) for e, *dates in listed]
    left = _editions(found, kept, written)
    return tuple(sorted(left, key=lambda t: (t.end, t.name)))


def _named(way: str, version: str) -> str:
    return way if any(c.isdigit() for c in way) else f"{way} {version}".strip()


def _of_release(text: str, version: str) -> Sequence[tuple[str, str, str, str]]:
    system, release = system_of(text)
    if system == "windows" and release in _BY_HALF_YEARS:
        half = _HALF_YEAR.search(plain(text))
        return _terms().get((system, f"{release} {half[1]}"), ()) if half else ()
    if system.startswith("windows"):
        second = " r2" if re.search(r"\br2\b", plain(text)) else ""
        return _terms().get((system, f"{release}{second}"), ())
    numbers = _NUMBERS.match(release or version)
    for cut in _less_exact(numbers.group() if numbers else ""):
        if listed := _terms().get((system, cut)):
            return listed
    return ()


def _less_exact(number: str) -> Iterable[str]:
    """ "7.2.5", "7.2", "7": makers support a line of releases, and tables name the line."""
    parts = number.split(".")
    return (".".join(parts[:n]) for n in range(len(parts), 0, -1)) if number else ()


def _editions(found: Sequence[Term], ways: Sequence[str], written: str) -> Sequence[Term]:
    said = set(re.findall(r"[a-z]+", plain(written)))
    for word, editions in _EDITIONS:
        if word in said:
            names = {f"{way} {e}".strip() for way in ways for e in editions}
            return [term for term in found if term.name in names] or found
    return found
