"""Where elements stand in the bytes of an XML part, and edits at those places; every other byte stays as it is.

expat gives the offset of each tag. Nothing is serialised again: prefixes, order of attributes, line breaks and
what we do not understand (extLst, mc:AlternateContent) are not ours to rewrite. A DOCTYPE is refused, and so is
any encoding but UTF-8, in which an offset would be of another unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.parsers import expat

_TAG = re.compile(rb"""<([^\s/>]+)(?:\s+[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*(/?)>""")
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


class SpliceError(ValueError):
    """The part cannot be edited; the message is what it is."""


@dataclass(frozen=True, slots=True)
class Element:
    """depth: 1 for the root.  start, after: of its start tag.  end: of its end tag, `after` where it has none
    of its own (empty).  tag: its name as written.  attributes: "uri local" or "local" -> value.  parent: local name.
    """

    uri: str
    name: str
    parent: str
    depth: int
    start: int
    after: int
    end: int
    empty: bool
    tag: bytes
    attributes: Mapping[str, str]

    def get(self, name: str) -> str:
        """An attribute by its local name, of whatever name space."""
        return next((v for k, v in self.attributes.items() if k.rpartition(" ")[2] == name), "")


@dataclass(frozen=True, slots=True)
class Edit:
    """`length` bytes at `at` are replaced by `text`."""

    at: int
    length: int
    text: bytes


def elements(xml: bytes, deepest: int) -> list[Element]:
    """The elements down to that depth in the order of their start tags. Raises SpliceError for what is no such XML."""
    parser = expat.ParserCreate(namespace_separator=" ")
    found: list[Element | None] = []
    open_: list[tuple[int, str, str, int, dict[str, str]]] = []
    depth = 0

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth <= deepest:
            open_.append(
                (len(found), name, open_[-1][1] if open_ else "", parser.CurrentByteIndex, attributes)
            )
            found.append(None)

    def finish(_name: str) -> None:
        nonlocal depth
        if depth <= deepest:
            index, name, parent, start, attributes = open_.pop()
            found[index] = _element(xml, name, parent, depth, start, parser.CurrentByteIndex, attributes)
        depth -= 1

    parser.StartElementHandler, parser.EndElementHandler = begin, finish
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.XmlDeclHandler = _refuse_encoding
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        raise SpliceError(f"no sound XML ({error})") from error
    return [element for element in found if element is not None]


def _element(
    xml: bytes, name: str, parent: str, depth: int, start: int, end: int, attributes: dict[str, str]
) -> Element:
    tag = _TAG.match(xml, start)
    if tag is None:  # what expat took for a tag
        raise SpliceError("its encoding is not UTF-8")
    uri, _, local = name.rpartition(" ")
    empty = bool(tag[2])
    return Element(uri, local, parent.rpartition(" ")[2], depth, start, tag.end(),
                   tag.end() if empty else end, empty, tag[1], attributes)  # fmt: skip


def _refuse_doctype(*_: object) -> None:
    raise SpliceError("a document type, which no workbook of Excel has")


def _refuse_encoding(_version: str, encoding: str | None, _standalone: int) -> None:
    if encoding is not None and encoding.lower() not in {"utf-8", "utf8", "us-ascii", "ascii"}:
        raise SpliceError(f"its encoding is {encoding}, not UTF-8")


def edited(xml: bytes, edits: Iterable[Edit]) -> bytes:
    """`xml` with all edits; they must not overlap. Edits at one place stand in the order given."""
    pieces, at = list[bytes](), 0
    for edit in sorted(edits, key=lambda e: e.at):
        pieces += [xml[at : edit.at], edit.text]
        at = edit.at + edit.length
    return b"".join((*pieces, xml[at:]))


def appended(element: Element, child: bytes) -> Edit:
    """`child` as the last one of `element`, which is opened where it was empty."""
    if not element.empty:
        return Edit(element.end, 0, child)
    return Edit(element.after - 2, 2, b">" + child + b"</" + element.tag + b">")


def counted(xml: bytes, element: Element, more: int) -> Iterable[Edit]:
    """Its `count` attribute raised by `more`; nothing where it has none."""
    found = re.compile(rb"""\scount\s*=\s*["'](\d+)["']""").search(xml, element.start, element.after)
    if found:
        yield Edit(found.start(1), len(found[1]), b"%d" % (int(found[1]) + more))


def prefixed(element: Element, name: str) -> str:
    """`name` with the prefix that `element` has as written."""
    prefix, colon, _ = element.tag.decode("utf-8").rpartition(":")
    return f"{prefix}{colon}{name}"


def escaped(text: str) -> str:
    """`text` for XML, in an attribute too. What no XML may hold becomes the replacement character."""
    plain = _ILLEGAL.sub("\ufffd", text)
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def cell_text(text: str) -> str:
    """`text` for a cell or comment: there _x000A_ means a character (22.9.2.19, ST_Xstring), so its _ is spelt out."""
    return escaped(_LOOKS_ESCAPED.sub("_x005F_", text))
