"""IMAP: the greeting of a mail server (RFC 9051, 7.1): `* OK [response code] text CR LF`.

We say nothing: no LOGIN, no CAPABILITY, not even LOGOUT. The greeting often names product and version.
"""

from __future__ import annotations

import re
from collections.abc import Generator

from probes.charset import guessed
from probes.model import Ask, Impact, ParseError, Probe, Reading, Reply, Target, Via, reading

PORT = 143
LONGEST_LINE = 8192
"""What RFC 7162, 4 advises for a line; a greeting that lists capabilities has some hundred bytes."""

_STATUS = re.compile(rb"\* (?:OK|PREAUTH|BYE) ", re.IGNORECASE)


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    replies = yield Ask(Via.TCP, PORT, wait=3.0, until=b"\n")
    greeting = b"".join(reply.payload for reply in replies)
    return [reading("imap.banner", greeting_text(greeting))] if greeting else []


def greeting_text(greeting: bytes) -> str:
    """What follows the status on the first line. Raises ParseError where there is none, or the line has no end: a
    version that was cut would be a wrong one."""
    line, end, _ = greeting[:LONGEST_LINE].partition(b"\n")
    status = _STATUS.match(line)
    if not status or not end:
        raise ParseError(f"no status of IMAP, or no end of line, in {greeting[:40]!r}")
    return guessed(line[status.end() :]).strip()


PROBE = Probe(
    name="imap",
    impact=Impact.CONNECT,
    fields=frozenset({"imap.banner"}),
    ports=frozenset({("tcp", PORT)}),
    packets=8,
    summary="reads the text with which an IMAP server greets; says nothing, never logs in",
    talk=talk,
    suits=frozenset({"server"}),
    worth=2,
)
