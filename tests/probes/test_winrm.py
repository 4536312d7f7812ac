"""WinRM: the request by the line, and answers of http.sys and of others."""

from __future__ import annotations

import pytest

from probes import http, winrm
from probes.model import ParseError, Reading, Reply, Target


def readings(answer: bytes) -> list[Reading]:
    conversation = winrm.talk(Target("192.0.2.10", 1))
    ask = next(conversation)
    assert ask.port == 5985
    with pytest.raises(StopIteration) as end:
        conversation.send((Reply("192.0.2.10", answer),) if answer else ())
    found: list[Reading] = end.value.value
    return found


@pytest.mark.parametrize("host", ["192.0.2.10", "2001:db8::10"])
def test_the_request_is_that_of_http_but_for_its_path(host: str) -> None:
    ours, theirs = winrm.request(host), http.request(host)
    assert ours.startswith(b"GET /wsman HTTP/1.0\r\n")
    assert ours.split(b"\r\n")[1:] == theirs.split(b"\r\n")[1:]
    assert b"Authorization" not in ours


@pytest.mark.parametrize(
    ("meaning", "answer", "wanted"),
    [
        ("WinRM", b"HTTP/1.1 405 \r\nServer: Microsoft-HTTPAPI/2.0\r\n\r\n", "405 Microsoft-HTTPAPI/2.0"),
        ("no server named", b"HTTP/1.0 404 Not Found\r\n\r\n", "404"),
        ("another server", b"HTTP/1.0 200 OK\r\nServer: X\r\n\r\nhello", "200 X"),
    ],
)
def test_answers(meaning: str, answer: bytes, wanted: str) -> None:
    assert readings(answer) == [Reading("winrm.answer", wanted)]


def test_silence_is_no_reading() -> None:
    assert readings(b"") == []


def test_what_is_not_http_is_refused() -> None:
    with pytest.raises(ParseError):
        readings(b"SSH-2.0-OpenSSH_9.2\r\n")


def test_costs_one_connection() -> None:
    assert winrm.PROBE.ports == {("tcp", 5985)} and winrm.PROBE.packets <= 12
