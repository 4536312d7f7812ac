"""SMB 1 heard: the two names of a server's answer to a session setup, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import smb_heard
from probes.model import ParseError

WIDE, NARROW = 0xC001, 0x4001


def answer(names: bytes, flags: int = WIDE, command: int = 0x73, status: int = 0, reply: int = 0x80) -> bytes:
    head = b"\xffSMB" + bytes([command]) + status.to_bytes(4, "little") + bytes([reply])
    message = head + flags.to_bytes(2, "little") + bytes(20) + bytes([3]) + bytes(6) + b"\0\0" + names
    return len(message).to_bytes(4, "big") + message


def wide(*names: str) -> bytes:
    return b"\0" + b"".join(name.encode("utf-16-le") + b"\0\0" for name in names)


def read(payload: bytes) -> list[str]:
    return [r.value for r in smb_heard.hear(payload)]


@pytest.mark.parametrize(
    ("meaning", "payload", "told"),
    [
        ("Unicode", answer(wide("Unix", "Samba 4.9.5", "WARD")), ["Unix", "Samba 4.9.5"]),
        ("Japanese", answer("サーバー\0サーバー２\0".encode("cp932"), NARROW), ["サーバー", "サーバー２"]),
        ("the second is cut", answer(b"Unix\0Samba 4.", NARROW), ["Unix"]),
        ("one is empty", answer(b"\0Samba 4.9.5\0", NARROW), ["Samba 4.9.5"]),
        ("too long for a name", answer(b"x" * 200 + b"\0", NARROW), []),
        ("a failed log-in", answer(wide("a", "b"), status=0xC000006D), []),
        ("a client's question", answer(wide("a", "b"), reply=0), []),
        ("another command", answer(wide("a", "b"), command=0x75), []),
        ("SMB 2", b"\0\0\0\x40\xfeSMB" + bytes(60), []),
        ("nothing", b"", []),
    ],
)
def test_what_is_read(meaning: str, payload: bytes, told: list[str]) -> None:
    assert read(payload) == told


def test_an_answer_with_other_words_is_refused() -> None:
    payload = bytearray(answer(wide("a", "b")))
    payload[4 + smb_heard.HEADER] = 9
    with pytest.raises(ParseError):
        smb_heard.hear(bytes(payload))


@given(st.binary(max_size=120))
def test_whatever_follows_is_read_or_refused(tail: bytes) -> None:
    try:
        smb_heard.hear(b"\0\0\0\0\xffSMB\x73\0\0\0\0\x80" + tail)
    except ParseError:
        return
