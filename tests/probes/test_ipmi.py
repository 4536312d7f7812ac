"""IPMI: one question that opens no session, and answers byte by byte (IPMI v2.0, 13.8 and 22.13)."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import ipmi
from probes.model import ParseError, Target, Via

NONCE = 0x01020304


def message(data: str, *, sequence: int = NONCE & 0x3F, function: int = 0x1C, command: int = 0x38) -> bytes:
    to = bytes((0x81, function))
    body = bytes((0x20, sequence << 2, command)) + bytes.fromhex(data)
    whole = to + bytes((ipmi.checksum(to),)) + body + bytes((ipmi.checksum(body),))
    return ipmi.RMCP + ipmi.NO_SESSION + bytes((len(whole),)) + whole


def read(payload: bytes) -> dict[str, str]:
    return {r.field.removeprefix("ipmi."): r.value for r in ipmi.parse(payload, NONCE)}


def test_the_question_is_the_one_of_every_client() -> None:
    ask = next(ipmi.talk(Target("192.0.2.10", 0)))
    assert (ask.via, ask.port) == (Via.UDP, 623)
    assert ask.payload == bytes.fromhex("0600ff07 00 00000000 00000000 09 20 18 c8 81 00 38 8e 02 b7")


@pytest.mark.parametrize(
    ("meaning", "data", "wanted"),
    [
        (
            "version 2.0, MD5 and password, names only",
            "00 01 94 04 03 000000 00",
            {"version": "2.0", "proofs": "md5 password", "logins": "named"},
        ),
        (
            "version 1.5 that needs no proof and no name",
            "00 01 05 03 00 000000 00",
            {"version": "1.5", "proofs": "none md5", "logins": "anonymous no-name"},
        ),
        (
            "a maker's extensions",
            "00 0f b5 14 02 802800 00",
            {"version": "2.0", "proofs": "none md5 password oem", "logins": "named", "oem": "10368"},
        ),
        ("version 2.0 promised and not spoken", "00 01 80 00 01 000000 00", {"version": "1.5"}),
        ("it says no", "c1", {}),
    ],
)
def test_what_an_answer_says(meaning: str, data: str, wanted: dict[str, str]) -> None:
    assert read(message(data)) == wanted, meaning


@pytest.mark.parametrize(
    "answer",
    [
        message("00 01 94 04 03 000000 00", sequence=9),
        message("00 01 94 04 03 000000 00", function=0x18),
        message("00 01 94 04 03 000000 00", command=0x01),
    ],
)
def test_what_answers_another_question_is_not_read(answer: bytes) -> None:
    assert ipmi.parse(answer, NONCE) == []


@pytest.mark.parametrize(
    ("meaning", "payload"),
    [
        ("nothing", b""),
        ("an answer to a presence ping", bytes.fromhex("0600ff06 000011be 40 00 00 10") + bytes(16)),
        ("the echo of a service that echoes, cut", ipmi.request(NONCE)[:9]),
        ("a session that nobody opened", bytes.fromhex("0600ff07 00 00000001 00000000 00")),
        ("a sum that is wrong", message("00 01 94 04 03 000000 00")[:-1] + b"\0"),
        ("too short an answer", message("00 01 94")),
    ],
)
def test_what_is_no_answer_is_refused(meaning: str, payload: bytes) -> None:
    with pytest.raises(ParseError):
        ipmi.parse(payload, NONCE)


def test_an_echo_of_our_question_is_no_answer() -> None:
    assert ipmi.parse(ipmi.request(NONCE), NONCE) == []


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(payload: bytes) -> None:
    for whole in (payload, message(payload.hex())):
        with suppress(ParseError):
            assert {r.field for r in ipmi.parse(whole, NONCE)} <= ipmi.PROBE.fields
