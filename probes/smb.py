"""SMB 2 and 3 ([MS-SMB2]): which dialect, and by the NTLM challenge who the server is and of what build.

    NEGOTIATE (2.2.3) ->   <- 2.2.4      SESSION_SETUP with NTLMSSP's first message (2.2.5) ->   <- the challenge

Then the connection is closed. These are the first two messages of every Windows that opens a folder; the third,
with a name and a proof of its password, is never sent, so there is no login, no failed login, no share and no
file. The server writes nothing down but a connection that ended.

Names of the machine and its domain come with the challenge (probes/ntlmssp.py); names of persons do not occur in
it. ServerGuid alone is not an identity: PCs made from one image share it, and Samba writes its NetBIOS name
there. GUID and computer name together are one. SMB 1 is asked for by probes/smb1.py. Little-endian.
"""

from __future__ import annotations

import re
from collections.abc import Generator
from dataclasses import dataclass
from hashlib import sha256

from probes import ntlmssp
from probes.ber import element
from probes.cursor import Cursor
from probes.model import Ask, Impact, ParseError, Probe, Reading, Reply, Target, Via, reading
from probes.whole_answer import whole_answer

PORT = 445
MAGIC, OLD_MAGIC = b"\xfeSMB", b"\xffSMB"
HEADER = 64
NEGOTIATE, SESSION_SETUP = 0, 1
SUCCESS, MORE_PROCESSING = 0x00000000, 0xC0000016
SIGNING_ENABLED, SIGNING_REQUIRED = 0x01, 0x02
DIALECTS = {0x0202: "2.0.2", 0x0210: "2.1", 0x0300: "3.0", 0x0302: "3.0.2", 0x0311: "3.1.1"}
PREAUTH_INTEGRITY, SHA_512 = 1, 1
SALT = 32
CLIENT = bytes.fromhex("5f3c41d87ab64e0c9d1f62a8")
"""The first twelve bytes of our ClientGuid, drawn once; the nonce makes it whole."""

LONGEST = 16 * 1024
MOST_READS = 3
LENGTH_AND_MAGIC = 4 + 4


@dataclass(frozen=True, slots=True)
class Negotiated:
    """dialect: its number ([MS-SMB2] 2.2.4).  guid: ServerGuid, sixteen bytes as they came.  ntlm: the server takes
    NTLM, or does not say what it takes."""

    dialect: int
    signing: int
    guid: bytes
    ntlm: bool


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    answer = yield from _exchange(negotiate_request(target.nonce))
    if not answer:
        return []
    if answer.startswith(OLD_MAGIC):
        return [reading("smb.dialect", "1")]
    negotiated = parse_negotiated(answer)
    if negotiated is None:
        return [reading("smb.dialect", "2")]
    readings = _negotiated(negotiated)
    if not negotiated.ntlm:
        return readings
    answer = yield from _exchange(session_request(negotiated.dialect))
    try:
        return readings + _challenged(parse_challenge(answer), negotiated.guid) if answer else readings
    except ParseError:  # what it said before stands
        return readings


def _exchange(message: bytes) -> Generator[Ask, tuple[Reply, ...], bytes]:
    """One message and the whole answer to it, without its length; b"" for silence."""
    question = Ask(Via.TCP, PORT, len(message).to_bytes(4, "big") + message, wait=3.0, until=b"SMB")
    answer = yield from whole_answer(question, missing, MOST_READS, b"\0")
    return answer[4 : 4 + int.from_bytes(answer[1:4], "big")] if answer else b""


def missing(answer: bytes) -> int:
    """How many bytes of the message are still to come; 0 as well for what can never become one."""
    if len(answer) < LENGTH_AND_MAGIC:
        return LENGTH_AND_MAGIC - len(answer)
    length = int.from_bytes(answer[1:4], "big")
    return max(0, 4 + length - len(answer)) if answer[0] == 0 and length <= LONGEST else 0


# What is sent


def negotiate_request(nonce: int) -> bytes:
    """NEGOTIATE for the dialects from 2.0.2 to 3.1.1, signing offered, no capabilities (2.2.3)."""
    number = nonce.to_bytes(4, "big")
    salt = sha256(number).digest()
    hashes = b"\x01\0" + SALT.to_bytes(2, "little") + SHA_512.to_bytes(2, "little") + salt
    context = PREAUTH_INTEGRITY.to_bytes(2, "little") + len(hashes).to_bytes(2, "little") + bytes(4) + hashes
    dialects = b"".join(dialect.to_bytes(2, "little") for dialect in DIALECTS)
    padding = bytes(-(HEADER + 36 + len(dialects)) % 8)
    offset = HEADER + 36 + len(dialects) + len(padding)
    body = (
        b"\x24\0"
        + len(DIALECTS).to_bytes(2, "little")
        + SIGNING_ENABLED.to_bytes(2, "little")
        + bytes(6)
        + CLIENT
        + number
        + offset.to_bytes(4, "little")
        + b"\x01\0\0\0"
    )
    return header(NEGOTIATE, 0, 0) + body + dialects + padding + context


def session_request(dialect: int) -> bytes:
    """SESSION_SETUP that carries NTLMSSP's first message and nothing else (2.2.5)."""
    token = spnego(ntlmssp.negotiate())
    body = b"\x19\0\0" + bytes([SIGNING_ENABLED]) + bytes(8) + (HEADER + 24).to_bytes(2, "little")
    body += len(token).to_bytes(2, "little") + bytes(8)
    return header(SESSION_SETUP, 1, 0 if dialect == 0x0202 else 1) + body + token


def header(command: int, number: int, charge: int) -> bytes:
    """SMB2 header of an unsigned request (2.2.1.2)."""
    return (
        MAGIC
        + HEADER.to_bytes(2, "little")
        + charge.to_bytes(2, "little")
        + bytes(4)
        + command.to_bytes(2, "little")
        + b"\x01\0"  # credits wanted
        + bytes(8)
        + number.to_bytes(8, "little")
        + bytes(32)
    )


def spnego(token: bytes) -> bytes:
    """NegTokenInit with NTLMSSP as the only mechanism (RFC 4178, 4.2.1)."""
    mechanism = element(0x06, ntlmssp.OBJECT_IDENTIFIER)
    inner = element(0xA0, element(0x30, mechanism)) + element(0xA2, element(0x04, token))
    return element(0x60, bytes.fromhex("06062b0601050502") + element(0xA0, element(0x30, inner)))


# What comes back


def parse_negotiated(message: bytes) -> Negotiated | None:
    """The answer to NEGOTIATE; None where the server has none of our dialects. Raises ParseError."""
    status, body = _opened(message, NEGOTIATE)
    if status != SUCCESS:
        return None
    body.skip(2)
    signing, dialect = body.u16(little=True), body.u16(little=True)
    body.skip(2)
    guid = body.take(16)
    body.skip(32)  # capabilities, sizes, clocks
    offered = _buffer(message, body.u16(little=True), body.u16(little=True))
    if dialect not in DIALECTS:
        raise ParseError(f"SMB dialect {dialect:#06x}, which was not offered")
    return Negotiated(dialect, signing, guid, not offered or ntlmssp.OBJECT_IDENTIFIER in offered)


def parse_challenge(message: bytes) -> ntlmssp.Challenge | None:
    """The challenge in the answer to SESSION_SETUP; None where the server refuses. Raises ParseError."""
    status, body = _opened(message, SESSION_SETUP)
    if status != MORE_PROCESSING:
        return None
    body.skip(4)
    token = _buffer(message, body.u16(little=True), body.u16(little=True))
    at = token.find(ntlmssp.CHALLENGE)
    if at < 0:
        raise ParseError("no NTLM challenge in the security buffer")
    return ntlmssp.parse(token[at:])


def _opened(message: bytes, command: int) -> tuple[int, Cursor]:
    """The status of the answer to this command, and its body."""
    cursor = Cursor(message)
    cursor.expect(MAGIC, "no SMB2 message")
    cursor.skip(4)
    status, given = cursor.u32(little=True), cursor.u16(little=True)
    if given != command:
        raise ParseError(f"SMB2 command {given} answers {command}")
    cursor.skip(HEADER - 14)
    return status, cursor


def _buffer(message: bytes, offset: int, size: int) -> bytes:
    cursor = Cursor(message)
    cursor.skip(offset)
    return cursor.take(size)


def _negotiated(negotiated: Negotiated) -> list[Reading]:
    signing = "required" if negotiated.signing & SIGNING_REQUIRED else "offered"
    found = [
        reading("smb.dialect", DIALECTS[negotiated.dialect]),
        reading("smb.signing", signing),
        reading("smb.guid_text", guid_text(negotiated.guid)),
    ]
    return [r for r in found if r.value]


def _challenged(challenge: ntlmssp.Challenge | None, guid: bytes) -> list[Reading]:
    if challenge is None:
        return []
    unlike = any(guid) and not guid_text(guid)
    machine = f"{guid.hex()} {challenge.computer.upper()}" if unlike and challenge.computer else ""
    found = [
        reading("smb.name", challenge.computer),
        reading("smb.domain", challenge.domain),
        reading("smb.dns_name", challenge.dns_computer),
        reading("smb.dns_domain", challenge.dns_domain),
        reading("smb.forest", challenge.forest),
        reading("smb.version", challenge.version),
        reading("smb.machine", machine),
    ]
    return [r for r in found if r.value]


def guid_text(guid: bytes) -> str:
    """The name that stands in place of a GUID, padded with NULs; "" for a GUID proper."""
    found = re.fullmatch(rb"([\x21-\x7e]{1,16})\0*", guid)
    return found[1].decode("ascii") if found else ""


PROBE = Probe(
    name="smb",
    impact=Impact.CONNECT,
    fields=frozenset(
        {
            "smb.dialect",
            "smb.signing",
            "smb.guid_text",
            "smb.name",
            "smb.domain",
            "smb.dns_name",
            "smb.dns_domain",
            "smb.forest",
            "smb.version",
            "smb.machine",
        }
    ),
    ports=frozenset({("tcp", PORT)}),
    packets=14,  # SYN twice, ACK, two messages and their ACKs, one sent again; what closes it
    summary="asks a Windows or Samba host for its SMB dialect, names and build (NTLM challenge); never logs in",
    talk=talk,
    suits=frozenset({"terminal", "server", "storage", "printer", "medical", "unknown"}),
    worth=9,
)
