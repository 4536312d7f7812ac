"""TLS: the certificate that a server shows (RFC 8446, 4.4.2), and its front page in the same connection.

A handshake is what every browser begins with; it needs no credential and changes nothing. Certificates are
read, not judged (probes/x509.py): a hospital's devices have self-signed, expired and oddly built ones, and
what these say (a maker, a serial number in a common name, a host name) is evidence. After the handshake
one GET is put as in probes/http.py. Where the handshake fails after the certificate was shown (the server wants
ours, its key is too short for any setting), the certificate stands alone. A server with nothing but ciphers
that are no longer built is asked once more in its own way, for the certificate alone (probes/tls_record.py).

A port beside 443 is tried only where 443 gave nothing and something named it: the ledger, an announcement or
passing traffic. SSL-VPN gateways stand there (10443, 4433, 8443).
"""

from __future__ import annotations

from collections.abc import Generator
from hashlib import sha256

from probes import http, tls_record, x509
from probes.model import Ask, Impact, Probe, Reading, Reply, Target, Via, reading

PORT = 443
NAMED_PORTS = (10443, 8443, 4433, 4443, 9443, 5001)
"""Where TLS stands besides (5001 is a NAS's); of these the first that is named for the host."""


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    for port in (PORT, *http.named(target, NAMED_PORTS)):
        replies = yield Ask(Via.TLS, port, http.request(target.host, port=port), wait=3.0)
        readings = read(replies)
        if replies and not readings:
            readings = yield from _old(port, target.nonce)
        if readings:
            return [*readings, *http.port_reading("https", port, PORT)]
    return []


def _old(port: int, nonce: int) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    """The certificate of a server that speaks TLS and has nothing in common with ours (probes/tls_record.py)."""
    replies = yield Ask(Via.TCP, port, tls_record.hello(nonce), wait=3.0, until=tls_record.HELLO_DONE)
    shown = tls_record.certificate(b"".join(reply.payload for reply in replies))
    if shown:
        yield Ask(Via.TCP, port, tls_record.CLOSE, wait=0.5)
    return certificate(shown) if shown else []


def read(replies: tuple[Reply, ...]) -> list[Reading]:
    """The readings of what came back: of the certificate, of the page, or of both."""
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
    ports=frozenset({("tcp", PORT), ("tcp", 0)}),
    packets=20,  # handshake and page; a closed port before them takes 2 of these
    summary="reads a server's certificate and, in the same connection, its front page once",
    talk=talk,
    suits=http.PROBE.suits,
    worth=7,
)
