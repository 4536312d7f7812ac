"""Cell comments: the two parts that a sheet needs for them (ISO/IEC 29500-1, 18.7; VML, part 4, 19).

Excel draws a comment from its VML shape and takes its text from the comments part. Each shape is hidden until
the mouse rests on its cell, and moves with it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reconciler.ledger.splice import cell_text, escaped
from reconciler.ledger.workbook import Merge, column_index, column_letter

AUTHOR = "daicho"
MOST = 1000
"""Comments on one sheet: as many as one block of shape numbers holds, and more than anybody reads."""

_FIRST_SHAPE = 1025
_WIDTH, _HEIGHT = 4, 9
"""Of a comment, in columns and rows of the sheet."""

_LONGEST_MERGE = 100_000
_POSITION = re.compile(r"([A-Z]{1,3})(\d{1,7})")


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment on one cell ("C5") of one sheet."""

    sheet: str
    cell: str
    text: str


def comments_xml(remarks: Sequence[Remark], main: str) -> Iterator[bytes]:
    yield (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="{escaped(main)}">'
        f"<authors><author>{AUTHOR}</author></authors><commentList>"
    ).encode()
    for r in remarks:
        text = f'<text><r><t xml:space="preserve">{cell_text(r.text)}</t></r></text>'
        yield f'<comment ref="{r.cell}" authorId="0">{text}</comment>'.encode()
    yield b"</commentList></comments>"


def vml(remarks: Sequence[Remark]) -> Iterator[bytes]:
    yield (
        b'<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
        b'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">'
        b'<o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" '
        b'o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
        b'<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
    )
    for n, remark in enumerate(remarks):
        row, column = position(remark.cell)
        above = max(row - 1, 0)
        anchor = (column + 1, 15, above, 10, column + 1 + _WIDTH, 15, above + _HEIGHT, 4)
        yield (
            f'<v:shape id="_x0000_s{_FIRST_SHAPE + n}" type="#_x0000_t202" '
            f'style="position:absolute;z-index:{n + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">'
            '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
            '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
            '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
            f"<x:Anchor>{', '.join(map(str, anchor))}</x:Anchor><x:AutoFill>False</x:AutoFill>"
            f"<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
        ).encode()
    yield b"</xml>"


def position(cell: str) -> tuple[int, int]:
    """ "C5" as row and column from 0. Raises ValueError."""
    found = _POSITION.fullmatch(cell)
    if not found:
        raise ValueError(f"no cell: {cell}")
    return int(found[2]) - 1, column_index(found[1])


def beside_merges(remarks: Sequence[Remark], merges: Sequence[Merge]) -> list[Remark]:
    """A comment of a cell that a merged one covers moves to the next cell of its row that is none: there it
    would never be shown."""
    covered: defaultdict[int, set[int]] = defaultdict(set)
    rows = {position(r.cell)[0] for r in remarks}
    for merge in merges:
        for row in rows & set(range(merge.top, min(merge.bottom, merge.top + _LONGEST_MERGE) + 1)):
            covered[row].update(range(merge.left + (row == merge.top), merge.right + 1))
    found = []
    for remark in remarks:
        row, column = position(remark.cell)
        while column in covered[row]:
            column += 1
        found.append(replace(remark, cell=f"{column_letter(column)}{row + 1}"))
    return found
