"""Hearing while a run goes on: frames of the ears -> evidence, kept by the same rules as of a recording.

Before anything is sent, the run listens for as long as the scope says (`listen_for`); afterwards the ears stay
open, for many bedside and laboratory devices speak only by themselves and only now and then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from agent.ear import Ear, listen
from agent.gathering import Gathering
from agent.host import LocalInterface
from agent.listen import Table, hear
from agent.scope import Network, Scope
from probes.model import Evidence

DEAF = (
    "listening needs an interface there and the right to packet sockets (CAP_NET_RAW); "
    "give a recording to `daicho import`"
)


@dataclass(slots=True)
class Hearing:
    """learn keeps evidence, note a sentence; now gives the time as text. places: the networks that each ear hears."""

    scope: Scope
    table: Table
    learn: Callable[[Iterable[Evidence]], None]
    note: Callable[[str], None]
    now: Callable[[], str]
    places: dict[Ear, tuple[Network, ...]] = field(default_factory=dict)
    packets: dict[Ear, int] = field(default_factory=dict)
    _gathered: dict[str, Gathering] = field(default_factory=dict)

    def open(
        self,
        interfaces: Mapping[Network, LocalInterface],
        own: Iterable[str],
        *,
        raw: bool,
        every: bool = False,
    ) -> float:
        """An ear for each interface whose networks ask for it (every: for each that there is). Returns for how
        many seconds they want to be heard before anything is sent; 0 where nobody is. own: MACs of this machine."""
        macs = frozenset(own)
        wanted = [n for n in self.scope.networks if every or n.listen_for]
        if deaf := [n.name for n in wanted if not raw or n not in interfaces]:
            self.note(f"{', '.join(deaf)}: {DEAF}")
        heard = [n for n in wanted if raw and n in interfaces]
        by_name = {interfaces[n].name: interfaces[n] for n in heard}
        for name, interface in by_name.items():
            ear = Ear(interface, macs)
            self.places[ear] = tuple(n for n in heard if interfaces[n].name == name)
            self.packets[ear] = 0
        return max((n.listen_for for n in heard), default=0.0)

    def hear_for(self, seconds: float, steady: Callable[[], float], waiting: Callable[[float], bool]) -> None:
        """waiting is told how many seconds have passed; False from it ends the listening."""
        listen(tuple(self.places), seconds, steady, self._take, waiting)
        self._settle()

    def drain(self) -> None:
        """What has come since; to be called now and then while other things go on."""
        for ear in self.places:
            for frame in ear.frames():
                self._take(ear, frame)

    def end(self) -> None:
        """Takes in what is left and says what was not kept, not understood or never heard."""
        self.drain()
        self._settle()
        for ear, networks in self.places.items():
            if dropped := ear.dropped:
                names = ", ".join(n.name for n in networks)
                self.note(f"{names}: {dropped} frames came faster than they could be heard and are not known")
        for gathering in self._gathered.values():
            for text in gathering.notes():
                self.note(text)

    def close(self) -> None:
        for ear in self.places:
            ear.close()
        self.places.clear()

    def _settle(self) -> None:
        """Decides on those that are known by their MAC alone."""
        for gathering in self._gathered.values():
            self.learn(gathering.settle())

    def _take(self, ear: Ear, frame: bytes) -> None:
        self.packets[ear] += 1
        site = self.places[ear][0].site
        if site not in self._gathered:
            self._gathered[site] = Gathering(self.scope, site)
        self.learn(self._gathered[site].take(hear(frame, self.table), ear.interface.name, self.now()))
