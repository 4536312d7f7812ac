"""Which cell styles of a workbook mean something: struck through, or grey. And texts struck through in part.

Read from xl/styles.xml and xl/sharedStrings.xml (ISO/IEC 29500-1, 18.8 and 18.4). Hospitals strike a row
through or grey it when a device is gone, and strike half a cell when the address has changed.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

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
    """From xl/styles.xml; empty where the workbook has none. Raises ElementTree.ParseError."""
    if not styles:
        return Looks()
    root = ElementTree.fromstring(styles)
    fonts = {i for i, font in enumerate(_children(root, "fonts")) if _is_struck(font)}
    fills = {i for i, fill in enumerate(_children(root, "fills")) if _is_grey(fill)}
    formats = list(_children(root, "cellXfs"))
    return Looks(
        frozenset(i for i, xf in enumerate(formats) if _number(xf.get("fontId")) in fonts),
        frozenset(i for i, xf in enumerate(formats) if _number(xf.get("fillId")) in fills),
    )


def _children(root: ElementTree.Element, name: str) -> Iterator[ElementTree.Element]:
    for part in root:
        if part.tag.rsplit("}", 1)[-1] == name:
            yield from part


def _is_struck(font: ElementTree.Element) -> bool:
    marks = (part for part in font if part.tag.rsplit("}", 1)[-1] == "strike")
    return any(mark.get("val", "1") not in {"0", "false"} for mark in marks)


def _is_grey(fill: ElementTree.Element) -> bool:
    pattern = next(iter(fill), None)
    if pattern is None or pattern.tag.rsplit("}", 1)[-1] != "patternFill":
        return False
    kind = pattern.get("patternType", "none")
    if kind in _GREY_PATTERNS:
        return True
    colour = next((part for part in pattern if part.tag.endswith("fgColor")), None)
    if kind != "solid" or colour is None:
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


_ITEM = re.compile(rb"<(?:\w+:)?si\b[^>]*?(?:/>|>(.*?)</(?:\w+:)?si>)", re.DOTALL)
_RUN = re.compile(rb"<(?:\w+:)?r>(.*?)</(?:\w+:)?r>", re.DOTALL)
_TEXT = re.compile(rb"<(?:\w+:)?t\b[^>]*>([^<]*)</(?:\w+:)?t>")
_STRIKE = re.compile(rb'<(?:\w+:)?strike\b(?![^>]*val="(?:0|false)")')


def struck_strings(shared: bytes) -> dict[int, str]:
    """Number of a shared text -> what is left of it without its struck runs; only texts that have both."""
    if b"strike" not in shared:
        return {}
    found: dict[int, str] = {}
    for number, item in enumerate(_ITEM.finditer(shared)):
        if item[1] and b"strike" in item[1] and (rest := without_struck(item[1])):
            found[number] = rest
    return found


def without_struck(runs: bytes) -> str:
    """The text of rich text (its <r> elements) without the runs that are struck through; "" where none or all are."""
    kept, struck = "", False
    for run in _RUN.findall(runs):
        if _STRIKE.search(run):
            struck = True
        else:
            kept += "".join(html.unescape(t.decode("utf-8", "replace")) for t in _TEXT.findall(run))
    return kept if struck and kept.strip() else ""
