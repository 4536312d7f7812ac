"""ICMP echo: the message by the byte, its checksum, and what counts as the answer to it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probes import icmp
from probes.model import ParseError, Target

nonces = st.integers(0, 2**31 - 1)


def reply_to(message: bytes, identifier: bytes | None = None) -> bytes:
    body = (identifier or message[4:6]) + message[6:]
    return b"\0\0" + icmp.checksum(b"\0\0\0\0" + body).to_bytes(2, "big") + body


def test_the_message_by_the_byte() -> None:
    assert icmp.request(0x01020304) == (
        bytes.fromhex("0800 6ecb")  # echo request; checksum
        + bytes.fromhex("0102 0304")  # identifier, sequence number
        + bytes.fromhex("01020304")
        + b"daicho network inventory"
    )


@pytest.mark.parametrize(
    ("message", "sum_"),
    [
        (bytes.fromhex("0001 f203 f4f5 f6f7"), 0x220D),  # RFC 1071, 3: the sum is ddf2
        (b"", 0xFFFF),
        (b"\xff\xff", 0x0000),
        (b"\x01", 0xFEFF),  # an odd byte is padded with zero
    ],
)
def test_the_checksum_of_rfc_1071(message: bytes, sum_: int) -> None:
    assert icmp.checksum(message) == sum_


@settings(deadline=None)  # the first example pays for scapy's import
@given(nonces)
def test_scapy_reads_the_same_message(nonce: int) -> None:
    from scapy.layers.inet import ICMP

    message = icmp.request(nonce)
    theirs = ICMP(message)
    assert (theirs.type, theirs.code) == (8, 0)
    assert theirs.id << 16 | theirs.seq == nonce
    del theirs.chksum  # so that scapy computes its own
    assert bytes(theirs) == message


@given(nonces, st.binary(min_size=2, max_size=2))
def test_the_answer_is_known_under_any_identifier(nonce: int, identifier: bytes) -> None:
    assert icmp.answers(reply_to(icmp.request(nonce), identifier), nonce)


@given(nonces, nonces)
def test_an_answer_to_another_question_is_not_ours(nonce: int, other: int) -> None:
    assert icmp.answers(reply_to(icmp.request(other)), nonce) == (nonce == other)


@given(nonces, st.integers(0, 8 * 36 - 1))
def test_one_damaged_bit_is_noticed(nonce: int, bit: int) -> None:
    message = bytearray(reply_to(icmp.request(nonce)))
    message[bit // 8] ^= 1 << bit % 8
    with pytest.raises(ParseError):
        icmp.answers(bytes(message), nonce)


def test_our_own_request_come_back_is_no_answer() -> None:
    assert not icmp.answers(icmp.request(5), 5)


def test_ipv6_hosts_are_not_asked() -> None:
    with pytest.raises(StopIteration) as end:
        next(icmp.talk(Target("2001:db8::1", 5)))
    assert end.value.value == []
