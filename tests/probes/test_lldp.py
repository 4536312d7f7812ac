"""LLDP: order, identifiers of every kind, and which address speaks for a device."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import lldp
from probes.model import ParseError


def tlv(kind: int, value: bytes) -> bytes:
    return (kind << 9 | len(value)).to_bytes(2, "big") + value


HEAD = tlv(1, b"\x07sw-1") + tlv(2, b"\x05Gi1")


def address(*octets: int) -> bytes:
    return tlv(8, b"\x05\x01" + bytes(octets) + b"\x02\0\0\0\x01\0")


@pytest.mark.parametrize(
    ("meaning", "more", "host"),
    [
        ("none", b"", ""),
        ("one", address(192, 0, 2, 3), "192.0.2.3"),
        ("the same twice", address(192, 0, 2, 3) * 2, "192.0.2.3"),
        ("two", address(192, 0, 2, 3) + address(198, 51, 100, 3), ""),
        ("one that leads nowhere", address(169, 254, 1, 1), ""),
        ("loopback", address(127, 0, 0, 1), ""),
        ("IPv6 alone", tlv(8, b"\x11\x02" + bytes(16) + b"\x02\0\0\0\x01\0"), ""),
        ("cut short", tlv(8, b"\x05\x01\xc0\x00"), ""),
    ],
)
def test_which_address_speaks(meaning: str, more: bytes, host: str) -> None:
    assert {r.host for r in lldp.hear(HEAD + tlv(5, b"sw-1") + more)} == {host}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (b"\x04\x00\x15\x5d\x10\x00\x01", "00:15:5d:10:00:01"),
        (b"\x05\x01\xc0\x00\x02\x03", "192.0.2.3"),
        (b"\x07sw-1\0", "sw-1"),
        (b"\x01\x01\x02", "01:02"),
    ],
)
def test_chassis_of_every_kind(value: bytes, text: str) -> None:
    found = {r.field: r.value for r in lldp.hear(tlv(1, value) + tlv(2, b"\x05Gi1"))}
    assert found["lldp.chassis"] == text


@pytest.mark.parametrize(
    ("meaning", "octets"),
    [
        ("nothing", b""),
        ("chassis alone", tlv(1, b"\x07sw-1")),
        ("a name first", tlv(5, b"sw-1") + HEAD),
        ("an empty chassis", tlv(1, b"\x07") + tlv(2, b"\x05Gi1")),
        ("a shutdown's head", tlv(0, b"")),
    ],
)
def test_what_is_no_lldpdu_is_refused(meaning: str, octets: bytes) -> None:
    with pytest.raises(ParseError):
        lldp.hear(octets)


@pytest.mark.parametrize(
    ("bits", "names"), [(0x04, "bridge"), (0x14, "bridge router"), (0x20, "telephone"), (0, None)]
)
def test_capabilities_that_are_on(bits: int, names: str | None) -> None:
    found = {r.field: r.value for r in lldp.hear(HEAD + tlv(7, b"\xff\xff\0" + bytes([bits])))}
    assert found.get("lldp.capabilities") == names


@given(st.binary(max_size=300))
def test_whatever_follows_is_read_or_passed_over(tail: bytes) -> None:
    try:
        found = lldp.hear(HEAD + tail)
    except ParseError:
        return
    assert {"lldp.chassis", "lldp.port"} <= {r.field for r in found}


@pytest.mark.parametrize(
    ("meaning", "value", "vlan"),
    [
        ("a VLAN", b"\0\x80\xc2\1\0\x1e", "30"),
        ("none", b"\0\x80\xc2\1\0\0", None),
        ("another of the group's", b"\0\x80\xc2\2\0\x1e", None),
        ("longer", b"\0\x80\xc2\1\0\x1e\0", None),
    ],
)
def test_the_vlan_of_frames_without_a_tag(meaning: str, value: bytes, vlan: str | None) -> None:
    assert {r.field: r.value for r in lldp.hear(HEAD + tlv(127, value))}.get("lldp.vlan") == vlan
