"""An object of a maker's tree is a serial number or a model, not both (agent/own_texts.py)."""

from __future__ import annotations

from agent.device import Claim, Tier
from agent.own_texts import confirmed, one_thing_each

OWN, DESCR = "snmp.own", "snmp.sysDescr"


def claim(
    attribute: str, value: str, rule: str, field: str = OWN, tier: Tier = Tier.WEAK, text: str = ""
) -> Claim:
    return Claim(attribute, value, tier, rule, field, text or f"64999.1.1.0 {value}")


def left(*claims: Claim) -> set[tuple[str, str]]:
    return {(c.attribute, c.value) for c in one_thing_each(claims)}


def test_what_only_its_look_calls_a_model_is_the_serial_number_that_another_rule_makes_of_it() -> None:
    serial = claim("serial", "HK30AGNZ88H", "shapes.own-serial-short")
    assert left(serial, claim("model", "HK30AGNZ88H", "shapes.own-model")) == {("serial", "HK30AGNZ88H")}


def test_what_another_field_calls_the_model_is_no_serial_number() -> None:
    found = left(
        claim("serial", "APEX1000", "shapes.own-serial-short"),
        claim("model", "APEX1000", "shapes.own-model"),
        claim("model", "APEX 1000", "acme.names", DESCR, text="Acme APEX 1000"),
    )
    assert found == {("model", "APEX1000"), ("model", "APEX 1000")}


def test_a_serial_number_that_its_object_is_known_for_stands() -> None:
    found = left(
        claim("serial", "PD81005", "own_objects.serial", "snmp.own_serial", Tier.STRONG),
        claim("serial", "PD81005", "shapes.own-serial"),
        claim("model", "PD81005", "own_objects.model", "snmp.own_model", Tier.MEDIUM),
    )
    assert ("serial", "PD81005") in found and ("model", "PD81005") in found


def test_the_system_and_its_version_are_no_model() -> None:
    system = claim("os", "AcmeOS10", "acme.os", DESCR, Tier.MEDIUM, "Acme Networking AcmeOS 10 4.4.2")
    version = claim("version", "4.4.2", "acme.os", DESCR, Tier.MEDIUM, system.text)
    named = claim("model", "AcmeOS 10", "shapes.model-after-kind", DESCR, text=system.text)
    row = claim("model", "4.4.2", "snmp.entity-model", "snmp.entPhysicalModelName", text="4.4.2")
    assert left(system, version, named, row) == {("os", "AcmeOS10"), ("version", "4.4.2")}


def test_the_makers_name_is_no_model() -> None:
    maker = claim("vendor", "Acme8", "identify.named-maker", DESCR, Tier.MEDIUM, "Acme8 P500, AcmeOS 2.1")
    first = claim("model", "Acme8", "shapes.model-first", DESCR, text=maker.text)
    assert left(maker, first) == {("vendor", "Acme8")}


def test_what_its_maker_calls_the_model_may_have_the_systems_name() -> None:
    both = (
        claim("os", "AcmeBox", "acme.os", DESCR, Tier.MEDIUM),
        claim("model", "AcmeBox", "acme.box", DESCR, Tier.MEDIUM),
    )
    assert tuple(one_thing_each(both)) == both


def test_different_texts_are_left_alone() -> None:
    both = (claim("serial", "AB12345678", "shapes.own-serial"), claim("model", "AC-500", "shapes.own-model"))
    assert tuple(one_thing_each(both)) == both


def test_of_a_trees_names_the_one_that_another_field_says_too_is_the_devices() -> None:
    part, device = (
        claim("model", "ZB-PSU2", "shapes.own-model"),
        claim("model", "ZB38xxi", "shapes.own-model"),
    )
    described = claim("model", "ZB38XXI", "shapes.model-first-with-digits", DESCR, text="ZORB ZB38XXI 0123")
    assert confirmed((part, device, described)) == [device, described]


def test_a_trees_names_stand_where_no_other_field_says_one_of_them() -> None:
    both = [
        claim("model", "ZB-PSU2", "shapes.own-model"),
        claim("model", "ZB 9", "shapes.names-alone", DESCR, text="ZB 9"),
    ]
    assert confirmed(both) == both
