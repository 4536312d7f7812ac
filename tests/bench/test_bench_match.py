"""Matching against its bars, on hospitals that were made with the disorder of the field and whose truth is known.

500, 5,000 and 100,000 devices; DAICHO_BENCH=long adds splink on the same records in the same run, and the whole way
from a workbook and findings to differences. `pip install --group peers` brings splink; DAICHO_PEERS names a
python that has it, where that is another one.
"""

from __future__ import annotations

import csv
import json
import os
import random
import subprocess
import sys
import time
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest

from agent.findings import to_json
from reconciler.commands.reading import ledgers_of, read_findings
from reconciler.diff import reconcile
from reconciler.forms import serial_form
from reconciler.reconciliation import Reconciliation
from reconciler.words import class_of
from tests.bench.hospital_generator import ALIASES, Hospital
from tests.bench.hospital_judge import judge, together
from tests.bench.hospital_ledger import hospital
from tests.bench.hospital_makers import held_by_the_rules, other_makers, written_otherwise
from tests.bench.hospital_workbook import write_workbook

pytestmark = pytest.mark.bench

ROOT = Path(__file__).resolve().parents[2]
LONG = os.environ.get("DAICHO_BENCH") == "long"
MOST_MEMORY, MOST_OF_PEER, F1_BELOW, END_TO_END = 200, 0.5, 0.005, 30.0


def held(h: Hospital) -> Reconciliation:
    return reconcile(h.findings, h.ledgers, aliases=ALIASES, not_asked=())


@pytest.mark.parametrize(("size", "times"), [(500, 10), (5_000, 2), (100_000, 1)])
def test_made_hospitals_are_matched(size: int, times: int) -> None:
    verdicts, took = [], 0.0
    for seed in range(1, times + 1):
        h = hospital(size, seed)
        begun = time.monotonic()
        result = held(h)
        took += time.monotonic() - begun
        verdicts.append(judge(h, result))
    v = together(verdicts)
    print(f"\n{times} hospital(s) of {size} devices: {took:.1f} s to differences")
    for line in v.lines():
        print(f"  {line}")
    assert v.faults == []


def test_makers_by_brand_former_name_and_seller_are_the_same_makers() -> None:
    plain = hospital(5_000)
    h = written_otherwise(plain, 1)
    result, before = held_by_the_rules(h), held_by_the_rules(plain)
    v = judge(h, result)
    strange = other_makers(result) - other_makers(before)
    print(f"\n5000 devices, makers as ledgers write them: {len(strange)} said to be another's that are not")
    for line in v.lines():
        print(f"  {line}")
    assert v.faults == [] and not strange


@pytest.mark.parametrize("size", [500, 5_000])
def test_the_order_of_rows_and_devices_changes_nothing(size: int) -> None:
    h = hospital(size)
    r = random.Random(7)
    devices = tuple(r.sample(h.findings.devices, len(h.findings.devices)))
    ledgers = tuple(replace(l, assets=tuple(r.sample(l.assets, len(l.assets)))) for l in reversed(h.ledgers))
    one, other = held(h), held(replace(h, findings=replace(h.findings, devices=devices), ledgers=ledgers))
    assert one.matches == other.matches and one.differences == other.differences
    assert one.device_buckets == other.device_buckets and one.row_buckets == other.row_buckets
    print(
        f"\n{size} devices: {len(one.matches)} matches and {len(one.differences)} differences, the same shuffled"
    )


def test_matching_of_100000_by_itself(tmp_path: Path) -> None:
    ours = _alone(tmp_path)
    print(f"\n100,000 devices in plain forms ({ours['preparing']} s): matched in {ours['seconds']} s")
    print(f"  {ours['processor']} s of processor, {ours['peak']} MiB over the data (bar {MOST_MEMORY})")
    print(f"  {ours['reasons']} reasons, {ours['runners_up']} runners-up")
    assert ours["peak"] <= MOST_MEMORY


def test_matching_of_100000_beside_splink(tmp_path: Path) -> None:
    peer = os.environ.get("DAICHO_PEERS") or (sys.executable if find_spec("splink") else "")
    if not LONG or not peer:
        pytest.skip(
            "DAICHO_BENCH=long, and splink (pip install --group peers, or DAICHO_PEERS=python that has it)"
        )
    h = hospital(100_000)
    _tables(h, tmp_path)
    argv = [
        peer,
        str(ROOT / "tests" / "bench" / "splink_alone.py"),
        *(f"{n}.csv" for n in ("devices", "rows", "peer")),
    ]
    ours, theirs = {"seconds": float("inf")}, {"seconds": float("inf")}
    for _ in range(3):  # by turns, the best of each: the machine has other work
        done = subprocess.run(argv, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        ours = min(ours, _alone(tmp_path), key=lambda f: f["seconds"])
        theirs = min(theirs, json.loads(done.stdout), key=lambda f: f["seconds"])
    with (tmp_path / "peer.csv").open(encoding="utf-8", newline="") as file:
        next(file)
        their_f1 = _f1(h, list(csv.reader(file)))
    with (tmp_path / "ours.csv").open(encoding="utf-8", newline="") as file:
        our_f1 = _f1(h, list(csv.reader(file)))
    wall, ratio = (ours[of] / theirs[of] for of in ("seconds", "processor"))
    print("\n100,000 by 100,000, the best of three of each by turns")
    for name, figures, f1 in (("daicho", ours, our_f1), ("splink", theirs, their_f1)):
        print(
            f"  {name}: {figures['seconds']} s, {figures['processor']} s of processor, {figures['peak']} MiB, F1 {f1:.4f}"
        )
    print(f"  splink: {theirs['sampling']} s of it sampling; {theirs['compared']} pairs with their evidence")
    print(
        f"  {ratio:.2f} of splink's processor time (bar {MOST_OF_PEER}), {wall:.2f} of its time on two cores"
    )
    assert ratio < MOST_OF_PEER and ours["peak"] <= MOST_MEMORY and our_f1 >= their_f1 - F1_BELOW


def test_from_a_workbook_and_findings_to_differences(tmp_path: Path) -> None:
    size = 100_000 if LONG else 10_000
    h = hospital(size)
    (tmp_path / "findings.json").write_text(to_json(h.findings), encoding="utf-8")
    books = [write_workbook(ledger, tmp_path) for ledger in h.ledgers]
    begun = time.monotonic()
    findings, ledgers = read_findings(tmp_path / "findings.json"), ledgers_of(books)
    result = reconcile(findings, ledgers, aliases=ALIASES, not_asked=())
    took = time.monotonic() - begun
    print(f"\n{size} devices, workbooks and findings to {len(result.differences)} differences: {took:.1f} s")
    assert len(result.device_buckets) == size and took < (END_TO_END if LONG else 4.0)


def _alone(folder: Path) -> dict[str, float]:
    argv = [sys.executable, "-m", "tests.bench.match_alone", "100000", "1", str(folder / "ours.csv")]
    done = subprocess.run(argv, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def _tables(h: Hospital, folder: Path) -> None:
    """The same records for the peer, in the same plain forms."""
    columns = ("unique_id", "serial", "mac", "host", "ip", "model", "maker", "kind")
    with (folder / "devices.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(columns)
        for d in h.findings.devices:
            name = d.hostnames[0].split(".")[0].lower() if d.hostnames else ""
            out.writerow((
                d.id, serial_form(d.best("serial")), *(d.macs[:1] or ("",)), name, d.ips[0],
                d.best("model").lower(), d.best("vendor"), d.best("class"),
            ))  # fmt: skip
    with (folder / "rows.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(columns)
        for a in (asset for ledger in h.ledgers for asset in ledger.assets):
            out.writerow((
                f"{a.row.file}|{a.row.row}", serial_form(a.serial), *(a.macs or ("",)), a.hostname.lower(),
                *(a.ips or ("",)), a.model.lower(), ALIASES.get(a.maker, a.maker), class_of(a.kind),
            ))  # fmt: skip


def _f1(h: Hospital, pairs: list[list[str]]) -> float:
    names = {d: {f"{r.file}|{r.row}" for r in rows} for d, rows in h.truth.rows_of.items() if rows}
    right = sum(1 for device, row in pairs if row in names.get(device, ()))
    return 2 * right / (len(pairs) + len(names))
