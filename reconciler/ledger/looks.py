"""Which cell styles of a workbook mean something: struck through, or grey. And texts struck through in part.

Read from xl/styles.xml and xl/sharedStrings.xml (ISO/IEC 29500-1, 18.8 and 18.4). Hospitals strike a row
through or grey it when a device is gone, and strike half a cell when the address has changed.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass

from reconciler.ledger.archive import starts

_GREY = range(0x70, 0xE1)
"""How light a grey may be: paler ones are the bands that make a table easier to read."""

_GREY_SPREAD = 0x0C
_GREY_PATTERNS = frozenset({"gray125", "gray0625", "lightGray", "mediumGray", "darkGray"})
_GREY_INDEXED = frozenset({"22", "23", "55"})
"""Positions of greys in the old palette of 64 colours (18.8.27)."""


@dataclass(frozen=True, slots=True)
class Looks:
    """Numbers of cell formats (the `s` of a cell) whose font is struck through, or whose fill is grey."""

    struck: frozenset[int] = frozenset()
    grey: frozenset[int] = frozenset()


def read_looks(styles: bytes) -> Looks:
    """From xl/styles.xml; empty where the workbook has none. Raises expat.ExpatError."""
    struck_fonts, grey_fills, struck, grey = set[int](), set[int](), set[int](), set[int]()
    fonts = fills = formats = -1
    pattern: Mapping[str, str] = {}
    for path, attributes in starts(styles):
        kind, depth = path[1] if len(path) > 1 else "", len(path)
        if kind == "fonts":
            fonts += depth == 3
            if path[-1] == "strike" and depth == 4 and attributes.get("val", "1") not in {"0", "false"}:
                struck_fonts.add(fonts)
        elif kind == "fills":
            fills += depth == 3
            pattern = attributes if depth == 4 else pattern
            colour = attributes if depth == 5 and path[-1] == "fgColor" else {}
            if depth >= 4 and path[3] == "patternFill" and _is_grey(pattern, colour):
                grey_fills.add(fills)
        elif kind == "cellXfs" and depth == 3:
            formats += 1
            if _number(attributes.get("fontId")) in struck_fonts:
                struck.add(formats)
            if _number(attributes.get("fillId")) in grey_fills:
                grey.add(formats)
    return Looks(frozenset(struck), frozenset(grey))


def _is_grey(pattern: Mapping[str, str], colour: Mapping[str, str]) -> bool:
    """The attributes of a patternFill and of its fgColor, empty where that has not come."""
    kind = pattern.get("patternType", "none")
    if kind in _GREY_PATTERNS:
        return True
    if kind != "solid" or not colour:
        return False
    if rgb := colour.get("rgb"):
        try:
            red, green, blue = bytes.fromhex(rgb[-6:])
        except ValueError:
            return False
        return max(red, green, blue) - min(red, green, blue) <= _GREY_SPREAD and green in _GREY
    if colour.get("indexed") in _GREY_INDEXED:
        return True
    tint = _real(colour.get("tint"))
    return (colour.get("theme") == "0" and -0.6 < tint < -0.1) or (
        colour.get("theme") == "1" and 0.35 < tint < 0.8
    )


def _number(digits: str | None) -> int:
    return int(digits) if digits and digits.isdigit() else 0


def _real(digits: str | None) -> float:
    try:
        return float(digits or 0)
    except ValueError:
        return 0.0


_ITEM_END = re.compile(rb"</(?:\w+:)?si>")
_ITEM_EMPTY = re.compile(rb"<(?:\w+:)?si\b[^<>]*/>")
_RUN_END = re.compile(rb"</(?:\w+:)?r>")
_RUN_BEGIN = re.compile(rb"<(?:\w+:)?r>")
_TEXT = re.compile(rb"<(?:\w+:)?t\b[^<>]*>([^<]*)</(?:\w+:)?t>")
_STRIKE = re.compile(rb'<(?:\w+:)?strike\b(?![^<>]*val="(?:0|false)")')


def struck_strings(shared: bytes) -> dict[int, str]:
    """Number of a shared text -> what is left of it without its struck runs; only texts that have both."""
    if b"strike" not in shared:
        return {}
    found: dict[int, str] = {}
    number = at = 0
    for end in _ITEM_END.finditer(shared):
        item = shared[at : end.start()]
        number += len(_ITEM_EMPTY.findall(item))
        if b"strike" in item and (rest := without_struck(item)):
            found[number] = rest
        number, at = number + 1, end.end()
    return found


def without_struck(runs: bytes) -> str:
    """The text of rich text (its <r> elements) without the runs that are struck through; "" where none or all are."""
    kept, struck = "", False
    for run in (_RUN_BEGIN.split(piece)[-1] for piece in _RUN_END.split(runs)[:-1]):
        if _STRIKE.search(run):
            struck = True
        else:
            kept += "".join(html.unescape(t.decode("utf-8", "replace")) for t in _TEXT.findall(run))
    return kept if struck and kept.strip() else ""
