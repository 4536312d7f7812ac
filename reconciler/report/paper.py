"""What is handed to the typesetter: the report's parts as plain values, each text whole and in order.

Nothing here knows a page's height: the typesetter breaks pages and repeats the headings of tables.
Widths are in points, since text is fitted to its column before it is set.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from reconciler.reconciliation import Severity
from reconciler.report.drawing import Drawing

A4 = (595.28, 841.89)
"""Width and height in points (ISO 216)."""
MARGIN = 36.0
"""On the left and right, in points."""

Look: TypeAlias = Literal["text", "note", "alarm"]
Mark: TypeAlias = Literal["", "number", "label"] | Severity


@dataclass(frozen=True, slots=True)
class Heading:
    """Also a bookmark. level: 1 for a section, 2 for what stands in it."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    look: Look = "text"


@dataclass(frozen=True, slots=True)
class Bullets:
    lines: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Cellful:
    """One cell. mark: how it is set, a severity also by shade."""

    text: str
    mark: Mark = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. widths: of its columns, in points.  size: of its letters, in points.  heads: repeated on each page,
    none where the first column is the heading of its row."""

    heads: tuple[str, ...]
    widths: tuple[float, ...]
    size: float
    rows: tuple[tuple[Cellful, ...], ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """Boxes to sign: a column a role, a line each for what is written there."""

    caption: str
    roles: tuple[str, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing, as large as the page allows."""

    drawing: Drawing


Part: TypeAlias = Heading | Paragraph | Bullets | Grid | Sign | Figure


@dataclass(frozen=True, slots=True)
class Leaf:
    """Parts that begin on a page of their own. wide: the page lies on its side.  about: stands in the page's head."""

    about: str
    wide: bool
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """The whole document. language: "ja" or "en".  ended: the run's end, UTC, ISO 8601, "" where not known.
    leaves: in their order; they may be made as they are read, since a large report's are many."""

    title: str
    author: str
    facility: str
    caution: str
    language: str
    ended: str
    leaves: Iterable[Leaf]


def room(wide: bool) -> float:
    """How wide the text is, in points."""
    return A4[1 if wide else 0] - 2 * MARGIN
