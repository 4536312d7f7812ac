"""What follows for the system from what a device is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agent.device import Claim, Tier
from agent.own_systems import IDENTITY_FIELD, system_claims, with_system
from agent.rules import load_rules

RULES = load_rules()
TABLE = [line for rule in RULES.rules for line in rule.means.get("os", {}) if IDENTITY_FIELD in rule.reads]


def believed(tier: Tier = Tier.MEDIUM, **what: str) -> list[Claim]:
    return [Claim(attribute, value, tier, "a.rule", "a.field", "text") for attribute, value in what.items()]


def system(claims: list[Claim], *conflicts: str) -> list[tuple[str, Tier]]:
    said = list(system_claims(claims, conflicts, RULES))
    assert all(c.attribute == "os" and c.field == IDENTITY_FIELD for c in said)
    return [(c.value, c.tier) for c in said]


BY_CLASS = {"vendor": "Synology", "class": "storage"}
BY_KIND = {"vendor": "Fortinet", "class": "network", "kind": "firewall", "model": "FortiGate-60F"}


@pytest.mark.parametrize(
    ("what", "os"),
    [
        (BY_CLASS, "DSM"),
        (BY_KIND, "FortiOS"),
        ({"vendor": "Fortinet", "class": "network", "model": "FortiGate-60F"}, "FortiOS"),
        (
            {"vendor": "Juniper", "class": "network", "kind": "firewall", "model": "SSG-20"},
            "ScreenOS",
        ),
        ({"vendor": "Juniper", "class": "network", "kind": "firewall", "model": "SRX300"}, "Junos OS"),
        ({"vendor": "Cisco", "class": "network", "kind": "switch", "model": "C9300-48P"}, "Cisco IOS XE"),
    ],
)
def test_a_maker_with_one_system_for_such_devices_tells_it(what: dict[str, str], os: str) -> None:
    assert system(believed(**what)) == [(os, Tier.WEAK)], "a conclusion is a hint, however sure the maker is"


@pytest.mark.parametrize(
    "what",
    [
        {"vendor": "Synology"},
        {"class": "storage"},
        {"vendor": "Synology", "class": "printer"},
        {"vendor": "Cisco", "class": "network", "kind": "switch", "model": "SG350-28"},
        {"vendor": "Nobody", "class": "storage"},
    ],
)
def test_half_an_identity_tells_nothing(what: dict[str, str]) -> None:
    assert system(believed(**what)) == []


@pytest.mark.parametrize(
    ("os", "tier"), [("FreeBSD", Tier.WEAK), ("DSM", Tier.WEAK), ("Linux", Tier.MEDIUM), ("QTS", Tier.STRONG)]
)
def test_what_tells_the_system_itself_is_heard_instead(os: str, tier: Tier) -> None:
    assert system([*believed(**BY_CLASS), *believed(tier, os=os)]) == []


def test_a_hint_at_linux_is_made_exact() -> None:
    linux = believed(Tier.WEAK, os="Linux")
    assert system([*believed(**BY_CLASS), *linux]) == [("DSM", Tier.WEAK)]
    told = with_system([*believed(**BY_CLASS), *linux], (), RULES)
    assert [c.value for c in told if c.attribute == "os"] == ["DSM", "Linux"], "the first is believed"


def test_systems_in_conflict_stay_so() -> None:
    assert system(believed(**BY_CLASS), "os") == []


@pytest.mark.parametrize("rule", ["ieee.oui", "iana.enterprise", "identify.mentioned-maker"])
def test_a_guessed_maker_concludes_nothing(rule: str) -> None:
    vendor, *others = believed(**BY_CLASS)
    assert system([replace(vendor, rule=rule), *others]) == []


def test_a_maker_that_is_told_as_a_hint_only_is_none_the_less_read_out_of_the_devices_own_words() -> None:
    vendor, trade = believed(**BY_CLASS)
    hint = replace(vendor, tier=Tier.WEAK)
    assert system([trade, hint]) == [("DSM", Tier.WEAK)]
    assert system([replace(trade, tier=Tier.WEAK), hint]) == [], "of two hints nothing follows"


@pytest.mark.parametrize("attribute", ["vendor", "class"])
def test_a_maker_or_class_in_conflict_concludes_nothing(attribute: str) -> None:
    assert system(believed(**BY_CLASS), attribute) == []


def test_a_kind_or_model_in_conflict_is_as_if_unknown() -> None:
    assert system(believed(**BY_KIND), "kind", "model") == []
    assert system(believed(**BY_CLASS, kind="nas"), "kind") == [("DSM", Tier.WEAK)]


@pytest.mark.parametrize("line", TABLE)
def test_each_line_of_the_table_is_in_the_words_of_the_vocabulary(line: str) -> None:
    words = RULES.vocabulary
    maker, device_class, kind, _ = (part.strip() for part in f"{line};;;".split(";", 3))
    assert words.vendor(maker) == maker
    assert device_class in words.classes
    assert not kind or words.kinds[kind] == device_class
