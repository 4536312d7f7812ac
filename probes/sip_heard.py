"""SIP (RFC 3261): what telephones and exchanges call themselves.

Heard, never asked. Of a message only User-Agent and Server are read (RFC 3261, 20.35 and 20.41): product and
release. Who calls whom stands in the other lines, and is nobody's business here.

Proxies pass messages on and leave these lines as they are. A request with one Via comes from its sender itself; of
answers only those to REGISTER and OPTIONS are read, which the exchange gives by itself. All else is another's word.
"""

from __future__ import annotations

import re

from probes.charset import decoded
from probes.model import Impact, Probe, Reading, reading

PORT = 5060
START = re.compile(
    rb"(?:(?:REGISTER|INVITE|OPTIONS|NOTIFY|SUBSCRIBE|ACK|BYE|PUBLISH|MESSAGE|INFO|UPDATE|PRACK) [!-~]{1,512} "
    rb"SIP/2\.0|SIP/2\.0 [1-6]\d\d [^\r\n]{0,128})\r?\n"
)
LONGEST_HEAD = 8192
MOST_LINES = 80
LONGEST_VALUE = 200
VIA = frozenset({b"via", b"v"})
OWN_ANSWERS = (b"REGISTER", b"OPTIONS")
WANTED = {b"user-agent": "sip.user_agent", b"server": "sip.server"}


def hear(message: bytes) -> list[Reading]:
    """One datagram, or one piece of a stream. A keep-alive or what else uses the port is not read."""
    begun = START.match(message)
    if not begun:
        return []
    head = re.split(rb"\r?\n\r?\n", message[begun.end() : LONGEST_HEAD], maxsplit=1)[0]
    found: dict[str, str] = {}
    hops, method = 0, b""
    for line in head.split(b"\n")[:MOST_LINES]:
        name, _, value = line.partition(b":")
        key = name.strip().lower()
        if key in VIA:
            hops += 1 + value.count(b",")
        elif key == b"cseq":
            method = value.strip().rpartition(b" ")[2]
        elif key in WANTED:
            found.setdefault(WANTED[key], decoded(value.strip())[:LONGEST_VALUE])
    is_answer = message.startswith(b"SIP/2.0 ")
    if hops != 1 or (is_answer and method not in OWN_ANSWERS):
        return []
    return [r for name, value in found.items() if (r := reading(name, value)).value]


PROBE = Probe(
    name="sip_heard",
    impact=Impact.LISTEN,
    fields=frozenset(WANTED.values()),
    ports=frozenset(),
    packets=1,
    summary="Hears what telephones and exchanges call themselves (SIP: User-Agent and Server alone).",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("udp", PORT), ("tcp", 0)}),
)
