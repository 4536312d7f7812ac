"""MNDP, MikroTik's neighbour discovery: routers and radios of this maker introduce themselves.

Heard, never asked: once a minute each broadcasts to UDP 5678. Source: MikroTik, "Neighbor discovery" (help.mikrotik.com),
and the form as Wireshark documents it: four bytes of head, then type and length of two bytes each. A question is the
head alone and tells nothing.
"""

from __future__ import annotations

from probes.charset import decoded
from probes.cursor import Cursor
from probes.model import Impact, ParseError, Probe, Reading, reading

PORT = 5678
HEAD = 4
MAC = 1
TEXTS = {5: "mndp.name", 7: "mndp.version", 8: "mndp.platform", 12: "mndp.board", 16: "mndp.interface"}
MOST_TLVS = 32


def hear(message: bytes) -> list[Reading]:
    """One datagram. Raises ParseError."""
    cursor = Cursor(message)
    cursor.skip(HEAD)
    found: list[Reading] = []
    for _ in range(MOST_TLVS):
        if not cursor.left:
            break
        kind, value = cursor.u16(), cursor.take(cursor.u16())
        if kind == MAC and len(value) == 6:
            found.append(reading("mndp.mac", value.hex(":")))
        elif kind in TEXTS:
            found.append(reading(TEXTS[kind], decoded(value.rstrip(b"\0"))))
    if cursor.left:
        raise ParseError(f"more than {MOST_TLVS} TLVs")
    return [r for r in found if r.value]


PROBE = Probe(
    name="mndp",
    impact=Impact.LISTEN,
    fields=frozenset({"mndp.mac", *TEXTS.values()}),
    ports=frozenset(),
    packets=1,
    summary="Hears MikroTik's routers tell name, model and release (MNDP).",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("udp", PORT)}),
)
