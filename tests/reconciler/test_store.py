"""The history keeps runs, knows devices again, and says clearly when it cannot be used."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from agent.device import Device
from agent.findings import Coverage, Findings
from reconciler import store_tables
from reconciler.decisions import Decision, DecisionError, Verdict
from reconciler.diff import reconcile
from reconciler.ledger.asset import Asset
from reconciler.patience import Absence
from reconciler.store import Store, StoreError, absences, history, open_store, save_run
from reconciler.store_decisions import load_decisions, save_decision
from tests.builders import complete_asset, device, findings, ledger, network

MAC_A, MAC_B = "00:1b:21:0a:0b:0c", "3c:7c:3f:11:22:33"
DAY_1, DAY_2, DAY_3 = "2026-11-01T10:00:00Z", "2026-11-02T10:00:00Z", "2026-11-03T10:00:00Z"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(str(tmp_path / "history.sqlite"))
    yield opened
    opened.close()


def keep(
    store: Store,
    run: str,
    ended: str,
    devices: Sequence[Device] = (),
    rows: Sequence[Asset] = (),
    coverage: Sequence[Coverage] | None = None,
    complete: bool = True,
) -> Findings:
    seen = findings(*devices, run=run, ended=ended, coverage=coverage, complete=complete)
    save_run(store, seen, reconcile(seen, [ledger(*rows)], load_decisions(store, seen.devices)))
    return seen


def dump(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with sqlite3.connect(path) as file:
        tables = [name for (name,) in file.execute("select name from sqlite_master where type = 'table'")]
        return {t: sorted(file.execute(f"select * from {t}"), key=repr) for t in tables}


def test_the_second_run_tells_what_is_new_and_what_is_gone(store: Store) -> None:
    row = complete_asset("T1", ip="10.0.0.5")
    keep(store, "r1", DAY_1, [device("d1", mac=MAC_A)], [row])
    first = history(store, "r1")
    assert (first.previous_run, first.new, first.gone) == ("", frozenset(), ())
    assert first.first_seen == {"UNREGISTERED|d1": DAY_1, "NOT_SEEN|tag:T1": DAY_1}

    keep(
        store,
        "r2",
        DAY_2,
        [device("d1", mac=MAC_A), device("d2", mac=MAC_B), device("d3", ip="10.0.0.5")],
        [row],
    )
    second = history(store, "r2")
    assert (second.previous_run, second.previous_ended) == ("r1", DAY_1)
    assert second.new == {"UNREGISTERED|d2"}
    assert second.first_seen == {"UNREGISTERED|d1": DAY_1, "UNREGISTERED|d2": DAY_2}
    assert [(g.id, g.kind, g.what) for g in second.gone] == [("NOT_SEEN|tag:T1", "NOT_SEEN", "tag:T1")]
    assert second.device_first_seen == {"d1": DAY_1, "d2": DAY_2, "d3": DAY_2}
    assert second.device_last_before == {"d1": DAY_1}
    assert second.row_last_seen == {"tag:T1": DAY_2}


def test_how_often_a_row_was_not_seen_since_it_was_seen_last(store: Store) -> None:
    row, d = complete_asset("T1", ip="10.0.0.5"), device("d1", ip="10.0.0.5")
    dark = [network(looked=False)]
    days = [f"2026-11-{n:02}T10:00:00Z" for n in range(1, 8)]
    for day, there, coverage in zip(
        days, (False, True, False, False, False, True, False), (None, None, None, dark, None, None, None),
        strict=True,
    ):  # fmt: skip
        keep(store, day, day, [d] if there else [], [row], coverage)
    assert absences(store, "now", days[2]) == {}
    assert absences(store, "now", days[4]) == {"tag:T1": Absence(1, days[2])}, "a run that did not look"
    assert absences(store, "now", days[5]) == {"tag:T1": Absence(2, days[2])}
    assert absences(store, "now", days[6]) == {}
    assert absences(store, days[6], "2026-11-08T10:00:00Z") == {}, "a run that is saved again"


def test_when_a_missing_row_was_last_seen(store: Store) -> None:
    row = complete_asset("T1", mac=MAC_A)
    keep(store, "r1", DAY_1, [device("d1", mac=MAC_A)], [row])
    keep(store, "r2", DAY_2, [], [row])
    found = history(store, "r2")
    assert found.new == {"NOT_SEEN|tag:T1"} and found.row_last_seen == {"tag:T1": DAY_1}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (device("old-id", mac=MAC_A), device("new-id", mac=(MAC_A, MAC_B))),
        (device("old-id", serial="ABC12345", vendor="Ricoh"), device("new-id", serial="ABC12345", vendor="Ricoh", ip="10.0.0.9")),
    ],
)  # fmt: skip
def test_a_device_whose_id_changed_is_known_again(store: Store, before: Device, after: Device) -> None:
    keep(store, "r1", DAY_1, [before])
    keep(store, "r2", DAY_2, [after])
    found = history(store, "r2")
    assert found.new == frozenset() and found.gone == ()
    assert found.first_seen == {"UNREGISTERED|new-id": DAY_1}
    assert found.device_first_seen == {"new-id": DAY_1}
    keep(store, "r3", DAY_3, [before])
    assert history(store, "r3").first_seen == {"UNREGISTERED|old-id": DAY_1}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (device("d1", mac="02:11:22:33:44:55"), [device("d2", mac="02:11:22:33:44:55")]),
        (device("d1", mac="00:00:5e:00:01:01"), [device("d2", mac="00:00:5e:00:01:01")]),
        (device("d1", host="PC-1"), [device("d2", host="PC-1")]),
        (device("d1", mac=MAC_A), [device("d2", mac=MAC_A), device("d3", mac=MAC_A)]),
        (device("d1", serial="ABC12345", vendor="Ricoh"), [device("d2", serial="ABC12345", vendor="NEC")]),
        (device("d1", mac=MAC_A), [device("d1", mac=MAC_B), device("d2", mac=MAC_A)]),
    ],
)
def test_what_is_no_identity_links_nothing(store: Store, before: Device, after: list[Device]) -> None:
    keep(store, "r1", DAY_1, [before])
    keep(store, "r2", DAY_2, after)
    first = history(store, "r2").device_first_seen
    assert [first[d.id] for d in after if d.id != "d1"] == [DAY_2] * len([d for d in after if d.id != "d1"])


def test_saving_a_run_again_replaces_it(store: Store, tmp_path: Path) -> None:
    devices, rows = [device("d1", mac=MAC_A), device("d2", mac=MAC_B)], [complete_asset("T1", ip="10.0.0.5")]
    keep(store, "r1", DAY_1, devices, rows)
    once = dump(tmp_path / "history.sqlite")
    keep(store, "r1", DAY_1, devices, rows)
    assert dump(tmp_path / "history.sqlite") == once
    keep(store, "r1", DAY_1, devices[:1])
    assert set(history(store, "r1").first_seen) == {"UNREGISTERED|d1"}


def test_a_run_that_is_saved_late_takes_its_place_by_time(store: Store) -> None:
    keep(store, "r2", DAY_2, [device("d1", mac=MAC_A)])
    keep(store, "r1", DAY_1, [device("d1", mac=MAC_A)])
    assert history(store, "r2").previous_run == "r1"
    assert history(store, "r2").first_seen == {"UNREGISTERED|d1": DAY_1}
    assert history(store, "r1").previous_run == ""
    assert history(store, "r1").first_seen == {"UNREGISTERED|d1": DAY_1}


def test_a_run_that_looked_at_less_does_not_declare_gone_what_it_did_not_see(store: Store) -> None:
    ward = network("10.0.1.0/24", segment="ward")
    both = [device("d1", mac=MAC_A), device("d2", mac=MAC_B, ip="10.0.1.5", segment="ward")]
    keep(store, "r1", DAY_1, both, coverage=[network(), ward])
    keep(store, "r2", DAY_2, [], coverage=[network()])
    assert history(store, "r2").gone == ()
    keep(store, "r3", DAY_3, [], coverage=[network()], complete=False)
    assert history(store, "r3").gone == ()


def test_what_is_settled_on_a_device_that_was_seen_is_gone_also_in_a_smaller_run(store: Store) -> None:
    d = device("d1", mac=MAC_A, host="NEW-1")
    keep(
        store,
        "r1",
        DAY_1,
        [d],
        [complete_asset("T1", mac=MAC_A, hostname="OLD-1")],
        [network(), network("10.0.1.0/24")],
    )
    keep(store, "r2", DAY_2, [d], [complete_asset("T1", mac=MAC_A, hostname="NEW-1")], [network()])
    assert [g.id for g in history(store, "r2").gone] == ["CHANGED|tag:T1|hostname"]


def test_decisions_come_back_and_follow_the_device(store: Store) -> None:
    keep(store, "r1", DAY_1, [device("old-id", mac=MAC_A)])
    about_device = Decision(
        Verdict.GUEST, "山田", "2026-11-01", device="old-id", expires="2027-03-31", note="業者"
    )
    about_one = Decision(
        Verdict.REGISTER, "山田", "2026-11-01T01:00:00Z", device="old-id", difference="UNREGISTERED|old-id"
    )
    for decision in (about_device, about_one, about_device):
        save_decision(store, decision)
    assert load_decisions(store) == [about_device, about_one]
    now = [device("new-id", mac=(MAC_A, MAC_B))]
    followed = load_decisions(store, now)
    assert [(d.device, d.difference) for d in followed] == [
        ("new-id", ""),
        ("new-id", "UNREGISTERED|new-id"),
    ]
    seen = findings(*now)
    result = reconcile(seen, [], load_decisions(store, seen.devices))
    assert [d.kind.value for d in result.differences] == ["GUEST"]


def test_a_decision_that_cannot_be_meant_is_not_kept(store: Store) -> None:
    with pytest.raises(DecisionError):
        save_decision(store, Decision(Verdict.SAME, "山田", "2026-11-01", device="d1"))
    assert load_decisions(store) == []


def test_a_decision_about_a_device_outlives_two_changes_of_its_id(store: Store) -> None:
    keep(store, "r1", DAY_1, [device("a", mac=MAC_A)])
    keep(store, "r2", DAY_2, [device("b", mac=(MAC_A, MAC_B))])
    save_decision(store, Decision(Verdict.GUEST, "山田", DAY_2, device="b"))
    assert [d.device for d in load_decisions(store, [device("c", mac=MAC_B)])] == ["c"]


# -- when it cannot be used ----------------------------------------------------------------------


def test_a_newer_history_is_refused_and_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite"
    open_store(str(path)).close()
    with sqlite3.connect(path) as file:
        file.execute("update daicho_schema set version = 99")
    file.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="version 99"):
        open_store(str(path))
    assert path.read_bytes() == before


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "ledger.xlsx"
    path.write_bytes(b"PK\x03\x04" + b"no database at all" * 100)
    with pytest.raises(StoreError, match="not a history"):
        open_store(str(path))


def test_somebody_elses_database_is_not_written_to(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as file:
        file.execute("create table runs (x integer)")
    file.close()
    with pytest.raises(StoreError, match="not ours"):
        open_store(str(path))
    assert list(dump(path)) == ["runs"]


def test_a_locked_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "history.sqlite"
    open_store(str(path)).close()
    monkeypatch.setattr(store_tables, "WAIT_FOR_LOCK", 0.05)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreError, match="another daicho"):
        open_store(str(path))
    other.close()
    open_store(str(path)).close()


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("/no/such/folder/history.sqlite", "folder"),
        ("nonsense://", "not a database URL"),
        ("mssql+pyodbc://server/db", "driver"),
    ],
)
def test_an_address_that_cannot_be_used(url: str, problem: str) -> None:
    with pytest.raises(StoreError, match=problem):
        open_store(url)


def test_an_unknown_run(store: Store) -> None:
    with pytest.raises(StoreError, match="not in this history"):
        history(store, "r9")


def test_a_run_that_fails_half_way_leaves_the_earlier_one(store: Store, tmp_path: Path) -> None:
    keep(store, "r1", DAY_1, [device("d1", mac=MAC_A)])
    before = dump(tmp_path / "history.sqlite")
    twins = findings(device("d1", mac=MAC_A), device("d1", mac=MAC_B), run="r1", ended=DAY_1)
    with pytest.raises(StoreError):
        save_run(store, twins, reconcile(twins, []))
    assert dump(tmp_path / "history.sqlite") == before


def test_a_disk_that_is_full_while_the_history_is_made_leaves_nothing_half_made(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite"
    code = (
        "import resource, sys\n"
        "from reconciler.store import StoreError, open_store\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))\n"
        "try:\n    open_store(sys.argv[1])\nexcept StoreError as error:\n    print('refused', error)\n"
    )
    root = Path(__file__).parents[2]
    shown = subprocess.run(
        [sys.executable, "-c", code, str(path)], cwd=root, capture_output=True, text=True, check=True
    )
    assert shown.stdout.startswith("refused")
    assert dump(path) == {}
    open_store(str(path)).close()


def test_reconciling_loads_no_database_and_no_fuzzy_matcher() -> None:
    code = (
        "import sys; import reconciler.diff; "
        "heavy = {'sqlalchemy', 'rapidfuzz', 'openpyxl', 'scapy', 'pysnmp', 'xlsxwriter', 'jinja2'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    root = Path(__file__).parents[2]
    shown = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"
