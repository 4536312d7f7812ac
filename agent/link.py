"""One frame to everyone on a link, and the frames that answer it: for questions that live below sockets.

The wire calls this with the gate's leave; the sender's address is the interface's own, and only ICMPv6 echo replies
to it wake us.
"""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import socket
import struct

from agent.host import LocalInterface
from agent.raw_door import FRAME, opened

ETH_P_IPV6 = 0x86DD
SO_ATTACH_FILTER = 26
SOL_PACKET, PACKET_IGNORE_OUTGOING = 263, 23
MOST_ANSWERS = 4096

ECHO_REPLY_FILTER = (
    (0x28, 0, 0, 12),  # ldh [12]           the EtherType
    (0x15, 0, 5, ETH_P_IPV6),  # jeq
    (0x30, 0, 0, 20),  # ldb [20]           the next header (RFC 8200)
    (0x15, 0, 3, 58),  # jeq #58            ICMPv6
    (0x30, 0, 0, 54),  # ldb [54]           its type (RFC 4443)
    (0x15, 0, 1, 129),  # jeq #129          echo reply
    (0x06, 0, 0, 1500),  # ret 1500 bytes
    (0x06, 0, 0, 0),  # drop
)
"""Classic BPF (linux/filter.h)."""


async def exchange(interface: LocalInterface, group: str, payload: bytes, wait: float) -> tuple[bytes, ...]:
    """Sends one IPv6 frame to `group` (a MAC); the echo replies of `wait` seconds. Raises OSError."""
    own = _octets(interface.mac)
    found: list[bytes] = []
    with opened(FRAME) as sock:
        program = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *s) for s in ECHO_REPLY_FILTER))
        fprog = struct.pack("HP", len(ECHO_REPLY_FILTER), ctypes.addressof(program))
        sock.setsockopt(socket.SOL_SOCKET, SO_ATTACH_FILTER, fprog)
        sock.setsockopt(SOL_PACKET, PACKET_IGNORE_OUTGOING, 1)
        sock.bind((interface.name, ETH_P_IPV6))
        sock.setblocking(False)
        loop = asyncio.get_running_loop()
        sock.send(_octets(group) + own + ETH_P_IPV6.to_bytes(2, "big") + payload)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(wait):
                while len(found) < MOST_ANSWERS:
                    frame = await loop.sock_recv(sock, 1514)
                    if frame[:6] == own:
                        found.append(frame)
    return tuple(found)


def _octets(mac: str) -> bytes:
    return bytes.fromhex(mac.replace(":", ""))
