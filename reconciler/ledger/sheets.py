"""What sheets say beside their tables: that they hold no devices (cover, legend, summary, history), and what
the signs of the ledger mean (凡例: ○使用中 ×廃棄).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from reconciler.ledger.columns import Assigned
from reconciler.ledger.dictionary import Dictionary
from reconciler.ledger.normalise import Cell, one_sign, state_key, text
from reconciler.ledger.workbook import Sheet

DEVICES_ONLY = frozenset({"serial", "macs", "ips", "hostname"})
"""Fields that no summary has."""

ADDED = "daicho.annotation/1"
"""Stands in the first cell of every sheet that daicho adds to a workbook, whatever its name and language."""

ADDED_WHY = "added by daicho"

REPAIR = "a repair"
"""The subject of columns such as 症状 and 処置 (columns/morphemes.toml)."""

_FEWEST_OF_REPAIRS = 3

HISTORY, SUMMARY, LEGEND = "history", "summary", "legend"

_EDGE_ROWS = 30
_SIGN = "○×△▲◎●□■☆★▽▼"
_SAYS_LEGEND = re.compile(r"凡例|記号|※|注\d?[)）:：]|印は")
_WHOLE = re.compile(rf"[{_SIGN}]\s*[:=]\s*[^\s{_SIGN}:=]+")
"""A cell that says what one sign means, and nothing else: ○：使用中."""

_LETTERED = re.compile(r"(?<![A-Za-z\d])([A-Za-z]|\d)\s*[:=…]\s*([^\s、,，。/()\[\]A-Za-z\d]+)")
_EXPLAINED = re.compile(rf"([{_SIGN}])\s*[:：=＝…・-]*\s*([^\s{_SIGN}、,，。/／()（）]+)")


def is_added(sheet: Sheet) -> bool:
    """Whether daicho added this sheet to the ledger: what stands on it are its own words."""
    first = next((cell for row in sheet.rows[:1] for cell in row[:1]), None)
    return isinstance(first, str) and ADDED in first


def reason_to_skip(name: str, tables: Iterable[tuple[Assigned, ...]], words: Dictionary) -> str:
    """Why the rows of this sheet are no devices, "" where they may be. A history repeats devices, so it is
    skipped whatever its columns; any other sheet with a column that only devices have is read."""
    listed = [tuple(table) for table in tables]
    columns = [c for table in listed for c in table]
    of_devices = any(DEVICES_ONLY & set(c.fields) for c in columns)
    if not of_devices and sum(1 for c in columns if c.subject == REPAIR) >= _FEWEST_OF_REPAIRS:
        return HISTORY
    folded = text(name).casefold()
    reason = next((why for word, why in words.sheets if word in folded), "")
    if not reason or reason == HISTORY:
        return reason
    if of_devices:
        return ""
    if reason != SUMMARY and any("tag" in c.fields and not c.weak for c in columns):
        return ""
    return reason


def signs_explained(sheets: Iterable[Sheet], words: Dictionary) -> Mapping[str, str]:
    """What the hospital's own legend says that signs mean as a state; {} where there is none, and nothing for
    a sign that is explained in two ways. Looked for above and below tables, and on a sheet that is a legend."""
    found: dict[str, set[str]] = {}
    for sheet in sheets:
        rows = (
            sheet.rows
            if len(sheet.rows) <= 2 * _EDGE_ROWS
            else sheet.rows[:_EDGE_ROWS] + sheet.rows[-_EDGE_ROWS:]
        )
        legend = any(why == LEGEND and word in text(sheet.name).casefold() for word, why in words.sheets)
        for cells in rows:
            explained = list(_explained(cells, pairs=legend))
            if (
                not legend
                and len({sign for sign, _ in explained}) < 2
                and not _SAYS_LEGEND.search(str(cells))
                and not any(isinstance(c, str) and _WHOLE.fullmatch(one_sign(text(c))) for c in cells)
            ):
                continue  # one sign with a word is a cell of data: ×(故障)
            for sign, word in explained:
                state = words.states.get(state_key(word))
                if state is not None:
                    found.setdefault(sign, set()).add(state)
    return {sign: states.pop() for sign, states in found.items() if len(states) == 1}


def _explained(cells: Iterable[Cell], *, pairs: bool) -> Iterator[tuple[str, str]]:
    """(sign, word) in the cells of one row; `pairs`: also a sign alone in its cell and the word in the next."""
    before = ""
    for cell in cells:
        if not isinstance(cell, str):
            continue
        plain = one_sign(text(cell))
        if pairs and len(before) == 1 and before in _SIGN:
            yield before, plain
        if any(sign in plain for sign in _SIGN):
            yield from ((m[1], m[2]) for m in _EXPLAINED.finditer(plain))
        elif len(lettered := _LETTERED.findall(plain)) > 1:  # A:現用 B:予備 C:廃棄
            yield from ((sign.casefold(), word) for sign, word in lettered)
        before = plain
