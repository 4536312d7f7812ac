"""Serial protocols inside TCP: which end is the device, how sure that is, and that no measurement is kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import serial_stream


def behind(payload: bytes) -> list[str]:
    return [r.value for r in serial_stream.hear(payload)]


def medibus(start: bytes, data: bytes) -> bytes:
    return start + data + b"%02X\r" % (sum(start + data) & 0xFF)


@pytest.mark.parametrize(
    ("meaning", "payload", "told"),
    [
        (
            "an identification names the device",
            medibus(b"\1", b"R8210'Evita XX'04.10"),
            ["Dräger Evita XX (Medibus)"],
        ),
        ("any other answer names its maker", medibus(b"\1", b"$0A0012"), ["Dräger device (Medibus)"]),
        ("a name that is no name is not told", medibus(b"\1", b"R8210'<b>'04"), ["Dräger device (Medibus)"]),
        ("what the computer asks", medibus(b"\x1b", b"R"), []),
        ("a wrong sum", medibus(b"\1", b"R8210'Evita XX'04.10").replace(b"Evita", b"Evitb"), []),
        ("an answer that goes on in the next piece", medibus(b"\1", b"$0A0012")[:-1], []),
        ("a ventilator", b"MISCF,1225,169,\x02" + b"12:30 ,", ["Puritan Bennett 840 ventilator"]),
        ("what it is asked", b"SNDF\r", []),
        ("text", b"MISCELLANEOUS, 1", []),
    ],
)
def test_medibus_and_pb840(meaning: str, payload: bytes, told: list[str]) -> None:
    assert behind(payload) == told


def datex(kind: int, what: int, offset: int = 0, length: int = 100) -> bytes:
    head = length.to_bytes(2, "little") + bytes(12) + kind.to_bytes(2, "little")
    head += offset.to_bytes(2, "little") + bytes([what]) + b"\0\0\xff" + bytes(18)
    stuffed = b"".join(bytes([0x7D, c & 0x5F]) if c in (0x7D, 0x7E) else bytes([c]) for c in head)
    return b"\x7e" + stuffed + bytes(60)


@pytest.mark.parametrize(
    ("meaning", "payload", "is_told"),
    [
        ("measurements", datex(0, 1), True),
        ("curves", datex(1, 8), True),
        ("a length that is escaped on the way", datex(0, 1, length=0x7E), True),
        ("the computer's request", datex(0, 0), False),
        ("a type that there is not", datex(3, 1), False),
        ("an offset beyond the record", datex(0, 1, offset=0x0100), False),
        ("no record at all", datex(0, 0xFF), False),
        ("longer than any", datex(0, 1, length=2000), False),
        ("cut in the header", datex(0, 1)[:30], False),
        ("PPP, which has the same flag", bytes.fromhex("7eff7d23c021") + bytes(60), False),
    ],
)
def test_datex(meaning: str, payload: bytes, is_told: bool) -> None:
    assert (behind(payload) == ["GE Datex-Ohmeda S/5 monitor"]) == is_told


def capnostream(code: int, data: bytes) -> bytes:
    frame = bytes([len(data) + 1, code]) + data
    xor = 0
    for octet in frame:
        xor ^= octet
    return b"\x85" + b"".join(
        bytes([0x80, c & 0x7F]) if c in (0x80, 0x85) else bytes([c]) for c in frame + bytes([xor])
    )


@pytest.mark.parametrize(
    ("meaning", "payload", "is_told"),
    [
        ("its software", capnostream(4, b"V01.02 03/04/2010 B35A000017  "), True),
        ("numbers", capnostream(1, bytes(27)), True),
        ("a curve with bytes that are escaped", capnostream(0, b"\x05\x85\x80\0"), True),
        ("a command of the same number", capnostream(4, b""), False),
        ("a patient's number that is set", capnostream(61, b" " * 20), False),
        ("a wrong sum", capnostream(1, bytes(27))[:-1] + b"\x55", False),
        ("cut short", capnostream(1, bytes(27))[:-1], False),
    ],
)
def test_capnostream(meaning: str, payload: bytes, is_told: bool) -> None:
    assert (behind(payload) == ["Oridion Capnostream capnograph"]) == is_told


UNITY = bytes(12) + bytes.fromhex("00c90014") + bytes(8) + b"OR3".ljust(32, b"\0") + bytes(4)


@pytest.mark.parametrize(
    ("meaning", "payload", "is_told"),
    [
        ("parameters", UNITY, True),
        ("a request", UNITY.replace(b"\xc9\0\x14", b"\xca\0\x23"), False),
        ("a place that is no text", UNITY.replace(b"OR3", b"\xff\xfe\x01"), False),
        ("a status", UNITY[:56] + b"\1\1" + UNITY[58:], False),
        ("cut short", UNITY[:-1], False),
    ],
)
def test_unity(meaning: str, payload: bytes, is_told: bool) -> None:
    assert (behind(payload) == ["GE monitor (Unity serial)"]) == is_told


@given(st.binary(max_size=200), st.sampled_from([b"\x01", b"\x7e", b"\xc0\x11", b"\x85", b"MISCA", b""]))
def test_nothing_is_an_error_and_nothing_of_the_stream_is_kept(tail: bytes, start: bytes) -> None:
    for text in behind(start + tail):
        assert text.startswith(("Dräger", "GE ", "Philips ", "Oridion ", "Puritan "))
