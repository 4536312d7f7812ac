"""Ten ledgers by one who had not seen the reader: a university's terminals, machines in two lines each, octets apart. See make.py."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.ledgers.make import Truth, ledger, skip, write_csv
from tests.ledgers.more import save


@ledger("医療情報部_端末一覧_R7.csv")
def terminals_of_a_university_hospital(path: Path) -> Truth:
    """A university hospital's terminals: plain, in the words of its own department."""
    write_csv(path, [
        ["端末管理番号", "端末の呼称", "製造会社", "型名", "製造通番", "LANポートのMAC", "割付IP", "置き場", "主管診療科", "導入年月", "現在の扱い"],
        ["UH-24-0101", "外来診察端末1", "富士通", "ESPRIMO D7012/M", "R3A40101", "4C-52-62-A1-01-01", "172.20.11.101", "外来棟2階 第3診察室", "消化器内科", "2024年3月", "使用中"],
        ["UH-24-0102", "外来診察端末2", "富士通", "ESPRIMO D7012/M", "R3A40102", "4C-52-62-A1-01-02", "172.20.11.102", "外来棟2階 第4診察室", "消化器内科", "2024年3月", "使用中"],
        ["UH-19-0877", "処置室端末", "NEC", "Mate MKM30B", "9Y00877A", "F8-B1-56-A1-08-77", "172.20.11.177", "外来棟2階 処置室", "看護部", "2019年10月", "予備"],
        ["UH-17-0020", "カンファ用端末", "NEC", "Mate MKL36L", "7X00020B", "", "", "倉庫", "消化器外科", "2017年6月", "廃棄済"],
    ], "cp932")  # fmt: skip
    f = {"maker": "富士通", "model": "ESPRIMO D7012/M", "department": "消化器内科", "introduced": "2024-03", "state": "in_use"}
    return Truth(
        assets={
            ("", 2): {**f, "tag": "UH-24-0101", "name": "外来診察端末1", "serial": "R3A40101", "macs": ("4c:52:62:a1:01:01",), "ips": ("172.20.11.101",), "place": "外来棟2階 第3診察室"},
            ("", 3): {**f, "tag": "UH-24-0102", "name": "外来診察端末2", "serial": "R3A40102", "macs": ("4c:52:62:a1:01:02",), "ips": ("172.20.11.102",), "place": "外来棟2階 第4診察室"},
            ("", 4): {"tag": "UH-19-0877", "name": "処置室端末", "maker": "NEC", "model": "Mate MKM30B", "serial": "9Y00877A", "macs": ("f8:b1:56:a1:08:77",), "ips": ("172.20.11.177",), "place": "外来棟2階 処置室", "department": "看護部", "introduced": "2019-10", "state": "spare"},
            ("", 5): {"tag": "UH-17-0020", "name": "カンファ用端末", "maker": "NEC", "model": "Mate MKL36L", "serial": "7X00020B", "place": "倉庫", "department": "消化器外科", "introduced": "2017-06", "state": "disposed"},
        },
        skipped=skip("", header=1),
    )  # fmt: skip


@ledger("透析室コンソール点検表.xlsx")
def consoles_with_twelve_months(path: Path) -> Truth:
    """A centre of dialysis: consoles by bed, then a column for each month with a tick, the hours run, what was exchanged."""
    months: list[object] = [f"{m}月" for m in (4, 5, 6, 7, 8, 9)]
    save(path, {
        "R6年度": [
            ["令和６年度　透析用監視装置　定期点検表"],
            [None, None, None, None, None, None, None, None, "定期点検（実施月に○）"],
            ["装置番号", "ベッド", "メーカー", "型式", "製造No.", "IPアドレス", "稼働開始", "運転時間(h)", *months, "交換部品", "メモ"],
            ["HD-01", "Aブロック 1", "日機装", "DCS-200Si", "DS2-0101", "192.168.55.1", date(2020, 8, 3), 18211, "○", None, None, "○", None, None, "カプラOリング", None],
            ["HD-02", "Aブロック 2", "日機装", "DCS-200Si", "DS2-0102", "192.168.55.2", date(2020, 8, 3), 18002, "○", None, None, "○", None, None, None, "液漏れ対応済"],
            ["HD-03", "Bブロック 1", "東レ", "TR-3300M", "33M-5501", "192.168.55.3", date(2017, 5, 15), 30770, None, "○", None, None, "○", None, "給液ポンプ", None],
        ],
    }, {"R6年度": ["A1:P1", "I2:N2"]})  # fmt: skip
    n = "R6年度"
    d = {"maker": "日機装", "model": "DCS-200Si", "introduced": "2020-08-03"}
    return Truth(
        assets={
            (n, 4): {**d, "tag": "HD-01", "serial": "DS2-0101", "ips": ("192.168.55.1",)},
            (n, 5): {**d, "tag": "HD-02", "serial": "DS2-0102", "ips": ("192.168.55.2",), "note": "液漏れ対応済"},
            (n, 6): {"tag": "HD-03", "maker": "東レ", "model": "TR-3300M", "serial": "33M-5501", "ips": ("192.168.55.3",), "introduced": "2017-05-15"},
        },
        skipped=skip(n, title=[1, 2], header=3),
        unread={"ベッド", "運転時間(h)", *map(str, months), "交換部品"},
    )  # fmt: skip


@ledger("院内の機械メモ.xlsx")
def what_is_in_a_dentists_rooms(path: Path) -> Truth:
    """A dentist: headings in everyday words, some cells with more than the heading asks."""
    save(path, {
        "Sheet1": [
            ["なまえ", "どこの会社", "型番", "本体のシリアル", "置いてある部屋", "IPアドレス", "買った時期", "調子が悪いときの連絡先", "そのほか"],
            ["受付パソコン", "NEC", "Mate ME-7", "8A0120YA", "受付", "192.168.1.21", "2022年秋", "㈱デンタルシステム", "レセコン"],
            ["歯科用CT", "モリタ", "ベラビューX800", "XV0511", "レントゲン室", "192.168.1.40", "平成31年2月", "モリタ", None],
            ["口腔内スキャナ", "3Shape", "TRIOS 4", "1TR4-2210", "診察台3", "192.168.1.41(固定)", "2023/1", "モリタ", "ノートPC付き"],
            ["滅菌器", "ナカニシ", "iClave plus", "FL-3300", "消毒コーナー", "つないでいない", "2021", "ナカニシ", None],
        ],
    })  # fmt: skip
    n = "Sheet1"
    return Truth(
        assets={
            (n, 2): {"name": "受付パソコン", "maker": "NEC", "model": "Mate ME-7", "serial": "8A0120YA", "place": "受付", "ips": ("192.168.1.21",), "introduced": "2022", "maintainer": "株式会社デンタルシステム", "note": "レセコン"},
            (n, 3): {"name": "歯科用CT", "maker": "モリタ", "model": "ベラビューX800", "serial": "XV0511", "place": "レントゲン室", "ips": ("192.168.1.40",), "introduced": "2019-02", "maintainer": "モリタ"},
            (n, 4): {"name": "口腔内スキャナ", "maker": "3Shape", "model": "TRIOS 4", "serial": "1TR4-2210", "place": "診察台3", "ips": ("192.168.1.41",), "introduced": "2023-01", "maintainer": "モリタ", "note": "ノートPC付き"},
            (n, 5): {"name": "滅菌器", "maker": "ナカニシ", "model": "iClave plus", "serial": "FL-3300", "place": "消毒コーナー", "introduced": "2021", "maintainer": "ナカニシ"},
        },
        skipped=skip(n, header=1),
        offline={(n, 5)},
    )  # fmt: skip


@ledger("ME機器管理簿(2段).xlsx")
def two_lines_for_each_device(path: Path) -> Truth:
    """To fit on paper each device has two lines, under two lines of headings."""
    save(path, {
        "管理簿": [
            ["ME機器管理簿"],
            ["管理番号", "機器名称", "メーカー", "設置場所", "購入年月日", "状態"],
            ["区分", "型式", "製造番号", "IPアドレス", "点検日", "備考"],
            ["ME-0301", "ベッドサイドモニタ", "日本光電", "ICU 1床", date(2021, 3, 10), "使用中"],
            ["監視装置", "CSM-1701", "17A-0301", "10.81.4.1", date(2025, 1, 14), None],
            ["ME-0302", "ベッドサイドモニタ", "日本光電", "ICU 2床", date(2021, 3, 10), "使用中"],
            ["監視装置", "CSM-1701", "17A-0302", "10.81.4.2", date(2025, 1, 14), "ケーブル交換"],
            ["ME-0410", "人工呼吸器", "ドレーゲル", "ICU", date(2018, 6, 1), "修理中"],
            ["治療装置", "Evita V800", "ASHK-0410", "10.81.4.40", date(2024, 9, 2), None],
        ],
    })  # fmt: skip
    n = "管理簿"
    m = {"kind": "監視装置", "name": "ベッドサイドモニタ", "maker": "日本光電", "model": "CSM-1701", "introduced": "2021-03-10", "checked": "2025-01-14", "state": "in_use"}
    return Truth(
        assets={
            (n, 4): {**m, "tag": "ME-0301", "serial": "17A-0301", "place": "ICU 1床", "ips": ("10.81.4.1",)},
            (n, 6): {**m, "tag": "ME-0302", "serial": "17A-0302", "place": "ICU 2床", "ips": ("10.81.4.2",), "note": "ケーブル交換"},
            (n, 8): {"tag": "ME-0410", "kind": "治療装置", "name": "人工呼吸器", "maker": "ドレーゲル", "model": "Evita V800", "serial": "ASHK-0410", "place": "ICU", "introduced": "2018-06-01", "checked": "2024-09-02", "state": "stopped", "ips": ("10.81.4.40",)},
        },
        skipped=skip(n, title=1, header=[2, 3], **{"continues row 4": 5, "continues row 6": 7, "continues row 8": 9}),
    )  # fmt: skip


@ledger("病棟端末IP.xlsx")
def an_octet_in_each_column(path: Path) -> Truth:
    """The address in four narrow columns, one number in each; the address of the card without any sign."""
    save(path, {
        "一覧": [
            ["No", "PC名", "ＩＰアドレス", None, None, None, "MACアドレス", "部署", "場所", "備考"],
            [1, "N3W-01", 10, 53, 3, 11, "a4ae12530311", "3階西病棟", "ナースステーション", None],
            [2, "N3W-02", 10, 53, 3, 12, "a4ae12530312", "3階西病棟", "ナースステーション", "カート"],
            [3, "N3W-03", 10, 53, 3, 13, "a4ae12530313", "3階西病棟", "処置室", None],
        ],
    }, {"一覧": ["C1:F1"]})  # fmt: skip
    n = "一覧"
    d = {"department": "3階西病棟", "place": "ナースステーション"}
    return Truth(
        assets={
            (n, 2): {**d, "tag": "1", "hostname": "N3W-01", "ips": ("10.53.3.11",), "macs": ("a4:ae:12:53:03:11",)},
            (n, 3): {**d, "tag": "2", "hostname": "N3W-02", "ips": ("10.53.3.12",), "macs": ("a4:ae:12:53:03:12",), "note": "カート"},
            (n, 4): {**d, "tag": "3", "hostname": "N3W-03", "ips": ("10.53.3.13",), "macs": ("a4:ae:12:53:03:13",), "place": "処置室"},
        },
        skipped=skip(n, header=1),
    )  # fmt: skip


@ledger("サーバNIC一覧.xlsx")
def a_line_for_each_card_of_a_server(path: Path) -> Truth:
    """Servers over several lines, merged, a line for each network card."""
    save(path, {
        "サーバ": [
            ["サーバ名", "役割", "型番", "S/N", "NIC", "IPアドレス", "MACアドレス", "接続先"],
            ["ris-db01", "RISデータベース", "PowerEdge R650", "9XK2RS3", "業務", "10.2.7.11", "B0:7B:25:02:07:11", "core1 1/11"],
            [None, None, None, None, "バックアップ", "10.202.7.11", "B0:7B:25:02:07:12", "bk1 11"],
            [None, None, None, None, "iDRAC", "10.252.7.11", "B0:7B:25:02:07:13", "mg1 11"],
            ["ris-ap01", "RISアプリ", "PowerEdge R450", "7PL0RT3", "業務", "10.2.7.21", "B0:7B:25:02:07:21", "core1 1/12"],
            [None, None, None, None, "iDRAC", "10.252.7.21", "B0:7B:25:02:07:23", "mg1 12"],
        ],
    }, {"サーバ": [*(f"{c}2:{c}4" for c in "ABCD"), *(f"{c}5:{c}6" for c in "ABCD")]})  # fmt: skip
    n = "サーバ"
    return Truth(
        assets={
            (n, 2): {"hostname": "ris-db01", "model": "PowerEdge R650", "serial": "9XK2RS3", "ips": ("10.2.7.11", "10.202.7.11", "10.252.7.11"), "macs": ("b0:7b:25:02:07:11", "b0:7b:25:02:07:12", "b0:7b:25:02:07:13"), "kind": "サーバ"},
            (n, 5): {"hostname": "ris-ap01", "model": "PowerEdge R450", "serial": "7PL0RT3", "ips": ("10.2.7.21", "10.252.7.21"), "macs": ("b0:7b:25:02:07:21", "b0:7b:25:02:07:23"), "kind": "サーバ"},
        },
        skipped=skip(n, header=1, **{"continues row 2": [3, 4], "continues row 5": 6}),
        unread={"役割", "NIC", "接続先"},
    )  # fmt: skip


@ledger("検体検査室_装置カード.xlsx")
def cards_of_a_laboratory_two_by_two(path: Path) -> Truth:
    """A laboratory's cards, two beside each other, a title over each, lines of labels and values."""
    save(path, {
        "カード": [
            ["検体検査室　装置カード"],
            ["【生化学①】", None, None, "【生化学②】", None],
            ["管理No.", "LB-01", None, "管理No.", "LB-02"],
            ["装置名", "生化学自動分析装置", None, "装置名", "生化学自動分析装置"],
            ["メーカー", "日立ハイテク", None, "メーカー", "日本電子"],
            ["型式", "LABOSPECT 008α", None, "型式", "JCA-BM8000"],
            ["製造番号", "0821-044", None, "製造番号", "BM80-119"],
            ["IPアドレス", "10.33.1.81", None, "IPアドレス", "10.33.1.82"],
            ["設置日", "2019/11/25", None, "設置日", "2021/02/08"],
            [],
            ["【血球計数】", None, None, "【凝固】", None],
            ["管理No.", "LB-11", None, "管理No.", "LB-21"],
            ["装置名", "多項目自動血球分析装置", None, "装置名", "全自動血液凝固測定装置"],
            ["メーカー", "シスメックス", None, "メーカー", "シスメックス"],
            ["型式", "XN-9100", None, "型式", "CN-6000"],
            ["製造番号", "91-20551", None, "製造番号", "60-18820"],
            ["IPアドレス", "10.33.1.91", None, "IPアドレス", "10.33.1.95"],
            ["設置日", "2022/07/19", None, "設置日", "2022/07/19"],
        ],
    }, {"カード": ["A1:E1"]})  # fmt: skip
    n = "カード"
    return Truth(
        assets={
            (n, 3, "B"): {"tag": "LB-01", "name": "生化学自動分析装置", "maker": "日立ハイテク", "model": "LABOSPECT 008α", "serial": "0821-044", "ips": ("10.33.1.81",), "introduced": "2019-11-25"},
            (n, 3, "E"): {"tag": "LB-02", "name": "生化学自動分析装置", "maker": "日本電子", "model": "JCA-BM8000", "serial": "BM80-119", "ips": ("10.33.1.82",), "introduced": "2021-02-08"},
            (n, 12, "B"): {"tag": "LB-11", "name": "多項目自動血球分析装置", "maker": "シスメックス", "model": "XN-9100", "serial": "91-20551", "ips": ("10.33.1.91",), "introduced": "2022-07-19"},
            (n, 12, "E"): {"tag": "LB-21", "name": "全自動血液凝固測定装置", "maker": "シスメックス", "model": "CN-6000", "serial": "60-18820", "ips": ("10.33.1.95",), "introduced": "2022-07-19"},
        },
        skipped=skip(n, title=[1, 2], blank=10, remark_beside_the_table=11, **{"part of the card that begins in row 3": range(4, 10), "part of the card that begins in row 12": range(13, 19)}),
    )  # fmt: skip


@ledger("割当表_10.44.2.xlsx")
def three_bands_of_last_numbers(path: Path) -> Truth:
    """The network in the title, the last number of the address in three bands beside each other; free ones are empty."""
    head: list[object] = ["第4", "使用機器", "場所", None]
    save(path, {
        "10.44.2": [
            ["10.44.2.0/24　部門系セグメント　アドレス割当表"],
            [*head, *head, *head[:3]],
            [1, "L3スイッチ", "電算室", None, 101, "心電図サーバ", "電算室", None, 201, "複合機", "医事課"],
            [2, None, None, None, 102, "心電計1", "生理検査室", None, 202, "ラベルプリンタ", "採血室"],
            [3, "予約サーバ", "電算室", None, 103, "心電計2", "生理検査室", None, 203, None, None],
        ],
    })  # fmt: skip
    n = "10.44.2"

    def at(last: int, name: str, place: str) -> dict[str, object]:
        return {"ips": (f"10.44.2.{last}",), "name": name, "place": place}

    return Truth(
        assets={
            (n, 3): at(1, "L3スイッチ", "電算室"),
            (n, 3, "E"): at(101, "心電図サーバ", "電算室"),
            (n, 3, "I"): at(201, "複合機", "医事課"),
            (n, 4): {"ips": ("10.44.2.2",), "state": "reserved"},
            (n, 4, "E"): at(102, "心電計1", "生理検査室"),
            (n, 4, "I"): at(202, "ラベルプリンタ", "採血室"),
            (n, 5): at(3, "予約サーバ", "電算室"),
            (n, 5, "E"): at(103, "心電計2", "生理検査室"),
            (n, 5, "I"): {"ips": ("10.44.2.203",), "state": "reserved"},
        },
        skipped=skip(n, title=1, header=2),
    )  # fmt: skip


@ledger("情報機器台帳（最新）.xlsx")
def history_and_legend_beside(path: Path) -> Truth:
    """A city's hospital: the table, beside it what changed when and by whom, below that what the marks mean."""
    save(path, {
        "台帳": [
            ["情報機器台帳", None, None, None, None, None, None, None, None, "更新履歴"],
            ["資産No", "機器", "型番", "設置部署", "IP", "利用", "摘要", None, None, "日付", "内容", "更新者"],
            ["C-101", "電子カルテ端末", "ProDesk 600 G6", "1階内科", "192.168.10.101", "○", None, None, None, "2024/5/1", "C-103を追加", "佐野"],
            ["C-102", "電子カルテ端末", "ProDesk 600 G6", "1階内科", "192.168.10.102", "○", "スキャナ接続", None, None, "2024/9/12", "C-104を予備へ", "佐野"],
            ["C-103", "電子カルテ端末", "ProDesk 400 G9", "2階外科", "192.168.10.103", "○", None, None, None, None, None, None],
            ["C-104", "電子カルテ端末", "ProDesk 600 G6", "電算室", None, "△", "故障時の代替", None, None, "凡例", "○：使用中", None],
            ["C-105", "医事端末", "ProDesk 400 G9", "医事課", "192.168.10.105", "○", None, None, None, None, "△：予備", None],
        ],
    })  # fmt: skip
    n = "台帳"
    e, s6, s4 = {"name": "電子カルテ端末"}, {"model": "ProDesk 600 G6"}, {"model": "ProDesk 400 G9"}
    return Truth(
        assets={
            (n, 3): {**e, **s6, "tag": "C-101", "department": "1階内科", "ips": ("192.168.10.101",), "state": "in_use"},
            (n, 4): {**e, **s6, "tag": "C-102", "department": "1階内科", "ips": ("192.168.10.102",), "state": "in_use", "note": "スキャナ接続"},
            (n, 5): {**e, **s4, "tag": "C-103", "department": "2階外科", "ips": ("192.168.10.103",), "state": "in_use"},
            (n, 6): {**e, **s6, "tag": "C-104", "department": "電算室", "state": "spare", "note": "故障時の代替"},
            (n, 7): {**s4, "tag": "C-105", "name": "医事端末", "department": "医事課", "ips": ("192.168.10.105",), "state": "in_use"},
        },
        skipped=skip(n, title=1, header=2),
        unread={"日付", "内容", "更新者"},
    )  # fmt: skip


@ledger("展開端末リスト_第2期.tsv")
def laid_out_by_a_vendor(path: Path) -> Truth:
    """A vendor's list of what it set up, with tabs in UTF-16: keyed by its own order, kitting and delivery days, who signed."""
    write_csv(path, [
        ["展開ID", "コンピュータ名", "機種型番", "本体S/N", "有線MAC", "無線MAC", "固定IP", "展開先部門", "展開先フロア", "展開先居室", "キッティング日", "納品日", "立会者"],
        ["D2-001", "KT-NAI-01", "VersaPro VKT44X", "21000001A", "84:A9:3E:10:00:01", "8C:C6:81:10:00:01", "10.110.1.1", "内科", "2F", "内科第1診察室", "2024/11/05", "2024/11/20", "関"],
        ["D2-002", "KT-NAI-02", "VersaPro VKT44X", "21000002A", "84:A9:3E:10:00:02", "8C:C6:81:10:00:02", "10.110.1.2", "内科", "2F", "内科第2診察室", "2024/11/05", "2024/11/20", "関"],
        ["D2-003", "KT-GEK-01", "Mate MKM45E", "31000003A", "84:A9:3E:10:00:03", "", "10.110.2.1", "外科", "3F", "外科診察室", "2024/11/06", "2024/11/21", "堀"],
    ], "utf-16", "\t")  # fmt: skip
    v = {"model": "VersaPro VKT44X", "department": "内科", "introduced": "2024-11-20"}
    return Truth(
        assets={
            ("", 2): {**v, "tag": "D2-001", "hostname": "KT-NAI-01", "serial": "21000001A", "macs": ("84:a9:3e:10:00:01", "8c:c6:81:10:00:01"), "ips": ("10.110.1.1",), "place": "2F 内科第1診察室"},
            ("", 3): {**v, "tag": "D2-002", "hostname": "KT-NAI-02", "serial": "21000002A", "macs": ("84:a9:3e:10:00:02", "8c:c6:81:10:00:02"), "ips": ("10.110.1.2",), "place": "2F 内科第2診察室"},
            ("", 4): {"tag": "D2-003", "hostname": "KT-GEK-01", "model": "Mate MKM45E", "serial": "31000003A", "macs": ("84:a9:3e:10:00:03",), "ips": ("10.110.2.1",), "department": "外科", "place": "3F 外科診察室", "introduced": "2024-11-21"},
        },
        skipped=skip("", header=1),
        unread={"キッティング日", "立会者"},
    )  # fmt: skip
