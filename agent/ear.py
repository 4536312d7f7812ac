"""The ear: every frame that passes one interface, and nothing that we send. Opening it sends nothing.

A packet socket (packet(7)) in promiscuous mode, so that multicast groups are heard without joining them (joining
would send IGMP) and a mirror port is heard at all. Frames to or from our own adapters are left out: they are
answers to us or our questions. A VLAN tag that the adapter took off is put back from the kernel's auxiliary
data. What comes faster than it is read is dropped by the kernel and counted: then more was said than is known.
"""

from __future__ import annotations

import contextlib
import select
import socket
import struct
from collections.abc import Callable, Collection, Iterator, Sequence

from agent.host import LocalInterface
from agent.raw_door import FRAME, opened

ETH_P_ALL = 0x0003
SOL_PACKET = 263
PACKET_ADD_MEMBERSHIP, PACKET_STATISTICS, PACKET_AUXDATA, PACKET_IGNORE_OUTGOING = 1, 6, 8, 23
PACKET_MR_PROMISC = 1
SO_RCVBUFFORCE = 33
VLAN_VALID, VLAN_TPID_VALID = 0x10, 0x40
"""TP_STATUS_VLAN_VALID and TP_STATUS_VLAN_TPID_VALID of tpacket_auxdata (linux/if_packet.h)."""
VLAN_TAG = 0x8100
LONGEST_FRAME = 65536
"""Adapters join segments of one stream (GRO): a frame can be longer than any on the wire."""
MOST_AT_ONCE = 512


class Ear:
    """One interface, listened to. Raises PermissionError where packet sockets are not allowed."""

    def __init__(self, interface: LocalInterface, own: Collection[str]) -> None:
        self.interface = interface
        self._own = frozenset(bytes.fromhex(mac.replace(":", "")) for mac in own if mac)
        self._dropped = 0
        self._sock = opened(FRAME)
        self._sock.setsockopt(SOL_PACKET, PACKET_IGNORE_OUTGOING, 1)
        self._sock.setsockopt(SOL_PACKET, PACKET_AUXDATA, 1)
        try:
            self._sock.setsockopt(socket.SOL_SOCKET, SO_RCVBUFFORCE, 16 << 20)
        except PermissionError:
            self._sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 16 << 20)
        self._sock.setblocking(False)
        self._sock.bind((interface.name, ETH_P_ALL))
        index = socket.if_nametoindex(interface.name)
        wanted = struct.pack("iHH8s", index, PACKET_MR_PROMISC, 0, b"")
        # Some virtual adapters know no promiscuous mode: what is addressed to all is still heard.
        with contextlib.suppress(OSError):
            self._sock.setsockopt(SOL_PACKET, PACKET_ADD_MEMBERSHIP, wanted)

    def fileno(self) -> int:
        return self._sock.fileno()

    def frames(self, most: int = MOST_AT_ONCE) -> Iterator[bytes]:
        """What has come since the last call, oldest first, `most` frames at once."""
        for _ in range(most):
            try:
                frame, extra, _, _ = self._sock.recvmsg(LONGEST_FRAME, 64)
            except OSError:  # nothing more, or the link went down: then nothing comes either
                return
            if frame[:6] not in self._own and frame[6:12] not in self._own:
                yield _tagged(frame, extra)

    @property
    def dropped(self) -> int:
        """Frames that the kernel threw away for want of room, since the ear was opened."""
        _, dropped = struct.unpack("II", self._sock.getsockopt(SOL_PACKET, PACKET_STATISTICS, 8))
        self._dropped += dropped  # reading resets the kernel's count
        return self._dropped

    def close(self) -> None:
        self._sock.close()


def _tagged(frame: bytes, extra: Sequence[tuple[int, int, bytes]]) -> bytes:
    """The frame with the tag that the adapter took off put back (struct tpacket_auxdata)."""
    for level, kind, data in extra:
        if (level, kind) == (SOL_PACKET, PACKET_AUXDATA) and len(data) >= 20:
            status, _, _, _, _, tag, protocol = struct.unpack_from("=IIIHHHH", data)
            if status & VLAN_VALID:
                ethertype = protocol if status & VLAN_TPID_VALID else VLAN_TAG
                return frame[:12] + struct.pack(">HH", ethertype, tag) + frame[12:]
    return frame


def listen(
    ears: Sequence[Ear],
    seconds: float,
    steady: Callable[[], float],
    take: Callable[[Ear, bytes], None],
    waiting: Callable[[float], bool],
) -> None:
    """Hears for so many seconds. waiting is told how many have passed, at least twice a second; False ends it."""
    begun = steady()
    poll = select.poll()
    by_fd = {ear.fileno(): ear for ear in ears}
    for fd in by_fd:
        poll.register(fd, select.POLLIN)
    while (passed := steady() - begun) < seconds and waiting(passed):
        for fd, _ in poll.poll(min(0.25, seconds - passed) * 1000):
            for frame in by_fd[fd].frames():
                take(by_fd[fd], frame)
