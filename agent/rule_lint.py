"""What makes a usable rule a good one: every lint in one place, each with the sentence that mends it.

The examples are the specification: a rule without one, or without a near miss, is an opinion.
`daicho rules check` prints what this finds; the built-in rules are held to it by tests.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from agent.agreement import agree
from agent.device import Tier
from agent.enterprises import number_of, registrant
from agent.numbers_file import SUFFIX as NUMBERS
from agent.rule_file import Rule, RuleProblem
from agent.rules import RuleSet, read_besides
from agent.sieve import parser as pattern_parser
from agent.vocabulary import ROLES, slug
from agent.word_tables import SHORTEST

_FEW = 50
"""A repetition of at most so many is not unbounded."""

_ONE_SIDED = frozenset({"vendor", "model"})
"""What no strong rule of another file may say otherwise of a rule's example."""


def problems(rules: RuleSet, fields: Collection[str]) -> list[RuleProblem]:
    """All that is wrong with the rules, those that could not be used first. `fields`: all that probes declare."""
    found = list(rules.problems)
    for rule_id, count in Counter(rule.id for rule in rules.rules).items():
        if count > 1:
            found.append(RuleProblem("", rule_id, f"{count} rules have this id"))
    found += [RuleProblem("vocabulary.toml", "", text) for text in _vocabulary_faults(rules)]
    for rule in rules.rules:
        found += [RuleProblem(rule.file, rule.id, text) for text in rule_faults(rule, rules, fields)]
    return found


def rule_faults(rule: Rule, rules: RuleSet, fields: Collection[str]) -> list[str]:
    """One sentence for each thing that is wrong with this rule among these rules."""
    return [fault for lint in LINTS.values() for fault in lint(rule, rules, fields)]


def _fields(rule: Rule, rules: RuleSet, fields: Collection[str]) -> Iterable[str]:
    """Some probe gives the field."""
    for name in rule.reads:
        if name not in fields:
            yield f"no probe gives the field {name}"


def _twice(rule: Rule, rules: RuleSet, fields: Collection[str]) -> Iterable[str]:
    """It names no field that it reads without being told."""
    for name in read_besides(rule, named=True):
        yield f"reads {name} anyway, where the same text stands: it need not be named"


def _origin(rule: Rule, rules: RuleSet, fields: Collection[str]) -> Iterable[str]:
    """It is in the file of its vendor, named after it, and says where it is known from."""
    if rule.vendor and rule.file != f"{slug(rule.vendor)}.toml":
        yield f"the rules of {rule.vendor} belong in {slug(rule.vendor)}.toml"
    stem = rule.file.rpartition(".")[0]
    if not rule.id.startswith(f"{stem}."):
        yield f"the id begins with the file's name: {stem}.…"
    if not rule.source.strip():
        yield "source is missing: where is this known from?"


def _words(rule: Rule, rules: RuleSet, fields: Collection[str]) -> Iterable[str]:
    """What it says is in the vocabulary."""
    words = rules.vocabulary
    known: Mapping[str, Collection[str]] = {
        "class": words.classes,
        "kind": words.kinds,
        "vendor": words.vendors,
        "service": words.services,
        "remote": words.remote,
        "fragile": ("yes",),
    }
    for attribute, value in rule.says:
        if attribute not in words.attributes:
            yield f"says {attribute}, which is no attribute"
        elif attribute in known and value not in known[attribute]:
            yield f"{attribute} {value!r} is not in the vocabulary"
    systems = {dict(rule.says).get("os", ""), *rule.means.get("os", {}).values()} - {""}
    for value in sorted(systems):
        if not all(_is_system(part, rules) for part in value.split(" or ")):
            yield f"os {value!r} is not in the vocabulary"
    kind, said_class = dict(rule.says).get("kind", ""), dict(rule.says).get("class", "")
    if kind in words.kinds and said_class != words.kinds[kind]:
        yield f"{kind} is a kind of {words.kinds[kind]}, not of {said_class}"
    if not rule.says and not _groups(rule):
        yield "says nothing"


def _is_system(name: str, rules: RuleSet) -> bool:
    return any(name == general or name in exact for general, exact in rules.vocabulary.systems.items())


def _pattern(rule: Rule, rules: RuleSet, fields: Collection[str]) -> Iterable[str]:
    """Its pattern compiles, is anchored throughout, reads attributes and ends in good time."""
    if rule.how != "match":
        return
    try:
        parsed = pattern_parser.parse(rule.what[0])
    except re.error as error:
        yield f"the pattern is none: {error}"
        return
    for group in sorted(_groups(rule)):
        if group not in rules.vocabulary.attributes:
            yield f"the group {group} is no attribute"
        elif group in dict(rule.says) and not (group == "vendor" and rule.vendor):
            yield f"{group} is both said and read out of the text"
    if len(parsed) and str(parsed[0][0]) == "BRANCH":
        yield "alternatives at the top are not all anchored: put them in (?:…)"
    if _nested(parsed, inside=False):
        yield "a repetition inside a repetition can take for ever on a hostile text"


def _short_words(rule: Rule, rules: RuleSet, fields: Collection[str]) -> Iterable[str]:
    """Each word of its table is long enough to be looked up."""
    words = rule.means[rule.what[0]] if rule.how == "word" else ()
    for word in words:
        if len(word) < SHORTEST:
            yield f"{word!r} is too short to be found by its first letters"


def _turns(rule: Rule, rules: RuleSet, fields: Collection[str]) -> Iterable[str]:
    """Hints alone are heard by turns: what is likely or sure is weighed."""
    if rule.turn and rule.tier is not Tier.WEAK:
        yield f"turn is a hint's, and this rule is {rule.tier.name.lower()}"


def _groups(rule: Rule) -> set[str]:
    if rule.how == "word":
        return set(rule.what)
    return set(re.findall(r"\(\?P<(\w+)>", rule.what[0])) if rule.how == "match" else set()


def _nested(parsed: Iterable[tuple[object, Any]], *, inside: bool) -> bool:
    """Whether an unbounded repetition stands inside another, in a parsed pattern."""
    for operation, argument in parsed:
        name = str(operation)
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            unbounded = int(argument[1]) > _FEW
            if (unbounded and inside) or _nested(argument[2], inside=inside or unbounded):
                return True
        elif name == "ATOMIC_GROUP":
            if _nested(argument, inside=inside):
                return True
        elif name in ("SUBPATTERN", "ASSERT", "ASSERT_NOT"):
            if _nested(argument[-1], inside=inside):
                return True
        elif name == "BRANCH" and any(_nested(branch, inside=inside) for branch in argument[1]):
            return True
    return False


def _examples(rule: Rule, rules: RuleSet, fields: Collection[str]) -> Iterable[str]:
    """It has an example, matches it, and gives just what the example says."""
    if not rule.examples:
        yield "has no example: [[rule.example]] text, gives"
    for example in rule.examples:
        for name in _read(rule):
            said = {c.attribute: c.value for c in rules.claims(name, example.text) if c.rule == rule.id}
            if not said:
                yield f"does not match its example {example.text!r}"
                continue
            for attribute, value in example.gives:
                if said.get(attribute) != value:
                    yield f"gives {attribute} {said.get(attribute)!r} for {example.text!r}, not {value!r}"
            if missing := sorted((_groups(rule) & said.keys()) - dict(example.gives).keys()):
                yield f"gives {', '.join(missing)} for {example.text!r}, which the example does not say"


def _numbers(rule: Rule, rules: RuleSet, fields: Collection[str]) -> Iterable[str]:
    """Each number of a table is one that IANA gave to somebody."""
    if rule.file.endswith(NUMBERS) and rule.how == "oid":
        for arc in rule.what:
            if not registrant(number_of(arc)):
                yield f"IANA's registry has no {number_of(arc)}"


def _counters(rule: Rule, rules: RuleSet, fields: Collection[str]) -> Iterable[str]:
    """It has a near miss and does not match it."""
    if not rule.counters:
        yield "has no near miss: [[rule.counter]] text"
    for text in rule.counters:
        if any(c.rule == rule.id for name in _read(rule) for c in rules.claims(name, text)):
            yield f"matches its near miss {text!r}"


def _thefts(rule: Rule, rules: RuleSet, fields: Collection[str]) -> Iterable[str]:
    """No strong rule of another file says another vendor or model of its examples."""
    files = {other.id: other.file for other in rules.rules}
    for example in rule.examples:
        for name in _read(rule):
            claims = rules.claims(name, example.text)
            own = {c.attribute: c.value for c in claims if c.rule == rule.id}
            for claim in claims:
                if claim.attribute not in own.keys() & _ONE_SIDED or files[claim.rule] == rule.file:
                    continue
                same = agree(claim.value, own[claim.attribute], claim.attribute, rules.vocabulary)
                if claim.tier is Tier.STRONG and not same:
                    yield f"{claim.rule} says {claim.attribute} {claim.value!r} of {example.text!r}"


LINTS: Mapping[str, Callable[[Rule, RuleSet, Collection[str]], Iterable[str]]] = {
    "reads what a probe gives": _fields,
    "names no field twice": _twice,
    "origin": _origin,
    "words": _words,
    "pattern": _pattern,
    "words of a table": _short_words,
    "turns": _turns,
    "examples": _examples,
    "near misses": _counters,
    "numbers": _numbers,
    "steals no example": _thefts,
}
"""Every lint of a single rule, by name."""


def _read(rule: Rule) -> tuple[str, ...]:
    return rule.reads or ("arp.mac",)


def _vocabulary_faults(rules: RuleSet) -> Iterable[str]:
    words = rules.vocabulary
    brands = {name for house in words.houses.values() for name in house}
    yield from (f"no vendor: {name} of a house" for name in sorted(brands - words.vendors.keys()))
    yield from (
        f"no vendor: {name}" for name in sorted(set(words.system_makers.values()) - words.vendors.keys())
    )
    yield from (f"no system: {name}" for name in sorted(words.system_makers) if not _is_system(name, rules))
    yield from (f"no role of a field: {role}" for role in sorted(words.fields.keys() - set(ROLES)))
    yield from (f"fragile is no kind: {kind}" for kind in sorted(words.fragile - words.kinds.keys()))
    yield from (
        f"no transport for {name}" for name, (how, _) in words.services.items() if how not in ("tcp", "udp")
    )
