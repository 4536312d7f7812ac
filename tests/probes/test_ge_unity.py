"""GE's broadcast of the time: believed only where length, address and time agree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import ge_unity
from probes.model import ParseError


def message(
    address: bytes = b"\xc0\0\x02\x5a", unit: bytes = b"ICU", room: bytes = b"C1", time: int = 3_944_678_400
) -> bytes:
    out = bytearray(64)
    out[6:10] = address
    out[24:31], out[31:37] = unit.ljust(7, b"\0"), room.ljust(6, b"\0")
    out[60:64] = time.to_bytes(4, "big")
    return bytes(out)


@pytest.mark.parametrize(
    ("unit", "room", "place"),
    [(b"ICU", b"C1", "ICU|C1"), (b"ICU", b"", "ICU"), (b"", b"C1", "C1"), (b"", b"", None)],
)
def test_the_place(unit: bytes, room: bytes, place: str | None) -> None:
    found = {r.field: r.value for r in ge_unity.hear(message(unit=unit, room=room))}
    assert found == {"ge_unity.address": "192.0.2.90"} | ({"ge_unity.place": place} if place else {})


@pytest.mark.parametrize(
    ("meaning", "octets"),
    [
        ("nothing", b""),
        ("a byte more", message() + b"\0"),
        ("no address", message(address=bytes(4))),
        ("a group's address", message(address=b"\xe0\0\0\x01")),
        ("a clock that was never set", message(time=0)),
        ("no text for a unit", message(unit=b"\x01\x02\x03")),
    ],
)
def test_what_else_uses_the_port_is_refused(meaning: str, octets: bytes) -> None:
    with pytest.raises(ParseError):
        ge_unity.hear(octets)


@given(st.binary(min_size=64, max_size=64))
def test_any_64_bytes_are_read_or_refused(octets: bytes) -> None:
    try:
        ge_unity.hear(octets)
    except ParseError:
        return
