"""A fifteenth dozen, written by one who had not seen the reader: forms handed in, exports, the lists of small rooms. See make.py."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from tests.ledgers.make import Truth, ledger, skip, write_csv
from tests.ledgers.more import save

HERE = Path(__file__).parent


@ledger("別紙_情報機器等台帳（確認表Part1参考3①）.xlsx")
def asked_for_by_the_ministry(path: Path) -> Truth:
    """The form behind the ministry's table of duties: kinds, place in two cells, software with its version, who mends."""
    save(path, {
        "様式": [
            ["別紙（確認表 Part1 参考3①関係）"],
            ["情　報　機　器　等　台　帳", None, None, None, None, None, None, None, None, None, None, None, None, "令和7年2月末日現在"],
            ["医療機関名：医療法人○○会 △△病院"],
            ["通番", "機器の別", "機器等の名称", "製造者", "型番等", "所　在", None, "利用者", "ソフトウェア・サービス", None, "使用可否", "保　守", None, None, "備考"],
            [None, None, None, None, None, "棟・階", "室名", None, "名称", "版数", None, "事業者名", "契約終期", "リモート利用", None],
            [1, "サーバ", "電子カルテサーバ", "富士通", "PRIMERGY RX2540 M5", "本館2階", "サーバ室", "全職員", "HOPE EGMAIN-GX", "V7", "可", "富士通Japan㈱", "令和9年3月", "有", None],
            [2, "端末PC", "外科外来端末", "富士通", "ESPRIMO D588", "本館1階", "外科外来", "外科医師", "HOPE EGMAIN-GX", "V7", "可", "富士通Japan㈱", "令和9年3月", "有", None],
            [3, "ネットワーク機器", "基幹スイッチ", "アライドテレシス", "x930-28GTX", "本館2階", "サーバ室", "情報係", "―", "5.5.2", "可", "㈲西海通信", "令和8年9月", "無", "冗長化なし"],
            [4, "医療機器", "全身用X線CT", "シーメンスヘルスケア", "SOMATOM go.Top", "本館1階", "CT室", "放射線科", "―", "VA40", "可", "シーメンスヘルスケア㈱", "令和8年3月", "有", None],
            [5, "端末PC", "旧会計端末", "富士通", "ESPRIMO D582", "別館1階", "倉庫", None, "―", "―", "否", None, None, "無", "処分を待つ"],
            ["※ 記入欄が足りないときは行を追加してください。"],
        ],
    }, {"様式": ["A1:O1", "F4:G4", "I4:J4", "L4:N4", *(f"{c}4:{c}5" for c in "ABCDEHKO")]})  # fmt: skip
    n = "様式"
    hope = {"maker": "富士通", "software": "HOPE EGMAIN-GX", "software_version": "V7", "state": "in_use", "maintainer": "富士通Japan株式会社", "maintained_until": "2027-03", "remote_maintenance": "有"}
    return Truth(
        assets={
            (n, 6): {**hope, "tag": "1", "kind": "サーバ", "name": "電子カルテサーバ", "model": "PRIMERGY RX2540 M5", "place": "本館2階 サーバ室", "user": "全職員"},
            (n, 7): {**hope, "tag": "2", "kind": "端末PC", "name": "外科外来端末", "model": "ESPRIMO D588", "place": "本館1階 外科外来", "user": "外科医師"},
            (n, 8): {"tag": "3", "kind": "ネットワーク機器", "name": "基幹スイッチ", "maker": "アライドテレシス", "model": "x930-28GTX", "place": "本館2階 サーバ室", "user": "情報係", "software_version": "5.5.2", "state": "in_use", "maintainer": "有限会社西海通信", "maintained_until": "2026-09", "remote_maintenance": "無", "note": "冗長化なし"},
            (n, 9): {"tag": "4", "kind": "医療機器", "name": "全身用X線CT", "maker": "シーメンスヘルスケア", "model": "SOMATOM go.Top", "place": "本館1階 CT室", "user": "放射線科", "software_version": "VA40", "state": "in_use", "maintainer": "シーメンスヘルスケア株式会社", "maintained_until": "2026-03", "remote_maintenance": "有"},
            (n, 10): {"tag": "5", "kind": "端末PC", "name": "旧会計端末", "maker": "富士通", "model": "ESPRIMO D582", "place": "別館1階 倉庫", "state": "stopped", "remote_maintenance": "無", "note": "処分を待つ"},
        },
        skipped=skip(n, title=[1, 2, 3], header=[4, 5], legend=11),
    )  # fmt: skip


@ledger("クライアントPC一覧_20250228.csv")
def gathered_by_an_agent(path: Path) -> Truth:
    """What an agent on every PC gathered: two addresses in two columns each, what is in the box, when it last reported."""
    write_csv(path, [
        ["コンピューター名", "管理番号", "設置先部門名", "使用者名", "製造元", "機種", "シリアルNo.", "OS", "OSビルド", "IPアドレス1", "IPアドレス2", "MACアドレス1", "MACアドレス2", "CPU", "メモリ(MB)", "HDD空き(GB)", "ウイルス対策", "最終更新日時"],
        ["GEKA-PC01", "SK00101", "外科外来", "外科共用", "Dell Inc.", "OptiPlex 3080", "1ABCD23", "Windows 10 Pro", "19045", "10.64.1.101", "", "A4-BB-6D-64-01-01", "", "Core i5-10505", "8192", "120.5", "有効", "2025/02/28 17:22:05"],
        ["SEIRI-NB3", "SK00102", "生理検査室", "技師共用", "Dell Inc.", "Latitude 3520", "2ABCD24", "Windows 11 Pro", "22631", "10.64.3.12", "192.168.77.12", "A4-BB-6D-64-03-12", "E8-6A-64-64-03-12", "Core i5-1135G7", "16384", "88.0", "有効", "2025/02/28 08:01:40"],
        ["YAKU-PC07", "SK00103", "薬剤部", "薬剤師共用", "Dell Inc.", "OptiPlex 3080", "1ABCD25", "Windows 10 Pro", "19045", "10.64.5.7", "", "A4-BB-6D-64-05-07", "", "Core i5-10505", "8192", "131.2", "期限切れ", "2024/11/05 12:10:33"],
    ], "cp932")  # fmt: skip
    d = {"maker": "Dell Inc.", "model": "OptiPlex 3080", "os": "Windows 10 Pro", "os_version": "19045"}
    return Truth(
        assets={
            ("", 2): {**d, "hostname": "GEKA-PC01", "tag": "SK00101", "department": "外科外来", "user": "外科共用", "serial": "1ABCD23", "ips": ("10.64.1.101",), "macs": ("a4:bb:6d:64:01:01",), "checked": "2025-02-28"},
            ("", 3): {**d, "hostname": "SEIRI-NB3", "tag": "SK00102", "department": "生理検査室", "user": "技師共用", "model": "Latitude 3520", "serial": "2ABCD24", "os": "Windows 11 Pro", "os_version": "22631", "ips": ("10.64.3.12", "192.168.77.12"), "macs": ("a4:bb:6d:64:03:12", "e8:6a:64:64:03:12"), "checked": "2025-02-28"},
            ("", 4): {**d, "hostname": "YAKU-PC07", "tag": "SK00103", "department": "薬剤部", "user": "薬剤師共用", "serial": "1ABCD25", "ips": ("10.64.5.7",), "macs": ("a4:bb:6d:64:05:07",), "checked": "2024-11-05"},
        },
        skipped=skip("", header=1),
        unread={"CPU", "メモリ(MB)", "HDD空き(GB)", "ウイルス対策"},
    )  # fmt: skip


@ledger("dhcp_leases_10.40.1.0.csv")
def leases_of_a_server(path: Path) -> Truth:
    """Leases as a server's shell writes them: a line of its type above, the network beside each address, when it lapses."""
    write_csv(path, [
        ["#TYPE Microsoft.Management.Infrastructure.CimInstance"],
        ["IPAddress", "ScopeId", "ClientId", "HostName", "AddressState", "LeaseExpiryTime"],
        ["10.40.1.21", "10.40.1.0", "c4-65-16-40-01-21", "RHB-PC01", "Active", "2025/03/08 9:12:44"],
        ["10.40.1.22", "10.40.1.0", "c4-65-16-40-01-22", "RHB-PC02", "Active", "2025/03/08 10:40:02"],
        ["10.40.1.57", "10.40.1.0", "00-80-92-40-01-57", "", "Active", "2025/03/05 16:00:19"],
    ], "utf-16")  # fmt: skip
    on = {"state": "in_use"}
    return Truth(
        assets={
            ("", 3): {**on, "ips": ("10.40.1.21",), "macs": ("c4:65:16:40:01:21",), "hostname": "RHB-PC01"},
            ("", 4): {**on, "ips": ("10.40.1.22",), "macs": ("c4:65:16:40:01:22",), "hostname": "RHB-PC02"},
            ("", 5): {**on, "ips": ("10.40.1.57",), "macs": ("00:80:92:40:01:57",)},
        },
        skipped=skip("", title=1, header=2),
        unread={"ScopeId", "LeaseExpiryTime"},
    )  # fmt: skip


@ledger("ME機器管理一覧.xls")
def old_workbook_of_the_engineers(path: Path) -> Truth:
    """The binary workbook (written by LibreOffice 7.4): two rows of headings, ditto marks, days of the era."""
    shutil.copyfile(HERE / "engineers.xls", path)
    n = "一覧"
    te = {"kind": "輸液ポンプ", "model": "TE-171", "maker": "テルモ", "introduced": "2014-03", "maintainer": "ムトウ", "checked": "2025-01-16"}
    return Truth(
        assets={
            (n, 5): {**te, "tag": "Y-001", "serial": "17100101", "department": "2階病棟", "state": "in_use"},
            (n, 6): {**te, "tag": "Y-002", "serial": "17100102", "department": "2階病棟", "state": "in_use"},
            (n, 7): {**te, "tag": "Y-003", "serial": "17100103", "department": "3階病棟", "checked": "2025-01-17", "state": "stopped", "note": "閉塞圧センサ交換"},
            (n, 8): {"tag": "T-001", "kind": "低圧持続吸引器", "model": "MS-008", "maker": "泉工医科工業", "serial": "0812", "introduced": "2019-10", "maintainer": "ムトウ", "department": "手術室", "checked": "2024-12-02", "state": "spare"},
        },
        skipped=skip(n, title=[1, 2], header=[3, 4]),
        unread={"点検/次回"},
    )  # fmt: skip


def engineers_sheet() -> list[list[object]]:
    """What engineers.xls holds; kept for whoever writes it anew (`soffice --convert-to xls`); row 3 is merged over what row 4 leaves out."""
    return [
        ["ME機器管理一覧", None, None, None, None, None, None, None, None, None, None, None],
        ["臨床工学室（内線 2310）", None, None, None, None, None, None, None, None, None, None, None],
        ["機器\n番号", "機　種", None, "メーカー", "製造番号", "納入", None, "定数配置病棟", "点検", None, "状態", "備考"],
        [None, "種類", "型式", None, None, "年月", "業者", None, "最終", "次回", None, None],
        ["Y-001", "輸液ポンプ", "TE-171", "テルモ", "17100101", "H26.3", "ムトウ", "2階病棟", "R7.1.16", "R8.1", "使用中", None],
        ["Y-002", "〃", "〃", "〃", "17100102", "〃", "〃", "〃", "R7.1.16", "R8.1", "使用中", None],
        ["Y-003", "〃", "〃", "〃", "17100103", "〃", "〃", "3階病棟", "R7.1.17", "R8.1", "修理中", "閉塞圧センサ交換"],
        ["T-001", "低圧持続吸引器", "MS-008", "泉工医科工業", "0812", "R1.10", "ムトウ", "手術室", date(2024, 12, 2), "R7.12", "予備", None],
    ]  # fmt: skip


@ledger("施設課_設備機器台帳.xlsx")
def plant_of_the_building(path: Path) -> Truth:
    """The building's plant: chillers, boilers, lifts, their watchman's address, the law's test and the last one."""
    save(path, {
        "設備": [
            ["設備機器台帳", None, None, None, None, None, None, None, None, None, "施設課 管理"],
            ["設備番号", "設備名称", "系統", "製造者名", "型式", "製造番号", "据付場所", "据付年月", "法定点検の要否", "直近点検日", "保守委託先", "監視用IPアドレス", "摘要"],
            ["AC-01", "空冷チラー", "空調", "ダイキン工業", "UWAP1500", "CH150011", "屋上", "2015年6月", "要", "2024/10/21", "ダイキンエアテクノ", "172.28.0.11", None],
            ["BO-01", "貫流ボイラ", "蒸気", "三浦工業", "SQ-2000", "SQ20202", "地下機械室", "2012年3月", "要", "2024/9/3", "三浦工業", "172.28.0.21", "2号缶は休止"],
            ["EV-03", "寝台用エレベータ", "昇降機", "三菱電機", "NEXIEZ-MED", "EV-77120", "病棟側", "2010年11月", "要", "2025/1/8", "三菱電機ビルソリューションズ", None, None],
            ["BA-01", "中央監視装置", "監視", "アズビル", "savic-net G5", "SG5-0411", "防災センター", "2018年2月", "否", "2024/6/12", "アズビル", "172.28.0.1", None],
        ],
    })  # fmt: skip
    n = "設備"
    return Truth(
        assets={
            (n, 3): {"tag": "AC-01", "name": "空冷チラー", "maker": "ダイキン工業", "model": "UWAP1500", "serial": "CH150011", "place": "屋上", "introduced": "2015-06", "checked": "2024-10-21", "maintainer": "ダイキンエアテクノ", "ips": ("172.28.0.11",)},
            (n, 4): {"tag": "BO-01", "name": "貫流ボイラ", "maker": "三浦工業", "model": "SQ-2000", "serial": "SQ20202", "place": "地下機械室", "introduced": "2012-03", "checked": "2024-09-03", "maintainer": "三浦工業", "ips": ("172.28.0.21",), "note": "2号缶は休止"},
            (n, 5): {"tag": "EV-03", "name": "寝台用エレベータ", "maker": "三菱電機", "model": "NEXIEZ-MED", "serial": "EV-77120", "place": "病棟側", "introduced": "2010-11", "checked": "2025-01-08", "maintainer": "三菱電機ビルソリューションズ"},
            (n, 6): {"tag": "BA-01", "name": "中央監視装置", "maker": "アズビル", "model": "savic-net G5", "serial": "SG5-0411", "place": "防災センター", "introduced": "2018-02", "checked": "2024-06-12", "maintainer": "アズビル", "ips": ("172.28.0.1",)},
        },
        skipped=skip(n, title=1, header=2),
        unread={"系統", "法定点検の要否"},
    )  # fmt: skip


@ledger("3東_スイッチポート接続表.csv")
def what_hangs_on_each_port(path: Path) -> Truth:
    """What hangs on each port of a switch: the device is at the far end, the switch's own name is not its name."""
    write_csv(path, [
        ["スイッチ名", "ポート番号", "リンク速度", "VLAN ID", "情報コンセント番号", "接続端末名", "接続端末IPアドレス", "接続端末MACアドレス", "部屋名", "備考"],
        ["3E-SW01", "1", "1000M", "301", "3E-A01", "NS3E-PC1", "10.73.1.11", "84:A9:3E:73:01:11", "スタッフステーション", ""],
        ["3E-SW01", "2", "1000M", "301", "3E-A02", "NS3E-PC2", "10.73.1.12", "84:A9:3E:73:01:12", "スタッフステーション", ""],
        ["3E-SW01", "5", "100M", "340", "3E-B01", "CNS3E", "10.73.40.5", "00:11:67:73:40:05", "スタッフステーション", "セントラルモニタ"],
        ["3E-SW01", "9", "100M", "301", "3E-C07", "PRT3E", "10.73.1.201", "64:EB:8C:73:02:01", "器材室", ""],
    ], "utf-8-sig")  # fmt: skip
    ns = {"place": "スタッフステーション"}
    return Truth(
        assets={
            ("", 2): {**ns, "hostname": "NS3E-PC1", "ips": ("10.73.1.11",), "macs": ("84:a9:3e:73:01:11",)},
            ("", 3): {**ns, "hostname": "NS3E-PC2", "ips": ("10.73.1.12",), "macs": ("84:a9:3e:73:01:12",)},
            ("", 4): {**ns, "hostname": "CNS3E", "ips": ("10.73.40.5",), "macs": ("00:11:67:73:40:05",), "note": "セントラルモニタ"},
            ("", 5): {"place": "器材室", "hostname": "PRT3E", "ips": ("10.73.1.201",), "macs": ("64:eb:8c:73:02:01",)},
        },
        skipped=skip("", header=1),
        unread={"スイッチ名", "ポート番号", "リンク速度", "VLAN ID", "情報コンセント番号"},
    )  # fmt: skip


@ledger("リース物件明細(経理).xlsx")
def leased_from_and_to(path: Path) -> Truth:
    """Leased things of the accountants: from and to under one heading, how many, a sum below, a remark of the bank."""
    save(path, {
        "明細": [
            ["リース物件明細書", None, None, None, None, None, None, None, None, None],
            ["リース契約番号", "物件名称", "メーカー名", "機種名", "台数", "設置場所", "リース期間", None, "リース会社", "月額リース料（税抜）"],
            [None, None, None, None, None, None, "自", "至", None, None],
            ["1022-441", "電子カルテ用ノートPC", "Dynabook", "G83/HU", 35, "各病棟", date(2022, 11, 1), date(2027, 10, 31), "東京センチュリー", 84000],
            ["1022-441", "無線アクセスポイント", "Aruba", "AP-505", 18, "各病棟", date(2022, 11, 1), date(2027, 10, 31), "東京センチュリー", 21600],
            ["0919-102", "超音波診断装置", "GEヘルスケア", "LOGIQ P10", 1, "腹部エコー室", date(2019, 9, 1), date(2025, 8, 31), "芙蓉総合リース", 118000],
            [None, "合計", None, None, 54, None, None, None, None, 223600],
        ],
    }, {"明細": ["A1:J1", "G2:H2", *(f"{c}2:{c}3" for c in "ABCDEFIJ")]})  # fmt: skip
    n = "明細"
    e = {"introduced": "2022-11-01", "maintained_until": "2027-10-31", "place": "各病棟"}
    return Truth(
        assets={
            (n, 4): {**e, "name": "電子カルテ用ノートPC", "maker": "Dynabook", "model": "G83/HU", "quantity": 35},
            (n, 5): {**e, "name": "無線アクセスポイント", "maker": "Aruba", "model": "AP-505", "quantity": 18},
            (n, 6): {"name": "超音波診断装置", "maker": "GEヘルスケア", "model": "LOGIQ P10", "quantity": 1, "place": "腹部エコー室", "introduced": "2019-09-01", "maintained_until": "2025-08-31"},
        },
        skipped=skip(n, title=1, header=[2, 3], subtotal=7),
        unread={"リース契約番号", "リース会社", "月額リース料(税抜)"},
    )  # fmt: skip


@ledger("透析クリニック_コンソール表.csv")
def consoles_with_ditto_marks(path: Path) -> Truth:
    """A clinic for dialysis: full width, ditto marks, days of the era, hours run, what somebody noticed."""
    write_csv(path, [
        ["台Ｎｏ．", "機械名", "型式", "メーカ", "機番", "設置年月日", "運転時間", "オーバーホール実施", "ＩＰアドレス", "状況", "気づき"],
        ["１", "透析用監視装置", "ＤＣＳ－７３", "日機装", "７３－１００１", "Ｈ２９．８．１０", "２４８１０ｈ", "Ｒ５．８", "１９２．１６８．７０．１", "稼働", ""],
        ["２", "〃", "〃", "〃", "７３－１００２", "〃", "２４５９９ｈ", "〃", "１９２．１６８．７０．２", "稼働", "液晶に線"],
        ["３", "〃", "〃", "〃", "７３－１００３", "〃", "２４６０２ｈ", "〃", "１９２．１６８．７０．３", "故障", "基板待ち"],
        ["ＲＯ", "逆浸透精製水製造装置", "ＤＲＯ－ＮＸ", "〃", "ＮＸ－０２１２", "Ｒ２．１．２０", "", "", "１９２．１６８．７０．９０", "稼働", ""],
    ], "cp932")  # fmt: skip
    d = {"name": "透析用監視装置", "model": "DCS-73", "maker": "日機装", "introduced": "2017-08-10"}
    return Truth(
        assets={
            ("", 2): {**d, "tag": "1", "serial": "73-1001", "ips": ("192.168.70.1",), "state": "in_use"},
            ("", 3): {**d, "tag": "2", "serial": "73-1002", "ips": ("192.168.70.2",), "state": "in_use", "note": "液晶に線"},
            ("", 4): {**d, "tag": "3", "serial": "73-1003", "ips": ("192.168.70.3",), "state": "stopped", "note": "基板待ち"},
            ("", 5): {"tag": "RO", "name": "逆浸透精製水製造装置", "model": "DRO-NX", "maker": "日機装", "serial": "NX-0212", "introduced": "2020-01-20", "ips": ("192.168.70.90",), "state": "in_use"},
        },
        skipped=skip("", header=1),
        unread={"運転時間", "オーバーホール実施"},
    )  # fmt: skip


@ledger("Group Biomedical Asset List.xlsx")
def assets_of_a_group(path: Path) -> Truth:
    """A group of hospitals that writes English: the site, the ward, who holds the contract, is it on the net."""
    save(path, {
        "Asset List": [
            ["Biomedical Asset List - all sites"],
            ["Site", "Asset Tag No.", "Equipment Category", "Equipment Description", "OEM", "Model", "S/N", "Ward / Unit", "Room", "Commissioned", "Service Provider", "Contract Expiry", "Network Connected", "IPv4 Address", "Wired MAC", "Condition", "Remarks"],
            ["Kobe", "KB-2001", "Monitoring", "Bedside monitor", "GE HealthCare", "CARESCAPE B650", "SHE1000201", "ICU", "Bed 3", date(2020, 5, 18), "GE HealthCare", date(2026, 3, 31), "Yes", "10.90.4.3", "00:40:97:90:04:03", "In service", None],
            ["Kobe", "KB-2044", "Imaging", "Mobile C-arm", "Ziehm", "Vision RFD", "VR-20044", "OR", "OR 2", date(2018, 1, 22), "Ziehm Japan", date(2025, 12, 31), "Yes", "10.90.6.44", "00:30:64:90:06:44", "Under repair", "Detector replaced 2024"],
            ["Himeji", "HM-0310", "Infusion", "Syringe pump", "B. Braun", "Space Plus", "SP-77310", "HCU", "Pump store", date(2021, 9, 6), "B. Braun Aesculap", None, "No", None, None, "In storage", None],
        ],
    })  # fmt: skip
    n = "Asset List"
    return Truth(
        assets={
            (n, 3): {"place": "Kobe Bed 3", "tag": "KB-2001", "kind": "Monitoring", "name": "Bedside monitor", "maker": "GE HealthCare", "model": "CARESCAPE B650", "serial": "SHE1000201", "department": "ICU", "introduced": "2020-05-18", "maintainer": "GE HealthCare", "maintained_until": "2026-03-31", "ips": ("10.90.4.3",), "macs": ("00:40:97:90:04:03",), "state": "in_use"},
            (n, 4): {"place": "Kobe OR 2", "tag": "KB-2044", "kind": "Imaging", "name": "Mobile C-arm", "maker": "Ziehm", "model": "Vision RFD", "serial": "VR-20044", "department": "OR", "introduced": "2018-01-22", "maintainer": "Ziehm Japan", "maintained_until": "2025-12-31", "ips": ("10.90.6.44",), "macs": ("00:30:64:90:06:44",), "state": "stopped", "note": "Detector replaced 2024"},
            (n, 5): {"place": "Himeji Pump store", "tag": "HM-0310", "kind": "Infusion", "name": "Syringe pump", "maker": "B. Braun", "model": "Space Plus", "serial": "SP-77310", "department": "HCU", "introduced": "2021-09-06", "maintainer": "B. Braun Aesculap", "state": "spare"},
        },
        skipped=skip(n, title=1, header=2),
        offline={(n, 5)},
    )  # fmt: skip


@ledger("薬剤部 調剤機器・端末.xlsx")
def of_the_pharmacy(path: Path) -> Truth:
    """The pharmacy: the room merged down, the machine and the name of its computer, whom to call, an account that is not kept."""
    save(path, {
        "Sheet1": [
            ["部屋", "機器名", "メーカー", "機種・型番", "製造番号", "導入時期", "部門システム連携", "制御PC名", "IPアドレス", "修理依頼先（業者名）", "PCログインID", "メモ"],
            ["調剤室", "全自動錠剤分包機", "トーショー", "Xana-4001UF", "XU4-0211", "2019年12月", "あり", "XANA-PC", "10.66.20.11", "トーショー", "yaku", None],
            [None, "散薬分包機", "湯山製作所", "YS-93-SRP", "93S-1802", "2016年4月", "あり", "SAN-PC", "10.66.20.12", "湯山製作所", "yaku", "キャビネット増設2021"],
            [None, "散薬監査システム", "湯山製作所", "LK-IIα", "LK2-0901", "2016年4月", "あり", "KANSA-PC", "10.66.20.13", "湯山製作所", "yaku", None],
            ["注射室", "アンプルピッカー", "トーショー", "UNIPUL 5000", "UP5-0033", "2021年3月", "あり", "PICK-PC", "10.66.20.21", "トーショー", "yaku", None],
            [None, "薬用保冷庫", "PHC", "MPR-514", "5140077", "2013年7月", "なし", None, None, "柳瀬医療器", None, None],
        ],
    }, {"Sheet1": ["A2:A4", "A5:A6"]})  # fmt: skip
    n = "Sheet1"
    a, b = {"place": "調剤室"}, {"place": "注射室"}
    return Truth(
        assets={
            (n, 2): {**a, "name": "全自動錠剤分包機", "maker": "トーショー", "model": "Xana-4001UF", "serial": "XU4-0211", "introduced": "2019-12", "hostname": "XANA-PC", "ips": ("10.66.20.11",), "maintainer": "トーショー"},
            (n, 3): {**a, "name": "散薬分包機", "maker": "湯山製作所", "model": "YS-93-SRP", "serial": "93S-1802", "introduced": "2016-04", "hostname": "SAN-PC", "ips": ("10.66.20.12",), "maintainer": "湯山製作所", "note": "キャビネット増設2021"},
            (n, 4): {**a, "name": "散薬監査システム", "maker": "湯山製作所", "model": "LK-IIα", "serial": "LK2-0901", "introduced": "2016-04", "hostname": "KANSA-PC", "ips": ("10.66.20.13",), "maintainer": "湯山製作所"},
            (n, 5): {**b, "name": "アンプルピッカー", "maker": "トーショー", "model": "UNIPUL 5000", "serial": "UP5-0033", "introduced": "2021-03", "hostname": "PICK-PC", "ips": ("10.66.20.21",), "maintainer": "トーショー"},
            (n, 6): {**b, "name": "薬用保冷庫", "maker": "PHC", "model": "MPR-514", "serial": "5140077", "introduced": "2013-07", "maintainer": "柳瀬医療器"},
        },
        skipped=skip(n, header=1),
        unread={"部門システム連携", "PCログインID"},
    )  # fmt: skip


@ledger("診療所の機械.csv")
def of_a_village_clinic(path: Path) -> Truth:
    """A village clinic's one sheet: plain words, a blank line, a note to whoever comes next."""
    write_csv(path, [
        ["○○村国保診療所　機械の一覧", "", "", "", "", "", "", ""],
        ["機械", "メーカー名", "型番", "買った時期", "置いてある部屋", "IPアドレス", "修理を頼む会社", "使える・使えない"],
        ["電子カルテのパソコン（診察）", "HP", "EliteDesk 800 G6", "令和3年3月", "診察室", "192.168.0.11", "山陰メディカル", "使える"],
        ["電子カルテのパソコン（受付）", "HP", "EliteDesk 800 G6", "令和3年3月", "受付", "192.168.0.12", "山陰メディカル", "使える"],
        ["レントゲン", "島津製作所", "MobileDaRt Evolution", "平成28年11月", "レントゲン室", "192.168.0.20", "島津メディカル", "使える"],
        ["古い心電計", "日本光電", "ECG-9320", "平成15年頃", "物置", "", "", "使えない"],
        ["", "", "", "", "", "", "", ""],
        ["※ルーターの設定は村役場 総務課へ聞くこと", "", "", "", "", "", "", ""],
    ], "cp932")  # fmt: skip
    hp = {"maker": "HP", "model": "EliteDesk 800 G6", "introduced": "2021-03", "maintainer": "山陰メディカル", "state": "in_use"}
    return Truth(
        assets={
            ("", 3): {**hp, "name": "電子カルテのパソコン(診察)", "place": "診察室", "ips": ("192.168.0.11",)},
            ("", 4): {**hp, "name": "電子カルテのパソコン(受付)", "place": "受付", "ips": ("192.168.0.12",)},
            ("", 5): {"name": "レントゲン", "maker": "島津製作所", "model": "MobileDaRt Evolution", "introduced": "2016-11", "place": "レントゲン室", "ips": ("192.168.0.20",), "maintainer": "島津メディカル", "state": "in_use"},
            ("", 6): {"name": "古い心電計", "maker": "日本光電", "model": "ECG-9320", "introduced": "2003", "place": "物置", "state": "stopped"},
        },
        skipped=skip("", title=1, header=2, blank=7, legend=8),
    )  # fmt: skip


@ledger("固定資産_会計システム出力.csv")
def given_out_by_the_accounts(path: Path) -> Truth:
    """Given out by the accounts' program: codes beside names, two days of beginning, what it is worth, what was written off."""
    write_csv(path, [
        ["施設CD", "施設名", "資産CD", "資産名", "資産分類", "数量", "取得年月日", "供用開始年月日", "償却方法", "耐用年数", "取得価額", "帳簿価額", "設置部門CD", "設置部門", "除却年月日"],
        ["001", "中央病院", "0001204", "全自動免疫測定装置", "医療用機器", "1", "2021/12/10", "2022/01/01", "定額法", "5", "19800000", "7920000", "310", "臨床検査部", ""],
        ["001", "中央病院", "0001205", "手術用顕微鏡", "医療用機器", "1", "2016/03/25", "2016/04/01", "定額法", "6", "24500000", "1", "420", "手術部", ""],
        ["002", "西クリニック", "0000098", "超音波診断装置", "医療用機器", "1", "2011/07/29", "2011/08/01", "定額法", "6", "6800000", "0", "110", "外来", "2024/08/30"],
    ], "cp932")  # fmt: skip
    d = {"kind": "医療用機器", "quantity": 1, "place": "中央病院"}
    return Truth(
        assets={
            ("", 2): {**d, "tag": "0001204", "name": "全自動免疫測定装置", "introduced": "2021-12-10", "department": "臨床検査部"},
            ("", 3): {**d, "tag": "0001205", "name": "手術用顕微鏡", "introduced": "2016-03-25", "department": "手術部"},
            ("", 4): {**d, "place": "西クリニック", "tag": "0000098", "name": "超音波診断装置", "introduced": "2011-07-29", "department": "外来", "disposed": "2024-08-30", "state": "disposed"},
        },
        skipped=skip("", header=1),
        unread={"施設CD", "供用開始年月日", "償却方法", "耐用年数", "取得価額", "帳簿価額", "設置部門CD"},
    )  # fmt: skip
