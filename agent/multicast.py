"""One question to everyone on one segment, and every answer of that segment (RFC 1112).

The group and its time to live are those of agent/limits.py, so that no router passes the question on. Anybody may answer,
in any number and in anybody's name: what is kept of one peer and of all is bounded. The socket stays open after the
answers, so that our kernel does not refuse one that comes late.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections import Counter
from ipaddress import ip_address

from agent.answer import MOST_REPLIES_OF_ONE, Answer
from agent.host import LocalInterface
from agent.limits import DATAGRAM_LIMIT, LINK_GROUPS
from agent.scope import Network
from probes.model import Ask, Reply

MOST_REPLIES, MOST_REPLY_BYTES = 4096, 8 << 20
"""What is kept of the answers to one question: so many, and so many bytes."""


def opened() -> socket.socket:
    return socket.socket(socket.AF_INET, socket.SOCK_DGRAM)


async def put(sock: socket.socket, interface: LocalInterface, ask: Ask) -> None:
    """Sends the one datagram, from the interface's own address. Raises OSError."""
    sock.setblocking(False)
    own = str(interface.address.ip)
    sock.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(own))
    sock.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL, LINK_GROUPS[ask.group])
    sock.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_LOOP, 0)
    sock.bind((own, 0))
    await asyncio.get_running_loop().sock_sendto(sock, ask.payload, (ask.group, ask.port))


async def gathered(sock: socket.socket, wait: float, network: Network) -> Answer:
    """Every reply of this network that comes within `wait` seconds, as far as it is kept."""
    loop = asyncio.get_running_loop()
    found, count, foreign, left = list[Reply](), Counter[str](), 0, MOST_REPLY_BYTES
    ends = loop.time() + wait
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(wait):
            # A flood is read without a pause in which the time could be up: so the clock is asked, too.
            while len(found) < MOST_REPLIES and left > 0 and loop.time() < ends:
                payload, (peer, *_) = await loop.sock_recvfrom(sock, DATAGRAM_LIMIT)
                if ip_address(peer) not in network.cidr:
                    foreign += 1
                elif (number := count[peer]) <= MOST_REPLIES_OF_ONE:
                    count[peer] = number + 1
                    if number < MOST_REPLIES_OF_ONE:
                        found.append(Reply(peer, payload))
                        left -= len(payload)
    flooding = tuple(sorted(peer for peer, number in count.items() if number > MOST_REPLIES_OF_ONE))
    return Answer(tuple(found), flooding=flooding, foreign=foreign)


def late(sock: socket.socket, network: Network) -> list[str]:
    """Who of this network answered after `gathered` had ended, once for each answer. Closes the socket."""
    peers: list[str] = []
    with sock, contextlib.suppress(OSError):  # nothing more has come
        for _ in range(MOST_REPLIES):
            peer = sock.recvfrom(DATAGRAM_LIMIT)[1][0]
            if ip_address(peer) in network.cidr:
                peers.append(peer)
    return peers
