"""The watch: is whoever we just spoke with still there? And what follows where he is not.

After each unicast conversation, and again half a minute later, one ARP request asks for the host that was
spoken with; a bedside or laboratory device that lost its network stack answers nothing, and everything that
lives answers ARP. Silent twice is lost. The judgement (`judge`) is pure and errs towards stopping:

- a lost host is asked nothing more, and its class gets ARP only for the rest of the run;
- one lost host on a bedside or clinical network that the ledger protects, or that nobody could name,
  stops all sending, and so do three of one class within ten minutes, until a person re-arms the run;
- phones, guests' devices and office terminals come and go by themselves: they count only if they were lost
  within seconds of a question.

Hosts behind a router have no ARP here, and are not watched; the run says so once.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from ipaddress import IPv4Address

from agent.capture import ArpSocket
from agent.care import HostView
from agent.gate import Gate
from agent.host import LocalInterface
from agent.limits import WATCH_AGAIN, WATCH_LOST_OF_CLASS, WATCH_SPAN, WATCH_SUDDEN, WATCH_WAITS
from agent.permit import Later, Moment, Refusal
from agent.scope import Care
from probes import arp

COME_AND_GO = frozenset({"phone", "guest"})
CARRIED = frozenset({"tablet", "handheld", "smartphone"})
NOBODY = "nobody could say what it is"


@dataclass(frozen=True, slots=True)
class Loss:
    """A host that answered before a question and was silent twice after it.

    after: seconds between the end of the conversation and the certainty.  at: the steady clock's seconds.
    """

    view: HostView
    probe: str
    after: float
    at: float

    @property
    def counts(self) -> bool:
        """Whether we are to blame, as far as one can tell."""
        return not comes_and_goes(self.view) or self.after <= WATCH_SUDDEN


def comes_and_goes(view: HostView) -> bool:
    """Equipment that people switch off and carry away; on a clinical network a PC may be a modality's console."""
    if view.klass in COME_AND_GO or view.kind in CARRIED:
        return True
    return view.klass == "terminal" and view.network.care is Care.OFFICE


def judge(losses: Sequence[Loss]) -> str:
    """Why all sending must stop after the last of these losses, or ""."""
    last = losses[-1]
    if not last.counts:
        return ""
    view = last.view
    if view.network.care is not Care.OFFICE and (view.declared or view.fragile or not view.recognised):
        who = "the ledger declares it" if view.declared else view.fragile or NOBODY
        return f"{view.ip} on {view.network.name} ({view.network.care}) fell silent after {last.probe}; {who}"
    same = [
        loss
        for loss in losses
        if loss.counts and loss.view.klass == view.klass and last.at - loss.at <= WATCH_SPAN
    ]
    if len(same) >= WATCH_LOST_OF_CLASS:
        what = view.klass or "devices that nobody could name"
        return f"{len(same)} of one class ({what}) fell silent within {WATCH_SPAN / 60:.0f} minutes, {view.ip} last"
    return ""


@dataclass(slots=True)
class Watch:
    """The watch of one run. on_loss is called with each loss as soon as it is certain.

    `stopped` says why all sending must stop, or "".  `losses` in the order in which they were found.
    """

    gate: Gate
    clock: Callable[[], Moment]
    on_loss: Callable[[Loss, str], None]
    stopped: str = ""
    losses: list[Loss] = field(default_factory=list)
    unwatched: set[str] = field(default_factory=set)
    _sockets: dict[tuple[str, str], ArpSocket] = field(default_factory=dict)
    _waiting: dict[tuple[str, str], asyncio.Event] = field(default_factory=dict)
    _again: dict[tuple[str, str], asyncio.Task[None]] = field(default_factory=dict)

    async def after(self, view: HostView, probe: str, interface: LocalInterface | None) -> None:
        """To be awaited when a conversation is over: the next question waits for the answer."""
        if interface is None or not isinstance(view.ip, IPv4Address) or not interface.mac:
            self.unwatched.add(view.network.name)
            return
        ended = self.clock().steady
        key = (view.site, str(view.ip))
        if (earlier := self._again.pop(key, None)) is not None:
            earlier.cancel()
        if await self._is_there(view, probe, ended, interface):
            self._again[key] = asyncio.create_task(self._look_again(view, probe, ended, interface))

    async def finish(self, progress: Callable[[int, int], None] = lambda _done, _all: None) -> None:
        """Waits until everyone was looked for again; no longer than anything may be sent."""
        every = len(self._again)
        while self._again and self.gate.closed(self.clock()) is None:
            progress(every - len(self._again), every)
            waiting = tuple(self._again.values())
            await asyncio.wait(waiting, timeout=0.5, return_when=asyncio.FIRST_COMPLETED)
            self._again = {key: task for key, task in self._again.items() if not task.done()}
            for task in waiting:
                if task.done() and not task.cancelled():
                    task.result()  # a full disk shows here
        self.close()

    def close(self) -> None:
        for task in self._again.values():
            task.cancel()
        self._again.clear()
        loop = asyncio.get_running_loop()
        for sock in self._sockets.values():
            loop.remove_reader(sock.fileno())
            sock.close()
        self._sockets.clear()

    async def _look_again(self, view: HostView, probe: str, ended: float, interface: LocalInterface) -> None:
        await asyncio.sleep(max(0.0, ended + WATCH_AGAIN - self.clock().steady))
        await self._is_there(view, probe, ended, interface)

    async def _is_there(self, view: HostView, probe: str, ended: float, interface: LocalInterface) -> bool:
        for wait in WATCH_WAITS:
            asked = await self._ask(view, interface)
            if asked is None:
                return True  # no more may be sent: nothing was learnt, and nothing is claimed
            try:
                async with asyncio.timeout(wait):
                    await asked.wait()
                return True
            except TimeoutError:
                continue
        now = self.clock().steady
        loss = Loss(view, probe, now - ended, now)
        self.losses.append(loss)
        self.stopped = self.stopped or judge(self.losses)
        self.on_loss(loss, self.stopped)
        return False

    async def _ask(self, view: HostView, interface: LocalInterface) -> asyncio.Event | None:
        while True:
            verdict = self.gate.admit_segment(
                view.network, arp.PROBE, 1, self.clock(), detail=f"watch {view.ip}"
            )
            if isinstance(verdict, Refusal):
                return None
            if not isinstance(verdict, Later):
                break
            await asyncio.sleep(verdict.seconds)
        sock = self._socket_of(interface)
        event = self._waiting.setdefault((interface.name, str(view.ip)), asyncio.Event())
        event.clear()
        sock.ask(str(view.ip))
        return event

    def _socket_of(self, interface: LocalInterface) -> ArpSocket:
        """One for each of our addresses: many a host answers nobody whose address is of another network."""
        key = (interface.name, str(interface.address.ip))
        if key not in self._sockets:
            sock = self._sockets[key] = ArpSocket(interface)
            asyncio.get_running_loop().add_reader(sock.fileno(), self._hear, interface.name, sock)
        return self._sockets[key]

    def _hear(self, interface: str, sock: ArpSocket) -> None:
        """Who answers on one wire is not there on another: two sites may have the same addresses."""
        for reply in sock.answers():
            if (event := self._waiting.get((interface, reply.ip))) is not None:
                event.set()
