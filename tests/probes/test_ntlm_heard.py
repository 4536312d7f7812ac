"""NTLM heard: system and names of the machine, in three wrappings; never who logs on."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import ntlm_heard
from probes.model import ParseError


def challenge(*pairs: tuple[int, str], build: bytes = b"\x0a\0\x63\x45", flags: int = 0x02800001) -> bytes:
    targets = b"".join(
        kind.to_bytes(2, "little")
        + len(text.encode("utf-16-le")).to_bytes(2, "little")
        + text.encode("utf-16-le")
        for kind, text in pairs
    )
    size = len(targets).to_bytes(2, "little")
    head = b"NTLMSSP\0\2\0\0\0" + bytes(8) + flags.to_bytes(4, "little") + b"SECRETCH" + bytes(8)
    return head + size + size + (56).to_bytes(4, "little") + build + bytes(3) + b"\x0f" + targets


def read(payload: bytes) -> list[tuple[str, str]]:
    return [(r.field.removeprefix("ntlm."), r.value) for r in ntlm_heard.hear(payload)]


HERE = challenge((1, "CT-1"), (2, "WARD"), (9, "cifs/CT-1"))
TOLD = [("version", "10.0.17763"), ("computer", "CT-1"), ("domain", "WARD")]


@pytest.mark.parametrize(
    ("meaning", "payload", "told"),
    [
        ("alone", HERE, TOLD),
        ("inside another message", b"\xfeSMB" + bytes(100) + HERE, TOLD),
        (
            "in a web server's header",
            b"HTTP/1.1 401 x\r\nWWW-Authenticate: NTLM " + base64.b64encode(HERE) + b"\r\n",
            TOLD,
        ),
        ("too far inside to be one", bytes(3000) + HERE, []),
        ("no version is told", challenge((1, "CT-1"), flags=0x00800001), [("computer", "CT-1")]),
        ("no build: Samba", challenge((1, "NAS"), build=b"\6\1\0\0"), [("computer", "NAS")]),
        ("names that are cut off", HERE[:60], [("version", "10.0.17763")]),
        ("who logs on", b"NTLMSSP\0\3\0\0\0" + bytes(52) + "田中".encode("utf-16-le"), []),
        ("another text", b"NTLM is old", []),
    ],
)
def test_what_is_read(meaning: str, payload: bytes, told: list[tuple[str, str]]) -> None:
    assert read(payload) == told


def test_no_challenge_is_kept() -> None:
    assert not any("SECRET" in value or "534543" in value for _, value in read(HERE))


def test_a_field_inside_the_header_is_refused() -> None:
    with pytest.raises(ParseError):
        ntlm_heard.hear(HERE[:44] + b"\4\0\0\0" + HERE[48:])


@given(st.binary(max_size=120), st.sampled_from([1, 2, 3]))
def test_whatever_begins_so_is_read_or_refused(tail: bytes, kind: int) -> None:
    try:
        ntlm_heard.hear(b"NTLMSSP\0" + kind.to_bytes(4, "little") + tail)
    except ParseError:
        return


@given(st.binary(max_size=90))
def test_whatever_stands_in_base64_is_read_or_refused(tail: bytes) -> None:
    text = base64.b64encode(b"NTLMSSP\0" + tail)
    try:
        ntlm_heard.hear(b"HTTP/1.1 401 x\r\nWWW-Authenticate: Negotiate " + text)
    except ParseError:
        return
