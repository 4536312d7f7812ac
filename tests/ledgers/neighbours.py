"""A sixth dozen, written before the reader saw them: hospitals of every size, in their own ways. See make.py."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.ledgers.make import Truth, fill, ledger, skip, workbook, write_csv
from tests.ledgers.more import save


@ledger("機器一覧（透析・内視鏡）.xlsx")
def a_sheet_for_each_section(path: Path) -> Truth:
    """Two sheets with nearly the same headings, a line of who approved it, numbers with a prefix of the section."""
    save(path, {
        "透析": [
            ["承認：　　　作成：2024.9.1"],
            ["管理番号", "機器名", "メーカ／機種", "製造No.", "設置日", "点検業者", "最終点検", "ネットワーク", "備　考"],
            ["HD-01", "透析監視装置", "日機装／DCS-200Si", "200S0001", "2022.04.01", "日機装", "2024.06.10", "LAN(10.77.0.1)", ""],
            ["HD-02", "透析監視装置", "日機装／DCS-200Si", "200S0002", "2022.04.01", "日機装", "2024.06.10", "LAN(10.77.0.2)", "モニタ交換"],
        ],
        "内視鏡": [
            ["管理番号", "機器名", "メーカ／機種", "製造No.", "設置日", "点検業者", "最終点検", "ネットワーク", "備　考"],
            ["ES-01", "内視鏡洗浄機", "オリンパス／OER-6", "2600011", "2023.10.15", "オリンパス", "2024.04.15", "なし", ""],
        ],
    })  # fmt: skip
    a, b = "透析", "内視鏡"
    hd = {"name": "透析監視装置", "maker": "日機装", "model": "DCS-200Si", "introduced": "2022-04-01", "maintainer": "日機装", "checked": "2024-06-10", "department": "透析"}
    return Truth(
        assets={
            (a, 3): {**hd, "tag": "HD-01", "serial": "200S0001", "ips": ("10.77.0.1",)},
            (a, 4): {**hd, "tag": "HD-02", "serial": "200S0002", "ips": ("10.77.0.2",), "note": "モニタ交換"},
            (b, 2): {"tag": "ES-01", "name": "内視鏡洗浄機", "maker": "オリンパス", "model": "OER-6", "serial": "2600011", "introduced": "2023-10-15", "maintainer": "オリンパス", "checked": "2024-04-15", "department": "内視鏡"},
        },
        skipped={**skip(a, title=1, header=2), **skip(b, header=1)},
        offline={(b, 2)},
    )  # fmt: skip


@ledger("NW構成表_v3.2.csv")
def half_english_network(path: Path) -> Truth:
    """A contractor's list: device id, role, OS image, two addresses of management, support until, rack and unit."""
    write_csv(path, [
        ["Device ID", "機器種別", "機種", "OS Image", "Mgmt IPv4", "Loopback0", "Base MAC", "Chassis S/N", "設置拠点", "Rack/Unit", "Support期限", "保守Level", "更改年度"],
        ["RT-01", "ルータ", "C1121-8P", "17.6.5", "172.30.0.1", "172.31.255.1", "70:EA:1A:00:01:00", "FGL2401L001", "本館B1サーバ室", "R01/U38", "2026/12/31", "24H365D", "R8"],
        ["SW-01", "L3スイッチ", "C9300-48T", "17.9.4a", "172.30.0.2", "", "70:EA:1A:00:02:00", "FJC2401S002", "本館B1サーバ室", "R01/U36", "2028/03/31", "平日9-17", "R10"],
        ["AP-2F-1", "無線AP", "C9120AXI", "17.9.4a", "172.30.2.11", "", "70:EA:1A:00:03:00", "FJC2401A003", "本館2F", "-", "2027/03/31", "センドバック", "R9"],
    ], "utf-8-sig")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"tag": "RT-01", "kind": "ルータ", "model": "C1121-8P", "os_version": "17.6.5", "ips": ("172.30.0.1", "172.31.255.1"), "macs": ("70:ea:1a:00:01:00",), "serial": "FGL2401L001", "place": "本館B1サーバ室 R01/U38", "maintained_until": "2026-12-31"},
            ("", 3): {"tag": "SW-01", "kind": "L3スイッチ", "model": "C9300-48T", "os_version": "17.9.4a", "ips": ("172.30.0.2",), "macs": ("70:ea:1a:00:02:00",), "serial": "FJC2401S002", "place": "本館B1サーバ室 R01/U36", "maintained_until": "2028-03-31"},
            ("", 4): {"tag": "AP-2F-1", "kind": "無線AP", "model": "C9120AXI", "os_version": "17.9.4a", "ips": ("172.30.2.11",), "macs": ("70:ea:1a:00:03:00",), "serial": "FJC2401A003", "place": "本館2F", "maintained_until": "2027-03-31"},
        },
        skipped=skip("", header=1),
        unread={"保守Level", "更改年度"},
    )  # fmt: skip


@ledger("物品一覧（県立）.xlsx")
def a_prefectural_hospital(path: Path) -> Truth:
    """The rules of a prefecture: classification numbers in three columns, the person who uses it, the reason of leaving."""
    save(path, {
        "備品": [
            ["備　品　一　覧　表"],
            ["所属：県立○○病院　検査部", None, None, None, None, None, None, None, None, "令和6年3月31日現在"],
            ["大分類", "中分類", "小分類", "備品番号", "品名", "規格・銘柄", "数量", "単価", "受入年月日", "使用場所", "払出年月日", "摘要"],
            ["05", "医療機器", "検査用", "05-0101", "血液凝固測定装置", "CS-5100", 1, 9800000, "H29.12.20", "検体検査室", None, None],
            ["05", "医療機器", "検査用", "05-0102", "顕微鏡", "BX43", 1, 600000, "H22.3.1", "細菌室", "R5.12.28", "老朽"],
            ["07", "事務機器", "電算", "07-0033", "検査システム端末", "FMVD4401", 1, 150000, "R1.9.30", "検体検査室", None, "LIS"],
        ],
    })  # fmt: skip
    n = "備品"
    return Truth(
        assets={
            (n, 4): {"kind": "医療機器", "tag": "05-0101", "name": "血液凝固測定装置", "model": "CS-5100", "quantity": 1, "introduced": "2017-12-20", "place": "検体検査室"},
            (n, 5): {"kind": "医療機器", "tag": "05-0102", "name": "顕微鏡", "model": "BX43", "quantity": 1, "introduced": "2010-03-01", "place": "細菌室", "disposed": "2023-12-28", "state": "disposed", "note": "老朽"},
            (n, 6): {"kind": "事務機器", "tag": "07-0033", "name": "検査システム端末", "model": "FMVD4401", "quantity": 1, "introduced": "2019-09-30", "place": "検体検査室", "note": "LIS"},
        },
        skipped=skip(n, title=[1, 2], header=3),
        unread={"大分類", "小分類", "単価"},
    )  # fmt: skip


@ledger("ナースステーション端末.xlsx")
def terminals_of_the_wards(path: Path) -> Truth:
    """By ward in section rows, the name of the terminal with its number, marks for wireless, grey for what is to go."""
    save(path, {
        "一覧": [
            ["端末名", "種類", "機種", "S/N", "有線/無線", "IPアドレス", "MAC（有線）", "MAC（無線）", "設置年度"],
            ["【3階東】"],
            ["3E-NS-01", "デスクトップ", "ThinkCentre M75q", "PF3E0001", "有線", "10.3.31.1", "6C:4B:90:00:03:01", None, "2021"],
            ["3E-CART-01", "ノート", "ThinkPad L14", "PF3E0002", "無線", "10.3.131.1", None, "6C:4B:90:00:13:01", "2021"],
            ["【3階西】"],
            ["3W-NS-01", "デスクトップ", "ThinkCentre M75q", "PF3W0001", "有線", "10.3.32.1", "6C:4B:90:00:03:21", None, "2021"],
        ],
    })  # fmt: skip
    n = "一覧"
    m75 = {"kind": "デスクトップ", "model": "ThinkCentre M75q", "introduced": "2021"}
    return Truth(
        assets={
            (n, 3): {**m75, "hostname": "3E-NS-01", "serial": "PF3E0001", "ips": ("10.3.31.1",), "macs": ("6c:4b:90:00:03:01",)},
            (n, 4): {"kind": "ノート", "model": "ThinkPad L14", "introduced": "2021", "hostname": "3E-CART-01", "serial": "PF3E0002", "ips": ("10.3.131.1",), "macs": ("6c:4b:90:00:13:01",)},
            (n, 6): {**m75, "hostname": "3W-NS-01", "serial": "PF3W0001", "ips": ("10.3.32.1",), "macs": ("6c:4b:90:00:03:21",)},
        },
        skipped=skip(n, header=1, section=[2, 5]),
        unread={"有線/無線"},
    )  # fmt: skip


@ledger("装置台帳(心カテ室).xlsx")
def cards_side_by_side(path: Path) -> Truth:
    """Two cards beside each other, labels left of the values, with an empty row between the pairs of cards."""
    save(path, {
        "心カテ": [
            ["心臓カテーテル室　装置台帳"],
            [],
            ["装置名", "血管撮影装置", None, "装置名", "ポリグラフ"],
            ["製造元", "フィリップス", None, "製造元", "日本光電"],
            ["モデル名", "Allura Clarity", None, "モデル名", "RMC-5000"],
            ["シリアル番号", "AC-700", None, "シリアル番号", "RM-0051"],
            ["IP", "10.20.6.1", None, "IP", "10.20.6.2"],
            ["設置年月", "2016年9月", None, "設置年月", "2019年2月"],
            ["保守会社", "フィリップス", None, "保守会社", "日本光電"],
            [],
            ["装置名", "IABP装置", None, "装置名", "除細動器"],
            ["製造元", "ゲティンゲ", None, "製造元", "日本光電"],
            ["モデル名", "CARDIOSAVE", None, "モデル名", "TEC-8352"],
            ["シリアル番号", "CS-1234", None, "シリアル番号", "83520077"],
            ["IP", "－", None, "IP", "－"],
            ["設置年月", "2020年12月", None, "設置年月", "2018年5月"],
            ["保守会社", "ゲティンゲ", None, "保守会社", "日本光電"],
        ],
    })  # fmt: skip
    n = "心カテ"
    return Truth(
        assets={
            (n, 3, "B"): {"name": "血管撮影装置", "maker": "フィリップス", "model": "Allura Clarity", "serial": "AC-700", "ips": ("10.20.6.1",), "introduced": "2016-09", "maintainer": "フィリップス"},
            (n, 3, "E"): {"name": "ポリグラフ", "maker": "日本光電", "model": "RMC-5000", "serial": "RM-0051", "ips": ("10.20.6.2",), "introduced": "2019-02", "maintainer": "日本光電"},
            (n, 11, "B"): {"name": "IABP装置", "maker": "ゲティンゲ", "model": "CARDIOSAVE", "serial": "CS-1234", "introduced": "2020-12", "maintainer": "ゲティンゲ"},
            (n, 11, "E"): {"name": "除細動器", "maker": "日本光電", "model": "TEC-8352", "serial": "83520077", "introduced": "2018-05", "maintainer": "日本光電"},
        },
        skipped=skip(n, title=1, blank=[2, 10], **{"part of the card that begins in row 3": range(4, 10), "part of the card that begins in row 11": range(12, 18)}),
    )  # fmt: skip


@ledger("資産シール貼付リスト.tsv")
def stickers(path: Path) -> Truth:
    """What got a sticker: the sticker's number, what it is in the maker's words, who has it, when the sticker was put on."""
    write_csv(path, [
        ["ラベルNo", "メーカー名", "商品名・型番", "製造番号(S/N)", "種目", "保有部署", "保管責任者", "貼付日", "状態"],
        ["A000101", "パナソニック", "レッツノート CF-SV2", "2DKSA00101", "ノートパソコン", "地域連携室", "大山", "2024/02/05", "使用"],
        ["A000102", "エプソン", "プロジェクター EB-W06", "X8ZA00102", "プロジェクター", "教育研修室", "関", "2024/02/05", "使用"],
        ["A000103", "アップル", "iPad (第9世代)", "DMPX00103", "タブレット", "訪問看護", "大山", "2024/02/06", "貸出"],
    ], "cp932", "\t")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"tag": "A000101", "maker": "パナソニック", "model": "レッツノート CF-SV2", "serial": "2DKSA00101", "kind": "ノートパソコン", "department": "地域連携室", "responsible": "大山", "state": "in_use"},
            ("", 3): {"tag": "A000102", "maker": "エプソン", "model": "プロジェクター EB-W06", "serial": "X8ZA00102", "kind": "プロジェクター", "department": "教育研修室", "responsible": "関", "state": "in_use"},
            ("", 4): {"tag": "A000103", "maker": "アップル", "model": "iPad (第9世代)", "serial": "DMPX00103", "kind": "タブレット", "department": "訪問看護", "responsible": "大山", "state": "in_use"},
        },
        skipped=skip("", header=1),
        unread={"貼付日"},
    )  # fmt: skip


@ledger("電子カルテ更新_機器明細.xlsx")
def delivered_with_a_project(path: Path) -> Truth:
    """What a project delivers: a set with its parts, numbers of the quotation, quantities, the address plan in a column of its own."""
    save(path, {
        "明細": [
            ["項番", "システム", "機器名称", "型名", "数量", "納品場所", "ホスト名", "IPアドレス計画", "シリアル", "納品日", "保守開始", "保守終了"],
            ["1-1", "電子カルテ", "DBサーバ", "PRIMERGY RX2530 M6", 1, "サーバ室", "EMR-DB01", "10.100.1.11", "MA0001", date(2024, 9, 2), date(2024, 10, 1), date(2029, 9, 30)],
            ["1-2", "電子カルテ", "DBサーバ", "PRIMERGY RX2530 M6", 1, "サーバ室", "EMR-DB02", "10.100.1.12", "MA0002", date(2024, 9, 2), date(2024, 10, 1), date(2029, 9, 30)],
            ["2-1", "電子カルテ", "クライアント端末", "ESPRIMO K5010", 150, "各部署", None, "10.101.0.0/22", None, date(2024, 9, 20), date(2024, 10, 1), date(2029, 9, 30)],
        ],
    })  # fmt: skip
    n = "明細"
    db = {"name": "DBサーバ", "model": "PRIMERGY RX2530 M6", "quantity": 1, "place": "サーバ室", "introduced": "2024-09-02", "maintained_until": "2029-09-30"}
    return Truth(
        assets={
            (n, 2): {**db, "tag": "1-1", "hostname": "EMR-DB01", "ips": ("10.100.1.11",), "serial": "MA0001"},
            (n, 3): {**db, "tag": "1-2", "hostname": "EMR-DB02", "ips": ("10.100.1.12",), "serial": "MA0002"},
            (n, 4): {"tag": "2-1", "name": "クライアント端末", "model": "ESPRIMO K5010", "quantity": 150, "place": "各部署", "introduced": "2024-09-20", "maintained_until": "2029-09-30"},
        },
        skipped=skip(n, header=1),
        unread={"システム", "保守開始"},
    )  # fmt: skip


@ledger("Ward Equipment.csv")
def a_ward_in_plain_english(path: Path) -> Truth:
    """Plain English of a ward: what it is, whose, where, since when, works or not, last looked at."""
    write_csv(path, [
        ["What", "Brand", "Type", "Serial no", "Where is it", "Who looks after it", "Bought", "Works?", "Last checked on", "LAN address"],
        ["ECG recorder", "Fukuda Denshi", "FX-8322", "83220001", "Treatment room", "Sato", "2018-05", "yes", "2024-03-01", "10.12.0.31"],
        ["Vital signs monitor", "Nihon Kohden", "SVM-7261", "72610009", "Bay 2", "Sato", "2020-11", "no", "2024-03-01", "none"],
    ], "utf-8")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"name": "ECG recorder", "maker": "Fukuda Denshi", "model": "FX-8322", "serial": "83220001", "place": "Treatment room", "responsible": "Sato", "introduced": "2018-05", "state": "in_use", "checked": "2024-03-01", "ips": ("10.12.0.31",)},
            ("", 3): {"name": "Vital signs monitor", "maker": "Nihon Kohden", "model": "SVM-7261", "serial": "72610009", "place": "Bay 2", "responsible": "Sato", "introduced": "2020-11", "state": "stopped", "checked": "2024-03-01"},
        },
        skipped=skip("", header=1),
    )  # fmt: skip


@ledger("生体情報モニタ管理.xlsx")
def a_set_over_several_rows(path: Path) -> Truth:
    """A central monitor with its bedside ones: the central's number merged over them, each with its own serial and bed."""
    save(path, {
        "HCU": [
            ["セントラル№", "構成", "型式", "製造番号", "ベッド", "IPアドレス", "購入年月", "メーカー"],
            ["CM-01", "セントラルモニタ", "CNS-6201", "62010001", "NS", "172.20.8.1", "2020年3月", "日本光電"],
            [None, "ベッドサイドモニタ", "BSM-6501", "65010011", "HCU1", "172.20.8.11", "2020年3月", "日本光電"],
            [None, "ベッドサイドモニタ", "BSM-6501", "65010012", "HCU2", "172.20.8.12", "2020年3月", "日本光電"],
        ],
    }, {"HCU": ["A2:A4"]})  # fmt: skip
    n = "HCU"
    nk = {"tag": "CM-01", "introduced": "2020-03", "maker": "日本光電", "department": "HCU"}
    return Truth(
        assets={
            (n, 2): {**nk, "name": "セントラルモニタ", "model": "CNS-6201", "serial": "62010001", "ips": ("172.20.8.1",)},
            (n, 3): {**nk, "name": "ベッドサイドモニタ", "model": "BSM-6501", "serial": "65010011", "ips": ("172.20.8.11",)},
            (n, 4): {**nk, "name": "ベッドサイドモニタ", "model": "BSM-6501", "serial": "65010012", "ips": ("172.20.8.12",)},
        },
        skipped=skip(n, header=1),
        unread={"ベッド"},
    )  # fmt: skip


@ledger("薬局_機器管理表.xlsx")
def a_pharmacy(path: Path) -> Truth:
    """A pharmacy: the software and its version beside the device, the telephone of the helpdesk, when it must be replaced."""
    save(path, {
        "薬局": [
            ["機器名", "デバイス名", "メーカー", "型番", "OS", "ソフトウェア", "バージョン", "IPアドレス", "購入日", "保証期間", "ヘルプデスク", "更新目安"],
            ["レセコン親機", "PH-MAIN", "EMシステムズ", "ESPRIMO", "Windows 10 Pro", "MAPs", "5.2.1", "192.168.50.10", date(2021, 4, 1), "2026/3/31", "0120-000-111", "2026年"],
            ["レセコン子機", "PH-SUB1", "EMシステムズ", "ESPRIMO", "Windows 10 Pro", "MAPs", "5.2.1", "192.168.50.11", date(2021, 4, 1), "2026/3/31", "0120-000-111", "2026年"],
            ["オンライン資格確認端末", "ONSHI-01", "NEC", "Mate", "Windows 10 IoT", "資格確認等", "3.0", "192.168.60.10", date(2021, 10, 1), "2026/9/30", "別紙", "2026年"],
        ],
    })  # fmt: skip
    n = "薬局"
    em = {"department": "薬局", "maker": "EMシステムズ", "model": "ESPRIMO", "os": "Windows 10 Pro", "software": "MAPs", "software_version": "5.2.1", "introduced": "2021-04-01", "maintained_until": "2026-03-31"}
    return Truth(
        assets={
            (n, 2): {**em, "name": "レセコン親機", "hostname": "PH-MAIN", "ips": ("192.168.50.10",)},
            (n, 3): {**em, "name": "レセコン子機", "hostname": "PH-SUB1", "ips": ("192.168.50.11",)},
            (n, 4): {"department": "薬局", "name": "オンライン資格確認端末", "hostname": "ONSHI-01", "maker": "NEC", "model": "Mate", "os": "Windows 10 IoT", "software": "資格確認等", "software_version": "3.0", "ips": ("192.168.60.10",), "introduced": "2021-10-01", "maintained_until": "2026-09-30"},
        },
        skipped=skip(n, header=1),
        unread={"ヘルプデスク", "更新目安"},
    )  # fmt: skip


@ledger("統合台帳（旧A+旧B）.csv")
def two_forms_in_one_file(path: Path) -> Truth:
    """Two hospitals' files pasted together: the second begins with its own headings after a line of dashes."""
    write_csv(path, [
        ["資産番号", "機器の名称", "製造会社名", "形式", "製造番号", "配置部署", "IP"],
        ["A-100", "超音波診断装置", "GEヘルスケア", "LOGIQ P9", "LP9-01", "外来", "10.1.50.1"],
        ["A-101", "心電計", "日本光電", "ECG-2350", "2350-07", "外来", "10.1.50.2"],
        ["----------", "----------", "", "", "", "", ""],
        ["No", "ｼﾘｱﾙ", "機器", "型番", "ﾒｰｶ", "場所", "MACｱﾄﾞﾚｽ"],
        ["1", "FX-0088", "心電計", "FX-8600", "フクダ電子", "健診室", "00:40:9D:00:00:88"],
        ["2", "HD-0099", "ホルタ解析装置", "SCM-8000", "フクダ電子", "検査室", "00:40:9D:00:00:99"],
    ], "cp932")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"tag": "A-100", "name": "超音波診断装置", "maker": "GEヘルスケア", "model": "LOGIQ P9", "serial": "LP9-01", "department": "外来", "ips": ("10.1.50.1",)},
            ("", 3): {"tag": "A-101", "name": "心電計", "maker": "日本光電", "model": "ECG-2350", "serial": "2350-07", "department": "外来", "ips": ("10.1.50.2",)},
            ("", 6): {"tag": "1", "serial": "FX-0088", "name": "心電計", "model": "FX-8600", "maker": "フクダ電子", "place": "健診室", "macs": ("00:40:9d:00:00:88",)},
            ("", 7): {"tag": "2", "serial": "HD-0099", "name": "ホルタ解析装置", "model": "SCM-8000", "maker": "フクダ電子", "place": "検査室", "macs": ("00:40:9d:00:00:99",)},
        },
        skipped=skip("", header=[1, 5], **{"remark beside the table": 4}),
    )  # fmt: skip


@ledger("医事課レセプト端末.xlsx")
def terminals_of_the_accounts(path: Path) -> Truth:
    """A list by hand: a circle for each who uses it, the desk, old name and new name, when the lease returns."""
    book = workbook()
    s = book.active
    s.title = "医事課"
    fill(s, [
        ["№", "席", "旧PC名", "新PC名", "機種名", "製造番号", "IPｱﾄﾞﾚｽ", "使用者", "ﾘｰｽ返却予定", "ﾒﾓ"],
        [1, "窓口1", "OLD-11", "IJI-N01", "FMV LIFEBOOK A5513", "R3500001", "10.15.1.1", "窓口共用", "R10.3", None],
        [2, "窓口2", "OLD-12", "IJI-N02", "FMV LIFEBOOK A5513", "R3500002", "10.15.1.2", "窓口共用", "R10.3", "カードリーダ付"],
        [3, "算定1", "OLD-21", "IJI-N11", "FMV ESPRIMO D7012", "R3500003", "10.15.1.11", "宮本", "R10.3", None],
    ])  # fmt: skip
    book.save(path)
    n = "医事課"
    dep = {"department": "医事課", "maintained_until": "2028-03"}
    return Truth(
        assets={
            (n, 2): {**dep, "tag": "1", "place": "窓口1", "hostname": "IJI-N01", "model": "FMV LIFEBOOK A5513", "serial": "R3500001", "ips": ("10.15.1.1",), "user": "窓口共用"},
            (n, 3): {**dep, "tag": "2", "place": "窓口2", "hostname": "IJI-N02", "model": "FMV LIFEBOOK A5513", "serial": "R3500002", "ips": ("10.15.1.2",), "user": "窓口共用", "note": "カードリーダ付"},
            (n, 4): {**dep, "tag": "3", "place": "算定1", "hostname": "IJI-N11", "model": "FMV ESPRIMO D7012", "serial": "R3500003", "ips": ("10.15.1.11",), "user": "宮本"},
        },
        skipped=skip(n, header=1),
        unread={"旧PC名"},
    )  # fmt: skip
