"""RTSP (RFC 2326) that others open: what cameras and recorders call themselves.

Heard, never asked. Of an answer from port 554 or 8554 the Server header and the realm are read, as probes/rtsp.py reads
them; addresses of streams, and the pictures, are not.
"""

from __future__ import annotations

from probes import rtsp
from probes.model import Impact, Probe, Reading

START = b"RTSP/1.0 "
OTHER_PORT = 8554
KEPT = frozenset({"rtsp.server", "rtsp.realm"})


def hear(payload: bytes) -> list[Reading]:
    """One piece of a stream from a server. Raises ParseError where an answer begins and is none."""
    if not payload.startswith(START):
        return []
    return [r for r in rtsp.parse(payload) if r.field in KEPT]


PROBE = Probe(
    name="rtsp_heard",
    impact=Impact.LISTEN,
    fields=KEPT,
    ports=frozenset(),
    packets=1,
    summary="Hears what cameras and recorders call themselves when they are watched (RTSP); no picture.",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("tcp-from", rtsp.PORT), ("tcp-from", OTHER_PORT)}),
)
