"""A second set, written before the reader's dictionaries were looked at. See make.py."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from tests.ledgers.broken import HERE
from tests.ledgers.make import Truth, fill, ledger, skip, workbook, write_csv
from tests.ledgers.more import save


@ledger("端末管理簿_健診センター.csv")
def lent_terminals(path: Path) -> Truth:
    """Terminals that are lent: day lent, day given back, OS with its version in a cell, numbered columns, flags 0 and 1."""
    write_csv(path, [
        ["端末ID", "端末種別", "機種名", "シリアルNO", "OS／バージョン", "IPアドレス1", "IPアドレス2", "MACアドレス1", "MACアドレス2", "貸与先部署", "貸与先氏名", "設置場所", "購入日", "廃棄フラグ", "備考1", "備考2"],
        ["KC-001", "デスクトップPC", "OptiPlex 3090", "ABCD001", "Windows 10 Pro／22H2", "10.60.0.1", "", "A4-BB-6D-00-00-01", "", "健診課", "石川", "健診受付", "2022/03/15", "0", "", ""],
        ["KC-002", "ノートPC", "Latitude 3520", "ABCD002", "Windows 11 Pro／23H2", "10.60.0.2", "10.61.0.2", "A4-BB-6D-00-00-02", "A4-BB-6D-00-00-03", "健診課", "共用", "巡回バス", "2023/04/03", "0", "巡回用", "鍵あり"],
        ["KC-003", "ノートPC", "Latitude 3510", "ABCD003", "Windows 10 Pro／21H2", "", "", "A4-BB-6D-00-00-04", "", "健診課", "", "倉庫", "2020/11/30", "1", "", ""],
    ], "utf-8-sig")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"tag": "KC-001", "kind": "デスクトップPC", "model": "OptiPlex 3090", "serial": "ABCD001", "os": "Windows 10 Pro", "os_version": "22H2", "ips": ("10.60.0.1",), "macs": ("a4:bb:6d:00:00:01",), "department": "健診課", "user": "石川", "place": "健診受付", "introduced": "2022-03-15"},
            ("", 3): {"tag": "KC-002", "kind": "ノートPC", "model": "Latitude 3520", "serial": "ABCD002", "os": "Windows 11 Pro", "os_version": "23H2", "ips": ("10.60.0.2", "10.61.0.2"), "macs": ("a4:bb:6d:00:00:02", "a4:bb:6d:00:00:03"), "department": "健診課", "user": "共用", "place": "巡回バス", "introduced": "2023-04-03", "note": "巡回用 / 鍵あり"},
            ("", 4): {"tag": "KC-003", "kind": "ノートPC", "model": "Latitude 3510", "serial": "ABCD003", "os": "Windows 10 Pro", "os_version": "21H2", "macs": ("a4:bb:6d:00:00:04",), "department": "健診課", "place": "倉庫", "introduced": "2020-11-30", "state": "disposed"},
        },
        skipped=skip("", header=1),
    )  # fmt: skip


@ledger("透析室装置.xlsx")
def dialysis_beds(path: Path) -> Truth:
    """Bed numbers before the machine's number, hours run, headings of two lines at row 4, blank lines in place of ditto marks merged down."""
    save(path, {
        "透析装置": [
            ["透析室　装置台帳"],
            [None, None, None, None, None, None, None, "R6.8.31現在"],
            [],
            ["ベッド\n番号", "装置番号", "装置", None, None, "通信", None, "導入\n年月", "稼働時間\n(h)", "最終ＯＨ"],
            [None, None, "メーカー", "型式", "製造番号", "方式", "IPアドレス", None, None, None],
            ["1", "D-01", "日機装", "DCS-200Si", "SI0001", "LAN", "172.31.1.1", "2019.3", 12345, "2023.3"],
            ["2", "D-02", None, None, "SI0002", "LAN", "172.31.1.2", "2019.3", 12001, "2023.3"],
            ["3", "D-03", None, None, "SI0003", "LAN", "172.31.1.3", "2019.3", 11980, "2023.3"],
            ["4", "D-04", "東レ", "TR-3300M", "TR0004", "シリアル", "―", "2015.10", 30210, "2022.10"],
            ["―", "W-01", "JWS", "水処理装置 MH500", "M500-1", "なし", None, "2019.3", None, None],
        ],
    }, {"透析装置": ["A4:A5", "B4:B5", "C4:E4", "F4:G4", "H4:H5", "I4:I5", "J4:J5", "C6:C8", "D6:D8"]})  # fmt: skip
    n = "透析装置"
    kind = {"kind": "透析装置"}
    dcs = {**kind, "maker": "日機装", "model": "DCS-200Si", "introduced": "2019-03"}
    return Truth(
        assets={
            (n, 6): {**dcs, "tag": "D-01", "serial": "SI0001", "ips": ("172.31.1.1",)},
            (n, 7): {**dcs, "tag": "D-02", "serial": "SI0002", "ips": ("172.31.1.2",)},
            (n, 8): {**dcs, "tag": "D-03", "serial": "SI0003", "ips": ("172.31.1.3",)},
            (n, 9): {**kind, "tag": "D-04", "maker": "東レ", "model": "TR-3300M", "serial": "TR0004", "introduced": "2015-10"},
            (n, 10): {**kind, "tag": "W-01", "maker": "JWS", "model": "水処理装置 MH500", "serial": "M500-1", "introduced": "2019-03"},
        },
        skipped=skip(n, title=[1, 2], blank=3, header=[4, 5]),
        unread={"ベッド 番号", "最終OH", "稼働時間 (h)"},
        offline={(n, 9), (n, 10)},
    )  # fmt: skip


@ledger("IP割当.xls")
def old_workbook_of_addresses(path: Path) -> Truth:
    """The binary workbook (written by LibreOffice 7.4): a row per address, in two columns of the page, free and reserved ones."""
    shutil.copyfile(HERE / "addresses.xls", path)
    n = "セグメント1"
    return Truth(
        assets={
            (n, 3): {"ips": ("192.168.70.1",), "name": "ルータ", "place": "サーバ室", "introduced": "2018-04-01"},
            (n, 4): {"ips": ("192.168.70.2",), "name": "NAS", "place": "サーバ室", "introduced": "2020-10-01"},
            (n, 5): {"ips": ("192.168.70.3",), "state": "reserved"},
            (n, 6): {"ips": ("192.168.70.4",), "state": "reserved", "note": "増設予定"},
            (n, 7): {"ips": ("192.168.70.5",), "name": "複合機", "place": "事務室", "introduced": "2021-06-01"},
            (n, 3, "G"): {"ips": ("192.168.70.101",), "name": "受付PC1", "place": "受付", "introduced": "2023-04-01"},
            (n, 4, "G"): {"ips": ("192.168.70.102",), "name": "受付PC2", "place": "受付", "introduced": "2023-04-01"},
            (n, 5, "G"): {"ips": ("192.168.70.103",), "name": "診察PC", "place": "第1診察室", "introduced": "2023-04-01"},
            (n, 6, "G"): {"ips": ("192.168.70.104",), "state": "reserved"},
        },
        skipped=skip(n, title=1, header=2),
    )  # fmt: skip


def addresses_sheet() -> list[list[object]]:
    """What addresses.xls holds; kept for whoever writes it anew (`soffice --convert-to xls`)."""
    head = ["ＩＰ", "機器", "場所", "設置日", "備考"]
    left: list[list[object]] = [
        ["192.168.70.1", "ルータ", "サーバ室", date(2018, 4, 1), None],
        ["192.168.70.2", "NAS", "サーバ室", date(2020, 10, 1), None],
        ["192.168.70.3", None, None, None, None],
        ["192.168.70.4", "（予約）", None, None, "増設予定"],
        ["192.168.70.5", "複合機", "事務室", date(2021, 6, 1), None],
    ]
    right: list[list[object]] = [
        ["192.168.70.101", "受付PC1", "受付", date(2023, 4, 1), None],
        ["192.168.70.102", "受付PC2", "受付", date(2023, 4, 1), None],
        ["192.168.70.103", "診察PC", "第１診察室", date(2023, 4, 1), None],
        ["192.168.70.104", "空き", None, None, None],
        [None] * 5,
    ]
    return [
        ["ＩＰアドレス割当表"],
        [*head, None, *head],
        *([*a, None, *b] for a, b in zip(left, right, strict=True)),
    ]


@ledger("仮想基盤.xlsx")
def lying_with_groups(path: Path) -> Truth:
    """A table on its side with groups merged down the first column, the names of things in the second."""
    save(path, {
        "仕様": [
            ["サーバ仕様一覧"],
            ["区分", "項目", "仮想基盤1", "仮想基盤2"],
            ["基本", "機器名", "ESXホスト1", "ESXホスト2"],
            [None, "メーカー", "デル", "デル"],
            [None, "型番", "R740", "R740"],
            [None, "サービスタグ", "1ABC234", "1ABC235"],
            ["ネットワーク", "ホスト名", "ESX01", "ESX02"],
            [None, "管理IP", "10.9.9.1", "10.9.9.2"],
            [None, "MACアドレス", "D0-94-66-00-00-01", "D0-94-66-00-00-02"],
            ["設置", "ラック", "R1-20U", "R1-22U"],
            ["保守", "保守会社", "デル・テクノロジーズ㈱", "デル・テクノロジーズ㈱"],
            [None, "保守期限", "2027/3/31", "2027/3/31"],
        ],
    }, {"仕様": ["A3:A6", "A7:A9", "A11:A12"]})  # fmt: skip
    n = "仕様"
    common = {
        "maker": "デル",
        "model": "R740",
        "maintainer": "デル・テクノロジーズ株式会社",
        "maintained_until": "2027-03-31",
    }
    return Truth(
        assets={
            (n, 3, "C"): {**common, "name": "ESXホスト1", "serial": "1ABC234", "hostname": "ESX01", "ips": ("10.9.9.1",), "macs": ("d0:94:66:00:00:01",), "place": "R1-20U"},
            (n, 3, "D"): {**common, "name": "ESXホスト2", "serial": "1ABC235", "hostname": "ESX02", "ips": ("10.9.9.2",), "macs": ("d0:94:66:00:00:02",), "place": "R1-22U"},
        },
        skipped=skip(n, title=[1, 2], **{"a_line_of_a_table_that_lies_on_its_side": [4, 5, 6, 7, 8, 9, 10, 11, 12]}),
    )  # fmt: skip


@ledger("アドレス早見表.xlsx")
def folded_three_times(path: Path) -> Truth:
    """A table folded three times without a gap between the parts, so that it fits on a page."""
    save(path, {
        "早見表": [
            ["IPアドレス早見表（検査LAN）"],
            ["IPアドレス", "端末名", "IPアドレス", "端末名", "IPアドレス", "端末名"],
            ["10.77.0.1", "LAB-GW", "10.77.0.11", "LAB-PC1", "10.77.0.21", "LAB-PR1"],
            ["10.77.0.2", "LAB-SV", "10.77.0.12", "LAB-PC2", "10.77.0.22", "LAB-PR2"],
            ["10.77.0.3", "LAB-BK", "10.77.0.13", "LAB-PC3"],
        ],
    })  # fmt: skip
    n = "早見表"
    return Truth(
        assets={
            (n, 3): {"ips": ("10.77.0.1",), "hostname": "LAB-GW"},
            (n, 4): {"ips": ("10.77.0.2",), "hostname": "LAB-SV"},
            (n, 5): {"ips": ("10.77.0.3",), "hostname": "LAB-BK"},
            (n, 3, "C"): {"ips": ("10.77.0.11",), "hostname": "LAB-PC1"},
            (n, 4, "C"): {"ips": ("10.77.0.12",), "hostname": "LAB-PC2"},
            (n, 5, "C"): {"ips": ("10.77.0.13",), "hostname": "LAB-PC3"},
            (n, 3, "E"): {"ips": ("10.77.0.21",), "hostname": "LAB-PR1"},
            (n, 4, "E"): {"ips": ("10.77.0.22",), "hostname": "LAB-PR2"},
        },
        skipped=skip(n, title=1, header=2),
    )  # fmt: skip


@ledger("biomed_inventory.csv")
def biomedical_english(path: Path) -> Truth:
    """The export of a biomedical department's system abroad: shortened English headings, PM for maintenance."""
    path.write_text(
        "Asset No,Device Description,Mfr,Model No,Serial No,Dept,Location,Acq Date,Last PM,Next PM,Status,IP Addr,MAC Addr,FW Rev,Comments\n"
        "B10001,Infusion pump,Baxter,Sigma Spectrum,1234567,ICU,ICU bed 3,2019-05-02,2024-05-01,2025-05-01,Active,10.40.1.17,00:40:9D:00:00:17,8.01,\n"
        'B10002,"Monitor, patient",Philips,IntelliVue MX550,DE00001,ED,Resus 1,2020-01-15,2024-01-10,2025-01-10,Active,10.40.2.5,00:09:FB:00:00:05,N.01,\n'
        'B10003,Ventilator,Draeger,Evita V500,ASAA-0001,ICU,Storage,2012-07-01,2023-07-01,,Retired,,,,"replaced, see B10400"\n',
        encoding="utf-8",
    )
    return Truth(
        assets={
            ("", 2): {"tag": "B10001", "name": "Infusion pump", "maker": "Baxter", "model": "Sigma Spectrum", "serial": "1234567", "department": "ICU", "place": "ICU bed 3", "introduced": "2019-05-02", "checked": "2024-05-01", "state": "in_use", "ips": ("10.40.1.17",), "macs": ("00:40:9d:00:00:17",), "software_version": "8.01"},
            ("", 3): {"tag": "B10002", "name": "Monitor, patient", "maker": "Philips", "model": "IntelliVue MX550", "serial": "DE00001", "department": "ED", "place": "Resus 1", "introduced": "2020-01-15", "checked": "2024-01-10", "state": "in_use", "ips": ("10.40.2.5",), "macs": ("00:09:fb:00:00:05",), "software_version": "N.01"},
            ("", 4): {"tag": "B10003", "name": "Ventilator", "maker": "Draeger", "model": "Evita V500", "serial": "ASAA-0001", "department": "ICU", "place": "Storage", "introduced": "2012-07-01", "checked": "2023-07-01", "state": "disposed", "note": "replaced, see B10400"},
        },
        skipped=skip("", header=1),
        unread={"Next PM"},
    )  # fmt: skip


@ledger("リース物件一覧.xlsx")
def leased_things(path: Path) -> Truth:
    """What is leased: contract numbers above the devices, the lessor is no maintainer, maker with model in a cell, months counted."""
    save(path, {
        "リース": [
            ["リース物件一覧表（令和６年度）"],
            ["契約番号", "リース会社", "物件名", "メーカー　型式", "製造番号", "数量", "設置場所", "リース開始日", "リース満了日", "月額(円)", "残月数"],
            ["L-2019-01", "○○リース㈱", "複合機", "リコー IM C4500", "3089-1", 1, "医局", "R1.10.1", "R6.9.30", 18000, 0],
            ["L-2021-03", "○○リース㈱", "電子カルテ端末", "富士通 ESPRIMO D7010", None, 40, "外来各所", "R3.4.1", "R8.3.31", 160000, 18],
            ["L-2021-03", "○○リース㈱", "電子カルテ用プリンタ", "エプソン LP-S3250", None, 20, "外来各所", "R3.4.1", "R8.3.31", 40000, 18],
            [None, None, "合計", None, None, 61, None, None, None, 218000],
        ],
    })  # fmt: skip
    n = "リース"
    out = {"place": "外来各所", "introduced": "2021-04-01", "maintained_until": "2026-03-31"}
    return Truth(
        assets={
            (n, 3): {"name": "複合機", "maker": "リコー", "model": "IM C4500", "serial": "3089-1", "quantity": 1, "place": "医局", "introduced": "2019-10-01", "maintained_until": "2024-09-30"},
            (n, 4): {"name": "電子カルテ端末", "maker": "富士通", "model": "ESPRIMO D7010", "quantity": 40, **out},
            (n, 5): {"name": "電子カルテ用プリンタ", "maker": "エプソン", "model": "LP-S3250", "quantity": 20, **out},
        },
        skipped=skip(n, title=1, header=2, subtotal=6),
        unread={"契約番号", "リース会社", "月額(円)", "残月数"},
    )  # fmt: skip


@ledger("PC台帳（欠番あり）.xlsx")
def numbers_left_out(path: Path) -> Truth:
    """欠番 stands for numbers that no device has; hidden rows of retired devices; a date that is a state; 同じ; notes in the wrong column."""
    book = workbook()
    s = book.active
    s.title = "PC台帳"
    fill(s, [
        ["ＰＣ管理台帳"],
        ["管理番号", "PC名", "メーカー", "機種", "使用部署", "使用者", "ＯＳ", "IPアドレス", "導入年度", "廃棄年月日", "備考"],
        ["PC-01", "SOUMU01", "NEC", "VKH19", "総務課", "共用", "Windows10", "192.168.2.1", "R1", None, None],
        ["PC-02", "SOUMU02", "NEC", "VKH19", "総務課", "池田", "Windows7→10", "192.168.2.2", "H28", None, "SSD換装"],
        ["PC-03", "欠番"],
        ["PC-04", "KEIRI01", "NEC", "VK25", "経理課", "大野", "Windows7", "192.168.2.4", "H25", "R3.3.31", "データ消去済"],
        ["PC-05", "KEIRI02", "同じ", "同じ", "経理課", "大野", "Windows10", "192.168.2.5", "R1", "－", None],
        ["PC-06", "KEIRI03", "DELL", "Vostro", "経理課", "未定", "Windows11", "自動取得", "R5", None, "箱のまま"],
    ])  # fmt: skip
    s.row_dimensions[6].hidden = True
    book.save(path)
    n = "PC台帳"
    kind = {"kind": "PC"}
    return Truth(
        assets={
            (n, 3): {**kind, "tag": "PC-01", "hostname": "SOUMU01", "maker": "NEC", "model": "VKH19", "department": "総務課", "user": "共用", "os": "Windows10", "ips": ("192.168.2.1",), "introduced": "2019"},
            (n, 4): {**kind, "tag": "PC-02", "hostname": "SOUMU02", "maker": "NEC", "model": "VKH19", "department": "総務課", "user": "池田", "os": "Windows7→10", "ips": ("192.168.2.2",), "introduced": "2016", "note": "SSD換装"},
            (n, 6): {**kind, "tag": "PC-04", "hostname": "KEIRI01", "maker": "NEC", "model": "VK25", "department": "経理課", "user": "大野", "os": "Windows7", "ips": ("192.168.2.4",), "introduced": "2013", "disposed": "2021-03-31", "state": "disposed", "note": "データ消去済"},
            (n, 7): {**kind, "tag": "PC-05", "hostname": "KEIRI02", "maker": "NEC", "model": "VK25", "department": "経理課", "user": "大野", "os": "Windows10", "ips": ("192.168.2.5",), "introduced": "2019"},
            (n, 8): {**kind, "tag": "PC-06", "hostname": "KEIRI03", "maker": "DELL", "model": "Vostro", "department": "経理課", "os": "Windows11", "dhcp": True, "introduced": "2023", "note": "箱のまま"},
        },
        skipped=skip(n, title=1, header=2, a_number_that_no_device_has=5),
    )  # fmt: skip


@ledger("薬剤部システム機器.tsv")
def pharmacy(path: Path) -> Truth:
    """Tabs in CP932, a term in words, UDI in a column, the department before the table only, times with dates, full stops for slashes."""
    write_csv(path, [
        ["部署：", "薬剤部"],
        ["作成者：", "主任"],
        ["機器ID", "機器名称", "UDI-DI", "メーカー名", "型式名", "機番", "固定IP", "Mac", "稼動開始", "保守満了", "最終更新日時", "使用可否"],
        ["Y-1", "全自動錠剤分包機", "(01)04900000000015", "トーショー", "Xana-4001", "XA-77", "10.66.1.5", "0:1b:21:6:0:5", "2019.07.01", "2026.06末", "2024/10/01 09:15", "使用可"],
        ["Y-2", "散薬監査システム", "", "高園産業", "審査君", "K-12", "10.66.1.6", "00 1B 21 06 00 06", "2021.04.01", "2026.03末", "2024/10/01 09:15", "使用可"],
        ["Y-3", "注射薬払出装置", "04900000000022", "ユヤマ", "YS-IP", "YU-3", "10.66.1.7、10.66.1.8", "001B21:060007", "2016.10.01", "終了", "2024/10/01 09:16", "使用不可"],
    ], "cp932", "\t")  # fmt: skip
    return Truth(
        assets={
            ("", 4): {"tag": "Y-1", "name": "全自動錠剤分包機", "medical_id": "(01)04900000000015", "maker": "トーショー", "model": "Xana-4001", "serial": "XA-77", "ips": ("10.66.1.5",), "macs": ("00:1b:21:06:00:05",), "introduced": "2019-07-01", "maintained_until": "2026-06", "checked": "2024-10-01", "state": "in_use"},
            ("", 5): {"tag": "Y-2", "name": "散薬監査システム", "maker": "高園産業", "model": "審査君", "serial": "K-12", "ips": ("10.66.1.6",), "macs": ("00:1b:21:06:00:06",), "introduced": "2021-04-01", "maintained_until": "2026-03", "checked": "2024-10-01", "state": "in_use"},
            ("", 6): {"tag": "Y-3", "name": "注射薬払出装置", "medical_id": "04900000000022", "maker": "ユヤマ", "model": "YS-IP", "serial": "YU-3", "ips": ("10.66.1.7", "10.66.1.8"), "macs": ("00:1b:21:06:00:07",), "introduced": "2016-10-01", "checked": "2024-10-01", "state": "stopped"},
        },
        skipped=skip("", title=[1, 2], header=3),
    )  # fmt: skip


@ledger("ナースステーション機器配置.xlsx")
def floors_below_each_other(path: Path) -> Truth:
    """Floors as section rows in the first column beside an empty table, one header for all, counts at the end of each floor, 未設置."""
    save(path, {
        "配置": [
            ["電子カルテ端末配置一覧表", None, None, None, None, None],
            [None, None, None, None, "印刷日", "2024年10月3日"],
            ["設置場所", "端末番号", "種類", "IPアドレス", "プリンタIP", "摘要"],
            ["◆３階"],
            ["NS", "3N-1", "DT", "10.3.0.1", "10.3.0.201", None],
            ["NS", "3N-2", "DT", "10.3.0.2", None, None],
            ["処置室", "3N-3", "NT", "無線", None, "カート"],
            ["３階　計", "3台"],
            ["◆４階"],
            ["NS", "4N-1", "DT", "10.4.0.1", "10.4.0.201", None],
            ["説明室", "4N-2", "NT", "無線", None, "カート"],
            ["４階　計", "2台"],
            ["総計", "5台"],
            ["※無線端末のアドレスはDHCP"],
        ],
    })  # fmt: skip
    n = "配置"
    return Truth(
        assets={
            (n, 5): {"tag": "3N-1", "kind": "DT", "ips": ("10.3.0.1",), "place": "3階 NS"},
            (n, 6): {"tag": "3N-2", "kind": "DT", "ips": ("10.3.0.2",), "place": "3階 NS"},
            (n, 7): {"tag": "3N-3", "kind": "NT", "place": "3階 処置室", "note": "カート"},
            (n, 10): {"tag": "4N-1", "kind": "DT", "ips": ("10.4.0.1",), "place": "4階 NS"},
            (n, 11): {"tag": "4N-2", "kind": "NT", "place": "4階 説明室", "note": "カート"},
        },
        skipped=skip(n, title=[1, 2], header=3, section=[4, 9], subtotal=[8, 12, 13], legend=14),
        unread={"プリンタIP"},
    )  # fmt: skip
