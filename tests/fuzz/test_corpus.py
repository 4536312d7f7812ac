"""What the fuzzer once found is played in every run of the tests; what it reached, wherever it runs again (pack.py)."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.fuzz.targets import CORPUS, TARGETS

KEPT = sorted(path for path in CORPUS.glob("*/*") if path.is_file())


@pytest.mark.parametrize("path", KEPT, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_no_crash_and_no_hang(path: Path) -> None:
    begun = time.process_time()
    TARGETS[path.parent.name].take(path.read_bytes())
    assert time.process_time() - begun < 1


@pytest.mark.parametrize("name", sorted(TARGETS))
def test_every_target_takes_its_own_seeds(name: str) -> None:
    """Undamaged inputs are many, and none of them is a defect."""
    seeds = [seed for _, seed in zip(range(60), TARGETS[name].seeds(), strict=False)]
    assert len(seeds) >= 6
    for seed in seeds:
        TARGETS[name].take(seed)
