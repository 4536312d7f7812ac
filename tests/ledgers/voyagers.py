"""Ten more by the same stranger: ports of switches, a rack, a sheet for each floor, three lines of headings, remarks. See make.py."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from tests.ledgers.make import Truth, ledger, skip, write_csv
from tests.ledgers.more import save

HERE = Path(__file__).parent


@ledger("フロアSW収容表.xlsx")
def what_hangs_on_the_ports_of_a_floor(path: Path) -> Truth:
    """A contractor's list of ports: a table for each switch, free ports, the line upwards."""
    save(path, {
        "3F": [
            ["フロアスイッチ収容表（3F）"],
            ["■ SW3-1（3階東EPS）"],
            ["ポート", "VLAN", "収容機器", "IPアドレス", "部屋", "情報コンセント", "備考"],
            [1, 30, "看護端末1", "10.60.30.11", "東ステーション", "3E-01", None],
            [2, 30, "看護端末2", "10.60.30.12", "東ステーション", "3E-02", None],
            [3, None, None, None, None, None, None],
            [4, 31, "生体モニタ親機", "10.60.31.5", "東ステーション", "3E-04", "変更不可"],
            [],
            ["■ SW3-2（3階西EPS）"],
            ["ポート", "VLAN", "収容機器", "IPアドレス", "部屋", "情報コンセント", "備考"],
            [1, 30, "看護端末3", "10.60.30.21", "西ステーション", "3W-01", None],
            [2, 32, "無線AP", "10.60.32.7", "西廊下", "3W-09", "PoE"],
            [3, None, None, None, None, None, "故障ポート"],
        ],
    })  # fmt: skip
    n = "3F"
    return Truth(
        assets={
            (n, 4): {"name": "看護端末1", "ips": ("10.60.30.11",), "place": "3F 東ステーション"},
            (n, 5): {"name": "看護端末2", "ips": ("10.60.30.12",), "place": "3F 東ステーション"},
            (n, 7): {"name": "生体モニタ親機", "ips": ("10.60.31.5",), "place": "3F 東ステーション", "note": "変更不可"},
            (n, 11): {"name": "看護端末3", "ips": ("10.60.30.21",), "place": "3F 西ステーション"},
            (n, 12): {"name": "無線AP", "ips": ("10.60.32.7",), "place": "3F 西廊下", "note": "PoE"},
        },
        skipped=skip(n, title=[1, 2], section=9, header=[3, 10], blank=8, no_device_is_named_in_this_row=13, **{"numbered, but not filled in": 6}),
        unread={"ポート", "VLAN", "情報コンセント"},
    )  # fmt: skip


@ledger("ラック実装図.xlsx")
def two_racks_beside_each_other(path: Path) -> Truth:
    """Two racks as they stand: units from above, devices over several units, blind panels, nothing."""
    head: list[object] = ["U", "搭載機器", "型番", "管理IP"]
    save(path, {
        "実装図": [
            ["ラック実装図　サーバ室"],
            ["ラックNo.1", None, None, None, None, "ラックNo.2"],
            [*head, None, *head],
            [42, "コアスイッチ#1", "C9300-48T", "10.0.9.1", None, 42, "ブランクパネル", None, None],
            [41, "コアスイッチ#2", "C9300-48T", "10.0.9.2", None, 41, "バックアップNAS", "TS-h1277AXU", "10.0.9.21"],
            [40, "ブランクパネル", None, None, None, 40, None, None, None],
            [39, "電カルサーバ1号機", "PRIMERGY RX2530 M6", "10.0.9.11", None, 39, "UPS", "SMX3000RMJ2U", "10.0.9.31"],
            [38, None, None, None, None, 38, None, None, None],
            [37, "電カルサーバ2号機", "PRIMERGY RX2530 M6", "10.0.9.12", None, 37, None, None, None],
            [36, None, None, None, None, 36, "ブランクパネル", None, None],
        ],
    }, {"実装図": ["B7:B8", "C7:C8", "D7:D8", "B9:B10", "C9:C10", "D9:D10", "G5:G6", "H5:H6", "I5:I6", "G7:G8", "H7:H8", "I7:I8"]})  # fmt: skip
    n = "実装図"

    def at(name: str, model: str, last: int) -> dict[str, object]:
        return {"name": name, "model": model, "ips": (f"10.0.9.{last}",)}

    return Truth(
        assets={
            (n, 4): at("コアスイッチ#1", "C9300-48T", 1),
            (n, 5): at("コアスイッチ#2", "C9300-48T", 2),
            (n, 5, "F"): at("バックアップNAS", "TS-h1277AXU", 21),
            (n, 7): at("電カルサーバ1号機", "PRIMERGY RX2530 M6", 11),
            (n, 7, "F"): at("UPS", "SMX3000RMJ2U", 31),
            (n, 9): at("電カルサーバ2号機", "PRIMERGY RX2530 M6", 12),
        },
        skipped=skip(n, title=[1, 2], header=3, **{f"continues row {r} (merged cells)": r + 1 for r in (5, 7, 9)}),
        unread={"U"},
    )  # fmt: skip


@ledger("療養病棟_機器一覧(階別).xlsx")
def a_sheet_for_each_ward_with_rooms_down_the_side(path: Path) -> Truth:
    """A hospital for long stays: a sheet for each ward, the room merged down the side, a sheet of contents in front."""
    head: list[object] = ["部屋", "機器名称", "メーカー名", "機種", "製造番号", "購入年", "電源点検", "備考"]
    save(path, {
        "目次": [["目次"], ["1", "２階療養病棟"], ["2", "３階療養病棟"]],
        "２階療養病棟": [
            ["２階療養病棟　機器一覧"],
            head,
            ["スタッフステーション", "心電図モニタ", "フクダ電子", "DS-8007", "80070311", "平成28年", "済", None],
            [None, "ナースコール親機", "アイホン", "NFX-TSA", "TSA-2210", "令和3年", "済", "業者持込"],
            [None, "電子カルテ端末", "富士通", "LIFEBOOK A5510", "R0900110", "令和3年", "済", None],
            ["201号室", "輸液ポンプ", "テルモ", "TE-261", "2610455", "平成25年", "未", "要更新"],
        ],
        "３階療養病棟": [
            ["３階療養病棟　機器一覧"],
            head,
            ["浴室", "特殊浴槽", "アマノ", "AB-7", "AB70021", "平成20年", "済", None],
            [None, "見守りカメラ", "パラマウントベッド", "CH-V100", "V100-31", "令和5年", "済", None],
        ],
    }, {"２階療養病棟": ["A1:H1", "A3:A5"], "３階療養病棟": ["A1:H1", "A3:A4"]})  # fmt: skip
    a, b = "２階療養病棟", "３階療養病棟"
    da, db = {"department": "2階療養病棟"}, {"department": "3階療養病棟", "place": "浴室"}
    return Truth(
        assets={
            (a, 3): {**da, "place": "スタッフステーション", "name": "心電図モニタ", "maker": "フクダ電子", "model": "DS-8007", "serial": "80070311", "introduced": "2016"},
            (a, 4): {**da, "place": "スタッフステーション", "name": "ナースコール親機", "maker": "アイホン", "model": "NFX-TSA", "serial": "TSA-2210", "introduced": "2021", "note": "業者持込"},
            (a, 5): {**da, "place": "スタッフステーション", "name": "電子カルテ端末", "maker": "富士通", "model": "LIFEBOOK A5510", "serial": "R0900110", "introduced": "2021"},
            (a, 6): {**da, "place": "201号室", "name": "輸液ポンプ", "maker": "テルモ", "model": "TE-261", "serial": "2610455", "introduced": "2013", "note": "要更新"},
            (b, 3): {**db, "name": "特殊浴槽", "maker": "アマノ", "model": "AB-7", "serial": "AB70021", "introduced": "2008"},
            (b, 4): {**db, "name": "見守りカメラ", "maker": "パラマウントベッド", "model": "CH-V100", "serial": "V100-31", "introduced": "2023"},
        },
        skipped={**skip("目次", table_of_contents=[1, 2, 3]), **skip(a, title=1, header=2), **skip(b, title=1, header=2)},
        unread={"電源点検"},
    )  # fmt: skip


@ledger("asset_report_20250203.csv")
def a_report_with_a_preamble(path: Path) -> Truth:
    """Given out by a program: lines with a sharp sign in front, a count below, quotation marks and blanks within."""
    write_csv(path, [
        ["# 資産管理レポート"],
        ["# 出力日時: 2025/02/03 08:00:12  出力者: admin"],
        ["# 条件: 全件"],
        [],
        ["資産コード", "資産名", "機種名", "シリアル", "IPアドレス", "MAC", "OS名", "OSビルド", "部門名", "最終検出日時", "ディスク空き(GB)"],
        ["A000311", "薬剤部 監査端末", "OptiPlex 3000", "5KQ0311", "172.16.40.31", "B4-45-06-40-00-31", "Windows 10 Enterprise LTSC 2021", "19044.5371", "薬剤部", "2025/02/03 07:41", "88"],
        ["A000312", "薬剤部 調剤端末", "OptiPlex 3000", "5KQ0312", "172.16.40.32", "B4-45-06-40-00-32", "Windows 10 Enterprise LTSC 2021", "19044.5371", "薬剤部", "2025/02/03 07:44", "90"],
        ["A000207", "栄養部 端末", "OptiPlex 3050", "GX10207", "172.16.41.7", "", "Windows 10 Pro", "19045.4894", "栄養部", "2024/12/27 16:02", "12"],
        [],
        ["# 3 件"],
    ], "utf-8")  # fmt: skip
    p = {"model": "OptiPlex 3000", "os": "Windows 10 Enterprise LTSC 2021", "os_version": "19044.5371", "department": "薬剤部", "checked": "2025-02-03"}
    return Truth(
        assets={
            ("", 6): {**p, "tag": "A000311", "name": "薬剤部 監査端末", "serial": "5KQ0311", "ips": ("172.16.40.31",), "macs": ("b4:45:06:40:00:31",)},
            ("", 7): {**p, "tag": "A000312", "name": "薬剤部 調剤端末", "serial": "5KQ0312", "ips": ("172.16.40.32",), "macs": ("b4:45:06:40:00:32",)},
            ("", 8): {"tag": "A000207", "name": "栄養部 端末", "model": "OptiPlex 3050", "serial": "GX10207", "ips": ("172.16.41.7",), "os": "Windows 10 Pro", "os_version": "19045.4894", "department": "栄養部", "checked": "2024-12-27"},
        },
        skipped=skip("", title=[1, 2, 3], blank=[4, 9], header=5, remark_beside_the_table=10),
        unread={"ディスク空き(GB)"},
    )  # fmt: skip


@ledger("医療情報システム構成機器明細.xlsx")
def three_lines_of_headings(path: Path) -> Truth:
    """A university's paper for the ministry: headings in three lines, large, middle and small; the number of the sheet at the right."""
    save(path, {
        "明細": [
            ["医療情報システム構成機器明細書", None, None, None, None, None, None, None, None, None, None, "様式３"],
            [],
            ["項番", "システム区分", "機器情報", None, None, None, "ネットワーク情報", None, None, "設置情報", None, "保守"],
            [None, None, "品名", "製品", None, "製造番号", "ホスト名", "アドレス", None, "建物", "部屋", "契約先"],
            [None, None, None, "メーカー", "型名", None, None, "IP", "MAC", None, None, None],
            [1, "生理検査", "脳波計", "日本光電", "EEG-1290", "12900077", "EEG01", "10.88.5.1", "00:90:CC:88:05:01", "中央診療棟", "脳波室", "日本光電東京"],
            [2, "生理検査", "脳波ファイリングサーバ", "日本光電", "QP-112AK", "112-0031", "EEGSV", "10.88.5.9", "00:90:CC:88:05:09", "中央診療棟", "電算機室", "日本光電東京"],
            [3, "輸血", "自動輸血検査装置", "イムコア", "Echo Lumena", "EL-0417", None, "10.88.6.2", None, "中央診療棟", "輸血部", "イムコア"],
        ],
    }, {"明細": ["A3:A5", "B3:B5", "C3:F3", "G3:I3", "J3:K3", "C4:C5", "D4:E4", "F4:F5", "G4:G5", "H4:I4", "J4:J5", "K4:K5", "L4:L5"]})  # fmt: skip
    n = "明細"
    k = {"maker": "日本光電", "maintainer": "日本光電東京", "kind": "生理検査"}
    return Truth(
        assets={
            (n, 6): {**k, "tag": "1", "name": "脳波計", "model": "EEG-1290", "serial": "12900077", "hostname": "EEG01", "ips": ("10.88.5.1",), "macs": ("00:90:cc:88:05:01",), "place": "中央診療棟 脳波室"},
            (n, 7): {**k, "tag": "2", "name": "脳波ファイリングサーバ", "model": "QP-112AK", "serial": "112-0031", "hostname": "EEGSV", "ips": ("10.88.5.9",), "macs": ("00:90:cc:88:05:09",), "place": "中央診療棟 電算機室"},
            (n, 8): {"kind": "輸血", "tag": "3", "name": "自動輸血検査装置", "maker": "イムコア", "model": "Echo Lumena", "serial": "EL-0417", "ips": ("10.88.6.2",), "place": "中央診療棟 輸血部", "maintainer": "イムコア"},
        },
        skipped=skip(n, title=1, blank=2, header=[3, 4, 5]),
    )  # fmt: skip


@ledger("検診車搭載装置.xlsx")
def two_sideways_tables_below_each_other(path: Path) -> Truth:
    """Vans for check-ups: a table on its side for each van, the devices beside each other, the van's name in the corner."""
    save(path, {
        "検診車": [
            ["検診車搭載装置一覧"],
            ["１号車", "胸部X線装置", "胃部X線装置", "車載PC"],
            ["メーカー", "島津製作所", "キヤノンメディカルシステムズ", "パナソニック"],
            ["型式", "MobileArt", "MXO-15", "CF-33"],
            ["シリアル", "MA-1101", "MX-1102", "3FKSA01"],
            ["IP", "192.168.71.11", "192.168.71.12", "192.168.71.20"],
            ["取得年月", "H29.6", "H29.6", "R4.2"],
            [],
            ["２号車", "胸部X線装置", "乳房X線装置", None],
            ["メーカー", "島津製作所", "富士フイルム", None],
            ["型式", "MobileArt", "AMULET Innovality", None],
            ["シリアル", "MA-2101", "AI-2102", None],
            ["IP", "192.168.72.11", "192.168.72.12", None],
            ["取得年月", "R1.11", "R1.11", None],
        ],
    })  # fmt: skip
    n = "検診車"
    x, a, b = {"name": "胸部X線装置", "maker": "島津製作所", "model": "MobileArt"}, {"introduced": "2017-06"}, {"introduced": "2019-11"}
    return Truth(
        assets={
            (n, 2, "B"): {**x, **a, "serial": "MA-1101", "ips": ("192.168.71.11",)},
            (n, 2, "C"): {**a, "name": "胃部X線装置", "maker": "キヤノンメディカルシステムズ", "model": "MXO-15", "serial": "MX-1102", "ips": ("192.168.71.12",)},
            (n, 2, "D"): {"name": "車載PC", "maker": "パナソニック", "model": "CF-33", "serial": "3FKSA01", "ips": ("192.168.71.20",), "introduced": "2022-02"},
            (n, 9, "B"): {**x, **b, "serial": "MA-2101", "ips": ("192.168.72.11",)},
            (n, 9, "C"): {**b, "name": "乳房X線装置", "maker": "富士フイルム", "model": "AMULET Innovality", "serial": "AI-2102", "ips": ("192.168.72.12",)},
        },
        skipped=skip(n, title=1, blank=8, **{"a line of a table that lies on its side": [*range(3, 8), *range(10, 15)]}),
    )  # fmt: skip


@ledger("DICOM接続一覧.xlsx")
def what_sends_pictures(path: Path) -> Truth:
    """The radiographers' list of what sends pictures: plain, with titles, ports and the side to which it sends."""
    save(path, {
        "接続": [
            ["モダリティ", "装置名", "製造販売業者", "機種", "AEタイトル", "IPアドレス", "Port", "送信先AE", "検査室", "保守契約", "ソフトVer", "据付年月"],
            ["CT", "CT2号機", "シーメンスヘルスケア", "SOMATOM Force", "CT2FORCE", "10.5.20.12", 104, "PACS_SCP", "CT2室", "シーメンスヘルスケア", "VB20A", "2020/03"],
            ["MR", "MRI1号機", "フィリップス・ジャパン", "Ingenia Elition 3.0T", "MR1ELITION", "10.5.20.31", 104, "PACS_SCP", "MRI室", "フィリップス・ジャパン", "R5.7.1", "2021/09"],
            ["DR", "一般撮影3室", "コニカミノルタ", "AeroDR", "AERO3", "10.5.20.43", 11112, "PACS_SCP", "撮影3室", "コニカミノルタジャパン", "V1.71", "2017/12"],
        ],
    })  # fmt: skip
    n = "接続"
    return Truth(
        assets={
            (n, 2): {"kind": "CT", "name": "CT2号機", "maker": "シーメンスヘルスケア", "model": "SOMATOM Force", "hostname": "CT2FORCE", "ips": ("10.5.20.12",), "place": "CT2室", "maintainer": "シーメンスヘルスケア", "software_version": "VB20A", "introduced": "2020-03"},
            (n, 3): {"kind": "MR", "name": "MRI1号機", "maker": "フィリップス・ジャパン", "model": "Ingenia Elition 3.0T", "hostname": "MR1ELITION", "ips": ("10.5.20.31",), "place": "MRI室", "maintainer": "フィリップス・ジャパン", "software_version": "R5.7.1", "introduced": "2021-09"},
            (n, 4): {"kind": "DR", "name": "一般撮影3室", "maker": "コニカミノルタ", "model": "AeroDR", "hostname": "AERO3", "ips": ("10.5.20.43",), "place": "撮影3室", "maintainer": "コニカミノルタジャパン", "software_version": "V1.71", "introduced": "2017-12"},
        },
        skipped=skip(n, header=1),
        unread={"Port", "送信先AE"},
    )  # fmt: skip


@ledger("備品台帳（印刷）.xlsx")
def pages_with_sums_carried_on(path: Path) -> Truth:
    """Printed pages below each other: the headings again, the sum of the page, the sum carried on, the page's number."""
    head: list[object] = ["備品番号", "品名", "規格・型式", "数量", "取得年月日", "取得金額", "使用課", "保管場所"]
    save(path, {
        "印刷": [
            ["備　品　台　帳", None, None, None, None, None, None, "１頁"],
            head,
            ["10-021", "超音波画像診断装置", "ARIETTA 650", 1, "H31.2.20", 6800000, "検査課", "エコー室"],
            ["10-022", "解析付心電計", "ECG-3350", 2, "R2.8.7", 1960000, "検査課", "心電図室"],
            ["頁計", None, None, 3, None, 8760000, None, None],
            ["備　品　台　帳", None, None, None, None, None, None, "２頁"],
            head,
            ["前頁繰越", None, None, 3, None, 8760000, None, None],
            ["10-031", "ラベルプリンター", "LP-S180N", 1, "R4.10.3", 38000, "医事課", "受付"],
            ["10-032", "レーザープリンター", "LBP351i", 1, "R5.1.16", 74000, "医事課", "会計"],
            ["頁計", None, None, 5, None, 8872000, None, None],
            ["総計", None, None, 5, None, 8872000, None, None],
        ],
    })  # fmt: skip
    n = "印刷"
    return Truth(
        assets={
            (n, 3): {"tag": "10-021", "name": "超音波画像診断装置", "model": "ARIETTA 650", "quantity": 1, "introduced": "2019-02-20", "department": "検査課", "place": "エコー室"},
            (n, 4): {"tag": "10-022", "name": "解析付心電計", "model": "ECG-3350", "quantity": 2, "introduced": "2020-08-07", "department": "検査課", "place": "心電図室"},
            (n, 9): {"tag": "10-031", "name": "ラベルプリンター", "model": "LP-S180N", "quantity": 1, "introduced": "2022-10-03", "department": "医事課", "place": "受付"},
            (n, 10): {"tag": "10-032", "name": "レーザープリンター", "model": "LBP351i", "quantity": 1, "introduced": "2023-01-16", "department": "医事課", "place": "会計"},
        },
        skipped=skip(n, title=[1, 6], header=[2, 7], subtotal=[5, 8, 11, 12]),
        unread={"取得金額"},
    )  # fmt: skip


@ledger("手術室機器_CE.xlsx")
def addresses_in_the_remarks(path: Path) -> Truth:
    """Clinical engineers of the theatre: there is no column for addresses, so they stand in the remarks, and 同上 for what repeats."""
    save(path, {
        "手術室": [
            ["CE番号", "装置", "製造元", "形名", "S/N", "配置", "備考"],
            ["OR-11", "麻酔器", "GEヘルスケア", "Aisys CS2", "ANDR0311", "OR1", "IP：10.77.1.11"],
            ["OR-12", "同上", "同上", "同上", "ANDR0312", "OR2", "IP：10.77.1.12　2024/6 フローセンサ交換"],
            ["OR-21", "電気メス", "コヴィディエン", "FT10", "T3K1021", "OR1", "ネットワーク接続なし"],
            ["OR-31", "手術映像記録装置", "ソニー", "NUCLeUS", "NU-0031", "OR3", "10.77.1.31 / MAC 08:00:46:77:01:31"],
        ],
    })  # fmt: skip
    n = "手術室"
    g = {"department": "手術室", "name": "麻酔器", "maker": "GEヘルスケア", "model": "Aisys CS2"}
    return Truth(
        assets={
            (n, 2): {**g, "tag": "OR-11", "serial": "ANDR0311", "place": "OR1", "ips": ("10.77.1.11",), "note": "IP:10.77.1.11"},
            (n, 3): {**g, "tag": "OR-12", "serial": "ANDR0312", "place": "OR2", "ips": ("10.77.1.12",), "note": "IP:10.77.1.12 2024/6 フローセンサ交換"},
            (n, 4): {"department": "手術室", "tag": "OR-21", "name": "電気メス", "maker": "コヴィディエン", "model": "FT10", "serial": "T3K1021", "place": "OR1", "note": "ネットワーク接続なし"},
            (n, 5): {"department": "手術室", "tag": "OR-31", "name": "手術映像記録装置", "maker": "ソニー", "model": "NUCLeUS", "serial": "NU-0031", "place": "OR3", "ips": ("10.77.1.31",), "macs": ("08:00:46:77:01:31",), "note": "10.77.1.31 / MAC 08:00:46:77:01:31"},
        },
        skipped=skip(n, header=1),
        offline={(n, 4)},
    )  # fmt: skip


@ledger("医療器械台帳_用度課.xls")
def an_old_book_of_the_stores(path: Path) -> Truth:
    """The binary workbook (written by LibreOffice): the stores' book, years of the era in a column, notes after the table, two sheets."""
    shutil.copyfile(HERE / "stores.xls", path)
    a, b = "器械", "廃棄分"
    c = {"department": "透析センター"}
    return Truth(
        assets={
            (a, 4): {**c, "tag": "1", "name": "多人数用透析液供給装置", "maker": "日機装", "model": "DAB-40NX", "serial": "NX40-118", "place": "機械室", "introduced": "2015-03-27", "maintainer": "株式会社東海メディカル"},
            (a, 5): {**c, "tag": "2", "name": "RO装置", "maker": "ダイセン・メンブレン", "model": "MIE-1200", "serial": "ME12-061", "place": "機械室", "introduced": "2015-03-27", "maintainer": "株式会社東海メディカル"},
            (a, 6): {**c, "tag": "3", "name": "体重計", "maker": "エー・アンド・デイ", "model": "AD-6105", "serial": "6105-7721", "place": "透析室入口", "introduced": "2018-11-05", "maintainer": "有限会社山科医科器械"},
            (b, 2): {"tag": "1", "name": "個人用透析装置", "maker": "東レ", "model": "TR-7000S", "serial": "70S-0201", "disposed": "2022-03-31", "state": "disposed"},
        },
        skipped={**skip(a, title=1, blank=[2, 7], header=3, legend=[8, 9]), **skip(b, header=1)},
        unread={"購入価格"},
    )  # fmt: skip


def stores_sheets() -> dict[str, list[list[object]]]:
    """What stores.xls holds; kept for whoever writes it anew (`soffice --convert-to xls`)."""
    return {
        "器械": [
            ["医療器械台帳（透析センター分）"],
            [],
            ["番号", "器械名", "製造会社", "型式", "機械番号", "設置場所", "購入年月日", "購入価格", "購入先"],
            [1, "多人数用透析液供給装置", "日機装", "DAB-40NX", "NX40-118", "機械室", date(2015, 3, 27), 9800000, "㈱東海メディカル"],
            [2, "RO装置", "ダイセン・メンブレン", "MIE-1200", "ME12-061", "機械室", date(2015, 3, 27), 7600000, "〃"],
            [3, "体重計", "エー・アンド・デイ", "AD-6105", "6105-7721", "透析室入口", date(2018, 11, 5), 320000, "㈲山科医科器械"],
            [],
            ["※ 10万円未満のものは備品簿に記載する。"],
            ["※ 廃棄したものは「廃棄分」シートへ移す。"],
        ],
        "廃棄分": [
            ["番号", "器械名", "製造会社", "型式", "機械番号", "廃棄日"],
            [1, "個人用透析装置", "東レ", "TR-7000S", "70S-0201", date(2022, 3, 31)],
        ],
    }  # fmt: skip
