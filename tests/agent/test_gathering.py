"""What an import keeps: addresses of the scope, MACs that belong there, each once, within bounds."""

from __future__ import annotations

import pytest

from agent import gathering
from agent.gathering import Gathering
from agent.listen import Heard
from agent.scope import parse_scope
from probes.model import Reading

SCOPE = parse_scope(
    '[authorisation]\nby = "a"\nuntil = 2099-01-01\n[[network]]\ncidr = "192.0.2.0/24"\n'
    '[[network]]\ncidr = "198.51.100.0/24"\nsite = "annex"\n'
)
MAC, SWITCH = "02:00:5e:10:00:07", "02:00:5e:10:00:01"
AT = "2026-01-01T00:00:00.000Z"


def told(*readings: Reading, vlan: int | None = None) -> Heard:
    return Heard(tuple(("p", r) for r in readings), (), vlan)


def kept(*heard: Heard, link: str = "a") -> list[tuple[str, str, str]]:
    """(host, field, value) of everything kept of one recording."""
    into = Gathering(SCOPE, "main")
    found = [e for h in heard for e in into.take(h, link, AT)] + list(into.settle())
    return [(e.host, e.field, e.value) for e in found]


def test_only_addresses_of_the_sites_networks_are_kept() -> None:
    into = Gathering(SCOPE, "main")
    hosts = ("192.0.2.7", "198.51.100.7", "203.0.113.7", "2001:db8::7")
    found = list(into.take(told(*(Reading("p.x", "1", h) for h in hosts)), "a", AT))
    assert [(e.site, e.host, e.at) for e in found] == [("main", "192.0.2.7", AT)]
    assert any(note.startswith("3 addresses outside") for note in into.notes())


def test_each_reading_once_however_often_it_is_heard() -> None:
    assert len(kept(*[told(Reading("p.x", "1", "192.0.2.7"))] * 3)) == 1


NAME = Reading("p.name", "sw1", SWITCH)


@pytest.mark.parametrize(
    ("meaning", "others", "is_kept"),
    [
        ("nothing ties its link to the scope", [], False),
        ("its link carries an address of the scope", [told(Reading("arp.mac", MAC, "192.0.2.7"))], True),
        ("of another VLAN only", [told(Reading("arp.mac", MAC, "192.0.2.7"), vlan=30)], False),
        ("its own address is in the scope", [told(Reading("arp.mac", SWITCH, "192.0.2.1"), vlan=30)], True),
        ("its own address is elsewhere", [told(Reading("arp.mac", MAC, "192.0.2.7")),
                                          told(Reading("arp.mac", SWITCH, "203.0.113.1"))], False),
        ("a routed packet of an address of the scope ties nothing", [told(Reading("p.x", "1", "192.0.2.7"))], False),
    ],
)  # fmt: skip
def test_a_host_known_by_its_mac(meaning: str, others: list[Heard], is_kept: bool) -> None:
    for order in ([told(NAME), *others], [*others, told(NAME)]):
        assert ((SWITCH, "p.name", "sw1") in kept(*order)) == is_kept


def test_what_was_not_understood_is_counted() -> None:
    into = Gathering(SCOPE, "main")
    for _ in range(3):
        list(into.take(Heard(garbled=(("dhcp", "no"),)), "a", AT))
    assert list(into.notes()) == ["3 packets seemed to be dhcp and could not be read as such"]


def test_one_host_cannot_fill_the_journal() -> None:
    into = Gathering(SCOPE, "main")
    many = told(*(Reading("p.x", str(n), "192.0.2.7") for n in range(gathering.MOST_PER_FIELD + 9)))
    assert len(list(into.take(many, "a", AT))) == gathering.MOST_PER_FIELD
    assert list(into.notes()) == ["192.0.2.7 p.x: 9 further readings were not kept"]


def test_made_up_macs_cannot_fill_the_memory() -> None:
    into = Gathering(SCOPE, "main")
    for n in range(gathering.MOST_WAITING + 5):
        list(
            into.take(
                told(Reading("p.x", "1", f"02:00:{n >> 16:02x}:{n >> 8 & 255:02x}:{n & 255:02x}:00")), "a", AT
            )
        )
    assert list(into.notes()) == ["(known by MAC): 5 further readings were not kept"]
