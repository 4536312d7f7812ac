"""RDP: the first message of a remote desktop connection, and which security the server chooses ([MS-RDPBCGR] 2.2.1.1).

    X.224 Connection Request with RDP_NEG_REQ ->   <- X.224 Connection Confirm with RDP_NEG_RSP or RDP_NEG_FAILURE

Then the connection is closed: no TLS, no credential, no session, and nobody at the desk sees anything. The request
carries no cookie, whose place is for a user's name. It offers what every client of today does, so that the server
says which it takes: standard (Windows XP and Server 2003 answer without any negotiation), TLS, or CredSSP, where the
user is checked before a desktop is shown.

A server with CredSSP would give an NTLM challenge inside TLS as well. It is not asked for: SMB gives the same
with half the packets, and a handshake broken off there is logged as a failed one.
"""

from __future__ import annotations

from collections.abc import Generator

from probes.cursor import Cursor
from probes.model import Ask, Impact, ParseError, Probe, Reading, Reply, Target, Via, reading
from probes.whole_answer import whole_answer

PORT = 3389
TPKT = 3
CONNECTION_REQUEST, CONNECTION_CONFIRM = 0xE0, 0xD0
REQUEST, RESPONSE, FAILURE = 1, 2, 3
TLS, CREDSSP, CREDSSP_EARLY = 0x01, 0x02, 0x08
SECURITIES = {0: "standard", TLS: "tls", CREDSSP: "credssp", 4: "rdstls", CREDSSP_EARLY: "credssp-early"}
"""selectedProtocol (2.2.1.2.1)."""
FLAGS = ("client-data", "graphics", "", "restricted-admin", "remote-guard")
"""Bits of RDP_NEG_RSP's flags from the lowest (2.2.1.2.1; names shortened)."""
FAILURES = {
    1: "ssl-required",
    2: "ssl-not-allowed",
    3: "no-certificate",
    4: "inconsistent-flags",
    5: "credssp-required",
    6: "tls-user-authentication-required",
}
"""failureCode (2.2.1.2.2; names shortened)."""
LONGEST = 512
MOST_READS = 3


NO_NEGOTIATION = "no-negotiation"
"""The answer of servers older than the negotiation: the connection is confirmed and nothing said besides."""


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    question = Ask(Via.TCP, PORT, request(), wait=3.0, until=b"\x03")
    answer = yield from whole_answer(question, missing, MOST_READS, b"\0")
    return [reading("rdp.answer", parse(answer))] if answer else []


def request() -> bytes:
    """X.224 Connection Request without cookie (2.2.1.1), offering TLS and CredSSP (2.2.1.1.1)."""
    negotiation = bytes([REQUEST, 0, 8, 0]) + (TLS | CREDSSP | CREDSSP_EARLY).to_bytes(4, "little")
    x224 = bytes([CONNECTION_REQUEST]) + bytes(5) + negotiation
    return bytes([TPKT, 0]) + (4 + 1 + len(x224)).to_bytes(2, "big") + bytes([len(x224)]) + x224


def missing(answer: bytes) -> int:
    """How many bytes of the packet are still to come; 0 as well for what can never become one."""
    if answer[:1] not in (b"", b"\x03"):
        return 0
    if len(answer) < 4:
        return 4 - len(answer)
    length = int.from_bytes(answer[2:4], "big")
    return max(0, length - len(answer)) if length <= LONGEST else 0


def parse(answer: bytes) -> str:
    """What an X.224 Connection Confirm in a TPKT says (RFC 1006, 6; X.224, 13.4): the security that was chosen and
    the words of its flags ("tls client-data"), "refused" and why, or NO_NEGOTIATION. Raises ParseError."""
    cursor = Cursor(answer)
    if cursor.u8() != TPKT:
        raise ParseError(f"no TPKT: {answer[:8].hex()}")
    cursor.skip(1)
    length = cursor.u16()
    cursor = Cursor(Cursor(answer).take(length))
    cursor.skip(4)
    body = Cursor(cursor.take(cursor.u8()))
    if (kind := body.u8()) != CONNECTION_CONFIRM:
        raise ParseError(f"X.224 type {kind:#04x} confirms no connection")
    body.skip(5)
    return _negotiation(body) if body.left else NO_NEGOTIATION


def _negotiation(body: Cursor) -> str:
    kind, flags, size, value = body.u8(), body.u8(), body.u16(little=True), body.u32(little=True)
    if size != 8 or kind not in (RESPONSE, FAILURE):
        raise ParseError(f"RDP negotiation of type {kind} and {size} bytes")
    if kind == FAILURE:
        return f"refused {FAILURES.get(value, str(value))}"
    words = (word for n, word in enumerate(FLAGS) if word and flags >> n & 1)
    return " ".join((SECURITIES.get(value, str(value)), *words))


PROBE = Probe(
    name="rdp",
    impact=Impact.CONNECT,
    fields=frozenset({"rdp.answer"}),
    ports=frozenset({("tcp", PORT)}),
    packets=9,  # SYN twice, ACK, the request and once again, ACK, FIN, ACK, or RST
    summary="asks a remote desktop server which security it takes (RDP connection request) and goes no further",
    talk=talk,
    suits=frozenset({"terminal", "server", "medical", "unknown"}),
    worth=6,
    ways_in=True,
)
