"""The table of products by sysObjectID: what its lines say, how firmly, and which it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.device import Claim, Tier
from agent.products_file import ProductsError, rules_of
from agent.rule_file import parse_rules
from agent.rule_lint import rule_faults
from agent.rules import RuleSet, built_in, load_rules
from agent.settle import settle

WORDS = 'attributes = ["class", "model", "vendor"]\n'
TABLE = (
    "# head\n\n= 62331.1\tAcme ACME-PRODUCTS-MIB\n4.1\tAC-500\n4.2\tAC-600\texact\n4.3\tAC-500\n"
    "= 62332\tBrightlink BL-MIB\n4.1\tAC-500\n"
)
ARC = "1.3.6.1.4.1"


def rules(table: str) -> RuleSet:
    return RuleSet(*parse_rules([("vocabulary.toml", WORDS), ("products.tsv", table)]))


def said(found: RuleSet, oid: str) -> set[tuple[str, str, str]]:
    return {(c.attribute, c.value, c.tier.name) for c in found.claims("snmp.sysObjectID", f"{ARC}.{oid}")}


def test_what_the_lines_say() -> None:
    found = rules(TABLE)
    assert not found.problems
    assert said(found, "62331.1.4.1") == said(found, "62331.1.4.3") == {("model", "AC-500", "WEAK")}
    assert said(found, "62331.1.4.2") == {("model", "AC-600", "STRONG")}
    assert said(found, "62332.4.1") == {("model", "AC-500", "WEAK")}
    assert said(found, "62331.1.4.1.7") == said(found, "62331.1.4.9") == said(found, "62331.1.4") == set()


def test_products_of_one_name_and_mib_are_one_rule_that_names_the_mib() -> None:
    sources = [rule.source for rule in rules(TABLE).rules]
    assert sources == [
        "Acme ACME-PRODUCTS-MIB: 62331.1.4.1",
        "Acme ACME-PRODUCTS-MIB: 62331.1.4.2",
        "Brightlink BL-MIB: 62332.4.1",
    ]


def test_its_rules_are_as_good_as_written_ones() -> None:
    found = rules(TABLE)
    assert [f for rule in found.rules for f in rule_faults(rule, found, ("snmp.sysObjectID",))] == []


@pytest.mark.parametrize(
    ("table", "why"),
    [
        ("4.1\tAC-500\n", "line 1: number, product"),
        ("= 1.2\tA MIB\n4.1 AC-500\n", "line 2: number, product"),
        ("= 1.2\tA MIB\nx\tAC-500\n", "line 2: number, product"),
        ("= 1.2\tA MIB\n4.1\t\n", "line 2: number, product"),
        ("= 1.2\tA MIB\n4.1\tAC-500\tperhaps\n", "line 2: number, product"),
        ("= 1.2\n", "line 1: = arc and the MIB"),
        ("= x\tA MIB\n", "line 1: = arc and the MIB"),
        ("= 1.2\tA MIB\n4.1\tAC-500\n4.1\tAC-600\n", "line 3: 1.2.4.1 stands there twice"),
    ],
)
def test_what_is_refused(table: str, why: str) -> None:
    with pytest.raises(ProductsError, match=why):
        rules_of(table, "products")
    assert [p.file for p in rules(table).problems] == ["products.tsv"]


def test_a_family_is_heard_only_where_nothing_else_tells_the_model() -> None:
    """Of a stack the number is that of the family, of a chassis that of the base model."""
    words = load_rules().vocabulary
    family = Claim("model", "AC-500", Tier.WEAK, "products.62331-1-4-1", "snmp.sysObjectID", "1.3")
    other = Claim("model", "AC-512-24T", Tier.WEAK, "shapes.model-first", "snmp.sysDescr", "AC-512-24T")
    alone, _ = settle([family], words)
    both, conflicts = settle([family, other], words)
    assert [c.value for c in alone if c.attribute == "model"] == ["AC-500"]
    assert both[0].value == "AC-512-24T" or "model" in conflicts


def test_a_site_may_bring_its_own(tmp_path: Path) -> None:
    (tmp_path / "our-products.tsv").write_text("= 62331\tour note\n1\tAC-700\n", encoding="utf-8")
    found = load_rules((built_in(), tmp_path))
    assert ("model", "AC-700", "WEAK") in said(found, "62331.1")
