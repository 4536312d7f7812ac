"""What hosts that mean harm cost a default scan: the same networks with and without them.

    python -m pytest -m bench -s tests/bench/test_bench_hostile.py

Twelve attackers of eleven kinds (tests/lab/hostile_hosts.py) beside the demo's hospital. Bars: together under 10 s and
under 20 MB, and every honest device is found. One of them answers for every address of a network of its own: 4,093, in
the long form (DAICHO_BENCH=long) 65,533.
"""

from __future__ import annotations

import os
from ipaddress import IPv4Network
from pathlib import Path

import pytest

from agent.demo.namespaces import possible
from tests.lab.hostile import ATTACKERS, Scanned, raise_ward

WIDE = IPv4Network("10.28.0.0/16" if os.environ.get("DAICHO_BENCH") == "long" else "10.28.0.0/20")
MOST_SECONDS, MOST_MEMORY = 10.0, 20.0

pytestmark = [pytest.mark.bench, pytest.mark.skipif(bool(possible()), reason=possible() or "-")]


def _scan(folder: Path, *, hostile: bool) -> tuple[Scanned, set[str]]:
    folder.mkdir()
    with raise_ward(folder, hostile=hostile, wide=WIDE) as ward:
        return ward.scan(folder / "run"), {host.ip for host in ward.hospital.hosts}


def test_attackers_cost_a_scan_little(tmp_path: Path) -> None:
    peaceful, honest = _scan(tmp_path / "peaceful", hostile=False)
    hostile, _ = _scan(tmp_path / "hostile", hostile=True)
    found = {ip for device in hostile.findings.devices for ip in device.ips}
    seconds, memory = hostile.seconds - peaceful.seconds, hostile.memory - peaceful.memory
    print(f"\n{len(ATTACKERS)} attackers beside {len(honest)} honest hosts")
    sizes = {p.name: p.stat().st_size >> 10 for p in sorted(hostile.folder.glob("*.json*"))}
    print(f"  files, KB: {sizes}")
    print(f"  without them {peaceful.seconds:6.1f} s {peaceful.memory:6.1f} MB")
    print(f"  with them    {hostile.seconds:6.1f} s {hostile.memory:6.1f} MB")
    print(
        f"  they cost    {seconds:6.1f} s {memory:6.1f} MB   (bars: {MOST_SECONDS:.0f} s, {MOST_MEMORY:.0f} MB)"
    )
    print(f"  honest hosts found: {len(honest & found)} of {len(honest)}")
    assert hostile.code == peaceful.code == 0, hostile.err
    assert honest <= found
    assert seconds < MOST_SECONDS
    assert memory < MOST_MEMORY
