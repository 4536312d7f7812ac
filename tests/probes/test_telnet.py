"""Telnet: text and negotiation are told apart, and neither is ever answered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes.model import ParseError, Reading, Reply, Target
from probes.telnet import parse, split, talk

STREAMS = [
    ("text alone", b"login: ", b"login: ", []),
    ("negotiation before", b"\xff\xfb\x01\xff\xfd\x03Password:", b"Password:", ["will 1", "do 3"]),
    ("refusals", b"\xff\xfc\x01\xff\xfe\x18", b"", ["wont 1", "dont 24"]),
    ("doubled IAC is a byte", b"a\xff\xffb", b"a\xffb", []),
    ("subnegotiation", b"a\xff\xfa\x18\x01SE\xff\xf0b", b"ab", []),
    ("subnegotiation with IAC and SE inside", b"a\xff\xfa\x18\xf0\xff\xff\xf0\xff\xf0b", b"ab", []),
    ("subnegotiation without end", b"a\xff\xfa\x18\x01b", b"a", []),
    ("go ahead, no operation", b"a\xff\xf9b\xff\xf1c", b"abc", []),
    ("cut after IAC", b"a\xff", b"a", []),
    ("cut within a negotiation", b"a\xff\xfb", b"a", []),
]


@pytest.mark.parametrize(("said", "text", "options"), [s[1:] for s in STREAMS], ids=[s[0] for s in STREAMS])
def test_split(said: bytes, text: bytes, options: list[str]) -> None:
    assert split(said) == (text, options)


@given(st.binary(max_size=200))
def test_any_text_survives_its_escape(text: bytes) -> None:
    assert split(text.replace(b"\xff", b"\xff\xff")) == (text, [])


def test_banner_is_one_line() -> None:
    assert parse(b"\r\n\0MikroTik v6.42\r\n\r\nLogin:") == [Reading("telnet.banner", "MikroTik v6.42 Login:")]


def test_negotiation_alone_still_proves_telnet() -> None:
    assert parse(b"\xff\xfd\x18") == [Reading("telnet.options", "do 24")]


def test_what_is_not_telnet_is_refused() -> None:
    with pytest.raises(ParseError):
        parse(b"\xff\xd8\xff\xe0")


def test_asks_once_and_types_nothing() -> None:
    conversation = talk(Target("192.0.2.10", 1))
    assert next(conversation).payload == b""
    with pytest.raises(StopIteration):
        conversation.send((Reply("192.0.2.10", b"\xff\xfd\x18login: "),))
