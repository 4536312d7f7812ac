"""The run that a timer begins, in a small hospital of namespaces: stopped, gone on with, told of once, and quiet after."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from agent.demo.hospital import read_hospital, scope_text
from agent.demo.hosts import serving
from agent.demo.ledger import write_ledger
from agent.demo.namespaces import Networks, possible, raised

pytestmark = pytest.mark.lab

RECEIVER = """
import http.server, sys
class Receiver(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        with open(sys.argv[1], "ab") as told:
            told.write(self.rfile.read(int(self.headers["Content-Length"])) + b"\\n")
        self.send_response(200); self.end_headers()
http.server.HTTPServer(("127.0.0.1", 8099), Receiver).serve_forever()
"""


@dataclass(frozen=True, slots=True)
class JumpHost:
    networks: Networks
    folder: Path
    environment: dict[str, str]

    def begin(self, *words: str) -> subprocess.Popen[str]:
        argv = [sys.executable, "-m", "reconciler", *words, "--config", str(self.folder / "daicho.toml")]
        return self.networks.start(
            "agent", argv, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )

    def run(self, *words: str) -> tuple[int, str, str]:
        child = self.begin(*words)
        out, err = child.communicate(timeout=300)
        return child.returncode, out, err

    @property
    def runs(self) -> list[Path]:
        return sorted(path.parent for path in (self.folder / "runs").glob("*/journal.jsonl"))

    def told(self) -> list[dict[str, str]]:
        path = self.folder / "told"
        return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JumpHost]:
    if why := possible():
        if os.environ.get("DAICHO_LAB_REQUIRED") == "1":
            pytest.fail(f"the laboratory is required here: {why}")
        pytest.skip(why)
    folder = tmp_path_factory.mktemp("jump")
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).date()
    (folder / "scope.toml").write_text(scope_text(tomorrow), encoding="utf-8")
    write_ledger(folder / "ledger.xlsx")
    address = folder / "notice"
    address.write_text("json://127.0.0.1:8099/\n")
    address.chmod(0o600)
    (folder / "daicho.toml").write_text(
        'scope = "scope.toml"\nledgers = ["ledger.xlsx"]\nruns = "runs"\nstore = "history.sqlite"\n'
        'metrics = "daicho.prom"\n[notice]\nto = ["file:notice"]\n'
    )
    hospital = read_hospital()
    environment = {**os.environ, **hospital.secrets, "DAICHO_STATE": str(folder / "state")}
    with raised(hospital.segments, hospital.nodes()) as networks, serving(networks, hospital.hosts):
        networks.run("agent", ["ip", "link", "set", "lo", "up"])
        receiver = networks.start("agent", [sys.executable, "-c", RECEIVER, str(folder / "told")])
        yield JumpHost(networks, folder, environment)
        receiver.kill()


def test_a_regular_run_from_its_first_night_to_a_quiet_week(host: JumpHost) -> None:
    code, _, err = host.run("status")
    assert code == 1, err

    child = host.begin("audit")
    deadline = time.monotonic() + 60
    while not host.runs:
        assert time.monotonic() < deadline and child.poll() is None
        time.sleep(0.05)
    code, _, err = host.run("audit")
    assert code == 3 and "another regular run is under way" in err, "one at a time"
    time.sleep(3)
    child.send_signal(signal.SIGTERM)
    child.communicate(timeout=120)
    assert child.returncode == 5, "stopped before the end, with what was found kept"
    assert not host.told() or all("終えられません" not in t["title"] for t in host.told())

    code, out, err = host.run("audit")
    assert code == 1, err
    assert len(host.runs) == 1, "the stopped run was gone on with"
    assert (host.runs[0] / "report.xlsx").exists()
    told = host.told()
    assert "新しい指摘" in told[-1]["title"] and "台帳" in told[-1]["message"]
    code, out, err = host.run("status")
    assert code == 0 and "最後に終えた実行" in out, out + err
    metrics = (host.folder / "daicho.prom").read_text()
    assert "daicho_last_success_timestamp_seconds" in metrics and "daicho_last_run_exit_code 1" in metrics

    memory = host.folder / "runs" / "told.json"
    week_ago = (datetime.now(UTC) - timedelta(days=8)).isoformat()
    memory.write_text(json.dumps({**json.loads(memory.read_text()), "at": week_ago}))
    code, _, err = host.run("audit")
    assert code == 1, err
    assert len(host.runs) == 2
    assert len(host.told()) == len(told) + 1 and "新しい指摘はありません" in host.told()[-1]["title"]
