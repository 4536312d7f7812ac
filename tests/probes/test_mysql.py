"""MySQL greetings: versions and refusals; nothing is said, and nobody asked whose port is not named."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import mysql
from probes.model import ParseError, Reading, Reply, Target

NAMED = Target("192.0.2.10", 1, ports=frozenset({("tcp", 3306)}))


def packet(body: bytes, sequence: int = 0) -> bytes:
    return len(body).to_bytes(3, "little") + bytes([sequence]) + body


def greeting(version: str, capabilities: int = 0xF7FE, protocol: int = 10) -> bytes:
    body = bytes([protocol]) + version.encode() + b"\0" + b"\x07\0\0\0" + b"saltsalt" + b"\0"
    return packet(body + capabilities.to_bytes(2, "little") + b"\x08\x02\0\xff\x81\x15" + bytes(10))


def refusal(number: int, text: bytes) -> bytes:
    return packet(b"\xff" + number.to_bytes(2, "little") + text)


def readings(*answers: bytes) -> list[Reading]:
    conversation = mysql.talk(NAMED)
    left = list(answers)
    try:
        ask = next(conversation)
        while True:
            assert ask.payload == b""
            given = left.pop(0) if left else b""
            ask = conversation.send((Reply(NAMED.host, given),) if given else ())
    except StopIteration as end:
        found: list[Reading] = end.value
        return found


@pytest.mark.parametrize("ports", [frozenset(), frozenset({("tcp", 80)}), frozenset({("udp", 3306)})])
def test_nobody_is_asked_whose_port_is_not_named(ports: frozenset[tuple[str, int]]) -> None:
    with pytest.raises(StopIteration) as end:
        next(mysql.talk(Target("192.0.2.10", 1, ports=ports)))
    assert end.value.value == []


@pytest.mark.parametrize(
    ("meaning", "answer", "wanted"),
    [
        ("MySQL with TLS", greeting("8.0.36", 0xFFFF), {"version": "8.0.36", "tls": "offered"}),
        ("MariaDB", greeting("5.5.5-10.11.6-MariaDB"), {"version": "5.5.5-10.11.6-MariaDB", "tls": "no"}),
        ("not for us", refusal(1130, b"Host '192.0.2.1' is not allowed to connect to this MySQL server"),
         {"error": "1130 MySQL"}),
        ("blocked", refusal(1129, b"Host 'x' is blocked because of many connection errors"), {"error": "1129"}),
    ],
)  # fmt: skip
def test_greetings(meaning: str, answer: bytes, wanted: dict[str, str]) -> None:
    assert {r.field.removeprefix("mysql."): r.value for r in readings(answer)} == wanted


def test_our_own_address_in_a_refusal_is_not_kept() -> None:
    found = readings(
        refusal(1130, b"Host 'auditor.example' is not allowed to connect to this MariaDB server")
    )
    assert found == [Reading("mysql.error", "1130 MariaDB")]


def test_a_greeting_in_pieces() -> None:
    whole = greeting("8.0.36")
    assert readings(whole[:2], whole[2:9], whole[9:])[0].value == "8.0.36"


@pytest.mark.parametrize(
    ("meaning", "answer"),
    [
        ("another protocol", greeting("3.20", protocol=9)),
        ("no first packet", packet(greeting("8.0.36")[4:], sequence=1)),
        ("no version", greeting("")),
        ("a version without end", greeting("8" * 300)),
        ("longer than it is", greeting("8.0.36")[:-20]),
        ("a web server", b"HTTP/1.0 400 Bad Request\r\n"),
    ],
)
def test_what_is_no_greeting_is_refused(meaning: str, answer: bytes) -> None:
    with pytest.raises(ParseError):
        mysql.parse(answer)


@given(st.lists(st.binary(min_size=1, max_size=60), max_size=5))
def test_says_nothing_and_stops_whatever_it_hears(chatter: list[bytes]) -> None:
    with contextlib.suppress(ParseError):
        readings(*chatter)


def test_goes_to_named_ports_only() -> None:
    assert mysql.PROBE.ports == {("tcp", 0)} and mysql.PROBE.packets == 8
