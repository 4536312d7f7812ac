"""Pages of a paper: Typst sets them in pieces, qpdf joins the pieces into one PDF/A-2b (ISO 19005-2).

The typesetter holds a whole document and all it worked out on the way in memory, about 15 KB a cell. So a
long table is cut into pieces, each on pages of its own. What Typst remembers of a piece it drops after ten
further runs (its cache's age), so ten runs of nothing follow each: they cost milliseconds and spare gigabytes.

Page numbers want the number of all pages, which is known at the end: they are set last, on clear
pages, and laid over the others. Bookmarks are taken from the pieces. Nothing here looks at the clock.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeAlias

from reconciler.reconciliation import Severity
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
    import pikepdf

ROWS = 500
"""Of a table, in one piece: 60 MB at the most, and few enough half-empty last pages."""
FORGETS_AFTER = 11
INSET, LABEL_INSET = 5.6, 10.6
"""What a cell's borders and margins take of its column, in points."""

Json: TypeAlias = int | float | str | list["Json"] | dict[str, "Json"] | None


class TypesetError(RuntimeError):
    """The pages could not be set. The message is the typesetter's own."""


def typeset(paper: Paper, typeface: Typeface) -> bytes:
    """The PDF. Raises TypesetError; OSError where the typeface's files cannot be read."""
    with TemporaryDirectory(prefix="daicho-") as folder:
        for file in typeface.files:
            shutil.copyfile(
                file, Path(folder, file.name)
            )  # alone in a folder: no other typeface is ever taken
        press = _Press(Path(folder), typeface, _moment(paper.ended))
        about: dict[str, Json] = {
            "language": paper.language,
            "family": typeface.family,
            "title": typeface.fitted(paper.title, FULL),
            "author": typeface.fitted(paper.author, FULL),
            "facility": typeface.fitted(paper.facility, FULL),
            "caution": typeface.fitted(paper.caution, FULL),
        }
        pieces = []
        for leaves in pieces_of(paper.leaves):
            pieces.append(
                press.pages("print.typ", {**about, "leaves": [_leaf(leaf, typeface) for leaf in leaves]})
            )
        return _joined(pieces, press)


FULL = 1000.0
"""Ems: no line of these is broken by us."""


@dataclass(frozen=True, slots=True)
class _Press:
    """The typesetter with its typeface. folder: where that is, and nothing else."""

    folder: Path
    typeface: Typeface
    moment: datetime

    def pages(self, template: str, given: Mapping[str, Json]) -> bytes:
        """Pages of one template as PDF/A. The template sees `given` as JSON and no file at all."""
        import typst

        fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(self.folder)]
        )
        compiler = typst.Compiler(root=self.folder, font_paths=fonts)
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
        return made


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


# -- pieces into one ----------------------------------------------------------------------------


def _joined(pieces: Sequence[bytes], press: _Press) -> bytes:
    """All pages in one document, with their numbers and bookmarks."""
    import pikepdf

    with ExitStack() as opened:
        book, *others = (opened.enter_context(pikepdf.open(BytesIO(piece))) for piece in pieces)
        marks = _bookmarks(book, 0)
        for other in others:
            marks += _bookmarks(other, len(book.pages))
            book.pages.extend(other.pages)
        _number(book, press, opened)
        with book.open_outline() as outline:
            outline.root[:] = []
            for level, title, page in marks:
                item = pikepdf.OutlineItem(title, page)
                if level > 0 and outline.root:
                    outline.root[-1].children.append(item)
                else:
                    outline.root.append(item)
        _plain_metadata(book)
        out = BytesIO()
        book.save(
            out,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
        )
        return out.getvalue()


def _bookmarks(piece: pikepdf.Pdf, first: int) -> list[tuple[int, str, int]]:
    """(level, title, page of the whole) of a piece that begins at page `first`."""
    import pikepdf

    found: list[tuple[int, str, int]] = []

    def walk(items: Iterable[pikepdf.OutlineItem], level: int) -> None:
        for item in items:
            goal = item.destination if item.action is None else item.action.D
            page = pikepdf.Page(goal[0]).index if isinstance(goal, pikepdf.Array) else 0
            found.append((level, item.title, first + page))
            walk(item.children, level + 1)

    with piece.open_outline() as outline:
        walk(outline.root, 0)
    return found


KEPT = (
    "{http://purl.org/dc/elements/1.1/}",
    "{http://ns.adobe.com/xap/1.0/}",
    "{http://ns.adobe.com/pdf/1.3/}",
    "{http://www.aiim.org/pdfa/ns/id/}",
)
"""What the document says of itself. The rest counts one piece's pages and tells its history, which is not this one's."""


def _plain_metadata(book: pikepdf.Pdf) -> None:
    """Written anew, and the lists of glyphs (CIDSet) taken off, which PDF/A-2 no longer wants: what is not there
    cannot be wrong after joining."""
    import pikepdf

    with book.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as given:
        kept = {name: given[name] for name in given if name.startswith(KEPT)}
    del book.Root.Metadata
    with book.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as told:
        for name, value in kept.items():
            told[name] = value
    for thing in book.objects:
        if isinstance(thing, pikepdf.Dictionary) and "/CIDSet" in thing:
            del thing.CIDSet


def _number(book: pikepdf.Pdf, press: _Press, opened: ExitStack) -> None:
    import pikepdf

    wide: Json = [int(page.mediabox[2] > page.mediabox[3]) for page in book.pages]
    made = press.pages("numbers.typ", {"family": press.typeface.family, "wide": wide})
    numbers = opened.enter_context(pikepdf.open(BytesIO(made)))
    for at, (page, number) in enumerate(zip(book.pages, numbers.pages, strict=True), 1):
        form = book.copy_foreign(number.as_form_xobject())
        name = page.add_resource(form, pikepdf.Name.XObject, pikepdf.Name(f"/Number{at}"))
        page.contents_add(b"q\n", prepend=True)
        page.contents_add(f"Q q {name} Do Q".encode())
