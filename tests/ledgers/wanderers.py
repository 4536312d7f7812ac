"""A seventh dozen, written before the reader saw them: clinics, homes, vans, committees. See make.py."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.ledgers.make import Truth, fill, ledger, skip, workbook, write_csv
from tests.ledgers.more import save


@ledger("歯科医院_機器リスト.xlsx")
def a_dentist(path: Path) -> Truth:
    """A dentist: units by chair, the dealer, a guarantee by its end, what hangs on the network by a circle."""
    save(path, {
        "リスト": [
            ["機器リスト（○○歯科）", None, None, None, None, None, None, "2024年度"],
            ["分類", "品名", "メーカー名", "型番", "S/N", "導入日", "ディーラー", "保証終了", "LAN", "IP", "設置"],
            ["ユニット", "チェアユニット1", "ヨシダ", "EURUS S8", "S8-1001", "2019/5/7", "ササキ", "2024/5/6", "×", None, "診療室1"],
            ["画像", "歯科用CT", "モリタ", "Veraview X800", "X8-0203", "2021/11/1", "モリタ", "2026/10/31", "○", "192.168.100.20", "レントゲン室"],
            ["PC", "受付レセコン", "デル", "OptiPlex 3090", "9ABC123", "2022/2/1", "メディア", "2027/1/31", "○", "192.168.100.10", "受付"],
        ],
    })  # fmt: skip
    n = "リスト"
    return Truth(
        assets={
            (n, 3): {"kind": "ユニット", "name": "チェアユニット1", "maker": "ヨシダ", "model": "EURUS S8", "serial": "S8-1001", "introduced": "2019-05-07", "maintainer": "ササキ", "maintained_until": "2024-05-06", "place": "診療室1"},
            (n, 4): {"kind": "画像", "name": "歯科用CT", "maker": "モリタ", "model": "Veraview X800", "serial": "X8-0203", "introduced": "2021-11-01", "maintainer": "モリタ", "maintained_until": "2026-10-31", "ips": ("192.168.100.20",), "place": "レントゲン室"},
            (n, 5): {"kind": "PC", "name": "受付レセコン", "maker": "デル", "model": "OptiPlex 3090", "serial": "9ABC123", "introduced": "2022-02-01", "maintainer": "メディア", "maintained_until": "2027-01-31", "ips": ("192.168.100.10",), "place": "受付"},
        },
        skipped=skip(n, title=1, header=2),
        offline={(n, 3)},
    )  # fmt: skip


@ledger("老健_見守り・ナースコール機器.csv")
def a_home_for_the_old(path: Path) -> Truth:
    """A home: sensors by room, the gateway they speak to, batteries changed, who put it in."""
    write_csv(path, [
        ["居室番号", "機器の種類", "品番", "製造番号", "親機", "MACアドレス", "電池交換日", "取付業者", "取付日", "気になる点"],
        ["201", "見守りセンサー", "NN-SA1", "SA100201", "GW-2F", "A0:76:4E:00:02:01", "2024/4/2", "ケアテック", "2022/10/5", ""],
        ["202", "見守りセンサー", "NN-SA1", "SA100202", "GW-2F", "A0:76:4E:00:02:02", "2024/4/2", "ケアテック", "2022/10/5", "感度弱い"],
        ["スタッフ室", "ゲートウェイ", "NN-GW2", "GW200001", "", "A0:76:4E:00:0F:01", "", "ケアテック", "2022/10/5", ""],
    ], "cp932")  # fmt: skip
    nn = {"kind": "見守りセンサー", "model": "NN-SA1", "maintainer": "ケアテック", "introduced": "2022-10-05"}
    return Truth(
        assets={
            ("", 2): {**nn, "place": "201", "serial": "SA100201", "macs": ("a0:76:4e:00:02:01",)},
            ("", 3): {**nn, "place": "202", "serial": "SA100202", "macs": ("a0:76:4e:00:02:02",), "note": "感度弱い"},
            ("", 4): {"kind": "ゲートウェイ", "model": "NN-GW2", "serial": "GW200001", "place": "スタッフ室", "macs": ("a0:76:4e:00:0f:01",), "maintainer": "ケアテック", "introduced": "2022-10-05"},
        },
        skipped=skip("", header=1),
        unread={"親機", "電池交換日"},
    )  # fmt: skip


@ledger("BCP重要機器一覧.xlsx")
def what_must_run_in_a_disaster(path: Path) -> Truth:
    """The list for the emergency: rank, how long it may stand still, power, who is to be called, where the spare is."""
    save(path, {
        "BCP": [
            ["BCP重要機器一覧（停電・サイバー攻撃時）"],
            ["優先度", "機器・システム", "型式", "設置場所", "IPアドレス", "非常電源", "許容停止時間", "代替手段", "院内責任者", "業者（連絡先）", "備考"],
            ["A", "電子カルテサーバ", "PRIMERGY", "サーバ室", "10.1.1.11", "○", "1時間", "紙カルテ", "情報課長", "富士通Japan", None],
            ["A", "人工呼吸器（HAMILTON-C6）", "HAMILTON-C6", "ICU", "－", "○", "0分", "用手換気", "ME室長", "日本光電", "院内6台"],
            ["B", "PACSサーバ", "SYNAPSE", "サーバ室", "10.1.9.1", "○", "4時間", "装置で参照", "技師長", "富士フイルムメディカル", None],
        ],
    })  # fmt: skip
    n = "BCP"
    return Truth(
        assets={
            (n, 3): {"name": "電子カルテサーバ", "model": "PRIMERGY", "place": "サーバ室", "ips": ("10.1.1.11",), "responsible": "情報課長", "maintainer": "富士通Japan"},
            (n, 4): {"name": "人工呼吸器(HAMILTON-C6)", "model": "HAMILTON-C6", "place": "ICU", "responsible": "ME室長", "maintainer": "日本光電", "note": "院内6台"},
            (n, 5): {"name": "PACSサーバ", "model": "SYNAPSE", "place": "サーバ室", "ips": ("10.1.9.1",), "responsible": "技師長", "maintainer": "富士フイルムメディカル"},
        },
        skipped=skip(n, title=1, header=2),
        unread={"優先度", "非常電源", "許容停止時間", "代替手段"},
    )  # fmt: skip


@ledger("健診車搭載機器.xlsx")
def vans(path: Path) -> Truth:
    """Vans: the van's number merged over what is in it, the mobile router, dates as era years, a sum at the end."""
    save(path, {
        "健診車": [
            ["車両", "搭載機器", "製造元", "型番", "製造番号", "IP（車内）", "取得年度", "点検（直近）", "備考"],
            ["1号車", "胸部X線装置", "島津", "MUX-10", "MX0101", "192.168.1.11", "平成28年度", "令和6年4月", None],
            [None, "モバイルルータ", "NEC", "Aterm", "NR0102", "192.168.1.1", "令和4年度", None, "SIMあり"],
            ["2号車", "胃部X線装置", "日立", "ESTAVISTA", "EV0201", "192.168.2.11", "令和元年度", "令和6年5月", None],
            [None, None, None, None, None, None, "3台", None, None],
        ],
    }, {"健診車": ["A2:A3"]})  # fmt: skip
    n = "健診車"
    return Truth(
        assets={
            (n, 2): {"name": "胸部X線装置", "maker": "島津", "model": "MUX-10", "serial": "MX0101", "ips": ("192.168.1.11",), "introduced": "2016", "checked": "2024-04"},
            (n, 3): {"name": "モバイルルータ", "maker": "NEC", "model": "Aterm", "serial": "NR0102", "ips": ("192.168.1.1",), "introduced": "2022", "note": "SIMあり"},
            (n, 4): {"name": "胃部X線装置", "maker": "日立", "model": "ESTAVISTA", "serial": "EV0201", "ips": ("192.168.2.11",), "introduced": "2019", "checked": "2024-05"},
        },
        skipped=skip(n, header=1, **{"remark beside the table": 5}),
        unread={"車両"},
    )  # fmt: skip


@ledger("保守対象機器構成一覧_2024.xlsx")
def what_a_contractor_maintains(path: Path) -> Truth:
    """A contractor's list: his own numbers, the host, product and part, the level and the end of the support, English in brackets."""
    save(path, {
        "構成": [
            ["保守対象機器構成一覧（別紙1）", None, None, None, None, None, None, None, None, "株式会社○○システムズ"],
            [],
            ["No.", "拠点(Site)", "装置名(Hostname)", "製品名(Product)", "製品型番(P/N)", "製造番号(S/N)", "設置場所(Location)", "管理IP(Mgmt)", "ソフトウェア版数(Version)", "保守レベル(SLA)", "保守終了(End of Support)"],
            [1, "本院", "FW01", "FortiGate 100F", "FG-100F", "FG100FTK01", "サーバ室 R3-30U", "172.20.0.1", "7.2.8", "24x7", date(2027, 3, 31)],
            [2, "本院", "FW02", "FortiGate 100F", "FG-100F", "FG100FTK02", "サーバ室 R3-31U", "172.20.0.2", "7.2.8", "24x7", date(2027, 3, 31)],
            [3, "分院", "VPN01", "FortiGate 60F", "FG-60F", "FGT60FTK03", "事務室", "172.21.0.1", "7.2.8", "平日", date(2026, 9, 30)],
            ["以上"],
        ],
    })  # fmt: skip
    n = "構成"
    f = {"model": "FG-100F", "software_version": "7.2.8", "maintained_until": "2027-03-31"}
    return Truth(
        assets={
            (n, 4): {**f, "tag": "1", "hostname": "FW01", "name": "FortiGate 100F", "serial": "FG100FTK01", "place": "本院 サーバ室 R3-30U", "ips": ("172.20.0.1",)},
            (n, 5): {**f, "tag": "2", "hostname": "FW02", "name": "FortiGate 100F", "serial": "FG100FTK02", "place": "本院 サーバ室 R3-31U", "ips": ("172.20.0.2",)},
            (n, 6): {"tag": "3", "hostname": "VPN01", "name": "FortiGate 60F", "model": "FG-60F", "serial": "FGT60FTK03", "place": "分院 事務室", "ips": ("172.21.0.1",), "software_version": "7.2.8", "maintained_until": "2026-09-30"},
        },
        skipped=skip(n, title=1, blank=2, header=3, **{"remark beside the table": 7}),
        unread={"保守レベル(SLA)"},
    )  # fmt: skip


@ledger("精神科病院_PC一覧.tsv")
def a_psychiatric_hospital(path: Path) -> Truth:
    """A small hospital's PCs: who uses it by post, whether it may go on the internet, the version of the office."""
    write_csv(path, [
        ["PC番号", "使っている人", "部屋", "機種", "Windows", "Office", "LANの種類", "IPアドレス", "買った日", "ウイルスソフト期限", "廃棄した日"],
        ["1", "事務長", "事務長室", "NEC VersaPro", "11", "2021", "院内", "192.168.3.11", "2023/1/20", "2025/1/19", ""],
        ["2", "医局共用", "医局", "NEC VersaPro", "10", "2019", "院内", "192.168.3.12", "2020/6/1", "2025/5/31", ""],
        ["3", "栄養士", "厨房事務", "富士通 LIFEBOOK", "7", "2010", "なし", "", "2012/4/1", "", "2024/3/30"],
    ], "utf-8", "\t")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"tag": "1", "user": "事務長", "place": "事務長室", "model": "NEC VersaPro", "os": "11", "ips": ("192.168.3.11",), "introduced": "2023-01-20"},
            ("", 3): {"tag": "2", "user": "医局共用", "place": "医局", "model": "NEC VersaPro", "os": "10", "ips": ("192.168.3.12",), "introduced": "2020-06-01"},
            ("", 4): {"tag": "3", "user": "栄養士", "place": "厨房事務", "model": "富士通 LIFEBOOK", "os": "7", "introduced": "2012-04-01", "disposed": "2024-03-30", "state": "disposed"},
        },
        skipped=skip("", header=1),
        unread={"Office", "LANの種類", "ウイルスソフト期限"},
    )  # fmt: skip


@ledger("病院機能評価_医療機器一覧.xlsx")
def for_the_accreditation(path: Path) -> Truth:
    """For the accreditation: by class, whether a plan and a manual are there, training done, a count per model."""
    save(path, {
        "一覧": [
            ["医療機器一覧（生命維持管理装置等）"],
            ["機器分類", "一般的名称", "製造販売業者", "型式", "保有台数", "点検計画の有無", "添付文書の保管", "研修実施状況", "管理部署", "管理責任者"],
            ["生命維持", "人工呼吸器", "ドレーゲル", "Evita V500", 4, "有", "有", "済", "ME室", "渡部"],
            ["生命維持", "血液浄化装置", "旭化成メディカル", "ACH-Σ", 2, "有", "有", "済", "透析室", "渡部"],
            ["特定保守", "輸液ポンプ", "テルモ", "TE-LM700", "60台", "有", "有", "済", "ME室", "渡部"],
            ["計", None, None, None, 66],
        ],
    })  # fmt: skip
    n = "一覧"
    return Truth(
        assets={
            (n, 3): {"kind": "生命維持", "name": "人工呼吸器", "maker": "ドレーゲル", "model": "Evita V500", "quantity": 4, "department": "ME室", "responsible": "渡部"},
            (n, 4): {"kind": "生命維持", "name": "血液浄化装置", "maker": "旭化成メディカル", "model": "ACH-Σ", "quantity": 2, "department": "透析室", "responsible": "渡部"},
            (n, 5): {"kind": "特定保守", "name": "輸液ポンプ", "maker": "テルモ", "model": "TE-LM700", "quantity": 60, "department": "ME室", "responsible": "渡部"},
        },
        skipped=skip(n, title=1, header=2, subtotal=6),
        unread={"点検計画の有無", "添付文書の保管", "研修実施状況"},
    )  # fmt: skip


@ledger("電カル端末配置_手術部.xlsx")
def terminals_of_the_theatre(path: Path) -> Truth:
    """Terminals by theatre across two tables one over the other: fixed ones and those on carts, with other headings."""
    save(path, {
        "手術部": [
            ["１．固定端末"],
            ["部屋", "端末名", "IPアドレス", "MACアドレス", "接続機器"],
            ["OP1", "OPE-01", "10.6.1.1", "70:70:FC:00:01:01", "麻酔記録"],
            ["OP2", "OPE-02", "10.6.1.2", "70:70:FC:00:01:02", "麻酔記録"],
            [],
            ["２．カート端末（無線）"],
            ["カート番号", "ホスト名", "無線LAN MAC", "割当IP", "定位置", "充電器"],
            ["C1", "OPE-C1", "70:70:FC:00:F1:01", "10.6.101.1", "器材庫前", "有"],
            ["C2", "OPE-C2", "70:70:FC:00:F1:02", "10.6.101.2", "器材庫前", "有"],
        ],
    })  # fmt: skip
    n = "手術部"
    dep = {"department": "手術部"}
    return Truth(
        assets={
            (n, 3): {**dep, "place": "OP1", "hostname": "OPE-01", "ips": ("10.6.1.1",), "macs": ("70:70:fc:00:01:01",), "name": "麻酔記録"},
            (n, 4): {**dep, "place": "OP2", "hostname": "OPE-02", "ips": ("10.6.1.2",), "macs": ("70:70:fc:00:01:02",), "name": "麻酔記録"},
            (n, 8): {**dep, "tag": "C1", "hostname": "OPE-C1", "macs": ("70:70:fc:00:f1:01",), "ips": ("10.6.101.1",), "place": "器材庫前"},
            (n, 9): {**dep, "tag": "C2", "hostname": "OPE-C2", "macs": ("70:70:fc:00:f1:02",), "ips": ("10.6.101.2",), "place": "器材庫前"},
        },
        skipped=skip(n, title=1, header=[2, 7], blank=5, section=6),
        unread={"充電器"},
    )  # fmt: skip


@ledger("検査機器台帳(ISO15189).xlsx")
def for_a_standard(path: Path) -> Truth:
    """As ISO 15189 asks: the state when received, the day it was put into service, where the papers are, calibrations."""
    save(path, {
        "機器台帳": [
            ["機器台帳　QF-5.3-01", None, None, None, None, None, None, None, None, "改訂 第4版"],
            ["機器識別番号", "機器名称", "製造業者", "型式／機種", "シリアル番号", "受入日", "受入時の状態", "使用開始日", "設置場所", "校正日", "次回校正日", "ソフトウェア識別", "製造業者の連絡先", "記録保管場所"],
            ["K-001", "血球計数装置", "シスメックス", "XN-9100", "30111", "2021/3/1", "新品", "2021/4/1", "血液検査室", "2024/3/10", "2025/3", "00-21", "0120-…", "棚A"],
            ["K-002", "遠心機", "クボタ", "S700FR", "S70022", "2018/6/1", "新品", "2018/6/10", "検体処理", "2024/6/3", "2025/6", None, None, "棚A"],
        ],
    })  # fmt: skip
    n = "機器台帳"
    return Truth(
        assets={
            (n, 3): {"tag": "K-001", "name": "血球計数装置", "maker": "シスメックス", "model": "XN-9100", "serial": "30111", "introduced": "2021-04-01", "place": "血液検査室", "software_version": "00-21"},
            (n, 4): {"tag": "K-002", "name": "遠心機", "maker": "クボタ", "model": "S700FR", "serial": "S70022", "introduced": "2018-06-10", "place": "検体処理"},
        },
        skipped=skip(n, title=1, header=2),
        unread={"受入日", "受入時の状態", "校正日", "次回校正日", "製造業者の連絡先", "記録保管場所"},
    )  # fmt: skip


@ledger("network_devices_export.csv")
def given_out_by_a_controller(path: Path) -> Truth:
    """A controller's export: lower case with underscores, uptime, clients, the site, states of its own."""
    write_csv(path, [
        ["name", "mac", "ip", "model", "serial", "version", "site", "type", "state", "uptime", "clients", "last_seen"],
        ["AP-1F-EAST", "f0:9f:c2:00:01:01", "10.200.1.11", "U6-LR", "F09FC2000101", "6.5.62", "main", "uap", "connected", "31d 4h", "12", "2024-10-01T08:00:00Z"],
        ["SW-1F", "f0:9f:c2:00:02:01", "10.200.1.2", "USW-24-PoE", "F09FC2000201", "6.6.65", "main", "usw", "connected", "31d 4h", "20", "2024-10-01T08:00:00Z"],
        ["AP-OLD", "f0:9f:c2:00:01:99", "10.200.1.99", "UAP-AC-LR", "F09FC2000199", "4.3.28", "main", "uap", "disconnected", "", "0", "2024-02-11T02:10:00Z"],
    ], "utf-8")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"name": "AP-1F-EAST", "macs": ("f0:9f:c2:00:01:01",), "ips": ("10.200.1.11",), "model": "U6-LR", "serial": "F09FC2000101", "software_version": "6.5.62", "place": "main", "kind": "uap", "state": "in_use", "checked": "2024-10-01"},
            ("", 3): {"name": "SW-1F", "macs": ("f0:9f:c2:00:02:01",), "ips": ("10.200.1.2",), "model": "USW-24-PoE", "serial": "F09FC2000201", "software_version": "6.6.65", "place": "main", "kind": "usw", "state": "in_use", "checked": "2024-10-01"},
            ("", 4): {"name": "AP-OLD", "macs": ("f0:9f:c2:00:01:99",), "ips": ("10.200.1.99",), "model": "UAP-AC-LR", "serial": "F09FC2000199", "software_version": "4.3.28", "place": "main", "kind": "uap", "state": "stopped", "checked": "2024-02-11"},
        },
        skipped=skip("", header=1),
        unread={"uptime", "clients"},
    )  # fmt: skip


@ledger("調剤薬局チェーン_店舗機器.xlsx")
def shops_of_a_chain(path: Path) -> Truth:
    """A chain's shops: the shop first, the reseller, the line, one row per device, half width kana and signs for the state."""
    save(path, {
        "店舗機器": [
            ["店舗名", "機器区分", "ﾒｰｶｰ", "機種名", "ｼﾘｱﾙ№", "ｺﾝﾋﾟｭｰﾀ名", "IPｱﾄﾞﾚｽ", "OS", "ﾘｰｽ会社", "ﾘｰｽ満了日", "状態"],
            ["駅前店", "レセコン", "富士通", "ESPRIMO D588", "YLDC00001", "EKI-01", "172.16.1.10", "Win10", "三井住友F&L", "2025/11/30", "○"],
            ["駅前店", "分包機", "タカゾノ", "Eterna", "ET-200", None, "172.16.1.20", None, None, None, "○"],
            ["病院前店", "レセコン", "富士通", "ESPRIMO D588", "YLDC00002", "BYO-01", "172.16.2.10", "Win10", "三井住友F&L", "2025/11/30", "×"],
        ],
    })  # fmt: skip
    n = "店舗機器"
    fj = {"kind": "レセコン", "maker": "富士通", "model": "ESPRIMO D588", "os": "Win10", "maintained_until": "2025-11-30"}
    return Truth(
        assets={
            (n, 2): {**fj, "place": "駅前店", "serial": "YLDC00001", "hostname": "EKI-01", "ips": ("172.16.1.10",), "state": "in_use"},
            (n, 3): {"kind": "分包機", "maker": "タカゾノ", "model": "Eterna", "serial": "ET-200", "place": "駅前店", "ips": ("172.16.1.20",), "state": "in_use"},
            (n, 4): {**fj, "place": "病院前店", "serial": "YLDC00002", "hostname": "BYO-01", "ips": ("172.16.2.10",), "state": "stopped"},
        },
        skipped=skip(n, header=1),
        unread={"リース会社"},
    )  # fmt: skip


@ledger("手術支援・内視鏡外科 機器.xlsx")
def by_hand_with_marks(path: Path) -> Truth:
    """Kept by hand: a mark in front of what is new, a struck row, a grey one, the note in the margin, dates without days."""
    from openpyxl.styles import Font

    book = workbook()
    s = book.active
    s.title = "機器"
    fill(s, [
        ["番号", "機器", "会社", "型", "シリアル", "入った年月", "置いている部屋", "LAN番号", "担当"],
        ["S1", "手術支援ロボット", "インテュイティブ", "da Vinci Xi", "SK1001", "2019/6", "OP7", "10.6.7.1", "田所"],
        ["S2", "内視鏡システム", "オリンパス", "VISERA ELITE II", "7720002", "2018/3", "OP3", "10.6.3.5", "田所"],
        ["S3", "気腹装置", "オリンパス", "UHI-4", "2450003", "2018/3", "OP3", None, "田所"],
        ["S4", "★内視鏡システム", "カールストルツ", "IMAGE1 S", "TC0004", "2024/5", "OP5", "10.6.5.5", "石神"],
    ])  # fmt: skip
    for cell in s[4]:
        cell.font = Font(strike=True)
    book.save(path)
    n = "機器"
    return Truth(
        assets={
            (n, 2): {"tag": "S1", "name": "手術支援ロボット", "maker": "インテュイティブ", "model": "da Vinci Xi", "serial": "SK1001", "introduced": "2019-06", "place": "OP7", "ips": ("10.6.7.1",), "responsible": "田所"},
            (n, 3): {"tag": "S2", "name": "内視鏡システム", "maker": "オリンパス", "model": "VISERA ELITE II", "serial": "7720002", "introduced": "2018-03", "place": "OP3", "ips": ("10.6.3.5",), "responsible": "田所"},
            (n, 4): {"tag": "S3", "name": "気腹装置", "maker": "オリンパス", "model": "UHI-4", "serial": "2450003", "introduced": "2018-03", "place": "OP3", "responsible": "田所"},
            (n, 5): {"tag": "S4", "name": "★内視鏡システム", "maker": "カールストルツ", "model": "IMAGE1 S", "serial": "TC0004", "introduced": "2024-05", "place": "OP5", "ips": ("10.6.5.5",), "responsible": "石神"},
        },
        skipped=skip(n, header=1),
        doubts={(n, 4, "state"): "struck through"},
    )  # fmt: skip
