"""Ubiquiti's discovery: access points, bridges and gateways of this maker introduce themselves.

Heard, never asked: a device that waits for its controller announces itself to UDP 10001, and answers whoever asks
there. Source: the form as Wireshark and nmap's ubiquiti-discovery document it: version, command, length (u16), then type
(u8), length (u16) and value each. A question is the head alone and tells nothing.
"""

from __future__ import annotations

from probes.charset import decoded
from probes.cursor import Cursor
from probes.flow import is_host, is_unicast_mac
from probes.model import Impact, ParseError, Probe, Reading, reading

PORT = 10001
VERSIONS = (1, 2)
MAC, MAC_AND_ADDRESS = 1, 2
TEXTS = {
    3: "ubnt.firmware",
    0x0B: "ubnt.name",
    0x0C: "ubnt.platform",
    0x14: "ubnt.model",
    0x15: "ubnt.model",
    0x16: "ubnt.version",
}
MOST_TLVS = 64


def hear(message: bytes) -> list[Reading]:
    """One datagram. Raises ParseError."""
    cursor = Cursor(message)
    version, _ = cursor.u8(), cursor.u8()
    if version not in VERSIONS:
        raise ParseError(f"discovery version {version}")
    body = Cursor(cursor.take(cursor.u16()))
    found: list[Reading] = []
    for _ in range(MOST_TLVS):
        if not body.left:
            break
        kind, value = body.u8(), body.take(body.u16())
        if (
            kind in (MAC, MAC_AND_ADDRESS)
            and len(value) in (6, 10)
            and is_unicast_mac(mac := value[:6].hex(":"))
        ):
            found.append(reading("ubnt.mac", mac))
            if len(value) == 10 and is_host(address := ".".join(map(str, value[6:]))):
                found.append(reading("ubnt.address", address))
        elif kind in TEXTS:
            found.append(reading(TEXTS[kind], decoded(value.rstrip(b"\0"))))
    return [r for r in dict.fromkeys(found) if r.value]


PROBE = Probe(
    name="ubnt",
    impact=Impact.LISTEN,
    fields=frozenset({"ubnt.mac", "ubnt.address", *TEXTS.values()}),
    ports=frozenset(),
    packets=1,
    summary="Hears Ubiquiti's access points and gateways tell name, model and firmware.",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("udp", PORT)}),
)
