"""RDP connection requests: the question by the byte, the answers of servers old and new, and that no name is said."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import rdp
from probes.model import ParseError, Reading, Reply, Target

TARGET = Target("192.0.2.10", 1)
BARE = bytes.fromhex("0300000b06d00000123400")


def confirm(kind: int, flags: int, value: int) -> bytes:
    negotiation = bytes([kind, flags, 8, 0]) + value.to_bytes(4, "little")
    return bytes.fromhex("030000130ed00000123400") + negotiation


def readings(*answers: bytes) -> list[Reading]:
    conversation = rdp.talk(TARGET)
    left = list(answers)
    try:
        next(conversation)
        while True:
            given = left.pop(0) if left else b""
            conversation.send((Reply(TARGET.host, given),) if given else ())
    except StopIteration as end:
        found: list[Reading] = end.value
        return found


def test_the_question_by_the_byte() -> None:
    """TPKT of 19 bytes, X.224 connection request, RDP_NEG_REQ: TLS, CredSSP, CredSSP with early result."""
    assert rdp.request() == bytes.fromhex("03000013 0ee000000000 00 0100 0800 0b000000")


def test_the_question_names_nobody() -> None:
    assert b"Cookie" not in rdp.request() and b"mstshash" not in rdp.request()


@pytest.mark.parametrize(
    ("meaning", "answer", "wanted"),
    [
        ("xrdp", confirm(2, 1, 1), "tls client-data"),
        ("Windows 7", confirm(2, 1, 2), "credssp client-data"),
        (
            "Windows 11",
            confirm(2, 0x1F, 8),
            "credssp-early client-data graphics restricted-admin remote-guard",
        ),
        ("no security of its own", confirm(2, 0, 0), "standard"),
        ("one that nobody knows yet", confirm(2, 0, 16), "16"),
        ("Windows XP", BARE, "no-negotiation"),
        ("CredSSP or nothing", confirm(3, 0, 5), "refused credssp-required"),
        ("a reason that nobody knows yet", confirm(3, 0, 77), "refused 77"),
    ],
)
def test_answers(meaning: str, answer: bytes, wanted: str) -> None:
    assert readings(answer) == [Reading("rdp.answer", wanted)]


@pytest.mark.parametrize(
    ("meaning", "answer"),
    [
        ("a web server", b"HTTP/1.1 400 Bad Request\r\n\r\n"),
        ("X.224 data", bytes.fromhex("0300000702f080")),
        ("a disconnect request", bytes.fromhex("0300000b0680000012340000")),
        ("negotiation of another kind", confirm(9, 0, 0)),
        ("less than it announces", confirm(2, 1, 1)[:-2]),
        ("X.224 longer than its TPKT", bytes.fromhex("030000070ed00000123400")),
    ],
)
def test_what_is_no_confirm_is_refused(meaning: str, answer: bytes) -> None:
    with pytest.raises(ParseError):
        rdp.parse(answer)


def test_an_answer_in_pieces() -> None:
    whole = confirm(2, 1, 2)
    assert readings(whole[:3], whole[3:]) == [Reading("rdp.answer", "credssp client-data")]


def test_silence_is_no_reading() -> None:
    assert readings() == []


@given(st.lists(st.binary(min_size=1, max_size=40), min_size=4, max_size=4))
def test_asks_once_whatever_it_hears(chatter: list[bytes]) -> None:
    conversation, sent = rdp.talk(TARGET), list[bytes]()
    with contextlib.suppress(StopIteration, ParseError):
        ask = next(conversation)
        for said in chatter:
            sent.append(ask.payload)
            ask = conversation.send((Reply(TARGET.host, said),))
    assert [payload for payload in sent if payload] == [rdp.request()]
    assert len(sent) <= rdp.MOST_READS


def test_costs() -> None:
    assert rdp.PROBE.ports == {("tcp", 3389)} and rdp.PROBE.packets == 9
