"""NTLM ([MS-NLMP] 2.2.1) as others speak it: which Windows a host runs and what it is called.

Heard, never asked, in any stream: file sharing, remote desktop, directory and web servers all carry the same
messages. NEGOTIATE and CHALLENGE alone are read: the version of the system that wrote it ([MS-NLMP] 2.2.2.10; it is
"for debugging", so a hint), and of a challenge the names of the computer and its domain. AUTHENTICATE, which
names the person who logs on, is never read, and no challenge or hash is kept.

A web server's stands in base64 in its header (RFC 4559, 4).
"""

from __future__ import annotations

import binascii
import re

from probes.charset import decoded
from probes.cursor import Cursor
from probes.model import Impact, ParseError, Probe, Reading, reading

SIGNATURE = b"NTLMSSP\0"
NEGOTIATE, CHALLENGE = 1, 2
BASE64 = re.compile(rb"(?:NTLM|Negotiate) (TlRMTVNTUA[A-Za-z0-9+/]{20,2000}={0,2})")
SEARCHED = 2048
"""Bytes of a piece within which a message must begin: it stands behind the headers of one request."""
UNICODE, HAS_DOMAIN, HAS_WORKSTATION, HAS_TARGETS, HAS_VERSION = 0x1, 0x1000, 0x2000, 0x800000, 0x2000000
REVISION = 0x0F
END = 0
TARGETS = {1: "ntlm.computer", 2: "ntlm.domain", 3: "ntlm.dns_computer", 4: "ntlm.dns_domain"}
"""AV_PAIRs of a challenge ([MS-NLMP] 2.2.2.1)."""
MOST_TARGETS = 16
LONGEST_NAME = 255


def hear(payload: bytes) -> list[Reading]:
    """One piece of a stream. Raises ParseError where a message begins and contradicts itself."""
    at = payload.find(SIGNATURE, 0, SEARCHED)
    message = payload[at:] if at >= 0 else _of_web(payload)
    if len(message) < 12:
        return []
    kind = int.from_bytes(message[8:12], "little")
    if kind == NEGOTIATE:
        said = _negotiate(message)
    elif kind == CHALLENGE:
        said = _challenge(message)
    else:
        return []
    readings = (reading(name, value[:LONGEST_NAME]) for name, value in dict.fromkeys(said))
    return [r for r in readings if r.value]


def _of_web(payload: bytes) -> bytes:
    if b"TlRMTVNTUA" not in payload[:SEARCHED]:
        return b""
    found = BASE64.search(payload[: 2 * SEARCHED])
    if not found:
        return b""
    text = found[1].rstrip(b"=")
    text = text[: len(text) - (len(text) % 4 == 1)]  # a lone digit at the cut holds no byte
    return binascii.a2b_base64(text + b"=" * (-len(text) % 4))


def _negotiate(message: bytes) -> list[tuple[str, str]]:
    """Flags, domain, workstation, version; the names in the character set of the machine."""
    cursor = Cursor(message)
    cursor.skip(12)
    flags = cursor.u32(little=True)
    domain, workstation = _field(cursor, message), _field(cursor, message)
    said = [("ntlm.version", _version(cursor))] if flags & HAS_VERSION else []
    if flags & HAS_DOMAIN:
        said.append(("ntlm.domain", decoded(domain)))
    if flags & HAS_WORKSTATION:
        said.append(("ntlm.computer", decoded(workstation)))
    return said


def _challenge(message: bytes) -> list[tuple[str, str]]:
    """Target's name, flags, challenge (passed over), context, target's pairs, version."""
    cursor = Cursor(message)
    cursor.skip(12 + 8)
    flags = cursor.u32(little=True)
    cursor.skip(8 + 8)
    targets = _field(cursor, message)
    pairs = Cursor(targets if flags & HAS_TARGETS else b"")
    said = [("ntlm.version", _version(cursor))] if flags & HAS_VERSION else []
    for _ in range(MOST_TARGETS):
        if pairs.left < 4:
            break
        kind, size = pairs.u16(little=True), pairs.u16(little=True)
        if kind == END or size > pairs.left:
            break
        value = pairs.take(size)
        if kind in TARGETS:
            said.append((TARGETS[kind], value.decode("utf-16-le", "replace")))
    return said


def _field(cursor: Cursor, message: bytes) -> bytes:
    """Length, room, offset from the message's start; what lies beyond this packet is not there."""
    size = cursor.u16(little=True)
    cursor.skip(2)
    offset = cursor.u32(little=True)
    if size and offset < 16:
        raise ParseError(f"a field of NTLM at offset {offset}, inside the header")
    return message[offset : offset + size] if offset + size <= len(message) else b""


def _version(cursor: Cursor) -> str:
    """Major, minor, build, three bytes, revision; "" where no system wrote it."""
    major, minor, build = cursor.u8(), cursor.u8(), cursor.u16(little=True)
    cursor.skip(3)
    return f"{major}.{minor}.{build}" if cursor.u8() == REVISION and major and build else ""


PROBE = Probe(
    name="ntlm_heard",
    impact=Impact.LISTEN,
    fields=frozenset({"ntlm.version", *TARGETS.values()}),
    ports=frozenset(),
    packets=1,
    summary="Hears which Windows a host runs and its name and domain (NTLM challenges); no person's name, no hash.",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("tcp", 0)}),
)
