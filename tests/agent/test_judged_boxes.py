"""What a person judged to be one box, or not, outranks what the addresses show; and can be taken back."""

from __future__ import annotations

from random import Random

import pytest

from agent.identify import identify
from agent.merge import Judged
from agent.rules import load_rules
from probes.model import Evidence

RULES = load_rules()
MAC_A, MAC_B, MAC_C = "00:1b:21:00:00:0a", "00:1b:21:00:00:0b", "00:1b:21:00:00:0c"
ONE, TWO, THREE = "192.0.2.1", "192.0.2.2", "192.0.2.3"


def seen(host: str, mac: str, serial: str = "") -> list[Evidence]:
    readings = [("arp.mac", mac), *([("snmp.entPhysicalSerialNum", serial)] if serial else [])]
    return [
        Evidence("main", host, name.split(".")[0], name, value, "2026-04-01T00:00:00Z")
        for name, value in readings
    ]


def boxes(
    evidence: list[Evidence], *, together: tuple[str, ...] = (), apart: tuple[str, ...] = ()
) -> list[tuple[str, ...]]:
    def pairs(addresses: tuple[str, ...]) -> frozenset[tuple[str, str, str]]:
        return frozenset({("main", *addresses)}) if addresses else frozenset()  # type: ignore[arg-type]

    judged = Judged(pairs(together), pairs(apart))
    found = [device.ips for device in identify(evidence, RULES, judged=judged)]
    for shuffle in range(3):
        mixed = list(evidence)
        Random(shuffle).shuffle(mixed)
        assert sorted(d.ips for d in identify(mixed, RULES, judged=judged)) == sorted(found)
    return sorted(found)


BY_SERIAL = [
    *seen(ONE, MAC_A, "FCW2531A0DM"),
    *seen(TWO, MAC_B, "FCW2531A0DM"),
    *seen(THREE, MAC_C, "FCW2531A0DM"),
]
BY_MAC = [*seen(ONE, MAC_A), *seen(TWO, MAC_A)]


def test_a_merge_by_serial_is_undone_and_the_others_stay_joined() -> None:
    assert boxes(BY_SERIAL) == [(ONE, TWO, THREE)]
    assert boxes(BY_SERIAL, apart=(MAC_A, THREE)) == [(ONE, TWO), (THREE,)]
    assert boxes(BY_SERIAL, apart=(ONE, MAC_C)) == [(ONE, TWO), (THREE,)]


def test_a_merge_by_mac_is_undone_and_the_mac_stays_with_the_box() -> None:
    assert boxes(BY_MAC) == [(ONE, TWO)]
    assert boxes(BY_MAC, apart=(MAC_A, TWO)) == [(ONE,), (TWO,)]
    judged = Judged(apart=frozenset({("main", MAC_A, TWO)}))
    assert [(d.id, d.macs) for d in identify(BY_MAC, RULES, judged=judged)] == [
        (f"main/{MAC_A}", (MAC_A,)),
        (f"main/{TWO}", ()),
    ]


def test_two_devices_that_are_one_are_joined() -> None:
    two = [*seen(ONE, MAC_A), *seen(TWO, MAC_B)]
    assert boxes(two) == [(ONE,), (TWO,)]
    assert boxes(two, together=(MAC_A, MAC_B)) == [(ONE, TWO)]
    assert boxes(two, together=(ONE, TWO)) == [(ONE, TWO)]


@pytest.mark.parametrize(
    ("meaning", "judged"),
    [
        ("the address is not there today", Judged(frozenset({("main", MAC_A, "192.0.2.99")}))),
        ("it is of another site", Judged(apart=frozenset({("annex", MAC_A, TWO)}))),
        ("they were two before", Judged(apart=frozenset({("main", THREE, TWO)}))),
        ("nothing of the box would be left", Judged(apart=frozenset({("main", ONE, MAC_A)}))),
    ],
)
def test_a_judgement_about_what_is_not_so_changes_nothing(meaning: str, judged: Judged) -> None:
    assert identify(BY_MAC, RULES, judged=judged) == identify(BY_MAC, RULES), meaning


def test_apart_outranks_together() -> None:
    three = [*seen(ONE, MAC_A), *seen(TWO, MAC_B), *seen(THREE, MAC_C)]
    judged = Judged(
        together=frozenset({("main", ONE, TWO), ("main", TWO, THREE)}),
        apart=frozenset({("main", ONE, THREE)}),
    )
    assert sorted(d.ips for d in identify(three, RULES, judged=judged)) == [(ONE, TWO), (THREE,)]
