"""Ten more by the same stranger: a manager's list, as-built papers, cards on sheets, what was handed out, what is written once. See make.py."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.ledgers.make import Truth, ledger, skip, write_csv
from tests.ledgers.more import save


@ledger("事務長管理 PC・周辺.xlsx")
def kept_by_the_manager_of_the_office(path: Path) -> Truth:
    """A small hospital's manager of the office: plain, years without a day, what the next exchange will be."""
    save(path, {
        "R6": [
            ["管理表（事務長）"],
            ["番号", "もの", "機種名", "シリアルナンバー", "どこ", "だれが使う", "ネット接続", "IP番号", "いつ買った", "リース/買取", "入替目安", "ひとこと"],
            ["1", "ノートPC", "dynabook B55", "9J0550A", "事務長室", "事務長", "有線", "192.168.0.11", "令和2年", "買取", "令和8年", None],
            ["2", "レセプトPC", "ProDesk 400 SFF", "8CC0REZ2", "医事", "共用", "有線", "192.168.0.12", "令和4年", "リース", "令和9年", "月初は止めない"],
            ["3", "栄養PC", "ProDesk 400 SFF", "8CC0EIY3", "厨房事務", "栄養士", "有線", "192.168.0.13", "令和4年", "リース", "令和9年", None],
            ["4", "NAS", "LS720D", "20140044", "事務長室", "共用", "有線", "192.168.0.200", "平成31年", "買取", "令和7年", "毎週金曜バックアップ"],
        ],
    })  # fmt: skip
    n = "R6"
    p = {"model": "ProDesk 400 SFF", "introduced": "2022", "maintained_until": "2027"}
    return Truth(
        assets={
            (n, 3): {"tag": "1", "name": "ノートPC", "model": "dynabook B55", "serial": "9J0550A", "place": "事務長室", "user": "事務長", "ips": ("192.168.0.11",), "introduced": "2020", "maintained_until": "2026"},
            (n, 4): {**p, "tag": "2", "name": "レセプトPC", "serial": "8CC0REZ2", "place": "医事", "user": "共用", "ips": ("192.168.0.12",), "note": "月初は止めない"},
            (n, 5): {**p, "tag": "3", "name": "栄養PC", "serial": "8CC0EIY3", "place": "厨房事務", "user": "栄養士", "ips": ("192.168.0.13",)},
            (n, 6): {"tag": "4", "name": "NAS", "model": "LS720D", "serial": "20140044", "place": "事務長室", "user": "共用", "ips": ("192.168.0.200",), "introduced": "2019", "maintained_until": "2025", "note": "毎週金曜バックアップ"},
        },
        skipped=skip(n, title=1, header=2),
        unread={"リース/買取"},
    )  # fmt: skip


@ledger("完成図書_機器リスト.xlsx")
def as_built_papers(path: Path) -> Truth:
    """A contractor's as-built papers: client and works above, signs of the drawing, cable numbers, then how many there are of each."""
    save(path, {
        "機器リスト": [
            ["完成図書", None, None, None, None, None, None, None, "図書番号", "NW-2024-018-05"],
            ["工事名称", "○○医療センター　院内LAN更新工事", None, None, None, None, None, None, "作成", "2024.12.10"],
            ["施工会社", "北斗通信建設株式会社", None, None, None, None, None, None, "承認", "印"],
            [],
            ["図面記号", "機器名称", "メーカー", "型番", "ホスト名", "管理IPアドレス", "シリアル番号", "MACアドレス", "取付場所", "電源"],
            ["CSW-1", "コアスイッチ", "アライドテレシス", "SBx908Gen2", "c-core1", "10.255.0.1", "A08G2-001", "00:00:CD:FF:00:01", "本館B1F サーバ室", "AC200V×2"],
            ["ESW-1", "エッジスイッチ", "アライドテレシス", "x530-28GPXm", "c-edge-1f1", "10.255.1.1", "A530-101", "00:00:CD:FF:01:01", "本館1F EPS-1", "AC100V"],
            ["ESW-2", "エッジスイッチ", "アライドテレシス", "x530-28GPXm", "c-edge-2f1", "10.255.2.1", "A530-201", "00:00:CD:FF:02:01", "本館2F EPS-1", "AC100V"],
            ["AP-1", "無線アクセスポイント", "アライドテレシス", "TQ6702 GEN2", "c-ap-1f01", "10.255.11.1", "A67-1101", "00:00:CD:FF:11:01", "本館1F 外来待合", "PoE"],
            [],
            ["集計", "機器名称", "数量"],
            [None, "コアスイッチ", "1台"],
            [None, "エッジスイッチ", "2台"],
            [None, "無線アクセスポイント", "1台"],
        ],
    }, {"機器リスト": ["B2:F2", "B3:F3"]})  # fmt: skip
    n = "機器リスト"
    a = {"maker": "アライドテレシス"}
    return Truth(
        assets={
            (n, 6): {**a, "tag": "CSW-1", "name": "コアスイッチ", "model": "SBx908Gen2", "hostname": "c-core1", "ips": ("10.255.0.1",), "serial": "A08G2-001", "macs": ("00:00:cd:ff:00:01",), "place": "本館B1F サーバ室"},
            (n, 7): {**a, "tag": "ESW-1", "name": "エッジスイッチ", "model": "x530-28GPXm", "hostname": "c-edge-1f1", "ips": ("10.255.1.1",), "serial": "A530-101", "macs": ("00:00:cd:ff:01:01",), "place": "本館1F EPS-1"},
            (n, 8): {**a, "tag": "ESW-2", "name": "エッジスイッチ", "model": "x530-28GPXm", "hostname": "c-edge-2f1", "ips": ("10.255.2.1",), "serial": "A530-201", "macs": ("00:00:cd:ff:02:01",), "place": "本館2F EPS-1"},
            (n, 9): {**a, "tag": "AP-1", "name": "無線アクセスポイント", "model": "TQ6702 GEN2", "hostname": "c-ap-1f01", "ips": ("10.255.11.1",), "serial": "A67-1101", "macs": ("00:00:cd:ff:11:01",), "place": "本館1F 外来待合"},
        },
        skipped=skip(n, title=[1, 2, 3], blank=[4, 10], header=[5, 11], subtotal=[12, 13, 14]),
        unread={"電源", "集計"},
    )  # fmt: skip


@ledger("機器カルテ.xlsx")
def a_card_on_each_sheet(path: Path) -> Truth:
    """A sheet for each device, two labels in a line, repairs below with days and words."""
    def card(tag: str, name: str, maker: str, model: str, serial: str, bought: date, place: str, address: str, repairs: list[list[object]]) -> list[list[object]]:
        return [
            ["医療機器カルテ"],
            ["機器番号", tag, None, "機器名", name],
            ["メーカー", maker, None, "型式", model],
            ["製造番号", serial, None, "購入日", bought],
            ["設置場所", place, None, "IPアドレス", address],
            [],
            ["修理・点検履歴"],
            ["日付", "内容", None, None, "対応者"],
            *repairs,
        ]  # fmt: skip

    save(path, {
        "US-01": card("US-01", "超音波診断装置", "キヤノンメディカル", "Aplio a550", "A550-031", date(2019, 9, 2), "健診エコー室", "10.9.31.1", [[date(2022, 4, 1), "プローブ断線 交換", None, None, "メーカー"], [date(2024, 4, 3), "定期点検", None, None, "CE"]]),
        "US-02": card("US-02", "超音波診断装置", "GEヘルスケア", "LOGIQ P9", "LP9-7702", date(2021, 2, 16), "救急外来", "10.9.31.2", [[date(2024, 4, 3), "定期点検", None, None, "CE"]]),
    })  # fmt: skip
    a, b = "US-01", "US-02"
    part = {"part of the card that begins in row 2": [3, 4, 5]}
    return Truth(
        assets={
            (a, 2, "B"): {"tag": "US-01", "name": "超音波診断装置", "maker": "キヤノンメディカル", "model": "Aplio a550", "serial": "A550-031", "introduced": "2019-09-02", "place": "健診エコー室", "ips": ("10.9.31.1",)},
            (b, 2, "B"): {"tag": "US-02", "name": "超音波診断装置", "maker": "GEヘルスケア", "model": "LOGIQ P9", "serial": "LP9-7702", "introduced": "2021-02-16", "place": "救急外来", "ips": ("10.9.31.2",)},
        },
        skipped={**skip(a, title=1, remark_beside_the_table=10, **{"part of the card that begins in row 2": range(3, 10)}), **skip(b, title=1, blank=6, remark_beside_the_table=[7, 8, 9], **part)},
    )  # fmt: skip


@ledger("IPアドレス払出簿.xlsx")
def handed_out_addresses(path: Path) -> Truth:
    """A book of addresses handed out: asked for by whom and when, given back when; what was given back is free again."""
    save(path, {
        "払出": [
            ["受付番号", "払出IP", "払出日", "申請部門", "接続機器", "機器のメーカー", "機器のMAC", "設置先", "使用期限", "返却日", "承認者"],
            ["24-001", "10.66.4.21", "2024.4.8", "リハビリテーション科", "筋電計", "日本光電", "00-90-CC-66-04-21", "リハ室", None, None, "情報室 仁科"],
            ["24-002", "10.66.4.22", "2024.5.20", "臨床研究センター", "解析用PC", "HP", "3C-52-82-66-04-22", "研究室2", "2026.3.31", None, "情報室 仁科"],
            ["24-003", "10.66.4.23", "2024.6.3", "眼科", "光干渉断層計", "カールツァイス", "00-0C-29-66-04-23", "眼科検査室", None, None, "情報室 仁科"],
        ],
    })  # fmt: skip
    n = "払出"
    return Truth(
        assets={
            (n, 2): {"tag": "24-001", "ips": ("10.66.4.21",), "introduced": "2024-04-08", "department": "リハビリテーション科", "name": "筋電計", "maker": "日本光電", "macs": ("00:90:cc:66:04:21",), "place": "リハ室"},
            (n, 3): {"tag": "24-002", "ips": ("10.66.4.22",), "introduced": "2024-05-20", "department": "臨床研究センター", "name": "解析用PC", "maker": "HP", "macs": ("3c:52:82:66:04:22",), "place": "研究室2"},
            (n, 4): {"tag": "24-003", "ips": ("10.66.4.23",), "introduced": "2024-06-03", "department": "眼科", "name": "光干渉断層計", "maker": "カールツァイス", "macs": ("00:0c:29:66:04:23",), "place": "眼科検査室"},
        },
        skipped=skip(n, header=1),
        unread={"使用期限", "承認者"},
    )  # fmt: skip


@ledger("ポンプ製造番号表.xlsx")
def many_serials_under_one_name(path: Path) -> Truth:
    """Pumps: the name, the maker and the model merged over many lines, a line for each serial number with where it is now."""
    save(path, {
        "ポンプ": [
            ["機種", "メーカー", "型式", "製造番号", "管理番号", "現在の場所", "点検月"],
            ["輸液ポンプ", "テルモ", "TE-281", "2108110", "IP-01", "ICU", "2024/11"],
            [None, None, None, "2108111", "IP-02", "HCU", "2024/11"],
            [None, None, None, "2108112", "IP-03", "ME室", "2024/12"],
            ["シリンジポンプ", "テルモ", "TE-381", "2206031", "SP-01", "ICU", "2024/10"],
            [None, None, None, "2206032", "SP-02", "NICU", "2024/10"],
        ],
    }, {"ポンプ": ["A2:A4", "B2:B4", "C2:C4", "A5:A6", "B5:B6", "C5:C6"]})  # fmt: skip
    n = "ポンプ"
    i, s = {"kind": "輸液ポンプ", "maker": "テルモ", "model": "TE-281"}, {"kind": "シリンジポンプ", "maker": "テルモ", "model": "TE-381"}
    return Truth(
        assets={
            (n, 2): {**i, "serial": "2108110", "tag": "IP-01", "place": "ICU", "checked": "2024-11"},
            (n, 3): {**i, "serial": "2108111", "tag": "IP-02", "place": "HCU", "checked": "2024-11"},
            (n, 4): {**i, "serial": "2108112", "tag": "IP-03", "place": "ME室", "checked": "2024-12"},
            (n, 5): {**s, "serial": "2206031", "tag": "SP-01", "place": "ICU", "checked": "2024-10"},
            (n, 6): {**s, "serial": "2206032", "tag": "SP-02", "place": "NICU", "checked": "2024-10"},
        },
        skipped=skip(n, header=1),
    )  # fmt: skip


@ledger("放射線部門システム端末.xlsx")
def written_once_and_left_empty_below(path: Path) -> Truth:
    """The department and the room written once and left empty below; not merged; one table for all."""
    save(path, {
        "端末": [
            ["放射線部門　端末一覧　　　2024年度版"],
            ["系統", "部屋", "端末名", "機種", "OS", "IPアドレス", "モニタ", "備考"],
            ["RIS", "受付", "RIS-UK1", "Z2 G9", "Windows 11 IoT", "10.5.40.1", "24型", None],
            [None, None, "RIS-UK2", "Z2 G9", "Windows 11 IoT", "10.5.40.2", "24型", None],
            [None, "CT操作室", "RIS-CT1", "Z2 G9", "Windows 11 IoT", "10.5.40.11", "24型", None],
            ["読影", "読影室", "RD-01", "Z4 G5", "Windows 11 Pro", "10.5.41.1", "3M×2", "音声入力"],
            [None, None, "RD-02", "Z4 G5", "Windows 11 Pro", "10.5.41.2", "3M×2", None],
        ],
    })  # fmt: skip
    n = "端末"
    r, d = {"model": "Z2 G9", "os": "Windows 11 IoT", "kind": "端末"}, {"model": "Z4 G5", "os": "Windows 11 Pro", "place": "読影室", "kind": "端末"}
    return Truth(
        assets={
            (n, 3): {**r, "hostname": "RIS-UK1", "place": "受付", "ips": ("10.5.40.1",)},
            (n, 4): {**r, "hostname": "RIS-UK2", "place": "受付", "ips": ("10.5.40.2",)},
            (n, 5): {**r, "hostname": "RIS-CT1", "place": "CT操作室", "ips": ("10.5.40.11",)},
            (n, 6): {**d, "hostname": "RD-01", "ips": ("10.5.41.1",), "note": "音声入力"},
            (n, 7): {**d, "hostname": "RD-02", "ips": ("10.5.41.2",)},
        },
        skipped=skip(n, title=1, header=2),
        unread={"系統", "モニタ"},
    )  # fmt: skip


@ledger("Lab equipment inventory.csv")
def a_research_laboratory(path: Path) -> Truth:
    """A research laboratory of a university's hospital, in English: bought with which grant, who answers for it, static or not."""
    write_csv(path, [
        ["ID", "Item", "Manufacturer", "Model No.", "S/N", "Room", "PI / Contact", "Grant", "Purchased", "Network", "IP (static)", "MAC", "PC OS", "Remarks"],
        ["L-01", "Confocal microscope", "Nikon", "AX R", "AXR-2201", "Research Bldg. 4F-412", "Ohara", "JP22K00001", "2022-12-15", "Yes", "133.0.2.41", "00:1A:97:02:02:41", "Windows 10 LTSC", "do not patch"],
        ["L-02", "Flow cytometer", "BD", "FACSLyric", "FL-5570", "Research Bldg. 4F-415", "Ohara", "JP20K00002", "2020-09-30", "Yes", "133.0.2.42", "00:50:B6:02:02:42", "Windows 7", ""],
        ["L-03", "Ultracentrifuge", "Beckman Coulter", "Optima XE-90", "XE9-081", "Research Bldg. 3F-301", "Mori", "", "2013-02-20", "No", "", "", "", ""],
    ], "utf-8-sig")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"tag": "L-01", "name": "Confocal microscope", "maker": "Nikon", "model": "AX R", "serial": "AXR-2201", "place": "Research Bldg. 4F-412", "responsible": "Ohara", "introduced": "2022-12-15", "ips": ("133.0.2.41",), "macs": ("00:1a:97:02:02:41",), "os": "Windows 10 LTSC", "note": "do not patch"},
            ("", 3): {"tag": "L-02", "name": "Flow cytometer", "maker": "BD", "model": "FACSLyric", "serial": "FL-5570", "place": "Research Bldg. 4F-415", "responsible": "Ohara", "introduced": "2020-09-30", "ips": ("133.0.2.42",), "macs": ("00:50:b6:02:02:42",), "os": "Windows 7"},
            ("", 4): {"tag": "L-03", "name": "Ultracentrifuge", "maker": "Beckman Coulter", "model": "Optima XE-90", "serial": "XE9-081", "place": "Research Bldg. 3F-301", "responsible": "Mori", "introduced": "2013-02-20"},
        },
        skipped=skip("", header=1),
        offline={("", 4)},
        unread={"Grant"},
    )  # fmt: skip


@ledger("様式5_機器台帳_押印.xlsx")
def boxes_for_seals_and_revisions_above(path: Path) -> Truth:
    """Boxes for seals, a table of revisions above the table, notes and an empty form below."""
    save(path, {
        "様式5": [
            ["様式第５号", None, None, None, None, None, "院長", "事務長", "係長", "担当"],
            ["医療情報機器管理台帳", None, None, None, None, None, None, None, None, None],
            ["改訂", "年月日", "改訂内容"],
            ["1.0", "2022/4/1", "新規作成"],
            ["1.1", "2024/10/1", "放射線科分を追加"],
            [],
            ["整理番号", "機器の名称", "製造者", "型番", "製造番号", "OS", "IPアドレス", "使用場所", "導入年月日", "特記事項"],
            ["1", "診療予約端末", "富士通", "FMV-D5010", "R0D50101", "Windows 10", "10.41.1.1", "予約窓口", "2021/8/2", None],
            ["2", "画像参照端末", "EIZO", "RadiForce RX250", "RX25-881", None, None, "整形外科", "2020/1/15", "表示器のみ"],
            ["3", "線量管理システム", "キュアホープ", "DOSE MANAGER", "DM-0031", "Windows Server 2019", "10.41.5.31", "放射線科", "2020/4/1", None],
            ["4", None, None, None, None, None, None, None, None, None],
            ["備考　１．本台帳は年１回見直すこと。"],
            ["　　　２．廃棄したときは二重線で消すこと。"],
        ],
    }, {"様式5": ["A2:F2", "G2:G2", "C3:F3", "C4:F4", "C5:F5"]})  # fmt: skip
    n = "様式5"
    return Truth(
        assets={
            (n, 8): {"tag": "1", "name": "診療予約端末", "maker": "富士通", "model": "FMV-D5010", "serial": "R0D50101", "os": "Windows 10", "ips": ("10.41.1.1",), "place": "予約窓口", "introduced": "2021-08-02"},
            (n, 9): {"tag": "2", "name": "画像参照端末", "maker": "EIZO", "model": "RadiForce RX250", "serial": "RX25-881", "place": "整形外科", "introduced": "2020-01-15", "note": "表示器のみ"},
            (n, 10): {"tag": "3", "name": "線量管理システム", "maker": "キュアホープ", "model": "DOSE MANAGER", "serial": "DM-0031", "os": "Windows Server 2019", "ips": ("10.41.5.31",), "place": "放射線科", "introduced": "2020-04-01"},
        },
        skipped=skip(n, title=[1, 2, 3, 4, 5], blank=6, header=7, remark_beside_the_table=[12, 13], **{"numbered, but not filled in": 11}),
    )  # fmt: skip


@ledger("プリンタ・複合機一覧.xlsx")
def printers_and_copiers(path: Path) -> Truth:
    """Printers and copiers of all departments, plain: paper, colour, whose lease, who comes when it jams."""
    save(path, {
        "一覧表": [
            ["機器No.", "種類", "メーカー名", "機種名", "機械番号", "設置部署", "設置場所", "IPアドレス", "カラー", "対応用紙", "契約形態", "コールセンター", "リース終了日", "カウンタ(2月)"],
            ["MFP-01", "複合機", "リコー", "IM C4500", "3119C450001", "総務課", "総務課内", "10.12.0.51", "カラー", "A3", "リース", "リコージャパン", date(2027, 6, 30), 104022],
            ["MFP-02", "複合機", "富士フイルムBI", "Apeos C3570", "C357-0332", "医局", "医局前廊下", "10.12.0.52", "カラー", "A3", "リース", "富士フイルムBI東京", date(2028, 1, 31), 45980],
            ["LP-11", "プリンタ", "エプソン", "LP-S3290", "X4ZZ0311", "1階会計", "会計窓口2", "10.12.0.61", "モノクロ", "A4", "購入", "エプソンサービス", None, 250311],
        ],
    })  # fmt: skip
    n = "一覧表"
    return Truth(
        assets={
            (n, 2): {"tag": "MFP-01", "kind": "複合機", "maker": "リコー", "model": "IM C4500", "serial": "3119C450001", "department": "総務課", "place": "総務課内", "ips": ("10.12.0.51",), "maintainer": "リコージャパン", "maintained_until": "2027-06-30"},
            (n, 3): {"tag": "MFP-02", "kind": "複合機", "maker": "富士フイルムBI", "model": "Apeos C3570", "serial": "C357-0332", "department": "医局", "place": "医局前廊下", "ips": ("10.12.0.52",), "maintainer": "富士フイルムBI東京", "maintained_until": "2028-01-31"},
            (n, 4): {"tag": "LP-11", "kind": "プリンタ", "maker": "エプソン", "model": "LP-S3290", "serial": "X4ZZ0311", "department": "1階会計", "place": "会計窓口2", "ips": ("10.12.0.61",), "maintainer": "エプソンサービス"},
        },
        skipped=skip(n, header=1),
        unread={"カラー", "対応用紙", "契約形態", "カウンタ(2月)"},
    )  # fmt: skip


@ledger("生理検査_装置リスト.xlsx")
def two_rows_of_headings_with_years(path: Path) -> Truth:
    """Physiological tests: under 'inspections' a column for each year, under 'contract' whom and until when; two addresses in one cell."""
    save(path, {
        "生理": [
            ["装置名", "メーカ", "型名", "装置ID", "シリアルNo", "ネットワーク", None, "点検", None, None, "契約", None],
            [None, None, None, None, None, "ホスト名", "IP", "R4", "R5", "R6", "業者", "終期"],
            ["ホルター解析装置", "日本光電", "DSC-5500", "PH-01", "55-0091", "HOLTER1", "10.35.7.11\n(装置側 192.168.100.1)", "済", "済", "済", "日本光電", "R8.3.31"],
            ["肺機能検査装置", "チェスト", "CHESTAC-8900", "PH-02", "89-1203", "CHEST1", "10.35.7.12", "済", "済", "未", "チェスト", "R7.9.30"],
            ["脈波検査装置", "フクダ電子", "VS-2500", "PH-03", "25-7781", None, "未接続", "済", "―", "済", "―", "―"],
        ],
    }, {"生理": ["F1:G1", "H1:J1", "K1:L1", *(f"{c}1:{c}2" for c in "ABCDE")]})  # fmt: skip
    n = "生理"
    return Truth(
        assets={
            (n, 3): {"name": "ホルター解析装置", "maker": "日本光電", "model": "DSC-5500", "tag": "PH-01", "serial": "55-0091", "hostname": "HOLTER1", "ips": ("10.35.7.11", "192.168.100.1"), "maintainer": "日本光電", "maintained_until": "2026-03-31"},
            (n, 4): {"name": "肺機能検査装置", "maker": "チェスト", "model": "CHESTAC-8900", "tag": "PH-02", "serial": "89-1203", "hostname": "CHEST1", "ips": ("10.35.7.12",), "maintainer": "チェスト", "maintained_until": "2025-09-30"},
            (n, 5): {"name": "脈波検査装置", "maker": "フクダ電子", "model": "VS-2500", "tag": "PH-03", "serial": "25-7781"},
        },
        skipped=skip(n, header=[1, 2]),
        unread={"点検/R4", "点検/R5", "点検/R6"},
        offline={(n, 5)},
    )  # fmt: skip
