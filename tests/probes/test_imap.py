"""IMAP greetings: one line is read, and nothing is ever said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes.imap import PORT, greeting_text, talk
from probes.model import ParseError, Reading, Reply, Target


def test_it_waits_and_says_nothing() -> None:
    conversation = talk(Target("192.0.2.10", 1))
    ask = next(conversation)
    assert (ask.port, ask.payload) == (PORT, b"")
    with pytest.raises(StopIteration) as end:
        conversation.send((Reply("192.0.2.10", b"* OK Server 1.2 ready\r\n"),))
    assert end.value.value == [Reading("imap.banner", "Server 1.2 ready")]


@pytest.mark.parametrize(
    ("meaning", "greeting", "text"),
    [
        ("ready", b"* OK Server 1.2\r\n", "Server 1.2"),
        ("closes", b"* BYE busy\r\n", "busy"),
        ("any case", b"* ok [ALERT] Server\r\n", "[ALERT] Server"),
        ("more than a line", b"* OK one\r\n* OK two\r\n", "one"),
    ],
)
def test_what_is_read(meaning: str, greeting: bytes, text: str) -> None:
    assert greeting_text(greeting) == text


@pytest.mark.parametrize("greeting", [b"* OK Server 1.", b"* OKAY x\r\n", b"+OK x\r\n", b"* NO x\r\n"])
def test_what_is_refused(greeting: bytes) -> None:
    with pytest.raises(ParseError):
        greeting_text(greeting)


@given(st.binary(max_size=80))
def test_whatever_begins_so_is_read_or_refused(tail: bytes) -> None:
    try:
        assert "\n" not in greeting_text(b"* OK " + tail)
    except ParseError:
        assert b"\n" not in tail
