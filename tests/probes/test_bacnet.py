"""BACnet ReadProperty: the question by the byte, texts in their character sets, and the way to a device's number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import bacnet
from probes.model import Ask, ParseError, Reading, Reply, Target

TARGET = Target("192.0.2.10", 0x01020304)


def wrapped(apdu: bytes, control: int = 0, addresses: bytes = b"", function: int = 0x0A) -> bytes:
    npdu = bytes([1, control]) + addresses + apdu
    return bytes([0x81, function]) + (len(npdu) + 4).to_bytes(2, "big") + npdu


def answer(text: bytes, invoke: int = 4, instance: int = 1201, charset: int = 0) -> bytes:
    value = bytes([charset]) + text
    tag = bytes([0x75, len(value)]) if len(value) < 254 else b"\x75\xfe" + len(value).to_bytes(2, "big")
    number = (8 << 22 | instance).to_bytes(4, "big")
    return wrapped(bytes([0x30, invoke, 12, 0x0C]) + number + b"\x19\x4d\x3e" + tag + value + b"\x3f")


ERROR = wrapped(bytes.fromhex("50040c 9101 911f"))
I_AM = wrapped(bytes.fromhex("1000 c402000257 220400 9100 2203e7"))


def converse(*answers: bytes) -> tuple[list[Ask], list[Reading]]:
    """The asks of one conversation and its readings; an empty answer is silence."""
    asks: list[Ask] = []
    conversation = bacnet.talk(TARGET)
    try:
        ask = next(conversation)
        for each in (*answers, *[b""] * 9):
            asks.append(ask)
            ask = conversation.send((Reply(TARGET.host, each),) if each else ())
    except StopIteration as end:
        return asks, list(end.value)
    raise AssertionError("it goes on asking")


def test_the_question_by_the_byte() -> None:
    wildcard = bytes.fromhex("810a0011 0104 0005040c 0c023fffff 194d")
    assert bacnet.request(4, bacnet.ANY_INSTANCE, 77) == wildcard
    asks, _ = converse(ERROR)
    assert asks[1].payload == bytes.fromhex("810a0008 0100 1008")


def test_only_reading_is_ever_asked() -> None:
    """Service 12 of a confirmed request; 15 would write, 20 restart the device."""
    asks, _ = converse(*(answer(b"x", invoke) for invoke in range(4, 9)))
    assert [ask.payload[6:10] for ask in asks] == [bytes([0, 5, invoke, 12]) for invoke in range(4, 9)]


def test_after_the_first_answer_the_device_is_asked_by_its_number() -> None:
    asks, found = converse(answer(b"AHU-3"), answer(b"Acme", 5))
    assert asks[1].payload == bacnet.request(5, 1201, 121)
    assert found[:2] == [Reading("bacnet.answer", "device"), Reading("bacnet.instance", "1201")]
    assert len(asks) == 3, "silence ends it"


def test_who_is_only_where_the_wildcard_is_refused() -> None:
    asks, found = converse(ERROR, I_AM, answer(b"AHU-3", instance=599))
    assert [ask.payload for ask in asks[1:3]] == [bacnet.WHO_IS, bacnet.request(4, 599, 77)]
    assert Reading("bacnet.name", "AHU-3") in found
    asks, found = converse(ERROR)
    assert len(asks) == 2 and found == [Reading("bacnet.answer", "refused")]


def test_a_device_that_repeats_the_wildcard_has_no_number() -> None:
    _, found = converse(answer(b"AHU-3", instance=bacnet.ANY_INSTANCE))
    assert found == [Reading("bacnet.answer", "device"), Reading("bacnet.name", "AHU-3")]


def test_an_answer_of_another_number_is_not_ours() -> None:
    assert converse(answer(b"x", invoke=99))[1] == []


@pytest.mark.parametrize(
    ("meaning", "charset", "text", "wanted"),
    [
        ("UTF-8", 0, "空調".encode(), "空調"),
        ("code page 932", 1, b"\x03\xa4" + "空調".encode("cp932"), "空調"),
        ("JIS X 0208", 2, "空調".encode("iso2022_jp")[3:-3], "空調"),
        ("UCS-2", 4, "空調".encode("utf-16-be"), "空調"),
        ("Latin-1", 5, b"caf\xe9", "café"),
        ("no such set", 99, b"abc", "abc"),
        ("padded", 0, b"abc\0\0", "abc"),
        ("a long text", 0, b"a" * 300, "a" * 300),
    ],
)
def test_character_sets(meaning: str, charset: int, text: bytes, wanted: str) -> None:
    assert bacnet.parse(answer(text, charset=charset)).text == wanted


@pytest.mark.parametrize("kind", [0x50, 0x60, 0x70])
def test_error_reject_and_abort_are_refusals(kind: int) -> None:
    assert bacnet.parse(wrapped(bytes([kind, 4, 12, 0]))).text is None


@pytest.mark.parametrize(
    ("meaning", "other"),
    [
        ("not BACnet/IP", b"\x82" + answer(b"x")[1:]),
        ("a result of the link", bytes.fromhex("810000060030")),
        ("forwarded for another", answer(b"x").replace(b"\x81\x0a", b"\x81\x04")),
        ("another device behind it", wrapped(b"\x30\x04\x0c", 0x08, b"\0\x05\x01\x09")),
        ("the network layer's own", wrapped(b"\x01", 0x80)),
        ("another service", wrapped(bytes.fromhex("30040e 0c"))),
        ("another object", wrapped(bytes.fromhex("30040c 0c00000001 194d 3e7502 0041 3f"))),
        ("a number for a text", wrapped(bytes.fromhex("30040c 0c02000001 194d 3e2109 3f"))),
        ("a context tag for a text", wrapped(bytes.fromhex("30040c 0c02000001 194d 3e09003f"))),
    ],
)
def test_what_is_no_answer_of_this_device_is_refused(meaning: str, other: bytes) -> None:
    with pytest.raises(ParseError):
        bacnet.parse(other)


@pytest.mark.parametrize("other", [ERROR, wrapped(b"\x10\x08"), wrapped(bytes.fromhex("1000 c400000001"))])
def test_what_is_no_i_am_is_refused(other: bytes) -> None:
    with pytest.raises(ParseError):
        bacnet.i_am(other)


def test_an_i_am_gives_the_number() -> None:
    assert bacnet.i_am(I_AM) == 599


@given(st.integers(0, 4194303), st.integers(0, 255), st.text("abc日本", min_size=1, max_size=60))
def test_every_answer_is_read_whole(instance: int, invoke: int, text: str) -> None:
    value = bacnet.parse(answer(text.encode(), invoke, instance))
    assert (value.instance, value.invoke, value.text) == (instance, invoke, text)
