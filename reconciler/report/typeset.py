"""Pages of a paper: Typst sets them in pieces, which binding.py makes one PDF/A-2b (ISO 19005-2).

The typesetter holds a whole document and all it worked out on the way in memory, about 15 KB a cell. So a
long table is cut into pieces, each on pages of its own and in a file of its own, which has no name: it is gone
with this process, however that ends. What Typst remembers of a piece it drops after ten further runs (its
cache's age), so ten runs of nothing follow each: they cost milliseconds and spare gigabytes. Nothing here looks
at the clock.
"""

from __future__ import annotations

import json
import shutil
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import TYPE_CHECKING, BinaryIO, TypeAlias

from reconciler.reconciliation import Severity
from reconciler.report.binding import bound
from reconciler.report.drawing import Drawing
from reconciler.report.paper import (
    Bullets,
    Cellful,
    Figure,
    Grid,
    Heading,
    Leaf,
    Paper,
    Paragraph,
    Part,
    Sign,
    room,
)
from reconciler.report.typeface import Typeface
from reconciler.report.wording import moment_of

if TYPE_CHECKING:
    import typst

ROWS = 250
"""Of a table, in one piece: few enough for little memory, and many enough for few half-empty last pages."""
AT_ONCE = 2
FORGETS_AFTER = 11
INSET, LABEL_INSET = 5.6, 10.6
"""What a cell's borders and margins take of its column, in points."""

Json: TypeAlias = int | float | str | list["Json"] | dict[str, "Json"] | None


class TypesetError(RuntimeError):
    """The pages could not be set. The message is the typesetter's own."""


def typeset(paper: Paper, typeface: Typeface, after_each: Callable[[], None] = lambda: None) -> bytes:
    """The PDF. Raises TypesetError; OSError where the typeface's files cannot be read.

    after_each: is called after each piece, to give its memory back to the system.
    """
    import typst

    with TemporaryDirectory(prefix="daicho-") as folder:
        for file in typeface.files:
            shutil.copyfile(
                file, Path(folder, file.name)
            )  # alone in a folder: no other typeface is ever taken
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
        press = _Press(Path(folder), typeface, _moment(paper.ended), fonts, after_each)
        about: dict[str, Json] = {
            "language": paper.language,
            "family": typeface.family,
            "title": typeface.fitted(paper.title, FULL),
            "author": typeface.fitted(paper.author, FULL),
            "facility": typeface.fitted(paper.facility, FULL),
            "caution": typeface.fitted(paper.caution, FULL),
        }
        files = _set(paper.leaves, about, press)

        def numbers(lying: Sequence[bool]) -> BinaryIO:
            wide: list[Json] = [int(lies) for lies in lying]
            return press.pages("numbers.typ", {"family": typeface.family, "wide": wide})

        return bound(files, numbers)


def _set(leaves: Iterable[Leaf], about: Mapping[str, Json], press: _Press) -> list[BinaryIO]:
    """The pieces in order. Typst holds no lock of the interpreter's while it sets, so two are set while the next is
    laid out; more at once would only take more memory."""
    made: list[BinaryIO] = []
    waiting: deque[Future[BinaryIO]] = deque()
    with ThreadPoolExecutor(AT_ONCE) as hands:
        for piece in pieces_of(leaves):
            if len(waiting) > AT_ONCE:
                made.append(waiting.popleft().result())
            given = {**about, "leaves": [_leaf(leaf, press.typeface) for leaf in piece]}
            waiting.append(hands.submit(press.pages, "print.typ", given))
        return [*made, *(each.result() for each in waiting)]


FULL = 1000.0
"""Ems: no line of these is broken by us."""


@dataclass(frozen=True, slots=True)
class _Press:
    """The typesetter with its typeface. folder: where that is, and nothing else."""

    folder: Path
    typeface: Typeface
    moment: datetime
    fonts: typst.Fonts
    after_each: Callable[[], None]

    def pages(self, template: str, given: Mapping[str, Json]) -> BinaryIO:
        """Pages of one template as PDF/A, in a file without a name. The template sees `given` as JSON and no file at all."""
        import typst

        compiler = typst.Compiler(root=self.folder, font_paths=self.fonts)
        try:
            made = compiler.compile(
                _template(template),
                sys_inputs={"given": json.dumps(given, ensure_ascii=False, separators=(",", ":"))},
                pdf_standards="a-2b",
                timestamp=self.moment,
                pdf_tags=False,
            )
            for _ in range(FORGETS_AFTER):
                compiler.compile(b"", sys_inputs=None)
        except typst.TypstError as error:
            raise TypesetError(f"{error.message}; {'; '.join(error.hints)}") from error
        if not isinstance(made, bytes):
            raise TypesetError("no document came of it")
        file: BinaryIO = TemporaryFile()  # noqa: SIM115 - who binds the pieces closes them
        file.write(made)
        file.seek(0)
        del made
        self.after_each()
        return file


@cache
def _template(name: str) -> bytes:
    return files(__package__).joinpath("templates", name).read_bytes()


def _moment(ended: str) -> datetime:
    return (moment_of(ended) or datetime(1980, 1, 1, tzinfo=UTC)).replace(microsecond=0)


def pieces_of(leaves: Iterable[Leaf]) -> Iterator[list[Leaf]]:
    """The leaves in pieces of at most ROWS rows; a longer table is cut, its heads repeated."""
    piece: list[Leaf] = []
    rows = 0
    for leaf in (part for whole in leaves for part in _cut(whole)):
        more = _rows(leaf)
        if piece and rows + more > ROWS:
            yield piece
            piece, rows = [], 0
        piece.append(leaf)
        rows += more
    if piece:
        yield piece


def _rows(leaf: Leaf) -> int:
    return sum(len(part.rows) for part in leaf.parts if isinstance(part, Grid))


def _cut(leaf: Leaf) -> Iterator[Leaf]:
    parts: list[Part] = []
    room_left = ROWS
    for part in leaf.parts:
        if not isinstance(part, Grid) or len(part.rows) <= room_left:
            parts.append(part)
            room_left -= len(part.rows) if isinstance(part, Grid) else 0
            continue
        rows = part.rows
        while len(rows) > room_left:
            if room_left:
                parts.append(replace(part, rows=rows[:room_left]))
            yield replace(leaf, parts=tuple(parts))
            parts, rows, room_left = [], rows[room_left:], ROWS
        parts.append(replace(part, rows=rows))
        room_left -= len(rows)
    yield replace(leaf, parts=tuple(parts))


# -- parts as the template takes them -----------------------------------------------------------


def _leaf(leaf: Leaf, typeface: Typeface) -> Json:
    across = room(leaf.wide)
    about = typeface.fitted(leaf.about, FULL)
    return {
        "about": about,
        "wide": leaf.wide,
        "parts": [_part(part, across, typeface) for part in leaf.parts],
    }


def _part(part: Part, across: float, typeface: Typeface) -> Json:
    def fit(text: str, size: float, width: float = across - 24) -> str:
        return typeface.fitted(text, width / size)

    match part:
        case Heading(level, text):
            told: dict[str, Json] = {"level": level, "text": fit(text, 22 if level == 0 else 15)}
        case Paragraph(text, look):
            told = {"text": fit(text, 9.5), "look": look}
        case Bullets(lines, numbered):
            told = {"lines": [fit(line, 9.5) for line in lines], "numbered": numbered}
        case Sign(caption, roles, lines):
            each = across / (len(roles) + 1)
            told = {
                "caption": fit(caption, 9.5),
                "roles": [fit(role, 9.5, each) for role in roles],
                "lines": [fit(line, 9.5, each) for line in lines],
            }
        case Grid():
            told = _grid(part, typeface)
        case Figure(drawing):
            told = {"drawing": _drawing(drawing, typeface)}
    return {"part": type(part).__name__, **told}


def _grid(grid: Grid, typeface: Typeface) -> dict[str, Json]:
    inset = INSET if grid.heads else LABEL_INSET
    rooms = [(width - inset) / grid.size for width in grid.widths]

    def cell(given: Cellful, space: float) -> Json:
        text = typeface.fitted(given.text, space)
        if not given.mark:
            return text
        return [given.mark.name if isinstance(given.mark, Severity) else given.mark, text]

    return {
        "heads": [typeface.fitted(h, space) for h, space in zip(grid.heads, rooms, strict=bool(grid.heads))],
        "widths": list(grid.widths),
        "size": grid.size,
        "rows": [[cell(c, space) for c, space in zip(row, rooms, strict=True)] for row in grid.rows],
    }


def _drawing(drawing: Drawing, typeface: Typeface) -> Json:
    return {
        "width": drawing.width,
        "height": drawing.height,
        "lines": [{"points": [list(p) for p in line.points], "stroke": line.stroke} for line in drawing.lines],
        "boxes": [
            {
                "x": b.x, "y": b.y, "width": b.width, "height": b.height, "look": b.look, "mark": b.mark,
                "lines": [typeface.spelt_out(line) for line in b.lines],
            }
            for b in drawing.boxes
        ],
    }  # fmt: skip
