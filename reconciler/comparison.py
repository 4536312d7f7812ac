"""Findings and ledgers held together: all that a difference may be told from, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from agent.device import Device
from reconciler.absence import Ground
from reconciler.decisions import Judgements
from reconciler.duplicates import Group, Shared
from reconciler.features import Context
from reconciler.ledger.asset import RowRef
from reconciler.match import Matching
from reconciler.patience import Absence, Patience
from reconciler.reconciliation import Match
from reconciler.required import Required
from reconciler.traits import Recorded, Seen


@dataclass(frozen=True, slots=True)
class Comparison:
    """devices: by device id.  rows and matches_of: by the row that counts of a group of duplicates.

    keys: every row's name that is stable between runs (decisions.row_keys).  as_of: the day, ISO 8601.
    absences: row key -> how long it was not seen before this run, and how often.
    """

    devices: Mapping[str, Seen]
    rows: Mapping[RowRef, Recorded]
    groups: Sequence[Group]
    clashes: Sequence[Shared]
    matching: Matching
    matches_of: Mapping[RowRef, Sequence[Match]]
    known: Context
    looked: Ground
    judged: Judgements
    keys: Mapping[RowRef, str]
    required: Required
    as_of: str
    absences: Mapping[str, Absence]
    patience: Patience

    def device(self, device_id: str) -> Device:
        return self.devices[device_id].device

    def matched(self, row: Recorded) -> list[Seen]:
        return [self.devices[m.device] for m in self.matches_of.get(row.ref, ())]

    def kind_of(self, row: Recorded) -> str:
        """The row's class by its own words, else by the device that it describes."""
        return row.kind or next((d.kind for d in self.matched(row) if d.kind), "")
