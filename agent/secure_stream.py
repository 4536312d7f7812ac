"""TLS without a socket: bytes in, bytes out, so that the wire alone sends and counts.

Certificates are read, never trusted: a hospital's devices have self-signed and expired ones, and what
they say is evidence, not a credential. Old protocol versions are allowed for the same reason; nothing
but one GET ever travels inside. (RFC 8446, RFC 5246; Python's ssl.MemoryBIO.)
"""

from __future__ import annotations

import contextlib
import ssl


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

    def advance(self) -> bool:
        """Goes on with the handshake; True when it is done. Raises ConnectionError where the peer's TLS fails."""
        try:
            self._session.do_handshake()
        except ssl.SSLWantReadError:
            return False
        except ssl.SSLError as error:
            raise ConnectionError(f"TLS: {error.reason or error}") from error
        self.established = True
        self.certificate = self._session.getpeercert(binary_form=True) or b""
        return True

    def incoming(self, data: bytes) -> None:
        if data:
            self._in.write(data)
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
