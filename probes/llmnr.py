"""LLMNR (RFC 4795): Windows hosts answer for their own names on the link.

Heard, never asked: answers go to the asker alone, so they are heard on a mirrored port. A name belongs to the
addresses that its answer gives. Questions are not read: what people type into a search field is in them.

Why no question is put: the only one that needs no name to begin with is for the name of an address (PTR), one for
each host. By multicast, as Windows puts it (it does not serve TCP, by which RFC 4795, 2.4 wants it), each would
reach everybody on the link for one device's sake. What comes back is the computer's name, which NetBIOS gives in
one unicast datagram with workgroup, role and MAC (probes/netbios.py), mDNS in two questions to all, and DPWS with
the workgroup. And where NetBIOS is switched off, LLMNR usually is too, by the same advice against forged answers.
"""

from __future__ import annotations

from ipaddress import ip_address

from probes.charset import decoded
from probes.cursor import Cursor
from probes.flow import is_host
from probes.model import Impact, ParseError, Probe, Reading, reading

PORT = 5355
RESPONSE, OPCODE, RCODE = 0x8000, 0x7800, 0x000F
A, AAAA = 1, 28
POINTER = 0xC0
LONGEST_NAME = 255
MOST_RECORDS = 32


def hear(message: bytes) -> list[Reading]:
    """One message; only an answer tells anything. Raises ParseError."""
    cursor = Cursor(message)
    cursor.skip(2)
    flags, questions, answers = cursor.u16(), cursor.u16(), cursor.u16()
    cursor.skip(4)
    if flags & OPCODE or questions > 1:
        raise ParseError(f"no LLMNR: flags {flags:#06x}, {questions} questions")
    if not flags & RESPONSE or flags & RCODE:
        return []
    for _ in range(questions):
        _name(cursor, message)
        cursor.skip(4)
    found: list[Reading] = []
    for _ in range(min(answers, MOST_RECORDS)):
        name = _name(cursor, message)
        kind = cursor.u16()
        cursor.skip(6)
        data = cursor.take(cursor.u16())
        if (kind, len(data)) in ((A, 4), (AAAA, 16)):
            address = str(ip_address(data))
            if is_host(address) and name and not address.startswith("fe80:"):
                found.append(reading("llmnr.hostname", name, address))
    return list(dict.fromkeys(found))


def _name(cursor: Cursor, message: bytes) -> str:
    """Labels, or a pointer to an earlier name (RFC 1035, 4.1.4); pointers of pointers end in ParseError."""
    labels: list[bytes] = []
    reader, jumps = cursor, 0
    while size := reader.u8():
        if size & POINTER == POINTER:
            jumps += 1
            place = (size & 0x3F) << 8 | reader.u8()
            if jumps > 4 or place >= len(message):
                raise ParseError("a name that points in circles")
            reader = Cursor(message[place:])
            continue
        if size > 63 or sum(map(len, labels)) + size > LONGEST_NAME:
            raise ParseError(f"a label of {size} bytes")
        labels.append(reader.take(size))
    return decoded(b".".join(labels))


PROBE = Probe(
    name="llmnr",
    impact=Impact.LISTEN,
    fields=frozenset({"llmnr.hostname"}),
    ports=frozenset(),
    packets=1,
    summary="Hears Windows hosts answer for their names (LLMNR).",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("udp", PORT)}),
)
