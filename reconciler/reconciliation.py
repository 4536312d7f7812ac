"""What the reconciler concludes: matches with reasons, one bucket for each device and each row, differences.

Pure values and their JSON face `daicho.reconciliation/1`. Reasons are codes with the two values
compared, not sentences: the wording stands in the report's catalogues, in Japanese and English.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import TYPE_CHECKING

from agent.device import Device, Tier
from agent.findings import Coverage, Json, Lost
from reconciler.ledger.asset import Asset, Ledger, RowRef

if TYPE_CHECKING:
    from reconciler.decisions import Decision
    from reconciler.followups import Followup

SCHEMA = "daicho.reconciliation/1"


class DeviceBucket(StrEnum):
    """Each device is in exactly one."""

    MATCHED = "MATCHED"
    UNREGISTERED = "UNREGISTERED"
    GUEST = "GUEST"
    AMBIGUOUS = "AMBIGUOUS"


class RowBucket(StrEnum):
    """Each ledger row, skipped ones included, is in exactly one."""

    MATCHED = "MATCHED"
    NOT_SEEN = "NOT_SEEN"
    NOT_LOOKED = "NOT_LOOKED"
    GONE_AS_RECORDED = "GONE_AS_RECORDED"
    RESERVED = "RESERVED"
    DUPLICATE_ROW = "DUPLICATE_ROW"
    AMBIGUOUS = "AMBIGUOUS"
    SKIPPED = "SKIPPED"


class Kind(StrEnum):
    """Kinds of difference; any number may hold of one device or row at once."""

    UNREGISTERED = "UNREGISTERED"
    UNDOCUMENTED = "UNDOCUMENTED"
    NOT_SEEN = "NOT_SEEN"
    NOT_LOOKED = "NOT_LOOKED"
    CHANGED = "CHANGED"
    REPLACED = "REPLACED"
    RETIRED_ALIVE = "RETIRED_ALIVE"
    DUPLICATE_ROW = "DUPLICATE_ROW"
    AMBIGUOUS = "AMBIGUOUS"
    IMPOSSIBLE = "IMPOSSIBLE"
    GUEST = "GUEST"
    REMOTE_UNDECLARED = "REMOTE_UNDECLARED"
    UNSUPPORTED = "UNSUPPORTED"
    VULNERABLE = "VULNERABLE"
    NO_PARTY = "NO_PARTY"


class Severity(Enum):
    """How soon a person should look: HIGH first. Not a measure of blame."""

    HIGH = 3
    MEDIUM = 2
    LOW = 1


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: `feature` is a code of the catalogue ("mac", "serial", "segment_not_in_scope", ...).

    seen and recorded are the two values compared, "" where there is none; tier is how much it weighs.
    against: True where the reason speaks against the match.
    """

    feature: str
    tier: Tier
    seen: str = ""
    recorded: str = ""
    against: bool = False


@dataclass(frozen=True, slots=True)
class RunnerUp:
    """The next best partner that was not taken. Exactly one of device (its id) and row is set."""

    device: str = ""
    row: RowRef | None = None
    tier: Tier = Tier.WEAK
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A device and the row that describes it. `settling_check` is a code, "" where nothing is in doubt.

    judgement: "" or "same", where a person decided.
    """

    device: str
    row: RowRef
    tag: str
    tier: Tier
    reasons: tuple[Reason, ...]
    runner_up: RunnerUp | None = None
    settling_check: str = ""
    judgement: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing to look at. `id` is stable between runs (kind, device or row identity, field).

    nearest: for what has no partner, the one it came nearest to, and by its reasons why not.
    settling_check: what a person can do to settle a doubt, a code as in Match.
    """

    id: str
    kind: Kind
    device: str
    row: RowRef | None
    field: str
    recorded: str
    seen: str
    severity: Severity
    reasons: tuple[Reason, ...]
    nearest: RunnerUp | None = None
    settling_check: str = ""


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """All of it. `devices` and `assets` are the inputs; buckets are keyed by device id and by RowRef.

    decisions: what people had decided by then, expired ones too.  followups: what became of it, where a store tells.
    """

    run: str
    ended: str
    devices: tuple[Device, ...]
    ledgers: tuple[Ledger, ...]
    coverage: tuple[Coverage, ...]
    notes: tuple[str, ...]
    matches: tuple[Match, ...]
    differences: tuple[Difference, ...]
    device_buckets: Mapping[str, DeviceBucket]
    row_buckets: Mapping[RowRef, RowBucket]
    lost: tuple[Lost, ...] = ()
    decisions: tuple[Decision, ...] = ()
    followups: tuple[Followup, ...] = ()

    @property
    def assets(self) -> tuple[Asset, ...]:
        return tuple(asset for ledger in self.ledgers for asset in ledger.assets)


def row_to_json(row: RowRef | None, tag: str = "") -> Json:
    if row is None:
        return None
    return {"file": row.file, "sheet": row.sheet, "row": row.row, "column": row.column, "tag": tag}


def to_json(result: Reconciliation) -> str:
    """`daicho.reconciliation/1`, sorted, UTF-8, a line break at the end."""
    tags = {asset.row: asset.tag for asset in result.assets}
    document: dict[str, Json] = {
        "schema": SCHEMA,
        "run": result.run,
        "rows": len(result.row_buckets),
        "devices": len(result.device_buckets),
        "buckets": {
            "devices": {bucket.value: _count(result.device_buckets, bucket) for bucket in DeviceBucket},
            "rows": {bucket.value: _count(result.row_buckets, bucket) for bucket in RowBucket},
        },
        "matches": [
            {
                "device": m.device,
                "row": row_to_json(m.row, m.tag),
                "tier": m.tier.name.lower(),
                "reasons": [_reason(r) for r in m.reasons],
                "runner_up": _runner_up(m.runner_up, tags),
                "settling_check": m.settling_check,
                "judgement": m.judgement,
            }
            for m in sorted(result.matches, key=lambda m: (m.row.file, m.row.sheet, m.row.row, m.device))
        ],
        "differences": [
            {
                "id": d.id,
                "kind": d.kind.value,
                "device": d.device,
                "row": row_to_json(d.row, tags.get(d.row, "") if d.row else ""),
                "field": d.field,
                "recorded": d.recorded,
                "seen": d.seen,
                "severity": d.severity.name.lower(),
                "reasons": [_reason(r) for r in d.reasons],
                "nearest": _runner_up(d.nearest, tags),
                "settling_check": d.settling_check,
            }
            for d in sorted(result.differences, key=lambda d: (-d.severity.value, d.kind.value, d.id))
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _count(buckets: Mapping[str, DeviceBucket] | Mapping[RowRef, RowBucket], wanted: Enum) -> int:
    return sum(1 for bucket in buckets.values() if bucket is wanted)


def _reason(reason: Reason) -> Json:
    return {
        "feature": reason.feature,
        "tier": reason.tier.name.lower(),
        "seen": reason.seen,
        "recorded": reason.recorded,
        "against": reason.against,
    }


def _runner_up(runner_up: RunnerUp | None, tags: Mapping[RowRef, str]) -> Json:
    if runner_up is None:
        return None
    return {
        "device": runner_up.device,
        "row": row_to_json(runner_up.row, tags.get(runner_up.row, "") if runner_up.row else ""),
        "tier": runner_up.tier.name.lower(),
        "reasons": [_reason(r) for r in runner_up.reasons],
    }
