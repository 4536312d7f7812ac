"""Commands killed (SIGKILL) at seeded random moments, and what must be left whole: the work of test_bench_kills.py.

Each Trial starts one command, kills it, and looks at what is left. What a command has acknowledged (it ended by itself,
or printed that something is kept) must be there afterwards; every document is whole, the former one, or absent; the
store opens and is sound; the journal's chain is unbroken and begins with all that it held before.
"""

from __future__ import annotations

import json
import os
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import openpyxl

from agent import journal as journals
from reconciler.commands.reporting import REPORTS

ROOT = Path(__file__).resolve().parents[2]
SEED = 20260601
OURS = [sys.executable, "-m", "reconciler"]
LONGEST = 240.0

Start = Callable[[Sequence[str]], "subprocess.Popen[str]"]


@dataclass(slots=True)
class Tally:
    """Of one kind of command: how often it was killed, how often it had ended before, and what was lost."""

    name: str
    kills: int = 0
    ended: int = 0
    losses: list[str] = field(default_factory=list)

    def must(self, true: bool, what: str) -> None:
        if not true:
            self.losses.append(what)


def start(argv: Sequence[str]) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    pipe = subprocess.PIPE
    return subprocess.Popen(
        argv, cwd=ROOT, env=environment, stdout=pipe, stderr=subprocess.DEVNULL, text=True
    )


def killed(child: subprocess.Popen[str], after: float, tally: Tally) -> str:
    """Lets it run for so many seconds, then kills it; what it printed. Returns also where it ended by itself."""
    try:
        out, _ = child.communicate(timeout=after)
        tally.ended += 1
    except subprocess.TimeoutExpired:
        child.kill()
        out, _ = child.communicate()
        tally.kills += 1
    return out or ""


def how_long(argv: Sequence[str]) -> float:
    begun = time.monotonic()
    start(argv).communicate(timeout=LONGEST)
    return time.monotonic() - begun


# -- what must be left --------------------------------------------------------------------------


def whole(folder: Path, tally: Tally) -> None:
    """Every document that bears its own name can be read to its end."""
    for path in sorted(folder.rglob("*")):
        try:
            match path.suffix:
                case ".xlsx":
                    openpyxl.load_workbook(path, read_only=True).close()
                case ".html":
                    tally.must(
                        path.read_text(encoding="utf-8").rstrip().endswith("</html>"), f"{path.name} is half"
                    )
                case ".json":
                    json.loads(path.read_text(encoding="utf-8"))
        except Exception as error:  # noqa: BLE001 - whatever a reader says of half a document
            tally.losses.append(f"{path.name}: {type(error).__name__}: {error}")


def sound(store: Path, tally: Tally, query: str, wanted: set[str]) -> None:
    if not store.exists():
        tally.must(not wanted, f"{store.name} has gone")
        return
    with closing(sqlite3.connect(store)) as connection:
        said = connection.execute("PRAGMA integrity_check").fetchone()[0]
        tally.must(said == "ok", f"{store.name}: {said}")
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
        there = {row[0] for row in connection.execute(query)} if "decisions" in tables else set()
    tally.must(wanted <= there, f"{store.name} lost {sorted(wanted - there)[:3]}")


# -- commands on documents ----------------------------------------------------------------------


def on_documents(base: Path, kills: int) -> list[Tally]:
    """annotate, report and reconcile with a store, on the demo's recorded run in base/demo."""
    demo = base / "demo"
    subprocess.run(
        [*OURS, "demo", "--replay", "--out", str(demo)], cwd=ROOT, check=False, capture_output=True
    )
    findings, ledger = demo / "findings.json", demo / "ledger.xlsx"
    return [
        _annotated(base / "annotated", findings, ledger, kills),
        _reported(base / "reported", findings, ledger, kills),
        _reconciled(base / "reconciled", findings, ledger, kills),
        _decided(base / "decided", kills),
        _migrated(base / "migrated", kills),
        _copied(base / "copied", base / "reconciled" / "history.sqlite", kills),
    ]


def _annotated(folder: Path, findings: Path, ledger: Path, kills: int) -> Tally:
    tally, dice, before = Tally("annotate"), random.Random(SEED), ledger.read_bytes()
    argv = [*OURS, "annotate", str(findings), str(ledger), "--out", str(folder)]
    span = how_long(argv)
    while tally.kills < kills:
        killed(start(argv), dice.uniform(0.1, 1.0) * span, tally)
        whole(folder, tally)
    tally.must(ledger.read_bytes() == before, "the ledger itself was changed")
    tally.must(start(argv).wait(LONGEST) in (0, 1), "the next run did not end well")
    return tally


def _reported(folder: Path, findings: Path, ledger: Path, kills: int) -> Tally:
    tally, dice = Tally("report"), random.Random(SEED + 1)
    argv = [*OURS, "report", str(findings), str(ledger), "--out", str(folder)]
    span = how_long(argv)
    while tally.kills < kills:
        killed(start(argv), dice.uniform(0.1, 1.0) * span, tally)
        whole(folder, tally)
        for name in REPORTS.values():
            tally.must((folder / name).exists(), f"the former {name} has gone")
    tally.must(start(argv).wait(LONGEST) in (0, 1), "the next run did not end well")
    return tally


def _reconciled(folder: Path, findings: Path, ledger: Path, kills: int) -> Tally:
    """Each time another run is saved; those whose command came to its end are acknowledged."""
    folder.mkdir()
    tally, dice, kept = Tally("reconcile"), random.Random(SEED + 2), set[str]()
    store, document = folder / "history.sqlite", json.loads(findings.read_text(encoding="utf-8"))

    def command(run: str) -> list[str]:
        path = folder / "findings.json"
        path.write_text(json.dumps({**document, "run": run}), encoding="utf-8")
        return [*OURS, "reconcile", str(path), str(ledger), "--store", str(store)]

    span = how_long(command("run-0"))
    kept.add("run-0")
    number = 0
    while tally.kills < kills:
        number += 1
        before = tally.ended
        killed(start(command(f"run-{number}")), dice.uniform(0.3, 1.1) * span, tally)
        kept |= {f"run-{number}"} if tally.ended > before else set()
        sound(store, tally, "SELECT run FROM runs", kept)
    tally.must(start(command("run-last")).wait(LONGEST) in (0, 1), "the next run did not end well")
    sound(store, tally, "SELECT run FROM runs", kept | {"run-last"})
    return tally


DECIDING = """
import sys
from reconciler.decisions import Decision, Verdict
from reconciler.store import opened
from reconciler.store_decisions import save_decision
with opened(sys.argv[1]) as store:
    for number in range(int(sys.argv[2]), 1000000):
        save_decision(store, Decision(Verdict.REGISTER, "佐倉", "2026-06-15T00:00:00Z", device=f"d{number}", note=str(number)))
        print(number, flush=True)
"""


def _decided(folder: Path, kills: int) -> Tally:
    """People's decisions: each is acknowledged by a line, as a command acknowledges it by ending."""
    folder.mkdir()
    tally, dice, kept = Tally("decide"), random.Random(SEED + 3), set[str]()
    store = folder / "history.sqlite"
    for number in range(kills):
        child = start([sys.executable, "-c", DECIDING, str(store), str(number * 10000)])
        assert child.stdout is not None
        first = child.stdout.readline().strip()
        said = killed(child, dice.uniform(0.0, 0.4), tally)
        kept |= {first, *said.split("\n")[:-1]} - {""}
        sound(store, tally, "SELECT note FROM decisions", kept)
    return tally


OPENING = """
import sys
from reconciler.store import opened
print("ready", flush=True)
with opened(sys.argv[1]):
    print("open", flush=True)
"""


def _migrated(folder: Path, kills: int) -> Tally:
    """A history of the first version, killed while it is opened and brought forward: old or new, never between."""
    folder.mkdir()
    tally, dice = Tally("migrate"), random.Random(SEED + 6)
    script = (ROOT / "tests/reconciler/histories/version-1.sql").read_text(encoding="utf-8")
    number = 0
    while tally.kills < kills:
        number += 1
        store = folder / f"history-{number}.sqlite"
        with closing(sqlite3.connect(store)) as connection:
            connection.executescript(script)
            kept = {row[0] for row in connection.execute("SELECT who || at || device FROM decisions")}
        child = start([sys.executable, "-c", OPENING, str(store)])
        assert child.stdout is not None
        child.stdout.readline()
        killed(child, dice.uniform(0.0, 0.08), tally)
        sound(store, tally, "SELECT who || at || device FROM decisions", kept)
        tally.must(
            start([sys.executable, "-c", OPENING, str(store)]).wait(LONGEST) == 0, "it does not open any more"
        )
        sound(store, tally, "SELECT who || at || device FROM decisions", kept)
    return tally


def _copied(folder: Path, source: Path, kills: int) -> Tally:
    """The store copied and put back (`daicho store backup`, `restore`): the way in which one is moved to a new machine."""
    folder.mkdir()
    tally, dice = Tally("store backup and restore"), random.Random(SEED + 4)
    store = folder / "history.sqlite"
    store.write_bytes(source.read_bytes())
    kept = {"run-0", "run-last"}
    span = how_long([*OURS, "store", "backup", "--store", str(store), str(folder / "first.sqlite")])
    number = 0
    while tally.kills < kills:
        number += 1
        copy = folder / f"copy-{number}.sqlite"
        words = ["backup", "--store", str(store), str(copy)]
        if number % 2:
            words = ["restore", "--store", str(store), str(folder / "first.sqlite")]
        killed(start([*OURS, "store", *words]), dice.uniform(0.3, 1.0) * span, tally)
        for path in (store, *([copy] if copy.exists() else [])):
            sound(path, tally, "SELECT run FROM runs", kept)
    return tally


# -- an audit -----------------------------------------------------------------------------------


def audited(base: Path, argv: Sequence[str], begin: Start, kills: int, longest: float) -> Tally:
    """Audits that are killed and resumed again and again until they come to their end; then another begins."""
    tally, dice, number = Tally("audit"), random.Random(SEED + 5), 0
    while tally.kills < kills:
        number += 1
        folder = base / f"run-{number}"
        journal, held, ended = folder / "journal.jsonl", list[tuple[int, str]](), tally.ended
        while tally.kills < kills and tally.ended == ended:
            if folder.exists() and not held:
                journal.unlink(
                    missing_ok=True
                )  # it was killed before its first record: there is nothing to resume
            child = begin([*argv, "--out", str(folder), *(["--resume"] if held else [])])
            killed(child, dice.uniform(0.3, longest), tally)
            held = _held(journal, held, tally)
            whole(folder, tally)
            if tally.ended > ended:
                tally.must(child.returncode in (0, 1), f"run {number} ended with {child.returncode}")
    child = begin([*argv, "--out", str(folder), *(["--resume"] if held else [])])
    child.communicate(timeout=LONGEST)
    tally.must(child.returncode in (0, 1), f"resumed, it ended with {child.returncode}")
    _held(journal, held, tally)
    whole(folder, tally)
    return tally


def _held(journal: Path, before: list[tuple[int, str]], tally: Tally) -> list[tuple[int, str]]:
    """What the journal holds; all that it held before must be there still, and its chain unbroken."""
    if not journal.exists():
        return []
    try:
        now = [(record.number, json.dumps(dict(record.data))) for record in journals.read(journal)]
    except journals.JournalError as error:
        tally.losses.append(str(error))
        return before
    tally.must(now[: len(before)] == before, "a record that was in the journal is not there any more")
    return now
