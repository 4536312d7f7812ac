"""A fourteenth dozen, written before the reader saw them: other shapes of everyday lists. See make.py."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.ledgers.make import Truth, ledger, skip, write_csv
from tests.ledgers.more import save


@ledger("院内機器台帳_大項目あり.xlsx")
def great_headings_over_small(path: Path) -> Truth:
    """Great headings over small ones: the device, the network, where, the contract, the state."""
    save(path, {
        "台帳": [
            ["基本情報", None, None, None, "ネットワーク", None, None, "設置", None, "導入・保守", None, None, "状態"],
            ["管理番号", "機器名称", "メーカー", "型式", "ホスト名", "IP", "MAC", "部署", "場所", "導入年月日", "業者", "保守期限", None],
            ["M-001", "セントラルモニタ", "日本光電", "CNS-6201", "CNS1", "10.55.1.1", "00:0F:FF:00:01:01", "3東病棟", "スタッフステーション", "2017/3/1", "日本光電", "2025/3/31", "使用中"],
            ["M-002", "ベッドサイドモニタ", "日本光電", "PVM-4761", "BSM2", "10.55.1.12", "00:0F:FF:00:01:12", "3東病棟", "301号室", "2017/3/1", "日本光電", "2025/3/31", "使用中"],
            ["M-003", "ベッドサイドモニタ", "日本光電", "PVM-4761", None, None, None, "ME室", "ME室", "2017/3/1", "日本光電", "2025/3/31", "予備"],
        ],
    }, {"台帳": ["A1:D1", "E1:G1", "H1:I1", "J1:L1", "M1:M2"]})  # fmt: skip
    n = "台帳"
    d = {"maker": "日本光電", "introduced": "2017-03-01", "maintainer": "日本光電", "maintained_until": "2025-03-31"}
    return Truth(
        assets={
            (n, 3): {**d, "tag": "M-001", "name": "セントラルモニタ", "model": "CNS-6201", "hostname": "CNS1", "ips": ("10.55.1.1",), "macs": ("00:0f:ff:00:01:01",), "department": "3東病棟", "place": "スタッフステーション", "state": "in_use"},
            (n, 4): {**d, "tag": "M-002", "name": "ベッドサイドモニタ", "model": "PVM-4761", "hostname": "BSM2", "ips": ("10.55.1.12",), "macs": ("00:0f:ff:00:01:12",), "department": "3東病棟", "place": "301号室", "state": "in_use"},
            (n, 5): {**d, "tag": "M-003", "name": "ベッドサイドモニタ", "model": "PVM-4761", "department": "ME室", "place": "ME室", "state": "spare"},
        },
        skipped=skip(n, header=[1, 2]),
    )  # fmt: skip


@ledger("検査科_機器とPC.csv")
def devices_with_their_computers(path: Path) -> Truth:
    """Devices with the computers that serve them: the computer's name, system and address belong to the row."""
    write_csv(path, [
        ["機器No.", "分析装置", "メーカー名", "機種", "製造番号", "設置日", "制御PC名", "制御PCのOS", "PCのIPアドレス", "LIS接続", "担当技師", "修理連絡先", "備考"],
        ["1", "免疫測定装置", "アボット", "ARCHITECT i2000SR", "iSR50123", "2018/4/2", "ARCPC", "Windows 7", "10.44.1.11", "有", "坂口", "0120-000-555", "更新検討"],
        ["2", "凝固測定装置", "シスメックス", "CN-6000", "CN60099", "2021/11/8", "CNIPU", "Windows 10 IoT", "10.44.1.12", "有", "坂口", "0120-000-222", ""],
    ], "cp932")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"tag": "1", "name": "免疫測定装置", "maker": "アボット", "model": "ARCHITECT i2000SR", "serial": "iSR50123", "introduced": "2018-04-02", "hostname": "ARCPC", "os": "Windows 7", "ips": ("10.44.1.11",), "responsible": "坂口", "note": "更新検討"},
            ("", 3): {"tag": "2", "name": "凝固測定装置", "maker": "シスメックス", "model": "CN-6000", "serial": "CN60099", "introduced": "2021-11-08", "hostname": "CNIPU", "os": "Windows 10 IoT", "ips": ("10.44.1.12",), "responsible": "坂口"},
        },
        skipped=skip("", header=1),
        unread={"LIS接続", "修理連絡先"},
    )  # fmt: skip


@ledger("病棟別端末一覧.xlsx")
def terminals_by_ward_in_sections(path: Path) -> Truth:
    """Terminals under rows that name the ward, counted at the end of each."""
    save(path, {
        "端末": [
            ["病棟別　電子カルテ端末一覧", None, None, None, None, None],
            ["端末番号", "機種", "シリアルNo.", "IPアドレス", "設置位置", "導入日"],
            ["【4階病棟】"],
            ["E401", "FMV-A5508", "R9501001", "10.66.4.1", "カウンター", "2019/5/1"],
            ["E402", "FMV-A5508", "R9501002", "10.66.4.2", "ワゴン1", "2019/5/1"],
            ["小計", "2台"],
            ["【5階病棟】"],
            ["E501", "FMV-A5508", "R9501003", "10.66.5.1", "カウンター", "2019/5/1"],
            ["小計", "1台"],
        ],
    })  # fmt: skip
    n = "端末"
    d = {"model": "FMV-A5508", "introduced": "2019-05-01", "kind": "端末"}
    return Truth(
        assets={
            (n, 4): {**d, "tag": "E401", "serial": "R9501001", "ips": ("10.66.4.1",), "place": "カウンター", "department": "4階病棟"},
            (n, 5): {**d, "tag": "E402", "serial": "R9501002", "ips": ("10.66.4.2",), "place": "ワゴン1", "department": "4階病棟"},
            (n, 8): {**d, "tag": "E501", "serial": "R9501003", "ips": ("10.66.5.1",), "place": "カウンター", "department": "5階病棟"},
        },
        skipped=skip(n, title=1, header=2, section=[3, 7], subtotal=[6, 9]),
    )  # fmt: skip


@ledger("機器カード_超音波.xlsx")
def a_list_with_costs_between(path: Path) -> Truth:
    """A list with costs and terms between what is asked for: probes, hard disc, contract by the year."""
    save(path, {
        "US": [
            ["装置番号", "使用場所", "装置名（愛称）", "製造会社名", "機種名・型式", "製造No", "プローブ構成", "購入金額", "購入年月日", "メーカー保証終了日", "年間保守料", "担当ディーラー", "AET", "IP Address", "VPN有無"],
            ["US-1", "腹部エコー室1", "アプリオ1号", "キヤノンメディカルシステムズ", "Aplio a550", "A5A2092001", "C/L/S", 12000000, date(2020, 9, 18), date(2021, 9, 17), 580000, "キヤノンメディカル", "US_APL1", "10.21.4.1", "有"],
            ["US-2", "乳腺エコー室", "アプリオ2号", "キヤノンメディカルシステムズ", "Aplio a550", "A5A2092002", "L", 11000000, date(2020, 9, 18), date(2021, 9, 17), 580000, "キヤノンメディカル", "US_APL2", "10.21.4.2", "有"],
        ],
    })  # fmt: skip
    n = "US"
    d = {"maker": "キヤノンメディカルシステムズ", "model": "Aplio a550", "introduced": "2020-09-18", "maintained_until": "2021-09-17", "maintainer": "キヤノンメディカル", "remote_maintenance": "有"}
    return Truth(
        assets={
            (n, 2): {**d, "tag": "US-1", "place": "腹部エコー室1", "name": "アプリオ1号", "serial": "A5A2092001", "hostname": "US_APL1", "ips": ("10.21.4.1",)},
            (n, 3): {**d, "tag": "US-2", "place": "乳腺エコー室", "name": "アプリオ2号", "serial": "A5A2092002", "hostname": "US_APL2", "ips": ("10.21.4.2",)},
        },
        skipped=skip(n, header=1),
        unread={"プローブ構成", "購入金額", "年間保守料"},
    )  # fmt: skip


@ledger("PC更新計画.csv")
def a_plan_of_renewal(path: Path) -> Truth:
    """A plan of renewal: what stands there now, how old it is, by what it is to be replaced and when."""
    write_csv(path, [
        ["資産番号", "PC名", "現機種", "シリアル番号", "現OS", "購入年度", "経過年数", "使用部署", "設置場所", "更新予定年度", "更新後機種", "概算費用", "備考"],
        ["P-101", "SOMU-01", "ESPRIMO D583", "YL9G001", "Windows 10", "2015年度", "9", "総務課", "総務課", "2024年度", "ESPRIMO D7013", "150000", ""],
        ["P-102", "SOMU-02", "ESPRIMO D583", "YL9G002", "Windows 10", "2015年度", "9", "総務課", "総務課", "2024年度", "ESPRIMO D7013", "150000", "HDD異音"],
    ], "utf-8-sig")  # fmt: skip
    d = {"model": "ESPRIMO D583", "os": "Windows 10", "introduced": "2015", "department": "総務課", "place": "総務課", "maintained_until": "2024"}
    return Truth(
        assets={
            ("", 2): {**d, "tag": "P-101", "hostname": "SOMU-01", "serial": "YL9G001"},
            ("", 3): {**d, "tag": "P-102", "hostname": "SOMU-02", "serial": "YL9G002", "note": "HDD異音"},
        },
        skipped=skip("", header=1),
        unread={"経過年数", "更新後機種", "概算費用"},
    )  # fmt: skip


@ledger("医療ガス・滅菌・洗浄装置.xlsx")
def of_the_central_supply(path: Path) -> Truth:
    """Central supply: statutory tests, capacity, the water they use, and who built them in."""
    save(path, {
        "中材": [
            ["番号", "装置名", "製造元", "型番", "製造番号", "製造年月", "据付年月日", "据付場所", "性能検査有効期限", "最終性能検査日", "保守委託会社", "状態", "付記"],
            ["ST-1", "高圧蒸気滅菌装置", "サクラ精機", "VSSR-G12", "G12-1101", "2016年8月", "2016/10/3", "滅菌室", "2025/9/30", "2024/9/10", "サクラ精機", "良好", None],
            ["ST-2", "過酸化水素滅菌装置", "ASP", "STERRAD 100NX", "100NX0033", "2019年1月", "2019/3/11", "滅菌室", None, "2024/3/5", "ジョンソン・エンド・ジョンソン", "良好", "カセット式"],
        ],
    })  # fmt: skip
    n = "中材"
    return Truth(
        assets={
            (n, 2): {"tag": "ST-1", "name": "高圧蒸気滅菌装置", "maker": "サクラ精機", "model": "VSSR-G12", "serial": "G12-1101", "introduced": "2016-10-03", "place": "滅菌室", "checked": "2024-09-10", "maintainer": "サクラ精機", "state": "in_use"},
            (n, 3): {"tag": "ST-2", "name": "過酸化水素滅菌装置", "maker": "ASP", "model": "STERRAD 100NX", "serial": "100NX0033", "introduced": "2019-03-11", "place": "滅菌室", "checked": "2024-03-05", "maintainer": "ジョンソン・エンド・ジョンソン", "state": "in_use", "note": "カセット式"},
        },
        skipped=skip(n, header=1),
        unread={"製造年月", "性能検査有効期限"},
    )  # fmt: skip


@ledger("訪問看護ステーション備品.csv")
def of_visiting_nurses(path: Path) -> Truth:
    """Visiting nurses: who carries what, since when, on whose contract, what the line costs."""
    write_csv(path, [
        ["備品No", "品名", "メーカー", "品番", "シリアル", "携帯者", "受領日", "契約回線", "月額費用", "返却年月日", "破損・紛失等"],
        ["V-1", "タブレット", "Apple", "MK2K3J/A", "DMPV0001", "木下", "2022/4/1", "docomo", "3,300", "", ""],
        ["V-2", "タブレット", "Apple", "MK2K3J/A", "DMPV0002", "八木", "2022/4/1", "docomo", "3,300", "2023/9/30", "画面破損"],
        ["V-3", "モバイルプリンタ", "エプソン", "PX-S06W", "X5SV003", "共用", "2021/6/1", "", "", "", ""],
    ], "cp932")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"tag": "V-1", "name": "タブレット", "maker": "Apple", "model": "MK2K3J/A", "serial": "DMPV0001", "user": "木下", "introduced": "2022-04-01"},
            ("", 3): {"tag": "V-2", "name": "タブレット", "maker": "Apple", "model": "MK2K3J/A", "serial": "DMPV0002", "user": "八木", "introduced": "2022-04-01", "disposed": "2023-09-30", "state": "disposed"},
            ("", 4): {"tag": "V-3", "name": "モバイルプリンタ", "maker": "エプソン", "model": "PX-S06W", "serial": "X5SV003", "user": "共用", "introduced": "2021-06-01"},
        },
        skipped=skip("", header=1),
        unread={"契約回線", "月額費用", "破損・紛失等"},
    )  # fmt: skip


@ledger("システム構成機器一覧(電カル).xlsx")
def parts_of_one_system(path: Path) -> Truth:
    """Parts of one system: how many of each, cluster partners, virtual or not, the version of the package."""
    save(path, {
        "構成": [
            ["構成品番号", "分類", "構成機器名", "型名", "数量", "ホスト名称", "業務系IPアドレス", "OS/バージョン", "ミドルウェア", "パッケージバージョン", "設置室", "納入年月", "サポート終了予定日"],
            ["C-01", "サーバ", "DBサーバ", "PowerEdge R740", 1, "emrdb01", "10.1.1.11", "RHEL 8.6", "Oracle 19c", "V9.2", "サーバ室", "2023/1", "2029/5/31"],
            ["C-02", "サーバ", "APサーバ", "PowerEdge R640", 1, "emrap01", "10.1.1.21", "Windows Server 2019", None, "V9.2", "サーバ室", "2023/1", "2029/1/9"],
            ["C-03", "ストレージ", "共有ストレージ", "ME5012", 1, "emrst01", "10.1.1.31", None, None, None, "サーバ室", "2023/1", "2030/1/31"],
        ],
    })  # fmt: skip
    n = "構成"
    d = {"place": "サーバ室", "introduced": "2023-01", "quantity": 1}
    return Truth(
        assets={
            (n, 2): {**d, "tag": "C-01", "kind": "サーバ", "name": "DBサーバ", "model": "PowerEdge R740", "hostname": "emrdb01", "ips": ("10.1.1.11",), "os": "RHEL 8.6", "software": "Oracle 19c", "software_version": "V9.2", "maintained_until": "2029-05-31"},
            (n, 3): {**d, "tag": "C-02", "kind": "サーバ", "name": "APサーバ", "model": "PowerEdge R640", "hostname": "emrap01", "ips": ("10.1.1.21",), "os": "Windows Server 2019", "software_version": "V9.2", "maintained_until": "2029-01-09"},
            (n, 4): {**d, "tag": "C-03", "kind": "ストレージ", "name": "共有ストレージ", "model": "ME5012", "hostname": "emrst01", "ips": ("10.1.1.31",), "maintained_until": "2030-01-31"},
        },
        skipped=skip(n, header=1),
    )  # fmt: skip


@ledger("機器台帳（眼科クリニック）.csv")
def of_an_eye_clinic(path: Path) -> Truth:
    """An eye clinic: the room, what it is called, whether it gives to the filing system, bought or leased."""
    write_csv(path, [
        ["検査機器", "メーカー", "機種", "シリアル", "部屋", "ファイリング連携", "IP", "購入/リース", "導入年", "リース終了", "ディーラー", "メモ"],
        ["光干渉断層計", "トプコン", "DRI OCT Triton", "OCT0123", "検査室", "○", "192.168.20.11", "リース", "2020", "2026年6月", "中央産業", ""],
        ["視野計", "ツァイス", "HFA3 860", "860-1122", "暗室", "○", "192.168.20.12", "購入", "2018", "", "中央産業", "電球交換2022"],
        ["オートレフ", "ニデック", "ARK-1s", "880123", "検査室", "×", "", "購入", "2015", "", "中央産業", ""],
    ], "cp932")  # fmt: skip
    d = {"maintainer": "中央産業"}
    return Truth(
        assets={
            ("", 2): {**d, "name": "光干渉断層計", "maker": "トプコン", "model": "DRI OCT Triton", "serial": "OCT0123", "place": "検査室", "ips": ("192.168.20.11",), "introduced": "2020", "maintained_until": "2026-06"},
            ("", 3): {**d, "name": "視野計", "maker": "ツァイス", "model": "HFA3 860", "serial": "860-1122", "place": "暗室", "ips": ("192.168.20.12",), "introduced": "2018", "note": "電球交換2022"},
            ("", 4): {**d, "name": "オートレフ", "maker": "ニデック", "model": "ARK-1s", "serial": "880123", "place": "検査室", "introduced": "2015"},
        },
        skipped=skip("", header=1),
        unread={"ファイリング連携", "購入/リース"},
    )  # fmt: skip


@ledger("ウイルス対策_端末調査.xlsx")
def asked_after_an_incident(path: Path) -> Truth:
    """Asked after an incident: each terminal's protection, patches, the ways out of the house."""
    save(path, {
        "調査": [
            ["端末名", "所属", "設置場所", "機種", "OS", "OSビルド", "IPアドレス", "ウイルス対策ソフト", "定義ファイル日付", "パッチ適用日", "USB制限", "外部接続の有無", "確認日", "確認者", "特記事項"],
            ["RAD-WS1", "放射線科", "読影室", "HP Z2 G5", "Windows 10 Pro", "19044", "10.20.2.101", "なし", None, "2021/3/1", "無", "有（リモート読影）", "2024/5/20", "島", "メーカー許可待ち"],
            ["RAD-WS2", "放射線科", "読影室", "HP Z2 G5", "Windows 10 Pro", "19044", "10.20.2.102", "なし", None, "2021/3/1", "無", "無", "2024/5/20", "島", None],
        ],
    })  # fmt: skip
    n = "調査"
    d = {"department": "放射線科", "place": "読影室", "model": "HP Z2 G5", "os": "Windows 10 Pro", "os_version": "19044", "checked": "2024-05-20"}
    return Truth(
        assets={
            (n, 2): {**d, "hostname": "RAD-WS1", "ips": ("10.20.2.101",), "remote_maintenance": "有(リモート読影)", "note": "メーカー許可待ち"},
            (n, 3): {**d, "hostname": "RAD-WS2", "ips": ("10.20.2.102",), "remote_maintenance": "無"},
        },
        skipped=skip(n, header=1),
        unread={"ウイルス対策ソフト", "定義ファイル日付", "パッチ適用日", "USB制限", "確認者"},
    )  # fmt: skip


@ledger("車両・在宅・健診車 機器.csv")
def on_wheels(path: Path) -> Truth:
    """On wheels: which van carries what, how it talks to the house, its number on the van."""
    write_csv(path, [
        ["管理No.", "機器名", "メーカ名", "型式", "製造番号", "搭載車両", "納車・導入日", "通信手段", "IPアドレス", "点検日", "委託業者", "現在の状態"],
        ["V-11", "胸部X線装置", "日立", "DHF-155", "KX12001", "健診車1号", "2014/6/1", "持ち帰り", "", "2024/4/8", "富士フイルムヘルスケア", "使用中"],
        ["V-12", "画像処理端末", "富士フイルム", "Console Advance", "54120001", "健診車1号", "2019/6/1", "LTE", "10.77.1.12", "2024/4/8", "富士フイルムメディカル", "使用中"],
    ], "utf-8")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"tag": "V-11", "name": "胸部X線装置", "maker": "日立", "model": "DHF-155", "serial": "KX12001", "place": "健診車1号", "introduced": "2014-06-01", "checked": "2024-04-08", "maintainer": "富士フイルムヘルスケア", "state": "in_use"},
            ("", 3): {"tag": "V-12", "name": "画像処理端末", "maker": "富士フイルム", "model": "Console Advance", "serial": "54120001", "place": "健診車1号", "introduced": "2019-06-01", "ips": ("10.77.1.12",), "checked": "2024-04-08", "maintainer": "富士フイルムメディカル", "state": "in_use"},
        },
        skipped=skip("", header=1),
        unread={"通信手段"},
    )  # fmt: skip


@ledger("IT資産リスト_グループ本部様式.xlsx")
def a_form_of_the_group(path: Path) -> Truth:
    """A form of the group's head office: English beside Japanese, hints under the headings."""
    save(path, {
        "List": [
            ["資産ID\nAsset ID", "資産種別\nType", "コンピュータ名\nHostname", "メーカー\nMaker", "モデル\nModel", "シリアル番号\nSerial", "OS", "利用者\nUser", "部門\nDept.", "設置場所\nLocation", "取得日\nAcquired", "リース終了日\nLease End", "ステータス\nStatus"],
            ["必須", "選択", "必須", "選択", "必須", "必須", "選択", "任意", "必須", "必須", "yyyy/mm/dd", "yyyy/mm/dd", "選択"],
            ["G-0001", "Desktop", "GHP-D001", "Lenovo", "ThinkCentre M70q", "PC1ABC01", "Windows 11 Pro", "受付共用", "医事課", "1F受付", "2023/10/02", "2028/10/01", "使用中"],
            ["G-0002", "Laptop", "GHP-L002", "Lenovo", "ThinkPad L13", "PF4DEF02", "Windows 11 Pro", "院長", "院長室", "院長室", "2023/10/02", "2028/10/01", "使用中"],
        ],
    })  # fmt: skip
    n = "List"
    d = {"maker": "Lenovo", "os": "Windows 11 Pro", "introduced": "2023-10-02", "maintained_until": "2028-10-01", "state": "in_use"}
    return Truth(
        assets={
            (n, 3): {**d, "tag": "G-0001", "kind": "Desktop", "hostname": "GHP-D001", "model": "ThinkCentre M70q", "serial": "PC1ABC01", "user": "受付共用", "department": "医事課", "place": "1F受付"},
            (n, 4): {**d, "tag": "G-0002", "kind": "Laptop", "hostname": "GHP-L002", "model": "ThinkPad L13", "serial": "PF4DEF02", "user": "院長", "department": "院長室", "place": "院長室"},
        },
        skipped=skip(n, header=[1, 2]),
    )  # fmt: skip
