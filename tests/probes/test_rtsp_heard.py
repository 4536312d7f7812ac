"""RTSP heard: product and realm of who answers; no address of a stream."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import rtsp_heard
from probes.model import ParseError


def answer(*lines: str, status: str = "200 OK") -> bytes:
    return "\r\n".join((f"RTSP/1.0 {status}", *lines, "", "")).encode()


@pytest.mark.parametrize(
    ("payload", "told"),
    [
        (answer("Server: Acme Rtsp/3.1"), [("rtsp.server", "Acme Rtsp/3.1")]),
        (answer('WWW-Authenticate: Basic realm="CAM7"', status="401 Unauthorized"), [("rtsp.realm", "CAM7")]),
        (answer("Content-Base: rtsp://192.0.2.70/ch1/", "Session: 7"), []),
        (b"$\0\0\4abcd", []),
        (b"", []),
    ],
)
def test_what_is_read(payload: bytes, told: list[tuple[str, str]]) -> None:
    assert [(r.field, r.value) for r in rtsp_heard.hear(payload)] == told


@given(st.binary(max_size=120))
def test_whatever_begins_so_is_read_or_refused(tail: bytes) -> None:
    try:
        rtsp_heard.hear(b"RTSP/1.0 " + tail)
    except ParseError:
        return
