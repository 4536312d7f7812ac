"""Modbus heard: the name plate that somebody asked for, and no register."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import modbus_heard
from probes.model import ParseError


def frame(pdu: bytes, protocol: bytes = b"\0\0", unit: bytes = b"\xff") -> bytes:
    return b"\0\7" + protocol + (len(pdu) + 1).to_bytes(2, "big") + unit + pdu


PLATE = b"\x2b\x0e\1\1\0\0\2\0\4Acme\1\4AC-9"


@pytest.mark.parametrize(
    ("meaning", "payload", "told"),
    [
        ("a name plate", frame(PLATE), [("modbus.vendor", "Acme"), ("modbus.product_code", "AC-9")]),
        ("what may stand behind it", frame(PLATE, unit=b"\1"), []),
        ("registers", frame(b"\3\4\0\1\0\2"), []),
        ("a refusal", frame(b"\xab\1"), []),
        ("another protocol", frame(PLATE, b"\0\1"), []),
        ("nothing", b"", []),
    ],
)
def test_what_is_read(meaning: str, payload: bytes, told: list[tuple[str, str]]) -> None:
    assert [(r.field, r.value) for r in modbus_heard.hear(payload)] == told


@given(st.binary(max_size=60))
def test_whatever_follows_is_read_or_refused(tail: bytes) -> None:
    try:
        modbus_heard.hear(frame(b"\x2b\x0e" + tail))
    except ParseError:
        return
