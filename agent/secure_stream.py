"""TLS without a socket: bytes in, bytes out, so that the wire alone sends and counts.

Certificates are read, never trusted: a hospital's devices have self-signed and expired ones, and what
they say is evidence, not a credential. Old protocol versions are allowed for the same reason; nothing
but one GET ever travels inside. (RFC 8446, RFC 5246; Python's ssl.MemoryBIO.)

Up to TLS 1.2 a server shows its certificate in clear, before anything is agreed. Where the handshake fails after
that (it wants a certificate of ours, or its keys are too short for any setting), the certificate is read out of
the bytes that came: the oldest boxes are those of which least is known.
"""

from __future__ import annotations

import contextlib
import ssl

from probes import tls_record

ALERT = 21
LONGEST_FLIGHT = 64 * 1024


class SecureStream:
    """One client session. Feed what came with `incoming`, send what `outgoing` gives."""

    def __init__(self) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
        context.set_ciphers("ALL:@SECLEVEL=0")
        context.options |= getattr(ssl, "OP_LEGACY_SERVER_CONNECT", 0x4)
        self._in, self._out = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._session = context.wrap_bio(self._in, self._out)
        self.established = False
        self.certificate = b""
        self._flight = bytearray()

    def advance(self) -> bool:
        """Goes on with the handshake; True when it is done. Raises ConnectionError where the peer's TLS fails."""
        try:
            self._session.do_handshake()
        except ssl.SSLWantReadError:
            return False
        except ssl.SSLError as error:
            raise ConnectionError(f"TLS: {error.reason or error}") from error
        self.established = True
        self._flight.clear()
        self.certificate = self._session.getpeercert(binary_form=True) or b""
        return True

    def shown(self) -> bytes:
        """The certificate that came before the handshake failed, or b""."""
        return tls_record.certificate(bytes(self._flight))

    def declined(self) -> bool:
        """Whether the peer answered our hello as TLS does where there is nothing in common: an alert, or no word."""
        return not self.established and self._flight[:1] in (b"", bytes([ALERT]))

    def incoming(self, data: bytes) -> None:
        if data:
            self._in.write(data)
            if not self.established and len(self._flight) < LONGEST_FLIGHT:
                self._flight += data
        else:
            self._in.write_eof()

    def outgoing(self) -> bytes:
        return self._out.read()

    def encrypt(self, data: bytes) -> bytes:
        self._session.write(data)
        return self._out.read()

    def decrypt(self, data: bytes) -> bytes:
        """What these bytes carry; b"" where they are only part of a record or end the session."""
        self.incoming(data)
        plain = bytearray()
        try:
            while piece := self._session.read(4096):
                plain += piece
        except (ssl.SSLWantReadError, ssl.SSLZeroReturnError, ssl.SSLSyscallError, ssl.SSLEOFError):
            pass
        except ssl.SSLError as error:
            raise ConnectionError(f"TLS: {error.reason or error}") from error
        return bytes(plain)

    def goodbye(self) -> bytes:
        """The close_notify alert (RFC 8446 §6.1); the peer's own is not waited for."""
        with contextlib.suppress(ssl.SSLError):
            self._session.unwrap()
        return self._out.read()
