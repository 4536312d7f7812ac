"""Where a MAC is: the port that is its own among all that saw it, and which MACs are no devices."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.port_places import PortPlacesError, port_key, read_port_places
from agent.sightings import Spot, own_port, sightings, without_shadows
from probes.model import Evidence

MAC, OTHER, OWN = "00:26:73:00:00:01", "00:26:73:00:00:02", "00:26:73:00:00:99"
MADE_UP = "02:00:00:00:00:01"


@pytest.mark.parametrize(
    ("meaning", "ports", "uplinks", "crowd", "own"),
    [
        ("one port", ["a 1"], [], {"a 1": 1}, "a 1"),
        ("the uplink is nobody's place", ["a 24", "b 5"], ["a 24"], {"a 24": 1, "b 5": 9}, "b 5"),
        ("nobody told of the uplink: the crowd is there", ["a 24", "b 5"], [], {"a 24": 40, "b 5": 1}, "b 5"),
        ("behind an uplink alone", ["a 24"], ["a 24"], {"a 24": 40}, ""),
        ("many behind one port: a hub, a hypervisor", ["a 3"], [], {"a 3": 40}, "a 3"),
        ("moved, and two switches remember", ["a 3", "b 5"], [], {"a 3": 1, "b 5": 1}, ""),
        ("nowhere", [], [], {}, ""),
    ],
)
def test_the_nearest_port_is_its_own(
    meaning: str, ports: list[str], uplinks: list[str], crowd: dict[str, int], own: str
) -> None:
    for order in permutations(ports):
        assert own_port(order, uplinks, crowd) == own


@given(
    st.dictionaries(st.sampled_from([f"s {n}" for n in range(9)]), st.integers(1, 50), min_size=1),
    st.sets(st.sampled_from([f"s {n}" for n in range(9)])),
)
def test_it_is_one_that_saw_it_and_no_uplink_and_none_is_nearer(
    crowd: dict[str, int], uplinks: set[str]
) -> None:
    own = own_port(crowd, uplinks, crowd)
    if own:
        assert own not in uplinks
        assert all(crowd[own] < crowd[port] for port in crowd if port != own and port not in uplinks)


def said(*rows: tuple[str, str, str]) -> list[Evidence]:
    return [Evidence("main", host, field.partition(".")[0], field, value, "T") for host, field, value in rows]


SEEN = said((MAC, "forwarding.port", "sw-3f Gi1/0/5"), ("10.0.0.1", "ports.place", "sw-3f Gi1/0/5 = 3F ICU"))


@pytest.mark.parametrize(
    ("meaning", "more", "spot"),
    [
        ("the port's description", (), Spot("sw-3f", "Gi1/0/5", "3F ICU")),
        ("the switch hears it say so", ((MAC, "links.at", "sw-3f Gi1/0/6"),), Spot("sw-3f", "Gi1/0/6")),
        ("heard on two: the forwarding table decides",
         ((MAC, "links.at", "a 1"), (MAC, "links.at", "b 1")), Spot("sw-3f", "Gi1/0/5", "3F ICU")),
        ("at an access point", ((MAC, "wireless.access_point", "ap-3f"),), Spot("sw-3f", "Gi1/0/5", "ap-3f")),
        ("another switch hangs there", (("10.0.0.1", "links.uplink", "sw-3f Gi1/0/5 = b"),), Spot()),
        ("the neighbour there was heard to route",
         ((OTHER, "links.at", "sw-3f Gi1/0/5"), ("10.0.0.9", "arp.mac", OTHER), ("10.0.0.9", "lldp.capabilities", "router")),
         Spot()),
        ("the neighbour there is a server, whose guests stand where it does",
         ((OTHER, "links.at", "sw-3f Gi1/0/5"), ("10.0.0.9", "arp.mac", OTHER), ("10.0.0.9", "lldp.capabilities", "station")),
         Spot("sw-3f", "Gi1/0/5", "3F ICU")),
        ("a list says that a bridge is there",
         (("10.0.0.2", "forwarding.port", "sw-3f Gi1/0/5"), ("10.0.0.2", "lldp.capabilities", "bridge")), Spot()),
        ("a list says that a telephone is there",
         (("10.0.0.2", "forwarding.port", "sw-3f Gi1/0/5"), ("10.0.0.2", "lldp.capabilities", "bridge telephone")),
         Spot("sw-3f", "Gi1/0/5", "3F ICU")),
        ("told by a list of somebody's", ((OTHER, "forwarding.place", "x"),), Spot("sw-3f", "Gi1/0/5", "3F ICU")),
    ],
)  # fmt: skip
def test_where_one_is(meaning: str, more: tuple[tuple[str, str, str], ...], spot: Spot) -> None:
    assert sightings([*SEEN, *said(*more)]).spot("main", MAC, ("10.0.0.9",)) == spot


def test_a_place_told_with_the_row_counts_where_the_port_has_none() -> None:
    seen = sightings(said((MAC, "forwarding.port", "sw 1"), (MAC, "forwarding.place", "霊安室")))
    assert seen.spot("main", MAC, ()) == Spot("sw", "1", "霊安室")


def test_what_hangs_on_an_address_is_found_by_it() -> None:
    seen = sightings(said(("10.0.0.9", "links.at", "sw 7"), ("10.0.0.9", "wireless.access_point", "ap")))
    assert seen.spot("main", MAC, ("10.0.0.9",)) == Spot("sw", "7", "ap")


def test_sites_do_not_mix() -> None:
    assert sightings(SEEN).spot("branch", MAC, ()) == Spot()


def test_the_hospitals_list_outranks_the_switch_however_the_port_is_spelt() -> None:
    listed = read_port_places("switch,port,place\nSW-3F.hospital.example,GigabitEthernet1/0/5,ICU 4床\n")
    assert sightings(SEEN, listed).spot("main", MAC, ()).place == "ICU 4床"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("sw-3f", "Gi1/0/5"), ("SW-3F.example.jp", "GigabitEthernet1/0/5")),
        (("sw", "Fa0/1"), ("sw", "FastEthernet0/1")),
        (("192.0.2.1", "1"), ("192.0.2.1", "1")),
    ],
)
def test_one_port_spelt_in_two_ways(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert port_key(*one) == port_key(*other)


def test_ports_of_other_numbers_stay_apart() -> None:
    assert len({port_key("sw", p) for p in ("Gi1/0/5", "Gi1/0/50", "Te1/0/5", "5", "port 5", "15")}) == 6


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("sw,1,ICU\n", 1),
        ("スイッチ,ポート,場所\nsw,1,ICU\nsw,2,\n\n", 1),
        ("sw,1,ICU\nsw,1,ICU\n", 1),
        ('sw,1,"ICU, 4床"\n', 1),
        ("", 0),
    ],
)
def test_a_list_of_ports_is_read(text: str, places: int) -> None:
    assert len(read_port_places(text)) == places


@pytest.mark.parametrize("text", ["sw,1\n", "sw,,ICU\n", ",1,ICU\n", "sw,1,ICU\nsw,1,OR\n"])
def test_a_list_that_cannot_be_meant_names_the_row(text: str) -> None:
    with pytest.raises(PortPlacesError, match="row"):
        read_port_places(text)


@pytest.mark.parametrize(
    ("meaning", "rows", "left"),
    [
        ("a MAC that only a switch knows stays", [(MAC, "forwarding.port", "sw 1")], [MAC]),
        ("a switch's own is none", [(OWN, "forwarding.port", "sw 1"), ("10.0.0.1", "ports.own", OWN)], ["10.0.0.1"]),
        ("a shared one is none", [("00:00:5e:00:01:01", "forwarding.port", "sw 1")], []),
        ("a host's is the host's", [(MAC, "forwarding.port", "sw 1"), ("10.0.0.9", "neighbours.mac", MAC)], ["10.0.0.9"]),
        ("a made-up one too", [(MADE_UP, "forwarding.port", "sw 1"), ("10.0.0.9", "arp.mac", MADE_UP)], ["10.0.0.9"]),
        ("what was heard of it stays", [(MAC, "stp.bridge", OWN), ("10.0.0.9", "arp.mac", MAC)], [MAC, "10.0.0.9"]),
    ],
)  # fmt: skip
def test_which_macs_are_devices(meaning: str, rows: list[tuple[str, str, str]], left: list[str]) -> None:
    assert [item.host for item in without_shadows(said(*rows))] == left


def test_what_a_neighbour_heard_of_a_switch_is_told_of_the_switch() -> None:
    heard = Evidence("main", OWN, "links", "lldp.system_name", "sw", "T")
    assert [e.host for e in without_shadows([heard, *said(("10.0.0.1", "ports.own", OWN))])] == [
        "10.0.0.1"
    ] * 2
