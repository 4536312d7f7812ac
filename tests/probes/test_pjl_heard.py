"""PJL heard: the answer to INFO ID, and no other line of a printer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import pjl_heard
from probes.model import ParseError


def read(payload: bytes) -> list[str]:
    return [r.value for r in pjl_heard.hear(payload)]


@pytest.mark.parametrize(
    ("meaning", "payload", "told"),
    [
        ("quoted", b'@PJL INFO ID\r\n"Sample Printer 7"\r\n\x0c', ["Sample Printer 7"]),
        ("bare", b"@PJL INFO ID\nSample Printer 7\n\x0c", ["Sample Printer 7"]),
        ("behind another answer", b'\x0c@PJL INFO ID\r\n"Sample"\r\n\x0c', ["Sample"]),
        ("Japanese", '@PJL INFO ID\r\n"複合機プリンター"\r\n'.encode("cp932"), ["複合機プリンター"]),
        ("a job's status", b'@PJL USTATUS JOB\r\nNAME="yamada.pdf"\r\n\x0c', []),
        ("nothing", b"", []),
    ],
)
def test_what_is_read(meaning: str, payload: bytes, told: list[str]) -> None:
    assert read(payload) == told


@pytest.mark.parametrize(
    "payload", [b"@PJL INFO ID\r\n", b'@PJL INFO ID\r\n"Sample Pri', b"@PJL INFO IDENTITY\r\nx\r\n"]
)
def test_an_answer_without_its_end_is_refused(payload: bytes) -> None:
    with pytest.raises(ParseError):
        pjl_heard.hear(payload)


@given(st.binary(max_size=80))
def test_whatever_follows_is_read_or_refused(tail: bytes) -> None:
    try:
        pjl_heard.hear(b"@PJL INFO ID" + tail)
    except ParseError:
        return
