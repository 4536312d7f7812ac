"""A sixteenth dozen, written by one who had not seen the reader: a university's export, plans, deliveries, homes. See make.py."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from tests.ledgers.make import Truth, ledger, skip, write_csv
from tests.ledgers.more import save

HERE = Path(__file__).parent


@ledger("ad_computers_20250301.csv")
def computers_of_the_domain(path: Path) -> Truth:
    """Computers of the domain as a script lists them: where they stand in the tree, their system, when they were last there."""
    write_csv(path, [
        ["ComputerName", "DistinguishedName", "OperatingSystem", "OperatingSystemVersion", "IPv4Address", "LastLogonDate", "PasswordLastSet"],
        ["URO-OPD1", "CN=URO-OPD1,OU=Outpatient,DC=byoin,DC=example", "Windows 11 Pro", "10.0 (22631)", "10.81.4.31", "2025/02/27 8:14:09", "2025/02/11 9:00:51"],
        ["URO-OPD2", "CN=URO-OPD2,OU=Outpatient,DC=byoin,DC=example", "Windows 10 Pro", "10.0 (19045)", "10.81.4.32", "2025/02/28 8:20:44", "2025/02/15 9:03:12"],
        ["EDO-FILE", "CN=EDO-FILE,OU=Servers,DC=byoin,DC=example", "Windows Server 2012 R2 Standard", "6.3 (9600)", "", "2024/06/03 0:40:00", "2024/06/01 0:40:00"],
    ], "utf-8-sig")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"hostname": "URO-OPD1", "os": "Windows 11 Pro", "os_version": "10.0 (22631)", "ips": ("10.81.4.31",)},
            ("", 3): {"hostname": "URO-OPD2", "os": "Windows 10 Pro", "os_version": "10.0 (19045)", "ips": ("10.81.4.32",)},
            ("", 4): {"hostname": "EDO-FILE", "os": "Windows Server 2012 R2 Standard", "os_version": "6.3 (9600)"},
        },
        skipped=skip("", header=1),
        unread={"DistinguishedName", "LastLogonDate", "PasswordLastSet"},
    )  # fmt: skip


@ledger("IT資産情報エクスポート(全社).csv")
def kept_by_a_program_for_assets(path: Path) -> Truth:
    """A program for IT assets: half width headings, two addresses in a cell, what is in stock, when the lease ends."""
    write_csv(path, [
        ["資産No", "機器名", "ｺﾝﾋﾟｭｰﾀ名", "資産種別", "IPｱﾄﾞﾚｽ", "MACｱﾄﾞﾚｽ", "OS名", "OSﾊﾞｰｼﾞｮﾝ", "ﾒｰｶｰ名", "ﾓﾃﾞﾙ", "製造番号", "所属ｸﾞﾙｰﾌﾟ", "ﾛｸﾞｵﾝﾕｰｻﾞｰ", "資産の状態", "ﾘｰｽ満了日", "ｱﾝﾁｳｲﾙｽ", "CPU", "ﾒﾓﾘ容量"],
        ["LC-0007", "地域連携室パソコン１", "CHIIKI01", "デスクトップ", "10.15.2.7", "50-81-40-15-02-07", "Windows 11 Pro", "23H2", "ＨＰ", "Pro Mini 400 G9", "CZC3150007", "地域連携室", "renkei", "稼働", "2028/03/31", "ESET", "i5-12500T", "16GB"],
        ["LC-0008", "地域連携室パソコン２", "CHIIKI02", "デスクトップ", "10.15.2.8, 192.168.56.1", "50-81-40-15-02-08, 0A-00-27-00-00-05", "Windows 11 Pro", "23H2", "ＨＰ", "Pro Mini 400 G9", "CZC3150008", "地域連携室", "renkei", "稼働", "2028/03/31", "ESET", "i5-12500T", "16GB"],
        ["LC-0090", "予備ノート", "YOBI90", "ノート", "", "E4-5E-37-15-09-00", "Windows 10 Pro", "22H2", "ＮＥＣ", "VersaPro VKT16", "7X000090A", "情報システム室", "", "在庫", "2025/09/30", "ESET", "i5-10310U", "8GB"],
    ], "cp932")  # fmt: skip
    d = {"kind": "デスクトップ", "os": "Windows 11 Pro", "os_version": "23H2", "maker": "HP", "model": "Pro Mini 400 G9", "department": "地域連携室", "user": "renkei", "state": "in_use", "maintained_until": "2028-03-31"}
    return Truth(
        assets={
            ("", 2): {**d, "tag": "LC-0007", "name": "地域連携室パソコン1", "hostname": "CHIIKI01", "ips": ("10.15.2.7",), "macs": ("50:81:40:15:02:07",), "serial": "CZC3150007"},
            ("", 3): {**d, "tag": "LC-0008", "name": "地域連携室パソコン2", "hostname": "CHIIKI02", "ips": ("10.15.2.8", "192.168.56.1"), "macs": ("50:81:40:15:02:08", "0a:00:27:00:00:05"), "serial": "CZC3150008"},
            ("", 4): {"tag": "LC-0090", "name": "予備ノート", "hostname": "YOBI90", "kind": "ノート", "macs": ("e4:5e:37:15:09:00",), "os": "Windows 10 Pro", "os_version": "22H2", "maker": "NEC", "model": "VersaPro VKT16", "serial": "7X000090A", "department": "情報システム室", "state": "spare", "maintained_until": "2025-09-30"},
        },
        skipped=skip("", header=1),
        unread={"アンチウイルス", "CPU", "メモリ容量"},
    )  # fmt: skip


@ledger("院内IPアドレス管理表_外来系.xlsx")
def network_and_host_apart(path: Path) -> Truth:
    """An address in two columns, the network's part and the host's, under one heading; what is taken, free, kept."""
    save(path, {
        "VLAN205": [
            ["外来系 IPアドレス管理表", None, None, None, None, None, None, "マスク 255.255.255.0"],
            ["IPアドレス", None, "利用状況", "端末名", "利用部署", "設置場所", "MACアドレス", "備考"],
            ["ネットワーク部", "ホスト部", None, None, None, None, None, None],
            ["172.22.5.", 11, "使用", "JUN-201", "循環器内科", "診察室1", "88:AE:DD:22:05:11", None],
            ["172.22.5.", 12, "使用", "JUN-202", "循環器内科", "診察室2", "88:AE:DD:22:05:12", "心電図参照"],
            ["172.22.5.", 13, "空", None, None, None, None, None],
            ["172.22.5.", 14, "予約", None, "循環器内科", "診察室3", None, "7月増設"],
            ["172.22.5.", 251, "使用", "PRT-205", "循環器内科", "受付", "00:26:AB:22:05:FB", None],
        ],
    }, {"VLAN205": ["A2:B2", *(f"{c}2:{c}3" for c in "CDEFGH")]})  # fmt: skip
    n = "VLAN205"
    d = {"state": "in_use", "department": "循環器内科"}
    return Truth(
        assets={
            (n, 4): {**d, "ips": ("172.22.5.11",), "hostname": "JUN-201", "place": "診察室1", "macs": ("88:ae:dd:22:05:11",)},
            (n, 5): {**d, "ips": ("172.22.5.12",), "hostname": "JUN-202", "place": "診察室2", "macs": ("88:ae:dd:22:05:12",), "note": "心電図参照"},
            (n, 6): {"ips": ("172.22.5.13",), "state": "reserved"},
            (n, 7): {**d, "ips": ("172.22.5.14",), "state": "reserved", "place": "診察室3", "note": "7月増設"},
            (n, 8): {**d, "ips": ("172.22.5.251",), "hostname": "PRT-205", "place": "受付", "macs": ("00:26:ab:22:05:fb",)},
        },
        skipped=skip(n, title=1, header=[2, 3]),
    )  # fmt: skip


@ledger("医療機器保守点検計画_R7.xls")
def plan_in_an_old_workbook(path: Path) -> Truth:
    """The binary workbook (written by LibreOffice 7.4): a plan of inspections, a column for each year, who comes for it."""
    shutil.copyfile(HERE / "inspections.xls", path)
    n = "点検計画"
    pb = {"name": "人工呼吸器", "model": "PB840", "maker": "コヴィディエン", "maintainer": "アイ・エム・アイ", "introduced": "2013-02"}
    return Truth(
        assets={
            (n, 4): {**pb, "tag": "V-01", "serial": "3512130001", "department": "ICU"},
            (n, 5): {**pb, "tag": "V-02", "serial": "3512130002", "department": "4階南病棟"},
            (n, 6): {"tag": "A-01", "name": "麻酔器", "model": "Fabius Plus", "maker": "ドレーゲル", "serial": "ASFA-0231", "department": "手術室", "introduced": "2015-08", "maintainer": "ドレーゲルジャパン", "note": "気化器は別契約"},
            (n, 7): {"tag": "D-03", "name": "除細動器", "model": "TEC-5531", "maker": "日本光電", "serial": "55310303", "department": "外来", "introduced": "2016-11", "maintainer": "日本光電"},
        },
        skipped=skip(n, title=1, header=[2, 3], legend=8),
        unread={"点検実施/R5", "点検実施/R6", "点検実施/R7予定"},
    )  # fmt: skip


def inspections_sheet() -> list[list[object]]:
    """What inspections.xls holds; kept for whoever writes it anew (`soffice --convert-to xls`); I2:K2 is merged, the others down."""
    return [
        ["令和7年度　医療機器の保守点検に関する計画", None, None, None, None, None, None, None, None, None, None, None],
        ["ME No.", "医療機器名", "型式", "製造販売業者", "製造番号", "設置部署", "購入年月", "点検業者", "点検実施", None, None, "特記"],
        [None, None, None, None, None, None, None, None, "R5", "R6", "R7予定", None],
        ["V-01", "人工呼吸器", "PB840", "コヴィディエン", "3512130001", "ICU", "2013/2", "アイ・エム・アイ", "5/18", "5/20", "5月", None],
        ["V-02", "人工呼吸器", "PB840", "コヴィディエン", "3512130002", "4階南病棟", "2013/2", "アイ・エム・アイ", "5/18", "5/21", "5月", None],
        ["A-01", "麻酔器", "Fabius Plus", "ドレーゲル", "ASFA-0231", "手術室", "2015/8", "ドレーゲルジャパン", "9/2", "9/6", "9月", "気化器は別契約"],
        ["D-03", "除細動器", "TEC-5531", "日本光電", "55310303", "外来", "2016/11", "日本光電", "2/3", "2/8", "2月", None],
        ["※ 計画は医療機器安全管理委員会の承認による", None, None, None, None, None, None, None, None, None, None, None],
    ]  # fmt: skip


@ledger("検体検査室_装置台帳.csv")
def analysers_with_two_networks(path: Path) -> Truth:
    """Analysers with a foot in two networks: both addresses in one cell, each with its side's name, line breaks within."""
    write_csv(path, [
        ["装置番号", "装置名称", "メーカー", "機種", "製造番号", "検査室", "装置PC名", "IPアドレス", "OS", "測定項目", "設置年月日", "保守契約先", "最終点検日", "コメント"],
        ["K-01", "生化学自動分析装置", "ベックマン・コールター", "DxC 700 AU", "2019DX0701", "検体検査室", "DXC-PC", "装置側 172.16.9.11\n上位側 10.33.2.11", "Windows 10 IoT Enterprise", "生化学", "2019/11/18", "ベックマン・コールター", "2025/01/20", ""],
        ["K-02", "全自動化学発光酵素免疫測定装置", "富士レビオ", "LUMIPULSE G1200", "G12-33010", "検体検査室", "LUMI-PC", "装置側 172.16.9.12\n上位側 10.33.2.12", "Windows 7 Professional", "感染症", "2017/02/06", "富士レビオ", "2024/12/11", "OS更新はメーカー回答待ち"],
        ["K-03", "血液ガス分析装置", "ラジオメーター", "ABL90 FLEX PLUS", "I393-090R0303", "ICU", "", "10.33.2.40", "", "血液ガス", "2020/06/01", "ラジオメーター", "2025/02/03", ""],
    ], "utf-8-sig")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"tag": "K-01", "name": "生化学自動分析装置", "maker": "ベックマン・コールター", "model": "DxC 700 AU", "serial": "2019DX0701", "place": "検体検査室", "hostname": "DXC-PC", "ips": ("172.16.9.11", "10.33.2.11"), "os": "Windows 10 IoT Enterprise", "introduced": "2019-11-18", "maintainer": "ベックマン・コールター", "checked": "2025-01-20"},
            ("", 3): {"tag": "K-02", "name": "全自動化学発光酵素免疫測定装置", "maker": "富士レビオ", "model": "LUMIPULSE G1200", "serial": "G12-33010", "place": "検体検査室", "hostname": "LUMI-PC", "ips": ("172.16.9.12", "10.33.2.12"), "os": "Windows 7 Professional", "introduced": "2017-02-06", "maintainer": "富士レビオ", "checked": "2024-12-11", "note": "OS更新はメーカー回答待ち"},
            ("", 4): {"tag": "K-03", "name": "血液ガス分析装置", "maker": "ラジオメーター", "model": "ABL90 FLEX PLUS", "serial": "I393-090R0303", "place": "ICU", "ips": ("10.33.2.40",), "introduced": "2020-06-01", "maintainer": "ラジオメーター", "checked": "2025-02-03"},
        },
        skipped=skip("", header=1),
        unread={"測定項目"},
    )  # fmt: skip


@ledger("画像診断部 装置一覧（保守・接続）.xlsx")
def imaging_with_contracts(path: Path) -> Truth:
    """Imaging: the room merged down, titles and gateways, the form of the contract, whether the maker comes in from afar."""
    save(path, {
        "2025年4月": [
            ["画像診断部　装置一覧"],
            ["検査室", "装置（通称）", "製造販売業者", "型式", "機番", "AEタイトル", "IPアドレス", "ゲートウェイ", "装置OS", "設置年月日", "保守業者", "保守形態", "契約終了日", "遠隔保守の有無"],
            ["CT1", "64列CT", "富士フイルムヘルスケア㈱", "SCENARIA View", "SV-0211", "SCENARIA1", "10.58.1.11", "10.58.1.254", "Windows 10", date(2021, 2, 15), "富士フイルムヘルスケア㈱", "フルメンテ", date(2026, 3, 31), "有"],
            [None, "造影剤注入装置", "㈱根本杏林堂", "DUAL SHOT GX7", "GX7-8810", None, None, None, None, date(2021, 2, 15), "㈱根本杏林堂", "点検のみ", date(2026, 3, 31), "無"],
            ["マンモ室", "乳房X線撮影装置", "キヤノンメディカルシステムズ㈱", "Pe-ru-ru LaPlus", "MGU-0107", "PERURU", "10.58.1.41", "10.58.1.254", "Windows 7", date(2014, 10, 6), "キヤノンメディカルシステムズ㈱", "スポット", None, "無"],
            ["RI室", "SPECT装置", "GEヘルスケア・ジャパン㈱", "NM/CT 870 DR", "NM870-0031", "NM870", "10.58.1.61", "10.58.1.254", "Windows 10 IoT", date(2022, 8, 1), "GEヘルスケア・ジャパン㈱", "フルメンテ", date(2027, 7, 31), "有"],
        ],
    }, {"2025年4月": ["A3:A4"]})  # fmt: skip
    n = "2025年4月"
    ff, nk, cm, ge = "富士フイルムヘルスケア株式会社", "株式会社根本杏林堂", "キヤノンメディカルシステムズ株式会社", "GEヘルスケア・ジャパン株式会社"
    return Truth(
        assets={
            (n, 3): {"place": "CT1", "name": "64列CT", "maker": ff, "model": "SCENARIA View", "serial": "SV-0211", "hostname": "SCENARIA1", "ips": ("10.58.1.11",), "os": "Windows 10", "introduced": "2021-02-15", "maintainer": ff, "maintained_until": "2026-03-31", "remote_maintenance": "有"},
            (n, 4): {"place": "CT1", "name": "造影剤注入装置", "maker": nk, "model": "DUAL SHOT GX7", "serial": "GX7-8810", "introduced": "2021-02-15", "maintainer": nk, "maintained_until": "2026-03-31", "remote_maintenance": "無"},
            (n, 5): {"place": "マンモ室", "name": "乳房X線撮影装置", "maker": cm, "model": "Pe-ru-ru LaPlus", "serial": "MGU-0107", "hostname": "PERURU", "ips": ("10.58.1.41",), "os": "Windows 7", "introduced": "2014-10-06", "maintainer": cm, "remote_maintenance": "無"},
            (n, 6): {"place": "RI室", "name": "SPECT装置", "maker": ge, "model": "NM/CT 870 DR", "serial": "NM870-0031", "hostname": "NM870", "ips": ("10.58.1.61",), "os": "Windows 10 IoT", "introduced": "2022-08-01", "maintainer": ge, "maintained_until": "2027-07-31", "remote_maintenance": "有"},
        },
        skipped=skip(n, title=1, header=2),
        unread={"ゲートウェイ", "保守形態"},
    )  # fmt: skip


@ledger("納品機器明細_○○商会.xlsx")
def delivered_with_a_slip(path: Path) -> Truth:
    """A seller's slip: to whom and when above the table, one line a box, a guarantee as a length of time, cables without a number."""
    save(path, {
        "明細": [
            ["納 品 機 器 明 細 書", None, None, None, None, None, None, None, None],
            ["御中：公立△△病院 情報管理室", None, None, None, None, None, "納品日", "2025年1月20日", None],
            [],
            ["行", "品　名", "メーカー", "型　番", "数量", "シリアル番号", "設定コンピュータ名", "設定IPアドレス", "設置場所", "保証期間", "備　考"],
            [1, "ノートパソコン", "パナソニック コネクト", "CF-FV4", "1台", "4LKSA10001", "MOB-R01", "DHCP", "リハビリ室", "3年間", None],
            [2, "ノートパソコン", "パナソニック コネクト", "CF-FV4", "1台", "4LKSA10002", "MOB-R02", "DHCP", "リハビリ室", "3年間", None],
            [3, "ネットワークHDD", "アイ・オー・データ機器", "HDL2-Z22WATA", "1台", "ZW20250017", "NAS-REHA", "10.11.6.240", "リハビリ室", "5年間", "RAID1"],
            [4, "カラーレーザープリンタ", "リコー", "SP C740", "1台", "Y104PC00417", "PRT-REHA", "10.11.6.201", "リハビリ受付", "5年間", None],
            ["合計", None, None, None, "4台"],
        ],
    })  # fmt: skip
    n = "明細"
    cf = {"name": "ノートパソコン", "maker": "パナソニック コネクト", "model": "CF-FV4", "quantity": 1, "dhcp": True, "place": "リハビリ室"}
    return Truth(
        assets={
            (n, 5): {**cf, "tag": "1", "serial": "4LKSA10001", "hostname": "MOB-R01"},
            (n, 6): {**cf, "tag": "2", "serial": "4LKSA10002", "hostname": "MOB-R02"},
            (n, 7): {"tag": "3", "name": "ネットワークHDD", "maker": "アイ・オー・データ機器", "model": "HDL2-Z22WATA", "quantity": 1, "serial": "ZW20250017", "hostname": "NAS-REHA", "ips": ("10.11.6.240",), "place": "リハビリ室", "note": "RAID1"},
            (n, 8): {"tag": "4", "name": "カラーレーザープリンタ", "maker": "リコー", "model": "SP C740", "quantity": 1, "serial": "Y104PC00417", "hostname": "PRT-REHA", "ips": ("10.11.6.201",), "place": "リハビリ受付"},
        },
        skipped=skip(n, title=[1, 2], blank=3, header=4, subtotal=9),
        unread={"保証期間"},
    )  # fmt: skip


@ledger("特養_ICT機器一覧.csv")
def of_a_nursing_home(path: Path) -> Truth:
    """A nursing home: floor and room apart, what the helpers use, by whom it was paid, put in by whom."""
    write_csv(path, [
        ["管理No.", "機器の種類", "商品名", "メーカー", "型番", "製造番号", "フロア", "部屋", "MACアドレス", "IPアドレス", "導入年月", "補助金", "設置業者", "状態", "連絡事項"],
        ["N-01", "見守りセンサー", "眠りSCAN", "パラマウントベッド", "NN-1520", "NS152011", "2F", "201号室", "34:EA:34:15:02:01", "192.168.30.21", "R5.2", "県", "介護テック東", "使用中", ""],
        ["N-02", "見守りセンサー", "眠りSCAN", "パラマウントベッド", "NN-1520", "NS152012", "2F", "202号室", "34:EA:34:15:02:02", "192.168.30.22", "R5.2", "県", "介護テック東", "故障中", "4月交換"],
        ["N-11", "インカム親機", "クリアトーク", "アイコム", "AP-95M", "95M00311", "1F", "事務所", "00:90:C7:95:00:11", "192.168.30.5", "R4.10", "なし", "介護テック東", "使用中", ""],
        ["N-21", "記録用タブレット", "iPad", "Apple", "MK2L3J/A", "DMQN2101", "2F", "ケアステーション", "", "自動", "R4.10", "なし", "", "使用中", ""],
    ], "utf-8")  # fmt: skip
    s = {"kind": "見守りセンサー", "name": "眠りSCAN", "maker": "パラマウントベッド", "model": "NN-1520", "introduced": "2023-02", "maintainer": "介護テック東"}
    return Truth(
        assets={
            ("", 2): {**s, "tag": "N-01", "serial": "NS152011", "place": "2F 201号室", "macs": ("34:ea:34:15:02:01",), "ips": ("192.168.30.21",), "state": "in_use"},
            ("", 3): {**s, "tag": "N-02", "serial": "NS152012", "place": "2F 202号室", "macs": ("34:ea:34:15:02:02",), "ips": ("192.168.30.22",), "state": "stopped", "note": "4月交換"},
            ("", 4): {"tag": "N-11", "kind": "インカム親機", "name": "クリアトーク", "maker": "アイコム", "model": "AP-95M", "serial": "95M00311", "place": "1F 事務所", "macs": ("00:90:c7:95:00:11",), "ips": ("192.168.30.5",), "introduced": "2022-10", "maintainer": "介護テック東", "state": "in_use"},
            ("", 5): {"tag": "N-21", "kind": "記録用タブレット", "name": "iPad", "maker": "Apple", "model": "MK2L3J/A", "serial": "DMQN2101", "place": "2F ケアステーション", "dhcp": True, "introduced": "2022-10", "state": "in_use"},
        },
        skipped=skip("", header=1),
        unread={"補助金"},
    )  # fmt: skip


@ledger("資産データ抽出_附属病院_20250331.csv")
def export_of_a_university(path: Path) -> Truth:
    """A university's export of thirty columns and a dozen rows: funds, accounts, depreciation, the room, seen when."""
    head = ["資産番号", "枝番", "旧資産番号", "品名", "規格", "メーカー名", "製造番号", "数量", "単位", "取得日", "取得価額", "財源区分", "勘定科目", "耐用年数", "償却累計額", "帳簿価額", "予算コード", "所属部署", "建物名", "階", "部屋名", "管理責任者", "現物確認日", "確認結果", "資産の状況", "処分日", "処分理由", "ラベル発行"]  # fmt: skip
    money = ["運営費交付金", "工具器具備品", "5"]
    things = [
        ("BSM-6701", "日本光電", "ベッドサイドモニタ", "67010", "2018/10/31", "集中治療部", "4", "ICU", "早瀬"),
        ("Evita Infinity V500", "ドレーゲル", "人工呼吸器", "ASFH-02", "2019/02/28", "集中治療部", "4", "ICU", "早瀬"),
        ("EPIQ CVx", "フィリップス", "超音波診断装置", "US82010", "2021/03/19", "循環器内科", "3", "心エコー室", "長岡"),
    ]
    rows, assets = [head], {}
    for kind, (model, maker, name, stem, day, department, floor, room, who) in enumerate(things):
        for count in range(1, 5):
            tag, serial = f"2{kind}-{1000 + count}", f"{stem}{count}"
            gone = kind == 1 and count == 4
            rows.append([tag, "0", f"H{count:04}", name, model, maker, serial, "1", "台", day, "2,000,000", *money, "1,999,999", "1", f"A{kind}00", department, "中央診療棟", floor, room, who, "" if gone else "2025/01/15", "" if gone else "現物有", "処分済" if gone else "使用中", "2024/09/30" if gone else "", "修理不能" if gone else "", "済"])  # fmt: skip
            assets["", len(rows)] = {
                "tag": tag,
                "name": name,
                "model": model,
                "maker": maker,
                "serial": serial,
                "quantity": 1,
                "introduced": day.replace("/", "-"),
                "department": department,
                "place": f"中央診療棟 {floor}階 {room}",
                "responsible": who,
                **({"state": "disposed", "disposed": "2024-09-30"} if gone else {"state": "in_use", "checked": "2025-01-15"}),
            }
    write_csv(path, rows, "cp932")
    return Truth(
        assets={where: dict(fields) for where, fields in assets.items()},
        skipped=skip("", header=1),
        unread={"枝番", "旧資産番号", "取得価額", "財源区分", "勘定科目", "耐用年数", "償却累計額", "帳簿価額", "予算コード", "確認結果", "処分理由", "ラベル発行"},
    )  # fmt: skip


@ledger("受付・会計まわり機器.xlsx")
def at_the_front_desk(path: Path) -> Truth:
    """Machines at the front desk: for arrivals, for paying, for calling; name on the network, whose window to call."""
    save(path, {
        "Sheet1": [
            [None, "受付・会計まわり機器一覧"],
            [None, "機器管理番号", "機器名称", "製造会社", "機種", "シリアルNo.", "LAN接続IP", "端末名", "接続先システム", "設置位置", "導入年月", "保守会社名", "保守対応時間", "稼働状況"],
            [None, "F-01", "再来受付機", "アルメックス", "APS-4000", "APS40211", "10.5.90.11", "SAIRAI1", "医事会計", "正面玄関", "2020年9月", "アルメックス", "平日8-18時", "稼働中"],
            [None, "F-02", "再来受付機", "アルメックス", "APS-4000", "APS40212", "10.5.90.12", "SAIRAI2", "医事会計", "正面玄関", "2020年9月", "アルメックス", "平日8-18時", "修理中"],
            [None, "F-11", "自動精算機", "グローリー", "FHT-01", "FHT010031", "10.5.90.21", "SEISAN1", "医事会計", "会計前", "2018年5月", "グローリー", "平日8-20時", "稼働中"],
            [None, "F-21", "番号表示盤コントローラ", "ウィーメックス", "MC-220", "MC220007", "10.5.90.31", "BANGO", "医事会計", "会計窓口裏", "2018年5月", "ウィーメックス", "平日9-17時", "稼働中"],
        ],
    })  # fmt: skip
    n = "Sheet1"
    aps = {"name": "再来受付機", "maker": "アルメックス", "model": "APS-4000", "place": "正面玄関", "introduced": "2020-09", "maintainer": "アルメックス"}
    return Truth(
        assets={
            (n, 3): {**aps, "tag": "F-01", "serial": "APS40211", "ips": ("10.5.90.11",), "hostname": "SAIRAI1", "state": "in_use"},
            (n, 4): {**aps, "tag": "F-02", "serial": "APS40212", "ips": ("10.5.90.12",), "hostname": "SAIRAI2", "state": "stopped"},
            (n, 5): {"tag": "F-11", "name": "自動精算機", "maker": "グローリー", "model": "FHT-01", "serial": "FHT010031", "ips": ("10.5.90.21",), "hostname": "SEISAN1", "place": "会計前", "introduced": "2018-05", "maintainer": "グローリー", "state": "in_use"},
            (n, 6): {"tag": "F-21", "name": "番号表示盤コントローラ", "maker": "ウィーメックス", "model": "MC-220", "serial": "MC220007", "ips": ("10.5.90.31",), "hostname": "BANGO", "place": "会計窓口裏", "introduced": "2018-05", "maintainer": "ウィーメックス", "state": "in_use"},
        },
        skipped=skip(n, title=1, header=2),
        unread={"接続先システム", "保守対応時間"},
    )  # fmt: skip


@ledger("医療機器個別管理票.xlsx")
def a_leaf_for_each_device(path: Path) -> Truth:
    """A leaf for each device, two pairs of label and value a line, what happened to it below in a table of its own."""
    def leaf(*values: object) -> list[list[object]]:
        tag, name, maker, model, serial, bought, seller, where, address = values
        return [
            ["医療機器個別管理票"],
            [],
            ["管理番号", tag, "機器名称", name],
            ["製造販売業者", maker, "型式", model],
            ["製造番号", serial, "購入年月日", bought],
            ["購入業者", seller, "設置場所", where],
            ["IPアドレス", address],
            [],
            ["点検・修理の記録"],
            ["実施日", "内容", "実施者"],
            ["2024/6/3", "定期点検", "臨床工学技士"],
        ]  # fmt: skip

    save(path, {
        "E-101": leaf("E-101", "超音波手術装置", "オリンパス", "USG-400", "UG400118", "H29.12.4", "栗原医療器械店", "手術室3", "なし"),
        "E-102": leaf("E-102", "生体情報モニタ", "フクダ電子", "DS-8100", "81000942", "R4.3.28", "フクダ電子", "救急処置室", "10.44.8.102"),
    })  # fmt: skip
    a, b = "E-101", "E-102"
    rest = {"title": 1, "blank": 2, "part of the card that begins in row 3": [4, 5, 6, 7, 8, 9, 10], "remark beside the table": 11}
    return Truth(
        assets={
            (a, 3, "B"): {"tag": "E-101", "name": "超音波手術装置", "maker": "オリンパス", "model": "USG-400", "serial": "UG400118", "introduced": "2017-12-04", "maintainer": "栗原医療器械店", "place": "手術室3"},
            (b, 3, "B"): {"tag": "E-102", "name": "生体情報モニタ", "maker": "フクダ電子", "model": "DS-8100", "serial": "81000942", "introduced": "2022-03-28", "maintainer": "フクダ電子", "place": "救急処置室", "ips": ("10.44.8.102",)},
        },
        skipped={**skip(a, **rest), **skip(b, **rest)},
    )  # fmt: skip


@ledger("看護部物品リスト.tsv")
def goods_with_the_same_as_above(path: Path) -> Truth:
    """The nurses' goods: the ward said once, 同上 for the maker, how many, what was mended how often; UTF-16 with tabs."""
    write_csv(path, [
        ["看護部　医療機器・物品リスト", "", "", "", "", "", "", "", "", ""],
        ["病棟", "管理番号", "品名", "メーカー", "品番", "台数", "保管場所", "購入年度", "修理回数", "特記事項"],
        ["5階北病棟", "5N-01", "電子血圧計", "オムロン", "HBP-1320", "6", "ナースステーション", "令和3年度", "1", ""],
        ["", "5N-02", "パルスオキシメータ", "日本光電", "SAT-2200", "4", "同上", "令和元年度", "0", "1台は貸出用"],
        ["", "5N-03", "送信機", "同上", "ZS-920P", "8", "同上", "令和4年度", "2", ""],
        ["5階南病棟", "5S-01", "電子血圧計", "オムロン", "HBP-1320", "5", "処置室", "令和3年度", "0", ""],
        ["合計", "", "", "", "", "23", "", "", "", ""],
    ], "utf-16", "\t")  # fmt: skip
    a = {"department": "5階北病棟", "place": "ナースステーション"}
    return Truth(
        assets={
            ("", 3): {**a, "tag": "5N-01", "name": "電子血圧計", "maker": "オムロン", "model": "HBP-1320", "quantity": 6, "introduced": "2021"},
            ("", 4): {**a, "tag": "5N-02", "name": "パルスオキシメータ", "maker": "日本光電", "model": "SAT-2200", "quantity": 4, "introduced": "2019", "note": "1台は貸出用"},
            ("", 5): {**a, "tag": "5N-03", "name": "送信機", "maker": "日本光電", "model": "ZS-920P", "quantity": 8, "introduced": "2022"},
            ("", 6): {"department": "5階南病棟", "tag": "5S-01", "name": "電子血圧計", "maker": "オムロン", "model": "HBP-1320", "quantity": 5, "place": "処置室", "introduced": "2021"},
        },
        skipped=skip("", title=1, header=2, subtotal=7),
        unread={"修理回数"},
    )  # fmt: skip
