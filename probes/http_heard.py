"""HTTP/1 (RFC 9110, RFC 9112) that others speak: what a server and what a program calls itself.

Heard, never asked, on any port. Read are two headers alone: Server of an answer and User-Agent of a request.
Neither address, nor cookie, nor form, nor body: these may be a patient's. What came through a proxy (Via,
X-Cache) is another's word and not read. A piece of a stream that begins otherwise is no beginning.
"""

from __future__ import annotations

import re

from probes.charset import decoded
from probes.model import Impact, Probe, Reading, reading

ANSWER = re.compile(rb"HTTP/1\.[01] [1-5][0-9][0-9][ \r]")
REQUEST = re.compile(
    rb"(?:GET|POST|HEAD|PUT|OPTIONS|PROPFIND|DELETE|SUBSCRIBE|CONNECT) [!-~]{1,8000} HTTP/1\.[01]\r\n"
)
LONGEST_HEAD = 8192
MOST_LINES = 64
LONGEST_VALUE = 300
FORWARDED = frozenset({b"via", b"x-cache", b"x-forwarded-for", b"forwarded"})


def hear(payload: bytes) -> list[Reading]:
    """One piece of a stream."""
    if ANSWER.match(payload):
        name, wanted = "http.server", b"server"
    elif REQUEST.match(payload):
        name, wanted = "http.user_agent", b"user-agent"
    else:
        return []
    value = b""
    head = payload[:LONGEST_HEAD].partition(b"\r\n\r\n")[0]
    lines = head.split(b"\r\n")
    if b"\r\n\r\n" not in payload[:LONGEST_HEAD]:
        lines = lines[:-1]  # the last may go on in the next piece
    for line in lines[1:MOST_LINES]:
        key, colon, text = line.partition(b":")
        key = key.lower()
        if key in FORWARDED:
            return []
        if colon and key == wanted and not value:
            value = text.strip()
    found = reading(name, decoded(value)[:LONGEST_VALUE])
    return [found] if found.value else []


PROBE = Probe(
    name="http_heard",
    impact=Impact.LISTEN,
    fields=frozenset({"http.server", "http.user_agent"}),
    ports=frozenset(),
    packets=1,
    summary="Hears what web servers and programs call themselves (HTTP: Server and User-Agent alone).",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("tcp", 0)}),
)
