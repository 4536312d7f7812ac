"""`daicho decide`, as a person runs it: what it says, how it ends, and that a judgement of boxes reaches the next report."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from reconciler.cli import daicho
from reconciler.commands.outcome import CommandError, Exit
from tests.reconciler.decide_scene import DEVICES, HEAD, ITEMS


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole run with its journal and a first report in a history."""
    folder = tmp_path_factory.mktemp("run")
    assert ask("demo", "--replay", "--out", folder).exit_code == 0
    return folder


def ask(*words: object) -> Result:
    return CliRunner().invoke(daicho, [str(word) for word in words], standalone_mode=False)


def reported(run: Path, store: Path, out: Path) -> Path:
    ask("report", run / "findings.json", run / "ledger.xlsx", "--store", store, "--out", out)
    return out / "report.xlsx"


def filled(report: Path, sheet: str, what: str, **cells: object) -> Path:
    book = openpyxl.load_workbook(report)
    page = book[sheet]
    columns = {str(c.value): c.column for c in page[HEAD]}
    line = next(
        r[0].row for r in page.iter_rows(min_row=HEAD + 1) if any(what in str(c.value) for c in r[:-1])
    )
    for heading, value in cells.items():
        column = next(n for name, n in columns.items() if name.startswith(heading))
        page.cell(line, column).value = value  # type: ignore[assignment]
    path = report.with_name(f"filled-{sheet}.xlsx")
    book.save(path)
    return path


def devices(path: Path) -> list[tuple[str, str]]:
    """IP and MAC addresses of each device of a report."""
    page = openpyxl.load_workbook(path)[DEVICES]
    heads = [c.value for c in page[HEAD]]
    at = heads.index("IPアドレス"), heads.index("MACアドレス")
    return [(str(r[at[0]].value or ""), str(r[at[1]].value or "")) for r in page.iter_rows(min_row=HEAD + 1)]


def test_from_the_workbook_to_the_list_and_back(run: Path, tmp_path: Path) -> None:
    store = tmp_path / "history.sqlite"
    path = filled(reported(run, store, tmp_path / "1"), ITEMS, "raspberrypi", 判定="来客・一時", 備考="業者")
    tried = ask("decide", path, "--store", store, "--who", "田中", "--dry-run")
    assert tried.exit_code == 0 and "まだ何も保存していません" in tried.output
    assert "有効な判定はありません" in ask("decide", "--list", "--store", store).output
    assert "取り込んだ判定 1件" in ask("decide", path, "--store", store, "--who", "田中").output
    assert "判定 1" in ask("decide", "--list", "--store", store).output
    assert "山田" in ask("decide", "--withdraw", 1, "--who", "山田", "--store", store).output
    assert "有効な判定はありません" in ask("decide", "--list", "--store", store).output
    (kept,) = json.loads(ask("decide", "--history", "--json", "--store", store).output)
    assert (kept["verdict"], kept["who"], kept["withdrawn_by"]) == ("guest", "田中", "山田")


def test_problems_are_told_with_their_cells_and_end_with_2(run: Path, tmp_path: Path) -> None:
    store = tmp_path / "history.sqlite"
    path = filled(reported(run, store, tmp_path / "1"), ITEMS, "raspberrypi", 判定="撤去")
    done = ask("decide", path, "--store", store, "--who", "田中")
    assert done.return_value == Exit.USAGE
    assert (
        f"{ITEMS}!" in done.output
        and "担当が必要です" in done.output
        and "何も取り込んでいません" in done.output
    )


@pytest.mark.parametrize(
    ("meaning", "content", "said"),
    [
        ("a ledger", None, "目印が見つかりません"),
        ("no workbook", b"%PDF-1.7 ...", "PDF"),
        ("an encrypted one", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ""),
    ],
)
def test_what_is_not_our_workbook(
    meaning: str, content: bytes | None, said: str, run: Path, tmp_path: Path
) -> None:
    store = tmp_path / "history.sqlite"
    reported(run, store, tmp_path / "1")
    path = run / "ledger.xlsx"
    if content is not None:
        path = tmp_path / "other.xlsx"
        path.write_bytes(content)
    done = ask("decide", path, "--store", store, "--who", "田中")
    assert isinstance(done.exception, CommandError), meaning
    assert said in str(done.exception) and len(str(done.exception)) > 20


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--list", "--store", "/no/such/history.sqlite"), "is not there"),
        (("--store", "{store}", "--who", "田中"), "give the workbook"),
        (("{run}/report.xlsx", "--store", "{store}"), "--who NAME"),
        (("--withdraw", "9", "--who", "田中", "--store", "{store}"), "there is no decision 9"),
    ],
)
def test_what_cannot_be_asked_so(words: tuple[str, ...], said: str, run: Path, tmp_path: Path) -> None:
    store = tmp_path / "history.sqlite"
    reported(run, store, tmp_path / "1")
    done = ask("decide", *(word.format(store=store, run=run) for word in words))
    assert isinstance(done.exception, CommandError) and said in str(done.exception)


def test_two_devices_that_are_one_are_one_in_the_next_report_and_two_when_it_is_taken_back(
    run: Path, tmp_path: Path
) -> None:
    store = tmp_path / "history.sqlite"
    first = reported(run, store, tmp_path / "1")
    before = devices(first)
    assert ("10.20.1.163", "") not in before
    (one,) = (d for d in before if d[0] == "10.20.1.163")
    (other,) = (d for d in before if d[0] == "10.20.1.254")
    path = filled(first, DEVICES, one[0], 判定="同一", 相手=other[0])
    assert "取り込んだ判定 1件" in ask("decide", path, "--store", store, "--who", "田中").output
    joined = devices(reported(run, store, tmp_path / "2"))
    assert len(joined) == len(before) - 1
    assert any(one[0] in ips and other[0] in ips for ips, _ in joined)
    ask("decide", "--withdraw", 1, "--who", "田中", "--store", store)
    assert devices(reported(run, store, tmp_path / "3")) == before


def test_a_judgement_of_boxes_without_the_journal_waits_and_the_report_says_so(
    run: Path, tmp_path: Path
) -> None:
    store = tmp_path / "history.sqlite"
    first = reported(run, store, tmp_path / "1")
    path = filled(first, DEVICES, "10.20.1.163", 判定="同一", 相手="10.20.1.254")
    ask("decide", path, "--store", store, "--who", "田中")
    alone = tmp_path / "alone"
    alone.mkdir()
    (alone / "findings.json").write_bytes((run / "findings.json").read_bytes())
    (alone / "ledger.xlsx").write_bytes((run / "ledger.xlsx").read_bytes())
    again = reported(alone, store, tmp_path / "2")
    assert devices(again) == devices(first)
    cells = [str(c.value) for page in openpyxl.load_workbook(again) for row in page.iter_rows() for c in row]
    assert any("同一・別物の判定" in text for text in cells)


def test_a_workbook_that_is_not_there_is_not_called_a_ledger(run: Path, tmp_path: Path) -> None:
    store = tmp_path / "history.sqlite"
    reported(run, store, tmp_path / "1")
    said = ask("decide", tmp_path / "x.xlsx", "--store", store, "--who", "田中").exception
    assert isinstance(said, CommandError) and "report.xlsx" in str(said) and "ledger" not in str(said)
