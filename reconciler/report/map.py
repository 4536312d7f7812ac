"""The network map (全体構成図): from the outside over gateways and networks to switches and what is plugged into them.

First an overview, then a sheet or more for each network. What is many is told as a count by class; what
no row of the ledger explains stands always by itself, for it is what somebody has to find. Words are cut to their
boxes; the whole is in the box's title and in the lists.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from reconciler.reconciliation import DeviceBucket
from reconciler.report import phrases
from reconciler.report.arrange import Size, arrange
from reconciler.report.drawing import Box, Drawing, Line, Look, Stroke
from reconciler.report.lines import DeviceLine
from reconciler.report.model import Report
from reconciler.report.topology import Network, Place, Switch, Topology, topology, ways_in
from reconciler.report.wording import Wording

SINGLY = 48
"""A network of more devices is drawn by class."""
CELLS = 60
"""On one sheet, so that a printed page can still be read."""
NETWORKS, GATEWAYS = 14, 12
"""On one overview."""
SWITCHES = 20
"""On one overview; where there are more, each network says how many it has."""

CELL = Size(168, 38)
ACROSS = 3
"""Cells beside each other."""
NAME = Size(190, 22)
LINE, PAD = 16, 6
LETTER = 11


@dataclass(slots=True)
class _Sheet:
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


def drawings(report: Report, w: Wording) -> tuple[Drawing, ...]:
    """Overviews first, then the sheets of each network in the order of the coverage."""
    seen = topology(report)
    many = -(-len(seen.networks) // NETWORKS)
    parts = [seen.networks[n * NETWORKS : (n + 1) * NETWORKS] for n in range(many)]
    overviews = [_overview(part, seen, n, many, w) for n, part in enumerate(parts, 1)]
    return (*overviews, *(sheet for network in seen.networks for sheet in _sheets(network, seen, w)))


# -- the overview -------------------------------------------------------------------------------


def _overview(networks: Sequence[Network], seen: Topology, number: int, many: int, w: Wording) -> Drawing:
    sheet = _Sheet()
    outside = _Outside(sheet, w)
    gateways = _Gateways(sheet, outside, w)
    named = {(n.site, name) for n in networks for name in n.plugged if name}
    drawn = named if len(named) <= SWITCHES else set()
    at: dict[tuple[str, str], int] = {}
    for network in networks:
        switches = len({name for name in network.plugged if name})
        lines = _network_lines(network, 0 if drawn else switches, w)
        here = sheet.put(_box(_look(network), lines, whole=" ".join(lines)))
        for number_of in map(gateways.of, network.gateways):
            if number_of is not None:
                sheet.join(number_of, here)
        if any(place.ways_in for place in network.places):
            sheet.join(outside.here(), here, "remote")
        for name in network.plugged if drawn else ():
            key = (network.site, name)
            if name and key not in at:
                at[key] = sheet.put(_switch_box(seen.switches[key], w))
            if name:
                sheet.join(here, at[key])
    for key in at:
        for up in seen.switches[key].up:
            if (key[0], up) in at:
                sheet.join(at[(key[0], up)], at[key])
    title = w("map.overview") if many == 1 else w("map.overview_of", number=number, all=many)
    return _drawn(sheet, title, w("map.overview_about", count=len(networks)), w)


def _network_lines(network: Network, switches: int, w: Wording) -> tuple[str, ...]:
    """What a network's box says: name, range, how many devices of which classes. switches: to tell of, 0 for none."""
    places = network.places
    joined = len(network.gateways)
    classes = Counter(p.line.device.best("class") or "unknown" for p in places)
    ways = Counter(way for p in places for way in p.ways_in)
    odd = sum(p.unregistered for p in places)
    odd += sum(g.bucket is DeviceBucket.UNREGISTERED for g in network.gateways)
    name, count = _network_name(network, w), w("map.devices", count=len(places) + joined)
    lines = [name]
    if network.coverage is not None and network.coverage.cidr != network.name:
        lines.append(w.value(network.coverage.cidr))
    lines.append(w("map.of_them", all=count, odd=w("map.unregistered", count=odd)) if odd else count)
    if network.coverage is not None and not network.coverage.looked:
        lines.append(w("map.not_looked"))
    told = [w("map.gateways", count=joined)] if joined else []
    told += [w("map.class", name=w.of("class", klass), count=n) for klass, n in sorted(classes.items())]
    lines += _filled(told, w)
    lines += [w("map.way", name=w.of("remote", way), count=n) for way, n in sorted(ways.items())]
    if switches:
        lines.append(w("map.switches", count=switches))
    return tuple(lines)


def _filled(parts: Sequence[str], w: Wording) -> list[str]:
    """The parts on as few lines as a box's width allows."""
    lines: list[str] = []
    for part in parts:
        longer = w.joined((lines[-1], part)) if lines else part
        if lines and _wide(longer) <= WIDEST - 2 * PAD:
            lines[-1] = longer
        else:
            lines.append(part)
    return lines


def _network_name(network: Network, w: Wording) -> str:
    name = w.value(network.name) if network.name else w("map.nowhere")
    return w("map.at_site", site=w.value(network.site), name=name) if w.with_sites else name


def _look(network: Network) -> Look:
    return "segment" if network.coverage is None or network.coverage.looked else "dark"


class _Outside:
    """The world outside, on the sheet once something leads there."""

    def __init__(self, sheet: _Sheet, w: Wording) -> None:
        self._sheet, self._w = sheet, w
        self._number: int | None = None

    def here(self) -> int:
        if self._number is None:
            self._number = self._sheet.put(
                _box("outside", (self._w("map.outside"), self._w("map.outside_about")))
            )
        return self._number


class _Gateways:
    """Gateways on a sheet, each once, with its way in."""

    def __init__(self, sheet: _Sheet, outside: _Outside, w: Wording) -> None:
        self._sheet, self._outside, self._w = sheet, outside, w
        self._at: dict[str, int] = {}

    def of(self, line: DeviceLine) -> int | None:
        """Its number on the sheet; None where the sheet has no room for one more."""
        key = line.device.id
        if key not in self._at:
            if len(self._at) == GATEWAYS:
                return None
            self._at[key] = self._sheet.put(_device_box(line, "", self._w, "gateway"))
            if ways_in(line.device):
                self._sheet.join(self._outside.here(), self._at[key], "remote")
        return self._at[key]


# -- the sheets of a network --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Frame:
    """A switch, or what stands at none, with its cells."""

    switch: Switch | None
    cells: tuple[Box, ...]
    ways_in: bool


def _sheets(network: Network, seen: Topology, w: Wording) -> Iterator[Drawing]:
    frames = [f for name, places in network.plugged.items() for f in _frames(network, name, places, seen, w)]
    if not frames and not network.gateways:
        return
    sheets = list(_shared_out(frames))
    for number, part in enumerate(sheets, 1):
        name = _network_name(network, w)
        title = (
            w("map.sheet", name=name)
            if len(sheets) == 1
            else w("map.sheet_of", name=name, number=number, all=len(sheets))
        )
        yield _network_sheet(network, part, title, w, with_gateways=number == 1)


def _frames(
    network: Network, name: str, places: Sequence[Place], seen: Topology, w: Wording
) -> Iterator[_Frame]:
    """One switch's cells, in frames that fit on a sheet."""
    if len(network.places) <= SINGLY:
        cells = [_device_box(p.line, p.port, w) for p in places]
    else:
        cells = [_device_box(p.line, p.port, w) for p in places if p.unregistered or p.ways_in]
        rest = Counter(
            p.line.device.best("class") or "unknown" for p in places if not (p.unregistered or p.ways_in)
        )
        cells += [
            _cell("group", (w.of("class", klass), w("map.together", count=count)))
            for klass, count in sorted(rest.items())
        ]
    switch = seen.switches.get((network.site, name)) if name else None
    way_in = any(place.ways_in for place in places)
    for start in range(0, len(cells), CELLS):
        yield _Frame(switch, tuple(cells[start : start + CELLS]), way_in)


def _shared_out(frames: Sequence[_Frame]) -> Iterator[list[_Frame]]:
    part: list[_Frame] = []
    cells = 0
    for frame in frames:
        if part and cells + len(frame.cells) > CELLS:
            yield part
            part, cells = [], 0
        part.append(frame)
        cells += len(frame.cells)
    yield part


def _network_sheet(
    network: Network, frames: Sequence[_Frame], title: str, w: Wording, *, with_gateways: bool
) -> Drawing:
    sheet = _Sheet()
    outside = _Outside(sheet, w)
    gateways = _Gateways(sheet, outside, w)
    lines = _network_lines(network, 0, w)
    here = sheet.put(_box(_look(network), lines, whole=" ".join(lines)))
    for number_of in map(gateways.of, network.gateways if with_gateways else ()):
        if number_of is not None:
            sheet.join(number_of, here)
    for frame in frames:
        number = sheet.put(*_framed(frame, w))
        sheet.join(here, number)
        if frame.ways_in:
            sheet.join(outside.here(), here, "remote")
    return _drawn(sheet, title, w("map.sheet_about", name=_network_name(network, w)), w)


def _framed(frame: _Frame, w: Wording) -> tuple[Box, tuple[Box, ...]]:
    """The frame's box, and its cells in rows, their places counted from its corner."""
    across = min(ACROSS, max(1, len(frame.cells)))
    rows = -(-len(frame.cells) // across)
    name = _switch_name(frame.switch, w)
    width = max(across * (CELL.width + PAD) + PAD, NAME.width)
    height = NAME.height + rows * (CELL.height + PAD)
    look: Look = "switch" if frame.switch else "note"
    cells = tuple(
        replace(
            cell,
            x=PAD + (n % across) * (CELL.width + PAD),
            y=NAME.height + (n // across) * (CELL.height + PAD),
        )
        for n, cell in enumerate(frame.cells)
    )
    return Box(0, 0, width, height, look, (_cut(name, width - 2 * PAD),), whole=name), cells


def _switch_name(switch: Switch | None, w: Wording) -> str:
    return w("map.switch", name=w.value(switch.name)) if switch else w("map.no_switch")


# -- boxes --------------------------------------------------------------------------------------


def _switch_box(switch: Switch, w: Wording) -> Box:
    if switch.line is None:
        return _box("switch", (_switch_name(switch, w), w("map.unseen")))
    made = phrases.made_by(switch.line.device, w)
    return _box("switch", (_switch_name(switch, w), *((made,) if made else ())), mark=_mark(switch.line, w))


def _device_box(line: DeviceLine, port: str, w: Wording, look: Look = "device") -> Box:
    """A device: its port and name, then its sort and address."""
    device = line.device
    name = phrases.name_of(device, line.asset, w)
    address = w.value(next(iter((*device.ips, *device.macs)), device.id))
    sort = phrases.sort_of(device, w)
    short = w.of("sort", device.best("kind")) if w.knows("sort", device.best("kind")) else sort
    first = w("map.port", port=w.value(port), name=name) if port else name
    ways = w.joined(w.of("remote", r) for r in device.remote_maintenance)
    told = (first, sort, address, w.of("device_bucket", line.bucket.value), *((ways,) if ways else ()))
    dark: Look = "unregistered" if line.bucket is DeviceBucket.UNREGISTERED else look
    second = "" if address in name else address
    lines = (first, w("map.second", sort=short, address=second) if second else short)
    return _cell(dark, lines, _mark(line, w), " / ".join(told))


def _mark(line: DeviceLine, w: Wording) -> str:
    """Letters for what the shade says, and for what it does not."""
    marks = [w.of("mark", line.bucket.value)] if w.knows("mark", line.bucket.value) else []
    return "".join([*marks, w("mark.remote")] if ways_in(line.device) else marks)


def _cell(look: Look, lines: tuple[str, ...], mark: str = "", whole: str = "") -> Box:
    free = CELL.width - 2 * PAD - _wide(mark)
    cut = tuple(_cut(line, free if n == 0 else CELL.width - 2 * PAD) for n, line in enumerate(lines))
    return Box(0, 0, CELL.width, CELL.height, look, cut, mark, whole or " / ".join(lines))


def _box(look: Look, lines: tuple[str, ...], mark: str = "", whole: str = "") -> Box:
    """As wide as its words within bounds, as high as its lines."""
    width = min(max(NAME.width, *(_wide(line) + 2 * PAD for line in lines)), WIDEST)
    cut = tuple(_cut(line, width - 2 * PAD - (_wide(mark) if n == 0 else 0)) for n, line in enumerate(lines))
    return Box(0, 0, width, len(lines) * LINE + PAD, look, cut, mark, whole or " / ".join(lines))


WIDEST = 260.0


def _wide(text: str) -> float:
    """About as wide as the text will be, rather more: a full-width character is as wide as it is high."""
    return sum(_em(character) for character in text) * LETTER


def _em(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WFA" or character in "WMmw@%":
        return 1.0
    return 0.75 if character.isupper() else 0.6


def _cut(text: str, room: float) -> str:
    if _wide(text) <= room:
        return text
    used = _wide("…")
    for at, character in enumerate(text):
        used += _wide(character)
        if used > room:
            return text[:at] + "…"
    return text


# -- onto the sheet -----------------------------------------------------------------------------

MARGIN = 14.0
LEGEND = ("outside", "gateway", "segment", "dark", "switch", "device", "group", "unregistered")
SAMPLE = Size(118, 22)
LEGEND_HEIGHT = 2 * (SAMPLE.height + 8) + 40
LEGEND_WIDTH = 4 * (SAMPLE.width + 8)


def _drawn(sheet: _Sheet, title: str, about: str, w: Wording) -> Drawing:
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


STROKES: tuple[Stroke, ...] = ("cable", "remote")
