"""What is left of the rules for one who has never heard of a maker (tests/bench/rule_ledger.py)."""

from __future__ import annotations

from types import ModuleType

from agent.rule_file import parse_rules
from agent.rules import RuleSet
from tests.bench.rule_ledger import Account, Tier, by_maker, without_own

RULES = """
[[rule]]
id = "{file}.{name}"
reads = "snmp.sysDescr"
match = '^{name}'
says = {{ {says} }}
tier = "medium"
"""


def rules() -> RuleSet:
    files = [
        ("acme.toml", 'vendor = "Acme"\n' + RULES.format(file="acme", name="one", says='class = "network"')),
        ("own.toml", RULES.format(file="own", name="acme-5", says='class = "network"')),
        ("words.toml", RULES.format(file="words", name="two", says='vendor = "Acme"')),
        ("systems.toml", RULES.format(file="systems", name="three", says='os = "AcmOS"')),
        (
            "other.toml",
            'vendor = "Other"\n' + RULES.format(file="other", name="four", says='class = "network"'),
        ),
        ("vocabulary.toml", '[systems]\n"AcmOS" = []\n[system_makers]\n"Acme" = ["AcmOS"]\n'),
    ]
    found, words, _ = parse_rules(files)
    return RuleSet(found, words)


def score() -> ModuleType:
    module = ModuleType("score")
    module.judge = lambda field, labels, said: (labels[field].casefold() == said.casefold(), False)  # type: ignore[attr-defined]
    return module


def test_all_that_was_written_for_the_maker_is_left_out() -> None:
    left = without_own(rules(), score(), "acme")
    assert [rule.id for rule in left.rules] == ["other.four"]
    assert left.vocabulary.vendor("Acme") == "" and left.vocabulary.vendor("Other") == "Other"


def test_a_maker_of_whom_nothing_was_written_changes_nothing() -> None:
    assert len(without_own(rules(), score(), "nobody").rules) == len(rules().rules)


def test_a_rule_is_short_of_what_its_tier_promises() -> None:
    assert Account(Tier.STRONG, right=199, wrong=1).short is False
    assert Account(Tier.STRONG, right=198, wrong=1).short is True
    assert Account(Tier.MEDIUM, right=94, wrong=6).short is True
    assert Account(Tier.WEAK, right=0, wrong=9).short is False


def test_records_are_parted_by_maker() -> None:
    records = [
        {"id": 1, "labels": {"vendor": "A"}},
        {"id": 2, "labels": {}},
        {"id": 3, "labels": {"vendor": "A"}},
    ]
    assert {maker: [r["id"] for r in part] for maker, part in by_maker(records).items()} == {"A": [1, 3]}
