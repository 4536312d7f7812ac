"""Which of many patterns could match a text: those of which a piece that they cannot do without is in it.

A pattern's needs are read off its parsed form (the regular expression's own parser): runs of letters that every
match holds, or one of several where it branches. Each need is filed under three of its letters (or its two), those
that the fewest share, so that a text meets only the patterns whose letters it has. A pattern without such a run is
always tried. Needs and texts are compared in folded case; nothing here decides a match.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]  # the only door to a pattern's structure
from typing import TypeAlias

__all__ = ["Needs", "Sieve", "needs", "parser"]

Needs: TypeAlias = tuple[str, ...]
"""Of these at least one is in every text that the pattern matches, both in folded case; () where nothing is known."""

GRAM, LEAST = 3, 2
MOST_BRANCHES = 500
_WITHOUT_WIDTH = frozenset({op.AT, op.ASSERT_NOT})
_REPEATS = frozenset({op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT})


@cache
def needs(pattern: str) -> Needs:
    """The longest that is needed. Raises re.error for what is no pattern."""
    found = [n for n in _needs(parser.parse(pattern)) if len(n) <= MOST_BRANCHES and _shortest(n) >= LEAST]
    return max(found, key=lambda n: (_shortest(n), -len(n)), default=())


def _shortest(needed: Needs) -> int:
    return min(map(len, needed), default=0)


def _needs(parsed: Iterable[tuple[object, object]]) -> list[Needs]:
    """Everything that a sequence of the parser's items needs, one entry each."""
    found: list[Needs] = []
    run = ""
    for what, of in _flat(parsed):
        if letter := _letter(what, of):
            run += letter
            continue
        if what in _WITHOUT_WIDTH:
            continue
        found.append((run,))
        run = ""
        found += _inner(what, of)
    return [*found, (run,)]


def _flat(parsed: Iterable[tuple[object, object]]) -> Iterator[tuple[object, object]]:
    """Groups that stand once are what they hold."""
    for what, of in parsed:
        if what is op.SUBPATTERN:
            yield from _flat(of[3])  # type: ignore[index]
        elif what is op.ATOMIC_GROUP:
            yield from _flat(of)  # type: ignore[arg-type]
        else:
            yield what, of


def _letter(what: object, of: object) -> str:
    """The one letter, in folded case, that an item stands for: also [Ss]; "" where it stands for others or none."""
    if what is op.LITERAL:
        return chr(of).casefold()  # type: ignore[arg-type]
    if what is op.IN and all(kind is op.LITERAL for kind, _ in of):  # type: ignore[attr-defined]
        folded = {chr(code).casefold() for _, code in of}  # type: ignore[attr-defined]
        return folded.pop() if len(folded) == 1 else ""
    return ""


def _inner(what: object, of: object) -> list[Needs]:
    if what is op.BRANCH:
        best = [max(_needs(branch), key=_shortest, default=()) for branch in of[1]]  # type: ignore[index]
        whole = tuple(dict.fromkeys(text for each in best for text in each))
        return [whole] if all(map(_shortest, best)) else []
    if what in _REPEATS and of[0] >= 1:  # type: ignore[index]
        return _needs(of[2])  # type: ignore[index]
    if what is op.ASSERT and of[0] == 1:  # type: ignore[index]
        return _needs(of[1])  # type: ignore[index]
    return []


class Sieve:
    """Needs, filed. What is asked for are the numbers of those that a text could meet, in their order."""

    __slots__ = ("_always", "_filed", "_needed")

    def __init__(self, needed: Sequence[Needs]) -> None:
        self._needed = tuple(needed)
        self._always = tuple(n for n, each in enumerate(needed) if _shortest(each) < LEAST)
        self._filed: dict[str, list[int]] = {}
        often = Counter(gram for each in needed for text in each for gram in _grams(text))
        for number, each in enumerate(needed):
            if _shortest(each) >= LEAST:
                for gram in {min(_grams(text), key=lambda g: (often[g], g)) for text in each}:
                    self._filed.setdefault(gram, []).append(number)

    def let_through(self, folded: str) -> list[int]:
        """folded: the text in folded case."""
        seen = _cut(folded, GRAM) | _cut(folded, LEAST)
        met = {number for gram in self._filed.keys() & seen for number in self._filed[gram]}
        return sorted([n for n in (*met, *self._always) if _holds(folded, self._needed[n])])


def _holds(folded: str, needed: Needs) -> bool:
    """A loop, for this is asked of each rule whose letters a text has, and a generator would cost twice as much."""
    for text in needed:
        if text in folded:
            return True
    return not needed


def _grams(text: str) -> set[str]:
    return _cut(text, GRAM) or {text}


def _cut(text: str, size: int) -> set[str]:
    return {text[at : at + size] for at in range(len(text) - size + 1)}
