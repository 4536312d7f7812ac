"""`daicho demo`: replayed anywhere, raised for real where namespaces are allowed, also for a user without rights."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from agent.demo.hospital import read_hospital
from agent.demo.ledger import device_truths, row_truths
from agent.demo.namespaces import possible
from tests.lab.judge import judge_ledger

ROOT = Path(__file__).resolve().parent.parent
NOBODY = (
    "setpriv",
    "--reuid=65534",
    "--regid=65534",
    "--clear-groups",
    "--inh-caps=-all",
    "--bounding-set=-all",
)


def run(
    out: Path, *more: str, before: tuple[str, ...] = (), python: str = sys.executable
) -> subprocess.CompletedProcess[str]:
    argv = [*before, python, "-m", "reconciler", "demo", "--out", str(out), *more]
    libraries = [p for p in sys.path if p.endswith("site-packages")]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(ROOT), *libraries]),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    return subprocess.run(
        argv, capture_output=True, text=True, check=False, timeout=120, env=environment, cwd=out.parent
    )


def faults(folder: Path) -> list[str]:
    hosts = read_hospital().hosts
    return judge_ledger(hosts, folder, folder / "ledger.xlsx", row_truths(), device_truths()).faults


@pytest.mark.parametrize("language", ["ja", "en"])
def test_replayed_it_tells_the_truth_and_says_that_it_is_a_replay(tmp_path: Path, language: str) -> None:
    done = run(tmp_path / "out", "--replay", "--lang", language)
    assert done.returncode == 1, done.stderr
    assert "replaying a recorded run" in done.stderr
    lines = [line for line in done.stdout.splitlines() if line.strip()]
    assert 10 <= len(lines) <= 15
    for name in ("report.xlsx", "report.html", "report.pdf", "network-map.svg"):
        assert str(tmp_path / "out" / name) == next(line for line in lines if line.endswith(name))
    assert faults(tmp_path / "out") == []


def test_replayed_twice_the_documents_are_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        assert run(tmp_path / name, "--replay").returncode == 1
    for name in (
        "report.html",
        "report.xlsx",
        "report.pdf",
        "network-map.svg",
        "findings.json",
        "ledger.xlsx",
    ):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes(), name


def test_a_folder_that_holds_a_run_is_not_overwritten(tmp_path: Path) -> None:
    assert run(tmp_path / "out", "--replay").returncode == 1
    again = run(tmp_path / "out", "--replay")
    assert again.returncode == 2 and "another --out" in again.stderr


@pytest.mark.lab
@pytest.mark.skipif(bool(possible()), reason=possible() or "-")
def test_raised_for_real_it_tells_the_truth(tmp_path: Path) -> None:
    done = run(tmp_path / "out")
    assert done.returncode == 1, done.stderr
    assert "16 hosts is up" in done.stderr and "replaying" not in done.stderr
    assert done.stderr.count("nothing to complain of") == 3
    assert faults(tmp_path / "out") == []


@pytest.mark.lab
@pytest.mark.skipif(bool(possible()), reason=possible() or "-")
@pytest.mark.skipif(os.geteuid() != 0, reason="becomes another user, which needs root")
def test_it_needs_no_root(tmp_path: Path) -> None:
    """As a user without any right: the hospital is raised in a user namespace."""
    python = _readable_python()
    home = Path("/tmp") / f"daicho-demo-{os.getpid()}"
    home.mkdir(mode=0o777)
    home.chmod(0o777)
    try:
        done = run(home / "out", before=(*NOBODY, "env", f"HOME={home}"), python=python)
        assert done.returncode == 1, done.stderr
        assert "16 hosts is up" in done.stderr
        assert faults(home / "out") == []
    finally:
        subprocess.run(["rm", "-rf", str(home)], check=True)


def _readable_python() -> str:
    """This interpreter, or the system's of the same version where ours lies in a home that others cannot enter."""
    for candidate in (os.path.realpath(sys.executable), "/usr/bin/python3"):
        version = "import sys; print(sys.version_info[:2])"
        try:
            said = subprocess.run(
                [*NOBODY, "env", candidate, "-c", version], capture_output=True, text=True, check=False
            )
        except OSError:
            continue
        if said.returncode == 0 and said.stdout.strip() == str(tuple(sys.version_info[:2])):
            return candidate
    pytest.skip("no Python of this version that another user could run")
