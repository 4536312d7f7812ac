"""A ninth dozen, written before the reader saw them: what is left to be learnt. See make.py."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.ledgers.make import Truth, ledger, skip, write_csv
from tests.ledgers.more import save


@ledger("機器台帳（県立中央）.xlsx")
def of_a_central_hospital(path: Path) -> Truth:
    """A large hospital: the system's name first, a number per seat, the socket in the wall, who is the vendor's contact."""
    save(path, {
        "Sheet1": [
            ["医療情報システム機器台帳", None, None, None, None, None, None, None, None, None, None, "作成：医療情報課"],
            ["管理用番号", "システム名", "機器名", "ホスト名", "製造元", "型番", "製番", "建物", "フロア", "部署", "IPアドレス", "OS", "運用開始日", "保守ベンダ", "ベンダ担当", "備考"],
            ["S0001", "電子カルテ", "DBサーバ1", "emrdb1", "日本電気", "Express5800/R120h", "0100001", "本館", "B1", "情報課", "10.0.10.1", "RHEL 7.9", "2020.1.4", "NECネクサ", "中井", None],
            ["T0101", "電子カルテ", "診察室端末", "opd101", "日本電気", "Mate MB-5", "8800101", "外来棟", "2F", "内科", "10.2.1.1", "Windows 10", "2020.1.4", "NECネクサ", "中井", "2画面"],
            ["T0102", "電子カルテ", "診察室端末", "opd102", "日本電気", "Mate MB-5", "8800102", "外来棟", "2F", "内科", "10.2.1.2", "Windows 10", "2020.1.4", "NECネクサ", "中井", None],
        ],
    })  # fmt: skip
    n = "Sheet1"
    t = {"name": "診察室端末", "maker": "日本電気", "model": "Mate MB-5", "place": "外来棟 2F", "department": "内科", "os": "Windows 10", "introduced": "2020-01-04", "maintainer": "NECネクサ"}
    return Truth(
        assets={
            (n, 3): {"tag": "S0001", "name": "DBサーバ1", "hostname": "emrdb1", "maker": "日本電気", "model": "Express5800/R120h", "serial": "0100001", "place": "本館 B1", "department": "情報課", "ips": ("10.0.10.1",), "os": "RHEL 7.9", "introduced": "2020-01-04", "maintainer": "NECネクサ"},
            (n, 4): {**t, "tag": "T0101", "hostname": "opd101", "serial": "8800101", "ips": ("10.2.1.1",), "note": "2画面"},
            (n, 5): {**t, "tag": "T0102", "hostname": "opd102", "serial": "8800102", "ips": ("10.2.1.2",)},
        },
        skipped=skip(n, title=1, header=2),
        unread={"システム名", "ベンダ担当"},
    )  # fmt: skip


@ledger("ポンプ一覧（ME管理ソフト出力）.csv")
def given_out_by_the_engineers_software(path: Path) -> Truth:
    """Given out by the engineers' software: codes beside names, sums of hours, the state in words of the software."""
    write_csv(path, [
        ["機器ID", "機種名コード", "機種名", "機器種別名", "メーカー名", "シリアル番号", "資産区分", "導入年月日", "耐用年数", "導入金額", "保管場所名", "現在位置", "機器状態", "最終点検年月日", "次回点検予定年月日", "累積稼働時間"],
        ["P0001", "1021", "TE-LF600", "輸液ポンプ", "テルモ", "0902001", "購入", "2009/02/20", "6", "198000", "機器センター", "3東", "貸出", "2024/02/10", "2025/02/10", "12011"],
        ["P0002", "1021", "TE-LF600", "輸液ポンプ", "テルモ", "0902002", "購入", "2009/02/20", "6", "198000", "機器センター", "機器センター", "待機", "2024/02/10", "2025/02/10", "11873"],
        ["P0003", "1021", "TE-LF600", "輸液ポンプ", "テルモ", "0902003", "購入", "2009/02/20", "6", "198000", "機器センター", "", "廃棄", "2022/02/10", "", "13502"],
    ], "cp932")  # fmt: skip
    te = {"model": "TE-LF600", "kind": "輸液ポンプ", "maker": "テルモ", "introduced": "2009-02-20"}
    return Truth(
        assets={
            ("", 2): {**te, "tag": "P0001", "serial": "0902001", "place": "機器センター 3東", "state": "in_use", "checked": "2024-02-10"},
            ("", 3): {**te, "tag": "P0002", "serial": "0902002", "place": "機器センター", "state": "spare", "checked": "2024-02-10"},
            ("", 4): {**te, "tag": "P0003", "serial": "0902003", "place": "機器センター", "state": "disposed", "checked": "2022-02-10"},
        },
        skipped=skip("", header=1),
        unread={"機種名コード", "資産区分", "耐用年数", "導入金額", "次回点検予定年月日", "累積稼働時間"},
    )  # fmt: skip


@ledger("モニタ・送信機リスト.xlsx")
def transmitters(path: Path) -> Truth:
    """Transmitters and their channels, the receiver they belong to, a colour for the zone, the day of the battery."""
    save(path, {
        "5西": [
            ["送信機№", "型名", "製造番号", "CHNo.", "ゾーン色", "受信モニタ", "使用開始", "点検日", "状態"],
            ["T-1", "ZS-630P", "06301001", "3011", "青", "WEP-5218", "2019年6月", "2024年5月", "使用中"],
            ["T-2", "ZS-630P", "06301002", "3012", "青", "WEP-5218", "2019年6月", "2024年5月", "修理"],
        ],
    })  # fmt: skip
    n = "5西"
    z = {"model": "ZS-630P", "introduced": "2019-06", "checked": "2024-05"}
    return Truth(
        assets={
            (n, 2): {**z, "tag": "T-1", "serial": "06301001", "state": "in_use"},
            (n, 3): {**z, "tag": "T-2", "serial": "06301002", "state": "stopped"},
        },
        skipped=skip(n, header=1),
        unread={"CHNo.", "ゾーン色", "受信モニタ"},
    )  # fmt: skip


@ledger("IT inventory (clinic chain).xlsx")
def inventory_of_a_chain(path: Path) -> Truth:
    """A chain of clinics, in English: clinic, user, machine, both networks, when replaced, a column of free words."""
    save(path, {
        "PCs": [
            ["Clinic", "PC Name", "User / Role", "Brand & Model", "Serial", "Win Ver.", "Wired IP", "Wi-Fi IP", "Wired MAC", "Wi-Fi MAC", "Purchased on", "Replace by", "Anything else"],
            ["Shinjuku", "SJ-FRONT1", "Front desk", "HP ProDesk 400", "JPA0001", "Windows 11", "10.1.1.11", None, "C4:65:16:00:00:11", None, date(2022, 5, 1), date(2027, 5, 1), None],
            ["Shinjuku", "SJ-DR1", "Doctor", "Dell Latitude 5430", "7XYZ002", "Windows 11", None, "10.1.2.12", None, "A4:6B:B6:00:00:12", date(2023, 1, 10), date(2028, 1, 10), "docking station"],
        ],
    })  # fmt: skip
    n = "PCs"
    return Truth(
        assets={
            (n, 2): {"kind": "PCs", "place": "Shinjuku", "hostname": "SJ-FRONT1", "user": "Front desk", "maker": "HP", "model": "ProDesk 400", "serial": "JPA0001", "os": "Windows 11", "ips": ("10.1.1.11",), "macs": ("c4:65:16:00:00:11",), "introduced": "2022-05-01", "maintained_until": "2027-05-01"},
            (n, 3): {"kind": "PCs", "place": "Shinjuku", "hostname": "SJ-DR1", "user": "Doctor", "maker": "Dell", "model": "Latitude 5430", "serial": "7XYZ002", "os": "Windows 11", "ips": ("10.1.2.12",), "macs": ("a4:6b:b6:00:00:12",), "introduced": "2023-01-10", "maintained_until": "2028-01-10", "note": "docking station"},
        },
        skipped=skip(n, header=1),
    )  # fmt: skip


@ledger("備品原簿.csv")
def the_original_book(path: Path) -> Truth:
    """The original book of goods: received and given out, from whom, on which slip, how many are left."""
    write_csv(path, [
        ["備品原簿", "", "", "", "", "", "", "", "", ""],
        ["登録№", "品目名", "形状・規格", "購入先", "受入日", "受入数", "払出日", "払出理由", "現在高", "保管課"],
        ["00125", "複写機", "DocuCentre-VII C3372", "富士ゼロックス", "R1.6.1", "1", "", "", "1", "総務課"],
        ["00126", "シュレッダー", "ID-27CM", "明光商会", "H20.4.1", "1", "R4.3.31", "老朽", "0", "総務課"],
    ], "cp932")  # fmt: skip
    return Truth(
        assets={
            ("", 3): {"tag": "00125", "name": "複写機", "model": "DocuCentre-VII C3372", "maintainer": "富士ゼロックス", "introduced": "2019-06-01", "quantity": 1, "department": "総務課"},
            ("", 4): {"tag": "00126", "name": "シュレッダー", "model": "ID-27CM", "maintainer": "明光商会", "introduced": "2008-04-01", "disposed": "2022-03-31", "state": "disposed", "quantity": 1, "department": "総務課"},
        },
        skipped=skip("", title=1, header=2),
        unread={"払出理由", "現在高"},
    )  # fmt: skip


@ledger("生理検査室 装置と接続先.xlsx")
def devices_and_where_they_send(path: Path) -> Truth:
    """Devices and where they send: own address and the server's, the interface, the version, the maker's helpdesk."""
    save(path, {
        "生理": [
            ["装置", "メーカー", "機種", "製造No", "Ver", "装置IP", "送信先サーバIP", "I/F", "設置年", "保守", "コールセンタTEL"],
            ["心電計1", "日本光電", "ECG-3350", "33500011", "02-10", "10.40.1.11", "10.40.0.1", "LAN", 2021, "日本光電", "0120-111-222"],
            ["超音波1", "GE", "Vivid E95", "VE95001", "204", "10.40.1.21", "10.20.0.1", "DICOM", 2019, "GE", "0120-333-444"],
            ["肺機能", "チェスト", "CHESTAC-8900", "CH8900", "3.1", None, None, "USB", 2014, "チェスト", None],
        ],
    })  # fmt: skip
    n = "生理"
    return Truth(
        assets={
            (n, 2): {"name": "心電計1", "maker": "日本光電", "model": "ECG-3350", "serial": "33500011", "software_version": "02-10", "ips": ("10.40.1.11",), "introduced": "2021", "maintainer": "日本光電"},
            (n, 3): {"name": "超音波1", "maker": "GE", "model": "Vivid E95", "serial": "VE95001", "software_version": "204", "ips": ("10.40.1.21",), "introduced": "2019", "maintainer": "GE"},
            (n, 4): {"name": "肺機能", "maker": "チェスト", "model": "CHESTAC-8900", "serial": "CH8900", "software_version": "3.1", "introduced": "2014", "maintainer": "チェスト"},
        },
        skipped=skip(n, header=1),
        unread={"送信先サーバIP", "I/F", "コールセンタTEL"},
    )  # fmt: skip


@ledger("PC貸与簿.tsv")
def lent_by_the_office(path: Path) -> Truth:
    """PCs that are lent: to whom, of which section, since when, given back or not, what goes with them."""
    write_csv(path, [
        ["貸与№", "PC名", "メーカー／機種", "S/N", "貸与先部署", "貸与者氏名", "貸与年月日", "返却年月日", "付属品"],
        ["K-1", "LN-001", "Panasonic／CF-SR4", "4AKSA001", "地域連携室", "村井", "R5.4.3", "", "ACアダプタ"],
        ["K-2", "LN-002", "Panasonic／CF-SR4", "4AKSA002", "訪問看護室", "堀", "R5.4.3", "R6.3.29", "ACアダプタ"],
    ], "utf-16", "\t")  # fmt: skip
    p = {"maker": "Panasonic", "model": "CF-SR4"}
    return Truth(
        assets={
            ("", 2): {**p, "tag": "K-1", "hostname": "LN-001", "serial": "4AKSA001", "department": "地域連携室", "user": "村井"},
            ("", 3): {**p, "tag": "K-2", "hostname": "LN-002", "serial": "4AKSA002", "department": "訪問看護室", "user": "堀", "disposed": "2024-03-29", "state": "disposed"},
        },
        skipped=skip("", header=1),
        unread={"貸与年月日", "付属品"},
    )  # fmt: skip


@ledger("医療安全_AED設置一覧.xlsx")
def defibrillators_of_the_house(path: Path) -> Truth:
    """Where the AEDs are: the floor, who looks daily, when pads and batteries run out, the seller, by radio to the maker or not."""
    save(path, {
        "AED": [
            ["AED設置一覧"],
            ["No", "設置箇所", "階", "メーカー", "機種", "本体製造番号", "設置年月日", "パッド期限", "バッテリー期限", "日常点検者", "販売業者", "遠隔監視"],
            [1, "正面玄関", "1", "日本光電", "AED-3150", "31500101", "R3.7.1", "2025/12", "2026/6", "警備", "日本光電", "有"],
            [2, "検診受付", "2", "フクダ電子", "HR-503H", "50300202", "R1.10.1", "2025/3", "2025/10", "検診課", "フクダ電子", "無"],
        ],
    })  # fmt: skip
    n = "AED"
    return Truth(
        assets={
            (n, 3): {"tag": "1", "place": "正面玄関 1階", "maker": "日本光電", "model": "AED-3150", "serial": "31500101", "introduced": "2021-07-01", "maintainer": "日本光電", "remote_maintenance": "有"},
            (n, 4): {"tag": "2", "place": "検診受付 2階", "maker": "フクダ電子", "model": "HR-503H", "serial": "50300202", "introduced": "2019-10-01", "maintainer": "フクダ電子", "remote_maintenance": "無"},
        },
        skipped=skip(n, title=1, header=2),
        unread={"パッド期限", "バッテリー期限", "日常点検者"},
    )  # fmt: skip


@ledger("電話・FAX・プリンタ.xlsx")
def office_machines(path: Path) -> Truth:
    """Office machines: the queue's name, the meter, colour or not, leased from, the address by hand."""
    save(path, {
        "OA機器": [
            ["設置部署", "機器", "機種", "機番", "プリンタ名（キュー）", "IPアドレス", "カラー", "カウンタ", "リース/買取", "期限", "メンテ会社"],
            ["医事課", "複合機", "imageRUNNER C3530", "WXK00001", "IJI-MFP1", "10.9.1.1", "○", 120345, "リース", "R8.3", "キヤノンMJ"],
            ["薬局", "レーザープリンタ", "LBP442", "WXL00002", "YAK-LBP", "10.9.1.2", "×", 33012, "買取", None, "キヤノンMJ"],
        ],
    })  # fmt: skip
    n = "OA機器"
    return Truth(
        assets={
            (n, 2): {"department": "医事課", "name": "複合機", "model": "imageRUNNER C3530", "serial": "WXK00001", "hostname": "IJI-MFP1", "ips": ("10.9.1.1",), "maintained_until": "2026-03", "maintainer": "キヤノンMJ"},
            (n, 3): {"department": "薬局", "name": "レーザープリンタ", "model": "LBP442", "serial": "WXL00002", "hostname": "YAK-LBP", "ips": ("10.9.1.2",), "maintainer": "キヤノンMJ"},
        },
        skipped=skip(n, header=1),
        unread={"カラー", "カウンタ", "リース/買取"},
    )  # fmt: skip


@ledger("セキュリティ調査_回答.xlsx")
def an_answer_to_a_survey(path: Path) -> Truth:
    """An answer to a survey of security: system by system, whether supported, whether reachable, who is responsible."""
    save(path, {
        "回答": [
            ["医療情報システム調査　回答票"],
            ["施設名：○○病院"],
            ["システム名称", "メーカー名（製造販売元）", "導入年度", "OS名・バージョン", "サポート期限", "ウイルス対策の有無", "外部接続の有無", "遠隔保守事業者名", "院内の責任者（部署・氏名）"],
            ["電子カルテ", "富士通", "2019年度", "Windows Server 2016", "2027年1月", "有", "有", "富士通Japan", "医療情報課 岡田"],
            ["検体検査", "エイアンドティー", "2015年度", "Windows Server 2012 R2", "2023年10月", "無", "有", "エイアンドティー", "検査科 三宅"],
        ],
    })  # fmt: skip
    n = "回答"
    return Truth(
        assets={
            (n, 4): {"name": "電子カルテ", "maker": "富士通", "introduced": "2019", "os": "Windows Server 2016", "maintained_until": "2027-01", "remote_maintenance": "有", "maintainer": "富士通Japan", "responsible": "医療情報課 岡田"},
            (n, 5): {"name": "検体検査", "maker": "エイアンドティー", "introduced": "2015", "os": "Windows Server 2012 R2", "maintained_until": "2023-10", "remote_maintenance": "有", "maintainer": "エイアンドティー", "responsible": "検査科 三宅"},
        },
        skipped=skip(n, title=[1, 2], header=3),
        unread={"ウイルス対策の有無"},
    )  # fmt: skip


@ledger("仮想基盤_VM一覧.csv")
def virtual_machines(path: Path) -> Truth:
    """Virtual machines as a manager gives them out: power state, guest system, tools, host, note of the owner."""
    write_csv(path, [
        ["VM名", "電源状態", "ゲストOS", "IPアドレス", "MACアドレス", "vCPU", "メモリ(GB)", "ホスト", "データストア", "用途", "所有部署"],
        ["vm-ris01", "オン", "Windows Server 2019", "10.10.5.1", "00:50:56:aa:05:01", "4", "16", "esx01", "ds01", "RIS", "放射線科"],
        ["vm-test", "オフ", "CentOS 7", "", "00:50:56:aa:05:99", "2", "4", "esx02", "ds01", "検証", "情報課"],
    ], "utf-8-sig")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"hostname": "vm-ris01", "state": "in_use", "os": "Windows Server 2019", "ips": ("10.10.5.1",), "macs": ("00:50:56:aa:05:01",), "name": "RIS", "department": "放射線科"},
            ("", 3): {"hostname": "vm-test", "state": "stopped", "os": "CentOS 7", "macs": ("00:50:56:aa:05:99",), "name": "検証", "department": "情報課"},
        },
        skipped=skip("", header=1),
        unread={"vCPU", "メモリ(GB)", "ホスト", "データストア"},
    )  # fmt: skip


@ledger("在宅医療機器_貸出台帳.xlsx")
def devices_at_home(path: Path) -> Truth:
    """Devices lent to homes, by the clinic that follows them; numbers of maker and hospital; never a name of a patient."""
    save(path, {
        "在宅": [
            ["当院番号", "メーカー管理番号", "機器の種別", "機種", "製造元", "業者", "担当診療科", "通信", "貸出状況", "次回交換予定"],
            ["Z-01", "RS-5511", "CPAP", "AirSense 10", "レスメド", "帝人ヘルスケア", "呼吸器内科", "LTE", "貸出中", "2025/6"],
            ["Z-02", "RS-5512", "CPAP", "AirSense 10", "レスメド", "帝人ヘルスケア", "呼吸器内科", "LTE", "在庫", "2025/8"],
            ["Z-11", "PH-0901", "HOT", "5S-Plus", "帝人", "帝人ヘルスケア", "呼吸器内科", "なし", "貸出中", None],
        ],
    })  # fmt: skip
    n = "在宅"
    cpap = {"kind": "CPAP", "model": "AirSense 10", "maker": "レスメド", "maintainer": "帝人ヘルスケア", "department": "呼吸器内科"}
    return Truth(
        assets={
            (n, 2): {**cpap, "tag": "Z-01", "state": "in_use"},
            (n, 3): {**cpap, "tag": "Z-02", "state": "spare"},
            (n, 4): {"tag": "Z-11", "kind": "HOT", "model": "5S-Plus", "maker": "帝人", "maintainer": "帝人ヘルスケア", "department": "呼吸器内科", "state": "in_use"},
        },
        skipped=skip(n, header=1),
        offline={(n, 4)},
        unread={"メーカー管理番号", "次回交換予定"},
    )  # fmt: skip
