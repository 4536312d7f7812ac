"""SIP OPTIONS: the question line by line, and answers as telephones and exchanges give them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes.model import ParseError, Reading, Reply, Target
from probes.sip import call_id, parse, request, talk

TARGET = Target("192.0.2.10", 0x01020304)


def readings(answer: bytes) -> list[Reading]:
    conversation = talk(TARGET)
    next(conversation)
    with pytest.raises(StopIteration) as end:
        conversation.send((Reply(TARGET.host, answer),))
    found: list[Reading] = end.value.value
    return found


def answer(*lines: str, status: str = "200 OK", call: str = call_id(TARGET)) -> bytes:
    return "\r\n".join((f"SIP/2.0 {status}", f"Call-ID: {call}", *lines, "", "")).encode()


def test_the_question_has_what_every_request_needs() -> None:
    """RFC 3261, 8.1.1: To, From, CSeq, Call-ID, Max-Forwards, Via."""
    first, *lines = request(TARGET).decode("ascii").split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines if line)
    assert first == "OPTIONS sip:192.0.2.10 SIP/2.0" and lines[-2:] == ["", ""]
    assert headers["To"] == "<sip:192.0.2.10>" and headers["CSeq"] == "1 OPTIONS"
    assert ";branch=z9hG4bK01020304;rport" in headers["Via"]
    assert headers["Max-Forwards"] == "0", "it must go no further than the host that is asked"
    assert headers["Content-Length"] == "0"


def test_nobody_is_named_in_it() -> None:
    text = request(TARGET).decode("ascii")
    assert "From: <sip:anonymous@anonymous.invalid>;tag=01020304" in text
    assert "Contact" not in text and "Authorization" not in text


def test_an_ipv6_address_stands_in_brackets() -> None:
    assert request(Target("2001:db8::10", 1)).startswith(b"OPTIONS sip:[2001:db8::10] SIP/2.0\r\n")


@pytest.mark.parametrize(
    ("meaning", "lines", "wanted"),
    [
        ("a server", ["Server: Asterisk PBX 16.2.1"], {"server": "Asterisk PBX 16.2.1"}),
        ("a telephone", ["User-Agent: snom370/8.7"], {"user_agent": "snom370/8.7"}),
        ("methods on two lines", ["Allow: INVITE, ack", "Allow: BYE"], {"allow": "INVITE, ACK, BYE"}),
        ("spaces before the colon", ["Server : x"], {"server": "x"}),
        ("a person's number", ["Contact: <sip:4101@192.0.2.10>", 'To: "山田" <sip:4101@x>'], {}),
    ],
)
def test_what_is_read(meaning: str, lines: list[str], wanted: dict[str, str]) -> None:
    found = {r.field.removeprefix("sip."): r.value for r in readings(answer(*lines))}
    assert found == {"status": "200", **wanted}


def test_an_error_tells_as_much() -> None:
    found = readings(answer("Server: x", status="483 Too Many Hops"))
    assert found == [Reading("sip.status", "483"), Reading("sip.server", "x")]


def test_an_answer_to_somebody_else_is_left_out() -> None:
    assert readings(answer("Server: x", call="1@192.0.2.3")) == []


def test_what_follows_the_empty_line_is_no_header() -> None:
    assert parse(answer("Server: a") + b"Server: b\r\n").first("server") == "a"


@pytest.mark.parametrize(
    "other",
    [b"OPTIONS sip:x SIP/2.0\r\n\r\n", b"SIP/1.0 200 OK\r\n", b"SIP/2.0 700 x\r\n", b"SIP/2.0 200", b"\r\n"],
)
def test_what_is_no_response_is_refused(other: bytes) -> None:
    with pytest.raises(ParseError):
        parse(other)


@given(st.lists(st.binary(max_size=60), max_size=200))
def test_any_lines_after_the_status_are_read(lines: list[bytes]) -> None:
    assert parse(b"SIP/2.0 200 OK\r\n" + b"\r\n".join(lines)).status == 200
