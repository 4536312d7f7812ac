"""Spanning tree: which bridge speaks, in each version."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import stp
from probes.model import ParseError

ROOT, BRIDGE, OWN = (bytes.fromhex(f"00155d10000{n}") for n in (1, 2, 3))


def bpdu(version: int, kind: int, tail: bytes = b"") -> bytes:
    head = (
        b"\0\0" + bytes([version, kind, 0]) + b"\x80\0" + ROOT + bytes(4) + b"\x80\0" + BRIDGE + b"\x80\x07"
    )
    return head + bytes(8) + tail


@pytest.mark.parametrize(
    ("message", "version", "bridge"),
    [
        (bpdu(0, 0), "STP", BRIDGE),
        (bpdu(2, 2, b"\0"), "RSTP", BRIDGE),
        (bpdu(3, 2, bytes(58) + b"\x80\0" + OWN), "MSTP", OWN),
        (bpdu(3, 2, bytes(20)), "MSTP", BRIDGE),
    ],
)
def test_each_version(message: bytes, version: str, bridge: bytes) -> None:
    found = {r.field: r.value for r in stp.hear(message)}
    assert (found["stp.version"], found["stp.bridge"]) == (version, bridge.hex(":"))
    assert (found["stp.root"], found["stp.port"]) == (ROOT.hex(":"), "7")


def test_a_topology_change_tells_nothing() -> None:
    assert stp.hear(b"\0\0\0\x80") == []


@pytest.mark.parametrize("message", [b"", b"\0\x01\0\0", bpdu(9, 2), bpdu(2, 5), bpdu(2, 2)[:26]])
def test_what_is_refused(message: bytes) -> None:
    with pytest.raises(ParseError):
        stp.hear(message)


@given(st.binary(max_size=120))
def test_whatever_follows_is_read_or_refused(tail: bytes) -> None:
    try:
        stp.hear(b"\0\0\x03\x02" + tail)
    except ParseError:
        return
