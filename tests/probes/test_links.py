"""Rows of LLDP's and CDP's remote tables: read as the announcement that they were, on the right port."""

from __future__ import annotations

import pytest

from probes import cdp, links, lldp
from probes.model import Reading
from probes.snmp_message import Oid, Value
from probes.tables import Box
from tests.probes.table_reading import read, talk
from tests.snmp_agent import Agent

SWITCH = Box("sw", {1: "Gi1", 7: "Gi7"})
MAC = bytes.fromhex("00005e005340")
TEXT = MAC.hex(":")


def row(port: int = 1, able: bytes = b"\x20\0", **other: Value) -> dict[Oid, Value]:
    """One row of lldpRemTable."""
    cells: dict[str, Value] = {
        "chassis_kind": 4, "chassis": MAC, "port_kind": 5, "port": b"g24", "text": b"", "name": b"sw-b",
        "description": b"", "able": able, "enabled": able,
    } | other  # fmt: skip
    return {(*links.LLDP, 4, 1, 1, 4 + n, 0, port, 1): value for n, value in enumerate(cells.values())}


def managed(address: tuple[int, ...], port: int = 1) -> dict[Oid, Value]:
    return {(*links.LLDP, 4, 2, 1, 3, 0, port, 1, *address): 2}


def told(view: dict[Oid, Value]) -> dict[tuple[str, str], str]:
    found, _ = read(links.read(SWITCH), view)
    return {(r.host, r.field): r.value for r in found.readings}


@pytest.mark.parametrize(
    ("meaning", "view", "host"),
    [
        ("a management address", managed((1, 4, 192, 0, 2, 7)), "192.0.2.7"),
        ("one whose length is left out", managed((1, 192, 0, 2, 7)), "192.0.2.7"),
        ("IPv6", managed((2, 16, *range(16))), TEXT),
        ("two: it is not known which", managed((1, 4, 192, 0, 2, 7)) | managed((1, 4, 192, 0, 2, 8)), TEXT),
        ("none", {}, TEXT),
        ("damaged", managed((1, 4, 192, 0, 999, 7)), TEXT),
    ],
)
def test_whose_words_they_are(meaning: str, view: dict[Oid, Value], host: str) -> None:
    assert told(row() | view)[host, "lldp.system_name"] == "sw-b"


def test_a_row_says_what_the_frame_said() -> None:
    """The same announcement, once heard by us and once by the switch."""
    frame = b"".join(
        (kind << 9 | len(value)).to_bytes(2, "big") + value
        for kind, value in (
            (lldp.CHASSIS, b"\4" + MAC), (lldp.PORT, b"\5g24"), (lldp.PORT_TEXT, b"uplink"), (lldp.NAME, b"sw-b"),
            (lldp.DESCRIPTION, b"Switch"), (lldp.CAPABILITIES, b"\0\x14\0\x14"),
        )
    )  # fmt: skip
    heard = {(r.field, r.value) for r in lldp.hear(frame)}
    seen = told(row(text=b"uplink", description=b"Switch", able=b"\x28\0", enabled=b"\x28\0"))
    assert {(f, v) for (_, f), v in seen.items() if f.startswith("lldp.")} == heard


@pytest.mark.parametrize(
    ("meaning", "able", "uplink", "at"),
    [
        ("a bridge", b"\x20\0", True, False),
        ("a bridge that routes", b"\x28\0", True, False),
        ("a router", b"\x08\0", True, True),
        ("a telephone with a socket", b"\x24\0", False, True),
        ("an access point", b"\x30\0", True, True),
        ("a station", b"\x01\0", False, True),
        ("says nothing", b"", False, True),
    ],
)
def test_behind_whom_others_stand(meaning: str, able: bytes, uplink: bool, at: bool) -> None:
    seen = told(row(able=able))
    assert (("", "links.uplink") in seen, (TEXT, "links.at") in seen) == (uplink, at)
    assert seen.get(("", "links.uplink"), "sw Gi1 = sw-b") == "sw Gi1 = sw-b"


@pytest.mark.parametrize(
    ("meaning", "local", "port"),
    [
        ("named as its interface", (5, b"Gi7", b""), "sw Gi7"),
        ("its text is the interface's name", (7, b"12", b"Gi7"), "sw Gi7"),
        ("a MAC: the number is its ifIndex", (3, MAC, b""), "sw Gi1"),
        ("a name that no interface has", (5, b"ge-0/0/9", b""), "sw Gi1"),
        ("nothing known of it", None, "sw Gi1"),
    ],
)
def test_which_port_it_is(meaning: str, local: tuple[Value, ...] | None, port: str) -> None:
    columns = (links.LOCAL_SUBTYPE, links.LOCAL_ID, links.LOCAL_TEXT)
    view = {(*column, 1): value for column, value in zip(columns, local, strict=True)} if local else {}
    assert told(row(able=b"\x01\0") | view)[TEXT, "links.at"] == port


def test_the_inventory_of_a_telephone() -> None:
    inventory: dict[Oid, Value] = {(*links.INVENTORY, n, 0, 1, 1): b"x%d" % n for n in range(1, 8)}
    seen = told(row(able=b"\x24\0") | inventory)
    assert (seen[TEXT, "lldp.serial"], seen[TEXT, "lldp.manufacturer"], seen[TEXT, "lldp.model"]) == (
        "x4",
        "x5",
        "x6",
    )


def cdp_row(**other: Value) -> dict[Oid, Value]:
    cells: dict[str, Value] = {
        "kind": 1,
        "address": bytes([192, 0, 2, 8]),
        "version": b"v",
        "device": b"sw-c",
    } | other
    columns = dict(
        zip(
            ("kind", "address", "version", "device", "port", "platform", "able", "vlan"),
            range(8),
            strict=True,
        )
    )
    numbers = (3, 4, 5, 6, 7, 8, 9, 11)
    return {(*links.CDP, numbers[columns[name]], 7, 1): value for name, value in cells.items()}


@pytest.mark.parametrize(
    ("meaning", "other", "host"),
    [
        ("its address", {}, "192.0.2.8"),
        ("a telephone known by its name", {"address": b"", "device": b"SEP00005E005340"}, TEXT),
        ("a name that is a MAC", {"address": b"", "device": b"00005e005340"}, TEXT),
        ("an address of another kind", {"kind": 20, "device": b"00005e005340"}, TEXT),
    ],
)
def test_cdp_tells_of(meaning: str, other: dict[str, Value], host: str) -> None:
    assert told(cdp_row(**other))[host, "cdp.version"] == "v"


@pytest.mark.parametrize(
    ("meaning", "other", "uplink"),
    [
        ("a switch", {"able": b"\0\0\0\x28"}, True),
        ("a telephone", {"able": b"\0\0\0\x90"}, False),
        (
            "a virtual switch: its guests stand where it does",
            {"able": b"\0\0\0\x08", "platform": b"VMware ESX"},
            False,
        ),
    ],
)
def test_behind_whom_cdp_sees_others(meaning: str, other: dict[str, Value], uplink: bool) -> None:
    seen = told(cdp_row(**other))
    assert (("", "links.uplink") in seen) is uplink is not (("192.0.2.8", "links.at") in seen)


def test_a_neighbour_with_neither_address_nor_mac_is_said() -> None:
    found, _ = read(links.read(SWITCH), cdp_row(address=b"", device=b"router"))
    assert found.readings == ()
    assert found.short == ("a neighbour with neither address nor MAC is on sw Gi7",)


def test_the_second_edition_is_read_where_the_first_is_not_there() -> None:
    values: tuple[Value, ...] = (4, MAC, 5, b"ge-0/0/1", b"", b"srv", b"", b"\x01\0", b"\x01\0")
    view = {(*links.LLDP_V2, 4, 1, 1, 5 + n, 0, 7, 1, 1): value for n, value in enumerate(values)}
    assert told(view)[TEXT, "links.at"] == "sw Gi7"


def test_fields_are_those_of_what_is_heard() -> None:
    assert lldp.PROBE.fields | cdp.PROBE.fields < links.PROBE.fields
    assert isinstance(links.passes_on([Reading("lldp.capabilities", "bridge", "x")]), bool)


def test_silence_in_the_midst_keeps_what_was_read() -> None:
    agent = Agent({"c": row() | managed((1, 4, 192, 0, 2, 7))}, silent_after=2)
    assert ("00:00:5e:00:53:40", "lldp.system_name", "sw-b") in talk(links.PROBE, agent)
