"""FTP (RFC 959, 4.2) that others open: the greeting of a server.

Heard, never asked; read as probes/ftp.py reads it. Only a reply with code 220 is one: whoever logs in, and which files
are asked for, stands in other replies and in what the client sends, and is not read.
"""

from __future__ import annotations

from probes import ftp
from probes.model import Impact, Probe, Reading, reading

STARTS = (b"220 ", b"220-")


def hear(payload: bytes) -> list[Reading]:
    """One piece of a stream from a server. Raises ParseError where no line of the greeting is whole."""
    if not payload.startswith(STARTS):
        return []
    return [reading("ftp.banner", ftp.greeting_text(payload[: ftp.LONGEST_GREETING]))]


PROBE = Probe(
    name="ftp_heard",
    impact=Impact.LISTEN,
    fields=ftp.PROBE.fields,
    ports=frozenset(),
    packets=1,
    summary="Hears FTP servers greet those who connect to them; no user, no file.",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("tcp-from", ftp.PORT)}),
)
