"""SMTP (RFC 5321, 4.2) that others open: the greeting of a mail server.

Heard, never asked; read as probes/smtp.py reads it. Only the greeting is read (code 220, and not the same code before
TLS begins: RFC 3207, 4, whose text has an enhanced code). Senders, recipients and mail are not.
"""

from __future__ import annotations

from probes import smtp
from probes.ftp import LONGEST_GREETING, greeting_text
from probes.model import Impact, Probe, Reading, reading

STARTS = (b"220 ", b"220-")
READY_FOR_TLS = b"220 2.0.0"
SUBMISSION = 587


def hear(payload: bytes) -> list[Reading]:
    """One piece of a stream from a server. Raises ParseError where no line of the greeting is whole."""
    if not payload.startswith(STARTS) or payload.startswith(READY_FOR_TLS):
        return []
    return [reading("smtp.banner", greeting_text(payload[:LONGEST_GREETING]))]


PROBE = Probe(
    name="smtp_heard",
    impact=Impact.LISTEN,
    fields=smtp.PROBE.fields,
    ports=frozenset(),
    packets=1,
    summary="Hears mail servers greet those who connect to them; no sender, no recipient, no mail.",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("tcp-from", smtp.PORT), ("tcp-from", SUBMISSION)}),
)
