"""Makers of whom no rule knows: the company with whose name a text begins, by the registry of address blocks.

Whoever makes things for networks has address blocks registered (IEEE), and puts the name that they are registered to on
its pages and into its greetings: "Zorblatt ZX-4 Web Console". A whole name is taken as it is ("Arctic Fox Networks"); its
first word alone, as people say it, only where it is no word of everyday use and no more than a few companies' names
begin with it. What is found is a hint: a page may be about a company as well as of its make.

Of the registry no more than the first words is kept, one entry each, made at the first question.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from agent import oui
from agent.company_names import plain_name, without_town

FEW = 8
"""Companies at most whose names begin with a word by which one of them is meant."""
SHORTEST = 4
"""Letters of a word that is found in no text by chance."""
_FIRST = re.compile(r"[^\W_][^\s,;:()\[\]_/.-]*")
_AS_A_NAME = re.compile(r"[A-Z0-9]|[^\x00-\x7f]")
_BETWEEN = "\0"


def maker_named(words: Sequence[str], registry: Mapping[str, str] | None = None) -> tuple[str, int]:
    """The company whose name these words begin with, as people say it, and of how many words; ("", 0) where none does.

    The first word is written as a name is: with a capital or a digit, or in letters that have none.
    registry: `by_first_word` of another than the one in use.
    """
    first = words[0] if words else ""
    found = (_in_use() if registry is None else registry).get(first.casefold(), "")
    companies = found.split(_BETWEEN) if found and _AS_A_NAME.match(first) else []
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
def _in_use() -> Mapping[str, str]:
    return MappingProxyType(by_first_word(line.rpartition("\t")[2] for line in oui.registry().lines))


def by_first_word(legal_names: Iterable[str]) -> dict[str, str]:
    """First word in small letters -> the legal names that begin with it, sorted, NUL between them."""
    found: dict[str, str] = {}
    for name in sorted(set(legal_names)):
        hit = _FIRST.match(without_town(name))
        if hit and len(hit[0]) >= SHORTEST:
            key = hit[0].casefold()
            found[key] = f"{found[key]}{_BETWEEN}{name}" if key in found else name
    return found
