"""Marked secrets, looked for wherever they have no business: arguments, environments of children, files, what is said.

One secret stands in the environment, as a person may choose, and one in a file: that one is nowhere at all.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import pytest

from agent.demo.hospital import read_hospital, scope_text
from agent.demo.hosts import serving
from agent.demo.ledger import write_ledger
from agent.demo.namespaces import possible, raised
from tests.bench.kills import OURS, ROOT

pytestmark = [pytest.mark.lab, pytest.mark.skipif(bool(possible()), reason=possible() or "-")]

IN_FILE, IN_ENVIRONMENT = "DAICHO_DEMO_KIBAN", "DAICHO_DEMO_KIKI"
FAULT = """
import sys
from agent import run
from reconciler.cli import main

def broken(session):
    secret = next(iter(session.secrets.values()))
    raise RuntimeError(f"a fault of ours, with {secret!r} at hand")

run.plan = broken
sys.argv[:] = ["daicho", *sys.argv[1:]]
main()
"""


@dataclass(slots=True)
class Look:
    """What was seen of the processes while the run went on. places: where a secret stood that has no business there."""

    places: set[str] = field(default_factory=set)
    programs: set[str] = field(default_factory=set)
    ended: threading.Event = field(default_factory=threading.Event)

    def look(self, inode: int, secrets: dict[str, bytes]) -> None:
        while not self.ended.wait(0.02):
            for process in Path("/proc").iterdir():
                if process.name.isdigit() and _is_in(process, inode):
                    self._one(process, secrets)

    def _one(self, process: Path, secrets: dict[str, bytes]) -> None:
        try:
            arguments, environment = ((process / name).read_bytes() for name in ("cmdline", "environ"))
        except OSError:
            return  # it has ended
        program = arguments.split(b"\0")[0].decode().rpartition("/")[2]
        self.programs.add(program)
        ours = b"reconciler" in arguments
        for name, secret in secrets.items():
            if secret in arguments:
                self.places.add(f"arguments of {program}: {name}")
            if secret in environment and not (ours and name == IN_ENVIRONMENT):
                self.places.add(f"environment of {program}: {name}")


def _is_in(process: Path, inode: int) -> bool:
    try:
        return (process / "ns/net").stat().st_ino == inode
    except OSError:
        return False


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("secrets")
    (folder / "secret").write_text(read_hospital().secrets[IN_FILE], encoding="utf-8")
    (folder / "secret").chmod(0o600)
    text = scope_text(date.today() + timedelta(days=2))  # noqa: DTZ011
    text = text.replace(f"env:{IN_FILE}", f"file:{folder / 'secret'}")
    grant = '[[host]]\nip = "10.20.1.20"\ngrant = "session"\nwhy = "保守契約の確認"\n\n'
    (folder / "scope.toml").write_text(
        text.replace("[[network]]", grant + "[[network]]", 1), encoding="utf-8"
    )
    write_ledger(folder / "ledger.xlsx")
    return folder


def words(base: Path, out: str) -> list[str]:
    return ["audit", "--scope", str(base / "scope.toml"), "--ledger", str(base / "ledger.xlsx"), "--out", str(base / out),
            "--store", str(base / f"{out}.sqlite"), "-v"]  # fmt: skip


def environment(base: Path) -> dict[str, str]:
    secret = {IN_ENVIRONMENT: read_hospital().secrets[IN_ENVIRONMENT]}
    return {**os.environ, **secret, "PYTHONPATH": str(ROOT), "DAICHO_STATE": str(base / "state")}


@pytest.fixture(scope="module")
def looked(base: Path) -> Iterator[tuple[Look, str]]:
    hospital, look = read_hospital(), Look()
    secrets = {name: secret.encode() for name, secret in hospital.secrets.items()}
    with raised(hospital.segments, hospital.nodes()) as networks, serving(networks, hospital.hosts):
        thread = threading.Thread(target=look.look, args=(networks.inode("agent"), secrets), daemon=True)
        thread.start()
        pipe = subprocess.PIPE
        child = networks.start(
            "agent", [*OURS, *words(base, "run")], env=environment(base), stdout=pipe, stderr=pipe
        )
        out, err = child.communicate(timeout=240)
        look.ended.set()
        thread.join()
        assert child.returncode in (0, 1), err
        fault = [sys.executable, "-c", FAULT, *words(base, "fault")]
        broken = networks.run("agent", fault, env=environment(base), timeout=120)
        assert broken.returncode == 4, broken.stderr
        yield look, out + err + broken.stdout + broken.stderr


def test_no_process_shows_one(looked: tuple[Look, str]) -> None:
    assert looked[0].places == set()
    assert len(looked[0].programs) >= 2, f"no child was seen: {looked[0].programs}"


def test_nothing_that_is_said_holds_one(looked: tuple[Look, str]) -> None:
    """Notes, summary, and the traceback of a fault of ours that had a secret at hand."""
    assert "a fault of ours" in looked[1]
    assert [name for name, secret in read_hospital().secrets.items() if secret in looked[1]] == []


def test_no_file_holds_one(looked: tuple[Look, str], base: Path) -> None:
    secrets = [secret.encode() for secret in read_hospital().secrets.values()]
    files = [path for path in base.rglob("*") if path.is_file() and path != base / "secret"]
    assert {"journal.jsonl", "report.xlsx", "report.html", "findings.json"} <= {path.name for path in files}
    for path in files:
        assert not any(secret in part for part in parts_of(path) for secret in secrets), path


def parts_of(path: Path) -> Iterator[bytes]:
    yield path.read_bytes()
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as packed:
            yield from (packed.read(name) for name in packed.namelist())


def test_what_holds_the_run_is_its_owners_alone(looked: tuple[Look, str], base: Path) -> None:
    for name in ("run/journal.jsonl", "run.sqlite"):
        assert (base / name).stat().st_mode & 0o077 == 0, name


def asked(base: Path, out: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*OURS, *words(base, out)],
        cwd=ROOT,
        env=environment(base),
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_scope_that_anybody_may_change_is_refused(base: Path) -> None:
    path = base / "scope.toml"
    path.chmod(0o666)
    try:
        done = asked(base, "refused")
    finally:
        path.chmod(0o644)
    assert done.returncode == 3 and "chmod o-w" in done.stderr
    assert not (base / "refused").exists()


def test_a_secret_that_anybody_may_read_is_refused(base: Path) -> None:
    path = base / "secret"
    path.chmod(0o644)
    try:
        done = asked(base, "open")
    finally:
        path.chmod(0o600)
    assert done.returncode == 2 and "chmod 600" in done.stderr
