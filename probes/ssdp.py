"""SSDP (UPnP Device Architecture 2.0, 1.1 to 1.3): printers, cameras, players and gateways announce themselves.

Heard, never asked: NOTIFY goes to 239.255.255.250:1900 every few minutes, answers to somebody's search pass by.
SERVER tells operating system and product with versions, USN the device's uuid; a search tells what program
searched. A "byebye" is as good as an "alive" here. The LOCATION is kept as text and never fetched.
"""

from __future__ import annotations

import re

from probes.charset import decoded
from probes.model import Impact, ParseError, Probe, Reading, reading

PORT = 1900
STARTS = (b"NOTIFY ", b"M-SEARCH ", b"HTTP/1.")
LONGEST_HEAD = 4096
MOST_LINES = 40
LONGEST_VALUE = 300
UUID = re.compile(r"uuid:([0-9A-Za-z_.-]{8,64})")


def hear(message: bytes) -> list[Reading]:
    """One message. Raises ParseError."""
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
    readings = (reading(name, value) for name, value in said)
    return [r for r in readings if r.value and not (r.field == "ssdp.type" and r.value.startswith("uuid:"))]


PROBE = Probe(
    name="ssdp",
    impact=Impact.LISTEN,
    fields=frozenset({"ssdp.server", "ssdp.type", "ssdp.uuid", "ssdp.location", "ssdp.user_agent"}),
    ports=frozenset(),
    packets=1,
    summary="Hears UPnP devices announce themselves: system, product, kind of device (SSDP).",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("udp", PORT)}),
)
