"""DNS (RFC 1035, 4.1) that others ask: who looks for the servers of a product for remote control.

Heard, never asked. What people look up is their own affair: of a question only a name that stands in
probes/remote_names.py is kept, with the product that it belongs to, and every other name is forgotten at once. A
name that is looked up is a hint and no proof: a browser on the maker's pages looks up the same.

Only questions are read, for their sender is the one who wants it. A server that passes a question on asks it too,
so hosts that answer are told of too, and what they ask counts as their clients' (agent/hearsay.py).
"""

from __future__ import annotations

from probes.cursor import Cursor
from probes.model import Impact, ParseError, Probe, Reading, reading
from probes.remote_names import product_of

PORT = 53
RESPONSE, OPCODE = 0x8000, 0x7800
MOST_QUESTIONS = 4
LONGEST_NAME, LONGEST_LABEL = 255, 63


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
    impact=Impact.LISTEN,
    fields=frozenset({"dns.remote", "dns.serves"}),
    ports=frozenset(),
    packets=1,
    summary="Hears who looks up the servers of products for remote control; no other name is kept (DNS).",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("udp", PORT)}),
)
