"""SMTP: the greeting of a server (RFC 5321, 3.1 and 4.2), which has the form of FTP's.

We say nothing: no EHLO, no sender, no recipient; nothing can be mailed and no address is asked about.
The greeting holds the server's own host name, and often its product.
"""

from __future__ import annotations

from collections.abc import Generator

from probes.ftp import greeting_text, read_greeting
from probes.model import Ask, Impact, Probe, Reading, Reply, Target, reading

PORT = 25


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    greeting = yield from read_greeting(PORT)
    return [reading("smtp.banner", greeting_text(greeting))] if greeting else []


PROBE = Probe(
    name="smtp",
    impact=Impact.CONNECT,
    fields=frozenset({"smtp.banner"}),
    ports=frozenset({("tcp", PORT)}),
    packets=8,
    summary="reads the text with which a mail server greets; says nothing",
    talk=talk,
    suits=frozenset({"server"}),
    worth=4,
)
