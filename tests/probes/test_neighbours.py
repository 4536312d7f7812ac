"""ARP and neighbour tables: which entries are hosts, and that the older table is not read in vain."""

from __future__ import annotations

import pytest

from probes import neighbours
from probes.snmp_message import Oid, Value
from probes.tables import Box
from tests.probes.table_reading import read, talk
from tests.snmp_agent import Agent

MAC, TEXT = bytes.fromhex("00005e005321"), "00:00:5e:00:53:21"


def entry(octets: tuple[int, ...], kind: int = 3, mac: Value = MAC) -> dict[Oid, Value]:
    family = 1 if len(octets) == 4 else 2
    index = (1, family, len(octets), *octets)
    return {(*neighbours.PHYSICAL_MAC, *index): mac, (*neighbours.PHYSICAL_TYPE, *index): kind}


def old(octets: tuple[int, ...], kind: int = 3) -> dict[Oid, Value]:
    index = (1, *octets)
    return {(*neighbours.MEDIA_MAC, *index): MAC, (*neighbours.MEDIA_TYPE, *index): kind}


IPV6 = tuple(bytes.fromhex("20010db8000000000000000000000021"))


@pytest.mark.parametrize(
    ("meaning", "view", "hosts", "pages"),
    [
        ("both families in the newer table", entry((192, 0, 2, 21)) | entry(IPV6), {"192.0.2.21", "2001:db8::21"}, 2),
        ("the newer has it: the older is not read", entry((192, 0, 2, 21)) | old((192, 0, 2, 22)), {"192.0.2.21"}, 2),
        ("the newer has IPv6 alone", entry(IPV6) | old((192, 0, 2, 22)), {"2001:db8::21", "192.0.2.22"}, 4),
        ("the older alone", old((192, 0, 2, 22)), {"192.0.2.22"}, 3),
        ("invalid ones", entry((192, 0, 2, 21), 2) | old((192, 0, 2, 22), 2), set(), 4),
        ("no type told", {k: v for k, v in entry((192, 0, 2, 21)).items() if v == MAC}, {"192.0.2.21"}, 2),
        ("a MAC of nobody", entry((192, 0, 2, 21), mac=bytes(6)) | old((192, 0, 2, 22)), {"192.0.2.22"}, 4),
        ("nothing", {}, set(), 2),
    ],
)  # fmt: skip
def test_which_entries_are_hosts(meaning: str, view: dict[Oid, Value], hosts: set[str], pages: int) -> None:
    found, asked = read(neighbours.read(Box("core")), view)
    assert {r.host for r in found.readings} == hosts
    assert {(r.field, r.value) for r in found.readings} <= {
        ("neighbours.mac", TEXT),
        ("neighbours.source", "core"),
    }
    assert len(asked) == pages


def test_an_interface_of_the_router_itself_is_told_to_be_its_own() -> None:
    found, _ = read(neighbours.read(Box("core", own=frozenset({TEXT}))), entry((192, 0, 2, 1)))
    assert ("", "neighbours.own", TEXT) in {(r.host, r.field, r.value) for r in found.readings}


@pytest.mark.parametrize("version", ["1", "2c"])
def test_both_versions_read_it(version: str) -> None:
    view = old((192, 0, 2, 22)) | old((192, 0, 2, 23))
    agent = Agent({"c": view})
    assert {host for host, _, _ in talk(neighbours.PROBE, agent, version)} == {"192.0.2.22", "192.0.2.23"}
    assert {kind for _, kind, _, _ in agent.asked} == {"GetBulk" if version == "2c" else "GetNext"}
