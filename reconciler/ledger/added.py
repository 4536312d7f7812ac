"""A sheet that is added to the hospital's workbook: rows of text with a few looks, as the XML of one part.

Texts are inline strings (ISO/IEC 29500-1, 18.3.1.53), so that xl/sharedStrings.xml stays as it is and nothing
that begins with = + - @ can become a formula; looks are runs of rich text (18.4.4), so that of the workbook's
styles only one is used, for breaking lines. The part is made in pieces: a ledger may have 100,000 rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from reconciler.ledger.splice import cell_text, escaped
from reconciler.ledger.workbook import column_letter

MAX_LINKS = 65_000
"""Links on one sheet; Excel takes 65,530 (Microsoft, "Excel specifications and limits")."""

MAX_TEXT = 32_000
"""Characters of one cell; Excel takes 32,767."""

LOOKS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "": ("", ""),
        "plain": ("", ""),
        "bold": ("<b/>", ""),
        "title": ("<b/>", ""),
        "grey": ("", '<color rgb="FF7F7F7F"/>'),
        "alert": ("<b/>", '<color rgb="FF8F1D1D"/>'),
        "link": ("<u/>", '<color rgb="FF0563C1"/>'),
    }
)
"""What stands before and after the size in the properties of a run, in the order in which Excel writes them."""

_TITLE_SIZE = "14"
_PIECE = 1 << 18


@dataclass(frozen=True, slots=True)
class Dress:
    """What the workbook's styles lend. style: number of the cell format that breaks lines, 0 for none.  size, font:
    of its default font, as they stand in a run (`font` is XML); "" where they are not known."""

    style: int = 0
    size: str = ""
    font: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A cell of another sheet, to be linked to."""

    sheet: str
    cell: str


@dataclass(frozen=True, slots=True)
class Text:
    """One cell. look: a key of LOOKS.  tail: what stands behind the text in the same cell, in grey."""

    text: str
    look: str = ""
    link: Place | None = None
    tail: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One row: column (from 0) and text, left to right. height: points, 0 for one line of the default font.
    over: its text is not broken into lines, but runs over the empty cells beside it."""

    cells: tuple[tuple[int, Text], ...]
    height: float = 0.0
    over: bool = False


@dataclass(frozen=True, slots=True)
class AddedSheet:
    """widths: of the columns from the first, in characters.  frozen: rows that stay in sight.  heads: the row of
    the headings (from 0) where the list below it, `count` rows of `across` columns, may be filtered; -1 for none.
    """

    name: str
    widths: tuple[float, ...]
    lines: Iterable[Line]
    frozen: int = 0
    heads: int = -1
    count: int = 0
    across: int = 0

    @property
    def filtered(self) -> str:
        """The range that may be filtered ("$A$4:$I$20"), "" for none."""
        if self.heads < 0 or not self.count:
            return ""
        last = column_letter(self.across - 1)
        return f"$A${self.heads + 1}:${last}${self.heads + 1 + self.count}"


def sheet_xml(sheet: AddedSheet, main: str, dress: Dress, linkable: Callable[[str], bool]) -> Iterator[bytes]:
    """The part's content in pieces. main: the name space of the workbook (transitional or strict).  linkable:
    whether a sheet of that name can be jumped to."""
    yield _head(sheet, main).encode()
    links: list[tuple[str, Place]] = []
    buffer: list[str] = []
    size = 0
    for number, line in enumerate(sheet.lines, 1):
        row = _row(number, line, dress, links, linkable)
        buffer.append(row)
        size += len(row)
        if size > _PIECE:
            yield "".join(buffer).encode()
            buffer, size = [], 0
    yield ("".join(buffer) + "</sheetData>").encode()
    if sheet.filtered:
        yield f'<autoFilter ref="{sheet.filtered.replace("$", "")}"/>'.encode()
    if links:
        yield b"<hyperlinks>"
        yield "".join(_link(cell, place) for cell, place in links).encode()
        yield b"</hyperlinks>"
    yield b'<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
    yield b'<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'


def _head(sheet: AddedSheet, main: str) -> str:
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{width:g}" customWidth="1"/>'
        for n, width in enumerate(sheet.widths, 1)
    )
    top = f"A{sheet.frozen + 1}"
    pane = f'<pane ySplit="{sheet.frozen}" topLeftCell="{top}" activePane="bottomLeft" state="frozen"/>'
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{escaped(main)}">'
        '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<sheetViews><sheetView workbookViewId="0">{pane if sheet.frozen else ""}</sheetView></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="15"/>{f"<cols>{columns}</cols>" if columns else ""}<sheetData>'
    )


def _row(
    number: int,
    line: Line,
    dress: Dress,
    links: list[tuple[str, Place]],
    linkable: Callable[[str], bool],
) -> str:
    cells = []
    style = f' s="{dress.style}"' if dress.style and not line.over else ""
    for column, cell in line.cells:
        if not cell.text:
            continue
        position = f"{column_letter(column)}{number}"
        look = cell.look
        if cell.link is not None:
            if linkable(cell.link.sheet) and len(links) < MAX_LINKS:
                links.append((position, cell.link))
            else:
                look = ""
        told = _run(cell.text[:MAX_TEXT], look, dress)
        if cell.tail:
            told = _run(cell.text[:MAX_TEXT], look or "plain", dress) + _run(cell.tail, "grey", dress)
        cells.append(f'<c r="{position}"{style} t="inlineStr"><is>{told}</is></c>')
    tall = f' ht="{line.height:g}" customHeight="1"' if line.height else ""
    return f'<row r="{number}"{tall}>{"".join(cells)}</row>'


def _run(text: str, look: str, dress: Dress) -> str:
    told = f'<t xml:space="preserve">{cell_text(text)}</t>'
    if not look:
        return told
    before, after = LOOKS[look]
    size = _TITLE_SIZE if look == "title" else dress.size
    sized = f'<sz val="{size}"/>' if size else ""
    return f"<r><rPr>{before}{sized}{after}{dress.font}</rPr>{told}</r>"


def _link(cell: str, place: Place) -> str:
    quoted = place.sheet.replace("'", "''")
    target = escaped(f"'{quoted}'!{place.cell}")
    return f'<hyperlink ref="{cell}" location="{target}"/>'
