"""VNC heard: the greeting of a server and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import vnc_heard
from probes.model import ParseError


@pytest.mark.parametrize(
    ("payload", "told"),
    [
        (b"RFB 003.008\n", ["003.008"]),
        (b"RFB 003.889\n\1\2", ["003.889"]),
        (b"\0\0\0\1", []),
        (b"", []),
    ],
)
def test_what_is_read(payload: bytes, told: list[str]) -> None:
    assert [r.value for r in vnc_heard.hear(payload)] == told


@given(st.binary(max_size=40))
def test_whatever_begins_so_is_read_or_refused(tail: bytes) -> None:
    try:
        vnc_heard.hear(b"RFB " + tail)
    except ParseError:
        return
