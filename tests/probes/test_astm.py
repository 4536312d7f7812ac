"""ASTM E1394: the two names of a header record, and never a byte that comes after them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import astm
from probes.model import ParseError

HEADER = b"\x021H|\\^&|||AN-900^01-02^77012|||||LIS||P|1|20260101\r"
PATIENT = b"2P|1||0815||YAMADA^TARO\r\x0341\r\n"


def read(payload: bytes) -> dict[str, str]:
    return {r.field.removeprefix("astm."): r.value for r in astm.hear(payload)}


ALL = {"sender": "AN-900^01-02^77012", "receiver": "LIS"}


@pytest.mark.parametrize(
    ("meaning", "payload", "told"),
    [
        ("whole", HEADER + PATIENT, ALL),
        ("no frame", HEADER[2:], ALL),
        ("ENQ in the same piece", b"\x05" + HEADER, ALL),
        (
            "other delimiters",
            b"\x021H|@^\\|||AN-900^1.0|||||LIS\r",
            {"sender": "AN-900^1.0", "receiver": "LIS"},
        ),
        ("another separator of components", HEADER.replace(b"^", b"~"), ALL),
        ("padded", HEADER.replace(b"AN-900", b"    AN-900 "), ALL),
        ("empty components at the end", HEADER.replace(b"^77012", b"^^^"), {**ALL, "sender": "AN-900^01-02"}),
        ("no names", b"H|\\^&|||||\r", {}),
        ("a password", HEADER.replace(b"|||AN", b"||SESAME|AN"), ALL),
        ("a result", b"\x023R|1|^^^GLU|5.1\r", {}),
        ("a word", b"Hello|there|\r", {}),
        ("an answer", b"\x06", {}),
    ],
)
def test_what_is_read(meaning: str, payload: bytes, told: dict[str, str]) -> None:
    assert read(payload) == told


@given(st.binary(max_size=300))
def test_nothing_after_the_header_changes_anything(tail: bytes) -> None:
    assert read(HEADER + tail) == ALL


@pytest.mark.parametrize("payload", [HEADER[:-1], b"\x021H|\\^&|||" + b"x" * 900 + b"\r"])
def test_a_header_that_does_not_end_is_refused(payload: bytes) -> None:
    with pytest.raises(ParseError):
        astm.hear(payload)


def test_a_long_name_is_cut() -> None:
    assert len(read(HEADER.replace(b"AN-900", b"x" * 200))["sender"]) == astm.LONGEST_NAME
