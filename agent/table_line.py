"""A line to a box whose tables are read: one question waits on it at a time, and the pace is the box's own.

After an answer comes a pause at least as long as the answer took, longer where answers grow slow. Every few questions
stand under a permit of their own, so that the account is never far behind what was sent, and each datagram
passes the gate. What comes back is read by generators of probes/ (probes/tables.py).
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from statistics import median
from typing import TypeVar

from agent.care import HostView
from agent.limits import TABLE_LONGEST_PAUSE, TABLE_PAUSE
from agent.permit import Permit, Refusal
from agent.session import Session
from agent.snmp_session import TableSession
from agent.wire import Conversation
from probes.model import Ask, ParseError, Probe, Reply, Secret, UsmUser
from probes.snmp_message import Response
from probes.tables import BATCH, Page, Reader, community_carrier

LATENCIES = 16
"""Answers of a box by which the next pause is judged."""

T = TypeVar("T")


class GateClosedError(Exception):
    """The gate lets nothing more be sent to this box now. `refusal` says why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.why)
        self.refusal = refusal


def pause(took: Sequence[float]) -> float:
    """Seconds to wait before the next question, given how long the last answers took, the oldest first.

    As long as the last answer, twice as long where it took more than twice the usual time.
    """
    if not took:
        return TABLE_PAUSE
    slower = len(took) > 2 and took[-1] > 2 * median(took[:-1])
    return min(max(TABLE_PAUSE, took[-1] * (2 if slower else 1)), TABLE_LONGEST_PAUSE)


@dataclass(slots=True)
class Line:
    """took: seconds of the last answers, on all lines to this box.  packets, bytes, answers: what was sent and
    came.  garbled: what an answer was that is no SNMP.  stopped: why the gate lets nothing more be sent."""

    view: HostView
    session: Session
    secret: Secret
    took: list[float]
    packets: int = 0
    bytes: int = 0
    answers: int = 0
    garbled: str = ""
    stopped: Refusal | None = None
    _number: int = 0
    _asked: int = 0
    _permit: Permit | None = None
    _talk: Conversation | None = None
    _v3: TableSession | None = None
    _stack: AsyncExitStack = field(default_factory=AsyncExitStack)

    async def read(self, reader: Reader[T], probe: Probe) -> T:
        """Puts the pages of a table, each once. An answer that is none ends it like silence, and so does the gate:
        what was read before stands."""
        try:
            page = next(reader)
            while True:
                try:
                    response = await self._page(page, probe)
                except ParseError as error:
                    self.garbled, response = str(error), None
                except GateClosedError as end:
                    self.stopped, response = end.refusal, None
                page = reader.send(response)
        except StopIteration as end:
            result: T = end.value
            return result
        finally:
            reader.close()
            await self._settle()

    async def ask(self, ask: Ask, probe: Probe) -> tuple[Reply, ...]:
        """One datagram, after the pause. Raises GateClosedError."""
        await asyncio.sleep(pause(self.took))
        talk = await self._room(probe)
        begun, packets, size = self.session.clock().steady, talk.packets, talk.bytes
        answer = await talk.perform(ask)
        self._asked += 1
        self.packets += talk.packets - packets
        self.bytes += talk.bytes - size
        if answer.barred:
            raise GateClosedError(Refusal("stopped", answer.barred))
        if answer.replies:
            self.answers += 1
            self.took.append(self.session.clock().steady - begun)
            del self.took[:-LATENCIES]
        return answer.replies

    async def close(self) -> None:
        await self._settle()
        if self._v3 is not None:
            self._v3.close()

    async def _page(self, page: Page, probe: Probe) -> Response | None:
        if isinstance(self.secret, UsmUser):
            self._v3 = self._v3 or TableSession(self.secret)
            conversation = self._v3.carry(page, self._number)
        else:
            self._number = self._number or self.session.nonce()
            conversation = community_carrier(self.secret, self._number)(page, 0)
        self._number += 1
        try:
            ask = next(conversation)
            while True:
                ask = conversation.send(await self.ask(ask, probe))
        except StopIteration as end:
            response: Response | None = end.value
            return response
        finally:
            conversation.close()

    async def _room(self, probe: Probe) -> Conversation:
        """A conversation whose permit is of this probe, in time, and has questions left."""
        permit, now = self._permit, self.session.clock()
        fits = permit is not None and permit.probe is probe and now.steady < permit.expires
        if fits and self._talk is not None and self._asked < BATCH:
            return self._talk
        await self._settle()
        while not isinstance(verdict := self.session.gate.admit_tables(self.view, probe, now), Permit):
            if isinstance(verdict, Refusal):
                raise GateClosedError(verdict)
            await asyncio.sleep(verdict.seconds)
            now = self.session.clock()
        self._permit, self._asked = verdict, 0
        self._talk = await self._stack.enter_async_context(self.session.wire.conversation(verdict))
        return self._talk

    async def _settle(self) -> None:
        self._permit = self._talk = None
        await self._stack.aclose()
