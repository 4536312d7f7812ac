"""Remote control programs that greet: what stands at their own ports says, unasked, what it is.

    5938  TeamViewer     17 24 0A 20 00 ...      the head of its packets; it listens where LAN connections are on
    6783  Splashtop      SRS:Ready 00 ...        the streamer; LAN connections are on as it comes
    4000  NoMachine      NXD-7.10.1 ...          its daemon

No standard describes them: the ports are the makers' own, the greetings what their programs are publicly known
to send (nmap's service probes note all three). We connect, read what comes within two seconds and close.
Nothing is sent, so nothing can be started, seen or steered. Other remote control programs wait for the
caller to speak first; those are left to what passing traffic shows (flow, tls_heard).

Three ports only, each the standing default of a product that opens a door past the firewall; the first
that answers ends it.
"""

from __future__ import annotations

import re
from collections.abc import Generator

from probes.model import Ask, Impact, ParseError, Probe, Reading, Reply, Target, Via, reading

WAIT = 2.0

DOORS = (
    ("TeamViewer", 5938, b"\x17\x24\x0a\x20\x00", re.compile(rb"\x17\x24\x0a\x20\x00()")),
    ("Splashtop", 6783, b"SRS:Ready", re.compile(rb"SRS:Ready()")),
    ("NoMachine", 4000, b"\n", re.compile(rb"NXD-(\d{1,3}(?:\.\d{1,3}){0,3})?")),
)
"""(product, its port, what ends the reading, its greeting: the group is a version or empty)."""


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    for _, port, until, _ in DOORS:
        replies = yield Ask(Via.TCP, port, wait=WAIT, until=until)
        greeting = b"".join(reply.payload for reply in replies)
        if greeting:
            return [reading("remote_greeting.product", parse(greeting, port))]
    return []


def parse(greeting: bytes, port: int) -> str:
    """The product that greets so at this port, with its version where it says one. Raises ParseError."""
    for product, own, _, form in DOORS:
        found = form.match(greeting) if own == port else None
        if found:
            return f"{product} {(found[1] or b'').decode('ascii')}".strip()
    raise ParseError(f"no greeting that is known of port {port}: {greeting[:40]!r}")


PROBE = Probe(
    name="remote_greeting",
    impact=Impact.CONNECT,
    fields=frozenset({"remote_greeting.product"}),
    ports=frozenset(("tcp", port) for _, port, _, _ in DOORS),
    packets=18,  # two that are open and say nothing 5 each, then one that greets 8
    summary="reads what TeamViewer, Splashtop or NoMachine says unasked at its own port; says nothing",
    talk=talk,
    suits=frozenset({"unknown", "terminal", "server", "medical"}),
    worth=1,
    ways_in=True,
)
