"""Browser announcements: which datagrams are read, and how far."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import browser
from probes.model import ParseError

ENCODED = b"\x20" + b"CA" * 16 + b"\0"


def datagram(frame: bytes, mailslot: bytes = b"\\MAILSLOT\\BROWSE\0", offset: int | None = None) -> bytes:
    start = 32 + 1 + 34 + 2 + len(mailslot)
    place = start if offset is None else offset
    words = bytes(22) + len(frame).to_bytes(2, "little") + place.to_bytes(2, "little") + bytes(8)
    smb = b"\xffSMB\x25" + bytes(27) + b"\x11" + words + bytes(2) + mailslot + frame
    return b"\x11" + bytes(13) + ENCODED * 2 + smb


def announcement(command: int = 1, name: bytes = b"PC-1", roles: int = 3, comment: bytes = b"") -> bytes:
    head = bytes([command]) + bytes(5) + name.ljust(16, b"\0") + b"\x05\x01" + roles.to_bytes(4, "little")
    return head + bytes(4) + comment + b"\0"


def read(message: bytes) -> dict[str, str]:
    return {r.field: r.value for r in browser.hear(message)}


@pytest.mark.parametrize(
    ("command", "told"), [(1, True), (0x0F, True), (0x0C, False), (8, False), (2, False)]
)
def test_only_hosts_announcements_tell_of_their_sender(command: int, told: bool) -> None:
    assert bool(read(datagram(announcement(command)))) == told


def test_what_an_announcement_tells() -> None:
    found = read(datagram(announcement(roles=0x0000_1003, comment="CT 操作卓".encode("cp932"))))
    assert found == {
        "browser.name": "PC-1",
        "browser.version": "5.1",
        "browser.roles": "workstation server nt-workstation",
        "browser.comment": "CT 操作卓",
    }


def test_a_pop_up_message_or_a_logon_is_not_read() -> None:
    assert read(datagram(announcement(), mailslot=b"\\MAILSLOT\\MESSNGR\0")) == {}
    assert read(b"\x11" + bytes(13) + ENCODED * 2 + b"hello") == {}


def test_a_long_comment_is_cut() -> None:
    assert len(read(datagram(announcement(comment=b"x" * 200)))["browser.comment"]) == browser.LONGEST_COMMENT


@pytest.mark.parametrize(
    ("meaning", "message"),
    [
        ("nothing", b""),
        ("another kind", b"\x13" + datagram(announcement())[1:]),
        ("names without end", b"\x11" + bytes(13) + b"\x3f" + bytes(20)),
        ("a frame beyond the end", datagram(announcement(), offset=5000)),
        ("a frame cut in the name", datagram(announcement()[:12])),
    ],
)
def test_what_is_refused(meaning: str, message: bytes) -> None:
    with pytest.raises(ParseError):
        browser.hear(message)


@given(st.binary(max_size=60), st.integers(0, 65535))
def test_whatever_is_announced_is_read_or_refused(frame: bytes, offset: int) -> None:
    for message in (datagram(frame), datagram(frame, offset=offset)):
        try:
            browser.hear(message)
        except ParseError:
            continue
