"""Identification measured on the labelled corpus, and 50,000 records through the rules. Prints its figures."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from agent.rules import load_rules
from tests.bench.identify_corpus import DEFAULT, report

pytestmark = pytest.mark.bench

ROOT = Path(__file__).resolve().parents[2]


def test_the_corpus() -> None:
    if not (DEFAULT / "score.py").exists():
        pytest.skip(f"no corpus in {DEFAULT}: the figures need it; see tests/bench/identify_corpus.py")
    figures = report(DEFAULT)
    assert all(figures[f"{kind} {part}"] for kind in ("snmp", "banner") for part in ("read", "unread"))


def test_50_000_records_in_a_minute() -> None:
    argv = [sys.executable, "-m", "tests.bench.identify_alone"]
    done = subprocess.run(argv, check=True, capture_output=True, text=True, cwd=ROOT)
    figures = json.loads(done.stdout)
    print(
        f"\n50,000 records: {figures['seconds']:.1f} s of processor (bar 60), {figures['megabytes']} MB (bar 200); "
        f"rules loaded in {figures['loading']:.2f} s (bar 0.3)"
    )
    assert figures["length"] and figures["seconds"] < 60 and figures["megabytes"] < 200


def test_the_package_is_measured_as_it_lies() -> None:
    assert Path(load_rules.__code__.co_filename).is_relative_to(ROOT)
