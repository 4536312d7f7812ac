"""The ARP sweep of a whole /16 at 1000 a second, beside arp-scan in the same namespaces, at the same pace.

The far side answers for 2,621 addresses (4 %) scattered over the network. Both run one after the
other; processor time is the kernel's own account of each whole process, interpreter start included.
"""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import sys
import time
from collections.abc import Iterator
from ipaddress import IPv4Network
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from agent.demo.namespaces import Attachment, Networks, Node, Segment, possible, raised

ROOT = Path(__file__).resolve().parents[2]
NETWORK = IPv4Network("10.88.0.0/16")
AGENT = ("02:00:00:00:00:01", "10.88.0.1")
FAR = ("02:00:00:00:00:02", "10.88.0.2")
RATE = 1000
ADDRESSES = NETWORK.num_addresses - 3

pytestmark = [
    pytest.mark.bench,
    pytest.mark.skipif(bool(possible()), reason=possible() or "-"),
    pytest.mark.skipif(os.geteuid() != 0, reason="drops rights to CAP_NET_RAW alone, which needs root first"),
]


@pytest.fixture(scope="module")
def living() -> frozenset[str]:
    luck = random.Random(88)
    numbers = luck.sample(range(int(NETWORK[3]), int(NETWORK[-1])), 2620)
    return frozenset({FAR[1], *(str(NETWORK[0] + (n - int(NETWORK[0]))) for n in numbers)})


@pytest.fixture(scope="module")
def networks(living: frozenset[str]) -> Iterator[Networks]:
    nodes = [Node("agent", (Attachment("b", *AGENT),)), Node("far", (Attachment("b", *FAR),))]
    with raised([Segment("b", NETWORK)], nodes) as up:
        # The kernel of the far side answers for every address that is local to it.
        lines = "".join(f"route add local {ip}/32 dev lo\n" for ip in sorted(living - {FAR[1]}))
        batch = Path(f"/tmp/daicho-bench-{os.getpid()}")
        batch.write_text(lines)
        try:
            assert up.run("far", ["ip", "-batch", str(batch)]).returncode == 0
            # arp_ignore is 1 in a raised node; answering for addresses that stand on lo needs 0.
            calm = "for f in /proc/sys/net/ipv4/conf/*/arp_ignore; do echo 0 > $f; done"
            up.run("far", ["sh", "-c", calm])
        finally:
            batch.unlink()
        yield up


def test_a_16_at_1000_a_second_beside_arp_scan(networks: Networks, living: frozenset[str]) -> None:
    with TemporaryDirectory(prefix="daicho-bench-") as folder:  # pytest's own are closed to other users
        Path(folder).chmod(0o777)
        ours = _ours(networks, Path(folder) / "journal.jsonl")
    theirs = _arp_scan(networks)
    floor = ADDRESSES / RATE
    print(f"\n/16 sweep at {RATE}/s, {len(living)} of {ADDRESSES} addresses live, CAP_NET_RAW alone")
    print(
        f"  time       {ours['seconds']:.2f} s; addresses/rate is {floor:.2f} s; bar 1.02 x + 1 s = {1.02 * floor + 1:.2f} s"
    )
    print(
        f"  recall     {ours['answered'] / len(living):.4f}; frames dropped {ours['dropped']}; records {ours['records']}"
    )
    if theirs:
        ratio = ours["processor"] / theirs["processor"]
        print(
            f"  processor  {ours['processor']:.2f} s; arp-scan {theirs['processor']:.2f} s; ratio {ratio:.2f} (bar 1.5)"
        )
        print(f"  arp-scan   {theirs['seconds']:.2f} s, found {theirs['answered']:.0f}")
        assert ratio <= 1.5
    assert ours["asked"] == ADDRESSES and ours["answered"] == len(living) and ours["dropped"] == 0
    assert ours["seconds"] <= 1.02 * floor + 1


def _ours(networks: Networks, journal: Path) -> dict[str, float]:
    rights = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--inh-caps=-all,+net_raw",
              "--ambient-caps=-all,+net_raw", "--bounding-set=-all,+net_raw"]  # fmt: skip
    program = [sys.executable, str(ROOT / "tests/bench/sweep_alone.py")]
    argv = [*rights, *program, "eth0", AGENT[0], f"{AGENT[1]}/16", str(RATE), str(journal)]
    done = networks.run("agent", argv, env={**os.environ, "PYTHONPATH": str(ROOT)}, timeout=200)
    assert done.returncode == 0, done.stderr
    figures: dict[str, float] = json.loads(done.stdout)
    assert not figures.pop("stopped")
    return figures


def _arp_scan(networks: Networks) -> dict[str, float]:
    if shutil.which("arp-scan") is None:
        print("arp-scan is not installed: no peer to compare with")
        return {}
    argv = [
        "arp-scan",
        "--interface=eth0",
        "--retry=1",
        "--timeout=500",
        f"--interval={1_000_000 // RATE}u",
        str(NETWORK),
    ]
    begun, before = time.monotonic(), os.times()
    done = networks.run("agent", ["/usr/bin/env", *argv], timeout=200)
    took, after = time.monotonic() - begun, os.times()
    assert done.returncode == 0, done.stderr
    found = len({m for m in re.findall(r"^(\d+\.\d+\.\d+\.\d+)\t", done.stdout, re.M)})
    used = after.children_user - before.children_user + after.children_system - before.children_system
    return {"seconds": took, "processor": used, "answered": float(found)}
