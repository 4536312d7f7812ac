"""Frames: the ARP sweep over packet sockets. Sends only what the gate has admitted, burst by burst.

One packet socket an interface. A patched 42-byte frame costs a few microseconds, so at any rate
that a hospital may bear the rate, not the language, sets the time. What loses hosts is the receive
buffer: bursts stay small, the socket is drained at every tick, and frames that the kernel dropped are
counted in the result. The last wait follows the round trips seen: quick where answers are quick.
"""

from __future__ import annotations

import contextlib
import select
import socket
import struct
from array import array
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from ipaddress import IPv4Network

from agent.gate import Gate
from agent.host import LocalInterface
from agent.permit import Later, Moment, Refusal
from agent.raw_door import FRAME, opened
from agent.scope import Network
from probes import arp
from probes.model import ParseError

ETH_P_ARP = 0x0806
SOL_PACKET, PACKET_STATISTICS, PACKET_IGNORE_OUTGOING = 263, 6, 23
SO_ATTACH_FILTER, SO_RCVBUFFORCE = 26, 33
TICK = 0.02
SHORTEST_TAIL, LONGEST_TAIL = 0.1, 1.0

ARP_REPLY_FILTER = (
    (0x28, 0, 0, 12),  # ldh [12]           the EtherType
    (0x15, 0, 3, 0x0806),  # jeq #0x806
    (0x28, 0, 0, 20),  # ldh [20]           the ARP operation (RFC 826)
    (0x15, 0, 1, 2),  # jeq #2              a reply
    (0x06, 0, 0, 64),  # ret 64 bytes
    (0x06, 0, 0, 0),  # drop
)
"""Classic BPF, so that only answers wake us (linux/filter.h; Documentation/networking/filter.rst)."""


@dataclass(frozen=True, slots=True)
class SweepResult:
    """How the sweep of one network went. `stopped` says why it did not come to its end, or "".

    dropped counts frames that the kernel threw away for want of room: above 0, silence proves nothing. unasked:
    answers for addresses that had not been asked for.
    """

    network: Network
    asked: int
    answered: int
    dropped: int
    malformed: int
    tail: float
    stopped: str = ""
    unasked: int = 0


@dataclass(slots=True)
class _Job:
    network: Network
    sock: socket.socket
    template: bytes
    targets: array[int]
    burst: int
    sent_at: array[float]
    next: int = 0
    due: float = 0.0
    answered: set[int] = field(default_factory=set)
    trips: list[float] = field(default_factory=list)
    malformed: int = 0
    unasked: int = 0
    last_sent: float | None = None
    stopped: str = ""

    @property
    def ends(self) -> float | None:
        """When waiting for answers is over; None while there is still something to ask."""
        return None if self.last_sent is None else self.last_sent + _tail(self.trips)

    @property
    def sending(self) -> bool:
        return self.next < len(self.targets) and not self.stopped


def targets_of(network: Network, own: int, skip: Callable[[int], bool]) -> array[int]:
    """The addresses of an IPv4 network that may be asked, as integers, in order; not the network's and
    broadcast addresses, not our own, not those that `skip` names."""
    cidr = network.cidr
    if not isinstance(cidr, IPv4Network):
        return array("I")
    first, last = int(cidr.network_address), int(cidr.broadcast_address)
    hosts = range(first, last + 1) if cidr.prefixlen >= 31 else range(first + 1, last)
    return array("I", (n for n in hosts if n != own and not skip(n)))


def sweep(
    jobs: Sequence[tuple[Network, LocalInterface, array[int]]],
    gate: Gate,
    clock: Callable[[], Moment],
    answered: Callable[[Network, arp.ArpReply], None],
    progress: Callable[[Network, int, int, int], None] = lambda *_: None,
) -> tuple[SweepResult, ...]:
    """Asks who has each target, each once, all networks side by side, each at its own pace.

    `answered` is called for every reply as it comes. Raises PermissionError without CAP_NET_RAW.
    """
    open_jobs = [_open_job(network, interface, targets, gate) for network, interface, targets in jobs]
    try:
        by_fd = {job.sock.fileno(): job for job in open_jobs}
        poll = select.poll()
        for fd in by_fd:
            poll.register(fd, select.POLLIN)
        while live := [job for job in open_jobs if (ends := job.ends) is None or clock().steady < ends]:
            for job in live:
                if job.last_sent is None:
                    _advance(job, gate, clock(), progress)
            now = clock().steady
            soonest = min(job.due if (ends := job.ends) is None else ends for job in live)
            for fd, _ in poll.poll(max(0.0, soonest - now) * 1000):
                _drain(by_fd[fd], clock, answered)
        return tuple(_result(job) for job in open_jobs)
    finally:
        for job in open_jobs:
            job.sock.close()


def _open_job(network: Network, interface: LocalInterface, targets: array[int], gate: Gate) -> _Job:
    sock = opened(FRAME)
    _attach(sock)
    sock.bind((interface.name, ETH_P_ARP))
    sock.setblocking(False)
    template = arp.request_template(interface.mac, str(interface.address.ip))
    burst = max(1, min(256, int(gate.rate_of(network) * TICK)))
    return _Job(network, sock, template, targets, burst, array("d", bytes(8 * len(targets))))


def _attach(sock: socket.socket) -> None:
    """The filter goes on before bind: a socket opened with protocol 0 hears nothing until then."""
    import ctypes  # only here: SO_ATTACH_FILTER wants a pointer

    program = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in ARP_REPLY_FILTER))
    fprog = struct.pack("HP", len(ARP_REPLY_FILTER), ctypes.addressof(program))
    sock.setsockopt(socket.SOL_SOCKET, SO_ATTACH_FILTER, fprog)
    sock.setsockopt(SOL_PACKET, PACKET_IGNORE_OUTGOING, 1)
    try:
        sock.setsockopt(socket.SOL_SOCKET, SO_RCVBUFFORCE, 4 << 20)
    except PermissionError:  # CAP_NET_ADMIN is not needed: small bursts fit the default buffer
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4 << 20)


class ArpSocket:
    """Asks one interface's link for one address at a time; the caller has the gate's leave for each."""

    def __init__(self, interface: LocalInterface) -> None:
        self._sock = opened(FRAME)
        _attach(self._sock)
        self._sock.bind((interface.name, ETH_P_ARP))
        self._sock.setblocking(False)
        self._template = arp.request_template(interface.mac, str(interface.address.ip))

    def fileno(self) -> int:
        return self._sock.fileno()

    def ask(self, ip: str) -> None:
        """One broadcast request. A link that is down swallows it: then nobody answers, and that is seen."""
        with contextlib.suppress(OSError):
            self._sock.send(arp.patch(self._template, int.from_bytes(socket.inet_aton(ip), "big")))

    def answers(self) -> list[arp.ArpReply]:
        """What has come since the last call."""
        found: list[arp.ArpReply] = []
        for _ in range(1024):
            try:
                found.append(arp.parse_reply(self._sock.recv(64)))
            except ParseError:
                continue
            except OSError:  # nothing more, or the link went down
                break
        return found

    def close(self) -> None:
        self._sock.close()


def _advance(job: _Job, gate: Gate, now: Moment, progress: Callable[[Network, int, int, int], None]) -> None:
    if not job.sending:
        job.last_sent = now.steady
        return
    if now.steady < job.due:
        return
    count = min(job.burst, len(job.targets) - job.next)
    verdict = gate.admit_segment(job.network, arp.PROBE, count, now, _dotted(job.targets[job.next]))
    if isinstance(verdict, Later):
        job.due = now.steady + verdict.seconds
    elif isinstance(verdict, Refusal):
        job.stopped = verdict.why
    else:
        _send_burst(job, verdict.frames, now.steady)
        progress(job.network, job.next, len(job.targets), len(job.answered))


def _send_burst(job: _Job, count: int, now: float) -> None:
    end = job.next + count
    while job.next < end:
        frame = arp.patch(job.template, job.targets[job.next])
        try:
            job.sock.send(frame)
        except BlockingIOError:
            select.select([], [job.sock], [], 0.05)
            continue
        except OSError as error:
            job.stopped = f"the interface could not send: {error.strerror}"
            return
        job.sent_at[job.next] = now
        job.next += 1


def _drain(job: _Job, clock: Callable[[], Moment], answered: Callable[[Network, arp.ArpReply], None]) -> None:
    now = clock().steady
    for _ in range(1024):  # a flood must not keep us from sending or ending
        try:
            frame = job.sock.recv(64)
        except BlockingIOError:
            return
        except OSError as error:
            job.stopped = job.stopped or f"the interface could not receive: {error.strerror}"
            return
        try:
            reply = arp.parse_reply(frame)
        except ParseError:
            job.malformed += 1
            continue
        number = int.from_bytes(socket.inet_aton(reply.ip), "big")
        position = _position(job, number)
        if position is None:
            job.unasked += 1
            continue
        if number not in job.answered:
            job.answered.add(number)
            job.trips.append(now - job.sent_at[position])
        answered(job.network, reply)


def _position(job: _Job, number: int) -> int | None:
    """Where in the targets this address is, if it has been asked: unasked-for answers are not findings."""
    position = bisect_left(job.targets, number)
    if position < job.next and job.targets[position] == number:
        return position
    return None


def _tail(trips: list[float]) -> float:
    """Four times the 99th percentile of the round trips seen, within bounds; the longest without any."""
    if not trips:
        return LONGEST_TAIL
    ordered = sorted(trips[-1000:])
    return min(LONGEST_TAIL, max(SHORTEST_TAIL, 4 * ordered[int(0.99 * (len(ordered) - 1))]))


def _result(job: _Job) -> SweepResult:
    _, dropped = struct.unpack("II", job.sock.getsockopt(SOL_PACKET, PACKET_STATISTICS, 8))
    return SweepResult(
        job.network,
        job.next,
        len(job.answered),
        dropped,
        job.malformed,
        _tail(job.trips),
        job.stopped,
        job.unasked,
    )


def _dotted(number: int) -> str:
    return socket.inet_ntoa(number.to_bytes(4, "big"))
