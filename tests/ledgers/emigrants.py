"""A seventeenth dozen, written by one who had not seen the reader: managers' exports, questionnaires, exchanges, old books. See make.py."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from tests.ledgers.make import Truth, ledger, skip, write_csv
from tests.ledgers.more import save

HERE = Path(__file__).parent


@ledger("インベントリ一覧(全端末).tsv")
def inventory_of_all_terminals(path: Path) -> Truth:
    """What a manager of clients knows of them: the box's own number, the mask, the last patch, the last word; UTF-16 with tabs."""
    write_csv(path, [
        ["コンピュータ名", "ワークグループ/ドメイン", "IPアドレス", "サブネットマスク", "MACアドレス", "OS", "OSバージョン", "メーカー名", "機種名", "BIOSシリアル番号", "部署", "使用者", "設置場所", "Windows Update最終適用日", "最終通信日時"],
        ["HEMO-CONS1", "BYOIN", "10.26.8.15", "255.255.255.0", "18:60:24:26:08:15", "Microsoft Windows 10 Enterprise LTSC", "1809", "Hewlett-Packard", "HP Z4 G4 Workstation", "JPH9190X1", "循環器センター", "技師共用", "心カテ室", "2022/03/10", "2025/01/31 18:02"],
        ["ISEI-NB04", "BYOIN", "10.26.2.104", "255.255.255.0", "F8:89:D2:26:02:68", "Microsoft Windows 11 Pro", "24H2", "LENOVO", "ThinkPad E14 Gen 5", "PF4K0A04", "医師事務作業補助室", "共用", "医局前", "2025/01/16", "2025/01/31 17:45"],
        ["KENSHIN2", "WORKGROUP", "10.26.30.2", "255.255.255.0", "00:E0:4C:26:30:02", "Microsoft Windows 8.1 Pro", "6.3.9600", "Mouse Computer", "MPro-iX310", "MP310-7712", "健診センター", "", "聴力検査室", "2019/07/01", "2024/10/07 09:12"],
    ], "utf-16", "\t")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"hostname": "HEMO-CONS1", "ips": ("10.26.8.15",), "macs": ("18:60:24:26:08:15",), "os": "Microsoft Windows 10 Enterprise LTSC", "os_version": "1809", "maker": "Hewlett-Packard", "model": "HP Z4 G4 Workstation", "serial": "JPH9190X1", "department": "循環器センター", "user": "技師共用", "place": "心カテ室", "checked": "2025-01-31"},
            ("", 3): {"hostname": "ISEI-NB04", "ips": ("10.26.2.104",), "macs": ("f8:89:d2:26:02:68",), "os": "Microsoft Windows 11 Pro", "os_version": "24H2", "maker": "LENOVO", "model": "ThinkPad E14 Gen 5", "serial": "PF4K0A04", "department": "医師事務作業補助室", "user": "共用", "place": "医局前", "checked": "2025-01-31"},
            ("", 4): {"hostname": "KENSHIN2", "ips": ("10.26.30.2",), "macs": ("00:e0:4c:26:30:02",), "os": "Microsoft Windows 8.1 Pro", "os_version": "6.3.9600", "maker": "Mouse Computer", "model": "MPro-iX310", "serial": "MP310-7712", "department": "健診センター", "place": "聴力検査室", "checked": "2024-10-07"},
        },
        skipped=skip("", header=1),
        unread={"ワークグループ/ドメイン", "サブネットマスク", "Windows Update最終適用日"},
    )  # fmt: skip


@ledger("更新基盤_サーバ構成書.xlsx")
def renewed_servers_on_their_side(path: Path) -> Truth:
    """A maker's paper: on its side, the group in the first column, four servers beside each other, two addresses each."""
    save(path, {
        "構成書": [
            ["次期電子カルテ基盤　サーバ構成書", None, None, None, None, "第2版"],
            ["分類", "項目", "1号機", "2号機", "3号機", "4号機"],
            ["用途", "ホスト名", "emr-db1", "emr-db2", "emr-ap1", "emr-bk1"],
            [None, "用途", "データベース", "データベース（待機）", "アプリケーション", "バックアップ"],
            ["筐体", "メーカー", "NEC", "NEC", "NEC", "NEC"],
            [None, "機種名", "Express5800/R120j-2M", "Express5800/R120j-2M", "Express5800/R120j-1M", "iStorage NS300Rj"],
            [None, "製造番号", "N8100-01", "N8100-02", "N8100-11", "N8100-21"],
            [None, "CPU", "2CPU", "2CPU", "1CPU", "1CPU"],
            ["接続", "業務IPアドレス", "10.1.20.11", "10.1.20.12", "10.1.20.21", "10.1.20.31"],
            [None, "管理IPアドレス", "10.1.200.11", "10.1.200.12", "10.1.200.21", "10.1.200.31"],
            ["OS", "OS名", "RHEL 9.4", "RHEL 9.4", "Windows Server 2022", "Windows Server IoT 2022"],
            ["保守", "保守会社", "NECフィールディング㈱", "NECフィールディング㈱", "NECフィールディング㈱", "NECフィールディング㈱"],
            [None, "保守期限", "2031/3/31", "2031/3/31", "2031/3/31", "2030/3/31"],
        ],
    }, {"構成書": ["A3:A4", "A5:A8", "A9:A10", "A12:A13"]})  # fmt: skip
    n = "構成書"
    d = {"maker": "NEC", "maintainer": "NECフィールディング株式会社", "maintained_until": "2031-03-31"}
    db = {**d, "model": "Express5800/R120j-2M", "os": "RHEL 9.4"}
    return Truth(
        assets={
            (n, 3, "C"): {**db, "hostname": "emr-db1", "name": "データベース", "serial": "N8100-01", "ips": ("10.1.20.11", "10.1.200.11")},
            (n, 3, "D"): {**db, "hostname": "emr-db2", "name": "データベース(待機)", "serial": "N8100-02", "ips": ("10.1.20.12", "10.1.200.12")},
            (n, 3, "E"): {**d, "hostname": "emr-ap1", "name": "アプリケーション", "model": "Express5800/R120j-1M", "serial": "N8100-11", "os": "Windows Server 2022", "ips": ("10.1.20.21", "10.1.200.21")},
            (n, 3, "F"): {**d, "hostname": "emr-bk1", "name": "バックアップ", "model": "iStorage NS300Rj", "serial": "N8100-21", "os": "Windows Server IoT 2022", "ips": ("10.1.20.31", "10.1.200.31"), "maintained_until": "2030-03-31"},
        },
        skipped=skip(n, title=[1, 2], **{"a line of a table that lies on its side": range(4, 14)}),
        unread={"CPU"},
    )  # fmt: skip


@ledger("wlc_ap_export.csv")
def points_of_a_controller(path: Path) -> Truth:
    """Given out by a controller of wireless points: its own address beside each, up or down, a count below."""
    write_csv(path, [
        ["AP Name", "AP Model", "AP Group", "IP Address", "Wired MAC Address", "Serial #", "Status", "Switch IP Address", "Software Version"],
        ["W4E-AP1", "AP-635", "WARD", "10.99.4.11", "9c:37:08:04:00:11", "PHPD0004A11", "Up", "10.99.0.2", "8.11.2.3"],
        ["W4E-AP2", "AP-635", "WARD", "10.99.4.12", "9c:37:08:04:00:12", "PHPD0004A12", "Up", "10.99.0.2", "8.11.2.3"],
        ["OPE-AP1", "AP-505", "OPE", "10.99.6.11", "20:4c:03:06:00:11", "CNPF0006B11", "Down", "10.99.0.2", "8.11.2.3"],
        ["Total APs: 3", "", "", "", "", "", "", "", ""],
    ], "utf-8")  # fmt: skip
    d = {"model": "AP-635", "software_version": "8.11.2.3", "state": "in_use"}
    return Truth(
        assets={
            ("", 2): {**d, "name": "W4E-AP1", "ips": ("10.99.4.11",), "macs": ("9c:37:08:04:00:11",), "serial": "PHPD0004A11"},
            ("", 3): {**d, "name": "W4E-AP2", "ips": ("10.99.4.12",), "macs": ("9c:37:08:04:00:12",), "serial": "PHPD0004A12"},
            ("", 4): {**d, "name": "OPE-AP1", "model": "AP-505", "ips": ("10.99.6.11",), "macs": ("20:4c:03:06:00:11",), "serial": "CNPF0006B11", "state": "stopped"},
        },
        skipped=skip("", **{"header": 1, "remark beside the table": 5}),
        unread={"AP Group", "Switch IP Address"},
    )  # fmt: skip


@ledger("CMMS export - active and retired.csv")
def given_out_by_a_program_for_upkeep(path: Path) -> Truth:
    """A program for upkeep in English: building, floor and room apart, the last and the usual service, a score of risk."""
    write_csv(path, [
        ["Control No.", "Asset Description", "Mfr. Name", "Model Number", "Serial Number", "Owner Dept.", "Building", "Floor", "Room", "Acquisition Date", "Warranty End Date", "Last PM Date", "PM Interval (mo)", "Service Vendor", "Status", "IP Address", "MAC Address", "Software Version", "Operating System", "Risk Score"],
        ["BME-10231", "Anesthesia workstation", "Draeger", "Perseus A500", "ASMD-0231", "Anesthesia", "East", "4F", "OR 7", "2021-06-14", "2023-06-13", "2025-01-09", "6", "Draeger Japan", "Active", "10.120.7.31", "00:30:E6:12:07:31", "2.03", "", "17"],
        ["BME-10377", "Ultrasound system", "Canon Medical", "Aplio i900", "I9A2112377", "Cardiology", "West", "2F", "Echo 1", "2022-11-01", "2024-10-31", "2024-11-20", "12", "Canon Medical Systems", "In repair", "10.120.9.77", "00:19:0F:12:09:77", "V7.5", "Windows 10 IoT Enterprise", "11"],
        ["BME-04410", "Electrocardiograph", "Fukuda Denshi", "FX-8322", "83220410", "Outpatient", "West", "1F", "Treatment", "2011-04-20", "2012-04-19", "2023-10-02", "12", "Fukuda Denshi", "Retired", "", "", "", "", "6"],
    ], "utf-8-sig")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"tag": "BME-10231", "name": "Anesthesia workstation", "maker": "Draeger", "model": "Perseus A500", "serial": "ASMD-0231", "department": "Anesthesia", "place": "East 4F OR 7", "introduced": "2021-06-14", "maintained_until": "2023-06-13", "checked": "2025-01-09", "maintainer": "Draeger Japan", "state": "in_use", "ips": ("10.120.7.31",), "macs": ("00:30:e6:12:07:31",), "software_version": "2.03"},
            ("", 3): {"tag": "BME-10377", "name": "Ultrasound system", "maker": "Canon Medical", "model": "Aplio i900", "serial": "I9A2112377", "department": "Cardiology", "place": "West 2F Echo 1", "introduced": "2022-11-01", "maintained_until": "2024-10-31", "checked": "2024-11-20", "maintainer": "Canon Medical Systems", "state": "stopped", "ips": ("10.120.9.77",), "macs": ("00:19:0f:12:09:77",), "software_version": "V7.5", "os": "Windows 10 IoT Enterprise"},
            ("", 4): {"tag": "BME-04410", "name": "Electrocardiograph", "maker": "Fukuda Denshi", "model": "FX-8322", "serial": "83220410", "department": "Outpatient", "place": "West 1F Treatment", "introduced": "2011-04-20", "maintained_until": "2012-04-19", "checked": "2023-10-02", "maintainer": "Fukuda Denshi", "state": "disposed"},
        },
        skipped=skip("", header=1),
        unread={"PM Interval (mo)", "Risk Score"},
    )  # fmt: skip


@ledger("県照会_ネットワーク接続機器調査票.xlsx")
def a_questionnaire_of_the_prefecture(path: Path) -> Truth:
    """The prefecture asks: two rows of headings, an example first, numbered lines that stayed empty, a word of thanks below."""
    save(path, {
        "調査票": [
            ["（様式２）ネットワーク接続機器調査票"],
            ["医療機関名", "○○町立病院", None, "記入者", "総務課 真鍋"],
            ["番号", "機器・システム名", "区分", "メーカー名", "型番", "OS", None, "設置場所", "接続の状況", None, None, "保守業者名", "備考"],
            [None, None, None, None, None, "種類", "バージョン", None, "院内LAN", "IPアドレス", "リモート保守", None, None],
            ["例", "電子カルテサーバ", "サーバ", "○○電機", "ABC-123", "Windows Server", "2019", "サーバ室", "有", "192.168.1.1", "有", "○○システム", None],
            [1, "医事会計サーバ", "サーバ", "三菱電機インフォメーション", "FT8600", "Windows Server", "2016", "電算室", "有", "192.168.100.2", "有", "四国メディカルIT", "来年度更新"],
            [2, "生体情報モニタ", "医療機器", "フクダ電子", "DS-8600", "不明", None, "2階病棟", "有", "192.168.100.61", "無", "フクダ電子四国販売", None],
            [3, "自動血圧計", "医療機器", "エー・アンド・デイ", "TM-2657", None, None, "外来待合", "無", None, "無", None, None],
            [4, None, None, None, None, None, None, None, None, None, None, None, None],
            [5, None, None, None, None, None, None, None, None, None, None, None, None],
            ["※ ご回答ありがとうございました。"],
        ],
    }, {"調査票": ["A1:M1", "F3:G3", "I3:K3", *(f"{c}3:{c}4" for c in "ABCDEHLM")]})  # fmt: skip
    n = "調査票"
    return Truth(
        assets={
            (n, 6): {"tag": "1", "name": "医事会計サーバ", "kind": "サーバ", "maker": "三菱電機インフォメーション", "model": "FT8600", "os": "Windows Server", "os_version": "2016", "place": "電算室", "ips": ("192.168.100.2",), "remote_maintenance": "有", "maintainer": "四国メディカルIT", "note": "来年度更新"},
            (n, 7): {"tag": "2", "name": "生体情報モニタ", "kind": "医療機器", "maker": "フクダ電子", "model": "DS-8600", "place": "2階病棟", "ips": ("192.168.100.61",), "remote_maintenance": "無", "maintainer": "フクダ電子四国販売"},
            (n, 8): {"tag": "3", "name": "自動血圧計", "kind": "医療機器", "maker": "エー・アンド・デイ", "model": "TM-2657", "place": "外来待合", "remote_maintenance": "無"},
        },
        skipped=skip(n, title=[1, 2], header=[3, 4], legend=11, **{"example of how to fill the form": 5, "numbered, but not filled in": [9, 10]}),
        doubts={(n, 7, "os"): "the cell says 不明"},
        offline={(n, 8)},
    )  # fmt: skip


@ledger("内視鏡センター機器.xlsx")
def two_tables_with_numbers(path: Path) -> Truth:
    """Two tables one below the other, each with a number and a title, their headings in other words and another order."""
    save(path, {
        "Sheet1": [
            ["表１　検査装置"],
            ["管理番号", "種別", "装置名", "メーカー", "型式", "製造番号", "部屋", "IPアドレス", "購入日"],
            ["G-01", "プロセッサ", "EVIS X1", "オリンパス", "CV-1500", "7901101", "検査室1", "10.38.2.11", date(2022, 3, 14)],
            ["G-02", "プロセッサ", "ELUXEO 8000", "富士フイルム", "EP-8000", "1B800032", "検査室2", "10.38.2.12", date(2023, 6, 5)],
            [],
            ["表２　洗浄・送気装置"],
            ["種別", "品名", "製造元", "機種", "S/N", "ID", "置場所", "据付", "保守先", "コメント"],
            ["洗浄消毒装置", "内視鏡洗浄消毒装置", "オリンパス", "OER-5", "2410077", "W-01", "洗浄室", "2019年8月", "オリンパスマーケティング", None],
            ["送気装置", "CO2送気装置", "オリンパス", "UCR", "22100519", "W-02", "検査室1", "2017年2月", "オリンパスマーケティング", "ホース交換R6"],
        ],
    })  # fmt: skip
    n = "Sheet1"
    w = {"maker": "オリンパス", "maintainer": "オリンパスマーケティング"}
    return Truth(
        assets={
            (n, 3): {"tag": "G-01", "kind": "プロセッサ", "name": "EVIS X1", "maker": "オリンパス", "model": "CV-1500", "serial": "7901101", "place": "検査室1", "ips": ("10.38.2.11",), "introduced": "2022-03-14"},
            (n, 4): {"tag": "G-02", "kind": "プロセッサ", "name": "ELUXEO 8000", "maker": "富士フイルム", "model": "EP-8000", "serial": "1B800032", "place": "検査室2", "ips": ("10.38.2.12",), "introduced": "2023-06-05"},
            (n, 8): {**w, "tag": "W-01", "kind": "洗浄消毒装置", "name": "内視鏡洗浄消毒装置", "model": "OER-5", "serial": "2410077", "place": "洗浄室", "introduced": "2019-08"},
            (n, 9): {**w, "tag": "W-02", "kind": "送気装置", "name": "CO2送気装置", "model": "UCR", "serial": "22100519", "place": "検査室1", "introduced": "2017-02", "note": "ホース交換R6"},
        },
        skipped=skip(n, title=1, header=[2, 7], blank=5, section=6),
    )  # fmt: skip


@ledger("各科PC調査_回収分.xlsx")
def gathered_from_the_departments(path: Path) -> Truth:
    """Gathered from the departments: a sheet each with the same headings, one sheet that says how to fill them in."""
    head: list[object] = ["PC名", "メーカー", "機種", "製造番号", "OS", "有線IPアドレス", "置いている部屋", "主な使用者", "使っていますか", "気になること"]
    save(path, {
        "記入要領": [
            ["PC調査　記入要領"],
            ["・水色のセルに記入してください。"],
            ["・PC名は画面のシールをご覧ください。"],
        ],
        "整形外科": [
            head,
            ["SEI-01", "HP", "ProDesk 400 G6", "8CC9470S01", "Windows 10", "10.92.5.1", "診察室1", "医師共用", "使用中", None],
            ["SEI-02", "HP", "ProDesk 400 G6", "8CC9470S02", "Windows 10", "10.92.5.2", "診察室2", "医師共用", "使用中", "起動が遅い"],
            ["SEI-09", "SONY", "VAIO Pro PG", "J0043909", "Windows 7", None, "倉庫", None, "故障", None],
        ],
        "小児科": [
            head,
            ["SHO-01", "HP", "ProDesk 400 G6", "8CC9470S11", "Windows 10", "10.92.6.1", "診察室", "医師共用", "使用中", None],
        ],
    })  # fmt: skip
    a, b = "整形外科", "小児科"
    hp = {"maker": "HP", "model": "ProDesk 400 G6", "os": "Windows 10", "user": "医師共用", "state": "in_use"}
    return Truth(
        assets={
            (a, 2): {**hp, "department": a, "hostname": "SEI-01", "serial": "8CC9470S01", "ips": ("10.92.5.1",), "place": "診察室1"},
            (a, 3): {**hp, "department": a, "hostname": "SEI-02", "serial": "8CC9470S02", "ips": ("10.92.5.2",), "place": "診察室2", "note": "起動が遅い"},
            (a, 4): {"department": a, "hostname": "SEI-09", "maker": "SONY", "model": "VAIO Pro PG", "serial": "J0043909", "os": "Windows 7", "place": "倉庫", "state": "stopped"},
            (b, 2): {**hp, "department": b, "hostname": "SHO-01", "serial": "8CC9470S11", "ips": ("10.92.6.1",), "place": "診察室"},
        },
        skipped={**skip("記入要領", **{"legend": [1, 2, 3]}), **skip(a, header=1), **skip(b, header=1)},
        doubts={(a, 2, "department"): "name of the sheet", (b, 2, "department"): "name of the sheet"},
    )  # fmt: skip


@ledger("固定資産管理簿(旧様式).xls")
def an_old_book_of_assets(path: Path) -> Truth:
    """The binary workbook (written by LibreOffice 7.4): days shown by the era, units, a sum for each section, what was taken off the books."""
    shutil.copyfile(HERE / "assets.xls", path)
    n = "管理簿"
    return Truth(
        assets={
            (n, 3): {"tag": "5-0311", "name": "一般撮影装置", "model": "RADspeed Pro EDGE", "quantity": 1, "introduced": "2018-12-20", "department": "放射線科"},
            (n, 4): {"tag": "5-0312", "name": "医用画像管理システム", "model": "SYNAPSE", "quantity": 0, "introduced": "2020-02-28", "department": "放射線科"},
            (n, 6): {"tag": "5-0340", "name": "超音波診断装置", "model": "Vivid T8", "quantity": 2, "introduced": "2019-08-30", "department": "検査科"},
            (n, 7): {"tag": "5-0205", "name": "自動染色装置", "model": "Tissue-Tek Prisma", "quantity": 1, "introduced": "2009-03-31", "department": "検査科", "disposed": "2024-03-29", "state": "disposed"},
        },
        skipped=skip(n, title=1, header=2, subtotal=[5, 8, 9]),
        unread={"耐用年数", "取得価額", "期末簿価"},
    )  # fmt: skip


def assets_sheet() -> list[list[object]]:
    """What assets.xls holds; kept for whoever writes it anew (`soffice --convert-to xls`); E and J are shown as [$-411]ge.m.d."""
    return [
        ["固定資産管理簿（医療器械備品）"],
        ["資産No.", "資産名称", "数量", "単位", "取得年月日", "型式・規格", "耐用年数", "取得価額", "期末簿価", "除却年月日", "管理部署"],
        ["5-0311", "一般撮影装置", 1, "台", date(2018, 12, 20), "RADspeed Pro EDGE", 6, 17800000, 1, None, "放射線科"],
        ["5-0312", "医用画像管理システム", 1, "式", date(2020, 2, 28), "SYNAPSE", 5, 64000000, 1, None, "放射線科"],
        [None, "小計", None, None, None, None, None, 81800000, 2, None, None],
        ["5-0340", "超音波診断装置", 2, "台", date(2019, 8, 30), "Vivid T8", 6, 15200000, 1266667, None, "検査科"],
        ["5-0205", "自動染色装置", 1, "台", date(2009, 3, 31), "Tissue-Tek Prisma", 6, 6300000, 0, date(2024, 3, 29), "検査科"],
        [None, "小計", None, None, None, None, None, 21500000, 1266667, None, None],
        [None, "合計", None, None, None, None, None, 103300000, 1266669, None, None],
    ]  # fmt: skip


@ledger("栄養科 厨房機器・端末.csv")
def typed_with_wet_hands(path: Path) -> Truth:
    """The kitchen's list: full width and commas in addresses, masks behind them, blanks before and after, a year about then."""
    write_csv(path, [
        ["栄養科　厨房機器・端末リスト", "", "", "", "", "", "", "", "", ""],
        ["№", " 機器名 ", "メーカー", "型式", "製番", "場所", "ＩＰアドレス", "ＭＡＣアドレス", "購入した時期", "修理業者"],
        ["１", "温冷配膳車", "エージーピー", "ＦＣ－４８", "ＡＧＰ４８０１", "配膳室", "１０．４７．９．１１", "００－２０－４Ａ－４７－０９－１１", "令和４年３月", "（株）厨房サービス"],
        ["２", "温冷配膳車 ", "エージーピー", "ＦＣ－４８", "ＡＧＰ４８０２", " 配膳室", "10,47,9,12", "00204A470912", "令和４年３月", "㈱厨房サービス"],
        ["３", "冷蔵庫温度監視装置", "佐藤計量器", "SK-L754", "L754-0391", "食品庫", "10.47.9.20/24", "0020.4a47.0920", "2019年頃", "－"],
        ["４", "給食管理端末", "富士通", "ESPRIMO K5010", "R0K50104", "栄養科事務室", "10.47.9.31", "E4:FD:45:47:09:31", "R3.7", "（有）味ソフト"],
    ], "cp932")  # fmt: skip
    agp = {"name": "温冷配膳車", "maker": "エージーピー", "model": "FC-48", "place": "配膳室", "introduced": "2022-03", "maintainer": "株式会社厨房サービス"}
    return Truth(
        assets={
            ("", 3): {**agp, "tag": "1", "serial": "AGP4801", "ips": ("10.47.9.11",), "macs": ("00:20:4a:47:09:11",)},
            ("", 4): {**agp, "tag": "2", "serial": "AGP4802", "ips": ("10.47.9.12",), "macs": ("00:20:4a:47:09:12",)},
            ("", 5): {"tag": "3", "name": "冷蔵庫温度監視装置", "maker": "佐藤計量器", "model": "SK-L754", "serial": "L754-0391", "place": "食品庫", "ips": ("10.47.9.20",), "macs": ("00:20:4a:47:09:20",), "introduced": "2019"},
            ("", 6): {"tag": "4", "name": "給食管理端末", "maker": "富士通", "model": "ESPRIMO K5010", "serial": "R0K50104", "place": "栄養科事務室", "ips": ("10.47.9.31",), "macs": ("e4:fd:45:47:09:31",), "introduced": "2021-07", "maintainer": "有限会社味ソフト"},
        },
        skipped=skip("", title=1, header=2),
    )  # fmt: skip


@ledger("監視対象ノード.csv")
def watched_by_a_monitor(path: Path) -> Truth:
    """What a monitor watches: semicolons between, how it asks, what it asks with, which must not be kept."""
    write_csv(path, [
        ["ホスト名", "表示名", "機器種別", "IPアドレス", "監視方式", "監視間隔(秒)", "SNMPコミュニティ", "テンプレート", "設置場所", "備考"],
        ["core-b1", "地下1階コア", "L3スイッチ", "10.0.0.1", "SNMP", "300", "b1kanshi", "switch-core", "地下電算室", ""],
        ["fw-inet", "インターネット境界FW", "ファイアウォール", "10.0.0.254", "SNMP", "60", "b1kanshi", "firewall", "地下電算室", "二重化"],
        ["ups-b1", "電算室UPS", "UPS", "10.0.0.200", "SNMP", "300", "b1kanshi", "ups", "地下電算室", "電池2026年"],
        ["pacs-ap1", "PACSアプリ", "サーバ", "10.1.58.1", "Agent", "300", "", "windows", "地下電算室", ""],
    ], "utf-8-sig", ";")  # fmt: skip
    d = {"place": "地下電算室"}
    return Truth(
        assets={
            ("", 2): {**d, "hostname": "core-b1", "name": "地下1階コア", "kind": "L3スイッチ", "ips": ("10.0.0.1",)},
            ("", 3): {**d, "hostname": "fw-inet", "name": "インターネット境界FW", "kind": "ファイアウォール", "ips": ("10.0.0.254",), "note": "二重化"},
            ("", 4): {**d, "hostname": "ups-b1", "name": "電算室UPS", "kind": "UPS", "ips": ("10.0.0.200",), "note": "電池2026年"},
            ("", 5): {**d, "hostname": "pacs-ap1", "name": "PACSアプリ", "kind": "サーバ", "ips": ("10.1.58.1",)},
        },
        skipped=skip("", header=1),
        unread={"監視方式", "監視間隔(秒)", "SNMPコミュニティ", "テンプレート"},
    )  # fmt: skip


@ledger("周産期センター_ME機器.xlsx")
def many_in_one_row(path: Path) -> Truth:
    """Where children are born: by section, many of a kind in one row with a range of addresses, sums for each section."""
    save(path, {
        "一覧": [
            ["周産期センター　ME機器一覧", None, None, None, None, None, None, None, "2025/2/1 臨床工学科"],
            ["機器名", "メーカー", "型式", "台数", "IPアドレス", "購入年度", "LAN接続", "保守契約先", "備考"],
            ["【NICU】"],
            ["新生児モニタ", "フィリップス", "IntelliVue MX500", "6台", "10.61.7.11～16", "2021年度", "有", "フィリップス・ジャパン", None],
            ["閉鎖式保育器", "アトムメディカル", "デュアルインキュi", "6台", None, "2019年度", "無", "アトムメディカル", "うち1台予備"],
            ["小計", None, None, "12台"],
            ["【産科病棟】"],
            ["分娩監視装置", "トーイツ", "MT-610", "3台", "10.61.8.21～23", "R2年度", "有", "トーイツ", None],
            ["分娩監視中央装置", "トーイツ", "TRIUM CTG", "1台", "10.61.8.1", "R2年度", "有", "トーイツ", "サーバ室に親機"],
            ["小計", None, None, "4台"],
            ["合計", None, None, "16台"],
        ],
    })  # fmt: skip
    n = "一覧"
    a, b = {"department": "NICU"}, {"department": "産科病棟", "maker": "トーイツ", "introduced": "2020", "maintainer": "トーイツ"}
    return Truth(
        assets={
            (n, 4): {**a, "name": "新生児モニタ", "maker": "フィリップス", "model": "IntelliVue MX500", "quantity": 6, "ips": tuple(f"10.61.7.{k}" for k in range(11, 17)), "introduced": "2021", "maintainer": "フィリップス・ジャパン"},
            (n, 5): {**a, "name": "閉鎖式保育器", "maker": "アトムメディカル", "model": "デュアルインキュi", "quantity": 6, "introduced": "2019", "maintainer": "アトムメディカル", "note": "うち1台予備"},
            (n, 8): {**b, "name": "分娩監視装置", "model": "MT-610", "quantity": 3, "ips": ("10.61.8.21", "10.61.8.22", "10.61.8.23")},
            (n, 9): {**b, "name": "分娩監視中央装置", "model": "TRIUM CTG", "quantity": 1, "ips": ("10.61.8.1",), "note": "サーバ室に親機"},
        },
        skipped=skip(n, title=1, header=2, section=[3, 7], subtotal=[6, 10, 11]),
        doubts={(n, 4, "ips"): "range of 6", (n, 8, "ips"): "range of 3"},
        offline={(n, 5)},
    )  # fmt: skip


@ledger("端末入替リスト(2024冬).xlsx")
def old_beside_new(path: Path) -> Truth:
    """Terminals exchanged in winter: the old one and the new one under a heading each; the new one is what stands there now."""
    save(path, {
        "入替": [
            ["端末入替リスト（2024年冬）"],
            ["No.", "部署", "設置場所", "旧端末", None, None, "新端末", None, None, None, None, "作業者", "完了"],
            [None, None, None, "端末名", "機種", "IPアドレス", "端末名", "機種", "シリアル番号", "IPアドレス", "MACアドレス", None, None],
            [1, "耳鼻咽喉科", "診察室1", "JIB-01", "FMV-D5260", "10.3.12.1", "ENT-01", "FMV-D7613", "R4J00301", "10.103.12.1", "4C:52:62:12:00:01", "木原", "済"],
            [2, "耳鼻咽喉科", "聴力検査室", "JIB-02", "FMV-D5260", "10.3.12.2", "ENT-02", "FMV-D7613", "R4J00302", "10.103.12.2", "4C:52:62:12:00:02", "木原", "済"],
            [3, "皮膚科", "診察室", "HIF-01", "FMV-D5260", "10.3.13.1", "DER-01", "FMV-D7613", "R4J00303", "10.103.13.1", "4C:52:62:13:00:01", "佐伯", "済"],
        ],
    }, {"入替": ["D2:F2", "G2:K2", *(f"{c}2:{c}3" for c in "ABCLM")]})  # fmt: skip
    n = "入替"
    d = {"model": "FMV-D7613"}
    return Truth(
        assets={
            (n, 4): {**d, "tag": "1", "department": "耳鼻咽喉科", "place": "診察室1", "hostname": "ENT-01", "serial": "R4J00301", "ips": ("10.103.12.1",), "macs": ("4c:52:62:12:00:01",)},
            (n, 5): {**d, "tag": "2", "department": "耳鼻咽喉科", "place": "聴力検査室", "hostname": "ENT-02", "serial": "R4J00302", "ips": ("10.103.12.2",), "macs": ("4c:52:62:12:00:02",)},
            (n, 6): {**d, "tag": "3", "department": "皮膚科", "place": "診察室", "hostname": "DER-01", "serial": "R4J00303", "ips": ("10.103.13.1",), "macs": ("4c:52:62:13:00:01",)},
        },
        skipped=skip(n, title=1, header=[2, 3]),
        unread={"旧端末/端末名", "旧端末/機種", "旧端末/IPアドレス", "作業者", "完了"},
    )  # fmt: skip
