"""The watch on real frames: a device dies of a question, and everything that follows is seen on the wire."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from ipaddress import IPv4Network
from pathlib import Path

import pytest

from agent import journal as journals
from agent.demo.namespaces import Attachment, Networks, Node, Segment, possible, raised

ROOT = Path(__file__).resolve().parents[2]

pytestmark = [pytest.mark.lab, pytest.mark.skipif(bool(possible()), reason=possible() or "-")]

DIES = """
import socket, subprocess, sys
listening = socket.create_server(("", 22))
print("ready", flush=True)
peer, _ = listening.accept()
peer.sendall(b"SSH-2.0-Frail_1\\r\\n")
subprocess.run(["ip", "link", "set", "eth0", "down"], check=True)
"""
LIVES = """
import socket
listening = socket.create_server(("", 22))
print("ready", flush=True)
while True:
    peer, _ = listening.accept()
    peer.sendall(b"SSH-2.0-Sturdy_1\\r\\n")
    peer.close()
"""
SCOPE = """
[authorisation]
by = "x"
until = 2099-01-01
[[network]]
cidr = "10.77.0.0/28"
name = "ward"
care = "{care}"
ask_unknown = true
"""


@contextmanager
def hospital(programs: Sequence[str]) -> Iterator[Networks]:
    """An agent at .1, and one host for each program from .2 on."""
    segment = Segment("ward", IPv4Network("10.77.0.0/28"))
    nodes = [Node("agent", (Attachment("ward", "04:20:9a:00:00:01", "10.77.0.1"),))]
    nodes += [
        Node(f"h{n}", (Attachment("ward", f"00:00:5e:00:53:{n:02x}", f"10.77.0.{n}"),))
        for n in range(2, 2 + len(programs))
    ]
    with raised([segment], nodes) as networks:
        for n, program in enumerate(programs, 2):
            argv = [sys.executable, "-c", program]
            child = networks.start(f"h{n}", argv, env=dict(os.environ), stdout=subprocess.PIPE)
            assert child.stdout is not None and child.stdout.readline().strip() == "ready"
        yield networks


def scan(
    networks: Networks, folder: Path, care: str, *more: str
) -> tuple[subprocess.CompletedProcess[str], list[journals.Record]]:
    scope = folder / "scope.toml"
    scope.write_text(SCOPE.format(care=care), encoding="utf-8")
    argv = [sys.executable, "-m", "reconciler", "scan", "--scope", str(scope), "--out", str(folder / "run")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "DAICHO_STATE": str(folder / "state")}
    done = networks.run("agent", [*argv, *more], env=environment, timeout=120)
    path = folder / "run/journal.jsonl"
    return done, list(journals.read(path)) if path.exists() else []


def lost(records: Sequence[journals.Record]) -> list[str]:
    return [str(r.data["host"]) for r in records if r.kind == "lost"]


def test_one_unknown_device_lost_on_a_ward_stops_everything_until_a_person_has_looked(tmp_path: Path) -> None:
    with hospital([DIES, LIVES]) as networks:
        done, records = scan(networks, tmp_path, "clinical")
        assert done.returncode == 5, done.stderr
        assert lost(records) == ["10.77.0.2"]
        assert "LOST" in done.stderr and "10.77.0.2" in done.stderr and "ward" in done.stderr
        fell = next(r.number for r in records if r.kind == "lost")
        sent = [
            r for r in records if r.number > fell and r.kind == "account" and r.data["event"] != "settled"
        ]
        assert sent == [], "something was sent after the watch had stopped all sending"
        document = json.loads((tmp_path / "run/findings.json").read_text(encoding="utf-8"))
        assert document["complete"] is False and [entry["ip"] for entry in document["lost"]] == ["10.77.0.2"]

        held, again = scan(networks, tmp_path, "clinical", "--resume")
        assert held.returncode == 3 and "--rearmed-by" in held.stderr
        assert len(again) == len(records), "nothing was begun"

        freed, after = scan(networks, tmp_path, "clinical", "--resume", "--rearmed-by", "丘 さつき")
        assert freed.returncode == 0, freed.stderr
        assert [r.data["by"] for r in after if r.kind == "rearmed"] == ["丘 さつき"]
        asked = {
            str(r.data["host"]) for r in after if r.number > len(records) and r.kind == "account" and r.data["mac"]
            if r.data["event"] == "reserved"
        }  # fmt: skip
        assert "10.77.0.2" not in asked, "a device that fell silent was asked again"


def test_lost_in_an_office_it_is_spared_and_the_others_are_asked_on_and_looked_for_again(
    tmp_path: Path,
) -> None:
    with hospital([DIES, LIVES]) as networks:
        done, records = scan(networks, tmp_path, "office")
    assert done.returncode == 0, done.stderr
    assert lost(records) == ["10.77.0.2"]
    record = next(r for r in records if r.kind == "lost")
    assert record.data["stopped"] == "" and record.data["probe"] == "ssh" and record.data["after"] < 5
    later = [r for r in records if r.number > record.number and r.kind == "account" and "mac" in r.data]
    assert all(r.data["host"] != "10.77.0.2" for r in later if r.data["event"] == "reserved")
    why = [str(r.data["why"]) for r in records if r.kind == "left_alone"]
    assert any("fell silent" in text for text in why)
    assert any(r.data.get("host") == "10.77.0.3" and r.data.get("field") == "ssh.software" for r in records)
    looked = [r.at for r in records if r.data.get("detail") == "watch 10.77.0.3"]
    asked = [
        r for r in records if r.kind == "attempt" and r.data["host"] == "10.77.0.3" and r.data["sent_packets"]
    ]
    assert len(looked) == len(asked) + 1, "after each conversation, and once more"
    seconds = [int(at[17:19]) + 60 * int(at[14:16]) for at in looked[-2:]]
    assert 29 <= (seconds[1] - seconds[0]) % 3600 <= 32
