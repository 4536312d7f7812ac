"""What the gate is told of a host: the ledger and the evidence together, and the more careful of the two."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from ipaddress import ip_address, ip_network

import pytest

from agent.care import HostView, refusal, table_refusal
from agent.known import Known, denied_ports
from agent.known_host import Host
from agent.rules import load_rules
from agent.same_box import asked_elsewhere
from agent.scope import Care, Network, Protected, Scope, parse_scope
from probes import all_probes
from probes.model import Evidence

OFFICE = Network(ip_network("10.0.1.0/24"), "office", care=Care.OFFICE)
TEXT = """
[authorisation]
by = "x"
until = 2030-01-01
[[network]]
cidr = "10.0.1.0/24"
name = "office"
care = "office"
"""
RULES = load_rules()
PUMP_MAC = "00:1a:fa:00:00:01"  # a block of a maker of patient monitors and pumps (Welch Allyn)


def view(*evidence: tuple[str, str], rows: tuple[Protected, ...] = ()) -> HostView:
    scope: Scope = parse_scope(TEXT)
    known = Known(scope, RULES, frozenset(), rows)
    known.learn(Evidence("main", "10.0.1.5", f.partition(".")[0], f, v, "T") for f, v in evidence)
    return known.view_at(scope.networks[0], ip_address("10.0.1.5"))


def test_nothing_known_is_nothing_believed() -> None:
    nobody = view()
    assert (nobody.klass, nobody.recognised, nobody.fragile, nobody.declared) == ("", False, "", False)


def test_an_address_that_the_ledger_declares_is_protected_before_anything_is_heard_of_it() -> None:
    declared = view(rows=(Protected("台帳 5", "medical", "infusion", ip="10.0.1.5"),))
    assert "台帳 5" in declared.fragile and declared.klass == "medical"


@pytest.mark.parametrize("other", ["printer", "network", "terminal", ""])
def test_an_old_row_does_not_make_a_medical_device_sturdy(other: str) -> None:
    """The row says printer; the device says on DICOM that it is a Philips MR."""
    rows = (Protected("台帳 6", other, "", ip="10.0.1.5"),) if other else ()
    seen = view(("dicom.implementation_uid", "1.3.46.670589.11.0.0.51.4.5"), rows=rows)
    assert seen.klass == "medical" and not seen.declared


def test_of_two_rows_the_one_that_says_something_fragile_counts() -> None:
    rows = (
        Protected("台帳 1", "printer", "", ip="10.0.1.5"),
        Protected("台帳 2", "medical", "ventilator", ip="10.0.1.5"),
    )
    assert "ventilator" in view(rows=rows).fragile


def test_a_block_is_no_recognition() -> None:
    assert not view(("arp.mac", PUMP_MAC)).recognised
    assert not view(("netbios.mac", PUMP_MAC)).recognised


def test_a_table_gives_a_routed_host_its_mac_and_its_protection() -> None:
    seen = view(("neighbours.mac", PUMP_MAC), ("neighbours.source", "core"))
    assert seen.mac == PUMP_MAC and seen.fragile and not seen.recognised


@pytest.mark.parametrize("mac_first", [True, False])
def test_what_is_told_of_a_mac_belongs_to_the_host_that_has_it(mac_first: bool) -> None:
    scope: Scope = parse_scope(TEXT)
    known = Known(scope, RULES, frozenset())
    mac = Evidence("main", "10.0.1.5", "neighbours", "neighbours.mac", "00:26:73:00:00:07", "T")
    told = [
        Evidence("main", "00:26:73:00:00:07", "links", "lldp.capabilities", "telephone", "T"),
        Evidence("main", "00:26:73:00:00:07", "forwarding", "forwarding.port", "sw Gi1", "T"),
    ]
    known.learn([mac, *told] if mac_first else [*told, mac])
    seen = known.view_at(scope.networks[0], ip_address("10.0.1.5"))
    assert (seen.klass, seen.recognised) == ("phone", True)
    assert "sw Gi1" in known.place(seen)
    assert list(known.hosts) == [("main", "10.0.1.5")]


def test_a_mac_alone_is_kept_and_is_no_host_that_could_be_asked() -> None:
    known = Known(parse_scope(TEXT), RULES, frozenset())
    item = Evidence("main", "00:26:73:00:00:07", "forwarding", "forwarding.port", "sw Gi1", "T")
    assert known.admits(item)
    known.learn([item])
    assert not known.hosts and known.by_mac[("main", "00:26:73:00:00:07")] == [item]
    assert not known.admits(Evidence("main", "sw-1", "lldp", "lldp.port", "x", "T"))


OFFICE_24 = Network(ip_network("10.9.0.0/24"), "office", care=Care.OFFICE)
V6 = Network(ip_network("2001:db8::/64"), "office, IPv6", care=Care.OFFICE)


def face(ip: str, mac: str, *fields: str) -> Host:
    network = V6 if ":" in ip else OFFICE_24
    said = [Evidence("main", ip, "x", name, "y", "2026-01-01T00:00:00Z") for name in ("arp.mac", *fields)]
    return Host("main", ip_address(ip), network, True, mac, said)


def test_of_a_macs_many_addresses_only_those_where_somebody_spoke_are_asked() -> None:
    router = "00:00:5e:00:53:01"
    lent = [face(f"10.9.0.{n}", router) for n in range(20, 32)]
    own = face("10.9.0.1", router, "snmpv3.engine")
    left = asked_elsewhere([own, *lent, face("10.9.0.99", "00:00:5e:00:53:99")])
    assert set(left) == {("main", str(h.ip)) for h in lent}
    assert "10.9.0.1" in left[("main", "10.9.0.20")] and router in left[("main", "10.9.0.20")]


def test_where_nobody_spoke_the_first_of_them_is_asked() -> None:
    lent = [face(f"10.9.0.{n}", "00:00:5e:00:53:01") for n in range(20, 32)]
    assert len(asked_elsewhere(lent)) == 11 and ("main", "10.9.0.20") not in asked_elsewhere(lent)


def test_a_server_of_a_few_addresses_is_asked_at_each() -> None:
    assert asked_elsewhere([face(f"10.9.0.{n}", "00:00:5e:00:53:01") for n in range(20, 28)]) == {}


def test_a_box_is_asked_at_its_ipv4_address() -> None:
    both = [face("10.9.0.5", "00:00:5e:00:53:05"), face("2001:db8::5", "00:00:5e:00:53:05")]
    assert set(asked_elsewhere(both)) == {("main", "2001:db8::5")}
    assert asked_elsewhere(both[1:]) == {}, "one that has no other is asked there"


# Whom the ledger and the scope protect, and for whom a row opens nothing

ELSE_MAC, ROW_MAC = "00:26:73:00:00:09", "00:26:73:00:00:07"


@pytest.mark.parametrize("second", ["neighbours.mac", "arp.mac", "netbios.mac"])
def test_every_mac_that_was_met_at_an_address_protects_it(second: str) -> None:
    """The address was another's yesterday, and a table still says so; what has it now is a ventilator."""
    rows = (Protected("台帳 7", "medical", "ventilator", mac=ROW_MAC),)
    seen = view(("neighbours.mac", ELSE_MAC), (second, ROW_MAC), rows=rows)
    assert "台帳 7" in seen.fragile


def test_never_holds_for_every_mac_that_was_met_at_an_address() -> None:
    scope = parse_scope(f'never = ["{ROW_MAC}"]\n{TEXT}')
    known = Known(scope, RULES, frozenset(scope.networks))
    for mac in (ELSE_MAC, ROW_MAC):
        known.learn([Evidence("main", "10.0.1.5", "arp", "arp.mac", mac, "T")])
    seen, now = known.view_at(scope.networks[0], ip_address("10.0.1.5")), datetime(2026, 1, 1, tzinfo=UTC)
    assert "never" in refusal(seen, all_probes()["http"], scope, now)
    assert "never" in table_refusal(seen, scope)


@pytest.mark.parametrize(
    ("meaning", "mac", "kind", "opens"),
    [
        ("the box of the row", ROW_MAC, ("printer", ""), True),
        ("nobody knows which", "", ("printer", ""), True),
        ("an address that several routers share", "00:00:5e:00:01:07", ("network", ""), True),
        ("another box has its address now", ELSE_MAC, ("printer", ""), False),
    ],
)
def test_a_row_opens_nothing_for_another_box_at_its_address(
    meaning: str, mac: str, kind: tuple[str, str], opens: bool
) -> None:
    rows = (Protected("台帳 8", *kind, ip="10.0.1.5", ports=(8080,)), Protected("台帳 8", *kind, mac=ROW_MAC))
    seen = view(*([("arp.mac", mac)] if mac else []), rows=rows)
    assert (seen.declared, seen.recognised, bool(seen.named)) == (opens, opens, opens), meaning


@pytest.mark.parametrize("kind", ["ventilator", "ct"])
def test_a_row_protects_whoever_has_its_address(kind: str) -> None:
    rows = (
        Protected("台帳 9", "medical", kind, ip="10.0.1.5"),
        Protected("台帳 9", "medical", kind, mac=ROW_MAC),
    )
    seen = view(("arp.mac", ELSE_MAC), rows=rows)
    assert (seen.klass, seen.kind) == ("medical", kind)


def test_a_row_says_nothing_where_two_sites_have_its_address_but_that_it_must_be_spared() -> None:
    two = TEXT + '[[network]]\ncidr = "10.0.1.0/24"\nname = "annex"\nsite = "annex"\nsensor = "eth1"\n'
    scope = parse_scope(two.replace('name = "office"', 'name = "office"\nsensor = "eth0"'))
    rows = (
        Protected("台帳 1", "printer", "", ip="10.0.1.5"),
        Protected("台帳 2", "medical", "infusion", ip="10.0.1.6"),
    )
    known = Known(scope, RULES, frozenset(), rows)
    for network in scope.networks:
        assert not known.view_at(network, ip_address("10.0.1.5")).declared
        assert known.view_at(network, ip_address("10.0.1.6")).fragile


def test_a_console_is_a_modality_though_its_windows_speaks_louder() -> None:
    windows = ("snmp.sysObjectID", "1.3.6.1.4.1.311.1.1.3.1.1")
    assert view(windows).klass == "terminal"
    for heard in (("dicom.sends", "ct"), ("mdns.service", "_dicom._tcp")):
        assert view(windows, heard).klass == "medical"
    assert view(windows, ("dicom.sends", "ct")).kind == "ct"


def test_every_maker_that_it_may_be_of_denies_its_ports() -> None:
    """A Moxa adapter in a box that calls itself a Digi: what either denies is not touched."""
    makers = denied_ports()
    blocks = {"Moxa": "00:90:e8:00:00:01", "Digi": "00:40:9d:00:00:01"}
    seen = view(("arp.mac", blocks["Moxa"]), ("netbios.mac", blocks["Digi"]))
    assert seen.denied_ports == makers["Moxa"] | makers["Digi"]


def test_who_fell_silent_is_asked_at_none_of_its_addresses() -> None:
    scope = parse_scope(TEXT)
    known = Known(scope, RULES, frozenset())
    for last in (5, 6):
        known.learn([Evidence("main", f"10.0.1.{last}", "arp", "arp.mac", ROW_MAC, "T")])
    known.silence(known.view_at(scope.networks[0], ip_address("10.0.1.5")), "http", whole_class=False)
    assert known.view_at(scope.networks[0], ip_address("10.0.1.6")).silenced
    assert not known.view_at(scope.networks[0], ip_address("10.0.1.7")).silenced


# Whom a question to everyone would reach


def test_a_declared_device_is_spared_a_question_to_everyone_though_nobody_saw_it_yet() -> None:
    scope = parse_scope(TEXT)
    rows = (Protected("台帳 4", "medical", "infusion", ip="10.0.1.5"),)
    assert "台帳 4" in Known(scope, RULES, frozenset(), rows).fragile_in(scope.networks[0])
    elsewhere = (Protected("台帳 4", "medical", "infusion", ip="10.0.9.5"),)
    assert not Known(scope, RULES, frozenset(), elsewhere).fragile_in(scope.networks[0])


@pytest.mark.parametrize(
    ("meaning", "probe", "name", "spared"),
    [
        ("it was heard", "lldp", "lldp.port", True),
        ("a table has it, of whatever link", "forwarding", "forwarding.port", False),
    ],
)
def test_a_fragile_device_without_an_address_is_spared_too(
    meaning: str, probe: str, name: str, spared: bool
) -> None:
    scope = parse_scope(TEXT)
    known = Known(scope, RULES, frozenset())
    known.learn([Evidence("main", PUMP_MAC, probe, name, "x 1", "T")])
    assert bool(known.fragile_in(scope.networks[0])) is spared, meaning


# Time: a run that thinks for minutes cannot stop within a second


def test_much_said_of_one_host_and_a_long_ledger_take_no_longer_for_each_word() -> None:
    scope = parse_scope(TEXT)
    rows = tuple(Protected(f"台帳 {n}", "printer", "", ip=f"10.{n >> 8}.{n & 255}.1") for n in range(10_000))
    known, begun = Known(scope, RULES, frozenset(), rows), time.perf_counter()
    for n in range(4000):
        known.learn([Evidence("main", "10.0.1.5", "ports", "ports.name", f"{n} Gi1/0/{n}", "T")])
    for n in range(1000):
        known.view_at(scope.networks[0], ip_address(f"10.0.1.{n % 250 + 1}"))
    assert time.perf_counter() - begun < 6, "26 s where every word meets all that was said before"
