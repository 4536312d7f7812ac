"""ASTM E1394 (CLSI LIS02-A2): which analyser of the laboratory speaks to which system, by its message header.

Heard, never asked. Field 5 of the header record names the sender, field 10 the receiver (LIS02-A2, clause 6). Makers put
there what the analyser is, which version runs on it and its serial number, in components and orders of their own, so
field 5 is kept whole, its components apart by "^". Field 4 is a password and is passed over; what follows the header
is a patient's. It is cut off before anything else is done, and is in no reading and no error.

A record travels in a frame of E1381 (LIS01-A2): 02, number of the frame, text. Over TCP some leave the frame out, and
some put 05 (ENQ) into the same piece. H says with the bytes that follow it how the header is written: separator of
fields, then of repeats, components and escapes ("H|\\^&|", but also "H|@^\\|"). A piece that begins otherwise is no
header, and nothing is read of it.
"""

from __future__ import annotations

import re

from probes.charset import decoded
from probes.model import Impact, ParseError, Probe, Reading, reading

START = re.compile(rb"\x05?(?:\x02[0-7])?H(?P<field>[|!$%*+;:~#])(?P<inner>[\\^&@~!$%*+;:#]{2,3})(?P=field)")
LONGEST_HEADER = 600
"""Bytes within which the header must end: a frame holds 240 (LIS01-A2, 6.3.1.2), later editions let it be longer."""
LONGEST_NAME = 120
SENDER, RECEIVER = 4, 9
"""Places of the two names after the type of the record: fields 5 and 10 as the standard counts them."""
FIELDS = ("astm.sender", "astm.receiver")


def hear(payload: bytes) -> list[Reading]:
    """One piece of a stream. Raises ParseError where a header begins that does not end."""
    begun = START.match(payload)
    if begun is None:
        return []
    header, ended, _ = payload[begun.start("field") - 1 : LONGEST_HEADER].partition(b"\r")
    if not ended:
        raise ParseError("a header record that does not end")
    fields = header.split(begun["field"])
    component = begun["inner"][1:2]
    found = []
    for name, place in zip(FIELDS, (SENDER, RECEIVER), strict=True):
        octets = fields[place] if place < len(fields) else b""
        parts = [decoded(part).strip() for part in octets[:LONGEST_NAME].split(component)]
        found.append(reading(name, "^".join(parts).rstrip("^")))
    return [r for r in found if r.value]


PROBE = Probe(
    name="astm",
    impact=Impact.LISTEN,
    fields=frozenset(FIELDS),
    ports=frozenset(),
    packets=1,
    summary="Hears which analysers of the laboratory send results where: the two names, never a patient's data.",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("tcp", 0)}),
)
