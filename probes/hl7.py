"""HL7 version 2 over MLLP (HL7 v2.9, chapter 2; MLLP release 1): which applications speak with each other.

Heard, never asked, and read no further than the sixth field of the message header: MSH-3 and MSH-4 name the sending
application and facility, MSH-5 and MSH-6 the receiving ones. They are product names that a ledger should have.
What follows is a patient's. It is cut off before anything else is done, and is in no reading and no error.

A name has components: the name in the house, then one for the world. Some fill the second alone (Philips writes
"^EfficiaCM"), so the first that is not empty is taken.

MLLP begins a message with 0B; the separator of fields is the byte after "MSH". A segment of a stream that
begins otherwise is no beginning of a message, and nothing is read of it.
"""

from __future__ import annotations

from probes.charset import decoded
from probes.model import Impact, ParseError, Probe, Reading, reading

START = b"\x0bMSH"
SEPARATORS = frozenset(b"|^~\\&#$%*+!:;@_/")
LONGEST_HEADER = 400
"""Bytes within which the sixth field must end: each is at most 227 characters (HL7 v2.9, 2.14.9), and far less in life."""
LONGEST_NAME = 64
FIELDS = ("hl7.application", "hl7.facility", "hl7.receiver", "hl7.receiving_facility")
ENCODING = 1


def hear(payload: bytes) -> list[Reading]:
    """One piece of a stream. Raises ParseError where a message begins that has no whole header."""
    if not payload.startswith(START):
        return []
    separator = payload[4:5]
    if not separator or separator[0] not in SEPARATORS:
        raise ParseError("MSH with no separator of fields")
    fields = payload[5:LONGEST_HEADER].split(separator, 5)[:-1]
    if len(fields) < ENCODING + len(FIELDS) or b"\r" in b"".join(fields):
        raise ParseError("a message header of fewer than six fields")
    component = fields[0][:1] or b"^"
    found = []
    for name, octets in zip(FIELDS, fields[ENCODING:], strict=True):
        parts = (decoded(part[:LONGEST_NAME]).strip('" ') for part in octets.split(component))
        text = next((part for part in parts if part), "")
        found.append(reading(name, text))
    return [r for r in found if r.value]


PROBE = Probe(
    name="hl7",
    impact=Impact.LISTEN,
    fields=frozenset(FIELDS),
    ports=frozenset(),
    packets=1,
    summary="Hears which applications exchange HL7 messages: the sender's and receiver's names, never a patient's data.",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("tcp", 0)}),
)
