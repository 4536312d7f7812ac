"""Fragile stand-ins: they see every frame that reaches them, keep account of it, and hang when it was too much.

What makes them hang differs, as it does in wards: one has a table for five connections, one crashes on bytes
that are not its protocol, one on a sweep over its ports, one on a header that no stack of its time knew, one
drowns. A device that hangs takes its interface down: it answers nothing any more, ARP included.
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import fcntl
import socket
import struct
from collections import deque
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field

from agent.demo.host import Fragile

MOST_CONNECTIONS = 5
MOST_PACKETS_A_SECOND = 20
MOST_CLOSED_PORTS = 2
ETH_P_ALL, ETHERTYPE_IPV4 = 0x0003, 0x0800
SO_TIMESTAMPNS = 35
SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP = 0x8913, 0x8914, 1
TO_US = 0
FIN, SYN, RST, PSH, ACK, URG, ECE, CWR = (1 << bit for bit in range(8))
SHORTEST = {socket.IPPROTO_TCP: 20, socket.IPPROTO_UDP: 8, socket.IPPROTO_ICMP: 8}
ECHO_REQUEST = 8


@dataclass(slots=True)
class Treatment:
    """How a fragile host was treated: frames addressed to it alone, and the IPv4 packets among them.

    closed: ports without a service to which somebody tried to connect.  odd: headers that no ordinary
    stack sends.  hung: it gave up, and answers nothing until `forget`.
    """

    frames: int = 0
    packets: int = 0
    connections: int = 0
    busiest_second: int = 0
    unknown: list[str] = field(default_factory=list)
    closed: set[int] = field(default_factory=set)
    odd: list[str] = field(default_factory=list)
    hung: bool = False
    recent: deque[float] = field(default_factory=deque)
    cable: Callable[[bool], None] = field(default=lambda up: None, compare=False, repr=False)

    def forget(self) -> None:
        """Begins the account anew; a host that hung is switched on again."""
        self.frames = self.packets = self.connections = self.busiest_second = 0
        for kept in (self.unknown, self.closed, self.odd, self.recent):
            kept.clear()
        if self.hung:
            self.hung = False
            self.cable(True)

    @property
    def faults(self) -> dict[str, tuple[str, ...]]:
        """What hangs a device (the words of Fragile.hangs_by) -> what the maker would say of it."""
        found: dict[str, tuple[str, ...]] = {}
        if self.connections > MOST_CONNECTIONS:
            found["connections"] = (f"{self.connections} connections, {MOST_CONNECTIONS} are borne",)
        if self.busiest_second > MOST_PACKETS_A_SECOND:
            said = f"{self.busiest_second} packets in one second, {MOST_PACKETS_A_SECOND} are borne"
            found["flood"] = (said,)
        if len(self.closed) > MOST_CLOSED_PORTS:
            found["sweep"] = (f"{len(self.closed)} closed ports tried, {MOST_CLOSED_PORTS} are borne",)
        if self.odd:
            found["headers"] = tuple(self.odd)
        if self.unknown:
            found["bytes"] = tuple(self.unknown)
        return found

    @property
    def complaints(self) -> tuple[str, ...]:
        """What the maker would call mistreatment, one sentence each."""
        return tuple(said for kind in self.faults.values() for said in kind)


def watch(loop: asyncio.AbstractEventLoop, treatment: Treatment, fragile: Fragile, held: ExitStack) -> None:
    """Sees each frame that reaches eth0 of the calling thread's namespace, whatever port it is for."""
    sock = held.enter_context(socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ETH_P_ALL)))
    sock.setblocking(False)
    sock.bind(("eth0", ETH_P_ALL))
    sock.setsockopt(socket.SOL_SOCKET, SO_TIMESTAMPNS, 1)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 20)
    treatment.cable = lambda up: _set_up(sock, up)

    def readable() -> None:
        try:
            frame, extras, _, address = sock.recvmsg(65535, 256)
        except BlockingIOError:
            return
        except OSError as error:
            if error.errno != errno.ENETDOWN:  # our own doing: it hung
                raise
            return
        if address[2] == TO_US:
            seconds, nanoseconds = struct.unpack("qq", extras[0][2])
            note_frame(treatment, frame, seconds + nanoseconds / 1e9, fragile)
            if not treatment.hung and fragile.hangs_by in treatment.faults:
                treatment.hung = True
                treatment.cable(False)

    loop.add_reader(sock, readable)


def _set_up(sock: socket.socket, up: bool) -> None:
    """Takes eth0 of the socket's namespace up or down (netdevice(7)). Gone networks are no fault."""
    with contextlib.suppress(OSError):
        request = struct.pack("16sH14x", b"eth0", 0)
        flags = struct.unpack("16sH14x", fcntl.ioctl(sock, SIOCGIFFLAGS, request))[1]
        flags = flags | IFF_UP if up else flags & ~IFF_UP
        fcntl.ioctl(sock, SIOCSIFFLAGS, struct.pack("16sH14x", b"eth0", flags))


def note_frame(treatment: Treatment, frame: bytes, at: float, fragile: Fragile) -> None:
    """Adds one frame (Ethernet, addressed to the host alone) at `at` seconds to the account."""
    treatment.frames += 1
    treatment.recent.append(at)
    while treatment.recent[0] <= at - 1.0:
        treatment.recent.popleft()
    treatment.busiest_second = max(treatment.busiest_second, len(treatment.recent))
    if int.from_bytes(frame[12:14], "big") != ETHERTYPE_IPV4:
        return
    treatment.packets += 1
    packet = frame[14 : 14 + int.from_bytes(frame[16:18], "big")]
    protocol, segment = packet[9], packet[(packet[0] & 0x0F) * 4 :]
    if len(segment) < SHORTEST.get(protocol, 0):
        treatment.unknown.append(f"a segment shorter than its header: {segment.hex()}")
    elif protocol == socket.IPPROTO_TCP:
        _note_tcp(treatment, segment, fragile)
    elif protocol == socket.IPPROTO_UDP:
        _note_payload(treatment, "UDP", segment, segment[8:], fragile)
    elif protocol == socket.IPPROTO_ICMP and segment[0] == ECHO_REQUEST and segment[1]:
        treatment.odd.append(f"an echo request with code {segment[1]}")


def _note_tcp(treatment: Treatment, segment: bytes, fragile: Fragile) -> None:
    port, flags = int.from_bytes(segment[2:4], "big"), segment[13]
    begins = flags & (SYN | ACK) == SYN
    treatment.connections += begins
    if begins and port not in fragile.ports:
        treatment.closed.add(port)
    beside_syn = flags & (FIN | RST | PSH | URG | ECE | CWR) if flags & SYN else 0
    christmas_tree = flags & (FIN | PSH | URG) == FIN | PSH | URG
    if not flags or beside_syn or christmas_tree or segment[12] & 0x0F:
        treatment.odd.append(f"TCP flags {flags:#04x} to port {port}")
    _note_payload(treatment, "TCP", segment, segment[(segment[12] >> 4) * 4 :], fragile)


def _note_payload(treatment: Treatment, name: str, segment: bytes, payload: bytes, fragile: Fragile) -> None:
    if payload and not any(payload.startswith(start) for start in fragile.knows):
        port = int.from_bytes(segment[2:4], "big")
        treatment.unknown.append(f"bytes it does not know on {name} {port}: {payload[:16].hex()}")
