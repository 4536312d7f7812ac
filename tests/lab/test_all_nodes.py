"""IPv6 on real frames: one echo to all nodes finds who speaks it, and each answer's cost is accounted for."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from ipaddress import IPv4Network
from pathlib import Path

import pytest

from agent import journal as journals
from agent.demo.namespaces import Attachment, Node, Segment, possible, raised

ROOT = Path(__file__).resolve().parents[2]

pytestmark = [pytest.mark.lab, pytest.mark.skipif(bool(possible()), reason=possible() or "-")]

SCOPE = """
[authorisation]
by = "x"
until = 2099-01-01
[[network]]
cidr = "10.77.0.0/28"
name = "offices"
care = "{care}"
[[network]]
cidr = "2001:db8:77::/64"
name = "offices, IPv6"
care = "{care}"
"""


@pytest.mark.parametrize("care", ["office", "bedside"])
def test_who_speaks_ipv6_is_found_and_bedside_is_left_in_peace(care: str, tmp_path: Path) -> None:
    segment = Segment("offices", IPv4Network("10.77.0.0/28"))
    nodes = [
        Node("agent", (Attachment("offices", "04:20:9a:00:00:01", "10.77.0.1"),)),
        Node("host", (Attachment("offices", "00:00:5e:00:53:02", "10.77.0.2"),)),
    ]
    with raised([segment], nodes) as networks:
        for node, number in (("agent", 1), ("host", 2)):
            for prefix in ("2001:db8:77::", "fe80::"):
                argv = ["ip", "address", "add", f"{prefix}{number}/64", "dev", "eth0", "nodad"]
                assert networks.run(node, argv, env=dict(os.environ)).returncode == 0
        (tmp_path / "scope.toml").write_text(SCOPE.format(care=care), encoding="utf-8")
        where = ["--scope", str(tmp_path / "scope.toml"), "--out", str(tmp_path / "run")]
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "DAICHO_STATE": str(tmp_path / "state")}
        done: subprocess.CompletedProcess[str] = networks.run(
            "agent", [sys.executable, "-m", "reconciler", "scan", *where], env=environment, timeout=120
        )
    assert done.returncode == 0, done.stderr
    records = list(journals.read(tmp_path / "run/journal.jsonl"))
    asked = [r for r in records if r.kind == "segment_asked" and r.data["probe"] == "icmp6"]
    if care == "bedside":
        assert asked == []
        assert {str(r.data["probe"]) for r in records if r.kind == "account"} == {"arp"}
        return
    assert len(asked) == 2, "once from fe80::, once from the global address"
    (device,) = json.loads((tmp_path / "run/findings.json").read_text(encoding="utf-8"))["devices"]
    ips = {ip for interface in device["interfaces"] for ip in interface["ips"]}
    assert {"10.77.0.2", "2001:db8:77::2"} <= ips, "both addresses are one box, by its MAC"
    owed = [r for r in records if r.kind == "account" and "our kernel" in str(r.data.get("detail", ""))]
    assert [r.data["packets"] for r in owed] == [1]
