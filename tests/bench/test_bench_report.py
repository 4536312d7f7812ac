"""The faces of a large hospital against their bars: 10,000 devices with the disorder of the field, in one page.

The page stays under 15 MB and takes input within 2 s in Chromium; the letters are timed beside it; all faces together
take less than a minute and 600 MB.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reconciler.commands.reporting import REPORTS
from reconciler.diff import reconcile
from reconciler.report import inquiry_book, page
from reconciler.report.building import build
from reconciler.report.model import Report
from tests.bench.hospital_generator import ALIASES
from tests.bench.hospital_ledger import hospital
from tests.reconciler.report_sample import COVER
from tests.reconciler.test_report_chromium import CHROMIUM, SEARCH, Browser, seen

pytestmark = pytest.mark.bench

DEVICES, LARGEST, READY = 10_000, 15.0, 2.0
ALL_FACES, ROOM = 60, 600
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def large_hospital() -> Report:
    made = hospital(DEVICES)
    return build(
        reconcile(made.findings, made.ledgers, aliases=ALIASES, not_asked=()), COVER, aliases=ALIASES
    )


@pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")
def test_the_page_of_ten_thousand_devices(large_hospital: Report, tmp_path: Path) -> None:
    begun = time.monotonic()
    path = tmp_path / "report.html"
    path.write_text(page.render(large_hospital), encoding="utf-8")
    took, size = time.monotonic() - begun, path.stat().st_size / 1e6
    browser = Browser(tmp_path / "profile")
    try:
        browser.open(path)
        browser.open(path)  # once more, without the browser's own start
        ready = float(browser.run("document.documentElement.dataset.ready")) / 1000
        begun = time.monotonic()
        browser.run(SEARCH.format(json.dumps(large_hospital.devices[-1].device.ips[0])))
        found, searched = seen(browser, "devices"), time.monotonic() - begun
        complaints = browser.complaints
    finally:
        browser.close()
    print(
        f"\n{len(large_hospital.devices)} devices, {len(large_hospital.rows)} rows, {len(large_hospital.items)} findings: "
        f"written in {took:.1f} s, {size:.1f} MB, ready after {ready:.2f} s, first search {searched:.2f} s"
    )
    assert complaints == [] and found
    assert size < LARGEST
    assert ready < READY


def test_the_letters_of_ten_thousand_devices(large_hospital: Report) -> None:
    begun = time.monotonic()
    letters = inquiry_book.letters(large_hospital)
    print(f"\n{len(letters)} letters {time.monotonic() - begun:.1f} s")
    assert letters


def test_all_faces_of_ten_thousand_devices() -> None:
    argv = [sys.executable, "-m", "tests.bench.faces_alone", str(DEVICES)]
    done = subprocess.run(argv, check=True, capture_output=True, text=True, cwd=ROOT)
    told = json.loads(done.stdout)
    sizes = ", ".join(f"{name} {size / 1e6:.1f} MB" for name, size in told["sizes"].items())
    print(
        f"\n{told['devices']} devices, reconciled and all faces: {told['seconds']:.1f} s (bar {ALL_FACES}), "
        f"processor {told['processor']:.1f} s, {told['megabytes']} MB (bar {ROOM}); {sizes}"
    )
    assert len(told["sizes"]) == len(REPORTS)
    assert told["seconds"] < ALL_FACES and told["megabytes"] < ROOM
