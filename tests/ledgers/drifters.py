"""Ten more by the same stranger: headings in two tongues, what is struck through, no headings, addresses as a grid, channels. See make.py."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from openpyxl.styles import Font

from tests.ledgers.make import Truth, fill, ledger, skip, workbook, write_csv
from tests.ledgers.more import save


@ledger("グループ共通_IT資産フォーマット.xlsx")
def headings_in_two_tongues_and_how_to_fill_them(path: Path) -> Truth:
    """A group's form: English under Japanese in one cell, under the headings a line that says what may be filled in."""
    save(path, {
        "Input": [
            ["グループ共通　IT資産入力フォーマット ver.3.1"],
            ["施設名：", "みなと第二病院", None, "記入日：", date(2025, 1, 8)],
            ["資産番号\nAsset No.", "機器分類\nCategory", "ホスト名\nHostname", "製造元\nManufacturer", "モデル\nModel", "シリアル番号\nSerial No.", "IPアドレス\nIP Address", "MACアドレス\nMAC Address", "利用部門\nDepartment", "利用状況\nStatus", "コメント\nComment"],
            ["必須", "リストから選択", "半角英数15文字以内", "必須", "必須", "本体裏面を確認", "固定の場合のみ", "ハイフン区切り", "必須", "リストから選択", "任意"],
            ["M2-0001", "サーバ", "M2DC01", "DELL", "PowerEdge T350", "JX20001", "10.14.1.1", "D0-8E-79-14-01-01", "情報システム課", "稼働中", None],
            ["M2-0002", "デスクトップPC", "M2PC002", "Lenovo", "ThinkCentre M70q", "PC2M0002", "10.14.2.2", "6C-4B-90-14-02-02", "地域連携室", "稼働中", "紹介状用"],
            ["M2-0003", "ノートPC", "M2NB003", "Lenovo", "ThinkPad L13", "PF3M0003", "DHCP", "6C-4B-90-14-02-03", "訪問看護", "故障", None],
        ],
    }, {"Input": ["A1:K1"]})  # fmt: skip
    n = "Input"
    return Truth(
        assets={
            (n, 5): {"tag": "M2-0001", "kind": "サーバ", "hostname": "M2DC01", "maker": "DELL", "model": "PowerEdge T350", "serial": "JX20001", "ips": ("10.14.1.1",), "macs": ("d0:8e:79:14:01:01",), "department": "情報システム課", "state": "in_use"},
            (n, 6): {"tag": "M2-0002", "kind": "デスクトップPC", "hostname": "M2PC002", "maker": "Lenovo", "model": "ThinkCentre M70q", "serial": "PC2M0002", "ips": ("10.14.2.2",), "macs": ("6c:4b:90:14:02:02",), "department": "地域連携室", "state": "in_use", "note": "紹介状用"},
            (n, 7): {"tag": "M2-0003", "kind": "ノートPC", "hostname": "M2NB003", "maker": "Lenovo", "model": "ThinkPad L13", "serial": "PF3M0003", "dhcp": True, "macs": ("6c:4b:90:14:02:03",), "department": "訪問看護", "state": "stopped"},
        },
        skipped=skip(n, title=[1, 2], header=[3, 4]),
    )  # fmt: skip


@ledger("内科外来_端末プリンタ.xlsx")
def struck_through_and_what_follows_below(path: Path) -> Truth:
    """A department's list: one struck through with the day it went, a hidden column, below a line 'thrown away' and what follows it."""
    book = workbook()
    s = book.active
    s.title = "内科外来"
    fill(s, [
        ["区分", "管理No.", "名称", "メーカー/型番", "旧管理No.", "IP", "設置", "導入", "備考"],
        ["PC", "NG-01", "診察1", "HP ProDesk 400 G7", "N01", "10.31.1.1", "診察室1", "2021.3", None],
        ["PC", "NG-02", "診察2", "HP ProDesk 400 G4", "N02", "10.31.1.2", "診察室2", "2018.3", "2024/12/20廃棄"],
        ["プリンタ", "NG-11", "診察1プリンタ", "Canon LBP252", "N11", "10.31.1.101", "診察室1", "2020.7", None],
        [],
        ["以下、廃棄済"],
        ["PC", "NG-90", "旧処置室", "NEC Mate MK33", "N90", None, None, "2012.4", None],
        ["プリンタ", "NG-91", "旧受付プリンタ", "Canon LBP6600", "N91", None, None, "2011.4", None],
    ])  # fmt: skip
    for cell in s[3]:
        cell.font = Font(strike=True)
    s.column_dimensions["E"].hidden = True
    book.save(path)
    n = "内科外来"
    d = {"department": "内科外来"}
    return Truth(
        assets={
            (n, 2): {**d, "kind": "PC", "tag": "NG-01", "name": "診察1", "maker": "HP", "model": "ProDesk 400 G7", "ips": ("10.31.1.1",), "place": "診察室1", "introduced": "2021-03"},
            (n, 3): {**d, "kind": "PC", "tag": "NG-02", "name": "診察2", "maker": "HP", "model": "ProDesk 400 G4", "ips": ("10.31.1.2",), "place": "診察室2", "introduced": "2018-03", "note": "2024/12/20廃棄", "state": "disposed"},
            (n, 4): {**d, "kind": "プリンタ", "tag": "NG-11", "name": "診察1プリンタ", "maker": "Canon", "model": "LBP252", "ips": ("10.31.1.101",), "place": "診察室1", "introduced": "2020-07"},
            (n, 7): {**d, "kind": "PC", "tag": "NG-90", "name": "旧処置室", "maker": "NEC", "model": "Mate MK33", "introduced": "2012-04", "state": "disposed"},
            (n, 8): {**d, "kind": "プリンタ", "tag": "NG-91", "name": "旧受付プリンタ", "maker": "Canon", "model": "LBP6600", "introduced": "2011-04", "state": "disposed"},
        },
        skipped=skip(n, header=1, blank=5, section=6),
        unread={"旧管理No."},
    )  # fmt: skip


@ledger("ip.csv")
def a_list_without_headings(path: Path) -> Truth:
    """Someone's own list: no headings at all, an address, a host, what it is, where it stands, the card's address."""
    write_csv(path, [
        ["192.168.3.1", "RT-HONKAN", "ルータ", "本館1階 事務室", "00-A0-DE-03-00-01"],
        ["192.168.3.10", "SV-KARTE", "電子カルテサーバ", "本館1階 事務室", "00-19-99-03-00-10"],
        ["192.168.3.21", "PC-UKETSUKE", "受付PC", "本館1階 受付", "00-19-99-03-00-21"],
        ["192.168.3.22", "PC-SHINSATU", "診察室PC", "本館1階 診察室", "00-19-99-03-00-22"],
        ["192.168.3.50", "PRT-UKETSUKE", "受付プリンタ", "本館1階 受付", "00-26-AB-03-00-50"],
    ], "cp932")  # fmt: skip

    def at(last: int, host: str, name: str, place: str, mac: str) -> dict[str, object]:
        return {"ips": (f"192.168.3.{last}",), "hostname": host, "name": name, "place": place, "macs": (mac,)}

    return Truth(
        assets={
            ("", 1): at(1, "RT-HONKAN", "ルータ", "本館1階 事務室", "00:a0:de:03:00:01"),
            ("", 2): at(10, "SV-KARTE", "電子カルテサーバ", "本館1階 事務室", "00:19:99:03:00:10"),
            ("", 3): at(21, "PC-UKETSUKE", "受付PC", "本館1階 受付", "00:19:99:03:00:21"),
            ("", 4): at(22, "PC-SHINSATU", "診察室PC", "本館1階 診察室", "00:19:99:03:00:22"),
            ("", 5): at(50, "PRT-UKETSUKE", "受付プリンタ", "本館1階 受付", "00:26:ab:03:00:50"),
        },
        problems={("", 1, ""): "no row of headings"},
    )  # fmt: skip


@ledger("ネットワーク機器・サーバ・UPS.xlsx")
def three_tables_of_different_columns(path: Path) -> Truth:
    """A systems office: three tables on a sheet, each with columns of its own and a title with a square."""
    save(path, {
        "機器": [
            ["■ネットワーク機器"],
            ["No.", "機器名", "メーカー", "型番", "管理IP", "ファームウェア", "設置場所"],
            [1, "コアL3", "アラクサラ", "AX3660S-24T4X", "10.250.0.1", "12.1.K", "電算室"],
            [2, "無線コントローラ", "HPE Aruba", "7210", "10.250.0.5", "8.10.0.9", "電算室"],
            [],
            ["■サーバ"],
            ["No.", "サーバ名", "用途", "機種", "OS", "IPアドレス", "保守期限"],
            [1, "ORDSV1", "オーダリング", "PRIMERGY TX2550 M5", "Windows Server 2019 Standard", "10.250.1.1", "2026/9/30"],
            [2, "ORDSV2", "オーダリング（待機）", "PRIMERGY TX2550 M5", "Windows Server 2019 Standard", "10.250.1.2", "2026/9/30"],
            [],
            ["■UPS"],
            ["No.", "名称", "容量(VA)", "型式", "S/N", "バッテリ交換日", "接続機器"],
            [1, "UPS-A", 3000, "SMT3000RMJ2U", "AS2011UPSA", "2024/7/7", "ORDSV1"],
            [2, "UPS-B", 1500, "SMT1500RMJ1U", "AS2011UPSB", "2023/7/2", "コアL3"],
        ],
    })  # fmt: skip
    n = "機器"
    nw, sv, ups = {"kind": "ネットワーク機器", "place": "電算室"}, {"kind": "サーバ", "model": "PRIMERGY TX2550 M5", "os": "Windows Server 2019 Standard", "maintained_until": "2026-09-30"}, {"kind": "UPS"}
    return Truth(
        assets={
            (n, 3): {**nw, "tag": "1", "name": "コアL3", "maker": "アラクサラ", "model": "AX3660S-24T4X", "ips": ("10.250.0.1",), "software_version": "12.1.K"},
            (n, 4): {**nw, "tag": "2", "name": "無線コントローラ", "maker": "HPE Aruba", "model": "7210", "ips": ("10.250.0.5",), "software_version": "8.10.0.9"},
            (n, 8): {**sv, "tag": "1", "hostname": "ORDSV1", "name": "オーダリング", "ips": ("10.250.1.1",)},
            (n, 9): {**sv, "tag": "2", "hostname": "ORDSV2", "name": "オーダリング(待機)", "ips": ("10.250.1.2",)},
            (n, 13): {**ups, "tag": "1", "name": "UPS-A", "model": "SMT3000RMJ2U", "serial": "AS2011UPSA"},
            (n, 14): {**ups, "tag": "2", "name": "UPS-B", "model": "SMT1500RMJ1U", "serial": "AS2011UPSB"},
        },
        skipped=skip(n, title=1, section=[6, 11], header=[2, 7, 12], blank=[5, 10]),
        unread={"容量(VA)", "バッテリ交換日", "接続機器"},
    )  # fmt: skip


@ledger("検査系アドレス早見表.xlsx")
def addresses_as_a_grid(path: Path) -> Truth:
    """A grid: tens down, units across, in each cell what has the address; what is free is empty."""
    save(path, {
        "10.70.1": [
            ["アドレス早見表（10.70.1.0/24）"],
            ["10.70.1.", 0, 1, 2, 3, 4],
            [0, None, "GW", "検査サーバ", None, None],
            [10, "生化学PC", "血算PC", None, "尿検査PC", None],
            [20, None, None, "細菌検査PC", None, "輸血PC"],
        ],
    })  # fmt: skip
    n = "10.70.1"

    def at(last: int, name: str) -> dict[str, object]:
        return {"ips": (f"10.70.1.{last}",), "name": name}

    return Truth(
        assets={
            (n, 3, "C"): at(1, "GW"),
            (n, 3, "D"): at(2, "検査サーバ"),
            (n, 4, "B"): at(10, "生化学PC"),
            (n, 4, "C"): at(11, "血算PC"),
            (n, 4, "E"): at(13, "尿検査PC"),
            (n, 5, "D"): at(22, "細菌検査PC"),
            (n, 5, "F"): at(24, "輸血PC"),
        },
        skipped=skip(n, title=1, a_line_of_a_chart_of_addresses=2),
    )  # fmt: skip


@ledger("IP電話機一覧.xlsx")
def telephones(path: Path) -> Truth:
    """Telephones by their extension, plain; whether they are fed over the line, which port of the panel."""
    save(path, {
        "電話": [
            ["内線番号", "表示名", "部署", "設置場所", "電話機種別", "機種", "MACアドレス", "IPアドレス", "給電", "MDF端子"],
            [2101, "医事課長席", "医事課", "1階事務室", "多機能IP電話機", "DT920", "00:60:B9:21:01:00", "10.91.2.101", "PoE", "A-3-11"],
            [2102, "医事課1", "医事課", "1階事務室", "多機能IP電話機", "DT920", "00:60:B9:21:02:00", "10.91.2.102", "PoE", "A-3-12"],
            [3301, "3東ST", "3階東病棟", "スタッフステーション", "IP電話機", "DT830", "00:60:B9:33:01:00", "10.91.3.1", "アダプタ", "B-1-01"],
        ],
    })  # fmt: skip
    n = "電話"
    d = {"department": "医事課", "place": "1階事務室", "kind": "多機能IP電話機", "model": "DT920"}
    return Truth(
        assets={
            (n, 2): {**d, "name": "医事課長席", "macs": ("00:60:b9:21:01:00",), "ips": ("10.91.2.101",)},
            (n, 3): {**d, "name": "医事課1", "macs": ("00:60:b9:21:02:00",), "ips": ("10.91.2.102",)},
            (n, 4): {"name": "3東ST", "department": "3階東病棟", "place": "スタッフステーション", "kind": "IP電話機", "model": "DT830", "macs": ("00:60:b9:33:01:00",), "ips": ("10.91.3.1",)},
        },
        skipped=skip(n, header=1),
        unread={"内線番号", "給電", "MDF端子"},
    )  # fmt: skip


@ledger("防犯カメラ台帳_警備.xlsx")
def cameras_by_recorder(path: Path) -> Truth:
    """The guards' cameras: grouped by the recorder in brackets, channels, what is seen, whether it turns."""
    save(path, {
        "カメラ": [
            ["防犯カメラ台帳", None, None, None, None, None, None, "R7.1現在"],
            ["CH", "カメラ名称", "撮影範囲", "機種", "IPアドレス", "設置年度", "状況", "備考"],
            ["【録画装置１号機】"],
            [1, "正面玄関", "自動ドア内側", "WV-S2136L", "192.168.200.11", "R3", "正常", None],
            [2, "夜間救急口", "インターホン前", "WV-S2136L", "192.168.200.12", "R3", "正常", None],
            [3, "駐車場西", "精算機", "WV-S1536L", "192.168.200.13", "R3", "映像不良", "清掃予定"],
            ["【録画装置２号機】"],
            [1, "薬剤部倉庫", "扉", "WV-S2236L", "192.168.200.21", "R5", "正常", None],
        ],
    }, {"カメラ": ["A3:H3", "A7:H7"]})  # fmt: skip
    n = "カメラ"
    return Truth(
        assets={
            (n, 4): {"kind": "カメラ", "name": "正面玄関", "model": "WV-S2136L", "ips": ("192.168.200.11",), "introduced": "2021", "state": "in_use"},
            (n, 5): {"kind": "カメラ", "name": "夜間救急口", "model": "WV-S2136L", "ips": ("192.168.200.12",), "introduced": "2021", "state": "in_use"},
            (n, 6): {"kind": "カメラ", "name": "駐車場西", "model": "WV-S1536L", "ips": ("192.168.200.13",), "introduced": "2021", "state": "stopped", "note": "清掃予定"},
            (n, 8): {"kind": "カメラ", "name": "薬剤部倉庫", "model": "WV-S2236L", "ips": ("192.168.200.21",), "introduced": "2023", "state": "in_use"},
        },
        skipped=skip(n, title=1, header=2, section=[3, 7]),
        unread={"CH", "撮影範囲"},
    )  # fmt: skip


@ledger("訪問看護_貸与端末.xlsx")
def lent_tablets(path: Path) -> Truth:
    """Tablets and telephones lent to those who visit at home: plain, two holders, numbers of lines and of cards."""
    save(path, {
        "貸与": [
            ["端末No", "端末の種類", "機種名", "シリアル", "Wi-Fi MAC", "回線番号", "IMEI", "OS", "OSバージョン", "貸与者", "貸与日", "返却日", "現在"],
            ["T-01", "タブレット", "iPad (第9世代)", "DMPH0T01", "F4:D4:88:50:00:01", "080-0000-0001", "350000000000011", "iPadOS", "17.7", "訪問1班", "2023/4/3", None, "貸出中"],
            ["T-02", "タブレット", "iPad (第9世代)", "DMPH0T02", "F4:D4:88:50:00:02", "080-0000-0002", "350000000000029", "iPadOS", "17.7", "訪問2班", "2023/4/3", None, "貸出中"],
            ["S-01", "スマートフォン", "AQUOS wish3", "SHG22S01", "A8:96:09:50:00:01", "080-0000-0011", "350000000000110", "Android", "14", None, None, None, "在庫"],
        ],
    })  # fmt: skip
    n = "貸与"
    t = {"kind": "タブレット", "model": "iPad (第9世代)", "os": "iPadOS", "os_version": "17.7", "state": "in_use"}
    return Truth(
        assets={
            (n, 2): {**t, "tag": "T-01", "serial": "DMPH0T01", "macs": ("f4:d4:88:50:00:01",), "user": "訪問1班"},
            (n, 3): {**t, "tag": "T-02", "serial": "DMPH0T02", "macs": ("f4:d4:88:50:00:02",), "user": "訪問2班"},
            (n, 4): {"tag": "S-01", "kind": "スマートフォン", "model": "AQUOS wish3", "serial": "SHG22S01", "macs": ("a8:96:09:50:00:01",), "os": "Android", "os_version": "14", "state": "spare"},
        },
        skipped=skip(n, header=1),
        unread={"回線番号", "IMEI", "貸与日"},
    )  # fmt: skip


@ledger("健診センター_機器台帳.xlsx")
def sections_with_blank_bands(path: Path) -> Truth:
    """A centre for check-ups: each course a section with a blank line before it and a count after it, notes beside the last column."""
    save(path, {
        "台帳": [
            [None, "健診センター　機器台帳"],
            [],
            [None, "番号", "機器", "会社", "型番", "機番", "部屋", "LAN", "IPアドレス", "購入"],
            [],
            [None, "＜身体計測＞"],
            [None, 1, "身長体重計", "タニタ", "BF-220", "22001", "計測室", "有", "172.30.5.11", "2020年4月"],
            [None, 2, "血圧計", "オムロン", "HBP-9030", "90301", "計測室", "有", "172.30.5.12", "2020年4月", None, "※カフ予備あり"],
            [None, None, "計2台"],
            [],
            [None, "＜眼底・視力＞"],
            [None, 3, "眼底カメラ", "キヤノン", "CR-2 AF", "CR2-881", "眼底室", "有", "172.30.5.21", "2019年9月"],
            [None, 4, "視力計", "ニデック", "NV-350", "35011", "眼底室", "無", None, "2014年6月"],
            [None, None, "計2台"],
            [],
            [None, "合計", "4台"],
        ],
    })  # fmt: skip
    n = "台帳"
    return Truth(
        assets={
            (n, 6): {"tag": "1", "name": "身長体重計", "maker": "タニタ", "model": "BF-220", "serial": "22001", "place": "計測室", "ips": ("172.30.5.11",), "introduced": "2020-04"},
            (n, 7): {"tag": "2", "name": "血圧計", "maker": "オムロン", "model": "HBP-9030", "serial": "90301", "place": "計測室", "ips": ("172.30.5.12",), "introduced": "2020-04"},
            (n, 11): {"tag": "3", "name": "眼底カメラ", "maker": "キヤノン", "model": "CR-2 AF", "serial": "CR2-881", "place": "眼底室", "ips": ("172.30.5.21",), "introduced": "2019-09"},
            (n, 12): {"tag": "4", "name": "視力計", "maker": "ニデック", "model": "NV-350", "serial": "35011", "place": "眼底室", "introduced": "2014-06"},
        },
        skipped=skip(n, title=1, blank=[2, 4, 9, 14], header=3, section=[5, 10], subtotal=[8, 13, 15]),
        offline={(n, 12)},
    )  # fmt: skip


@ledger("物品管理簿_総務.csv")
def half_width_letters_of_general_affairs(path: Path) -> Truth:
    """General affairs: half-width kana, spaces in headings, full-width numbers, the building's number before the room's."""
    write_csv(path, [
        ["物品番号", "品　　名", "ﾒｰｶｰ", "ｶﾀﾛｸﾞ番号", "製 造 番 号", "数量", "単位", "取 得 日", "財源", "配 置 部 署", "建物", "室　名", "処分区分"],
        ["Ｇ－０５０１", "ﾓﾉｸﾛﾚｰｻﾞｰﾌﾟﾘﾝﾀ", "ﾌﾞﾗｻﾞｰ", "HL-L6310DW", "E80501", "１", "台", "令５．６．９", "自己", "地域医療連携室", "新館", "相談室", ""],
        ["Ｇ－０５０２", "ｼｭﾚｯﾀﾞｰ", "ﾅｶﾊﾞﾔｼ", "NSE-TM22N", "", "１", "台", "令５．６．９", "自己", "地域医療連携室", "新館", "事務室", ""],
        ["Ｇ－０３９８", "ﾉｰﾄﾊﾟｿｺﾝ", "ﾀﾞｲﾅﾌﾞｯｸ", "B65/HS", "2K0398H", "１", "台", "令３．１２．１", "補助金", "人事課", "本館", "事務室", "廃棄"],
    ], "cp932")  # fmt: skip
    d = {"quantity": 1, "introduced": "2023-06-09", "department": "地域医療連携室"}
    return Truth(
        assets={
            ("", 2): {**d, "tag": "G-0501", "name": "モノクロレーザープリンタ", "maker": "ブラザー", "model": "HL-L6310DW", "serial": "E80501", "place": "新館 相談室"},
            ("", 3): {**d, "tag": "G-0502", "name": "シュレッダー", "maker": "ナカバヤシ", "model": "NSE-TM22N", "place": "新館 事務室"},
            ("", 4): {"tag": "G-0398", "name": "ノートパソコン", "maker": "ダイナブック", "model": "B65/HS", "serial": "2K0398H", "quantity": 1, "introduced": "2021-12-01", "department": "人事課", "place": "本館 事務室", "state": "disposed"},
        },
        skipped=skip("", header=1),
        unread={"財源"},
    )  # fmt: skip
