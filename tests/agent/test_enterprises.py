"""Whose number it is, by IANA's registry, and what becomes of that."""

from __future__ import annotations

import pytest

from agent.device import Tier
from agent.enterprises import number_of, registrant
from agent.identify import claims_of, identify
from agent.maker_names import COMPANY_RULE
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
        ("1347", "Kyocera"),
        ("2435", "Brother"),
        ("62331", "Watermark Auto"),
        ("999999", ""),
        ("", ""),
    ],
)
def test_the_registrant_as_people_say_its_name(number: str, name: str) -> None:
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
        ("GE UPS SNMP Agent 2.1", ""),
        ("GE Healthcare Gateway", "GE HealthCare"),
        ("Delta T sensor", ""),
        ("", ""),
    ],
)
def test_a_description_that_begins_with_its_maker(text: str, vendor: str) -> None:
    claims = claims_of([heard("snmp.sysDescr", text)], RULES)
    assert [c.value for c in claims if c.rule == NAMED_RULE] == ([vendor] if vendor else [])


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Allied Telesis AB-500", ["network"]),
        ("Allied Telesis network camera AB-500", ["camera"]),
        ("Fujitsu AB-500", []),
        ("AB-500 for Allied Telesis racks", []),
    ],
)
def test_what_a_named_maker_makes_is_a_hint_where_there_is_no_other(text: str, kinds: list[str]) -> None:
    claims = claims_of([heard("snmp.sysDescr", text)], RULES)
    assert [c.value for c in claims if c.attribute == "class"] == kinds


@pytest.mark.parametrize(
    ("text", "vendor"),
    [
        ("Zorblatt Frames, Inc. ZF-100 switch", "Zorblatt Frames"),
        ("ZF-100 rev 2, Copyright (c) 2019 Zorblatt Frames Co., Ltd.", "Zorblatt Frames"),
        ("zorblatt frames inc", ""),
        ("ZF-100 switch", ""),
    ],
)
def test_a_maker_nobody_has_heard_of_by_the_form_of_its_company(text: str, vendor: str) -> None:
    claims = claims_of([heard("snmp.sysDescr", text)], RULES)
    found = [(c.value, c.tier) for c in claims if c.rule == COMPANY_RULE]
    assert found == ([(vendor, Tier.WEAK)] if vendor else [])


def test_a_longer_name_in_the_registry_is_no_contradiction() -> None:
    """27893's holder by its first word alone, in the field that is made for it."""
    short = registrant("27893").split()[0]
    evidence = [heard("snmp.entPhysicalMfgName", short), heard("snmp.sysObjectID", "1.3.6.1.4.1.27893.1")]
    (device,) = identify(evidence, RULES)
    assert device.best("vendor") == short
    assert "vendor" not in device.conflicts


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Linux db03 4.9.0 #1 SMP Mon Dec 12 14:44:53 CST 2016 x86_64", "server"),
        ("Linux panel7 4.9.0 #1 SMP Mon Dec 12 14:44:53 CST 2016 armv7l", ""),
    ],
)
def test_a_unix_on_a_pc_is_a_server_where_nothing_else_hints(text: str, kind: str) -> None:
    (alone,) = identify([heard("snmp.sysDescr", text)], RULES)
    assert alone.best("class") == kind
    oid = heard("snmp.sysObjectID", "1.3.6.1.4.1.2636.1.1")
    (appliance,) = identify([heard("snmp.sysDescr", text), oid], RULES)
    assert appliance.best("class") == "network"


def test_class_and_vendor_of_a_device_that_no_rule_knows() -> None:
    evidence = [
        heard("snmp.sysDescr", "XY-2000 Gigabit Switch"),
        heard("snmp.sysObjectID", "1.3.6.1.4.1.27893.1"),
    ]
    (device,) = identify(evidence, RULES)
    assert device.best("class") == "network"
    assert device.best("vendor") == registrant("27893")


@pytest.mark.parametrize(
    ("meaning", "uid", "makers"),
    [
        ("a UID under a number that no rule knows", "1.3.6.1.4.1.27893.2.1", [registrant("27893")]),
        ("a toolkit's, by a rule: its maker is not the device's", "1.3.6.1.4.1.30071.8", []),
        ("a root that is no enterprise number", "1.2.826.0.1.3680043.9.99999", []),
    ],
)
def test_whose_number_a_dicom_uid_is_under(meaning: str, uid: str, makers: list[str]) -> None:
    found = [c for c in claims_of([heard("dicom.implementation_uid", uid)], RULES) if c.attribute == "vendor"]
    assert [(c.value, c.tier) for c in found] == [(maker, Tier.WEAK) for maker in makers], meaning
