"""One datagram to one host and the first answer of that peer: UDP (RFC 768) and the ICMP echo (RFC 792).

Nothing is repeated. Each is counted before it leaves. A socket whose question was not answered in time stays open for a
while: to an answer that comes late our kernel would say "port unreachable", which nobody has counted.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from socket import socket

from agent import unrouted
from agent.host import LocalInterface
from agent.limits import DATAGRAM_LIMIT
from probes.model import Ask

UDP_BYTES, ECHO_BYTES = 42, 34
"""Ethernet and IPv4 headers; UDP's own beside them, while the ICMP header is in the payload."""
ECHO_REPLY = b"\0"
MOST_UNANSWERED = 64


class Unanswered:
    """The sockets at which an answer may still come late; the oldest is closed where there are too many."""

    def __init__(self) -> None:
        self._sockets: deque[socket] = deque()

    def keep(self, sock: socket) -> None:
        self._sockets.append(sock)
        while len(self._sockets) > MOST_UNANSWERED:
            self._sockets.popleft().close()

    def close(self) -> None:
        while self._sockets:
            self._sockets.popleft().close()


async def ask_udp(
    peer: str,
    interface: LocalInterface | None,
    ask: Ask,
    count: Callable[[int, int], None],
    unanswered: Unanswered,
) -> bytes:
    """count: takes packets and bytes. Raises TimeoutError, and OSError where the peer or the system says no."""
    sock = unrouted.udp(peer, interface)
    waited_in_vain = False
    try:
        sock.connect((peer, ask.port))
        loop = asyncio.get_running_loop()
        count(1, len(ask.payload) + UDP_BYTES)
        await loop.sock_sendall(sock, ask.payload)
        waited_in_vain = True
        async with asyncio.timeout(ask.wait):
            payload = await loop.sock_recv(sock, DATAGRAM_LIMIT)
        waited_in_vain = False
    finally:
        if waited_in_vain:
            unanswered.keep(sock)
        else:
            sock.close()
    return payload


async def ask_echo(
    peer: str, interface: LocalInterface | None, ask: Ask, count: Callable[[int, int], None]
) -> bytes:
    """The echo reply, an ICMP message. Raises TimeoutError, and OSError where the system says no."""
    sock, header = unrouted.echo(peer, interface)
    with sock:
        sock.connect((peer, 0))
        loop = asyncio.get_running_loop()
        count(1, len(ask.payload) + ECHO_BYTES)
        await loop.sock_sendall(sock, ask.payload)
        ends = loop.time() + ask.wait
        async with asyncio.timeout(ask.wait):
            while loop.time() < ends:  # what is there already comes without a pause in which time could be up
                packet = (await loop.sock_recv(sock, 2048))[header:]
                if packet[:1] == ECHO_REPLY and (header == 0 or packet[4:8] == ask.payload[4:8]):
                    return packet
    raise TimeoutError
