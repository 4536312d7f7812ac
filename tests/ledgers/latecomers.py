"""An eighth dozen, written before the reader saw them: what the mending of the others came to. See make.py."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.ledgers.make import Truth, fill, ledger, skip, workbook, write_csv
from tests.ledgers.more import save


@ledger("端末台帳（看護部管理分）.xlsx")
def kept_by_the_nurses(path: Path) -> Truth:
    """Kept by the nurses: the ward's phone, what it is used for, who checked last, a number stuck on the lid."""
    save(path, {
        "看護部": [
            ["看護部　端末台帳", None, None, None, None, None, None, None, "R6.7現在"],
            ["貼付番号", "配置病棟", "種別", "機種名称", "製造No", "端末の呼び名", "ＩＰ番号", "主な使用者", "病棟内線", "特記"],
            ["N-301", "3階病棟", "ノートPC", "ProBook 450 G8", "5CD1N0301", "ナース1号", "10.30.3.1", "夜勤リーダー", "3301", None],
            ["N-302", "3階病棟", "ノートPC", "ProBook 450 G8", "5CD1N0302", "ナース2号", "10.30.3.2", "日勤リーダー", "3301", "画面傷"],
            ["N-401", "4階病棟", "タブレット", "iPad 9th", "DMPN0401", "説明用", "無線自動", "師長", "4401", None],
        ],
    })  # fmt: skip
    n = "看護部"
    pb = {"department": "3階病棟", "kind": "ノートPC", "model": "ProBook 450 G8"}
    return Truth(
        assets={
            (n, 3): {**pb, "tag": "N-301", "serial": "5CD1N0301", "name": "ナース1号", "ips": ("10.30.3.1",), "user": "夜勤リーダー"},
            (n, 4): {**pb, "tag": "N-302", "serial": "5CD1N0302", "name": "ナース2号", "ips": ("10.30.3.2",), "user": "日勤リーダー", "note": "画面傷"},
            (n, 5): {"tag": "N-401", "department": "4階病棟", "kind": "タブレット", "model": "iPad 9th", "serial": "DMPN0401", "name": "説明用", "dhcp": True, "user": "師長"},
        },
        skipped=skip(n, title=1, header=2),
        unread={"病棟内線"},
    )  # fmt: skip


@ledger("医療機器台帳_R6(ME室).csv")
def engineers_with_a_database(path: Path) -> Truth:
    """The engineers' database: kinds in two steps, the term of use, the last overhaul, a yes or no for the network."""
    write_csv(path, [
        ["機器No.", "大分類名", "機種分類名", "製品名称", "型番", "メーカー略称", "製造番号", "入手年月日", "入手区分", "管理部署名称", "使用年数", "最終オーバーホール", "NW接続", "IPアドレス(有線)", "状態区分"],
        ["M00101", "呼吸", "人工呼吸器", "Servo-u", "SERVO-U", "ゲティンゲ", "34101", "2020/08/31", "購入", "ICU", "4", "2023/08/10", "あり", "10.50.1.101", "運用中"],
        ["M00102", "呼吸", "人工呼吸器", "Servo-u", "SERVO-U", "ゲティンゲ", "34102", "2020/08/31", "購入", "ICU", "4", "2023/08/10", "あり", "10.50.1.102", "修理中"],
        ["M00880", "輸液", "シリンジポンプ", "TE-381", "TE-381", "テルモ", "2103880", "2021/03/05", "リース", "手術室", "3", "", "なし", "", "運用中"],
    ], "cp932")  # fmt: skip
    sv = {"kind": "人工呼吸器", "name": "Servo-u", "model": "SERVO-U", "maker": "ゲティンゲ", "introduced": "2020-08-31", "department": "ICU"}
    return Truth(
        assets={
            ("", 2): {**sv, "tag": "M00101", "serial": "34101", "ips": ("10.50.1.101",), "state": "in_use"},
            ("", 3): {**sv, "tag": "M00102", "serial": "34102", "ips": ("10.50.1.102",), "state": "stopped"},
            ("", 4): {"tag": "M00880", "kind": "シリンジポンプ", "name": "TE-381", "model": "TE-381", "maker": "テルモ", "serial": "2103880", "introduced": "2021-03-05", "department": "手術室", "state": "in_use"},
        },
        skipped=skip("", header=1),
        offline={("", 4)},
        unread={"大分類名", "入手区分", "使用年数", "最終オーバーホール"},
    )  # fmt: skip


@ledger("放射線機器 資産・保守一覧.xlsx")
def assets_and_maintenance_together(path: Path) -> Truth:
    """Groups over the headings: the asset, the network, the maintenance; the price among them; a total below."""
    save(path, {
        "放射線": [
            ["資産", None, None, None, "接続", None, "保守", None, None],
            ["資産番号", "装置", "メーカー・型式", "取得", "AET", "IP", "委託先", "年額", "終期"],
            ["XR-01", "一般撮影", "島津製作所 RADspeed", "2017/3", "DR01", "10.20.7.1", "島津メディカル", 800000, "2025/3"],
            ["XR-02", "透視", "キヤノンメディカルシステムズ Ultimax-i", "2018/9", "RF01", "10.20.7.2", "キヤノンメディカル", 1500000, "2025/9"],
            ["XR-03", "骨密度", "ホロジック Horizon", "2020/6", "BMD01", "10.20.7.3", "東洋メディック", 600000, "2026/6"],
            ["合計", None, None, None, None, None, None, 2900000, None],
        ],
    }, {"放射線": ["A1:D1", "E1:F1", "G1:I1"]})  # fmt: skip
    n = "放射線"
    dep = {"department": "放射線"}
    return Truth(
        assets={
            (n, 3): {**dep, "tag": "XR-01", "name": "一般撮影", "maker": "島津製作所", "model": "RADspeed", "introduced": "2017-03", "hostname": "DR01", "ips": ("10.20.7.1",), "maintainer": "島津メディカル", "maintained_until": "2025-03"},
            (n, 4): {**dep, "tag": "XR-02", "name": "透視", "maker": "キヤノンメディカルシステムズ", "model": "Ultimax-i", "introduced": "2018-09", "hostname": "RF01", "ips": ("10.20.7.2",), "maintainer": "キヤノンメディカル", "maintained_until": "2025-09"},
            (n, 5): {**dep, "tag": "XR-03", "name": "骨密度", "maker": "ホロジック", "model": "Horizon", "introduced": "2020-06", "hostname": "BMD01", "ips": ("10.20.7.3",), "maintainer": "東洋メディック", "maintained_until": "2026-06"},
        },
        skipped=skip(n, header=[1, 2], subtotal=6),
        unread={"保守/年額"},
    )  # fmt: skip


@ledger("Network inventory - Hospital.csv")
def english_network_inventory(path: Path) -> Truth:
    """Written by a foreign contractor: asset code, make and model apart, the switch it hangs on, end of life, remarks."""
    write_csv(path, [
        ["Asset Code", "Device Category", "Make", "Model No.", "Serial No.", "Hostname", "Mgmt IP Address", "MAC-Address", "Location (Bldg-Floor-Room)", "Connected to", "OS/Firmware", "Purchase Dt", "Warranty Exp. Dt", "AMC Vendor", "Status", "Remarks"],
        ["NET-001", "Core Switch", "Cisco", "C9500-32C", "CAT2301L0A1", "CORE-1", "10.0.0.11", "00-A2-EE-00-00-01", "Main-B1-DC", "-", "IOS-XE 17.9.4", "15-03-2023", "14-03-2028", "NTT Com", "Active", ""],
        ["NET-002", "Access Switch", "Cisco", "C9200L-24P", "JAE2302L0B2", "ACC-3F", "10.0.3.11", "00-A2-EE-00-00-02", "Main-3F-EPS", "CORE-1 Te1/0/3", "IOS-XE 17.6.5", "15-03-2023", "14-03-2028", "NTT Com", "Active", "PoE"],
        ["NET-009", "Access Point", "Aruba", "AP-515", "CNH0000009", "", "DHCP", "D0:D3:E0:00:00:09", "Main-3F-Corridor", "ACC-3F", "8.10.0.7", "01-12-2020", "30-11-2025", "NTT Com", "Faulty", ""],
    ], "utf-8")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"tag": "NET-001", "kind": "Core Switch", "maker": "Cisco", "model": "C9500-32C", "serial": "CAT2301L0A1", "hostname": "CORE-1", "ips": ("10.0.0.11",), "macs": ("00:a2:ee:00:00:01",), "place": "Main-B1-DC", "os": "IOS-XE 17.9.4", "introduced": "2023-03-15", "maintained_until": "2028-03-14", "maintainer": "NTT Com", "state": "in_use"},
            ("", 3): {"tag": "NET-002", "kind": "Access Switch", "maker": "Cisco", "model": "C9200L-24P", "serial": "JAE2302L0B2", "hostname": "ACC-3F", "ips": ("10.0.3.11",), "macs": ("00:a2:ee:00:00:02",), "place": "Main-3F-EPS", "os": "IOS-XE 17.6.5", "introduced": "2023-03-15", "maintained_until": "2028-03-14", "maintainer": "NTT Com", "state": "in_use", "note": "PoE"},
            ("", 4): {"tag": "NET-009", "kind": "Access Point", "maker": "Aruba", "model": "AP-515", "serial": "CNH0000009", "dhcp": True, "macs": ("d0:d3:e0:00:00:09",), "place": "Main-3F-Corridor", "os": "8.10.0.7", "introduced": "2020-12-01", "maintained_until": "2025-11-30", "maintainer": "NTT Com", "state": "stopped"},
        },
        skipped=skip("", header=1),
        unread={"Connected to"},
    )  # fmt: skip


@ledger("用度課_リース物件一覧.xlsx")
def leased_by_the_month(path: Path) -> Truth:
    """Leased things: the contract's number, lessor, the monthly fee, from and to in two columns, where they stand."""
    save(path, {
        "リース": [
            ["リース物件一覧（令和6年度）"],
            ["契約No", "物件名", "メーカー・機種", "台数", "リース会社", "リース開始", "リース満了", "月額", "設置部署", "満了後の扱い"],
            ["L-501", "電子カルテ端末", "HP ProDesk 405", 80, "JA三井リース", date(2021, 4, 1), date(2026, 3, 31), 320000, "全部署", "返却"],
            ["L-502", "複合機", "京セラ TASKalfa 3554", 6, "リコーリース", date(2022, 10, 1), date(2027, 9, 30), 60000, "事務部門", "再リース"],
        ],
    })  # fmt: skip
    n = "リース"
    return Truth(
        assets={
            (n, 3): {"name": "電子カルテ端末", "maker": "HP", "model": "ProDesk 405", "quantity": 80, "introduced": "2021-04-01", "maintained_until": "2026-03-31", "department": "全部署"},
            (n, 4): {"name": "複合機", "maker": "京セラ", "model": "TASKalfa 3554", "quantity": 6, "introduced": "2022-10-01", "maintained_until": "2027-09-30", "department": "事務部門"},
        },
        skipped=skip(n, title=1, header=2),
        unread={"契約No", "リース会社", "月額", "満了後の扱い"},
    )  # fmt: skip


@ledger("院内LAN_IP一覧(VLAN別).xlsx")
def networks_in_blocks(path: Path) -> Truth:
    """Blocks by network, each with a line that names it; the router first; free ranges as one row."""
    save(path, {
        "IP一覧": [
            ["IPアドレス", "機器名", "MACアドレス", "設置場所", "備考"],
            ["VLAN10　サーバ系　10.10.10.0/24"],
            ["10.10.10.254", "L3SW(GW)", None, "サーバ室", None],
            ["10.10.10.11", "電カルAP1", "94-40-C9-10-00-11", "サーバ室", None],
            ["10.10.10.12", "電カルAP2", "94-40-C9-10-00-12", "サーバ室", None],
            ["VLAN20　端末系　10.10.20.0/24"],
            ["10.10.20.21", "内科PC1", "8C-EC-4B-20-00-21", "内科", "旧10.0.0.21"],
            ["10.10.20.100～110", "（空き）", None, None, None],
        ],
    })  # fmt: skip
    n = "IP一覧"
    return Truth(
        assets={
            (n, 3): {"ips": ("10.10.10.254",), "name": "L3SW(GW)", "place": "サーバ室"},
            (n, 4): {"ips": ("10.10.10.11",), "name": "電カルAP1", "macs": ("94:40:c9:10:00:11",), "place": "サーバ室"},
            (n, 5): {"ips": ("10.10.10.12",), "name": "電カルAP2", "macs": ("94:40:c9:10:00:12",), "place": "サーバ室"},
            (n, 7): {"ips": ("10.10.20.21",), "name": "内科PC1", "macs": ("8c:ec:4b:20:00:21",), "place": "内科", "note": "旧10.0.0.21"},
            (n, 8): {"ips": tuple(f"10.10.20.{k}" for k in range(100, 111)), "state": "reserved"},
        },
        skipped=skip(n, header=1, section=[2, 6]),
    )  # fmt: skip


@ledger("検査室機器一覧_横.xlsx")
def lying_with_many_lines(path: Path) -> Truth:
    """On its side: a device in each column, twelve lines, some without a value, two addresses in two lines."""
    save(path, {
        "検査室": [
            ["検査室　機器一覧"],
            ["項目", "機器1", "機器2"],
            ["機器の名称", "電解質測定装置", "尿分析装置"],
            ["製造販売", "エイアンドティー", "栄研化学"],
            ["機種", "EA10M", "US-3500"],
            ["製造番号", "EA0001", "US0002"],
            ["購入年", "2022年", "2019年"],
            ["置き場所", "検体検査室", "一般検査室"],
            ["装置のIP", "172.20.5.1", None],
            ["PCのIP", "172.20.5.2", None],
            ["通信方法", "LAN", "RS-232C"],
            ["保守の業者", "エイアンドティー", "栄研化学"],
        ],
    })  # fmt: skip
    n = "検査室"
    dep = {"department": "検査室"}
    lines = {"a_line_of_a_table_that_lies_on_its_side": [4, 5, 6, 7, 8, 9, 10, 11, 12]}
    return Truth(
        assets={
            (n, 3, "B"): {**dep, "name": "電解質測定装置", "maker": "エイアンドティー", "model": "EA10M", "serial": "EA0001", "introduced": "2022", "place": "検体検査室", "ips": ("172.20.5.1", "172.20.5.2"), "maintainer": "エイアンドティー"},
            (n, 3, "C"): {**dep, "name": "尿分析装置", "maker": "栄研化学", "model": "US-3500", "serial": "US0002", "introduced": "2019", "place": "一般検査室", "maintainer": "栄研化学"},
        },
        skipped=skip(n, title=[1, 2], **lines),
        unread={"通信方法"},
    )  # fmt: skip


@ledger("医院の情報機器.tsv")
def a_doctors_list(path: Path) -> Truth:
    """A doctor's own list: what, maker, where bought, the key dates, the address and a remark; no numbers at all."""
    write_csv(path, [
        ["機器", "メーカー", "型番", "製造番号", "設置", "購入先", "購入", "保証切れ", "IPアドレス", "つながり", "覚書"],
        ["電子カルテPC（診察室）", "DELL", "Vostro 3888", "VS38880", "診察室", "ORCAサポート", "2021年6月", "2024年6月", "192.168.0.101", "有線", "朝一番に起動"],
        ["予約用タブレット", "Apple", "iPad", "DMPQ0002", "受付", "家電量販店", "2022年8月", "2023年8月", "自動", "無線", ""],
    ], "utf-8-sig", "\t")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"name": "電子カルテPC(診察室)", "maker": "DELL", "model": "Vostro 3888", "serial": "VS38880", "place": "診察室", "maintainer": "ORCAサポート", "introduced": "2021-06", "maintained_until": "2024-06", "ips": ("192.168.0.101",), "note": "朝一番に起動"},
            ("", 3): {"name": "予約用タブレット", "maker": "Apple", "model": "iPad", "serial": "DMPQ0002", "place": "受付", "maintainer": "家電量販店", "introduced": "2022-08", "maintained_until": "2023-08", "dhcp": True},
        },
        skipped=skip("", header=1),
        unread={"つながり"},
    )  # fmt: skip


@ledger("施設設備_BEMS機器.xlsx")
def of_the_building(path: Path) -> Truth:
    """The building's gear: panels and controllers by floor, firmware, the contractor, when the part runs out, merged floors."""
    save(path, {
        "設備": [
            ["階", "盤名称", "機器", "メーカー", "型番", "製造番号", "IPアドレス", "F/W", "施工業者", "竣工年", "部品供給期限"],
            ["B1", "中央監視盤", "監視サーバ", "アズビル", "BH-101G0W", "AZ0001", "10.99.0.1", "R5.2", "アズビル", "2015", "2027年"],
            [None, "熱源盤", "コントローラ", "アズビル", "WJ-1101", "AZ0002", "10.99.0.11", "R3.1", "アズビル", "2015", "2027年"],
            ["RF", "空調盤", "コントローラ", "アズビル", "WJ-1101", "AZ0003", "10.99.9.11", "R3.1", "アズビル", "2015", "2027年"],
        ],
    }, {"設備": ["A2:A3"]})  # fmt: skip
    n = "設備"
    az = {"maker": "アズビル", "maintainer": "アズビル", "introduced": "2015", "maintained_until": "2027"}
    wj = {**az, "name": "コントローラ", "model": "WJ-1101", "software_version": "R3.1"}
    return Truth(
        assets={
            (n, 2): {**az, "place": "B1", "name": "監視サーバ", "model": "BH-101G0W", "serial": "AZ0001", "ips": ("10.99.0.1",), "software_version": "R5.2"},
            (n, 3): {**wj, "place": "B1", "serial": "AZ0002", "ips": ("10.99.0.11",)},
            (n, 4): {**wj, "place": "RF", "serial": "AZ0003", "ips": ("10.99.9.11",)},
        },
        skipped=skip(n, header=1),
        unread={"盤名称"},
    )  # fmt: skip


@ledger("薬剤部_調剤機器.xlsx")
def two_lines_with_a_section(path: Path) -> Truth:
    """Two lines a device, with a section row between and the number merged; the second line has the address."""
    save(path, {
        "薬剤部": [
            ["番号", "機器名", "メーカー", "設置年月"],
            [None, "型式／製造番号", "IPアドレス", "保守"],
            ["■調剤室"],
            ["D-1", "錠剤分包機", "ユヤマ", "2019/3"],
            [None, "YS-TR／TR0011", "10.61.0.1", "ユヤマ"],
            ["D-2", "散薬分包機", "トーショー", "2016/8"],
            [None, "Io-90／IO0022", "未接続", "トーショー"],
            ["■注射室"],
            ["D-3", "薬品払出機", "ユヤマ", "2020/5"],
            [None, "YS-PD／PD0033", "10.61.0.3", "ユヤマ"],
        ],
    }, {"薬剤部": ["A1:A2", "A4:A5", "A6:A7", "A9:A10"]})  # fmt: skip
    n = "薬剤部"
    y = {"maker": "ユヤマ", "maintainer": "ユヤマ"}
    return Truth(
        assets={
            (n, 4): {**y, "tag": "D-1", "name": "錠剤分包機", "introduced": "2019-03", "model": "YS-TR", "serial": "TR0011", "ips": ("10.61.0.1",), "department": "調剤室"},
            (n, 6): {"tag": "D-2", "name": "散薬分包機", "maker": "トーショー", "introduced": "2016-08", "model": "Io-90", "serial": "IO0022", "maintainer": "トーショー", "department": "調剤室"},
            (n, 9): {**y, "tag": "D-3", "name": "薬品払出機", "introduced": "2020-05", "model": "YS-PD", "serial": "PD0033", "ips": ("10.61.0.3",), "department": "注射室"},
        },
        skipped={**skip(n, header=[1, 2], section=[3, 8]), (n, 5): "continues row 4", (n, 7): "continues row 6", (n, 10): "continues row 9"},
        offline={(n, 6)},
    )  # fmt: skip


@ledger("外来システム端末.csv")
def pasted_from_a_document(path: Path) -> Truth:
    """Pasted from a document: spaces before and after, a heading with a star, a number in front of each heading."""
    write_csv(path, [
        ["1.管理番号 ", "2.端末種別 ", "3.端末名※ ", "4.設置診察室 ", "5.IPアドレス※ ", "6.MACアドレス ", "7.導入年月 ", "8.摘要 "],
        [" G-01 ", " デスクトップ ", " GAI-S1 ", " 内科診察室1 ", " 10.2.2.1 ", " 50:81:40:00:02:01 ", " 2022年 4月 ", ""],
        [" G-02 ", " デスクトップ ", " GAI-S2 ", " 内科診察室2 ", " 10.2.2.2 ", " 50:81:40:00:02:02 ", " 2022年 4月 ", " 二画面 "],
        ["※必ず記入すること", "", "", "", "", "", "", ""],
    ], "utf-8")  # fmt: skip
    d = {"kind": "デスクトップ", "introduced": "2022-04"}
    return Truth(
        assets={
            ("", 2): {**d, "tag": "G-01", "hostname": "GAI-S1", "place": "内科診察室1", "ips": ("10.2.2.1",), "macs": ("50:81:40:00:02:01",)},
            ("", 3): {**d, "tag": "G-02", "hostname": "GAI-S2", "place": "内科診察室2", "ips": ("10.2.2.2",), "macs": ("50:81:40:00:02:02",), "note": "二画面"},
        },
        skipped=skip("", header=1, legend=4),
    )  # fmt: skip


@ledger("機器一覧・旧様式.xlsx")
def an_old_form(path: Path) -> Truth:
    """An old form: the era's year alone, the room by its number, a sum to the side, stickers of two offices, blank columns."""
    book = workbook()
    s = book.active
    s.title = "H30様式"
    fill(s, [
        ["整理番号", None, "機器等の名称", None, "規格", "製造会社", "製造年月", "取得年度", "使用室番号", "使用者職氏名", "備考", None, "集計", None],
        ["H-01", None, "分光光度計", None, "UV-1800", "島津製作所", "H22.9", "H22", "1-105", "主任技師　佐伯", None, None, "理化学", 2],
        ["H-02", None, "純水装置", None, "Elix", "メルク", "H25.2", "H24", "1-105", "主任技師　佐伯", "フィルタ年1回", None, "微生物", 1],
        ["H-03", None, "安全キャビネット", None, "SCV-1307", "日立産機", "H29.12", "H29", "1-108", "技師　原", None, None, None, None],
    ])  # fmt: skip
    book.save(path)
    n = "H30様式"
    return Truth(
        assets={
            (n, 2): {"tag": "H-01", "name": "分光光度計", "model": "UV-1800", "maker": "島津製作所", "introduced": "2010", "place": "1-105", "user": "主任技師 佐伯"},
            (n, 3): {"tag": "H-02", "name": "純水装置", "model": "Elix", "maker": "メルク", "introduced": "2012", "place": "1-105", "user": "主任技師 佐伯", "note": "フィルタ年1回"},
            (n, 4): {"tag": "H-03", "name": "安全キャビネット", "model": "SCV-1307", "maker": "日立産機", "introduced": "2017", "place": "1-108", "user": "技師 原"},
        },
        skipped=skip(n, header=1),
        unread={"製造年月", "集計"},
    )  # fmt: skip
