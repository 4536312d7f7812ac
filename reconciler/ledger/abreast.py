"""Several devices in one row: PC1 and PC2 of a room, each with its name and address under a heading of its own. Pure.

The headings of such a list are numbered, and the same below each number. What stands before them, a room or a
department, is said of all. Two addresses of one device (NIC1, IPアドレス2) are numbered, too, but name nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from reconciler.ledger.dictionary import Dictionary, heading_key
from reconciler.ledger.headings import candidates
from reconciler.ledger.morphemes import tells
from reconciler.ledger.normalise import text
from reconciler.ledger.sniff import is_thing

NAMES = frozenset({"tag", "name", "hostname", "model", "serial"})
"""Fields that a device has to itself: a group of headings without any is of a part of it."""

_NUMBERED = re.compile(
    r"(?P<stem>[^\W\d]+?)\s*(?:No\.?\s*)?[(]?(?P<number>\d)[)]?(?:台目|号機)?(?P<rest>\W.*|)"
)
_COUNTED = re.compile(r"(?P<number>\d)(?P<stem>台目|号機)(?P<rest>\W.*|)")
_GENERAL = re.compile(r"(機器|装置|端末|設備|機械|器具|システム)$|[旧新現前後]")
"""Heads that may be of one device, before and after, and by what it is made of."""

_EDGE = re.compile(r"^[\W_]+")

Parts = Mapping[int, tuple[str, ...]]


def without_number(heading: str, words: Dictionary) -> str:
    """端末1 ホスト名 is ホスト名; "" for a heading that is not numbered so."""
    cut = _cut((heading,), words)
    return cut[1][-1] if cut and cut[1] else ""


def abreast(parts: Parts, words: Dictionary) -> list[tuple[int, ...]]:
    """The columns of each device of a row, from left to right; [] where a row is of one device."""
    groups: dict[str, list[int]] = {}
    leaves: dict[str, list[tuple[str, ...]]] = {}
    stems: dict[str, str] = {}
    for column in sorted(parts):
        cut = _cut(parts[column], words)
        if cut is None or not cut[1]:
            continue
        key = f"{cut[0][0]}{cut[0][1]}"
        stems[key] = cut[0][0]
        groups.setdefault(key, []).append(column)
        leaves.setdefault(key, []).append(cut[1])
    alike = [key for key in groups if sum(stems[key] == stem for stem in stems.values()) > 1]
    if not groups:
        return _of_named_kinds(parts, words)
    if len(alike) < 2 or any(set(leaves[key]) != set(leaves[alike[0]]) for key in alike):
        return []
    fields = {f for leaf in leaves[alike[0]] for c in candidates(words, leaf)[:1] for f in c.fields}
    if len(fields) < 2 or not fields & NAMES:
        return []
    found = [tuple(groups[key]) for key in alike]
    return sorted([*found, *_of_other_kinds(parts, {c for group in found for c in group}, words)])


def _of_named_kinds(parts: Parts, words: Dictionary) -> list[tuple[int, ...]]:
    """モニタ over 型式 and IP, 人工呼吸器 over the same: two devices of a bed.
    Not 撤去機器 and 設置機器, of which one is gone."""
    groups: dict[str, list[int]] = {}
    for column in sorted(parts):
        head = text(parts[column][0])
        if len(parts[column]) > 1 and is_thing(head, words) and not _GENERAL.search(head):
            groups.setdefault(head, []).append(column)
    leaves = [tuple(parts[c][1:] for c in columns) for columns in groups.values()]
    if len(groups) < 2 or len(set(leaves)) > 1 or len(leaves[0]) < 2:
        return []
    said = {f for leaf in leaves[0] for c in candidates(words, leaf)[:1] for f in c.fields}
    return [tuple(columns) for columns in groups.values()] if said & NAMES and len(said) > 1 else []


def _of_other_kinds(parts: Parts, taken: set[int], words: Dictionary) -> list[tuple[int, ...]]:
    """プリンタ over 機種 and IP, beside such numbered devices."""
    groups: dict[str, list[int]] = {}
    for column in sorted(set(parts) - taken):
        if len(parts[column]) > 1 and _is_device(text(parts[column][0]), words):
            groups.setdefault(parts[column][0], []).append(column)
    said = {
        key: {f for column in columns for c in candidates(words, parts[column][1:])[:1] for f in c.fields}
        for key, columns in groups.items()
    }
    return [tuple(columns) for key, columns in groups.items() if len(said[key]) > 1 and said[key] & NAMES]


def _cut(parts: tuple[str, ...], words: Dictionary) -> tuple[tuple[str, str], tuple[str, ...]] | None:
    """What is numbered and its number, and the heading without them; None for one that is not of a numbered device."""
    if not parts:
        return None
    shown = text(parts[0])
    found = _COUNTED.fullmatch(shown) or _NUMBERED.fullmatch(shown)
    if found is None or not (found["stem"] in {"台目", "号機"} or _is_device(found["stem"], words)):
        return None
    rest = _EDGE.sub("", found["rest"])
    return (found["stem"], found["number"]), ((rest,) if rest else ()) + parts[1:]


def _is_device(stem: str, words: Dictionary) -> bool:
    return heading_key(stem) in words.kinds or any(
        tells(words.grammar, stem, c) for c in ("terminal", "thing")
    )
