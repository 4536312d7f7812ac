"""NetBIOS names heard: claims and answers, whose they are, and what is left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import netbios_heard
from probes.model import ParseError


def encoded(name: str, suffix: int) -> bytes:
    octets = name.encode("cp932").ljust(15) + bytes([suffix])
    return b"\x20" + bytes(0x41 + half for c in octets for half in (c >> 4, c & 15)) + b"\0"


def claim(
    name: str, suffix: int, group: bool = False, operation: int = 5, address: bytes = b"\xc0\0\x02\x07"
) -> bytes:
    head = b"\x80\x01" + (operation << 11).to_bytes(2, "big") + b"\0\x01\0\0\0\0\0\x01"
    return (
        head
        + encoded(name, suffix)
        + b"\0\x20\0\x01\xc0\x0c\0\x20\0\x01"
        + bytes(4)
        + b"\0\x06"
        + bytes([group << 7, 0])
        + address
    )


def read(message: bytes) -> list[tuple[str, str, str]]:
    return [(r.host, r.field, r.value) for r in netbios_heard.hear(message)]


HERE = "192.0.2.7"


@pytest.mark.parametrize(
    ("message", "told"),
    [
        (claim("PC-1", 0x00), [(HERE, "netbios.name", "PC-1"), (HERE, "netbios.services", "00")]),
        (
            claim("WARD", 0x00, group=True),
            [(HERE, "netbios.group", "WARD"), (HERE, "netbios.services", "00")],
        ),
        (claim("受付", 0x00), [(HERE, "netbios.name", "受付"), (HERE, "netbios.services", "00")]),
        (claim("PC-1", 0x20), [(HERE, "netbios.services", "20")]),
        (claim("TANAKA", 0x03), []),
        (
            claim("PC-1", 0x00, operation=8),
            [(HERE, "netbios.name", "PC-1"), (HERE, "netbios.services", "00")],
        ),
        (claim("PC-1", 0x00, operation=6), []),
        (claim("PC-1", 0x00, address=bytes(4)), []),
    ],
)
def test_what_a_claim_tells(message: bytes, told: list[tuple[str, str, str]]) -> None:
    assert read(message) == told


@pytest.mark.parametrize(
    ("meaning", "message"),
    [
        ("nothing", b""),
        ("half a header", bytes(11)),
        ("a name of 31", claim("PC-1", 0).replace(b"\x20FAE", b"\x1fFAE", 1)),
        ("cut in the record", claim("PC-1", 0)[:-1]),
    ],
)
def test_what_is_refused(meaning: str, message: bytes) -> None:
    with pytest.raises(ParseError):
        netbios_heard.hear(message)


@given(
    st.binary(max_size=100), st.sampled_from([b"\x28\0\0\x01\0\0\0\0\0\x01", b"\x85\x80\0\0\0\x01\0\0\0\0"])
)
def test_whatever_claims_is_read_or_refused(tail: bytes, head: bytes) -> None:
    try:
        netbios_heard.hear(b"\x80\x01" + head + tail)
    except ParseError:
        return
