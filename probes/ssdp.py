"""SSDP (UPnP Device Architecture 2.0, 1.1 to 1.3): printers, cameras, players and gateways say what they are.

Heard: NOTIFY goes to 239.255.255.250:1900 every few minutes, answers to somebody's search pass by. SERVER
tells operating system and product with versions, USN the device's uuid; a search tells what program searched.
A "byebye" is as good as an "alive" here. The LOCATION is kept as text; probes/upnp.py may go there.

Asked: one search (1.3.2) to a whole network, for upnp:rootdevice. Each device answers that once; to ssdp:all it
would send a message for every device and service inside it, twenty for a home router, and none of them tells
more of the box than its description does. Answers are spread over two seconds (MX). Benign: Windows, television
sets and telephones search so all day, and what answers was built for it. The four lines are those of UPnP 1.0,
which all later devices must understand: no parser meets a header here that it never met before.
"""

from __future__ import annotations

import re
from collections.abc import Generator

from probes.charset import decoded
from probes.model import Ask, Impact, ParseError, Probe, Reading, Reply, Target, Via, reading
from probes.segment import readings_of

GROUP, PORT = "239.255.255.250", 1900
MOST_DELAY = 2
"""MX: seconds within which a device chooses the moment of its answer."""
SEARCH = (
    f'M-SEARCH * HTTP/1.1\r\nHOST: {GROUP}:{PORT}\r\nMAN: "ssdp:discover"\r\n'
    f"MX: {MOST_DELAY}\r\nST: upnp:rootdevice\r\n\r\n"
).encode("ascii")
STARTS = (b"NOTIFY ", b"M-SEARCH ", b"HTTP/1.")
LONGEST_HEAD = 4096
MOST_LINES = 40
LONGEST_VALUE = 300
UUID = re.compile(r"uuid:([0-9A-Za-z_.-]{8,64})")


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    """Readings of everyone who answers; Reading.host is always set."""
    replies = yield Ask(Via.MULTICAST, PORT, SEARCH, MOST_DELAY + 1.0, group=GROUP)
    return readings_of(replies, _read)


def hear(message: bytes) -> list[Reading]:
    """One message that nobody asked for. Raises ParseError."""
    return _read(message, "")


def _read(message: bytes, peer: str) -> list[Reading]:
    """What a message says of its sender, `peer` ("": whom only the driver knows)."""
    if not message.startswith(STARTS):
        raise ParseError("neither NOTIFY, M-SEARCH nor an answer")
    head = re.split(rb"\r?\n\r?\n", message[:LONGEST_HEAD], maxsplit=1)[0]
    headers: dict[str, str] = {}
    for line in head.split(b"\n")[1:MOST_LINES]:
        name, colon, value = line.partition(b":")
        if colon:
            headers.setdefault(name.strip().decode("latin-1").lower(), decoded(value.strip())[:LONGEST_VALUE])
    if message.startswith(b"M-SEARCH "):
        said = [("ssdp.user_agent", headers.get("user-agent", ""))]
    else:
        found = UUID.search(headers.get("usn", ""))
        said = [
            ("ssdp.server", headers.get("server", "")),
            ("ssdp.type", headers.get("nt", "") or headers.get("st", "")),
            ("ssdp.uuid", found[1] if found else ""),
            ("ssdp.location", headers.get("location", "")),
        ]
    readings = (reading(name, value, peer) for name, value in said)
    return [r for r in readings if r.value and not (r.field == "ssdp.type" and r.value.startswith("uuid:"))]


PROBE = Probe(
    name="ssdp",
    impact=Impact.DATAGRAM,
    fields=frozenset({"ssdp.server", "ssdp.type", "ssdp.uuid", "ssdp.location", "ssdp.user_agent"}),
    ports=frozenset({("udp", PORT)}),
    packets=3,  # none asked of it alone: the kernel's answer to its ARP, "port unreachable" to two late answers
    summary="Searches the link once for UPnP devices, and hears them announce themselves: system, product, kind.",
    talk=talk,
    hear=hear,
    suits=frozenset({"segment"}),
    heard_on=frozenset({("udp", PORT)}),
)
