"""Companies that only the registry of address blocks knows, found where a text begins with their names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent import oui
from agent.identify import claims_of
from agent.lines import lines_of
from agent.registered_makers import everyday_words, first_words, maker_named
from agent.rules import RuleSet, load_rules
from probes.model import Evidence

REGISTRY = first_words(lines_of([
    "Zorblatt Inc.",
    "QUUXIT ELECTRONICS CO., LTD.",
    "Hangzhou Fribbel Digital Technology Co.,Ltd.",
    "Smart Frames Ltd",
    "Arctic Fox Networks GmbH",
    "Oracle Corporation",
    "ab frames",
    *(f"Manyfold {letter}works LLC" for letter in "ABCDEFGHIJ"),
    "大和無線電機",
]))  # fmt: skip
FOUND = {
    "Zorblatt ZX-4 Web Console": ("Zorblatt", 1),
    "ZORBLATT ZX-4": ("Zorblatt", 1),
    "Quuxit Q4": ("Quuxit Electronics", 1),
    "Fribbel DVR": ("Fribbel Digital", 1),
    "Arctic Fox Networks AF-1": ("Arctic Fox Networks", 3),
    "Smart Frames 24": ("Smart Frames", 2),
    "大和無線電機 7": (
        "大和無線電機",
        1,
    ),
}
NOBODY = {
    "a host is written in small letters": "zorblatt login:",
    "an everyday word is nobody's": "Smart Switch 24",
    "a program is no maker's device": "Oracle HTTP Server",
    "too many companies begin so": "Manyfold 7",
    "too short": "AB 7",
    "a part of the word": "Zorblatts 7",
    "nothing": "",
}


@pytest.mark.parametrize(("text", "maker"), FOUND.items())
def test_a_company_that_a_text_begins_with(text: str, maker: tuple[str, int]) -> None:
    assert maker_named(text.split(), REGISTRY) == maker


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY.keys())
def test_a_text_that_names_nobody(text: str) -> None:
    assert maker_named(text.split(), REGISTRY) == ("", 0)


TRAPS = """
Login Welcome Index Router Switch Gateway Camera Printer Error Status Home Apache Nginx Tomcat Oracle Google Amazon
Akamai Cloudflare Linux Ubuntu Debian Windows Turbo Standard Professional Enterprise Hospital Klinik Willkommen
Bienvenue Accueil Serveur System Network Smart Digital Base Station Hypervisor Raid
"""


@pytest.mark.parametrize("word", TRAPS.split())
def test_no_word_of_a_page_is_a_company_of_the_registry_in_use(word: str) -> None:
    assert maker_named([word, "5000"]) == ("", 0)


def test_a_company_of_many_blocks_is_one_and_a_text_may_hold_anything() -> None:
    registry = first_words(
        lines_of(["001122\tZorblatt Inc.", "334455\tZorblatt Inc.", "667788\tZorblatt Sales Inc.", "AB Ltd"])
    )
    assert registry.beginning_with("zorblatt") == ("Zorblatt Inc.", "Zorblatt Sales Inc.")
    assert (
        registry.beginning_with("ab")
        == registry.beginning_with("\udc80")
        == registry.beginning_with("")
        == ()
    )


@given(st.lists(st.text(max_size=12), max_size=5))
def test_any_words(words: list[str]) -> None:
    name, count = maker_named(words, REGISTRY)
    assert bool(name) == bool(count) and count <= len(words)


def test_everyday_words_are_small_and_long_enough_to_be_looked_for() -> None:
    assert all(word == word.lower() and len(word) >= 4 for word in everyday_words())


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    return load_rules(proofs=False)


def vendors(rules: RuleSet, field: str, text: str) -> set[str]:
    evidence = [Evidence("", "192.0.2.1", field.partition(".")[0], field, text, "")]
    return {c.value for c in claims_of(evidence, rules) if c.attribute == "vendor"}


def registered(rules: RuleSet) -> str:
    """A company of the registry in use that no rule knows, by its first word."""
    names = sorted({line.rpartition("\t")[2] for line in oui.registry().lines})
    fitting = (
        word.capitalize()
        for word, _, form in (name.partition(" ") for name in names)
        if form.upper().startswith("INC") and len(word) > 7 and word.isascii() and word.isalpha()
    )
    return next(w for w in fitting if maker_named([w])[1] and not rules.vocabulary.vendor(w))


SAID = {
    "a description": ("snmp.sysDescr", "{} ZX-4 Firmware 1.2"),
    "a page": ("http.title", "{} ZX-4 - Login"),
    "a page that invites": ("https.title", "Welcome to {} ZX-4"),
    "a realm": ("http.realm", "{} ZX-4"),
    "a greeting": ("ftp.banner", "{} ZX-4 FTP server ready."),
    "an option": ("dhcp.vendor_class", "{} ZX-4"),
    "a certificate of the factory": ("tls.subject", "CN=ZX-4,OU=Devices,O={}"),
}
UNSAID = {
    "the name of a host": ("telnet.banner", "{} login:"),
    "the name of a Unix host": ("snmp.sysDescr", "Linux {} 5.10.0 #1 SMP x86_64"),
    "the program of a server": ("http.server", "{}/1.0"),
    "a certificate that somebody ordered": ("tls.subject", "CN=www.example.org,O={}"),
    "somebody further on": ("http.title", "Zx of {} and others"),
}


@pytest.mark.parametrize(("field", "text"), SAID.values(), ids=SAID.keys())
def test_who_made_it(rules: RuleSet, field: str, text: str) -> None:
    maker = registered(rules)
    assert {v.casefold() for v in vendors(rules, field, text.format(maker))} == {maker.casefold()}


@pytest.mark.parametrize(("field", "text"), UNSAID.values(), ids=UNSAID.keys())
def test_who_is_not_said_to_have_made_it(rules: RuleSet, field: str, text: str) -> None:
    maker = registered(rules)
    assert maker.casefold() not in {v.casefold() for v in vendors(rules, field, text.format(maker))}
