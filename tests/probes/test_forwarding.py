"""Forwarding tables: the most exact one is read, and only what was learnt is told."""

from __future__ import annotations

import pytest

from probes import forwarding as fdb
from probes.snmp_message import Oid, Value
from probes.tables import Box
from tests.probes.table_reading import read, talk
from tests.snmp_agent import Agent

SWITCH = Box("sw", {101: "Gi1", 102: "Gi2"}, frozenset({"00:00:5e:00:53:00"}))
M = [bytes.fromhex(f"00005e0053{n:02x}") for n in range(64)]
TEXT = [m.hex(":") for m in M]


def q(vlan: int, mac: bytes, port: int, status: int = 3) -> dict[Oid, Value]:
    return {(*fdb.Q_FDB_PORT, vlan, *mac): port, (*fdb.Q_FDB_STATUS, vlan, *mac): status}


def plain(mac: bytes, port: int, status: int = 3) -> dict[Oid, Value]:
    return {(*fdb.FDB_PORT, *mac): port, (*fdb.FDB_STATUS, *mac): status}


def serves(vlan: int, database: int) -> dict[Oid, Value]:
    return {(*fdb.Q_VLAN_FDB, 0, vlan): database}


PORTS: dict[Oid, Value] = {(*fdb.BASE_PORT_INTERFACE, 1): 101, (*fdb.BASE_PORT_INTERFACE, 2): 102}


@pytest.mark.parametrize(
    ("meaning", "view", "told"),
    [
        ("learnt, with its VLAN", q(7, M[1], 1) | serves(10, 7) | PORTS, {("Gi1", "10")}),
        ("a database of two VLANs tells none", q(7, M[1], 1) | serves(10, 7) | serves(20, 7) | PORTS, {("Gi1", "")}),
        ("no table of VLANs", q(10, M[1], 2) | PORTS, {("Gi2", "")}),
        ("the switch itself", q(7, M[1], 0, 4) | q(7, M[0], 1) | PORTS, set()),
        ("made by hand", q(7, M[1], 1, 5) | PORTS, set()),
        ("invalid", q(7, M[1], 1, 2) | PORTS, set()),
        ("a group", q(7, bytes.fromhex("01005e0000fb"), 1) | PORTS, set()),
        ("a port without interface", q(7, M[1], 9) | PORTS, {("port:9", "")}),
        ("an interface without name", q(7, M[1], 9) | PORTS | {(*fdb.BASE_PORT_INTERFACE, 9): 5}, {("ifIndex:5", "")}),
        ("BRIDGE-MIB alone", plain(M[1], 1) | PORTS, {("Gi1", "")}),
        ("both: the one with VLANs", plain(M[1], 2) | q(7, M[1], 1) | serves(10, 7) | PORTS, {("Gi1", "10")}),
    ],
)  # fmt: skip
def test_what_is_told_of_one_mac(meaning: str, view: dict[Oid, Value], told: set[tuple[str, str]]) -> None:
    found, _ = read(fdb.read(SWITCH), view)
    said = {r.field: r.value for r in found.readings if r.host == TEXT[1]}
    assert (
        {(said["forwarding.port"].removeprefix("sw "), said.get("forwarding.vlan", ""))} == told
        if told
        else not said
    )
    assert {r.host for r in found.readings} <= {TEXT[1]}


def test_entries_made_by_hand_are_counted() -> None:
    found, _ = read(fdb.read(SWITCH), q(7, M[1], 1, 5) | q(7, M[2], 1, 5) | q(7, M[3], 1) | PORTS)
    assert found.short[0].startswith("2 entries of the forwarding table are set by hand")


def vtp(vlan: int, state: int = 1, kind: int = 1) -> dict[Oid, Value]:
    index = (1, vlan)
    return {
        (*fdb.VTP_STATE, *index): state,
        (*fdb.VTP_TYPE, *index): kind,
        (*fdb.VTP_NAME, *index): b"V%d" % vlan,
    }


@pytest.mark.parametrize("version", ["1", "2c"])
def test_a_catalyst_is_asked_vlan_by_vlan(version: str) -> None:
    views = {
        "c": vtp(1) | vtp(10) | vtp(20, state=2) | vtp(30, kind=2) | vtp(1002) | plain(M[9], 1),
        "c@1": PORTS,
        "c@10": plain(M[1], 13) | {(*fdb.BASE_PORT_INTERFACE, 13): 101},
    }
    agent = Agent(views)
    found = talk(fdb.PROBE, agent, version)
    assert {(h, v) for h, f, v in found if f == "forwarding.port"} == {(TEXT[1], "192.0.2.10 ifIndex:101")}
    assert {v for _, f, v in found if f == "forwarding.vlan"} == {"10"}
    assert {v for _, f, v in found if f == "forwarding.vlan_name"} == {"1 = V1", "10 = V10"}
    assert {community for community, *_ in agent.asked} == {"c", "c@1", "c@10"}


def test_a_vlan_that_is_silent_ends_them_all() -> None:
    agent = Agent({"c": vtp(10) | vtp(20) | vtp(30), "c@10": plain(M[1], 1) | PORTS})
    talk(fdb.PROBE, agent)
    assert [c for c, *_ in agent.asked if "@" in c][-1] == "c@20"


def test_a_long_table_takes_few_questions() -> None:
    view = PORTS | {k: v for n in range(1, 61) for k, v in q(7, M[n], 1).items()}
    _, pages = read(fdb.read(SWITCH), view)
    assert len(pages) <= 60 / 10 + 6
