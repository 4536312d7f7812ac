"""TLS 1.0 by the byte: our hello, and the certificate out of whatever a server says in clear."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import tls_record
from probes.cursor import Cursor

CERTIFICATE = b"\x30\x03\x02\x01\x05"
HELLO = b"\x02\0\0\x26" + bytes(38)


def shown(*chain: bytes) -> bytes:
    body = b"".join(len(der).to_bytes(3, "big") + der for der in chain)
    body = len(body).to_bytes(3, "big") + body
    return b"\x0b" + len(body).to_bytes(3, "big") + body


def records(messages: bytes, size: int = 1 << 14, version: bytes = b"\x03\x01") -> bytes:
    pieces = (messages[at : at + size] for at in range(0, len(messages), size))
    return b"".join(b"\x16" + version + len(piece).to_bytes(2, "big") + piece for piece in pieces)


def test_the_hello_by_its_parts() -> None:
    cursor = Cursor(tls_record.hello(7))
    assert (cursor.u8(), cursor.u16(), cursor.u16()) == (22, 0x0301, cursor.left)
    assert (cursor.u8(), cursor.u24()) == (1, cursor.left)
    assert cursor.u16() == 0x0301 and len(set(cursor.take(32))) > 8
    assert cursor.u8() == 0  # no session
    suites = cursor.take(cursor.u16())
    assert suites == tls_record.SUITES and len(suites) % 2 == 0
    assert cursor.rest() == b"\x01\0"  # no compression, and no extension after it
    assert tls_record.hello(7) == tls_record.hello(7) != tls_record.hello(8)


@pytest.mark.parametrize(
    ("meaning", "flight"),
    [
        (
            "messages in records of their own",
            records(HELLO) + records(shown(CERTIFICATE)) + records(b"\x0e\0\0\0"),
        ),
        ("all in one record", records(HELLO + shown(CERTIFICATE) + b"\x0e\0\0\0")),
        ("a message over many records", records(HELLO + shown(CERTIFICATE), size=7)),
        ("SSL 3.0", records(HELLO + shown(CERTIFICATE), version=b"\x03\0")),
        ("a chain, of which the first is the server's", records(HELLO + shown(CERTIFICATE, b"\x30\0"))),
        ("cut after it", records(HELLO + shown(CERTIFICATE)) + b"\x16\x03\x01\x40\0\x0c"),
        ("an alert after it", records(HELLO + shown(CERTIFICATE)) + bytes.fromhex("15 0301 0002 0228")),
    ],
)
def test_the_certificate_is_found(meaning: str, flight: bytes) -> None:
    assert tls_record.certificate(flight) == CERTIFICATE


@pytest.mark.parametrize(
    ("meaning", "flight"),
    [
        ("nothing", b""),
        ("an alert", bytes.fromhex("15 0301 0002 0228")),
        ("no TLS", b"HTTP/1.0 400 Bad Request\r\n"),
        ("no certificate", records(HELLO + b"\x0e\0\0\0")),
        ("an empty chain", records(HELLO + shown())),
        ("cut within it", records(HELLO + shown(CERTIFICATE))[:-2]),
    ],
)
def test_where_there_is_none(meaning: str, flight: bytes) -> None:
    assert tls_record.certificate(flight) == b""


@given(st.binary(max_size=300))
def test_any_bytes_are_borne(flight: bytes) -> None:
    tls_record.certificate(flight)
    tls_record.certificate(records(flight))
