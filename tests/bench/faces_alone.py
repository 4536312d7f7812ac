"""All faces of a hospital's report in a process of its own, so that its time and memory are its own. Prints JSON."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from reconciler.commands.reporting import write_faces
from reconciler.diff import reconcile
from reconciler.report.building import build
from tests.bench.hospital_generator import ALIASES
from tests.bench.hospital_ledger import hospital
from tests.bench.resident import resident
from tests.reconciler.report_sample import COVER


def main(devices: int) -> None:
    made = hospital(devices)
    begun, worked = time.monotonic(), time.process_time()
    report = build(
        reconcile(made.findings, made.ledgers, aliases=ALIASES, not_asked=()), COVER, aliases=ALIASES
    )
    built = time.monotonic()
    with TemporaryDirectory() as folder:
        written = write_faces(report, Path(folder), "ja", None)
        sizes = {path.name: path.stat().st_size for path in written}
    print(
        json.dumps(
            {
                "devices": len(report.devices),
                "seconds": time.monotonic() - begun,
                "processor": time.process_time() - worked,
                "built": built - begun,
                "megabytes": round(resident("VmHWM")),
                "sizes": sizes,
            }
        )
    )


if __name__ == "__main__":
    main(int(sys.argv[1]))
