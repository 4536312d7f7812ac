"""SSH greetings: what is read of each, and that nothing is ever said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes.model import ParseError, Reading, Reply, Target
from probes.ssh import MOST_READS, PROBE, parse, talk

TARGET = Target("192.0.2.10", 1)

GREETINGS = [
    ("plain", b"SSH-2.0-OpenSSH_8.4\r\n", "2.0", "OpenSSH_8.4", ""),
    ("comment", b"SSH-2.0-OpenSSH_9.6p1 Ubuntu-3ubuntu13\r\n", "2.0", "OpenSSH_9.6p1", "Ubuntu-3ubuntu13"),
    ("both versions", b"SSH-1.99-Cisco-1.25\n", "1.99", "Cisco-1.25", ""),
    ("hyphens in the software", b"SSH-2.0-RGOS-SSH-1.0\r\n", "2.0", "RGOS-SSH-1.0", ""),
    ("a maker's sloppy line end", b"SSH-2.0-X\r\r\n", "2.0", "X", ""),
    ("lines before", b"Keep out\r\n\r\nSSH-2.0-A\r\nSSH-2.0-B\r\n", "2.0", "A", ""),
    (
        "key exchange behind",
        b"SSH-2.0-dropbear_2022.83\r\n\x00\x00\x01\xdc\x07\x14",
        "2.0",
        "dropbear_2022.83",
        "",
    ),
]


@pytest.mark.parametrize(
    ("greeting", "protocol", "software", "comment"), [g[1:] for g in GREETINGS], ids=[g[0] for g in GREETINGS]
)
def test_greeting(greeting: bytes, protocol: str, software: str, comment: str) -> None:
    got = {r.field: r.value for r in parse(greeting)}
    assert got.pop("ssh.banner").startswith(f"SSH-{protocol}-{software}")
    assert got.pop("ssh.comment", "") == comment
    assert got == {"ssh.protocol": protocol, "ssh.software": software}


def test_version_that_may_be_cut_is_not_read() -> None:
    assert parse(b"SSH-2.0-OpenSSH_7") == [Reading("ssh.protocol", "2.0")]


@pytest.mark.parametrize(
    "other", [b"220 ftp ready\r\n", b"SSH-\r\n", b"SSH-2.0\r\n", b"SSH--x\r\n", b"\x16\x03\x01"]
)
def test_what_is_not_ssh_is_refused(other: bytes) -> None:
    with pytest.raises(ParseError):
        parse(other)


def test_control_characters_do_not_reach_a_terminal() -> None:
    assert Reading("ssh.software", "x\ufffd[2J") in parse(b"SSH-2.0-x\x1b[2J\r\n")


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


def test_silence_is_no_reading() -> None:
    conversation = talk(TARGET)
    next(conversation)
    with pytest.raises(StopIteration) as end:
        conversation.send(())
    assert end.value.value == []


def test_costs_one_connection_to_22() -> None:
    assert PROBE.ports == {("tcp", 22)} and PROBE.packets == 8
