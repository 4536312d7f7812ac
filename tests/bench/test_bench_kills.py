"""kill -9 at random moments of every command that writes: 200 kills (DAICHO_BENCH=long; else 50), 0 losses.

DAICHO_BENCH=long python -m pytest -m bench -s tests/bench/test_bench_kills.py
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from agent.demo.hospital import read_hospital, scope_text
from agent.demo.hosts import serving
from agent.demo.ledger import write_ledger
from agent.demo.namespaces import possible, raised
from tests.bench.kills import OURS, ROOT, Tally, audited, on_documents

KILLS = 200 if os.environ.get("DAICHO_BENCH") == "long" else 50
OF_AN_AUDIT = KILLS // 5
LONGEST_AUDIT = 25.0
"""Seconds after which an audit is killed at the latest: most are in the midst of it."""

pytestmark = pytest.mark.bench


def _audits(base: Path, kills: int) -> Tally:
    hospital = read_hospital()
    scope, ledger = base / "scope.toml", base / "ledger.xlsx"
    text = scope_text(date.today() + timedelta(days=2))  # noqa: DTZ011
    scope.write_text(text.replace("10.20.2.0/24", "10.20.2.0/26"), encoding="utf-8")
    write_ledger(ledger)
    argv = [*OURS, "audit", "--scope", str(scope), "--ledger", str(ledger)]
    argv += ["--store", str(base / "history.sqlite")]
    environment = {
        **os.environ,
        **hospital.secrets,
        "PYTHONPATH": str(ROOT),
        "DAICHO_STATE": str(base / "state"),
    }
    with raised(hospital.segments, hospital.nodes()) as networks, serving(networks, hospital.hosts):

        def begin(words: Sequence[str]) -> subprocess.Popen[str]:
            return networks.start(
                "agent", words, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )

        return audited(base, argv, begin, kills, LONGEST_AUDIT)


def test_nothing_is_lost_to_kills(tmp_path: Path) -> None:
    audits = 0 if possible() else OF_AN_AUDIT
    each = -(-(KILLS - audits) // 6)
    tallies = on_documents(tmp_path, each)
    if audits:
        (tmp_path / "audit").mkdir()
        tallies.append(_audits(tmp_path / "audit", audits))
    else:
        print(f"\nno audit was killed: {possible()}")
    print()
    for tally in tallies:
        print(
            f"  {tally.name:<26} {tally.kills:3} kills, {tally.ended:3} ended before, {len(tally.losses)} losses"
        )
    losses = [f"{tally.name}: {loss}" for tally in tallies for loss in tally.losses]
    print(f"  {'all':<26} {sum(t.kills for t in tallies):3} kills, {len(losses)} losses")
    assert not losses, "\n".join(losses)
