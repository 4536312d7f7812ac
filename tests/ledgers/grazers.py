"""A last dozen of the same hand, half of them plain: what an ordinary morning's mail brings; measured at first sight. See make.py."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.ledgers.make import Truth, ledger, skip, write_csv
from tests.ledgers.more import save


@ledger("R6年度末_情報機器現有表.xlsx")
def at_the_end_of_the_year(path: Path) -> Truth:
    """A city's hospital at the year's end: what it has, in the words of the city's office."""
    save(path, {
        "現有表": [
            ["令和６年度末　情報機器現有表", None, None, None, None, None, None, None, "市立みどり病院"],
            ["整理№", "機器種類", "機器名（愛称）", "製造メーカー", "機種・型番", "製造番号", "配備先", "配備年月日", "アドレス", "現有・廃棄"],
            [1, "PC", "医事1号", "富士通", "ESPRIMO D588/C", "R9X0101", "医事課", "H31.3.25", "10.171.1.1", "現有"],
            [2, "PC", "医事2号", "富士通", "ESPRIMO D588/C", "R9X0102", "医事課", "H31.3.25", "10.171.1.2", "現有"],
            [3, "プリンタ", "医事レーザー", "リコー", "SP 6450", "Y918P10003", "医事課", "H29.2.20", "10.171.1.51", "廃棄"],
        ],
    })  # fmt: skip
    n = "現有表"
    e = {"kind": "PC", "maker": "富士通", "model": "ESPRIMO D588/C", "introduced": "2019-03-25", "state": "in_use", "place": "医事課"}
    return Truth(
        assets={
            (n, 3): {**e, "tag": "1", "name": "医事1号", "serial": "R9X0101", "ips": ("10.171.1.1",)},
            (n, 4): {**e, "tag": "2", "name": "医事2号", "serial": "R9X0102", "ips": ("10.171.1.2",)},
            (n, 5): {"tag": "3", "kind": "プリンタ", "name": "医事レーザー", "maker": "リコー", "model": "SP 6450", "serial": "Y918P10003", "place": "医事課", "introduced": "2017-02-20", "ips": ("10.171.1.51",), "state": "disposed"},
        },
        skipped=skip(n, title=1, header=2),
    )  # fmt: skip


@ledger("透析通信_IP表.csv")
def written_by_the_maker_of_consoles(path: Path) -> Truth:
    """A maker's note: consoles by their number, the address of each board, the version of the program."""
    write_csv(path, [
        ["コンソールNo", "機種名称", "シリアルNo", "通信ボードIP", "通信ボードMAC", "プログラムVer.", "設置年", "通信確認"],
        ["1", "DCG-03", "03-20111", "192.168.70.1", "00-80-98-70-00-01", "3.21", "2021", "OK"],
        ["2", "DCG-03", "03-20112", "192.168.70.2", "00-80-98-70-00-02", "3.21", "2021", "OK"],
        ["3", "DCG-03", "03-20113", "192.168.70.3", "00-80-98-70-00-03", "3.19", "2021", "NG"],
    ], "cp932")  # fmt: skip
    d = {"model": "DCG-03", "introduced": "2021"}
    return Truth(
        assets={
            ("", 2): {**d, "tag": "1", "serial": "03-20111", "ips": ("192.168.70.1",), "macs": ("00:80:98:70:00:01",), "software_version": "3.21"},
            ("", 3): {**d, "tag": "2", "serial": "03-20112", "ips": ("192.168.70.2",), "macs": ("00:80:98:70:00:02",), "software_version": "3.21"},
            ("", 4): {**d, "tag": "3", "serial": "03-20113", "ips": ("192.168.70.3",), "macs": ("00:80:98:70:00:03",), "software_version": "3.19"},
        },
        skipped=skip("", header=1),
        unread={"通信確認"},
    )  # fmt: skip


@ledger("救急部_機器.xlsx")
def two_lists_one_above_the_other_without_a_gap(path: Path) -> Truth:
    """Emergency: medical devices, and right below them computers with other headings, no line between."""
    save(path, {
        "救急": [
            ["機器名", "メーカー", "型式", "S/N", "IP", "購入"],
            ["ベッドサイドモニタ", "フクダ電子", "DS-1200", "12000331", "10.38.1.1", "2022/7"],
            ["除細動器", "ゾール", "X Series", "AR22001", None, "2021/1"],
            ["端末名", "機種", "OS", "MAC", "IP", "使用場所"],
            ["ER-PC1", "M70q Gen3", "Windows 11", "90:2E:16:38:00:01", "10.38.2.1", "初療室"],
            ["ER-PC2", "M70q Gen3", "Windows 11", "90:2E:16:38:00:02", "10.38.2.2", "観察室"],
        ],
    })  # fmt: skip
    n = "救急"
    e = {"department": "救急"}
    p = {**e, "model": "M70q Gen3", "os": "Windows 11"}
    return Truth(
        assets={
            (n, 2): {**e, "name": "ベッドサイドモニタ", "maker": "フクダ電子", "model": "DS-1200", "serial": "12000331", "ips": ("10.38.1.1",), "introduced": "2022-07"},
            (n, 3): {**e, "name": "除細動器", "maker": "ゾール", "model": "X Series", "serial": "AR22001", "introduced": "2021-01"},
            (n, 5): {**p, "hostname": "ER-PC1", "macs": ("90:2e:16:38:00:01",), "ips": ("10.38.2.1",), "place": "初療室"},
            (n, 6): {**p, "hostname": "ER-PC2", "macs": ("90:2e:16:38:00:02",), "ips": ("10.38.2.2",), "place": "観察室"},
        },
        skipped=skip(n, header=[1, 4]),
    )  # fmt: skip


@ledger("外来プリンタ配置.xlsx")
def printers_by_room_with_merged_rooms(path: Path) -> Truth:
    """Rooms merged down, the queue's name, which tray has what; an empty line in the middle."""
    save(path, {
        "プリンタ": [
            ["フロア", "診察室", "プリンタ種別", "機種", "IPアドレス", "印刷キュー", "用紙"],
            ["2F", "内科1", "A4レーザー", "LBP322i", "10.62.2.1", "NAI1_A4", "A4白紙"],
            [None, None, "ラベル", "LR4NX", "10.62.2.51", "NAI1_LBL", "検体"],
            [None, "内科2", "A4レーザー", "LBP322i", "10.62.2.2", "NAI2_A4", "A4白紙"],
            [],
            ["3F", "外科1", "A4レーザー", "LBP322i", "10.62.3.1", "GEK1_A4", "A4白紙"],
        ],
    }, {"プリンタ": ["A2:A4", "B2:B3"]})  # fmt: skip
    n = "プリンタ"
    c = {"kind": "A4レーザー", "model": "LBP322i"}
    return Truth(
        assets={
            (n, 2): {**c, "place": "2F 内科1", "ips": ("10.62.2.1",)},
            (n, 3): {"kind": "ラベル", "model": "LR4NX", "place": "2F 内科1", "ips": ("10.62.2.51",)},
            (n, 4): {**c, "place": "2F 内科2", "ips": ("10.62.2.2",)},
            (n, 6): {**c, "place": "3F 外科1", "ips": ("10.62.3.1",)},
        },
        skipped=skip(n, header=1, blank=5),
        unread={"印刷キュー", "用紙"},
    )  # fmt: skip


@ledger("SW交換作業報告書.xlsx")
def a_report_of_works(path: Path) -> Truth:
    """A contractor's report: works above, the switches exchanged as old and new, who did it below."""
    save(path, {
        "報告書": [
            ["作業報告書"],
            ["件名", "フロアスイッチ交換作業", None, None, None, None, None],
            ["作業日", "2024年12月7日（土）22:00～", None, None, None, None, None],
            [],
            ["設置場所", "撤去機器", None, "設置機器", None, None, "備考"],
            [None, "型番", "製造番号", "型番", "製造番号", "IPアドレス", None],
            ["1階EPS", "WS-C2960X", "FOC1700A", "C9200L-24T", "JAE27001", "10.255.1.1", None],
            ["2階EPS", "WS-C2960X", "FOC1700B", "C9200L-24T", "JAE27002", "10.255.2.1", "光モジュール流用"],
            [],
            ["作業者", "鈴木・佐々木"],
            ["確認者", "情報システム室　川上"],
        ],
    }, {"報告書": ["A1:G1", "B2:G2", "B3:G3", "A5:A6", "B5:C5", "D5:F5", "G5:G6"]})  # fmt: skip
    n = "報告書"
    c = {"model": "C9200L-24T"}
    return Truth(
        assets={
            (n, 7): {**c, "place": "1階EPS", "serial": "JAE27001", "ips": ("10.255.1.1",)},
            (n, 8): {**c, "place": "2階EPS", "serial": "JAE27002", "ips": ("10.255.2.1",), "note": "光モジュール流用"},
        },
        skipped=skip(n, title=[1, 2, 3], blank=[4, 9], header=[5, 6], **{"row of another table, which is not of devices": [10, 11]}),
        unread={"撤去機器/型番", "撤去機器/製造番号"},
    )  # fmt: skip


@ledger("検体検査_接続機器一覧(LIS).xlsx")
def what_talks_to_the_laboratory(path: Path) -> Truth:
    """A vendor of laboratory systems: analysers, how each is joined, the converter between, the protocol."""
    save(path, {
        "接続": [
            ["No", "分析装置名", "メーカー", "接続形態", "変換器", "変換器IP", "装置IP", "ポート", "通信仕様", "設置"],
            [1, "免疫測定装置 cobas e801", "ロシュ", "LAN", None, None, "10.39.1.11", 5001, "ASTM", "検体検査室"],
            [2, "尿化学分析装置 US-3500", "栄研化学", "RS-232C", "N-Port 5110", "10.39.1.201", None, None, "独自", "一般検査室"],
            [3, "血糖分析装置 GA09", "A&T", "LAN", None, None, "10.39.1.13", 5003, "ASTM", "検体検査室"],
        ],
    })  # fmt: skip
    n = "接続"
    return Truth(
        assets={
            (n, 2): {"tag": "1", "name": "免疫測定装置 cobas e801", "maker": "ロシュ", "ips": ("10.39.1.11",), "place": "検体検査室"},
            (n, 3): {"tag": "2", "name": "尿化学分析装置 US-3500", "maker": "栄研化学", "place": "一般検査室"},
            (n, 4): {"tag": "3", "name": "血糖分析装置 GA09", "maker": "A&T", "ips": ("10.39.1.13",), "place": "検体検査室"},
        },
        skipped=skip(n, header=1),
        unread={"変換器", "変換器IP", "ポート", "通信仕様"},
        offline={(n, 3)},
    )  # fmt: skip


@ledger("Windows10端末洗い出し.xlsx")
def found_by_a_search(path: Path) -> Truth:
    """A systems office before the end of an OS: name, edition, whether it can be raised, what is to be done."""
    save(path, {
        "Win10": [
            ["PC名", "ログイン部署", "モデル", "シリアルNo.", "エディション", "ビルド番号", "IP", "Win11対応", "対応方針", "期限"],
            ["GKA-021", "外科", "ThinkCentre M720q", "PC1B0021", "Windows 10 Pro", "19045", "10.33.21.1", "×", "更新", "2025/10"],
            ["SHO-004", "小児科", "ThinkCentre M75q", "PC2C0004", "Windows 10 Pro", "19045", "10.33.24.4", "○", "アップグレード", "2025/9"],
            ["RAD-VW3", "放射線科", "Z2 Tower G4", "JPA9100V", "Windows 10 LTSC", "17763", "10.33.30.3", "×", "メーカー確認中", None],
        ],
    })  # fmt: skip
    n = "Win10"
    return Truth(
        assets={
            (n, 2): {"hostname": "GKA-021", "maintained_until": "2025-10", "model": "ThinkCentre M720q", "serial": "PC1B0021", "os": "Windows 10 Pro", "os_version": "19045", "ips": ("10.33.21.1",)},
            (n, 3): {"hostname": "SHO-004", "maintained_until": "2025-09", "model": "ThinkCentre M75q", "serial": "PC2C0004", "os": "Windows 10 Pro", "os_version": "19045", "ips": ("10.33.24.4",)},
            (n, 4): {"hostname": "RAD-VW3", "model": "Z2 Tower G4", "serial": "JPA9100V", "os": "Windows 10 LTSC", "os_version": "17763", "ips": ("10.33.30.3",)},
        },
        skipped=skip(n, header=1),
        unread={"ログイン部署", "Win11対応", "対応方針"},
    )  # fmt: skip


@ledger("介護老人保健施設_ネットワーク台帳.xlsx")
def a_home_with_parts_on_sheets(path: Path) -> Truth:
    """A home: network gear, terminals and the rest on three sheets, each with its own headings; a cover in front."""
    save(path, {
        "表紙": [["ネットワーク台帳"], ["令和7年1月"], ["作成：㈲みなみ通信"]],
        "ネットワーク機器": [
            ["名称", "メーカー", "型番", "IPアドレス", "設置場所"],
            ["ルータ", "NEC", "UNIVERGE IX2215", "192.168.100.254", "事務所"],
            ["無線AP", "バッファロー", "WAPM-1266R", "192.168.100.240", "2Fデイルーム"],
        ],
        "端末": [
            ["名称", "OS", "IPアドレス", "使用場所"],
            ["事務PC1", "Windows 11", "192.168.100.11", "事務所"],
            ["相談室PC", "Windows 10", "192.168.100.12", "相談室"],
        ],
        "その他": [
            ["名称", "型番", "IPアドレス", "設置場所", "備考"],
            ["複合機", "TASKalfa 3554ci", "192.168.100.50", "事務所", "リース"],
        ],
    })  # fmt: skip
    a, b, c = "ネットワーク機器", "端末", "その他"
    return Truth(
        assets={
            (a, 2): {"kind": "ネットワーク機器", "name": "ルータ", "maker": "NEC", "model": "UNIVERGE IX2215", "ips": ("192.168.100.254",), "place": "事務所"},
            (a, 3): {"kind": "ネットワーク機器", "name": "無線AP", "maker": "バッファロー", "model": "WAPM-1266R", "ips": ("192.168.100.240",), "place": "2Fデイルーム"},
            (b, 2): {"kind": "端末", "name": "事務PC1", "os": "Windows 11", "ips": ("192.168.100.11",), "place": "事務所"},
            (b, 3): {"kind": "端末", "name": "相談室PC", "os": "Windows 10", "ips": ("192.168.100.12",), "place": "相談室"},
            (c, 2): {"name": "複合機", "model": "TASKalfa 3554ci", "ips": ("192.168.100.50",), "place": "事務所", "note": "リース"},
        },
        skipped={**skip("表紙", cover_sheet=[1, 2, 3]), **skip(a, header=1), **skip(b, header=1), **skip(c, header=1)},
    )  # fmt: skip


@ledger("ICU_生体情報モニタ配置.xlsx")
def monitors_as_one_row_for_each_field(path: Path) -> Truth:
    """Beds down the side, a device of each kind across in groups: monitor and pump, two columns each."""
    save(path, {
        "ICU": [
            ["ベッド", "モニタ", None, "人工呼吸器", None],
            [None, "型式", "IPアドレス", "型式", "IPアドレス"],
            ["ICU-1", "CSM-1901", "10.46.1.1", "Servo-u", "10.46.2.1"],
            ["ICU-2", "CSM-1901", "10.46.1.2", "Servo-u", "10.46.2.2"],
            ["ICU-3", "CSM-1901", "10.46.1.3", None, None],
        ],
    }, {"ICU": ["A1:A2", "B1:C1", "D1:E1"]})  # fmt: skip
    n = "ICU"
    m, s = {"department": "ICU", "kind": "モニタ", "model": "CSM-1901"}, {"department": "ICU", "kind": "人工呼吸器", "model": "Servo-u"}
    return Truth(
        assets={
            (n, 3): {**m, "ips": ("10.46.1.1",)}, (n, 3, "D"): {**s, "ips": ("10.46.2.1",)},
            (n, 4): {**m, "ips": ("10.46.1.2",)}, (n, 4, "D"): {**s, "ips": ("10.46.2.2",)},
            (n, 5): {**m, "ips": ("10.46.1.3",)},
        },
        skipped=skip(n, header=[1, 2]),
        unread={"ベッド"},
    )  # fmt: skip


@ledger("薬局_機器(手入力).tsv")
def typed_by_hand_with_blanks(path: Path) -> Truth:
    """Typed by hand: blanks before and after, a heading twice, O for 0, a comma for a full stop."""
    write_csv(path, [
        [" 機器 ", "型　番", "製造　番号", "ＩＰアドレス", "MACアドレス ", "置き場", "備考", "備考"],
        ["錠剤分包機", "EV-1000 ", " EV10-221", "192.168.43.11", "00-80-F0-43-0O-11", "調剤室", "", "要清掃"],
        ["散剤分包機", "DP-80", "DP8-0912", "192,168,43,12", "00-80-F0-43-00-12", "調剤室", "年1回点検", ""],
        ["監査カメラ", "AS-30", "", "192.168.43.13 ", "0080F0430013", "監査台", "", ""],
    ], "utf-8", "\t")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"name": "錠剤分包機", "model": "EV-1000", "serial": "EV10-221", "ips": ("192.168.43.11",), "macs": ("00:80:f0:43:00:11",), "place": "調剤室", "note": "要清掃"},
            ("", 3): {"name": "散剤分包機", "model": "DP-80", "serial": "DP8-0912", "ips": ("192.168.43.12",), "macs": ("00:80:f0:43:00:12",), "place": "調剤室", "note": "年1回点検"},
            ("", 4): {"name": "監査カメラ", "model": "AS-30", "ips": ("192.168.43.13",), "macs": ("00:80:f0:43:00:13",), "place": "監査台"},
        },
        skipped=skip("", header=1),
        problems={("", 2, "E"): "no hexadecimal digits"},
    )  # fmt: skip


@ledger("大学病院_研究用装置届.xlsx")
def handed_in_by_laboratories(path: Path) -> Truth:
    """A university: who answers for it and how to reach them, what it is for, the network it was given."""
    save(path, {
        "届": [
            ["届出ID", "講座", "管理責任者", "連絡先（内線）", "装置名", "装置メーカー", "OS", "サポート終了", "割当IP", "MACアドレス", "ネットワーク名", "設置棟", "室番号"],
            ["RN-001", "生理学", "大槻", "5511", "二光子顕微鏡", "オリンパス", "Windows 10", date(2025, 10, 14), "133.0.9.11", "00:25:90:09:00:11", "研究系1", "基礎棟", "403"],
            ["RN-002", "病理学", "南", "5620", "スライドスキャナ", "浜松ホトニクス", "Windows 7", date(2020, 1, 14), "133.0.9.21", "00:25:90:09:00:21", "研究系1", "基礎棟", "512"],
        ],
    })  # fmt: skip
    n = "届"
    return Truth(
        assets={
            (n, 2): {"tag": "RN-001", "department": "生理学", "responsible": "大槻", "name": "二光子顕微鏡", "maker": "オリンパス", "os": "Windows 10", "maintained_until": "2025-10-14", "ips": ("133.0.9.11",), "macs": ("00:25:90:09:00:11",), "place": "基礎棟 403"},
            (n, 3): {"tag": "RN-002", "department": "病理学", "responsible": "南", "name": "スライドスキャナ", "maker": "浜松ホトニクス", "os": "Windows 7", "maintained_until": "2020-01-14", "ips": ("133.0.9.21",), "macs": ("00:25:90:09:00:21",), "place": "基礎棟 512"},
        },
        skipped=skip(n, header=1),
        unread={"連絡先(内線)", "ネットワーク名"},
    )  # fmt: skip


@ledger("外部保守アクセス元機器.csv")
def the_doors_for_upkeep_from_outside(path: Path) -> Truth:
    """Remote upkeep: the device, the firm, how it comes in, from which address, whether it is cut at night."""
    write_csv(path, [
        ["対象装置", "設置部門", "装置IP", "保守会社名", "接続手段", "接続元グローバルIP", "認証", "常時/都度", "夜間遮断"],
        ["MRI", "放射線科", "10.5.20.31", "フィリップス・ジャパン", "IPsec-VPN", "203.0.113.10", "証明書", "常時", "×"],
        ["自動分析装置", "検査科", "10.33.1.81", "日立ハイテク", "専用ルータ", "203.0.113.77", "ID/PW", "都度", "○"],
    ], "utf-8-sig")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"name": "MRI", "department": "放射線科", "ips": ("10.5.20.31",), "maintainer": "フィリップス・ジャパン", "remote_maintenance": "IPsec-VPN"},
            ("", 3): {"name": "自動分析装置", "department": "検査科", "ips": ("10.33.1.81",), "maintainer": "日立ハイテク", "remote_maintenance": "専用ルータ"},
        },
        skipped=skip("", header=1),
        unread={"接続元グローバルIP", "認証", "常時/都度", "夜間遮断"},
    )  # fmt: skip
