"""TLS heard: the name of a hello, against the library that makes the most of them."""

from __future__ import annotations

import ssl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import tls_heard
from probes.model import ParseError


def client_hello(name: str) -> bytes:
    """What OpenSSL really sends."""
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    engine = context.wrap_bio(incoming, outgoing, server_hostname=name)
    with pytest.raises(ssl.SSLWantReadError):
        engine.do_handshake()
    return outgoing.read()


def read(payload: bytes) -> list[str]:
    return [r.value for r in tls_heard.hear(payload)]


def test_the_name_in_a_real_hello() -> None:
    assert read(client_hello("Service.Example.COM")) == ["service.example.com"]


def test_every_cut_of_it_is_read_or_refused() -> None:
    hello = client_hello("service.example.com")
    for length in range(len(hello)):
        try:
            assert read(hello[:length]) in ([], ["service.example.com"])
        except ParseError:
            continue


@pytest.mark.parametrize(
    "payload", [b"", b"\x16\x03\x01", b"\x17\x03\x03" + bytes(60), b"\x16\x03\x03\0\x2a\x02" + bytes(60)]
)
def test_what_is_no_hello_is_not_read(payload: bytes) -> None:
    assert read(payload) == []


@pytest.mark.parametrize(
    "name", [b"a b.example", b"nodots", b"a..example", b"x" * 64 + b".example", b"a.example\0", b""]
)
def test_a_name_that_no_host_has_is_refused(name: bytes) -> None:
    entry = b"\0" + len(name).to_bytes(2, "big") + name
    value = len(entry).to_bytes(2, "big") + entry
    extensions = b"\0\0" + len(value).to_bytes(2, "big") + value
    body = b"\x03\x03" + bytes(32) + b"\0" + b"\0\0" + b"\0" + len(extensions).to_bytes(2, "big") + extensions
    with pytest.raises(ParseError):
        tls_heard.hear(b"\x16\x03\x01\0\0\x01" + bytes(3) + body)


@given(st.binary(max_size=120))
def test_whatever_says_it_is_a_hello_is_read_or_refused(tail: bytes) -> None:
    try:
        tls_heard.hear(b"\x16\x03\x01\0\x80\x01" + tail)
    except ParseError:
        return
