"""Tunnels and remote control that announce themselves by their first bytes: WireGuard, Tailscale, SoftEther, Radmin.

Heard, never asked, on any port. A tunnel out of a clinical network is a door that somebody should have written
down. WireGuard (its white paper, 5.4): type and three zeros, each handshake of one length alone. Tailscale's
discovery (tailscale.com, disco): six bytes of its own. SoftEther VPN (its manual, NAT traversal): a text with
address and port, to relays outside. Radmin: a first message of ten bytes, always the same, and its answer.

Of WireGuard and Tailscale both ends have it; of SoftEther the one that is heard; of Radmin the one that answers.
"""

from __future__ import annotations

import re

from probes.model import Impact, Probe, Reading, reading

WIREGUARD = {148: (b"\1\0\0\0", 8), 92: (b"\2\0\0\0", 12), 64: (b"\3\0\0\0", 8)}
"""Length of a handshake's datagram -> how it begins, and where its key or nonce stands."""
RANDOM, LEAST_DIFFERENT = 24, 15
"""Of so many bytes of a key at least so many differ: with chance one key in a million has fewer."""
TAILSCALE, TAILSCALE_SHORTEST = bytes.fromhex("5453f09f92ac"), 6 + 32 + 24
SOFTETHER = re.compile(rb"IP=\d{1,3}(?:\.\d{1,3}){3},PORT=\d{1,5}\b")
RADMIN_ANSWER, RADMIN_LENGTH = b"\1\0\0\0\x25", 46
ANY = 0


def hear(payload: bytes) -> list[Reading]:
    """One datagram or one piece of a stream. What is none of these is no error."""
    if not payload:
        return []
    name = ""
    if _is_wireguard(payload):
        name = "WireGuard"
    elif payload.startswith(TAILSCALE) and len(payload) >= TAILSCALE_SHORTEST:
        name = "Tailscale"
    elif payload.startswith(b"IP=") and SOFTETHER.match(payload):
        name = "SoftEther VPN"
    elif len(payload) == RADMIN_LENGTH and payload.startswith(RADMIN_ANSWER) and payload[9] == 8:
        name = "Radmin server"
    return [reading("remote.speaks", name)] if name else []


def _is_wireguard(payload: bytes) -> bool:
    if len(payload) not in WIREGUARD:
        return False
    start, at = WIREGUARD[len(payload)]
    return payload.startswith(start) and len(set(payload[at : at + RANDOM])) >= LEAST_DIFFERENT


PROBE = Probe(
    name="remote_heard",
    impact=Impact.LISTEN,
    fields=frozenset({"remote.speaks"}),
    ports=frozenset(),
    packets=1,
    summary="Recognises tunnels and remote control by how they begin: WireGuard, Tailscale, SoftEther VPN, Radmin.",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("udp", ANY), ("tcp", ANY)}),
)
