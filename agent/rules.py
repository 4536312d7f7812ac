"""Rules at work: what a field of evidence says about the device.

The rules are data (agent/rules/*/*.toml, form in agent/rule_file.py); here they are laid out by
the field they read and by how they match, so that a text meets the few rules that could speak
and thousands cost little.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from agent.bulk import nothing_to_collect
from agent.device import Claim, Tier
from agent.host import portable
from agent.named_models import before_version
from agent.numbers_file import SUFFIX as NUMBERS
from agent.oui import digits_of
from agent.rule_cache import PROOFS, cache_folder
from agent.rule_file import Rule, RuleProblem, parse_rules
from agent.sieve import Sieve, needs
from agent.vocabulary import Vocabulary
from agent.word_tables import WordTables
from probes.model import MAX_VALUE

Folder: TypeAlias = Path | Traversable

_SHOWN = 300
"""Longest evidence text kept in a claim, in characters; the journal has all of it."""

_START = 3
"""Patterns that begin with at least so many fixed characters are found by them."""

_REMEMBERED = 1024
"""Texts of which it is kept what rules they meet: devices of one model say the same, and a maker's name comes often."""

_FACTORY = ("serial", "model")
"""Attributes in which factories and installers leave words that mean nothing."""

_ALIKE: Mapping[str, tuple[tuple[str, Tier], ...]] = MappingProxyType(
    {
        "snmp.sysDescr": (
            ("lldp.system_description", Tier.WEAK),
            ("cdp.version", Tier.MEDIUM),
            ("cdp.platform", Tier.MEDIUM),
        ),
        "http.server": (("ssdp.server", Tier.MEDIUM),),
    }
)
"""Field -> others in which a box says the same text, and the least tier of the rules that read it there too. LLDP's
system description is sysDescr (IEEE 802.1AB, 8.5.7); CDP's version and platform are on all but Cisco's own boxes;
SSDP's SERVER is the header of the same program (UPnP Device Architecture 2.0, 1.3.3)."""

_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(slots=True)
class _Index:
    """The rules that read one field, laid out by matcher so that few are tried on a text.

    sought: those that look for words or match patterns without a fixed start, behind a sieve (made at the first
    text, for one network meets few fields).  words: those with tables of words, shared by fields that they all read.
    """

    equal: dict[str, tuple[Rule, ...]] = field(default_factory=dict)
    oids: dict[str, tuple[Rule, ...]] = field(default_factory=dict)
    starts: dict[str, list[Rule]] = field(default_factory=dict)
    sought: list[Rule] = field(default_factory=list)
    sieve: Sieve | None = None
    words: list[WordTables] = field(default_factory=list)

    def add(self, rule: Rule, starts: Sequence[str]) -> None:
        """starts: the beginnings by which it is found, of a rule that has such."""
        if rule.how == "equals":
            for text in rule.what:
                self.equal[text] = (*self.equal.get(text, ()), rule)
        elif rule.how == "oid":
            for text in rule.what:
                self.oids[text] = (*self.oids.get(text, ()), rule)
        elif starts:
            for start in starts:
                self.starts.setdefault(start, []).append(rule)
        else:
            self.sought.append(rule)

    def hits(self, text: str) -> list[tuple[Rule, Mapping[str, str]]]:
        found: list[tuple[Rule, Mapping[str, str]]] = [(r, _NONE) for r in self.equal.get(text, ())]
        if self.oids:
            arcs = text.strip(".").split(".")
            for count in range(1, len(arcs) + 1):
                found += [(r, _NONE) for r in self.oids.get(".".join(arcs[:count]), ())]
        for rule in self.starts.get(text[:_START].casefold(), ()):
            if hit := compiled(rule.what[0]).match(text):
                found.append((rule, _named(hit)))
        for rule in self._could_speak(text.casefold()):
            if rule.how == "contains":
                found.append((rule, _NONE))  # the sieve let it through: one of its words is there
            elif hit := compiled(rule.what[0]).match(text):
                found.append((rule, _named(hit)))
        for table in self.words:
            found += table.hits(text)
        return found

    def _could_speak(self, folded: str) -> Sequence[Rule]:
        if not self.sought:
            return ()
        if self.sieve is None:
            self.sieve = Sieve([r.what if r.how == "contains" else needs(r.what[0]) for r in self.sought])
        return [self.sought[number] for number in self.sieve.let_through(folded)]


def _named(hit: re.Match[str]) -> Mapping[str, str]:
    return {name: text for name, text in hit.groupdict().items() if text is not None}


class RuleSet:
    """Rules ready for use. `problems` are the rules and files that could not be used at all."""

    __slots__ = ("_blocks", "_hits", "_indices", "problems", "rules", "vocabulary")

    def __init__(
        self, rules: Iterable[Rule], vocabulary: Vocabulary, problems: Iterable[RuleProblem] = ()
    ) -> None:
        self.rules = tuple(rules)
        self.vocabulary = vocabulary
        self.problems = tuple(problems)
        self._indices: dict[str, _Index] = {}
        self._blocks: dict[str, list[Rule]] = {}
        tables: dict[tuple[str, ...], WordTables] = {}
        self._hits = lru_cache(maxsize=_REMEMBERED)(self._found)
        for rule in self.rules:
            if rule.how == "oui":
                for block in rule.what:
                    self._blocks.setdefault(block, []).append(rule)
            if rule.how == "word":
                if rule.reads not in tables:
                    tables[rule.reads] = WordTables()
                    for name in rule.reads:
                        self._indices.setdefault(name, _Index()).words.append(tables[rule.reads])
                tables[rule.reads].add(rule)
                continue
            starts = _beginnings(rule)
            for name in (*rule.reads, *read_besides(rule)):
                self._indices.setdefault(name, _Index()).add(rule, starts)

    def reads(self, name: str) -> bool:
        """Whether anything is made of the field: a rule reads it, or the vocabulary has a role for it."""
        return (
            name in self._indices
            or name.endswith(".mac")
            or any(name in fields for fields in self.vocabulary.fields.values())
        )

    def claims(self, name: str, value: str) -> tuple[Claim, ...]:
        """All that the rules say where the field `name` reads `value`; in the rules' order."""
        text = value[:MAX_VALUE]
        found = self._hits(name, text)
        if name.endswith(".mac") and (digits := digits_of(text)):
            for length in range(6, 13):
                found = (*found, *((rule, _NONE) for rule in self._blocks.get(digits[:length], ())))
        return tuple(claim for rule, groups in found for claim in self._said(rule, groups, name, text))

    def _found(self, name: str, text: str) -> tuple[tuple[Rule, Mapping[str, str]], ...]:
        index = self._indices.get(name)
        return tuple(index.hits(text)) if index else ()

    def _said(self, rule: Rule, groups: Mapping[str, str], name: str, text: str) -> Iterable[Claim]:
        shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
        said = dict(rule.says)
        for attribute, raw in groups.items():
            value = " ".join(raw.split())
            if attribute in rule.means:
                value = rule.means[attribute].get(value, value)
            if attribute == "vendor" and value not in self.vocabulary.common:
                value = self.vocabulary.vendor(value) or value
            if attribute in _FACTORY and self.vocabulary.is_placeholder(value):
                continue
            if attribute == "model" and rule.tier is Tier.WEAK and self.vocabulary.vendor(value):
                continue  # a maker's name alone
            if attribute == "model":
                value = before_version(value, text)
            if value:
                said[attribute] = value
        return (Claim(attribute, value, rule.tier, rule.id, name, shown) for attribute, value in said.items())


def read_besides(rule: Rule, *, named: bool = False) -> Iterator[str]:
    """The fields that a rule reads without naming them, for a box says the same there; of words each field is named.

    named: those of them that it names all the same, instead.
    """
    if rule.how == "word":
        return
    for name, others in _ALIKE.items():
        if name in rule.reads:
            yield from (o for o, least in others if rule.tier >= least and (o in rule.reads) is named)


def _beginnings(rule: Rule) -> Sequence[str]:
    """The first letters, in folded case, of whatever it matches, where it is found by them."""
    if rule.how != "match":
        return ()
    return tuple({start[:_START].casefold(): None for start in fixed_starts(rule.what[0])})


def fixed_starts(pattern: str) -> tuple[str, ...]:
    """The texts with one of which every match of an anchored pattern begins, if each is long enough to find it
    by: one, or those of the alternatives that it opens with; () where that is not plain to see."""
    plain = pattern.removeprefix("(?i)")
    if hit := _OPENING.match(plain):
        starts = tuple(fixed_start(f"^{part}") for part in hit[1].split("|"))
    else:
        starts = (fixed_start(plain),)
    return starts if all(len(start) >= _START for start in starts) else ()


def fixed_start(pattern: str) -> str:
    """The text that every match of an anchored pattern begins with, as far as it is plain to see."""
    hit = _FIXED.match(pattern)
    if not hit or "|" in re.sub(r"\\.|\([^()]*\)", "", pattern):
        return ""
    return re.sub(r"\\(.)", r"\1", hit[1])


_OPENING = re.compile(r"\^\((?:\?:|\?P<\w+>)((?:[^\\()\[\]?*+{}]|\\[^A-Za-z0-9])+)\)(?![?*{])")
_FIXED = re.compile(r"\^((?:[^\\.\[\](){}*+?|^$]|\\[^A-Za-z0-9])+)(?![*?{])")


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Compiled at first use: of a thousand patterns one network meets a few dozen."""
    return re.compile(pattern)


def built_in() -> Traversable:
    """The folder of the rules that daicho brings."""
    return files("agent").joinpath("rules")


def load_rules(folders: Sequence[Folder] | None = None, *, proofs: bool = True) -> RuleSet:
    """Reads each folder's vocabulary.toml (if any), its *.toml and *.tsv, in it and in its protocols/ and vendors/.

    folders: None for the built-in ones; a site's own go after them: `(built_in(), Path("rules"))`.
    proofs: whether examples, near misses and sources come too; a run does without, for they are half of the memory.
    Never raises for what a file holds: see RuleSet.problems.
    """
    texts: list[tuple[str, str]] = []
    proven: set[str] = set()
    unread: list[RuleProblem] = []
    for folder in folders if folders is not None else (built_in(),):
        for entry in files_in(folder):
            try:
                texts.append((entry.name, entry.read_text(encoding="utf-8")))
            except UnicodeDecodeError as error:
                unread.append(
                    RuleProblem(entry.name, "", f"not UTF-8 text: {error.reason}, byte {error.start}")
                )
            (proven.add if folder == built_in() else proven.discard)(entry.name)
    cache = None if portable() or not isinstance(built_in(), Path) else cache_folder()
    with nothing_to_collect():
        rules, vocabulary, problems = parse_rules(texts, proven, cache, without=() if proofs else PROOFS)
        return RuleSet(rules, vocabulary, (*unread, *problems))


def files_in(folder: Folder) -> list[Folder]:
    """The files of a folder of rules, in a fixed order."""
    parts = (folder, folder.joinpath("protocols"), folder.joinpath("vendors"))
    found = [
        [e for e in part.iterdir() if e.name.endswith((".toml", NUMBERS))] for part in parts if part.is_dir()
    ]
    return [entry for part in found for entry in sorted(part, key=lambda e: e.name)]
