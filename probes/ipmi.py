"""IPMI over LAN: what a management controller lets a client know before it logs in (IPMI v2.0, 13.14 and 22.13).

One datagram to UDP 623: Get Channel Authentication Capabilities, the command with which every client begins and which
the specification has answered without a session, so that a client knows how it may log in. Benign: it reads settings,
opens no session, tries no name and no password; and it goes to hosts alone that are servers already by another word.

The answer tells that a controller is there which can switch the server off and give away its console, which versions
of the protocol it speaks, whether it would let somebody in without a name, and whose extensions it has.
"""

from __future__ import annotations

from collections.abc import Generator

from probes.cursor import Cursor
from probes.model import Ask, Impact, ParseError, Probe, Reading, Reply, Target, Via, reading

PORT = 623
WAIT = 2.0
RMCP = bytes((6, 0, 0xFF, 7))
"""Version 1.0, no acknowledgement asked for, class IPMI (IPMI v2.0, 13.1.3; DMTF DSP0136, 3.2.4.1)."""
NO_SESSION = bytes(9)
"""Authentication type none, sequence number and session 0 (13.6)."""
CONTROLLER, CLIENT = 0x20, 0x81
"""Addresses of the controller and of remote software (5.5)."""
ASK_APPLICATION, SAY_APPLICATION = 0x06 << 2, 0x07 << 2
CAPABILITIES = 0x38
THIS_CHANNEL, USER = 0x8E, 0x02
"""The channel that the question came by, version 2.0's part too; the privilege that reads only."""
HEADER = 6
"""Bytes of a message before its data (13.8)."""

KINDS = ((0x01, "none"), (0x02, "md2"), (0x04, "md5"), (0x10, "password"), (0x20, "oem"))
LOGINS = ((0x01, "anonymous"), (0x02, "no-name"), (0x04, "named"))
"""Bits of the third and fourth byte of the data (22.13): how a client may prove who it is, and who may log in."""


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    replies = yield Ask(Via.UDP, PORT, request(target.nonce), WAIT)
    for reply in replies:
        if found := parse(reply.payload, target.nonce):
            return found
    return []


def request(nonce: int) -> bytes:
    to = bytes((CONTROLLER, ASK_APPLICATION))
    body = bytes((CLIENT, _sequence(nonce) << 2, CAPABILITIES, THIS_CHANNEL, USER))
    message = to + bytes((checksum(to),)) + body + bytes((checksum(body),))
    return RMCP + NO_SESSION + bytes((len(message),)) + message


def checksum(part: bytes) -> int:
    """The two's complement of the sum (IPMI v2.0, 13.8)."""
    return -sum(part) & 0xFF


def _sequence(nonce: int) -> int:
    return nonce & 0x3F


def parse(payload: bytes, nonce: int) -> list[Reading]:
    """The readings of an answer to our question; none where it is to another, or says no. Raises ParseError."""
    cursor = Cursor(payload)
    if cursor.take(2)[:1] != RMCP[:1] or cursor.take(2)[1] & 0x1F != RMCP[3]:
        raise ParseError("no RMCP message of the class IPMI")
    if cursor.take(len(NO_SESSION)) != NO_SESSION:
        raise ParseError("a session that nobody opened")
    message = cursor.take(cursor.u8())
    if len(message) < HEADER + 2 or checksum(message[:3]) or checksum(message[3:]):
        raise ParseError("no whole IPMI message")
    if (
        message[1] & 0xFC != SAY_APPLICATION
        or message[4] >> 2 != _sequence(nonce)
        or message[5] != CAPABILITIES
    ):
        return []
    data = Cursor(message[HEADER:-1])
    return [] if data.u8() else _capabilities(data)


def _capabilities(data: Cursor) -> list[Reading]:
    data.skip(1)
    kinds, logins, extended = data.u8(), data.u8(), data.u8()
    maker = int.from_bytes(data.take(3), "little")
    has_two = bool(kinds & 0x80 and extended & 0x02)
    found = (
        ("ipmi.version", "2.0" if has_two else "1.5"),
        ("ipmi.proofs", " ".join(name for bit, name in KINDS if kinds & bit)),
        ("ipmi.logins", " ".join(name for bit, name in LOGINS if logins & bit)),
        ("ipmi.oem", str(maker) if maker else ""),
    )
    return [reading(name, text) for name, text in found if text]


PROBE = Probe(
    name="ipmi",
    impact=Impact.DATAGRAM,
    fields=frozenset({"ipmi.version", "ipmi.proofs", "ipmi.logins", "ipmi.oem"}),
    ports=frozenset({("udp", PORT)}),
    packets=4,  # the question; the kernel's ARP question and answer; "port unreachable" to an answer too late
    summary="asks a server whether a management controller answers there, and how one may log in to it",
    talk=talk,
    suits=frozenset({"server"}),
    worth=4,
    ways_in=True,
)
