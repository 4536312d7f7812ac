"""DICOM: what is asked can touch no patient, the order of the two ports, and the answers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes.cursor import Cursor
from probes.dicom import (
    Aborted,
    Accepted,
    Rejected,
    association_request,
    missing,
    parse,
    release_request,
    talk,
)
from probes.model import Ask, ParseError, Reading, Reply, Target
from tests.tapes import FOLDER, read_tape

TARGET = Target("192.0.2.10", 1)
ACCEPT = read_tape(FOLDER / "dicom-dcmtk-accept.tape").exchanges[0].replies[0].payload
REJECT = bytes.fromhex("0300 00000004 00010107")
ABORT = bytes.fromhex("0700 00000004 00000201")


def items(cursor: Cursor) -> list[tuple[int, bytes]]:
    found = []
    while cursor.left:
        kind, _ = cursor.u8(), cursor.u8()
        found.append((kind, cursor.take(cursor.u16())))
    return found


def test_request_proposes_verification_and_nothing_else() -> None:
    cursor = Cursor(association_request())
    assert (cursor.u8(), cursor.u8(), cursor.u32()) == (1, 0, cursor.left)
    assert (cursor.u16(), cursor.u16()) == (1, 0)
    assert (cursor.take(16), cursor.take(16), cursor.take(32)) == (
        b"ANY-SCP         ",
        b"DAICHO          ",
        bytes(32),
    )
    context, presentation, user = items(cursor)
    assert context == (0x10, b"1.2.840.10008.3.1.1.1")
    kind, content = presentation
    assert (kind, content[:4]) == (0x20, b"\x01\0\0\0")
    assert items(Cursor(content[4:])) == [(0x30, b"1.2.840.10008.1.1"), (0x40, b"1.2.840.10008.1.2")]
    kind, content = user
    assert kind == 0x50 and [kind for kind, _ in items(Cursor(content))] == [0x51, 0x52, 0x55]
    uid = dict(items(Cursor(content)))[0x52].decode()
    assert uid.startswith("2.25.") and len(uid) <= 64 and uid[5:].isdigit() and int(uid[5:]) < 2**128


def spoken(*answers: bytes) -> tuple[list[Ask], list[Reading]]:
    """The asks, and the readings, of a conversation with these answers (b"" is silence), then silence."""
    conversation, asks, left = talk(TARGET), [], list(answers)
    try:
        ask = next(conversation)
        while True:
            asks.append(ask)
            said = left.pop(0) if left else b""
            ask = conversation.send((Reply(TARGET.host, said),) if said else ())
    except StopIteration as end:
        return asks, list(end.value)


CONVERSATIONS = [
    ("accepted: released", [ACCEPT, b"\6"], [104, 104]),
    ("accepted on the second port", [b"", ACCEPT], [104, 11112, 11112]),
    ("rejected: nothing more is said", [REJECT], [104]),
    ("aborted: nothing more is said", [ABORT], [104]),
    ("in pieces", [ACCEPT[:3], ACCEPT[3:90], ACCEPT[90:]], [104, 104, 104, 104]),
    ("silent", [], [104, 11112]),
]


@pytest.mark.parametrize(
    ("answers", "ports"), [c[1:] for c in CONVERSATIONS], ids=[c[0] for c in CONVERSATIONS]
)
def test_conversation(answers: list[bytes], ports: list[int]) -> None:
    asks, readings = spoken(*answers)
    assert [ask.port for ask in asks] == ports
    released = [ask for ask in asks if ask.payload == release_request()]
    assert len(released) == (ACCEPT[:3] in [a[:3] for a in answers])
    assert (Reading("dicom.port", str(ports[-1])) in readings) == bool(answers)


@given(
    st.lists(
        st.binary(min_size=1, max_size=30) | st.sampled_from([ACCEPT, REJECT, ABORT, ACCEPT[:9]]), max_size=12
    )
)
def test_says_only_two_things_and_stops_whatever_it_hears(answers: list[bytes]) -> None:
    asks: list[Ask] = []
    conversation, left = talk(TARGET), list(answers)
    try:
        ask = next(conversation)
        while True:
            asks.append(ask)
            assert len(asks) <= 10 and ask.wait <= 3.0
            ask = conversation.send((Reply(TARGET.host, left.pop(0)),) if left else ())
    except (StopIteration, ParseError):
        pass
    said = [ask.payload for ask in asks if ask.payload]
    assert set(said) <= {association_request(), release_request()}
    assert said.count(release_request()) <= 1


ANSWERS = [
    ("accept", ACCEPT, Accepted("1.2.276.0.7230010.3.0.3.6.7", "OFFIS_DCMTK_367")),
    ("reject", REJECT, Rejected(1, 1, 7)),
    ("abort", ABORT, Aborted()),
    ("bytes behind it", REJECT + b"x", Rejected(1, 1, 7)),
]


@pytest.mark.parametrize(("answer", "meaning"), [a[1:] for a in ANSWERS], ids=[a[0] for a in ANSWERS])
def test_parse(answer: bytes, meaning: object) -> None:
    assert parse(answer) == meaning


REASONS = [
    (Rejected(1, 1, 3), "permanent/user/calling-title-not-recognised"),
    (Rejected(2, 3, 1), "transient/provider-presentation/temporary-congestion"),
    (Rejected(1, 2, 2), "permanent/provider-acse/protocol-version-not-supported"),
    (Rejected(9, 8, 7), "9/8/7"),
]


@pytest.mark.parametrize(("rejected", "text"), REASONS)
def test_reasons(rejected: Rejected, text: str) -> None:
    assert str(rejected) == text


@pytest.mark.parametrize(
    "other", [b"", b"HTTP/1.1 400\r\n\r\n", ACCEPT[:-1], REJECT[:7], b"\4\0\0\0\0\0", b"\3\0\0\0\0\0"]
)
def test_what_is_no_answer_is_refused(other: bytes) -> None:
    with pytest.raises(ParseError):
        parse(other)


@pytest.mark.parametrize(
    ("answer", "left"),
    [(b"", 6), (b"\2\0", 4), (ACCEPT[:-5], 5), (ACCEPT, 0), (b"HTTP", 0), (b"\2\0\xff\xff\xff\xff", 0)],
)
def test_missing(answer: bytes, left: int) -> None:
    assert missing(answer) == left


@pytest.mark.parametrize(
    ("meaning", "named", "asked"),
    [
        ("nothing is named", (), [104, 11112]),
        ("the second of the registered ones", (11112,), [11112, 104]),
        ("an archive's own port", (4242,), [4242, 104, 11112]),
        ("several: one of them", (4242, 5678), [4242, 104, 11112]),
        ("what is no DICOM", (80, 2575, 1433), [104, 11112]),
    ],
)
def test_a_port_that_is_named_is_tried_first(meaning: str, named: tuple[int, ...], asked: list[int]) -> None:
    conversation = talk(Target("192.0.2.10", 1, ports=frozenset(("tcp", port) for port in named)))
    ports: list[int] = []
    try:
        ask = next(conversation)
        while True:
            ports.append(ask.port)
            ask = conversation.send(())
    except StopIteration:
        pass
    assert ports == asked
