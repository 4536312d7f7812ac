"""One lease as evidence, whichever DHCP server told of it.

A lease that runs says that its MAC had its address when it was last granted. One that ran out, was given back
or was never taken up says that this MAC was here until then and no longer: it becomes `lease.ended` of the MAC, dated
with its end, and such a reading alone makes no device (role `past` of agent/vocabulary.py). So a ledger row can be
told "last seen at", and an address is not taken for one that is in use.

An account of a lease may hold persons' words (descriptions, user contexts): these are not kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from agent import oui
from agent.handed_over.rows import Row, host_address, is_group, is_link_local, readings
from probes.flow import is_host

RUNS, ENDED, NOBODY = "runs", "ended", "nobody"
NOBODYS = "addresses that nobody holds (free, reserved, declined or in dispute)"
WITHOUT_MAC = "leases that name no MAC"
LAST_SECOND = 4_102_444_800
"""1 January 2100: ends beyond it mean never."""


@dataclass(frozen=True, slots=True)
class Lease:
    """line: where it stands.  ip, mac: as written.  granted, ends: seconds since 1970, None where not told.

    state: RUNS, ENDED or NOBODY.  said: how the server calls that state.
    """

    line: int
    ip: str
    mac: str
    state: str = RUNS
    said: str = ""
    granted: float | None = None
    ends: float | None = None
    hostname: str = ""
    vendor_class: str = ""
    client_id: str = ""


def lease_row(lease: Lease) -> Row:
    """Raises ValueError where address or MAC are none."""
    ip, mac = host_address(lease.ip), oui.canonical(lease.mac)
    if lease.state == NOBODY:
        return Row(lease.line, why_not=NOBODYS)
    if not mac:
        if lease.mac:
            raise ValueError(f"{lease.mac!r} is no MAC")
        return Row(lease.line, why_not=WITHOUT_MAC)
    if not is_host(ip) or is_link_local(ip) or is_group(mac):
        return Row(lease.line, why_not=NOBODYS)
    if lease.state == ENDED:
        ended = lease.ends if lease.ends is not None else lease.granted
        text = " ".join(
            filter(None, (ip, f"until {_iso(ended)}" if ended is not None else "", lease.hostname))
        )
        return Row(lease.line, readings("lease", [("lease.ended", text)], mac), ended, about=ip)
    said = (
        ("lease.mac", mac),
        ("lease.hostname", lease.hostname),
        ("lease.vendor_class", lease.vendor_class),
        ("lease.client_id", lease.client_id),
        ("lease.state", lease.said),
    )
    return Row(lease.line, readings("lease", said, ip), lease.granted, lease.ends)


def _iso(at: float) -> str:
    return datetime.fromtimestamp(max(0.0, min(at, LAST_SECOND)), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def readable_id(octets: bytes) -> str:
    """A client identifier that a person could have written; MACs and DUIDs say nothing new (RFC 2132, 9.14)."""
    text = octets[1:] if octets[:1] == b"\0" else octets
    plain = 4 <= len(text) <= 64 and all(0x20 <= c < 0x7F for c in text)
    return text.decode("ascii") if plain else ""


def mac_in_duid(octets: bytes) -> str:
    """The MAC inside a DUID of type 1 or 3 over Ethernet (RFC 8415, 11.2 and 11.4), or ""."""
    if octets[:4] == bytes.fromhex("00010001") and len(octets) == 14:
        return octets[8:].hex(":")
    if octets[:4] == bytes.fromhex("00030001") and len(octets) == 10:
        return octets[4:].hex(":")
    return ""


def octets_of(text: str) -> bytes:
    """Hex digits with or without colons or dashes as bytes; b"" where they are none."""
    digits = re.sub("[:-]", "", text.strip())
    return bytes.fromhex(digits) if re.fullmatch(r"(?:[0-9a-fA-F]{2}){1,130}", digits) else b""
