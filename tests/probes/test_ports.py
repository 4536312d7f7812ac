"""The table of interfaces: the name that people know, the description, and the switch's own MACs."""

from __future__ import annotations

import pytest

from probes import ports
from probes.snmp_message import Value
from probes.tables import Box
from tests.probes.table_reading import read, talk
from tests.snmp_agent import Agent

OWN = bytes.fromhex("00005e005301")


@pytest.mark.parametrize(
    ("meaning", "descr", "name", "alias", "told"),
    [
        ("all there", b"GigabitEthernet1/0/1", b"Gi1/0/1", "3階".encode(), {"1 Gi1/0/1", "sw Gi1/0/1 = 3階"}),
        ("no ifXTable", b"Port 1", None, None, {"1 Port 1"}),
        ("a description that repeats the name", b"Port 1", b"1", b"Port 1", {"1 1"}),
        ("blank texts", b" \0", b"", b"x", set()),
        ("line breaks in it", b"Slot: 0\r\nPort: 1", None, b" a\tb ", {"1 Slot: 0 Port: 1", "sw Slot: 0 Port: 1 = a b"}),
    ],
)  # fmt: skip
def test_one_row(meaning: str, descr: Value, name: Value | None, alias: Value | None, told: set[str]) -> None:
    cells = {ports.DESCR: descr, ports.NAME: name, ports.ALIAS: alias}
    view = {(*column, 1): value for column, value in cells.items() if value is not None}
    found, _ = read(ports.read(Box("sw")), view)
    assert {r.value for r in found.readings} == told


def test_its_own_macs_are_told_once() -> None:
    view: dict[tuple[int, ...], Value] = {(*ports.MAC, n): OWN for n in range(1, 30)}
    view |= {(*ports.MAC, 30): b"", (*ports.MAC, 31): bytes(6), (*ports.MAC, 32): 7}
    found, _ = read(ports.read(Box("sw")), view)
    assert [(r.field, r.value) for r in found.readings] == [("ports.own", "00:00:5e:00:53:01")]


def test_v1_reads_the_same() -> None:
    view: dict[tuple[int, ...], Value] = {(*ports.DESCR, n): f"Port {n}".encode() for n in range(1, 6)}
    view[(*ports.ALIAS, 3)] = b"to 3F"
    assert talk(ports.PROBE, Agent({"c": view}), "1") == talk(ports.PROBE, Agent({"c": view}), "2c") != set()


def test_without_a_community_nothing_is_asked() -> None:
    assert talk(ports.PROBE, agent := Agent({"c": {}}), community="other") == set()
    assert len(agent.asked) == 1
