"""IKE heard: vendor ids of both versions, and no tunnel taken for a message."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import ike_heard
from probes.model import ParseError


def message(*payloads: tuple[int, bytes], version: int = 1, flags: int = 0) -> bytes:
    body = b""
    for at, (_, content) in enumerate(payloads):
        following = payloads[at + 1][0] if at + 1 < len(payloads) else 0
        body += bytes([following, 0]) + (len(content) + 4).to_bytes(2, "big") + content
    first = payloads[0][0] if payloads else 0
    head = b"cookie-i" + bytes(8) + bytes([first, version << 4, 2, flags]) + bytes(4)
    return head + (28 + len(body)).to_bytes(4, "big") + body


def read(octets: bytes) -> list[str]:
    return [r.value for r in ike_heard.hear(octets)]


@pytest.mark.parametrize(
    ("meaning", "octets", "told"),
    [
        ("version 1", message((1, b"sa"), (13, b"\xab\xcd")), ["IKEv1", "abcd"]),
        ("version 2", message((33, b"sa"), (43, b"\xab\xcd"), version=2), ["IKEv2", "abcd"]),
        ("behind address translation", bytes(4) + message((13, b"\xab")), ["IKEv1", "ab"]),
        ("encrypted", message((13, b"\xab"), flags=1), ["IKEv1"]),
        ("behind what is encrypted in version 2", message((46, b"xx"), (43, b"\xab"), version=2), ["IKEv2"]),
        ("an id each once", message((13, b"\xab"), (13, b"\xab")), ["IKEv1", "ab"]),
        ("a keep-alive", b"\xff", []),
        ("the tunnel", bytes.fromhex("c0ffee0100000001") + bytes(60), []),
        ("another version", message((13, b"\xab"), version=3), []),
    ],
)
def test_what_is_read(meaning: str, octets: bytes, told: list[str]) -> None:
    assert read(octets) == told


@given(st.binary(max_size=120), st.sampled_from([0x10, 0x20]), st.integers(0, 255))
def test_whatever_follows_is_read_or_refused(tail: bytes, version: int, first: int) -> None:
    head = bytes(16) + bytes([first, version, 34, 0]) + bytes(4)
    try:
        ike_heard.hear(b"x" + head[1:] + (28 + len(tail)).to_bytes(4, "big") + tail)
    except ParseError:
        return
