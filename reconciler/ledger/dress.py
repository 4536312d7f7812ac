"""What an added sheet borrows from the workbook's styles (ISO/IEC 29500-1, 18.8): its default font, and the one
cell format that breaks lines. Where the workbook has no such format one is appended, so that no number changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reconciler.ledger.added import Dress
from reconciler.ledger.splice import Edit, Element, appended, counted, elements, escaped, prefixed

_MOST_FORMATS = 64_000
"""Excel takes 65,490 (Microsoft, "Excel specifications and limits")."""

_PLAIN_NUMBERS = frozenset({"", "0", "49"})
"""General and text."""

_RUN = (("name", "rFont"), ("family", "family"), ("charset", "charset"), ("scheme", "scheme"))
"""Children of a font, and what they are called in a run of rich text, in the order in which Excel writes them."""


def dress_of(styles: bytes) -> tuple[Dress, list[Edit]]:
    """From xl/styles.xml, and the edits of it that the dress needs. Raises SpliceError."""
    if not styles:
        return Dress(), []
    found = elements(styles, 4)
    size, font = _font(found)
    formats = next((e for e in found if e.depth == 2 and e.name == "cellXfs"), None)
    if formats is None:
        return Dress(0, size, font), []
    listed = [e for e in found if e.depth == 3 and formats.start < e.start < formats.end]
    for number, xf in enumerate(listed):
        if _breaks_lines(xf, [e for e in found if e.depth == 4 and xf.start < e.start < xf.end]):
            return Dress(number, size, font), []
    if not listed or len(listed) >= _MOST_FORMATS:
        return Dress(0, size, font), []
    tag, alignment = prefixed(formats, "xf"), prefixed(formats, "alignment")
    child = (
        f'<{tag} numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">'
        f'<{alignment} vertical="top" wrapText="1"/></{tag}>'
    )
    edits = [appended(formats, child.encode()), *counted(styles, formats, 1)]
    return Dress(len(listed), size, font), edits


def _breaks_lines(xf: Element, children: Sequence[Element]) -> bool:
    """Whether it is the plain look with broken lines at the top, and nothing else."""
    if xf.get("numFmtId") not in _PLAIN_NUMBERS or len(children) != 1 or children[0].name != "alignment":
        return False
    if any(xf.get(part) not in ("", "0") for part in ("fontId", "fillId", "borderId", "quotePrefix")):
        return False
    said = {k: v for k, v in children[0].attributes.items() if v not in ("0", "false", "general")}
    return said.get("vertical") == "top" and said.get("wrapText") in ("1", "true") and len(said) == 2


def _font(found: Iterable[Element]) -> tuple[str, str]:
    """Size and name of the first font, which is the default one, as they stand in a run."""
    listed = list(found)
    first = next((e for e in listed if e.depth == 3 and e.parent == "fonts"), None)
    if first is None:
        return "", ""
    said = {e.name: e.get("val") for e in listed if e.depth == 4 and first.start < e.start < first.end}
    size = said.get("sz", "")
    font = "".join(f'<{run} val="{escaped(said[name])}"/>' for name, run in _RUN if said.get(name))
    return (size if size.replace(".", "", 1).isdigit() else ""), font
