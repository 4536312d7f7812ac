"""The hospital's workbook given back: the very file with sheets and comments added, every other part as it was.

Pure: bytes of the package and what to add -> bytes. What changes is what an addition cannot do without
(ISO/IEC 29500-1, 12.3 and 18.2): a line in [Content_Types].xml, a relationship and a <sheet> of the workbook,
one cell format that breaks lines where the workbook has none, and for comments one element in their sheet.
Loading and saving through a library would lose shapes, pictures, extensions and macros.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reconciler.ledger.added import AddedSheet, Dress, sheet_xml
from reconciler.ledger.book import BOOK, BOOK_RELS, STYLES, TYPES, Book, told
from reconciler.ledger.dress import dress_of
from reconciler.ledger.package import Pieces
from reconciler.ledger.remarks import MOST, Remark, beside_merges, comments_xml, vml
from reconciler.ledger.splice import (
    Edit,
    Element,
    SpliceError,
    appended,
    edited,
    elements,
    escaped,
    prefixed,
)
from reconciler.ledger.workbook import Merge, UnreadableError, column_index

_KIND = "application/vnd.openxmlformats-officedocument."
_SHEET_TYPE = f"{_KIND}spreadsheetml.worksheet+xml"
_COMMENTS_TYPE = f"{_KIND}spreadsheetml.comments+xml"
_VML_TYPE = f"{_KIND}vmlDrawing"
_NO_RELATIONS = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
)
_FILTER = "_xlnm._FilterDatabase"
_LONGEST_NAME = 31
_AFTER_DRAWING = frozenset(
    {"legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"}
)  # fmt: skip
"""Children of a worksheet that must stand behind <legacyDrawing> (CT_Worksheet, 18.3.1.99)."""

_MERGE = re.compile(rb"""\sref\s*=\s*["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["']""")
_WRAPPED = re.compile(rb"<(?:[\w.-]+:)?(?:oleObjects|controls|picture|tableParts|webPublishItems)[\s/>]")


@dataclass(frozen=True, slots=True)
class Annotated:
    """names: of the added sheets, as they came to be called.  without: sheet -> why it got no comments, or how
    many it could not get."""

    data: bytes
    names: tuple[str, ...]
    without: Mapping[str, str] = field(default_factory=dict)


def annotate(book: Book, sheets: Sequence[AddedSheet], remarks: Iterable[Remark] = ()) -> Annotated:
    """The workbook with `sheets` behind its own and `remarks` on its cells. A name that is taken gets a number.

    Raises UnreadableError where a part that must be edited cannot be.
    """
    work = _Work(book)
    names = work.add_sheets(sheets)
    without = work.add_remarks(remarks)
    return Annotated(work.written(), names, without)


class _Work:
    """The changes on their way: parts in their new form, by lower-case name, and new parts. fresh: which of the
    changed parts the workbook has not had, with their names as they are to be written.

    A class because each step edits what the step before it left.
    """

    def __init__(self, book: Book) -> None:
        self._book = book
        self.changed: dict[str, bytes] = {}
        self.added: list[tuple[str, Pieces]] = []
        self.fresh: dict[str, str] = {}

    def written(self) -> bytes:
        """Changed parts in their places, new ones behind."""
        fresh = [(name, (self.changed[key],)) for key, name in self.fresh.items()]
        return self._book.package.written(self.changed, [*self.added, *fresh])

    def _get(self, name: str) -> bytes:
        return self.changed.get(name.lower()) or self._book.package.whole(name)

    def _edit(self, name: str, edits: Iterable[Edit]) -> None:
        self.changed[name.lower()] = edited(self._get(name), edits)

    def _free(self, pattern: str) -> str:
        """The first name of the pattern ("xl/comments{}.xml") that no part has."""
        taken = self._book.package.names | {name.lower() for name, _ in self.added}
        return next(n for n in (pattern.format(i) for i in range(1, 1_000_000)) if n.lower() not in taken)

    # -- sheets ---------------------------------------------------------------------------------

    def add_sheets(self, sheets: Sequence[AddedSheet]) -> tuple[str, ...]:
        book = self._book
        visible = {s.name for s in book.sheets if s.visible}
        names: list[str] = []
        dress = self._dress() if sheets else Dress()
        for sheet in sheets:
            name = free_name(sheet.name, {s.name for s in book.sheets} | set(names))
            part = self._free("xl/worksheets/sheet{}.xml")
            self.added.append((part, _pieces(sheet, book.main, dress, frozenset(visible))))
            self._type(part, _SHEET_TYPE)
            reference = self._relate(BOOK_RELS, "worksheet", part.removeprefix("xl/"))
            self._list(name, reference, sheet.filtered)
            names.append(name)
        return tuple(names)

    def _dress(self) -> Dress:
        with told(self._book.package.file_name, STYLES):
            dress, edits = dress_of(self._get(STYLES))
        if edits:
            self._edit(STYLES, edits)
        return dress

    def _list(self, name: str, reference: str, filtered: str) -> None:
        """Adds the sheet to the workbook's list and, for the list on it that can be filtered, the hidden name
        without which some versions of Excel end when the list is sorted."""
        with told(self._book.package.file_name, BOOK):
            found = elements(self._get(BOOK), 3)
            listed = [e for e in found if e.depth == 3 and e.name == "sheet" and e.parent == "sheets"]
            sheets = next((e for e in found if e.depth == 2 and e.name == "sheets"), None)
            if sheets is None or not listed:
                raise SpliceError("a list without sheets")
        number = max((int(e.get("sheetId")) for e in listed if e.get("sheetId").isdigit()), default=0) + 1
        tag = prefixed(listed[-1], "sheet")
        child = f'<{tag} xmlns:r="{self._book.relations}" name="{escaped(name)}" sheetId="{number}" r:id="{reference}"/>'
        edits = [appended(sheets, child.encode())]
        if filtered:
            quoted = name.replace("'", "''")
            edits.append(_filter_name(self._get(BOOK), found, sheets, len(listed), f"'{quoted}'!{filtered}"))
        self._edit(BOOK, edits)

    def _type(self, part: str, kind: str) -> None:
        """Says what a part is: its own line, for the line of an ending could not be told of one part alone."""
        with told(self._book.package.file_name, TYPES):
            root = elements(self._get(TYPES), 1)[0]
        tag = prefixed(root, "Override")
        self._edit(TYPES, [appended(root, f'<{tag} PartName="/{part}" ContentType="{kind}"/>'.encode())])

    def _relate(self, rels: str, kind: str, target: str) -> str:
        """Adds a relationship, and the part for them where there is none; its id."""
        if not self._get(rels):
            self.fresh[rels.lower()] = rels
            self.changed[rels.lower()] = _NO_RELATIONS
        with told(self._book.package.file_name, rels):
            found = elements(self._get(rels), 2)
        ids = {e.get("Id") for e in found}
        reference = next(i for i in (f"rId{n}" for n in range(len(found), 10_000_000)) if i not in ids)
        line = f'Id="{reference}" Type="{self._book.relations}/{kind}" Target="{target}"'
        tag = prefixed(found[0], "Relationship")
        self._edit(rels, [appended(found[0], f"<{tag} {line}/>".encode())])
        return reference

    # -- comments -------------------------------------------------------------------------------

    def add_remarks(self, remarks: Iterable[Remark]) -> dict[str, str]:
        of: defaultdict[str, dict[str, Remark]] = defaultdict(dict)
        for remark in remarks:
            of[remark.sheet].setdefault(remark.cell, remark)
        without: dict[str, str] = {}
        parts = {s.name: s.part for s in self._book.sheets}
        for name, cells in of.items():
            why = self._comment(parts.get(name, ""), list(cells.values())[:MOST])
            if not why and len(cells) > MOST:
                why = f"{len(cells) - MOST} rows without a comment of their own: no more than {MOST} on one sheet"
            if why:
                without[name] = why
        return without

    def _comment(self, part: str, remarks: Sequence[Remark]) -> str:
        """Why the sheet got none, "" where it did."""
        if part not in self._book.package:
            return "its part is not where the workbook says"
        rels = _rels_of(part)
        try:
            found = elements(self._get(part), 2)
            if any(e.name == "legacyDrawing" for e in found) or _has_comments(self._get(rels)):
                return "it has comments or controls of its own"
            place = _place_of_drawing(self._get(part), found)
            remarks = beside_merges(remarks, _merges(self._get(part), found))
        except SpliceError as error:
            return f"it cannot be edited ({error})"
        except UnreadableError:
            return "it is too large to be edited"
        drawing, comments = self._free("xl/drawings/vmlDrawing{}.vml"), self._free("xl/comments{}.xml")
        self.added += [
            (drawing, tuple(vml(remarks))),
            (comments, tuple(comments_xml(remarks, self._book.main))),
        ]
        self._type(drawing, _VML_TYPE)
        self._type(comments, _COMMENTS_TYPE)
        reference = self._relate(rels, "vmlDrawing", f"/{drawing}")
        self._relate(rels, "comments", f"/{comments}")
        tag = prefixed(found[0], "legacyDrawing")
        child = f'<{tag} xmlns:r="{self._book.relations}" r:id="{reference}"/>'.encode()
        self._edit(part, [Edit(place, 0, child)])
        return ""


def free_name(wanted: str, taken: Iterable[str]) -> str:
    """`wanted`, with a number where a sheet has it already; Excel does not tell capitals apart here."""
    names = {name.casefold() for name in taken}
    number, found = 1, wanted
    while found.casefold() in names:
        number += 1
        suffix = f" ({number})"
        found = wanted[: _LONGEST_NAME - len(suffix)] + suffix
    return found


def _pieces(sheet: AddedSheet, main: str, dress: Dress, visible: frozenset[str]) -> Iterator[bytes]:
    return sheet_xml(sheet, main, dress, visible.__contains__)


def _place_of_drawing(xml: bytes, found: Sequence[Element]) -> int:
    """Where <legacyDrawing> belongs: before what must follow it, else at the end. An mc:AlternateContent counts as
    what is in it."""
    data = next((e for e in found if e.depth == 2 and e.name == "sheetData"), None)
    if data is None:
        raise SpliceError("no <sheetData>")
    behind = [e for e in found if e.depth == 2 and e.start > data.start]
    after = [
        e.start
        for e in behind
        if e.name in _AFTER_DRAWING or (e.name == "AlternateContent" and _WRAPPED.search(xml, e.after, e.end))
    ]
    return min(after, default=found[0].end)


def _filter_name(xml: bytes, found: Sequence[Element], sheets: Element, number: int, range_: str) -> Edit:
    """The hidden name of the list on the sheet `number`, among the workbook's names (CT_Workbook, 18.2.27)."""
    tag = prefixed(sheets, "definedName")
    child = f'<{tag} name="{_FILTER}" localSheetId="{number}" hidden="1">{escaped(range_)}</{tag}>'.encode()
    top = {e.name: e for e in found if e.depth == 2}
    if names := top.get("definedNames"):
        return appended(names, child)
    before = top.get("externalReferences") or top.get("functionGroups") or sheets
    around = prefixed(sheets, "definedNames").encode()
    return Edit(_behind(xml, before), 0, b"<" + around + b">" + child + b"</" + around + b">")


def _behind(xml: bytes, element: Element) -> int:
    """The offset behind the element's end tag."""
    return element.after if element.empty else xml.index(b">", element.end) + 1


def _merges(xml: bytes, found: Sequence[Element]) -> list[Merge]:
    merged = [e for e in found if e.depth == 2 and e.name == "mergeCells"]
    corners = [m.groups() for e in merged for m in _MERGE.finditer(xml, e.after, e.end)]
    return [
        Merge(int(top) - 1, column_index(left.decode()), int(bottom) - 1, column_index(right.decode()))
        for left, top, right, bottom in corners
    ]


def _has_comments(rels: bytes) -> bool:
    kinds = ("/comments", "/threadedComment")  # a /vmlDrawing alone may be a picture in the header
    return bool(rels) and any(e.get("Type").endswith(kinds) for e in elements(rels, 2))


def _rels_of(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels"
