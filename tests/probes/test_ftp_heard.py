"""FTP heard: a server's greeting, and no reply that tells of a person or a file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import ftp_heard
from probes.model import ParseError


def read(payload: bytes) -> list[str]:
    return [r.value for r in ftp_heard.hear(payload)]


@pytest.mark.parametrize(
    ("meaning", "payload", "told"),
    [
        ("one line", b"220 box1 Server 1.2\r\n", ["box1 Server 1.2"]),
        ("several", b"220-box1\r\n220 Server 1.2\r\n", ["box1 Server 1.2"]),
        ("the last cut off", b"220-box1\r\n220 Server 1", ["box1"]),
        *(
            (meaning, payload, [])
            for meaning, payload in [
                ("who logs in", b"230 User yamada logged in\r\n"),
                ("a file", b"150 Opening yamada.txt\r\n"),
            ]
        ),
        ("no reply", b"220", []),
        ("nothing", b"", []),
    ],
)
def test_what_is_read(meaning: str, payload: bytes, told: list[str]) -> None:
    assert read(payload) == told


def test_a_version_that_could_be_cut_is_refused() -> None:
    with pytest.raises(ParseError):
        ftp_heard.hear(b"220 Server 1.")


@given(st.binary(max_size=80))
def test_whatever_begins_so_is_read_or_refused(tail: bytes) -> None:
    try:
        ftp_heard.hear(b"220 " + tail)
    except ParseError:
        return
