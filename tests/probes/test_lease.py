"""Leases are neither asked nor heard: what their fields mean is in their rules, and how they are read in tests/agent."""

from __future__ import annotations

import pytest

from agent.identify import identify
from agent.rules import load_rules
from probes import lease
from probes.model import Evidence

MAC, IP = "00:09:5c:10:00:07", "192.0.2.7"
AT = "2026-11-20T00:00:00.000Z"


def told(host: str, name: str, value: str) -> Evidence:
    return Evidence("main", host, name.partition(".")[0], name, value, AT)


def test_nothing_is_sent_and_nothing_is_heard() -> None:
    probe = lease.PROBE
    assert (probe.talk, probe.hear, probe.ports, probe.packets) == (None, None, frozenset(), 0)


@pytest.mark.parametrize(
    ("meaning", "evidence", "devices"),
    [
        ("a lease that runs", [told(IP, "lease.mac", MAC)], [(MAC, (IP,))]),
        ("one that ran out", [told(MAC, "lease.ended", f"{IP} until 2026-11-20T00:00:00Z")], []),
        ("one that ran out, of a MAC that is seen today",
         [told(MAC, "lease.ended", f"{IP} until 2026-11-20T00:00:00Z"), told("192.0.2.9", "arp.mac", MAC)],
         [(MAC, ("192.0.2.9",))]),
    ],
)  # fmt: skip
def test_only_a_lease_that_runs_makes_a_device(
    meaning: str, evidence: list[Evidence], devices: list[tuple[str, tuple[str, ...]]]
) -> None:
    found = identify(evidence, load_rules())
    assert [(i.mac, i.ips) for d in found for i in d.interfaces] == devices
