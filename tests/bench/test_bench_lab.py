"""The laboratory audited against its truth, and what a scan costs this machine: the bars as figures."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.lab.hospital import Lab, missing, raise_hospital
from tests.lab.judge import judge

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.bench


def test_the_laboratory(tmp_path: Path) -> None:
    if reason := missing():
        assert os.environ.get("DAICHO_LAB_REQUIRED") != "1", reason
        pytest.skip(reason)
    with raise_hospital() as lab:
        lab.write_scope(tmp_path / "scope.toml")
        lab.write_ledger(tmp_path / "ledger.xlsx")
        lab.reset_counts()
        argv = [sys.executable, "-m", "reconciler", "audit", "--scope", tmp_path / "scope.toml",
                "--ledger", tmp_path / "ledger.xlsx", "--out", tmp_path / "run"]  # fmt: skip
        begun = time.monotonic()
        done = lab.run_in_agent([str(w) for w in argv], env={"DAICHO_STATE": str(tmp_path / "state")})
        took = time.monotonic() - begun
        assert done.returncode == 1, done.stderr
        v = judge(lab, tmp_path / "run", tmp_path / "ledger.xlsx")
        print(f"\nlaboratory: {v.hosts} hosts, audit in {took:.1f} s")
        print(
            f"  found {v.found}; ghosts {len(v.ghosts)}; split {len(v.split)}; fragile devices harmed {len(v.harmed)}"
        )
        print(
            f"  frames to hosts {v.frames}, the most to one {v.busiest}; to one asked for tables {v.tables}"
        )
        print(f"  over budget {len(v.over_budget)}; misaccounted {len(v.misaccounted)}")
        print(f"  evident attributes {v.evident}: wrong {len(v.wrong)}, unsaid {len(v.unsaid)}")
        print(f"  ledger rows {v.rows}: wrong {len(v.ledger)}")
        for fault in v.faults:
            print(f"  FAULT {fault}")
        peak = _scan_memory(lab, tmp_path)
        print(f"  scan of a /24: peak {peak:.1f} MiB over all its processes (bar 128)")
        assert v.faults == [] and peak < 128


def _scan_memory(lab: Lab, folder: Path) -> float:
    """The most that a scan of the office /24 and all its children held at once, MiB, sampled every 10 ms."""
    scope = (folder / "scope.toml").read_text(encoding="utf-8")
    parts = scope.split("[[network]]")
    others = ("10.77.2.0/24", "10.77.3.0/24", "10.77.4.0/24")
    kept = "[[network]]".join(p for p in parts if not any(f'cidr = "{other}"' in p for other in others))
    if "[snmp" not in kept:
        kept += scope[scope.index("[snmp") :]
    (folder / "small.toml").write_text(kept, encoding="utf-8")
    argv = [
        sys.executable,
        "-m",
        "reconciler",
        "scan",
        "--scope",
        str(folder / "small.toml"),
        "--out",
        str(folder / "small"),
    ]
    child = lab.start_in_agent(argv, env={"DAICHO_STATE": str(folder / "state")})
    peak = 0.0
    drained = threading.Thread(target=child.communicate)
    drained.start()
    while drained.is_alive():
        peak = max(peak, sum(_resident(pid) for pid in _family(child.pid)))
        time.sleep(0.01)
    assert child.returncode == 0
    return peak


def _family(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [pid, *(d for c in children for d in _family(int(c)))]


def _resident(pid: int) -> float:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
    except (OSError, IndexError):
        return 0.0


def test_the_start() -> None:
    times = []
    script = Path(sys.executable).with_name("daicho")
    for _ in range(11):
        begun = time.perf_counter()
        subprocess.run([script, "--help"], check=True, capture_output=True)
        times.append(time.perf_counter() - begun)
    print(
        f"\n`daicho --help`: median {statistics.median(times):.3f} s, best {min(times):.3f} s of {len(times)} (bar 0.15)"
    )
    assert statistics.median(times) < 0.15
