"""The form of a rule file: TOML in, Rule values out, one TOML file a vendor or protocol.

    vendor = "Acme"                      # said by every rule of the file that does not say another
    aliases = ["アクメ"]                  # other spellings of the vendor

    [[rule]]
    id = "acme.router"
    reads = "snmp.sysDescr"              # one field, or a list
    match = '^Acme (?P<model>R\\d+) fw (?P<version>[\\d.]+)'
    says = { kind = "router" }           # a kind implies its class; a fragile kind implies fragile
    tier = "strong"
    source = "R10 manual, p. 3"
    [[rule.example]]
    text = "Acme R10 fw 2.1"
    gives = { model = "R10", version = "2.1" }
    [[rule.counter]]
    text = "Acme R-series cable"

A protocol's file may bring words of its own: `[services]` (name = "tcp/22"), `[fields]`, which says what its probe's
fields are besides what rules read in them (agent/vocabulary.py, ROLES), and `[vendors]` (name = other spellings).

    [rule.means.model]                   # if the device gives a code: the name that the maker sells it by
    R10 = "Acme Office Router"

`(?P<model>{means})` in a pattern is any of these codes, the longest first, each as a whole word.

    turn = 2                             # of a hint (tier weak): heard only where none of a lower turn hints at the same;
                                         # 0 unless it is said, negative before all others

Exactly one matcher a rule: `match` (a pattern from the start, named groups are attributes), `equals`
(the whole text), `contains` (any of these, case ignored), `oid` (an object identifier or one below
it), `oui` (address blocks of any length; reads every field named *.mac, so has no `reads`), `word`
(an attribute: any of the codes that `means` has for it, as a word near the text's beginning).
There is no boolean language: two conditions are two claims that agree. `says.vendor = ""` keeps
the file's vendor out, for modules inside other makers' devices.

A rule that cannot be used becomes a RuleProblem and the others work; what makes a usable rule a
good one is checked by agent/rule_lint.py.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias, TypeVar

from agent.device import Tier
from agent.matchers import MATCHERS, RuleError, form_of
from agent.numbers_file import SUFFIX as NUMBERS
from agent.rule_cache import parsed
from agent.vocabulary import OWN_WORDS, Vocabulary, build_vocabulary

Table: TypeAlias = Mapping[str, object]
_Part = TypeVar("_Part", str, tuple[str, str])

RULE_KEYS = frozenset(
    {"id", "reads", "says", "means", "tier", "turn", "source", "example", "counter", *MATCHERS}
)
FILE_KEYS = frozenset({"vendor", "aliases", "rule", *OWN_WORDS})
VOCABULARY_FILE = "vocabulary.toml"
_TIERS = {tier.name.lower(): tier for tier in Tier}
MEANS_NOTHING: Mapping[str, Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class RuleProblem:
    """What is wrong with a rule, and where. `rule` is its id, "" where the file itself is at fault."""

    file: str
    rule: str
    text: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.rule, self.text) if part)


@dataclass(frozen=True, slots=True)
class Example:
    text: str
    gives: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `how` is its matcher and `what` the matcher's texts; `says` has all that is implied too.

    vendor: the file's, "" where the file has none.  means: attribute -> code that the pattern reads -> name.
    """

    id: str
    file: str
    reads: tuple[str, ...]
    how: str
    what: tuple[str, ...]
    says: tuple[tuple[str, str], ...]
    tier: Tier
    vendor: str
    source: str
    examples: tuple[Example, ...]
    counters: tuple[str, ...]
    turn: int = 0
    means: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: MEANS_NOTHING, hash=False)

    def read_by(self, name: str) -> bool:
        return name in self.reads or (self.how == "oui" and name.endswith(".mac"))


def parse_rules(
    texts: Iterable[tuple[str, str]],
    proven: Collection[str] = (),
    cache: Path | None = None,
    *,
    without: Sequence[str] = (),
) -> tuple[tuple[Rule, ...], Vocabulary, tuple[RuleProblem, ...]]:
    """The rules of (file name, TOML text) pairs; the words are in those named vocabulary.toml.

    proven: files whose patterns need not be compiled to know that they can be (50 ms for all of ours, which
    their tests have compiled).  cache, without: see agent/rule_cache.py.
    """
    texts = tuple(texts)
    problems: list[RuleProblem] = []
    tables: list[tuple[str, Table]] = []
    words: list[Table] = []
    own: list[tuple[str, tuple[str, ...]]] = []
    for (name, _), table in zip(texts, parsed(texts, cache, without=without), strict=True):
        if isinstance(table, str):
            problems.append(
                RuleProblem(
                    name,
                    "",
                    f"no table: {table}" if name.endswith(NUMBERS) else f"not TOML: {table}",
                )
            )
            continue
        try:
            if name == VOCABULARY_FILE:
                words.append(table)
                continue
            tables.append((name, table))
            words.append({key: table[key] for key in OWN_WORDS if key in table})
            own.append((_text(table, "vendor", ""), _texts(table, "aliases")))
            if name.endswith(NUMBERS):
                own += [(_text(_table(rule, "says"), "vendor", ""), ()) for rule in _tables(table["rule"])]
        except RuleError as fault:
            problems.append(RuleProblem(name, "", str(fault)))
    vocabulary, doubts = build_vocabulary(words, [(vendor, also) for vendor, also in own if vendor])
    problems += [RuleProblem(VOCABULARY_FILE, "", doubt) for doubt in doubts]
    rules: list[Rule] = []
    for name, table in tables:
        made, faults = _rules(name, table, vocabulary, name in proven)
        rules += made
        problems += faults
    turns = MappingProxyType({rule.id: rule.turn for rule in rules if rule.turn})
    return tuple(rules), replace(vocabulary, turns=turns), tuple(problems)


def _rules(
    file: str, table: Table, vocabulary: Vocabulary, is_proven: bool
) -> tuple[list[Rule], list[RuleProblem]]:
    rules: list[Rule] = []
    problems = [RuleProblem(file, "", f"unknown key: {key}") for key in sorted(table.keys() - FILE_KEYS)]
    for number, raw in enumerate(_tables(table.get("rule", [])), 1):
        try:
            rule = _rule(file, _text(table, "vendor", ""), raw, vocabulary)
            if rule.how == "match" and not is_proven:
                re.compile(rule.what[0])
            rules.append(rule)
        except (RuleError, re.error) as fault:
            problems.append(RuleProblem(file, str(raw.get("id", f"rule {number}")), str(fault)))
    return rules, problems


def _rule(file: str, vendor: str, raw: Table, vocabulary: Vocabulary) -> Rule:
    if unknown := sorted(raw.keys() - RULE_KEYS):
        raise RuleError(f"unknown key: {', '.join(unknown)}")
    hows = [how for how in MATCHERS if how in raw]
    if len(hows) != 1:
        raise RuleError(f"exactly one of {', '.join(MATCHERS)} is needed, not {', '.join(hows) or 'none'}")
    how = hows[0]
    reads = _one(_texts(raw, "reads"))
    if bool(reads) == (how == "oui"):
        raise RuleError("an oui rule reads every *.mac by itself" if reads else "reads is missing")
    tier = _TIERS.get(word := _text(raw, "tier"))
    if tier is None:
        raise RuleError(f"tier is weak, medium or strong, not {word!r}")
    means = _table(raw, "means")
    names = {key: _table(means, key) for key in means}
    return Rule(
        id=_text(raw, "id"),
        file=file,
        reads=reads,
        how=how,
        what=form_of(how, _texts(raw, how), names),
        says=_implied(_pairs(raw, "says"), vendor, vocabulary),
        tier=tier,
        turn=_turn(raw),
        vendor=vendor,
        source=" ".join(_text(raw, "source", "").split()),
        examples=tuple(
            Example(_text(e, "text"), tuple(_pairs(e, "gives").items()))
            for e in _tables(raw.get("example", ()))
        ),
        counters=tuple(_text(c, "text") for c in _tables(raw.get("counter", ()))),
        means={key: {code: _text(table, code) for code in table} for key, table in names.items()}
        or MEANS_NOTHING,
    )


@cache
def _one(some: tuple[_Part, ...]) -> tuple[_Part, ...]:
    """The same value for equal ones: thousands of rules read a few hundred sets of fields and say much the same."""
    return some


def _turn(raw: Table) -> int:
    turn = raw.get("turn", 0)
    if not isinstance(turn, int) or isinstance(turn, bool):
        raise RuleError(f"turn is a whole number, not {turn!r}")
    return turn


def _implied(said: Mapping[str, str], vendor: str, vocabulary: Vocabulary) -> tuple[tuple[str, str], ...]:
    """What is said and what follows from it: the file's vendor, the class of a kind, fragility."""
    whole = {"vendor": vendor, **said}
    kind = whole.get("kind", "")
    if kind in vocabulary.kinds:
        whole.setdefault("class", vocabulary.kinds[kind])
    if kind in vocabulary.fragile:
        whole.setdefault("fragile", "yes")
    return _one(tuple(_one((attribute, value)) for attribute, value in whole.items() if value))


def _text(table: Table, key: str, default: str | None = None) -> str:
    value = table.get(key, default)
    if value is None:
        raise RuleError(f"{key} is missing")
    if not isinstance(value, str):
        raise RuleError(f"{key} is a text, not {value!r}")
    return value


def _pairs(table: Table, key: str) -> dict[str, str]:
    within = _table(table, key)
    return {each: _text(within, each) for each in within}


def _texts(table: Table, key: str) -> tuple[str, ...]:
    value = table.get(key, ())
    if isinstance(value, str) and value:
        return (value,)
    texts = [value] if isinstance(value, str) else _list(value)
    if bad := [t for t in texts if not isinstance(t, str) or not t]:
        raise RuleError(f"{key} holds {bad[0]!r}, which is no text")
    return tuple(str(t) for t in texts)


def _list(value: object) -> Sequence[object]:
    return value if isinstance(value, list | tuple) else ()


def _table(table: Table, key: str) -> Table:
    value = table.get(key, {})
    return value if isinstance(value, dict) else {}


def _tables(value: object) -> tuple[Table, ...]:
    return tuple(entry for entry in _list(value) if isinstance(entry, dict))
