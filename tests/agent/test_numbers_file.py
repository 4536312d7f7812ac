"""The table of enterprise numbers: what its lines say, and which it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.numbers_file import MAKER, NumbersError, rules_of
from agent.rule_file import parse_rules
from agent.rule_lint import rule_faults
from agent.rules import RuleSet, built_in, load_rules

WORDS = 'attributes = ["class", "vendor"]\n[kinds]\npower = ["ups"]\nnetwork = ["switch"]\n'
TABLE = (
    "# head\n\n318\tAcme\tpower\n2636\tBrightlink\t-\tcommon formerly Dimlink\n3224\t-\tpower\n"
    "3309\tAcme\tnetwork\n3310\tColossus\tnetwork\n3311\tColossus\tpower\tmanifold\n"
)
FIELDS = ("snmp.sysObjectID", "snmpv3.enterprise", MAKER)


def rules(table: str) -> RuleSet:
    return RuleSet(*parse_rules([("vocabulary.toml", WORDS), ("enterprise.tsv", table)]))


def said(found: RuleSet, oid: str) -> set[tuple[str, str, str]]:
    return {(c.attribute, c.value, c.tier.name) for c in found.claims("snmp.sysObjectID", oid)}


def test_what_the_lines_say() -> None:
    found = rules(TABLE)
    assert not found.problems
    assert said(found, "1.3.6.1.4.1.318.1.3") == {("vendor", "Acme", "MEDIUM"), ("class", "power", "WEAK")}
    assert said(found, "1.3.6.1.4.1.2636") == {("vendor", "Brightlink", "MEDIUM")}
    assert said(found, "1.3.6.1.4.1.3224.1") == {("class", "power", "WEAK")}
    assert said(found, "1.3.6.1.4.1.3180.1") == set()


def test_its_rules_are_as_good_as_written_ones() -> None:
    found = rules(TABLE)
    assert [fault for rule in found.rules for fault in rule_faults(rule, found, FIELDS)] == []


def test_a_brand_is_a_name_in_texts_unless_it_is_a_common_word() -> None:
    words = rules(TABLE).vocabulary
    assert words.vendor("ACME Inc.") == "Acme"
    assert words.common == {"Brightlink"}


def test_what_is_known_of_a_maker_by_name() -> None:
    found = rules(TABLE)
    said = {name: [c.value for c in found.claims(MAKER, name)] for name in ("Acme", "Brightlink", "Colossus")}
    assert said == {"Acme": ["power"], "Brightlink": [], "Colossus": []}, "by its first number, if by any"
    assert {c.tier.name for c in found.claims(MAKER, "Acme")} == {"WEAK"}


def test_the_source_tells_the_number_and_the_note() -> None:
    sources = {rule.id: rule.source for rule in rules(TABLE).rules}
    assert sources["enterprise.pen-2636"] == "IANA private enterprise numbers: 2636 (formerly Dimlink)"


@pytest.mark.parametrize(
    ("table", "why"),
    [
        ("318 Acme power\n", "tabs between"),
        ("x\tAcme\tpower\n", "tabs between"),
        ("318\t\tpower\n", "tabs between"),
        ("318\tAcme\tpower\ta\tb\n", "tabs between"),
        ("318\t-\t-\n", "says nothing of 318"),
        ("318\tAcme\tpower\n318\tAcme\tpower\n", "each once"),
        ("318\tAcme\tpower\n317\tAcme\tpower\n", "the numbers go up"),
    ],
)
def test_what_is_refused(table: str, why: str) -> None:
    with pytest.raises(NumbersError, match=why):
        rules_of(table, "enterprise")
    assert [p.file for p in rules(table).problems] == ["enterprise.tsv"]


@pytest.mark.parametrize(
    ("table", "why"),
    [
        ("318\tAcme\tpumps\n", "class 'pumps' is not in the vocabulary"),
        ("999999\tAcme\tpower\n", "IANA's registry has no 999999"),
    ],
)
def test_what_is_no_good(table: str, why: str) -> None:
    found = rules(table)
    assert any(why in fault for rule in found.rules for fault in rule_faults(rule, found, FIELDS))


def test_two_spellings_of_a_brand_are_a_doubt() -> None:
    assert any("stands for" in p.text for p in rules("318\tAcme\t-\n319\tACME\t-\n").problems)


def test_a_site_may_bring_its_own(tmp_path: Path) -> None:
    (tmp_path / "site.tsv").write_text("62331\tAcme Pumps\tpower\n", encoding="utf-8")
    found = load_rules((built_in(), tmp_path))
    assert ("vendor", "Acme Pumps", "MEDIUM") in said(found, "1.3.6.1.4.1.62331.1")
    mine = [rule for rule in found.rules if rule.file == "site.tsv"]
    assert [fault for rule in mine for fault in rule_faults(rule, found, FIELDS)] == []
