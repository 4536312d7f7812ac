"""Ledgers whose truth was written by hand before the reader's dictionaries were looked at. See make.py.

What the reader made of them at the first try is told in tests/bench/test_bench_ledgers.py; since then they
are ledgers like the others, and a change that breaks one is a defect.
"""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

from tests.ledgers.broken import raw_workbook
from tests.ledgers.make import Truth, fill, ledger, skip, workbook, write_csv
from tests.ledgers.more import save


@ledger("放射線科モダリティ一覧.xlsx")
def modalities(path: Path) -> Truth:
    """AE title, address and port in one cell; a term of maintenance from - to; the kind as a DICOM word."""
    save(path, {
        "モダリティ": [
            [None, "放射線科　モダリティ接続一覧（PACS）"],
            [None, "更新　令和6年10月1日　診療放射線技師長"],
            [],
            [None, "モダリティ", "装置名", "製造元", "AEタイトル／IPアドレス／ポート", "設置室", "保守会社", "保守契約期間", "リモート\n保守"],
            [None, "CT", "Aquilion ONE", "キヤノンメディカルシステムズ(株)", "CT01 / 10.20.1.11 / 104", "第１ＣＴ室", "キヤノンメディカルシステムズ(株)", "R5.4.1～R10.3.31", "有"],
            [None, "MR", "MAGNETOM Skyra", "シーメンスヘルスケア㈱", "MR01 / 10.20.1.21 / 104", "ＭＲ室", "シーメンスヘルスケア㈱", "2022/10/1-2027/9/30", "有"],
            [None, "US", "LOGIQ E10", "GEヘルスケア", "US_ECHO\n10.20.1.31\n11112", "超音波室", "〃", "都度", "無"],
            [None, "CR", "FCR CAPSULA", "富士フイルム", "未接続", "一般撮影室", "富士フイルムメディカル", None, "無"],
            [None, "計　４台"],
        ],
    })  # fmt: skip
    n = "モダリティ"
    return Truth(
        assets={
            (n, 5): {"kind": "CT", "name": "Aquilion ONE", "maker": "キヤノンメディカルシステムズ株式会社", "ips": ("10.20.1.11",), "place": "第1CT室", "maintainer": "キヤノンメディカルシステムズ株式会社", "maintained_until": "2028-03-31", "remote_maintenance": "有"},
            (n, 6): {"kind": "MR", "name": "MAGNETOM Skyra", "maker": "シーメンスヘルスケア株式会社", "ips": ("10.20.1.21",), "place": "MR室", "maintainer": "シーメンスヘルスケア株式会社", "maintained_until": "2027-09-30", "remote_maintenance": "有"},
            (n, 7): {"kind": "US", "name": "LOGIQ E10", "maker": "GEヘルスケア", "ips": ("10.20.1.31",), "place": "超音波室", "maintainer": "シーメンスヘルスケア株式会社", "remote_maintenance": "無"},
            (n, 8): {"kind": "CR", "name": "FCR CAPSULA", "maker": "富士フイルム", "place": "一般撮影室", "maintainer": "富士フイルムメディカル", "remote_maintenance": "無"},
        },
        skipped=skip(n, title=[1, 2], blank=3, header=4, subtotal=9),
        offline={(n, 8)},
    )  # fmt: skip


@ledger("医療機器管理台帳（臨床工学室）.xlsx")
def engineers_three_lines(path: Path) -> Truth:
    """Headings of three lines with merges, the year of purchase as a year of an era, dates of inspections."""
    save(path, {
        "台帳": [
            ["中央管理医療機器台帳"],
            [],
            ["機器情報", None, None, None, None, "購入", None, "管理", None, None, "定期点検", None, None],
            ["ME\n管理番号", "機器分類", "名称", "メーカー／型式", None, "年度", "業者", "使用部署", "保管場所", "状態", "実施日", None, "次回\n予定"],
            [None, None, None, "製造販売業者", "型式", None, None, None, None, None, "前回", "今回", None],
            ["ME0012", "シリンジポンプ", "シリンジポンプ", "テルモ株式会社", "TE-SS700", "平成29年度", "○○医科器械", "ＩＣＵ", "ＩＣＵ器材庫", "稼働", "R5.6.1", "R6.6.3", "R7.6"],
            ["ME0013", "シリンジポンプ", "シリンジポンプ", "テルモ株式会社", "TE-SS700", "平成29年度", "○○医科器械", "手術部", "手術室1", "修理", "R5.6.1", "R6.6.3", "R7.6"],
            ["ME0100", "人工呼吸器", "サーボ", "ゲティンゲ・グループ", "SERVO-air", "令和2年度", "△△メディカル", "ＩＣＵ", "中央機器室", "待機", "R5.9.1", "R6.9.2", "R7.9"],
            ["ME0101", "除細動器", "ＡＥＤ", "日本光電", "AED-3100", "Ｒ１年度", "△△メディカル", "外来", "正面玄関", "廃棄", "R4.9.1", None, None],
        ],
    }, {"台帳": ["A3:E3", "F3:G3", "H3:J3", "K3:M3", "A4:A5", "B4:B5", "C4:C5", "D4:E4", "F4:F5", "G4:G5", "H4:H5", "I4:I5", "J4:J5", "K4:L4", "M4:M5"]})  # fmt: skip
    n = "台帳"
    pump = {
        "kind": "シリンジポンプ",
        "name": "シリンジポンプ",
        "maker": "テルモ株式会社",
        "model": "TE-SS700",
        "introduced": "2017",
        "checked": "2024-06-03",
        "maintainer": "○○医科器械",
    }
    return Truth(
        assets={
            (n, 6): {**pump, "tag": "ME0012", "department": "ICU", "place": "ICU器材庫", "state": "in_use"},
            (n, 7): {**pump, "tag": "ME0013", "department": "手術部", "place": "手術室1", "state": "stopped"},
            (n, 8): {"tag": "ME0100", "kind": "人工呼吸器", "name": "サーボ", "maker": "ゲティンゲ・グループ", "model": "SERVO-air", "introduced": "2020", "checked": "2024-09-02", "maintainer": "△△メディカル", "department": "ICU", "place": "中央機器室", "state": "spare"},
            (n, 9): {"tag": "ME0101", "kind": "除細動器", "name": "AED", "maker": "日本光電", "model": "AED-3100", "introduced": "2019", "maintainer": "△△メディカル", "department": "外来", "place": "正面玄関", "state": "disposed"},
        },
        skipped=skip(n, title=1, blank=2, header=[3, 4, 5]),
        unread={"定期点検/実施日/前回", "定期点検/次回 予定"},
    )  # fmt: skip


@ledger("固定資産明細R6.csv")
def fixed_assets_by_account(path: Path) -> Truth:
    """Bookkeeping's list: accounts as section rows, sums with commas, line breaks in cells, 除却."""
    write_csv(path, [
        ["固定資産明細表", "", "", "", "", "", "", "", "", ""],
        ["令和７年３月31日現在　（単位：円）", "", "", "", "", "", "", "", "", ""],
        ["資産コード", "資産名", "規格・型式", "取得年月日", "数量", "取得価額", "当期償却額", "期末簿価", "使用部門", "現況"],
        ["【医療用器械備品】", "", "", "", "", "", "", "", "", ""],
        ["30-00011", "全身用Ｘ線ＣＴ診断装置\n（附属品含む）", "SCENARIA View", "平成30年12月28日", "1", "98,000,000", "12,250,000", "9,187,500", "放射線科", "使用中"],
        ["30-00012", "患者監視装置一式", "", "令和元年5月31日", "1式", "23,450,000", "0", "1", "３階病棟", "使用中"],
        ["30-00013", "分娩監視装置", "MT-610", "令和2年8月", "3", "4,500,000", "0", "1", "産婦人科", "使用中"],
        ["医療用器械備品計", "", "", "", "5", "125,950,000", "", "", "", ""],
        ["【その他の器械備品】", "", "", "", "", "", "", "", "", ""],
        ["40-00001", "電子カルテサーバ", "PRIMERGY RX2530", "令和3年3月31日", "2", "6,400,000", "", "", "医事課", "使用中"],
        ["40-00002", "ノート型パソコン", "VersaPro", "H26.3.31", "1", "120,000", "0", "1", "医事課", "除却済"],
        ["その他の器械備品計", "", "", "", "3", "6,520,000", "", "", "", ""],
        ["総合計", "", "", "", "8", "132,470,000", "", "", "", ""],
    ], "cp932")  # fmt: skip
    return Truth(
        assets={
            ("", 5): {"tag": "30-00011", "name": "全身用X線CT診断装置 (附属品含む)", "model": "SCENARIA View", "introduced": "2018-12-28", "quantity": 1, "department": "放射線科", "state": "in_use", "kind": "医療用器械備品"},
            ("", 6): {"tag": "30-00012", "name": "患者監視装置一式", "introduced": "2019-05-31", "quantity": 0, "department": "3階病棟", "state": "in_use", "kind": "医療用器械備品"},
            ("", 7): {"tag": "30-00013", "name": "分娩監視装置", "model": "MT-610", "introduced": "2020-08", "quantity": 3, "department": "産婦人科", "state": "in_use", "kind": "医療用器械備品"},
            ("", 10): {"tag": "40-00001", "name": "電子カルテサーバ", "model": "PRIMERGY RX2530", "introduced": "2021-03-31", "quantity": 2, "department": "医事課", "state": "in_use", "kind": "その他の器械備品"},
            ("", 11): {"tag": "40-00002", "name": "ノート型パソコン", "model": "VersaPro", "introduced": "2014-03-31", "quantity": 1, "department": "医事課", "state": "disposed", "kind": "その他の器械備品"},
        },
        skipped=skip("", title=[1, 2], header=3, section=[4, 9], subtotal=[8, 12, 13]),
        unread={"取得価額", "当期償却額", "期末簿価"},
    )  # fmt: skip


@ledger("委託業者一覧.xlsx")
def contractors(path: Path) -> Truth:
    """A list of contractors: the address that the contractor comes from is not the device's."""
    save(path, {
        "委託業者": [
            ["外部委託業者・リモート保守接続一覧"],
            ["No", "業者名", "対象システム", "対象機器IP", "接続元IPアドレス", "接続方法", "接続時間帯", "契約終了日", "業者担当者", "電話番号", "院内担当"],
            [1, "㈱北斗システム", "電子カルテ", "10.1.1.10, 10.1.1.11", "203.0.113.10", "VPN（IPsec）", "平日9-17時", "2026/3/31", "中村", "03-0000-0001", "医療情報係"],
            [2, "南メディカル(株)", "生化学自動分析装置", "10.1.30.5", "198.51.100.0/28", "専用ルータ", "常時", "R8.9.30", "木村", "03-0000-0002", "検査科　佐藤"],
            [3, "東電機㈲", "空調監視", "なし", "なし", "なし（現地のみ）", "－", "自動更新", "林", "03-0000-0003", "施設課"],
        ],
    })  # fmt: skip
    n = "委託業者"
    return Truth(
        assets={
            (n, 3): {"tag": "1", "maintainer": "株式会社北斗システム", "name": "電子カルテ", "ips": ("10.1.1.10", "10.1.1.11"), "remote_maintenance": "VPN(IPsec)", "maintained_until": "2026-03-31", "responsible": "医療情報係"},
            (n, 4): {"tag": "2", "maintainer": "南メディカル株式会社", "name": "生化学自動分析装置", "ips": ("10.1.30.5",), "remote_maintenance": "専用ルータ", "maintained_until": "2026-09-30", "responsible": "検査科 佐藤"},
            (n, 5): {"tag": "3", "maintainer": "東電機有限会社", "name": "空調監視", "remote_maintenance": "なし(現地のみ)", "responsible": "施設課"},
        },
        skipped=skip(n, title=1, header=2),
        unread={"接続元IPアドレス", "接続時間帯", "業者担当者", "電話番号"},
    )  # fmt: skip


@ledger("うちの機械.xlsx")
def clinic_in_plain_words(path: Path) -> Truth:
    """A clinic's sheet in plain words: なに, どこ, いつ買った."""
    save(path, {
        "Sheet1": [
            ["なに", "どこ", "メーカー", "型番", "番号（シール）", "ＩＰ", "ＬＡＮ", "いつ買った", "こわれたら電話する先", "メモ"],
            ["受付のパソコン", "受付", "ＨＰ", "ProDesk 400", "①", "192.168.0.11", "有線", "令和3年5月", "サクラ電器", "レセコン兼用"],
            ["先生のノート", "診察室", "パナソニック", "レッツノート CF-SV", "②", "じどう", "無線", "去年", "サクラ電器", None],
            ["血球計算機", "処置室", "フクダ電子", "LC-178CRP", "③", "なし", "つないでない", "2018年ごろ", "フクダ電子", None],
        ],
    })  # fmt: skip
    n = "Sheet1"
    return Truth(
        assets={
            (n, 2): {"name": "受付のパソコン", "place": "受付", "maker": "HP", "model": "ProDesk 400", "tag": "1", "ips": ("192.168.0.11",), "introduced": "2021-05", "maintainer": "サクラ電器", "note": "レセコン兼用"},
            (n, 3): {"name": "先生のノート", "place": "診察室", "maker": "パナソニック", "model": "レッツノート CF-SV", "tag": "2", "dhcp": True, "maintainer": "サクラ電器"},
            (n, 4): {"name": "血球計算機", "place": "処置室", "maker": "フクダ電子", "model": "LC-178CRP", "tag": "3", "introduced": "2018", "maintainer": "フクダ電子"},
        },
        skipped=skip(n, header=1),
        offline={(n, 4)},
    )  # fmt: skip


@ledger("病棟PC・プリンタ（病棟別シート）.xlsx")
def wards_in_other_orders(path: Path) -> Truth:
    """A sheet per ward, each with its own order of columns; a summary; hidden columns that still say something."""
    book = workbook()
    a = book.active
    a.title = "5階西病棟"
    fill(a, [
        ["5階西病棟　機器一覧", None, None, None, None, "担当：師長"],
        [],
        ["No", "機器種別", "コンピュータ名", "IPアドレス", "物理アドレス", "S/N", "設置日"],
        [1, "デスクトップ", "W5W-PC01", "10.5.5.１", "00-1B-21-05-05-01", "SN5501", date(2022, 4, 1)],
        [2, "ノート", "W5W-NT01", "ＤＨＣＰ", "00-1B-21-05-05-02", "SN5502", "2022.4.1"],
        [3, "プリンタ", None, "10.5.5.50", "00-1B-21-05-05-03", "SN5503", "2022年4月1日"],
    ])  # fmt: skip
    a.column_dimensions["E"].hidden = True
    b = book.create_sheet("HCU")
    fill(b, [
        ["S/N", "コンピュータ名", "機器種別", "設置日", "IPアドレス"],
        ["SN6601", "HCU-PC01", "デスクトップ", "20230401", "10.5.6.1"],
        ["SN6602", "HCU-PC02", "デスクトップ", 45017, "10.5.6.2"],
    ])  # fmt: skip
    c = book.create_sheet("台数まとめ")
    fill(c, [
        ["病棟", "デスクトップ", "ノート", "プリンタ", "計"],
        ["5階西病棟", 1, 1, 1, 3],
        ["HCU", 2, 0, 0, 2],
        ["計", 3, 1, 1, 5],
    ])  # fmt: skip
    book.save(path)
    ward = {"department": "5階西病棟"}
    return Truth(
        assets={
            ("5階西病棟", 4): {**ward, "tag": "1", "kind": "デスクトップ", "hostname": "W5W-PC01", "ips": ("10.5.5.1",), "macs": ("00:1b:21:05:05:01",), "serial": "SN5501", "introduced": "2022-04-01"},
            ("5階西病棟", 5): {**ward, "tag": "2", "kind": "ノート", "hostname": "W5W-NT01", "dhcp": True, "macs": ("00:1b:21:05:05:02",), "serial": "SN5502", "introduced": "2022-04-01"},
            ("5階西病棟", 6): {**ward, "tag": "3", "kind": "プリンタ", "ips": ("10.5.5.50",), "macs": ("00:1b:21:05:05:03",), "serial": "SN5503", "introduced": "2022-04-01"},
            ("HCU", 2): {"department": "HCU", "kind": "デスクトップ", "hostname": "HCU-PC01", "ips": ("10.5.6.1",), "serial": "SN6601", "introduced": "2023-04-01"},
            ("HCU", 3): {"department": "HCU", "kind": "デスクトップ", "hostname": "HCU-PC02", "ips": ("10.5.6.2",), "serial": "SN6602", "introduced": "2023-04-01"},
        },
        skipped={**skip("5階西病棟", title=1, blank=2, header=3), **skip("HCU", header=1), **skip("台数まとめ", summary=[1, 2, 3, 4])},
    )  # fmt: skip


@ledger("機器カード綴り.xlsx")
def cards_two_by_two(path: Path) -> Truth:
    """Cards of four lines, two beside each other and two below, each in its frame with the device's name on top."""

    def card(
        name: str, tag: str, maker: str, model: str, serial: str, bought: object, place: str, ip: str
    ) -> list[list[object]]:
        return [
            ["機器名", name, "管理番号", tag],
            ["メーカー", maker, "型式", model],
            ["製造番号", serial, "購入日", bought],
            ["設置場所", place, "IPアドレス", ip],
        ]

    one = card("心電計", "C-01", "フクダ電子", "FCP-8800", "10010", "H30.5.10", "外来処置室", "10.7.0.1")
    two = card(
        "超音波診断装置", "C-02", "キヤノン", "Xario 100", "20020", date(2019, 8, 1), "生理検査室", "10.7.0.2"
    )
    three = card(
        "自動血圧計", "C-03", "エー・アンド・デイ", "TM-2657P", "30030", "令和2年9月", "健診室", "なし"
    )
    four = card("眼底カメラ", "C-04", "トプコン", "NW400", "40040", "2021/2/15", "眼科外来", "10.7.0.4")
    rows: list[list[object]] = [["医療機器管理カード"]]
    for left, right in ((one, two), (three, four)):
        rows += [[*a, None, *b] for a, b in zip(left, right, strict=True)] + [[]]
    save(path, {"カード": rows[:-1]})
    n = "カード"
    return Truth(
        assets={
            (n, 2, "B"): {"name": "心電計", "tag": "C-01", "maker": "フクダ電子", "model": "FCP-8800", "serial": "10010", "introduced": "2018-05-10", "place": "外来処置室", "ips": ("10.7.0.1",)},
            (n, 2, "G"): {"name": "超音波診断装置", "tag": "C-02", "maker": "キヤノン", "model": "Xario 100", "serial": "20020", "introduced": "2019-08-01", "place": "生理検査室", "ips": ("10.7.0.2",)},
            (n, 7, "B"): {"name": "自動血圧計", "tag": "C-03", "maker": "エー・アンド・デイ", "model": "TM-2657P", "serial": "30030", "introduced": "2020-09", "place": "健診室"},
            (n, 7, "G"): {"name": "眼底カメラ", "tag": "C-04", "maker": "トプコン", "model": "NW400", "serial": "40040", "introduced": "2021-02-15", "place": "眼科外来", "ips": ("10.7.0.4",)},
        },
        skipped=skip(n, title=1, **{"part_of_the_card_that_begins_in_row_2": [3, 4, 5], "blank": 6, "part_of_the_card_that_begins_in_row_7": [8, 9, 10]}),
    )  # fmt: skip


@ledger("サーバ構成（縦）.csv")
def servers_lying(path: Path) -> Truth:
    """A table on its side in UTF-8 with a mark: a column per server, two addresses each, networks in the headings."""
    write_csv(path, [
        ["サーバ構成表", "", "", ""],
        ["項目", "1号機", "2号機", "3号機"],
        ["ホスト名", "KARTE-DB", "KARTE-AP", "PACS-SV"],
        ["用途", "電子カルテDB", "電子カルテAP", "画像管理"],
        ["メーカー", "富士通", "富士通", "HPE"],
        ["機種", "RX2540 M5", "RX2530 M5", "DL380 Gen10"],
        ["シリアル番号", "MA1A000001", "MA1A000002", "CZJ00000A1"],
        ["OS", "Windows Server 2019", "Windows Server 2019", "RHEL 8.6"],
        ["IPアドレス（業務）", "172.20.0.11", "172.20.0.12", "172.20.0.21"],
        ["IPアドレス（管理）", "172.21.0.11", "172.21.0.12", "―"],
        ["設置場所", "サーバ室 ラック1", "サーバ室 ラック1", "サーバ室 ラック2"],
        ["保守終了日", "2026/12/31", "2026/12/31", "2028年3月"],
    ], "utf-8-sig")  # fmt: skip
    return Truth(
        assets={
            ("", 3, "B"): {"hostname": "KARTE-DB", "name": "電子カルテDB", "maker": "富士通", "model": "RX2540 M5", "serial": "MA1A000001", "os": "Windows Server 2019", "ips": ("172.20.0.11", "172.21.0.11"), "place": "サーバ室 ラック1", "maintained_until": "2026-12-31"},
            ("", 3, "C"): {"hostname": "KARTE-AP", "name": "電子カルテAP", "maker": "富士通", "model": "RX2530 M5", "serial": "MA1A000002", "os": "Windows Server 2019", "ips": ("172.20.0.12", "172.21.0.12"), "place": "サーバ室 ラック1", "maintained_until": "2026-12-31"},
            ("", 3, "D"): {"hostname": "PACS-SV", "name": "画像管理", "maker": "HPE", "model": "DL380 Gen10", "serial": "CZJ00000A1", "os": "RHEL 8.6", "ips": ("172.20.0.21",), "place": "サーバ室 ラック2", "maintained_until": "2028-03"},
        },
        skipped=skip("", title=[1, 2], **{"a_line_of_a_table_that_lies_on_its_side": [4, 5, 6, 7, 8, 9, 10, 11, 12]}),
    )  # fmt: skip


@ledger("NW機器.xlsx")
def switches_beside_points(path: Path) -> Truth:
    """Two tables beside each other with headings of their own and a title above each; MACs typed as numbers."""
    save(path, {
        "NW機器": [
            ["■スイッチ", None, None, None, None, None, "■無線アクセスポイント"],
            ["機器名", "型番", "IPアドレス", "MACアドレス", "FW", None, "AP名", "設置場所", "MACアドレス", "IPアドレス"],
            ["CORE-SW1", "C9300-24T", "10.0.0.1", "0011.2233.4455", "17.9.4", None, "AP-3F-01", "3階廊下", 1122334466, "10.0.9.1"],
            ["FL1-SW1", "AT-x530L", "10.0.0.11", "00:00:CD:12:34:56", "5.5.2", None, "AP-3F-02", "3階ＮＳ", 1122334467, "10.0.9.2"],
            ["FL2-SW1", "AT-x530L", "10.0.0.12", "0000CD123457", "5.5.2", None, "AP-4F-01", "4階廊下", "001122334468", "10.0.9.3"],
            ["FL3-SW1", "AT-x530L", "10.0.0.13", "0000cd-123458", "5.5.2"],
        ],
    })  # fmt: skip
    n = "NW機器"
    switch, kind = {"kind": "スイッチ"}, {"kind": "無線アクセスポイント"}
    at = {"model": "AT-x530L", "software_version": "5.5.2", **switch}
    return Truth(
        assets={
            (n, 3): {"name": "CORE-SW1", "model": "C9300-24T", "ips": ("10.0.0.1",), "macs": ("00:11:22:33:44:55",), "software_version": "17.9.4", **switch},
            (n, 4): {"name": "FL1-SW1", "ips": ("10.0.0.11",), "macs": ("00:00:cd:12:34:56",), **at},
            (n, 5): {"name": "FL2-SW1", "ips": ("10.0.0.12",), "macs": ("00:00:cd:12:34:57",), **at},
            (n, 6): {"name": "FL3-SW1", "ips": ("10.0.0.13",), "macs": ("00:00:cd:12:34:58",), **at},
            (n, 3, "G"): {"name": "AP-3F-01", "place": "3階廊下", "macs": ("00:11:22:33:44:66",), "ips": ("10.0.9.1",), **kind},
            (n, 4, "G"): {"name": "AP-3F-02", "place": "3階NS", "macs": ("00:11:22:33:44:67",), "ips": ("10.0.9.2",), **kind},
            (n, 5, "G"): {"name": "AP-4F-01", "place": "4階廊下", "macs": ("00:11:22:33:44:68",), "ips": ("10.0.9.3",), **kind},
        },
        skipped=skip(n, title=1, header=2),
    )  # fmt: skip


@ledger("adcomputers.tsv")
def export_of_a_directory(path: Path) -> Truth:
    """What a directory of computers gives out: UTF-16, little end first, English names written in one word."""
    write_csv(path, [
        ["Name", "DNSHostName", "OperatingSystem", "OperatingSystemVersion", "IPv4Address", "LastLogonDate", "Description", "Enabled"],
        ["NS3E-PC01", "ns3e-pc01.hosp.example", "Windows 10 Pro", "10.0 (19045)", "10.3.1.21", "2024/10/01 8:12:33", "3階東NS", "True"],
        ["NS3E-PC02", "ns3e-pc02.hosp.example", "Windows 11 Pro", "10.0 (22631)", "", "2023/02/11 17:40:02", "予備", "True"],
        ["FILESV", "filesv.hosp.example", "Windows Server 2016 Standard", "10.0 (14393)", "10.3.0.5", "2024/10/02 0:00:10", "", "True"],
    ], "utf-16", "\t")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"name": "NS3E-PC01", "hostname": "ns3e-pc01.hosp.example", "os": "Windows 10 Pro", "os_version": "10.0 (19045)", "ips": ("10.3.1.21",), "note": "3階東NS"},
            ("", 3): {"name": "NS3E-PC02", "hostname": "ns3e-pc02.hosp.example", "os": "Windows 11 Pro", "os_version": "10.0 (22631)", "note": "予備"},
            ("", 4): {"name": "FILESV", "hostname": "filesv.hosp.example", "os": "Windows Server 2016 Standard", "os_version": "10.0 (14393)", "ips": ("10.3.0.5",)},
        },
        skipped=skip("", header=1),
        unread={"LastLogonDate", "Enabled"},
    )  # fmt: skip


@ledger("看護部備品台帳.xlsx")
def nursing_department(path: Path) -> Truth:
    """Wards as merged section rows without brackets, every way to write as above, states with remarks, retired rows struck."""
    from openpyxl.styles import Font

    book = workbook()
    s = book.active
    s.title = "備品"
    fill(s, [
        ["看護部　備品台帳"],
        ["番号", "品名", "メーカ", "型名", "シリアル", "数量", "購入", "状態", "備考"],
        ["３階東病棟"],
        ["N-301", "ベッドサイドモニタ", "フクダ電子", "DS-8100", "A001", "1台", "H31.2", "使用中", None],
        ["N-302", "同上", "同上", "同上", "A002", "１台", "同上", "故障で業者預かり", "代替機あり"],
        ["N-303", "↑", "↑", "↑", "A003", "1", "↑", "貸出中（4西）", None],
        [None, "小計", None, None, None, "3台"],
        ["４階西病棟"],
        ["N-401", "電子血圧計", "テルモ", "ES-H56", "B001", "2台", "R1.7", "○", None],
        ["N-402", "〃", "〃", "〃", "B003", "〃", "〃", "廃棄（R5.9）", None],
        [None, "小計", None, None, None, "4台"],
        [None, "合計", None, None, None, "7台"],
    ])  # fmt: skip
    s.merge_cells("A1:I1")
    s.merge_cells("A3:I3")
    s.merge_cells("A8:I8")
    for cell in s[10]:
        cell.font = Font(strike=True)
    book.save(path)
    n = "備品"
    east, west = {"department": "3階東病棟"}, {"department": "4階西病棟"}
    monitor = {
        "name": "ベッドサイドモニタ",
        "maker": "フクダ電子",
        "model": "DS-8100",
        "quantity": 1,
        "introduced": "2019-02",
        **east,
    }
    gauge = {
        "name": "電子血圧計",
        "maker": "テルモ",
        "model": "ES-H56",
        "quantity": 2,
        "introduced": "2019-07",
        **west,
    }
    return Truth(
        assets={
            (n, 4): {**monitor, "tag": "N-301", "serial": "A001", "state": "in_use"},
            (n, 5): {**monitor, "tag": "N-302", "serial": "A002", "state": "stopped", "note": "代替機あり"},
            (n, 6): {**monitor, "tag": "N-303", "serial": "A003", "state": "in_use"},
            (n, 9): {**gauge, "tag": "N-401", "serial": "B001", "state": "in_use"},
            (n, 10): {**gauge, "tag": "N-402", "serial": "B003", "state": "disposed"},
        },
        skipped=skip(n, title=1, header=2, section=[3, 8], subtotal=[7, 11, 12]),
    )  # fmt: skip


@ledger("医療機器管理.xlsm")
def with_macros_and_formulas(path: Path) -> Truth:
    """A workbook with macros: numbers by formula, makers looked up in another book, #N/A and #REF! left standing."""

    def text(at: str, value: str, formula: str = "") -> bytes:
        body = f"<f>{formula}</f>" if formula else ""
        return f'<c r="{at}" t="str">{body}<v>{value}</v></c>'.encode()

    def error(at: str, value: str, formula: str) -> bytes:
        return f'<c r="{at}" t="e"><f>{formula}</f><v>{value}</v></c>'.encode()

    def row(number: int, *cells: bytes) -> bytes:
        return b'<row r="%d">' % number + b"".join(cells) + b"</row>"

    heads = ("機器管理番号", "機器名", "製造販売元", "型式", "製造番号", "ＩＰアドレス", "配置部署")
    table = [row(1, *(text(f"{'ABCDEFG'[i]}1", head) for i, head in enumerate(heads)))]
    for number, (name, maker, model, ip) in enumerate(
        [
            ("輸液ポンプ", "テルモ", "TE-281", ""),
            ("生体情報モニタ", "日本光電", "CNS-6201", "10.8.0.2"),
            ("除細動器", "#N/A", "TEC-5600", ""),
        ],
        2,
    ):
        made = (error if maker.startswith("#") else text)(
            f"C{number}", maker, f"VLOOKUP(D{number},[1]業者!A:B,2,0)"
        )
        place = error(f"G{number}", "#REF!", "#REF!") if number == 4 else text(f"G{number}", "ICU")
        table.append(
            row(number, text(f"A{number}", f"ME-{number:03}", f'"ME-"&amp;TEXT(ROW(),"000")'), text(f"B{number}", name), made,
                text(f"D{number}", model), text(f"E{number}", f"7000{number}"), text(f"F{number}", ip) if ip else b"", place)
        )  # fmt: skip
    raw_workbook(path, table)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000))
    return Truth(
        assets={
            ("S", 2): {"tag": "ME-002", "name": "輸液ポンプ", "maker": "テルモ", "model": "TE-281", "serial": "70002", "department": "ICU"},
            ("S", 3): {"tag": "ME-003", "name": "生体情報モニタ", "maker": "日本光電", "model": "CNS-6201", "serial": "70003", "ips": ("10.8.0.2",), "department": "ICU"},
            ("S", 4): {"tag": "ME-004", "name": "除細動器", "model": "TEC-5600", "serial": "70004"},
        },
        skipped=skip("S", header=1),
        problems={("S", 4, "C"): "#N/A", ("S", 4, "G"): "#REF!"},
    )  # fmt: skip


@ledger("電話・ナースコール.csv")
def telephony(path: Path) -> Truth:
    """The contractor's list in UTF-8 without a mark: semicolons no, spaces for layout, extension numbers, PoE ports."""
    path.write_text(
        "ナースコール・電話設備　機器リスト,,,,,,,\n"
        ",,,,,,,\n"
        "機 器 名,品番,台数,IPアドレス範囲,MACアドレス,接続ポート,設置フロア,施工業者\n"
        "IP電話機（多機能）,IP-24N,12台,192.168.50.101〜112,,SW3-1〜12,3F,○○通信工業\n"
        "PHSアンテナ,CS-8A,4,,,,各階,○○通信工業\n"
        "ナースコール親機,NICSS-EX8,1,192.168.51.10,00-80-92-00-00-01,SW3-20,3F,ケアコム\n"
        "ナースコール親機,NICSS-EX8,1,192.168.51.11,00-80-92-00-00-02,SW4-20,4F,ケアコム\n"
        "ボイスメールサーバ,,1,192.168.50.2/24,00:80:92:00:00:1F,,電話交換機室,○○通信工業\n",
        encoding="utf-8",
    )
    phones = tuple(f"192.168.50.{n}" for n in range(101, 113))
    call = {"name": "ナースコール親機", "model": "NICSS-EX8", "quantity": 1, "maintainer": "ケアコム"}
    return Truth(
        assets={
            ("", 4): {"name": "IP電話機(多機能)", "model": "IP-24N", "quantity": 12, "ips": phones, "place": "3F", "maintainer": "○○通信工業"},
            ("", 5): {"name": "PHSアンテナ", "model": "CS-8A", "quantity": 4, "place": "各階", "maintainer": "○○通信工業"},
            ("", 6): {**call, "ips": ("192.168.51.10",), "macs": ("00:80:92:00:00:01",), "place": "3F"},
            ("", 7): {**call, "ips": ("192.168.51.11",), "macs": ("00:80:92:00:00:02",), "place": "4F"},
            ("", 8): {"name": "ボイスメールサーバ", "quantity": 1, "ips": ("192.168.50.2",), "macs": ("00:80:92:00:00:1f",), "place": "電話交換機室", "maintainer": "○○通信工業"},
        },
        skipped=skip("", title=1, blank=2, header=3),
        unread={"接続ポート"},
    )  # fmt: skip


@ledger("検査部機器.xlsx")
def laboratory_two_nics(path: Path) -> Truth:
    """Two NICs in a cell in words, maker with model in a cell, addresses as numbers of four parts in full width, remote as a line."""
    save(path, {
        "検査部": [
            ["検査部門　システム・分析装置　管理簿", None, None, None, None, None, None],
            ["（対外秘）"],
            ["装置", "メーカ・機種", "製番", "ネットワーク設定", "OS", "設置年", "リモート回線", "責任者"],
            ["血液ガス分析装置", "ラジオメーター ABL90 FLEX", "393-0001", "有線：192.168.40.11\n無線：使用しない", "Windows 10 IoT", "2020", "なし", "検査部長"],
            ["生化学分析装置", "ベックマン・コールター AU5800", "20170099", "装置側 192.168.100.1 ／ LIS側 192.168.40.12", "Windows 7", "平成29年", "有（アナログ回線）", "検査部長"],
            ["LISサーバ", "HPE ProLiant ML350", "SGH000001", "１９２．１６８．４０．１　（固定）", "Windows Server 2016", "H28", "有（VPN）", "検査部長"],
            ["検体搬送", "日立ハイテク LabFLEX", "-", "DHCP（予約）192.168.40.30", "不明", "不明", "〃", "〃"],
        ],
    })  # fmt: skip
    n = "検査部"
    head = {"responsible": "検査部長", "department": "検査部"}
    return Truth(
        assets={
            (n, 4): {"name": "血液ガス分析装置", "maker": "ラジオメーター", "model": "ABL90 FLEX", "serial": "393-0001", "ips": ("192.168.40.11",), "os": "Windows 10 IoT", "introduced": "2020", "remote_maintenance": "なし", **head},
            (n, 5): {"name": "生化学分析装置", "maker": "ベックマン・コールター", "model": "AU5800", "serial": "20170099", "ips": ("192.168.100.1", "192.168.40.12"), "os": "Windows 7", "introduced": "2017", "remote_maintenance": "有(アナログ回線)", **head},
            (n, 6): {"name": "LISサーバ", "maker": "HPE", "model": "ProLiant ML350", "serial": "SGH000001", "ips": ("192.168.40.1",), "os": "Windows Server 2016", "introduced": "2016", "remote_maintenance": "有(VPN)", **head},
            (n, 7): {"name": "検体搬送", "maker": "日立ハイテク", "model": "LabFLEX", "ips": ("192.168.40.30",), "remote_maintenance": "有(VPN)", **head},
        },
        skipped=skip(n, title=[1, 2], header=3),
    )  # fmt: skip
