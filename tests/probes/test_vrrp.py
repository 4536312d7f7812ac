"""VRRP, CARP, HSRP: told apart by their bytes, and no password in any reading."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import vrrp
from probes.model import ParseError

GATEWAY = bytes([192, 0, 2, 1])
V2 = b"\x21\x05\x64\x01\x01\x01\0\0" + GATEWAY + b"password"
V3 = b"\x31\x05\x64\x01\0\x64\0\0" + GATEWAY
CARP = b"\x21\x05\0\x07" + bytes(32)
HSRP_1 = b"\0\0\x10\x03\x0a\x64\x05\0password" + GATEWAY
HSRP_2 = b"\x01\x28\x02\0\x06\x04\0\x05" + bytes(6) + b"\0\0\0\x64" + bytes(8) + GATEWAY + bytes(12)


@pytest.mark.parametrize(
    ("message", "protocol"),
    [(V2, "VRRP 2"), (V3, "VRRP 3"), (CARP, "CARP"), (HSRP_1, "HSRP 1"), (HSRP_2, "HSRP 2")],
)
def test_each_is_told_apart(message: bytes, protocol: str) -> None:
    found = {r.field: r.value for r in vrrp.hear(message)}
    assert (found["vrrp.protocol"], found["vrrp.group"]) == (protocol, "5")
    if protocol != "CARP":
        assert (found["vrrp.address"], found["vrrp.priority"]) == ("192.0.2.1", "100")
    assert not any("password" in value for value in found.values())


def test_vrrp_with_seven_addresses_is_not_carp() -> None:
    seven = b"\x21\x05\x64\x07\0\x01\0\0" + b"".join(bytes([192, 0, 2, n]) for n in range(1, 8)) + bytes(8)
    assert len([r for r in vrrp.hear(seven) if r.field == "vrrp.address"]) == 7


@pytest.mark.parametrize(
    ("meaning", "message"),
    [
        ("nothing", b""),
        ("version 4", b"\x41" + V3[1:]),
        ("another type", b"\x32" + V3[1:]),
        ("group 0", b"\x31\0" + V3[2:]),
        ("no address", b"\x31\x05\x64\0" + V3[4:]),
        ("an address cut short", V3[:-1]),
        ("HSRP operation 9", b"\0\x09" + HSRP_1[2:]),
        ("HSRP 2 for IP 5", HSRP_2[:5] + b"\x05" + HSRP_2[6:]),
    ],
)
def test_what_is_refused(meaning: str, message: bytes) -> None:
    with pytest.raises(ParseError):
        vrrp.hear(message)


@given(st.binary(max_size=80), st.sampled_from([b"", b"\x21", b"\x31", b"\0\0", b"\x01\x28"]))
def test_whatever_comes_is_read_or_refused(tail: bytes, start: bytes) -> None:
    try:
        vrrp.hear(start + tail)
    except ParseError:
        return
