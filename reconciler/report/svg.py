"""A drawing as SVG 1.1 (W3C): text that stands alone or within a page, loads nothing and runs nothing.

Looks are presentation attributes, not styles: a page's policy may forbid styles. Each box has a title, so that a
pointer and a reader that speaks tell it whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from reconciler.report.drawing import Box, Drawing, Line
from reconciler.report.visible import visible

FONT = "Yu Gothic UI, Hiragino Sans, Noto Sans CJK JP, Noto Sans JP, IPAPGothic, Meiryo, sans-serif"
LETTER, LEADING, INSET = 11, 16, 6
"""Size of letters, distance of lines and margin within a box."""

LOOKS = {
    "outside": 'fill="#ffffff" stroke="#000000" stroke-width="1.4" stroke-dasharray="6 3" rx="8"',
    "gateway": 'fill="#c5d3e0" stroke="#000000" stroke-width="2"',
    "switch": 'fill="#e5ecf2" stroke="#1b232c" stroke-width="1.2"',
    "segment": 'fill="#ffffff" stroke="#0b4f8a" stroke-width="1.6" rx="5"',
    "dark": 'fill="#ffffff" stroke="#55606c" stroke-width="1.4" stroke-dasharray="2 3" rx="5"',
    "device": 'fill="#ffffff" stroke="#8a949e" stroke-width="0.7"',
    "unregistered": 'fill="#8f1d1d" stroke="#000000" stroke-width="1.6"',
    "group": 'fill="#f4f6f8" stroke="#8a949e" stroke-width="0.7"',
    "plain": "",
    "note": "",
}
STROKES = {
    "cable": 'stroke="#55606c" stroke-width="1.2"',
    "remote": 'stroke="#8f1d1d" stroke-width="2" stroke-dasharray="7 4"',
}


def document(drawings: Sequence[Drawing]) -> str:
    """A file of its own: the drawings one below the other."""
    width = max((d.width for d in drawings), default=1.0)
    parts, y = [], 0.0
    for drawing in drawings:
        heading = f'<text x="{INSET:g}" y="{y + 28:g}" font-size="18" font-weight="bold">{_text(drawing.title)}</text>'
        parts.append(f'{heading}<g transform="translate(0 {y + HEADING:g})">{"".join(_marks(drawing))}</g>')
        y += HEADING + drawing.height + GAP
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{y:g}" viewBox="0 0 {width:g} {y:g}" '
        f'role="img" font-family="{FONT}">'
        f'<rect width="{width:g}" height="{y:g}" fill="#ffffff"></rect>{"".join(parts)}</svg>\n'
    )


HEADING, GAP = 36.0, 40.0


def element(drawing: Drawing, number: int) -> str:
    """An element of a page; `number` makes its ids its own."""
    return (
        f'<svg viewBox="0 0 {drawing.width:g} {drawing.height:g}" role="img" '
        f'aria-labelledby="map-{number}-t" aria-describedby="map-{number}-d" font-family="{FONT}">'
        f'<title id="map-{number}-t">{_text(drawing.title)}</title><desc id="map-{number}-d">{_text(drawing.about)}</desc>'
        f'<rect width="{drawing.width:g}" height="{drawing.height:g}" fill="#ffffff"></rect>'
        f"{''.join(_marks(drawing))}</svg>"
    )


def _marks(drawing: Drawing) -> Iterable[str]:
    yield '<g fill="none">'
    yield from map(_line, drawing.lines)
    yield f'</g><g font-size="{LETTER}" fill="#000000">'
    yield from map(_box, drawing.boxes)
    yield "</g>"


def _line(line: Line) -> str:
    points = " ".join(f"{x:g},{y:g}" for x, y in line.points)
    return f'<polyline points="{points}" {STROKES[line.stroke]}></polyline>'


def _box(box: Box) -> str:
    look = LOOKS[box.look]
    shape = (
        f'<rect x="{box.x:g}" y="{box.y:g}" width="{box.width:g}" height="{box.height:g}" {look}></rect>'
        if look
        else ""
    )
    ink = ' fill="#ffffff"' if box.look == "unregistered" else ' fill="#4a545e"' if box.look == "note" else ""
    words = "".join(
        f'<text x="{box.x + INSET:g}" y="{box.y + 15 + LEADING * n:g}"{_weight(n, box)}>{_text(line)}</text>'
        for n, line in enumerate(box.lines)
        if line
    )
    mark = (
        f'<text x="{box.x + box.width - 4:g}" y="{box.y + 15:g}" text-anchor="end" font-weight="bold">{_text(box.mark)}</text>'
        if box.mark
        else ""
    )
    whole = f"<title>{_text(box.whole)}</title>" if box.whole else ""
    return f"<g{ink}>{whole}{shape}{words}{mark}</g>"


def _weight(line: int, box: Box) -> str:
    return ' font-weight="bold"' if line == 0 and box.look not in ("plain", "note") else ""


def _text(text: str) -> str:
    return escape(visible(text))
