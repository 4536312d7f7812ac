"""SSDP: what each kind of message tells and of whom; headers in any case, any order, any length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import ssdp
from probes.model import ParseError


def read(text: str) -> list[tuple[str, str]]:
    return [(r.field, r.value) for r in ssdp.hear(text.replace("\n", "\r\n").encode())]


@pytest.mark.parametrize(
    ("meaning", "text", "told"),
    [
        ("kind of device", "NOTIFY * HTTP/1.1\nNT: urn:x:device:Printer:1\n\n", [("ssdp.type", "urn:x:device:Printer:1")]),
        ("the search target of an answer", "HTTP/1.1 200 OK\nST: a:b\n\n", [("ssdp.type", "a:b")]),
        ("a bare uuid is no kind", "NOTIFY * HTTP/1.1\nNT: uuid:abcd-efgh-1\n\n", []),
        ("a search tells nothing of devices", "M-SEARCH * HTTP/1.1\nST: ssdp:all\nSERVER: x\n\n", []),
        ("header names in any case", "NOTIFY * HTTP/1.1\nsErVeR:   x/1  \n\n", [("ssdp.server", "x/1")]),
        ("the first of two", "NOTIFY * HTTP/1.1\nSERVER: x\nSERVER: y\n\n", [("ssdp.server", "x")]),
        ("what follows the head is not read", "NOTIFY * HTTP/1.1\n\nSERVER: x\n", []),
        ("a uuid within the USN", "NOTIFY * HTTP/1.1\nUSN: uuid:12345678-9abc::x\n\n", [("ssdp.uuid", "12345678-9abc")]),
    ],
)  # fmt: skip
def test_what_is_told(meaning: str, text: str, told: list[tuple[str, str]]) -> None:
    assert read(text) == told


def test_a_device_cannot_fill_the_journal() -> None:
    ((_, value),) = read("NOTIFY * HTTP/1.1\nSERVER: " + "x" * 3000 + "\n\n")
    assert len(value) == ssdp.LONGEST_VALUE


@pytest.mark.parametrize("octets", [b"", b"GET / HTTP/1.1\r\n\r\n", b"notify * http/1.1", b"\x17\x03\x03"])
def test_what_is_no_ssdp_is_refused(octets: bytes) -> None:
    with pytest.raises(ParseError):
        ssdp.hear(octets)


@given(st.binary(max_size=300))
def test_any_headers_are_read(tail: bytes) -> None:
    ssdp.hear(b"NOTIFY * HTTP/1.1\r\n" + tail)
