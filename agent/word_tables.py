"""Thousands of words of many rules, found in a text at one pass: each place where a word begins is looked up by its
first letters, so that what is not there costs nothing.

A rule that matches by `word` has a table of them (agent/rule_file.py). It speaks once: of the first that stands near
the text's beginning, and of those that begin at one place, the longest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from agent.rule_file import Rule

NEAR = 80
"""Characters before a word at most: what a thing is called stands early, where a text is about it."""
SHORTEST = 3
"""Characters of a word; so many of each are looked up."""
_BEGINNING = re.compile(r"(?<![\w-])\S")


class WordTables:
    """The words of rules that read the same fields."""

    __slots__ = ("_begins", "_rules")

    def __init__(self) -> None:
        self._rules: list[Rule] = []
        self._begins: dict[str, list[tuple[str, Rule]]] = {}

    def add(self, rule: Rule) -> None:
        self._rules.append(rule)

    def hits(self, text: str) -> Iterator[tuple[Rule, dict[str, str]]]:
        """Each rule that has a word of the text, and the word under the attribute that it stands for."""
        if self._rules and not self._begins:
            self._begins = _by_beginning(self._rules)
        spoken: set[str] = set()
        for place in _BEGINNING.finditer(text, 0, NEAR + 1):
            at = place.start()
            for word, rule in self._begins.get(text[at : at + SHORTEST], ()):
                if rule.id not in spoken and text.startswith(word, at) and _ends(word, text, at):
                    spoken.add(rule.id)
                    yield rule, {rule.what[0]: word}


def _by_beginning(rules: Iterable[Rule]) -> dict[str, list[tuple[str, Rule]]]:
    found: dict[str, list[tuple[str, Rule]]] = {}
    words = [(word, rule) for rule in rules for word in rule.means[rule.what[0]]]
    for word, rule in sorted(words, key=lambda pair: -len(pair[0])):
        found.setdefault(word[:SHORTEST], []).append((word, rule))
    return found


def _ends(word: str, text: str, at: int) -> bool:
    """Whether the word ends there, and is not the beginning of a longer one in small letters."""
    last, after = word[-1], text[at + len(word) : at + len(word) + 1]
    return not (last.isascii() and last.isalpha() and "a" <= after <= "z")
