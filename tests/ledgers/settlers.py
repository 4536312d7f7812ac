"""A fifth dozen, written before the reader saw them: everyday ledgers of everyday sections. See make.py."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.ledgers.make import Truth, fill, ledger, skip, workbook, write_csv
from tests.ledgers.more import save


@ledger("情報端末管理表R6.xlsx")
def everyday_terminals(path: Path) -> Truth:
    """Terminals by department: who manages, which network, the date of the image, the anti-virus client's version."""
    save(path, {
        "情報端末": [
            ["令和６年度　情報端末管理表", None, None, None, None, None, None, None, None, None, None, None, "医療情報部"],
            ["管理NO", "端末区分", "メーカー", "製品名", "製造番号", "端末名称", "使用部門", "設置場所（詳細）", "系統", "IPアドレス", "MACアドレス", "OSのバージョン", "導入時期", "管理責任者", "備考"],
            ["D24-001", "診療用", "富士通", "ESPRIMO D7013", "R3300101", "NK-OPD-01", "内科", "外来棟2F 診察室3", "HIS", "10.16.2.31", "4C-52-62-AA-01-01", "Windows 11 23H2", "R6.2", "師長", None],
            ["D24-002", "診療用", "富士通", "ESPRIMO D7013", "R3300102", "NK-OPD-02", "内科", "外来棟2F 診察室4", "HIS", "10.16.2.32", "4C-52-62-AA-01-02", "Windows 11 23H2", "R6.2", "師長", "タッチパネル"],
            ["N22-015", "事務用", "Dynabook", "B65/HV", "8J015001", "JM-NB-15", "総務課", "管理棟3F", "OA", "自動取得", "8C-B0-E9-AA-00-15", "Windows 10 22H2", "R4.7", "課長", "持出許可あり"],
        ],
    })  # fmt: skip
    n = "情報端末"
    es = {"kind": "診療用", "maker": "富士通", "model": "ESPRIMO D7013", "department": "内科", "os": "Windows 11 23H2", "introduced": "2024-02", "responsible": "師長"}
    return Truth(
        assets={
            (n, 3): {**es, "tag": "D24-001", "serial": "R3300101", "hostname": "NK-OPD-01", "place": "外来棟2F 診察室3", "ips": ("10.16.2.31",), "macs": ("4c:52:62:aa:01:01",)},
            (n, 4): {**es, "tag": "D24-002", "serial": "R3300102", "hostname": "NK-OPD-02", "place": "外来棟2F 診察室4", "ips": ("10.16.2.32",), "macs": ("4c:52:62:aa:01:02",), "note": "タッチパネル"},
            (n, 5): {"tag": "N22-015", "kind": "事務用", "maker": "Dynabook", "model": "B65/HV", "serial": "8J015001", "hostname": "JM-NB-15", "department": "総務課", "place": "管理棟3F", "dhcp": True, "macs": ("8c:b0:e9:aa:00:15",), "os": "Windows 10 22H2", "introduced": "2022-07", "responsible": "課長", "note": "持出許可あり"},
        },
        skipped=skip(n, title=1, header=2),
        unread={"系統"},
    )  # fmt: skip


@ledger("中央管理機器台帳.csv")
def everyday_engineers(path: Path) -> Truth:
    """Clinical engineering gives out its database: the code of the kind, wards that have it now, what was repaired."""
    write_csv(path, [
        ["ME機器コード", "機種コード", "機器名称", "型式名称", "製造販売業者名", "製造番号", "購入年月日", "購入業者", "現在貸出先", "貸出状態", "修理回数", "定期点検日", "次回定期点検日", "廃棄年月日", "コメント"],
        ["100231", "IP02", "輸液ポンプ", "TE-LM800A", "テルモ株式会社", "1907000231", "2019/07/22", "八神製作所", "6西病棟", "貸出中", "1", "2024/07/10", "2025/07/10", "", ""],
        ["100232", "IP02", "輸液ポンプ", "TE-LM800A", "テルモ株式会社", "1907000232", "2019/07/22", "八神製作所", "", "在庫", "0", "2024/07/10", "2025/07/10", "", "バッテリー劣化"],
        ["200017", "RS05", "人工呼吸器", "Evita V600", "ドレーゲルジャパン株式会社", "ASPD-0017", "2021/12/01", "協和医科器械", "ICU", "貸出中", "0", "2024/06/02", "2024/12/02", "", ""],
    ], "cp932")  # fmt: skip
    te = {"name": "輸液ポンプ", "model": "TE-LM800A", "maker": "テルモ株式会社", "introduced": "2019-07-22", "maintainer": "八神製作所", "checked": "2024-07-10"}
    return Truth(
        assets={
            ("", 2): {**te, "tag": "100231", "serial": "1907000231", "department": "6西病棟", "state": "in_use"},
            ("", 3): {**te, "tag": "100232", "serial": "1907000232", "state": "spare", "note": "バッテリー劣化"},
            ("", 4): {"tag": "200017", "name": "人工呼吸器", "model": "Evita V600", "maker": "ドレーゲルジャパン株式会社", "serial": "ASPD-0017", "introduced": "2021-12-01", "maintainer": "協和医科器械", "department": "ICU", "state": "in_use", "checked": "2024-06-02"},
        },
        skipped=skip("", header=1),
        unread={"機種コード", "修理回数", "次回定期点検日"},
    )  # fmt: skip


@ledger("固定資産台帳（医療器械備品）.xlsx")
def everyday_accounts(path: Path) -> Truth:
    """The accountant's list: book values, years of depreciation, the department that bears the cost, subtotals in the midst."""
    save(path, {
        "医療器械備品": [
            ["固定資産台帳", None, "勘定：医療器械備品", None, None, None, None, None, None, "2024/3/31現在", None],
            ["資産コード", "資産名称", "数量", "取得年月日", "供用年月日", "償却方法", "耐用年数", "取得価額", "期末帳簿価額", "負担部門", "設置場所"],
            ["410-0021", "デジタルX線テレビ装置 一式", 1, date(2018, 3, 30), date(2018, 4, 1), "定額法", 6, 48000000, 1, "放射線科", "TV室"],
            ["410-0022", "超音波手術器", 1, date(2020, 9, 15), date(2020, 9, 15), "定額法", 5, 12500000, 3750000, "手術室", "手術室5"],
            [None, "放射線科・手術室 計", 2, None, None, None, None, 60500000, 3750001],
            ["410-0030", "生化学自動分析装置 一式", 1, date(2021, 2, 26), date(2021, 3, 1), "定額法", 5, 33000000, 12650000, "検査科", "検体検査室"],
            [None, "合計", 3, None, None, None, None, 93500000, 16400001],
        ],
    })  # fmt: skip
    n = "医療器械備品"
    return Truth(
        assets={
            (n, 3): {"tag": "410-0021", "name": "デジタルX線テレビ装置 一式", "quantity": 0, "introduced": "2018-03-30", "department": "放射線科", "place": "TV室"},
            (n, 4): {"tag": "410-0022", "name": "超音波手術器", "quantity": 1, "introduced": "2020-09-15", "department": "手術室", "place": "手術室5"},
            (n, 6): {"tag": "410-0030", "name": "生化学自動分析装置 一式", "quantity": 0, "introduced": "2021-02-26", "department": "検査科", "place": "検体検査室"},
        },
        skipped=skip(n, title=1, header=2, subtotal=[5, 7]),
        unread={"供用年月日", "償却方法", "耐用年数", "取得価額", "期末帳簿価額"},
    )  # fmt: skip


@ledger("PACS接続モダリティ一覧.xlsx")
def everyday_radiology(path: Path) -> Truth:
    """The modalities of a PACS: called and calling titles, the port, the station's name, the vendor who put it in."""
    save(path, {
        "DICOM": [
            ["No", "モダリティ種別", "装置メーカー", "装置型式", "AE Title", "IP Address", "Port", "Station Name", "設置部屋", "導入業者", "接続年月日", "状況"],
            [1, "CT", "Canon", "Aquilion Prime", "CT_PRIME", "10.20.10.1", 104, "CTROOM1", "CT室", "キヤノンメディカル", "2017/10/1", "稼働"],
            [2, "MR", "SIEMENS", "MAGNETOM Aera", "MRAERA", "10.20.10.2", 104, "MRROOM1", "MR室", "シーメンス", "2016/3/15", "稼働"],
            [3, "MG", "HOLOGIC", "3Dimensions", "MG3D", "10.20.10.5", 104, "MGROOM", "乳腺撮影室", "富士フイルムメディカル", "2020/8/3", "稼働"],
        ],
    })  # fmt: skip
    n = "DICOM"
    on = {"state": "in_use"}
    return Truth(
        assets={
            (n, 2): {**on, "tag": "1", "kind": "CT", "maker": "Canon", "model": "Aquilion Prime", "hostname": "CT_PRIME", "ips": ("10.20.10.1",), "place": "CT室", "maintainer": "キヤノンメディカル", "introduced": "2017-10-01"},
            (n, 3): {**on, "tag": "2", "kind": "MR", "maker": "SIEMENS", "model": "MAGNETOM Aera", "hostname": "MRAERA", "ips": ("10.20.10.2",), "place": "MR室", "maintainer": "シーメンス", "introduced": "2016-03-15"},
            (n, 4): {**on, "tag": "3", "kind": "MG", "maker": "HOLOGIC", "model": "3Dimensions", "hostname": "MG3D", "ips": ("10.20.10.5",), "place": "乳腺撮影室", "maintainer": "富士フイルムメディカル", "introduced": "2020-08-03"},
        },
        skipped=skip(n, header=1),
        unread={"Port", "Station Name"},
    )  # fmt: skip


@ledger("スイッチ一覧表.xlsx")
def everyday_switches(path: Path) -> Truth:
    """Switches of a small hospital: the box's name, uplink, how many ports, when it was changed last, spare ones."""
    save(path, {
        "SW": [
            ["スイッチ一覧表　2024年5月更新"],
            [],
            ["機器名", "メーカ", "型番", "ポート数", "シリアルナンバー", "IP", "MAC", "FW", "設置場所", "アップリンク先", "交換年月", "状態", "備考"],
            ["SW-1F-A", "BUFFALO", "BS-GS2024", 24, "B1000001", "192.168.1.241", "C4:36:C0:00:00:01", "1.0.8", "1F EPS", "SW-CORE", "2020/5", "使用中", None],
            ["SW-2F-A", "BUFFALO", "BS-GS2024", 24, "B1000002", "192.168.1.242", "C4:36:C0:00:00:02", "1.0.8", "2F ナースステーション天井", "SW-CORE", "2020/5", "使用中", "ループ検知ON"],
            ["SW-YOBI", "BUFFALO", "BS-GS2016", 16, "B1000009", None, "C4:36:C0:00:00:09", "1.0.7", "サーバ室 棚", None, "2019/2", "予備", None],
        ],
    })  # fmt: skip
    n = "SW"
    bs = {"maker": "BUFFALO", "model": "BS-GS2024", "software_version": "1.0.8", "state": "in_use", "introduced": "2020-05"}
    return Truth(
        assets={
            (n, 4): {**bs, "name": "SW-1F-A", "serial": "B1000001", "ips": ("192.168.1.241",), "macs": ("c4:36:c0:00:00:01",), "place": "1F EPS"},
            (n, 5): {**bs, "name": "SW-2F-A", "serial": "B1000002", "ips": ("192.168.1.242",), "macs": ("c4:36:c0:00:00:02",), "place": "2F ナースステーション天井", "note": "ループ検知ON"},
            (n, 6): {"name": "SW-YOBI", "maker": "BUFFALO", "model": "BS-GS2016", "serial": "B1000009", "macs": ("c4:36:c0:00:00:09",), "software_version": "1.0.7", "place": "サーバ室 棚", "introduced": "2019-02", "state": "spare"},
        },
        skipped=skip(n, title=1, blank=2, header=3),
        unread={"ポート数", "アップリンク先"},
    )  # fmt: skip


@ledger("IPアドレス台帳_病棟系.tsv")
def everyday_addresses(path: Path) -> Truth:
    """Addresses of the wards: used, free, kept for later; the device, where, when and by whom it was applied for."""
    write_csv(path, [
        ["IPアドレス", "使用区分", "ホスト名", "機器種類", "設置病棟", "申請者", "申請日", "備考"],
        ["10.40.3.1", "使用中", "W3-PC01", "電子カルテPC", "3階東病棟", "情報 田口", "2022/10/3", ""],
        ["10.40.3.2", "使用中", "W3-PC02", "電子カルテPC", "3階東病棟", "情報 田口", "2022/10/3", ""],
        ["10.40.3.3", "空き", "", "", "", "", "", ""],
        ["10.40.3.50", "予約", "", "ベッドサイド端末用", "3階東病棟", "情報 田口", "2024/4/1", "R7導入予定"],
        ["10.40.3.60", "使用中", "W3-PRT1", "プリンタ", "3階東病棟", "情報 田口", "2022/10/3", "両面"],
    ], "utf-16", "\t")  # fmt: skip
    pc = {"state": "in_use", "kind": "電子カルテPC", "department": "3階東病棟", "responsible": "情報 田口"}
    return Truth(
        assets={
            ("", 2): {**pc, "ips": ("10.40.3.1",), "hostname": "W3-PC01"},
            ("", 3): {**pc, "ips": ("10.40.3.2",), "hostname": "W3-PC02"},
            ("", 4): {"ips": ("10.40.3.3",), "state": "reserved"},
            ("", 5): {"ips": ("10.40.3.50",), "state": "reserved", "kind": "ベッドサイド端末用", "department": "3階東病棟", "responsible": "情報 田口", "note": "R7導入予定"},
            ("", 6): {"ips": ("10.40.3.60",), "state": "in_use", "hostname": "W3-PRT1", "kind": "プリンタ", "department": "3階東病棟", "responsible": "情報 田口", "note": "両面"},
        },
        skipped=skip("", header=1),
        unread={"申請日"},
    )  # fmt: skip


@ledger("clinic_assets.csv")
def everyday_clinic(path: Path) -> Truth:
    """A clinic that keeps its list in a free tool: a line per thing, tags, picture, amount, guarantee in months."""
    write_csv(path, [
        ["ID", "品名", "カテゴリー", "メーカー/型番", "シリアル", "購入店", "購入日", "購入金額", "保証(ヶ月)", "置き場所", "IPアドレス", "画像", "メモ"],
        ["1", "受付PC", "パソコン", "マウスコンピューター/MousePro BP", "MP0001", "ヨドバシ", "2023/6/10", "98000", "36", "受付", "192.168.24.10", "img1.jpg", ""],
        ["2", "眼圧計", "医療機器", "ニデック/NT-1p", "NT10002", "はんだや", "2021/9/1", "2400000", "12", "検査室", "", "img2.jpg", "USB接続"],
    ], "utf-8-sig")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"tag": "1", "name": "受付PC", "kind": "パソコン", "maker": "マウスコンピューター", "model": "MousePro BP", "serial": "MP0001", "maintainer": "ヨドバシ", "introduced": "2023-06-10", "place": "受付", "ips": ("192.168.24.10",)},
            ("", 3): {"tag": "2", "name": "眼圧計", "kind": "医療機器", "maker": "ニデック", "model": "NT-1p", "serial": "NT10002", "maintainer": "はんだや", "introduced": "2021-09-01", "place": "検査室", "note": "USB接続"},
        },
        skipped=skip("", header=1),
        unread={"購入金額", "保証(ヶ月)", "画像"},
    )  # fmt: skip


@ledger("サーバ・ストレージ構成管理表.xlsx")
def everyday_servers(path: Path) -> Truth:
    """Servers: physical or virtual, on which host, CPU and memory, two addresses in two columns, EOL of the system."""
    save(path, {
        "サーバ": [
            ["サーバ名", "物理／仮想", "収容ホスト", "役割", "メーカー", "筐体型番", "筐体シリアル", "OS", "CPU", "メモリ(GB)", "業務IP", "管理IP", "OSサポート終了", "保守会社", "保守満了"],
            ["hvhost1", "物理", None, "仮想基盤", "DELL", "PowerEdge R650", "ST10001", "VMware ESXi 7.0", "2x16", 512, "10.10.1.1", "10.10.101.1", "2025/10", "デル", "2027/6/30"],
            ["lis-ap1", "仮想", "hvhost1", "検査APサーバ", None, None, None, "Windows Server 2019", "4", 16, "10.10.2.11", None, "2029/1", "シーアイエス", "2027/6/30"],
            ["nas1", "物理", None, "バックアップ", "QNAP", "TS-1273U", "Q2100003", "QTS 5.1", None, None, "10.10.1.9", None, None, "シーアイエス", "2026/3/31"],
        ],
    })  # fmt: skip
    n = "サーバ"
    k = {"kind": "サーバ"}
    return Truth(
        assets={
            (n, 2): {**k, "hostname": "hvhost1", "maker": "DELL", "model": "PowerEdge R650", "serial": "ST10001", "os": "VMware ESXi 7.0", "ips": ("10.10.1.1", "10.10.101.1"), "maintainer": "デル", "maintained_until": "2027-06-30"},
            (n, 3): {**k, "hostname": "lis-ap1", "os": "Windows Server 2019", "ips": ("10.10.2.11",), "maintainer": "シーアイエス", "maintained_until": "2027-06-30"},
            (n, 4): {**k, "hostname": "nas1", "maker": "QNAP", "model": "TS-1273U", "serial": "Q2100003", "os": "QTS 5.1", "ips": ("10.10.1.9",), "maintainer": "シーアイエス", "maintained_until": "2026-03-31"},
        },
        skipped=skip(n, header=1),
        unread={"物理/仮想", "収容ホスト", "役割", "CPU", "メモリ(GB)", "OSサポート終了"},
    )  # fmt: skip


@ledger("検査科機器保守一覧.xlsx")
def everyday_laboratory(path: Path) -> Truth:
    """The laboratory's list for the maintenance: class, maker, the day it came, the contract in words, the telephone."""
    save(path, {
        "機器": [
            [None, "検査科　機器保守一覧"],
            [None, "No.", "部門", "機器名（通称）", "メーカー", "機種名", "Ser.No", "納入日", "保守契約の種類", "保守先", "TEL", "LIS接続", "装置IP"],
            [None, 1, "生化学", "TBA", "キヤノンメディカル", "TBA-FX8", "FX80011", "2018.3.20", "フルメンテ", "キヤノンメディカル", "0120-xxx-xxx", "有", "172.16.40.11"],
            [None, 2, "血液", "XN", "シスメックス", "XN-1000", "A1022", "2019.9.2", "フルメンテ", "シスメックス", "0120-yyy-yyy", "有", "172.16.40.12"],
            [None, 3, "病理", "染色装置", "サクラファインテック", "Prisma", "P6-0033", "2015.7.10", "スポット", "サクラ", None, "無", None],
        ],
    })  # fmt: skip
    n = "機器"
    return Truth(
        assets={
            (n, 3): {"tag": "1", "department": "生化学", "name": "TBA", "maker": "キヤノンメディカル", "model": "TBA-FX8", "serial": "FX80011", "introduced": "2018-03-20", "maintainer": "キヤノンメディカル", "ips": ("172.16.40.11",)},
            (n, 4): {"tag": "2", "department": "血液", "name": "XN", "maker": "シスメックス", "model": "XN-1000", "serial": "A1022", "introduced": "2019-09-02", "maintainer": "シスメックス", "ips": ("172.16.40.12",)},
            (n, 5): {"tag": "3", "department": "病理", "name": "染色装置", "maker": "サクラファインテック", "model": "Prisma", "serial": "P6-0033", "introduced": "2015-07-10", "maintainer": "サクラ"},
        },
        skipped=skip(n, title=1, header=2),
        unread={"保守契約の種類", "TEL", "LIS接続"},
    )  # fmt: skip


@ledger("Medical Device Inventory.xlsx")
def everyday_english(path: Path) -> Truth:
    """An international hospital: hospital code first, risk class, the network's side, days written the British way."""
    save(path, {
        "Inventory": [
            ["Medical Device Inventory"],
            ["Last updated: 1 Oct 2024"],
            ["Equip. ID", "Device type", "Manufacturer", "Model name", "Serial no.", "Dept/Ward", "Location (room)", "Networked (Y/N)", "IP address", "MAC address", "Firmware ver.", "In service since", "Risk class", "Next service due", "Service contract holder", "Comments"],
            ["MD-0001", "Patient monitor", "Philips", "MX550", "DE10001", "HCU", "H-1", "Y", "10.70.1.11", "00:09:FB:00:00:11", "N.01.23", "03/2021", "IIb", "03/2025", "Philips Japan", None],
            ["MD-0002", "Patient monitor", "Philips", "MX550", "DE10002", "HCU", "H-2", "Y", "10.70.1.12", "00:09:FB:00:00:12", "N.01.23", "03/2021", "IIb", "03/2025", "Philips Japan", "Loan unit"],
            ["MD-0100", "Syringe pump", "Terumo", "TE-SS830N", "1800100", "HCU", "Store", "N", None, None, None, "11/2018", "IIb", "11/2024", "-", None],
        ],
    })  # fmt: skip
    n = "Inventory"
    mx = {"kind": "Patient monitor", "maker": "Philips", "model": "MX550", "department": "HCU", "software_version": "N.01.23", "introduced": "2021-03", "maintainer": "Philips Japan"}
    return Truth(
        assets={
            (n, 4): {**mx, "tag": "MD-0001", "serial": "DE10001", "place": "H-1", "ips": ("10.70.1.11",), "macs": ("00:09:fb:00:00:11",)},
            (n, 5): {**mx, "tag": "MD-0002", "serial": "DE10002", "place": "H-2", "ips": ("10.70.1.12",), "macs": ("00:09:fb:00:00:12",), "note": "Loan unit"},
            (n, 6): {"tag": "MD-0100", "kind": "Syringe pump", "maker": "Terumo", "model": "TE-SS830N", "serial": "1800100", "department": "HCU", "place": "Store", "introduced": "2018-11"},
        },
        skipped=skip(n, title=[1, 2], header=3),
        offline={(n, 6)},
        unread={"Risk class", "Next service due"},
    )  # fmt: skip


@ledger("院内リモート接続機器_報告様式.xlsx")
def everyday_report_of_remote_access(path: Path) -> Truth:
    """The form on which the sections report who comes in from afar: examples in the first row, blanks numbered."""
    save(path, {
        "様式2": [
            ["様式２　リモートメンテナンス回線　調査票"],
            ["部署名：放射線科"],
            ["番号", "対象システム・機器", "リモートの有無", "接続業者", "接続機器のメーカー・型番（ルータ等）", "ルータ設置場所", "契約終期", "担当者（院内）"],
            ["例", "○○システム", "有", "○○株式会社", "YAMAHA RTX830", "サーバ室", "2025/3/31", "△△"],
            [1, "PACS", "有", "富士フイルムメディカル", "YAMAHA RTX1220", "読影室", "2026/3/31", "今村"],
            [2, "治療計画装置", "有", "エレクタ", "Cisco ISR1111", "治療計画室", "2027/9/30", "坂本"],
            [3, None, None, None, None, None, None, None],
            [4, None, None, None, None, None, None, None],
        ],
    })  # fmt: skip
    n = "様式2"
    return Truth(
        assets={
            (n, 5): {"tag": "1", "name": "PACS", "remote_maintenance": "有", "maintainer": "富士フイルムメディカル", "maker": "YAMAHA", "model": "RTX1220", "place": "読影室", "maintained_until": "2026-03-31", "responsible": "今村"},
            (n, 6): {"tag": "2", "name": "治療計画装置", "remote_maintenance": "有", "maintainer": "エレクタ", "maker": "Cisco", "model": "ISR1111", "place": "治療計画室", "maintained_until": "2027-09-30", "responsible": "坂本"},
        },
        skipped=skip(n, title=[1, 2], header=3, **{"example of how to fill the form": 4, "numbered, but not filled in": [7, 8]}),
    )  # fmt: skip


@ledger("棚卸リスト_透析センター.xlsx")
def everyday_stocktaking(path: Path) -> Truth:
    """A list for taking stock: seen or not, by whom, where it really was; the sheet's name is the centre."""
    book = workbook()
    s = book.active
    s.title = "透析センター"
    fill(s, [
        ["棚卸リスト", None, None, None, None, None, "棚卸実施：令和6年3月"],
        ["資産№", "品名", "メーカー", "型番", "製番", "台帳上の場所", "実際の場所", "現物有無", "確認した人", "ラベル貼替"],
        ["T0011", "透析装置", "東レ・メディカル", "TR-10EX", "EX0011", "A-1", "A-1", "○", "岸", "済"],
        ["T0012", "透析装置", "東レ・メディカル", "TR-10EX", "EX0012", "A-2", "A-4", "○", "岸", "済"],
        ["T0013", "体重計", "タニタ", "BW-3230", "32-13", "入口", None, "×", "岸", None],
    ])  # fmt: skip
    book.save(path)
    n = "透析センター"
    tr = {"name": "透析装置", "maker": "東レ・メディカル", "model": "TR-10EX", "department": "透析センター"}
    return Truth(
        assets={
            (n, 3): {**tr, "tag": "T0011", "serial": "EX0011", "place": "A-1"},
            (n, 4): {**tr, "tag": "T0012", "serial": "EX0012", "place": "A-2 A-4"},
            (n, 5): {"name": "体重計", "maker": "タニタ", "model": "BW-3230", "department": "透析センター", "tag": "T0013", "serial": "32-13", "place": "入口"},
        },
        skipped=skip(n, title=1, header=2),
        unread={"現物有無", "確認した人", "ラベル貼替"},
    )  # fmt: skip
