"""SSH (RFC 4253, 4.2) that others open: the line with which a server greets whoever connects.

Heard, never asked; read as probes/ssh.py reads it. Both ends say such a line, and only the port tells which is the server: of
what comes from port 22 the first piece is read. What follows is encrypted.
"""

from __future__ import annotations

from probes import ssh
from probes.model import Impact, Probe, Reading

START = b"SSH-"


def hear(payload: bytes) -> list[Reading]:
    """One piece of a stream from a server. Raises ParseError where it greets without protocol or software."""
    if not payload.startswith(START):
        return []
    return ssh.parse(payload[: ssh.LONGEST_GREETING].partition(b"\n")[0] + b"\n" * (b"\n" in payload))


PROBE = Probe(
    name="ssh_heard",
    impact=Impact.LISTEN,
    fields=ssh.PROBE.fields,
    ports=frozenset(),
    packets=1,
    summary="Hears SSH servers greet those who connect to them: product, version, system.",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("tcp-from", ssh.PORT)}),
)
