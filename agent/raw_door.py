"""The right to raw sockets, held apart: a small process opens them on request and does nothing else.

What comes from a network may be an attack on what parses it. So before anything is read or heard, the
program forks: the child keeps CAP_NET_RAW (capabilities(7)) and hands over opened sockets
(SCM_RIGHTS, unix(7)); this process gives the right up for good, for the programs it starts too. The
child reads one byte at a time, the letter of a kind of socket, and ends when this process does.
Where nobody stepped down (tests, a program that calls us), sockets are opened here as ever.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import socket
import sys
from dataclasses import dataclass
from threading import Lock

from agent.host import CAP_NET_RAW, may_open_packet_sockets

FRAME, ECHO = b"f", b"e"
"""Kinds of raw socket: frames of one interface once bound (packet(7)), and ICMP (raw(7))."""
READY = b"!"

KEPT_BY_ROOT = frozenset({0, 1, 2, 3})
"""CAP_CHOWN, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, CAP_FOWNER: root still reads and writes the files of a user."""

PR_SET_PDEATHSIG, PR_CAPBSET_DROP, PR_SET_NO_NEW_PRIVS, PR_CAP_AMBIENT = 1, 24, 38, 47
PR_CAP_AMBIENT_CLEAR_ALL = 4
CAPABILITY_VERSION_3 = 0x20080522
LAST_CAPABILITY = 63


@dataclass(slots=True)
class _Door:
    """Our end of the pair; the lock keeps a question and its answer together."""

    end: socket.socket
    lock: Lock


_standing: list[_Door] = []
"""Empty, or the one door of this process: rights belong to a process, so this is no one's argument."""


def standing() -> bool:
    return bool(_standing)


def opened(kind: bytes) -> socket.socket:
    """A raw socket of this kind, not yet bound. Raises PermissionError where nobody has the right."""
    if not _standing:
        return _open(kind)
    door = _standing[0]
    said, fds = b"", list[int]()
    with door.lock, contextlib.suppress(ConnectionError):
        door.end.sendall(kind)
        said, fds, _, _ = socket.recv_fds(door.end, 1, 1)
    if not fds:
        raise PermissionError(1, f"the process that opens raw sockets {'refused' if said else 'has ended'}")
    return socket.socket(fileno=fds[0])


def _open(kind: bytes) -> socket.socket:
    if kind == FRAME:
        return socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0)
    return socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP)


def step_down() -> None:
    """From here on this process has no raw right, and asks the door. Nothing to do where it had none.

    To be called before threads, ledgers and packets. Raises OSError where the kernel keeps us from stepping down:
    then nothing must go on.
    """
    if _standing or not sys.platform.startswith("linux") or not may_open_packet_sockets():
        return
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    if os.fork() == 0:
        _keep_the_door(theirs)
    theirs.close()
    if ours.recv(1) != READY:
        raise PermissionError(1, "the process that opens raw sockets could not be started")
    _give_up(KEPT_BY_ROOT if os.geteuid() == 0 else frozenset())
    if may_open_packet_sockets():
        raise PermissionError(1, "the right to raw sockets could not be given up")
    _standing.append(_Door(ours, Lock()))


def _keep_the_door(end: socket.socket) -> None:
    """The child's whole life. It ends by os._exit, so that nothing of the parent's is flushed or closed twice."""
    code = 1
    try:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)  # it ends with its parent, not before it
        _libc().prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        fd = end.fileno()
        os.closerange(0, fd)
        os.closerange(fd + 1, 1 << 16)
        _give_up(frozenset({CAP_NET_RAW}))
        end.send(READY)  # from here on no signal ends it, and it holds no other right
        while kind := end.recv(1):
            if kind not in (FRAME, ECHO):
                break
            try:
                with _open(kind) as made:
                    socket.send_fds(end, [b"+"], [made.fileno()])
            except PermissionError:
                end.send(b"-")
        code = 0
    finally:
        os._exit(code)


def _give_up(kept: frozenset[int]) -> None:
    """Leaves this process, and all it starts, with no other capability than those kept."""
    libc = _libc()
    for capability in range(LAST_CAPABILITY + 1):
        if capability not in kept:
            libc.prctl(
                PR_CAPBSET_DROP, capability, 0, 0, 0
            )  # refused without CAP_SETPCAP: then nothing is inherited
    libc.prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0)
    libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    held = _held() & sum(1 << capability for capability in kept)
    low, high = held & 0xFFFFFFFF, held >> 32
    header = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION_3, 0)
    sets = (ctypes.c_uint32 * 6)(low, low, 0, high, high, 0)
    if libc.capset(ctypes.byref(header), ctypes.byref(sets)) != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"capset: {os.strerror(number)}")


def _held() -> int:
    """The permitted set, as a mask (capget(2))."""
    header = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION_3, 0)
    sets = (ctypes.c_uint32 * 6)()
    if _libc().capget(ctypes.byref(header), ctypes.byref(sets)) != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"capget: {os.strerror(number)}")
    return int(sets[1]) | int(sets[4]) << 32


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
