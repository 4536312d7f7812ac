"""RTSP OPTIONS: the question by the byte, and answers as cameras and servers give them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes.model import ParseError
from probes.rtsp import parse, request


def test_the_question_is_about_the_server_and_no_stream() -> None:
    lines = request().decode("ascii").split("\r\n")
    assert lines[0] == "OPTIONS * RTSP/1.0" and lines[1] == "CSeq: 1"
    assert lines[-2:] == ["", ""]
    assert not any(line.startswith(("Authorization", "Session", "Transport", "Require")) for line in lines)


ANSWERS = [
    ("methods alone", b"RTSP/1.0 200 OK\r\nPublic: DESCRIBE, play\r\n\r\n", {"public": "DESCRIBE, PLAY"}),
    ("no comma between", b"RTSP/1.0 200 OK\r\nPublic: , ,\r\n\r\n", {}),
    ("a server", b"RTSP/1.0 200 OK\r\nSERVER: Hipcam RealServer/V1.0\r\n\r\n", {"server": "Hipcam RealServer/V1.0"}),
    ("a realm", b'RTSP/1.0 401 No\r\nWWW-Authenticate: Digest realm="IP Camera(C1)", nonce="a"\r\n\r\n',
     {"status": "401", "realm": "IP Camera(C1)"}),
    ("version 2", b"RTSP/2.0 200 OK\r\nServer: x\r\n\r\n", {"server": "x"}),
    ("no reason", b"RTSP/1.0 200\r\nServer: x\r\n\r\n", {"server": "x"}),
    ("folded", b"RTSP/1.0 200 OK\r\nServer: a\r\n b\r\n\r\n", {"server": "a b"}),
    ("the end of a line to come", b"RTSP/1.0 200 OK\r\nServer: a", {}),
]  # fmt: skip


@pytest.mark.parametrize(("answer", "wanted"), [a[1:] for a in ANSWERS], ids=[a[0] for a in ANSWERS])
def test_answer(answer: bytes, wanted: dict[str, str]) -> None:
    assert {r.field.removeprefix("rtsp."): r.value for r in parse(answer)} == {"status": "200", **wanted}


@pytest.mark.parametrize(
    "other", [b"HTTP/1.1 200 OK\r\n\r\n", b"RTSP/1.0 OK\r\n", b"RTSP/1.0 20", b"", b"\0\0"]
)
def test_what_is_not_rtsp_is_refused(other: bytes) -> None:
    with pytest.raises(ParseError):
        parse(other)


@given(st.binary(max_size=200))
def test_any_bytes_after_the_status_are_read_or_refused(tail: bytes) -> None:
    try:
        found = parse(b"RTSP/1.0 200 OK\r\n" + tail)
    except ParseError:
        return
    assert found[0].value == "200"
