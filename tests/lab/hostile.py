"""The demo's hospital with attackers in it: one of each kind in the office, and a wide network for one alone.

    with raise_ward(hostile=True) as ward:
        code = ward.scan(folder)

Without the attackers it is the same networks with the same honest hosts, so that what they cost can be measured.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from ipaddress import IPv4Network
from pathlib import Path

from agent.demo.hospital import read_hospital, scope_text
from agent.demo.host import Hospital
from agent.demo.hosts import StandIns, serving
from agent.demo.namespaces import Attachment, Networks, Node, Segment, raised
from agent.findings import Findings, from_json

ROOT = Path(__file__).resolve().parents[2]
WIDE = IPv4Network("10.28.0.0/20")
SCOPE = """
[[network]]
cidr = "{wide}"
name = "別館"
care = "office"
sweep_rate = 1000
"""
ATTACKERS = {
    "endless": "10.20.1.201",
    "drip": "10.20.1.202",
    "big": "10.20.1.203",
    "packed": "10.20.1.204",
    "xml": "10.20.1.205",
    "elsewhere": "10.20.1.206",
    "names": "10.20.1.207",
    "flood": "10.20.1.208",
    "codes": "10.20.1.209",
    "rogue": "10.20.1.210",
    "storm": "10.20.1.211",
    "proxy": "10.28.0.2",
}
"""Kind -> address; `proxy` is a second `storm`, alone in the wide network."""
READY_WITHIN = 20.0


@dataclass(frozen=True, slots=True)
class Scanned:
    """One scan: its exit code, what it said, its seconds from start to end, and the most memory it had, in MB."""

    code: int
    out: str
    err: str
    seconds: float
    memory: float
    folder: Path

    @property
    def findings(self) -> Findings:
        return from_json((self.folder / "findings.json").read_text(encoding="utf-8"))


class Ward:
    """The raised networks, and what the attackers wrote down."""

    def __init__(
        self, hospital: Hospital, networks: Networks, stand_ins: StandIns, folder: Path, wide: IPv4Network
    ) -> None:
        self.hospital, self.networks, self.stand_ins, self.folder = hospital, networks, stand_ins, folder
        self.wide = wide

    def heard(self, kind: str) -> list[dict[str, str]]:
        """What an attacker wrote down."""
        path = self.folder / f"{kind}.log"
        return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []

    def command(self, folder: Path, *words: str) -> list[str]:
        scope = self.folder / "scope.toml"
        until = date.today() + timedelta(days=2)  # noqa: DTZ011 - a day on the wall
        scope.write_text(scope_text(until) + SCOPE.format(wide=self.wide), encoding="utf-8")
        return [sys.executable, "-m", "reconciler", *words, "--scope", str(scope), "--out", str(folder)]

    def environment(self) -> dict[str, str]:
        return {
            **os.environ, **self.hospital.secrets, "PYTHONPATH": str(ROOT), "DAICHO_STATE": str(self.folder / "state"),
        }  # fmt: skip

    def start(self, argv: list[str]) -> subprocess.Popen[str]:
        pipe = subprocess.PIPE
        return self.networks.start("agent", argv, env=self.environment(), stdout=pipe, stderr=pipe)

    def scan(self, folder: Path, *more: str, words: tuple[str, ...] = ("scan",)) -> Scanned:
        """The default scan, from start to end."""
        measured = self.folder / "measured"
        begun = time.monotonic()
        argv = [
            "/usr/bin/env",
            sys.executable,
            "-c",
            MEASURED,
            str(measured),
            *self.command(folder, *words),
            *more,
        ]
        child = self.start(argv)
        out, err = child.communicate(timeout=300)
        return Scanned(
            child.returncode, out, err, time.monotonic() - begun, int(measured.read_text()) / 1024, folder
        )


MEASURED = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[2:]).returncode
open(sys.argv[1], "w").write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
sys.exit(code)
"""


@contextmanager
def raise_ward(folder: Path, *, hostile: bool, wide: IPv4Network = WIDE) -> Iterator[Ward]:
    hospital = read_hospital()
    agent = replace(
        hospital.agent,
        attachments=(*hospital.agent.attachments, Attachment("wide", "04:20:9a:10:00:03", "10.28.15.250")),
    )
    hospital = replace(hospital, agent=agent, segments=(*hospital.segments, Segment("wide", wide)))
    attackers = [_node(kind) for kind in ATTACKERS] if hostile else []
    with (
        raised(hospital.segments, (*hospital.nodes(), *attackers)) as networks,
        serving(networks, hospital.hosts) as stand_ins,
    ):
        for node in attackers:
            _begin(node, networks, hospital, folder)
        yield Ward(hospital, networks, stand_ins, folder, wide)


def _node(kind: str) -> Node:
    ip = ATTACKERS[kind]
    mac = f"00:50:c2:66:{int(ip.split('.')[2]):02x}:{int(ip.split('.')[3]):02x}"
    return Node(kind, (Attachment("wide" if kind == "proxy" else "office", mac, ip),))


def _begin(node: Node, networks: Networks, hospital: Hospital, folder: Path) -> None:
    at = node.attachments[0]
    taken = [a.ip for h in hospital.hosts for a in h.attachments]
    taken += [a.ip for a in hospital.agent.attachments] + list(ATTACKERS.values())
    kind = "storm" if node.name == "proxy" else node.name
    argv = [
        sys.executable,
        "-m",
        "tests.lab.hostile_hosts",
        kind,
        at.ip,
        at.mac,
        str(folder / f"{node.name}.log"),
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TAKEN": " ".join(taken)}
    child = networks.start(node.name, argv, env=environment, stdout=subprocess.PIPE)
    assert child.stdout is not None
    said = child.stdout.readline()
    assert said == "ready\n", f"{kind} did not begin: {said!r}"


def no_secret_in(folder: Path, secrets: list[str]) -> list[str]:
    """Files of a folder in which one of the secrets stands."""
    wanted = re.compile(b"|".join(re.escape(s.encode()) for s in secrets))
    return [
        str(path) for path in sorted(folder.rglob("*")) if path.is_file() and wanted.search(path.read_bytes())
    ]
