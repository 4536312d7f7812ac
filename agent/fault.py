"""What is not as it was sealed: found by the check of a folder, told in words by the report, in codes by `--json`."""

from __future__ import annotations

from dataclasses import dataclass

FAULTS = (
    "added", "missing", "changed", "line", "odd", "seal", "chain", "rewritten", "unfinished", "key", "not_vouched",
    "remade", "typeface", "not_made", "not_remade", "other_tool", "other_rules",
)  # fmt: skip
"""Every code that a fault may have."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not as it was sealed. code: a code of the catalogue (`fault.CODE`).

    first, last: bytes between which the change begins, counted from 0; -1 where that cannot be told.  line: of the
    journal, counted from 1; 0 where none is meant.  other: another file that it is about.  more: bytes more or less than
    were sealed.  why: a technical remark.
    """

    code: str
    path: str
    first: int = -1
    last: int = -1
    line: int = 0
    other: str = ""
    more: int = 0
    why: str = ""
