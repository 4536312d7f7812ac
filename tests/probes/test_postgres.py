"""PostgreSQL's SSLRequest: eight bytes, one letter, and nobody asked whose port is not named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import postgres
from probes.model import ParseError, Reading, Reply, Target

NAMED = Target("192.0.2.10", 1, ports=frozenset({("tcp", 5432)}))


def readings(answer: bytes) -> list[Reading]:
    conversation = postgres.talk(NAMED)
    ask = next(conversation)
    assert (ask.port, ask.payload) == (5432, bytes.fromhex("0000000804d2162f"))
    with pytest.raises(StopIteration) as end:
        conversation.send((Reply(NAMED.host, answer),) if answer else ())
    found: list[Reading] = end.value.value
    return found


def test_the_request_is_80877103() -> None:
    """1234 in the upper half, 5679 in the lower: a number that is no protocol version."""
    assert int.from_bytes(postgres.REQUEST[4:], "big") == 1234 << 16 | 5679 == 80877103


@pytest.mark.parametrize(("answer", "tls"), [(b"S", "offered"), (b"N", "no")])
def test_answers(answer: bytes, tls: str) -> None:
    assert readings(answer) == [Reading("postgres.tls", tls)]


def test_silence_is_no_reading() -> None:
    assert readings(b"") == []


@pytest.mark.parametrize("answer", [b"E", b"SS", b"SSH-2.0-x\r\n", b"s"])
def test_anything_else_is_refused(answer: bytes) -> None:
    with pytest.raises(ParseError):
        readings(answer)


@pytest.mark.parametrize("ports", [frozenset(), frozenset({("tcp", 80)}), frozenset({("udp", 5432)})])
def test_nobody_is_asked_whose_port_is_not_named(ports: frozenset[tuple[str, int]]) -> None:
    with pytest.raises(StopIteration) as end:
        next(postgres.talk(Target("192.0.2.10", 1, ports=ports)))
    assert end.value.value == []


@given(st.binary(max_size=20))
def test_only_two_answers_are_taken(answer: bytes) -> None:
    try:
        assert postgres.parse(answer) and answer in (b"S", b"N")
    except ParseError:
        assert answer not in (b"S", b"N")


def test_goes_to_named_ports_only() -> None:
    assert postgres.PROBE.ports == {("tcp", 0)} and postgres.PROBE.packets == 9
