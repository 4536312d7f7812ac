"""Which device could be which row at all: pairs that share an identifier, so that cost grows with the rows.

Devices and rows are numbered in sorted order; nothing after this depends on the order of the input.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from agent.device import Tier
from reconciler.decisions import Judgements
from reconciler.features import Context, reasons
from reconciler.reconciliation import Reason
from reconciler.traits import Key, Recorded, Seen
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
    rows_by_key: defaultdict[Key, list[int]] = defaultdict(list)
    for number, row in enumerate(recorded):
        for key in (*row.identifiers, *_sort_keys(row)):
            rows_by_key[key].append(number)
    near = _nearly_equal(seen, recorded, known)
    by_device: list[list[Pair]] = [[] for _ in seen]
    by_row: list[list[Pair]] = [[] for _ in recorded]
    crowded: defaultdict[Key, list[int]] = defaultdict(list)
    for number, device in enumerate(seen):
        found = set(near.get(number, ()))
        for key in (*device.identifiers, ("sort", device.model)):
            carriers = rows_by_key.get(key)
            if not carriers:
                continue
            if _is_crowd(key, len(carriers), known):
                crowded[key].append(number)
            else:
                found.update(carriers)
        for candidate in sorted(found):
            if pair := _pair(number, candidate, device, recorded[candidate], known, judged):
                by_device[number].append(pair)
                by_row[candidate].append(pair)
    crowds = [_crowd(key, who, rows_by_key[key]) for key, who in sorted(crowded.items()) if key[0] in _NAMES]
    return Candidates(seen, recorded, by_device, by_row, crowds)


_NAMES = {
    "serial": "serial_shared",
    "mac": "mac_shared",
    "host": "hostname_shared",
    "sort": "model",
}
"""Identities of which a crowd is worth telling; many rows with one address or number say nothing."""


def _crowd(key: Key, devices: Sequence[int], rows: Sequence[int]) -> Crowd:
    return Crowd(_NAMES[key[0]], key[1], tuple(devices), tuple(rows))


def _is_crowd(key: Key, carriers: int, known: Context) -> bool:
    if key[0] == "sort":
        return carriers > MANY_ROWS
    return carriers * max(1, known.on_devices[key]) > CROWD


def _pair(
    number: int, candidate: int, device: Seen, row: Recorded, known: Context, judged: Judgements
) -> Pair | None:
    if judged.different and any((device.device.id, key) in judged.different for key in row.keys):
        return None
    why = reasons(device, row, known)
    if all(r.against for r in why):
        return None
    return Pair(number, candidate, why, weigh(why, row))


def _nearly_equal(devices: Sequence[Seen], rows: Sequence[Recorded], known: Context) -> dict[int, set[int]]:
    """Device -> rows with a MAC that differs in one digit. Only MACs without a partner are tried: each of the
    fewer is kept with every digit left open in turn, the others are looked up the same way."""
    of_devices = [(n, m) for n, d in enumerate(devices) for m in d.macs if not known.in_rows[("mac", m)]]
    of_rows = [(n, m) for n, r in enumerate(rows) for m in r.macs if not known.on_devices[("mac", m)]]
    fewer, more = sorted((of_devices, of_rows), key=len)
    kept: defaultdict[str, list[int]] = defaultdict(list)
    for number, mac in fewer:
        for form in _left_open(mac):
            kept[form].append(number)
    found: defaultdict[int, set[int]] = defaultdict(set)
    for number, mac in more:
        for form in _left_open(mac):
            for other in kept.get(form, ())[:MANY_ROWS]:
                device, row = (other, number) if fewer is of_devices else (number, other)
                found[device].add(row)
    return found


def _left_open(mac: str) -> Iterator[str]:
    return (f"{mac[:n]}?{mac[n + 1 :]}" for n in range(len(mac)) if mac[n] != ":")


def _sort_keys(row: Recorded) -> list[Key]:
    """A row that declares a quantity describes a sort of device, so its model is looked up too."""
    return [("sort", row.model)] if row.capacity != 1 and row.model else []
