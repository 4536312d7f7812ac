"""RTSP: one OPTIONS of the server as a whole (RFC 2326, 10.1): which software serves a camera's pictures?

    OPTIONS * RTSP/1.0      "*" asks of the server and of no stream, so no picture is described, set up or played

The answer names methods (Public) and often the software (Server); some cameras want a log-in even for this
and name themselves in its realm. OPTIONS changes nothing in the server's state (10.1) and carries no
credential. The connection is closed after the one answer; no session is ever begun.
"""

from __future__ import annotations

import re
from collections.abc import Generator

from probes import http
from probes.model import Ask, Impact, ParseError, Probe, Reading, Reply, Target, Via, reading

PORT = 554
NUMBER = 1
"""CSeq of the one request of a connection."""

_STATUS = re.compile(rb"RTSP/\d\.\d (?=\d{3}\b)")


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    replies = yield Ask(Via.TCP, PORT, request(), wait=3.0, until=b"\r\n\r\n")
    payload = b"".join(reply.payload for reply in replies)
    return parse(payload) if payload else []


def request() -> bytes:
    lines = ("OPTIONS * RTSP/1.0", f"CSeq: {NUMBER}", f"User-Agent: {http.AGENT}")
    return "\r\n".join((*lines, "", "")).encode("ascii")


def parse(payload: bytes) -> list[Reading]:
    """The readings of an answer. Raises ParseError where it is not RTSP.

    Status line and headers have HTTP's form (RFC 2326, 4.2 and 7.1), so HTTP's reader takes them apart.
    """
    if not _STATUS.match(payload):
        raise ParseError(f"no RTSP status line in {payload[:40]!r}")
    response = http.split(_STATUS.sub(b"HTTP/1.0 ", payload, count=1))
    said = [
        ("status", str(response.status)),
        ("server", response.first("server")),
        ("public", ", ".join(_methods(response.first("public")))),
        *(("realm", realm) for realm in http.realms(response.all("www-authenticate"))),
    ]
    readings = (reading(f"rtsp.{name}", value) for name, value in said)
    return [r for r in readings if r.value]


def _methods(public: str) -> list[str]:
    return [word for word in (part.strip().upper() for part in public.split(",")) if word]


PROBE = Probe(
    name="rtsp",
    impact=Impact.CONNECT,
    fields=frozenset({"rtsp.status", "rtsp.server", "rtsp.public", "rtsp.realm"}),
    ports=frozenset({("tcp", PORT)}),
    packets=14,  # a question with its answer 12; the server keeps the connection, so that we end it 2
    summary="asks a camera's stream server which methods it knows (OPTIONS); opens no stream, sees no picture",
    talk=talk,
    suits=frozenset({"unknown", "camera"}),
    worth=6,
)
