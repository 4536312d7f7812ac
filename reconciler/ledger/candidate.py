"""One meaning that a heading may have, with its score. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reconciler.ledger.normalise import text

JOINED, EXACT, ABOVE_VERSION, ABOVE, JOINED_WEAK, WEAK, WITHIN = 100.0, 90.0, 85.0, 72.0, 64.0, 62.0, 40.0
"""Scores: only their order matters. From STRONG up a heading is known; below it is a guess."""
STRONG = 86.0

COMPOSED, COMPOSED_WEAK = 83.5, 58.0
"""A heading that no list has, by what it is made of: known where each of its words is."""

MISSPELT = 55.0

BRACKETS = re.compile(r"[(\[【〔<{].*?[)\]】〕>}]")

NAMING = frozenset({"name", "kind", "tag", "model", "user", "maker", "quantity", "department", "place"})
"""Fields by which a thing is named or counted."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """fields: one; several for a cell that holds them; none where the heading is known and nothing to us (subject).
    made: found by what the heading is made of.  cells: they must bear it out.
    inner: a known heading is only a part of it."""

    fields: tuple[str, ...]
    score: float
    why: str
    dialect: str = ""
    subject: str = ""
    rank: int = 0
    made: bool = False
    cells: bool = False
    inner: bool = False


def label(parts: tuple[str, ...]) -> str:
    """The heading as people see it: 大項目/小項目, on one line."""
    return "/".join(text(part) for part in parts)
