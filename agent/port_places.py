"""The hospital's own list of which port is where: CSV with the columns switch, port, place.

For sites whose switches have no descriptions, or wrong ones. A first row of headings may be there; a row
without a place says nothing. Port names of one port are spelt in several ways (GigabitEthernet1/0/5, Gi1/0/5).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping

HEADINGS = frozenset({"switch", "スイッチ", "スイッチ名", "機器名"})
_SPELT = re.compile(r"(?P<kind>[a-z]{2})[a-z-]*[ ]?(?P<number>\d[\d/.:-]*)")


class PortPlacesError(ValueError):
    """The list cannot be used; the message names the row and what to do."""


def read_port_places(text: str) -> Mapping[tuple[str, str], str]:
    """(switch, port), as `port_key` spells them -> place. Raises PortPlacesError."""
    found: dict[tuple[str, str], str] = {}
    for number, row in enumerate(csv.reader(text.splitlines()), start=1):
        cells = [cell.strip() for cell in row]
        if not any(cells) or (number == 1 and cells[0].casefold() in HEADINGS):
            continue
        if len(cells) < 3 or not cells[0] or not cells[1]:
            raise PortPlacesError(f"row {number}: three columns are needed: switch, port, place")
        key, place = port_key(cells[0], cells[1]), cells[2]
        if place and found.setdefault(key, place) != place:
            raise PortPlacesError(
                f"row {number}: {cells[0]} {cells[1]} is at {place} and at {found[key]}; keep one"
            )
    return found


def port_key(switch: str, port: str) -> tuple[str, str]:
    """Switch and port as they are compared: first label of the name, the port's kind in two letters."""
    name = port.casefold()
    if spelt := _SPELT.fullmatch(name):
        name = spelt["kind"] + spelt["number"]
    label = switch.casefold()
    return (label if re.fullmatch(r"[\d.:a-f]+", label) else label.partition(".")[0], name)
