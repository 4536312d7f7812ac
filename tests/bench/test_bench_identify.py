"""Identification measured on the labelled corpus, and 50,000 records through the rules. Prints its figures."""

from __future__ import annotations

import json
import resource
import time
from pathlib import Path

import pytest

from agent.rules import load_rules
from probes.model import Evidence
from reconciler.commands.identify import prediction
from tests.bench.identify_corpus import DEFAULT, report

pytestmark = pytest.mark.bench

TEXTS = (
    ("snmp.sysDescr", "Acme AC-{n} 24-Port Gigabit Managed Switch, Software Version 2.{n}.1, S/N AB{n}00000"),
    ("snmp.sysObjectID", "1.3.6.1.4.1.{n}.1.1"),
    ("snmp.own", "{n}.1.1.0 AC-{n}"),
    ("http.server", "nginx/1.{n}"),
    ("ssh.software", "OpenSSH_9.{n}p1"),
)


def test_the_corpus() -> None:
    if not (DEFAULT / "score.py").exists():
        pytest.skip(f"no corpus in {DEFAULT}: the figures need it; see tests/bench/identify_corpus.py")
    figures = report(DEFAULT)
    assert all(figures[f"{kind} {part}"] for kind in ("snmp", "banner") for part in ("read", "unread"))


def test_50_000_records_in_a_minute() -> None:
    rules = load_rules()
    started, before = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    length = 0
    for number in range(50_000):
        evidence = [
            Evidence("", "0.0.0.0", field.partition(".")[0], field, text.format(n=number), "")
            for field, text in TEXTS
        ]
        length += len(json.dumps(prediction(number, evidence, rules)))
    spent = time.process_time() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"\n50,000 records: {spent:.1f} s, {memory // 1024} MB in all, {(memory - before) // 1024} MB more")
    assert length and spent < 60 and memory < 200 * 1024


def test_the_package_is_measured_as_it_lies() -> None:
    assert Path(load_rules.__code__.co_filename).is_relative_to(Path(__file__).resolve().parents[2])
