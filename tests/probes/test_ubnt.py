"""Ubiquiti's discovery: what a device says of itself, in both versions, and nothing of who asks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import ubnt
from probes.model import ParseError


def message(*tlvs: tuple[int, bytes], version: int = 2) -> bytes:
    body = b"".join(bytes([kind]) + len(value).to_bytes(2, "big") + value for kind, value in tlvs)
    return bytes([version, 6]) + len(body).to_bytes(2, "big") + body


def read(octets: bytes) -> dict[str, str]:
    return {r.field.removeprefix("ubnt."): r.value for r in ubnt.hear(octets)}


MAC = bytes.fromhex("02005e100031")


@pytest.mark.parametrize(
    ("meaning", "octets", "told"),
    [
        ("a question", b"\1\0\0\0", {}),
        ("the older form of the model", message((0x14, b"UAP-LR"), version=1), {"model": "UAP-LR"}),
        ("the newer", message((0x15, b"U7LT")), {"model": "U7LT"}),
        (
            "MAC and address",
            message((2, MAC + b"\xc0\0\2\x45")),
            {"mac": "02:00:5e:10:00:31", "address": "192.0.2.69"},
        ),
        ("no address yet", message((2, MAC + bytes(4))), {"mac": "02:00:5e:10:00:31"}),
        ("nobody's MAC", message((1, bytes(6))), {}),
        ("what is not known", message((0x99, b"x"), (11, b"ap")), {"name": "ap"}),
    ],
)
def test_what_is_read(meaning: str, octets: bytes, told: dict[str, str]) -> None:
    assert read(octets) == told


@pytest.mark.parametrize("octets", [b"", b"\3\0\0\0", message((11, b"ap"))[:-1], b"\1\0\0\2\x0b\0"])
def test_what_is_refused(octets: bytes) -> None:
    with pytest.raises(ParseError):
        ubnt.hear(octets)


@given(st.binary(max_size=120))
def test_whatever_follows_is_read_or_refused(tail: bytes) -> None:
    try:
        ubnt.hear(b"\2\6" + len(tail).to_bytes(2, "big") + tail)
    except ParseError:
        return
