"""Ledgers of small desks, contracts and roll-outs, read once before anything was changed for them. See make.py."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.ledgers.make import Truth, fill, ledger, skip, workbook, write_csv
from tests.ledgers.more import save


@ledger("有床診療所_機器一覧.xlsx")
def clinic_with_beds(path: Path) -> Truth:
    """A clinic with beds: one sheet, floors in the first column merged down, what is plugged in where, the dealer."""
    save(path, {
        "機器一覧": [
            ["医療法人○○会　△△クリニック　　医療機器・ＩＴ機器一覧表"],
            ["フロア", "部屋", "機器名", "メーカー", "型番", "台数", "購入年月", "IPアドレス", "有線/無線", "取扱業者", "備考"],
            ["1F", "受付", "レセコン", "PHC", "Medicom-HRf", 2, "2022年8月", "192.168.1.21～22", "有線", "メディコム販売", None],
            [None, "診察室", "電子カルテ端末", "PHC", "Medicom-HRf", 1, "2022年8月", "192.168.1.23", "有線", "メディコム販売", None],
            [None, "X線室", "ＣＲ装置", "コニカミノルタ", "REGIUS Σ", 1, "2015年10月", "192.168.1.31", "有線", "コニカ", "来年更新"],
            ["2F", "病棟詰所", "ナースコール", "アイホン", "NFX", 1, "2010年4月", "―", "―", "アイホン", None],
            [None, "院長室", "ノートPC", "マイクロソフト", "Surface Laptop 4", 1, "R3.12", "自動", "無線", "量販店", "私物"],
        ],
    }, {"機器一覧": ["A1:K1", "A3:A5", "A6:A7"]})  # fmt: skip
    n = "機器一覧"
    return Truth(
        assets={
            (n, 3): {"place": "1F 受付", "name": "レセコン", "maker": "PHC", "model": "Medicom-HRf", "quantity": 2, "introduced": "2022-08", "ips": ("192.168.1.21", "192.168.1.22"), "maintainer": "メディコム販売"},
            (n, 4): {"place": "1F 診察室", "name": "電子カルテ端末", "maker": "PHC", "model": "Medicom-HRf", "quantity": 1, "introduced": "2022-08", "ips": ("192.168.1.23",), "maintainer": "メディコム販売"},
            (n, 5): {"place": "1F X線室", "name": "CR装置", "maker": "コニカミノルタ", "model": "REGIUS Σ", "quantity": 1, "introduced": "2015-10", "ips": ("192.168.1.31",), "maintainer": "コニカ", "note": "来年更新"},
            (n, 6): {"place": "2F 病棟詰所", "name": "ナースコール", "maker": "アイホン", "model": "NFX", "quantity": 1, "introduced": "2010-04", "maintainer": "アイホン"},
            (n, 7): {"place": "2F 院長室", "name": "ノートPC", "maker": "マイクロソフト", "model": "Surface Laptop 4", "quantity": 1, "introduced": "2021-12", "dhcp": True, "maintainer": "量販店", "note": "私物"},
        },
        skipped=skip(n, title=1, header=2),
        unread={"有線/無線"},
    )  # fmt: skip


@ledger("保守契約一覧.xlsx")
def maintenance_contracts(path: Path) -> Truth:
    """Contracts: the device, the firm, from and to in two columns, prices, who answers by night."""
    save(path, {
        "R6契約": [
            ["令和6年度　保守契約一覧", None, None, None, None, None, None, None, "（単位：千円）"],
            ["契約No", "対象機器", "型式", "台数", "契約業者", "契約開始", "契約終了", "年額", "リモート監視", "夜間連絡先"],
            ["M-01", "CT装置", "SOMATOM go.Top", 1, "シーメンスヘルスケア㈱", "2024/4/1", "2025/3/31", 9800, "あり", "0120-000-001"],
            ["M-02", "MRI装置", "Vantage Orian", 1, "キヤノンメディカルシステムズ㈱", "2024/4/1", "2025/3/31", 12000, "あり", "0120-000-002"],
            ["M-03", "血液浄化装置", "DCG-03", 4, "日機装㈱", "2023/10/1", "2026/9/30", 900, "なし", "－"],
        ],
    })  # fmt: skip
    n = "R6契約"
    return Truth(
        assets={
            (n, 3): {"name": "CT装置", "model": "SOMATOM go.Top", "quantity": 1, "maintainer": "シーメンスヘルスケア株式会社", "maintained_until": "2025-03-31", "remote_maintenance": "あり"},
            (n, 4): {"name": "MRI装置", "model": "Vantage Orian", "quantity": 1, "maintainer": "キヤノンメディカルシステムズ株式会社", "maintained_until": "2025-03-31", "remote_maintenance": "あり"},
            (n, 5): {"name": "血液浄化装置", "model": "DCG-03", "quantity": 4, "maintainer": "日機装株式会社", "maintained_until": "2026-09-30", "remote_maintenance": "なし"},
        },
        skipped=skip(n, title=1, header=2),
        unread={"契約No", "契約開始", "年額", "夜間連絡先"},
    )  # fmt: skip


@ledger("プリンタ・複合機.csv")
def printers(path: Path) -> Truth:
    """Printers: the serial under 機番, counters of pages, toner, the host that shares them, IPv6 beside IPv4."""
    write_csv(path, [
        ["No.", "設置部署", "設置場所", "機種名", "機番", "MACアドレス", "IPアドレス", "IPv6アドレス", "カウンタ", "トナー型番", "共有元サーバ", "設置日", "レンタル/購入"],
        ["1", "医事課", "1F会計", "IR-ADV C5540", "XUG00001", "18-0C-AC-00-00-01", "10.12.0.11", "2001:db8::11", "120,345", "NPG-71", "PRNSV01", "2019/10/1", "レンタル"],
        ["2", "医事課", "1F会計", "LP-S4290", "X6AB00002", "A4-D7-3C-00-00-02", "10.12.0.12", "", "45,001", "LPB4T24", "PRNSV01", "2021/4/1", "購入"],
        ["3", "薬剤部", "調剤室", "LBP442i", "NNKA0003", "18-0C-AC-00-00-03", "10.12.0.13", "", "9,870", "CRG-039", "", "令和5年11月", "購入"],
    ], "cp932")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"tag": "1", "department": "医事課", "place": "1F会計", "model": "IR-ADV C5540", "serial": "XUG00001", "macs": ("18:0c:ac:00:00:01",), "ips": ("10.12.0.11", "2001:db8::11"), "introduced": "2019-10-01"},
            ("", 3): {"tag": "2", "department": "医事課", "place": "1F会計", "model": "LP-S4290", "serial": "X6AB00002", "macs": ("a4:d7:3c:00:00:02",), "ips": ("10.12.0.12",), "introduced": "2021-04-01"},
            ("", 4): {"tag": "3", "department": "薬剤部", "place": "調剤室", "model": "LBP442i", "serial": "NNKA0003", "macs": ("18:0c:ac:00:00:03",), "ips": ("10.12.0.13",), "introduced": "2023-11"},
        },
        skipped=skip("", header=1),
        unread={"カウンタ", "トナー型番", "共有元サーバ", "レンタル/購入"},
    )  # fmt: skip


@ledger("新生児・小児ME.xlsx")
def neonatal(path: Path) -> Truth:
    """A ward's own book: kinds as section rows merged over the table, 〃 in half the cells, lent ones in red with where to."""
    book = workbook()
    s = book.active
    s.title = "NICU・GCU"
    fill(s, [
        ["NICU・GCU　ME機器管理表"],
        ["ME番号", "メーカー", "型式", "製造番号", "購入年月日", "使用場所", "使用状況", "備考"],
        ["●保育器"],
        ["N001", "アトム", "V-2100G", "2110001", "H24.11.1", "NICU", "使用中", None],
        ["N002", "〃", "〃", "2110002", "〃", "〃", "使用中", None],
        ["N003", "〃", "インキュi", "3350001", "R2.1.15", "GCU", "点検中", "アラーム不良"],
        ["●人工呼吸器"],
        ["N101", "ドレーゲル", "Babylog VN500", "ARXX-0001", "H28.3.31", "NICU", "使用中", None],
        ["N102", "〃", "〃", "ARXX-0002", "〃", "NICU", "貸出（小児科）", None],
        ["●経皮黄疸計"],
        ["N201", "コニカミノルタ", "JM-105", "10500001", "H27.6", "GCU", "予備", None],
    ])  # fmt: skip
    for row in (3, 7, 10):
        s.merge_cells(start_row=row, end_row=row, start_column=1, end_column=8)
    book.save(path)
    n = "NICU・GCU"
    return Truth(
        assets={
            (n, 4): {"tag": "N001", "kind": "保育器", "maker": "アトム", "model": "V-2100G", "serial": "2110001", "introduced": "2012-11-01", "place": "NICU", "state": "in_use"},
            (n, 5): {"tag": "N002", "kind": "保育器", "maker": "アトム", "model": "V-2100G", "serial": "2110002", "introduced": "2012-11-01", "place": "NICU", "state": "in_use"},
            (n, 6): {"tag": "N003", "kind": "保育器", "maker": "アトム", "model": "インキュi", "serial": "3350001", "introduced": "2020-01-15", "place": "GCU", "state": "stopped", "note": "アラーム不良"},
            (n, 8): {"tag": "N101", "kind": "人工呼吸器", "maker": "ドレーゲル", "model": "Babylog VN500", "serial": "ARXX-0001", "introduced": "2016-03-31", "place": "NICU", "state": "in_use"},
            (n, 9): {"tag": "N102", "kind": "人工呼吸器", "maker": "ドレーゲル", "model": "Babylog VN500", "serial": "ARXX-0002", "introduced": "2016-03-31", "place": "NICU", "state": "in_use"},
            (n, 11): {"tag": "N201", "kind": "経皮黄疸計", "maker": "コニカミノルタ", "model": "JM-105", "serial": "10500001", "introduced": "2015-06", "place": "GCU", "state": "spare"},
        },
        skipped=skip(n, title=1, header=2, section=[3, 7, 10]),
    )  # fmt: skip


@ledger("院内ネットワーク機器_FL別.xlsx")
def network_by_floor(path: Path) -> Truth:
    """A sheet per floor, the header in row 4, firmware and end of sale, ports counted, old addresses struck through in part."""
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont

    book = workbook()
    head = ["ホスト名", "機種", "S/N", "管理IPアドレス", "MAC", "ポート数", "ファームウェア", "販売終了", "サポート終了", "設置"]
    for number, (title, rows) in enumerate({
        "1F": [["SW-1F-01", "AT-x230-28GT", "A00001", "172.30.1.1", "00-00-CD-00-01-01", 28, "5.4.9", "2022/3", "2027/3", "EPS1"],
               ["SW-1F-02", "AT-x230-28GT", "A00002", "172.30.1.2", "00-00-CD-00-01-02", 28, "5.4.9", "2022/3", "2027/3", "EPS2"]],
        "2F": [["SW-2F-01", "AT-x530-28GTX", "A00003", "172.30.2.1", "00-00-CD-00-02-01", 28, "5.5.3", None, None, "EPS1"]],
    }.items()):  # fmt: skip
        s = book.active if not number else book.create_sheet()
        s.title = title
        fill(s, [["ネットワーク機器一覧"], [f"{title}"], [], head, *rows])
    book["2F"]["D5"] = CellRichText(TextBlock(InlineFont(strike=True), "172.30.9.9"), TextBlock(InlineFont(), " 172.30.2.1"))
    book.save(path)
    return Truth(
        assets={
            ("1F", 5): {"hostname": "SW-1F-01", "model": "AT-x230-28GT", "serial": "A00001", "ips": ("172.30.1.1",), "macs": ("00:00:cd:00:01:01",), "software_version": "5.4.9", "maintained_until": "2027-03", "place": "1F EPS1"},
            ("1F", 6): {"hostname": "SW-1F-02", "model": "AT-x230-28GT", "serial": "A00002", "ips": ("172.30.1.2",), "macs": ("00:00:cd:00:01:02",), "software_version": "5.4.9", "maintained_until": "2027-03", "place": "1F EPS2"},
            ("2F", 5): {"hostname": "SW-2F-01", "model": "AT-x530-28GTX", "serial": "A00003", "ips": ("172.30.2.1",), "macs": ("00:00:cd:00:02:01",), "software_version": "5.5.3", "place": "2F EPS1"},
        },
        skipped={**skip("1F", title=[1, 2], blank=3, header=4), **skip("2F", title=[1, 2], blank=3, header=4)},
        unread={"ポート数", "販売終了"},
        doubts={("2F", 5, "ips"): "struck through"},
    )  # fmt: skip


@ledger("電カル端末_展開リスト.csv")
def roll_out(path: Path) -> Truth:
    """A list of a roll-out: old and new names and addresses side by side; only the new ones are true."""
    write_csv(path, [
        ["展開No", "部署名", "旧端末名", "旧IPアドレス", "新端末名", "新IPアドレス", "新MACアドレス", "機種", "シリアル番号", "展開日", "作業者", "展開済"],
        ["1", "内科外来", "OLD-001", "192.168.1.11", "NEW-001", "10.70.1.11", "C8:5A:CF:00:00:01", "Pro SFF 400", "8CG0001", "2024/9/7", "橋本", "済"],
        ["2", "内科外来", "OLD-002", "192.168.1.12", "NEW-002", "10.70.1.12", "C8:5A:CF:00:00:02", "Pro SFF 400", "8CG0002", "2024/9/7", "橋本", "済"],
        ["3", "小児科外来", "なし", "", "NEW-003", "10.70.2.11", "C8:5A:CF:00:00:03", "Pro SFF 400", "8CG0003", "2024/9/14", "池上", ""],
    ], "utf-8-sig")  # fmt: skip
    head = {"model": "Pro SFF 400"}
    return Truth(
        assets={
            ("", 2): {**head, "department": "内科外来", "hostname": "NEW-001", "ips": ("10.70.1.11",), "macs": ("c8:5a:cf:00:00:01",), "serial": "8CG0001"},
            ("", 3): {**head, "department": "内科外来", "hostname": "NEW-002", "ips": ("10.70.1.12",), "macs": ("c8:5a:cf:00:00:02",), "serial": "8CG0002"},
            ("", 4): {**head, "department": "小児科外来", "hostname": "NEW-003", "ips": ("10.70.2.11",), "macs": ("c8:5a:cf:00:00:03",), "serial": "8CG0003"},
        },
        skipped=skip("", header=1),
        unread={"展開No", "展開日", "旧端末名", "旧IPアドレス", "作業者", "展開済"},
    )  # fmt: skip


@ledger("資産実査表.xlsx")
def stocktaking(path: Path) -> Truth:
    """A stocktaking's form: group headings over two lines, 現物 and 台帳 beside each other, boxes ticked, a row of signatures below."""
    save(path, {
        "実査": [
            ["固定資産実査表", None, None, None, None, None, None, None, None, None],
            ["部署名：", "臨床検査科", None, None, None, None, "実査日：", date(2024, 9, 20), None, None],
            ["台帳", None, None, None, None, None, "実査", None, None, None],
            ["資産番号", "資産名", "型式", "取得日", "数量", "設置場所", "有無", "使用状況", "ラベル", "備考"],
            ["50-101", "自動血球分析装置", "XN-1500", date(2018, 3, 30), 1, "血液検査室", "有", "使用", "有", None],
            ["50-102", "遠心機", "KN-70", date(2010, 3, 31), 2, "生化学室", "有", "使用", "無", "ラベル再発行"],
            ["50-103", "顕微鏡", "BX53", date(2013, 9, 30), 1, "細菌室", "有", "遊休", "有", None],
            ["実査者", None, "印", None, None, None, "確認者", None, "印"],
        ],
    }, {"実査": ["A1:J1", "A3:F3", "G3:J3"]})  # fmt: skip
    n = "実査"
    return Truth(
        assets={
            (n, 5): {"tag": "50-101", "name": "自動血球分析装置", "model": "XN-1500", "introduced": "2018-03-30", "quantity": 1, "place": "血液検査室", "state": "in_use"},
            (n, 6): {"tag": "50-102", "name": "遠心機", "model": "KN-70", "introduced": "2010-03-31", "quantity": 2, "place": "生化学室", "state": "in_use", "note": "ラベル再発行"},
            (n, 7): {"tag": "50-103", "name": "顕微鏡", "model": "BX53", "introduced": "2013-09-30", "quantity": 1, "place": "細菌室", "state": "spare"},
        },
        skipped=skip(n, title=[1, 2], header=[3, 4], remark_beside_the_table=8),
        unread={"実査/有無", "実査/ラベル"},
    )  # fmt: skip


@ledger("遠隔読影・クラウド接続.xlsx")
def remote_reading(path: Path) -> Truth:
    """Gateways to the outside: purposes, outer and inner addresses, the line, the term; one device in two lines of a cell."""
    save(path, {
        "外部接続": [
            ["外部接続機器台帳"],
            ["機器名", "用途", "メーカー", "型番", "WAN側IPアドレス", "LAN側IPアドレス", "回線", "接続先事業者", "リモート保守の有無", "設置場所", "最終更新（FW）", "FWバージョン"],
            ["VPNルータ1", "遠隔読影", "ヤマハ", "RTX1300", "203.0.113.20", "10.0.254.1", "フレッツ光", "読影センター㈱", "有", "サーバ室", "2024/6/1", "Rev.23.00.12"],
            ["VPNルータ2", "電子カルテ保守", "シスコ", "C1111-4P", "198.51.100.7", "10.0.254.2", "フレッツ光", "カルテ社", "有", "サーバ室", "2023/2/1", "17.6.3"],
            ["LTEルータ", "検体検査外注", "センチュリー", "NXR-G110", "動的", "192.168.99.1", "LTE", "検査センター", "無", "検査科", "不明", "不明"],
        ],
    })  # fmt: skip
    n = "外部接続"
    return Truth(
        assets={
            (n, 3): {"name": "VPNルータ1", "kind": "遠隔読影", "maker": "ヤマハ", "model": "RTX1300", "ips": ("203.0.113.20", "10.0.254.1"), "remote_maintenance": "有", "place": "サーバ室", "software_version": "Rev.23.00.12"},
            (n, 4): {"name": "VPNルータ2", "kind": "電子カルテ保守", "maker": "シスコ", "model": "C1111-4P", "ips": ("198.51.100.7", "10.0.254.2"), "remote_maintenance": "有", "place": "サーバ室", "software_version": "17.6.3"},
            (n, 5): {"name": "LTEルータ", "kind": "検体検査外注", "maker": "センチュリー", "model": "NXR-G110", "ips": ("192.168.99.1",), "dhcp": True, "remote_maintenance": "無", "place": "検査科"},
        },
        skipped=skip(n, title=1, header=2),
        unread={"回線", "接続先事業者", "最終更新(FW)"},
    )  # fmt: skip
