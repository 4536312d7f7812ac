"""IKE (RFC 2408, 3; RFC 7296, 3): VPN gateways and clients as they name their software to each other.

Heard, never asked. The first messages of a tunnel are in clear, and in them each end lists Vendor IDs: fixed
byte strings that tell the maker and often the release. On port 4500 four zeros stand before a message of IKE (RFC 3948,
2.2); what begins otherwise is the tunnel itself. Nothing of keys or identities is read. Taken apart as in probes/ike.py.
"""

from __future__ import annotations

from probes import ike
from probes.model import Impact, Probe, Reading, reading

NAT_PORT = 4500
NO_ESP = bytes(4)
VERSION_AT, LENGTH_AT = 17, slice(24, 28)
VERSIONS = (1, 2)


def hear(message: bytes) -> list[Reading]:
    """One datagram; [] for keep-alives and for the tunnel itself, which come on the same port. Raises ParseError."""
    message = message.removeprefix(NO_ESP)
    if len(message) < ike.HEADER or message[VERSION_AT] >> 4 not in VERSIONS:
        return []
    if not ike.HEADER <= int.from_bytes(message[LENGTH_AT], "big") <= len(message):
        return []
    found = ike.parse(message)
    return [reading("ike.version", found.version), *(reading("ike.vendor_id", n) for n in found.vendor_ids)]


PROBE = Probe(
    name="ike_heard",
    impact=Impact.LISTEN,
    fields=frozenset({"ike.version", "ike.vendor_id"}),
    ports=frozenset(),
    packets=1,
    summary="Hears VPN gateways and clients name their software as they build a tunnel (IKE Vendor IDs).",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("udp", ike.PORT), ("udp", NAT_PORT)}),
)
