"""GE CARESCAPE and Unity networks: the time that the master node broadcasts, and where it stands.

Heard, never asked: nothing may ever be asked there. The central station that keeps the time broadcasts it to UDP
2000 at least once a day, in 64 bytes. Source: Vocera, "CARESCAPE Network Adapter Configuration Guide" (1.3),
"Understanding the CARESCAPE Network"; counted from 1: 7-10 the device's IPv4 address, 25-31 its unit,
32-37 its room (padded with NUL), 61-64 seconds since 1900. Of these, ward and room are places, not persons.
"""

from __future__ import annotations

from probes.charset import decoded
from probes.flow import is_host
from probes.model import Impact, ParseError, Probe, Reading, reading

PORT = 2000
LENGTH = 64
ADDRESS, UNIT, ROOM, TIME = slice(6, 10), slice(24, 31), slice(31, 37), slice(60, 64)
EARLIEST = 3_155_673_600
"""2000-01-01 in seconds since 1900: a device whose clock is earlier never had one, and then nothing is certain."""


def hear(message: bytes) -> list[Reading]:
    """One broadcast. Raises ParseError for whatever else uses this port."""
    if len(message) != LENGTH:
        raise ParseError(f"{len(message)} bytes and not {LENGTH}")
    address = ".".join(map(str, message[ADDRESS]))
    unit, room = _text(message[UNIT]), _text(message[ROOM])
    if not is_host(address) or int.from_bytes(message[TIME], "big") < EARLIEST or not unit.isprintable():
        raise ParseError("no address, no time or no name of a unit where they must be")
    found = [reading("ge_unity.address", address), reading("ge_unity.place", f"{unit}|{room}".strip("|"))]
    return [r for r in found if r.value]


def _text(octets: bytes) -> str:
    return decoded(octets.partition(b"\0")[0]).strip()


PROBE = Probe(
    name="ge_unity",
    impact=Impact.LISTEN,
    fields=frozenset({"ge_unity.address", "ge_unity.place"}),
    ports=frozenset(),
    packets=1,
    summary="Hears the central station of a GE CARESCAPE network keep the time, and its ward; no measurements.",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("udp", PORT)}),
)
