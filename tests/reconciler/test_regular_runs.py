"""What a regular run is told by, remembers, tells, and keeps: settings, outcomes, notices, copies of the history."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconciler.outcomes import Outcome, OutcomeError, Segment, from_text, last, metrics, to_remove, to_text
from reconciler.report.notice import MOST_LINES, of_new, of_quiet, of_trouble
from reconciler.settings import Keep, SettingsError, read_settings
from reconciler.store import opened
from reconciler.store_copy import CopyError, back_up, restore
from tests.reconciler.report_sample import report as sample

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 11, 26, 3, 0, tzinfo=UTC)
LEAST = 'scope = "scope.toml"\nledgers = ["a.xlsx", "/srv/b.csv"]\nruns = "runs"\nstore = "history.sqlite"\n'


# -- settings -----------------------------------------------------------------------------------


def written(folder: Path, text: str) -> Path:
    path = folder / "daicho.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_paths_are_meant_from_where_the_settings_lie(tmp_path: Path) -> None:
    told = read_settings(written(tmp_path, LEAST + '[notice]\nto = ["file:where", "env:WHERE"]\n'))
    assert told.ledgers == (tmp_path / "a.xlsx", Path("/srv/b.csv"))
    assert told.store == str(tmp_path / "history.sqlite")
    assert told.notice_to == (f"file:{tmp_path / 'where'}", "env:WHERE")
    assert told.keep == Keep()


def test_the_settings_of_the_package_are_settings() -> None:
    told = read_settings(ROOT / "packaging/debian/daicho.toml")
    assert told.scope == Path("/etc/daicho/scope.toml") and told.keep == Keep(50, 730)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "scope is missing; ledgers is missing; runs is missing; store is missing"),
        (LEAST + "colour = 1\n", "colour is unknown; known are scope"),
        (LEAST.replace('"runs"', "7"), "runs is no text"),
        (LEAST + 'lang = "fr"\n', "lang is ja or en"),
        (LEAST + "[keep]\ndays = 0\n", "keep.days is below 1"),
        (LEAST + "[keep]\nyears = 3\n", "keep.years is unknown"),
        (LEAST + '[notice]\nto = ["mailto://me:secret@mail"]\n', "a password in clear"),
        (LEAST + "[notice]\nto = [1]\n", "notice.to is a list of texts"),
        (LEAST.replace('["a.xlsx", "/srv/b.csv"]', "[]"), "a regular run needs one"),
        ("scope = ", "not TOML"),
    ],
)
def test_settings_that_cannot_be_meant_say_all_that_is_wrong(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(SettingsError, match=says.replace(".", r"\.")):
        read_settings(written(tmp_path, text))
    with pytest.raises(SettingsError, match="give --config"):
        read_settings(tmp_path / "not there")


# -- outcomes -----------------------------------------------------------------------------------


def outcome(folder: str, age: float, *, complete: bool = True, trouble: str = "") -> Outcome:
    ended = (NOW - timedelta(days=age)).isoformat()
    return Outcome(folder, ended, ended, 1, complete, trouble, 15, 18, 2, {"UNREGISTERED": 3}, {"UNREGISTERED": 1},
                   (Segment('外来 "LAN"', True, 254, 15),))  # fmt: skip


def test_an_outcome_comes_back_as_it_went() -> None:
    one = outcome("a", 1)
    assert from_text(to_text(one)) == one
    for text in (
        "",
        "[]",
        '{"schema": "daicho.outcome/2"}',
        '{"schema": "daicho.outcome/1", "segments": []}',
    ):
        with pytest.raises(OutcomeError):
            from_text(text)


def test_the_last_success_is_no_stopped_and_no_failed_run() -> None:
    runs = (outcome("a", 3), outcome("b", 2, complete=False), outcome("c", 1, trouble="no ledger"))
    latest, success = last(runs), last(runs, whole=True)
    assert latest is not None and latest.folder == "c"
    assert success is not None and success.folder == "a"
    assert last(()) is None


def test_metrics_are_the_text_that_prometheus_reads() -> None:
    lines = metrics((outcome("a", 1),), NOW).splitlines()
    told = dict(line.rsplit(" ", 1) for line in lines if not line.startswith("#"))
    assert float(told["daicho_last_success_timestamp_seconds"]) == (NOW - timedelta(days=1)).timestamp()
    assert told['daicho_segment_answered{segment="外来 \\"LAN\\""}'] == "15"
    assert told['daicho_findings_new{kind="UNREGISTERED"}'] == "1" and told["daicho_overdue"] == "2"
    helped = [line.split()[2] for line in lines if line.startswith("# HELP")]
    typed = [line.split()[2] for line in lines if line.startswith("# TYPE")]
    assert helped == typed and len(set(helped)) == len(helped)
    assert "last_success" not in metrics((), NOW)


AGES = st.lists(st.tuples(st.floats(0, 3000), st.booleans()), max_size=40)


@given(AGES, st.integers(1, 20), st.integers(1, 1000))
def test_what_is_removed_is_old_and_whole_and_not_among_the_latest(
    ages: list[tuple[float, bool]], runs: int, days: int
) -> None:
    known = {f"r{i:02}": outcome(f"r{i:02}", age, complete=whole) for i, (age, whole) in enumerate(ages)}
    gone = to_remove(known, NOW, runs, days)
    stay = [name for name in known if name not in gone]
    assert all(known[name].complete for name in gone)
    assert sum(known[name].complete for name in stay) >= min(runs, sum(o.complete for o in known.values()))
    for name in gone:
        assert NOW - datetime.fromisoformat(known[name].ended) > timedelta(days=days)


# -- notices ------------------------------------------------------------------------------------


def test_each_finding_is_told_once_and_again_only_where_it_came_back() -> None:
    report = sample()
    first = of_new(report, (), "/runs/1", "ja")
    assert first is not None and str(len(report.items)) in first.title
    assert of_new(report, first.told, "/runs/2", "ja") is None
    missing = first.told - {report.items[0].difference.id}
    again = of_new(report, missing, "/runs/3", "ja")
    assert again is not None and "1件" in again.title and "No.1" in again.text


def test_a_notice_is_short_and_nothing_in_it_drives_a_terminal() -> None:
    report = sample()
    first = report.items[0]
    items = (replace(first, number=n, difference=replace(first.difference, id=str(n))) for n in range(500))
    many = replace(report, items=tuple(items))
    notice = of_new(many, (), "/runs/\x1b[31m1", "en")
    assert notice is not None and len(notice.text.splitlines()) <= MOST_LINES + 5
    assert "and 480 more" in notice.text and "\x1b" not in notice.text + notice.title


def test_quiet_and_trouble_are_told_in_both_languages() -> None:
    report = sample()
    assert "7日間" in of_quiet(report, 7, "/runs/1", "ja").title
    assert "for 7 days" in of_quiet(report, 7, "/runs/1", "en").title
    assert "no such file" in of_trouble("ledger.xlsx: no such file", "ja").text


# -- copies of the history ----------------------------------------------------------------------


def history(path: Path) -> Path:
    with opened(str(path)):
        return path


def test_a_copy_is_whole_also_while_somebody_writes(tmp_path: Path) -> None:
    store = history(tmp_path / "history.sqlite")
    with sqlite3.connect(store) as writing:
        writing.execute("CREATE TABLE half (word)")
        writing.commit()
        writing.execute("INSERT INTO half VALUES ('not yet')")
        assert back_up(store, tmp_path / "copy") > 0
        writing.rollback()
    with sqlite3.connect(tmp_path / "copy") as copy:
        assert copy.execute("SELECT count(*) FROM half").fetchone() == (0,)
    assert (tmp_path / "copy").stat().st_mode & 0o077 == 0


def test_a_restore_puts_aside_what_was_there(tmp_path: Path) -> None:
    store = history(tmp_path / "history.sqlite")
    back_up(store, tmp_path / "copy")
    with sqlite3.connect(store) as later:
        later.execute("CREATE TABLE later (word)")
    aside = restore(tmp_path / "copy", store, NOW)
    assert aside is not None and aside.name == "history.sqlite.before-20261126T030000"
    for path, there in ((store, 0), (aside, 1)):
        with sqlite3.connect(path) as opened_again:
            found = opened_again.execute("SELECT count(*) FROM sqlite_master WHERE name = 'later'").fetchone()
        assert found == (there,)
    assert restore(tmp_path / "copy", tmp_path / "new.sqlite", NOW) is None


def test_no_copy_is_made_of_what_is_no_history(tmp_path: Path) -> None:
    store = history(tmp_path / "history.sqlite")
    (tmp_path / "text").write_text("not a database, and long enough to be looked at" * 40)
    sqlite3.connect(tmp_path / "other").executescript("CREATE TABLE notes (word);")
    damaged = tmp_path / "damaged"
    octets = bytearray(store.read_bytes())
    octets[4096:8192] = b"\xff" * 4096
    damaged.write_bytes(octets)
    for source in ("text", "other", "damaged", "not there"):
        with pytest.raises(CopyError):
            back_up(tmp_path / source, tmp_path / "copy")
        with pytest.raises(CopyError):
            restore(tmp_path / source, store, NOW)
    with pytest.raises(CopyError, match="not overwritten"):
        back_up(store, store)
    left = sorted(p.name for p in tmp_path.iterdir())
    assert left == ["damaged", "history.sqlite", "other", "text"], "nothing half made is left"
