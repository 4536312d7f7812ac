"""Every parser under damage and over real traffic: what fails, how long a packet takes, what another reader reads there.

    python -m pytest -m bench -s tests/bench/test_bench_parsers.py

Two parts. Each tape is played with every prefix of its pieces and with 10,000 seeded mutations (MUTATIONS in the
environment). Each frame of the recordings in CORPUS (the environment; else shared/corpus/pcap beside the checkout)
goes through every listener, and what is read is held against what tshark read there; without that folder this part
says so and is skipped. Both fail for any error but ParseError, for a hang, and for a packet of more than 10 ms.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from tests.bench import oracle
from tests.bench.endurance import BAR, Result, damage, listen
from tests.tapes import all_tapes

ROOT = Path(__file__).resolve().parents[2]
CORPUS = Path(os.environ.get("CORPUS", ROOT.parent / "shared" / "corpus" / "pcap"))
MUTATIONS = int(os.environ.get("MUTATIONS", "10000"))
WORKERS = 2
FIRST = ("snmp", "mdns", "tls")
"""Probes whose packets take longest: begun first, both workers end at one time."""

pytestmark = pytest.mark.bench


def _dear(path: Path) -> tuple[int, str]:
    probe = path.stem.partition("-")[0]
    return FIRST.index(probe) if probe in FIRST else len(FIRST), path.name


def _all(work: Callable[..., Result], paths: list[Path], *more: int) -> list[Result]:
    with ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn")) as pool:
        return [job.result() for job in [pool.submit(work, path, *more) for path in paths]]


def _tell(results: list[Result], seconds: float, what: str) -> None:
    slowest: dict[str, tuple[float, str]] = {}
    for result in results:
        for probe, found in result.slowest.items():
            slowest[probe] = max(found, slowest.get(probe, (0.0, "")))
    packets, refused = sum(r.packets for r in results), sum(r.refused for r in results)
    print(f"\n{what}: {packets} packets of {len(results)} files, {refused} refused, {seconds:.0f} s")
    print(f"  slowest packet of each probe (bar {BAR * 1000:.0f} ms of processor time)")
    for probe, (longest, where) in sorted(slowest.items(), key=lambda entry: -entry[1][0]):
        print(f"    {probe:<20} {longest * 1000:7.2f} ms  {where}")
    failures = [failure for result in results for failure in result.failures]
    assert not failures, "\n".join(failures)
    slow = {probe: found for probe, found in slowest.items() if found[0] > BAR}
    assert not slow, f"slower than {BAR * 1000:.0f} ms a packet: {slow}"


def test_every_prefix_and_ten_thousand_mutations_of_each_tape() -> None:
    begun = time.monotonic()
    results = _all(damage, sorted(all_tapes(), key=_dear), MUTATIONS)
    _tell(results, time.monotonic() - begun, f"damaged tapes, every prefix and {MUTATIONS} mutations each")


def test_every_frame_of_the_recordings() -> None:
    paths = sorted(CORPUS.glob("*.gz")) if CORPUS.is_dir() else []
    if not paths:
        print(f"\nno recordings: {CORPUS} is absent or empty (CORPUS=FOLDER names another)")
        pytest.skip("no recordings here")
    begun = time.monotonic()
    results = _all(listen, paths)
    seconds = time.monotonic() - begun
    _compare(results)
    _tell(results, seconds, "recordings")


def _compare(results: list[Result]) -> None:
    """Prints how much of what the oracle read we read too; of what is missing, three examples."""
    facts = oracle.read(CORPUS)
    print(
        "\n  agreement with the oracle"
        if facts
        else "\n  no index beside the recordings: nothing to compare with"
    )
    for pair in oracle.PAIRS:
        wanted = found = 0
        missing: Counter[str] = Counter()
        for result in results:
            theirs = oracle.expected(pair, facts.get(result.name, {}).get(pair.protocol, []))
            ours = {oracle.plainly(value) for field in pair.ours for value in result.told.get(field, ())}
            wanted += len(theirs)
            agreed = {value for value in theirs if oracle.same(value, ours)}
            found += len(agreed)
            missing.update(f"{result.name[:40]}: {value[:40]!r}" for value in theirs - agreed)
        if wanted:
            why = f"  {oracle.KNOWN.get(pair.protocol, '')}" if found < wanted else ""
            print(f"    {pair.name:<28} {found:4}/{wanted:<4} {100 * found / wanted:5.1f} %{why}")
            for text in list(missing)[: int(os.environ.get("MISSING", "0"))]:
                print(f"        not read: {text}")
