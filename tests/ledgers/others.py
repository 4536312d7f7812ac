"""Ledgers as outside firms, small wards and old files have them, read for the first time when all others were. See make.py."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from tests.ledgers.make import Truth, fill, ledger, skip, workbook, write_csv
from tests.ledgers.more import save


@ledger("納入機器一覧（ベンダ提出）.xlsx")
def handed_in_by_the_vendor(path: Path) -> Truth:
    """A vendor's list at delivery: a letter's head of twelve lines above, quantities, NICs in lines of a cell, licences at the end."""
    save(path, {
        "納入機器": [
            [None, None, None, None, None, None, None, "2023年3月31日"],
            ["○○総合病院　御中"],
            [None, None, None, None, None, None, None, "△△システム株式会社"],
            [],
            ["納入機器一覧"],
            ["件名：電子カルテシステム更新一式"],
            ["納入場所：サーバ室ほか"],
            [],
            ["項番", "品名", "メーカー", "型名", "製造番号", "ホスト名", "IPアドレス／MACアドレス", "設置場所", "台数"],
            [1, "DBサーバ", "NEC", "Express5800/R120i", "AA00001", "EHRDB1", "業務:10.2.0.1 (8C-DF-9D-00-00-01)\n管理:10.2.9.1 (8C-DF-9D-00-00-02)", "サーバ室", 1],
            [2, "バックアップ装置", "NEC", "iStorage M", "AA00002", "EHRBK1", "10.2.0.5 (8C-DF-9D-00-00-05)", "サーバ室", 1],
            [3, "クライアントPC", "NEC", "Mate MKL46", "別紙参照", None, "DHCP", "各部署", "120台"],
            [4, "無停電電源装置", "APC", "SMT1500J", "AS0001", None, "―", "サーバ室", 2],
            [],
            ["以上"],
        ],
    })  # fmt: skip
    n = "納入機器"
    return Truth(
        assets={
            (n, 10): {"tag": "1", "name": "DBサーバ", "maker": "NEC", "model": "Express5800/R120i", "serial": "AA00001", "hostname": "EHRDB1", "ips": ("10.2.0.1", "10.2.9.1"), "macs": ("8c:df:9d:00:00:01", "8c:df:9d:00:00:02"), "place": "サーバ室", "quantity": 1},
            (n, 11): {"tag": "2", "name": "バックアップ装置", "maker": "NEC", "model": "iStorage M", "serial": "AA00002", "hostname": "EHRBK1", "ips": ("10.2.0.5",), "macs": ("8c:df:9d:00:00:05",), "place": "サーバ室", "quantity": 1},
            (n, 12): {"tag": "3", "name": "クライアントPC", "maker": "NEC", "model": "Mate MKL46", "dhcp": True, "place": "各部署", "quantity": 120},
            (n, 13): {"tag": "4", "name": "無停電電源装置", "maker": "APC", "model": "SMT1500J", "serial": "AS0001", "place": "サーバ室", "quantity": 2},
        },
        skipped=skip(n, title=[1, 2, 3, 5, 6, 7], blank=[4, 8, 14], header=9, remark_beside_the_table=15),
    )  # fmt: skip


@ledger("手術部ME.csv")
def theatre(path: Path) -> Truth:
    """Semicolons between fields, rooms as section lines, asterisks for what is rented, dates in four notations."""
    write_csv(path, [
        ["手術部　医療機器一覧", "", "", "", "", "", ""],
        ["管理NO.", "機器の種類", "製品名", "メーカー", "SerialNo.", "購入", "点検日"],
        ["＜ＯＰ１＞", "", "", "", "", "", ""],
        ["OP-001", "麻酔器", "Aisys CS2", "GEヘルスケア", "ANA00001", "2016年度", "R06.04.12"],
        ["OP-002", "電気メス", "ForceTriad", "コヴィディエン", "T1A00002", "'18.7", "2024-04-12"],
        ["OP-003", "無影灯", "HLED", "山田医療照明", "―", "H22/3/31", "－"],
        ["＜ＯＰ２＞", "", "", "", "", "", ""],
        ["OP-010", "麻酔器", "Aisys CS2", "GEヘルスケア", "ANA00003", "2016年度", "令和6年4月12日"],
        ["OP-011", "手術支援ロボット", "da Vinci Xi", "インテュイティブ", "SK0001", "令和2年", "20240520"],
    ], "utf-8", ";")  # fmt: skip
    one, two = {"place": "OP1"}, {"place": "OP2"}
    return Truth(
        assets={
            ("", 4): {**one, "tag": "OP-001", "kind": "麻酔器", "model": "Aisys CS2", "maker": "GEヘルスケア", "serial": "ANA00001", "introduced": "2016", "checked": "2024-04-12"},
            ("", 5): {**one, "tag": "OP-002", "kind": "電気メス", "model": "ForceTriad", "maker": "コヴィディエン", "serial": "T1A00002", "introduced": "2018-07", "checked": "2024-04-12"},
            ("", 6): {**one, "tag": "OP-003", "kind": "無影灯", "model": "HLED", "maker": "山田医療照明", "introduced": "2010-03-31"},
            ("", 8): {**two, "tag": "OP-010", "kind": "麻酔器", "model": "Aisys CS2", "maker": "GEヘルスケア", "serial": "ANA00003", "introduced": "2016", "checked": "2024-04-12"},
            ("", 9): {**two, "tag": "OP-011", "kind": "手術支援ロボット", "model": "da Vinci Xi", "maker": "インテュイティブ", "serial": "SK0001", "introduced": "2020", "checked": "2024-05-20"},
        },
        skipped=skip("", title=1, header=2, section=[3, 7]),
    )  # fmt: skip


@ledger("訪問看護ステーション.xlsx")
def small_office(path: Path) -> Truth:
    """An office of four: no numbers of devices, persons as users, times of day in the dates, a second table of passwords' owners."""
    book = workbook()
    s = book.active
    s.title = "機器"
    fill(s, [
        ["パソコン等一覧"],
        ["品目", "メーカー・型", "シリアル番号", "使用者名", "置き場所", "Wi-FiのMAC", "購入年月日", "購入先", "ウイルスソフト期限", "状況"],
        ["ノートパソコン", "Lenovo ThinkPad L13", "PF-00001", "山口", "事務所", "9C:2D:CD:00:00:01", datetime(2023, 6, 1, 10, 30), "OA販売", date(2025, 6, 1), "使用中"],
        ["ノートパソコン", "Lenovo ThinkPad L13", "PF-00002", "松本", "持出し", "9C:2D:CD:00:00:02", datetime(2023, 6, 1, 10, 30), "OA販売", date(2025, 6, 1), "使用中"],
        ["タブレット", "Apple iPad", "DMPX0001", "共用", "持出し", "9C:2D:CD:00:00:11", "2022年冬", "家電量販店", None, "たまに使用"],
        ["ルーター", "バッファロー WSR-3200", "なし", None, "事務所", "9C:2D:CD:00:00:F0", "不明", None, None, "使用中"],
    ])  # fmt: skip
    book.save(path)
    n = "機器"
    return Truth(
        assets={
            (n, 3): {"name": "ノートパソコン", "maker": "Lenovo", "model": "ThinkPad L13", "serial": "PF-00001", "user": "山口", "place": "事務所", "macs": ("9c:2d:cd:00:00:01",), "introduced": "2023-06-01", "maintainer": "OA販売", "state": "in_use"},
            (n, 4): {"name": "ノートパソコン", "maker": "Lenovo", "model": "ThinkPad L13", "serial": "PF-00002", "user": "松本", "place": "持出し", "macs": ("9c:2d:cd:00:00:02",), "introduced": "2023-06-01", "maintainer": "OA販売", "state": "in_use"},
            (n, 5): {"name": "タブレット", "maker": "Apple", "model": "iPad", "serial": "DMPX0001", "user": "共用", "place": "持出し", "macs": ("9c:2d:cd:00:00:11",), "introduced": "2022", "maintainer": "家電量販店", "state": "in_use"},
            (n, 6): {"name": "ルーター", "maker": "バッファロー", "model": "WSR-3200", "place": "事務所", "macs": ("9c:2d:cd:00:00:f0",), "state": "in_use"},
        },
        skipped=skip(n, title=1, header=2),
        unread={"ウイルスソフト期限"},
    )  # fmt: skip


@ledger("内視鏡センター.xlsx")
def scopes_below_processors(path: Path) -> Truth:
    """Two tables below each other without headings in common: consoles with addresses, scopes with use counts."""
    save(path, {
        "内視鏡": [
            ["内視鏡センター　機器一覧"],
            ["１．システム本体"],
            ["検査室", "プロセッサ型式", "製造番号", "IPアドレス", "ファイリング端末名", "設置年月"],
            ["第1", "CV-1500", "7710001", "10.88.1.11", "ENDO-01", "2022.10"],
            ["第2", "CV-1500", "7710002", "10.88.1.12", "ENDO-02", "2022.10"],
            ["第3", "CV-290", "2230009", "未接続", None, "2014.4"],
            [],
            ["２．スコープ"],
            ["管理番号", "スコープ名称", "型式", "製造番号", "購入年月", "使用回数", "状態"],
            ["G-01", "上部消化管スコープ", "GIF-EZ1500", "3100011", "2022.10", 412, "使用可"],
            ["G-02", "上部消化管スコープ", "GIF-H290Z", "2400512", "2015.6", 2980, "修理中"],
            ["C-01", "下部消化管スコープ", "CF-EZ1500D", "3300007", "2022.10", 377, "使用可"],
        ],
    })  # fmt: skip
    n = "内視鏡"
    return Truth(
        assets={
            (n, 4): {"department": "内視鏡", "model": "CV-1500", "serial": "7710001", "ips": ("10.88.1.11",), "hostname": "ENDO-01", "introduced": "2022-10"},
            (n, 5): {"department": "内視鏡", "model": "CV-1500", "serial": "7710002", "ips": ("10.88.1.12",), "hostname": "ENDO-02", "introduced": "2022-10"},
            (n, 6): {"department": "内視鏡", "model": "CV-290", "serial": "2230009", "introduced": "2014-04"},
            (n, 10): {"department": "内視鏡", "tag": "G-01", "name": "上部消化管スコープ", "model": "GIF-EZ1500", "serial": "3100011", "introduced": "2022-10", "state": "in_use"},
            (n, 11): {"department": "内視鏡", "tag": "G-02", "name": "上部消化管スコープ", "model": "GIF-H290Z", "serial": "2400512", "introduced": "2015-06", "state": "stopped"},
            (n, 12): {"department": "内視鏡", "tag": "C-01", "name": "下部消化管スコープ", "model": "CF-EZ1500D", "serial": "3300007", "introduced": "2022-10", "state": "in_use"},
        },
        skipped=skip(n, title=[1, 2], header=[3, 9], blank=7, remark_beside_the_table=8),
        unread={"使用回数", "検査室"},
        offline={(n, 6)},
    )  # fmt: skip


@ledger("IP台帳_NW設計書抜粋.xlsx")
def from_a_design(path: Path) -> Truth:
    """From a designer's book: the network in one column and the last numbers in others, masks, gateways, rows for what is kept free."""
    save(path, {
        "IPアドレス設計": [
            ["IPアドレス設計"],
            ["VLAN", "セグメント名", "割当", "IPアドレス", "サブネットマスク", "デフォルトGW", "ホスト名", "装置", "備考"],
            [100, "サーバ", "固定", "10.100.0.11", "255.255.255.0", "10.100.0.254", "adsv01", "ADサーバ", None],
            [100, "サーバ", "固定", "10.100.0.12", "255.255.255.0", "10.100.0.254", "adsv02", "ADサーバ", None],
            [100, "サーバ", "固定", "10.100.0.13～10.100.0.20", "255.255.255.0", "10.100.0.254", None, "予備", "将来用"],
            [200, "端末", "DHCP", "10.200.0.100-10.200.0.103", "255.255.255.0", "10.200.0.254", None, "端末用DHCPレンジ", None],
            [300, "医療機器", "固定", "10.150.0.5", "255.255.255.0", "10.150.0.254", None, "セントラルモニタ", "部門管理"],
        ],
    })  # fmt: skip
    n = "IPアドレス設計"
    return Truth(
        assets={
            (n, 3): {"ips": ("10.100.0.11",), "hostname": "adsv01", "name": "ADサーバ"},
            (n, 4): {"ips": ("10.100.0.12",), "hostname": "adsv02", "name": "ADサーバ"},
            (n, 5): {"ips": tuple(f"10.100.0.{i}" for i in range(13, 21)), "state": "reserved", "note": "将来用"},
            (n, 6): {"ips": tuple(f"10.200.0.{i}" for i in range(100, 104)), "dhcp": True, "state": "reserved", "name": "端末用DHCPレンジ"},
            (n, 7): {"ips": ("10.150.0.5",), "name": "セントラルモニタ", "note": "部門管理"},
        },
        skipped=skip(n, title=1, header=2),
        unread={"VLAN", "セグメント名", "サブネットマスク", "デフォルトGW"},
    )  # fmt: skip


@ledger("リハビリテーション部.xlsx")
def three_sheets_one_form(path: Path) -> Truth:
    """One form for each of three places as a sheet, the place in a cell of the form's head; empty forms; a sheet of totals."""
    def form(place: str, rows: list[list[object]]) -> list[list[object]]:
        return [["備品調査票"], ["調査場所", place, None, "調査者", "主任"], ["備品番号", "品名", "メーカー名", "型番", "シリアルNo", "数量", "現物確認"], *rows]

    save(path, {
        "PT室": form("PT室", [["R-1", "エルゴメータ", "コナミ", "75XL", "E001", 1, "2024/9/2"], ["R-2", "低周波治療器", "伊藤超短波", "EU-910", "E002", 2, "2024/9/2"]]),
        "OT室": form("OT室", [["R-20", "パソコン", "NEC", "VKL", "E020", 1, "2024/9/3"]]),
        "ST室": form("ST室", []),
    })  # fmt: skip
    return Truth(
        assets={
            ("PT室", 4): {"tag": "R-1", "name": "エルゴメータ", "maker": "コナミ", "model": "75XL", "serial": "E001", "quantity": 1, "checked": "2024-09-02", "department": "PT室"},
            ("PT室", 5): {"tag": "R-2", "name": "低周波治療器", "maker": "伊藤超短波", "model": "EU-910", "serial": "E002", "quantity": 2, "checked": "2024-09-02", "department": "PT室"},
            ("OT室", 4): {"tag": "R-20", "name": "パソコン", "maker": "NEC", "model": "VKL", "serial": "E020", "quantity": 1, "checked": "2024-09-03", "department": "OT室"},
        },
        skipped={**skip("PT室", title=[1, 2], header=3), **skip("OT室", title=[1, 2], header=3), **skip("ST室", title=[1, 2], header=3)},
        problems={("ST室", 3, ""): "no row of a device"},
    )  # fmt: skip


@ledger("メーカー別集計付き台帳.xlsx")
def pivot_beside_the_ledger(path: Path) -> Truth:
    """A count by maker to the right of the table, on the same rows; a remark under it; negative and blank counts."""
    save(path, {
        "PC": [
            ["管理No", "機種名", "メーカー", "シリアル", "MACアドレス", "使用部署", None, None, "メーカー", "台数"],
            ["P-1", "Latitude 5430", "DELL", "5SVC001", "E4-B9-7A-00-00-01", "内科", None, None, "DELL", 2],
            ["P-2", "Latitude 5430", "DELL", "5SVC002", "E4-B9-7A-00-00-02", "外科", None, None, "HP", 1],
            ["P-3", "ProBook 450", "HP", "5CD0001", "E4-B9-7A-00-00-03", "外科", None, None, "合計", 3],
            ["P-4", "VersaPro", "NEC", "Y000001", "E4-B9-7A-00-00-04", "薬剤部"],
        ],
    })  # fmt: skip
    n = "PC"
    kind = {"kind": "PC"}
    return Truth(
        assets={
            (n, 2): {**kind, "tag": "P-1", "model": "Latitude 5430", "maker": "DELL", "serial": "5SVC001", "macs": ("e4:b9:7a:00:00:01",), "department": "内科"},
            (n, 3): {**kind, "tag": "P-2", "model": "Latitude 5430", "maker": "DELL", "serial": "5SVC002", "macs": ("e4:b9:7a:00:00:02",), "department": "外科"},
            (n, 4): {**kind, "tag": "P-3", "model": "ProBook 450", "maker": "HP", "serial": "5CD0001", "macs": ("e4:b9:7a:00:00:03",), "department": "外科"},
            (n, 5): {**kind, "tag": "P-4", "model": "VersaPro", "maker": "NEC", "serial": "Y000001", "macs": ("e4:b9:7a:00:00:04",), "department": "薬剤部"},
        },
        skipped=skip(n, header=1),
        unread={"メーカー", "台数"},
    )  # fmt: skip


@ledger("生理検査機器台帳.tsv")
def physiology(path: Path) -> Truth:
    """UTF-16, big end first: unit in the number (1台), S/N with its own label, model with a bracket, states as sentences."""
    rows = [
        ["No.", "機器名（略称）", "製造販売業者", "型式（管理名）", "S/N", "台数", "導入", "接続", "現況"],
        ["1", "心電計（ECG）", "フクダ電子㈱", "FCP-8453（1号機）", "S/N:40001234", "1台", "2018/4", "有線LAN", "問題なく使用している"],
        ["2", "ホルター解析（HOL）", "フクダ電子㈱", "SCM-8000", "S/N:40005678", "1台", "2018/4", "有線LAN", "ソフト更新待ち、使用中"],
        ["3", "肺機能（PFT）", "チェスト㈱", "CHESTAC-8900", "SN 12-345", "1台", "2012/9", "USB", "故障のため使用停止"],
    ]
    path.write_bytes(b"\xfe\xff" + "\r\n".join("\t".join(r) for r in rows).encode("utf-16-be"))
    return Truth(
        assets={
            ("", 2): {"tag": "1", "name": "心電計(ECG)", "maker": "フクダ電子株式会社", "model": "FCP-8453(1号機)", "serial": "40001234", "quantity": 1, "introduced": "2018-04", "state": "in_use"},
            ("", 3): {"tag": "2", "name": "ホルター解析(HOL)", "maker": "フクダ電子株式会社", "model": "SCM-8000", "serial": "40005678", "quantity": 1, "introduced": "2018-04", "state": "in_use"},
            ("", 4): {"tag": "3", "name": "肺機能(PFT)", "maker": "チェスト株式会社", "model": "CHESTAC-8900", "serial": "12-345", "quantity": 1, "introduced": "2012-09", "state": "stopped"},
        },
        skipped=skip("", header=1),
        offline={("", 4)},
    )  # fmt: skip


@ledger("サーバ室ラック表.xlsx")
def rack_chart(path: Path) -> Truth:
    """A rack from top to bottom: the unit's number first, a device merged over its units, blank panels between."""
    save(path, {
        "ラック1": [
            ["ラック1搭載図"],
            ["U", "機器名", "型番", "ホスト名", "管理IP", "保守"],
            [42, "L3スイッチ", "C9300", "core1", "10.0.0.1", "ネットワン"],
            [41, "（空き）"],
            [40, "仮想化サーバ1", "DL380 Gen10", "esx1", "10.0.1.11", "HPE"],
            [39, None, None, None, None, None],
            [38, "仮想化サーバ2", "DL380 Gen10", "esx2", "10.0.1.12", "HPE"],
            [37, None, None, None, None, None],
            [36, "ブランクパネル"],
        ],
    }, {"ラック1": ["B5:B6", "C5:C6", "D5:D6", "E5:E6", "F5:F6", "B7:B8", "C7:C8", "D7:D8", "E7:E8", "F7:F8"]})  # fmt: skip
    n = "ラック1"
    dl = {"model": "DL380 Gen10", "maintainer": "HPE", "place": "ラック1"}
    return Truth(
        assets={
            (n, 3): {"name": "L3スイッチ", "model": "C9300", "hostname": "core1", "ips": ("10.0.0.1",), "maintainer": "ネットワン", "place": "ラック1"},
            (n, 5): {**dl, "name": "仮想化サーバ1", "hostname": "esx1", "ips": ("10.0.1.11",)},
            (n, 7): {**dl, "name": "仮想化サーバ2", "hostname": "esx2", "ips": ("10.0.1.12",)},
        },
        skipped=skip(n, title=1, header=2, a_number_that_no_device_has=[4, 9], **{"continues_row_5_(merged_cells)": 6, "continues_row_7_(merged_cells)": 8}),
        unread={"U"},
    )  # fmt: skip


@ledger("PACS接続機器.csv")
def pacs_nodes(path: Path) -> Truth:
    """What a picture archive knows of its neighbours: AE titles as names of hosts, ports, which of the services they use."""
    write_csv(path, [
        ["AEタイトル", "IPアドレス", "ポート番号", "モダリティ", "機器名", "メーカー", "設置場所", "Storage", "Query/Retrieve", "MWM", "備考"],
        ["CT64", "10.50.1.11", "104", "CT", "Revolution EVO", "GE", "CT室1", "○", "－", "○", ""],
        ["MR15", "10.50.1.12", "104", "MR", "Ingenia 1.5T", "Philips", "MR室", "○", "－", "○", "コンソール側"],
        ["READER1", "10.50.2.21", "11112", "", "読影端末1", "EIZO", "読影室", "－", "○", "－", ""],
    ], "utf-8-sig")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"hostname": "CT64", "ips": ("10.50.1.11",), "kind": "CT", "name": "Revolution EVO", "maker": "GE", "place": "CT室1"},
            ("", 3): {"hostname": "MR15", "ips": ("10.50.1.12",), "kind": "MR", "name": "Ingenia 1.5T", "maker": "Philips", "place": "MR室", "note": "コンソール側"},
            ("", 4): {"hostname": "READER1", "ips": ("10.50.2.21",), "name": "読影端末1", "maker": "EIZO", "place": "読影室"},
        },
        skipped=skip("", header=1),
        unread={"ポート番号", "Storage", "Query/Retrieve", "MWM"},
    )  # fmt: skip
