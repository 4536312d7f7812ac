"""A history of an earlier version is brought forward when it is opened, with a copy made first; nothing in it is lost."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reconciler.decisions import Decision, Verdict
from reconciler.store import StoreError, history, open_store, opened
from reconciler.store_decisions import load_decisions, save_decision, withdraw
from reconciler.store_tables import VERSION

HISTORIES = Path(__file__).with_name("histories")
OLD = sorted(HISTORIES.glob("version-*.sql"))
BOX, GUEST = "main/00:1b:21:0a:0b:0c", "main/192.0.2.9"


def raised(tmp_path: Path, script: Path) -> Path:
    """A database file as that version left it."""
    path = tmp_path / "history.sqlite"
    with closing(sqlite3.connect(path)) as file:
        file.executescript(script.read_text(encoding="utf-8"))
    return path


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as file:
        names = [name for (name,) in file.execute("select name from sqlite_master where type = 'table'")]
        return {name: sorted(file.execute(f"select * from {name}"), key=repr) for name in names}


def columns(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as file:
        names = sorted(n for (n,) in file.execute("select name from sqlite_master where type = 'table'"))
        return {n: [row[1:4] for row in file.execute(f"pragma table_info({n})")] for n in names}


def test_there_is_an_old_file_of_each_earlier_version() -> None:
    assert [path.stem for path in OLD] == [f"version-{n}" for n in range(1, VERSION)]


@pytest.mark.parametrize("script", OLD, ids=lambda path: path.stem)
def test_an_old_history_opens_with_all_that_was_in_it(script: Path, tmp_path: Path) -> None:
    path = raised(tmp_path, script)
    before = content(path)
    with opened(str(path)) as store:
        kept = load_decisions(store)
        assert [(d.verdict, d.device, d.note, d.owner) for d in kept] == [
            (Verdict.GUEST, GUEST, "業者の端末", ""),
            (Verdict.REGISTER, BOX, "", ""),
        ]
        assert history(store, "run-2").previous_run == "run-1"
        later = Decision(
            Verdict.SAME, "山田", "2026-11-09T00:00:00Z", device=BOX, other=GUEST, owner="情報", run="run-2"
        )
        save_decision(store, later)
        withdraw(store, kept[0].number, "山田", "2026-11-10T00:00:00Z")
        assert load_decisions(store) == [kept[1], later]
    after = content(path)
    for table in before.keys() - {"daicho_schema", "decisions"}:
        assert after[table] == before[table]
    assert after["daicho_schema"] == [(VERSION,)]


@pytest.mark.parametrize("script", OLD, ids=lambda path: path.stem)
def test_a_copy_is_made_first_and_never_over_another(script: Path, tmp_path: Path) -> None:
    path = raised(tmp_path, script)
    before = content(path)
    version = script.stem.removeprefix("version-")
    standing = path.with_name(f"history.sqlite.v{version}.bak")
    standing.write_bytes(b"an earlier copy")
    open_store(str(path)).close()
    assert standing.read_bytes() == b"an earlier copy"
    assert content(path.with_name(f"{standing.name}2")) == before
    open_store(str(path)).close()
    assert len(list(tmp_path.iterdir())) == 3, "the second opening brings nothing forward and copies nothing"


@pytest.mark.parametrize("script", OLD, ids=lambda path: path.stem)
def test_brought_forward_is_the_same_as_made_anew(script: Path, tmp_path: Path) -> None:
    path, fresh = raised(tmp_path, script), tmp_path / "new.sqlite"
    open_store(str(path)).close()
    open_store(str(fresh)).close()
    assert columns(path) == columns(fresh)


def test_without_room_for_a_copy_nothing_is_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = raised(tmp_path, OLD[0])
    before = content(path)
    monkeypatch.setattr("reconciler.store_tables._free_name", lambda _: tmp_path / "no" / "such" / "folder")
    with pytest.raises(StoreError, match="no copy can be made"):
        open_store(str(path))
    assert content(path) == before
