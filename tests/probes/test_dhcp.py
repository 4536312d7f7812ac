"""DHCP: whose each word is before and after there is an address, and options in every shape."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import dhcp
from probes.model import ParseError

MAC = "02:00:5e:10:00:07"


def message(
    *options: tuple[int, bytes], op: int = 1, own: bytes = bytes(4), given_to: bytes = bytes(4), file: bytes = b"",
    mac: bytes = bytes.fromhex("02005e100007"),
) -> bytes:  # fmt: skip
    head = bytes([op, 1, 6, 0]) + bytes(8) + own + given_to + bytes(8) + mac + bytes(10) + bytes(64)
    body = b"".join(bytes([code, len(value)]) + value for code, value in options)
    return head + file.ljust(128, b"\0") + dhcp.COOKIE + body + b"\xff"


def read(octets: bytes) -> dict[str, tuple[str, str]]:
    return {r.field: (r.host, r.value) for r in dhcp.hear(octets)}


ADDRESS = bytes([192, 0, 2, 50])


@pytest.mark.parametrize(
    ("meaning", "octets", "host"),
    [
        ("no address yet", message((12, b"pc")), MAC),
        ("the address that it asks for is not its own", message((12, b"pc"), (50, ADDRESS)), MAC),
        ("it has one", message((12, b"pc"), own=ADDRESS), "192.0.2.50"),
        ("one that no host has", message((12, b"pc"), own=bytes([255] * 4)), MAC),
        ("neither address nor MAC", message((12, b"pc"), mac=bytes(6)), None),
    ],
)
def test_whose_a_name_is(meaning: str, octets: bytes, host: str | None) -> None:
    assert read(octets).get("dhcp.hostname") == (None if host is None else (host, "pc"))


@pytest.mark.parametrize(("kind", "told"), [(2, False), (5, True), (6, False)])
def test_only_an_ack_gives_an_address(kind: int, told: bool) -> None:
    found = read(message((53, bytes([kind])), op=2, given_to=ADDRESS))
    assert found.get("dhcp.mac") == (("192.0.2.50", MAC) if told else None)


@pytest.mark.parametrize(
    ("meaning", "octets", "text"),
    [
        ("ASCII", b"\0\0\0pc.example", "pc.example"),
        ("labels", b"\x04\0\0\x02pc\x07example\0", "pc.example"),
        ("labels that run off the end", b"\x04\0\0\x02pc\x3fexa", "pc"),
        ("no name", b"\0\0\0", None),
    ],
)
def test_fqdn(meaning: str, octets: bytes, text: str | None) -> None:
    assert read(message((81, octets))).get("dhcp.fqdn") == (None if text is None else (MAC, text))


@pytest.mark.parametrize(
    ("meaning", "octets", "kept"),
    [
        ("a MAC", b"\x01\x02\x00\x5e\x10\x00\x07", None),
        ("a DUID", b"\xff\x12\x34\x56\x78\x00\x01", None),
        ("text with type 0", b"\0SN-448812", "SN-448812"),
        ("text alone", b"SN-448812", "SN-448812"),
        ("bytes with type 0", b"\0\x01\x02\x03\x04", None),
        ("too short to tell anything", b"\0abc", None),
    ],
)
def test_client_ids_that_a_person_could_read(meaning: str, octets: bytes, kept: str | None) -> None:
    assert read(message((61, octets))).get("dhcp.client_id") == (None if kept is None else (MAC, kept))


def test_split_options_are_joined_and_the_first_place_wins() -> None:
    octets = message((60, b"ab"), (52, b"\x01"), (60, b"cd"), (12, b"pc"), file=bytes([12, 5]) + b"other\xff")
    assert (read(octets)["dhcp.vendor_class"][1], read(octets)["dhcp.hostname"][1]) == ("abcd", "pc")


def test_a_client_cannot_fill_the_journal() -> None:
    octets = message(*[(12, b"x" * 255)] * 40, (55, bytes(range(1, 255))))
    assert len(read(octets)["dhcp.hostname"][1]) == dhcp.LONGEST_NAME


@pytest.mark.parametrize("octets", [b"", bytes(300), message(op=3), message()[:239]])
def test_what_is_no_dhcp_is_refused(octets: bytes) -> None:
    with pytest.raises(ParseError):
        dhcp.hear(octets)


@given(st.binary(max_size=200))
def test_any_options_are_read(area: bytes) -> None:
    dhcp.hear(message()[:240] + area)


@pytest.mark.parametrize(
    ("meaning", "octets", "circuit", "relay"),
    [
        ("VLAN, module, port", b"\1\6\0\4\0\x1e\1\5", "vlan 30 module 1 port 5", None),
        ("the switch's MAC", b"\2\x08\0\6\2\0\x5e\x10\0\1", None, "02:00:5e:10:00:01"),
        ("texts", b"\1\7Gi1/0/5\2\4sw-3", "Gi1/0/5", "sw-3"),
        ("texts with kind and length before", b"\1\6\1\4Eth5\2\6\1\4sw-3", "Eth5", "sw-3"),
        ("a MAC alone", b"\2\6\x02\0\x5e\x90\0\1", None, "02:00:5e:90:00:01"),
        ("a maker's own bytes", b"\1\3\x01\xff\x02", "01ff02", None),
        ("cut short", b"\1\xff\1\2", None, None),
    ],
)  # fmt: skip
def test_the_port_that_a_relay_adds(
    meaning: str, octets: bytes, circuit: str | None, relay: str | None
) -> None:
    found = read(message((82, octets)))
    assert (found.get("dhcp.circuit", (MAC, None))[1], found.get("dhcp.relay", (MAC, None))[1]) == (
        circuit,
        relay,
    )


@pytest.mark.parametrize(
    ("octets", "told"),
    [
        (b"\0\0\0\x09\x06\x05GATE1", "9 GATE1"),
        (b"\0\0\x01\x37\0", "311"),
        (b"\0\0\0\x09\x03\x02\xff\xfe", "9 ÿþ"),
        (b"\0\0", None),
    ],
)
def test_a_makers_class_with_its_number(octets: bytes, told: str | None) -> None:
    assert read(message((124, octets))).get("dhcp.maker_class", (MAC, None))[1] == told
