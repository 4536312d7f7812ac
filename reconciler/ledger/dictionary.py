"""The words of ledgers: columns/*.toml as one Dictionary. Knowledge is data; this only reads it.

A heading is compared by its `heading_key`: full and half width, case, spaces, line breaks, symbols and
the long vowel mark make no difference (サーバー名 / ｻｰﾊﾞ名, S/N / ＳＮ, MAC アドレス).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from reconciler.ledger.asset import FIELDS, STATES
from reconciler.ledger.morphemes import Grammar, folded, grammar_of
from reconciler.ledger.normalise import company_key, state_key, text

TARGETS = (*FIELDS, "networked", "unit")
"""What a column may be taken for: the fields of an asset, whether the device has a network at all (networked),
and what the quantity counts (unit: 台, 式)."""

_TABLES = frozenset(
    {
        "about",
        "exact",
        "weak",
        "nothing",
        "groups",
        "states",
        "kinds",
        "sections",
        "sheets",
        "makers",
        "yes_no",
        "others",
        "media",
        "tenures",
        "covers",
        "morphemes",
        "meanings",
        "lookalikes",
        "finer",
    }
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a heading may mean in one dialect. fields: one, several for a cell that holds them, none for nothing.

    weak: only where no better column has the field.  subject: what a heading without a field is about.
    rank: its place among the words for the field; earlier ones win where two columns claim it.
    """

    fields: tuple[str, ...]
    dialect: str
    weak: bool = False
    subject: str = ""
    rank: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Dictionary:
    """All dialects together. Keys of `headings` and `groups` are `heading_key`s, longest-first in `within`."""

    headings: Mapping[str, tuple[Entry, ...]]
    within: tuple[str, ...]
    groups: frozenset[str]
    others: tuple[str, ...]
    states: Mapping[str, str]
    kinds: Mapping[str, str]
    sheets: tuple[tuple[str, str], ...]
    makers: tuple[str, ...]
    maker_keys: frozenset[str]
    media: frozenset[str]
    tenures: frozenset[str]
    covers: frozenset[str]
    yes: frozenset[str]
    no: frozenset[str]
    department_endings: tuple[str, ...]
    department_names: tuple[str, ...]
    place_endings: tuple[str, ...]
    kind_endings: tuple[str, ...]
    place_pattern: re.Pattern[str]
    grammar: Grammar

    def exact(self, heading: str) -> tuple[Entry, ...]:
        """The entries of a heading that is known as it stands, else ()."""
        return self.headings.get(heading_key(heading), ())


def heading_key(heading: str) -> str:
    """The form in which headings are compared."""
    return folded(heading)


def read_dialects(sources: Iterable[tuple[str, str]]) -> Dictionary:
    """From (file name, TOML text) pairs. Raises ValueError for a field, state or table that does not exist."""
    headings: dict[str, dict[tuple[tuple[str, ...], str], Entry]] = {}
    lists: dict[str, list[str]] = {}
    states: dict[str, str] = {}
    sheets: list[tuple[str, str]] = []
    morphemes: list[tuple[str, list[str]]] = []
    meanings: list[dict[str, object]] = []
    lookalikes: dict[str, list[str]] = {}
    for name, source in sources:
        document = tomllib.loads(source)
        dialect = name.removesuffix(".toml")
        if unknown := set(document) - _TABLES:
            raise ValueError(f"{name}: no table of a dialect: {', '.join(sorted(unknown))}")
        for strength in ("exact", "weak", "nothing"):
            for target, words in document.get(strength, {}).items():
                for rank, word in enumerate(words):
                    entry = _entry(name, dialect, strength, target, rank)
                    headings.setdefault(heading_key(word), {}).setdefault((entry.fields, dialect), entry)
        for state, words in document.get("states", {}).items():
            if state not in (*STATES, "leaving"):
                raise ValueError(f"{name}: no state: {state}")
            states.update({state_key(word): state for word in words})
        for reason, words in document.get("sheets", {}).items():
            sheets.extend((text(word).casefold(), reason) for word in words)
        for table in (
            "groups",
            "kinds",
            "sections",
            "makers",
            "yes_no",
            "others",
            "media",
            "tenures",
            "covers",
            "finer",
        ):
            for key, words in document.get(table, {}).items():
                lists.setdefault(f"{table}.{key}", []).extend(words)
        morphemes.extend(document.get("morphemes", {}).items())
        meanings.extend(document.get("meanings", ()))
        for sort, groups in document.get("lookalikes", {}).items():
            lookalikes.setdefault(sort, []).extend(groups)
    grammar = grammar_of(morphemes, meanings, lookalikes, TARGETS, lists.get("finer.names", ()))
    known = {key: tuple(found.values()) for key, found in headings.items() if key}
    return _dictionary(known, lists, states, sheets, grammar)


def _entry(name: str, dialect: str, strength: str, target: str, rank: int) -> Entry:
    if strength == "nothing":
        return Entry((), dialect, subject=target)
    fields = tuple(target.split("+"))
    if wrong := [f for f in fields if f not in TARGETS]:
        raise ValueError(f"{name}: no field: {', '.join(wrong)}")
    return Entry(fields, dialect, weak=strength == "weak", rank=rank)


def _dictionary(
    headings: Mapping[str, tuple[Entry, ...]],
    lists: Mapping[str, list[str]],
    states: Mapping[str, str],
    sheets: list[tuple[str, str]],
    grammar: Grammar,
) -> Dictionary:
    strong = (key for key, entries in headings.items() if len(key) > 1 and not all(e.weak for e in entries))
    return Dictionary(
        headings=headings,
        within=tuple(sorted(strong, key=lambda k: (-len(k), k))),
        groups=frozenset(map(heading_key, lists.get("groups.names", ()))),
        others=tuple(map(heading_key, lists.get("others.names", ()))),
        states=states,
        kinds={heading_key(word): text(word) for word in lists.get("kinds.names", ())},
        sheets=tuple(sheets),
        makers=tuple(sorted({text(m) for m in lists.get("makers.names", ())}, key=lambda m: (-len(m), m))),
        maker_keys=frozenset(
            key + more
            for m in lists.get("makers.names", ())
            if (key := company_key(m))
            for more in ("", *lists.get("makers.longer", ()))
        ),
        tenures=frozenset(text(word).casefold() for word in lists.get("tenures.names", ())),
        covers=frozenset(text(word).casefold() for word in lists.get("covers.names", ())),
        media=frozenset(text(word).casefold() for word in lists.get("media.names", ())),
        yes=frozenset(text(word).casefold() for word in lists.get("yes_no.yes", ())),
        no=frozenset(text(word).casefold() for word in lists.get("yes_no.no", ())),
        department_endings=tuple(lists.get("sections.department_endings", ())),
        department_names=tuple(lists.get("sections.department_names", ())),
        place_endings=tuple(lists.get("sections.place_endings", ())),
        kind_endings=tuple(lists.get("sections.kind_endings", ())),
        place_pattern=re.compile(
            "|".join(f"(?:{p})" for p in lists.get("sections.place_patterns", ())) or r"(?!)"
        ),
        grammar=grammar,
    )


@cache
def dictionary() -> Dictionary:
    """The dialects that stand in columns/, in the order of their names."""
    folder = files("reconciler.ledger").joinpath("columns")
    found = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    return read_dialects((f.name, f.read_text(encoding="utf-8")) for f in found)
