"""The words of words.toml, ready to compare by. Pure: the file is read once, at first use.

Nothing here decides; it only says what a text has in common with another that means the same.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

_FILE = Path(__file__).with_name("words.toml")
_NOT_ALNUM = re.compile(r"[\W_]+")
_BRACKETS = re.compile(r"[(\[【〔<].*?[)\]】〕>]")
_RELEASE = re.compile(r"(?<![\w.])(?:\d+(?:\.\d+)*|vista|xp)(?!\w)")


@dataclass(frozen=True, slots=True)
class Words:
    """classes and systems: word -> class, word -> family, with the expression that finds the words.

    legal_forms, country_forms: what a firm's name has at its ends.  alike: what is written -> as what it is compared, in
    this order.
    """

    classes: Mapping[str, str]
    class_words: re.Pattern[str]
    compatible: frozenset[frozenset[str]]
    systems: Mapping[str, str]
    system_words: re.Pattern[str]
    legal_forms: re.Pattern[str]
    country_forms: re.Pattern[str]
    alike: tuple[tuple[str, str], ...]
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
    alike = tuple((written, form) for written, form in text["alike"])
    return Words(
        classes=classes,
        class_words=_finder(classes),
        compatible=frozenset(frozenset(pair) for pair in table["compatible"]["pairs"]),
        systems=systems,
        system_words=_finder(systems),
        legal_forms=_finder({_alike(form, alike): "" for form in text["legal_forms"]}),
        country_forms=_finder({_alike(form, alike): "" for form in text["country_forms"]}),
        alike=alike,
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


@lru_cache(maxsize=1 << 13)
def firm(text: str) -> str:
    """A firm's name without its legal form, and without what some write so and others so: width, case, accents, the
    size of kana, long vowels, variants of characters. "ﾍﾞｯｸﾏﾝ・ｺｰﾙﾀｰ㈱" -> "ベツクマン・コルタ"."""
    return " ".join(words().legal_forms.sub(" ", _alike(text, words().alike).replace(".", " ")).split())


@lru_cache(maxsize=1 << 13)
def company(text: str) -> str:
    """A maker's name to compare by: 富士通㈱ and 富士通株式会社 are one, キャノン and キヤノン, リコー and リコージャパン."""
    return letters(words().country_forms.sub(" ", firm(text)))


def _alike(text: str, pairs: Sequence[tuple[str, str]]) -> str:
    said = "".join(_without_accent(c) if c > "\x7f" else c for c in plain(text))
    for written, form in pairs:
        said = said.replace(written, form)
    return said


def _without_accent(letter: str) -> str:
    return unicodedata.normalize("NFKD", letter)[0] if letter < "\u0250" else letter
