"""POP3: the greeting of a mail server (RFC 1939, 4): `+OK text CR LF`.

We say nothing: no USER, no APOP, not even QUIT. The greeting often names product and version. A time stamp for
APOP (RFC 1939, 7) may stand in it; it opens nothing without the password that it is hashed with.
"""

from __future__ import annotations

import re
from collections.abc import Generator

from probes.charset import guessed
from probes.model import Ask, Impact, ParseError, Probe, Reading, Reply, Target, Via, reading

PORT = 110
LONGEST_LINE = 512
"""Of a response, its end included (RFC 2449, 4)."""

_STATUS = re.compile(rb"(?:\+OK|-ERR)(?: |\r?\n)")


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    replies = yield Ask(Via.TCP, PORT, wait=3.0, until=b"\n")
    greeting = b"".join(reply.payload for reply in replies)
    return [reading("pop3.banner", greeting_text(greeting))] if greeting else []


def greeting_text(greeting: bytes) -> str:
    """What follows the status on the first line. Raises ParseError where there is none, or the line has no end: a
    version that was cut would be a wrong one."""
    line, end, _ = greeting[:LONGEST_LINE].partition(b"\n")
    status = _STATUS.match(line + end)
    if not status or not end:
        raise ParseError(f"no status of POP3, or no end of line, in {greeting[:40]!r}")
    return guessed(line[status.end() :]).strip()


PROBE = Probe(
    name="pop3",
    impact=Impact.CONNECT,
    fields=frozenset({"pop3.banner"}),
    ports=frozenset({("tcp", PORT)}),
    packets=8,
    summary="reads the text with which a POP3 server greets; says nothing, never logs in",
    talk=talk,
    suits=frozenset({"server"}),
    worth=2,
)
