"""TLS 1.0 by the byte, as far as the server's certificate (RFC 2246, 6.2.1 and 7.4): for servers too old for a library.

Up to TLS 1.2 a server shows its certificate in clear, before any key is agreed. A box with nothing but RC4 or
triple DES (Windows of 2003, controllers, old cards for remote management) shares no cipher with a library of today,
and its certificate is worth the most: often nothing else of it is known. The hello here offers what such boxes
have, without extensions, on which some of them stumble; it was an everyday hello for fifteen years. Only keys by
RSA are offered, so that the server computes nothing: it sends what lies ready, and we say goodbye.
"""

from __future__ import annotations

from hashlib import sha256

from probes.cursor import Cursor
from probes.model import ParseError

HANDSHAKE = 22
CLIENT_HELLO, CERTIFICATE = 1, 11
HELLO_DONE = b"\x0e\x00\x00\x00"
"""The end of what the server says first (7.4.5)."""
CLOSE = bytes.fromhex("15 0301 0002 01 00")
"""The alert close_notify (7.2.1)."""
SUITES = bytes.fromhex("0035 002f 000a 0005 0004 0009 00ff")
"""RSA with AES-256, AES-128, triple DES, RC4 with SHA, RC4 with MD5, DES; and that we know of RFC 5746."""


def hello(nonce: int) -> bytes:
    """ClientHello of TLS 1.0 (7.4.1.2) in one record: no session, no compression, no extension."""
    random = sha256(f"daicho hello {nonce}".encode()).digest()
    body = b"\x03\x01" + random + b"\0" + len(SUITES).to_bytes(2, "big") + SUITES + b"\x01\0"
    message = bytes([CLIENT_HELLO]) + len(body).to_bytes(3, "big") + body
    return bytes([HANDSHAKE, 3, 1]) + len(message).to_bytes(2, "big") + message


def certificate(flight: bytes) -> bytes:
    """The server's own certificate in DER out of what it sent in clear (7.4.2), or b"" where none came whole."""
    messages, cursor = bytearray(), Cursor(flight)
    try:
        while cursor.left and cursor.u8() == HANDSHAKE:
            cursor.skip(2)
            messages += cursor.take(cursor.u16())
    except ParseError:
        pass  # the last record did not come whole; the certificate may stand before it
    cursor = Cursor(bytes(messages))
    try:
        while cursor.left:
            kind, body = cursor.u8(), Cursor(cursor.take(cursor.u24()))
            if kind == CERTIFICATE:
                body.skip(3)
                return body.take(body.u24())
    except ParseError:
        return b""
    return b""
