"""IKE: the first message of a main mode as others read it, and answers payload by payload."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import ike
from probes.model import ParseError, Reading, Reply, Target

NONCE = 0x01020304
SA_BODY = bytes.fromhex("00000001 00000001")
DPD = bytes.fromhex("afcad71368a1f1c96b8696fc77570100")


def message(*payloads: tuple[int, bytes], version: int = 0x10, flags: int = 0, nonce: int = NONCE) -> bytes:
    kinds = [kind for kind, _ in payloads]
    body = b"".join(
        bytes([following, 0]) + (len(content) + 4).to_bytes(2, "big") + content
        for following, (_, content) in zip([*kinds[1:], 0], payloads, strict=False)
    )
    head = ike.cookie(nonce) + bytes(8) + bytes([kinds[0] if kinds else 0, version, 2, flags]) + bytes(4)
    return head + (28 + len(body)).to_bytes(4, "big") + body


def notification(number: int) -> tuple[int, bytes]:
    return 11, bytes.fromhex("00000001 0100") + number.to_bytes(2, "big")


def readings(answer: bytes) -> list[tuple[str, str]]:
    conversation = ike.talk(Target("192.0.2.10", NONCE))
    next(conversation)
    with pytest.raises(StopIteration) as end:
        conversation.send((Reply("192.0.2.10", answer),))
    found: list[Reading] = end.value.value
    return [(r.field, r.value) for r in found]


def test_scapy_reads_the_question_as_a_main_mode_that_proposes_and_nothing_else() -> None:
    from scapy.layers.isakmp import ISAKMP, ISAKMP_payload_SA, ISAKMP_payload_Transform

    theirs = ISAKMP(ike.request(NONCE))
    assert (theirs.version, theirs.exch_type, theirs.flags, theirs.id) == (0x10, 2, 0, 0)
    assert theirs.init_cookie == ike.cookie(NONCE) and theirs.resp_cookie == bytes(8)
    assert theirs.length == len(ike.request(NONCE))
    assert isinstance(theirs.payload, ISAKMP_payload_SA) and theirs.payload.next_payload == 0
    transform = theirs[ISAKMP_payload_Transform]
    assert transform.transforms[:4] == [
        ("Encryption", "AES-CBC"), ("Hash", "SHA2-256"), ("Authentication", "PSK"), ("GroupDesc", "2048MODPgr")
    ]  # fmt: skip


def test_it_is_one_frame_and_repeats_itself() -> None:
    assert len(ike.request(NONCE)) < 1000
    assert ike.request(NONCE) == ike.request(NONCE) != ike.request(NONCE + 1)
    assert any(ike.cookie(0))


def test_our_own_reader_finds_a_proposal_and_no_more() -> None:
    own = ike.parse(ike.request(NONCE))
    assert (own.agrees, own.notifications, own.vendor_ids, own.version) == (True, (), (), "IKEv1")


@pytest.mark.parametrize(
    ("meaning", "answer", "wanted"),
    [
        ("takes it", message((1, SA_BODY)), [("ike.answer", "sa"), ("ike.version", "IKEv1")]),
        ("takes it and shows an ID", message((1, SA_BODY), (13, DPD)),
         [("ike.answer", "sa"), ("ike.version", "IKEv1"), ("ike.vendor_id", DPD.hex())]),
        ("takes none", message(notification(14)), [("ike.answer", "no-proposal-chosen"), ("ike.version", "IKEv1")]),
        ("an unknown number", message(notification(9999)), [("ike.answer", "notify 9999"), ("ike.version", "IKEv1")]),
        ("nothing in it", message(), [("ike.answer", "other"), ("ike.version", "IKEv1")]),
        ("version 2", message((43, b"abc"), version=0x20),
         [("ike.answer", "other"), ("ike.version", "IKEv2"), ("ike.vendor_id", "616263")]),
        ("encrypted", message((13, DPD), flags=1), [("ike.answer", "other"), ("ike.version", "IKEv1")]),
        ("version 2, encrypted", message((46, DPD), version=0x20), [("ike.answer", "other"), ("ike.version", "IKEv2")]),
        ("another's", message((1, SA_BODY), nonce=NONCE + 1), []),
        ("a long ID", message((13, b"x" * 200)),
         [("ike.answer", "other"), ("ike.version", "IKEv1"), ("ike.vendor_id", "78" * 64)]),
    ],
)  # fmt: skip
def test_answers(meaning: str, answer: bytes, wanted: list[tuple[str, str]]) -> None:
    assert readings(answer) == wanted


@pytest.mark.parametrize(
    ("meaning", "other"),
    [
        ("a header cut short", message()[:27]),
        ("no cookie", bytes(8) + message()[8:]),
        ("version 3", message(version=0x30)),
        ("a length below the header's", message()[:24] + bytes(4)),
        ("a payload that runs off the end", message((13, DPD))[:-1]),
        ("a payload of two bytes", message((13, b""))[:-1] + b"\x02"),
    ],
)
def test_what_is_no_ike_is_refused(meaning: str, other: bytes) -> None:
    with pytest.raises(ParseError):
        ike.parse(other)


def test_a_chain_of_payloads_has_an_end() -> None:
    assert len(ike.parse(message(*[(13, bytes([n])) for n in range(200)])).vendor_ids) == ike.MOST_PAYLOADS


@given(st.lists(st.binary(min_size=1, max_size=64), unique=True, max_size=20))
def test_every_vendor_id_is_read_once_and_in_order(ids: list[bytes]) -> None:
    payloads = [(13, each) for each in ids]
    assert ike.parse(message(*payloads, *payloads)).vendor_ids == tuple(each.hex() for each in ids)
