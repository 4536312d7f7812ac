"""NTP's control message: one question, variables back; and answers that are cut, mixed up or somebody else's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import ntp
from probes.model import ParseError, Reply, Target

SEQUENCE = 7


def part(text: bytes, offset: int = 0, kind: int = 0x82, sequence: int = SEQUENCE) -> bytes:
    numbers = b"".join(n.to_bytes(2, "big") for n in (0, 0, offset, len(text)))
    return bytes([0x16, kind]) + sequence.to_bytes(2, "big") + numbers + text


def read(*answers: bytes) -> list[str]:
    conversation = ntp.talk(Target("192.0.2.10", SEQUENCE))
    assert next(conversation).payload == bytes.fromhex("1602 0007 0000 0000 0000 0000")
    with pytest.raises(StopIteration) as end:
        conversation.send(tuple(Reply("192.0.2.10", a) for a in answers))
    return [r.value for r in end.value.value]


@pytest.mark.parametrize(
    ("meaning", "answers", "told"),
    [
        ("quoted", [part(b'system="Linux/5.10", leap=0')], ['system="Linux/5.10"']),
        ("bare", [part(b"leap=0, system=UNIX/HPUX")], ['system="UNIX/HPUX"']),
        ("the first of two", [part(b'system="a", system="b"')], ['system="a"']),
        ("parts in any order", [part(b'"b"', 7), part(b"system=", 0, 0xA2)], ['system="b"']),
        ("a part is missing", [part(b'a"', 9), part(b"system=")], []),
        ("nothing of the machine", [part(b"leap=0, stratum=3")], []),
        ("silence", [], []),
    ],
)
def test_what_is_read(meaning: str, answers: list[bytes], told: list[str]) -> None:
    assert read(*answers) == told


@pytest.mark.parametrize(
    ("meaning", "answer"),
    [
        ("time, not control", bytes([0x1C]) + bytes(47)),
        ("a question", part(b"x", kind=0x02)),
        ("an error", part(b"", kind=0xC2)),
        ("another's", part(b"x", sequence=8)),
        ("shorter than it says", part(b"system")[:-2]),
        ("beyond all bounds", part(b"x", offset=60000)),
    ],
)
def test_what_is_refused(meaning: str, answer: bytes) -> None:
    with pytest.raises(ParseError):
        read(answer)


@given(st.binary(max_size=80))
def test_whatever_comes_is_read_or_refused(payload: bytes) -> None:
    try:
        ntp.readings(ntp.joined([ntp.parse(payload, SEQUENCE)]))
    except ParseError:
        return
