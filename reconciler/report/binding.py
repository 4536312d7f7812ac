"""Pieces of a report on paper into one PDF/A-2b, by qpdf: the pages in order, their numbers, the bookmarks.

Page numbers want the number of all pages, which is known at the end: they are set last, on clear pages, and laid over
the others. The pieces stay in their files: qpdf reads of each what it needs and holds no page of it in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    import pikepdf


def bound(pieces: Sequence[BinaryIO], numbers: Callable[[Sequence[bool]], BinaryIO]) -> bytes:
    """All pages in one document, with their numbers and bookmarks. Closes the pieces.

    numbers: whether each page lies -> a file with as many clear pages that have the page's number and no more.
    """
    import pikepdf

    with ExitStack() as opened:
        book, *others = (opened.enter_context(pikepdf.open(opened.enter_context(piece))) for piece in pieces)
        marks = _bookmarks(book, 0)
        for other in others:
            marks += _bookmarks(other, len(book.pages))
            book.pages.extend(other.pages)
        lying = [page.mediabox[2] > page.mediabox[3] for page in book.pages]
        _number(book, opened.enter_context(pikepdf.open(opened.enter_context(numbers(lying)))))
        with book.open_outline() as outline:
            outline.root[:] = []
            for level, title, page in marks:
                item = pikepdf.OutlineItem(title, page)
                if level > 0 and outline.root:
                    outline.root[-1].children.append(item)
                else:
                    outline.root.append(item)
        _plain_metadata(book)
        out = opened.enter_context(TemporaryFile())
        book.save(
            out,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
        )
        out.seek(0)
        return out.read()


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


def _number(book: pikepdf.Pdf, numbers: pikepdf.Pdf) -> None:
    import pikepdf

    for at, (page, number) in enumerate(zip(book.pages, numbers.pages, strict=True), 1):
        form = book.copy_foreign(number.as_form_xobject())
        name = page.add_resource(form, pikepdf.Name.XObject, pikepdf.Name(f"/Number{at}"))
        page.contents_add(b"q\n", prepend=True)
        page.contents_add(f"Q q {name} Do Q".encode())
