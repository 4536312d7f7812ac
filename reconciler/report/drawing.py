"""A drawing as values: boxes, lines and words on a sheet, in the order in which they are laid on each other.

Units are CSS pixels; x grows to the right, y downwards. A look is a name, not a colour, so that screen and print
may each show it in its own way; what looks differ by is never colour alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Look: TypeAlias = Literal[
    "outside", "gateway", "switch", "segment", "dark", "device", "unregistered", "group", "plain", "note",
]  # fmt: skip
"""Of a box. dark: a network that was not looked at.  plain: no outline at all.  note: small grey words."""

Stroke: TypeAlias = Literal["cable", "remote"]
"""Of a line. remote: a way in from outside, dashed."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with words in it. x, y: its upper left corner.  lines: the first is its name.  mark: a letter in its
    corner that says what the shade says.  whole: what a pointer or a reader that speaks is told."""

    x: float
    y: float
    width: float
    height: float
    look: Look
    lines: tuple[str, ...]
    mark: str = ""
    whole: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """From the first point to the last, straight between them. word: what is written at its middle."""

    points: tuple[tuple[float, float], ...]
    stroke: Stroke = "cable"
    word: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """title: what it shows, about: in a sentence."""

    title: str
    about: str
    width: float
    height: float
    lines: tuple[Line, ...]
    boxes: tuple[Box, ...]
