"""What stands behind a maker's name, or behind an invitation to log in, is read as if the text began there."""

from __future__ import annotations

import pytest

from agent.behind_name import followed
from agent.device import Tier
from agent.rule_file import parse_rules
from agent.rules import RuleSet

RULES = """
[[rule]]
id = "acme.page"
reads = ["http.title", "ftp.banner"]
match = '^WardView (?P<model>\\d+)'
says = { vendor = "Acme", class = "medical" }
tier = "strong"
source = "invented"

[[rule]]
id = "acme.program"
reads = "http.title"
match = '^Tracker$'
says = { product = "Tracker" }
tier = "weak"
source = "invented"
"""
VOCABULARY = """
attributes = ["class", "vendor", "model", "product", "product_version", "kind", "os"]
[vendors]
Acme = ["Acme Medical"]
Zorblatt = []
[kinds]
"""


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    made, words, problems = parse_rules([("acme.toml", RULES), ("vocabulary.toml", VOCABULARY)])
    assert not problems
    return RuleSet(made, words)


@pytest.mark.parametrize(
    ("meaning", "rest", "maker", "said", "told"),
    [
        ("a line of the maker's", " WardView 500", "Acme", (), {"class": "medical", "model": "500"}),
        ("signs between", "® - WardView 500", "Acme", (), {"class": "medical", "model": "500"}),
        ("the form of a company between", ", Inc. WardView 500", "Acme", (), {"class": "medical", "model": "500"}),
        ("what the whole text said stands", " WardView 500", "Acme", ("class",), {"model": "500"}),
        ("a line of another maker's", " WardView 500", "Zorblatt", (), {}),
        ("no maker before it", "WardView 500", "", (), {"vendor": "Acme", "class": "medical", "model": "500"}),
        ("a program", " Tracker", "Acme", (), {"product": "Tracker"}),
        ("nothing behind it", " - ", "Acme", (), {}),
        ("what no rule knows", " Bedside", "Acme", (), {}),
    ],
)  # fmt: skip
def test_what_is_told(
    rules: RuleSet, meaning: str, rest: str, maker: str, said: tuple[str, ...], told: dict[str, str]
) -> None:
    text = f"Page{rest}"
    claims = list(followed("http.title", text, rest, maker, rules, said))
    assert {c.attribute: c.value for c in claims} == told
    assert all(c.text == text and c.tier <= Tier.MEDIUM for c in claims)


def test_a_text_is_not_read_twice(rules: RuleSet) -> None:
    assert not list(followed("http.title", "WardView 500", "WardView 500", "", rules, ()))
