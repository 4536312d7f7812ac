"""A tenth dozen, written before the reader saw them: what each office of one hospital keeps. See make.py."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.ledgers.make import Truth, ledger, skip, write_csv
from tests.ledgers.more import save


@ledger("情報システム台帳_部門システム.xlsx")
def systems_by_department(path: Path) -> Truth:
    """The systems of departments: who runs them, on what, with whom, until when, and how the maker comes in."""
    save(path, {
        "部門システム": [
            ["部門システム管理台帳", None, None, None, None, None, None, None, None, None, None, "2024年4月1日現在"],
            ["管理No", "部門システム名", "主管部署", "システム管理者", "サーバ機種", "OS", "ホスト名", "IPアドレス", "導入年月", "保守業者", "保守契約満了日", "リモート保守の有無", "備考"],
            ["SYS-01", "検体検査システム", "臨床検査科", "大西", "PRIMERGY TX1330", "Windows Server 2019", "LISSV01", "10.20.1.10", "2021年3月", "エイアンドティー", "2026年3月31日", "有（VPN）", None],
            ["SYS-02", "放射線情報システム", "放射線科", "早川", "Express5800/R110j", "Windows Server 2016", "RISSV01", "10.20.2.10", "2019年10月", "富士フイルム医療ソリューションズ", "2025年3月31日", "有（専用線）", "更新検討中"],
            ["SYS-03", "給食管理システム", "栄養科", "西野", "ESPRIMO D588", "Windows 10 Pro", "KYUSYOKU", "10.20.9.15", "2020年1月", "コア・メディカル", None, "無", None],
        ],
    })  # fmt: skip
    n = "部門システム"
    return Truth(
        assets={
            (n, 3): {"tag": "SYS-01", "name": "検体検査システム", "department": "臨床検査科", "responsible": "大西", "model": "PRIMERGY TX1330", "os": "Windows Server 2019", "hostname": "LISSV01", "ips": ("10.20.1.10",), "introduced": "2021-03", "maintainer": "エイアンドティー", "maintained_until": "2026-03-31", "remote_maintenance": "有（VPN）".replace("（", "(").replace("）", ")")},
            (n, 4): {"tag": "SYS-02", "name": "放射線情報システム", "department": "放射線科", "responsible": "早川", "model": "Express5800/R110j", "os": "Windows Server 2016", "hostname": "RISSV01", "ips": ("10.20.2.10",), "introduced": "2019-10", "maintainer": "富士フイルム医療ソリューションズ", "maintained_until": "2025-03-31", "remote_maintenance": "有(専用線)", "note": "更新検討中"},
            (n, 5): {"tag": "SYS-03", "name": "給食管理システム", "department": "栄養科", "responsible": "西野", "model": "ESPRIMO D588", "os": "Windows 10 Pro", "hostname": "KYUSYOKU", "ips": ("10.20.9.15",), "introduced": "2020-01", "maintainer": "コア・メディカル", "remote_maintenance": "無"},
        },
        skipped=skip(n, title=1, header=2),
    )  # fmt: skip


@ledger("医療機器管理台帳(ME).csv")
def kept_by_clinical_engineers(path: Path) -> Truth:
    """Clinical engineers: class, number of approval, last and next inspection, who does it, state."""
    write_csv(path, [
        ["機器管理番号", "機器分類", "一般的名称", "製品名", "型式", "製造販売業者", "製造番号", "承認番号", "購入年月日", "保管場所", "使用部署", "前回点検日", "次回点検予定日", "点検実施者", "状態", "特記事項"],
        ["IP-001", "輸液ポンプ", "汎用輸液ポンプ", "テルフュージョン輸液ポンプ28型", "TE-281", "テルモ株式会社", "2005001", "22800BZX00415000", "2020/05/20", "MEセンター", "5階東病棟", "2024/04/12", "2025/04", "田口", "使用中", ""],
        ["IP-002", "輸液ポンプ", "汎用輸液ポンプ", "テルフュージョン輸液ポンプ28型", "TE-281", "テルモ株式会社", "2005002", "22800BZX00415000", "2020/05/20", "MEセンター", "", "2024/04/12", "2025/04", "田口", "待機中", ""],
        ["VT-003", "人工呼吸器", "成人用人工呼吸器", "PB980", "PB980", "コヴィディエンジャパン株式会社", "35B1800003", "22600BZX00233000", "2018/11/01", "ICU", "ICU", "2024/03/01", "2024/09", "田口", "修理中", "メーカー預かり"],
    ], "cp932")  # fmt: skip
    te = {"kind": "輸液ポンプ", "name": "汎用輸液ポンプ", "model": "TE-281", "maker": "テルモ株式会社", "medical_id": "22800BZX00415000", "introduced": "2020-05-20", "place": "MEセンター", "checked": "2024-04-12"}
    return Truth(
        assets={
            ("", 2): {**te, "tag": "IP-001", "serial": "2005001", "department": "5階東病棟", "state": "in_use"},
            ("", 3): {**te, "tag": "IP-002", "serial": "2005002", "state": "spare"},
            ("", 4): {"tag": "VT-003", "kind": "人工呼吸器", "name": "成人用人工呼吸器", "model": "PB980", "maker": "コヴィディエンジャパン株式会社", "serial": "35B1800003", "medical_id": "22600BZX00233000", "introduced": "2018-11-01", "place": "ICU", "department": "ICU", "checked": "2024-03-01", "state": "stopped", "note": "メーカー預かり"},
        },
        skipped=skip("", header=1),
        unread={"製品名", "次回点検予定日", "点検実施者"},
    )  # fmt: skip


@ledger("固定資産台帳R5.xlsx")
def fixed_assets_of_the_office(path: Path) -> Truth:
    """Fixed assets: what it cost and is worth now, when it came into use, when it left."""
    save(path, {
        "器械備品": [
            ["固定資産台帳（器械備品）"],
            ["資産番号", "資産名称", "規格・型式", "数量", "取得年月日", "取得価額", "耐用年数", "償却率", "期末簿価", "設置場所", "管理部署", "除却年月日", "摘要"],
            ["R02-0013", "超音波診断装置", "LOGIQ E10", 1, "R2.9.30", 14800000, 6, 0.167, 4934000, "生理検査室", "検査科", None, None],
            ["H22-0102", "心電計", "ECG-1550", 1, "H22.6.15", 1180000, 6, 0.167, 1, "2階病棟", "看護部", "R5.12.20", "廃棄"],
            ["R04-0001", "電子カルテシステム一式", "HOPE LifeMark-HX", 1, "R4.5.1", 210000000, 5, 0.2, 126000000, "サーバ室", "情報システム課", None, "補助金対象"],
            [None, "合計", None, 3, None, 225980000, None, None, 130934001],
        ],
    })  # fmt: skip
    n = "器械備品"
    return Truth(
        assets={
            (n, 3): {"tag": "R02-0013", "name": "超音波診断装置", "model": "LOGIQ E10", "quantity": 1, "introduced": "2020-09-30", "place": "生理検査室", "department": "検査科"},
            (n, 4): {"tag": "H22-0102", "name": "心電計", "model": "ECG-1550", "quantity": 1, "introduced": "2010-06-15", "place": "2階病棟", "department": "看護部", "disposed": "2023-12-20", "state": "disposed", "note": "廃棄"},
            (n, 5): {"tag": "R04-0001", "name": "電子カルテシステム一式", "model": "HOPE LifeMark-HX", "quantity": 0, "introduced": "2022-05-01", "place": "サーバ室", "department": "情報システム課", "note": "補助金対象"},
        },
        skipped=skip(n, title=1, header=2, subtotal=6),
        unread={"取得価額", "耐用年数", "償却率", "期末簿価"},
    )  # fmt: skip


@ledger("IPアドレス管理表(診療系).xlsx")
def addresses_of_the_clinical_network(path: Path) -> Truth:
    """Addresses of one network, one a row: taken, free, kept for later."""
    save(path, {
        "10.30.1.0": [
            ["IPアドレス管理表", None, "セグメント：10.30.1.0/24", None, None, "VLAN 301"],
            ["IPアドレス", "割当状況", "ホスト名", "機器名", "MACアドレス", "設置場所", "管理担当", "申請日", "備考"],
            ["10.30.1.1", "使用中", "GW-301", "L3スイッチ", "00:1A:EB:00:03:01", "サーバ室", "情報課", "2020/4/1", "ゲートウェイ"],
            ["10.30.1.2", "空き"],
            ["10.30.1.11", "使用中", "NAIKA-PC1", "内科診察室端末", "50:9A:4C:00:11:01", "内科外来", "情報課", "2022/6/1", None],
            ["10.30.1.12", "使用中", "NAIKA-PC2", "内科診察室端末", "50:9A:4C:00:11:02", "内科外来", "情報課", "2022/6/1", None],
            ["10.30.1.13", "予約", None, "内科診察室端末", None, "内科外来", "情報課", "2024/5/1", "増設分"],
        ],
    })  # fmt: skip
    n = "10.30.1.0"
    pc = {"name": "内科診察室端末", "place": "内科外来", "responsible": "情報課"}
    return Truth(
        assets={
            (n, 3): {"ips": ("10.30.1.1",), "state": "in_use", "hostname": "GW-301", "name": "L3スイッチ", "macs": ("00:1a:eb:00:03:01",), "place": "サーバ室", "responsible": "情報課", "note": "ゲートウェイ"},
            (n, 4): {"ips": ("10.30.1.2",), "state": "reserved"},
            (n, 5): {**pc, "ips": ("10.30.1.11",), "state": "in_use", "hostname": "NAIKA-PC1", "macs": ("50:9a:4c:00:11:01",)},
            (n, 6): {**pc, "ips": ("10.30.1.12",), "state": "in_use", "hostname": "NAIKA-PC2", "macs": ("50:9a:4c:00:11:02",)},
            (n, 7): {**pc, "ips": ("10.30.1.13",), "state": "reserved", "note": "増設分"},
        },
        skipped=skip(n, title=1, header=2),
        unread={"申請日"},
    )  # fmt: skip


@ledger("ネットワーク機器一覧表.csv")
def switches_of_the_house(path: Path) -> Truth:
    """Switches: model, image, ports, where they hang, what they hang on, end of the maker's support."""
    write_csv(path, [
        ["No.", "機器種別", "ホスト名", "メーカー", "型番", "シリアル番号", "管理IPアドレス", "MACアドレス", "ファームウェア", "設置階", "設置場所", "接続元スイッチ", "導入年度", "サポート終了日", "SNMPコミュニティ"],
        ["1", "コアSW", "CORE-SW1", "Cisco", "C9500-24Y4C", "FDO2501AAAA", "10.0.0.1", "A0:F8:49:00:00:01", "17.6.5", "B1F", "サーバ室", "", "2021年度", "2030/10/31", "hosp-ro"],
        ["2", "フロアSW", "2F-SW1", "Cisco", "C9200L-48P-4G", "FOC2502BBBB", "10.0.0.21", "A0:F8:49:00:02:01", "17.6.5", "2F", "EPS-2E", "CORE-SW1", "2021年度", "2030/10/31", "hosp-ro"],
        ["3", "フロアSW", "3F-SW1", "Cisco", "C9200L-48P-4G", "FOC2502CCCC", "10.0.0.31", "A0:F8:49:00:03:01", "17.6.5", "3F", "EPS-3E", "CORE-SW1", "2021年度", "2030/10/31", "hosp-ro"],
    ], "utf-8-sig")  # fmt: skip
    sw = {"maker": "Cisco", "software_version": "17.6.5", "introduced": "2021", "maintained_until": "2030-10-31"}
    return Truth(
        assets={
            ("", 2): {**sw, "tag": "1", "kind": "コアSW", "hostname": "CORE-SW1", "model": "C9500-24Y4C", "serial": "FDO2501AAAA", "ips": ("10.0.0.1",), "macs": ("a0:f8:49:00:00:01",), "place": "B1F サーバ室"},
            ("", 3): {**sw, "tag": "2", "kind": "フロアSW", "hostname": "2F-SW1", "model": "C9200L-48P-4G", "serial": "FOC2502BBBB", "ips": ("10.0.0.21",), "macs": ("a0:f8:49:00:02:01",), "place": "2F EPS-2E"},
            ("", 4): {**sw, "tag": "3", "kind": "フロアSW", "hostname": "3F-SW1", "model": "C9200L-48P-4G", "serial": "FOC2502CCCC", "ips": ("10.0.0.31",), "macs": ("a0:f8:49:00:03:01",), "place": "3F EPS-3E"},
        },
        skipped=skip("", header=1),
        unread={"接続元スイッチ", "SNMPコミュニティ"},
    )  # fmt: skip


@ledger("PC管理台帳.xlsx")
def personal_computers_of_the_hospital(path: Path) -> Truth:
    """PCs: what is in them, what is on them, who uses them, whether leased, until when."""
    save(path, {
        "Sheet1": [
            ["PC管理番号", "コンピューター名", "種別", "メーカー", "機種名", "シリアルNo.", "OS", "OSバージョン", "CPU", "メモリ", "ウイルス対策ソフト", "使用者", "所属", "設置場所", "IPアドレス", "購入日", "リース満了日", "管理者パスワード", "備考"],
            ["PC0001", "HSP-PC0001", "デスクトップ", "HP", "ProDesk 400 G7", "8CC0501AAA", "Windows 10 Pro", "22H2", "Core i5", "8GB", "ESET", "共用", "医事課", "会計窓口1", "192.168.10.11", date(2020, 12, 1), date(2025, 11, 30), "Kanri#2020", None],
            ["PC0002", "HSP-PC0002", "デスクトップ", "HP", "ProDesk 400 G7", "8CC0501AAB", "Windows 10 Pro", "22H2", "Core i5", "8GB", "ESET", "共用", "医事課", "会計窓口2", "192.168.10.12", date(2020, 12, 1), date(2025, 11, 30), "Kanri#2020", None],
            ["PC0031", "HSP-NB0031", "ノート", "Dynabook", "B55/KW", "9N045678H", "Windows 11 Pro", "23H2", "Core i5", "16GB", "ESET", "岩田", "総務課", "総務課", "DHCP", date(2023, 8, 21), None, "Kanri#2023", "持出可"],
        ],
    })  # fmt: skip
    n = "Sheet1"
    hp = {"kind": "デスクトップ", "maker": "HP", "model": "ProDesk 400 G7", "os": "Windows 10 Pro", "os_version": "22H2", "user": "共用", "department": "医事課", "introduced": "2020-12-01", "maintained_until": "2025-11-30"}
    return Truth(
        assets={
            (n, 2): {**hp, "tag": "PC0001", "hostname": "HSP-PC0001", "serial": "8CC0501AAA", "place": "会計窓口1", "ips": ("192.168.10.11",)},
            (n, 3): {**hp, "tag": "PC0002", "hostname": "HSP-PC0002", "serial": "8CC0501AAB", "place": "会計窓口2", "ips": ("192.168.10.12",)},
            (n, 4): {"tag": "PC0031", "hostname": "HSP-NB0031", "kind": "ノート", "maker": "Dynabook", "model": "B55/KW", "serial": "9N045678H", "os": "Windows 11 Pro", "os_version": "23H2", "user": "岩田", "department": "総務課", "place": "総務課", "dhcp": True, "introduced": "2023-08-21", "note": "持出可"},
        },
        skipped=skip(n, header=1),
        unread={"CPU", "メモリ", "ウイルス対策ソフト", "管理者パスワード"},
    )  # fmt: skip


@ledger("プリンタ・複合機一覧.csv")
def printers_of_the_hospital(path: Path) -> Truth:
    """Printers: queue, toner, colour, who mends them, what a page costs."""
    write_csv(path, [
        ["管理番号", "設置部署", "設置場所", "機種", "メーカー", "機番", "IPアドレス", "プリンタ名", "トナー型番", "カラー/モノクロ", "保守契約先", "カウンター料金", "導入日"],
        ["PR-01", "医事課", "1F会計", "LBP841C", "キヤノン", "QAA00011", "10.1.5.11", "LBP-KAIKEI1", "トナーカートリッジ335", "カラー", "キヤノンシステムアンドサポート", "", "2019/10/1"],
        ["PR-02", "薬剤科", "1F薬局", "LP-S380DN", "エプソン", "X3SA000022", "10.1.5.12", "LP-YAKU1", "LPB4T26", "モノクロ", "", "", "2021/6/15"],
        ["MF-01", "総務課", "3F事務室", "bizhub C360i", "コニカミノルタ", "AA2J011000333", "10.1.5.31", "MFP-SOUMU", "TN328", "カラー", "コニカミノルタジャパン", "カラー8円", "2022/4/1"],
    ], "cp932")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"tag": "PR-01", "department": "医事課", "place": "1F会計", "model": "LBP841C", "maker": "キヤノン", "serial": "QAA00011", "ips": ("10.1.5.11",), "name": "LBP-KAIKEI1", "maintainer": "キヤノンシステムアンドサポート", "introduced": "2019-10-01"},
            ("", 3): {"tag": "PR-02", "department": "薬剤科", "place": "1F薬局", "model": "LP-S380DN", "maker": "エプソン", "serial": "X3SA000022", "ips": ("10.1.5.12",), "name": "LP-YAKU1", "introduced": "2021-06-15"},
            ("", 4): {"tag": "MF-01", "department": "総務課", "place": "3F事務室", "model": "bizhub C360i", "maker": "コニカミノルタ", "serial": "AA2J011000333", "ips": ("10.1.5.31",), "name": "MFP-SOUMU", "maintainer": "コニカミノルタジャパン", "introduced": "2022-04-01"},
        },
        skipped=skip("", header=1),
        unread={"トナー型番", "カラー/モノクロ", "カウンター料金"},
    )  # fmt: skip


@ledger("保守契約一覧（令和6年度）.xlsx")
def contracts_of_maintenance(path: Path) -> Truth:
    """Contracts: for which device, with whom, for how much, from when to when, what they cover."""
    save(path, {
        "R6": [
            ["令和6年度　保守契約一覧"],
            ["契約番号", "対象機器名", "メーカー", "型式", "製造番号", "設置場所", "契約業者", "契約開始日", "契約終了日", "契約金額（税込）", "契約内容", "リモート監視", "担当部署"],
            ["R6-保01", "X線CT装置", "キヤノンメディカルシステムズ", "Aquilion Lightning", "8AA19X2011", "CT室", "キヤノンメディカルシステムズ㈱", "2024/4/1", "2025/3/31", 9680000, "フルメンテナンス", "有", "放射線科"],
            ["R6-保02", "MRI装置", "GEヘルスケア", "SIGNA Voyager", "VOY00219", "MR室", "GEヘルスケア・ジャパン㈱", "2024/4/1", "2025/3/31", 12650000, "フルメンテナンス", "有", "放射線科"],
            ["R6-保03", "自動血球計数装置", "シスメックス", "XN-1000", "11234", "検査室", "シスメックス㈱", "2024/4/1", "2025/3/31", 880000, "スポット", "無", "検査科"],
        ],
    })  # fmt: skip
    n = "R6"
    return Truth(
        assets={
            (n, 3): {"name": "X線CT装置", "maker": "キヤノンメディカルシステムズ", "model": "Aquilion Lightning", "serial": "8AA19X2011", "place": "CT室", "maintainer": "キヤノンメディカルシステムズ株式会社", "maintained_until": "2025-03-31", "remote_maintenance": "有", "department": "放射線科"},
            (n, 4): {"name": "MRI装置", "maker": "GEヘルスケア", "model": "SIGNA Voyager", "serial": "VOY00219", "place": "MR室", "maintainer": "GEヘルスケア・ジャパン株式会社", "maintained_until": "2025-03-31", "remote_maintenance": "有", "department": "放射線科"},
            (n, 5): {"name": "自動血球計数装置", "maker": "シスメックス", "model": "XN-1000", "serial": "11234", "place": "検査室", "maintainer": "シスメックス株式会社", "maintained_until": "2025-03-31", "remote_maintenance": "無", "department": "検査科"},
        },
        skipped=skip(n, title=1, header=2),
        unread={"契約番号", "契約開始日", "契約金額(税込)", "契約内容"},
    )  # fmt: skip


@ledger("リース物件一覧.csv")
def things_on_lease(path: Path) -> Truth:
    """Leased things: the lessor, the contract, the monthly fee, how many, until when, and whether again."""
    write_csv(path, [
        ["リース契約番号", "物件名", "メーカー名", "型番", "製造番号", "台数", "リース会社名", "リース開始日", "リース終了日", "月額リース料", "再リース", "設置部署"],
        ["L-2201", "デスクトップPC", "富士通", "ESPRIMO D7011", "R2200011", "1", "みずほリース", "2022/04/01", "2027/03/31", "2,100", "", "外来"],
        ["L-2201", "デスクトップPC", "富士通", "ESPRIMO D7011", "R2200012", "1", "みずほリース", "2022/04/01", "2027/03/31", "2,100", "", "外来"],
        ["L-1803", "複合機", "リコー", "MP C4504", "3108X00003", "1", "リコーリース", "2018/10/01", "2023/09/30", "980", "再リース中", "事務部"],
    ], "cp932")  # fmt: skip
    pc = {"name": "デスクトップPC", "maker": "富士通", "model": "ESPRIMO D7011", "quantity": 1, "introduced": "2022-04-01", "maintained_until": "2027-03-31", "department": "外来"}
    return Truth(
        assets={
            ("", 2): {**pc, "serial": "R2200011"},
            ("", 3): {**pc, "serial": "R2200012"},
            ("", 4): {"name": "複合機", "maker": "リコー", "model": "MP C4504", "serial": "3108X00003", "quantity": 1, "introduced": "2018-10-01", "maintained_until": "2023-09-30", "department": "事務部"},
        },
        skipped=skip("", header=1),
        unread={"リース契約番号", "リース会社名", "月額リース料", "再リース"},
    )  # fmt: skip


@ledger("無線AP設置一覧.xlsx")
def access_points_of_the_hospital(path: Path) -> Truth:
    """Access points: name, radio, channel, the switch and port that feeds them, the ceiling they hang on."""
    save(path, {
        "AP一覧": [
            ["AP番号", "AP名", "型番", "シリアル", "MACアドレス", "IPアドレス", "棟", "階", "設置位置", "SSID", "チャネル", "収容スイッチ", "ポート", "設置日", "状態"],
            ["AP-101", "E1-AP01", "AP-515", "CNJKK0A001", "20:4C:03:00:01:01", "10.60.1.101", "東棟", "1", "廊下天井（外来前）", "HOSP-MED", "36", "E1-SW01", "11", "2022/8/10", "稼働中"],
            ["AP-102", "E1-AP02", "AP-515", "CNJKK0A002", "20:4C:03:00:01:02", "10.60.1.102", "東棟", "1", "処置室", "HOSP-MED", "44", "E1-SW01", "12", "2022/8/10", "稼働中"],
            ["AP-201", "E2-AP01", "AP-515", "CNJKK0A003", "20:4C:03:00:02:01", "10.60.1.103", "東棟", "2", "スタッフステーション", "HOSP-MED", "36", "E2-SW01", "11", "2022/8/11", "故障"],
        ],
    })  # fmt: skip
    n = "AP一覧"
    ap = {"model": "AP-515"}
    return Truth(
        assets={
            (n, 2): {**ap, "tag": "AP-101", "name": "E1-AP01", "serial": "CNJKK0A001", "macs": ("20:4c:03:00:01:01",), "ips": ("10.60.1.101",), "place": "東棟 1階 廊下天井(外来前)", "introduced": "2022-08-10", "state": "in_use"},
            (n, 3): {**ap, "tag": "AP-102", "name": "E1-AP02", "serial": "CNJKK0A002", "macs": ("20:4c:03:00:01:02",), "ips": ("10.60.1.102",), "place": "東棟 1階 処置室", "introduced": "2022-08-10", "state": "in_use"},
            (n, 4): {**ap, "tag": "AP-201", "name": "E2-AP01", "serial": "CNJKK0A003", "macs": ("20:4c:03:00:02:01",), "ips": ("10.60.1.103",), "place": "東棟 2階 スタッフステーション", "introduced": "2022-08-11", "state": "stopped"},
        },
        skipped=skip(n, header=1),
        unread={"SSID", "チャネル", "収容スイッチ", "ポート"},
    )  # fmt: skip


@ledger("内線・PHS管理表.xlsx")
def telephones_of_the_hospital(path: Path) -> Truth:
    """Telephones: the number that rings, the handset, who carries it, which exchange."""
    save(path, {
        "Sheet1": [
            ["内線番号", "端末種別", "機種名", "製造番号", "MACアドレス", "使用者", "所属部署", "貸与日", "返却日", "状態", "備考"],
            ["2101", "IP電話機", "NEC DT900", "DT90000101", "8C:DF:9D:00:21:01", None, "外来受付", "2021/4/1", None, "使用中", None],
            ["5501", "PHS", "Carrity-NV", "NV550001", None, "小松", "看護部", "2019/4/1", None, "使用中", None],
            ["5502", "PHS", "Carrity-NV", "NV550002", None, None, "看護部", None, "2024/3/31", "在庫", "予備機"],
        ],
    })  # fmt: skip
    n = "Sheet1"
    return Truth(
        assets={
            (n, 2): {"kind": "IP電話機", "model": "NEC DT900", "serial": "DT90000101", "macs": ("8c:df:9d:00:21:01",), "department": "外来受付", "state": "in_use"},
            (n, 3): {"kind": "PHS", "model": "Carrity-NV", "serial": "NV550001", "user": "小松", "department": "看護部", "state": "in_use"},
            (n, 4): {"kind": "PHS", "model": "Carrity-NV", "serial": "NV550002", "department": "看護部", "disposed": "2024-03-31", "state": "spare", "note": "予備機"},
        },
        skipped=skip(n, header=1),
        unread={"内線番号", "貸与日"},
    )  # fmt: skip


@ledger("カメラ設置一覧表.csv")
def cameras_of_the_hospital(path: Path) -> Truth:
    """Cameras of the house: what they look at, the recorder they go to, resolution, days kept."""
    write_csv(path, [
        ["カメラNo", "カメラ名称", "設置場所", "撮影範囲", "メーカー", "型番", "IPアドレス", "MACアドレス", "録画装置", "解像度", "設置年月", "施工業者", "録画日数"],
        ["C01", "正面玄関カメラ", "1階正面玄関", "玄関ホール全景", "i-PRO", "WV-S2536L", "172.18.1.1", "08:00:23:00:01:01", "NVR-1", "2MP", "2022年11月", "東海防災", "14"],
        ["C02", "救急入口カメラ", "1階救急入口", "救急車寄せ", "i-PRO", "WV-S1536L", "172.18.1.2", "08:00:23:00:01:02", "NVR-1", "2MP", "2022年11月", "東海防災", "14"],
        ["C03", "薬局前カメラ", "1階薬局前", "待合", "i-PRO", "WV-S2136L", "172.18.1.3", "08:00:23:00:01:03", "NVR-1", "2MP", "2022年11月", "東海防災", "14"],
    ], "utf-8")  # fmt: skip
    c = {"maker": "i-PRO", "introduced": "2022-11", "maintainer": "東海防災"}
    return Truth(
        assets={
            ("", 2): {**c, "tag": "C01", "name": "正面玄関カメラ", "place": "1階正面玄関", "model": "WV-S2536L", "ips": ("172.18.1.1",), "macs": ("08:00:23:00:01:01",)},
            ("", 3): {**c, "tag": "C02", "name": "救急入口カメラ", "place": "1階救急入口", "model": "WV-S1536L", "ips": ("172.18.1.2",), "macs": ("08:00:23:00:01:02",)},
            ("", 4): {**c, "tag": "C03", "name": "薬局前カメラ", "place": "1階薬局前", "model": "WV-S2136L", "ips": ("172.18.1.3",), "macs": ("08:00:23:00:01:03",)},
        },
        skipped=skip("", header=1),
        unread={"撮影範囲", "録画装置", "解像度", "録画日数"},
    )  # fmt: skip
