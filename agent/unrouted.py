"""Sockets to one host that cannot leave by a gateway, so that a wrong address reaches nobody.

They are bound to the interface of the host's network (SO_BINDTODEVICE) and told not to route (SO_DONTROUTE, socket(7));
the host of a network on no link of ours is reached as ever. Opening one sends nothing.
"""

from __future__ import annotations

import contextlib
import socket
from ipaddress import ip_address

from agent.host import LocalInterface
from agent.raw_door import ECHO, opened

IPV4_HEADER = 20
"""Bytes before what a raw ICMP socket gives; Linux's ping socket (icmp(7)) gives the message alone."""


def tcp(peer: str, interface: LocalInterface | None) -> socket.socket:
    return _made(peer, interface, socket.SOCK_STREAM)


def udp(peer: str, interface: LocalInterface | None) -> socket.socket:
    return _made(peer, interface, socket.SOCK_DGRAM)


def echo(peer: str, interface: LocalInterface | None) -> tuple[socket.socket, int]:
    """(socket, bytes of header before each message): raw or, without the right to one, Linux's ping socket."""
    try:
        return _held(opened(ECHO), interface), IPV4_HEADER
    except PermissionError:
        return _made(peer, interface, socket.SOCK_DGRAM, socket.IPPROTO_ICMP), 0


def _made(peer: str, interface: LocalInterface | None, kind: int, protocol: int = 0) -> socket.socket:
    family = socket.AF_INET if ip_address(peer).version == 4 else socket.AF_INET6
    return _held(socket.socket(family, kind, protocol), interface)


def _held(sock: socket.socket, interface: LocalInterface | None) -> socket.socket:
    """The same socket, held to our interface where the host is on a link of ours."""
    sock.setblocking(False)
    if interface is not None:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_DONTROUTE, 1)
        if hasattr(socket, "SO_BINDTODEVICE"):
            # Linux before 5.7 wants CAP_NET_RAW for this; SO_DONTROUTE still keeps us on the link there.
            with contextlib.suppress(PermissionError):
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_BINDTODEVICE, interface.name.encode())
    return sock
