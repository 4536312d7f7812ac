"""Eighteen more, written after the forty were read, as another hospital's offices would keep them; measured at first sight. See make.py."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.ledgers.make import Truth, ledger, skip, write_csv
from tests.ledgers.more import save


@ledger("ME室_貸出機器マスタ.csv")
def lent_by_the_room_of_engineers(path: Path) -> Truth:
    """A master of what is lent: short headings, the class, the ward that has it now."""
    write_csv(path, [
        ["機器ID", "分類名", "商品名", "メーカ名", "型式名", "製造No", "購入年月日", "現在貸出先", "貸出状態", "最終点検日", "バッテリ交換日", "廃棄予定年"],
        ["SP0101", "シリンジポンプ", "シリンジポンプ TE-SS830", "テルモ", "TE-SS830", "19070101", "2019/07/12", "4階北病棟", "貸出中", "2024/12/03", "2023/07/01", "2029"],
        ["SP0102", "シリンジポンプ", "シリンジポンプ TE-SS830", "テルモ", "TE-SS830", "19070102", "2019/07/12", "", "待機", "2025/01/15", "2023/07/01", "2029"],
        ["RS0021", "人工呼吸器", "HAMILTON-C1", "ハミルトン", "C1", "31022", "2016/02/29", "", "修理中", "2024/08/21", "", "2026"],
    ], "cp932")  # fmt: skip
    s = {"kind": "シリンジポンプ", "name": "シリンジポンプ TE-SS830", "maker": "テルモ", "model": "TE-SS830", "introduced": "2019-07-12"}
    return Truth(
        assets={
            ("", 2): {**s, "tag": "SP0101", "serial": "19070101", "department": "4階北病棟", "state": "in_use", "checked": "2024-12-03"},
            ("", 3): {**s, "tag": "SP0102", "serial": "19070102", "state": "spare", "checked": "2025-01-15"},
            ("", 4): {"tag": "RS0021", "kind": "人工呼吸器", "name": "HAMILTON-C1", "maker": "ハミルトン", "model": "C1", "serial": "31022", "introduced": "2016-02-29", "state": "stopped", "checked": "2024-08-21"},
        },
        skipped=skip("", header=1),
        unread={"バッテリ交換日", "廃棄予定年"},
    )  # fmt: skip


@ledger("ネットワーク機器設定一覧.xlsx")
def settings_of_network_gear(path: Path) -> Truth:
    """A contractor's settings: gateway and mask beside the address, times, SNMP, the firmware, where it hangs."""
    save(path, {
        "設定": [
            ["ネットワーク機器設定一覧", None, None, None, None, None, None, None, None, None, "Ver.1.2"],
            ["項番", "ホスト名", "機種", "設置個所", "管理VLAN", "IPアドレス", "サブネットマスク", "デフォルトGW", "NTPサーバ", "Ver", "S/N"],
            [1, "HSP-CORE-01", "QX-S6648XT", "電算機室 R1", 1, "172.31.0.1", "255.255.255.0", None, "172.31.0.250", "7.1.070", "6N31C001"],
            [2, "HSP-2F-01", "QX-S4328GT", "2F EPS北", 1, "172.31.0.21", "255.255.255.0", "172.31.0.1", "172.31.0.250", "7.1.045", "6N28C021"],
            [3, "HSP-2F-02", "QX-S4328GT", "2F EPS南", 1, "172.31.0.22", "255.255.255.0", "172.31.0.1", "172.31.0.250", "7.1.045", "6N28C022"],
        ],
    })  # fmt: skip
    n = "設定"
    q = {"model": "QX-S4328GT", "software_version": "7.1.045"}
    return Truth(
        assets={
            (n, 3): {"tag": "1", "hostname": "HSP-CORE-01", "model": "QX-S6648XT", "place": "電算機室 R1", "ips": ("172.31.0.1",), "software_version": "7.1.070", "serial": "6N31C001"},
            (n, 4): {**q, "tag": "2", "hostname": "HSP-2F-01", "place": "2F EPS北", "ips": ("172.31.0.21",), "serial": "6N28C021"},
            (n, 5): {**q, "tag": "3", "hostname": "HSP-2F-02", "place": "2F EPS南", "ips": ("172.31.0.22",), "serial": "6N28C022"},
        },
        skipped=skip(n, title=1, header=2),
        unread={"管理VLAN", "サブネットマスク", "デフォルトGW", "NTPサーバ"},
    )  # fmt: skip


@ledger("歯科医院_機器リスト(院長).xlsx")
def a_dentists_own_list(path: Path) -> Truth:
    """A dentist's own: chairs as places, nothing but what matters, remarks in everyday words."""
    save(path, {
        "2025": [
            ["品物", "メーカー・型番", "シリアル", "いつ買ったか", "どこで買ったか", "おき場所", "ネット", "メモ"],
            ["デジタルレントゲン", "ヨシダ　Dentex", "DX-2201", "2022.4", "ヨシダ", "レントゲン室", "192.168.24.31", "保証5年"],
            ["レセコン", "NEC　Mate", "ME0331X", "2021.9", "㈱モリタ", "受付", "192.168.24.10", None],
            ["口腔内カメラ", "RF　ペンビュアー", "PV3-118", "2018.11", "㈱アールエフ", "チェア2", "なし", "充電器なし"],
        ],
    })  # fmt: skip
    n = "2025"
    return Truth(
        assets={
            (n, 2): {"name": "デジタルレントゲン", "maker": "ヨシダ", "model": "Dentex", "serial": "DX-2201", "introduced": "2022-04", "maintainer": "ヨシダ", "place": "レントゲン室", "ips": ("192.168.24.31",), "note": "保証5年"},
            (n, 3): {"name": "レセコン", "maker": "NEC", "model": "Mate", "serial": "ME0331X", "introduced": "2021-09", "maintainer": "株式会社モリタ", "place": "受付", "ips": ("192.168.24.10",)},
            (n, 4): {"name": "口腔内カメラ", "maker": "RF", "model": "ペンビュアー", "serial": "PV3-118", "introduced": "2018-11", "maintainer": "株式会社アールエフ", "place": "チェア2", "note": "充電器なし"},
        },
        skipped=skip(n, header=1),
    )  # fmt: skip


@ledger("手術センター機器_部屋別.xlsx")
def rooms_as_bands(path: Path) -> Truth:
    """Rooms as coloured bands across, the headings once above all, a remark below each band."""
    save(path, {
        "一覧": [
            ["手術センター　機器配置表（2025.2）"],
            ["管理No.", "機器名称", "製造元", "型式", "製造番号", "IP", "導入", "点検"],
            ["手術室１"],
            ["S-101", "麻酔器", "アコマ", "プロネクストプラスi", "PNX-101", "10.64.1.1", "R3.11", "R6.11"],
            ["S-102", "生体情報モニタ", "フィリップス", "MX750", "DE750102", "10.64.1.2", "R3.11", "R6.11"],
            ["手術室２"],
            ["S-201", "麻酔器", "アコマ", "プロネクストプラスi", "PNX-201", "10.64.2.1", "R3.11", "R6.11"],
            ["※生体情報モニタは修理中につき代替機を使用"],
            ["器材室"],
            ["S-901", "ナビゲーション装置", "メドトロニック", "StealthStation S8", "S8-0901", "10.64.9.1", "R5.3", "R7.1"],
        ],
    }, {"一覧": ["A1:H1", "A3:H3", "A6:H6", "A8:H8", "A9:H9"]})  # fmt: skip
    n = "一覧"
    d = {"introduced": "2021-11", "checked": "2024-11"}
    return Truth(
        assets={
            (n, 4): {**d, "department": "手術室1", "tag": "S-101", "name": "麻酔器", "maker": "アコマ", "model": "プロネクストプラスi", "serial": "PNX-101", "ips": ("10.64.1.1",)},
            (n, 5): {**d, "department": "手術室1", "tag": "S-102", "name": "生体情報モニタ", "maker": "フィリップス", "model": "MX750", "serial": "DE750102", "ips": ("10.64.1.2",)},
            (n, 7): {**d, "department": "手術室2", "tag": "S-201", "name": "麻酔器", "maker": "アコマ", "model": "プロネクストプラスi", "serial": "PNX-201", "ips": ("10.64.2.1",)},
            (n, 10): {"department": "器材室", "tag": "S-901", "name": "ナビゲーション装置", "maker": "メドトロニック", "model": "StealthStation S8", "serial": "S8-0901", "ips": ("10.64.9.1",), "introduced": "2023-03", "checked": "2025-01"},
        },
        skipped=skip(n, title=1, header=2, section=[3, 6, 9], legend=8),
    )  # fmt: skip


@ledger("患者用Wi-Fi_AP配置.xlsx")
def points_with_floor_headings_on_two_sides(path: Path) -> Truth:
    """Two floors beside each other, each with its own points."""
    save(path, {
        "AP": [
            ["１階", None, None, None, None, "２階", None, None, None],
            ["AP番号", "機種", "IPアドレス", "設置位置", None, "AP番号", "機種", "IPアドレス", "設置位置"],
            ["AP101", "WAB-M2133", "10.200.1.1", "待合ホール", None, "AP201", "WAB-M2133", "10.200.2.1", "食堂"],
            ["AP102", "WAB-M2133", "10.200.1.2", "会計前", None, "AP202", "WAB-S1775", "10.200.2.2", "デイルーム"],
            ["AP103", "WAB-S1775", "10.200.1.3", "売店", None, None, None, None, None],
        ],
    }, {"AP": ["A1:D1", "F1:I1"]})  # fmt: skip
    n = "AP"
    m, s = {"model": "WAB-M2133"}, {"model": "WAB-S1775"}
    return Truth(
        assets={
            (n, 3): {**m, "tag": "AP101", "ips": ("10.200.1.1",), "place": "1階 待合ホール"},
            (n, 4): {**m, "tag": "AP102", "ips": ("10.200.1.2",), "place": "1階 会計前"},
            (n, 5): {**s, "tag": "AP103", "ips": ("10.200.1.3",), "place": "1階 売店"},
            (n, 3, "F"): {**m, "tag": "AP201", "ips": ("10.200.2.1",), "place": "2階 食堂"},
            (n, 4, "F"): {**s, "tag": "AP202", "ips": ("10.200.2.2",), "place": "2階 デイルーム"},
        },
        skipped=skip(n, header=[1, 2]),
    )  # fmt: skip


@ledger("健診バス_積載機器.tsv")
def loaded_on_a_bus(path: Path) -> Truth:
    """Vehicles: the car's number, what is on it, when it was calibrated and when next."""
    write_csv(path, [
        ["車番", "積載機器", "製造所名", "型", "器番", "取得", "校正日", "次回校正", "車内LAN", "状況"],
        ["健診1号", "胸部デジタルX線装置", "日立", "CXR-100", "C1-0331", "2018年", "2024/6/1", "2025/6/1", "192.168.77.1", "○"],
        ["健診1号", "自動血圧計", "オムロン", "HEM-1040", "H40-112", "2021年", "2024/6/1", "2025/6/1", "―", "○"],
        ["健診2号", "心電計", "フクダ電子", "FX-8200", "82-0091", "2015年", "2024/5/20", "2025/5/20", "192.168.77.22", "×"],
    ], "utf-8", "\t")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"name": "胸部デジタルX線装置", "maker": "日立", "model": "CXR-100", "serial": "C1-0331", "introduced": "2018", "ips": ("192.168.77.1",), "state": "in_use"},
            ("", 3): {"name": "自動血圧計", "maker": "オムロン", "model": "HEM-1040", "serial": "H40-112", "introduced": "2021", "state": "in_use"},
            ("", 4): {"name": "心電計", "maker": "フクダ電子", "model": "FX-8200", "serial": "82-0091", "introduced": "2015", "ips": ("192.168.77.22",), "state": "stopped"},
        },
        skipped=skip("", header=1),
        unread={"車番", "校正日", "次回校正"},
    )  # fmt: skip


@ledger("電子カルテ端末_部署別台数と一覧.xlsx")
def a_summary_above_the_list(path: Path) -> Truth:
    """First how many each department has, then a blank line, then the list."""
    save(path, {
        "端末管理": [
            ["電子カルテ端末　部署別台数"],
            ["部署", "デスクトップ", "ノート", "計"],
            ["外来", 2, 0, 2],
            ["病棟", 0, 1, 1],
            ["計", 2, 1, 3],
            [],
            ["端末一覧"],
            ["端末No.", "形態", "部署", "設置場所", "機種", "MAC", "IP"],
            ["EK-001", "デスクトップ", "外来", "内科1診", "ESPRIMO D7011", "7C-D3-0A-00-00-01", "10.70.10.1"],
            ["EK-002", "デスクトップ", "外来", "内科2診", "ESPRIMO D7011", "7C-D3-0A-00-00-02", "10.70.10.2"],
            ["EK-003", "ノート", "病棟", "3西NS", "LIFEBOOK A5511", "7C-D3-0A-00-00-03", "10.70.20.3"],
        ],
    })  # fmt: skip
    n = "端末管理"
    d = {"kind": "デスクトップ", "department": "外来", "model": "ESPRIMO D7011"}
    return Truth(
        assets={
            (n, 9): {**d, "tag": "EK-001", "place": "内科1診", "macs": ("7c:d3:0a:00:00:01",), "ips": ("10.70.10.1",)},
            (n, 10): {**d, "tag": "EK-002", "place": "内科2診", "macs": ("7c:d3:0a:00:00:02",), "ips": ("10.70.10.2",)},
            (n, 11): {"tag": "EK-003", "kind": "ノート", "department": "病棟", "model": "LIFEBOOK A5511", "place": "3西NS", "macs": ("7c:d3:0a:00:00:03",), "ips": ("10.70.20.3",)},
        },
        skipped=skip(n, title=[1, 2, 3, 4, 5, 7], blank=6, header=8),
    )  # fmt: skip


@ledger("リース物件明細_2024.xlsx")
def leased_things_with_their_parts(path: Path) -> Truth:
    """A lessor's list: the contract merged down the side, the things under it, parts without a number of their own."""
    save(path, {
        "明細": [
            ["契約番号", "契約期間", None, "物件名", "型番", "数量", "シリアル番号", "設置場所", "備考"],
            [None, "開始", "満了", None, None, None, None, None, None],
            ["L-2201", date(2022, 4, 1), date(2027, 3, 31), "ファイルサーバ", "DXP4800", 1, "DX48-0031", "総務課", None],
            [None, None, None, "無停電電源装置", "BN75T", 1, "BN-7712", "総務課", None],
            ["L-2305", date(2023, 10, 1), date(2028, 9, 30), "複合機", "bizhub C250i", 1, "AA2M041001", "2階医局", "カウンタ保守含む"],
        ],
    }, {"明細": ["A1:A2", "B1:C1", *(f"{c}1:{c}2" for c in "DEFGHI"), "A3:A4", "B3:B4", "C3:C4"]})  # fmt: skip
    n = "明細"
    a = {"maintained_until": "2027-03-31", "quantity": 1, "place": "総務課"}
    return Truth(
        assets={
            (n, 3): {**a, "name": "ファイルサーバ", "model": "DXP4800", "serial": "DX48-0031"},
            (n, 4): {**a, "name": "無停電電源装置", "model": "BN75T", "serial": "BN-7712"},
            (n, 5): {"maintained_until": "2028-09-30", "quantity": 1, "name": "複合機", "model": "bizhub C250i", "serial": "AA2M041001", "place": "2階医局", "note": "カウンタ保守含む"},
        },
        skipped=skip(n, header=[1, 2]),
        unread={"契約番号", "契約期間/開始"},
    )  # fmt: skip


@ledger("インシデント対応用 重要機器連絡表.xlsx")
def whom_to_call_for_each(path: Path) -> Truth:
    """For the night: what is important, what it is called on the network, whom to call inside and outside."""
    save(path, {
        "連絡表": [
            ["重要機器　緊急連絡表", None, None, None, None, None, None, None, "取扱注意"],
            ["優先", "システム", "サーバ名", "アドレス", "場所", "院内担当", "内線", "保守ベンダー", "夜間TEL"],
            ["A", "電子カルテ", "emr01", "10.0.1.11", "4F電算室", "西尾", "7001", "NECネッツエスアイ", "0120-000-001"],
            ["A", "PACS", "pacs01", "10.0.2.11", "4F電算室", "長岡", "7105", "富士フイルムメディカル", "0120-000-002"],
            ["B", "給食", "nutri1", "10.0.5.11", "B1栄養科", "森", "7333", "（有）味ソフト", "平日のみ"],
        ],
    })  # fmt: skip
    n = "連絡表"
    return Truth(
        assets={
            (n, 3): {"name": "電子カルテ", "hostname": "emr01", "ips": ("10.0.1.11",), "place": "4F電算室", "responsible": "西尾", "maintainer": "NECネッツエスアイ"},
            (n, 4): {"name": "PACS", "hostname": "pacs01", "ips": ("10.0.2.11",), "place": "4F電算室", "responsible": "長岡", "maintainer": "富士フイルムメディカル"},
            (n, 5): {"name": "給食", "hostname": "nutri1", "ips": ("10.0.5.11",), "place": "B1栄養科", "responsible": "森", "maintainer": "有限会社味ソフト"},
        },
        skipped=skip(n, title=1, header=2),
        unread={"優先", "内線", "夜間TEL"},
    )  # fmt: skip


@ledger("病理検査_機器履歴簿.xlsx")
def a_leaf_for_each_with_its_repairs(path: Path) -> Truth:
    """A leaf for each machine on one sheet, one below the other: labels left, then the repairs as a small table."""
    save(path, {
        "履歴簿": [
            ["機器履歴簿（病理）"],
            ["機器名", "自動染色装置", "管理番号", "BY-01"],
            ["製造会社", "サクラファインテック", "型式", "プリズマ Plus"],
            ["製造番号", "PP-10331", "購入日", "2020/10/9"],
            ["設置場所", "標本作製室", "IPアドレス", "10.36.2.1"],
            ["修理日", "内容", "業者", "費用"],
            ["2022/5/2", "ポンプ交換", "サクラ", "88,000"],
            [],
            ["機器名", "自動包埋装置", "管理番号", "BY-02"],
            ["製造会社", "ライカ", "型式", "ASP6025S"],
            ["製造番号", "602-5512", "購入日", "2017/3/17"],
            ["設置場所", "標本作製室", "IPアドレス", "未接続"],
            ["修理日", "内容", "業者", "費用"],
        ],
    })  # fmt: skip
    n = "履歴簿"
    return Truth(
        assets={
            (n, 2, "B"): {"name": "自動染色装置", "tag": "BY-01", "maker": "サクラファインテック", "model": "プリズマ Plus", "serial": "PP-10331", "introduced": "2020-10-09", "place": "標本作製室", "ips": ("10.36.2.1",)},
            (n, 9, "B"): {"name": "自動包埋装置", "tag": "BY-02", "maker": "ライカ", "model": "ASP6025S", "serial": "602-5512", "introduced": "2017-03-17", "place": "標本作製室"},
        },
        skipped=skip(n, title=1, blank=8, **{"part of the card that begins in row 2": [3, 4, 5, 6], "remark beside the table": 7, "part of the card that begins in row 9": [10, 11, 12, 13]}),
        unread={"修理日"},
        offline={(n, 9)},
    )  # fmt: skip


@ledger("inventory-radiology-en.csv")
def radiology_in_english(path: Path) -> Truth:
    """A vendor's English list with a unit's name as a heading that spans, two addresses with a slash."""
    write_csv(path, [
        ["Site: Minato Medical Center", "", "", "", "", "", "", ""],
        ["System", "Vendor", "Product", "SW Rel.", "Serial No", "IP / Mask", "AE", "Installed on", "Service Contract Until"],
        ["CT scanner", "Siemens", "SOMATOM go.Top", "VA40A", "120331", "10.11.5.10 / 255.255.255.0", "CTGOTOP", "2021-05-10", "2026-05-09"],
        ["MR scanner", "Siemens", "MAGNETOM Vida", "XA50", "176120", "10.11.5.20 / 255.255.255.0", "MRVIDA", "2023-02-01", "2028-01-31"],
    ], "utf-8-sig")  # fmt: skip
    return Truth(
        assets={
            ("", 3): {"name": "CT scanner", "maker": "Siemens", "model": "SOMATOM go.Top", "software_version": "VA40A", "serial": "120331", "ips": ("10.11.5.10",), "hostname": "CTGOTOP", "introduced": "2021-05-10", "maintained_until": "2026-05-09"},
            ("", 4): {"name": "MR scanner", "maker": "Siemens", "model": "MAGNETOM Vida", "software_version": "XA50", "serial": "176120", "ips": ("10.11.5.20",), "hostname": "MRVIDA", "introduced": "2023-02-01", "maintained_until": "2028-01-31"},
        },
        skipped=skip("", title=1, header=2),
    )  # fmt: skip


@ledger("検査室PC_OS更新計画.xlsx")
def to_be_renewed_by_plan(path: Path) -> Truth:
    """A plan of renewal: what runs now, what is planned, whether a device forbids it."""
    save(path, {
        "計画": [
            ["№", "部署", "PC名", "接続装置", "現OS", "更新後OS", "更新予定", "可否", "IPアドレス", "装置メーカー回答"],
            [1, "検査部", "KNS-PC01", "生化学分析装置", "Windows 7", "Windows 11 IoT", "R7.9", "可", "10.36.9.1", "R7年度対応"],
            [2, "検査部", "KNS-PC02", "血液ガス分析装置", "Windows XP", "－", "－", "否", "10.36.9.2", "装置更新まで不可"],
            [3, "病理部", "BYR-PC01", "染色装置", "Windows 10 LTSC", "不要", "R11.1", "可", "10.36.9.11", None],
        ],
    })  # fmt: skip
    n = "計画"
    return Truth(
        assets={
            (n, 2): {"tag": "1", "department": "検査部", "hostname": "KNS-PC01", "name": "生化学分析装置", "state": "in_use", "os": "Windows 7", "maintained_until": "2025-09", "ips": ("10.36.9.1",)},
            (n, 3): {"tag": "2", "department": "検査部", "hostname": "KNS-PC02", "name": "血液ガス分析装置", "state": "stopped", "os": "Windows XP", "ips": ("10.36.9.2",)},
            (n, 4): {"tag": "3", "department": "病理部", "hostname": "BYR-PC01", "name": "染色装置", "state": "in_use", "os": "Windows 10 LTSC", "maintained_until": "2029-01", "ips": ("10.36.9.11",)},
        },
        skipped=skip(n, header=1),
        unread={"更新後OS", "装置メーカー回答"},
    )  # fmt: skip


@ledger("老健_備品カード一覧.xlsx")
def everything_in_one_cell(path: Path) -> Truth:
    """A home: maker, model and number in one cell on three lines, the place and who in another."""
    save(path, {
        "備品": [
            ["老健あおば　備品一覧"],
            ["備品No.", "備品名", "メーカー\n型番\n製造番号", "取得年月日", "設置場所\n（担当）", "ＩＰ"],
            ["AO-01", "介護記録用PC", "NEC\nVKM44\n3X0011A", "R4.6.1", "2階ステーション\n（看護主任）", "10.8.2.1"],
            ["AO-02", "介護記録用タブレット", "Apple\niPad Air\nDMQAO002", "R4.6.1", "2階ステーション\n（看護主任）", "DHCP"],
            ["AO-03", "特殊浴槽", "アマノ\nAB-10\nAB10-331", "H24.3.30", "浴室", "－"],
        ],
    }, {"備品": ["A1:F1"]})  # fmt: skip
    n = "備品"
    return Truth(
        assets={
            (n, 3): {"tag": "AO-01", "name": "介護記録用PC", "maker": "NEC", "model": "VKM44", "serial": "3X0011A", "introduced": "2022-06-01", "place": "2階ステーション (看護主任)", "ips": ("10.8.2.1",)},
            (n, 4): {"tag": "AO-02", "name": "介護記録用タブレット", "maker": "Apple", "model": "iPad Air", "serial": "DMQAO002", "introduced": "2022-06-01", "place": "2階ステーション (看護主任)", "dhcp": True},
            (n, 5): {"tag": "AO-03", "name": "特殊浴槽", "maker": "アマノ", "model": "AB-10", "serial": "AB10-331", "introduced": "2012-03-30", "place": "浴室"},
        },
        skipped=skip(n, title=1, header=2),
    )  # fmt: skip


@ledger("サイバー対策チェック_機器別.xlsx")
def a_checklist_with_columns_of_marks(path: Path) -> Truth:
    """A checklist: devices down, measures across with marks, a score; what the marks mean above the table."""
    save(path, {
        "チェック": [
            ["○：対応済　△：一部　×：未対応　－：対象外"],
            ["機器・システム名", "OS", "IPアドレス", "対策状況", None, None, None, "点数", "リモート保守", "業者"],
            [None, None, None, "ウイルス対策", "パッチ", "二要素", "バックアップ", None, None, None],
            ["医事会計", "Windows Server 2016", "10.3.1.5", "○", "△", "×", "○", 5, "あり", "ソラスト"],
            ["輸血管理", "Windows 10", "10.3.1.9", "○", "×", "×", "△", 3, "なし", "オーソ"],
        ],
    }, {"チェック": ["A1:J1", "D2:G2", *(f"{c}2:{c}3" for c in "ABCHIJ")]})  # fmt: skip
    n = "チェック"
    return Truth(
        assets={
            (n, 4): {"name": "医事会計", "os": "Windows Server 2016", "ips": ("10.3.1.5",), "remote_maintenance": "あり", "maintainer": "ソラスト"},
            (n, 5): {"name": "輸血管理", "os": "Windows 10", "ips": ("10.3.1.9",), "remote_maintenance": "なし", "maintainer": "オーソ"},
        },
        skipped=skip(n, title=1, header=[2, 3]),
        unread={"対策状況/ウイルス対策", "対策状況/パッチ", "対策状況/二要素", "対策状況/バックアップ", "点数"},
    )  # fmt: skip


@ledger("UPS・空調・入退室_設備.xlsx")
def plant_of_the_house(path: Path) -> Truth:
    """The house's plant: signs of drawings, what it serves, capacity, the firm that inspects, its address on the net."""
    save(path, {
        "設備": [
            ["設備記号", "設備名", "系統・用途", "容量", "製造者", "形式", "製造年", "設置場所", "遠方監視IP", "点検業者"],
            ["UPS-1", "無停電電源装置", "電算室", "10kVA", "三菱電機", "9900B-10", "2019", "B1電気室", "10.240.0.11", "三菱電機ビルソリューションズ"],
            ["PAC-3", "電算室空調機", "電算室", "20kW", "ダイキン工業", "RZRP224", "2021", "4F電算室", "10.240.0.31", "ダイキン工業"],
            ["ACS-1", "入退室管理装置", "全館", "－", "パナソニック", "eX-SG", "2018", "1F防災センター", "10.240.0.51", "綜合警備保障"],
        ],
    })  # fmt: skip
    n = "設備"
    return Truth(
        assets={
            (n, 2): {"tag": "UPS-1", "name": "無停電電源装置", "maker": "三菱電機", "model": "9900B-10", "place": "B1電気室", "ips": ("10.240.0.11",), "maintainer": "三菱電機ビルソリューションズ"},
            (n, 3): {"tag": "PAC-3", "name": "電算室空調機", "maker": "ダイキン工業", "model": "RZRP224", "place": "4F電算室", "ips": ("10.240.0.31",), "maintainer": "ダイキン工業"},
            (n, 4): {"tag": "ACS-1", "name": "入退室管理装置", "maker": "パナソニック", "model": "eX-SG", "place": "1F防災センター", "ips": ("10.240.0.51",), "maintainer": "綜合警備保障"},
        },
        skipped=skip(n, header=1),
        unread={"系統・用途", "容量", "製造年"},
    )  # fmt: skip


@ledger("薬局レセコン_店舗別.xlsx")
def shops_as_groups_of_columns(path: Path) -> Truth:
    """A chain of pharmacies: shops across as groups, two columns each; what it is down the side."""
    save(path, {
        "店舗": [
            ["項目", "駅前店", "病院前店", "本町店"],
            ["レセコン機種", "ESPRIMO K5011", "ESPRIMO K5011", "Mate MC-6"],
            ["製造番号", "R1K50011", "R1K50012", "6M00031A"],
            ["IPアドレス", "192.168.31.10", "192.168.32.10", "192.168.33.10"],
            ["OS", "Windows 11", "Windows 11", "Windows 10"],
            ["導入日", "2023/6/1", "2023/6/8", "2019/10/1"],
            ["保守会社", "EMシステムズ", "EMシステムズ", "EMシステムズ"],
        ],
    })  # fmt: skip
    n = "店舗"
    d = {"maintainer": "EMシステムズ"}
    return Truth(
        assets={
            (n, 1, "B"): {**d, "model": "ESPRIMO K5011", "serial": "R1K50011", "ips": ("192.168.31.10",), "os": "Windows 11", "introduced": "2023-06-01", "place": "駅前店"},
            (n, 1, "C"): {**d, "model": "ESPRIMO K5011", "serial": "R1K50012", "ips": ("192.168.32.10",), "os": "Windows 11", "introduced": "2023-06-08", "place": "病院前店"},
            (n, 1, "D"): {**d, "model": "Mate MC-6", "serial": "6M00031A", "ips": ("192.168.33.10",), "os": "Windows 10", "introduced": "2019-10-01", "place": "本町店"},
        },
        skipped=skip(n, **{"a line of a table that lies on its side": range(2, 8)}),
    )  # fmt: skip


@ledger("固定IP一覧(無線LAN含む).csv")
def fixed_ones_with_reserved_bands(path: Path) -> Truth:
    """Addresses: bands that are kept free said in words, an address in use without a device's number, one asked about."""
    write_csv(path, [
        ["IPアドレス", "区分", "端末名称", "設置部署", "MACアドレス", "登録日", "備考"],
        ["172.22.1.1", "NW", "L3SW", "情報室", "", "2020/4/1", ""],
        ["172.22.1.2～172.22.1.9", "予約", "", "", "", "", "NW機器用に空けておくこと"],
        ["172.22.1.10", "SV", "勤怠サーバ", "総務課", "00-15-5D-01-01-10", "2021/6/3", ""],
        ["172.22.1.11", "PC", "？", "不明", "", "", "使用者確認中"],
        ["172.22.1.12", "空", "", "", "", "", ""],
    ], "cp932")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"ips": ("172.22.1.1",), "kind": "NW", "hostname": "L3SW", "department": "情報室"},
            ("", 3): {"ips": tuple(f"172.22.1.{k}" for k in range(2, 10)), "state": "reserved", "note": "NW機器用に空けておくこと"},
            ("", 4): {"ips": ("172.22.1.10",), "kind": "SV", "name": "勤怠サーバ", "department": "総務課", "macs": ("00:15:5d:01:01:10",)},
            ("", 5): {"ips": ("172.22.1.11",), "kind": "PC", "note": "使用者確認中"},
            ("", 6): {"ips": ("172.22.1.12",), "state": "reserved"},
        },
        skipped=skip("", header=1),
        unread={"登録日"},
    )  # fmt: skip


@ledger("ナースコール・PHS連携機器.xlsx")
def three_headings_of_other_systems(path: Path) -> Truth:
    """A vendor of nurse calls: the ward, the parent, its controller and its address, the exchange it talks to."""
    save(path, {
        "構成": [
            ["病棟", "機器種別", "品番", "製造番号", "制御装置IP", "接続先PBX IP", "台数", "納入", "修理受付"],
            ["2階", "親機", "VVK-11", "VK11-2201", "10.95.2.1", "10.95.0.1", 1, "2021年3月", "ケアコム"],
            ["3階", "親機", "VVK-11", "VK11-3301", "10.95.3.1", "10.95.0.1", 1, "2021年3月", "ケアコム"],
            ["3階", "廊下灯", "CL-20", None, None, None, 24, "2021年3月", "ケアコム"],
        ],
    })  # fmt: skip
    n = "構成"
    d = {"introduced": "2021-03", "maintainer": "ケアコム"}
    return Truth(
        assets={
            (n, 2): {**d, "department": "2階", "kind": "親機", "model": "VVK-11", "serial": "VK11-2201", "ips": ("10.95.2.1",), "quantity": 1},
            (n, 3): {**d, "department": "3階", "kind": "親機", "model": "VVK-11", "serial": "VK11-3301", "ips": ("10.95.3.1",), "quantity": 1},
            (n, 4): {**d, "department": "3階", "kind": "廊下灯", "model": "CL-20", "quantity": 24},
        },
        skipped=skip(n, header=1),
        unread={"接続先PBX IP"},
    )  # fmt: skip
