"""SSH heard: the greeting of a server, in one piece or in part; nothing of what follows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import ssh_heard
from probes.model import ParseError


def read(payload: bytes) -> dict[str, str]:
    return {r.field.removeprefix("ssh."): r.value for r in ssh_heard.hear(payload)}


LINE = b"SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n"


@pytest.mark.parametrize(
    "payload", [LINE, LINE + b"\0\0\4\x0c\x0a\x14" + bytes(40), LINE + b"SSH-2.0-another\r\n"]
)
def test_a_greeting_and_whatever_stands_behind_it(payload: bytes) -> None:
    assert read(payload) == {
        "protocol": "2.0",
        "banner": "SSH-2.0-OpenSSH_9.2p1 Debian-2",
        "software": "OpenSSH_9.2p1",
        "comment": "Debian-2",
    }


def test_of_a_greeting_that_goes_on_in_the_next_piece_no_version_is_read() -> None:
    assert read(LINE[:16]) == {"protocol": "2.0"}


@pytest.mark.parametrize("payload", [b"", b"\0\0\4\x0c", b" SSH-2.0-x\r\n"])
def test_what_is_no_greeting(payload: bytes) -> None:
    assert read(payload) == {}


@given(st.binary(max_size=80))
def test_whatever_begins_so_is_read_or_refused(tail: bytes) -> None:
    try:
        ssh_heard.hear(b"SSH-" + tail)
    except ParseError:
        return
