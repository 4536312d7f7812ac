"""The journal: chained, cut short without loss, and telling where it was changed."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from agent.host_accounts import AccountRecord
from agent.journal import (
    JournalError,
    JournalInUseError,
    Record,
    account_in,
    account_out,
    attempt_in,
    attempt_out,
    begin_again,
    claim,
    create,
    evidence_in,
    evidence_out,
    read,
    reopen,
)
from probes.model import Attempt, Evidence, Outcome


def ticking() -> Callable[[], datetime]:
    now = datetime(2026, 11, 24, tzinfo=UTC)

    def clock() -> datetime:
        nonlocal now
        now += timedelta(milliseconds=1)
        return now

    return clock


def written(path: Path, count: int) -> bytes:
    journal = create(path, ticking())
    for i in range(count):
        journal.append("note", {"text": f"{i}: 薬剤部"})
    journal.close()
    return path.read_bytes()


def test_what_was_written_is_read(tmp_path: Path) -> None:
    written(tmp_path / "j", 3)
    assert [(r.number, r.kind, r.data["text"]) for r in read(tmp_path / "j")] == [
        (n + 1, "note", f"{n}: 薬剤部") for n in range(3)
    ]


def test_a_run_is_never_overwritten_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    written(tmp_path / "j", 1)
    assert (tmp_path / "j").stat().st_mode & 0o777 == 0o600
    with pytest.raises(FileExistsError):
        create(tmp_path / "j", ticking())


def test_every_changed_byte_is_found(tmp_path: Path) -> None:
    path = tmp_path / "j"
    whole = written(path, 5)
    last_line = whole[:-1].rindex(b"\n") + 1
    luck = random.Random(1)
    for _ in range(300):
        at = luck.randrange(last_line)
        changed = bytearray(whole)
        changed[at] = (changed[at] + luck.randrange(1, 256)) % 256
        path.write_bytes(bytes(changed))
        with pytest.raises(JournalError, match="line"):
            list(read(path))


def test_lines_exchanged_or_taken_out_are_found(tmp_path: Path) -> None:
    path = tmp_path / "j"
    lines = written(path, 5).splitlines(keepends=True)
    for order in ([1, 0, 2, 3, 4], [0, 2, 3, 4], [1, 2, 3, 4]):
        path.write_bytes(b"".join(lines[i] for i in order))
        with pytest.raises(JournalError):
            list(read(path))


def test_wherever_it_is_cut_the_whole_lines_stay_and_writing_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "j"
    whole = written(path, 4)
    for cut in range(0, len(whole) + 1, 7):
        path.write_bytes(whole[:cut])
        journal = reopen(path, claim(path), ticking())
        journal.append("note", {"text": "after"})
        journal.close()
        records = list(read(path))
        assert len(records) == whole[:cut].count(b"\n") + 2
        torn = cut - (whole[:cut].rfind(b"\n") + 1)
        assert records[-2].kind == "resumed" and records[-2].data["torn_bytes"] == torn


@pytest.mark.parametrize(
    ("stands", "begins_again"),
    [(b"", True), (b'{"n": 1, "at": "2026', True), (None, False)],
    ids=["nothing", "half a line", "a line"],
)
def test_a_run_that_was_ended_before_its_first_line_may_be_begun(
    tmp_path: Path, stands: bytes | None, begins_again: bool
) -> None:
    path = tmp_path / "journal.jsonl"
    written(path, 1)
    if stands is not None:
        path.write_bytes(stands)
    journal = begin_again(path, claim(path), ticking())
    assert (journal is not None) is begins_again
    if journal:
        journal.append("run", {})
    assert [r.number for r in read(path)] == [1]


def test_a_journal_has_one_writer_and_who_comes_second_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    first = create(path, ticking())
    with pytest.raises(JournalInUseError, match="another daicho"):
        claim(path)
    first.append("run", {})
    with pytest.raises(JournalInUseError):
        claim(path)
    first.close()
    assert [r.kind for r in read(path)] == ["run"]
    reopen(path, claim(path), ticking()).close()
    assert [r.kind for r in read(path)] == ["run", "resumed"]


def test_kill_9_loses_no_line_that_was_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "j"
    program = textwrap.dedent(
        """
        import sys
        from datetime import UTC, datetime
        from pathlib import Path
        from agent.journal import create
        journal = create(Path(sys.argv[1]), lambda: datetime.now(UTC))
        n = 0
        while True:
            journal.append("note", {"text": str(n)})
            print(n, flush=True)
            n += 1
        """
    )
    child = subprocess.Popen([sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE)
    time.sleep(0.6)
    os.kill(child.pid, signal.SIGKILL)
    out, _ = child.communicate()
    acknowledged = out.count(b"\n")
    assert acknowledged > 10
    assert len(list(read(path))) >= acknowledged


@pytest.mark.parametrize(
    ("value", "out", "back"),
    [
        (AccountRecord("settled", 4, "main", "10.0.0.1", "", "http", 6, 400), account_out, account_in),
        (Attempt("main", "10.0.0.1", "http", "T", Outcome.SILENT, 2, 108, "x"), attempt_out, attempt_in),
        (Evidence("main", "10.0.0.1", "http", "http.title", "放射線科", "T"), evidence_out, evidence_in),
    ],
)
def test_values_come_back_as_they_went(value: object, out: Callable, back: Callable) -> None:  # type: ignore[type-arg]
    assert back(Record(1, "T", "k", out(value))) == value
