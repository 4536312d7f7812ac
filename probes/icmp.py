"""ICMP echo (RFC 792): are you there?

One small request with a text that tells an engineer with a capture where it comes from. Benign: hosts must
answer it in their IP stack (RFC 1122, 3.2.2.6) and no service sees it. It tells nothing but presence,
so it serves where ARP does not reach (routed office networks) and for the liveness watch; the ladder never
climbs on it. IPv4 only: on IPv6 links neighbour discovery says more.
"""

from __future__ import annotations

from collections.abc import Generator

from probes.cursor import Cursor
from probes.model import Ask, Impact, ParseError, Probe, Reading, Reply, Target, Via, reading

ECHO_REPLY, ECHO_REQUEST = 0, 8
TEXT = b"daicho network inventory"
WAIT = 1.0


def request(nonce: int) -> bytes:
    """The whole ICMP message. The nonce stands in the header and once more in the data, for a ping socket of
    Linux puts an identifier of its own into the header (icmp(7))."""
    body = nonce.to_bytes(4, "big") + _data(nonce)
    head = bytes([ECHO_REQUEST, 0])
    return head + checksum(head + bytes(2) + body).to_bytes(2, "big") + body


def _data(nonce: int) -> bytes:
    return nonce.to_bytes(4, "big") + TEXT


def checksum(message: bytes) -> int:
    """RFC 1071: the ones' complement of the ones' complement sum of 16-bit words; 0 over a sound message."""
    padded = message + bytes(len(message) % 2)
    total = sum(int.from_bytes(padded[i : i + 2], "big") for i in range(0, len(padded), 2))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def answers(message: bytes, nonce: int) -> bool:
    """Whether this ICMP message is the reply to `request(nonce)`. Raises ParseError where it is damaged."""
    cursor = Cursor(message)
    kind = cursor.u8()
    cursor.skip(3)
    if checksum(message):
        raise ParseError("an ICMP message with a wrong checksum")
    if kind != ECHO_REPLY:
        return False
    cursor.skip(2)  # the identifier, which may be the kernel's own
    return cursor.u16() == nonce & 0xFFFF and cursor.rest() == _data(nonce)


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    if ":" in target.host:
        return []
    replies = yield Ask(Via.ICMP, 0, request(target.nonce), WAIT)
    present = any([answers(reply.payload, target.nonce) for reply in replies])
    return [reading("icmp.echo", "reply")] if present else []


PROBE = Probe(
    name="icmp",
    impact=Impact.DATAGRAM,
    fields=frozenset({"icmp.echo"}),
    ports=frozenset({("icmp", 0)}),
    packets=3,  # the request; the kernel's ARP question and its answer to the host's
    summary="Asks by one ICMP echo whether a host is there, where ARP does not reach.",
    talk=talk,
    suits=frozenset(),
)
