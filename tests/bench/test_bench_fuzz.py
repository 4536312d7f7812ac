"""Coverage-guided fuzzing of everything that takes bytes from outside: no crash, no hang over 1 s, no more than 200 MB.

    DAICHO_FUZZ_SECONDS=3600 python -m pytest -m bench -s tests/bench/test_bench_fuzz.py

The seconds (60 if not given) are shared out among the targets of tests/fuzz/targets.py, two of which run side by side.
What is found lies in tests/fuzz/found, what was reached in tests/fuzz/reached; `python -m tests.fuzz.pack` keeps it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.fuzz.targets import TARGETS

ROOT = Path(__file__).resolve().parents[2]
SECONDS = int(os.environ.get("DAICHO_FUZZ_SECONDS", "60"))
SHARES = {"conversations": 5, "ledgers": 2, "files": 2, "frames": 2, "recordings": 1}
"""The probes' parsers are most of what there is."""
SIDE_BY_SIDE = 2
STARTING = 120
"""Seconds that a target may need beside its share: for the seeds, and for the last input."""

pytestmark = [
    pytest.mark.bench,
    pytest.mark.skipif(find_spec("atheris") is None, reason="atheris is not installed here"),
]


def _fuzzed(target: str, base: Path) -> tuple[str, list[str], int]:
    """What it says of itself, what it found, and how it ended."""
    seconds = max(1, SECONDS * SIDE_BY_SIDE * SHARES[target] // sum(SHARES.values()))
    found, reached = base / "found" / target, base / "reached" / target
    argv = [sys.executable, "-m", "tests.fuzz.run", target, "--seconds", str(seconds)]
    done = subprocess.run(
        [*argv, "--found", str(found), "--corpus", str(reached)],
        cwd=ROOT, capture_output=True, text=True, errors="replace", check=False, timeout=seconds * 2 + STARTING,
    )  # fmt: skip
    report = found / f"{target}.report"
    failures = [line for line in done.stderr.splitlines() if line.startswith(f"{target}-")]
    failures += [
        path.name for path in found.iterdir() if path.name.startswith(("timeout-", "oom-", "crash-"))
    ]
    return (
        report.read_text(encoding="utf-8") if report.exists() else done.stderr[-2000:],
        failures,
        done.returncode,
    )


def test_nothing_crashes_hangs_or_grows(tmp_path: Path) -> None:
    assert set(SHARES) == set(TARGETS)
    base = ROOT / "tests" / "fuzz" if SECONDS > 600 else tmp_path
    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        results = list(pool.map(lambda target: _fuzzed(target, base), SHARES))
    print()
    for said, failures, code in results:
        print(f"  {said.strip()}")
        assert "inputs in" in said and not failures, failures
        assert code == 0, f"the fuzzer ended with {code}"
