"""Spanning tree (IEEE 802.1D, 802.1Q; RSTP, MSTP): which switch this link hangs on, and which is the root.

Heard, never asked: the designated port of each segment says so every two seconds. The bridge's identifier
holds its base MAC, which is not the port's that the frame comes from. A topology change tells nothing.
"""

from __future__ import annotations

from probes.cursor import Cursor
from probes.model import Impact, ParseError, Probe, Reading, reading

SSAP = 0x42
PER_VLAN = 0x010B
"""Cisco's protocol number for the same message, sent once for each VLAN (PVST+)."""
CONFIGURATION, RAPID, CHANGE = 0x00, 0x02, 0x80
VERSIONS = {0: "STP", 2: "RSTP", 3: "MSTP", 4: "SPT"}
MULTIPLE = 3


def hear(message: bytes) -> list[Reading]:
    """One BPDU. Raises ParseError."""
    cursor = Cursor(message)
    cursor.expect(b"\0\0", "the protocol identifier of spanning tree")
    version, kind = cursor.u8(), cursor.u8()
    if kind == CHANGE:
        return []
    if kind not in (CONFIGURATION, RAPID) or version not in VERSIONS:
        raise ParseError(f"a BPDU of version {version} and type {kind:#04x}")
    cursor.skip(1)
    root = _bridge(cursor)
    cursor.skip(4)
    bridge, port = _bridge(cursor), cursor.u16() & 0x0FFF
    if (
        version == MULTIPLE and len(message) >= 101
    ):  # in MSTP this is the region's root; the bridge's own comes later
        own = Cursor(message[93:101])
        bridge = _bridge(own)
    return [
        reading("stp.version", VERSIONS[version]),
        reading("stp.bridge", bridge),
        reading("stp.root", root),
        reading("stp.port", str(port)),
    ]


def _bridge(cursor: Cursor) -> str:
    """Priority and system id (u16), MAC."""
    cursor.skip(2)
    return cursor.take(6).hex(":")


PROBE = Probe(
    name="stp",
    impact=Impact.LISTEN,
    fields=frozenset({"stp.version", "stp.bridge", "stp.root", "stp.port"}),
    ports=frozenset(),
    packets=1,
    summary="Hears which switch a link hangs on, by port, and which is the root (spanning tree).",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("llc", SSAP), ("snap", PER_VLAN)}),
)
