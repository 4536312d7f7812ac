"""An eleventh dozen, written before the reader saw them: other hospitals' offices, each with its own words. See make.py."""

from __future__ import annotations

from pathlib import Path

from tests.ledgers.make import Truth, ledger, skip, write_csv
from tests.ledgers.more import save


@ledger("サーバ一覧（2024年度版）.xlsx")
def servers_of_the_year(path: Path) -> Truth:
    """Servers: what they are for, rack and unit, addresses of three kinds, the system's maker, power, end of parts."""
    save(path, {
        "サーバ一覧": [
            ["№", "サーバ名称", "用途", "物理/仮想", "メーカー", "機種型番", "製造番号", "設置ラック", "ユニット位置", "業務LAN IP", "管理LAN IP", "OS種別", "OSバージョン", "導入ベンダー", "稼働開始日", "ハード保守期限", "UPS接続先", "管理者アカウント"],
            [1, "HISDB01", "電子カルテDB", "物理", "富士通", "PRIMERGY RX2530 M6", "MACK001234", "R01", "20-21U", "10.1.0.11", "10.9.0.11", "Windows Server", "2019", "富士通Japan", "2022/5/1", "2028/4/30", "UPS-1", "administrator"],
            [2, "HISDB02", "電子カルテDB（待機系）", "物理", "富士通", "PRIMERGY RX2530 M6", "MACK001235", "R01", "18-19U", "10.1.0.12", "10.9.0.12", "Windows Server", "2019", "富士通Japan", "2022/5/1", "2028/4/30", "UPS-1", "administrator"],
            [3, "PACSV1", "医用画像保管", "仮想", None, None, None, None, None, "10.1.0.31", None, "Red Hat Enterprise Linux", "8.4", "富士フイルム", "2021/1/10", None, None, "root"],
        ],
    })  # fmt: skip
    n = "サーバ一覧"
    rx = {"maker": "富士通", "model": "PRIMERGY RX2530 M6", "os": "Windows Server", "os_version": "2019", "maintainer": "富士通Japan", "introduced": "2022-05-01", "maintained_until": "2028-04-30", "kind": "サーバ"}
    return Truth(
        assets={
            (n, 2): {**rx, "tag": "1", "hostname": "HISDB01", "name": "電子カルテDB", "serial": "MACK001234", "place": "R01 20-21U", "ips": ("10.1.0.11", "10.9.0.11")},
            (n, 3): {**rx, "tag": "2", "hostname": "HISDB02", "name": "電子カルテDB(待機系)", "serial": "MACK001235", "place": "R01 18-19U", "ips": ("10.1.0.12", "10.9.0.12")},
            (n, 4): {"tag": "3", "hostname": "PACSV1", "name": "医用画像保管", "os": "Red Hat Enterprise Linux", "os_version": "8.4", "ips": ("10.1.0.31",), "maintainer": "富士フイルム", "introduced": "2021-01-10", "kind": "サーバ"},
        },
        skipped=skip(n, header=1),
        unread={"物理/仮想", "UPS接続先", "管理者アカウント"},
    )  # fmt: skip


@ledger("リモート保守接続一覧.csv")
def who_comes_in_from_outside(path: Path) -> Truth:
    """Who comes in from outside: by what line, from where, through which box, when, and who was told."""
    write_csv(path, [
        ["項番", "対象システム", "対象機器", "対象機器IP", "リモート保守業者", "接続方式", "接続元グローバルIP", "VPN機器メーカー・型番", "接続時間帯", "院内責任者", "利用開始年月", "契約期限"],
        ["1", "PACS", "PACSサーバ", "10.1.0.31", "富士フイルムメディカル", "IPsec-VPN", "203.0.113.10", "YAMAHA RTX830", "平日9-18時", "情報課 平山", "2021年1月", "2026年3月"],
        ["2", "検体検査", "検体検査サーバ", "10.1.0.41", "A&T", "専用回線（閉域網）", "", "", "随時", "検査科 浅井", "2019年4月", "2025年3月"],
        ["3", "血液ガス分析", "血ガス装置", "10.1.4.12", "ラジオメーター", "LTEルータ", "", "Conexio", "随時", "ICU 村瀬", "2022年9月", "2025年8月"],
    ], "cp932")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"tag": "1", "name": "PACSサーバ", "ips": ("10.1.0.31",), "maintainer": "富士フイルムメディカル", "remote_maintenance": "IPsec-VPN", "responsible": "情報課 平山", "introduced": "2021-01", "maintained_until": "2026-03"},
            ("", 3): {"tag": "2", "name": "検体検査サーバ", "ips": ("10.1.0.41",), "maintainer": "A&T", "remote_maintenance": "専用回線(閉域網)", "responsible": "検査科 浅井", "introduced": "2019-04", "maintained_until": "2025-03"},
            ("", 4): {"tag": "3", "name": "血ガス装置", "ips": ("10.1.4.12",), "maintainer": "ラジオメーター", "remote_maintenance": "LTEルータ", "responsible": "ICU 村瀬", "introduced": "2022-09", "maintained_until": "2025-08"},
        },
        skipped=skip("", header=1),
        unread={"対象システム", "接続元グローバルIP", "VPN機器メーカー・型番", "接続時間帯"},
    )  # fmt: skip


@ledger("令和6年度 定期点検計画表.xlsx")
def a_plan_of_inspections(path: Path) -> Truth:
    """A plan of inspections: the device, how often, the month of each, who does it, the last time."""
    save(path, {
        "計画": [
            ["令和6年度　医療機器定期点検計画表", None, None, None, None, None, None, None, None, None, None, None, "承認", "作成"],
            ["ME番号", "機器名", "メーカー", "型式", "シリアル番号", "配置部署", "点検周期", "前回実施日", "4月", "5月", "6月", "7月", "点検担当", "実施区分"],
            ["D-001", "除細動器", "日本光電", "TEC-5631", "56310021", "救急外来", "6ヶ月", "2023/10/12", "○", None, None, None, "ME", "院内"],
            ["D-002", "除細動器", "日本光電", "TEC-5631", "56310022", "4階病棟", "6ヶ月", "2023/11/15", None, "○", None, None, "ME", "院内"],
            ["H-001", "麻酔器", "GEヘルスケア", "Avance CS2", "APHW00112", "手術室", "12ヶ月", "2023/6/20", None, None, "○", None, "業者", "外部委託"],
        ],
    })  # fmt: skip
    n = "計画"
    return Truth(
        assets={
            (n, 3): {"tag": "D-001", "name": "除細動器", "maker": "日本光電", "model": "TEC-5631", "serial": "56310021", "department": "救急外来", "checked": "2023-10-12"},
            (n, 4): {"tag": "D-002", "name": "除細動器", "maker": "日本光電", "model": "TEC-5631", "serial": "56310022", "department": "4階病棟", "checked": "2023-11-15"},
            (n, 5): {"tag": "H-001", "name": "麻酔器", "maker": "GEヘルスケア", "model": "Avance CS2", "serial": "APHW00112", "department": "手術室", "checked": "2023-06-20"},
        },
        skipped=skip(n, title=1, header=2),
        unread={"点検周期", "4月", "5月", "6月", "7月", "点検担当", "実施区分"},
    )  # fmt: skip


@ledger("ソフトウェア管理台帳.csv")
def software_of_the_house(path: Path) -> Truth:
    """Software: on which machine, which version, how many licences, its key, whose support until when."""
    write_csv(path, [
        ["管理番号", "ソフトウェア名称", "バージョン", "導入端末", "端末管理番号", "設置場所", "利用部署", "ライセンス数", "ライセンスキー", "導入日", "サポート期限", "販売元"],
        ["SW-001", "FileMaker Pro", "19.6", "REHA-PC01", "PC0101", "リハビリ室", "リハビリ科", "1", "AAAA-BBBB-CCCC", "2022/3/15", "2025/3/14", "大塚商会"],
        ["SW-002", "JMP", "17.0", "KENKYU-PC3", "PC0233", "医局", "医局", "1", "DDDD-EEEE-FFFF", "2023/4/1", "2026/3/31", "SAS"],
    ], "utf-8-sig")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"tag": "SW-001", "software": "FileMaker Pro", "software_version": "19.6", "hostname": "REHA-PC01", "place": "リハビリ室", "department": "リハビリ科", "introduced": "2022-03-15", "maintained_until": "2025-03-14", "maintainer": "大塚商会"},
            ("", 3): {"tag": "SW-002", "software": "JMP", "software_version": "17.0", "hostname": "KENKYU-PC3", "place": "医局", "department": "医局", "introduced": "2023-04-01", "maintained_until": "2026-03-31", "maintainer": "SAS"},
        },
        skipped=skip("", header=1),
        unread={"端末管理番号", "ライセンス数", "ライセンスキー"},
    )  # fmt: skip


@ledger("放射線部門機器一覧.xlsx")
def imaging_devices(path: Path) -> Truth:
    """Imaging: modality, AE title, port, room, console's system, the licence of the state, year of make and of coming."""
    save(path, {
        "放射線": [
            ["放射線部　装置一覧", None, None, None, None, None, None, None, None, None, None, None, None, None],
            ["モダリティ", "装置名称", "製造販売元", "型式", "製造番号", "撮影室", "AEタイトル", "IPアドレス", "ポート番号", "コンソールOS", "製造年", "設置年月", "保守会社", "更新予定年度"],
            ["CT", "全身用X線CT", "シーメンスヘルスケア", "SOMATOM go.Up", "99123", "CT1室", "CT01", "10.20.2.21", 104, "Windows 10", 2020, "2020年9月", "シーメンスヘルスケア", "R12年度"],
            ["CR", "一般撮影（DR）", "富士フイルム", "CALNEO Smart C47", "46720011", "第1撮影室", "FDR01", "10.20.2.31", 104, "Windows 10", 2019, "2019年11月", "富士フイルムメディカル", "R9年度"],
            ["US", "超音波診断装置", "キヤノンメディカル", "Aplio i700", "TBA1982034", "超音波室", "US02", "10.20.2.42", 104, None, 2019, "2019年12月", "キヤノンメディカル", None],
        ],
    })  # fmt: skip
    n = "放射線"
    return Truth(
        assets={
            (n, 3): {"kind": "CT", "name": "全身用X線CT", "maker": "シーメンスヘルスケア", "model": "SOMATOM go.Up", "serial": "99123", "place": "CT1室", "hostname": "CT01", "ips": ("10.20.2.21",), "os": "Windows 10", "introduced": "2020-09", "maintainer": "シーメンスヘルスケア", "maintained_until": "2030", "department": "放射線"},
            (n, 4): {"kind": "CR", "name": "一般撮影(DR)", "maker": "富士フイルム", "model": "CALNEO Smart C47", "serial": "46720011", "place": "第1撮影室", "hostname": "FDR01", "ips": ("10.20.2.31",), "os": "Windows 10", "introduced": "2019-11", "maintainer": "富士フイルムメディカル", "maintained_until": "2027", "department": "放射線"},
            (n, 5): {"kind": "US", "name": "超音波診断装置", "maker": "キヤノンメディカル", "model": "Aplio i700", "serial": "TBA1982034", "place": "超音波室", "hostname": "US02", "ips": ("10.20.2.42",), "introduced": "2019-12", "maintainer": "キヤノンメディカル", "department": "放射線"},
        },
        skipped=skip(n, title=1, header=2),
        unread={"ポート番号", "製造年"},
    )  # fmt: skip


@ledger("分析装置台帳_検査部.csv")
def analysers_of_the_laboratory(path: Path) -> Truth:
    """Analysers: item, where, when they came, the console's address and the host's, the number to call."""
    write_csv(path, [
        ["装置No.", "検査項目", "装置名", "メーカー名", "形式", "製造No.", "設置室", "導入年月日", "装置側IPアドレス", "接続先ホスト", "通信方式", "ソフトVer.", "保守点検業者", "コールセンター", "使用状況"],
        ["A-01", "生化学", "自動分析装置", "日本電子", "JCA-BM6070", "BM60-1021", "検査室A", "H30.3.26", "10.40.1.21", "LIS-SV", "TCP/IP", "4.20", "日本電子", "0120-000-111", "稼働中"],
        ["A-02", "血算", "多項目自動血球分析装置", "シスメックス", "XN-2000", "XN2-11872", "検査室A", "R2.9.14", "10.40.1.31", "LIS-SV", "TCP/IP", "00-24", "シスメックス", "0120-000-222", "稼働中"],
        ["A-03", "尿", "全自動尿統合分析装置", "アークレイ", "AU-4050", "4050332", "検査室B", "H27.8.3", "", "LIS-SV", "RS-232C", "1.08", "アークレイ", "0120-000-333", "予備"],
    ], "cp932")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"tag": "A-01", "name": "自動分析装置", "maker": "日本電子", "model": "JCA-BM6070", "serial": "BM60-1021", "place": "検査室A", "introduced": "2018-03-26", "ips": ("10.40.1.21",), "software_version": "4.20", "maintainer": "日本電子", "state": "in_use"},
            ("", 3): {"tag": "A-02", "name": "多項目自動血球分析装置", "maker": "シスメックス", "model": "XN-2000", "serial": "XN2-11872", "place": "検査室A", "introduced": "2020-09-14", "ips": ("10.40.1.31",), "software_version": "00-24", "maintainer": "シスメックス", "state": "in_use"},
            ("", 4): {"tag": "A-03", "name": "全自動尿統合分析装置", "maker": "アークレイ", "model": "AU-4050", "serial": "4050332", "place": "検査室B", "introduced": "2015-08-03", "software_version": "1.08", "maintainer": "アークレイ", "state": "spare"},
        },
        skipped=skip("", header=1),
        offline={("", 4)},
        unread={"検査項目", "接続先ホスト", "コールセンター"},
    )  # fmt: skip


@ledger("透析センター機器台帳.xlsx")
def consoles_of_dialysis(path: Path) -> Truth:
    """Consoles of dialysis by bed: hours run, last overhaul, version, the central monitor's address."""
    save(path, {
        "透析室": [
            ["ベッドNo", "装置種別", "型式", "製造番号", "メーカー", "納入年月", "ソフトウェアVer", "IPアドレス", "運転時間(h)", "直近オーバーホール", "点検業者", "現況"],
            ["1", "個人用透析装置", "DBB-100NX", "C100-0001", "日機装", "2017年6月", "5.21", "192.168.50.1", 23110, "2023年6月", "日機装", "稼働"],
            ["2", "多用途透析装置", "DCS-100NX", "C101-0002", "日機装", "2017年6月", "5.21", "192.168.50.2", 22877, "2023年6月", "日機装", "稼働"],
            ["予備", "多用途透析装置", "DCS-100NX", "C101-0003", "日機装", "2017年6月", "5.21", "192.168.50.3", 8120, "2023年7月", "日機装", "待機"],
        ],
    })  # fmt: skip
    n = "透析室"
    d = {"maker": "日機装", "introduced": "2017-06", "software_version": "5.21", "maintainer": "日機装", "department": "透析室"}
    return Truth(
        assets={
            (n, 2): {**d, "tag": "1", "kind": "個人用透析装置", "model": "DBB-100NX", "serial": "C100-0001", "ips": ("192.168.50.1",), "state": "in_use"},
            (n, 3): {**d, "tag": "2", "kind": "多用途透析装置", "model": "DCS-100NX", "serial": "C101-0002", "ips": ("192.168.50.2",), "state": "in_use"},
            (n, 4): {**d, "tag": "予備", "kind": "多用途透析装置", "model": "DCS-100NX", "serial": "C101-0003", "ips": ("192.168.50.3",), "state": "spare"},
        },
        skipped=skip(n, header=1),
        unread={"運転時間(h)", "直近オーバーホール"},
    )  # fmt: skip


@ledger("備品台帳(看護部).xlsx")
def goods_of_the_nurses(path: Path) -> Truth:
    """Goods of the nurses' department: by ward, counted in April, with a tick, who has charge."""
    save(path, {
        "3階西": [
            ["備品番号", "品名", "規格・型番", "数量", "単位", "購入年度", "保管場所", "管理責任者", "棚卸（R6.4）", "備考"],
            ["N3W-001", "電動ベッド", "KA-N1410D", 42, "台", "H28", "各病室", "師長 白石", "○", None],
            ["N3W-002", "ナースコール親機", "NFR-8000", 1, "台", "H30", "ナースステーション", "師長 白石", "○", None],
            ["N3W-003", "心電図モニタ", "DS-8007", 3, "台", "R2", "ナースステーション", "師長 白石", "×", "1台修理中"],
        ],
    })  # fmt: skip
    n = "3階西"
    b = {"responsible": "師長 白石"}
    return Truth(
        assets={
            (n, 2): {**b, "tag": "N3W-001", "name": "電動ベッド", "model": "KA-N1410D", "quantity": 42, "introduced": "2016", "place": "各病室"},
            (n, 3): {**b, "tag": "N3W-002", "name": "ナースコール親機", "model": "NFR-8000", "quantity": 1, "introduced": "2018", "place": "ナースステーション"},
            (n, 4): {**b, "tag": "N3W-003", "name": "心電図モニタ", "model": "DS-8007", "quantity": 3, "introduced": "2020", "place": "ナースステーション", "note": "1台修理中"},
        },
        skipped=skip(n, header=1),
    )  # fmt: skip


@ledger("Equipment Register - Clinical Engineering.csv")
def a_register_in_english(path: Path) -> Truth:
    """A register in English: criticality, next test due, cost, owner department, condition."""
    write_csv(path, [
        ["Asset No.", "Description", "Manufacturer", "Model", "Serial No.", "Owning Dept", "Location", "Date of Purchase", "Purchase Price", "Warranty Expires", "Last PM", "Next PM Due", "Service Vendor", "Status", "Networked?", "IP Address", "Notes"],
        ["CE-0001", "Patient monitor", "Philips", "IntelliVue MX450", "DE72850001", "ICU", "Bed 1", "2019-07-01", "9800", "2022-06-30", "2024-01-15", "2025-01-15", "Philips", "In Use", "Yes", "10.80.1.11", ""],
        ["CE-0002", "Infusion pump", "Terumo", "TE-LM700", "1907001", "ICU", "Store", "2019-09-12", "1500", "2020-09-11", "2024-02-02", "2025-02-02", "Terumo", "Standby", "No", "", "loan pool"],
        ["CE-0003", "Ventilator", "Draeger", "Evita V300", "ASHK0003", "ER", "Resus 2", "2016-03-20", "24000", "2018-03-19", "2023-12-01", "2024-12-01", "Draeger", "Out of service", "No", "", "waiting for parts"],
    ], "utf-8")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"tag": "CE-0001", "name": "Patient monitor", "maker": "Philips", "model": "IntelliVue MX450", "serial": "DE72850001", "department": "ICU", "place": "Bed 1", "introduced": "2019-07-01", "maintained_until": "2022-06-30", "checked": "2024-01-15", "maintainer": "Philips", "state": "in_use", "ips": ("10.80.1.11",)},
            ("", 3): {"tag": "CE-0002", "name": "Infusion pump", "maker": "Terumo", "model": "TE-LM700", "serial": "1907001", "department": "ICU", "place": "Store", "introduced": "2019-09-12", "maintained_until": "2020-09-11", "checked": "2024-02-02", "maintainer": "Terumo", "state": "spare", "note": "loan pool"},
            ("", 4): {"tag": "CE-0003", "name": "Ventilator", "maker": "Draeger", "model": "Evita V300", "serial": "ASHK0003", "department": "ER", "place": "Resus 2", "introduced": "2016-03-20", "maintained_until": "2018-03-19", "checked": "2023-12-01", "maintainer": "Draeger", "state": "stopped", "note": "waiting for parts"},
        },
        skipped=skip("", header=1),
        offline={("", 3), ("", 4)},
        unread={"Purchase Price", "Next PM Due"},
    )  # fmt: skip


@ledger("タブレット・スマホ貸与管理.xlsx")
def tablets_and_telephones(path: Path) -> Truth:
    """Tablets and telephones lent to the staff: identifiers of the line, the holder, given back when."""
    save(path, {
        "貸与": [
            ["管理No", "端末区分", "機種", "シリアル番号", "IMEI", "電話番号", "OSバージョン", "Wi-Fi MACアドレス", "貸与先部署", "利用者氏名", "貸与日", "返却日", "Apple ID", "備考"],
            ["T-01", "iPad", "iPad（第9世代）", "DMPXX0001", "350000000000011", None, "iPadOS 17.4", "F0:18:98:00:0A:01", "訪問看護", "今野", "2022/4/1", None, "vn01@example.jp", None],
            ["T-02", "iPad", "iPad（第9世代）", "DMPXX0002", "350000000000012", None, "iPadOS 17.4", "F0:18:98:00:0A:02", "訪問看護", None, "2022/4/1", "2024/2/29", "vn02@example.jp", "画面割れ"],
            ["S-01", "スマートフォン", "iPhone SE（第3世代）", "FFWXX0003", "350000000000013", "080-0000-0001", "iOS 17.4", "F0:18:98:00:0A:03", "当直医", "共用", "2022/10/1", None, "duty@example.jp", None],
        ],
    })  # fmt: skip
    n = "貸与"
    return Truth(
        assets={
            (n, 2): {"tag": "T-01", "kind": "iPad", "model": "iPad(第9世代)", "serial": "DMPXX0001", "os": "iPadOS 17.4", "macs": ("f0:18:98:00:0a:01",), "department": "訪問看護", "user": "今野"},
            (n, 3): {"tag": "T-02", "kind": "iPad", "model": "iPad(第9世代)", "serial": "DMPXX0002", "os": "iPadOS 17.4", "macs": ("f0:18:98:00:0a:02",), "department": "訪問看護", "disposed": "2024-02-29", "state": "disposed", "note": "画面割れ"},
            (n, 4): {"tag": "S-01", "kind": "スマートフォン", "model": "iPhone SE(第3世代)", "serial": "FFWXX0003", "os": "iOS 17.4", "macs": ("f0:18:98:00:0a:03",), "department": "当直医", "user": "共用"},
        },
        skipped=skip(n, header=1),
        unread={"IMEI", "電話番号", "貸与日", "Apple ID"},
    )  # fmt: skip


@ledger("UPS・NAS管理表.xlsx")
def power_and_storage(path: Path) -> Truth:
    """UPS and NAS: capacity, the day of the battery, what hangs on them, how they are watched."""
    save(path, {
        "Sheet1": [
            ["管理番号", "機器区分", "機器名", "メーカー", "型番", "シリアル", "容量", "設置場所", "管理IP", "購入年月", "バッテリー交換日", "次回交換予定", "接続機器", "保守", "備考"],
            ["U-01", "UPS", "UPS-1", "APC", "SMT3000RMJ2U", "AS2100000001", "3000VA", "サーバ室 R01", "10.9.0.201", "2021年4月", "2024年4月", "2027年4月", "HISDB01/02", "センドバック", None],
            ["U-02", "UPS", "UPS-2", "オムロン", "BN150R", "BN15000002", "1500VA", "サーバ室 R02", None, "2020年7月", "2023年7月", "2026年7月", "PACSV1", "無", "監視カードなし"],
            ["N-01", "NAS", "NAS-SOUMU", "バッファロー", "TS5410DN1604", "2000000003", "16TB", "総務課", "10.1.5.200", "2019年2月", None, None, None, "デリバリー", "RAID6"],
        ],
    })  # fmt: skip
    n = "Sheet1"
    return Truth(
        assets={
            (n, 2): {"tag": "U-01", "kind": "UPS", "name": "UPS-1", "maker": "APC", "model": "SMT3000RMJ2U", "serial": "AS2100000001", "place": "サーバ室 R01", "ips": ("10.9.0.201",), "introduced": "2021-04"},
            (n, 3): {"tag": "U-02", "kind": "UPS", "name": "UPS-2", "maker": "オムロン", "model": "BN150R", "serial": "BN15000002", "place": "サーバ室 R02", "introduced": "2020-07", "note": "監視カードなし"},
            (n, 4): {"tag": "N-01", "kind": "NAS", "name": "NAS-SOUMU", "maker": "バッファロー", "model": "TS5410DN1604", "serial": "2000000003", "place": "総務課", "ips": ("10.1.5.200",), "introduced": "2019-02", "note": "RAID6"},
        },
        skipped=skip(n, header=1),
        unread={"容量", "バッテリー交換日", "次回交換予定", "接続機器", "保守"},
    )  # fmt: skip


@ledger("電子カルテ端末配置表.csv")
def terminals_of_the_record(path: Path) -> Truth:
    """Terminals of the record by ward: number on the seal, what is attached, replaced when, by which old one."""
    write_csv(path, [
        ["電子カルテ端末 配置表", "", "", "", "", "", "", "", "", "", "", ""],
        ["病棟・部署", "配置場所詳細", "端末番号（シール）", "コンピュータ名", "端末種類", "機種名", "製造番号", "IPアドレス", "周辺機器", "更新日", "旧端末番号", "備考"],
        ["2階東病棟", "ナースステーション①", "K2E01", "EMR-2E-01", "デスクトップ", "Mate MRL36", "3X000201A", "10.12.2.1", "カードリーダ", "2023/02/11", "P0201", ""],
        ["2階東病棟", "ナースステーション②", "K2E02", "EMR-2E-02", "デスクトップ", "Mate MRL36", "3X000202A", "10.12.2.2", "バーコードリーダ", "2023/02/11", "P0202", ""],
        ["2階東病棟", "カート1", "K2E11", "EMR-2E-11", "ノート", "VersaPro VKL41", "3X000211A", "10.12.2.11", "", "2023/02/11", "", "無線"],
        ["", "", "", "", "", "", "", "", "", "", "", ""],
        ["※端末の移動は情報システム課へ届け出ること", "", "", "", "", "", "", "", "", "", "", ""],
    ], "cp932")  # fmt: skip
    d = {"department": "2階東病棟", "checked": "2023-02-11"}
    return Truth(
        assets={
            ("", 3): {**d, "place": "ナースステーション1", "tag": "K2E01", "hostname": "EMR-2E-01", "kind": "デスクトップ", "model": "Mate MRL36", "serial": "3X000201A", "ips": ("10.12.2.1",)},
            ("", 4): {**d, "place": "ナースステーション2", "tag": "K2E02", "hostname": "EMR-2E-02", "kind": "デスクトップ", "model": "Mate MRL36", "serial": "3X000202A", "ips": ("10.12.2.2",)},
            ("", 5): {**d, "place": "カート1", "tag": "K2E11", "hostname": "EMR-2E-11", "kind": "ノート", "model": "VersaPro VKL41", "serial": "3X000211A", "ips": ("10.12.2.11",), "note": "無線"},
        },
        skipped={**skip("", title=1, header=2, blank=6), ("", 7): "legend"},
        unread={"周辺機器", "旧端末番号"},
    )  # fmt: skip
