"""Matching of a made hospital as a program of its own, so that its memory can be told.

    python -m tests.bench.match_alone DEVICES SEED PAIRS.csv

The devices and rows are in plain forms before the clock starts, as they are for the peer. Prints one JSON line:
seconds, processor seconds, MiB over the data at most, matches.
"""

from __future__ import annotations

import csv
import gc
import json
import sys
import time
from pathlib import Path

from agent.device import Device
from reconciler.decisions import row_keys
from reconciler.duplicates import groups
from reconciler.features import context
from reconciler.houses import makers
from reconciler.ledger.asset import Asset
from reconciler.match import match
from reconciler.traits import recorded, seen
from tests.bench.hospital_generator import ALIASES, ENDED
from tests.bench.hospital_ledger import hospital
from tests.bench.resident import resident


def main(size: int, seed: int, pairs: Path) -> None:
    made = hospital(size, seed)
    devices = made.findings.devices
    assets = [asset for ledger in made.ledgers for asset in ledger.assets]
    del made
    gc.collect()
    before = resident("VmRSS")
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    prepared = time.monotonic()
    mine, theirs = _plain(devices, assets)
    begun, processor = time.monotonic(), time.process_time()
    found = match(mine, theirs, context(mine, theirs, makers(ALIASES)))
    took, used = time.monotonic() - begun, time.process_time() - processor
    peak = resident("VmHWM") - before
    with pairs.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows((m.device, f"{m.row.file}|{m.row.row}") for m in found.matches)
    print(
        json.dumps(
            {
                "seconds": round(took, 2),
                "processor": round(used, 2),
                "preparing": round(begun - prepared, 2),
                "peak": round(peak),
                "runners_up": sum(1 for m in found.matches if m.runner_up),
                "reasons": sum(len(m.reasons) for m in found.matches),
            }
        )
    )


def _plain(devices: tuple[Device, ...], assets: list[Asset]):  # type: ignore[no-untyped-def]
    keys = row_keys(assets, ENDED)
    grouped, _ = groups(assets, ENDED)
    rows = [recorded(g.first, g.rows[1:], keys=[keys[a.row] for a in g.rows], as_of=ENDED) for g in grouped]
    return [seen(d) for d in devices], rows


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
