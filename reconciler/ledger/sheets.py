"""Sheets that hold no devices: cover, legend, summary, history. Named by their words, judged by their columns."""

from __future__ import annotations

from collections.abc import Iterable

from reconciler.ledger.columns import Assigned
from reconciler.ledger.dictionary import Dictionary
from reconciler.ledger.normalise import text

DEVICES_ONLY = frozenset({"serial", "macs", "ips", "hostname"})
"""Fields that no summary has."""

HISTORY, SUMMARY = "history", "summary"


def reason_to_skip(name: str, tables: Iterable[tuple[Assigned, ...]], words: Dictionary) -> str:
    """Why the rows of this sheet are no devices, "" where they may be. A history repeats devices, so it is
    skipped whatever its columns; any other sheet with a column that only devices have is read."""
    folded = text(name).casefold()
    reason = next((why for word, why in words.sheets if word in folded), "")
    if not reason or reason == HISTORY:
        return reason
    columns = [c for table in tables for c in table]
    if any(DEVICES_ONLY & set(c.fields) for c in columns):
        return ""
    if reason != SUMMARY and any("tag" in c.fields and not c.weak for c in columns):
        return ""
    return reason
