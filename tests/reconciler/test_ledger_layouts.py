"""Layouts that are read only where they leave no doubt: each beside what looks like it and is another thing."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconciler.ledger.asset import Asset
from reconciler.ledger.headers import is_hint_row
from reconciler.ledger.read import read_ledger
from tests.ledgers.more import save

Rows = list[list[object]]


def assets(path: Path, rows: Rows, *merges: str, sheet: str = "Sheet1") -> list[Asset]:
    save(path / "a.xlsx", {sheet: rows}, {sheet: list(merges)})
    return list(read_ledger(path / "a.xlsx").assets)


CHART: Rows = [
    ["10.7.1.", 0, 1, 2, 3],
    [0, None, "ルータ", "検査サーバ", None],
    [10, "受付PC", None, None, "会計PC"],
]


def test_a_chart_of_addresses(tmp_path: Path) -> None:
    read = {a.name: (a.ips, a.row.row, a.row.column) for a in assets(tmp_path, CHART)}
    assert read == {
        "ルータ": (("10.7.1.1",), 2, "C"),
        "検査サーバ": (("10.7.1.2",), 2, "D"),
        "受付PC": (("10.7.1.10",), 3, "B"),
        "会計PC": (("10.7.1.13",), 3, "E"),
    }


@pytest.mark.parametrize(
    ("meaning", "rows"),
    [
        ("no network is told", [["末尾", *CHART[0][1:]], *CHART[1:]]),
        ("counts", [CHART[0], [0, 3, 1, 2, 3], [10, 3, 2, 1, 1]]),
        ("ticks", [CHART[0], [0, "○", "○", "○", "○"], [10, "○", "×", "○", "○"]]),
        (
            "steps that are too small",
            [CHART[0], [0, None, "ルータ", "検査サーバ", None], [2, "受付PC", None, None, "会計PC"]],
        ),
        ("another table on the sheet", [*CHART, [], ["担当", "電話", "内線", "所属"], ["a", "b", "c", "d"]]),
    ],
)
def test_what_is_no_chart(meaning: str, rows: Rows, tmp_path: Path) -> None:
    assert not assets(tmp_path, rows)


ROOMS: Rows = [
    ["部屋", "診察PC", "ラベルプリンタ"],
    ["診1", "10.7.2.1", "10.7.2.101"],
    ["診2", "10.7.2.2", "－"],
]


def test_rooms_with_kinds_of_devices_across(tmp_path: Path) -> None:
    read = [(a.place, a.name, a.ips) for a in assets(tmp_path, ROOMS)]
    assert read == [
        ("診1", "診察PC", ("10.7.2.1",)),
        ("診1", "ラベルプリンタ", ("10.7.2.101",)),
        ("診2", "診察PC", ("10.7.2.2",)),
    ]


def test_a_device_with_a_number_of_its_own_is_one_row(tmp_path: Path) -> None:
    rows: Rows = [
        ["部屋", "管理番号", "機器名", "PC", "プリンタ"],
        ["診1", "A-1", "再来受付機", "10.7.2.1", "10.7.2.101"],
        ["診2", "A-2", "自動精算機", "10.7.2.2", "10.7.2.102"],
    ]
    assert [a.tag for a in assets(tmp_path, rows)] == ["A-1", "A-2"]


LISTED: Rows = [
    ["管理番号", "機器名", "メーカー"],
    ["A-1", "心電計", "フクダ電子"],
    ["A-2", "心電計", "フクダ電子"],
    [],
]


def test_a_table_that_only_counts(tmp_path: Path) -> None:
    read = assets(tmp_path, [*LISTED, ["機器名", "メーカー", "台数"], ["心電計", "フクダ電子", 2]])
    assert [a.tag for a in read] == ["A-1", "A-2"]


def test_a_table_with_another_device_does_not_only_count(tmp_path: Path) -> None:
    read = assets(
        tmp_path,
        [*LISTED, ["機器名", "メーカー", "台数"], ["心電計", "フクダ電子", 2], ["血圧計", "テルモ", 1]],
    )
    assert [(a.name, a.quantity) for a in read[2:]] == [("心電計", 2), ("血圧計", 1)]


def test_columns_that_are_written_once(tmp_path: Path) -> None:
    rows: Rows = [
        ["棟", "部屋", "機器名", "IPアドレス"],
        ["西棟", "受付", "PC1", "10.7.3.1"],
        [None, None, "PC2", "10.7.3.2"],
        [None, "会計", "PC3", "10.7.3.3"],
        ["東棟", "受付", "PC4", "10.7.3.4"],
        [None, None, "PC5", "10.7.3.5"],
    ]
    assert [a.place for a in assets(tmp_path, rows)] == [
        "西棟 受付",
        "西棟 受付",
        "西棟 会計",
        "東棟 受付",
        "東棟 受付",
    ]


def test_a_room_that_nobody_knew_is_not_the_one_above(tmp_path: Path) -> None:
    rows: Rows = [
        ["棟", "部屋", "機器名", "IPアドレス"],
        ["西棟", "受付", "PC1", "10.7.3.1"],
        [None, None, "PC2", "10.7.3.2"],
        [None, "会計", "PC3", "10.7.3.3"],
        ["東棟", None, "PC4", "10.7.3.4"],
        [None, None, "PC5", "10.7.3.5"],
    ]
    assert [a.place for a in assets(tmp_path, rows)] == ["西棟 受付", "西棟", "西棟 会計", "東棟", "東棟"]


@pytest.mark.parametrize(
    ("hints", "cells"),
    [
        (True, ["必須", "リストから選択", "任意", "本体裏面を確認", "必須"]),
        (True, ["（略称）", "（S/N）", "（固定の場合）"]),
        (False, ["必須", "任意", "10.1.1.1", "必須"]),
        (False, ["A-1", "PC（予備）", "（有）味ソフト"]),
        (False, ["必須", "心電計", "フクダ電子", "FX-8200"]),
    ],
)
def test_rows_that_say_how_to_fill_the_form(hints: bool, cells: list[str]) -> None:
    assert is_hint_row(cells) is hints


SET_IN: Rows = [
    ["構成機器", None, "型番", "IPアドレス"],
    ["心電図システム", None, None, None],
    [None, "解析サーバ", "T150", "10.7.4.1"],
    ["内視鏡システム", None, None, None],
    [None, "画像サーバ", "T350", "10.7.4.2"],
]


def test_what_is_set_further_in_belongs_to_the_title_above(tmp_path: Path) -> None:
    assert [(a.name, a.model) for a in assets(tmp_path, SET_IN, "A1:B1")] == [
        ("解析サーバ", "T150"),
        ("画像サーバ", "T350"),
    ]


def test_both_are_devices_where_the_outer_has_an_address_too(tmp_path: Path) -> None:
    rows = [
        SET_IN[0],
        ["本体", None, "X1", "10.7.4.9"],
        *SET_IN[2:3],
        ["副本体", None, "X2", "10.7.4.8"],
        *SET_IN[4:],
    ]
    assert [a.name for a in assets(tmp_path, rows, "A1:B1")] == ["本体", "解析サーバ", "副本体", "画像サーバ"]


def test_kinds_over_the_same_headings_are_devices(tmp_path: Path) -> None:
    heads: Rows = [
        ["部屋", "モニタ", None, "人工呼吸器", None],
        [None, "型式", "IPアドレス", "型式", "IPアドレス"],
    ]
    rows = [
        *heads,
        ["ICU1", "CSM-1", "10.7.5.1", "Servo", "10.7.5.2"],
        ["ICU2", "CSM-1", "10.7.5.3", "Servo", "10.7.5.4"],
    ]
    read = assets(tmp_path, rows, "A1:A2", "B1:C1", "D1:E1")
    assert [(a.kind, a.ips, a.row.column) for a in read[:2]] == [
        ("モニタ", ("10.7.5.1",), ""),
        ("人工呼吸器", ("10.7.5.2",), "D"),
    ]


def test_what_was_taken_away_is_no_second_device(tmp_path: Path) -> None:
    heads: Rows = [
        ["場所", "撤去機器", None, "設置機器", None],
        [None, "型番", "製造番号", "型番", "製造番号"],
    ]
    rows = [*heads, ["1階EPS", "OLD-1", "S1", "NEW-1", "S2"], ["2階EPS", "OLD-1", "S3", "NEW-1", "S4"]]
    assert [a.serial for a in assets(tmp_path, rows, "A1:A2", "B1:C1", "D1:E1")] == ["S2", "S4"]


def test_networks_in_bands_complete_the_last_numbers_below_them(tmp_path: Path) -> None:
    rows: Rows = [
        ["末尾", "ホスト名", "設置場所"],
        ["VLAN10　10.7.10.0/24", None, None],
        [1, "gw10", "電算室"],
        [9, "sv10", "電算室"],
        ["VLAN20　10.7.20.0/24", None, None],
        [1, "gw20", "電算室"],
    ]
    read = assets(tmp_path, rows, "A2:C2", "A5:C5")
    assert [a.ips for a in read] == [("10.7.10.1",), ("10.7.10.9",), ("10.7.20.1",)]


def test_a_name_that_is_blank_behind_its_address_is_still_the_name(tmp_path: Path) -> None:
    rows: Rows = [
        ["IPアドレス", "機器名", "用途"],
        ["10.7.6.1", "ルータ", "出口"],
        ["10.7.6.2", None, "増設用"],
        ["10.7.6.3", None, "増設用"],
        ["10.7.6.4", "複合機", "印刷"],
    ]
    assert [a.name for a in assets(tmp_path, rows)] == ["ルータ", "", "", "複合機"]


PLAIN: Rows = [
    ["管理番号", "機器名", "IPアドレス"],
    ["A-1", "受付PC", "10.7.8.1"],
    ["A-2", "会計PC", "10.7.8.2"],
]


def test_notes_behind_empty_columns_are_no_part_of_the_table(tmp_path: Path) -> None:
    notes = ["更新履歴", "2024/4/1 新規作成", "2024/10/1 追加"]
    rows = [[*row, None, None, note] for row, note in zip(PLAIN, notes, strict=True)]
    read = assets(tmp_path, [*rows, [None] * 5 + ["2025/1/8 移設"]])
    assert [(a.tag, a.note, dict(a.kept)) for a in read] == [("A-1", "", {}), ("A-2", "", {})]
    skipped = {s.row: s.why for s in read_ledger(tmp_path / "a.xlsx").skipped}
    assert skipped == {1: "header", 4: "remark beside the table"}


def test_remarks_below_a_table_are_no_devices(tmp_path: Path) -> None:
    rows = [*PLAIN, ["※本表は毎年４月に更新すること。"], ["更新：令和７年２月　担当 山本"], ["以上"]]
    assert [a.tag for a in assets(tmp_path, rows)] == ["A-1", "A-2"]
