"""Messy ledgers as hospitals keep them, each with its truth: made anew for every test run.

    python -m tests.ledgers.make FOLDER      writes them all, to be looked at in a spreadsheet

A ledger is a function that writes a file and returns its Truth: for each device row its reference and every
field that is not empty, and for each other row why it is none. A field that the truth does not name must
be empty, a row that it does not name must not exist.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

Value = object
Fields = dict[str, Value]
Where = tuple[str, int] | tuple[str, int, str]


@dataclass
class Truth:
    """assets: (sheet, row) or (sheet, row, column letter) -> fields.  skipped: (sheet, row) -> why.

    doubts: (sheet, row, field) -> words that the doubt must have.  problems: (sheet, row, column) -> words of
    the problem; all problems must be named here.  unread: headings that must be reported as not read.
    """

    assets: dict[Where, Fields] = field(default_factory=dict)
    skipped: dict[tuple[str, int], str] = field(default_factory=dict)
    doubts: dict[tuple[str, int, str], str] = field(default_factory=dict)
    problems: dict[tuple[str, int, str], str] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    offline: set[tuple[str, int]] = field(default_factory=set)


Maker = Callable[[Path], Truth]
LEDGERS: dict[str, tuple[str, Maker]] = {}


def ledger(name: str) -> Callable[[Maker], Maker]:
    """Registers a maker under the file name that it is written to."""

    def register(make: Maker) -> Maker:
        assert make.__name__ not in LEDGERS, f"two ledgers are called {make.__name__}"
        assert name not in {n for n, _ in LEDGERS.values()}, f"two ledgers are written to {name}"
        LEDGERS[make.__name__] = (name, make)
        return make

    return register


def skip(sheet: str, **why: object) -> dict[tuple[str, int], str]:
    """skip("A", title=[1, 2], header=3): rows by reason; _ in a name is a space."""
    return {
        (sheet, row): reason.replace("_", " ")
        for reason, rows in why.items()
        for row in (rows if isinstance(rows, Iterable) else [rows])
    }


def write_csv(path: Path, rows: list[list[str]], encoding: str, delimiter: str = ",") -> None:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))


def workbook():  # type: ignore[no-untyped-def]
    """An empty openpyxl workbook: its first sheet is there, and has no name yet."""
    from openpyxl import Workbook

    return Workbook()


def fill(sheet, rows: list[list[Value]], top: int = 1) -> None:  # type: ignore[no-untyped-def]
    for number, row in enumerate(rows, top):
        for column, value in enumerate(row, 1):
            if value is not None:
                sheet.cell(number, column, value)


@ledger("情報機器台帳.xlsx")
def it_two_row_header(path: Path) -> Truth:
    """Title, a header of two rows with merges down and across, full width, 〃, 和暦, several notations."""
    book = workbook()
    s = book.active
    s.title = "機器一覧"
    fill(s, [
        ["令和６年度　情報機器管理台帳"],
        [None, None, None, None, None, None, None, "作成日：2024/4/1"],
        [],
        ["管理\n番号", "機器名称", "メーカー", "型式", "ネットワーク", None, None, "設置\n場所", "導入", None, "状態", "備考"],
        [None, None, None, None, "ホスト名", "ＩＰアドレス", "ＭＡＣアドレス", None, "年月日", "業者", None, None],
        ["ＰＣ－００１", "受付ＰＣ", "富士通㈱", "ＥＳＰＲＩＭＯ　Ｄ７０１２", "ＵＫＥＴＳＵＫＥ０１", "１９２．１６８．１．１０",
         "００：１Ｂ：２１：ＡＡ：ＢＢ：０１", "本館１階　受付", "Ｒ５．４．１", "㈱メディカルＩＴ", "使用中", None],
        ["PC‐002", "〃", "〃", "〃", "UKETSUKE02", "192.168.001.011", "001B-21AA-BB02", "〃", "令和5年4月1日", "〃", "〃", "予備電源あり"],
        ["PC−003", "医事ＰＣ", "ＮＥＣ", "Mate", "IJI01", "DHCP", "001b21aabb03", "2F 医事課", "平成３０年４月", "〃", "故障中", None],
        ["PC-004", "診察室PC", "〃", "〃", "SHINSATSU01", "自動", "00-1b-21-aa-bb-04", "2F 診察室", date(2022, 7, 1), "（株）メディカルＩＴ", "廃棄", "R6.3.31 廃棄"],
        [],
        ["計", "4台"],
    ])  # fmt: skip
    for merged in ("A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:G4", "H4:H5", "I4:J4", "K4:K5", "L4:L5", "A1:L1"):
        s.merge_cells(merged)
    book.save(path)
    n, it = "機器一覧", "株式会社メディカルIT"
    return Truth(
        assets={
            (n, 6): {"tag": "PC-001", "name": "受付PC", "maker": "富士通株式会社", "model": "ESPRIMO D7012", "hostname": "UKETSUKE01",
                     "ips": ("192.168.1.10",), "macs": ("00:1b:21:aa:bb:01",), "place": "本館1階 受付", "introduced": "2023-04-01",
                     "maintainer": it, "state": "in_use"},
            (n, 7): {"tag": "PC-002", "name": "受付PC", "maker": "富士通株式会社", "model": "ESPRIMO D7012", "hostname": "UKETSUKE02",
                     "ips": ("192.168.1.11",), "macs": ("00:1b:21:aa:bb:02",), "place": "本館1階 受付", "introduced": "2023-04-01",
                     "maintainer": it, "state": "in_use", "note": "予備電源あり"},
            (n, 8): {"tag": "PC-003", "name": "医事PC", "maker": "NEC", "model": "Mate", "hostname": "IJI01", "dhcp": True,
                     "macs": ("00:1b:21:aa:bb:03",), "place": "2F 医事課", "introduced": "2018-04", "maintainer": it, "state": "stopped"},
            (n, 9): {"tag": "PC-004", "name": "診察室PC", "maker": "NEC", "model": "Mate", "hostname": "SHINSATSU01", "dhcp": True,
                     "macs": ("00:1b:21:aa:bb:04",), "place": "2F 診察室", "introduced": "2022-07-01", "maintainer": it,
                     "state": "disposed", "note": "R6.3.31 廃棄"},
        },
        skipped=skip(n, title=[1, 2], blank=[3, 10], header=[4, 5], subtotal=11),
        doubts={(n, 7, "maker"): "row 6", (n, 8, "maintainer"): "row 6"},
    )  # fmt: skip


@ledger("ME機器台帳.xlsx")
def me_by_ward(path: Path) -> Truth:
    """A sheet per ward, merged cells down, JMDN, states as ○ and ×, a cover sheet and a legend."""
    book = workbook()
    cover = book.active
    cover.title = "表紙"
    fill(cover, [[], [None, "ＭＥ機器管理台帳"], [None, "臨床工学科"], [None, "令和6年4月1日現在"]])
    head = [
        "ME番号",
        "一般的名称",
        "販売名",
        "製造販売業者",
        "製造番号",
        "JMDNコード",
        "使用可否",
        "最終点検日",
        "LAN接続",
        "ＭＡＣアドレス",
    ]
    ward = book.create_sheet("３階東病棟")
    fill(ward, [
        head,
        ["ME-0001", "輸液ポンプ", "テルフュージョン輸液ポンプ TE-131", "テルモ(株)", "13100001", 13215000, "○", "2024/3/1", "無", None],
        ["ME-0002", None, None, None, "13100002", 13215000, "○", "2024/3/1", "無", None],
        ["ME-0003", None, None, None, "13100003", 13215000, "×", "2023/3/15", "無", None],
    ])  # fmt: skip
    for column in "BCD":
        ward.merge_cells(f"{column}2:{column}4")
    icu = book.create_sheet("ICU")
    fill(icu, [
        head,
        ["ME-0101", "生体情報モニタ", "ベッドサイドモニタ BSM-6501", "日本光電工業株式会社", "A00123", 36872000, "可", "R6.2.10", "有", "00:A0:B0:11:22:33"],
        ["ME-0102", "人工呼吸器", "Evita V500", "ドレーゲル・メディカルジャパン㈱", "ASFD-0012", 36289000, "修理中", "R6.2.11", "有", "0007.d810.2030"],
    ])  # fmt: skip
    legend = book.create_sheet("凡例")
    fill(legend, [["記号", "意味"], ["○", "使用可"], ["×", "使用不可"]])
    book.save(path)
    a, b = "３階東病棟", "ICU"
    pump = {
        "kind": "輸液ポンプ",
        "name": "テルフュージョン輸液ポンプ TE-131",
        "maker": "テルモ株式会社",
        "medical_id": "13215000",
        "department": "3階東病棟",
    }
    return Truth(
        assets={
            (a, 2): {**pump, "tag": "ME-0001", "serial": "13100001", "state": "in_use", "checked": "2024-03-01"},
            (a, 3): {**pump, "tag": "ME-0002", "serial": "13100002", "state": "in_use", "checked": "2024-03-01"},
            (a, 4): {**pump, "tag": "ME-0003", "serial": "13100003", "state": "stopped", "checked": "2023-03-15"},
            (b, 2): {"tag": "ME-0101", "kind": "生体情報モニタ", "name": "ベッドサイドモニタ BSM-6501", "maker": "日本光電工業株式会社", "serial": "A00123", "medical_id": "36872000",
                     "state": "in_use", "checked": "2024-02-10", "macs": ("00:a0:b0:11:22:33",), "department": "ICU"},
            (b, 3): {"tag": "ME-0102", "kind": "人工呼吸器", "name": "Evita V500", "maker": "ドレーゲル・メディカルジャパン株式会社", "serial": "ASFD-0012",
                     "medical_id": "36289000", "state": "stopped", "checked": "2024-02-11", "macs": ("00:07:d8:10:20:30",), "department": "ICU"},
        },
        skipped={
            **skip("表紙", blank=1, cover_sheet=[2, 3, 4]), **skip(a, header=1), **skip(b, header=1), **skip("凡例", legend=[1, 2, 3]),
        },
        doubts={(b, 2, "department"): "name of the sheet"},
        offline={(a, 2), (a, 3), (a, 4)},
    )  # fmt: skip


@ledger("固定資産台帳.xlsx")
def fixed_assets(path: Path) -> Truth:
    """One row for many: 一式, 数量; subtotals by department, 和暦 in number formats, a running total."""
    book = workbook()
    s = book.active
    s.title = "器具備品"
    fill(s, [
        ["固定資産台帳（器具備品）"],
        ["資産番号", "資産名称", "規格", "数量", "取得年月日", "取得価額", "耐用年数", "設置場所", "主管部署", "除却日"],
        ["7-0001", "生体情報モニタ一式", "BSM-6000シリーズ", "1式", date(2019, 3, 31), 24000000, 6, "3階東病棟", "看護部", None],
        ["7-0002", "ノートパソコン", "LIFEBOOK A5511", 20, date(2021, 9, 30), 2400000, 4, "各病棟", "医事課", None],
        ["7-0003", "超音波診断装置", "Aplio i800", "1台", "H29.10.1", 18000000, 6, "生理検査室", "検査科", "R6.3.31"],
        [None, "小計", None, 22, None, 44400000],
        ["7-0004", "サーバー", "PowerEdge T340", "１", date(2020, 4, 1), 800000, 5, "2階サーバ室", "医事課", None],
        [None, "合計", None, 23, None, 45200000],
        ["※除却日のあるものは除却済"],
    ])  # fmt: skip
    for row in (3, 4, 7):
        s.cell(row, 5).number_format = "[$-411]ge.m.d"
    s.merge_cells("A1:J1")
    book.save(path)
    n = "器具備品"
    return Truth(
        assets={
            (n, 3): {"tag": "7-0001", "name": "生体情報モニタ一式", "model": "BSM-6000シリーズ", "quantity": 0, "introduced": "2019-03-31",
                     "place": "3階東病棟", "department": "看護部"},
            (n, 4): {"tag": "7-0002", "name": "ノートパソコン", "model": "LIFEBOOK A5511", "quantity": 20, "introduced": "2021-09-30",
                     "place": "各病棟", "department": "医事課"},
            (n, 5): {"tag": "7-0003", "name": "超音波診断装置", "model": "Aplio i800", "quantity": 1, "introduced": "2017-10-01",
                     "place": "生理検査室", "department": "検査科", "disposed": "2024-03-31", "state": "disposed"},
            (n, 7): {"tag": "7-0004", "name": "サーバー", "model": "PowerEdge T340", "quantity": 1, "introduced": "2020-04-01",
                     "place": "2階サーバ室", "department": "医事課"},
        },
        skipped=skip(n, title=1, header=2, subtotal=[6, 8], legend=9),
        doubts={(n, 5, "state"): "disposal"},
        unread={"取得価額", "耐用年数"},
    )  # fmt: skip


@ledger("端末一覧.csv")
def cp932_csv(path: Path) -> Truth:
    """CP932 with ㈱, ①, 髙 and ～, numbers that Excel robbed of their zeros, scientific notation."""
    write_csv(path, [
        ["項番", "端末名", "使用者", "部署", "IPアドレス", "MACアドレス", "シリアル番号", "OS", "バージョン", "保守業者", "保証期間"],
        ["1", "PC0001", "髙橋　①係", "医事課", "192.168.10.11", "112233445566", "5CD0123ABC", "Windows 10 Pro", "22H2", "㈱ＡＢＣ", "2020/4/1～2025/3/31"],
        ["2", "PC0002", "佐藤", "〃", "192.168.10.12", "1A2B3C4D5E", "5CD0123ABD", "Windows 11 Pro", "23H2", "〃", "５年"],
        ["3", "PC0003", "共用", "〃", "192.168.10.300", "1.12E+11", "5CD0123ABE", "〃", "〃", "〃", "2025年3月"],
        ["4", "PC0004", "", "薬剤科", "192.168.10.14", "2345678901", "-", "Windows 10 IoT Enterprise LTSC", "1809", "なし", "未定"],
    ], "cp932")  # fmt: skip
    a = "株式会社ABC"
    return Truth(
        assets={
            ("", 2): {"tag": "1", "hostname": "PC0001", "user": "髙橋 1係", "department": "医事課", "ips": ("192.168.10.11",),
                      "serial": "5CD0123ABC", "os": "Windows 10 Pro", "os_version": "22H2", "maintainer": a,
                      "maintained_until": "2025-03-31"},
            ("", 3): {"tag": "2", "hostname": "PC0002", "user": "佐藤", "department": "医事課", "ips": ("192.168.10.12",),
                      "serial": "5CD0123ABD", "os": "Windows 11 Pro", "os_version": "23H2", "maintainer": a},
            ("", 4): {"tag": "3", "hostname": "PC0003", "user": "共用", "department": "医事課", "serial": "5CD0123ABE",
                      "os": "Windows 11 Pro", "os_version": "23H2", "maintainer": a, "maintained_until": "2025-03"},
            ("", 5): {"tag": "4", "hostname": "PC0004", "department": "薬剤科", "ips": ("192.168.10.14",),
                      "macs": ("00:23:45:67:89:01",), "os": "Windows 10 IoT Enterprise LTSC", "os_version": "1809"},
        },
        skipped=skip("", header=1),
        doubts={("", 5, "macs"): "padded", ("", 3, "maintained_until"): "length of time", ("", 2, "maintained_until"): "end of"},
        problems={
            ("", 2, "F"): "no address of a device",
            ("", 3, "F"): "no MAC address",
            ("", 4, "F"): "scientific",
            ("", 4, "E"): "no IP address",
        },
    )  # fmt: skip


@ledger("IP管理表.tsv")
def utf16_tsv(path: Path) -> Truth:
    """UTF-16 with tabs: a list of addresses with ranges, free ones, words for addresses and two in a cell."""
    write_csv(path, [
        ["院内IPアドレス一覧"],
        ["IPアドレス", "割当機器", "用途", "使用/未使用", "管理者", "備考"],
        ["192.168.20.1/24", "L3スイッチ", "ゲートウェイ", "使用中", "情報係", ""],
        ["192.168.20.10～12", "電子カルテサーバ", "サーバ", "使用中", "情報係", "クラスタ"],
        ["192.168.20.20,21", "画像サーバ", "サーバ", "使用中", "放射線科", ""],
        ["192.168.20.30", "", "", "未使用", "", ""],
        ["192.168.20.31", "", "", "", "", ""],
        ["192.168.20.100〜192.168.20.149", "DHCPプール", "", "", "", "DHCP用"],
        ["192.168.20.200\n192.168.21.200", "検査システム端末", "検査", "使用中", "検査科", "NIC2枚"],
        ["192.168.20.5.1", "プリンタ", "", "使用中", "", ""],
    ], "utf-16", "\t")  # fmt: skip
    pool = tuple(f"192.168.20.{n}" for n in range(100, 150))
    return Truth(
        assets={
            ("", 3): {"ips": ("192.168.20.1",), "name": "L3スイッチ", "kind": "ゲートウェイ", "state": "in_use", "responsible": "情報係"},
            ("", 4): {"ips": ("192.168.20.10", "192.168.20.11", "192.168.20.12"), "name": "電子カルテサーバ", "kind": "サーバ",
                      "state": "in_use", "responsible": "情報係", "note": "クラスタ"},
            ("", 5): {"ips": ("192.168.20.20", "192.168.20.21"), "name": "画像サーバ", "kind": "サーバ", "state": "in_use", "responsible": "放射線科"},
            ("", 6): {"ips": ("192.168.20.30",), "state": "reserved"},
            ("", 7): {"ips": ("192.168.20.31",), "state": "reserved"},
            ("", 8): {"ips": pool, "name": "DHCPプール", "state": "reserved", "note": "DHCP用"},
            ("", 9): {"ips": ("192.168.20.200", "192.168.21.200"), "name": "検査システム端末", "kind": "検査", "state": "in_use",
                      "responsible": "検査科", "note": "NIC2枚"},
            ("", 10): {"name": "プリンタ", "state": "in_use"},
        },
        skipped=skip("", title=1, header=2),
        doubts={("", 4, "ips"): "range of 3", ("", 7, "state"): "only an address", ("", 8, "ips"): "range of 50"},
        problems={("", 10, "A"): "no IP address"},
    )  # fmt: skip


@ledger("病棟別一覧.xlsx")
def sections_and_bands(path: Path) -> Truth:
    """Section rows name the ward, the header is repeated on each page, blank bands, numbered empty lines."""
    book = workbook()
    s = book.active
    s.title = "一覧"
    head = ["No.", "管理番号", "機器名", "型番", "S/N", "IPアドレス"]
    fill(s, [
        [None, "院内ＰＣ管理表", None, None, None, "2024/04/01 現在"],
        head,
        ["【３階東病棟】"],
        [1, "K-301", "ノートPC", "VKM16", "8101", "10.1.3.1"],
        [2, "K-302", "〃", "〃", "8102", "10.1.3.2"],
        [],
        ["■ 放射線科"],
        [3, "K-303", "デスクトップPC", "MKM28", "9001", "10.1.4.1"],
        [4, "K-304", "〃", "〃", "9002", "10.1.4.2"],
        [None, "小計", None, None, 4],
        [],
        head,
        ["サーバ室"],
        [5, "K-401", "サーバ", "R120h", "J001", "10.1.9.1"],
        [6],
        [7],
        ["以上"],
    ])  # fmt: skip
    s.merge_cells("A3:F3")
    s.merge_cells("A7:F7")
    book.save(path)
    n = "一覧"
    ward, ray = {"department": "3階東病棟"}, {"department": "放射線科"}
    return Truth(
        assets={
            (n, 4): {"tag": "K-301", "name": "ノートPC", "model": "VKM16", "serial": "8101", "ips": ("10.1.3.1",), **ward},
            (n, 5): {"tag": "K-302", "name": "ノートPC", "model": "VKM16", "serial": "8102", "ips": ("10.1.3.2",), **ward},
            (n, 8): {"tag": "K-303", "name": "デスクトップPC", "model": "MKM28", "serial": "9001", "ips": ("10.1.4.1",), **ray},
            (n, 9): {"tag": "K-304", "name": "デスクトップPC", "model": "MKM28", "serial": "9002", "ips": ("10.1.4.2",), **ray},
            (n, 14): {"tag": "K-401", "name": "サーバ", "model": "R120h", "serial": "J001", "ips": ("10.1.9.1",), "place": "サーバ室"},
        },
        skipped=skip(n, title=1, header=[2, 12], section=[3, 7, 13], blank=[6, 11], subtotal=10,
                     **{"numbered,_but_not_filled_in": [15, 16], "remark_beside_the_table": 17}),
        doubts={(n, 5, "department"): "section"},
        unread={"No."},
    )  # fmt: skip


@ledger("隠し行.xlsx")
def hidden_and_struck(path: Path) -> Truth:
    """Hidden rows, rows struck through, a grey row, a cell struck in part, a hidden sheet."""
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont
    from openpyxl.styles import Font, PatternFill

    book = workbook()
    s = book.active
    s.title = "PC"
    head = ["管理番号", "機器名", "シリアルNo", "MACアドレス"]
    fill(s, [
        head,
        ["A-1", "受付PC", "SN001", "00:1B:21:00:00:01"],
        ["A-2", "旧受付PC", "SN002", "00:1B:21:00:00:02"],
        ["A-3", "会計PC", "SN003", "00:1B:21:00:00:03"],
        ["A-4", "予約PC", "SN004", None],
        ["A-5", "救急PC", "SN005", "00:1B:21:00:00:05"],
        ["A-6", "薬局PC", "SN006", "00:1B:21:00:00:06"],
    ])  # fmt: skip
    for cell in s[3]:
        cell.font = Font(strike=True)
    s.row_dimensions[4].hidden = True
    for cell in s[6]:
        cell.fill = PatternFill("solid", fgColor="FFBFBFBF")
    s["D5"] = CellRichText(
        TextBlock(InlineFont(strike=True), "00:1B:21:00:00:99"), TextBlock(InlineFont(), " 00:1B:21:00:00:04")
    )
    s["C7"].font = Font(strike=True)
    old = book.create_sheet("旧")
    fill(old, [head, ["B-1", "倉庫PC", "SN100", "00:1B:21:00:01:00"]])
    old.sheet_state = "hidden"
    book.save(path)
    n = "PC"
    kind = {"kind": "PC"}
    return Truth(
        assets={
            (n, 2): {"tag": "A-1", "name": "受付PC", "serial": "SN001", "macs": ("00:1b:21:00:00:01",), **kind},
            (n, 3): {"tag": "A-2", "name": "旧受付PC", "serial": "SN002", "macs": ("00:1b:21:00:00:02",), **kind},
            (n, 4): {"tag": "A-3", "name": "会計PC", "serial": "SN003", "macs": ("00:1b:21:00:00:03",), **kind},
            (n, 5): {"tag": "A-4", "name": "予約PC", "serial": "SN004", "macs": ("00:1b:21:00:00:04",), **kind},
            (n, 6): {"tag": "A-5", "name": "救急PC", "serial": "SN005", "macs": ("00:1b:21:00:00:05",), **kind},
            (n, 7): {"tag": "A-6", "name": "薬局PC", "serial": "SN006", "macs": ("00:1b:21:00:00:06",), **kind},
            ("旧", 2): {"tag": "B-1", "name": "倉庫PC", "serial": "SN100", "macs": ("00:1b:21:00:01:00",)},
        },
        skipped={**skip(n, header=1), **skip("旧", header=1)},
        doubts={
            (n, 3, "state"): "struck through: perhaps disposed",
            (n, 4, "state"): "hidden row",
            (n, 5, "macs"): "struck through",
            (n, 6, "state"): "greyed out",
            (n, 7, "serial"): "struck through",
            ("旧", 2, "state"): "hidden sheet",
        },
    )  # fmt: skip


@ledger("Mac製台帳.xlsx")
def epoch_1904(path: Path) -> Truth:
    """Dates that count from 1904, one of them without a date format."""
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    book = workbook()
    book.epoch = CALENDAR_MAC_1904
    s = book.active
    s.title = "台帳"
    fill(
        s,
        [
            ["資産番号", "品名", "購入日", "リース満了日"],
            ["100", "タブレット", date(2023, 4, 1), 45382],
            ["101", "プリンタ", "2023.4.1", "20280331"],
        ],
    )
    book.save(path)
    return Truth(
        assets={
            ("台帳", 2): {
                "tag": "100",
                "name": "タブレット",
                "introduced": "2023-04-01",
                "maintained_until": "2028-04-01",
            },
            ("台帳", 3): {
                "tag": "101",
                "name": "プリンタ",
                "introduced": "2023-04-01",
                "maintained_until": "2028-03-31",
            },
        },
        skipped=skip("台帳", header=1),
        doubts={("台帳", 2, "maintained_until"): "1904"},
    )


@ledger("クリニック.xlsx")
def one_sheet_clinic(path: Path) -> Truth:
    """One sheet, words as they come: maker with model in a cell, NICs in a cell, everything in 備考."""
    book = workbook()
    s = book.active
    s.title = "Sheet1"
    fill(s, [
        ["○○クリニック　機器のリスト"],
        ["品名", "メーカー・型番", "置き場所", "使う人", "IP／MAC", "買った日", "保守", "リモート", "その他"],
        ["レセコン", "富士通 FMV-D5", "受付", "事務", "192.168.1.5", "平成31年4月", "㈱レセサポート", "有", None],
        ["電子カルテ", "DELL / OptiPlex 3080", "診察室", "院長", "NIC1:00-14-22-01-23-45 / NIC2:00-14-22-01-23-46\n192.168.1.6", "令和元年10月1日", "㈱レセサポート", "あり（VPN）", "2台あるうちの1台"],
        ["レントゲンのパソコン", "コニカミノルタ AeroDR", "レントゲン室", None, "ネットにつながっていない", "5.4.1", "ｺﾆｶﾐﾉﾙﾀ", "無", "型番要確認"],
        ["プリンター", "EPSON PX-M7110F", "受付", None, "192.168.1.20 (固定)", "2021", None, None, None],
    ])  # fmt: skip
    book.save(path)
    n = "Sheet1"
    rece = "株式会社レセサポート"
    return Truth(
        assets={
            (n, 3): {"name": "レセコン", "maker": "富士通", "model": "FMV-D5", "place": "受付", "user": "事務", "ips": ("192.168.1.5",),
                     "introduced": "2019-04", "maintainer": rece, "remote_maintenance": "有"},
            (n, 4): {"name": "電子カルテ", "maker": "DELL", "model": "OptiPlex 3080", "place": "診察室", "user": "院長",
                     "macs": ("00:14:22:01:23:45", "00:14:22:01:23:46"), "ips": ("192.168.1.6",), "introduced": "2019-10-01",
                     "maintainer": rece, "remote_maintenance": "あり(VPN)", "note": "2台あるうちの1台"},
            (n, 5): {"name": "レントゲンのパソコン", "maker": "コニカミノルタ", "model": "AeroDR", "place": "レントゲン室",
                     "maintainer": "コニカミノルタ", "remote_maintenance": "無", "note": "型番要確認"},
            (n, 6): {"name": "プリンター", "maker": "EPSON", "model": "PX-M7110F", "place": "受付", "ips": ("192.168.1.20",), "introduced": "2021"},
        },
        skipped=skip(n, title=1, header=2),
        doubts={(n, 5, "introduced"): "names no era"},
        offline={(n, 5)},
    )  # fmt: skip


@ledger("左右二表.xlsx")
def side_by_side(path: Path) -> Truth:
    """Two tables on the same rows, a legend to the right of both."""
    book = workbook()
    s = book.active
    s.title = "1階"
    fill(s, [
        ["管理番号", "機器名", "IPアドレス", None, "管理番号", "機器名", "IPアドレス", None, "凡例"],
        ["L-1", "受付PC", "10.0.0.1", None, "R-1", "会計PC", "10.0.0.11", None, "○：使用中"],
        ["L-2", "問診PC", "10.0.0.2", None, "R-2", "処方PC", "10.0.0.12"],
        ["L-3", "予約PC", "10.0.0.3"],
    ])  # fmt: skip
    book.save(path)
    n = "1階"
    at = {"place": "1階"}
    return Truth(
        assets={
            (n, 2): {"tag": "L-1", "name": "受付PC", "ips": ("10.0.0.1",), **at},
            (n, 3): {"tag": "L-2", "name": "問診PC", "ips": ("10.0.0.2",), **at},
            (n, 4): {"tag": "L-3", "name": "予約PC", "ips": ("10.0.0.3",), **at},
            (n, 2, "E"): {"tag": "R-1", "name": "会計PC", "ips": ("10.0.0.11",), **at},
            (n, 3, "E"): {"tag": "R-2", "name": "処方PC", "ips": ("10.0.0.12",), **at},
        },
        skipped=skip(n, header=1),
        unread={"凡例"},
    )  # fmt: skip


@ledger("横向き.xlsx")
def lying(path: Path) -> Truth:
    """A table on its side: headings down column B, a server in each column."""
    book = workbook()
    s = book.active
    s.title = "サーバ仕様"
    fill(s, [
        [None, "サーバ構成表"],
        [],
        [None, "ホスト名", "KARTE01", "KARTE02", "PACS01"],
        [None, "機種名", "PRIMERGY RX2540", "PRIMERGY RX2540", "PowerEdge R740"],
        [None, "シリアル番号", "MA1", "MA2", "5X1"],
        [None, "IPアドレス", "10.2.0.1", "10.2.0.2", "10.2.0.3"],
        [None, "OS", "Windows Server 2019", "〃", "Red Hat Enterprise Linux 8"],
        [None, "設置場所", "サーバ室 ラック1", "サーバ室 ラック1", "サーバ室 ラック2"],
        [],
        [None, "※ラック3は空き"],
    ])  # fmt: skip
    book.save(path)
    n = "サーバ仕様"
    return Truth(
        assets={
            (n, 3, "C"): {"hostname": "KARTE01", "model": "PRIMERGY RX2540", "serial": "MA1", "ips": ("10.2.0.1",),
                          "os": "Windows Server 2019", "place": "サーバ室 ラック1"},
            (n, 3, "D"): {"hostname": "KARTE02", "model": "PRIMERGY RX2540", "serial": "MA2", "ips": ("10.2.0.2",),
                          "os": "Windows Server 2019", "place": "サーバ室 ラック1"},
            (n, 3, "E"): {"hostname": "PACS01", "model": "PowerEdge R740", "serial": "5X1", "ips": ("10.2.0.3",),
                          "os": "Red Hat Enterprise Linux 8", "place": "サーバ室 ラック2"},
        },
        skipped=skip(n, title=1, blank=[2, 9], a_line_of_a_table_that_lies_on_its_side=range(4, 9), remark_beside_the_table=10),
    )  # fmt: skip


@ledger("機器カード.xlsx")
def cards(path: Path) -> Truth:
    """One card per device, two pairs to a row, cards below each other."""
    book = workbook()
    s = book.active
    s.title = "カード"
    for top, (tag, name, maker, model, serial, ip, place) in (
        (1, ("M-1", "CT装置", "キヤノンメディカルシステムズ", "Aquilion ONE", "CT001", "10.3.0.1", "CT室")),
        (7, ("M-2", "MRI装置", "シーメンス", "MAGNETOM", "MR001", "10.3.0.2", "MR室")),
    ):
        fill(s, [
            ["医療機器管理カード"],
            ["管理番号", tag, "機器名称", name],
            ["メーカー", maker, "型式", model],
            ["製造番号", serial, "IPアドレス", ip],
            ["設置場所", place, "備考"],
        ], top)  # fmt: skip
    book.save(path)
    n = "カード"
    return Truth(
        assets={
            (n, 2, "B"): {"tag": "M-1", "name": "CT装置", "maker": "キヤノンメディカルシステムズ", "model": "Aquilion ONE", "serial": "CT001",
                     "ips": ("10.3.0.1",), "place": "CT室"},
            (n, 8, "B"): {"tag": "M-2", "name": "MRI装置", "maker": "シーメンス", "model": "MAGNETOM", "serial": "MR001",
                     "ips": ("10.3.0.2",), "place": "MR室"},
        },
        skipped=skip(n, title=1, **{"part_of_the_card_that_begins_in_row_2": [3, 4, 5], "blank": 6, "remark_beside_the_table": 7,
                                    "part_of_the_card_that_begins_in_row_8": [9, 10, 11]}),
    )  # fmt: skip


@ledger("export.csv")
def english_utf8(path: Path) -> Truth:
    """An export of another tool: English headings, UTF-8 without a mark, ="00123" to keep zeros."""
    path.write_text(
        "Asset Tag,Device Name,Category,Manufacturer,Model,Serial Number,MAC Address,IP Address,Location,Status,Purchase Date,Warranty Expiration\n"
        '="00123",Front desk PC,Desktop,Dell Inc.,OptiPlex 7010,="0098ABC",00:14:22:AA:00:01,10.5.0.1,"Lobby, 1F",In Use,04/13/2023,2026-04-12\n'
        "124,Ward printer,Printer,RICOH,IM C3000,3089R,58:38:79:00:00:01 ,10.5.0.2,Ward 3,Retired,1-Apr-23,\n",
        encoding="utf-8",
    )
    return Truth(
        assets={
            ("", 2): {"tag": "00123", "name": "Front desk PC", "kind": "Desktop", "maker": "Dell Inc.", "model": "OptiPlex 7010", "serial": "0098ABC",
                      "macs": ("00:14:22:aa:00:01",), "ips": ("10.5.0.1",), "place": "Lobby, 1F", "state": "in_use", "introduced": "2023-04-13",
                      "maintained_until": "2026-04-12"},
            ("", 3): {"tag": "124", "name": "Ward printer", "kind": "Printer", "maker": "RICOH", "model": "IM C3000", "serial": "3089R",
                      "macs": ("58:38:79:00:00:01",), "ips": ("10.5.0.2",), "place": "Ward 3", "state": "disposed", "introduced": "2023-04-01"},
        },
        skipped=skip("", header=1),
    )  # fmt: skip


@ledger("三段見出し.xlsx")
def three_row_header(path: Path) -> Truth:
    """Groups over groups; 棟, 階 and 室 make one place; two MAC columns; ordinals under the headings."""
    book = workbook()
    s = book.active
    s.title = "台帳"
    fill(s, [
        ["基本情報", None, None, "設置場所", None, None, "ネットワーク情報", None, None, "契約情報", None],
        ["管理番号", "名称", "OS", "棟", "階", "室名", "MACアドレス", None, "IPアドレス", "保守", None],
        [None, None, None, None, None, None, "有線", "無線", None, "業者", "期限"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)", "(11)"],
        ["T-1", "回診用ノート", "Windows 11", "本館", "3階", "NS", "a0-b1-c2-00-00-01", "a0-b1-c2-00-00-02", "DHCP", "㈲さくら", "2026/3"],
        ["T-2", "回診用ノート", "Windows 11", "本館", "4階", "NS", "なし", "a0-b1-c2-00-00-04", "DHCP", "㈲さくら", "2026年度"],
    ])  # fmt: skip
    for merged in (
        "A1:C1",
        "D1:F1",
        "G1:I1",
        "J1:K1",
        "G2:H2",
        "J2:K2",
        "A2:A3",
        "B2:B3",
        "C2:C3",
        "D2:D3",
        "E2:E3",
        "F2:F3",
        "I2:I3",
    ):
        s.merge_cells(merged)
    book.save(path)
    n = "台帳"
    return Truth(
        assets={
            (n, 5): {"tag": "T-1", "name": "回診用ノート", "os": "Windows 11", "place": "本館 3階 NS",
                     "macs": ("a0:b1:c2:00:00:01", "a0:b1:c2:00:00:02"), "dhcp": True, "maintainer": "有限会社さくら", "maintained_until": "2026-03"},
            (n, 6): {"tag": "T-2", "name": "回診用ノート", "os": "Windows 11", "place": "本館 4階 NS", "macs": ("a0:b1:c2:00:00:04",),
                     "dhcp": True, "maintainer": "有限会社さくら", "maintained_until": "2026"},
        },
        skipped=skip(n, header=[1, 2, 3, 4]),
        doubts={(n, 6, "maintained_until"): "fiscal year"},
    )  # fmt: skip


@ledger("結合資産.xlsx")
def one_asset_many_rows(path: Path) -> Truth:
    """A server merged over two rows, one for each of its NICs; four monitors under one merged name."""
    book = workbook()
    s = book.active
    s.title = "台帳"
    fill(s, [
        ["機器ID", "機器名称", "製造番号", "IPアドレス", "MACアドレス", "設置場所"],
        ["SV-1", "検査システム", "X100", "10.4.0.1", "00-25-64-00-00-01", "検査室"],
        [None, None, None, "172.16.0.1", "00-25-64-00-00-02", None],
        ["MO-1", "ベッドサイドモニタ", "B001", "10.4.0.11", "00-A0-B0-00-00-01", "ICU"],
        ["MO-2", None, "B002", "10.4.0.12", "00-A0-B0-00-00-02", None],
    ])  # fmt: skip
    for merged in ("A2:A3", "B2:B3", "C2:C3", "F2:F3", "B4:B5", "F4:F5"):
        s.merge_cells(merged)
    book.save(path)
    n = "台帳"
    return Truth(
        assets={
            (n, 2): {"tag": "SV-1", "name": "検査システム", "serial": "X100", "ips": ("10.4.0.1", "172.16.0.1"),
                     "macs": ("00:25:64:00:00:01", "00:25:64:00:00:02"), "place": "検査室"},
            (n, 4): {"tag": "MO-1", "name": "ベッドサイドモニタ", "serial": "B001", "ips": ("10.4.0.11",), "macs": ("00:a0:b0:00:00:01",), "place": "ICU"},
            (n, 5): {"tag": "MO-2", "name": "ベッドサイドモニタ", "serial": "B002", "ips": ("10.4.0.12",), "macs": ("00:a0:b0:00:00:02",), "place": "ICU"},
        },
        skipped=skip(n, header=1, continues_row_2=3),
    )  # fmt: skip


@ledger("悪い値.xlsx")
def bad_cells(path: Path) -> Truth:
    """Every bad cell is a problem of its own, with its place."""
    book = workbook()
    s = book.active
    s.title = "台帳"
    fill(s, [
        ["管理番号", "機器名", "MAC", "IP", "導入日", "台数", "製造番号"],
        ["1-1", "A", "00:1B:21:AA:BB", "192.168.1", "2023/2/30", "多い", "S-1"],
        ["1-2", "B", "00:1B:21:AA:BB:CC:DD", "192.168.1.999", "R5.13.1", 2, 1.23456789012345e17],
        ["1-3", "C", 1.12e15, 192.168, "未定", None, "S-3"],
        [date(2024, 1, 4), "D", "FF:FF:FF:FF:FF:FF", "10.0.0.1/24", "H32.4.1", None, "S-4"],
        ["1-5", "E", "〃", "〃", "〃", None, "〃"],
        ["1-6", "F", "O0:1B:21:AA:BB:0l", "10.0.0.0/16", "5.4.1", None, "S-6"],
        ["1-7", "G", "=A1", "10.0.0.5", None, None, "S-7"],
    ])  # fmt: skip
    book.save(path)
    n = "台帳"
    return Truth(
        assets={
            (n, 2): {"tag": "1-1", "name": "A", "serial": "S-1"},
            (n, 3): {"tag": "1-2", "name": "B", "quantity": 2},
            (n, 4): {"tag": "1-3", "name": "C", "serial": "S-3"},
            (n, 5): {"name": "D", "ips": ("10.0.0.1",), "introduced": "2020-04-01", "serial": "S-4"},
            (n, 6): {"tag": "1-5", "name": "E", "introduced": "2020-04-01"},
            (n, 7): {"tag": "1-6", "name": "F", "macs": ("00:1b:21:aa:bb:01",), "serial": "S-6"},
            (n, 8): {"tag": "1-7", "name": "G", "ips": ("10.0.0.5",), "serial": "S-7"},
        },
        skipped=skip(n, header=1),
        doubts={(n, 5, "introduced"): "平成 had ended", (n, 7, "ips"): "network", (n, 7, "introduced"): "era", (n, 6, "introduced"): "row 5"},
        problems={
            (n, 2, "C"): "no MAC", (n, 2, "D"): "no IP", (n, 2, "E"): "impossible date", (n, 2, "F"): "number of devices",
            (n, 3, "C"): "is no MAC", (n, 3, "D"): "no IP", (n, 3, "E"): "impossible date", (n, 3, "G"): "too long",
            (n, 4, "C"): "scientific", (n, 4, "D"): "number",
            (n, 5, "A"): "date", (n, 5, "C"): "no address of a device",
            (n, 6, "C"): "as above", (n, 6, "D"): "as above", (n, 6, "G"): "as above",
            (n, 7, "C"): "hexadecimal",
            (n, 8, "C"): "never been calculated",
        },
    )  # fmt: skip


@ledger("三つの台帳.xlsx")
def stacked_tables(path: Path) -> Truth:
    """Tables with other headings below each other on one sheet, summary and history sheets beside it."""
    book = workbook()
    s = book.active
    s.title = "機器"
    fill(s, [
        ["■サーバ"],
        ["サーバ名", "機種名", "IPアドレス", "OS", "バージョン"],
        ["SV1", "R740", "10.6.0.1", "Windows Server 2022", "21H2"],
        [],
        ["■ネットワーク機器"],
        ["管理番号", "機器名", "型番", "ファームウェア", "管理IP", "設置場所"],
        ["NW-1", "コアスイッチ", "C9300", "17.6.5", "10.6.0.254", "EPS"],
        ["NW-2", "無線AP", "AP2800", "8.10", "10.6.0.253", "3階廊下"],
        [],
        ["注）無線APは順次更新予定"],
    ])  # fmt: skip
    total = book.create_sheet("集計")
    fill(
        total,
        [["種別", "機種名", "台数"], ["サーバ", "R740", 1], ["スイッチ", "C9300", 1], ["合計", None, 2]],
    )
    log = book.create_sheet("変更履歴")
    fill(
        log,
        [
            ["日付", "管理番号", "機器名", "変更内容", "担当者"],
            [date(2024, 4, 1), "NW-1", "コアスイッチ", "新規", "山田"],
        ],
    )
    book.save(path)
    n = "機器"
    return Truth(
        assets={
            (n, 3): {"kind": "サーバ", "hostname": "SV1", "model": "R740", "ips": ("10.6.0.1",), "os": "Windows Server 2022", "os_version": "21H2"},
            (n, 7): {"kind": "ネットワーク機器", "tag": "NW-1", "name": "コアスイッチ", "model": "C9300", "software_version": "17.6.5", "ips": ("10.6.0.254",), "place": "EPS"},
            (n, 8): {"kind": "ネットワーク機器", "tag": "NW-2", "name": "無線AP", "model": "AP2800", "software_version": "8.10", "ips": ("10.6.0.253",), "place": "3階廊下"},
        },
        skipped={
            **skip(n, title=1, header=[2, 6], blank=[4, 9], section=5, legend=10),
            **skip("集計", summary=[1, 2, 3, 4]), **skip("変更履歴", history=[1, 2]),
        },
    )  # fmt: skip


@ledger("見出しなし.csv")
def no_header(path: Path) -> Truth:
    """Only what speaks for itself is read, and the missing headings are a problem."""
    write_csv(path, [
        ["PC-1", "192.168.0.1", "00:1B:21:00:00:01", "受付"],
        ["PC-2", "192.168.0.2", "00:1B:21:00:00:02", "診察"],
        ["PC-3", "192.168.0.3", "00:1B:21:00:00:03", "会計"],
    ], "utf-8-sig")  # fmt: skip
    return Truth(
        assets={("", n): {"ips": (f"192.168.0.{n}",), "macs": (f"00:1b:21:00:00:0{n}",)} for n in (1, 2, 3)},
        problems={("", 1, ""): "no row of headings"},
    )


@ledger("列ずれ.xlsx")
def offset_and_unknown(path: Path) -> Truth:
    """The table begins at C5; a column without a heading, one that nobody knows, an unlabelled ward column."""
    book = workbook()
    s = book.active
    s.title = "Sheet1"
    rows = [
        ["病院機器調査票（部署記入用）"],
        ["病棟名は正式名称で記入してください。不明な点は内線1234まで。"],
        [],
        [None, "備品No", "名　　称", "型　式", "謎の列", "シリアルナンバー"],
        ["3階病棟", 1001, "電子カルテ端末", "VK-1", "x", "S1"],
        ["3階病棟", 1002, "電子カルテ端末", "VK-1", "y", "S2"],
        ["外来", 1003, "電子カルテ端末", "VK-1", "z", 4500123],
        ["外来", "例", "血圧計", None, None, None],
    ]
    for number, row in enumerate(rows, 2):
        for column, value in enumerate(row, 3):
            if value is not None:
                s.cell(number, column, value)
    book.save(path)
    n = "Sheet1"
    common = {"name": "電子カルテ端末", "model": "VK-1"}
    return Truth(
        assets={
            (n, 6): {"department": "3階病棟", "tag": "1001", "serial": "S1", **common},
            (n, 7): {"department": "3階病棟", "tag": "1002", "serial": "S2", **common},
            (n, 8): {"department": "外来", "tag": "1003", "serial": "4500123", **common},
            (n, 9): {"department": "外来", "tag": "例", "name": "血圧計"},
        },
        skipped=skip(n, blank=[1, 4], title=[2, 3], header=5),
        doubts={(n, 8, "serial"): "zeros"},
        unread={"謎の列"},
    )


@ledger("ベンダ一覧.xlsx")
def remote_columns(path: Path) -> Truth:
    """Remote maintenance in several columns, software beside OS, responsible and user, networked or not."""
    book = workbook()
    s = book.active
    s.title = "部門システム"
    fill(s, [
        ["システム名称", "端末名", "ソフトウェア", "バージョン", "OSの種類", "OSのバージョン", "利用部門", "管理責任者", "保守事業者", "リモートメンテナンス利用の有無",
         "回線種別", "ネットワーク接続の有無", "棚卸日付", "使用可否の状態", "ウイルス対策ソフト"],
        ["検査システム", "LIS01", "LabOne", "5.2", "Windows 10 IoT", "1809", "検査科", "山田　太郎", "ﾃﾞｰﾀ㈱", "有", "IP-VPN", "有", "R6.9.30", "使用可", "なし"],
        ["超音波", "US01", "", "", "", "", "検査科", "山田　太郎", "なし", "無", "", "無", "R6.9.30", "使用停止", "なし"],
        ["給食システム", "KYUSYOKU", "栄養君", "Ver.3", "Windows 7", "SP1", "栄養科", "鈴木", "委託", "不明", "NTT光", "有", "未", "要確認", "なし"],
    ])  # fmt: skip
    book.save(path)
    n = "部門システム"
    return Truth(
        assets={
            (n, 2): {"name": "検査システム", "hostname": "LIS01", "software": "LabOne", "software_version": "5.2", "os": "Windows 10 IoT",
                     "os_version": "1809", "department": "検査科", "responsible": "山田 太郎", "maintainer": "データ株式会社",
                     "remote_maintenance": "有 / IP-VPN", "checked": "2024-09-30", "state": "in_use"},
            (n, 3): {"name": "超音波", "hostname": "US01", "department": "検査科", "responsible": "山田 太郎", "remote_maintenance": "無",
                     "checked": "2024-09-30", "state": "stopped"},
            (n, 4): {"name": "給食システム", "hostname": "KYUSYOKU", "software": "栄養君", "software_version": "Ver.3", "os": "Windows 7",
                     "os_version": "SP1", "department": "栄養科", "responsible": "鈴木", "maintainer": "委託",
                     "remote_maintenance": "不明 / NTT光", "state": "unknown"},
        },
        skipped=skip(n, header=1),
        unread={"ウイルス対策ソフト"},
        offline={(n, 3)},
        doubts={(n, 4, "checked"): "no date"},
    )  # fmt: skip


@ledger("番号だけ.xlsx")
def states_and_disposal(path: Path) -> Truth:
    """A sheet of disposed devices, two columns of state, ticks in 廃棄, 未使用 of a device in store."""
    book = workbook()
    s = book.active
    s.title = "現用"
    fill(s, [
        ["資産番号", "資産名", "シリアル番号", "利用状況", "使用可否", "廃棄"],
        ["1", "PC甲", "S1", "使用中", "可", None],
        ["2", "PC乙", "S2", "使用中", "否", "-"],
        ["3", "PC丙", "S3", "未使用", None, None],
        ["4", "PC丁", "S4", None, None, "○"],
        ["5", "PC戊", "S5", "廃棄予定", None, None],
        ["6", "PC己", "S6", "貸出→返却済", None, None],
        ["7", "PC庚", "S7", "ぴかぴか", None, "2024/3/31"],
    ])  # fmt: skip
    gone = book.create_sheet("廃棄済")
    fill(gone, [["資産番号", "資産名", "シリアル番号"], ["90", "旧PC", "S90"]])
    book.save(path)
    n = "現用"
    return Truth(
        assets={
            (n, 2): {"tag": "1", "name": "PC甲", "serial": "S1", "state": "in_use"},
            (n, 3): {"tag": "2", "name": "PC乙", "serial": "S2", "state": "stopped"},
            (n, 4): {"tag": "3", "name": "PC丙", "serial": "S3", "state": "spare"},
            (n, 5): {"tag": "4", "name": "PC丁", "serial": "S4", "state": "disposed"},
            (n, 6): {"tag": "5", "name": "PC戊", "serial": "S5", "state": "in_use"},
            (n, 7): {"tag": "6", "name": "PC己", "serial": "S6", "state": "disposed"},
            (n, 8): {"tag": "7", "name": "PC庚", "serial": "S7", "state": "disposed", "disposed": "2024-03-31"},
            ("廃棄済", 2): {"tag": "90", "name": "旧PC", "serial": "S90", "state": "disposed"},
        },
        skipped={**skip(n, header=1), **skip("廃棄済", header=1)},
        doubts={
            (n, 3, "state"): "disagree", (n, 4, "state"): "spare", (n, 5, "state"): "column", (n, 6, "state"): "out of use",
            (n, 8, "state"): "no word", ("廃棄済", 2, "state"): "name of the sheet",
        },
    )  # fmt: skip


def main(folder: Path) -> None:
    from tests.ledgers import further, later, make, more, newcomers, others, strangers, unseen, visitors

    folder.mkdir(parents=True, exist_ok=True)
    for name, write in make.LEDGERS.values():
        write(folder / name)
    print(f"{len(make.LEDGERS)} ledgers in {folder}, from {len({make, more, unseen, later, further, others, newcomers, visitors, strangers})} modules")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
