"""The sieve before the rules: it may let through too much, never too little."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.rules import load_rules
from agent.sieve import Sieve, needs


@pytest.mark.parametrize(
    ("meaning", "pattern", "needed"),
    [
        ("a run of letters", r"^Acme Router \d+", ("acme router ",)),
        ("the longest of two", r"^AB \d+ Firmware", (" firmware",)),
        ("either case of one letter", r"^[Ss]oft[Ww]are\d", ("software",)),
        ("case ignored", r"(?i)^SOFTware", ("software",)),
        ("a group that stands once", r"^x\d(?P<model>Acme)Line", ("acmeline",)),
        ("one of several", r"^\d(?:alpha|gamma)", ("alpha", "gamma")),
        ("a branch without a need spoils all", r"^\d(?:alpha|\w+)", ()),
        ("what may be left out is not needed", r"^\d(?:Acme)?\d(?:Brand)*", ()),
        ("what comes at least once is", r"^\d(?:Acme)+", ("acme",)),
        ("a look ahead", r"^(?=.*secret)\w", ("secret",)),
        ("what must not be there is not needed", r"^(?!never)\d.*other", ("other",)),
        ("an edge has no width", r"^.*\bAc\Bme", ("acme",)),
        ("two letters, as words in Japanese are", r"^.*(?:透析|空調)", ("透析", "空調")),
        ("one letter is too few", r"^.*a\d", ()),
        ("nothing", r"^", ()),
    ],
)
def test_what_a_pattern_cannot_do_without(meaning: str, pattern: str, needed: tuple[str, ...]) -> None:
    found = needs(pattern)
    assert set(found) == set(needed), meaning


def test_every_example_of_every_rule_comes_through() -> None:
    rules = [r for r in load_rules().rules if r.how in ("match", "contains")]
    wanted = [r.what if r.how == "contains" else needs(r.what[0]) for r in rules]
    sieve = Sieve(wanted)
    assert sum(map(bool, wanted)) > 0.9 * len(rules)
    for number, rule in enumerate(rules):
        for example in rule.examples:
            assert number in sieve.let_through(example.text.casefold()), (rule.id, example.text)


PIECES = st.sampled_from(
    [
        "abc",
        "Ab",
        "[aA]b",
        "(?:ab|bc)",
        "(?:ab)?",
        "(?:ca)+",
        "a{0,2}",
        r"\w",
        ".*?",
        "(?i:ABC)",
        "(?=ab)",
        "(?!bb)",
    ]
)


@given(st.lists(PIECES, min_size=1, max_size=5).map("".join), st.text("abcABC", max_size=12))
def test_whatever_matches_comes_through(pattern: str, text: str) -> None:
    if re.compile(f"^.*?{pattern}").match(text):
        assert Sieve([needs(f"^.*?{pattern}")]).let_through(text.casefold()) == [0]


def test_what_comes_through_is_in_order_and_few() -> None:
    sieve = Sieve([("zebra",), (), ("apple", "pear"), ("ze",)])
    assert sieve.let_through("a zebra") == [0, 1, 3]
    assert sieve.let_through("pears") == [1, 2]
    assert sieve.let_through("") == [1]
