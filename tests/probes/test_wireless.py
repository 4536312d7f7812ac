"""Clients of wireless controllers, and that nobody's name is asked for."""

from __future__ import annotations

import pytest

from probes import wireless as w
from probes.snmp_message import Oid, Value
from tests.probes.table_reading import talk
from tests.snmp_agent import Agent

CLIENT, POINT = bytes.fromhex("00005e005371"), bytes.fromhex("00005e0053a0")
MAC = CLIENT.hex(":")


def station(address: bytes = bytes([192, 0, 2, 71])) -> dict[Oid, Value]:
    return {
        (*w.STATION_IP, *CLIENT): address,
        (*w.STATION_AP, *CLIENT): POINT,
        (*w.STATION_SSID, *CLIENT): b"WARD",
    }


def point(name: bytes = b"ap-3f", place: bytes = b"3F east") -> dict[Oid, Value]:
    return {(*w.AP_NAME, *POINT): name, (*w.AP_PLACE, *POINT): place}


def user(address: tuple[int, ...], name: bytes = b"ap-2f") -> dict[Oid, Value]:
    return {(*w.USER_AP, *CLIENT, *address): name, (*w.ARUBA_SSID, *CLIENT): b"STAFF"}


@pytest.mark.parametrize(
    ("meaning", "view", "host", "at"),
    [
        ("with an address", station() | point(), "192.0.2.71", "ap-3f (3F east)"),
        ("without one yet", station(bytes(4)) | point(), MAC, "ap-3f (3F east)"),
        ("nobody set the place", station() | point(place=b"default location"), "192.0.2.71", "ap-3f"),
        ("an access point that has gone", station(), "192.0.2.71", ""),
        ("Aruba", user((192, 0, 2, 81)), "192.0.2.81", "ap-2f"),
        ("Aruba, without an address", user((0, 0, 0, 0)), MAC, "ap-2f"),
    ],
)
def test_where_a_client_is(meaning: str, view: dict[Oid, Value], host: str, at: str) -> None:
    found = talk(w.PROBE, Agent({"c": view}))
    assert {v for h, f, v in found if f == "wireless.access_point" and h == host} == ({at} if at else set())
    assert {h for h, _, _ in found} == {host}
    assert {v for _, f, v in found if f == "wireless.mac"} == ({MAC} if host != MAC else set())
    assert any(f == "wireless.ssid" for _, f, _ in found)


NAMES = ((*w.AIRESPACE, 1, 4, 1, 3), (*w.WLSX, 4, 1, 2, 1, 3))
"""bsnMobileStationUserName, nUserName."""


def test_the_columns_of_persons_names_are_never_asked_for() -> None:
    view: dict[Oid, Value] = {
        **station(),
        **point(),
        **user((192, 0, 2, 81)),
        (*NAMES[0], *CLIENT): b"yamada",
    }
    view[(*NAMES[1], *CLIENT, 192, 0, 2, 81)] = b"suzuki"
    agents = [Agent({"c": view}), Agent({"c": {k: v for k, v in view.items() if k[:7] != w.AIRESPACE[:7]}})]
    for agent in agents:
        told = talk(w.PROBE, agent)
        assert told and not {"yamada", "suzuki"} & {value for _, _, value in told}
        for _, _, asked, _ in agent.asked:
            assert not any(name[: len(column)] == column for name in asked for column in NAMES)


def test_a_switch_that_is_no_controller_is_asked_twice() -> None:
    agent = Agent({"c": {(1, 3, 6, 1, 2, 1, 1, 5, 0): b"sw"}})
    assert talk(w.PROBE, agent) == set()
    assert len(agent.asked) == 2
