"""TLS (RFC 8446, 4.1.2; RFC 6066, 3): by which name a client asks for its server.

Heard, never asked: the first message of a handshake carries the name in clear. A host that asks for the relays
of a remote-support product, or for its maker's service, has it; which product that is stands in
probes/remote_names.py. Nothing else of the handshake is kept. A
hello that goes on in another packet is read as far as it came.
"""

from __future__ import annotations

import re

from probes.cursor import Cursor
from probes.model import Impact, ParseError, Probe, Reading, reading
from probes.remote_names import product_of

HANDSHAKE, CLIENT_HELLO = 22, 1
SERVER_NAME, HOST_NAME = 0, 0
MOST_EXTENSIONS = 64
HOST = re.compile(rb"(?=.{1,253}\Z)[A-Za-z0-9_-]{1,63}(?:\.[A-Za-z0-9_-]{1,63})+\.?")


def hear(payload: bytes) -> list[Reading]:
    """One piece of a stream. Raises ParseError where a hello begins and contradicts itself."""
    if len(payload) < 6 or payload[0] != HANDSHAKE or payload[1] != 3 or payload[5] != CLIENT_HELLO:
        return []
    cursor = Cursor(payload)
    cursor.skip(5 + 4 + 2 + 32)
    cursor.skip(cursor.u8())
    cursor.skip(cursor.u16())
    cursor.skip(cursor.u8())
    if cursor.left < 2:
        return []
    cursor.skip(2)
    for _ in range(MOST_EXTENSIONS):
        if cursor.left < 4:
            break
        kind, size = cursor.u16(), cursor.u16()
        if kind == SERVER_NAME:
            return _name(Cursor(cursor.take(size)))
        if size > cursor.left:
            break
        cursor.skip(size)
    return []


def _name(extension: Cursor) -> list[Reading]:
    """A list of names, of which there is only one kind (RFC 6066, 3)."""
    if not extension.left:
        return []
    extension.skip(2)
    if extension.u8() != HOST_NAME:
        return []
    name = extension.take(extension.u16())
    if not HOST.fullmatch(name):
        raise ParseError("a server name that is no host name")
    asked = name.decode("ascii").lower().rstrip(".")
    found = [reading("tls.asks_for", asked)]
    if product := product_of(asked):
        found.append(reading("tls.remote", f"{product}: {asked}"))
    return found


PROBE = Probe(
    name="tls_heard",
    impact=Impact.LISTEN,
    fields=frozenset({"tls.asks_for", "tls.remote"}),
    ports=frozenset(),
    packets=1,
    summary="Hears for which servers clients ask when they begin TLS: remote support, makers' services.",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("tcp", 0)}),
)
