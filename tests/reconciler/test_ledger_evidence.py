"""What beside a heading says what a column is: other columns, the cells, the group above, and rows below the table."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconciler.ledger.asset import Ledger
from reconciler.ledger.dates import day, order
from reconciler.ledger.dictionary import dictionary
from reconciler.ledger.headings import LOGIN, candidates
from reconciler.ledger.normalise import state, ticked
from reconciler.ledger.read import read_ledger, to_json
from tests.ledgers.make import write_csv
from tests.ledgers.more import save

WORDS = dictionary()


def read(tmp_path: Path, *rows: str) -> Ledger:
    write_csv(tmp_path / "a.csv", [row.split(",") for row in rows], "utf-8")
    return read_ledger(tmp_path / "a.csv")


def fields(ledger: Ledger) -> dict[str, str]:
    """Heading -> its fields."""
    found: dict[str, str] = {}
    for column in ledger.columns:
        found[column.header] = f"{found.get(column.header, '')} {column.field}".strip()
    return found


@pytest.mark.parametrize(
    ("parts", "wanted"),
    [
        (("リース期間", "自"), ("introduced",)),
        (("リース期間", "至"), ("maintained_until",)),
        (("保守契約", "開始"), ()),
        (("保守契約", "終了"), ("maintained_until",)),
        (("契約期間(自)",), ()),
        (("リース期間(開始日)",), ("introduced",)),
        (("使用中/予備/廃棄",), ("state",)),
        (("廃棄/返却",), ("disposed",)),
        (("固定/自動",), ("dhcp",)),
        (("旧端末", "端末名"), ()),
        (("旧館", "部屋名"), ("place",)),
        (("接続の状況", "院内LAN"), ("networked",)),
        (("ソフトウェア・サービス", "名称"), ("software",)),
        (("点検", "担当"), ()),
        (("設置先(部署)",), ("department",)),
        (("Date of last service",), ("checked",)),
        (("Number of devices",), ("quantity",)),
        (("Planned Disposal Date",), ()),
        (("部門システム連携",), ()),
    ],
    ids="/".join,
)
def test_a_heading_with_what_stands_above_it_or_in_its_brackets(
    parts: tuple[str, ...], wanted: tuple[str, ...]
) -> None:
    found = candidates(WORDS, parts)
    assert (found[0].fields if found else ()) == wanted, found[:2]


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("Normal", "in_use"),
        ("Backup", "spare"),
        ("In-Use", "in_use"),
        ("In Use (ICU)", "in_use"),
        ("Pending", "reserved"),
        ("Nominal value", "unknown"),
        ("使える", "in_use"),
        ("使用なし", "stopped"),
        ("使用終了", "stopped"),
    ],
)
def test_no_is_no_part_of_normal(cell: str, wanted: str) -> None:
    assert state(cell, WORDS.states).value == wanted


def test_days_tell_which_comes_first_only_where_three_agree() -> None:
    assert order(["3/14/2022", "4/25/2023", "5/30/2024", "1/2/2022", None, 5]) == "month"
    assert order(["14-03-2022", "25-04-2023", "30-05-2024"]) == "day"
    assert order(["3/14/2022", "4/25/2023", "1/2/2022"]) == ""
    assert order(["3/14/2022", "4/25/2023", "5/30/2024", "14/3/2022"]) == ""
    assert day("1/2/2022", first="month").value == "2022-01-02"
    assert day("1/2/2022", first="day").value == "2022-02-01"
    assert day("1/2/22", first="month").value == "2022-01-02"
    assert day("1/2/2022").value == "2022"


def test_a_login_beside_its_password_is_no_number_and_is_not_kept(tmp_path: Path) -> None:
    ledger = read(
        tmp_path,
        "カメラNo,機種,IPアドレス,ID,PW",
        "1,WV-S1131,192.0.2.1,admin,x",
        "2,WV-S1131,192.0.2.2,admin,x",
    )
    assert [a.tag for a in ledger.assets] == ["1", "2"]
    assert "admin" not in to_json(ledger)
    assert next(c.why for c in ledger.columns if c.header == "ID").startswith(f'"ID" is {LOGIN}')


def test_the_switch_is_another_device_than_those_that_hang_on_it(tmp_path: Path) -> None:
    ledger = read(
        tmp_path,
        "スイッチ名,ポート番号,接続端末名,接続端末IPアドレス",
        "SW1,1,NS-PC1,192.0.2.1",
        "SW1,2,NS-PC2,192.0.2.2",
    )
    assert fields(ledger) == {
        "スイッチ名": "",
        "ポート番号": "",
        "接続端末名": "hostname",
        "接続端末IPアドレス": "ips",
    }


def test_counts_of_the_parts_of_a_system_count_none_of_its_devices(tmp_path: Path) -> None:
    row = "検査,LIS,2,10"
    assert fields(read(tmp_path, "部門,システム名,サーバ台数,端末台数", row))["サーバ台数"] == ""
    assert fields(read(tmp_path, "部門,機器名,予備,端末台数", row))["端末台数"] == "quantity"


def test_brackets_of_a_heading_are_those_of_its_cells(tmp_path: Path) -> None:
    ledger = read(
        tmp_path, "No,機器名（型式）,メーカー", "1,CT（TSX-301）,キヤノン", "2,MRI（Skyra）,シーメンス"
    )
    assert [(a.name, a.model) for a in ledger.assets] == [("CT", "TSX-301"), ("MRI", "Skyra")]


def test_the_vendor_of_an_address_block_is_the_maker(tmp_path: Path) -> None:
    rows = ("192.0.2.1,00:11:22:33:44:55,Cisco Systems", "192.0.2.2,00:11:22:33:44:56,")
    assert fields(read(tmp_path, "IP,MAC,Vendor", *rows))["Vendor"] == "maker"
    assert fields(read(tmp_path, "IP,システム名,ベンダー", *rows))["ベンダー"] == "maintainer"


def test_how_long_a_guarantee_lasts_is_not_when_it_ends(tmp_path: Path) -> None:
    ledger = read(
        tmp_path,
        "名称,型番,Warranty,Warranty Expires",
        "A,X1,36 months,2025-03-01",
        "B,X2,3 years,2026-03-01",
    )
    assert [a.maintained_until for a in ledger.assets] == ["2025-03-01", "2026-03-01"]


def test_plain_devices_are_no_models(tmp_path: Path) -> None:
    rows = ("1,ベッドサイドモニタ,日本光電", "2,セントラルモニタ,日本光電")
    assert fields(read(tmp_path, "管理No,機種,メーカー", *rows))["機種"] == "kind"


def test_as_to_the_left(tmp_path: Path) -> None:
    ledger = read(tmp_path, "機器名,型番,使用場所,保管場所", "血圧計,A1,外来,同左", "心電計,A2,病棟,ME室")
    assert [a.place for a in ledger.assets] == ["外来", "病棟 ME室"]


def test_an_address_in_two_columns(tmp_path: Path) -> None:
    ledger = read(
        tmp_path,
        "ネットワーク部,ホスト部,端末名,MACアドレス",
        "192.0.2.,11,A1,",
        "192.0.2.,12,A2,",
        "192.0.2,13,,",
    )
    assert [a.ips for a in ledger.assets] == [("192.0.2.11",), ("192.0.2.12",), ("192.0.2.13",)]


def test_last_numbers_with_their_point(tmp_path: Path) -> None:
    ledger = read(tmp_path, "IPアドレス(192.0.2.),端末名,設置場所", ".11,PC01,受付", ".12～.14,DHCP,")
    assert [(a.ips, a.hostname, a.dhcp) for a in ledger.assets] == [
        (("192.0.2.11",), "PC01", False),
        (("192.0.2.12", "192.0.2.13", "192.0.2.14"), "", True),
    ]


def test_a_smaller_table_below_is_no_devices(tmp_path: Path) -> None:
    ledger = read(
        tmp_path, "管理番号,機器名,メーカー,型番", "K-1,CT,キヤノン,A", "K-2,MRI,シーメンス,B", ",,,",
        "機種別集計,台数,,", "CT,1,,", "MRI,1,,", ",,,", "K-3,透視装置,島津,C",
    )  # fmt: skip
    assert [a.tag for a in ledger.assets] == ["K-1", "K-2", "K-3"]
    assert {s.row: s.why for s in ledger.skipped}[6] == "row of another table, which is not of devices"


@pytest.mark.parametrize("foot", ["Total APs: 3", "全120件", "3 records", "End of report"])
def test_how_many_an_export_has_is_no_device(foot: str, tmp_path: Path) -> None:
    ledger = read(tmp_path, "AP Name,AP Model,IP Address", "AP1,C9120,192.0.2.1", f"{foot},,")
    assert [a.name for a in ledger.assets] == ["AP1"]


def test_two_days_in_one_cell_are_cut_or_not_read(tmp_path: Path) -> None:
    ledger = read(tmp_path, "機器名,型番,導入日／保守期限", "CT,A,2020/4/1／2026/3/31", "MRI,B,2021/4/1")
    assert [(a.introduced, a.maintained_until) for a in ledger.assets] == [
        ("2020-04-01", "2026-03-31"),
        ("", ""),
    ]


def test_a_table_on_its_side_whose_values_are_headings_too(tmp_path: Path) -> None:
    save(tmp_path / "a.xlsx", {
        "構成": [
            ["用途", "ホスト名", "db1", "db2", "ap1"],
            [None, "用途", "データベース", "データベース（待機）", "アプリケーション"],
            ["筐体", "メーカー", "NEC", "NEC", "NEC"],
            [None, "機種名", "R120j-2M", "R120j-2M", "R120j-1M"],
            [None, "製造番号", "N1", "N2", "N3"],
            ["接続", "IPアドレス", "192.0.2.1", "192.0.2.2", "192.0.2.3"],
            ["保守", "保守会社", "A社", "A社", "A社"],
            [None, "保守期限", "2031/3/31", "2031/3/31", "2031/3/31"],
        ],
    }, {"構成": ["A1:A2", "A3:A5", "A7:A8"]})  # fmt: skip
    assets = read_ledger(tmp_path / "a.xlsx").assets
    assert [(a.hostname, a.name, a.serial) for a in assets] == [
        ("db1", "データベース", "N1"), ("db2", "データベース(待機)", "N2"), ("ap1", "アプリケーション", "N3"),
    ]  # fmt: skip


def test_five_headings_that_may_each_be_data_are_headings(tmp_path: Path) -> None:
    rows = (
        "サーバ,電子カルテ,富士通,PRIMERGY,Windows 10,単独",
        "端末,受付,富士通,ESPRIMO,Windows 10,院内LAN接続",
    )
    ledger = read(tmp_path, "区分,名称,製造販売業者等,機種,OS等,接続状況", *rows)
    assert [(a.kind, a.name, a.model, a.state, a.networked) for a in ledger.assets] == [
        ("サーバ", "電子カルテ", "PRIMERGY", "", False),
        ("端末", "受付", "ESPRIMO", "", True),
    ]


def test_a_count_behind_an_empty_first_column_is_a_device(tmp_path: Path) -> None:
    rows = ("3東,輸液ポンプ,10", ",シリンジポンプ,5", "3西,輸液ポンプ,8", ",シリンジポンプ,4", "合計,,27")
    ledger = read(tmp_path, "病棟,機器,台数", *rows)
    assert [(a.department, a.name, a.quantity) for a in ledger.assets] == [
        ("3東", "輸液ポンプ", 10), ("3東", "シリンジポンプ", 5), ("3西", "輸液ポンプ", 8), ("3西", "シリンジポンプ", 4),
    ]  # fmt: skip


def test_letters_that_the_title_explains_are_states(tmp_path: Path) -> None:
    rows = (
        "機器台帳 (A:現用 B:予備 C:廃棄),,,",
        "No,機器名,型式,状態",
        "1,除細動器,T1,A",
        "2,除細動器,T1,B",
        "3,除細動器,T0,C",
    )
    assert [a.state for a in read(tmp_path, *rows).assets] == ["in_use", "spare", "disposed"]


def test_a_telephone_number_is_no_person(tmp_path: Path) -> None:
    ledger = read(tmp_path, "機器名,型式,連絡先", "CT,A,03-1234-5678", "MRI,B,0120-111-222")
    assert [a.responsible for a in ledger.assets] == ["", ""]
    assert [
        a.responsible for a in read(tmp_path, "機器名,型式,連絡先", "CT,A,山田", "MRI,B,佐藤").assets
    ] == ["山田", "佐藤"]


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("□使用中 ☑予備", "予備"),
        ("■有　□無", "有"),
        ("●有 ○無", "有"),
        ("□有 □無", ""),
        ("○", "○"),
        ("○使用中 ×廃棄", "○使用中 ×廃棄"),
        ("■サーバ", "■サーバ"),
        ("○○病院", "○○病院"),
    ],
)
def test_what_is_ticked_of_a_choice(cell: str, meant: str) -> None:
    assert ticked(cell) == meant


def test_a_choice_in_a_ledger(tmp_path: Path) -> None:
    rows = ("CT,A,□使用中 ☑予備,☑有 □無", "MRI,B,☑使用中 □予備,□有 □無")
    ledger = read(tmp_path, "機器名,型式,状態,リモート保守", *rows)
    assert [(a.state, a.remote_maintenance) for a in ledger.assets] == [("spare", "有"), ("in_use", "")]


@pytest.mark.parametrize(
    ("below", "cells"),
    [
        (["開始", "終了"], ["2024/4/1", "2025/3/31"]),
        ([None, None], ["2024/4/1", "2025/3/31"]),
        ([None, None, None], ["2024/4/1", "～", "2025/3/31"]),
    ],
)
def test_a_term_over_two_columns_ends_in_the_last(
    below: list[object], cells: list[object], tmp_path: Path
) -> None:
    rows: list[list[object]] = [
        ["契約先", "対象機器", "契約期間", *[None] * (len(cells) - 1), "担当課"],
        *([[None, None, *below, None]] if any(below) else []),
        ["キヤノンメディカル", "Aquilion ONE", *cells, "放射線科"],
        ["富士通", "EGMAIN-GX", *cells, "情報室"],
    ]
    save(tmp_path / "a.xlsx", {"保守": rows}, {"保守": [f"C1:{'DE'[len(cells) - 2]}1"]})
    ledger = read_ledger(tmp_path / "a.xlsx")
    assert [(a.name, a.maintained_until, a.introduced) for a in ledger.assets] == [
        ("Aquilion ONE", "2025-03-31", ""),
        ("EGMAIN-GX", "2025-03-31", ""),
    ]


def test_a_switch_before_its_port_is_another_device(tmp_path: Path) -> None:
    rows = ("SW1,1,IJI01,192.0.2.1", "SW1,2,IJI02,192.0.2.2")
    assert fields(read(tmp_path, "SW名,ポート,PC名,IP", *rows))["SW名"] == ""
    assert fields(read(tmp_path, "スイッチ名,ポート数,型番,IP", *rows))["スイッチ名"] == "name"


def test_where_a_device_will_be_is_not_where_it_is(tmp_path: Path) -> None:
    save(tmp_path / "a.xlsx", {
        "移設": [
            ["機器名", "型式", "現病院", None, "新病院", None],
            [None, None, "部署", "部屋", "部署", "部屋"],
            ["CT", "Aquilion", "放射線科", "CT室", "放射線部", "CT-1"],
        ],
    }, {"移設": ["C1:D1", "E1:F1", "A1:A2", "B1:B2"]})  # fmt: skip
    (asset,) = read_ledger(tmp_path / "a.xlsx").assets
    assert (asset.department, asset.place) == ("放射線科", "CT室")
    assert fields(read(tmp_path, "機器名,型式,新設置場所", "CT,A,CT-1"))["新設置場所"] == "place"


def test_the_printer_of_a_terminal_is_another_device(tmp_path: Path) -> None:
    rows = ("EXAM-01,HP,192.0.2.11,PR01,192.0.2.201", "EXAM-02,HP,192.0.2.12,PR02,192.0.2.202")
    ledger = read(tmp_path, "端末ID,メーカー,IP,プリンタ名,プリンタIP", *rows)
    assert [(a.tag, a.name, a.ips) for a in ledger.assets] == [
        ("EXAM-01", "", ("192.0.2.11",)),
        ("EXAM-02", "", ("192.0.2.12",)),
    ]
    assert (
        fields(read(tmp_path, "プリンタ名,機種,IPアドレス", "PR01,LBP441,192.0.2.201"))["プリンタ名"]
        == "name"
    )


def test_questions_are_headings(tmp_path: Path) -> None:
    head = "回答者,機器名,型番,リモート保守はありますか,OSは何ですか,いつ購入しましたか,使っていますか"
    (asset,) = read(tmp_path, head, "山田,CT,A1,はい,わからない,2019年,使用中").assets
    assert (asset.name, asset.remote_maintenance, asset.os, asset.introduced, asset.state) == (
        "CT",
        "はい",
        "",
        "2019",
        "in_use",
    )
    assert asset.user == ""


def test_the_lease_of_an_address_is_no_lease_of_a_device(tmp_path: Path) -> None:
    rows = ("192.0.2.21,PC21,2025-03-08 09:12,DHCP", "192.0.2.30,PRT30,,Static")
    ledger = read(tmp_path, "IP Address,Hostname,Lease Expires,Type", *rows)
    assert [(a.maintained_until, a.dhcp, a.kind) for a in ledger.assets] == [("", True, ""), ("", False, "")]
    bought = read(
        tmp_path, "IP Address,Model,Lease Expires", "192.0.2.21,A1,2025-03-08", "192.0.2.22,A1,2025-03-08"
    )
    assert [a.maintained_until for a in bought.assets] == ["2025-03-08", "2025-03-08"]


def test_a_title_without_signs_speaks_where_the_headings_stand_again_below_another(tmp_path: Path) -> None:
    first = ("3階東病棟,,", "機器,台数,番号", "輸液ポンプ,3,101", ",,")
    again = ("3階西病棟,,", "機器,台数,番号", "輸液ポンプ,2,104")
    assert [a.department for a in read(tmp_path, *first, *again).assets] == ["3階東病棟", "3階西病棟"]
    assert [a.department for a in read(tmp_path, *first).assets] == [""]


def test_a_space_in_a_rack_is_no_device(tmp_path: Path) -> None:
    ledger = read(
        tmp_path,
        "No,ラックNo,機器名,型番,IP",
        "1,R01,コアSW,C9500,192.0.2.1",
        "2,R01,（空き）,,",
        "3,R01,UPS,SMT,",
    )
    assert [a.tag for a in ledger.assets] == ["1", "3"]
    assert {s.row: s.why for s in ledger.skipped}[3] == "a number that no device has"


@pytest.mark.parametrize(
    "below",
    [
        ["作成,承認,確認,,", "山田,佐藤,鈴木,,"],
        [",,,,", "改訂履歴,,,,", "版,日付,内容,作成者,", "1.0,2024/4/1,新規,山田,"],
        [",,,,", "問い合わせ先,情報システム課,内線1234,,", "メール,johosys@example.jp,,,"],
        [",,,,", "状態,説明,,,", "予備,倉庫にあるもの,,,"],
        [",,,,", "部署,台数,,,", "放射線科,2,,,", "計,2,,,"],
        ["凡例,使用中：現用,,,", ",予備：貸出可,,,", ",廃棄：除却済,,,"],
    ],
    ids=lambda rows: rows[-2].strip(","),
)
def test_what_stands_below_the_devices_is_none_of_them(below: list[str], tmp_path: Path) -> None:
    ledger = read(
        tmp_path,
        "管理番号,機器名,型式,設置場所,状態",
        "A1,CT,TSX,CT室,使用中",
        "A2,MRI,Skyra,MRI室,使用中",
        *below,
    )
    assert [a.tag for a in ledger.assets] == ["A1", "A2"]
    assert len(ledger.skipped) == 1 + len(below)
