"""One TCP connection, plain or inside TLS (RFC 9293, agent/secure_stream.py), from the SYN to the last frame.

A host that sends without end, or a few bytes at a time, makes our kernel acknowledge each of them. So what the kernel
has sent is measured (TCP_INFO) at every reading, and the connection ends before its allowance does. The close is
orderly (FIN, then what the peer still says) and falls back to one RST where the peer does not end.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct
from collections.abc import Sequence

from agent.limits import CONNECT_DEADLINE, STREAM_LIMIT, SYN_RETRIES
from agent.oddities import DRIPPED, ENDLESS
from agent.secure_stream import SecureStream
from probes.model import Ask

SEGMENT_BYTES = 66
"""Ethernet, IPv4 and TCP headers with the timestamp option."""
TCP_INFO_SEGS_OUT = 136
"""Offset of tcpi_segs_out in struct tcp_info (linux/tcp.h, RFC 4898 SegsOut): every segment, retransmissions included."""
CLOSE_PACKETS = 3
DRIP_PAUSE, DRIPS, FEW_BYTES = 0.75, 3, 512
"""A host drips that sends a few bytes, again and again, with pauses no longer than this, until its time is up, or
until what our kernel must acknowledge has spent the reservation."""


def _odd_at_a_limit(size: int, pieces: int, awaited: bool) -> str:
    """size: bytes that came, in so many pieces, until we cut it. awaited: an end, which did not come."""
    if size < FEW_BYTES:
        return DRIPPED if pieces > DRIPS else ""
    return ENDLESS if awaited else ""


def _odd_when_time_is_up(size: int, times: Sequence[float], ended: float, awaited: bool) -> str:
    """times: when something came, ascending. A slow machine on either side, or a slow line, may keep an endless
    answer from ever coming to a limit: its pieces are large all the same."""
    if len(times) < DRIPS or ended - times[-DRIPS] >= DRIPS * DRIP_PAUSE:
        return ""
    if size < FEW_BYTES * len(times):
        return DRIPPED
    return ENDLESS if awaited else ""


class Stream:
    """One TCP connection, plain or TLS, that never outspends `allowance` packets."""

    def __init__(self, sock: socket.socket, port: int, secure: bool, allowance: int) -> None:
        self._sock, self.port, self.secure, self._allowance = sock, port, secure, allowance
        self._sent = self._received = 0
        self._segments = 0
        self._connected = False
        self._tls = SecureStream() if secure else None
        self._ended = False
        self.certificate, self.odd = b"", ""
        if hasattr(socket, "TCP_SYNCNT"):
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_SYNCNT, SYN_RETRIES)
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, int(CONNECT_DEADLINE * 1000))
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    async def open(self, peer: str, wait: float) -> None:
        self._segments = 1
        async with asyncio.timeout(wait):
            await asyncio.get_running_loop().sock_connect(self._sock, (peer, self.port))
        self._connected = True
        if self._tls is not None:
            try:
                async with asyncio.timeout(CONNECT_DEADLINE):
                    await self._handshake(self._tls)
            except (ConnectionError, TimeoutError):
                self.certificate = self._tls.shown()
                if not self.certificate:
                    raise
                with contextlib.suppress(OSError):  # the alert that says why; the peer may be gone
                    await self._send(self._tls.outgoing())

    async def _handshake(self, tls: SecureStream) -> None:
        while not tls.advance():
            await self._send(tls.outgoing())
            data = await self._receive()
            tls.incoming(data)
            if not data:
                raise ConnectionError("TLS: the peer closed the connection")
        await self._send(tls.outgoing())
        self.certificate = tls.certificate

    def declined(self) -> bool:
        """Whether the connection stood and the peer would not have our TLS."""
        return self._connected and self._tls is not None and self._tls.declined()

    async def exchange(self, ask: Ask) -> bytes:
        """Sends the payload, then reads until the answer is whole, the peer ends, time or a limit is up."""
        if self._tls is not None and not self._tls.established:
            return b""
        if ask.payload:
            await self._send(self._tls.encrypt(ask.payload) if self._tls else ask.payload)
        answer, times, whole = bytearray(), list[float](), False
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(ask.wait):
                while len(answer) < STREAM_LIMIT and self._may_go_on():
                    whole = ask.until is not None and ask.until in answer
                    if whole or not (data := await self._receive()):
                        break
                    times.append(loop.time())
                    answer += self._tls.decrypt(data) if self._tls else data
                else:
                    self.odd = _odd_at_a_limit(len(answer), len(times), bool(ask.until))
        except TimeoutError:
            self.odd = _odd_when_time_is_up(len(answer), times, loop.time(), bool(ask.until)) or self.odd
        except ConnectionError:
            pass  # what came before counts
        return bytes(answer[:STREAM_LIMIT])

    async def _send(self, data: bytes) -> None:
        if data:
            self._sent += len(data)
            await asyncio.get_running_loop().sock_sendall(self._sock, data)

    async def _receive(self) -> bytes:
        data = await asyncio.get_running_loop().sock_recv(self._sock, 4096)
        self._received += len(data)
        self._ended = self._ended or not data
        self._measure()
        return data

    def _may_go_on(self) -> bool:
        self._measure()
        return self._segments + CLOSE_PACKETS < self._allowance and self._received < 2 * STREAM_LIMIT

    def _measure(self) -> None:
        if not hasattr(socket, "TCP_INFO"):
            return
        with contextlib.suppress(OSError):
            info = self._sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 192)
            if len(info) >= TCP_INFO_SEGS_OUT + 4:
                self._segments = max(self._segments, struct.unpack_from("=I", info, TCP_INFO_SEGS_OUT)[0])

    def cost(self) -> tuple[int, int]:
        """(packets, payload bytes) of the whole connection."""
        return self._segments, self._sent

    async def close(self, within: float) -> None:
        orderly = False
        self._measure()  # before the shutdown: on a connection that never stood it resets the kernel's counts
        try:
            if self._tls is not None and self._tls.established and not self._ended:
                await self._send(self._tls.goodbye())
            self._sock.shutdown(socket.SHUT_WR)
            async with asyncio.timeout(within):
                while not self._ended and self._may_go_on():
                    await self._receive()
            orderly = self._ended
        except (OSError, TimeoutError):
            pass  # the peer is gone or does not end: the reset below ends it
        finally:
            self._measure()
            if self._connected and not orderly:
                self._reset()
            self._sock.close()

    def _reset(self) -> None:
        """One RST instead of a FIN that the kernel would repeat for minutes; and, as likely as not, one more to what
        the peer had on its way: what cannot be seen from here is counted as sent."""
        self._segments += 2
        with contextlib.suppress(OSError):
            self._sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
