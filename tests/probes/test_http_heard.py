"""HTTP heard: two headers, never an address, a cookie or a body, and never another's word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import http_heard


def read(text: str) -> list[tuple[str, str]]:
    return [(r.field, r.value) for r in http_heard.hear(text.replace("\n", "\r\n").encode())]


@pytest.mark.parametrize(
    ("meaning", "text", "told"),
    [
        ("an answer", "HTTP/1.1 200 OK\nServer: nginx\n\n", [("http.server", "nginx")]),
        (
            "a request",
            "GET /?name=TARO HTTP/1.1\nUser-Agent: x/1\nCookie: a\n\n",
            [("http.user_agent", "x/1")],
        ),
        ("a server's agent", "HTTP/1.1 200 OK\nUser-Agent: x\n\n", []),
        ("the first of two", "HTTP/1.1 200 OK\nServer: a\nServer: b\n\n", [("http.server", "a")]),
        ("in the body", "HTTP/1.1 200 OK\n\nServer: a\n\n", []),
        ("through a proxy", "HTTP/1.1 200 OK\nServer: a\nVia: 1.1 p\n\n", []),
        ("cut within the header", "HTTP/1.1 200 OK\nServer: ngi", []),
        ("cut after it", "HTTP/1.1 200 OK\nServer: nginx\nConte", [("http.server", "nginx")]),
        ("WS-Discovery over UDP looks alike", "NOTIFY * HTTP/1.1\nUser-Agent: x\n\n", []),
        ("another version", "HTTP/2.0 200 OK\nServer: a\n\n", []),
        ("RTSP", "RTSP/1.0 200 OK\nServer: a\n\n", []),
    ],
)
def test_what_is_told(meaning: str, text: str, told: list[tuple[str, str]]) -> None:
    assert read(text) == told


def test_a_long_name_is_cut() -> None:
    ((_, value),) = read("HTTP/1.1 200 OK\nServer: " + "x" * 2000 + "\n\n")
    assert len(value) == http_heard.LONGEST_VALUE


@given(st.binary(max_size=200), st.sampled_from([b"", b"HTTP/1.1 200 OK\r\n", b"GET / HTTP/1.0\r\n"]))
def test_any_piece_of_a_stream_is_read(tail: bytes, start: bytes) -> None:
    http_heard.hear(start + tail)
