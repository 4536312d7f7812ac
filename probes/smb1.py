"""SMB 1 ([MS-CIFS] 2.2.4.52): does an old host still speak it, and what are it and its domain called?

    SMB_COM_NEGOTIATE for "NT LM 0.12" alone ->   <- dialect, security, domain and server name

One message, the first of every Windows up to XP; no session is set up and so nothing is logged in to. It is put
only to hosts that something showed to be of that time (Windows before Vista announced itself, its SNMP gave the
build, or its RDP knew no negotiation): newer ones have the dialect switched off and may raise an alarm at it. Its
version and "native OS" come only with a login, so they are not to be had. Little-endian.
"""

from __future__ import annotations

import re
from collections.abc import Generator

from probes.charset import guessed
from probes.cursor import Cursor
from probes.model import Ask, Impact, ParseError, Probe, Reading, Reply, Target, Via, reading
from probes.whole_answer import whole_answer

PORT = 445
MAGIC = b"\xffSMB"
NEGOTIATE = 0x72
FLAGS, FLAGS2 = 0x18, 0xC001
"""Caseless, canonical paths; Unicode, NT status codes, long names. Not extended security: with it the names would
come in a session setup only (2.2.3.1)."""
UNICODE = 0x8000
DIALECT = b"\x02NT LM 0.12\0"
NONE_OF_THEM = 0xFFFF
WORDS = 17
SIGNING_ENABLED, SIGNING_REQUIRED = 0x04, 0x08
LONGEST = 4096
MOST_READS = 3

_OLD = {
    "browser.version": re.compile(r"(?:4\.0|5\.[0-2])\Z"),
    "snmp.sysDescr": re.compile(
        r"Hardware: .{1,200} - Software: Windows .{0,80}\(Build (?:Number: )?(?:1381|2195|2600|3790)\b"
    ),
    "rdp.answer": re.compile(r"no-negotiation\Z"),
}
"""Field -> what it says of a Windows before Vista."""


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    if not is_old(target.told):
        return []
    question = Ask(Via.TCP, PORT, request(), wait=3.0, until=b"SMB")
    answer = yield from whole_answer(question, missing, MOST_READS, b"\0")
    return parse(answer[4:]) if answer else []


def is_old(told: tuple[tuple[str, str], ...]) -> bool:
    """Whether something said of the host shows a Windows before Vista."""
    return any(name in _OLD and _OLD[name].match(value) for name, value in told)


def request() -> bytes:
    """SMB_COM_NEGOTIATE with one dialect, behind its length (2.2.4.52.1; RFC 1002, 4.3.6)."""
    header = MAGIC + bytes([NEGOTIATE]) + bytes(4) + bytes([FLAGS]) + FLAGS2.to_bytes(2, "little") + bytes(20)
    message = header + b"\0" + len(DIALECT).to_bytes(2, "little") + DIALECT
    return len(message).to_bytes(4, "big") + message


def missing(answer: bytes) -> int:
    """How many bytes of the message are still to come; 0 as well for what can never become one."""
    if len(answer) < 8:
        return 8 - len(answer)
    length = int.from_bytes(answer[1:4], "big")
    return max(0, 4 + length - len(answer)) if answer[0] == 0 and length <= LONGEST else 0


def parse(message: bytes) -> list[Reading]:
    """The answer to SMB_COM_NEGOTIATE (2.2.4.52.2). Raises ParseError.

    Where the server sets up extended security unasked, its names do not follow, and none are read.
    """
    cursor = Cursor(message)
    cursor.expect(MAGIC, "no SMB 1 message")
    if (command := cursor.u8()) != NEGOTIATE:
        raise ParseError(f"SMB 1 command {command:#04x} answers no negotiation")
    cursor.skip(5)
    unicode = bool(cursor.u16(little=True) & UNICODE)
    cursor.skip(20)
    words = Cursor(cursor.take(2 * cursor.u8()))
    if words.u16(little=True) == NONE_OF_THEM:
        return [reading("smb1.dialect", "none in common")]
    if words.left != 2 * WORDS - 2:
        raise ParseError(f"SMB 1 negotiation of {words.left} bytes")
    security = words.u8()
    words.skip(30)
    data = Cursor(cursor.take(cursor.u16(little=True)))
    secret = words.u8()
    data.skip(secret)
    domain, server = _names(data.rest(), unicode) if secret else ("", "")
    signing = "required" if security & SIGNING_REQUIRED else "offered" if security & SIGNING_ENABLED else "no"
    found = [
        reading("smb1.dialect", "NT LM 0.12"),
        reading("smb1.signing", signing),
        reading("smb1.domain", domain),
        reading("smb1.name", server),
    ]
    return [r for r in found if r.value]


def _names(data: bytes, unicode: bool) -> tuple[str, str]:
    """Domain and server name, each ended by NUL; Windows aligns them to nothing here."""
    if unicode:
        texts = data[: len(data) // 2 * 2].decode("utf-16-le", "replace").split("\0")
    else:
        texts = [guessed(name) for name in data.split(b"\0")]
    return texts[0], texts[1] if len(texts) > 1 else ""


PROBE = Probe(
    name="smb1",
    impact=Impact.CONNECT,
    fields=frozenset({"smb1.dialect", "smb1.signing", "smb1.domain", "smb1.name"}),
    ports=frozenset({("tcp", PORT)}),
    packets=10,  # SYN twice, ACK, the message and once again, ACK, FIN, ACK, or RST
    summary="asks a host that was seen to be an old Windows whether it speaks SMB 1, and its name; never logs in",
    talk=talk,
    suits=frozenset({"terminal", "server", "storage", "medical", "unknown"}),
    wants=frozenset(_OLD),
    worth=3,
)
