"""IKE (RFC 2408, 3; RFC 7296, 3): VPN gateways and clients as they name their software to each other.

Heard, never asked. The first messages of a tunnel are in clear, and in them each end lists Vendor IDs: fixed
byte strings that tell the maker and often the release. On port 4500 four zeros stand before a message of IKE (RFC 3948,
2.2); what begins otherwise is the tunnel itself. Nothing of keys or identities is read.
"""

from __future__ import annotations

from probes.cursor import Cursor
from probes.model import Impact, ParseError, Probe, Reading, reading

PORT, NAT_PORT = 500, 4500
NO_ESP = bytes(4)
HEADER = 28
VENDOR_V1, VENDOR_V2 = 13, 43
ENCRYPTED_V2 = 46
ENCRYPTED = 0x01
"""Flag of version 1; in version 2 what is encrypted is a payload of its own kind and not gone into."""
MOST_PAYLOADS = 40
LONGEST_ID = 64


def hear(message: bytes) -> list[Reading]:
    """One datagram. Raises ParseError."""
    if message.startswith(NO_ESP):
        message = message[4:]
    if len(message) < HEADER:
        return []  # a keep-alive, or the tunnel
    cursor = Cursor(message)
    cursor.skip(16)
    kind, version, _, flags = cursor.u8(), cursor.u8() >> 4, cursor.u8(), cursor.u8()
    cursor.skip(4)
    length = cursor.u32()
    if version not in (1, 2) or length < HEADER or length > len(message):
        return []  # the tunnel's own packets come on the same port
    found = [reading("ike.version", f"IKEv{version}")]
    if version == 1 and flags & ENCRYPTED:
        return found
    for _ in range(MOST_PAYLOADS):
        if not kind:
            break
        following = cursor.u8()
        cursor.skip(1)
        if (size := cursor.u16()) < 4:
            raise ParseError(f"an IKE payload of {size} bytes")
        body = cursor.take(size - 4)
        if kind == (VENDOR_V1 if version == 1 else VENDOR_V2) and body:
            found.append(reading("ike.vendor_id", body[:LONGEST_ID].hex()))
        if kind == ENCRYPTED_V2 and version == 2:
            break
        kind = following
    return list(dict.fromkeys(found))


PROBE = Probe(
    name="ike_heard",
    impact=Impact.LISTEN,
    fields=frozenset({"ike.version", "ike.vendor_id"}),
    ports=frozenset(),
    packets=1,
    summary="Hears VPN gateways and clients name their software as they build a tunnel (IKE Vendor IDs).",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("udp", PORT), ("udp", NAT_PORT)}),
)
