"""VNC's greeting: twelve bytes are read at one port or two, and nothing is ever said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes.model import Ask, ParseError, Reading, Reply, Target
from probes.vnc import PORT, parse, ports, talk

GREETINGS = [
    ("the version that RFC 6143 describes", b"RFB 003.008\n", "003.008"),
    ("Apple's", b"RFB 003.889\n", "003.889"),
    ("RealVNC's", b"RFB 005.000\n", "005.000"),
    ("a repeater's", b"RFB 000.000\n", "000.000"),
    ("with the next message behind it", b"RFB 003.008\n\x01\x02", "003.008"),
]


@pytest.mark.parametrize(("greeting", "version"), [g[1:] for g in GREETINGS], ids=[g[0] for g in GREETINGS])
def test_version(greeting: bytes, version: str) -> None:
    assert parse(greeting) == version


@pytest.mark.parametrize(
    "other", [b"RFB 003.008", b"RFB 3.8\n", b"RFB 003.008\r\n", b"rfb 003.008\n", b" RFB 003.008\n", b"\n"]
)
def test_what_is_no_greeting_is_refused(other: bytes) -> None:
    with pytest.raises(ParseError):
        parse(other)


def converse(target: Target, *answers: bytes) -> tuple[list[Ask], list[Reading]]:
    """The asks of one conversation and its readings; an empty answer is silence."""
    asks: list[Ask] = []
    conversation = talk(target)
    try:
        ask = next(conversation)
        for answer in (*answers, *[b""] * 9):
            asks.append(ask)
            ask = conversation.send((Reply(target.host, answer),) if answer else ())
    except StopIteration as end:
        return asks, list(end.value)
    raise AssertionError("it goes on asking")


def test_another_port_is_tried_only_where_it_is_known_of_the_host() -> None:
    asks, _ = converse(Target("192.0.2.10", 1))
    assert [ask.port for ask in asks] == [PORT]
    named = frozenset({("tcp", 5903), ("tcp", 5902), ("udp", 5901), ("tcp", 80), ("tcp", 5907)})
    asks, found = converse(Target("192.0.2.10", 1, ports=named), b"", b"RFB 003.008\n")
    assert [ask.port for ask in asks] == [PORT, 5902]
    assert found == [Reading("vnc.version", "003.008"), Reading("vnc.port", "tcp/5902")]


def test_one_that_greets_ends_it() -> None:
    asks, _ = converse(Target("192.0.2.10", 1, ports=frozenset({("tcp", 5901)})), b"RFB 003.003\n")
    assert [ask.port for ask in asks] == [PORT]


@given(st.frozensets(st.tuples(st.sampled_from(["tcp", "udp"]), st.integers(1, 65535)), max_size=40))
def test_nothing_is_said_and_two_ports_are_the_most(named: frozenset[tuple[str, int]]) -> None:
    target = Target("192.0.2.10", 1, ports=named)
    asks, _ = converse(target)
    assert len(asks) == len(ports(target)) <= 2
    assert all(ask.payload == b"" for ask in asks)
