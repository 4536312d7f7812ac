"""MNDP: what a router says of itself, and nothing of who asks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import mndp
from probes.model import ParseError


def message(*tlvs: tuple[int, bytes]) -> bytes:
    body = (kind.to_bytes(2, "big") + len(value).to_bytes(2, "big") + value for kind, value in tlvs)
    return bytes(4) + b"".join(body)


def read(octets: bytes) -> dict[str, str]:
    return {r.field.removeprefix("mndp."): r.value for r in mndp.hear(octets)}


@pytest.mark.parametrize(
    ("meaning", "octets", "told"),
    [
        ("a question", bytes(4), {}),
        ("name and board", message((5, b"gw"), (12, b"RB5009")), {"name": "gw", "board": "RB5009"}),
        ("a name in Japanese", message((5, "本館".encode())), {"name": "本館"}),
        ("a MAC", message((1, bytes.fromhex("02005e100021"))), {"mac": "02:00:5e:10:00:21"}),
        ("a MAC of another length", message((1, b"12345")), {}),
        ("what is not known", message((99, b"x"), (5, b"gw")), {"name": "gw"}),
    ],
)
def test_what_is_read(meaning: str, octets: bytes, told: dict[str, str]) -> None:
    assert read(octets) == told


@pytest.mark.parametrize(
    "octets", [b"", message((5, b"gw"))[:-1], bytes(4) + b"\0", message(*[(99, b"")] * 40)]
)
def test_what_is_refused(octets: bytes) -> None:
    with pytest.raises(ParseError):
        mndp.hear(octets)


@given(st.binary(max_size=120))
def test_whatever_follows_is_read_or_refused(tail: bytes) -> None:
    try:
        mndp.hear(bytes(4) + tail)
    except ParseError:
        return
