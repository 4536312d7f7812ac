"""DNS (RFC 1035, 4.1): who looks for the servers of a product for remote control, and which program answers names.

Heard. What people look up is their own affair: of a question only a name that stands in
probes/remote_names.py is kept, with the product that it belongs to, and every other name is forgotten at once. A
name that is looked up is a hint and no proof: a browser on the maker's pages looks up the same.

Only questions are read, for their sender is the one who wants it. A server that passes a question on asks it too,
so hosts that answer are told of too, and what they ask counts as their clients' (agent/hearsay.py).

Asked, of servers: version.bind, TXT, class CHAOS (the convention that RFC 4892, 2.1 tells of), one question without
recursion, so that nobody else is asked. A server that tells no version refuses or gives other words.
"""

from __future__ import annotations

from collections.abc import Generator

from probes.charset import guessed
from probes.cursor import Cursor
from probes.model import Ask, Impact, ParseError, Probe, Reading, Reply, Target, Via, reading
from probes.remote_names import product_of

PORT = 53
RESPONSE, OPCODE = 0x8000, 0x7800
MOST_QUESTIONS = 4
LONGEST_NAME, LONGEST_LABEL = 255, 63
WAIT = 1.5
VERSION_NAME = b"\x07version\x04bind\0"
TXT, CHAOS = 16, 3
POINTER = 0xC0
RCODE = 0x000F
LONGEST_VERSION = 255


def hear(message: bytes) -> list[Reading]:
    """One message over UDP. Raises ParseError."""
    cursor = Cursor(message)
    cursor.skip(2)
    flags, questions = cursor.u16(), cursor.u16()
    cursor.skip(6)
    if flags & OPCODE:
        return []
    if flags & RESPONSE:
        return [reading("dns.serves", f"udp/{PORT}")] if questions else []
    found: list[Reading] = []
    for _ in range(min(questions, MOST_QUESTIONS)):
        name = _name(cursor)
        cursor.skip(4)
        if product := product_of(name):
            found.append(reading("dns.remote", f"{product}: {name}"))
    return list(dict.fromkeys(found))


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    number = target.nonce & 0xFFFF
    replies = yield Ask(Via.UDP, PORT, request(number), WAIT)
    versions = dict.fromkeys(version_of(reply.payload, number) for reply in replies)
    return [reading("dns.version", version) for version in versions if version]


def request(number: int) -> bytes:
    """A query for version.bind: number, no flag, one question."""
    head = number.to_bytes(2, "big") + bytes(2) + (1).to_bytes(2, "big") + bytes(6)
    return head + VERSION_NAME + TXT.to_bytes(2, "big") + CHAOS.to_bytes(2, "big")


def version_of(message: bytes, number: int) -> str:
    """The first text of the answer, "" where the server tells none. Raises ParseError."""
    cursor = Cursor(message)
    if (got := cursor.u16()) != number:
        raise ParseError(f"an answer to question {got}, not {number}")
    flags, questions, answers = cursor.u16(), cursor.u16(), cursor.u16()
    cursor.skip(4)
    if not flags & RESPONSE or questions > 1:
        raise ParseError(f"no answer: flags {flags:#06x}, {questions} questions")
    if questions:
        _name(cursor)
        cursor.skip(4)
    if flags & RCODE or not answers:
        return ""
    if (first := cursor.u8()) & POINTER:
        cursor.skip(1)
    elif first:
        cursor.skip(first)
        _name(cursor)
    kind = cursor.u16()
    cursor.skip(2 + 4)
    data = Cursor(cursor.take(cursor.u16()))
    return guessed(data.take(data.u8())).strip()[:LONGEST_VERSION] if kind == TXT else ""


def _name(cursor: Cursor) -> str:
    """A name in lower case; in a question it is written out (RFC 1035, 4.1.2 to 4.1.4). Raises ParseError."""
    labels: list[bytes] = []
    length = 0
    while size := cursor.u8():
        length += size + 1
        if size > LONGEST_LABEL or length > LONGEST_NAME:
            raise ParseError(f"a label of {size} bytes in a question, or a name longer than {LONGEST_NAME}")
        labels.append(cursor.take(size))
    return b".".join(labels).decode("latin-1").lower()


PROBE = Probe(
    name="dns",
    impact=Impact.DATAGRAM,
    fields=frozenset({"dns.remote", "dns.serves", "dns.version"}),
    ports=frozenset({("udp", PORT)}),
    packets=4,  # the question; the kernel's ARP question and answer; "port unreachable" to an answer too late
    summary="asks a name server for its program's version; hears who looks up servers for remote control (DNS)",
    talk=talk,
    hear=hear,
    suits=frozenset({"server", "network"}),
    worth=2,
    heard_on=frozenset({("udp", PORT)}),
)
