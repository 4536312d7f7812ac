"""The words of words.toml, ready to compare by. Pure: the file is read once, at first use.

Nothing here decides; it only says what a text has in common with another that means the same.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

_FILE = Path(__file__).with_name("words.toml")
_NOT_ALNUM = re.compile(r"[\W_]+")
_BRACKETS = re.compile(r"[(\[【〔<].*?[)\]】〕>]")
_RELEASE = re.compile(r"(?<![\w.])(?:\d+(?:\.\d+)*|vista|xp)(?!\w)")


@dataclass(frozen=True, slots=True)
class Words:
    """classes and systems: word -> class, word -> family, with the expression that finds the words."""

    classes: Mapping[str, str]
    class_words: re.Pattern[str]
    compatible: frozenset[frozenset[str]]
    systems: Mapping[str, str]
    system_words: re.Pattern[str]
    company_forms: re.Pattern[str]
    placeholder_serials: frozenset[str]
    generic_hostnames: frozenset[str]
    says_none: frozenset[str]


@cache
def words() -> Words:
    """The file's words. Raises KeyError or tomllib.TOMLDecodeError where the shipped file is damaged."""
    table = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    classes = {plain(word): name for name, listed in table["classes"].items() for word in listed}
    systems = {plain(word): name for name, listed in table["systems"].items() for word in listed}
    text = table["text"]
    return Words(
        classes=classes,
        class_words=_finder(classes),
        compatible=frozenset(frozenset(pair) for pair in table["compatible"]["pairs"]),
        systems=systems,
        system_words=_finder(systems),
        company_forms=_finder({plain(form): "" for form in text["company_forms"]}),
        placeholder_serials=frozenset(text["placeholder_serials"]),
        generic_hostnames=frozenset(text["generic_hostnames"]),
        says_none=frozenset(plain(word) for word in text["says_none"]),
    )


def _finder(listed: Mapping[str, str]) -> re.Pattern[str]:
    """Longest word first; an ASCII word must not touch other ASCII letters ("ct" is not in "electric")."""
    pieces = []
    for word in sorted(listed, key=lambda w: (-len(w), w)):
        escaped = re.escape(word)
        before = r"(?<![a-z])" if word[0].isascii() and word[0].isalpha() else ""
        after = r"(?![a-z])" if word[-1].isascii() and word[-1].isalpha() else ""
        pieces.append(f"{before}{escaped}{after}")
    return re.compile("|".join(pieces))


@lru_cache(maxsize=1 << 12)
def plain(text: str) -> str:
    """Width and case taken off, blanks made single: "ＷＩＮＤＯＷＳ　10" -> "windows 10"."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


@lru_cache(maxsize=1 << 12)
def letters(text: str) -> str:
    """Letters and digits alone, of any script: "MP C3004 (A)" -> "mpc3004a"."""
    return _NOT_ALNUM.sub("", plain(text))


@lru_cache(maxsize=1 << 12)
def class_of(text: str) -> str:
    """The class that a ledger's words name, or "": the rightmost word decides, remarks in brackets do not."""
    said = _BRACKETS.sub(" ", plain(text))
    found = ""
    for hit in words().class_words.finditer(said):
        found = words().classes[hit.group()]
    return found


@lru_cache(maxsize=1 << 10)
def compatible(one: str, other: str) -> bool:
    """Whether both classes may be true of one box."""
    return (
        one == other
        or not one
        or not other
        or "other" in (one, other)
        or (frozenset((one, other)) in words().compatible)
    )


@lru_cache(maxsize=1 << 12)
def system_of(text: str) -> tuple[str, str]:
    """(family, release) of an operating system, "" where it is not told: "Win10 Pro" -> ("windows", "10")."""
    said = plain(text).replace("(r)", "").replace("®", "")
    hit = words().system_words.search(said)
    if hit is None:
        return "", ""
    release = _RELEASE.search(said[hit.end() :])
    return words().systems[hit.group()], release.group() if release else ""


@lru_cache(maxsize=1 << 12)
def company(text: str) -> str:
    """A maker's name without its form: "富士通㈱" and "富士通株式会社" are one."""
    return letters(words().company_forms.sub(" ", plain(text).replace(".", " ")))


@dataclass(frozen=True, slots=True)
class Makers:
    """Which spellings name one maker. `known`: company(spelling) -> canonical name.  answered: what `same` said before."""

    known: Mapping[str, str]
    answered: dict[tuple[str, str], bool | None] = field(default_factory=dict, compare=False, repr=False)

    def canonical(self, text: str) -> str:
        """The canonical name, or "" where no alias says it."""
        return self.known.get(company(text), "")

    def same(self, one: str, other: str) -> bool | None:
        """True or False where it can be known, None where a spelling is strange to us."""
        if (one, other) not in self.answered:
            self.answered[(one, other)] = self._same(one, other)
        return self.answered[(one, other)]

    def _same(self, one: str, other: str) -> bool | None:
        left, right = company(one), company(other)
        if not left or not right:
            return None
        if left == right or (min(len(left), len(right)) >= 3 and (left in right or right in left)):
            return True
        mine, theirs = self.known.get(left, ""), self.known.get(right, "")
        return mine == theirs if mine and theirs else None


def makers(aliases: Mapping[str, str]) -> Makers:
    """`aliases`: spelling -> canonical name, as the agent's vocabulary has them; canonical names spell themselves."""
    known = {company(name): name for name in aliases.values()}
    known.update({company(spelling): name for spelling, name in aliases.items()})
    return Makers(known)
