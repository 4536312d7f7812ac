"""Which device is which row: one to one, best for all together, with what else it might have been.

1. What people decided.  2. Rows that list several adapters or addresses, each seen as a device of its own.
3. The best assignment of all pairs that can match.  4. Further addresses of a row that has its
device.  5. Rows that declare a quantity take what is left and fits, up to their number.
What shares an identifier with others, and nothing that tells them apart, stays undecided.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from agent.bulk import nothing_to_collect
from agent.device import Tier
from reconciler.assign import assign
from reconciler.candidates import Candidates, Crowd, Pair, candidates
from reconciler.decisions import Judgements
from reconciler.features import Context, reasons
from reconciler.ledger.asset import RowRef
from reconciler.reconciliation import Match, Reason, RunnerUp
from reconciler.traits import Recorded, Seen
from reconciler.weigh import cheapest_check, weigh


@dataclass(frozen=True, slots=True)
class Undecided:
    """A device and a row that may be each other, as may others. device is "" or row None in a crowd:
    too many carry the identifier to list."""

    device: str
    row: RowRef | None
    reasons: tuple[Reason, ...]
    check: str


@dataclass(frozen=True, slots=True)
class Matching:
    """matches, and what was left: undecided pairs, and the nearest partner of each that has none.

    nearest_row and surplus: by device id; surplus are devices beyond the number that a row declares.
    nearest_device: by the row that counts of a group of duplicates.
    """

    matches: tuple[Match, ...]
    undecided: tuple[Undecided, ...]
    nearest_row: Mapping[str, RunnerUp]
    nearest_device: Mapping[RowRef, RunnerUp]
    surplus: Mapping[str, RowRef]


@dataclass(slots=True)
class _Board:
    """The state of one matching. taken: device -> pair.  checks: where another settles the doubt than the pair's own.
    holders: row -> devices."""

    all: Candidates
    taken: dict[int, Pair] = field(default_factory=dict)
    checks: dict[int, str] = field(default_factory=dict)
    holders: dict[int, tuple[int, ...]] = field(default_factory=dict)
    ties: list[Pair] = field(default_factory=list)
    surplus: dict[int, int] = field(default_factory=dict)

    def take(self, pair: Pair, check: str | None = None) -> None:
        self.taken[pair.device] = pair
        if check is not None:
            self.checks[pair.device] = check
        self.holders[pair.row] = (*self.holders.get(pair.row, ()), pair.device)

    def open_pairs(self, row: int) -> list[Pair]:
        return [p for p in self.all.by_row[row] if p.device not in self.taken]

    @property
    def tied(self) -> set[int]:
        return {p.device for p in self.ties}


def match(
    devices: Iterable[Seen], rows: Iterable[Recorded], known: Context, judged: Judgements | None = None
) -> Matching:
    """The same answer whatever the order of devices and rows."""
    judged = judged or Judgements()
    with nothing_to_collect():
        board = _Board(candidates(devices, rows, known, judged))
        _take_judged(board, known, judged)
        _take_listed_adapters(board)
        _take_listed_addresses(board)
        _take_best(board)
        _take_further_addresses(board)
        _take_quantities(board)
        return _result(board)


def _take_judged(board: _Board, known: Context, judged: Judgements) -> None:
    """Two devices may be judged to be one row: two adapters of a box that nothing else could join.

    A device that is not seen, or a row that is not in the ledger, this time: the judgement waits.
    """
    if not judged.same:
        return
    device_at = {d.device.id: n for n, d in enumerate(board.all.devices)}
    row_at = {key: n for n, row in enumerate(board.all.rows) for key in row.keys}
    for device_id, decision in sorted(judged.same.items()):
        device, number = device_at.get(device_id), row_at.get(decision.row)
        if device is None or number is None:
            continue
        row = board.all.rows[number]
        why = reasons(board.all.devices[device], row, known)
        weighed = replace(weigh(why, row), tier=Tier.STRONG, check="", undecided=False)
        judgement = Reason("decided_same", Tier.STRONG, decision.who, decision.at)
        board.take(Pair(device, number, (judgement, *why), weighed))


def _take_listed_adapters(board: _Board) -> None:
    """Devices that could not be merged, each with another of the adapters that one row lists."""
    for number, row in enumerate(board.all.rows):
        if len(row.macs) < 2 or row.capacity != 1 or number in board.holders:
            continue
        own = [p for p in board.open_pairs(number) if p.agrees("mac") and _is_only_strong(board, p)]
        if len(own) >= 2 and len({p.agrees("mac") for p in own}) == len(own):
            for pair in own:
                board.take(pair)


def _take_listed_addresses(board: _Board) -> None:
    """Devices that could not be merged and call themselves by one row's name, each at another of its addresses."""
    for number, row in enumerate(board.all.rows):
        if len(row.ips) < 2 or row.capacity != 1 or number in board.holders:
            continue
        own = [p for p in board.open_pairs(number) if p.agrees("hostname_shared")]
        listed = {address for p in own if _is_only_pair(board, p) and (address := p.agrees("ip_unique"))}
        if len(own) >= 2 and len(listed) == len(own):
            for pair in own:
                board.take(pair)


def _is_only_pair(board: _Board, pair: Pair) -> bool:
    """Another MAC does not speak against it: the adapters of a box are replaced with it."""
    against = any(r.against for r in pair.reasons if r.feature != "mac")
    return not against and board.all.by_device[pair.device] == (pair,)


def _is_only_strong(board: _Board, pair: Pair) -> bool:
    return [p for p in board.all.by_device[pair.device] if p.weighed.tier is Tier.STRONG] == [pair]


def _take_best(board: _Board) -> None:
    """Most pairs compete with no other: for these there is nothing to solve."""
    free = [n for n, row in enumerate(board.all.rows) if row.capacity == 1 and n not in board.holders]
    fitting = [p for n in free for p in board.open_pairs(n) if p.weighed.tier is not None]
    rows, devices = Counter([p.row for p in fitting]), Counter([p.device for p in fitting])
    pairs = {}
    for pair in fitting:
        if rows[pair.row] == 1 and devices[pair.device] == 1:
            board.take(pair)
        else:
            pairs[(pair.device, pair.row)] = pair
    taken, ties = assign({edge: p.rank for edge, p in pairs.items()})
    for edge in taken:
        board.take(pairs[edge])
    board.ties += [pairs[edge] for edge in ties]


def _take_further_addresses(board: _Board) -> None:
    tied = board.tied
    for number, row in enumerate(board.all.rows):
        if row.capacity != 1 or number not in board.holders or len(row.macs) + len(row.ips) < 2:
            continue
        for pair in sorted(board.open_pairs(number), key=lambda p: (-p.rank, p.device)):
            if pair.weighed.tier is None or pair.device in tied:
                continue
            holders = [board.all.devices[d] for d in board.holders[number]]
            mac, ip = pair.agrees("mac"), pair.agrees("ip_unique")
            another_mac = len(row.macs) > 1 and mac and not any(mac in h.macs for h in holders)
            another_ip = len(row.ips) > 1 and ip and not any(ip in h.ips for h in holders)
            if another_mac or another_ip:
                board.take(pair)


def _take_quantities(board: _Board) -> None:
    tied = board.tied
    claims: defaultdict[int, list[Pair]] = defaultdict(list)
    for device, pairs in enumerate(board.all.by_device):
        if device in board.taken or device in tied:
            continue
        fitting = [q for p in pairs if (q := _as_one_of_many(board, p))]
        if not fitting:
            continue
        best = max(p.rank for p in fitting)
        first = [p for p in fitting if p.rank == best]
        if len(first) == 1:
            claims[first[0].row].append(first[0])
        else:
            board.ties += first
    for number, claimed in sorted(claims.items()):
        _fill(board, number, claimed)


def _as_one_of_many(board: _Board, pair: Pair) -> Pair | None:
    """A pair fit for a row of several: it matches anyway, or is of the very model and nothing speaks against it."""
    row = board.all.rows[pair.row]
    if row.capacity == 1 or pair.weighed.tier is not None:
        return pair if row.capacity != 1 else None
    against = any(r.against and r.feature not in ("serial", "mac", "hostname") for r in pair.reasons)
    same_model = bool(row.model) and board.all.devices[pair.device].model == row.model
    if row.retired or row.reserved or against or not same_model:
        return None
    return replace(pair, weighed=replace(pair.weighed, tier=Tier.MEDIUM, undecided=False))


def _fill(board: _Board, number: int, claimed: Sequence[Pair]) -> None:
    """Best first. Where more fit than the row declares, which are the surplus is for a person to count."""
    row = board.all.rows[number]
    room = len(claimed) if row.capacity == 0 else max(0, row.capacity - len(board.holders.get(number, ())))
    ordered = sorted(claimed, key=lambda p: (-p.rank, p.device))
    for pair in ordered[:room]:
        board.take(pair, "count_devices" if len(ordered) > room else None)
    for pair in ordered[room:]:
        board.surplus[pair.device] = number


def _result(board: _Board) -> Matching:
    devices, rows = board.all.devices, board.all.rows
    matches = [_match(board, pair) for pair in board.taken.values()]
    open_rows = {n for n in range(len(rows)) if n not in board.holders}
    return Matching(
        matches=tuple(
            sorted(matches, key=lambda m: (m.row.file, m.row.sheet, m.row.row, m.row.column, m.device))
        ),
        undecided=tuple(_undecided(board, open_rows)),
        nearest_row={
            d.device.id: near
            for n, d in enumerate(devices)
            if n not in board.taken and (near := _nearest_row(board, board.all.by_device[n]))
        },
        nearest_device={
            rows[n].ref: near for n in open_rows if (near := _nearest_device(board, board.all.by_row[n]))
        },
        surplus={devices[d].device.id: rows[r].ref for d, r in board.surplus.items()},
    )


def _match(board: _Board, pair: Pair) -> Match:
    check = board.checks.get(pair.device, pair.weighed.check)
    row = board.all.rows[pair.row]
    judged = pair.reasons[0].feature == "decided_same"
    holders = board.holders[pair.row]
    runner_up = None
    if len(board.all.by_device[pair.device]) > 1 or len(board.all.by_row[pair.row]) > 1:
        other_row = _nearest_row(board, [p for p in board.all.by_device[pair.device] if p.row != pair.row])
        others = [p for p in board.all.by_row[pair.row] if p.device not in holders and row.capacity == 1]
        runner_up = _stronger(other_row, _nearest_device(board, others))
    tier = pair.weighed.tier or Tier.WEAK
    if not check and not judged and runner_up and runner_up.tier >= tier:
        check = cheapest_check(row)
    return Match(
        device=board.all.devices[pair.device].device.id,
        row=row.ref,
        tag=row.row.tag,
        tier=tier,
        reasons=pair.reasons,
        runner_up=runner_up,
        settling_check=check,
        judgement="same" if judged else "",
    )


def _stronger(one: RunnerUp | None, other: RunnerUp | None) -> RunnerUp | None:
    if one is None or other is None:
        return one or other
    return one if one.tier >= other.tier else other


def _nearest_row(board: _Board, pairs: Sequence[Pair]) -> RunnerUp | None:
    if not pairs:
        return None
    best = min(pairs, key=lambda p: (-p.rank, p.row))
    return RunnerUp(row=board.all.rows[best.row].ref, tier=best.best_reason, reasons=best.reasons)


def _nearest_device(board: _Board, pairs: Sequence[Pair]) -> RunnerUp | None:
    if not pairs:
        return None
    best = min(pairs, key=lambda p: (-p.rank, p.device))
    name = board.all.devices[best.device].device.id
    return RunnerUp(device=name, tier=best.best_reason, reasons=best.reasons)


def _undecided(board: _Board, open_rows: set[int]) -> list[Undecided]:
    """Ties, pairs with a shared identifier alone, and members of crowds, where neither side found its own."""
    devices, rows = board.all.devices, board.all.rows
    loose = (p for pairs in board.all.by_device for p in pairs if p.weighed.undecided)
    open_pairs = {
        (p.device, p.row): p
        for p in (*board.ties, *loose)
        if p.device not in board.taken and (p.row in open_rows or rows[p.row].capacity != 1)
    }
    found = [
        Undecided(devices[d].device.id, rows[r].ref, p.reasons, cheapest_check(rows[r]))
        for (d, r), p in sorted(open_pairs.items())
    ]
    told_devices = {d for d, _ in open_pairs}
    told_rows = {r for _, r in open_pairs}
    for crowd in board.all.crowds:
        lost = [d for d in crowd.devices if d not in board.taken and d not in told_devices]
        waiting = [r for r in crowd.rows if r in open_rows and r not in told_rows]
        if lost and waiting:
            found += _of_crowd(board, crowd, lost, waiting)
            told_devices.update(lost)
            told_rows.update(waiting)
    return found


def _of_crowd(
    board: _Board, crowd: Crowd, devices: Sequence[int], rows: Sequence[int]
) -> Iterable[Undecided]:
    why = (Reason(crowd.feature, Tier.WEAK, crowd.form, crowd.form),)
    for number in devices:
        yield Undecided(board.all.devices[number].device.id, None, why, "read_serial_plate")
    for number in rows:
        row: Recorded = board.all.rows[number]
        yield Undecided("", row.ref, why, cheapest_check(row))
