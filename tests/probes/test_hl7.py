"""HL7: four names, and never a byte that comes after them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import hl7
from probes.model import ParseError

HEADER = b"\x0bMSH|^~\\&|LIS|LAB|ENGINE|HOSP|"


def read(payload: bytes) -> dict[str, str]:
    return {r.field.removeprefix("hl7."): r.value for r in hl7.hear(payload)}


ALL = {"application": "LIS", "facility": "LAB", "receiver": "ENGINE", "receiving_facility": "HOSP"}


@pytest.mark.parametrize(
    ("meaning", "payload", "told"),
    [
        ("whole", HEADER + b"20260101||ORU^R01\rPID|1||123||YAMADA^TARO", ALL),
        ("other separators", HEADER.replace(b"|", b"#"), ALL),
        ("components", HEADER.replace(b"LIS", b"LIS^1.2.3^ISO"), ALL),
        ("the name for the world alone", HEADER.replace(b"LIS", b"^LIS^"), ALL),
        ("HL7's null", HEADER.replace(b"LAB", b'""'), {k: v for k, v in ALL.items() if k != "facility"}),
        ("empty", b"\x0bMSH|^~\\&|||||", {}),
        ("no beginning of a message", b"PID|1||123||YAMADA^TARO", {}),
        ("an acknowledgement's tail", b"\x1c\r", {}),
    ],
)
def test_what_is_read(meaning: str, payload: bytes, told: dict[str, str]) -> None:
    assert read(payload) == told


@given(st.binary(max_size=300))
def test_nothing_after_the_sixth_field_changes_anything(tail: bytes) -> None:
    assert read(HEADER + tail) == ALL


@given(st.binary(max_size=120))
def test_what_comes_in_a_segment_of_its_own_is_never_read(name: bytes) -> None:
    """However a header is broken, no segment that follows it may be taken for one of its fields."""
    secret = b"PATIENT-0815"
    for payload in (
        b"\x0bMSH|^~\\&|LIS\rPID|" + secret + b"|||||",
        b"\x0bMSH|" + name + b"\rPID|1|" + secret + b"||||||",
    ):
        try:
            found = hl7.hear(payload)
        except ParseError as error:
            assert secret.decode() not in str(error)
            continue
        assert not any(secret.decode() in r.value for r in found) or b"\r" not in payload


@pytest.mark.parametrize(
    "payload", [b"\x0bMSH", b"\x0bMSHABC", HEADER[:-1], b"\x0bMSH|^~\\&|" + b"x" * 900 + b"|||||"]
)
def test_a_header_that_is_none_is_refused(payload: bytes) -> None:
    with pytest.raises(ParseError):
        hl7.hear(payload)


def test_a_long_name_is_cut() -> None:
    assert len(read(HEADER.replace(b"LIS", b"x" * 200))["application"]) == hl7.LONGEST_NAME
