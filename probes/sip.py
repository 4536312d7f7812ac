"""SIP: one OPTIONS over UDP (RFC 3261, 11): which software is this telephone, gateway or exchange?

OPTIONS asks for capabilities. It makes no dialog, rings nothing and is never shown to a person (11.2).
`Max-Forwards: 0` keeps it at the host that is asked: a proxy answers for itself or says 483, and passes
nothing on (16.3, 11). `From` is the anonymous URI (RFC 3323, 4.1.1.3), `rport` brings the answer back to the
port that asked (RFC 3581). Request and answer are one datagram each: there is no ACK to an OPTIONS (17.1.2).

Server, User-Agent, Allow and the status are read. Contact, To, From and the body are not: they can hold
extensions and names of persons.
"""

from __future__ import annotations

import re
from collections.abc import Generator
from dataclasses import dataclass

from probes import http
from probes.charset import guessed
from probes.model import Ask, Impact, ParseError, Probe, Reading, Reply, Target, Via, reading

PORT = 5060
WAIT = 2.0
MOST_LINES = 100
COOKIE = "z9hG4bK"
"""With which every branch begins (RFC 3261, 8.1.1.7)."""

COMPACT = {"i": "call-id", "v": "via"}
"""Short forms of the headers that are read (RFC 3261, 7.3.3)."""

_STATUS = re.compile(rb"SIP/2\.0 ([1-6]\d\d)(?: [^\r\n]*)?\r?\n")
_HEADER = re.compile(rb"([!%*_+`'~.0-9A-Za-z-]+)[ \t]*:(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Response:
    """headers: names in lower case and in their long form; of a repeated header all values, joined by commas."""

    status: int
    headers: dict[str, str]

    def first(self, name: str) -> str:
        return self.headers.get(name, "")


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    replies = yield Ask(Via.UDP, PORT, request(target), WAIT)
    return [r for reply in replies for r in _readings(parse(reply.payload), target)]


def request(target: Target) -> bytes:
    """OPTIONS with the headers that every request needs (RFC 3261, 8.1.1). The sender is nobody, at no name."""
    host = f"[{target.host}]" if ":" in target.host else target.host
    lines = (
        f"OPTIONS sip:{host} SIP/2.0",
        f"Via: SIP/2.0/UDP daicho.invalid;branch={COOKIE}{target.nonce:08x};rport",
        "Max-Forwards: 0",
        f"From: <sip:anonymous@anonymous.invalid>;tag={target.nonce:08x}",
        f"To: <sip:{host}>",
        f"Call-ID: {call_id(target)}",
        "CSeq: 1 OPTIONS",
        "Accept: application/sdp",
        f"User-Agent: {http.AGENT}",
        "Content-Length: 0",
    )
    return "\r\n".join((*lines, "", "")).encode("ascii")


def call_id(target: Target) -> str:
    return f"{target.nonce:08x}@daicho.invalid"


def parse(message: bytes) -> Response:
    """Status line and headers of a response (RFC 3261, 7.2 and 7.3). Raises ParseError.

    A folded line belongs to the one before it; a line whose end did not come is left out.
    """
    status = _STATUS.match(message)
    if not status:
        raise ParseError(f"no SIP status line in {message[:40]!r}")
    headers: list[tuple[str, bytes]] = []
    for raw in message[status.end() :].split(b"\n")[:-1][:MOST_LINES]:
        line = raw.rstrip(b"\r")
        if not line:
            break
        if line[:1] in b" \t" and headers:
            name, value = headers.pop()
            headers.append((name, value + b" " + line.strip()))
        elif found := _HEADER.fullmatch(line):
            name = found[1].decode("ascii").lower()
            headers.append((COMPACT.get(name, name), found[2].strip()))
    joined: dict[str, str] = {}
    for name, value in headers:
        joined[name] = ", ".join(filter(None, (joined.get(name, ""), guessed(value))))
    return Response(int(status[1]), joined)


def _readings(response: Response, target: Target) -> list[Reading]:
    if response.first("call-id") != call_id(target):  # somebody else's answer
        return []
    methods = (part.strip().upper() for part in response.first("allow").split(","))
    found = [
        reading("sip.status", str(response.status)),
        reading("sip.server", response.first("server")),
        reading("sip.user_agent", response.first("user-agent")),
        reading("sip.allow", ", ".join(method for method in methods if method)),
    ]
    return [r for r in found if r.value]


PROBE = Probe(
    name="sip",
    impact=Impact.DATAGRAM,
    fields=frozenset({"sip.status", "sip.server", "sip.user_agent", "sip.allow"}),
    ports=frozenset({("udp", PORT)}),
    packets=3,  # the question; "port unreachable" to an answer too late, and to one more
    summary="asks a telephone or exchange for its capabilities (SIP OPTIONS); rings nothing, calls nobody",
    talk=talk,
    suits=frozenset({"unknown", "phone", "network"}),
    worth=4,
)
