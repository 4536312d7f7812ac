"""One sheet of the network map: boxes are put on it and joined, then all are arranged, with what the looks mean below."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from reconciler.report.arrange import Size, arrange
from reconciler.report.drawing import Box, Drawing, Line, Look, Stroke
from reconciler.report.map_boxes import PAD
from reconciler.report.wording import Wording

MARGIN = 14.0
LEGEND = ("outside", "gateway", "segment", "dark", "switch", "device", "group", "unregistered")
SAMPLE = Size(118, 22)
LEGEND_HEIGHT = 2 * (SAMPLE.height + 8) + 40
LEGEND_WIDTH = 4 * (SAMPLE.width + 8)
STROKES: tuple[Stroke, ...] = ("cable", "remote")


@dataclass(slots=True)
class MapSheet:
    """Boxes as they are put on a sheet, each with what stands inside it, and the lines between them by number."""

    boxes: list[Box] = field(default_factory=list)
    inside: list[tuple[Box, ...]] = field(default_factory=list)
    lines: list[tuple[int, int, Stroke]] = field(default_factory=list)

    def put(self, box: Box, inside: Iterable[Box] = ()) -> int:
        self.boxes.append(box)
        self.inside.append(tuple(inside))
        return len(self.boxes) - 1

    def join(self, one: int, other: int, stroke: Stroke = "cable") -> None:
        if (one, other, stroke) not in self.lines:
            self.lines.append((one, other, stroke))


def laid_out(sheet: MapSheet, title: str, about: str, w: Wording) -> Drawing:
    made = arrange([Size(b.width, b.height) for b in sheet.boxes], [(a, b) for a, b, _ in sheet.lines])
    boxes: list[Box] = []
    for box, inside, (x, y) in zip(sheet.boxes, sheet.inside, made.corners, strict=True):
        x, y = x + MARGIN, y + MARGIN
        boxes.append(replace(box, x=x, y=y))
        boxes += [replace(one, x=x + one.x, y=y + one.y) for one in inside]
    lines = [
        Line(tuple((x + MARGIN, y + MARGIN) for x, y in points), stroke)
        for points, (_, _, stroke) in zip(made.lines, sheet.lines, strict=True)
    ]
    bottom = made.height + 2 * MARGIN
    legend_boxes, legend_lines = _legend(bottom, w)
    return Drawing(
        title,
        about,
        max(made.width, LEGEND_WIDTH) + 2 * MARGIN,
        bottom + LEGEND_HEIGHT,
        (*lines, *legend_lines),
        (*boxes, *legend_boxes),
    )


def _legend(top: float, w: Wording) -> tuple[list[Box], list[Line]]:
    """What each look and each letter means, under the drawing."""
    boxes = []
    for n, code in enumerate(LEGEND):
        look: Look = code  # type: ignore[assignment]
        x, y = MARGIN + (n % 4) * (SAMPLE.width + 8), top + (n // 4) * (SAMPLE.height + 8)
        mark = w("mark.UNREGISTERED") if code == "unregistered" else ""
        boxes.append(Box(x, y, SAMPLE.width, SAMPLE.height, look, (w.of("legend", code),), mark))
    y = top + 2 * (SAMPLE.height + 8)
    lines = []
    for n, stroke in enumerate(STROKES):
        x = MARGIN + n * 2 * (SAMPLE.width + 8)
        lines.append(Line(((x, y + 10), (x + 50, y + 10)), stroke))
        boxes.append(Box(x + 54, y, 2 * SAMPLE.width - 54, 18, "note", (w.of("legend", stroke),)))
    boxes.append(Box(MARGIN - PAD, y + 20, LEGEND_WIDTH, 18, "note", (w("legend.marks"),)))
    return boxes, lines
