"""What a reconciliation got right and wrong, held against the truth of the hospital that was made for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields

from reconciler.ledger.asset import RowRef
from reconciler.reconciliation import DeviceBucket, Kind, Reconciliation, RowBucket
from tests.bench.hospital_generator import Hospital, Truth

PRECISION, RECALL, FALSE, MERGED, TOLD = 0.995, 0.98, 0.005, 0.001, 0.95
"""The bars: of matches, of knowable pairs, of devices and rows, of both, of differences that are plain."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Shares of one. all_pairs: recall where the papers have nothing in common too.  *_all: likewise.

    told: kind and field -> (plain to a careful person, told).
    """

    matches: int
    precision: float
    recall: float
    all_pairs: float
    false_unregistered: float
    false_unregistered_all: float
    false_not_seen: float
    false_not_seen_all: float
    wrong_merges: float
    sure_and_wrong: float
    wrong_buckets: int
    told: dict[str, tuple[int, int]]

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.all_pairs / (self.precision + self.all_pairs)

    @property
    def faults(self) -> list[str]:
        bars = [
            ("precision", self.precision >= PRECISION),
            ("recall", self.recall >= RECALL),
            ("false UNREGISTERED", self.false_unregistered <= FALSE),
            ("false NOT_SEEN", self.false_not_seen <= FALSE),
            ("wrong merges", self.wrong_merges <= MERGED),
        ]
        few = [f"{kind} told" for kind, (plain, told) in self.told.items() if told < TOLD * plain - 3]
        return [name for name, met in bars if not met] + few

    def lines(self) -> list[str]:
        told = ", ".join(f"{kind} {told}/{plain}" for kind, (plain, told) in self.told.items())
        return [
            f"precision {self.precision:.2%} (bar {PRECISION:.1%}), recall {self.recall:.2%} (bar {RECALL:.0%}; "
            f"{self.all_pairs:.2%} of all pairs, knowable or not), {self.matches} matches",
            f"false UNREGISTERED {self.false_unregistered:.3%}, false NOT_SEEN {self.false_not_seen:.3%} (bars {FALSE:.1%}; "
            f"with what nobody could know {self.false_unregistered_all:.2%} and {self.false_not_seen_all:.2%})",
            f"wrong merges {self.wrong_merges:.3%} (bar {MERGED:.1%}); wrong and without a check to settle it "
            f"{self.sure_and_wrong:.3%} of matches; in another bucket than the only right one {self.wrong_buckets}",
            f"told where plain: {told}",
        ]


def judge(h: Hospital, result: Reconciliation) -> Verdict:
    truth, devices, rows = h.truth, len(result.device_buckets), len(result.row_buckets)
    wrong = [m for m in result.matches if m.row not in truth.rows_of[m.device]]
    right = {m.device for m in result.matches} - {m.device for m in wrong}
    described = {device for device, of in truth.rows_of.items() if of}
    rows_seen = {row for device in described for row in truth.rows_of[device]}
    rows_knowable = {row for device in truth.knowable for row in truth.rows_of[device]}
    unregistered = {d for d, b in result.device_buckets.items() if b is DeviceBucket.UNREGISTERED}
    not_seen = {r for r, b in result.row_buckets.items() if b is RowBucket.NOT_SEEN}
    return Verdict(
        matches=len(result.matches),
        precision=1 - len(wrong) / max(1, len(result.matches)),
        recall=len(right & truth.knowable) / max(1, len(truth.knowable)),
        all_pairs=len(right) / max(1, len(described)),
        false_unregistered=len(unregistered & truth.knowable) / devices,
        false_unregistered_all=len(unregistered & described) / devices,
        false_not_seen=len(not_seen & rows_knowable) / rows,
        false_not_seen_all=len(not_seen & rows_seen) / rows,
        wrong_merges=_merged(truth, result) / (devices + rows),
        sure_and_wrong=sum(1 for m in wrong if not m.settling_check) / max(1, len(result.matches)),
        wrong_buckets=sum(1 for d, b in truth.device_buckets.items() if result.device_buckets[d] not in b)
        + sum(1 for r, b in truth.row_buckets.items() if result.row_buckets[r] not in b),
        told=_told(truth, result),
    )


def together(verdicts: Sequence[Verdict]) -> Verdict:
    """Several hospitals of one size as one: a single device of 500 is 0.2 % already."""
    shares = {
        f.name: sum(getattr(v, f.name) for v in verdicts) / len(verdicts)
        for f in fields(Verdict)
        if f.name not in ("matches", "wrong_buckets", "told")
    }
    told = {
        kind: tuple(map(sum, zip(*(v.told[kind] for v in verdicts if kind in v.told), strict=True)))
        for kind in sorted({k for v in verdicts for k in v.told})
    }
    counts = {name: sum(getattr(v, name) for v in verdicts) for name in ("matches", "wrong_buckets")}
    return Verdict(**shares, **counts, told=told)  # type: ignore[arg-type]


def _merged(truth: Truth, result: Reconciliation) -> int:
    """Devices of different boxes under one row that declares one, and rows of different boxes held to be one."""
    held: dict[RowRef, set[int]] = {}
    for match in result.matches:
        held.setdefault(match.row, set()).add(truth.box_of_device[match.device])
    sets = {row for row, box in truth.box_of_row.items() if box < 0}
    merged = sum(len(boxes) - 1 for row, boxes in held.items() if row not in sets)
    at = {str(row): row for row in truth.box_of_row}
    for difference in result.differences:
        if difference.kind is Kind.DUPLICATE_ROW and difference.row is not None:
            first = {r for r in (at.get(difference.seen),) if r}
            box = truth.box_of_row[difference.row]
            merged += box not in {truth.box_of_row[r] for r in first} and not _has_twin(truth, box)
    return merged


def _has_twin(truth: Truth, box: int) -> bool:
    return any(kind is Kind.DUPLICATE_ROW and of == box for kind, of, _ in truth.kinds)


def _told(truth: Truth, result: Reconciliation) -> dict[str, tuple[int, int]]:
    told: set[tuple[Kind, int, str]] = set()
    for d in result.differences:
        boxes = {truth.box_of_row[d.row]} if d.row else set()
        boxes |= {truth.box_of_device[d.device]} if d.device else set()
        told |= {(d.kind, box, field) for box in boxes for field in ("", d.field)}
    plain, found = Counter[str](), Counter[str]()
    for kind, box, field in truth.kinds:
        name = f"{kind.value} {field}".strip()
        plain[name] += 1
        found[name] += (kind, box, field) in told
    return {name: (plain[name], found[name]) for name in sorted(plain)}
