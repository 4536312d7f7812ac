"""A fourth dozen, written before the reader saw them: their shapes are odd more than their words. See make.py."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.ledgers.make import Truth, fill, ledger, skip, workbook, write_csv
from tests.ledgers.more import save


@ledger("院内ネットワーク端末一覧（統括）.xlsx")
def octets_in_four_columns(path: Path) -> Truth:
    """The address in four columns of one number each under one heading, a place in three, a total above the table."""
    save(path, {
        "端末": [
            ["院内ネットワーク端末一覧"],
            ["登録台数", 3, "台"],
            [],
            ["番号", "端末名", "IPアドレス", None, None, None, "建屋", "階", "部屋名", "用途", "MACアドレス"],
            ["0001", "EMR-101", 10, 20, 1, 101, "本館", 1, "内科診察室", "電子カルテ", "6C:02:E0:00:01:01"],
            ["0002", "EMR-102", 10, 20, 1, 102, "本館", 2, "外科診察室", "電子カルテ", "6C:02:E0:00:01:02"],
            ["0003", "PACS-V1", 10, 20, 9, 11, "新館", 3, "読影室", "画像参照", "6C:02:E0:00:01:03"],
        ],
    }, {"端末": ["C4:F4"]})  # fmt: skip
    n = "端末"
    return Truth(
        assets={
            (n, 5): {"kind": "端末", "tag": "0001", "hostname": "EMR-101", "ips": ("10.20.1.101",), "place": "本館 1階 内科診察室", "name": "電子カルテ", "macs": ("6c:02:e0:00:01:01",)},
            (n, 6): {"kind": "端末", "tag": "0002", "hostname": "EMR-102", "ips": ("10.20.1.102",), "place": "本館 2階 外科診察室", "name": "電子カルテ", "macs": ("6c:02:e0:00:01:02",)},
            (n, 7): {"kind": "端末", "tag": "0003", "hostname": "PACS-V1", "ips": ("10.20.9.11",), "place": "新館 3階 読影室", "name": "画像参照", "macs": ("6c:02:e0:00:01:03",)},
        },
        skipped=skip(n, title=[1, 2], blank=3, header=4),
    )  # fmt: skip


@ledger("病棟機器(2か国語).xlsx")
def headings_in_two_languages(path: Path) -> Truth:
    """A second row of headings says the first once more in English; examples stand in the headings' brackets."""
    save(path, {
        "Ward": [
            ["管理番号", "機器名", "製造業者", "型式", "製造番号", "IPアドレス（例：10.0.0.1）", "設置日（例：2024/4/1）", "保守期限"],
            ["Asset No.", "Equipment", "Manufacturer", "Model", "Serial No.", "IP Address", "Installed", "Maint. until"],
            ["W-01", "ベッドサイドモニタ", "フクダ電子", "DS-8400", "84000111", "10.8.3.11", date(2021, 6, 1), "2027/3"],
            ["W-02", "ベッドサイドモニタ", "フクダ電子", "DS-8400", "84000112", "10.8.3.12", date(2021, 6, 1), "2027/3"],
        ],
    })  # fmt: skip
    n = "Ward"
    ds = {"name": "ベッドサイドモニタ", "maker": "フクダ電子", "model": "DS-8400", "introduced": "2021-06-01", "maintained_until": "2027-03"}
    return Truth(
        assets={
            (n, 3): {**ds, "tag": "W-01", "serial": "84000111", "ips": ("10.8.3.11",)},
            (n, 4): {**ds, "tag": "W-02", "serial": "84000112", "ips": ("10.8.3.12",)},
        },
        skipped=skip(n, header=[1, 2]),
    )  # fmt: skip


@ledger("機器登録票.xlsx")
def labels_above_their_values(path: Path) -> Truth:
    """A form for each device: labels in one line, their values in the line below, three such pairs, form under form."""
    save(path, {
        "登録票": [
            ["医療機器登録票"],
            ["登録番号", "機器名称", "メーカー"],
            ["T-0501", "超音波診断装置", "キヤノンメディカルシステムズ"],
            ["型式", "製造番号", "購入年月日"],
            ["Aplio a550", "T1A2001", "R2.10.1"],
            ["設置場所", "IPアドレス", "担当ME"],
            ["心エコー室", "10.31.0.5", "三浦"],
            [],
            ["医療機器登録票"],
            ["登録番号", "機器名称", "メーカー"],
            ["T-0502", "心電計", "日本光電"],
            ["型式", "製造番号", "購入年月日"],
            ["ECG-3350", "33500222", "R4.5.10"],
            ["設置場所", "IPアドレス", "担当ME"],
            ["生理検査室", "10.31.0.6", "三浦"],
        ],
    })  # fmt: skip
    n = "登録票"
    return Truth(
        assets={
            (n, 3): {"tag": "T-0501", "name": "超音波診断装置", "maker": "キヤノンメディカルシステムズ", "model": "Aplio a550", "serial": "T1A2001", "introduced": "2020-10-01", "place": "心エコー室", "ips": ("10.31.0.5",), "responsible": "三浦"},
            (n, 11): {"tag": "T-0502", "name": "心電計", "maker": "日本光電", "model": "ECG-3350", "serial": "33500222", "introduced": "2022-05-10", "place": "生理検査室", "ips": ("10.31.0.6",), "responsible": "三浦"},
        },
        skipped={**skip(n, title=1, header=[2, 4, 6, 10, 12, 14], blank=8, section=9), (n, 5): "continues row 3", (n, 7): "continues row 3", (n, 13): "continues row 11", (n, 15): "continues row 11"},
    )  # fmt: skip


@ledger("export_20241001.csv")
def of_a_tool_with_a_preamble(path: Path) -> Truth:
    """A tool's file: lines about the file itself above, semicolons between, line breaks inside cells, a count below."""
    path.write_bytes(
        (
            "# Inventory export\r\n# generated: 2024-10-01T09:00:00+09:00\r\n\r\n"
            '"device_name";"device_type";"vendor";"model_name";"serial_no";"primary_ip";"mac_addr";"os_ver";"location_name";"last_seen_at"\r\n'
            '"MRI-CONSOLE";"Workstation";"HP";"Z4 G4";"CZC1000001";"10.20.4.2";"9c:7b:ef:00:00:01";"Windows 10 1809";"MRI\nroom 2";"2024-09-30 23:58"\r\n'
            '"PUMP-GW1";"Gateway";"Moxa";"NPort 5110";"MX0002";"10.20.4.9";"00:90:e8:00:00:02";"";"ICU";"2024-09-30 23:59"\r\n'
            "# 2 devices\r\n"
        ).encode()
    )
    return Truth(
        assets={
            ("", 5): {"name": "MRI-CONSOLE", "kind": "Workstation", "maker": "HP", "model": "Z4 G4", "serial": "CZC1000001", "ips": ("10.20.4.2",), "macs": ("9c:7b:ef:00:00:01",), "os": "Windows 10 1809", "place": "MRI room 2", "checked": "2024-09-30"},
            ("", 6): {"name": "PUMP-GW1", "kind": "Gateway", "maker": "Moxa", "model": "NPort 5110", "serial": "MX0002", "ips": ("10.20.4.9",), "macs": ("00:90:e8:00:00:02",), "place": "ICU", "checked": "2024-09-30"},
        },
        skipped=skip("", title=[1, 2], blank=3, header=4, **{"remark beside the table": 7}),
    )  # fmt: skip


@ledger("内視鏡室_機器構成.xlsx")
def several_facts_in_lines_of_a_cell(path: Path) -> Truth:
    """One cell holds maker, model and serial number in three lines; the rack is merged down, the device has parts."""
    save(path, {
        "内視鏡": [
            ["内視鏡室　機器構成表"],
            ["検査室", "機器名", "メーカー\n型式\n製造番号", "IPアドレス", "導入年度", "保守契約"],
            ["第1検査室", "内視鏡システム", "オリンパス\nCV-1500\n7500011", "10.33.1.1", "R3年度", "あり（年間）"],
            [None, "画像記録装置", "オリンパス\nIMH-20\n2000012", "10.33.1.2", "R3年度", "なし"],
            ["第2検査室", "内視鏡システム", "富士フイルム\nVP-7000\n1B700021", "10.33.1.11", "H30年度", "あり（年間）"],
        ],
    }, {"内視鏡": ["A3:A4"]})  # fmt: skip
    n = "内視鏡"
    dep = {"department": "内視鏡"}
    return Truth(
        assets={
            (n, 3): {**dep, "place": "第1検査室", "name": "内視鏡システム", "maker": "オリンパス", "model": "CV-1500", "serial": "7500011", "ips": ("10.33.1.1",), "introduced": "2021"},
            (n, 4): {**dep, "place": "第1検査室", "name": "画像記録装置", "maker": "オリンパス", "model": "IMH-20", "serial": "2000012", "ips": ("10.33.1.2",), "introduced": "2021"},
            (n, 5): {**dep, "place": "第2検査室", "name": "内視鏡システム", "maker": "富士フイルム", "model": "VP-7000", "serial": "1B700021", "ips": ("10.33.1.11",), "introduced": "2018"},
        },
        skipped=skip(n, title=1, header=2),
        unread={"保守契約"},
    )  # fmt: skip


@ledger("PC・プリンタ一覧.xlsx")
def different_tables_side_by_side(path: Path) -> Truth:
    """PCs on the left, printers on the right, each with headings of its own."""
    save(path, {
        "2024": [
            ["PC一覧", None, None, None, None, None, "プリンタ一覧"],
            ["PC-ID", "PC名", "使用部署", "IP", "OS", None, "PR-ID", "機種", "設置場所", "IPアドレス"],
            ["P01", "IJI-1", "医事課", "10.2.1.1", "Win11", None, "R01", "RICOH IM C3000", "医事課", "10.2.9.1"],
            ["P02", "IJI-2", "医事課", "10.2.1.2", "Win11", None, "R02", "Canon LBP441", "薬局", "10.2.9.2"],
            ["P03", "YAK-1", "薬局", "10.2.1.3", "Win10"],
        ],
    })  # fmt: skip
    n = "2024"
    return Truth(
        assets={
            (n, 3): {"tag": "P01", "hostname": "IJI-1", "department": "医事課", "ips": ("10.2.1.1",), "os": "Win11"},
            (n, 4): {"tag": "P02", "hostname": "IJI-2", "department": "医事課", "ips": ("10.2.1.2",), "os": "Win11"},
            (n, 5): {"tag": "P03", "hostname": "YAK-1", "department": "薬局", "ips": ("10.2.1.3",), "os": "Win10"},
            (n, 3, "G"): {"tag": "R01", "model": "RICOH IM C3000", "place": "医事課", "ips": ("10.2.9.1",)},
            (n, 4, "G"): {"tag": "R02", "model": "Canon LBP441", "place": "薬局", "ips": ("10.2.9.2",)},
        },
        skipped=skip(n, title=1, header=2),
    )  # fmt: skip


@ledger("透析機器履歴台帳.xlsx")
def dates_in_three_columns(path: Path) -> Truth:
    """The day of purchase in columns for year, month and day under one heading; an old copy on a hidden sheet."""
    book = workbook()
    s = book.active
    s.title = "現行"
    fill(s, [
        ["透析室　機器台帳"],
        ["No", "装置名", "型番", "製造番号", "購入", None, None, "状況"],
        [None, None, None, None, "年", "月", "日", None],
        [1, "透析用監視装置", "TR-3300M", "3300-011", 2019, 4, 1, "稼働中"],
        [2, "透析用監視装置", "TR-3300M", "3300-012", 2019, 4, 1, "予備"],
        [3, "RO装置", "MIE-800", "M8-01", 2015, 11, 20, "稼働中"],
    ])  # fmt: skip
    for merged in ("A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:G2", "H2:H3"):
        s.merge_cells(merged)
    old = book.create_sheet("旧_H30")
    fill(old, [["No", "装置名", "型番", "製造番号"], [1, "透析用監視装置", "DBB-27", "27-001"]])
    old.sheet_state = "hidden"
    book.save(path)
    n = "現行"
    tr = {"name": "透析用監視装置", "model": "TR-3300M", "introduced": "2019-04-01"}
    return Truth(
        assets={
            (n, 4): {**tr, "tag": "1", "serial": "3300-011", "state": "in_use"},
            (n, 5): {**tr, "tag": "2", "serial": "3300-012", "state": "spare"},
            (n, 6): {"tag": "3", "name": "RO装置", "model": "MIE-800", "serial": "M8-01", "introduced": "2015-11-20", "state": "in_use"},
            ("旧_H30", 2): {"tag": "1", "name": "透析用監視装置", "model": "DBB-27", "serial": "27-001"},
        },
        skipped={**skip(n, title=1, header=[2, 3]), **skip("旧_H30", header=1)},
        doubts={("旧_H30", 2, "state"): "hidden sheet"},
    )  # fmt: skip


@ledger("医療機器一覧（診療科別）.csv")
def departments_in_the_first_column_only_once(path: Path) -> Truth:
    """The department stands only in the first of its rows, the rest is blank; number, unit and remarks; CP932."""
    write_csv(path, [
        ["診療科", "品目", "メーカー", "型式", "数量", "単位", "製番", "取得年月", "ネット接続"],
        ["眼科", "眼底カメラ", "トプコン", "TRC-NW8F", "1", "台", "880011", "2018.10", "○"],
        ["", "ＯＣＴ", "カールツァイス", "CIRRUS 5000", "1", "台", "5000-012", "2020.2", "○"],
        ["", "細隙灯", "タカギセイコー", "700GL", "2", "台", "", "2010.6", "×"],
        ["耳鼻科", "聴力検査器", "リオン", "AA-H1", "1", "台", "H1-77", "2016.9", "×"],
    ], "cp932")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"department": "眼科", "name": "眼底カメラ", "maker": "トプコン", "model": "TRC-NW8F", "quantity": 1, "serial": "880011", "introduced": "2018-10"},
            ("", 3): {"department": "眼科", "name": "OCT", "maker": "カールツァイス", "model": "CIRRUS 5000", "quantity": 1, "serial": "5000-012", "introduced": "2020-02"},
            ("", 4): {"department": "眼科", "name": "細隙灯", "maker": "タカギセイコー", "model": "700GL", "quantity": 2, "introduced": "2010-06"},
            ("", 5): {"department": "耳鼻科", "name": "聴力検査器", "maker": "リオン", "model": "AA-H1", "quantity": 1, "serial": "H1-77", "introduced": "2016-09"},
        },
        skipped=skip("", header=1),
        offline={("", 4), ("", 5)},
    )  # fmt: skip


@ledger("クリニック機器メモ.xlsx")
def a_memo_of_a_clinic(path: Path) -> Truth:
    """A clinic's memo: a heading for the name alone, the rest in plain questions, blank rows between the devices."""
    save(path, {
        "メモ": [
            ["クリニックの機械　覚書"],
            [],
            ["機械の名前", "作った会社", "どこで買った？", "いつ買った？", "保証はいつまで？", "ネットの番号（IP）"],
            [],
            ["電子カルテ本体", "富士通", "メディカルシステム社", "2022年4月", "2027年3月", "192.168.11.2"],
            [],
            ["レントゲン（CR）", "コニカミノルタ", "コニカミノルタジャパン", "2019年8月", "切れている", "192.168.11.20"],
            [],
            ["血球計算機", "堀場製作所", "堀場製作所", "2021年1月", "2026年1月", "なし"],
        ],
    })  # fmt: skip
    n = "メモ"
    return Truth(
        assets={
            (n, 5): {"name": "電子カルテ本体", "maker": "富士通", "maintainer": "メディカルシステム社", "introduced": "2022-04", "maintained_until": "2027-03", "ips": ("192.168.11.2",)},
            (n, 7): {"name": "レントゲン(CR)", "maker": "コニカミノルタ", "maintainer": "コニカミノルタジャパン", "introduced": "2019-08", "ips": ("192.168.11.20",)},
            (n, 9): {"name": "血球計算機", "maker": "堀場製作所", "maintainer": "堀場製作所", "introduced": "2021-01", "maintained_until": "2026-01"},
        },
        skipped=skip(n, title=1, blank=[2, 4, 6, 8], header=3),
    )  # fmt: skip


@ledger("部門システム機器一覧（ベンダ提出）.xlsx")
def systems_with_their_parts(path: Path) -> Truth:
    """By system: a section row in the first column, its machines below; three levels of headings; two addresses apart."""
    save(path, {
        "一覧": [
            ["部門システム機器一覧表", None, None, None, None, None, None, None, "提出日：2024/8/1"],
            ["機器", None, None, "ネットワーク", None, None, None, "保守", None],
            ["構成機器名", "製品", None, "ホスト名", "IPアドレス", None, "MAC", "窓口会社", "満了"],
            [None, "メーカ", "型番", None, "業務", "管理", None, None, None],
            ["◎薬剤部門システム"],
            ["DBサーバ", "HPE", "DL360 Gen10+", "YAKU-DB", "10.60.1.1", "10.60.101.1", "94:40:c9:01:00:01", "ユヤマ", "2028/3"],
            ["調剤端末", "HP", "ProDesk 400 G7", "YAKU-T1", "10.60.1.11", None, "94:40:c9:01:00:11", "ユヤマ", "2026/3"],
            ["◎輸血部門システム"],
            ["輸血端末", "NEC", "Mate MKT44", "YUKETU1", "10.61.1.11", None, "8c:df:9d:01:00:11", "オネスト", "2027/3"],
        ],
    }, {"一覧": ["A2:C2", "D2:G2", "H2:I2", "A3:A4", "B3:C3", "D3:D4", "E3:F3", "G3:G4", "H3:H4", "I3:I4"]})  # fmt: skip
    n = "一覧"
    return Truth(
        assets={
            (n, 6): {"name": "DBサーバ", "maker": "HPE", "model": "DL360 Gen10+", "hostname": "YAKU-DB", "ips": ("10.60.1.1", "10.60.101.1"), "macs": ("94:40:c9:01:00:01",), "maintainer": "ユヤマ", "maintained_until": "2028-03"},
            (n, 7): {"name": "調剤端末", "maker": "HP", "model": "ProDesk 400 G7", "hostname": "YAKU-T1", "ips": ("10.60.1.11",), "macs": ("94:40:c9:01:00:11",), "maintainer": "ユヤマ", "maintained_until": "2026-03"},
            (n, 9): {"name": "輸血端末", "maker": "NEC", "model": "Mate MKT44", "hostname": "YUKETU1", "ips": ("10.61.1.11",), "macs": ("8c:df:9d:01:00:11",), "maintainer": "オネスト", "maintained_until": "2027-03"},
        },
        skipped=skip(n, title=1, header=[2, 3, 4], section=[5, 8]),
    )  # fmt: skip


@ledger("ナースコール・PHS基地局.tsv")
def base_stations(path: Path) -> Truth:
    """Base stations of telephones: number, floor by letter, box, the kind of line, words instead of addresses; UTF-16."""
    write_csv(path, [
        ["基地局番号", "設置フロア", "取付場所", "品番", "ロット", "給電元", "LANアドレス", "設置年月", "点検者", "点検年月日"],
        ["CS-01", "1F", "玄関天井", "WX330-CS", "2101A", "PBX-1", "未接続", "2021年2月", "中野", "2024年2月3日"],
        ["CS-02", "2F", "廊下東", "WX330-CS", "2101B", "PBX-1", "10.95.0.2", "2021年2月", "中野", "2024年2月3日"],
    ], "utf-16", "\t")  # fmt: skip
    wx = {"model": "WX330-CS", "introduced": "2021-02", "checked": "2024-02-03"}
    return Truth(
        assets={
            ("", 2): {**wx, "tag": "CS-01", "place": "1F 玄関天井", "serial": "2101A"},
            ("", 3): {**wx, "tag": "CS-02", "place": "2F 廊下東", "serial": "2101B", "ips": ("10.95.0.2",)},
        },
        skipped=skip("", header=1),
        offline={("", 2)},
        unread={"給電元", "点検者"},
    )  # fmt: skip


@ledger("資産管理台帳_学校法人附属病院.xlsx")
def assets_of_a_university_hospital(path: Path) -> Truth:
    """A university's form: cost centres, funds, the professor who uses it, old and new stickers, three amounts."""
    save(path, {
        "台帳": [
            ["資産管理台帳", None, None, None, None, None, None, None, None, None, "2024年度"],
            ["旧シール番号", "新シール番号", "勘定科目", "物品名", "規格等", "製造者名", "取得日", "取得価額", "期首簿価", "期末簿価", "使用責任者氏名", "所属講座", "配置建物・室", "処分年月日"],
            ["97-0001", "N-20011", "医療用器械備品", "生体顕微鏡", "BX53", "オリンパス", date(2014, 8, 1), 1200000, 1, 1, "高見 教授", "病理学講座", "基礎棟 402", None],
            [None, "N-23102", "教育研究用機器備品", "解析サーバ", "PowerEdge R750", "デル", date(2023, 1, 20), 3300000, 2200000, 1650000, "高見 教授", "病理学講座", "基礎棟 405", None],
            ["02-0455", "N-20777", "医療用器械備品", "クリオスタット", "CM1950", "ライカ", date(2012, 2, 1), 4100000, 1, 0, "野沢 助教", "病理部", "外来棟 B1", date(2024, 3, 31)],
        ],
    })  # fmt: skip
    n = "台帳"
    return Truth(
        assets={
            (n, 3): {"tag": "N-20011", "name": "生体顕微鏡", "model": "BX53", "maker": "オリンパス", "introduced": "2014-08-01", "user": "高見 教授", "department": "病理学講座", "place": "基礎棟 402"},
            (n, 4): {"tag": "N-23102", "name": "解析サーバ", "model": "PowerEdge R750", "maker": "デル", "introduced": "2023-01-20", "user": "高見 教授", "department": "病理学講座", "place": "基礎棟 405"},
            (n, 5): {"tag": "N-20777", "name": "クリオスタット", "model": "CM1950", "maker": "ライカ", "introduced": "2012-02-01", "user": "野沢 助教", "department": "病理部", "place": "外来棟 B1", "disposed": "2024-03-31", "state": "disposed"},
        },
        skipped=skip(n, title=1, header=2),
        unread={"旧シール番号", "勘定科目", "取得価額", "期首簿価", "期末簿価"},
    )  # fmt: skip
