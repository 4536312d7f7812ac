"""Whose number it is, by IANA's registry, and what becomes of that."""

from __future__ import annotations

import pytest

from agent.device import Tier
from agent.enterprises import number_of, registrant
from agent.identify import claims_of, identify
from agent.makers import AGENT_RULE
from agent.rules import load_rules
from agent.settle import NAMED_RULE
from probes.model import Evidence

RULES = load_rules()


def heard(field: str, value: str) -> Evidence:
    return Evidence("", "192.0.2.1", field.partition(".")[0], field, value, "2026-01-01T00:00:00Z")


@pytest.mark.parametrize(
    ("oid", "number"),
    [
        ("1.3.6.1.4.1.9.1.516", "9"),
        (".1.3.6.1.4.1.2636", "2636"),
        ("1.3.6.1.4.1.29671.2.1", "29671"),
        ("1.3.6.1.4.1", ""),
        ("1.3.6.1.4.1.", ""),
        ("1.3.6.1.4.1.0.1", ""),
        ("1.3.6.1.2.1.1", ""),
        ("1.2.826.0.1", ""),
        ("", ""),
        ("1.3.6.1.4.1.12345678901", ""),
    ],
)
def test_the_number_of_an_arc(oid: str, number: str) -> None:
    assert number_of(oid) == number


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("9", "ciscoSystems"),
        ("1", "NxNetworks"),
        ("2636", "Juniper Networks"),
        ("1347", "KYOCERA"),
        ("2435", "Brother Industries"),
        ("62331", "Watermark Auto Group"),
        ("999999", ""),
        ("", ""),
    ],
)
def test_the_registrant_without_its_company_form(number: str, name: str) -> None:
    assert registrant(number) == name


def test_a_maker_that_no_rule_names_is_known_by_its_number() -> None:
    """27893 is in the registry and in no rule, and its holder is no maker that we know: a hint."""
    oid = "1.3.6.1.4.1.27893.1"
    claims = claims_of([heard("snmp.sysObjectID", oid)], RULES)
    vendor = next(c for c in claims if c.attribute == "vendor")
    assert (vendor.value, vendor.rule, vendor.tier) == (registrant("27893"), AGENT_RULE, Tier.WEAK)


@pytest.mark.parametrize("number", sorted(RULES.vocabulary.agents))
def test_makers_of_agents_are_no_makers_of_devices(number: str) -> None:
    claims = claims_of([heard("snmp.sysObjectID", f"1.3.6.1.4.1.{number}.1.1")], RULES)
    assert not [c for c in claims if c.rule == AGENT_RULE]


@pytest.mark.parametrize(
    ("text", "vendor"),
    [
        ("RICOH Company Ltd. thing", "Ricoh"),
        ("Allied Telesis AB-500", "Allied Telesis"),
        ("Cisco Systems, Inc. thing", "Cisco"),
        ("a thing for Cisco racks", ""),
        ("Delta T sensor", ""),
        ("", ""),
    ],
)
def test_a_description_that_begins_with_its_maker(text: str, vendor: str) -> None:
    claims = claims_of([heard("snmp.sysDescr", text)], RULES)
    assert [c.value for c in claims if c.rule == NAMED_RULE] == ([vendor] if vendor else [])


def test_class_and_vendor_of_a_device_that_no_rule_knows() -> None:
    evidence = [
        heard("snmp.sysDescr", "XY-2000 Gigabit Switch"),
        heard("snmp.sysObjectID", "1.3.6.1.4.1.27893.1"),
    ]
    (device,) = identify(evidence, RULES)
    assert device.best("class") == "network"
    assert device.best("vendor") == registrant("27893")
