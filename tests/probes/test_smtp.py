"""SMTP greetings: read as FTP's are, on port 25, and nothing is ever said."""

from __future__ import annotations

import pytest

from probes.model import ParseError, Reading, Reply, Target
from probes.smtp import PORT, talk

TARGET = Target("192.0.2.10", 1)


def greeted(*pieces: bytes) -> list[Reading]:
    conversation = talk(TARGET)
    ask = next(conversation)
    try:
        for piece in pieces:
            assert (ask.port, ask.payload) == (PORT, b"")
            ask = conversation.send((Reply(TARGET.host, piece),))
    except StopIteration as end:
        return list(end.value)
    raise AssertionError(f"it waits for more after {pieces}")


def test_one_line() -> None:
    assert greeted(b"220 mx.example ESMTP Postfix\r\n") == [
        Reading("smtp.banner", "mx.example ESMTP Postfix")
    ]


def test_several_lines_in_pieces() -> None:
    pieces = (b"220-mx.example ESMTP\r\n220-", b"no ", b"spam\r\n220 ok\r\n")
    assert greeted(*pieces) == [Reading("smtp.banner", "mx.example ESMTP no spam ok")]


def test_another_protocol_is_refused() -> None:
    with pytest.raises(ParseError):
        greeted(b"+OK POP3 ready\r\n", b"x", b"x", b"x", b"x")
