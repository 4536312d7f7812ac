"""Makers of whom no rule knows: the company with whose name a text begins, by the registry of address blocks.

Whoever makes things for networks has address blocks registered (IEEE), and puts the name that they are registered to on
its pages and into its greetings: "Zorblatt ZX-4 Web Console". A whole name is taken as it is ("Arctic Fox Networks"); its
first word alone, as people say it, only where it is no word of everyday use and no more than a few companies' names
begin with it. What is found is a hint: a page may be about a company as well as of its make.

Of the registry no word is copied: an index of numbers, made at the first question, leads from a first word to its lines.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from zlib import crc32

from agent import oui
from agent.company_names import plain_name, without_town
from agent.lines import Lines

FEW = 8
"""Companies at most whose names begin with a word by which one of them is meant."""
SHORTEST = 4
"""Letters of a word that is found in no text by chance."""
_FIRST = re.compile(r"[^\W_][^\s,;:()\[\]_/.-]*")
_AS_A_NAME = re.compile(r"[A-Z0-9]|[^\x00-\x7f]")
_PLACE = 20
"""Bits of an index entry for a line's place: a registry has some fifty thousand lines."""


@dataclass(frozen=True, slots=True)
class FirstWords:
    """Where the companies stand whose names begin with a word.

    lines: each ends, behind its last tab if it has one, with a legal name.  entries: sorted, one a line: the CRC-32 of
    its first word in small letters, and its place.
    """

    lines: Lines
    entries: array[int]

    def beginning_with(self, word: str) -> tuple[str, ...]:
        """The legal names that begin with `word`, sorted; `word` in small letters."""
        found, digest = set(), _digest(word)
        at = bisect_left(self.entries, digest << _PLACE)
        while at < len(self.entries) and self.entries[at] >> _PLACE == digest:
            name = _name_in(self.lines[self.entries[at] & (1 << _PLACE) - 1])
            found.update([name] if _first_word(name) == word else [])
            at += 1
        return tuple(sorted(found))


def maker_named(words: Sequence[str], registry: FirstWords | None = None) -> tuple[str, int]:
    """The company whose name these words begin with, as people say it, and of how many words; ("", 0) where none does.

    The first word is written as a name is: with a capital or a digit, or in letters that have none.
    registry: `first_words` of another than the one in use.
    """
    first = words[0] if words else ""
    begins = _of_those_in_use if registry is None else registry.beginning_with
    companies = begins(first.casefold()) if _AS_A_NAME.match(first) else ()
    plain = [word.casefold().strip(".,") for word in words]
    for name in sorted({plain_name(legal) for legal in companies}, key=len, reverse=True):
        parts = [part.casefold() for part in name.split()]
        if len(parts) > 1 and plain[: len(parts)] == parts:
            return name, len(parts)
    if not companies or len(companies) > FEW or first.casefold() in everyday_words():
        return "", 0
    return (plain_name(companies[0]) if len(companies) == 1 else first), 1


@cache
def everyday_words() -> frozenset[str]:
    """Words with which no company is meant, in small letters."""
    lines = files("agent").joinpath("everyday_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@cache
def _in_use() -> FirstWords:
    return first_words(oui.registry().lines)


@lru_cache(maxsize=4096)
def _of_those_in_use(word: str) -> tuple[str, ...]:
    return _in_use().beginning_with(word)


def first_words(lines: Lines) -> FirstWords:
    """The index of these lines; names whose first word is too short to be meant are left out."""
    entries = [
        _digest(word) << _PLACE | place
        for place, line in enumerate(lines)
        if len(word := _first_word(_name_in(line))) >= SHORTEST
    ]
    entries.sort()
    return FirstWords(lines, array("Q", entries))


def _digest(word: str) -> int:
    return crc32(word.encode(errors="surrogatepass"))


def _name_in(line: str) -> str:
    return line.rpartition("\t")[2]


def _first_word(name: str) -> str:
    """In small letters; "" where it begins with no word."""
    hit = _FIRST.match(without_town(name))
    return hit[0].casefold() if hit else ""
