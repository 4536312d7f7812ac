"""NTLMSSP ([MS-NLMP]): the first message, which asks for a challenge, and what the challenge says of the server.

NEGOTIATE_MESSAGE (2.2.1.1) names nobody, and CHALLENGE_MESSAGE (2.2.1.2) is the answer to anybody: the server's
names, its domain's, and its version. A third message (AUTHENTICATE, 2.2.1.3) would be a login: it is not written
here and never sent, so nothing that was said is tried or counted by the server. All numbers are little-endian.
"""

from __future__ import annotations

from dataclasses import dataclass

from probes.cursor import Cursor
from probes.model import ParseError

SIGNATURE = b"NTLMSSP\0"
CHALLENGE = SIGNATURE + b"\x02\0\0\0"
OBJECT_IDENTIFIER = bytes.fromhex("2b06010401823702020a")
"""1.3.6.1.4.1.311.2.2.10 without tag and length ([MS-SPNG] 1.9)."""

UNICODE, WITH_VERSION = 0x00000001, 0x02000000
FLAGS = 0xE2088205
"""Unicode, the target's name, NTLM, always sign, extended session security, version, 128 bit, key exchange, 56
bit (2.2.2.5): what any client of today offers."""
REVISION = 15

END, COMPUTER, DOMAIN, DNS_COMPUTER, DNS_DOMAIN, FOREST = range(6)
MOST_PAIRS = 32
LONGEST_NAME = 512
"""Bytes: a DNS name of 255 characters in UTF-16."""


@dataclass(frozen=True, slots=True)
class Challenge:
    """What a server says of itself; "" for what it leaves out. version: "10.0.17763" (major, minor, build)."""

    computer: str = ""
    domain: str = ""
    dns_computer: str = ""
    dns_domain: str = ""
    forest: str = ""
    version: str = ""


def negotiate() -> bytes:
    """NEGOTIATE_MESSAGE: no domain, no workstation, and a version of zeros (2.2.1.1)."""
    nothing = bytes(8)
    version = bytes(7) + bytes([REVISION])
    return SIGNATURE + (1).to_bytes(4, "little") + FLAGS.to_bytes(4, "little") + nothing * 2 + version


def parse(message: bytes) -> Challenge:
    """A CHALLENGE_MESSAGE (2.2.1.2). Raises ParseError. The challenge itself is not kept."""
    cursor = Cursor(message)
    cursor.expect(CHALLENGE, "no NTLM challenge")
    cursor.skip(8)  # the target's name, which stands among the pairs too
    flags = cursor.u32(little=True)
    cursor.skip(16)  # the challenge, and what is reserved
    size = cursor.u16(little=True)
    cursor.skip(2)
    offset = cursor.u32(little=True)
    version = _version(cursor) if flags & WITH_VERSION else ""
    names = _pairs(message, offset, size) if size else {}
    return Challenge(
        names.get(COMPUTER, ""),
        names.get(DOMAIN, ""),
        names.get(DNS_COMPUTER, ""),
        names.get(DNS_DOMAIN, ""),
        names.get(FOREST, ""),
        version,
    )


def _version(cursor: Cursor) -> str:
    """VERSION (2.2.2.10): for debugging, says Microsoft; all zeros where a server does not fill it in."""
    major, minor, build = cursor.u8(), cursor.u8(), cursor.u16(little=True)
    return f"{major}.{minor}.{build}" if major else ""


def _pairs(message: bytes, offset: int, size: int) -> dict[int, str]:
    """The names among the AV_PAIRs (2.2.2.1) by their number; the first of each."""
    whole = Cursor(message)
    whole.skip(offset)
    pairs = Cursor(whole.take(size))
    found: dict[int, str] = {}
    for _ in range(MOST_PAIRS):
        kind, length = pairs.u16(little=True), pairs.u16(little=True)
        if kind == END:
            break
        value = pairs.take(length)
        if kind <= FOREST and kind not in found:
            found[kind] = _text(value)
    return found


def _text(value: bytes) -> str:
    if len(value) % 2 or len(value) > LONGEST_NAME:
        raise ParseError(f"a name of {len(value)} bytes in UTF-16")
    return value.decode("utf-16-le", "replace").strip("\0 ")
