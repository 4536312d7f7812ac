"""The boxes of the network map: what is written in one, how wide it is, and how words are cut to it.

The first line of a box is its name; a mark in its corner says what its shade says. What was cut is whole in the box's
title.
"""

from __future__ import annotations

import unicodedata

from reconciler.reconciliation import DeviceBucket
from reconciler.report import phrases
from reconciler.report.arrange import Size
from reconciler.report.drawing import Box, Look
from reconciler.report.lines import DeviceLine
from reconciler.report.topology import Switch, ways_in
from reconciler.report.wording import Wording

CELL = Size(168, 38)
NAME = Size(190, 22)
LINE, PAD = 16, 6
LETTER = 11
WIDEST = 260.0


def switch_name(switch: Switch | None, w: Wording) -> str:
    return w("map.switch", name=w.value(switch.name)) if switch else w("map.no_switch")


def switch_box(switch: Switch, w: Wording) -> Box:
    if switch.line is None:
        return box_of("switch", (switch_name(switch, w), w("map.unseen")))
    made = phrases.made_by(switch.line.device, w)
    return box_of("switch", (switch_name(switch, w), *((made,) if made else ())), mark=_mark(switch.line, w))


def device_box(line: DeviceLine, port: str, w: Wording, look: Look = "device") -> Box:
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
    return cell_box(dark, lines, _mark(line, w), " / ".join(told))


def _mark(line: DeviceLine, w: Wording) -> str:
    """Letters for what the shade says, and for what it does not."""
    marks = [w.of("mark", line.bucket.value)] if w.knows("mark", line.bucket.value) else []
    return "".join([*marks, w("mark.remote")] if ways_in(line.device) else marks)


def cell_box(look: Look, lines: tuple[str, ...], mark: str = "", whole: str = "") -> Box:
    free = CELL.width - 2 * PAD - wide(mark)
    cut = tuple(shortened(line, free if n == 0 else CELL.width - 2 * PAD) for n, line in enumerate(lines))
    return Box(0, 0, CELL.width, CELL.height, look, cut, mark, whole or " / ".join(lines))


def box_of(look: Look, lines: tuple[str, ...], mark: str = "", whole: str = "") -> Box:
    """As wide as its words within bounds, as high as its lines."""
    width = min(max(NAME.width, *(wide(line) + 2 * PAD for line in lines)), WIDEST)
    cut = tuple(
        shortened(line, width - 2 * PAD - (wide(mark) if n == 0 else 0)) for n, line in enumerate(lines)
    )
    return Box(0, 0, width, len(lines) * LINE + PAD, look, cut, mark, whole or " / ".join(lines))


def wide(text: str) -> float:
    """About as wide as the text will be, rather more: a full-width character is as wide as it is high."""
    return sum(_em(character) for character in text) * LETTER


def _em(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WFA" or character in "WMmw@%":
        return 1.0
    return 0.75 if character.isupper() else 0.6


def shortened(text: str, room: float) -> str:
    if wide(text) <= room:
        return text
    used = wide("…")
    for at, character in enumerate(text):
        used += wide(character)
        if used > room:
            return text[:at] + "…"
    return text
