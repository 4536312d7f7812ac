"""Which box stands at an address that a credential is listed for, and whether it is the one that stood there before.

A credential is pinned to the box that it was first used with: who puts another box at its address is shown
nothing. What was seen is handed over from run to run as text; a person who has replaced a box takes its entry
out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import TypeAlias

SILENT = "it did not say who it is (SNMPv3's discovery), as it did before"


@dataclass(frozen=True, slots=True)
class Chassis:
    """engine: snmpEngineID in hex.  mac: what answered ARP for it.  bridge: dot1dBaseBridgeAddress. "" is unknown."""

    engine: str = ""
    mac: str = ""
    bridge: str = ""


@dataclass(frozen=True, slots=True)
class Met:
    """One box as it was met in a run. name: what its ports are called by. why: why it gets no secret, or ""."""

    site: str
    host: str
    name: str = ""
    chassis: Chassis = Chassis()
    why: str = ""


Pins: TypeAlias = Mapping[tuple[str, str], Chassis]
"""(site, address) -> the box that was met there first."""


def differs(pinned: Chassis, seen: Chassis) -> str:
    """What shows that this is another box than the pinned one, as a sentence, or ""."""
    for what, before, now in (
        ("SNMP engine", pinned.engine, seen.engine),
        ("MAC", pinned.mac, seen.mac),
        ("bridge address", pinned.bridge, seen.bridge),
    ):
        if before and now and before != now:
            return f"its {what} is {now} and was {before}"
    return ""


def pinned_after(pins: Pins, met: Iterable[Met]) -> dict[tuple[str, str], Chassis]:
    """The pins for the next run: what was known stands, what was not is added; a distrusted box adds nothing."""
    after = dict(pins)
    for box in met:
        key = (box.site, box.host)
        before, seen = after.get(key, Chassis()), box.chassis
        if not box.why and seen != Chassis():
            after[key] = Chassis(
                before.engine or seen.engine, before.mac or seen.mac, before.bridge or seen.bridge
            )
    return after


def pins_text(pins: Pins) -> str:
    rows = [{"site": site, "host": host, **asdict(chassis)} for (site, host), chassis in sorted(pins.items())]
    return json.dumps({"schema": "daicho.chassis/1", "boxes": rows}, ensure_ascii=False, indent=2) + "\n"


def read_pins(text: str) -> dict[tuple[str, str], Chassis]:
    """Raises ValueError where the text is not what `pins_text` writes."""
    try:
        rows = json.loads(text)["boxes"]
        return {
            (str(r["site"]), str(r["host"])): Chassis(str(r["engine"]), str(r["mac"]), str(r["bridge"]))
            for r in rows
        }
    except (KeyError, TypeError) as error:
        raise ValueError(f"not a list of boxes: {error!r}") from error
