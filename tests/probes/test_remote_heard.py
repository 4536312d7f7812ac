"""Tunnels and remote control: each by what it alone begins with, and nothing by less."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import remote_heard

KEY = bytes(range(3, 227, 7))
DISCO = bytes.fromhex("5453f09f92ac")


@pytest.mark.parametrize(
    ("meaning", "payload", "name"),
    [
        ("WireGuard begins", b"\1\0\0\0" + bytes(4) + KEY + bytes(108), "WireGuard"),
        ("WireGuard answers", b"\2\0\0\0" + bytes(8) + KEY + bytes(48), "WireGuard"),
        ("WireGuard wards off a flood", b"\3\0\0\0" + bytes(4) + KEY + bytes(24), "WireGuard"),
        ("zeros are no key", b"\1\0\0\0" + bytes(144), ""),
        ("what other lengths begin with", b"\xff" * 44, ""),
        ("data in the tunnel could be anything's", b"\4\0\0\0" + bytes(92), ""),
        ("a byte more", b"\1\0\0\0" + bytes(4) + KEY + bytes(109), ""),
        ("an answer's length, a beginning's type", b"\1\0\0\0" + bytes(8) + KEY + bytes(48), ""),
        ("Tailscale", DISCO + bytes(56), "Tailscale"),
        ("too short to hold a key", DISCO + bytes(55), ""),
        ("SoftEther", b"IP=192.0.2.1,PORT=5004", "SoftEther VPN"),
        ("a text", b"IP=none,PORT=1", ""),
        ("a Radmin server", bytes.fromhex("0100000025000002120802") + bytes(35), "Radmin server"),
        ("who looks in", bytes.fromhex("01000000010000000808"), ""),
        ("nothing", b"", ""),
    ],
)
def test_what_is_recognised(meaning: str, payload: bytes, name: str) -> None:
    assert [r.value for r in remote_heard.hear(payload)] == ([name] if name else [])


@given(st.binary(max_size=200))
def test_nothing_is_an_error(payload: bytes) -> None:
    assert {r.field for r in remote_heard.hear(payload)} <= {"remote.speaks"}
