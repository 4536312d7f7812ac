"""More messy ledgers, each unlike the others: how other hospitals keep theirs. See make.py."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.ledgers.make import Truth, fill, ledger, skip, workbook, write_csv


def save(path: Path, sheets: dict[str, list[list[object]]], merges: dict[str, list[str]] | None = None) -> None:
    """Sheets by name, each as rows of cells; ranges to merge."""
    book = workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        fill(sheet, rows)
        for merged in (merges or {}).get(name, ()):
            sheet.merge_cells(merged)
    book.save(path)


@ledger("別紙様式１.xlsx")
def printed_form(path: Path) -> Truth:
    """A printed form: boxes above the table, notes of two lines below, headings with conditions in brackets."""
    save(path, {
        "様式1": [
            ["別紙様式1"],
            ["医療情報システム等 機器台帳"],
            ["施設名", None, "○○市民病院", None, None, "記入日", date(2024, 5, 1)],
            ["担当部署", None, "医療情報課", None, None, "記入者", "山田"],
            [],
            ["No", "区分", "機器の名称", "メーカー名", "型番", "OS・バージョン", "IPアドレス", "設置場所\n（棟・階・室）", "利用者\n（部署）", "リモート保守の有無\n（有の場合は方法）", "保守ベンダ\n（連絡先）", "サポート終了日", "使用可否\n（○／×）", "備考"],
            [1, "サーバ", "電子カルテDBサーバ", "富士通", "PRIMERGY RX2540 M5", "Windows Server 2019", "10.1.1.1", "本館2階サーバ室", "医療情報課", "有（VPN）", "㈱カルテ社（03-1234-5678）", "2029/1/9", "○"],
            [2, "端末", "診察室端末（内科１）", "富士通", "ESPRIMO D588", "Windows 10 Pro 22H2", "10.1.10.11", "本館1階内科外来", "内科", "無", "〃", "2025/10/14", "○", "更新予定"],
            [3, "NW機器", "コアスイッチ", "アライドテレシス", "SBx908", "―", "10.1.0.1", "本館2階サーバ室", "医療情報課", "無", "ネットワン", "―", "○"],
            [4, "医療機器", "CT", "キヤノンメディカルシステムズ", "Aquilion Prime SP", "不明", "10.1.20.5", "本館1階CT室", "放射線科", "有（専用回線）", "キヤノンメディカルシステムズ㈱", "不明", "○"],
            [None, None, None, "以下余白"],
            ["（注）1\u3000IPアドレスは固定のもののみ記入すること。"],
            ["\u3000\u3000\u30002\u3000医療機器はネットワーク接続のあるものを記入すること。"],
        ],
    }, {"様式1": ["A4:B4", "A2:N2", "C4:E4", "C3:E3", "A3:B3"]})  # fmt: skip
    return Truth(
        assets={
            ("様式1", 7): {"tag": "1", "name": "電子カルテDBサーバ", "kind": "サーバ", "maker": "富士通", "model": "PRIMERGY RX2540 M5", "user": "医療情報課", "place": "本館2階サーバ室", "os": "Windows Server 2019", "maintainer": "株式会社カルテ社", "maintained_until": "2029-01-09", "remote_maintenance": "有(VPN)", "state": "in_use", "ips": ("10.1.1.1",)},
            ("様式1", 8): {"tag": "2", "name": "診察室端末(内科1)", "kind": "端末", "maker": "富士通", "model": "ESPRIMO D588", "user": "内科", "place": "本館1階内科外来", "os": "Windows 10 Pro 22H2", "maintainer": "株式会社カルテ社", "maintained_until": "2025-10-14", "remote_maintenance": "無", "state": "in_use", "note": "更新予定", "ips": ("10.1.10.11",)},
            ("様式1", 9): {"tag": "3", "name": "コアスイッチ", "kind": "NW機器", "maker": "アライドテレシス", "model": "SBx908", "user": "医療情報課", "place": "本館2階サーバ室", "maintainer": "ネットワン", "remote_maintenance": "無", "state": "in_use", "ips": ("10.1.0.1",)},
            ("様式1", 10): {"tag": "4", "name": "CT", "kind": "医療機器", "maker": "キヤノンメディカルシステムズ", "model": "Aquilion Prime SP", "user": "放射線科", "place": "本館1階CT室", "maintainer": "キヤノンメディカルシステムズ株式会社", "remote_maintenance": "有(専用回線)", "state": "in_use", "ips": ("10.1.20.5",)},
        },
        skipped={**skip("様式1", **{"title": [1, 2, 3, 4], "blank": 5, "header": 6, "remark beside the table": [11, 13], "legend": 12})},
        doubts={("様式1", 10, "os"): "the cell says 不明", ("様式1", 10, "maintained_until"): "the cell says 不明"},
    )  # fmt: skip


@ledger("資産管理エクスポート.csv")
def export_of_agents(path: Path) -> Truth:
    """What software on the terminals exports: two addresses with ; between, times of logons."""
    write_csv(path, [
        ["端末機番号", "コンピューター名", "ログオンユーザー名", "IPアドレス", "MACアドレス", "OS名", "OSバージョン", "最終ログオン日時", "メーカー", "機種名", "シリアル番号", "CPU", "メモリ容量(MB)", "ウイルス対策ソフト"],
        ["1", "PC-A01", "yamada", "192.168.5.10", "00-1B-21-01-02-03", "Microsoft Windows 11 Pro", "10.0.22631", "2024/05/01 08:30:11", "FUJITSU", "LIFEBOOK U7312/J", "R1A00001", "Intel", "8192", "ESET"],
        ["2", "PC-A02", "sato", "192.168.5.11;172.16.1.4", "00-1B-21-01-02-04;00-1B-21-01-02-05", "Microsoft Windows 10 Pro", "10.0.19045", "", "FUJITSU", "LIFEBOOK U7312/J", "R1A00002", "Intel", "8192", "ESET"],
    ], "cp932")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"tag": "1", "hostname": "PC-A01", "maker": "FUJITSU", "model": "LIFEBOOK U7312/J", "serial": "R1A00001", "user": "yamada", "os": "Microsoft Windows 11 Pro", "os_version": "10.0.22631", "macs": ("00:1b:21:01:02:03",), "ips": ("192.168.5.10",)},
            ("", 3): {"tag": "2", "hostname": "PC-A02", "maker": "FUJITSU", "model": "LIFEBOOK U7312/J", "serial": "R1A00002", "user": "sato", "os": "Microsoft Windows 10 Pro", "os_version": "10.0.19045", "macs": ("00:1b:21:01:02:04", "00:1b:21:01:02:05",), "ips": ("192.168.5.11", "172.16.1.4",)},
        },
        skipped={**skip("", **{"header": 1})},
        unread={"CPU", "ウイルス対策ソフト", "メモリ容量(MB)", "最終ログオン日時"},
    )  # fmt: skip


@ledger("IPアドレス管理表.xlsx")
def addresses_by_vlan(path: Path) -> Truth:
    """Networks as section rows, 空き instead of a host name, dashes for nothing."""
    save(path, {
        "IP一覧": [
            ["ＩＰアドレス管理表"],
            ["VLAN10\u3000医事系\u3000192.168.10.0/24\u3000GW:192.168.10.254"],
            ["IPアドレス", "端末名", "機種", "設置場所", "備考"],
            ["192.168.10.1", "IJI-01", "D588", "医事課"],
            ["192.168.10.2", "IJI-02", "D588", "医事課"],
            ["192.168.10.3", "空き"],
            [],
            ["VLAN20\u3000検査系\u3000192.168.20.0/24\u3000GW:192.168.20.254"],
            ["IPアドレス", "端末名", "機種", "設置場所", "備考"],
            ["192.168.20.1", "LAB-01", "Z2", "検査室", "分析装置接続"],
            ["192.168.20.2"],
            ["192.168.20.3", "-", "-", "-", "-"],
        ],
    })  # fmt: skip
    return Truth(
        assets={
            ("IP一覧", 4): {"hostname": "IJI-01", "model": "D588", "place": "医事課", "ips": ("192.168.10.1",)},
            ("IP一覧", 5): {"hostname": "IJI-02", "model": "D588", "place": "医事課", "ips": ("192.168.10.2",)},
            ("IP一覧", 6): {"state": "reserved", "ips": ("192.168.10.3",)},
            ("IP一覧", 10): {"hostname": "LAB-01", "model": "Z2", "place": "検査室", "note": "分析装置接続", "ips": ("192.168.20.1",)},
            ("IP一覧", 11): {"state": "reserved", "ips": ("192.168.20.2",)},
            ("IP一覧", 12): {"state": "reserved", "ips": ("192.168.20.3",)},
        },
        skipped={**skip("IP一覧", **{"title": [1, 2], "header": [3, 9], "blank": 7, "section": 8})},
        doubts={("IP一覧", 6, "state"): "the host name says", ("IP一覧", 11, "state"): "only an address", ("IP一覧", 12, "state"): "only an address"},
    )  # fmt: skip


@ledger("ME機器.xlsx")
def models_merged_down(path: Path) -> Truth:
    """機種 means the kind where 型式 has the model; merged down over the devices; a column for each month."""
    save(path, {
        "ME": [
            ["機種", "メーカー", "型式", "ME番号", "製造番号", "購入年月", "保管場所", "点検日", "点検結果", "4月", "5月"],
            ["輸液ポンプ", "テルモ", "TE-161S", "P-001", "1001", "2015.4", "ME室", "2024/4/3", "良", "○", "○"],
            [None, None, None, "P-002", "1002", "2015.4", "ME室", "2024/4/3", "良", "○", "○"],
            [None, None, "TE-281", "P-003", "2001", "2020.10", "4東", "2024/4/4", "否", "○", "×"],
            ["シリンジポンプ", "テルモ", "TE-SS800", "S-001", "3001", "2018.6", "ICU", "2024/4/4", "良", "○", "○"],
            ["合計", None, None, 4],
        ],
    }, {"ME": ["C2:C3", "A2:A4", "B2:B4"]})  # fmt: skip
    return Truth(
        assets={
            ("ME", 2): {"tag": "P-001", "kind": "輸液ポンプ", "maker": "テルモ", "model": "TE-161S", "serial": "1001", "place": "ME室", "introduced": "2015-04", "checked": "2024-04-03"},
            ("ME", 3): {"tag": "P-002", "kind": "輸液ポンプ", "maker": "テルモ", "model": "TE-161S", "serial": "1002", "place": "ME室", "introduced": "2015-04", "checked": "2024-04-03"},
            ("ME", 4): {"tag": "P-003", "kind": "輸液ポンプ", "maker": "テルモ", "model": "TE-281", "serial": "2001", "place": "4東", "introduced": "2020-10", "checked": "2024-04-04"},
            ("ME", 5): {"tag": "S-001", "kind": "シリンジポンプ", "maker": "テルモ", "model": "TE-SS800", "serial": "3001", "place": "ICU", "introduced": "2018-06", "checked": "2024-04-04"},
        },
        skipped={**skip("ME", **{"header": 1, "subtotal": 6})},
        unread={"4月", "5月", "点検結果"},
    )  # fmt: skip


@ledger("物品台帳.xlsx")
def quantity_and_unit(path: Path) -> Truth:
    """数量 and 単位 in two columns: 1 式 is no single device."""
    save(path, {
        "一覧": [
            ["資産番号", "枝番", "資産名称", "型式", "数量", "単位", "取得年月日", "取得価額", "設置部署"],
            ["1001", "0", "電子カルテシステム一式", None, 1, "式", date(2020, 3, 31), 99999999, "医療情報課"],
            ["1002", "0", "患者監視装置", "BSM-3562", 5, "台", date(2019, 3, 31), 5000000, "ICU"],
            ["1003", "1", "PC", "D588", 1, "台", "H30.3.31", 100000, "医事課"],
        ],
    })  # fmt: skip
    return Truth(
        assets={
            ("一覧", 2): {"tag": "1001", "name": "電子カルテシステム一式", "department": "医療情報課", "introduced": "2020-03-31", "quantity": 0},
            ("一覧", 3): {"tag": "1002", "name": "患者監視装置", "model": "BSM-3562", "department": "ICU", "introduced": "2019-03-31", "quantity": 5},
            ("一覧", 4): {"tag": "1003", "name": "PC", "model": "D588", "department": "医事課", "introduced": "2018-03-31", "quantity": 1},
        },
        skipped={**skip("一覧", **{"header": 1})},
        unread={"取得価額", "枝番"},
        doubts={("一覧", 2, "quantity"): "counted in 式"},
    )  # fmt: skip


@ledger("Bilingual.xlsx")
def two_languages(path: Path) -> Truth:
    """The headings once more in English."""
    save(path, {
        "List": [
            ["管理番号", "機器名", "メーカー", "型式", "シリアル番号"],
            ["Asset ID", "Name", "Maker", "Model", "Serial"],
            ["A-1", "CT", "GE", "Revolution", "123"],
            ["A-2", "MR", "GE", "Signa", "124"],
        ],
    })  # fmt: skip
    return Truth(
        assets={
            ("List", 3): {"tag": "A-1", "name": "CT", "maker": "GE", "model": "Revolution", "serial": "123"},
            ("List", 4): {"tag": "A-2", "name": "MR", "maker": "GE", "model": "Signa", "serial": "124"},
        },
        skipped={**skip("List", **{"header": [1, 2]})},
    )  # fmt: skip


@ledger("機器一覧（種類別）.xlsx")
def sheet_per_kind(path: Path) -> Truth:
    """A sheet per kind of device, a sheet of lines that are no devices, half width katakana."""
    save(path, {
        "PC（本館）": [
            ["部署", "設置場所", "PC名", "IP", "使用者"],
            ["医事課", "受付", "IJI1", "10.0.0.1", "共用"],
            [None, "会計", "IJI2", "10.0.0.2", "共用"],
            ["内科", "診1", "NAI1", "10.0.0.3", "田中医師"],
        ],
        "プリンタ一覧": [
            ["No.", "機種名", "設置場所", "IP", "管理会社"],
            [1, "LP-S8160", "受付", "10.0.0.101", "エプソン販売"],
            [2, "LP-S8160", "会計", "10.0.0.102", "エプソン販売"],
        ],
        "サーバ": [
            ["サーバ名", "用途", "IP", "OS", "導入", "保守期限", "担当ﾍﾞﾝﾀﾞｰ"],
            ["SV01", "電カル", "10.0.0.201", "Win2019", "R3.10", "R8.9", "A社"],
            ["SV02", "PACS", "10.0.0.202", "RHEL8.4", "2021/10", "2026/9/30", "B社"],
        ],
        "（参考）回線一覧": [
            ["回線名", "キャリア", "用途", "契約番号"],
            ["フレッツ", "NTT", "保守用", "123"],
        ],
    })  # fmt: skip
    return Truth(
        assets={
            ("PC（本館）", 2): {"hostname": "IJI1", "user": "共用", "department": "医事課", "place": "受付", "ips": ("10.0.0.1",)},
            ("PC（本館）", 3): {"hostname": "IJI2", "user": "共用", "place": "会計", "ips": ("10.0.0.2",)},
            ("PC（本館）", 4): {"hostname": "NAI1", "user": "田中医師", "department": "内科", "place": "診1", "ips": ("10.0.0.3",)},
            ("プリンタ一覧", 2): {"tag": "1", "kind": "プリンタ", "model": "LP-S8160", "place": "受付", "maintainer": "エプソン販売", "ips": ("10.0.0.101",)},
            ("プリンタ一覧", 3): {"tag": "2", "kind": "プリンタ", "model": "LP-S8160", "place": "会計", "maintainer": "エプソン販売", "ips": ("10.0.0.102",)},
            ("サーバ", 2): {"name": "電カル", "hostname": "SV01", "kind": "サーバ", "os": "Win2019", "introduced": "2021-10", "maintainer": "A社", "maintained_until": "2026-09", "ips": ("10.0.0.201",)},
            ("サーバ", 3): {"name": "PACS", "hostname": "SV02", "kind": "サーバ", "os": "RHEL8.4", "introduced": "2021-10", "maintainer": "B社", "maintained_until": "2026-09-30", "ips": ("10.0.0.202",)},
        },
        skipped={**skip("PC（本館）", **{"header": 1}), **skip("プリンタ一覧", **{"header": 1}), **skip("サーバ", **{"header": 1}), **skip("（参考）回線一覧", **{"no table of devices on this sheet": [1, 2]})},
    )  # fmt: skip


@ledger("機器カード（個別）.xlsx")
def card_per_sheet(path: Path) -> Truth:
    """A sheet per device, its repairs listed below."""
    save(path, {
        "機器1": [
            ["機器管理カード"],
            ["機器名", None, "CT", None, "管理番号", "M01"],
            ["メーカー", None, "GE", None, "型式", "Rev"],
            ["製造番号", None, "111", None, "購入日", date(2020, 1, 1)],
            ["設置場所", None, "CT室", None, "IPアドレス", "10.1.1.1"],
            ["修理履歴"],
            ["日付", "内容", "業者"],
            [date(2023, 1, 1), "電源交換", "A社"],
        ],
        "機器2": [
            ["機器管理カード"],
            ["機器名", None, "MR", None, "管理番号", "M02"],
            ["メーカー", None, "シーメンス", None, "型式", "Vida"],
            ["製造番号", None, "222", None, "購入日", "R2.4.1"],
            ["設置場所", None, "MR室", None, "IPアドレス", "10.1.1.2"],
            ["修理履歴"],
            ["日付", "内容", "業者"],
            [date(2023, 1, 1), "電源交換", "A社"],
        ],
    })  # fmt: skip
    return Truth(
        assets={
            ("機器1", 2, "C"): {"tag": "M01", "name": "CT", "maker": "GE", "model": "Rev", "serial": "111", "place": "CT室", "introduced": "2020-01-01", "ips": ("10.1.1.1",)},
            ("機器2", 2, "C"): {"tag": "M02", "name": "MR", "maker": "シーメンス", "model": "Vida", "serial": "222", "place": "MR室", "introduced": "2020-04-01", "ips": ("10.1.1.2",)},
        },
        skipped={**skip("機器1", **{"title": 1, "part of the card that begins in row 2": [3, 4, 5, 6, 7], "remark beside the table": 8}), **skip("機器2", **{"title": 1, "part of the card that begins in row 2": [3, 4, 5, 6, 7], "remark beside the table": 8})},
        unread={"修理履歴"},
    )  # fmt: skip


@ledger("構成表.xlsx")
def lying_with_corner(path: Path) -> Truth:
    """A table on its side with names of columns above."""
    save(path, {
        "構成": [
            ["項目", "サーバ1", "サーバ2"],
            ["機器名", "DBサーバ", "APサーバ"],
            ["メーカー", "HPE", "HPE"],
            ["型番", "DL380", "DL360"],
            ["製造番号", "CZ1", "CZ2"],
            ["IPアドレス", "10.9.0.1", "10.9.0.2"],
            ["OS", "RHEL 8", "RHEL 8"],
            ["保守期限", "2026/3/31", "2026/3/31"],
        ],
    })  # fmt: skip
    return Truth(
        assets={
            ("構成", 2, "B"): {"name": "DBサーバ", "maker": "HPE", "model": "DL380", "serial": "CZ1", "os": "RHEL 8", "maintained_until": "2026-03-31", "ips": ("10.9.0.1",)},
            ("構成", 2, "C"): {"name": "APサーバ", "maker": "HPE", "model": "DL360", "serial": "CZ2", "os": "RHEL 8", "maintained_until": "2026-03-31", "ips": ("10.9.0.2",)},
        },
        skipped={**skip("構成", **{"title": 1, "a line of a table that lies on its side": [3, 4, 5, 6, 7, 8]})},
    )  # fmt: skip


@ledger("末尾のみ.xlsx")
def last_number_only(path: Path) -> Truth:
    """The heading has the first three numbers of the address, the cells the last."""
    save(path, {
        "192.168.1.x": [
            ["IP(192.168.1.)", "端末名", "場所"],
            [1, "ROUTER", "サーバ室"],
            [10, "PC10", "受付"],
            [11],
        ],
    })  # fmt: skip
    return Truth(
        assets={
            ("192.168.1.x", 2): {"hostname": "ROUTER", "place": "サーバ室", "ips": ("192.168.1.1",)},
            ("192.168.1.x", 3): {"hostname": "PC10", "place": "受付", "ips": ("192.168.1.10",)},
            ("192.168.1.x", 4): {"state": "reserved", "ips": ("192.168.1.11",)},
        },
        skipped={**skip("192.168.1.x", **{"header": 1})},
        doubts={("192.168.1.x", 2, "ips"): "the first three numbers", ("192.168.1.x", 3, "ips"): "the first three numbers", ("192.168.1.x", 4, "ips"): "the first three numbers", ("192.168.1.x", 4, "state"): "only an address"},
    )  # fmt: skip


@ledger("心電計.xlsx")
def spaced_and_wide(path: Path) -> Truth:
    """Spaces within headings, every kind of dash, ditto marks with spaces, signs with remarks."""
    save(path, {
        "機器": [
            ["№", "機\u3000器\u3000名", "型\u3000\u3000\u3000式", "製 造 番 号", "ＩＰ\u3000アドレス", "Ｍ Ａ Ｃ", "導入年月", "状\u3000況"],
            ["１", "心電計", "ＥＣＧ－２５５０", "０１２３４", "１７２．１６．０．１", "００ー１Ｂー２１ー００ー００ー０１", "Ｈ２９年４月", "○"],
            ["２", "\u3000〃\u3000", "″", "０１２３５", "\u3000〃\u3000", "－", "〃", "△"],
            ["３", "心電計", "ECG-2450", "No.555", "172.16.0.3/16", "00:1b:21:00:00:03", "H29/4", "×（故障）"],
            ["計", "３台"],
        ],
    })  # fmt: skip
    return Truth(
        assets={
            ("機器", 2): {"tag": "1", "name": "心電計", "model": "ECG-2550", "serial": "01234", "introduced": "2017-04", "state": "in_use", "macs": ("00:1b:21:00:00:01",), "ips": ("172.16.0.1",)},
            ("機器", 3): {"tag": "2", "name": "心電計", "model": "ECG-2550", "serial": "01235", "introduced": "2017-04", "state": "unknown"},
            ("機器", 4): {"tag": "3", "name": "心電計", "model": "ECG-2450", "serial": "No.555", "introduced": "2017-04", "state": "stopped", "macs": ("00:1b:21:00:00:03",), "ips": ("172.16.0.3",)},
        },
        skipped={**skip("機器", **{"header": 1, "subtotal": 5})},
        problems={("機器", 3, "E"): "cannot be equal (ips)"},
        doubts={("機器", 4, "state"): "read from"},
    )  # fmt: skip


@ledger("階別配置表.xlsx")
def ward_without_heading(path: Path) -> Truth:
    """Sheets per floor, the ward in a column without a heading, merged down."""
    save(path, {
        "1F": [
            ["【1F】機器配置表"],
            [None, "機器名", "台数", "型番", "IP"],
            ["外来", "受付端末", 2, "D588", "10.0.1.1\n10.0.1.2"],
            [None, "問診タブレット", 3, "iPad", "DHCP"],
            ["検査", "血液分析装置", 1, "XN-1000", "10.0.1.20"],
        ],
        "B1": [
            ["【B1】機器配置表"],
            [None, "機器名", "台数", "型番", "IP"],
            ["放射線", "CT", 1, "Rev", "10.0.2.1"],
            [None, "コンソール", 1, "Z440", "10.0.2.2"],
        ],
    }, {"1F": ["A3:A4"], "B1": ["A1:E1", "A3:A4"]})  # fmt: skip
    return Truth(
        assets={
            ("1F", 3): {"name": "受付端末", "model": "D588", "department": "外来", "place": "1F", "ips": ("10.0.1.1", "10.0.1.2",), "quantity": 2},
            ("1F", 4): {"name": "問診タブレット", "model": "iPad", "department": "外来", "place": "1F", "dhcp": True, "quantity": 3},
            ("1F", 5): {"name": "血液分析装置", "model": "XN-1000", "department": "検査", "place": "1F", "ips": ("10.0.1.20",), "quantity": 1},
            ("B1", 3): {"name": "CT", "model": "Rev", "department": "放射線", "place": "B1", "ips": ("10.0.2.1",), "quantity": 1},
            ("B1", 4): {"name": "コンソール", "model": "Z440", "department": "放射線", "place": "B1", "ips": ("10.0.2.2",), "quantity": 1},
        },
        skipped={**skip("1F", **{"title": 1, "header": 2}), **skip("B1", **{"title": 1, "header": 2})},
    )  # fmt: skip


@ledger("院内LAN機器.xlsx")
def totals_and_legend(path: Path) -> Truth:
    """Totals above and between, the hospital's own legend (× is 廃棄), parts drawn with └, page numbers."""
    save(path, {
        "台帳": [
            ["院内LAN機器一覧\u3000\u3000\u3000作成：情報課\u3000山田\u30002024.4.1"],
            ["総台数", 4, "稼働", 3, "予備", 1],
            ["凡例：○使用中\u3000×廃棄\u3000△予備"],
            ["No", "種類", "名前", "メーカー", "機種", "SN", "状態", "置場所", "2023年度棚卸"],
            [1, "サーバ", "電カルSV", "HPE", "ML350", "CZJ1", "○", "サーバ室", "○"],
            [2, "\u3000└ バックアップ装置", "NAS", "QNAP", "TS-431", "Q1", "○", "サーバ室", "○"],
            ["サーバ\u3000計", None, None, None, None, None, None, "2台"],
            [3, "PC", "受付", "NEC", "MK", "N1", "△", "倉庫", "×"],
            [4, "PC", "会計", "NEC", "MK", "N2", "×", "廃棄場", "-"],
            ["PC\u3000計", None, None, None, None, None, None, "2台"],
            ["総\u3000計", None, None, None, None, None, None, "4台"],
            ["作成：情報課"],
            ["P.1"],
        ],
    })  # fmt: skip
    return Truth(
        assets={
            ("台帳", 5): {"tag": "1", "name": "電カルSV", "kind": "サーバ", "maker": "HPE", "model": "ML350", "serial": "CZJ1", "place": "サーバ室", "state": "in_use"},
            ("台帳", 6): {"tag": "2", "name": "NAS", "kind": "バックアップ装置", "maker": "QNAP", "model": "TS-431", "serial": "Q1", "place": "サーバ室", "state": "in_use"},
            ("台帳", 8): {"tag": "3", "name": "受付", "kind": "PC", "maker": "NEC", "model": "MK", "serial": "N1", "place": "倉庫", "state": "spare"},
            ("台帳", 9): {"tag": "4", "name": "会計", "kind": "PC", "maker": "NEC", "model": "MK", "serial": "N2", "place": "廃棄場", "state": "disposed"},
        },
        skipped={**skip("台帳", **{"title": [1, 2, 3], "header": 4, "subtotal": [7, 10, 11], "remark beside the table": [12, 13]})},
        doubts={("台帳", 5, "checked"): "no date in", ("台帳", 6, "checked"): "no date in", ("台帳", 8, "checked"): "no date in"},
    )  # fmt: skip


@ledger("印刷用.xlsx")
def printed_pages(path: Path) -> Truth:
    """Headings and page numbers repeated for each printed page, tags of two digits."""
    save(path, {
        "印刷用": [
            ["医療情報システム機器一覧表"],
            ["管理番号", "機器名", "設置場所", "シリアルNo."],
            ["Z-00", "端末", "1病棟", "S00"],
            ["Z-01", "端末", "1病棟", "S01"],
            ["Z-02", "端末", "1病棟", "S02"],
            ["Z-03", "端末", "1病棟", "S03"],
            [None, None, None, "- 1 -"],
            ["管理番号", "機器名", "設置場所", "シリアルNo."],
            ["Z-10", "端末", "2病棟", "S10"],
            ["Z-11", "端末", "2病棟", "S11"],
            ["Z-12", "端末", "2病棟", "S12"],
            ["Z-13", "端末", "2病棟", "S13"],
            [None, None, None, "- 2 -"],
            ["管理番号", "機器名", "設置場所", "シリアルNo."],
            ["Z-20", "端末", "3病棟", "S20"],
            ["Z-21", "端末", "3病棟", "S21"],
            ["Z-22", "端末", "3病棟", "S22"],
            ["Z-23", "端末", "3病棟", "S23"],
            [None, None, None, "- 3 -"],
        ],
    })  # fmt: skip
    return Truth(
        assets={
            ("印刷用", 3): {"tag": "Z-00", "name": "端末", "serial": "S00", "place": "1病棟"},
            ("印刷用", 4): {"tag": "Z-01", "name": "端末", "serial": "S01", "place": "1病棟"},
            ("印刷用", 5): {"tag": "Z-02", "name": "端末", "serial": "S02", "place": "1病棟"},
            ("印刷用", 6): {"tag": "Z-03", "name": "端末", "serial": "S03", "place": "1病棟"},
            ("印刷用", 9): {"tag": "Z-10", "name": "端末", "serial": "S10", "place": "2病棟"},
            ("印刷用", 10): {"tag": "Z-11", "name": "端末", "serial": "S11", "place": "2病棟"},
            ("印刷用", 11): {"tag": "Z-12", "name": "端末", "serial": "S12", "place": "2病棟"},
            ("印刷用", 12): {"tag": "Z-13", "name": "端末", "serial": "S13", "place": "2病棟"},
            ("印刷用", 15): {"tag": "Z-20", "name": "端末", "serial": "S20", "place": "3病棟"},
            ("印刷用", 16): {"tag": "Z-21", "name": "端末", "serial": "S21", "place": "3病棟"},
            ("印刷用", 17): {"tag": "Z-22", "name": "端末", "serial": "S22", "place": "3病棟"},
            ("印刷用", 18): {"tag": "Z-23", "name": "端末", "serial": "S23", "place": "3病棟"},
        },
        skipped={**skip("印刷用", **{"title": 1, "header": [2, 8, 14], "remark beside the table": [7, 13, 19]})},
    )  # fmt: skip


@ledger("医療機器.csv")
def csv_with_titles(path: Path) -> Truth:
    """Titles with empty fields, a line break within quotes, a total."""
    write_csv(path, [
        ["医療機器台帳", "", "", "", ""],
        ["作成日", "2024/4/1", "", "", ""],
        ["", "", "", "", ""],
        ["管理番号", "機器名", "製造番号", "IPアドレス", "備考"],
        ["M-1", "CT", "C1", "10.0.0.1", ""],
        ["M-2", "MR", "M1", "10.0.0.2", "改行\r\nあり"],
        ["", "", "", "", ""],
        ["合計", "2台", "", "", ""],
    ], "cp932")  # fmt: skip
    return Truth(
        assets={
            ("", 5): {"tag": "M-1", "name": "CT", "serial": "C1", "ips": ("10.0.0.1",)},
            ("", 6): {"tag": "M-2", "name": "MR", "serial": "M1", "note": "改行 あり", "ips": ("10.0.0.2",)},
        },
        skipped={**skip("", **{"title": [1, 2], "blank": [3, 7], "header": 4, "subtotal": 8})},
    )  # fmt: skip


@ledger("Assets.xlsx")
def english_groups(path: Path) -> Truth:
    """English groups of headings, English months."""
    save(path, {
        "Assets": [
            ["Identification", None, None, "Network", None, "Maintenance"],
            ["Asset ID", "Name", "Serial No.", "IP", "MAC", "Vendor", "Until"],
            ["X1", "CT", "1", "10.0.0.1", "00:1b:21:00:00:01", "GE", "2026-03"],
            ["X2", "MR", "2", "10.0.0.2", "00:1b:21:00:00:02", "GE", "Mar 2026"],
        ],
    }, {"Assets": ["A1:C1", "D1:E1", "F1:G1"]})  # fmt: skip
    return Truth(
        assets={
            ("Assets", 3): {"tag": "X1", "name": "CT", "serial": "1", "maintainer": "GE", "maintained_until": "2026-03", "macs": ("00:1b:21:00:00:01",), "ips": ("10.0.0.1",)},
            ("Assets", 4): {"tag": "X2", "name": "MR", "serial": "2", "maintainer": "GE", "maintained_until": "2026-03", "macs": ("00:1b:21:00:00:02",), "ips": ("10.0.0.2",)},
        },
        skipped={**skip("Assets", **{"header": [1, 2]})},
    )  # fmt: skip


@ledger("部門システム.xlsx")
def two_persons(path: Path) -> Truth:
    """担当者 twice: the hospital's and the maintainer's."""
    save(path, {
        "システム": [
            ["システム名", "機器名", "院内", None, "保守業者"],
            [None, None, "部署", "担当者", "会社名", "担当者", "電話"],
            ["電子カルテ", "サーバ1", "情報課", "山田", "A社", "田中", "03-1111-2222"],
            [None, "サーバ2", "情報課", "山田", "A社", "田中", "03-1111-2222"],
        ],
    }, {"システム": ["C1:D1", "A3:A4", "B1:B2", "E1:G1", "A1:A2"]})  # fmt: skip
    return Truth(
        assets={
            ("システム", 3): {"name": "サーバ1", "department": "情報課", "responsible": "山田", "maintainer": "A社"},
            ("システム", 4): {"name": "サーバ2", "department": "情報課", "responsible": "山田", "maintainer": "A社"},
        },
        skipped={**skip("システム", **{"header": [1, 2]})},
        unread={"システム名", "保守業者/担当者", "保守業者/電話"},
    )  # fmt: skip


@ledger("種別ごと.xlsx")
def sections_of_kinds(path: Path) -> Truth:
    """Section rows name the kind; 削除 in the place of the number."""
    save(path, {
        "機器": [
            ["管理番号", "機器名", "型番", "S/N", "IP", "備考"],
            ["サーバ機器"],
            ["S-1", "DB", "R740", "1", "10.0.0.1"],
            ["削除", "旧DB", "R710", "0", "10.0.0.9", "R4.3廃棄"],
            ["ネットワーク機器"],
            ["N-1", "コア", "C9300", "2", "10.0.0.254"],
            ["医療機器"],
            ["M-1", "CT", "Rev", "3", "10.0.1.1"],
        ],
    }, {"機器": ["A2:F2", "A5:F5", "A7:F7"]})  # fmt: skip
    return Truth(
        assets={
            ("機器", 3): {"tag": "S-1", "name": "DB", "kind": "サーバ機器", "model": "R740", "serial": "1", "ips": ("10.0.0.1",)},
            ("機器", 4): {"name": "旧DB", "kind": "サーバ機器", "model": "R710", "serial": "0", "state": "disposed", "note": "R4.3廃棄", "ips": ("10.0.0.9",)},
            ("機器", 6): {"tag": "N-1", "name": "コア", "kind": "ネットワーク機器", "model": "C9300", "serial": "2", "ips": ("10.0.0.254",)},
            ("機器", 8): {"tag": "M-1", "name": "CT", "kind": "医療機器", "model": "Rev", "serial": "3", "ips": ("10.0.1.1",)},
        },
        skipped={**skip("機器", **{"header": 1, "section": [2, 5, 7]})},
        doubts={("機器", 3, "kind"): "from the section", ("機器", 4, "kind"): "from the section", ("機器", 4, "state"): "the number of the device says", ("機器", 6, "kind"): "from the section", ("機器", 8, "kind"): "from the section"},
    )  # fmt: skip


@ledger("写真台帳.xlsx")
def address_in_the_note(path: Path) -> Truth:
    """The only address stands in the note."""
    save(path, {
        "写真台帳": [
            ["写真", "管理番号", "名称", "メーカー名", "形名", "製造番号", "取得日", "管理部署", "備考"],
            [None, "H-01", "血圧計", "オムロン", "HEM-907", "20150001", "2015/4/1", "外来", "LAN無"],
            [None, "H-02", "ベッドサイドモニタ", "日本光電", "PVM-4763", "5001", "2021/6/1", "外来", "LAN有 192.168.5.5"],
        ],
        "メモ": [
            ["LAN工事の予定"],
            ["5月に実施"],
        ],
    })  # fmt: skip
    return Truth(
        assets={
            ("写真台帳", 2): {"tag": "H-01", "name": "血圧計", "maker": "オムロン", "model": "HEM-907", "serial": "20150001", "department": "外来", "introduced": "2015-04-01", "note": "LAN無"},
            ("写真台帳", 3): {"tag": "H-02", "name": "ベッドサイドモニタ", "maker": "日本光電", "model": "PVM-4763", "serial": "5001", "department": "外来", "introduced": "2021-06-01", "note": "LAN有 192.168.5.5", "ips": ("192.168.5.5",)},
        },
        skipped={**skip("写真台帳", **{"header": 1}), **skip("メモ", **{"no table of devices on this sheet": [1, 2]})},
        unread={"写真"},
        doubts={("写真台帳", 3, "ips"): "from the note"},
    )  # fmt: skip


@ledger("検査機器接続一覧.xlsx")
def analysers(path: Path) -> Truth:
    """How analysers are connected: RS-232C is no network, ranges for two devices."""
    save(path, {
        "LIS": [
            ["部門", "装置名", "メーカ", "型式", "台数", "接続方式", "IPアドレス", "接続先", "リモート有無", "保守会社"],
            ["生化学", "自動分析装置", "日立", "LABOSPECT 008", "2台", "LAN", "192.168.30.11～12", "LISサーバ", "有", "日立ハイテク"],
            ["血液", "血球計数装置", "シスメックス", "XN-2000", "1", "RS-232C", "―", "LISサーバ", "無", "シスメックス"],
            ["輸血", "輸血検査装置", "オーソ", "VISION", "1", "LAN", "192.168.30.15", "LISサーバ", None, "オーソ"],
            ["※RS-232Cはネットワーク接続なし"],
        ],
    })  # fmt: skip
    return Truth(
        assets={
            ("LIS", 2): {"name": "自動分析装置", "maker": "日立", "model": "LABOSPECT 008", "department": "生化学", "maintainer": "日立ハイテク", "remote_maintenance": "有", "ips": ("192.168.30.11", "192.168.30.12",), "quantity": 2},
            ("LIS", 3): {"name": "血球計数装置", "maker": "シスメックス", "model": "XN-2000", "department": "血液", "maintainer": "シスメックス", "remote_maintenance": "無", "quantity": 1},
            ("LIS", 4): {"name": "輸血検査装置", "maker": "オーソ", "model": "VISION", "department": "輸血", "maintainer": "オーソ", "ips": ("192.168.30.15",), "quantity": 1},
        },
        skipped={**skip("LIS", **{"header": 1, "legend": 5})},
        unread={"接続先"},
        offline={("LIS", 3)},
        doubts={("LIS", 2, "ips"): "a range of 2 addresses"},
    )  # fmt: skip


@ledger("電カルノート.xlsx")
def wired_and_wireless(path: Path) -> Truth:
    """Two columns each for MAC and IP, the floor as a bare number."""
    save(path, {
        "機器一覧": [
            ["管理番号", "機器名称", "製造番号", "ホスト名", "IPアドレス（有線）", "IPアドレス（無線）", "MAC（有線）", "MAC（無線）", "OS", "OS Ver", "Office", "設置階", "設置部屋"],
            ["T1", "電カルノート", "1", "NT01", "10.0.0.1", "DHCP", "00:1b:21:00:00:01", "00:1b:21:00:00:02", "Win11", "23H2", "2021", "3", "病棟"],
            ["T2", "電カルノート", "2", "NT02", "なし", "DHCP", None, "00:1b:21:00:00:04", "Win11", "23H2", "2021", 3, "病棟"],
        ],
    })  # fmt: skip
    return Truth(
        assets={
            ("機器一覧", 2): {"tag": "T1", "name": "電カルノート", "hostname": "NT01", "serial": "1", "place": "3階 病棟", "os": "Win11", "os_version": "23H2", "macs": ("00:1b:21:00:00:01", "00:1b:21:00:00:02",), "ips": ("10.0.0.1",), "dhcp": True},
            ("機器一覧", 3): {"tag": "T2", "name": "電カルノート", "hostname": "NT02", "serial": "2", "place": "3階 病棟", "os": "Win11", "os_version": "23H2", "macs": ("00:1b:21:00:00:04",), "dhcp": True},
        },
        skipped={**skip("機器一覧", **{"header": 1})},
        unread={"Office"},
    )  # fmt: skip
