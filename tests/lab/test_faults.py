"""Faults in mid-run: the disk full or read-only, the store locked, the cable out, another address, the clock set.

What was acknowledged is kept, nothing is half written, the sentence says what to do, and the next run is clean.
"""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest

from agent import journal as journals
from agent.demo.hospital import Hospital, read_hospital, scope_text
from agent.demo.hosts import serving
from agent.demo.ledger import write_ledger
from agent.demo.namespaces import Networks, possible, raised
from agent.findings import Findings, from_json
from tests.bench.kills import OURS, ROOT, Tally, whole

pytestmark = [
    pytest.mark.lab,
    pytest.mark.skipif(bool(possible()), reason=possible() or "-"),
    pytest.mark.skipif(os.geteuid() != 0, reason="a small disk is mounted: root"),
]

FAKETIME = Path("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1")
FOUND = ("10.20.1.1", "10.20.1.2", "10.20.1.10", "10.20.1.20", "10.20.1.30")
"""Some of the office's hosts."""


@pytest.fixture(scope="module")
def hospital() -> Hospital:
    return read_hospital()


@pytest.fixture(scope="module")
def up(hospital: Hospital) -> Iterator[Networks]:
    with raised(hospital.segments, hospital.nodes()) as networks, serving(networks, hospital.hosts):
        yield networks


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[Path]:
    """A disk of that size; the file system is the machine's own memory."""
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def remounted(folder: Path, options: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{options}", str(folder)], check=True)


@pytest.fixture
def base(tmp_path: Path) -> Path:
    text = scope_text(date.today() + timedelta(days=2)).replace("10.20.2.0/24", "10.20.2.0/29")  # noqa: DTZ011
    text = text.replace('care = "office"', 'care = "office"\nsweep_rate = 40')
    (tmp_path / "scope.toml").write_text(text, encoding="utf-8")
    write_ledger(tmp_path / "ledger.xlsx")
    return tmp_path


def start(up: Networks, hospital: Hospital, base: Path, out: Path, *more: str, **environment: str):  # type: ignore[no-untyped-def]
    """An audit whose sweep alone takes six seconds."""
    argv = [*OURS, "audit", "--scope", str(base / "scope.toml"), "--ledger", str(base / "ledger.xlsx")]
    full = {
        **os.environ, **hospital.secrets, "PYTHONPATH": str(ROOT), "DAICHO_STATE": str(base / "state"), **environment,
    }  # fmt: skip
    pipe = subprocess.PIPE
    return up.start("agent", [*argv, "--out", str(out), *more], env=full, stdout=pipe, stderr=pipe)


def findings_in(out: Path) -> Findings:
    return from_json((out / "findings.json").read_text(encoding="utf-8"))


def addresses(out: Path) -> set[str]:
    return {ip for device in findings_in(out).devices for ip in device.ips}


def all_whole(out: Path) -> None:
    tally = Tally("here")
    whole(out, tally)
    assert tally.losses == []
    assert list(journals.read(out / "journal.jsonl"))


def test_a_full_disk_in_mid_scan(up: Networks, hospital: Hospital, base: Path) -> None:
    with small_disk(base / "disk", "48k") as disk:
        out = disk / "run"
        _, err = (child := start(up, hospital, base, out)).communicate(timeout=120)
        assert child.returncode == 5, err
        assert "No space left" in err and "Traceback" not in err, err
        held = [dict(r.data) for r in journals.read(out / "journal.jsonl")]
        all_whole(out)
        remounted(disk, "size=50m")
        _, err = (child := start(up, hospital, base, out, "--resume")).communicate(timeout=120)
        assert child.returncode in (0, 1), err
        assert [dict(r.data) for r in journals.read(out / "journal.jsonl")][: len(held)] == held
        assert set(FOUND) <= addresses(out)
        all_whole(out)


@pytest.fixture(scope="module")
def replayed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "demo"
    subprocess.run(
        [*OURS, "demo", "--replay", "--out", str(folder)], cwd=ROOT, check=False, capture_output=True
    )
    return folder


def reported(replayed: Path, out: Path, *more: str) -> subprocess.CompletedProcess[str]:
    argv = [*OURS, *(more or ("report",)), str(replayed / "findings.json"), str(replayed / "ledger.xlsx")]
    return subprocess.run(
        [*argv, *(["--out", str(out)] if more[:1] != ("reconcile",) else [])],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


@pytest.mark.parametrize("command", ["report", "annotate"])
@pytest.mark.parametrize("trouble", ["size=32k", "ro"])
def test_documents_on_a_disk_that_takes_nothing(
    replayed: Path, tmp_path: Path, command: str, trouble: str
) -> None:
    """Full, or read-only: what stood there before stands there still, and the command can be repeated."""
    with small_disk(tmp_path / "disk", "50m") as disk:
        assert reported(replayed, disk / "out", command).returncode in (0, 1)
        before = {path.name: path.read_bytes() for path in (disk / "out").iterdir()}
        if trouble != "ro":
            (disk / "ballast").write_bytes(bytes(50 << 20)[: _room(disk)])
        else:
            remounted(disk, "ro")
        done = reported(replayed, disk / "out", command)
        assert done.returncode in (2, 5), done.stderr
        assert "Traceback" not in done.stderr and len(done.stderr.strip().splitlines()) <= 2
        assert "--out" in done.stderr, "no word on what to do"
        assert {path.name: path.read_bytes() for path in (disk / "out").iterdir()} == before


def _room(disk: Path) -> int:
    free = os.statvfs(disk)
    return free.f_bavail * free.f_frsize


def test_a_store_that_somebody_holds(replayed: Path, tmp_path: Path) -> None:
    store = tmp_path / "history.sqlite"
    more = ("reconcile", "--store", str(store))
    assert reported(replayed, tmp_path, *more).returncode in (0, 1)
    with closing(sqlite3.connect(store, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        begun = time.monotonic()
        done = reported(replayed, tmp_path, *more)
        assert time.monotonic() - begun < 30
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr and str(store) in done.stderr
    assert reported(replayed, tmp_path, *more).returncode in (0, 1)


def test_the_cable_out_and_in_again(up: Networks, hospital: Hospital, base: Path) -> None:
    child = start(up, hospital, base, base / "run")
    time.sleep(4)
    up.run("agent", ["ip", "link", "set", "eth0", "down"])
    time.sleep(2)
    up.run("agent", ["ip", "link", "set", "eth0", "up"])
    _, err = child.communicate(timeout=120)
    assert child.returncode in (0, 1, 5) and "Traceback" not in err, err
    all_whole(base / "run")
    office = next(c for c in findings_in(base / "run").coverage if c.cidr == "10.20.1.0/24")
    assert not office.looked, "the cable was out while it was swept: silence there means nothing"
    assert any("could not" in n.why or "could not" in err for n in office.not_looked)
    _, err = (again := start(up, hospital, base, base / "next")).communicate(timeout=120)
    assert again.returncode in (0, 1), err
    assert set(FOUND) <= addresses(base / "next")


def test_another_address_in_mid_scan(up: Networks, hospital: Hospital, base: Path) -> None:
    """DHCP gives a new one: what goes on from the old one gets no answer, and nothing is told for certain."""
    child = start(up, hospital, base, base / "run")
    time.sleep(4)
    up.run("agent", ["ip", "addr", "del", "10.20.1.250/24", "dev", "eth0"])
    up.run("agent", ["ip", "addr", "add", "10.20.1.249/24", "dev", "eth0"])
    try:
        _, err = child.communicate(timeout=120)
    finally:
        up.run("agent", ["ip", "addr", "del", "10.20.1.249/24", "dev", "eth0"])
        up.run("agent", ["ip", "addr", "add", "10.20.1.250/24", "brd", "+", "dev", "eth0"])
    assert child.returncode in (0, 1, 5) and "Traceback" not in err, err
    all_whole(base / "run")


@pytest.mark.skipif(not FAKETIME.exists(), reason="libfaketime is not installed")
@pytest.mark.parametrize("jump", ["-86400", "+3600"])
def test_the_clock_is_set_in_mid_scan(up: Networks, hospital: Hospital, base: Path, jump: str) -> None:
    """A day back, an hour on: nothing waits for a time that does not come, and the run ends as ever."""
    at = base / "clock"
    at.write_text("+0\n", encoding="utf-8")
    fake = {
        "LD_PRELOAD": str(FAKETIME), "FAKETIME_TIMESTAMP_FILE": str(at), "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
    }  # fmt: skip
    begun = time.monotonic()
    child = start(up, hospital, base, base / "run", **fake)
    time.sleep(5)
    at.write_text(f"{jump}\n", encoding="utf-8")
    _, err = child.communicate(timeout=120)
    assert child.returncode in (0, 1), err
    assert time.monotonic() - begun < 100
    assert set(FOUND) <= addresses(base / "run")
    all_whole(base / "run")
    times = [r.at for r in journals.read(base / "run" / "journal.jsonl")]
    assert (times != sorted(times)) == jump.startswith("-"), "the clock was not set: this shows nothing"
    json.loads((base / "run" / "report.json").read_text(encoding="utf-8"))
