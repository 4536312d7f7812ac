"""Neighbour discovery: whose MAC each message tells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import nd
from probes.model import ParseError

MAC = bytes.fromhex("02005e100007")
TARGET = bytes.fromhex("20010db8" + "00" * 11 + "07")
LINK_LOCAL = bytes.fromhex("fe80" + "00" * 13 + "07")


def message(kind: int, target: bytes = TARGET, options: bytes = b"") -> bytes:
    return bytes([kind]) + bytes(7) + target + options


@pytest.mark.parametrize(
    ("meaning", "octets", "host"),
    [
        ("an advertisement: its target", message(136, TARGET, b"\x02\x01" + MAC), "2001:db8::7"),
        ("of an address of the link: nobody away from it", message(136, LINK_LOCAL, b"\x02\x01" + MAC), None),
        ("of a group: nobody", message(136, b"\xff\x02" + bytes(14), b"\x02\x01" + MAC), None),
        ("a solicitation: its sender, whom the driver knows", message(135, TARGET, b"\x01\x01" + MAC), ""),
        ("the target's MAC in a solicitation means nothing", message(135, TARGET, b"\x02\x01" + MAC), None),
        ("is this address free?", message(135), None),
        ("where is a router?", bytes([133]) + bytes(7) + b"\x01\x01" + MAC, ""),
        ("a group's MAC is nobody's", message(136, TARGET, b"\x02\x01\x33\x33" + bytes(4)), None),
        ("cut short", message(136, TARGET, b"\x02\x01" + MAC[:5]), None),
    ],
)
def test_whose_a_mac_is(meaning: str, octets: bytes, host: str | None) -> None:
    found = [(r.host, r.value) for r in nd.hear(octets) if r.field == "nd.mac"]
    assert found == ([] if host is None else [(host, "02:00:5e:10:00:07")])


@pytest.mark.parametrize(("kind", "lifetime"), [(b"\0\0", "lifetime 0 s"), (b"\x07\x08", "lifetime 1800 s")])
def test_a_router_and_how_long(kind: bytes, lifetime: str) -> None:
    assert nd.hear(bytes([134]) + bytes(5) + kind + bytes(8))[0].value == lifetime


@pytest.mark.parametrize("octets", [b"", message(136)[:20], message(128), message(136, TARGET, bytes(8))])
def test_what_is_refused(octets: bytes) -> None:
    with pytest.raises(ParseError):
        nd.hear(octets)


@given(st.binary(max_size=80), st.integers(133, 136))
def test_whatever_comes_is_read_or_refused(tail: bytes, kind: int) -> None:
    try:
        nd.hear(bytes([kind]) + tail)
    except ParseError:
        return
