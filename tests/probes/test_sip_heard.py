"""SIP heard: products alone, of those who speak for themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import sip_heard


def message(first: str, *lines: str, end: str = "\r\n") -> bytes:
    return end.join((first, *lines, "", "")).encode()


def read(octets: bytes) -> list[str]:
    return [r.value for r in sip_heard.hear(octets)]


VIA, AGENT, SERVER = "Via: SIP/2.0/UDP 192.0.2.31", "User-Agent: Phone/1.2", "Server: PBX/3"
REGISTER, INVITE = "REGISTER sip:x SIP/2.0", "INVITE sip:x SIP/2.0"


@pytest.mark.parametrize(
    ("meaning", "octets", "told"),
    [
        ("a telephone registers", message(REGISTER, VIA, "CSeq: 1 REGISTER", AGENT), ["Phone/1.2"]),
        ("it calls", message(INVITE, VIA, AGENT), ["Phone/1.2"]),
        ("short names and case", message(INVITE, "v: SIP/2.0/UDP x", "USER-AGENT:Phone/1.2"), ["Phone/1.2"]),
        ("lines that end in LF alone", message(INVITE, VIA, AGENT, end="\n"), ["Phone/1.2"]),
        ("a call through a proxy", message(INVITE, VIA, VIA, AGENT), []),
        ("the same in one line", message(INVITE, VIA + ", SIP/2.0/UDP y", AGENT), []),
        (
            "the exchange answers for itself",
            message("SIP/2.0 200 OK", VIA, "CSeq: 1 REGISTER", SERVER),
            ["PBX/3"],
        ),
        (
            "another answers a call through it",
            message("SIP/2.0 180 Ringing", VIA, "CSeq: 1 INVITE", SERVER),
            [],
        ),
        ("in the body", message(INVITE, VIA, "", AGENT), []),
        ("a keep-alive", b"\r\n\r\n", []),
        ("the web", message("GET / HTTP/1.1", VIA, AGENT), []),
    ],
)
def test_what_is_read(meaning: str, octets: bytes, told: list[str]) -> None:
    assert read(octets) == told


def test_who_calls_whom_is_not_kept() -> None:
    found = read(message(INVITE, VIA, 'From: "山田" <sip:yamada@x>', "Contact: <sip:yamada@x>", AGENT))
    assert found == ["Phone/1.2"]


@given(st.binary(max_size=200))
def test_nothing_is_an_error(tail: bytes) -> None:
    sip_heard.hear(b"REGISTER sip:x SIP/2.0\r\n" + tail)
