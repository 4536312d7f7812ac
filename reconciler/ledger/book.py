"""What must be known of a workbook before anything is added to it: its sheets, its kind, what it says of itself.

Transitional and strict workbooks (ISO/IEC 29500-1 and -4) differ in their name spaces alone; whoever adds to one
must keep to its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from reconciler.ledger.package import Package
from reconciler.ledger.splice import Element, SpliceError, elements
from reconciler.ledger.workbook import UnreadableError

BOOK, BOOK_RELS, TYPES, STYLES = (
    "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml", "xl/styles.xml",
)  # fmt: skip
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_RELATIONS = {
    True: "http://purl.oclc.org/ooxml/officeDocument/relationships",
    False: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
"""The name space of references, for strict workbooks and for all others; a kind of part is a name below it."""

_SUFFIX = re.compile(r"sheet\.macroEnabled|template\.macroEnabled|template\.main")
_SUFFIXES = {"sheet.macroEnabled": ".xlsm", "template.macroEnabled": ".xltm", "template.main": ".xltx"}


@dataclass(frozen=True, slots=True)
class Listed:
    """One sheet as the workbook lists it; `part` is "" where its relationship is missing."""

    name: str
    visible: bool
    part: str


@dataclass(frozen=True, slots=True)
class Book:
    """What must be known of a workbook before it is added to.

    signed: a digital signature covers its parts.  shared: it keeps its own history of changes, which names the
    sheets that it has.  locked: its structure is protected.
    """

    package: Package
    sheets: tuple[Listed, ...]
    strict: bool
    signed: bool
    shared: bool
    locked: bool
    suffix: str

    @property
    def main(self) -> str:
        return STRICT_MAIN if self.strict else "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

    @property
    def relations(self) -> str:
        return _RELATIONS[self.strict]


def open_book(file_name: str, data: bytes) -> Book:
    """Raises UnreadableError where `data` is no workbook of this kind, or none that can be edited safely."""
    package = Package(file_name, data)
    with told(file_name, BOOK):
        found = elements(package.whole(BOOK), 3)
    with told(file_name, BOOK_RELS):
        relations = elements(package.whole(BOOK_RELS), 2)
    targets = {r.get("Id"): r.get("Target") for r in relations if r.depth == 2}
    sheets = tuple(
        Listed(e.get("name"), e.get("state") in ("", "visible"), _part(targets.get(_reference(e), "")))
        for e in found
        if e.depth == 3 and e.name == "sheet" and e.parent == "sheets"
    )
    locks = [e for e in found if e.depth == 2 and e.name == "workbookProtection"]
    kind = _SUFFIX.search(package.whole(TYPES).decode("utf-8", "replace"))
    return Book(
        package,
        sheets,
        strict=found[0].uri == STRICT_MAIN,
        signed=any(n.startswith("_xmlsignatures/") for n in package.names)
        or b"digital-signature/origin" in package.whole("_rels/.rels"),
        shared="xl/revisions/revisionheaders.xml" in package.names,
        locked=any(e.get("lockStructure") in ("1", "true") for e in locks),
        suffix=_SUFFIXES[kind[0]] if kind else ".xlsx",
    )


def _reference(sheet: Element) -> str:
    return next(
        (v for k, v in sheet.attributes.items() if k in {f"{uri} id" for uri in _RELATIONS.values()}), ""
    )


def _part(target: str) -> str:
    """A relationship of the workbook as the name of a part."""
    plain = target.replace("\\", "/")
    return plain.lstrip("/") if plain.startswith("/") or not plain else f"xl/{plain}"


@contextmanager
def told(file_name: str, part: str) -> Iterator[None]:
    """A part that cannot be edited is told as the file's, with the next step."""
    try:
        yield
    except SpliceError as error:
        raise UnreadableError(
            f"{file_name} cannot be added to ({part}: {error}): open it in Excel, save it again as .xlsx and give that."
        ) from error
