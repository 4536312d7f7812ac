"""The computer browser's announcements ([MS-BRWS] 2.2) in NetBIOS datagrams (RFC 1002, 4.4): old Windows, Samba, printers.

Heard, never asked: hosts with SMB 1 announce name, version, roles and a comment to their workgroup every twelve
minutes. That is how consoles of modalities with Windows XP or 7 are seen without a question. Everything
else in NetBIOS datagrams (pop-up messages, logons) is not read.

    datagram header (14) | source name | destination name | SMB header (32) | words | "\\MAILSLOT\\BROWSE" | frame
"""

from __future__ import annotations

from probes.charset import decoded
from probes.cursor import Cursor
from probes.model import Impact, ParseError, Probe, Reading, reading

PORT = 138
DATAGRAMS = frozenset({0x10, 0x11, 0x12})
SMB_HEADER = 32
SMB_MAGIC, TRANSACTION = b"\xffSMB", 0x25
WORDS = 17
MAILSLOT = b"\\MAILSLOT\\BROWSE\0"
HOST, LOCAL_MASTER = 0x01, 0x0F
LONGEST_COMMENT = 43
"""[MS-BRWS] 2.2.1, with its NUL."""
ROLES = (
    "workstation", "server", "sql", "domain-controller", "backup-controller", "time", "apple", "novell", "member",
    "print", "dial-in", "unix", "nt-workstation", "wfw", "", "nt-server", "potential-browser", "backup-browser",
    "master-browser", "domain-master",
)  # fmt: skip
"""Bits of the server type from the lowest ([MS-BRWS] 2.2.1; names shortened)."""


def hear(message: bytes) -> list[Reading]:
    """One datagram; [] where it is no announcement of a host. Raises ParseError."""
    cursor = Cursor(message)
    if (kind := cursor.u8()) not in DATAGRAMS:
        raise ParseError(f"a NetBIOS datagram of type {kind:#04x}")
    cursor.skip(13)
    _skip_name(cursor)
    _skip_name(cursor)
    smb = cursor.rest()
    if not smb.startswith(SMB_MAGIC + bytes([TRANSACTION])):
        return []
    words = Cursor(smb[SMB_HEADER:])
    if words.u8() != WORDS:
        return []
    words.skip(22)
    size, offset = words.u16(little=True), words.u16(little=True)
    words.skip(8)
    words.skip(2)
    if not words.rest().upper().startswith(MAILSLOT):
        return []
    frame = Cursor(smb)
    frame.skip(offset)
    return _announcement(Cursor(frame.take(min(size, frame.left))))


def _announcement(frame: Cursor) -> list[Reading]:
    if frame.u8() not in (HOST, LOCAL_MASTER):
        return []
    frame.skip(5)
    name = decoded(frame.take(16).partition(b"\0")[0])
    major, minor, roles = frame.u8(), frame.u8(), frame.u32(little=True)
    frame.skip(4)
    comment = decoded(frame.take(min(frame.left, LONGEST_COMMENT)).partition(b"\0")[0])
    said = [
        ("browser.name", name),
        ("browser.version", f"{major}.{minor}"),
        ("browser.roles", " ".join(role for n, role in enumerate(ROLES) if role and roles >> n & 1)),
        ("browser.comment", comment),
    ]
    return [r for field, value in said if (r := reading(field, value)).value]


def _skip_name(cursor: Cursor) -> None:
    while size := cursor.u8():
        if size & 0xC0 == 0xC0:
            cursor.skip(1)
            return
        if size > 63:
            raise ParseError(f"a label of {size} bytes")
        cursor.skip(size)


PROBE = Probe(
    name="browser",
    impact=Impact.LISTEN,
    fields=frozenset({"browser.name", "browser.version", "browser.roles", "browser.comment"}),
    ports=frozenset(),
    packets=1,
    summary="Hears older Windows, Samba and printers announce name, version and roles to their workgroup.",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("udp", PORT)}),
)
