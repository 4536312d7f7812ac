"""IKE: the first message of a main mode (RFC 2408, 4.5; RFC 2409, 5), and the vendor IDs of who answers it.

One datagram to UDP 500 that proposes what gateways commonly accept. It is the question that tells most: version 1 is
what forgotten VPN boxes speak, and a responder that agrees or does not shows its vendor IDs in the clear, which
version 2 (RFC 7296) hardly uses. And it asks least: no Diffie-Hellman value is in it, so none is reckoned; no
identity, no password, no hash (that would be aggressive mode); we never go on, so no tunnel can come of it.
A responder may keep the unfinished exchange for as long as its own time limit, half a minute as a rule, hence
`CONNECT` and not `DATAGRAM`; some repeat their answer until then.

Vendor IDs are hashes or marks that makers chose (RFC 2408, 3.16): some say a product, some only what it can do.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

from probes.cursor import Cursor
from probes.model import Ask, Impact, ParseError, Probe, Reading, Reply, Target, Via, reading

PORT = 500
WAIT = 2.0
HEADER = 28
MAIN_MODE = 2

SA, NOTIFY, VENDOR = (1, 33), (11, 41), (13, 43)
"""Payload numbers of versions 1 and 2."""
ENCRYPTED_FLAG, ENCRYPTED = 0x01, (46, 53)
MOST_PAYLOADS = 40
LONGEST_VENDOR_ID = 64
"""Of longer ones only the beginning is kept: what follows differs from box to box."""

DES3, AES = 5, 7
MD5, SHA1, SHA256 = 1, 2, 4
PRE_SHARED_KEY, RSA_SIGNATURES = 1, 3
PROPOSALS = (
    (AES, 256, SHA256, 14),
    (AES, 256, SHA1, 14),
    (AES, 256, SHA1, 5),
    (AES, 256, SHA1, 2),
    (AES, 128, SHA1, 2),
    (DES3, 0, SHA1, 2),
    (DES3, 0, MD5, 2),
)
"""(cipher, bits of its key or 0, hash, group): RFC 2409, appendix A; RFC 3602; IANA's IPsec registry."""
LIFETIME = 28800

NOTIFICATIONS = {7: "invalid-exchange-type", 14: "no-proposal-chosen", 24: "authentication-failed"}
"""RFC 2408, 3.14.1; the same numbers in RFC 7296, 3.10.1, as far as it has them."""


@dataclass(frozen=True, slots=True)
class Message:
    """initiator: the cookie of whoever asked first.  vendor_ids: in hex, each once.  agrees: there is an SA in it."""

    initiator: bytes
    version: str
    agrees: bool
    notifications: tuple[int, ...]
    vendor_ids: tuple[str, ...]


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    replies = yield Ask(Via.UDP, PORT, request(target.nonce), WAIT)
    found: list[Reading] = []
    for reply in replies:
        message = parse(reply.payload)
        if message.initiator == cookie(target.nonce):  # any other belongs to somebody else's exchange
            found += [
                reading("ike.answer", answer_text(message)),
                reading("ike.version", message.version),
                *(reading("ike.vendor_id", vendor_id) for vendor_id in message.vendor_ids),
            ]
    return found


def cookie(nonce: int) -> bytes:
    """Ours: eight bytes, never zero (RFC 2408, 2.5.3)."""
    return b"daic" + nonce.to_bytes(4, "big")


def request(nonce: int) -> bytes:
    """Header and one SA payload with a single proposal of several transforms (RFC 2408, 3.4 to 3.6)."""
    choices = [(*p, how) for how in (PRE_SHARED_KEY, RSA_SIGNATURES) for p in PROPOSALS]
    bodies = [_transform(number, *choice) for number, choice in enumerate(choices, 1)]
    transforms = b"".join(
        bytes([3 if number < len(bodies) else 0, 0]) + (len(body) + 4).to_bytes(2, "big") + body
        for number, body in enumerate(bodies, 1)
    )
    proposal = bytes([1, 1, 0, len(bodies)]) + transforms  # number 1, for ISAKMP, no SPI
    proposal = b"\0\0" + (len(proposal) + 4).to_bytes(2, "big") + proposal
    body = (1).to_bytes(4, "big") * 2 + proposal  # the IPsec DOI, identity only
    payload = b"\0\0" + (len(body) + 4).to_bytes(2, "big") + body
    head = cookie(nonce) + bytes(8) + bytes([SA[0], 0x10, MAIN_MODE, 0]) + bytes(4)
    return head + (HEADER + len(payload)).to_bytes(4, "big") + payload


def _transform(number: int, cipher: int, bits: int, digest: int, group: int, how: int) -> bytes:
    values = [(1, cipher), (2, digest), (3, how), (4, group), *([(14, bits)] if bits else []), (11, 1)]
    values.append((12, LIFETIME))
    attributes = b"".join((0x8000 | kind).to_bytes(2, "big") + v.to_bytes(2, "big") for kind, v in values)
    return bytes([number, 1, 0, 0]) + attributes  # 1: KEY_IKE


def parse(message: bytes) -> Message:
    """The header and the payloads in the clear (RFC 2408, 3.1; RFC 7296, 3.1). Raises ParseError."""
    cursor = Cursor(message)
    initiator = cursor.take(8)
    cursor.skip(8)
    following, version = cursor.u8(), cursor.u8()
    cursor.skip(1)
    flags = cursor.u8()
    cursor.skip(4)
    length = cursor.u32()
    if version >> 4 not in (1, 2) or not any(initiator) or length < HEADER:
        raise ParseError(f"no IKE header: version {version:#04x}, {length} bytes")
    agrees, notifications, vendor_ids = False, list[int](), list[str]()
    if version >> 4 == 1 and flags & ENCRYPTED_FLAG:
        following = 0
    for _ in range(MOST_PAYLOADS):
        if not following or following in ENCRYPTED:
            break
        kind, following = following, cursor.u8()
        cursor.skip(1)
        body = cursor.take(cursor.u16() - 4)
        if kind in VENDOR:
            vendor_ids.append(body[:LONGEST_VENDOR_ID].hex())
        elif kind in NOTIFY:
            notifications.append(_notification(Cursor(body), kind))
        agrees = agrees or kind in SA
    return Message(
        initiator,
        f"IKEv{version >> 4}",
        agrees,
        tuple(notifications),
        tuple(dict.fromkeys(filter(None, vendor_ids))),
    )


def _notification(body: Cursor, kind: int) -> int:
    body.skip(4 + 2 if kind == NOTIFY[0] else 2)  # version 1 has the DOI first; then protocol and SPI size
    return body.u16()


def answer_text(message: Message) -> str:
    """ "sa" where it took a proposal, else the first notification by name or number, else "other"."""
    if message.agrees:
        return "sa"
    names = [NOTIFICATIONS.get(number, f"notify {number}") for number in message.notifications]
    return next(iter(names), "other")


PROBE = Probe(
    name="ike",
    impact=Impact.CONNECT,
    fields=frozenset({"ike.answer", "ike.version", "ike.vendor_id"}),
    ports=frozenset({("udp", PORT)}),
    packets=6,  # the question; "port unreachable" to answers that are repeated, five as a rule
    summary="asks a gateway whether it speaks IPsec (first message of IKE main mode) and reads its vendor IDs",
    talk=talk,
    suits=frozenset({"network", "unknown"}),
    worth=3,
    ways_in=True,
)
