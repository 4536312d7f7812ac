"""VNC: the twelve bytes with which an RFB server greets (RFC 6143, 7.1.1): is the screen on offer, and whose software?

    RFB 003.008 LF        the server says the highest version that it speaks, before the client says anything

We say nothing and close: no version, no security type, no password, no picture. The numbers beyond 003.008 are
makers' own: Apple's sharing says 003.888 or 003.889, RealVNC 004.001 or 005.000, an UltraVNC repeater
000.000. A log-in is never begun, so none fails. Some servers count callers that do not log in and shut an address
out after five of them for some seconds (TigerVNC, BlacklistThreshold): we call once a run.

Asked at 5900 (IANA: rfb), and besides at one port of 5901 to 5906 that the host itself announced or that passing
traffic showed: where 5900 belongs to a second screen or to nobody.
"""

from __future__ import annotations

import re
from collections.abc import Generator

from probes.model import Ask, Impact, ParseError, Probe, Reading, Reply, Target, Via, reading

PORT = 5900
OTHER_PORTS = range(5901, 5907)
LONGEST_GREETING = 64

_GREETING = re.compile(rb"RFB (\d{3}\.\d{3})\n")


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    for port in ports(target):
        replies = yield Ask(Via.TCP, port, wait=3.0, until=b"\n")
        greeting = b"".join(reply.payload for reply in replies)
        if greeting:
            return [reading("vnc.version", parse(greeting)), reading("vnc.port", f"tcp/{port}")]
    return []


def ports(target: Target) -> list[int]:
    """5900, then at most one other that is known of the host."""
    return [PORT, *sorted(n for how, n in target.ports if how == "tcp" and n in OTHER_PORTS)[:1]]


def parse(greeting: bytes) -> str:
    """The version of a ProtocolVersion message, as "003.008". Raises ParseError.

    Some servers send the next message with it or say why they refuse: what comes after is not read.
    """
    found = _GREETING.match(greeting)
    if not found:
        raise ParseError(f"no RFB version in {greeting[:LONGEST_GREETING]!r}")
    return found[1].decode("ascii")


PROBE = Probe(
    name="vnc",
    impact=Impact.CONNECT,
    fields=frozenset({"vnc.version", "vnc.port"}),
    ports=frozenset({("tcp", PORT), ("tcp", 0)}),
    packets=10,  # one greeting 8; 5900 closed before it 2
    summary="reads the twelve bytes with which a VNC server greets; says nothing, sees no screen",
    talk=talk,
    suits=frozenset({"unknown", "terminal", "server", "medical", "building", "other"}),
    ways_in=True,
)
