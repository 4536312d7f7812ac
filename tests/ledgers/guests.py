"""Ledgers of twelve sections, headed as each of them speaks: see FIRST_TRY of the bench. See make.py."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.ledgers.make import Truth, fill, ledger, skip, workbook, write_csv
from tests.ledgers.more import save


@ledger("端末一覧_情シス.xlsx")
def terminals_in_own_words(path: Path) -> Truth:
    """Headings in the section's own words: № for the number, the maker and the type in one cell, an era's year alone."""
    save(path, {
        "端末": [
            ["情報システム室　端末一覧"],
            ["資産№", "端末の名前", "製造メーカー／型番", "製造シリアル№", "LANアドレス(MAC)", "IPｱﾄﾞﾚｽ(第1)", "置き場", "主に使う人", "部門", "Windowsの版", "調達年", "サポート切れ", "稼働", "備考欄"],
            ["J-001", "UKETSUKE-PC1", "富士通／ESPRIMO D7012", "R1A00011", "38-7C-76-10-00-11", "10.5.1.11", "1F受付", "受付当番", "医事課", "Windows 11 Pro 23H2", "R5", "2028/3", "○", None],
            ["J-002", "UKETSUKE-PC2", "富士通／ESPRIMO D7012", "R1A00012", "38-7C-76-10-00-12", "10.5.1.12", "1F受付", "受付当番", "医事課", "Windows 11 Pro 23H2", "R5", "2028/3", "○", "予備キーボードあり"],
            ["J-003", "YAKU-PC1", "NEC／Mate MKM30", "8Z000013", "8C-DF-9D-10-00-13", "DHCP", "薬局", "薬剤師", "薬剤部", "Windows 10 Pro 22H2", "H31", "2025/10", "×", "故障・保管中"],
        ],
    })  # fmt: skip
    n = "端末"
    fj = {"kind": "端末", "maker": "富士通", "model": "ESPRIMO D7012", "place": "1F受付", "user": "受付当番", "department": "医事課", "os": "Windows 11 Pro 23H2", "introduced": "2023", "maintained_until": "2028-03", "state": "in_use"}
    return Truth(
        assets={
            (n, 3): {**fj, "tag": "J-001", "hostname": "UKETSUKE-PC1", "serial": "R1A00011", "macs": ("38:7c:76:10:00:11",), "ips": ("10.5.1.11",)},
            (n, 4): {**fj, "tag": "J-002", "hostname": "UKETSUKE-PC2", "serial": "R1A00012", "macs": ("38:7c:76:10:00:12",), "ips": ("10.5.1.12",), "note": "予備キーボードあり"},
            (n, 5): {"kind": "端末", "tag": "J-003", "hostname": "YAKU-PC1", "maker": "NEC", "model": "Mate MKM30", "serial": "8Z000013", "macs": ("8c:df:9d:10:00:13",), "dhcp": True, "place": "薬局", "user": "薬剤師", "department": "薬剤部", "os": "Windows 10 Pro 22H2", "introduced": "2019", "maintained_until": "2025-10", "state": "stopped", "note": "故障・保管中"},
        },
        skipped=skip(n, title=1, header=2),
    )  # fmt: skip


@ledger("医療機器台帳_二段.xlsx")
def two_lines_a_device(path: Path) -> Truth:
    """A device takes two lines, and so do the headings: the upper line has the number, the lower the maker and serial."""
    save(path, {
        "台帳": [
            ["医療機器管理台帳　　　臨床工学科"],
            ["ME No", "機器名称", "型式", "購入年月", "設置場所"],
            [None, "メーカー", "製造番号", "購入先", "状態"],
            ["ME-1001", "人工呼吸器", "HAMILTON-C3", "2019/4", "ICU"],
            [None, "ハミルトンメディカル", "14001", "日本光電", "使用中"],
            ["ME-1002", "人工呼吸器", "HAMILTON-C3", "2019/4", "ICU"],
            [None, "ハミルトンメディカル", "14002", "日本光電", "点検中"],
            ["ME-1003", "除細動器", "TEC-5631", "2017/10", "3階病棟"],
            [None, "日本光電", "05123", "日本光電", "使用中"],
        ],
    }, {"台帳": ["A2:A3", "A4:A5", "A6:A7", "A8:A9"]})  # fmt: skip
    n = "台帳"
    c3 = {"name": "人工呼吸器", "model": "HAMILTON-C3", "maker": "ハミルトンメディカル", "introduced": "2019-04", "maintainer": "日本光電", "place": "ICU"}
    return Truth(
        assets={
            (n, 4): {**c3, "tag": "ME-1001", "serial": "14001", "state": "in_use"},
            (n, 6): {**c3, "tag": "ME-1002", "serial": "14002", "state": "stopped"},
            (n, 8): {"tag": "ME-1003", "name": "除細動器", "model": "TEC-5631", "maker": "日本光電", "serial": "05123", "introduced": "2017-10", "maintainer": "日本光電", "place": "3階病棟", "state": "in_use"},
        },
        skipped={**skip(n, title=1, header=[2, 3]), (n, 5): "continues row 4", (n, 7): "continues row 6", (n, 9): "continues row 8"},
    )  # fmt: skip


@ledger("物品管理簿（用度課）.csv")
def goods_of_the_stores(path: Path) -> Truth:
    """The stores: words of the rules for public goods, CP932, prices with commas, a set as one row, a total."""
    write_csv(path, [
        ["物品管理簿", "", "", "", "", "", "", "", "", "", "", ""],
        ["物品管理番号", "物品名称", "規格・型式", "数量", "単位", "取得価額", "取得年月日", "使用課", "供用場所", "耐用年数", "財源", "摘要"],
        ["3-0101", "超音波診断装置", "Aplio i800", "1", "台", "28,600,000", "令和3年3月30日", "検査科", "生理検査室2", "6", "起債", ""],
        ["3-0102", "超音波診断装置", "Aplio a450", "1", "台", "15,400,000", "令和3年3月30日", "産婦人科", "外来診察室5", "6", "起債", "ネットワーク接続"],
        ["3-0110", "ナースコール設備", "Vi-nurse", "1", "式", "41,800,000", "平成30年2月28日", "看護部", "各病棟", "15", "自己資金", ""],
        ["合計", "", "", "3", "", "85,800,000", "", "", "", "", "", ""],
    ], "cp932")  # fmt: skip
    return Truth(
        assets={
            ("", 3): {"tag": "3-0101", "name": "超音波診断装置", "model": "Aplio i800", "quantity": 1, "introduced": "2021-03-30", "department": "検査科", "place": "生理検査室2"},
            ("", 4): {"tag": "3-0102", "name": "超音波診断装置", "model": "Aplio a450", "quantity": 1, "introduced": "2021-03-30", "department": "産婦人科", "place": "外来診察室5", "note": "ネットワーク接続"},
            ("", 5): {"tag": "3-0110", "name": "ナースコール設備", "model": "Vi-nurse", "quantity": 0, "introduced": "2018-02-28", "department": "看護部", "place": "各病棟"},
        },
        skipped=skip("", title=1, header=2, subtotal=6),
        unread={"取得価額", "耐用年数", "財源"},
    )  # fmt: skip


@ledger("放射線部_装置ネットワーク表.xlsx")
def radiology_network(path: Path) -> Truth:
    """Half English, rooms merged down, the system of the console, the end of the contract, how it is maintained from afar."""
    save(path, {
        "装置": [
            ["撮影室", "装置名", "製造販売業者", "モデル", "製造番号", "AE Title", "IP Addr.", "Subnet", "本体OS", "保守契約先", "契約満了", "遠隔保守"],
            ["CT室1", "X線CT装置", "シーメンスヘルスケア(株)", "SOMATOM Force", "75001", "CTF01", "10.20.1.5", "255.255.255.0", "Windows 10 LTSC", "シーメンスヘルスケア(株)", "R9.3.31", "あり"],
            [None, "自動注入器", "根本杏林堂", "DUAL SHOT GX7", "G7-0101", "-", "未接続", None, None, "根本杏林堂", "R8.3.31", "なし"],
            ["血管撮影室", "血管撮影装置", "フィリップス", "Azurion 7", "700123", "ANGIO1", "10.20.1.41", "255.255.255.0", "Windows 10", "フィリップス", "R10.9.30", "あり"],
        ],
    }, {"装置": ["A2:A3"]})  # fmt: skip
    n = "装置"
    si = "シーメンスヘルスケア株式会社"
    return Truth(
        assets={
            (n, 2): {"place": "CT室1", "name": "X線CT装置", "maker": si, "model": "SOMATOM Force", "serial": "75001", "hostname": "CTF01", "ips": ("10.20.1.5",), "os": "Windows 10 LTSC", "maintainer": si, "maintained_until": "2027-03-31", "remote_maintenance": "あり"},
            (n, 3): {"place": "CT室1", "name": "自動注入器", "maker": "根本杏林堂", "model": "DUAL SHOT GX7", "serial": "G7-0101", "maintainer": "根本杏林堂", "maintained_until": "2026-03-31", "remote_maintenance": "なし"},
            (n, 4): {"place": "血管撮影室", "name": "血管撮影装置", "maker": "フィリップス", "model": "Azurion 7", "serial": "700123", "hostname": "ANGIO1", "ips": ("10.20.1.41",), "os": "Windows 10", "maintainer": "フィリップス", "maintained_until": "2028-09-30", "remote_maintenance": "あり"},
        },
        skipped=skip(n, header=1),
        offline={(n, 3)},
        unread={"Subnet"},
    )  # fmt: skip


@ledger("検査部 分析装置とPC.xlsx")
def analysers_and_their_computers(path: Path) -> Truth:
    """The laboratory: an analyser and the computer beside it in one row, the computer's addresses with its letters in front."""
    save(path, {
        "検査部": [
            [None, "検査部　分析装置・付属PC一覧（令和6年7月）"],
            [],
            [None, "測定分野", "分析装置", "メーカ", "機種", "機械番号", "検査室内位置", "PC名", "PC-IP", "PC-MAC", "導入年", "備考"],
            [None, "生化学", "自動分析装置", "日立ハイテク", "LABOSPECT 006", "1234-01", "A列", "LAB-BC1", "172.20.1.11", "3c:ec:ef:00:01:11", 2018, None],
            [None, "凝固", "凝固分析装置", "シスメックス", "CN-6000", "20333", "B列", "LAB-CO1", "172.20.1.12", "3c:ec:ef:00:01:12", 2021, "ピペット洗浄に注意"],
            [None, "尿", "尿化学分析装置", "アークレイ", "AX-4061", "AX00777", "C列", None, "RS-232C", None, 2016, None],
        ],
    })  # fmt: skip
    n = "検査部"
    dep = {"department": "検査部"}
    return Truth(
        assets={
            (n, 4): {**dep, "name": "自動分析装置", "maker": "日立ハイテク", "model": "LABOSPECT 006", "serial": "1234-01", "place": "A列", "hostname": "LAB-BC1", "ips": ("172.20.1.11",), "macs": ("3c:ec:ef:00:01:11",), "introduced": "2018"},
            (n, 5): {**dep, "name": "凝固分析装置", "maker": "シスメックス", "model": "CN-6000", "serial": "20333", "place": "B列", "hostname": "LAB-CO1", "ips": ("172.20.1.12",), "macs": ("3c:ec:ef:00:01:12",), "introduced": "2021", "note": "ピペット洗浄に注意"},
            (n, 6): {**dep, "name": "尿化学分析装置", "maker": "アークレイ", "model": "AX-4061", "serial": "AX00777", "place": "C列", "introduced": "2016"},
        },
        skipped=skip(n, title=1, blank=2, header=3),
        offline={(n, 6)},
        unread={"測定分野"},
    )  # fmt: skip


@ledger("透析装置一覧.tsv")
def dialysis_by_the_bed(path: Path) -> Truth:
    """The dialysis room, UTF-16 with tabs: consoles by the bed, hours run, the last and the next service."""
    write_csv(path, [
        ["コンソールNo", "ベッド", "装置", "メーカー", "型", "製造No", "設置年月", "通信IP", "稼働時間(h)", "最終メンテ日", "次回メンテ", "メモ"],
        ["1", "A1", "多用途透析用監視装置", "日機装", "DCS-100NX", "N1000101", "2018年5月", "192.168.77.1", "21034", "2024年4月10日", "2025年4月", ""],
        ["2", "A2", "多用途透析用監視装置", "日機装", "DCS-100NX", "N1000102", "2018年5月", "192.168.77.2", "20811", "2024年4月10日", "2025年4月", "液晶交換済"],
        ["3", "A3", "個人用透析装置", "ニプロ", "NCV-2i", "18C00300", "2020年11月", "", "9500", "2024年5月8日", "2025年5月", "感染者用"],
    ], "utf-16", "\t")  # fmt: skip
    dcs = {"name": "多用途透析用監視装置", "maker": "日機装", "model": "DCS-100NX", "introduced": "2018-05", "checked": "2024-04-10"}
    return Truth(
        assets={
            ("", 2): {**dcs, "tag": "1", "serial": "N1000101", "ips": ("192.168.77.1",)},
            ("", 3): {**dcs, "tag": "2", "serial": "N1000102", "ips": ("192.168.77.2",), "note": "液晶交換済"},
            ("", 4): {"tag": "3", "name": "個人用透析装置", "maker": "ニプロ", "model": "NCV-2i", "serial": "18C00300", "introduced": "2020-11", "checked": "2024-05-08", "note": "感染者用"},
        },
        skipped=skip("", header=1),
        unread={"ベッド", "稼働時間(h)", "次回メンテ"},
    )  # fmt: skip


@ledger("Device List (vendor).xlsx")
def device_list_of_a_vendor(path: Path) -> Truth:
    """A vendor's list in short English, a title of the project, dates by the month, two devices counted in one row."""
    save(path, {
        "Device List": [
            ["Project: Central Monitoring Renewal"],
            ["Customer: XX General Hospital", None, None, None, None, None, None, None, None, "Rev. 3"],
            [],
            ["#", "Equipment", "Mfr.", "Model#", "Ser.No.", "Q'ty", "IPv4 addr", "MAC ID", "Installed location", "Install Date (YYYY/MM)", "Warranty through", "S/W rev."],
            [1, "Central Monitor", "Nihon Kohden", "CNS-2101", "01011", 1, "172.16.5.10", "00:11:67:00:00:10", "NS 4F-East", "2022/06", "2027/05", "04-02"],
            [2, "Bedside Monitor", "Nihon Kohden", "BSM-3562", "12201", 1, "172.16.5.21", "00:11:67:00:00:21", "Room 401", "2022/06", "2027/05", "03-11"],
            [3, "Recorder", "Nihon Kohden", "WS-960P", "3301, 3302", 2, None, None, "NS 4F-East", "2022/06", "2027/05", None],
        ],
    })  # fmt: skip
    n = "Device List"
    nk = {"maker": "Nihon Kohden", "introduced": "2022-06", "maintained_until": "2027-05"}
    return Truth(
        assets={
            (n, 5): {**nk, "tag": "1", "name": "Central Monitor", "model": "CNS-2101", "serial": "01011", "quantity": 1, "ips": ("172.16.5.10",), "macs": ("00:11:67:00:00:10",), "place": "NS 4F-East", "software_version": "04-02"},
            (n, 6): {**nk, "tag": "2", "name": "Bedside Monitor", "model": "BSM-3562", "serial": "12201", "quantity": 1, "ips": ("172.16.5.21",), "macs": ("00:11:67:00:00:21",), "place": "Room 401", "software_version": "03-11"},
            (n, 7): {**nk, "tag": "3", "name": "Recorder", "model": "WS-960P", "serial": "3301, 3302", "quantity": 2, "place": "NS 4F-East"},
        },
        skipped=skip(n, title=[1, 2], blank=3, header=4),
    )  # fmt: skip


@ledger("医院の機械一覧.xlsx")
def one_sheet_of_a_clinic(path: Path) -> Truth:
    """A clinic's one sheet: plain words, maker and type in one cell, who is called when it fails."""
    save(path, {
        "Sheet1": [
            ["もの", "ある場所", "メーカーと機種", "IP", "買った年", "困ったときの連絡先", "ひとこと"],
            ["レセコン", "受付", "PHC Medicom-HRf", "192.168.0.10", "2021年", "メディコム 0120-000-000", "バックアップは毎日"],
            ["電子カルテ", "診察室", "PHC Medicom-HRf", "192.168.0.11", "2021年", "メディコム 0120-000-000", None],
            ["プリンタ", "受付", "キヤノン LBP352i", "192.168.0.30", "2019年", "事務機屋さん", None],
            ["心電計", "処置室", "フクダ電子 FCP-8700", "つないでいない", "2015年", "フクダ電子", None],
        ],
    })  # fmt: skip
    n = "Sheet1"
    phc = {"maker": "PHC", "model": "Medicom-HRf", "introduced": "2021", "maintainer": "メディコム"}
    return Truth(
        assets={
            (n, 2): {**phc, "name": "レセコン", "place": "受付", "ips": ("192.168.0.10",), "note": "バックアップは毎日"},
            (n, 3): {**phc, "name": "電子カルテ", "place": "診察室", "ips": ("192.168.0.11",)},
            (n, 4): {"name": "プリンタ", "place": "受付", "maker": "キヤノン", "model": "LBP352i", "ips": ("192.168.0.30",), "introduced": "2019", "maintainer": "事務機屋さん"},
            (n, 5): {"name": "心電計", "place": "処置室", "maker": "フクダ電子", "model": "FCP-8700", "introduced": "2015", "maintainer": "フクダ電子"},
        },
        skipped=skip(n, header=1),
        offline={(n, 5)},
    )  # fmt: skip


@ledger("IP払出し表_192.168.10.xlsx")
def last_numbers(path: Path) -> Truth:
    """A list of addresses by the last number alone; the network stands above the headings."""
    save(path, {
        "192.168.10.0": [
            ["セグメント：192.168.10.0/24（外来系）", None, None, None, "GW：192.168.10.254"],
            ["末尾", "機器", "MAC", "使用者", "申請年月日", "備考"],
            [1, "コアSW", "00-00-5E-00-10-01", "情シス", None, None],
            [11, "外来受付PC", "38-7C-76-00-10-11", "受付", "2023/4/1", None],
            [12, "外来受付PC2", "38-7C-76-00-10-12", "受付", "2023/4/1", "プリンタ共有"],
            [13, None, None, None, None, None],
            ["100～120", "DHCPプール", None, None, None, None],
        ],
    })  # fmt: skip
    n = "192.168.10.0"
    return Truth(
        assets={
            (n, 3): {"name": "コアSW", "ips": ("192.168.10.1",), "macs": ("00:00:5e:00:10:01",), "user": "情シス"},
            (n, 4): {"name": "外来受付PC", "ips": ("192.168.10.11",), "macs": ("38:7c:76:00:10:11",), "user": "受付"},
            (n, 5): {"name": "外来受付PC2", "ips": ("192.168.10.12",), "macs": ("38:7c:76:00:10:12",), "user": "受付", "note": "プリンタ共有"},
            (n, 6): {"ips": ("192.168.10.13",), "state": "reserved"},
            (n, 7): {"name": "DHCPプール", "ips": tuple(f"192.168.10.{k}" for k in range(100, 121)), "state": "reserved"},
        },
        skipped=skip(n, title=1, header=2),
        unread={"申請年月日"},
    )  # fmt: skip


@ledger("NW機器管理表.xlsx")
def switches_and_routers(path: Path) -> Truth:
    """Switches: floors as section rows, the type and the release in two columns, a range merged for a stack, uplinks."""
    book = workbook()
    s = book.active
    s.title = "NW機器"
    fill(s, [
        ["ネットワーク機器管理表", None, None, None, None, None, None, None, "最終更新：2024.6.1"],
        ["機器種", "ノード", "機種", "ファームVer.", "管理アドレス", "設置ラック・U", "S/No", "上位接続", "保守満了(年月)", "保守ベンダ"],
        ["■B1F"],
        ["L3SW", "core-a", "C9500-24Y4C", "17.9.4", "10.0.0.1", "R1-20U", "FCW0001A", "-", "2027年3月", "ネットワン"],
        ["L3SW", "core-b", "C9500-24Y4C", "17.9.4", "10.0.0.2", "R1-22U", "FCW0002A", "-", "2027年3月", "ネットワン"],
        ["■3F"],
        ["L2SW", "f3-e1", "AT-x530-28GTXm", "5.5.2", "10.0.3.1", "EPS東", "A0503F01", "core-a", "2026年3月", "アライドテレシス㈱"],
        ["無線AP", "f3-ap1", "WLX413", "22.00.06", "10.0.3.101", "天井", "Z3A0101", "f3-e1", "2026年3月", "アライドテレシス㈱"],
    ])  # fmt: skip
    book.save(path)
    n = "NW機器"
    core = {"kind": "L3SW", "model": "C9500-24Y4C", "software_version": "17.9.4", "maintained_until": "2027-03", "maintainer": "ネットワン"}
    at = {"maintained_until": "2026-03", "maintainer": "アライドテレシス株式会社"}
    return Truth(
        assets={
            (n, 4): {**core, "hostname": "core-a", "ips": ("10.0.0.1",), "place": "B1F R1-20U", "serial": "FCW0001A"},
            (n, 5): {**core, "hostname": "core-b", "ips": ("10.0.0.2",), "place": "B1F R1-22U", "serial": "FCW0002A"},
            (n, 7): {**at, "kind": "L2SW", "hostname": "f3-e1", "model": "AT-x530-28GTXm", "software_version": "5.5.2", "ips": ("10.0.3.1",), "place": "3F EPS東", "serial": "A0503F01"},
            (n, 8): {**at, "kind": "無線AP", "hostname": "f3-ap1", "model": "WLX413", "software_version": "22.00.06", "ips": ("10.0.3.101",), "place": "3F 天井", "serial": "Z3A0101"},
        },
        skipped=skip(n, title=1, header=2, section=[3, 6]),
        unread={"上位接続"},
    )  # fmt: skip


@ledger("リモート保守接続一覧.xlsx")
def remote_maintenance(path: Path) -> Truth:
    """Who comes in from outside: the device, its address and the vendor's, the way in, who answers for it in the house."""
    save(path, {
        "一覧": [
            ["リモート保守　接続一覧表（令和６年度）"],
            ["項", "対象となる装置", "台数", "装置側IP", "業者", "業者側IP", "接続の方法", "院内の責任者", "契約の期限", "備考"],
            [1, "PACSサーバ", 2, "10.20.9.1\n10.20.9.2", "富士フイルムメディカル㈱", "203.0.113.10", "IP-VPN", "放射線科　技師長", "R7.3.31", None],
            [2, "MRI", 1, "10.20.1.30", "㈱フィリップス・ジャパン", "203.0.113.77", "専用ルータ(LTE)", "放射線科　技師長", "R8.9.30", "停止手順あり"],
            [3, "検体検査システム", 1, "10.30.1.1", "㈱エイアンドティー", "198.51.100.4", "インターネットVPN", "検査科　技師長", "R7.3.31", None],
        ],
    }, {"一覧": ["A1:J1"]})  # fmt: skip
    n = "一覧"
    return Truth(
        assets={
            (n, 3): {"tag": "1", "name": "PACSサーバ", "quantity": 2, "ips": ("10.20.9.1", "10.20.9.2"), "maintainer": "富士フイルムメディカル株式会社", "remote_maintenance": "IP-VPN", "responsible": "放射線科 技師長", "maintained_until": "2025-03-31"},
            (n, 4): {"tag": "2", "name": "MRI", "quantity": 1, "ips": ("10.20.1.30",), "maintainer": "株式会社フィリップス・ジャパン", "remote_maintenance": "専用ルータ(LTE)", "responsible": "放射線科 技師長", "maintained_until": "2026-09-30", "note": "停止手順あり"},
            (n, 5): {"tag": "3", "name": "検体検査システム", "quantity": 1, "ips": ("10.30.1.1",), "maintainer": "株式会社エイアンドティー", "remote_maintenance": "インターネットVPN", "responsible": "検査科 技師長", "maintained_until": "2025-03-31"},
        },
        skipped=skip(n, title=1, header=2),
        unread={"業者側IP"},
    )  # fmt: skip


@ledger("統合後_医療機器一覧.xlsx")
def two_hospitals_in_one_sheet(path: Path) -> Truth:
    """Two hospitals became one: the second's own headings stand under the first's rows, in another order."""
    save(path, {
        "一覧": [
            ["◆本院"],
            ["管理番号", "品名", "メーカー", "型式", "製造番号", "購入日", "配置"],
            ["H-0001", "輸液ポンプ", "テルモ", "TE-281A", "1701001", date(2017, 4, 3), "5西病棟"],
            ["H-0002", "輸液ポンプ", "テルモ", "TE-281A", "1701002", date(2017, 4, 3), "5西病棟"],
            [],
            ["◆東分院"],
            ["機器名", "機番", "導入年度", "機種", "製造会社", "保管部署", "管理用ID"],
            ["シリンジポンプ", "S0900", "H29", "TE-331S", "テルモ", "ICU", "E017"],
            ["超音波ネブライザ", "NB-22", "R2", "NE-U17", "オムロン", "小児科", "E018"],
        ],
    })  # fmt: skip
    n = "一覧"
    te = {"name": "輸液ポンプ", "maker": "テルモ", "model": "TE-281A", "introduced": "2017-04-03", "place": "本院 5西病棟"}
    return Truth(
        assets={
            (n, 3): {**te, "tag": "H-0001", "serial": "1701001"},
            (n, 4): {**te, "tag": "H-0002", "serial": "1701002"},
            (n, 8): {"tag": "E017", "name": "シリンジポンプ", "serial": "S0900", "introduced": "2017", "model": "TE-331S", "maker": "テルモ", "department": "ICU", "place": "東分院"},
            (n, 9): {"tag": "E018", "name": "超音波ネブライザ", "serial": "NB-22", "introduced": "2020", "model": "NE-U17", "maker": "オムロン", "department": "小児科", "place": "東分院"},
        },
        skipped=skip(n, header=[2, 7], blank=5, title=1, section=6),
    )  # fmt: skip
