"""FTP: the greeting of a server (RFC 959, 4.2 and 5.4); probes/smtp.py reads its like.

    220 text CR LF      or, on several lines,      220-text CR LF ... 220 text CR LF

We say nothing: no USER, no login, not even QUIT. The greeting often names product and version.
"""

from __future__ import annotations

import re
from collections.abc import Generator

from probes.charset import guessed
from probes.model import Ask, Impact, ParseError, Probe, Reading, Reply, Target, Via, reading

PORT = 21
MOST_READS = 5
LONGEST_GREETING = 8192

_CODE = re.compile(rb"([1-5][0-5][0-9])(?:[ -]|\r?\n)")


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    greeting = yield from read_greeting(PORT)
    return [reading("ftp.banner", greeting_text(greeting))] if greeting else []


def read_greeting(port: int) -> Generator[Ask, tuple[Reply, ...], bytes]:
    """Waits for a reply of the server, to its last line; sends nothing. b"" if it stays silent."""
    greeting, wait = b"", 3.0
    for _ in range(MOST_READS):
        replies = yield Ask(Via.TCP, port, wait=wait, until=b"\n")
        greeting += b"".join(reply.payload for reply in replies)
        if not replies or ended(greeting) or len(greeting) > LONGEST_GREETING:
            break
        wait = 1.0
    return greeting


def ended(greeting: bytes) -> bool:
    """Whether the last line of the reply is there: its code with no hyphen, to the line's end."""
    code = _CODE.match(greeting)
    return bool(
        code
        and greeting.endswith(b"\n")
        and any(line.startswith(code[1]) and line[3:4] != b"-" for line in greeting.splitlines())
    )


def greeting_text(greeting: bytes) -> str:
    """The text of all whole lines, without their codes, joined by one space.

    Raises ParseError where the first line has no reply code or its end did not come: a version that
    was cut would be a wrong one.
    """
    code = _CODE.match(greeting)
    lines = [line for line in greeting.splitlines(keepends=True) if line.endswith(b"\n")]
    if not code or not lines:
        raise ParseError(f"no reply code, or no end of line, in {greeting[:40]!r}")
    texts = (line[4:] if line.startswith(code[1]) else line for line in lines)
    return " ".join(text for text in (guessed(t).strip() for t in texts) if text)


PROBE = Probe(
    name="ftp",
    impact=Impact.CONNECT,
    fields=frozenset({"ftp.banner"}),
    ports=frozenset({("tcp", PORT)}),
    packets=8,
    summary="reads the text with which an FTP server greets; says nothing, never logs in",
    talk=talk,
    suits=frozenset({"unknown", "printer", "network", "server", "storage"}),
    worth=3,
)
