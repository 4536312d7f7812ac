"""IGMP: who joins, who leaves, who asks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import igmp
from probes.model import ParseError

GROUP = bytes([239, 1, 1, 5])


def record(kind: int, sources: int = 0, group: bytes = GROUP) -> bytes:
    return bytes([kind, 0]) + sources.to_bytes(2, "big") + group + bytes(4 * sources)


def report(*records: bytes) -> bytes:
    return b"\x22\0\0\0\0\0" + len(records).to_bytes(2, "big") + b"".join(records)


@pytest.mark.parametrize(
    ("meaning", "message", "told"),
    [
        ("version 1", b"\x12\0\0\0" + GROUP, ["239.1.1.5"]),
        ("version 2", b"\x16\0\0\0" + GROUP, ["239.1.1.5"]),
        ("leaving", b"\x17\0\0\0" + GROUP, []),
        ("version 3: excluding nobody", report(record(2)), ["239.1.1.5"]),
        ("from now on", report(record(4)), ["239.1.1.5"]),
        ("including nobody is leaving", report(record(3), record(1)), []),
        ("sources are passed over", report(record(5, 3), record(4)), ["239.1.1.5"]),
        ("twice", report(record(4), record(4)), ["239.1.1.5"]),
        ("a query for one group", b"\x11\x0a\0\0" + GROUP, []),
        ("query of version 1", b"\x11\0\0\0" + bytes(4), ["version 1"]),
        ("query of version 2", b"\x11\x64\0\0" + bytes(4), ["version 2"]),
        ("query of version 3", b"\x11\x64\0\0" + bytes(8), ["version 3"]),
    ],
)
def test_what_is_told(meaning: str, message: bytes, told: list[str]) -> None:
    assert [r.value for r in igmp.hear(message)] == told


@pytest.mark.parametrize(
    "message",
    [b"", b"\x99" + bytes(7), b"\x16\0\0\0\xc0\0\x02\x01", report(record(4))[:-1], report(record(4, 9))[:-1]],
)
def test_what_is_refused(message: bytes) -> None:
    with pytest.raises(ParseError):
        igmp.hear(message)


@given(st.binary(max_size=80), st.sampled_from([0x11, 0x16, 0x22]))
def test_whatever_follows_is_read_or_refused(tail: bytes, kind: int) -> None:
    try:
        igmp.hear(bytes([kind]) + tail)
    except ParseError:
        return
