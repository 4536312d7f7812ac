"""LLMNR: answers alone are read, and a name belongs to the address that the answer gives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import llmnr
from probes.model import ParseError, Reading

NAME = b"\x04pc-1\0"


def message(flags: int, *records: bytes, questions: int = 1) -> bytes:
    head = (
        b"\x12\x34"
        + flags.to_bytes(2, "big")
        + questions.to_bytes(2, "big")
        + len(records).to_bytes(2, "big")
    )
    return head + bytes(4) + (NAME + b"\0\x01\0\x01") * questions + b"".join(records)


def record(data: bytes, kind: int = 1, name: bytes = b"\xc0\x0c") -> bytes:
    return name + kind.to_bytes(2, "big") + bytes(6) + len(data).to_bytes(2, "big") + data


HERE = bytes([192, 0, 2, 7])


@pytest.mark.parametrize(
    ("meaning", "octets", "hosts"),
    [
        ("an answer", message(0x8000, record(HERE)), ["192.0.2.7"]),
        ("its name written out", message(0x8000, record(HERE, name=NAME), questions=0), ["192.0.2.7"]),
        ("twice the same", message(0x8000, record(HERE), record(HERE)), ["192.0.2.7"]),
        ("a question", message(0), []),
        ("no such name", message(0x8003), []),
        ("another kind of record", message(0x8000, record(HERE, kind=16)), []),
        ("an address that no host has", message(0x8000, record(bytes(4))), []),
        (
            "one that means nothing away from its link",
            message(0x8000, record(b"\xfe\x80" + bytes(14), 28)),
            [],
        ),
    ],
)
def test_whose_the_name_is(meaning: str, octets: bytes, hosts: list[str]) -> None:
    assert llmnr.hear(octets) == [Reading("llmnr.hostname", "pc-1", host) for host in hosts]


@pytest.mark.parametrize(
    ("meaning", "octets"),
    [
        ("nothing", b""),
        ("another operation", message(0xA800)),
        ("two questions", message(0x8000, questions=2)),
        ("a record that is not there", message(0x8000, b"")),
        ("a pointer beyond the end", message(0x8000, record(HERE, name=b"\xff\xff"))),
        ("a pointer to itself", message(0x8000, record(HERE, name=b"\xc0\x16"))),
        ("a label of 64", message(0x8000, record(HERE, name=b"\x40" + bytes(80)))),
    ],
)
def test_what_is_refused(meaning: str, octets: bytes) -> None:
    with pytest.raises(ParseError):
        llmnr.hear(octets)


@given(st.binary(max_size=100))
def test_whatever_answers_is_read_or_refused(tail: bytes) -> None:
    try:
        llmnr.hear(message(0x8000, tail, tail))
    except ParseError:
        return
