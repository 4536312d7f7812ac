"""Modbus device identification: the question by the byte, parts and exceptions, and no way to any register."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import modbus
from probes.model import Ask, ParseError, Reading, Reply, Target

TARGET = Target("192.0.2.10", 0x01020304)


def frame(pdu: bytes, number: int = 0x0304, unit: int = 0xFF) -> bytes:
    return number.to_bytes(2, "big") + b"\0\0" + (len(pdu) + 1).to_bytes(2, "big") + bytes([unit]) + pdu


def identification(*objects: tuple[int, bytes], more: int = 0, following: int = 0) -> bytes:
    listed = b"".join(bytes([key, len(text)]) + text for key, text in objects)
    return bytes([0x2B, 0x0E, 2, 0x82, more, following, len(objects)]) + listed


def converse(*answers: bytes) -> tuple[list[Ask], list[Reading]]:
    """The asks of one conversation and its readings; an empty answer is silence."""
    asks: list[Ask] = []
    conversation = modbus.talk(TARGET)
    try:
        ask = next(conversation)
        for each in (*answers, *[b""] * 9):
            asks.append(ask)
            ask = conversation.send((Reply(TARGET.host, each),) if each else ())
    except StopIteration as end:
        return asks, list(end.value)
    raise AssertionError("it goes on asking")


def test_the_question_by_the_byte() -> None:
    assert modbus.request(0x0304, 0) == bytes.fromhex("0304 0000 0005 ff 2b 0e 02 00")


def test_no_serial_unit_is_addressed_and_no_other_function_used() -> None:
    """Unit 0 would reach every unit behind a gateway, 1 to 247 one of them."""
    parts = [identification((n, b"x"), more=0xFF, following=n + 1) for n in range(9)]
    asks, _ = converse(*(frame(part, 0x0304 + n) for n, part in enumerate(parts)))
    assert len(asks) == modbus.MOST_ROUNDS
    assert {ask.payload[6:10] for ask in asks} == {bytes([0xFF, 0x2B, 0x0E, 0x02])}


def test_all_objects_of_the_table() -> None:
    texts = [(n, f"t{n}".encode()) for n in range(8)]
    _, found = converse(frame(identification(*texts, (200, b"private"))))
    assert {r.field.removeprefix("modbus."): r.value for r in found} == {
        "answer": "identification",
        **{name: f"t{n}" for n, name in modbus.OBJECTS.items()},
    }


def test_a_second_part_is_asked_for() -> None:
    asks, found = converse(
        frame(identification((0, b"Acme"), more=0xFF, following=5)),
        frame(identification((5, b"AC-10"), (0, b"Other")), 0x0305),
    )
    assert asks[1].payload == modbus.request(0x0305, 5)
    assert found == [
        Reading("modbus.answer", "identification"),
        Reading("modbus.vendor", "Acme"),
        Reading("modbus.model", "AC-10"),
    ]


def test_an_answer_in_pieces() -> None:
    whole = frame(identification((0, b"Acme")))
    asks, found = converse(whole[:9], whole[9:])
    assert asks[1].payload == b"" and Reading("modbus.vendor", "Acme") in found


def test_an_exception_proves_the_protocol() -> None:
    assert converse(frame(b"\xab\x01", unit=1))[1] == [Reading("modbus.answer", "exception 1")]


def test_silence_says_nothing() -> None:
    asks, found = converse()
    assert len(asks) == 1 and found == []


@pytest.mark.parametrize(
    ("meaning", "other"),
    [
        ("another transaction", frame(identification(), 0x0999)),
        ("another protocol", b"\x03\x04\0\x01" + frame(identification())[4:]),
        ("another function", frame(b"\x03\x02\0\0")),
        ("another kind of transport", frame(b"\x2b\x0d\x00")),
        ("a length that runs off the end", frame(identification())[:-1]),
        ("more objects than there are", frame(bytes([0x2B, 0x0E, 2, 1, 0, 0, 3, 0, 1, 65]))),
        ("a text longer than the frame", frame(bytes([0x2B, 0x0E, 2, 1, 0, 0, 1, 0, 99, 65]))),
        ("HTTP", b"HTTP/1.0 400 Bad Request\r\n\r\n"),
    ],
)
def test_what_is_no_answer_is_refused(meaning: str, other: bytes) -> None:
    with pytest.raises(ParseError):
        modbus.parse(other, 0x0304)


@given(st.dictionaries(st.integers(0, 255), st.text("abc-1", max_size=20).map(str.encode), max_size=9))
def test_every_object_is_read(objects: dict[int, bytes]) -> None:
    part = modbus.parse(frame(identification(*objects.items())), 0x0304)
    assert part.objects == {key: text.decode() for key, text in objects.items()}


@given(st.binary(max_size=300))
def test_what_is_missing_is_never_more_than_a_frame(answer: bytes) -> None:
    assert 0 <= modbus.missing(answer) <= modbus.LONGEST_FRAME + modbus.HEADER
