"""What is kept of what was heard: addresses of the scope, each reading once, within bounds. Pure but for its memory.

A host with an address is kept if the scope has that address. A host known by its MAC alone (a switch that
announces itself, a device that has no address yet) is kept if the scope has an address that was seen
with this MAC; if only addresses outside were, it is not; if none was, it is kept where its link (one
interface of one recording, one VLAN) carries addresses of the scope. Of a table that was handed over it is kept
also where nothing is known of its link: whoever handed the table over says that its switch belongs there. That
is known when all is read, so these readings wait until `settle`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from agent.handed_over.rows import Row
from agent.listen import Heard
from agent.scope import Scope, parse_address
from probes.model import Evidence, Reading

MOST_PER_FIELD = 200
"""Different values of one field of one host: beyond that a list says nothing more of what the host is."""
MOST_WAITING = 150_000
MOST_COUNTED = 100_000
MOST_TOLD = 20


@dataclass(slots=True)
class Gathering:
    """One import under way, for one site."""

    scope: Scope
    site: str
    packets: int = 0
    rows: int = 0
    garbled: Counter[str] = field(default_factory=Counter)
    hosts: set[str] = field(default_factory=set)
    left_out: Counter[str] = field(default_factory=Counter)
    outside: set[str] = field(default_factory=set)
    _per_field: Counter[str] = field(default_factory=Counter)
    _kept: set[tuple[str, str, str]] = field(default_factory=set)
    _admitted: dict[str, bool | None] = field(default_factory=dict)
    _waiting: dict[tuple[str, str, str], tuple[str, str, str]] = field(default_factory=dict)
    _addresses: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _links: set[str] = field(default_factory=set)
    _elsewhere: set[str] = field(default_factory=set)
    _vouched: set[str] = field(default_factory=set)

    def take(self, heard: Heard, link: str, at: str) -> Iterator[Evidence]:
        """The evidence of one frame that is ours to keep and new. link: where it was recorded."""
        self.packets += 1
        link = f"{link} vlan {heard.vlan or 0}"
        for probe, _ in heard.garbled:
            self.garbled[probe] += 1
        yield from self._sort(heard.readings, link, at)

    def take_row(self, row: Row, source: str, at: str) -> Iterator[Evidence]:
        """The evidence of one row of a handed-over file that is ours to keep and new. source: the file."""
        self.rows += bool(row.readings)
        if row.about:
            if self._admits(row.about):
                for probe, reading in row.readings:
                    yield from self._keep(probe, reading, at)
            return
        link = f"vlan {row.vlan}" if row.vlan else source  # a site gives a number to one VLAN
        self._vouched.add(link)
        yield from self._sort(row.readings, link, at)

    def _sort(self, readings: Iterable[tuple[str, Reading]], link: str, at: str) -> Iterator[Evidence]:
        for probe, reading in readings:
            admitted = self._admits(reading.host)
            if admitted is not None and reading.field.endswith(".mac"):
                self._tie(reading, link, admitted=admitted)
            if admitted:
                yield from self._keep(probe, reading, at)
            elif admitted is None and len(self._waiting) < MOST_WAITING:
                key = (reading.host, reading.field, reading.value)
                self._waiting.setdefault(key, (probe, at, link))
            elif admitted is None:
                self.left_out["(known by MAC)"] += 1

    def settle(self) -> Iterator[Evidence]:
        """When all is read: the evidence of hosts known by their MAC, as far as it is ours."""
        vouched = self._vouched - self._elsewhere
        for (host, name, value), (probe, at, link) in self._waiting.items():
            addresses = self._addresses.get(host, set())
            here = link in self._links or link in vouched
            if any(self._admits(a) for a in addresses) or (not addresses and here):
                yield from self._keep(probe, Reading(name, value, host), at)
            else:
                self._count_outside(host)
        self._waiting.clear()
        self._links.clear()
        self._vouched.clear()
        self._elsewhere.clear()

    def notes(self) -> Iterator[str]:
        """What was not kept and not understood, in sentences."""
        if self.outside:
            more = "at least " if len(self.outside) >= MOST_COUNTED else ""
            yield f"{more}{len(self.outside)} addresses outside the scope's networks were heard or told of and not kept"
        for probe, count in sorted(self.garbled.items()):
            if probe == "frame":
                yield f"{count} frames have headers that are cut short or contradict themselves"
            else:
                yield f"{count} packets seemed to be {probe} and could not be read as such"
        for place, count in self.left_out.most_common(MOST_TOLD):
            yield f"{place}: {count} further readings were not kept"
        if len(self.left_out) > MOST_TOLD:
            yield f"and as much of {len(self.left_out) - MOST_TOLD} other hosts and fields"

    def _admits(self, host: str) -> bool | None:
        """Whether the scope has this address; None for a MAC."""
        if host not in self._admitted:
            if len(self._admitted) > MOST_COUNTED:
                self._admitted.clear()
            try:
                self._admitted[host] = self.scope.network_of(self.site, parse_address(host)) is not None
            except ValueError:
                self._admitted[host] = None
        admitted = self._admitted[host]
        if admitted is False:
            self._count_outside(host)
        return admitted

    def _count_outside(self, host: str) -> None:
        if len(self.outside) < MOST_COUNTED:
            self.outside.add(host)

    def _tie(self, reading: Reading, link: str, *, admitted: bool) -> None:
        (self._links if admitted else self._elsewhere).add(link)
        if len(self._addresses) < MOST_COUNTED and len(self._addresses[reading.value]) < 16:
            self._addresses[reading.value].add(reading.host)

    def _keep(self, probe: str, reading: Reading, at: str) -> Iterator[Evidence]:
        key = (reading.host, reading.field, reading.value)
        if key in self._kept:
            return
        place = f"{reading.host} {reading.field}"
        if self._per_field[place] >= MOST_PER_FIELD:
            self.left_out[place] += 1
            return
        self._kept.add(key)
        self._per_field[place] += 1
        self.hosts.add(reading.host)
        yield Evidence(self.site, reading.host, probe, reading.field, reading.value, at)
