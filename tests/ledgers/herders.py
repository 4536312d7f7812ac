"""A dozen more after those, by the same hand, each in a form that none before had; measured at first sight. See make.py."""

from __future__ import annotations

from pathlib import Path

from tests.ledgers.make import Truth, ledger, skip, write_csv
from tests.ledgers.more import save


@ledger("院内設備PC台帳_総務.xlsx")
def numbers_first_and_words_apart(path: Path) -> Truth:
    """General affairs: two numbers of its own, the old one too, headings with spaces, years by the era."""
    save(path, {
        "台帳": [
            ["総　務　課　管　理　パ　ソ　コ　ン　台　帳"],
            ["通　番", "管理ラベル", "旧ラベル", "使　用　課", "据　付　場　所", "メーカー・機種", "製　番", "Ｉ　Ｐ", "取得年度", "現在の使われ方"],
            [1, "SM-041", "S31", "総務課", "事務室", "富士通 LIFEBOOK A5510", "R0A04101", "10.150.1.41", "令和２", "使用中"],
            [2, "SM-042", "S32", "人事課", "事務室", "富士通 LIFEBOOK A5510", "R0A04202", "10.150.1.42", "令和２", "使用中"],
            [3, "SM-017", "S07", "経理課", "金庫室前", "NEC Mate MJ33", "4300017A", "10.150.1.17", "平成２６", "使用停止"],
        ],
    }, {"台帳": ["A1:J1"]})  # fmt: skip
    n = "台帳"
    f = {"maker": "富士通", "model": "LIFEBOOK A5510", "place": "事務室", "introduced": "2020", "state": "in_use"}
    return Truth(
        assets={
            (n, 3): {**f, "tag": "SM-041", "department": "総務課", "serial": "R0A04101", "ips": ("10.150.1.41",)},
            (n, 4): {**f, "tag": "SM-042", "department": "人事課", "serial": "R0A04202", "ips": ("10.150.1.42",)},
            (n, 5): {"tag": "SM-017", "department": "経理課", "place": "金庫室前", "maker": "NEC", "model": "Mate MJ33", "serial": "4300017A", "ips": ("10.150.1.17",), "introduced": "2014", "state": "stopped"},
        },
        skipped=skip(n, title=1, header=2),
        unread={"通 番", "旧ラベル"},
    )  # fmt: skip


@ledger("周辺機器_接続構成.xlsx")
def what_hangs_on_what_by_indent(path: Path) -> Truth:
    """A tree: servers, and indented below what belongs to each; the indent is a column of its own."""
    save(path, {
        "構成": [
            ["構成機器", None, "型番", "シリアル", "IPアドレス", "設置"],
            ["心電図システム", None, None, None, None, None],
            [None, "解析サーバ", "PowerEdge T150", "T15-0091", "10.37.1.10", "生理検査室"],
            [None, "参照端末", "OptiPlex 3000", "O3-1101", "10.37.1.21", "循環器外来"],
            ["内視鏡システム", None, None, None, None, None],
            [None, "画像サーバ", "PowerEdge T350", "T35-0012", "10.37.2.10", "内視鏡室"],
            [None, "入力端末", "OptiPlex 3000", "O3-2101", "10.37.2.21", "内視鏡室"],
        ],
    }, {"構成": ["A1:B1"]})  # fmt: skip
    n = "構成"
    return Truth(
        assets={
            (n, 3): {"name": "解析サーバ", "model": "PowerEdge T150", "serial": "T15-0091", "ips": ("10.37.1.10",), "place": "生理検査室"},
            (n, 4): {"name": "参照端末", "model": "OptiPlex 3000", "serial": "O3-1101", "ips": ("10.37.1.21",), "place": "循環器外来"},
            (n, 6): {"name": "画像サーバ", "model": "PowerEdge T350", "serial": "T35-0012", "ips": ("10.37.2.10",), "place": "内視鏡室"},
            (n, 7): {"name": "入力端末", "model": "OptiPlex 3000", "serial": "O3-2101", "ips": ("10.37.2.21",), "place": "内視鏡室"},
        },
        skipped=skip(n, header=1, remark_beside_the_table=[2, 5]),
    )  # fmt: skip


@ledger("全館カメラ_NVR別.csv")
def semicolons_and_quotes(path: Path) -> Truth:
    """Given out by a recorder: semicolons, English headings, ports with the address."""
    write_csv(path, [
        ["Channel", "Camera Name", "Camera Type", "IP Address:Port", "MAC Address", "Firmware Version", "Serial No.", "Connection Status"],
        ["1", "ER Entrance", "DS-2CD2143G2", "10.210.1.11:8000", "44:19:b6:01:00:11", "V5.7.3", "D20431101", "Online"],
        ["2", "Parking B1", "DS-2CD2143G2", "10.210.1.12:8000", "44:19:b6:01:00:12", "V5.7.3", "D20431102", "Offline"],
    ], "utf-8", ";")  # fmt: skip
    d = {"model": "DS-2CD2143G2", "software_version": "V5.7.3"}
    return Truth(
        assets={
            ("", 2): {**d, "name": "ER Entrance", "ips": ("10.210.1.11",), "macs": ("44:19:b6:01:00:11",), "serial": "D20431101", "state": "in_use"},
            ("", 3): {**d, "name": "Parking B1", "ips": ("10.210.1.12",), "macs": ("44:19:b6:01:00:12",), "serial": "D20431102", "state": "stopped"},
        },
        skipped=skip("", header=1),
        unread={"Channel"},
    )  # fmt: skip


@ledger("医療機器保守点検計画書R7.xlsx")
def a_plan_with_twelve_months_in_two_lines(path: Path) -> Truth:
    """A plan for a year: each device over two lines, planned and done, with the months across."""
    months: list[object] = ["4月", "5月", "6月", "7月"]
    save(path, {
        "計画": [
            ["令和７年度　医療機器保守点検計画書"],
            ["ME番号", "機器名", "型式", "製造番号", "設置場所", "計/実", *months],
            ["M-0101", "除細動器", "TEC-5631", "56310101", "救急外来", "計画", "○", None, None, "○"],
            [None, None, None, None, None, "実施", "4/12", None, None, None],
            ["M-0102", "除細動器", "TEC-5631", "56310102", "ICU", "計画", None, "○", None, None],
            [None, None, None, None, None, "実施", None, "5/9", None, None],
        ],
    }, {"計画": ["A1:J1", *(f"{c}{r}:{c}{r + 1}" for c in "ABCDE" for r in (3, 5))]})  # fmt: skip
    n = "計画"
    d = {"name": "除細動器", "model": "TEC-5631"}
    return Truth(
        assets={
            (n, 3): {**d, "tag": "M-0101", "serial": "56310101", "place": "救急外来"},
            (n, 5): {**d, "tag": "M-0102", "serial": "56310102", "place": "ICU"},
        },
        skipped=skip(n, title=1, header=2, **{"continues row 3": 4, "continues row 5": 6}),
        unread={"計/実", *map(str, months)},
    )  # fmt: skip


@ledger("訪問リハ・居宅_端末.xlsx")
def a_form_with_units_and_hints_below(path: Path) -> Truth:
    """A group of homes: numbers in circles, hints in small brackets below the headings, 以上 at the end."""
    save(path, {
        "報告": [
            ["【様式】情報端末等 保有状況報告"],
            ["法人名", "社会福祉法人あかね会", None, "報告日", "令和7年2月3日"],
            ["事業所", "端末等の種類", "品名・型番", "製造番号", "購入時期", "利用者", "ネットワーク接続", "IPアドレス"],
            ["（略称）", "（PC・タブレット等）", None, "（S/N）", "（年月）", "（職種でも可）", "（有・無）", "（固定の場合）"],
            ["訪看", "タブレット", "iPad 第10世代", "DMQ10-01", "令和6年4月", "看護師", "有", None],
            ["居宅", "PC", "ProBook 450 G10", "5CD31011", "令和5年11月", "ケアマネ", "有", "192.168.90.21"],
            ["訪リハ", "PC", "ProBook 450 G8", "5CD10822", "令和3年8月", "PT", "無", None],
            ["以上"],
        ],
    })  # fmt: skip
    n = "報告"
    return Truth(
        assets={
            (n, 5): {"place": "訪看", "kind": "タブレット", "name": "iPad 第10世代", "model": "iPad 第10世代", "serial": "DMQ10-01", "introduced": "2024-04", "user": "看護師"},
            (n, 6): {"place": "居宅", "kind": "PC", "name": "ProBook 450 G10", "model": "ProBook 450 G10", "serial": "5CD31011", "introduced": "2023-11", "user": "ケアマネ", "ips": ("192.168.90.21",)},
            (n, 7): {"place": "訪リハ", "kind": "PC", "name": "ProBook 450 G8", "model": "ProBook 450 G8", "serial": "5CD10822", "introduced": "2021-08", "user": "PT"},
        },
        skipped=skip(n, title=[1, 2], header=[3, 4], remark_beside_the_table=8),
        offline={(n, 7)},
    )  # fmt: skip


@ledger("中央監視_血液浄化.xlsx")
def beds_across_and_labels_down(path: Path) -> Truth:
    """Beds across, in two bands below each other, labels down the side: console, number, address."""
    save(path, {
        "配置": [
            ["血液浄化センター　コンソール配置"],
            ["ベッド", "A1", "A2", "A3"],
            ["型式", "DCS-100NX", "DCS-100NX", "DCS-200Si"],
            ["製造番号", "NX-0101", "NX-0102", "SI-0103"],
            ["IPアドレス", "10.49.1.1", "10.49.1.2", "10.49.1.3"],
            ["納入日", "2017/10/2", "2017/10/2", "2022/3/7"],
            [],
            ["ベッド", "B1", "B2", None],
            ["型式", "DCS-200Si", "DCS-200Si", None],
            ["製造番号", "SI-0201", "SI-0202", None],
            ["IPアドレス", "10.49.2.1", "10.49.2.2", None],
            ["納入日", "2022/3/7", "2022/3/7", None],
        ],
    })  # fmt: skip
    n = "配置"
    x, s = {"model": "DCS-100NX", "introduced": "2017-10-02"}, {"model": "DCS-200Si", "introduced": "2022-03-07"}
    return Truth(
        assets={
            (n, 3, "B"): {**x, "serial": "NX-0101", "ips": ("10.49.1.1",)},
            (n, 3, "C"): {**x, "serial": "NX-0102", "ips": ("10.49.1.2",)},
            (n, 3, "D"): {**s, "serial": "SI-0103", "ips": ("10.49.1.3",)},
            (n, 9, "B"): {**s, "serial": "SI-0201", "ips": ("10.49.2.1",)},
            (n, 9, "C"): {**s, "serial": "SI-0202", "ips": ("10.49.2.2",)},
        },
        skipped=skip(n, title=[1, 2], blank=7, remark_beside_the_table=8, **{"a line of a table that lies on its side": [4, 5, 6, 10, 11, 12]}),
    )  # fmt: skip


@ledger("院内ネットワーク_VLAN別アドレス.xlsx")
def blocks_by_vlan_one_below_the_other(path: Path) -> Truth:
    """Blocks for each VLAN: its name and network in a band, then last numbers alone, the same headings once at the top."""
    save(path, {
        "アドレス": [
            ["末尾", "ホスト名", "用途", "設置場所", "登録年月"],
            ["VLAN100　医療情報　10.100.0.0/24"],
            [1, "gw100", "ゲートウェイ", "電算室", "2020/4"],
            [10, "emr01", "電子カルテ", "電算室", "2023/5"],
            ["VLAN200　放射線　10.200.0.0/24"],
            [1, "gw200", "ゲートウェイ", "電算室", "2020/4"],
            [21, "ct01", "CT操作卓", "CT室", "2021/9"],
        ],
    }, {"アドレス": ["A2:E2", "A5:E5"]})  # fmt: skip
    n = "アドレス"

    def at(net: int, last: int, host: str, name: str, place: str) -> dict[str, object]:
        return {"ips": (f"10.{net}.0.{last}",), "hostname": host, "name": name, "place": place}

    return Truth(
        assets={
            (n, 3): at(100, 1, "gw100", "ゲートウェイ", "電算室"),
            (n, 4): at(100, 10, "emr01", "電子カルテ", "電算室"),
            (n, 6): at(200, 1, "gw200", "ゲートウェイ", "電算室"),
            (n, 7): at(200, 21, "ct01", "CT操作卓", "CT室"),
        },
        skipped=skip(n, header=1, section=[2, 5]),
        unread={"登録年月"},
    )  # fmt: skip


@ledger("眼科クリニック_検査機器.csv")
def an_eye_clinic_in_plain_words(path: Path) -> Truth:
    """An eye clinic: what it does, its name in trade, who sold it, which filing program has its pictures."""
    write_csv(path, [
        ["検査の種類", "販売名", "メーカー", "本体番号", "部屋", "有線/無線", "IP設定", "導入", "取扱店", "ファイリング"],
        ["視力・屈折", "KR-800", "トプコン", "8003301", "検査室", "有線", "192.168.61.11", "2016年5月", "高田巳之助商店", "NAVIS"],
        ["眼底撮影", "オプトス デイトナ", "ニコン", "P20-7711", "暗室", "有線", "192.168.61.12", "2020年1月", "ニコンソリューションズ", "NAVIS"],
        ["眼圧", "CT-1P", "トプコン", "1P-4420", "検査室", "無線", "192.168.61.13", "2018年8月", "高田巳之助商店", ""],
    ], "cp932")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"kind": "視力・屈折", "name": "KR-800", "maker": "トプコン", "serial": "8003301", "place": "検査室", "ips": ("192.168.61.11",), "introduced": "2016-05", "maintainer": "高田巳之助商店"},
            ("", 3): {"kind": "眼底撮影", "name": "オプトス デイトナ", "maker": "ニコン", "serial": "P20-7711", "place": "暗室", "ips": ("192.168.61.12",), "introduced": "2020-01", "maintainer": "ニコンソリューションズ"},
            ("", 4): {"kind": "眼圧", "name": "CT-1P", "maker": "トプコン", "serial": "1P-4420", "place": "検査室", "ips": ("192.168.61.13",), "introduced": "2018-08", "maintainer": "高田巳之助商店"},
        },
        skipped=skip("", header=1),
        unread={"有線/無線", "ファイリング"},
    )  # fmt: skip


@ledger("サーバ室入替_現行機器.xlsx")
def present_gear_with_remarks_in_brackets(path: Path) -> Truth:
    """A systems office: the host's name in brackets behind what it is, two addresses marked by where they are used."""
    save(path, {
        "現行": [
            ["機器（ホスト名）", "型番", "OS", "IPアドレス（業務／管理）", "保守期限", "入替時期"],
            ["ファイルサーバ（FS01）", "PRIMERGY TX1330 M4", "Windows Server 2016", "10.1.1.31／10.9.1.31", "2026/3/31", "R7下期"],
            ["認証サーバ（AD01）", "PRIMERGY RX1330 M4", "Windows Server 2019", "10.1.1.1／10.9.1.1", "2027/3/31", "R8上期"],
        ],
    })  # fmt: skip
    n = "現行"
    return Truth(
        assets={
            (n, 2): {"name": "ファイルサーバ", "hostname": "FS01", "model": "PRIMERGY TX1330 M4", "os": "Windows Server 2016", "ips": ("10.1.1.31", "10.9.1.31"), "maintained_until": "2026-03-31"},
            (n, 3): {"name": "認証サーバ", "hostname": "AD01", "model": "PRIMERGY RX1330 M4", "os": "Windows Server 2019", "ips": ("10.1.1.1", "10.9.1.1"), "maintained_until": "2027-03-31"},
        },
        skipped=skip(n, header=1),
        unread={"入替時期"},
    )  # fmt: skip


@ledger("病棟PHS・スマホ配布表.xlsx")
def handed_out_with_the_ward_above(path: Path) -> Truth:
    """Wards as bands; the number to be dialled, the device's number, who has it, when it came back."""
    save(path, {
        "配布": [
            ["配布表", None, None, None, None, "2025年1月"],
            ["内線", "端末番号", "機種", "MACアドレス", "配布先職種", "配布日"],
            ["■５階東病棟"],
            [5101, "SP-051", "DIGNO SX3", "00:E0:6D:51:01:00", "リーダー", "2024/10/1"],
            [5102, "SP-052", "DIGNO SX3", "00:E0:6D:51:02:00", "夜勤", "2024/10/1"],
            ["■手術部"],
            [6101, "SP-061", "DIGNO SX4", "00:E0:6D:61:01:00", "麻酔科", "2024/11/5"],
        ],
    })  # fmt: skip
    n = "配布"
    a = {"department": "5階東病棟", "model": "DIGNO SX3"}
    return Truth(
        assets={
            (n, 4): {**a, "tag": "SP-051", "macs": ("00:e0:6d:51:01:00",)},
            (n, 5): {**a, "tag": "SP-052", "macs": ("00:e0:6d:51:02:00",)},
            (n, 7): {"department": "手術部", "tag": "SP-061", "model": "DIGNO SX4", "macs": ("00:e0:6d:61:01:00",)},
        },
        skipped=skip(n, title=1, header=2, section=[3, 6]),
        unread={"内線", "配布先職種", "配布日"},
    )  # fmt: skip


@ledger("放射線治療_機器構成.xlsx")
def three_columns_of_levels(path: Path) -> Truth:
    """A radiotherapy vendor: the system, the device and the part in three columns, the upper ones written once."""
    save(path, {
        "構成表": [
            ["システム", "装置", "構成品", "メーカ", "モデル", "SN", "IP", "OS"],
            ["治療装置", "リニアック", "コンソール", "バリアン", "4DITC", "IT-3301", "10.53.1.11", "Windows 10"],
            [None, None, "画像PC", "バリアン", "XI", "XI-3301", "10.53.1.12", "Windows 10"],
            [None, "位置照合装置", "制御PC", "ブレインラボ", "ExacTrac", "ET-0041", "10.53.1.21", "Windows 7"],
            ["計画装置", "治療計画", "サーバ", "レイサーチ", "DL380 Gen10", "SGH0301", "10.53.1.31", "Windows Server 2019"],
        ],
    })  # fmt: skip
    n = "構成表"
    return Truth(
        assets={
            (n, 2): {"name": "コンソール", "maker": "バリアン", "model": "4DITC", "serial": "IT-3301", "ips": ("10.53.1.11",), "os": "Windows 10"},
            (n, 3): {"name": "画像PC", "maker": "バリアン", "model": "XI", "serial": "XI-3301", "ips": ("10.53.1.12",), "os": "Windows 10"},
            (n, 4): {"name": "制御PC", "maker": "ブレインラボ", "model": "ExacTrac", "serial": "ET-0041", "ips": ("10.53.1.21",), "os": "Windows 7"},
            (n, 5): {"name": "サーバ", "maker": "レイサーチ", "model": "DL380 Gen10", "serial": "SGH0301", "ips": ("10.53.1.31",), "os": "Windows Server 2019"},
        },
        skipped=skip(n, header=1),
        unread={"システム", "装置"},
    )  # fmt: skip


@ledger("廃棄予定・廃棄済機器.xlsx")
def thrown_away_and_about_to_be(path: Path) -> Truth:
    """What was and what will be thrown away: a certificate, how the disk was erased, the day."""
    save(path, {
        "R6廃棄": [
            ["管理番号", "機器名", "型番", "製造番号", "部署", "廃棄区分", "廃棄年月日", "データ消去方法", "証明書"],
            ["P-0331", "診察室PC", "D583", "R4X0331", "整形外科", "廃棄済", "R6.11.20", "物理破壊", "有"],
            ["P-0340", "受付PC", "D583", "R4X0340", "医事課", "廃棄予定", None, None, None],
        ],
    })  # fmt: skip
    n = "R6廃棄"
    return Truth(
        assets={
            (n, 2): {"tag": "P-0331", "name": "診察室PC", "model": "D583", "serial": "R4X0331", "department": "整形外科", "state": "disposed", "disposed": "2024-11-20"},
            (n, 3): {"tag": "P-0340", "name": "受付PC", "model": "D583", "serial": "R4X0340", "department": "医事課", "state": "in_use"},
        },
        skipped=skip(n, header=1),
        unread={"データ消去方法", "証明書"},
    )  # fmt: skip
