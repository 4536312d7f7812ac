"""FTP greetings, on one line and on several; nothing is ever said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes.ftp import MOST_READS, ended, greeting_text, talk
from probes.model import ParseError, Reply, Target

TARGET = Target("192.0.2.10", 1)

GREETINGS = [
    ("one line", b"220 FUJI XEROX DocuPrint\r\n", True, "FUJI XEROX DocuPrint"),
    ("no text", b"220\r\n", True, ""),
    ("several, each with its code", b"220-one\r\n220-two\r\n220 three\r\n", True, "one two three"),
    ("several, text alone within", b"220-one\r\n two\r\n\r\n220 three\r\n", True, "one two three"),
    ("another code within is text", b"220-one\r\n120 two\r\n220 three\r\n", True, "one 120 two three"),
    ("last line still to come", b"220-one\r\n220-two\r\n", False, "one two"),
    ("end of the last line still to come", b"220-one\r\n220 tw", False, "one"),
    ("LF alone", b"220 ready\n", True, "ready"),
    ("busy", b"421 too many\r\n", True, "too many"),
]


@pytest.mark.parametrize(
    ("greeting", "whole", "text"), [g[1:] for g in GREETINGS], ids=[g[0] for g in GREETINGS]
)
def test_greeting(greeting: bytes, whole: bool, text: str) -> None:
    assert ended(greeting) is whole
    assert greeting_text(greeting) == text


@pytest.mark.parametrize(
    "other", [b"220 no end", b"SSH-2.0-x\r\n", b"2200 x\r\n", b"<html>\r\n", b"\r\n", b"999 x\r\n"]
)
def test_what_is_not_ftp_is_refused(other: bytes) -> None:
    with pytest.raises(ParseError):
        greeting_text(other)


@given(st.lists(st.binary(min_size=1, max_size=40), min_size=8, max_size=8))
def test_says_nothing_and_stops_whatever_it_hears(chatter: list[bytes]) -> None:
    conversation, asked = talk(TARGET), 0
    try:
        ask = next(conversation)
        for said in chatter:
            asked += 1
            assert ask.payload == b"" and ask.wait <= 3.0
            ask = conversation.send((Reply(TARGET.host, said),))
    except (StopIteration, ParseError):
        pass
    assert asked <= MOST_READS
