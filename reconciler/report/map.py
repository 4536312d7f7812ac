"""The network map (全体構成図): from the outside over gateways and networks to switches and what is plugged into them.

First an overview, then a sheet or more for each network. What is many is told as a count by class; what
no row of the ledger explains stands always by itself, for it is what somebody has to find. Words are cut to their
boxes; the whole is in the box's title and in the lists.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reconciler.reconciliation import DeviceBucket
from reconciler.report.drawing import Box, Drawing, Look
from reconciler.report.lines import DeviceLine
from reconciler.report.map_boxes import (
    CELL,
    NAME,
    PAD,
    WIDEST,
    box_of,
    cell_box,
    device_box,
    shortened,
    switch_box,
    switch_name,
    wide,
)
from reconciler.report.map_sheet import MapSheet, laid_out
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
ACROSS = 3
"""Cells beside each other."""


def drawings(report: Report, w: Wording) -> tuple[Drawing, ...]:
    """Overviews first, then the sheets of each network in the order of the coverage."""
    seen = topology(report)
    many = -(-len(seen.networks) // NETWORKS)
    parts = [seen.networks[n * NETWORKS : (n + 1) * NETWORKS] for n in range(many)]
    overviews = [_overview(part, seen, n, many, w) for n, part in enumerate(parts, 1)]
    return (*overviews, *(sheet for network in seen.networks for sheet in _sheets(network, seen, w)))


# -- the overview -------------------------------------------------------------------------------


def _overview(networks: Sequence[Network], seen: Topology, number: int, many: int, w: Wording) -> Drawing:
    sheet = MapSheet()
    outside = _Outside(sheet, w)
    gateways = _Gateways(sheet, outside, w)
    named = {(n.site, name) for n in networks for name in n.plugged if name}
    drawn = named if len(named) <= SWITCHES else set()
    at: dict[tuple[str, str], int] = {}
    for network in networks:
        switches = len({name for name in network.plugged if name})
        lines = _network_lines(network, 0 if drawn else switches, w)
        here = sheet.put(box_of(_look(network), lines, whole=" ".join(lines)))
        for number_of in map(gateways.of, network.gateways):
            if number_of is not None:
                sheet.join(number_of, here)
        if any(place.ways_in for place in network.places):
            sheet.join(outside.here(), here, "remote")
        for name in network.plugged if drawn else ():
            key = (network.site, name)
            if name and key not in at:
                at[key] = sheet.put(switch_box(seen.switches[key], w))
            if name:
                sheet.join(here, at[key])
    for key in at:
        for up in seen.switches[key].up:
            if (key[0], up) in at:
                sheet.join(at[(key[0], up)], at[key])
    title = w("map.overview") if many == 1 else w("map.overview_of", number=number, all=many)
    return laid_out(sheet, title, w("map.overview_about", count=len(networks)), w)


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
        if lines and wide(longer) <= WIDEST - 2 * PAD:
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

    def __init__(self, sheet: MapSheet, w: Wording) -> None:
        self._sheet, self._w = sheet, w
        self._number: int | None = None

    def here(self) -> int:
        if self._number is None:
            self._number = self._sheet.put(
                box_of("outside", (self._w("map.outside"), self._w("map.outside_about")))
            )
        return self._number


class _Gateways:
    """Gateways on a sheet, each once, with its way in."""

    def __init__(self, sheet: MapSheet, outside: _Outside, w: Wording) -> None:
        self._sheet, self._outside, self._w = sheet, outside, w
        self._at: dict[str, int] = {}

    def of(self, line: DeviceLine) -> int | None:
        """Its number on the sheet; None where the sheet has no room for one more."""
        key = line.device.id
        if key not in self._at:
            if len(self._at) == GATEWAYS:
                return None
            self._at[key] = self._sheet.put(device_box(line, "", self._w, "gateway"))
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
        cells = [device_box(p.line, p.port, w) for p in places]
    else:
        cells = [device_box(p.line, p.port, w) for p in places if p.unregistered or p.ways_in]
        rest = Counter(
            p.line.device.best("class") or "unknown" for p in places if not (p.unregistered or p.ways_in)
        )
        cells += [
            cell_box("group", (w.of("class", klass), w("map.together", count=count)))
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
    sheet = MapSheet()
    outside = _Outside(sheet, w)
    gateways = _Gateways(sheet, outside, w)
    lines = _network_lines(network, 0, w)
    here = sheet.put(box_of(_look(network), lines, whole=" ".join(lines)))
    for number_of in map(gateways.of, network.gateways if with_gateways else ()):
        if number_of is not None:
            sheet.join(number_of, here)
    for frame in frames:
        number = sheet.put(*_framed(frame, w))
        sheet.join(here, number)
        if frame.ways_in:
            sheet.join(outside.here(), here, "remote")
    return laid_out(sheet, title, w("map.sheet_about", name=_network_name(network, w)), w)


def _framed(frame: _Frame, w: Wording) -> tuple[Box, tuple[Box, ...]]:
    """The frame's box, and its cells in rows, their places counted from its corner."""
    across = min(ACROSS, max(1, len(frame.cells)))
    rows = -(-len(frame.cells) // across)
    name = switch_name(frame.switch, w)
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
    return Box(0, 0, width, height, look, (shortened(name, width - 2 * PAD),), whole=name), cells
