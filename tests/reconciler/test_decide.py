"""The officer's workbook comes back: read wherever its lines stand, taken over whole or not at all."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from agent.device import Device
from reconciler.decisions import Decision, Verdict
from reconciler.ledger.asset import Asset
from reconciler.report.entries import ENTRIES
from reconciler.report.model import Report
from reconciler.report.wording import Language
from reconciler.store import open_store
from reconciler.store_decisions import all_decisions, load_decisions
from reconciler.store_tables import Store
from tests.builders import complete_asset, device
from tests.reconciler.decide_scene import (
    DEVICES,
    HEAD,
    ITEMS,
    ROWS,
    TODAY,
    Desk,
    audited,
    put,
    read,
    rearrange,
    taken,
    told,
)

DAY_1, DAY_2, DAY_3 = "2026-11-20T10:00:00Z", "2026-11-27T10:00:00Z", "2026-12-04T10:00:00Z"
NAS, PC, CAMERA = "00:1b:21:00:00:01", "00:1b:21:00:00:02", "00:1b:21:00:00:03"
BOXES = [
    device(f"main/{NAS}", mac=NAS, ip="10.0.0.1", host="NAS-1", class_="storage"),
    device(f"main/{PC}", mac=PC, ip=["10.0.0.2", "10.0.0.12"], host="PC-2", class_="terminal"),
    device(f"main/{CAMERA}", mac=CAMERA, ip="10.0.0.3", host="CAM-3", class_="camera"),
]
LINES = [
    complete_asset("PC-0002", name="外来受付PC", mac=PC, hostname="OLD-PC", row=2),
    complete_asset("SV-0009", name="給食サーバー", ip="10.0.0.9", row=3),
    complete_asset("SV-0010", name="旧サーバー", ip="10.0.0.10", row=4),
]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(str(tmp_path / "history.sqlite"))
    yield opened
    opened.close()


@pytest.fixture
def report(store: Store) -> Report:
    return audited(store, "run-1", DAY_1, BOXES, LINES)


def in_force(store: Store) -> set[tuple[str, str, str, str]]:
    return {(d.verdict.value, d.device or d.row, d.owner, d.until) for d in load_decisions(store)}


# -- what is taken over --------------------------------------------------------------------------


def test_what_was_decided_stands_in_the_next_workbook_and_says_nothing_new(
    store: Store, report: Report, tmp_path: Path
) -> None:
    desk = Desk(report)
    desk.write(ITEMS, "NAS-1", 判定="台帳に追加", 担当="情報システム課", 期限=date(2026, 12, 31), 備考="=1+1")
    desk.write(ROWS, "SV-0009", 判定="様子を見る", 期限="令和8年12月10日")
    made = taken(store, desk.saved(tmp_path / "filled.xlsx"))
    assert (told(made), len(made.new)) == ({}, 2)
    assert in_force(store) == {
        ("register", f"main/{NAS}", "情報システム課", "2026-12-31"),
        ("ignore", "tag:SV-0009", "", "2026-12-10"),
    }
    again = Desk(audited(store, "run-2", DAY_2, BOXES, LINES))
    line = again.line(ITEMS, "NAS-1")
    assert again.book[ITEMS].cell(line, again.column(ITEMS, "判定")).value == "台帳に追加"
    note = again.book[ITEMS].cell(line, again.column(ITEMS, "備考"))
    assert (note.value, note.data_type) == ("=1+1", "s"), "a note that begins with = is text"
    made = taken(store, again.saved(tmp_path / "again.xlsx"), who="山田")
    assert (told(made), len(made.new), made.unchanged) == ({}, 0, 2)


def test_the_same_workbook_twice_is_taken_over_once(store: Store, report: Report, tmp_path: Path) -> None:
    desk = Desk(report)
    desk.write(ITEMS, "NAS-1", 判定="撤去", 担当="田中", 期限="2026/12/1")
    path = desk.saved(tmp_path / "filled.xlsx")
    taken(store, path)
    before = all_decisions(store)
    made = taken(store, path, who="山田", today=date(2027, 1, 1))
    assert (told(made), made.new) == ({}, ()), "not even the date that has passed since is a problem"
    assert all_decisions(store) == before


def test_dry_changes_nothing(store: Store, report: Report, tmp_path: Path) -> None:
    desk = Desk(report)
    desk.write(ITEMS, "NAS-1", 判定="来客・一時")
    assert len(taken(store, desk.saved(tmp_path / "f.xlsx"), dry=True).new) == 1
    assert all_decisions(store) == []


def test_who_changes_the_mind_replaces_the_earlier_word_and_the_history_keeps_it(
    store: Store, report: Report, tmp_path: Path
) -> None:
    desk = Desk(report)
    desk.write(ITEMS, "NAS-1", 判定="来客・一時")
    taken(store, desk.saved(tmp_path / "f.xlsx"))
    again = Desk(audited(store, "run-2", DAY_2, BOXES, LINES))
    again.write(DEVICES, "NAS-1", 判定="撤去", 担当="鈴木", 期限="2027/1/15")
    assert told(taken(store, again.saved(tmp_path / "g.xlsx"), who="山田", at=DAY_2)) == {}
    assert [(k.decision.verdict, k.withdrawn_by, k.withdrawn_at) for k in all_decisions(store)] == [
        (Verdict.GUEST, "山田", DAY_2),
        (Verdict.RETIRE, "", ""),
    ]


def test_a_pair_that_was_ambiguous_is_settled_in_the_next_run(store: Store, tmp_path: Path) -> None:
    twins = [device(f"main/10.0.0.{n}", ip=f"10.0.0.{n}", host="PC-1") for n in (21, 22)]
    rows = [complete_asset("T1", hostname="PC-1", row=2)]
    desk = Desk(audited(store, "run-1", DAY_1, twins, rows))
    desk.write(ITEMS, "10.0.0.22", 判定="同一")
    assert told(taken(store, desk.saved(tmp_path / "f.xlsx"))) == {}
    after = audited(store, "run-2", DAY_2, twins, rows)
    assert [(line.match.tag, line.match.judgement) for line in after.devices if line.match] == [
        ("T1", "same")
    ]


def test_rows_and_devices_are_named_by_tag_place_or_address(
    store: Store, report: Report, tmp_path: Path
) -> None:
    desk = Desk(report)
    desk.write(DEVICES, "NAS-1", 判定="同一", 相手="ＳＶ−０００９")
    desk.write(ROWS, "SV-0010", 判定="別物", 相手="00-1B-21-00-00-03")
    desk.write(DEVICES, "10.0.0.12", 判定="別物", 相手="10.0.0.12")
    assert told(taken(store, desk.saved(tmp_path / "f.xlsx"))) == {}
    assert {(d.verdict.value, d.device, d.row, d.other) for d in load_decisions(store)} == {
        ("same", f"main/{NAS}", "tag:SV-0009", ""),
        ("different", f"main/{CAMERA}", "tag:SV-0010", ""),
        ("different", f"main/{PC}", "", "main/10.0.0.12"),
    }


# -- how it comes back ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["台帳に追加", "追加", "　登録 ", "台帳に追加（至急）", "register", "Add to ledger", "ADD"]
)
def test_a_verdict_in_many_spellings(text: str, store: Store, report: Report, tmp_path: Path) -> None:
    desk = Desk(report)
    desk.write(ITEMS, "NAS-1", 判定=text, 担当="田中")
    assert told(taken(store, desk.saved(tmp_path / "f.xlsx"))) == {}
    assert [d.verdict for d in load_decisions(store)] == [Verdict.REGISTER]


@pytest.mark.parametrize(
    "value",
    [date(2026, 12, 10), 46366.4, 46366, "46366", "2026/12/10", "２０２６年１２月１０日",
     "令和8年12月10日", "令和８年１２月１０日", "R8.12.10", "2026-12-10", "20261210"],
)  # fmt: skip
def test_a_date_in_many_spellings(value: object, store: Store, report: Report, tmp_path: Path) -> None:
    desk = Desk(report)
    desk.write(ITEMS, "NAS-1", 判定="様子を見る", 期限=value)
    assert told(taken(store, desk.saved(tmp_path / "f.xlsx"))) == {}
    assert [d.expires for d in load_decisions(store)] == ["2026-12-10"]


def test_columns_that_were_moved_and_lines_above(store: Store, report: Report, tmp_path: Path) -> None:
    desk = Desk(report)
    desk.write(ITEMS, "NAS-1", 判定="来客・一時", 備考="業者")
    sheet = desk.book[ITEMS]
    sheet.insert_rows(1, 2)
    sheet.insert_cols(2)
    del desk.book["送信記録"]
    assert told(taken(store, desk.saved(tmp_path / "f.xlsx"))) == {}
    assert [(d.verdict, d.note) for d in load_decisions(store)] == [(Verdict.GUEST, "業者")]


def test_an_english_workbook(store: Store, report: Report, tmp_path: Path) -> None:
    desk = Desk(report, "en")
    sheet = desk.book.worksheets[1].title
    line = desk.line(sheet, "NAS-1")
    for heading, value in (("Decision", "Take away"), ("In charge", "IT")):
        column = [c.column for c in desk.book[sheet][HEAD] if str(c.value).startswith(heading)]
        desk.book[sheet].cell(line, (column or [desk.column(sheet, "Owner")])[0]).value = value
    assert told(taken(store, desk.saved(tmp_path / "f.xlsx"))) == {}
    assert [d.verdict for d in load_decisions(store)] == [Verdict.RETIRE]


# -- what stands in the way ----------------------------------------------------------------------

WRONG: list[tuple[str, str, str, dict[str, object], str]] = [
    ("an unknown verdict", ITEMS, "NAS-1", {"判定": "要検討"}, "verdict"),
    ("a date in the past", ITEMS, "NAS-1", {"判定": "様子を見る", "期限": "2026/11/20"}, "past"),
    ("a date that is a slip", ITEMS, "NAS-1", {"判定": "様子を見る", "期限": "2096/11/20"}, "far"),
    ("no whole date", ITEMS, "NAS-1", {"判定": "様子を見る", "期限": "2026年12月"}, "date"),
    ("a date of no era", ITEMS, "NAS-1", {"判定": "様子を見る", "期限": "8/12/10"}, "date"),
    ("no date to watch until", ITEMS, "NAS-1", {"判定": "様子を見る"}, "no_date"),
    ("nobody to do it", ITEMS, "NAS-1", {"判定": "撤去"}, "no_owner"),
    ("same as what", DEVICES, "NAS-1", {"判定": "同一"}, "no_partner"),
    ("a partner that is not there", DEVICES, "NAS-1", {"判定": "別物", "相手": "ZZ-1"}, "partner"),
    (
        "a partner of a verdict without",
        DEVICES,
        "NAS-1",
        {"判定": "来客", "相手": "SV-0009"},
        "partner_unused",
    ),
    ("the same as itself", DEVICES, "NAS-1", {"判定": "同一", "相手": "10.0.0.1"}, "itself"),
    ("a guest without a device", ITEMS, "SV-0009", {"判定": "来客・一時"}, "no_device"),
    ("what has a row is added", DEVICES, "10.0.0.12", {"判定": "台帳に追加", "担当": "田中"}, "has_row"),
    ("what has no row is mended", ITEMS, "NAS-1", {"判定": "台帳を修正", "担当": "田中"}, "no_row"),
]


@pytest.mark.parametrize(("meaning", "sheet", "what", "cells", "code"), WRONG, ids=[w[0] for w in WRONG])
def test_one_wrong_line_and_nothing_is_taken_over(
    meaning: str, sheet: str, what: str, cells: dict[str, object], code: str,
    store: Store, report: Report, tmp_path: Path,
) -> None:  # fmt: skip
    desk = Desk(report)
    desk.write(ITEMS, "CAM-3", 判定="来客・一時")
    desk.write(sheet, what, **cells)
    problems = told(taken(store, desk.saved(tmp_path / "f.xlsx")))
    line = desk.line(sheet, what)
    assert list(problems.values()) == [code], meaning
    assert [cell.startswith(f"{sheet}!") and cell.endswith(str(line)) for cell in problems] == [True]
    assert all_decisions(store) == []


def test_two_lines_that_decide_one_device_differently(store: Store, report: Report, tmp_path: Path) -> None:
    desk = Desk(report)
    one = desk.write(ITEMS, "NAS-1", 判定="台帳に追加", 担当="田中")
    other = desk.write(DEVICES, "NAS-1", 判定="来客・一時")
    made = taken(store, desk.saved(tmp_path / "f.xlsx"))
    assert told(made) == {f"{ITEMS}!{one}": "fates", f"{DEVICES}!{other}": "fates"}
    assert made.problems[0].values["other"] in (f"{ITEMS}!{one}", f"{DEVICES}!{other}")


def test_a_copied_line_that_says_otherwise(store: Store, report: Report, tmp_path: Path) -> None:
    desk = Desk(report)
    line = desk.line(ITEMS, "NAS-1")
    desk.write(ITEMS, line, 判定="撤去", 担当="田中")
    sheet = desk.book[ITEMS]
    copy = sheet.max_row + 1
    for cell in sheet[line]:
        sheet.cell(copy, cell.column).value = cell.value
    assert told(taken(store, desk.saved(tmp_path / "same.xlsx"), dry=True)) == {}
    desk.write(ITEMS, copy, 担当="鈴木")
    assert set(told(taken(store, desk.saved(tmp_path / "f.xlsx"))).values()) == {"twice"}


def test_against_a_decision_that_the_workbook_does_not_know(
    store: Store, report: Report, tmp_path: Path
) -> None:
    desk = Desk(report)
    desk.write(ITEMS, "NAS-1", 判定="来客・一時")
    taken(store, desk.saved(tmp_path / "f.xlsx"), who="田中")
    desk.write(ITEMS, "NAS-1", 判定="撤去", 担当="山田")
    path = desk.saved(tmp_path / "g.xlsx")
    made = taken(store, path, who="山田")
    assert list(told(made).values()) == ["in_force"]
    assert made.problems[0].values["who"] == "田中"
    assert [d.verdict for d in load_decisions(store)] == [Verdict.GUEST]
    assert told(taken(store, path, who="山田", replace_others=True)) == {}
    assert [d.verdict for d in load_decisions(store)] == [Verdict.RETIRE]


def test_ones_own_word_on_the_same_report_may_be_mended(store: Store, report: Report, tmp_path: Path) -> None:
    desk = Desk(report)
    desk.write(ITEMS, "NAS-1", 判定="撤去", 担当="田中", 期限="2026/12/1")
    taken(store, desk.saved(tmp_path / "f.xlsx"))
    desk.write(ITEMS, "NAS-1", 期限="2026/12/20")
    assert told(taken(store, desk.saved(tmp_path / "g.xlsx"))) == {}
    assert [d.due for d in load_decisions(store)] == ["2026-12-20"]


def test_a_run_that_is_not_in_the_history(report: Report, tmp_path: Path) -> None:
    desk = Desk(report)
    desk.write(ITEMS, "NAS-1", 判定="来客・一時")
    other = open_store(str(tmp_path / "other.sqlite"))
    assert list(told(taken(other, desk.saved(tmp_path / "f.xlsx"))).values()) == ["run"]
    other.close()


def test_an_older_report_is_taken_and_said_to_be_older(store: Store, report: Report, tmp_path: Path) -> None:
    audited(store, "run-2", DAY_2, BOXES, LINES)
    desk = Desk(report)
    desk.write(ITEMS, "NAS-1", 判定="来客・一時")
    made = taken(store, desk.saved(tmp_path / "f.xlsx"))
    assert (told(made), made.older, len(made.new)) == ({}, ("run-1",), 1)


@pytest.mark.parametrize(
    ("meaning", "key", "code"),
    [
        ("another device written into it", lambda key: key.replace(NAS, PC), "key"),
        ("cut short", lambda key: key[:-5], "key"),
        ("taken out", lambda key: None, "no_key"),
        ("of a later daicho", lambda key: key.replace("row/1", "row/9"), "schema"),
    ],
)
def test_a_key_that_was_changed(
    meaning: str, key: object, code: str, store: Store, report: Report, tmp_path: Path
) -> None:
    desk = Desk(report)
    desk.write(ITEMS, "NAS-1", 判定="来客・一時")
    cell = desk.book[ITEMS].cell(desk.line(ITEMS, "NAS-1"), desk.key_column(ITEMS))
    assert callable(key)
    cell.value = key(cell.value)
    assert list(told(taken(store, desk.saved(tmp_path / "f.xlsx"))).values()) == [code], meaning


def test_a_sort_that_left_the_keys_behind_is_noticed(store: Store, report: Report, tmp_path: Path) -> None:
    desk = Desk(report)
    desk.write(ITEMS, "NAS-1", 判定="来客・一時")
    column = desk.key_column(ITEMS) - 1

    def without_keys(lines: list[list[object]]) -> list[list[object]]:
        keys = [line[column] for line in lines]
        return [[*line[:column], key] for line, key in zip(lines[::-1], keys, strict=True)]

    rearrange(desk.book[ITEMS], without_keys)
    assert list(told(taken(store, desk.saved(tmp_path / "f.xlsx"))).values()) == ["torn"]


def test_what_is_written_without_a_verdict_is_told(report: Report, tmp_path: Path) -> None:
    desk = Desk(report)
    cell = desk.write(ITEMS, "NAS-1", 備考="あとで確認")
    found = read(desk.saved(tmp_path / "f.xlsx"))
    assert (found.entries, found.problems) == ((), ())
    assert [(r.code, r.place.cell) for r in found.remarks] == [("no_verdict", cell)]


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_workbook_as_it_is_written_has_nothing_filled_in(
    report: Report, tmp_path: Path, lang: Language
) -> None:
    assert read(Desk(report, lang).saved(tmp_path / "f.xlsx")).remarks == ()


@pytest.mark.parametrize(
    ("sheet", "heading"),
    [
        ("是正処置表", "完了日"),
        ("リモート保守", "回答日"),
        ("チェックリスト対応", "初回確認日"),
        ("事業者別の照会", "送付日"),
    ],
)
def test_what_is_written_on_sheets_that_are_not_taken_back_is_told(
    report: Report, tmp_path: Path, sheet: str, heading: str
) -> None:
    """A vendor's answer written beside its question must not be thought to be in the history."""
    desk = Desk(report)
    page = desk.book[sheet]
    head = next(c for row in page.iter_rows() for c in row if c.value == heading)
    put(page, head.row + 1, head.column, "2026/12/1")
    (remark,) = read(desk.saved(tmp_path / "f.xlsx")).remarks
    assert (remark.code, remark.place.sheet, remark.values["count"]) == ("stays_here", sheet, "1")
    assert remark.place.cell == f"{head.column_letter}{head.row + 1}"


def test_what_cannot_be_written_down_leaves_nothing_of_the_rest(
    store: Store, report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reconciler import store_decisions

    desk = Desk(report)
    for name in ("NAS-1", "CAM-3"):
        desk.write(ITEMS, name, 判定="来客・一時")
    calls: list[Decision] = []

    def full(decision: Decision) -> Decision:
        calls.append(decision)
        if len(calls) > 1:
            raise OSError("no space left")
        return decision

    monkeypatch.setattr(store_decisions, "check", full)
    with pytest.raises(OSError, match="no space"):
        taken(store, desk.saved(tmp_path / "f.xlsx"))
    assert all_decisions(store) == []


# -- five hundred at once ------------------------------------------------------------------------

MANY = 500
OWNERS = ["情報システム課", "臨床工学科", "山田　太郎", "=cmd", "+81", "@ops", "-"]


def crowd() -> tuple[list[Device], list[Asset]]:
    devices = [
        device(f"main/00:1b:21:0a:{n >> 8:02x}:{n & 255:02x}", mac=f"00:1b:21:0a:{n >> 8:02x}:{n & 255:02x}",
               ip=f"10.0.{n >> 8}.{n & 255}", host=f"HOST-{n}X", class_="terminal")
        for n in range(300)
    ]  # fmt: skip
    rows = [
        complete_asset(f"SV-{n:04}", name=f"装置{n}", ip=f"10.0.{100 + (n >> 8)}.{n & 255}", row=n + 2)
        for n in range(260)
    ]
    return devices, rows


def a_decision(random: Random, has_device: bool) -> tuple[str, str, date | None, str]:
    verdict = random.choice(
        ["台帳に追加", "来客・一時", "撤去", "様子を見る"]
        if has_device
        else ["台帳を修正", "撤去", "様子を見る"]
    )
    owner = random.choice(OWNERS) if verdict != "様子を見る" or random.random() < 0.5 else ""
    must = verdict == "様子を見る"
    until = TODAY + timedelta(days=random.randrange(1, 400)) if must or random.random() < 0.7 else None
    return verdict, owner, until, random.choice(["", "修理中", "=A1", "三階へ移設　予定", "a\nb"])


def spelt(random: Random, day: date | None) -> object:
    if day is None:
        return None
    era = f"令和{day.year - 2018}年{day.month}月{day.day}日"
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    return random.choice([day, f"{day:%Y/%m/%d}", era, era.translate(wide), (day - date(1899, 12, 30)).days])


def fill_in(desk: Desk, random: Random) -> dict[str, tuple[str, str, str, str]]:
    """Decides on MANY items; returns name -> what was decided on it."""
    sheet = desk.book[ITEMS]
    at = {code: desk.column(ITEMS, heading) for code, heading in
          zip((c for c, _ in ENTRIES), ("判定", "相手（同一・別物）", "担当", "期限", "備考"), strict=True)}  # fmt: skip
    kinds, names = desk.column(ITEMS, "区分"), desk.column(ITEMS, "対象")
    wanted: dict[str, tuple[str, str, str, str]] = {}
    lines = [n for n in range(HEAD + 1, sheet.max_row + 1)
             if str(sheet.cell(n, kinds).value).startswith(("台帳未登録", "台帳にあり今回未検出"))]  # fmt: skip
    for line in random.sample(lines, MANY):
        verdict, owner, until, note = a_decision(
            random, str(sheet.cell(line, kinds).value).startswith("台帳未登録")
        )
        for code, value in (
            ("verdict", verdict),
            ("owner", owner),
            ("until", spelt(random, until)),
            ("note", note),
        ):
            put(sheet, line, at[code], value or None)
        name = str(sheet.cell(line, names).value).split("\n")[0]
        wanted[name] = (
            verdict,
            " ".join(owner.split()),
            until.isoformat() if until else "",
            " ".join(note.split()),
        )
    return wanted


def standing_in(report: Report, path: Path) -> dict[str, tuple[str, str, str, str]]:
    """What the report's workbook shows as decided, by name, read back as it would be from the officer."""
    words = {v: t for t, v in (("台帳に追加", Verdict.REGISTER), ("来客・一時", Verdict.GUEST), ("撤去", Verdict.RETIRE),
                               ("様子を見る", Verdict.IGNORE), ("台帳を修正", Verdict.CORRECT))}  # fmt: skip
    Desk(report).saved(path)
    return {
        e.subject: (words[e.verdict], e.owner, e.until, e.note)
        for e in read(path).entries
        if e.key.list == "items"
    }


def resaved(path: Path) -> Path:
    """By a real LibreOffice, as a hospital without Excel would."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("no LibreOffice here (.ci/packages names it)")
    out = path.parent / "resaved"
    home = path.parent / "profile"
    subprocess.run(
        [soffice, f"-env:UserInstallation=file://{home}", "--headless", "--convert-to", "xlsx", "--outdir", out, path],
        check=True, capture_output=True, timeout=180, env={**os.environ, "HOME": str(path.parent)},
    )  # fmt: skip
    return out / path.name


@settings(
    max_examples=2,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(seed=st.integers(0, 2**32))
def test_five_hundred_decisions_survive_to_the_next_report(
    seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    survive(seed, tmp_path_factory.mktemp("desk"), through_libreoffice=False)


def test_five_hundred_decisions_survive_libreoffice_too(tmp_path: Path) -> None:
    survive(8, tmp_path, through_libreoffice=True)


def survive(seed: int, folder: Path, *, through_libreoffice: bool) -> None:
    random = Random(seed)
    devices, rows = crowd()
    store = open_store(str(folder / "history.sqlite"))
    desk = Desk(audited(store, "run-1", DAY_1, devices, rows))
    wanted = fill_in(desk, random)
    verdicts = desk.column(ITEMS, "判定") - 1

    def sorted_and_shortened(lines: list[list[object]]) -> list[list[object]]:
        random.shuffle(lines)
        return [line for line in lines if line[verdicts] or random.random() < 0.5]

    rearrange(desk.book[ITEMS], sorted_and_shortened)
    path = desk.saved(folder / "filled.xlsx")
    made = taken(store, resaved(path) if through_libreoffice else path)
    assert (made.problems, len(made.new)) == ((), MANY)
    assert standing_in(audited(store, "run-2", DAY_2, devices, rows), folder / "next.xlsx") == wanted
    again = taken(store, folder / "next.xlsx", who="山田")
    assert (again.problems, again.new, again.unchanged >= MANY) == ((), (), True)
    store.close()
