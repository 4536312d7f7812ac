"""Twelve more, written before the reader saw them: cards, slips of the pen, abbreviations, devices of two lines. See make.py."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.ledgers.make import Truth, fill, ledger, skip, workbook, write_csv
from tests.ledgers.more import save


@ledger("医療機器安全管理_点検台帳.xlsx")
def inspection_book(path: Path) -> Truth:
    """Safety of medical devices: groups over the headings, who inspected and with what result, the next date."""
    save(path, {
        "点検": [
            ["医療機器安全管理　保守点検台帳", None, None, None, None, None, None, "医療機器安全管理責任者　印"],
            ["機器", None, None, None, None, "点検", None, None, None, "判定"],
            ["機器管理ＩＤ", "機器の名前", "機種・型番", "製造販売元", "シリアル№", "点検種別", "点検した日", "点検した人", "次回点検月", None],
            ["A-001", "輸液ポンプ", "OT-818G", "ジェイ・エム・エス", "818-0001", "定期", "R6.5.10", "佐々木", "R7.5", "合格"],
            ["A-002", "輸液ポンプ", "OT-818G", "ジェイ・エム・エス", "818-0002", "定期", "R6.5.10", "佐々木", "R7.5", "合格"],
            ["B-010", "低圧持続吸引器", "MS-009", "メラ", "M9-110", "定期", "R6.5.11", "小川", "R7.5", "要修理"],
        ],
    }, {"点検": ["A2:E2", "F2:I2", "J2:J3"]})  # fmt: skip
    n = "点検"
    ot = {"name": "輸液ポンプ", "model": "OT-818G", "maker": "ジェイ・エム・エス", "checked": "2024-05-10"}
    return Truth(
        assets={
            (n, 4): {**ot, "tag": "A-001", "serial": "818-0001"},
            (n, 5): {**ot, "tag": "A-002", "serial": "818-0002"},
            (n, 6): {"tag": "B-010", "name": "低圧持続吸引器", "model": "MS-009", "maker": "メラ", "serial": "M9-110", "checked": "2024-05-11"},
        },
        skipped=skip(n, title=1, header=[2, 3]),
        unread={"点検/点検種別", "点検/点検した人", "点検/次回点検月", "判定"},
    )  # fmt: skip


@ledger("nw_list_2024.csv")
def network_in_two_languages(path: Path) -> Truth:
    """Network gear, half in English: logical name, firmware, floor and rack apart, when the maintenance runs out."""
    write_csv(path, [
        ["No.", "Hostname(論理名)", "Category", "Vendor", "Model", "SerialNo.", "Mgmt-IP", "MAC Addr.", "設置Floor", "設置Rack", "FW Ver.", "Maint期限", "構築業者", "Remarks"],
        ["1", "HQ-CORE1", "L3SW", "ALAXALA", "AX3660S", "TA0001", "172.31.0.1", "00:12:E2:00:01:01", "B1", "R01", "12.1.L", "2027/03/31", "NTT東日本", "VRRP master"],
        ["2", "HQ-CORE2", "L3SW", "ALAXALA", "AX3660S", "TA0002", "172.31.0.2", "00:12:E2:00:01:02", "B1", "R02", "12.1.L", "2027/03/31", "NTT東日本", ""],
        ["3", "HQ-FW1", "Firewall", "Fortinet", "FG-200F", "FG200F0003", "172.31.0.254", "", "B1", "R01", "7.2.8", "2026/09/30", "NTT東日本", "HA"],
    ], "utf-8-sig")  # fmt: skip
    ax = {"kind": "L3SW", "maker": "ALAXALA", "model": "AX3660S", "software_version": "12.1.L", "maintained_until": "2027-03-31", "maintainer": "NTT東日本"}
    return Truth(
        assets={
            ("", 2): {**ax, "tag": "1", "hostname": "HQ-CORE1", "serial": "TA0001", "ips": ("172.31.0.1",), "macs": ("00:12:e2:00:01:01",), "place": "B1 R01", "note": "VRRP master"},
            ("", 3): {**ax, "tag": "2", "hostname": "HQ-CORE2", "serial": "TA0002", "ips": ("172.31.0.2",), "macs": ("00:12:e2:00:01:02",), "place": "B1 R02"},
            ("", 4): {"tag": "3", "hostname": "HQ-FW1", "kind": "Firewall", "maker": "Fortinet", "model": "FG-200F", "serial": "FG200F0003", "ips": ("172.31.0.254",), "place": "B1 R01", "software_version": "7.2.8", "maintained_until": "2026-09-30", "maintainer": "NTT東日本", "note": "HA"},
        },
        skipped=skip("", header=1),
    )  # fmt: skip


@ledger("機器個票.xlsx")
def one_card_below_another(path: Path) -> Truth:
    """A card per device, one below the other, with spaces inside the words and colons behind them."""
    save(path, {
        "個票": [
            ["機　器　個　票"],
            ["機器№", "R-01", None, "購入年月日", "H31.4.10"],
            ["名　称", "一般撮影装置", None, "購入金額", "12,000,000"],
            ["メーカ", "島津製作所", None, "購入業者", "島津メディカル"],
            ["型　式", "RADspeed Pro", None, "設置場所", "第2撮影室"],
            ["製造番号", "CM0101", None, "ＩＰアドレス", "10.8.2.1"],
            [],
            ["機　器　個　票"],
            ["機器№", "R-02", None, "購入年月日", "R3.10.1"],
            ["名　称", "ポータブル撮影装置", None, "購入金額", "8,000,000"],
            ["メーカ", "富士フイルム", None, "購入業者", "富士フイルムメディカル"],
            ["型　式", "CALNEO AQRO", None, "設置場所", "病棟巡回"],
            ["製造番号", "FA0202", None, "ＩＰアドレス", "無線(10.8.9.2)"],
        ],
    })  # fmt: skip
    n = "個票"
    return Truth(
        assets={
            (n, 2, "B"): {"tag": "R-01", "name": "一般撮影装置", "maker": "島津製作所", "model": "RADspeed Pro", "serial": "CM0101", "introduced": "2019-04-10", "maintainer": "島津メディカル", "place": "第2撮影室", "ips": ("10.8.2.1",)},
            (n, 9, "B"): {"tag": "R-02", "name": "ポータブル撮影装置", "maker": "富士フイルム", "model": "CALNEO AQRO", "serial": "FA0202", "introduced": "2021-10-01", "maintainer": "富士フイルムメディカル", "place": "病棟巡回", "ips": ("10.8.9.2",)},
        },
        skipped=skip(n, title=1, blank=7, **{"part of the card that begins in row 2": [3, 4, 5, 6], "part of the card that begins in row 9": [10, 11, 12, 13], "remark beside the table": 8}),
        unread={"購入金額"},
    )  # fmt: skip


@ledger("サーバ諸元一覧.xlsx")
def servers_on_their_side(path: Path) -> Truth:
    """Servers side by side, what they are in rows: the use, the model, the addresses of the house and of management."""
    save(path, {
        "サーバ": [
            ["サーバ諸元一覧"],
            ["項目", "1号機", "2号機", "3号機"],
            ["サーバ名", "HIS-DB1", "HIS-DB2", "PACS-ARC"],
            ["用途", "電子カルテDB", "電子カルテDB(待機)", "画像保管"],
            ["メーカ・型番", "富士通/PRIMERGY RX2540 M6", "富士通/PRIMERGY RX2540 M6", "HPE/DL380 Gen10"],
            ["製造No", "MA6A0001", "MA6A0002", "SGH0003"],
            ["OS", "Windows Server 2022", "Windows Server 2022", "Red Hat Enterprise Linux 8.6"],
            ["業務LANのIP", "10.10.0.11", "10.10.0.12", "10.10.0.31"],
            ["保守期限", "2028年3月末", "2028年3月末", "2026年9月末"],
            ["ラック位置", "R2-10U", "R2-12U", "R3-20U"],
        ],
    })  # fmt: skip
    n = "サーバ"
    rx = {"kind": "サーバ", "maker": "富士通", "model": "PRIMERGY RX2540 M6", "os": "Windows Server 2022", "maintained_until": "2028-03"}
    return Truth(
        assets={
            (n, 3, "B"): {**rx, "hostname": "HIS-DB1", "name": "電子カルテDB", "serial": "MA6A0001", "ips": ("10.10.0.11",), "place": "R2-10U"},
            (n, 3, "C"): {**rx, "hostname": "HIS-DB2", "name": "電子カルテDB(待機)", "serial": "MA6A0002", "ips": ("10.10.0.12",), "place": "R2-12U"},
            (n, 3, "D"): {"kind": "サーバ", "maker": "HPE", "model": "DL380 Gen10", "os": "Red Hat Enterprise Linux 8.6", "maintained_until": "2026-09", "hostname": "PACS-ARC", "name": "画像保管", "serial": "SGH0003", "ips": ("10.10.0.31",), "place": "R3-20U"},
        },
        skipped=skip(n, title=[1, 2], **{"a line of a table that lies on its side": [4, 5, 6, 7, 8, 9, 10]}),
    )  # fmt: skip


@ledger("外来PC割付表.xlsx")
def two_blocks_of_addresses(path: Path) -> Truth:
    """Addresses in two blocks side by side with an empty column between, free ones among them."""
    save(path, {
        "外来": [
            ["外来系アドレス割付表"],
            ["アドレス", "使用端末", "場所", "備考", None, "アドレス", "使用端末", "場所", "備考"],
            ["10.50.1.1", "GAI-01", "内科1診", None, None, "10.50.1.31", "GAI-31", "外科1診", None],
            ["10.50.1.2", "GAI-02", "内科2診", "モニタ2台", None, "10.50.1.32", "空き", None, None],
            ["10.50.1.3", "GAI-03", "内科処置", None, None, "10.50.1.33", "GAI-33", "外科処置", "移設予定"],
        ],
    })  # fmt: skip
    n = "外来"
    dep = {"department": "外来"}
    return Truth(
        assets={
            (n, 3): {**dep, "ips": ("10.50.1.1",), "hostname": "GAI-01", "place": "内科1診"},
            (n, 4): {**dep, "ips": ("10.50.1.2",), "hostname": "GAI-02", "place": "内科2診", "note": "モニタ2台"},
            (n, 5): {**dep, "ips": ("10.50.1.3",), "hostname": "GAI-03", "place": "内科処置"},
            (n, 3, "F"): {**dep, "ips": ("10.50.1.31",), "hostname": "GAI-31", "place": "外科1診"},
            (n, 4, "F"): {**dep, "ips": ("10.50.1.32",), "state": "reserved"},
            (n, 5, "F"): {**dep, "ips": ("10.50.1.33",), "hostname": "GAI-33", "place": "外科処置", "note": "移設予定"},
        },
        skipped=skip(n, title=1, header=2),
    )  # fmt: skip


@ledger("薬剤部機器(手入力).csv")
def slips_of_the_pen(path: Path) -> Truth:
    """Typed in a hurry: one character of a heading wrong here and there, full width and half width mixed."""
    write_csv(path, [
        ["管理番合", "機器名", "メ一カ一", "型武", "製造番号", "設置揚所", "ＩＰアドレヌ", "購入年月曰", "保守会杜", "状熊", "備孝"],
        ["Y-001", "自動錠剤分包機", "湯山製作所", "YS-TR-260FDSII", "Y2600011", "調剤室", "10.60.0.11", "2019/3/20", "湯山製作所", "使用中", ""],
        ["Y-002", "無菌調製用キャビネット", "日本エアーテック", "BHC-1307", "1307-22", "無菌室", "－", "2012/9/1", "－", "使用中", "HEPA交換 2023"],
        ["Y-003", "薬袋プリンタ", "沖電気", "C844dnw", "AK0003", "調剤室", "10.60.0.21", "2022/4/1", "トーショー", "故障", ""],
    ], "cp932")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"tag": "Y-001", "name": "自動錠剤分包機", "maker": "湯山製作所", "model": "YS-TR-260FDSII", "serial": "Y2600011", "place": "調剤室", "ips": ("10.60.0.11",), "introduced": "2019-03-20", "maintainer": "湯山製作所", "state": "in_use"},
            ("", 3): {"tag": "Y-002", "name": "無菌調製用キャビネット", "maker": "日本エアーテック", "model": "BHC-1307", "serial": "1307-22", "place": "無菌室", "introduced": "2012-09-01", "state": "in_use", "note": "HEPA交換 2023"},
            ("", 4): {"tag": "Y-003", "name": "薬袋プリンタ", "maker": "沖電気", "model": "C844dnw", "serial": "AK0003", "place": "調剤室", "ips": ("10.60.0.21",), "introduced": "2022-04-01", "maintainer": "トーショー", "state": "stopped"},
        },
        skipped=skip("", header=1),
    )  # fmt: skip


@ledger("固定資産一覧（略）.xlsx")
def mere_abbreviations(path: Path) -> Truth:
    """Headings that are one or two characters each; sections by department, a subtotal under each."""
    save(path, {
        "資産": [
            ["資番", "品", "型", "製番", "取得", "価格", "数", "場所"],
            ["【手術部】"],
            ["F-100", "電気メス", "VIO300D", "11390001", "H27.10", 3200000, 1, "OP3"],
            ["F-101", "手術台", "MOT-VS600", "V600-12", "H29.3", 9800000, 1, "OP1"],
            ["小計", None, None, None, None, 13000000, 2],
            ["【検査部】"],
            ["F-200", "遠心機", "KUBOTA 5930", "K5930-8", "R1.11", 880000, 1, "検体検査室"],
            ["小計", None, None, None, None, 880000, 1],
        ],
    })  # fmt: skip
    n = "資産"
    return Truth(
        assets={
            (n, 3): {"tag": "F-100", "name": "電気メス", "model": "VIO300D", "serial": "11390001", "introduced": "2015-10", "quantity": 1, "place": "OP3", "department": "手術部"},
            (n, 4): {"tag": "F-101", "name": "手術台", "model": "MOT-VS600", "serial": "V600-12", "introduced": "2017-03", "quantity": 1, "place": "OP1", "department": "手術部"},
            (n, 7): {"tag": "F-200", "name": "遠心機", "model": "KUBOTA 5930", "serial": "K5930-8", "introduced": "2019-11", "quantity": 1, "place": "検体検査室", "department": "検査部"},
        },
        skipped=skip(n, header=1, section=[2, 6], subtotal=[5, 8]),
        unread={"価格"},
    )  # fmt: skip


@ledger("PC台帳_2枚NIC.xlsx")
def two_cards_in_a_cell(path: Path) -> Truth:
    """Two network cards in one cell, a hidden row, a row struck through, a formula for the years since."""
    from openpyxl.styles import Font

    book = workbook()
    s = book.active
    s.title = "PC"
    fill(s, [
        ["端末ID", "コンピュータ名", "メーカー", "機種名", "シリアル", "MACアドレス\n(上段:有線 下段:無線)", "IPアドレス\n(上段:有線 下段:無線)", "OS/Ver", "利用部署", "利用者名", "設置日", "経過年"],
        ["T0001", "RAD-PC01", "DELL", "OptiPlex 7010", "ABC0001", "D8:9E:F3:00:00:01\nD8:9E:F3:00:01:01", "10.20.5.1\n10.20.205.1", "Windows 11/23H2", "放射線科", "技師共用", date(2023, 9, 1), "=DATEDIF(K2,TODAY(),\"Y\")"],
        ["T0002", "RAD-PC02", "DELL", "OptiPlex 7010", "ABC0002", "D8:9E:F3:00:00:02", "10.20.5.2", "Windows 11/23H2", "放射線科", "技師共用", date(2023, 9, 1), None],
        ["T0003", "RAD-PC03", "DELL", "OptiPlex 3020", "ABC0003", "D8:9E:F3:00:00:03", "10.20.5.3", "Windows 7/SP1", "放射線科", "読影", date(2014, 3, 1), None],
        ["T0004", "RAD-PC04", "DELL", "OptiPlex 3020", "ABC0004", "D8:9E:F3:00:00:04", "10.20.5.4", "Windows 7/SP1", "放射線科", "読影", date(2014, 3, 1), None],
    ])  # fmt: skip
    s.row_dimensions[4].hidden = True
    for cell in s[5]:
        cell.font = Font(strike=True)
    book.save(path)
    n = "PC"
    new = {"kind": "PC", "maker": "DELL", "model": "OptiPlex 7010", "os": "Windows 11", "os_version": "23H2", "department": "放射線科", "user": "技師共用", "introduced": "2023-09-01"}
    old = {"kind": "PC", "maker": "DELL", "model": "OptiPlex 3020", "os": "Windows 7", "os_version": "SP1", "department": "放射線科", "user": "読影", "introduced": "2014-03-01"}
    return Truth(
        assets={
            (n, 2): {**new, "tag": "T0001", "hostname": "RAD-PC01", "serial": "ABC0001", "macs": ("d8:9e:f3:00:00:01", "d8:9e:f3:00:01:01"), "ips": ("10.20.5.1", "10.20.205.1")},
            (n, 3): {**new, "tag": "T0002", "hostname": "RAD-PC02", "serial": "ABC0002", "macs": ("d8:9e:f3:00:00:02",), "ips": ("10.20.5.2",)},
            (n, 4): {**old, "tag": "T0003", "hostname": "RAD-PC03", "serial": "ABC0003", "macs": ("d8:9e:f3:00:00:03",), "ips": ("10.20.5.3",)},
            (n, 5): {**old, "tag": "T0004", "hostname": "RAD-PC04", "serial": "ABC0004", "macs": ("d8:9e:f3:00:00:04",), "ips": ("10.20.5.4",)},
        },
        skipped=skip(n, header=1),
        doubts={(n, 4, "state"): "hidden row", (n, 5, "state"): "struck through"},
        unread={"経過年"},
    )  # fmt: skip


@ledger("フロア別機器一覧.xlsx")
def a_sheet_for_each_floor(path: Path) -> Truth:
    """A cover, a sheet for each floor with signs for the state, a legend, and 同上 for what repeats."""
    head = ["部屋", "機器", "メーカー名・型番", "LAN", "IP", "いつから", "状態"]
    save(path, {
        "表紙": [["機器配置一覧"], ["令和6年度版"]],
        "1F": [head,
               ["受付", "会計PC", "HP ProDesk 400", "有", "10.1.1.1", "2020年", "○"],
               ["受付", "ラベルプリンタ", "ブラザー QL-820NWB", "有", "10.1.1.2", "同上", "○"],
               ["待合", "サイネージ", "シャープ PN-HW431", "無", None, "2018年", "△"]],
        "2F": [head,
               ["処置室", "心電計", "フクダ電子 FCP-8321", "有", "10.1.2.1", "2017年", "○"],
               ["同上", "エコー", "GEヘルスケア Vscan Air", "無", None, "2022年", "○"]],
        "凡例": [["○", "使用中"], ["△", "故障"], ["×", "廃棄"]],
    })  # fmt: skip
    a, b = "1F", "2F"
    return Truth(
        assets={
            (a, 2): {"place": "1F 受付", "name": "会計PC", "maker": "HP", "model": "ProDesk 400", "ips": ("10.1.1.1",), "introduced": "2020", "state": "in_use"},
            (a, 3): {"place": "1F 受付", "name": "ラベルプリンタ", "maker": "ブラザー", "model": "QL-820NWB", "ips": ("10.1.1.2",), "introduced": "2020", "state": "in_use"},
            (a, 4): {"place": "1F 待合", "name": "サイネージ", "maker": "シャープ", "model": "PN-HW431", "introduced": "2018", "state": "stopped"},
            (b, 2): {"place": "2F 処置室", "name": "心電計", "maker": "フクダ電子", "model": "FCP-8321", "ips": ("10.1.2.1",), "introduced": "2017", "state": "in_use"},
            (b, 3): {"place": "2F 処置室", "name": "エコー", "maker": "GEヘルスケア", "model": "Vscan Air", "introduced": "2022", "state": "in_use"},
        },
        skipped={**skip("表紙", cover_sheet=[1, 2]), **skip(a, header=1), **skip(b, header=1), **skip("凡例", legend=[1, 2, 3])},
        offline={(a, 4), (b, 3)},
    )  # fmt: skip


@ledger("CMMS_export.csv")
def of_a_biomedical_system(path: Path) -> Truth:
    """What a system of biomedical engineers gives out: short English, the last and next service, days with the month's name."""
    write_csv(path, [
        ["Asset Tag #", "Description", "Mfr", "Model Nbr", "Serial Nbr", "Owning Dept", "Bldg/Room", "In-Svc Date", "PM Last Done", "PM Next Due", "Status", "IP", "MAC", "SW Version", "Svc Provider"],
        ["BM-10021", "Infusion Pump", "B. Braun", "Infusomat Space", "218001", "ICU", "Main/3101", "12-Apr-2021", "03-May-2024", "03-May-2025", "In Service", "10.44.8.21", "00:08:C1:00:00:21", "L086", "B. Braun Aesculap Japan"],
        ["BM-10022", "Infusion Pump", "B. Braun", "Infusomat Space", "218002", "ICU", "Main/3102", "12-Apr-2021", "03-May-2024", "03-May-2025", "Under Repair", "10.44.8.22", "00:08:C1:00:00:22", "L086", "B. Braun Aesculap Japan"],
        ["BM-20007", "Ventilator", "Draeger", "Evita V800", "ASPK-0007", "ICU", "Main/3103", "01-Feb-2023", "14-Jan-2024", "14-Jan-2025", "In Service", "", "", "2.n", "Draeger Japan"],
    ], "utf-8")  # fmt: skip
    bb = {"name": "Infusion Pump", "maker": "B. Braun", "model": "Infusomat Space", "department": "ICU", "introduced": "2021-04-12", "checked": "2024-05-03", "software_version": "L086", "maintainer": "B. Braun Aesculap Japan"}
    return Truth(
        assets={
            ("", 2): {**bb, "tag": "BM-10021", "serial": "218001", "place": "Main/3101", "state": "in_use", "ips": ("10.44.8.21",), "macs": ("00:08:c1:00:00:21",)},
            ("", 3): {**bb, "tag": "BM-10022", "serial": "218002", "place": "Main/3102", "state": "stopped", "ips": ("10.44.8.22",), "macs": ("00:08:c1:00:00:22",)},
            ("", 4): {"tag": "BM-20007", "name": "Ventilator", "maker": "Draeger", "model": "Evita V800", "serial": "ASPK-0007", "department": "ICU", "place": "Main/3103", "introduced": "2023-02-01", "checked": "2024-01-14", "state": "in_use", "software_version": "2.n", "maintainer": "Draeger Japan"},
        },
        skipped=skip("", header=1),
        unread={"PM Next Due"},
    )  # fmt: skip


@ledger("中央材料室・洗浄滅菌装置.xlsx")
def two_lines_without_merges(path: Path) -> Truth:
    """Two lines a device with nothing merged: every column has a heading over a heading, and a blank line now and then."""
    save(path, {
        "装置": [
            ["中央材料室　装置台帳"],
            ["管理番号", "装置名", "メーカー", "設置年月"],
            ["設置場所", "型式", "製造番号", "保守業者"],
            ["CS-01", "高圧蒸気滅菌装置", "サクラ精機", "2016年3月"],
            ["滅菌室", "VSCH-G12", "G12-0071", "サクラ精機"],
            ["CS-02", "高圧蒸気滅菌装置", "サクラ精機", "2016年3月"],
            ["滅菌室", "VSCH-G12", "G12-0072", "サクラ精機"],
            [],
            ["CS-11", "ウォッシャーディスインフェクター", "ゲティンゲ", "2020年11月"],
            ["洗浄室", "46-5", "W46-0300", "ゲティンゲ"],
        ],
    })  # fmt: skip
    n = "装置"
    v = {"name": "高圧蒸気滅菌装置", "maker": "サクラ精機", "introduced": "2016-03", "place": "滅菌室", "model": "VSCH-G12", "maintainer": "サクラ精機"}
    return Truth(
        assets={
            (n, 4): {**v, "tag": "CS-01", "serial": "G12-0071"},
            (n, 6): {**v, "tag": "CS-02", "serial": "G12-0072"},
            (n, 9): {"tag": "CS-11", "name": "ウォッシャーディスインフェクター", "maker": "ゲティンゲ", "introduced": "2020-11", "place": "洗浄室", "model": "46-5", "serial": "W46-0300", "maintainer": "ゲティンゲ"},
        },
        skipped={**skip(n, title=1, header=[2, 3], blank=8), (n, 5): "continues row 4", (n, 7): "continues row 6", (n, 10): "continues row 9"},
    )  # fmt: skip


@ledger("監視カメラ・IP電話.tsv")
def cameras_and_telephones(path: Path) -> Truth:
    """Cameras and telephones of the facilities section, a section row for each, UTF-16, MACs without their zeros."""
    write_csv(path, [
        ["通番", "型番等", "取付位置", "IPアドレス/PoEポート", "物理アドレス", "施工年度", "施工会社", "連絡事項"],
        ["■監視カメラ", "", "", "", "", "", "", ""],
        ["1", "WV-S1536L", "正面玄関外", "10.90.1.11/SW1-1", "8:0:23:1:2:B", "2021年度", "㈱セキュリティ北", ""],
        ["2", "WV-S2536L", "救急入口", "10.90.1.12/SW1-2", "8:0:23:1:2:C", "2021年度", "㈱セキュリティ北", "レンズ曇り"],
        ["■IP電話", "", "", "", "", "", "", ""],
        ["3", "DT930", "代表受付", "10.91.1.1/SW2-5", "0:60:b9:1:2:d", "2019年度", "㈱電話南", ""],
    ], "utf-16", "\t")  # fmt: skip
    cam = {"kind": "監視カメラ", "introduced": "2021", "maintainer": "株式会社セキュリティ北"}
    return Truth(
        assets={
            ("", 3): {**cam, "tag": "1", "model": "WV-S1536L", "place": "正面玄関外", "ips": ("10.90.1.11",), "macs": ("08:00:23:01:02:0b",)},
            ("", 4): {**cam, "tag": "2", "model": "WV-S2536L", "place": "救急入口", "ips": ("10.90.1.12",), "macs": ("08:00:23:01:02:0c",), "note": "レンズ曇り"},
            ("", 6): {"kind": "IP電話", "tag": "3", "model": "DT930", "place": "代表受付", "ips": ("10.91.1.1",), "macs": ("00:60:b9:01:02:0d",), "introduced": "2019", "maintainer": "株式会社電話南"},
        },
        skipped=skip("", header=1, section=[2, 5]),
    )  # fmt: skip
