"""Eight plain ones of as many offices, to see how an ordinary ledger fares at first sight. See make.py."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.ledgers.make import Truth, ledger, skip, write_csv
from tests.ledgers.more import save


@ledger("内科医院_パソコン一覧.xlsx")
def plain_computers_of_a_doctor(path: Path) -> Truth:
    """A doctor's computers."""
    save(path, {
        "Sheet1": [
            ["番号", "設置場所", "用途", "メーカー", "型番", "OS", "IPアドレス", "購入日", "備考"],
            [1, "受付", "レセコン", "NEC", "MKM34", "Windows 10", "192.168.1.11", date(2020, 6, 1), None],
            [2, "診察室", "電子カルテ", "DELL", "OptiPlex 3080", "Windows 10", "192.168.1.12", date(2021, 2, 10), "2画面"],
            [3, "レントゲン室", "画像", "EIZO", "RS240", "Windows 11", "192.168.1.13", date(2023, 9, 4), None],
        ],
    })  # fmt: skip
    n = "Sheet1"
    return Truth(
        assets={
            (n, 2): {"tag": "1", "place": "受付", "name": "レセコン", "maker": "NEC", "model": "MKM34", "os": "Windows 10", "ips": ("192.168.1.11",), "introduced": "2020-06-01"},
            (n, 3): {"tag": "2", "place": "診察室", "name": "電子カルテ", "maker": "DELL", "model": "OptiPlex 3080", "os": "Windows 10", "ips": ("192.168.1.12",), "introduced": "2021-02-10", "note": "2画面"},
            (n, 4): {"tag": "3", "place": "レントゲン室", "name": "画像", "maker": "EIZO", "model": "RS240", "os": "Windows 11", "ips": ("192.168.1.13",), "introduced": "2023-09-04"},
        },
        skipped=skip(n, header=1),
    )  # fmt: skip


@ledger("ME機器一覧(2025.1).csv")
def plain_devices_of_engineers(path: Path) -> Truth:
    """Clinical engineers' devices."""
    write_csv(path, [
        ["ME番号", "機器分類", "機種名", "メーカー", "製造番号", "購入日", "保管場所", "最終点検日", "次回点検予定", "状態", "備考"],
        ["ME1001", "輸液ポンプ", "TE-351", "テルモ", "2005-0101", "2020/05/20", "ME室", "2024/11/02", "2025/11", "使用可", ""],
        ["ME1002", "輸液ポンプ", "TE-351", "テルモ", "2005-0102", "2020/05/20", "4F", "2024/11/02", "2025/11", "使用可", ""],
        ["ME2001", "心電計", "ECG-3250", "日本光電", "32500011", "2019/03/12", "2F処置室", "2024/10/15", "2025/10", "点検中", "LAN接続"],
    ], "cp932")  # fmt: skip
    t = {"kind": "輸液ポンプ", "model": "TE-351", "maker": "テルモ", "introduced": "2020-05-20", "checked": "2024-11-02", "state": "in_use"}
    return Truth(
        assets={
            ("", 2): {**t, "tag": "ME1001", "serial": "2005-0101", "place": "ME室"},
            ("", 3): {**t, "tag": "ME1002", "serial": "2005-0102", "place": "4F"},
            ("", 4): {"tag": "ME2001", "kind": "心電計", "model": "ECG-3250", "maker": "日本光電", "serial": "32500011", "introduced": "2019-03-12", "place": "2F処置室", "checked": "2024-10-15", "state": "stopped", "note": "LAN接続"},
        },
        skipped=skip("", header=1),
        unread={"次回点検予定"},
    )  # fmt: skip


@ledger("サーバ台帳R6.xlsx")
def plain_servers_of_a_systems_office(path: Path) -> Truth:
    """A systems office's servers under a title."""
    save(path, {
        "台帳": [
            ["サーバ管理台帳", None, None, None, None, None, None, None, None, "医療情報課"],
            ["管理番号", "システム名", "サーバ名", "物理/仮想", "機種", "OS", "IPアドレス", "設置ラック", "導入年月", "保守業者", "保守終了予定"],
            ["SV-01", "電子カルテ", "EMRDB1", "物理", "PRIMERGY RX2540 M6", "Windows Server 2019", "10.10.1.11", "A-12", "2022年3月", "富士通Japan", "2028年3月"],
            ["SV-02", "電子カルテ", "EMRWEB1", "仮想", None, "Windows Server 2019", "10.10.1.21", None, "2022年3月", "富士通Japan", "2028年3月"],
            ["SV-03", "放射線", "PACSDB", "物理", "DL380 Gen10", "Windows Server 2016", "10.10.2.11", "B-03", "2019年10月", "富士フイルムメディカル", "2025年9月"],
        ],
    })  # fmt: skip
    n = "台帳"
    e = {"name": "電子カルテ", "os": "Windows Server 2019", "introduced": "2022-03", "maintainer": "富士通Japan", "maintained_until": "2028-03"}
    return Truth(
        assets={
            (n, 3): {**e, "tag": "SV-01", "hostname": "EMRDB1", "model": "PRIMERGY RX2540 M6", "ips": ("10.10.1.11",), "place": "A-12"},
            (n, 4): {**e, "tag": "SV-02", "hostname": "EMRWEB1", "ips": ("10.10.1.21",)},
            (n, 5): {"tag": "SV-03", "name": "放射線", "hostname": "PACSDB", "model": "DL380 Gen10", "os": "Windows Server 2016", "ips": ("10.10.2.11",), "place": "B-03", "introduced": "2019-10", "maintainer": "富士フイルムメディカル", "maintained_until": "2025-09"},
        },
        skipped=skip(n, title=1, header=2),
        unread={"物理/仮想"},
    )  # fmt: skip


@ledger("固定資産一覧_医療機器.csv")
def plain_property_of_a_hospital(path: Path) -> Truth:
    """The book of property."""
    write_csv(path, [
        ["資産番号", "資産名称", "数量", "取得年月日", "取得価額", "耐用年数", "期末帳簿価額", "管理部門", "設置場所", "異動区分"],
        ["0300512", "超電導磁石式MRI装置", "1", "20180930", "198000000", "6", "1", "放射線部", "MRI室", ""],
        ["0300633", "内視鏡システム一式", "1", "20211215", "24500000", "6", "9800000", "内視鏡部", "内視鏡室2", ""],
        ["0200107", "全自動散薬分包機", "1", "20080331", "8900000", "5", "0", "薬剤部", "調剤室", "除却"],
    ], "cp932")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"tag": "0300512", "name": "超電導磁石式MRI装置", "quantity": 1, "introduced": "2018-09-30", "department": "放射線部", "place": "MRI室"},
            ("", 3): {"tag": "0300633", "name": "内視鏡システム一式", "quantity": 0, "introduced": "2021-12-15", "department": "内視鏡部", "place": "内視鏡室2"},
            ("", 4): {"tag": "0200107", "name": "全自動散薬分包機", "quantity": 1, "introduced": "2008-03-31", "department": "薬剤部", "place": "調剤室", "state": "disposed"},
        },
        skipped=skip("", header=1),
        unread={"取得価額", "耐用年数", "期末帳簿価額"},
    )  # fmt: skip


@ledger("放射線機器管理表.xlsx")
def plain_modalities(path: Path) -> Truth:
    """Radiographers' modalities."""
    save(path, {
        "機器": [
            ["室名", "装置", "メーカー", "型式", "製造番号", "設置年月", "AE Title", "IP", "保守契約先", "保守満了", "リモート"],
            ["第1撮影室", "一般撮影", "島津", "RADspeed Pro", "MP5012", "2019.3", "DR1", "10.20.1.1", "島津メディカル", "2026.3", "無"],
            ["CT室", "80列CT", "キヤノン", "Aquilion Lightning", "ALB1921", "2020.11", "CT1", "10.20.1.11", "キヤノンメディカル", "2027.10", "有"],
            ["透視室", "X線TV", "富士フイルム", "CUREVISTA Apex", "CA-0331", "2022.6", "RF1", "10.20.1.21", "富士フイルムヘルスケア", "2028.5", "有"],
        ],
    })  # fmt: skip
    n = "機器"
    return Truth(
        assets={
            (n, 2): {"place": "第1撮影室", "name": "一般撮影", "maker": "島津", "model": "RADspeed Pro", "serial": "MP5012", "introduced": "2019-03", "hostname": "DR1", "ips": ("10.20.1.1",), "maintainer": "島津メディカル", "maintained_until": "2026-03", "remote_maintenance": "無"},
            (n, 3): {"place": "CT室", "name": "80列CT", "maker": "キヤノン", "model": "Aquilion Lightning", "serial": "ALB1921", "introduced": "2020-11", "hostname": "CT1", "ips": ("10.20.1.11",), "maintainer": "キヤノンメディカル", "maintained_until": "2027-10", "remote_maintenance": "有"},
            (n, 4): {"place": "透視室", "name": "X線TV", "maker": "富士フイルム", "model": "CUREVISTA Apex", "serial": "CA-0331", "introduced": "2022-06", "hostname": "RF1", "ips": ("10.20.1.21",), "maintainer": "富士フイルムヘルスケア", "maintained_until": "2028-05", "remote_maintenance": "有"},
        },
        skipped=skip(n, header=1),
    )  # fmt: skip


@ledger("スイッチ・AP管理表.xlsx")
def plain_network_gear(path: Path) -> Truth:
    """A contractor's gear: two sheets with the same headings."""
    head: list[object] = ["No.", "機器名", "型番", "管理IPアドレス", "MACアドレス", "シリアル番号", "設置場所", "ファームウェア", "導入日"]
    save(path, {
        "スイッチ": [head, [1, "core-sw1", "GS980MX", "192.168.250.1", "E0-1A-EA-00-00-01", "A10000001", "1F電気室", "5.5.3", "2023/1/20"], [2, "edge-2f1", "GS910", "192.168.250.21", "E0-1A-EA-00-00-21", "A20000021", "2F EPS", "2.1.2", "2023/1/20"]],
        "無線AP": [head, [1, "ap-2f-01", "TQ1402", "192.168.250.121", "E0-1A-EA-00-01-21", "A30000121", "2F 廊下", "6.0.1", "2023/1/21"]],
    })  # fmt: skip
    a, b = "スイッチ", "無線AP"
    return Truth(
        assets={
            (a, 2): {"kind": a, "tag": "1", "name": "core-sw1", "model": "GS980MX", "ips": ("192.168.250.1",), "macs": ("e0:1a:ea:00:00:01",), "serial": "A10000001", "place": "1F電気室", "software_version": "5.5.3", "introduced": "2023-01-20"},
            (a, 3): {"kind": a, "tag": "2", "name": "edge-2f1", "model": "GS910", "ips": ("192.168.250.21",), "macs": ("e0:1a:ea:00:00:21",), "serial": "A20000021", "place": "2F EPS", "software_version": "2.1.2", "introduced": "2023-01-20"},
            (b, 2): {"kind": b, "tag": "1", "name": "ap-2f-01", "model": "TQ1402", "ips": ("192.168.250.121",), "macs": ("e0:1a:ea:00:01:21",), "serial": "A30000121", "place": "2F 廊下", "software_version": "6.0.1", "introduced": "2023-01-21"},
        },
        skipped={**skip(a, header=1), **skip(b, header=1)},
    )  # fmt: skip


@ledger("検査部機器一覧.xlsx")
def plain_laboratory_devices(path: Path) -> Truth:
    """A laboratory's devices."""
    save(path, {
        "検査部": [
            ["検査部　機器一覧表"],
            [],
            ["No", "部門", "機器名称", "機種", "メーカー", "シリアルNo.", "導入年", "LIS接続", "IPアドレス", "保守会社", "連絡先"],
            [1, "生化学", "自動分析装置", "AU5822", "ベックマン", "AU-58001", 2019, "○", "10.31.1.1", "ベックマン・コールター", "0120-000-011"],
            [2, "血液", "血球計数装置", "XN-2000", "シスメックス", "XN-20031", 2021, "○", "10.31.1.2", "シスメックス", "0120-000-012"],
            [3, "一般", "尿分析装置", "UX-2000", "シスメックス", "UX-20007", 2018, "×", None, "シスメックス", "0120-000-012"],
        ],
    })  # fmt: skip
    n = "検査部"
    return Truth(
        assets={
            (n, 4): {"tag": "1", "department": "生化学", "name": "自動分析装置", "model": "AU5822", "maker": "ベックマン", "serial": "AU-58001", "introduced": "2019", "ips": ("10.31.1.1",), "maintainer": "ベックマン・コールター"},
            (n, 5): {"tag": "2", "department": "血液", "name": "血球計数装置", "model": "XN-2000", "maker": "シスメックス", "serial": "XN-20031", "introduced": "2021", "ips": ("10.31.1.2",), "maintainer": "シスメックス"},
            (n, 6): {"tag": "3", "department": "一般", "name": "尿分析装置", "model": "UX-2000", "maker": "シスメックス", "serial": "UX-20007", "introduced": "2018", "maintainer": "シスメックス"},
        },
        skipped=skip(n, title=1, blank=2, header=3),
        unread={"LIS接続", "連絡先"},
    )  # fmt: skip


@ledger("IP管理表(本院).csv")
def plain_addresses_of_the_main_house(path: Path) -> Truth:
    """A list of addresses."""
    write_csv(path, [
        ["IPアドレス", "ホスト名", "機器種別", "設置部署", "使用者", "MACアドレス", "固定/DHCP", "更新日", "備考"],
        ["10.1.100.1", "gw-honin", "ルータ", "電算室", "", "00:A0:DE:10:00:01", "固定", "2024/4/1", ""],
        ["10.1.100.20", "soumu-pc01", "PC", "総務課", "山内", "8C:8C:AA:10:00:20", "固定", "2024/6/11", ""],
        ["10.1.100.21", "soumu-pc02", "PC", "総務課", "島", "8C:8C:AA:10:00:21", "固定", "2024/6/11", "返却予定"],
        ["10.1.100.22", "", "", "", "", "", "", "", "空き"],
    ], "utf-8-sig")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"ips": ("10.1.100.1",), "hostname": "gw-honin", "kind": "ルータ", "department": "電算室", "macs": ("00:a0:de:10:00:01",), "checked": "2024-04-01"},
            ("", 3): {"ips": ("10.1.100.20",), "hostname": "soumu-pc01", "kind": "PC", "department": "総務課", "user": "山内", "macs": ("8c:8c:aa:10:00:20",), "checked": "2024-06-11"},
            ("", 4): {"ips": ("10.1.100.21",), "hostname": "soumu-pc02", "kind": "PC", "department": "総務課", "user": "島", "macs": ("8c:8c:aa:10:00:21",), "checked": "2024-06-11", "note": "返却予定"},
            ("", 5): {"ips": ("10.1.100.22",), "state": "reserved", "note": "空き"},
        },
        skipped=skip("", header=1),
    )  # fmt: skip
