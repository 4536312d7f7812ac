"""The only sender of datagrams and streams. Every sending passes `Conversation.perform` or `Wire.ask_group`.

The gate is asked again before each one; nothing here decides what may be sent. How each travels is told where it is
done: agent/stream.py, agent/datagram.py, agent/nmap_run.py for one host, agent/multicast.py and agent/link.py for
everyone on a segment. They know no gate, and nobody but the wire calls them. A conversation that nears its reservation
is broken off.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from socket import socket

from agent import datagram, link, multicast, nmap_run, unrouted
from agent.answer import Answer
from agent.gate import Gate
from agent.host import LocalInterface
from agent.limits import SYN_DEADLINE
from agent.permit import Moment, Permit, SegmentPermit
from agent.stream import SEGMENT_BYTES, Stream
from probes.model import Ask, Reply, Via

ARP_BYTES = 42
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
        unanswered: datagram.Unanswered,
    ) -> None:
        """unanswered: takes the sockets whose question was not answered in time."""
        self.permit, self._gate, self._clock, self._interface = permit, gate, clock, interface
        # To a host not spoken with before, the kernel owes an answer when it asks who we are.
        self.packets, self.bytes = (1, ARP_BYTES) if permit.resolves else (0, 0)
        self._stream: Stream | None = None
        self._stopped, self._unanswered = False, unanswered
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
        payload = await datagram.ask_udp(self._peer, self._interface, ask, self._count, self._unanswered)
        return Answer((Reply(self._peer, payload),))

    async def _echo(self, ask: Ask) -> Answer:
        packet = await datagram.ask_echo(self._peer, self._interface, ask, self._count)
        return Answer((Reply(self._peer, packet),))

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
                unrouted.tcp(self._peer, self._interface), ask.port, ask.via is Via.TLS, self._left()
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

    def _count(self, packets: int, size: int) -> None:
        self.packets += packets
        self.bytes += size


class Wire:
    """Opens conversations and asks groups. Holds only the sockets at which an answer may still come late."""

    def __init__(
        self, gate: Gate, clock: Callable[[], Moment], interfaces: Callable[[Permit], LocalInterface | None]
    ) -> None:
        self.gate, self._clock, self._interface_of = gate, clock, interfaces
        self._lingering: list[tuple[SegmentPermit, socket]] = []
        self._unanswered = datagram.Unanswered()

    @asynccontextmanager
    async def conversation(self, permit: Permit) -> AsyncIterator[Conversation]:
        """A conversation that is closed and settled however its block ends."""
        interface = self._interface_of(permit)
        conversation = Conversation(permit, self.gate, self._clock, interface, self._unanswered)
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
        sock = multicast.opened()
        self._lingering.append((permit, sock))
        await multicast.put(sock, interface, ask)
        return await multicast.gathered(sock, ask.wait, permit.network)

    def close(self) -> tuple[tuple[SegmentPermit, str], ...]:
        """Closes what was left open for late answers; whose question each of them answered, and who did."""
        late = [
            (permit, peer)
            for permit, sock in self._lingering
            for peer in multicast.late(sock, permit.network)
        ]
        self._lingering.clear()
        self._unanswered.close()
        return tuple(late)
