"""Which device could be which row at all: pairs that share an identifier, so that cost grows with the rows.

Devices and rows are numbered in sorted order; nothing after this depends on the order of the input.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field

from agent.device import Tier
from reconciler.decisions import Judgements
from reconciler.features import Context, carried_twice, reasons
from reconciler.reconciliation import Reason
from reconciler.traits import IDENTIFIERS, Recorded, Seen
from reconciler.weigh import Weighed, weigh

CROWD = 64
"""An identifier on more pairs than this is a habit (a cloned image, a copied cell), not an identity."""
MANY_ROWS = 16
"""So many rows that declare a quantity of one model cannot be told apart by the model."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A device and a row by their numbers, what was compared and what it is worth."""

    device: int
    row: int
    reasons: tuple[Reason, ...]
    weighed: Weighed

    @property
    def rank(self) -> int:
        return self.weighed.rank

    def agrees(self, feature: str) -> str:
        """The recorded value by which the two agree in this feature, "" where they do not."""
        return next((r.recorded for r in self.reasons if r.feature == feature and not r.against), "")

    @property
    def best_reason(self) -> Tier:
        return max(r.tier for r in self.reasons if not r.against)


@dataclass(frozen=True, slots=True)
class Crowd:
    """Devices and rows that carry one identifier, too many to pair."""

    feature: str
    form: str
    devices: tuple[int, ...]
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Candidates:
    devices: Sequence[Seen]
    rows: Sequence[Recorded]
    by_device: Sequence[Sequence[Pair]]
    by_row: Sequence[Sequence[Pair]]
    crowds: Sequence[Crowd]


def candidates(
    devices: Iterable[Seen], rows: Iterable[Recorded], known: Context, judged: Judgements
) -> Candidates:
    """Every pair that shares an identifier, that has a reason for it, and that nobody judged different."""
    seen = sorted(devices, key=lambda d: d.device.id)
    recorded = sorted(rows, key=lambda r: r.key)
    partners = Partners([NOBODY] * len(seen))
    crowds: list[Crowd] = []
    for name, forms in IDENTIFIERS.items():
        twice = known.on_devices[name], known.in_rows[name]
        of_rows = [forms(r) if name != "tag" or not r.host_certain else () for r in recorded]
        crowds += _look_up(name, partners, [forms(d) for d in seen], of_rows, *twice)
    models, sorts = [(d.model,) for d in seen], [_sort_forms(r) for r in recorded]
    crowds += _look_up("sort", partners, models, sorts, carried_twice(models), carried_twice(sorts))
    _nearly_equal(partners, seen, recorded, known)
    by_device: list[Sequence[Pair]] = [()] * len(seen)
    by_row: list[list[Pair]] = [[] for _ in recorded]
    for number, device in enumerate(seen):
        pairs = []
        for partner in partners.of(number):
            if pair := _pair(number, partner, device, recorded[partner], known, judged):
                pairs.append(pair)
                by_row[partner].append(pair)
        by_device[number] = tuple(pairs)
    return Candidates(seen, recorded, by_device, by_row, sorted(crowds, key=lambda c: (c.feature, c.form)))


NOBODY, SEVERAL = -1, -2


@dataclass(slots=True)
class Partners:
    """The rows that each device met, in `first` the one that is all that most meet."""

    first: list[int]
    others: defaultdict[int, set[int]] = field(default_factory=lambda: defaultdict(set))

    def meet(self, device: int, row: int) -> None:
        if self.first[device] == NOBODY:
            self.first[device] = row
        elif self.first[device] != row:
            self.others[device].add(row)

    def of(self, device: int) -> Sequence[int]:
        first = self.first[device]
        if device in self.others:
            return sorted({first, *self.others[device]})
        return () if first == NOBODY else (first,)


def _look_up(
    name: str,
    partners: Partners,
    of_devices: Sequence[Sequence[str]],
    of_rows: Sequence[Sequence[str]],
    on_devices: Set[str],
    in_rows: Set[str],
) -> list[Crowd]:
    """Lets the devices meet the rows of each of their forms; returns the crowds, in which nobody meets anybody.

    on_devices, in_rows: forms that two carry.  Nearly every form is carried by one row; those of several are kept
    apart, and those that many devices meet.
    """
    one = {form: number for number, forms in enumerate(of_rows) for form in forms}
    many = _carriers(of_rows, in_rows)
    beset = _beset(of_devices, on_devices & one.keys())
    many |= {form: [one[form]] for form in beset if form not in many}
    one |= dict.fromkeys(many, SEVERAL)
    meeting: defaultdict[str, list[int]] = defaultdict(list)
    row_of, first, meet = one.get, partners.first, partners.meet
    for number, forms in enumerate(of_devices):
        for form in forms:
            row = row_of(form)
            if row is None or row == first[number]:
                continue
            if row == SEVERAL:
                meeting[form].append(number)
            else:
                meet(number, row)
    crowds = []
    for form, devices in meeting.items():
        if not _is_crowd(name, len(many[form]), len(devices)):
            for device in devices:
                for row in many[form]:
                    meet(device, row)
        elif name in _NAMES:
            crowds.append(Crowd(_NAMES[name], form, tuple(devices), tuple(many[form])))
    return crowds


def _beset(of_devices: Sequence[Sequence[str]], shared: Set[str]) -> list[str]:
    """Forms that more than CROWD devices carry; few are carried twice at all, so only these are counted."""
    if not shared:
        return []
    times = Counter([f for carried in of_devices for f in carried if f in shared])
    return [form for form, count in times.items() if count > CROWD]


def _carriers(carried: Sequence[Sequence[str]], wanted: Set[str]) -> dict[str, list[int]]:
    """Each wanted form -> the numbers of all that carry it."""
    carriers: dict[str, list[int]] = {form: [] for form in wanted}
    for number, forms in enumerate(carried) if wanted else ():
        for form in forms:
            if form in wanted:
                carriers[form].append(number)
    return carriers


_NAMES = {
    "serial": "serial_shared",
    "mac": "mac_shared",
    "host": "hostname_shared",
    "sort": "model",
}
"""Identities of which a crowd is worth telling; many rows with one address or number say nothing."""


def _is_crowd(name: str, rows: int, devices: int) -> bool:
    return rows > MANY_ROWS if name == "sort" else rows * devices > CROWD


def _pair(
    number: int, candidate: int, device: Seen, row: Recorded, known: Context, judged: Judgements
) -> Pair | None:
    if judged.different and any((device.device.id, key) in judged.different for key in row.keys):
        return None
    why = reasons(device, row, known)
    if not why or why[0].against:
        return None
    return Pair(number, candidate, why, weigh(why, row))


def _nearly_equal(
    partners: Partners, devices: Sequence[Seen], rows: Sequence[Recorded], known: Context
) -> None:
    """Lets a device meet rows with a MAC that differs in one digit. Only MACs without a partner are tried: the fewer are
    kept by all forms in which such a pair agrees, the others are looked up the same way."""
    of_devices = [(n, m) for n, d in enumerate(devices) for m in d.macs if m not in known.recorded_macs]
    of_rows = [(n, m) for n, r in enumerate(rows) for m in r.macs if m not in known.seen_macs]
    fewer, more = sorted((of_devices, of_rows), key=len)
    kept: defaultdict[int, list[int]] = defaultdict(list)
    for number, mac in fewer:
        for form in _left_open(mac):
            kept[form].append(number)
    for number, mac in more:
        for form in _left_open(mac):
            for other in kept.get(form, ())[:MANY_ROWS]:
                partners.meet(*((other, number) if fewer is of_devices else (number, other)))


def _left_open(mac: str) -> tuple[int, ...]:
    """Numbers of which two MACs share one if at most one digit differs: the maker's own half stands for itself, as
    then the other half may not differ; else that half with each of its digits struck out, and which it was."""
    n = int(mac.replace(":", ""), 16) << 3
    low = n & 0xFFFFFF << 3
    return (
        low,
        (n & ~(0xF << 3)) | 1,
        (n & ~(0xF << 7)) | 2,
        (n & ~(0xF << 11)) | 3,
        (n & ~(0xF << 15)) | 4,
        (n & ~(0xF << 19)) | 5,
        (n & ~(0xF << 23)) | 6,
    )


def _sort_forms(row: Recorded) -> Sequence[str]:
    """A row that declares a quantity describes a sort of device, so its model is looked up too."""
    return (row.model,) if row.capacity != 1 and row.model else ()
