"""VNC (RFC 6143, 7.1.1) that others open: who lets its screen be seen, by the twelve bytes of its greeting.

Heard, never asked. Both ends say such a line, and only the port tells which is the server: of what comes from 5900 to
5906 it is read as probes/vnc.py reads it. Screens and keys follow, and nothing of them is.
"""

from __future__ import annotations

from probes import vnc
from probes.model import Impact, Probe, Reading, reading

START = b"RFB "


def hear(payload: bytes) -> list[Reading]:
    """One piece of a stream from a server. Raises ParseError where it greets and is no greeting."""
    return [reading("vnc.version", vnc.parse(payload))] if payload.startswith(START) else []


PROBE = Probe(
    name="vnc_heard",
    impact=Impact.LISTEN,
    fields=frozenset({"vnc.version"}),
    ports=frozenset(),
    packets=1,
    summary="Hears who lets its screen be seen and steered, by the greeting alone (VNC).",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("tcp-from", port) for port in (vnc.PORT, *vnc.OTHER_PORTS)}),
)
