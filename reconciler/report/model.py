"""The report as values: what was found, told device by device, row by row, difference by difference.

Values here are codes, numbers, UTC times and texts as they came; words are chosen by phrases.py, and made harmless to
show by the faces. building.py makes them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from agent.findings import Coverage, Lost
from reconciler.decisions import Decision
from reconciler.followups import State
from reconciler.history import Gone
from reconciler.ledger.asset import Ledger
from reconciler.reconciliation import DeviceBucket, Kind, RowBucket
from reconciler.report.concerns import Ask, Concern
from reconciler.report.item import Item
from reconciler.report.lines import DeviceLine, RowLine


@dataclass(frozen=True, slots=True)
class Input:
    """A file that the report was made from. sort: findings, journal, ledger or rules.  sha256: lower-case hexadecimal."""

    sort: str
    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Cover:
    """Who made the report for whom, under whose authority, about what. Texts are shown as given.

    scope, excluded: one line each ("外来LAN 10.1.0.0/24").  started: UTC, ISO 8601, "" where not known.
    complete: False where the run was stopped.  protected_by_ledger: how many rows the gate knew,
    None where no ledger protected anything.  edition: of the document (版).  tool: name and version.  registry: edition of the
    table of address blocks, "" where not known.
    """

    facility: str
    author: str
    addressee: str
    scope: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    authorised_by: str = ""
    authorised_until: str = ""
    clinical_engineer: str = ""
    contact: str = ""
    started: str = ""
    complete: bool = True
    protected_by_ledger: int | None = None
    account: str = ""
    edition: str = "1"
    tool: str = "daicho"
    registry: str = ""
    inputs: tuple[Input, ...] = ()


@dataclass(frozen=True, slots=True)
class Since:
    """What an earlier run knew. Times are ends of runs, UTC, ISO 8601.

    first_seen, new: by difference id.  device_first_seen: by device id.  row_last_seen: by a row's key
    (decisions.row_keys), when a device was last matched to it.
    """

    previous_run: str
    previous_ended: str
    first_seen: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    new: frozenset[str] = frozenset()
    gone: tuple[Gone, ...] = ()
    device_first_seen: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    row_last_seen: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Followed:
    """What became of one decision, or of what came back undecided (decision None). items: numbers, none where it
    is gone.  since: end of the run in which it was gone, or, done, of the last that had it; "" if not known."""

    state: State
    decision: Decision | None
    items: tuple[int, ...]
    since: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """The conservation statement: every device and every row, each in one bucket."""

    devices: Mapping[DeviceBucket, int]
    rows: Mapping[RowBucket, int]
    kinds: Mapping[Kind, int]
    new: Mapping[Kind, int]
    classes: Mapping[str, Mapping[DeviceBucket, int]]
    packets: int
    bytes: int

    @property
    def device_total(self) -> int:
        return sum(self.devices.values())

    @property
    def row_total(self) -> int:
        return sum(self.rows.values())


@dataclass(frozen=True, slots=True)
class Report:
    """All of it, in the order in which it is read. decisions: what people had decided by then.  makers: a maker as
    ledgers and devices spell it -> its canonical name, where that is known."""

    cover: Cover
    run: str
    ended: str
    as_of: date
    since: Since | None
    counts: Counts
    concerns: tuple[Concern, ...]
    asks: tuple[Ask, ...]
    items: tuple[Item, ...]
    devices: tuple[DeviceLine, ...]
    rows: tuple[RowLine, ...]
    coverage: tuple[Coverage, ...]
    ledgers: tuple[Ledger, ...]
    notes: tuple[str, ...]
    examined: frozenset[Kind]
    lost: tuple[Lost, ...] = ()
    decisions: tuple[Decision, ...] = ()
    followups: tuple[Followed, ...] = ()
    makers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def item(self, number: int) -> Item:
        return self.items[number - 1]
