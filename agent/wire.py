"""The only sender of datagrams and streams. Every sending passes `Conversation.perform`.

The gate is asked again before each one; nothing here decides what may be sent. Sockets are bound to
the interface of the host's network and told not to route, so that a wrong address cannot leave by a
gateway. Reading stops at the limits; a conversation that nears its reservation is broken off.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections import Counter, deque
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from ipaddress import ip_address

from agent import link, nmap_run
from agent.answer import MOST_REPLIES, MOST_REPLIES_OF_ONE, MOST_REPLY_BYTES, Answer
from agent.gate import Gate, Moment, Permit, SegmentPermit
from agent.host import LocalInterface
from agent.limits import DATAGRAM_LIMIT, LINK_GROUPS, SYN_DEADLINE
from agent.raw_door import ECHO, opened
from agent.stream import SEGMENT_BYTES, Stream
from probes.model import Ask, Reply, Via

DATAGRAM_BYTES = 42
ARP_BYTES = 42
MOST_UNANSWERED = 64
ORDERLY_CLOSE = 1.0
STOP_LOOK, STOPPED_CLOSE = 0.25, 0.25
"""Seconds: how often a conversation under way is held against a stop, and what the close may then take; together
well within the second that a stop may last."""


class Conversation:
    """One conversation under one permit. Counts what it costs; the wire settles it at the end."""

    def __init__(
        self,
        permit: Permit,
        gate: Gate,
        clock: Callable[[], Moment],
        interface: LocalInterface | None,
        keep: Callable[[socket.socket], None],
    ) -> None:
        """keep: takes a socket whose question was not answered in time."""
        self.permit, self._gate, self._clock, self._interface = permit, gate, clock, interface
        # To a host not spoken with before, the kernel owes an answer when it asks who we are.
        self.packets, self.bytes = (1, ARP_BYTES) if permit.first else (0, 0)
        self._stream: Stream | None = None
        self._stopped, self._keep = False, keep
        self._peer = str(permit.view.ip)

    async def perform(self, ask: Ask) -> Answer:
        """Sends one Ask, if the gate still agrees, and waits for its answer. Raises nothing for what a host does."""
        no = self._gate.check(self.permit, ask, self._clock())
        if no is not None:
            return Answer(barred=no.why)
        if self.packets + 1 > self.permit.packets:
            return Answer(barred="what was reserved for this conversation is spent")
        ways = {Via.UDP: self._datagram, Via.ICMP: self._echo, Via.RUN: self._run}
        ways |= {Via.TCP: self._on_stream, Via.TLS: self._on_stream}
        if (way := ways.get(ask.via)) is None:
            return Answer(barred=f"{ask.via.value} is not for one host")
        try:
            return await self._while_allowed(way(ask))
        except ConnectionRefusedError:
            return Answer(refused=True)
        except TimeoutError:
            return Answer()
        except OSError as error:
            return Answer(note=f"not reached: {error.strerror or error}")

    async def _while_allowed(self, sending: Coroutine[None, None, Answer]) -> Answer:
        """What comes is acknowledged, and a handshake goes on, without anybody asking the gate: a stop ends it."""
        task = asyncio.ensure_future(sending)
        try:
            while not task.done():
                await asyncio.wait((task,), timeout=STOP_LOOK)
                if not task.done() and (no := self._gate.closed(self._clock())) is not None:
                    self._stopped = True
                    return Answer(barred=no.why)
            return task.result()
        finally:
            if not task.done():
                task.cancel()
                await asyncio.wait((task,))

    async def close(self) -> None:
        if self._stream is not None:
            try:
                await self._stream.close(STOPPED_CLOSE if self._stopped else ORDERLY_CLOSE)
            finally:
                self._count_stream()

    # -- datagrams --------------------------------------------------------------------------------

    async def _datagram(self, ask: Ask) -> Answer:
        sock = self._socket(socket.SOCK_DGRAM)
        unanswered = False
        try:
            sock.connect((self._peer, ask.port))
            loop = asyncio.get_running_loop()
            self._count(1, len(ask.payload) + DATAGRAM_BYTES)
            await loop.sock_sendall(sock, ask.payload)
            unanswered = True
            async with asyncio.timeout(ask.wait):
                payload = await loop.sock_recv(sock, DATAGRAM_LIMIT)
            unanswered = False
        finally:
            if unanswered:
                self._keep(sock)
            else:
                sock.close()
        return Answer((Reply(self._peer, payload),))

    async def _echo(self, ask: Ask) -> Answer:
        """RFC 792, over a raw socket or, without the right to one, over Linux's ping socket."""
        try:
            sock = self._bound(opened(ECHO))
            header = 20
        except PermissionError:
            sock = self._socket(socket.SOCK_DGRAM, socket.IPPROTO_ICMP)
            header = 0
        with sock:
            sock.connect((self._peer, 0))
            loop = asyncio.get_running_loop()
            self._count(1, len(ask.payload) + 34)
            await loop.sock_sendall(sock, ask.payload)
            ends = loop.time() + ask.wait
            async with asyncio.timeout(ask.wait):
                while (
                    loop.time() < ends
                ):  # what is there already comes without a pause in which time could be up
                    packet = (await loop.sock_recv(sock, 2048))[header:]
                    if packet[:1] == b"\0" and (header == 0 or packet[4:8] == ask.payload[4:8]):
                        return Answer((Reply(self._peer, packet),))
        raise TimeoutError

    # -- streams ----------------------------------------------------------------------------------

    async def _on_stream(self, ask: Ask) -> Answer:
        if self._stream is not None and (
            self._stream.port != ask.port or self._stream.secure != (ask.via is Via.TLS)
        ):
            await self.close()
            self._stream = None
        certificate = b""
        if self._stream is None:
            self._stream = Stream(
                self._socket(socket.SOCK_STREAM), ask.port, ask.via is Via.TLS, self._left()
            )
            try:
                await self._stream.open(self._peer, min(ask.wait, SYN_DEADLINE))
            except (OSError, TimeoutError) as error:
                declined = isinstance(error, ConnectionError) and self._stream.declined()
                await self.close()
                if declined:  # it is there and speaks TLS, and only not ours: a reply with nothing in it
                    return Answer((Reply(self._peer, b""),), note=str(error))
                raise
            certificate = self._stream.certificate
        payload = await self._stream.exchange(ask)
        odd = self._stream.odd
        if not payload and not certificate:
            return Answer(note=odd)
        return Answer((Reply(self._peer, payload, certificate),), note=odd)

    def _left(self) -> int:
        return self.permit.packets - self.packets

    def _count_stream(self) -> None:
        if self._stream is not None:
            packets, payload = self._stream.cost()
            self._count(packets, packets * SEGMENT_BYTES + payload)
            self._stream = None

    # -- nmap -------------------------------------------------------------------------------------

    async def _run(self, ask: Ask) -> Answer:
        """nmap sends by itself, so all of the reservation counts."""
        if (argv := nmap_run.arguments(ask, self._peer)) is None:
            return Answer(barred="these are not the arguments that nmap may be given")
        self._count(self.permit.packets, self.permit.packets * SEGMENT_BYTES)
        try:
            process = await nmap_run.started(argv)
        except FileNotFoundError:
            self.packets = self.bytes = 0
            return Answer(barred="nmap is not installed here")
        output = await nmap_run.output_of(process, ask.wait)
        return Answer((Reply(self._peer, output),) if output else ())

    # -- common -----------------------------------------------------------------------------------

    def _socket(self, kind: int, protocol: int = 0) -> socket.socket:
        version = ip_address(self._peer).version
        return self._bound(socket.socket(socket.AF_INET if version == 4 else socket.AF_INET6, kind, protocol))

    def _bound(self, sock: socket.socket) -> socket.socket:
        """The same socket, held to our interface where the host is on a link of ours."""
        sock.setblocking(False)
        if self._interface is not None:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_DONTROUTE, 1)
            _bind_to(sock, self._interface)
        return sock

    def _count(self, packets: int, size: int) -> None:
        self.packets += packets
        self.bytes += size


def _bind_to(sock: socket.socket, interface: LocalInterface) -> None:
    if hasattr(socket, "SO_BINDTODEVICE"):
        # Linux before 5.7 wants CAP_NET_RAW for this; SO_DONTROUTE still keeps us on the link there.
        with contextlib.suppress(PermissionError):
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_BINDTODEVICE, interface.name.encode())


class Wire:
    """Opens conversations and asks groups. Holds only the sockets at which an answer may still come late."""

    def __init__(
        self, gate: Gate, clock: Callable[[], Moment], interfaces: Callable[[Permit], LocalInterface | None]
    ) -> None:
        self.gate, self._clock, self._interface_of = gate, clock, interfaces
        self._lingering: list[tuple[SegmentPermit, socket.socket]] = []
        self._unanswered: deque[socket.socket] = deque()

    def _keep(self, sock: socket.socket) -> None:
        """Stays open for a while: to an answer that comes late our kernel would say "port unreachable", which nobody
        has counted."""
        self._unanswered.append(sock)
        while len(self._unanswered) > MOST_UNANSWERED:
            self._unanswered.popleft().close()

    @asynccontextmanager
    async def conversation(self, permit: Permit) -> AsyncIterator[Conversation]:
        """A conversation that is closed and settled however its block ends."""
        conversation = Conversation(permit, self.gate, self._clock, self._interface_of(permit), self._keep)
        try:
            yield conversation
        finally:
            try:
                await conversation.close()
            finally:  # also where the close itself is cancelled: a stop must not be lost in it
                self.gate.settle(permit, conversation.packets, conversation.bytes)

    async def ask_group(self, permit: SegmentPermit, ask: Ask, interface: LocalInterface) -> Answer:
        """One question to everyone on one segment; every reply of that segment within ask.wait.

        The socket stays open until `close`, so that our kernel does not refuse an answer that comes late.
        """
        if (no := self.gate.check_group(permit, ask, self._clock())) is not None:
            return Answer(barred=no.why)
        if ask.via is Via.LINK:
            frames = await link.exchange(interface, ask.group, ask.payload, ask.wait)
            return Answer(tuple(Reply(frame[6:12].hex(":"), frame) for frame in frames))
        sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._lingering.append((permit, sock))
        sock.setblocking(False)
        own = str(interface.address.ip)
        sock.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(own))
        sock.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL, LINK_GROUPS[ask.group])
        sock.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_LOOP, 0)
        sock.bind((own, 0))
        loop = asyncio.get_running_loop()
        await loop.sock_sendto(sock, ask.payload, (ask.group, ask.port))
        return await _gather(loop, sock, ask.wait, permit)

    def close(self) -> tuple[tuple[SegmentPermit, str], ...]:
        """Closes what was left open for late answers; whose question each of them answered, and who did."""
        late: list[tuple[SegmentPermit, str]] = []
        for permit, sock in self._lingering:
            with sock, contextlib.suppress(OSError):  # nothing more has come
                for _ in range(MOST_REPLIES):
                    peer = sock.recvfrom(DATAGRAM_LIMIT)[1][0]
                    if ip_address(peer) in permit.network.cidr:
                        late.append((permit, peer))
        self._lingering.clear()
        while self._unanswered:
            self._unanswered.popleft().close()
        return tuple(late)


async def _gather(
    loop: asyncio.AbstractEventLoop, sock: socket.socket, wait: float, permit: SegmentPermit
) -> Answer:
    found, count, foreign, left = list[Reply](), Counter[str](), 0, MOST_REPLY_BYTES
    ends = loop.time() + wait
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(wait):
            # A flood is read without a pause in which the time could be up: so the clock is asked, too.
            while len(found) < MOST_REPLIES and left > 0 and loop.time() < ends:
                payload, (peer, *_) = await loop.sock_recvfrom(sock, DATAGRAM_LIMIT)
                if ip_address(peer) not in permit.network.cidr:
                    foreign += 1
                elif (number := count[peer]) <= MOST_REPLIES_OF_ONE:
                    count[peer] = number + 1
                    if number < MOST_REPLIES_OF_ONE:
                        found.append(Reply(peer, payload))
                        left -= len(payload)
    flooding = tuple(sorted(peer for peer, number in count.items() if number > MOST_REPLIES_OF_ONE))
    return Answer(tuple(found), flooding=flooding, foreign=foreign)
