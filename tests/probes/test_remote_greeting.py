"""Greetings of remote control programs: each at its own port alone, and nothing is ever said."""

from __future__ import annotations

import pytest

from probes.model import Ask, ParseError, Reading, Reply, Target
from probes.remote_greeting import DOORS, parse, talk

TEAMVIEWER, SPLASHTOP, NOMACHINE = (port for _, port, _, _ in DOORS)

GREETINGS = [
    ("TeamViewer", TEAMVIEWER, bytes.fromhex("17240a2000 88"), "TeamViewer"),
    ("Splashtop, with its zeros", SPLASHTOP, b"SRS:Ready\0\0", "Splashtop"),
    ("NoMachine with its version", NOMACHINE, b"NXD-6.9.2\n", "NoMachine 6.9.2"),
    ("NoMachine without", NOMACHINE, b"NXD-\n", "NoMachine"),
]


@pytest.mark.parametrize(
    ("port", "greeting", "product"), [g[1:] for g in GREETINGS], ids=[g[0] for g in GREETINGS]
)
def test_greeting(port: int, greeting: bytes, product: str) -> None:
    assert parse(greeting, port) == product
    for other in {TEAMVIEWER, SPLASHTOP, NOMACHINE} - {port}:
        with pytest.raises(ParseError):
            parse(greeting, other)


@pytest.mark.parametrize("other", [b"", b"\x17\x24\x0a\x20", b"SRS:Read", b"NXD", b"nxd-1\n", b" SRS:Ready"])
def test_what_is_no_greeting_is_refused(other: bytes) -> None:
    for _, port, _, _ in DOORS:
        with pytest.raises(ParseError):
            parse(other, port)


def test_nothing_is_said_and_the_first_that_greets_ends_it() -> None:
    conversation = talk(Target("192.0.2.10", 1))
    asks: list[Ask] = [next(conversation)]
    asks.append(conversation.send(()))
    with pytest.raises(StopIteration) as end:
        conversation.send((Reply("192.0.2.10", b"SRS:Ready\0"),))
    assert end.value.value == [Reading("remote_greeting.product", "Splashtop")]
    assert [(ask.port, ask.payload) for ask in asks] == [(TEAMVIEWER, b""), (SPLASHTOP, b"")]


def test_reading_ends_with_the_greeting_and_never_before_a_byte_came() -> None:
    assert all(until for _, _, until, _ in DOORS)
