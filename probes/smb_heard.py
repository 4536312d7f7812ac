"""SMB 1 ([MS-CIFS] 2.2.4.53.2) that others open: which system and which server program a host names.

Heard, never asked: the names stand in the answer to SESSION_SETUP_ANDX, which only a client that logs in is given. The
answer's first part ("NT STATUS more processing required" and success alike) is read up to its two names. The
request, which holds the account, is not, nor any security blob. Little-endian.
"""

from __future__ import annotations

from probes.charset import guessed
from probes.cursor import Cursor
from probes.model import Impact, ParseError, Probe, Reading, reading

MAGIC = b"\xffSMB"
HEADER = 32
SESSION_SETUP = 0x73
REPLY = 0x80
UNICODE = 0x8000
EXTENDED, PLAIN = 4, 3
"""Words of the answer with a security blob ([MS-SMB] 2.2.4.6.2) and without ([MS-CIFS] 2.2.4.53.2)."""
LONGEST_NAME = 128
PORTS = (445, 139)
ERRORS = frozenset({0x00000000, 0xC0000016})
"""STATUS_SUCCESS and STATUS_MORE_PROCESSING_REQUIRED; any other answer has no names."""


def hear(payload: bytes) -> list[Reading]:
    """One piece of a stream from a server, the message's length first. Raises ParseError."""
    message = payload[4:]
    if not message.startswith(MAGIC) or message[4:5] != bytes([SESSION_SETUP]):
        return []
    cursor = Cursor(message)
    cursor.skip(5)
    status = cursor.u32(little=True)
    if not cursor.u8() & REPLY or status not in ERRORS:
        return []
    flags = cursor.u16(little=True)
    cursor.skip(HEADER - 12)
    words = cursor.u8()
    if words not in (PLAIN, EXTENDED):
        raise ParseError(f"an answer to a session setup with {words} words")
    cursor.skip(6)
    blob = cursor.u16(little=True) if words == EXTENDED else 0
    cursor.skip(2)
    cursor.skip(blob)
    rest = cursor.take(cursor.left)
    is_wide = bool(flags & UNICODE)
    at = HEADER + 1 + 2 * words + 2 + blob
    system, server = _names(
        rest[at % 2 :] if is_wide else rest, is_wide
    )  # wide characters stand at even offsets
    found = (reading("smb.native_os", system), reading("smb.native_lm", server))
    return [r for r in found if r.value]


def _names(data: bytes, is_wide: bool) -> tuple[str, str]:
    """The first two names, each with its end; what was cut is not read."""
    if is_wide:
        text = data[: len(data) // 2 * 2].decode("utf-16-le", "replace")
        parts = text.split("\0")
    else:
        parts = [guessed(part) for part in data.split(b"\0")]
    whole = [part.strip() for part in parts[:-1][:2]]
    kept = [part if len(part) <= LONGEST_NAME else "" for part in whole]
    padded = [*kept, "", ""]
    return padded[0], padded[1]


PROBE = Probe(
    name="smb_heard",
    impact=Impact.LISTEN,
    fields=frozenset({"smb.native_os", "smb.native_lm"}),
    ports=frozenset(),
    packets=1,
    summary="Hears which system and server program a host names to those who log in to it (SMB 1); no account.",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("tcp-from", port) for port in PORTS}),
)
