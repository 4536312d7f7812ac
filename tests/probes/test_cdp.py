"""CDP: both versions, addresses of other protocols, and lengths that lie."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import cdp
from probes.model import ParseError

HEAD = b"\x02\xb4\0\0"


def tlv(kind: int, value: bytes) -> bytes:
    return kind.to_bytes(2, "big") + (len(value) + 4).to_bytes(2, "big") + value


NAME = tlv(1, b"sw-1")
IPV4 = bytes.fromhex("0101cc 0004")
IPV6 = bytes.fromhex("0208 aaaa0300000086dd 0010") + bytes(16)


@pytest.mark.parametrize(
    ("meaning", "value", "host"),
    [
        ("one", b"\0\0\0\x01" + IPV4 + bytes([192, 0, 2, 4]), "192.0.2.4"),
        ("after one of IPv6", b"\0\0\0\x02" + IPV6 + IPV4 + bytes([192, 0, 2, 4]), "192.0.2.4"),
        ("more promised than there are", b"\xff\xff\xff\xff" + IPV4 + bytes([192, 0, 2, 4]), "192.0.2.4"),
        ("cut short", b"\0\0\0\x01" + IPV4 + b"\xc0", ""),
        ("none", b"\0\0\0\0", ""),
        ("nothing", b"", ""),
        ("0.0.0.0", b"\0\0\0\x01" + IPV4 + bytes(4), ""),
    ],
)
def test_which_address_speaks(meaning: str, value: bytes, host: str) -> None:
    assert {r.host for r in cdp.hear(HEAD + NAME + tlv(2, value))} == {host}


@pytest.mark.parametrize("version", [1, 2])
def test_both_versions(version: int) -> None:
    assert cdp.hear(bytes([version]) + HEAD[1:] + NAME)[0].value == "sw-1"


@pytest.mark.parametrize(
    ("meaning", "octets"),
    [
        ("nothing", b""),
        ("version 3", b"\x03" + HEAD[1:] + NAME),
        ("no name", HEAD + tlv(3, b"Gi1")),
        ("a length below its own head", HEAD + NAME + b"\0\x01\0\x03"),
    ],
)
def test_what_is_no_cdp_is_refused(meaning: str, octets: bytes) -> None:
    with pytest.raises(ParseError):
        cdp.hear(octets)


def test_a_tlv_cut_short_is_not_there() -> None:
    assert [r.field for r in cdp.hear((HEAD + NAME + tlv(6, b"cisco WS-C2960"))[:-1])] == ["cdp.device"]


@given(st.binary(max_size=300))
def test_whatever_follows_is_read_or_refused(tail: bytes) -> None:
    try:
        cdp.hear(HEAD + NAME + tail)
    except ParseError:
        return
