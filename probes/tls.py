"""TLS: the certificate that a server shows (RFC 8446, 4.4.2), and its front page in the same connection.

A handshake is what every browser begins with; it needs no credential and changes nothing. Certificates are
read, not judged (probes/x509.py): a hospital's devices have self-signed, expired and oddly built ones, and
what these say (a maker, a serial number in a common name, a host name) is evidence. After the handshake
one GET is put as in probes/http.py.
"""

from __future__ import annotations

from collections.abc import Generator
from hashlib import sha256

from probes import http, x509
from probes.model import Ask, Impact, Probe, Reading, Reply, Target, Via, reading

PORT = 443


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    replies = yield Ask(Via.TLS, PORT, http.request(target.host), wait=3.0)
    shown = next((reply.certificate for reply in replies if reply.certificate), b"")
    payload = b"".join(reply.payload for reply in replies)
    readings = certificate(shown) if shown else []
    # What speaks after a handshake need not be HTTP (a VPN, a gateway); the certificate stands alone then.
    if payload and (payload.startswith(b"HTTP/") or not shown):
        readings += http.parse(payload, "https")
    return readings


def certificate(der: bytes) -> list[Reading]:
    """The readings of a certificate in DER. Raises ParseError where it is none.

    tls.sha256 is the fingerprint of the whole; the other parts are those of x509.Certificate.
    """
    read = x509.certificate(der)
    found = (
        ("tls.subject", read.subject),
        ("tls.issuer", read.issuer),
        ("tls.names", read.names),
        ("tls.not_before", read.not_before),
        ("tls.not_after", read.not_after),
        ("tls.serial", read.serial),
        ("tls.key", read.key),
        ("tls.sha256", sha256(der).hexdigest()),
    )
    readings = (reading(field, text) for field, text in found)
    return [r for r in readings if r.value]


PROBE = Probe(
    name="tls",
    impact=Impact.CONNECT,
    fields=frozenset(
        {
            "tls.subject",
            "tls.issuer",
            "tls.names",
            "tls.not_before",
            "tls.not_after",
            "tls.serial",
            "tls.sha256",
            "tls.key",
            *(f"https.{name}" for name in http.NAMES),
        }
    ),
    ports=frozenset({("tcp", PORT)}),
    packets=20,
    summary="reads a server's certificate and, in the same connection, its front page once",
    talk=talk,
    suits=http.PROBE.suits,
    worth=7,
)
