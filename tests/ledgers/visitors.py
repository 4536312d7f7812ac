"""Ledgers of offices, stores and groups of hospitals, read once before the next rule: see FIRST_TRY of the bench. See make.py."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.ledgers.make import Truth, fill, ledger, skip, workbook, write_csv
from tests.ledgers.more import save


@ledger("PC管理表_総務.xlsx")
def office_terminals(path: Path) -> Truth:
    """The general affairs section: who has which, domain and asset stickers, office software, dates of expiry of the lease."""
    save(path, {
        "PC": [
            ["総務部PC管理表", None, None, None, None, None, None, None, None, "R6.10.1現在"],
            ["資産シール", "ＰＣ名", "機種", "製造番号", "ＯＳ", "Office", "IPアドレス", "MACアドレス（有線LAN）", "MACアドレス（無線LAN）", "主たる使用者", "課", "リース満了", "備考"],
            ["S-0101", "SOM-101", "LIFEBOOK A5512/JX", "R2Z00101", "Win11Pro", "2021", "192.168.30.101", "38:7C:76:00:01:01", "38:7C:76:00:02:01", "総務課長", "総務課", "2027年3月31日", None],
            ["S-0102", "SOM-102", "LIFEBOOK A5512/JX", "R2Z00102", "Win11Pro", "2021", "192.168.30.102", "38:7C:76:00:01:02", "38:7C:76:00:02:02", "（空席）", "総務課", "2027年3月31日", "予備機"],
            ["S-0103", "JIN-101", "ESPRIMO K5010", "R1X00103", "Win10Pro", "2019", "192.168.30.111", "4C:52:62:00:01:03", "無線なし", "人事係", "人事課", "2025年3月31日", None],
        ],
    })  # fmt: skip
    n = "PC"
    kind = {"kind": "PC"}
    lb = {**kind, "model": "LIFEBOOK A5512/JX", "os": "Win11Pro", "department": "総務課", "maintained_until": "2027-03-31"}
    return Truth(
        assets={
            (n, 3): {**lb, "tag": "S-0101", "hostname": "SOM-101", "serial": "R2Z00101", "ips": ("192.168.30.101",), "macs": ("38:7c:76:00:01:01", "38:7c:76:00:02:01"), "user": "総務課長"},
            (n, 4): {**lb, "tag": "S-0102", "hostname": "SOM-102", "serial": "R2Z00102", "ips": ("192.168.30.102",), "macs": ("38:7c:76:00:01:02", "38:7c:76:00:02:02"), "user": "(空席)", "note": "予備機"},
            (n, 5): {**kind, "tag": "S-0103", "hostname": "JIN-101", "model": "ESPRIMO K5010", "serial": "R1X00103", "os": "Win10Pro", "ips": ("192.168.30.111",), "macs": ("4c:52:62:00:01:03",), "user": "人事係", "department": "人事課", "maintained_until": "2025-03-31"},
        },
        skipped=skip(n, title=1, header=2),
        unread={"Office"},
    )  # fmt: skip


@ledger("ポンプ類管理台帳.csv")
def pumps(path: Path) -> Truth:
    """Pumps by the hundred: one column for the firm's short name, firmware, battery, wireless module, last seen ward."""
    write_csv(path, [
        ["機器番号", "機器分類", "会社", "機種名", "製造番号", "ファームウェアVer", "無線モジュールMAC", "導入年月日", "バッテリー交換日", "最終使用病棟", "廃棄日", "コメント"],
        ["IP-0001", "輸液ポンプ", "テルモ", "TE-LM830A", "18010001", "2.10", "00:26:92:00:00:01", "2018/1/15", "2023/2/1", "5東", "", ""],
        ["IP-0002", "輸液ポンプ", "テルモ", "TE-LM830A", "18010002", "2.10", "00:26:92:00:00:02", "2018/1/15", "2023/2/1", "ICU", "", "外装キズ"],
        ["SP-0001", "シリンジポンプ", "テルモ", "TE-SS835N", "18020001", "1.30", "", "2018/1/15", "", "", "2024/3/29", "落下破損"],
    ], "cp932")  # fmt: skip
    pump = {"kind": "輸液ポンプ", "maker": "テルモ", "model": "TE-LM830A", "software_version": "2.10", "introduced": "2018-01-15"}
    return Truth(
        assets={
            ("", 2): {**pump, "tag": "IP-0001", "serial": "18010001", "macs": ("00:26:92:00:00:01",), "department": "5東"},
            ("", 3): {**pump, "tag": "IP-0002", "serial": "18010002", "macs": ("00:26:92:00:00:02",), "department": "ICU", "note": "外装キズ"},
            ("", 4): {"tag": "SP-0001", "kind": "シリンジポンプ", "maker": "テルモ", "model": "TE-SS835N", "serial": "18020001", "software_version": "1.30", "introduced": "2018-01-15", "disposed": "2024-03-29", "state": "disposed", "note": "落下破損"},
        },
        skipped=skip("", header=1),
        unread={"バッテリー交換日"},
    )  # fmt: skip


@ledger("グループウェア出力_備品.tsv")
def groupware(path: Path) -> Truth:
    """Given out by groupware: record numbers, who made and changed the record and when, fields in the order of the database."""
    write_csv(path, [
        ["レコード番号", "作成日時", "作成者", "更新日時", "更新者", "備品名", "備品管理No", "カテゴリ", "メーカー名", "型番", "シリアルナンバー", "保管場所", "利用状況", "購入日", "保証期限", "添付ファイル"],
        ["12", "2023/04/03 9:12", "admin", "2024/09/01 10:01", "tanaka", "プロジェクター", "BH-012", "AV機器", "エプソン", "EB-FH52", "XCK00012", "会議室1", "利用可能", "2023/04/01", "2026/03/31", "photo.jpg"],
        ["13", "2023/04/03 9:15", "admin", "2023/04/03 9:15", "admin", "ノートPC", "BH-013", "PC", "HP", "ProBook 450 G9", "5CD00013", "総務課", "貸出中", "2023/04/01", "2028/03/31", ""],
        ["20", "2024/01/10 17:40", "admin", "2024/01/10 17:40", "admin", "Webカメラ", "BH-020", "AV機器", "ロジクール", "C920n", "", "会議室1", "故障", "2020/12", "", ""],
    ], "utf-8")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"name": "プロジェクター", "tag": "BH-012", "kind": "AV機器", "maker": "エプソン", "model": "EB-FH52", "serial": "XCK00012", "place": "会議室1", "state": "in_use", "introduced": "2023-04-01", "maintained_until": "2026-03-31", "checked": "2024-09-01"},
            ("", 3): {"name": "ノートPC", "tag": "BH-013", "kind": "PC", "maker": "HP", "model": "ProBook 450 G9", "serial": "5CD00013", "place": "総務課", "state": "in_use", "introduced": "2023-04-01", "maintained_until": "2028-03-31", "checked": "2023-04-03"},
            ("", 4): {"name": "Webカメラ", "tag": "BH-020", "kind": "AV機器", "maker": "ロジクール", "model": "C920n", "place": "会議室1", "state": "stopped", "introduced": "2020-12", "checked": "2024-01-10"},
        },
        skipped=skip("", header=1),
        unread={"レコード番号", "作成日時", "作成者", "更新者", "添付ファイル"},
    )  # fmt: skip


@ledger("放射線治療.xlsx")
def radiotherapy(path: Path) -> Truth:
    """Systems of several machines each: the system merged down, its machines with a role, two networks in two columns."""
    save(path, {
        "治療部門": [
            ["放射線治療部門　システム構成機器"],
            [],
            ["システム", "構成機器", "役割", "メーカー", "機種", "S/N", "院内LAN", "治療LAN", "OS", "保守"],
            ["リニアック1号機", "制御PC", "コンソール", "バリアン", "TrueBeam", "H190001", None, "10.200.1.11", "Windows 10 IoT", "バリアンメディカル"],
            [None, "画像PC", "OBI", "バリアン", "TrueBeam", "H190001-2", None, "10.200.1.12", "Windows 10 IoT", "バリアンメディカル"],
            ["治療計画", "計画端末1", "TPS", "HP", "Z8 G4", "CZC00011", "10.1.90.11", "10.200.1.21", "Windows 10", "東洋メディック"],
            [None, "計画端末2", "TPS", "HP", "Z8 G4", "CZC00012", "10.1.90.12", "10.200.1.22", "Windows 10", "東洋メディック"],
        ],
    }, {"治療部門": ["A4:A5", "A6:A7"]})  # fmt: skip
    n = "治療部門"
    tb = {"maker": "バリアン", "model": "TrueBeam", "os": "Windows 10 IoT", "maintainer": "バリアンメディカル", "department": "治療部門"}
    z8 = {"maker": "HP", "model": "Z8 G4", "os": "Windows 10", "maintainer": "東洋メディック", "department": "治療部門"}
    return Truth(
        assets={
            (n, 4): {**tb, "name": "制御PC", "serial": "H190001", "ips": ("10.200.1.11",)},
            (n, 5): {**tb, "name": "画像PC", "serial": "H190001-2", "ips": ("10.200.1.12",)},
            (n, 6): {**z8, "name": "計画端末1", "serial": "CZC00011", "ips": ("10.1.90.11", "10.200.1.21")},
            (n, 7): {**z8, "name": "計画端末2", "serial": "CZC00012", "ips": ("10.1.90.12", "10.200.1.22")},
        },
        skipped=skip(n, title=1, blank=2, header=3),
        unread={"システム", "役割"},
    )  # fmt: skip


@ledger("廃棄機器一覧R5.xlsx")
def discarded(path: Path) -> Truth:
    """A list of what was discarded in a year: all are gone, though no column says so but the day; who wiped the disk."""
    save(path, {
        "R5廃棄": [
            ["令和5年度　廃棄機器一覧"],
            ["No.", "資産番号", "品名", "メーカー", "型番", "シリアル", "購入年度", "廃棄年月日", "データ消去", "廃棄業者", "理由"],
            [1, "A-0011", "ノートPC", "東芝", "dynabook B65", "8G0001", "H28", "R5.9.15", "物理破壊", "エコ産業㈱", "故障"],
            [2, "A-0012", "サーバ", "富士通", "TX1320 M1", "YM0002", "H26", "R5.9.15", "物理破壊", "エコ産業㈱", "更新"],
        ],
    })  # fmt: skip
    n = "R5廃棄"
    return Truth(
        assets={
            (n, 3): {"tag": "A-0011", "name": "ノートPC", "maker": "東芝", "model": "dynabook B65", "serial": "8G0001", "introduced": "2016", "disposed": "2023-09-15", "state": "disposed"},
            (n, 4): {"tag": "A-0012", "name": "サーバ", "maker": "富士通", "model": "TX1320 M1", "serial": "YM0002", "introduced": "2014", "disposed": "2023-09-15", "state": "disposed"},
        },
        skipped=skip(n, title=1, header=2),
        unread={"No.", "データ消去", "廃棄業者", "理由"},
    )  # fmt: skip


@ledger("検体検査装置_接続構成.xlsx")
def laboratory_on_its_side(path: Path) -> Truth:
    """A table on its side with merged titles, empty cells for none, two addresses in lines of a cell, ticks for yes."""
    save(path, {
        "接続構成": [
            ["検体検査装置　接続構成一覧"],
            [None, "生化学", "免疫", "血球"],
            ["装置名", "自動分析装置", "免疫測定装置", "血球計数装置"],
            ["製造販売業者", "日本電子", "富士レビオ", "シスメックス"],
            ["型式", "BM6070", "ルミパルスL2400", "XN-3100"],
            ["製造番号", "BM000011", "L24-0022", "XN-0033"],
            ["IPアドレス", "装置 192.168.60.11\nPC 192.168.60.12", "192.168.60.21", "192.168.60.31"],
            ["OS", "Windows 10", None, "Windows 10"],
            ["設置日", date(2019, 11, 1), date(2021, 2, 1), "R3.2.1"],
            ["保守業者", "日本電子", "富士レビオ", "シスメックス"],
        ],
    }, {"接続構成": ["A1:D1"]})  # fmt: skip
    n = "接続構成"
    return Truth(
        assets={
            (n, 3, "B"): {"name": "自動分析装置", "maker": "日本電子", "model": "BM6070", "serial": "BM000011", "ips": ("192.168.60.11", "192.168.60.12"), "os": "Windows 10", "introduced": "2019-11-01", "maintainer": "日本電子"},
            (n, 3, "C"): {"name": "免疫測定装置", "maker": "富士レビオ", "model": "ルミパルスL2400", "serial": "L24-0022", "ips": ("192.168.60.21",), "introduced": "2021-02-01", "maintainer": "富士レビオ"},
            (n, 3, "D"): {"name": "血球計数装置", "maker": "シスメックス", "model": "XN-3100", "serial": "XN-0033", "ips": ("192.168.60.31",), "os": "Windows 10", "introduced": "2021-02-01", "maintainer": "シスメックス"},
        },
        skipped=skip(n, title=[1, 2], **{"a_line_of_a_table_that_lies_on_its_side": [4, 5, 6, 7, 8, 9, 10]}),
    )  # fmt: skip


@ledger("Hospital IT assets (group).csv")
def group_of_hospitals(path: Path) -> Truth:
    """A group of hospitals keeps one list in English: site and ward, lifecycle words, several owners, dates by the month's name."""
    path.write_text(
        "Site,Asset ID,Asset Class,Vendor,Model,Serial #,Host,IPv4,MAC,Ward/Dept,Room,OS,Patch level,Owner,Lifecycle stage,Commissioned,Support until,Criticality\n"
        "Kita,KT-0001,Workstation,Dell,Precision 3460,7ABC001,kt-ws-001,10.91.1.11,B0-7B-25-00-00-01,Radiology,R1,Windows 11 23H2,2024-09,PACS team,In production,Mar 2023,2028-03,High\n"
        "Kita,KT-0002,Server,HPE,DL360 Gen10,CZ0002,kt-sv-002,10.91.0.2,94-40-C9-00-00-02,IT,DC,RHEL 8.8,2024-08,IT,In production,Oct 2021,2026-10,High\n"
        "Minami,MN-0001,Printer,Ricoh,IM C2000,3090M0001,,10.92.3.9,58-38-79-00-00-09,Outpatient,12,,,Clerks,Retired,Jan 2016,,Low\n",
        encoding="utf-8",
    )
    return Truth(
        assets={
            ("", 2): {"tag": "KT-0001", "kind": "Workstation", "maker": "Dell", "model": "Precision 3460", "serial": "7ABC001", "hostname": "kt-ws-001", "ips": ("10.91.1.11",), "macs": ("b0:7b:25:00:00:01",), "department": "Radiology", "place": "Kita R1", "os": "Windows 11 23H2", "user": "PACS team", "state": "in_use", "introduced": "2023-03", "maintained_until": "2028-03"},
            ("", 3): {"tag": "KT-0002", "kind": "Server", "maker": "HPE", "model": "DL360 Gen10", "serial": "CZ0002", "hostname": "kt-sv-002", "ips": ("10.91.0.2",), "macs": ("94:40:c9:00:00:02",), "department": "IT", "place": "Kita DC", "os": "RHEL 8.8", "user": "IT", "state": "in_use", "introduced": "2021-10", "maintained_until": "2026-10"},
            ("", 4): {"tag": "MN-0001", "kind": "Printer", "maker": "Ricoh", "model": "IM C2000", "serial": "3090M0001", "ips": ("10.92.3.9",), "macs": ("58:38:79:00:00:09",), "department": "Outpatient", "place": "Minami 12", "user": "Clerks", "state": "disposed", "introduced": "2016-01"},
        },
        skipped=skip("", header=1),
        unread={"Patch level", "Criticality"},
    )  # fmt: skip


@ledger("外来棟_配線・端末表.xlsx")
def sockets_and_terminals(path: Path) -> Truth:
    """From the cabling: a row per socket of the wall, with what is plugged into it, most of them with nothing."""
    book = workbook()
    s = book.active
    s.title = "外来1F"
    fill(s, [
        ["外来棟1F　情報コンセント・接続端末表"],
        ["部屋", "コンセントNo", "SW", "SWポート", "VLAN", "接続端末名", "IPアドレス", "MACアドレス", "備考"],
        ["受付", "1F-001", "SW-G1", 1, 10, "UKE-01", "10.10.1.1", "7C:57:58:00:00:01", None],
        ["受付", "1F-002", "SW-G1", 2, 10, None, None, None, "空き"],
        ["診1", "1F-003", "SW-G1", 3, 20, "SHIN-01", "10.20.1.1", "7C:57:58:00:00:03", None],
        ["診1", "1F-004", "SW-G1", 4, 30, "エコー", "10.30.1.4", None, "移動あり"],
    ])  # fmt: skip
    book.save(path)
    n = "外来1F"
    return Truth(
        assets={
            (n, 3): {"place": "受付", "hostname": "UKE-01", "ips": ("10.10.1.1",), "macs": ("7c:57:58:00:00:01",)},
            (n, 5): {"place": "診1", "hostname": "SHIN-01", "ips": ("10.20.1.1",), "macs": ("7c:57:58:00:00:03",)},
            (n, 6): {"place": "診1", "name": "エコー", "ips": ("10.30.1.4",), "note": "移動あり"},
        },
        skipped=skip(n, title=1, header=2, no_device_is_named_in_this_row=4),
        unread={"コンセントNo", "SW", "SWポート", "VLAN"},
    )  # fmt: skip
