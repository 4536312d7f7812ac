"""A third dozen, written before the reader saw them: three lines a device, margins, readings over headings. See make.py."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.ledgers.make import Truth, fill, ledger, skip, workbook, write_csv
from tests.ledgers.more import save


@ledger("手術部ME機器台帳.xlsx")
def three_lines_a_device(path: Path) -> Truth:
    """Three lines a device, the number merged over them; the lowest line has who maintains it and until when."""
    save(path, {
        "手術部": [
            ["手術部　ME機器台帳"],
            [],
            ["機器番号", "名称", "製造会社", "導入年月"],
            [None, "機種名", "製造番号", "置場所"],
            [None, "保守契約先", "契約満了日", "備考"],
            ["OP-01", "麻酔器", "ドレーゲル", "2018/2"],
            [None, "Perseus A500", "ASKA-0011", "手術室1"],
            [None, "ドレーゲル・ジャパン", "2025/3/31", "LAN接続なし"],
            ["OP-02", "麻酔器", "GEヘルスケア", "2021/9"],
            [None, "Aisys CS2", "ANBR00202", "手術室2"],
            [None, "GEヘルスケア・ジャパン", "2026/9/30", None],
        ],
    }, {"手術部": ["A3:A5", "A6:A8", "A9:A11"]})  # fmt: skip
    n = "手術部"
    dep = {"department": "手術部", "name": "麻酔器"}
    return Truth(
        assets={
            (n, 6): {**dep, "tag": "OP-01", "maker": "ドレーゲル", "introduced": "2018-02", "model": "Perseus A500", "serial": "ASKA-0011", "place": "手術室1", "maintainer": "ドレーゲル・ジャパン", "maintained_until": "2025-03-31", "note": "LAN接続なし"},
            (n, 9): {**dep, "tag": "OP-02", "maker": "GEヘルスケア", "introduced": "2021-09", "model": "Aisys CS2", "serial": "ANBR00202", "place": "手術室2", "maintainer": "GEヘルスケア・ジャパン", "maintained_until": "2026-09-30"},
        },
        skipped={**skip(n, title=1, blank=2, header=[3, 4, 5]), (n, 7): "continues row 6", (n, 8): "continues row 6", (n, 10): "continues row 9", (n, 11): "continues row 9"},
        offline={(n, 6)},
    )  # fmt: skip


@ledger("情報機器管理簿.xlsx")
def notes_in_the_margin(path: Path) -> Truth:
    """Notes in the margin to the right, a filter's state, a count by formula below, a column hidden with old addresses."""
    book = workbook()
    s = book.active
    s.title = "管理簿"
    fill(s, [
        ["情報機器管理簿", None, None, None, None, None, None, None, None, None, None, None, "※黄色は今年度更新"],
        ["管理No.", "区分", "設置部署", "コンピュータ名", "機種", "製造番号", "旧IPアドレス", "IPアドレス", "MACアドレス", "リース満了", "備考"],
        ["P-001", "デスクトップ", "外来看護", "GNS-01", "HP ProDesk 600 G6", "JPH0001", "192.168.1.51", "10.3.1.51", "C8-D9-D2-00-00-01", "2026/2", None, None, "要確認"],
        ["P-002", "デスクトップ", "外来看護", "GNS-02", "HP ProDesk 600 G6", "JPH0002", "192.168.1.52", "10.3.1.52", "C8-D9-D2-00-00-02", "2026/2", "音声入力"],
        ["P-003", "ノート", "訪問看護", "HKN-01", "HP ProBook 430 G8", "5CD0003", None, "自動", "C8-D9-D2-00-00-03", "2027/5", "持出用"],
        ["合計", "=COUNTA(A3:A5)"],
    ])  # fmt: skip
    s.column_dimensions["G"].hidden = True
    s.auto_filter.ref = "A2:K5"
    book.save(path)
    n = "管理簿"
    hp = {"kind": "デスクトップ", "department": "外来看護", "model": "HP ProDesk 600 G6", "maintained_until": "2026-02"}
    return Truth(
        assets={
            (n, 3): {**hp, "tag": "P-001", "hostname": "GNS-01", "serial": "JPH0001", "ips": ("10.3.1.51",), "macs": ("c8:d9:d2:00:00:01",)},
            (n, 4): {**hp, "tag": "P-002", "hostname": "GNS-02", "serial": "JPH0002", "ips": ("10.3.1.52",), "macs": ("c8:d9:d2:00:00:02",), "note": "音声入力"},
            (n, 5): {"tag": "P-003", "kind": "ノート", "department": "訪問看護", "hostname": "HKN-01", "model": "HP ProBook 430 G8", "serial": "5CD0003", "dhcp": True, "macs": ("c8:d9:d2:00:00:03",), "maintained_until": "2027-05", "note": "持出用"},
        },
        skipped=skip(n, title=1, header=2, subtotal=6),
        unread={"旧IPアドレス"},
    )  # fmt: skip


@ledger("備品台帳_総合病院.csv")
def goods_with_branch_numbers(path: Path) -> Truth:
    """The register of goods: number and branch, rules' words, a set with its parts, amounts, what it was paid from."""
    write_csv(path, [
        ["備品コード", "枝番", "備品の名称", "メーカー及び型式", "数", "取得の日", "取得の価格", "所管", "置き場所", "処分の日", "特記"],
        ["40-101", "0", "電子カルテサーバ", "日本電気 Express5800", "2", "R4.9.30", "9900000", "情報管理室", "サーバ室", "", ""],
        ["40-102", "0", "無停電電源装置", "シュナイダー SMT3000RMJ2U", "2", "R4.9.30", "600000", "情報管理室", "サーバ室", "", "電池交換R7予定"],
        ["40-055", "1", "内視鏡画像ファイリング装置", "オリンパス EVIS", "1", "H22.3.10", "4500000", "内視鏡室", "内視鏡室", "R5.2.28", ""],
    ], "utf-8-sig")  # fmt: skip
    ims = {"department": "情報管理室", "place": "サーバ室", "introduced": "2022-09-30", "quantity": 2}
    return Truth(
        assets={
            ("", 2): {**ims, "tag": "40-101", "name": "電子カルテサーバ", "maker": "日本電気", "model": "Express5800"},
            ("", 3): {**ims, "tag": "40-102", "name": "無停電電源装置", "maker": "シュナイダー", "model": "SMT3000RMJ2U", "note": "電池交換R7予定"},
            ("", 4): {"tag": "40-055", "name": "内視鏡画像ファイリング装置", "maker": "オリンパス", "model": "EVIS", "quantity": 1, "introduced": "2010-03-10", "department": "内視鏡室", "place": "内視鏡室", "disposed": "2023-02-28", "state": "disposed"},
        },
        skipped=skip("", header=1),
        unread={"枝番", "取得の価格"},
    )  # fmt: skip


@ledger("放射線科_接続機器.xlsx")
def readings_and_circled_numbers(path: Path) -> Truth:
    """Headings with circled numbers and with their readings in brackets, line breaks in their midst, AE and port apart."""
    save(path, {
        "接続": [
            ["①モダリティ\n（種類）", "②装置名\n（そうちめい）", "③製造\nメーカ", "④AEタ\nイトル", "⑤IPア\nドレス", "⑥ポー\nト", "⑦設置\n場所", "⑧導入\n年月", "⑨ソフト\nVer", "⑩リモート\n保守"],
            ["CT", "Revolution CT", "GEヘルスケア", "CTREV1", "10.20.3.1", 104, "CT1", "2019.11", "18HW42.6", "InSite"],
            ["MR", "SIGNA Architect", "GEヘルスケア", "MRSIG1", "10.20.3.2", 4006, "MR1", "2020.3", "MR29.1", "InSite"],
            ["DR", "CALNEO Smart", "富士フイルム", "DRFJ1", "10.20.3.5", 104, "一般3", "2022.6", "V12", "なし"],
        ],
    })  # fmt: skip
    n = "接続"
    ge = {"maker": "GEヘルスケア", "remote_maintenance": "InSite"}
    return Truth(
        assets={
            (n, 2): {**ge, "kind": "CT", "name": "Revolution CT", "hostname": "CTREV1", "ips": ("10.20.3.1",), "place": "CT1", "introduced": "2019-11", "software_version": "18HW42.6"},
            (n, 3): {**ge, "kind": "MR", "name": "SIGNA Architect", "hostname": "MRSIG1", "ips": ("10.20.3.2",), "place": "MR1", "introduced": "2020-03", "software_version": "MR29.1"},
            (n, 4): {"kind": "DR", "name": "CALNEO Smart", "maker": "富士フイルム", "hostname": "DRFJ1", "ips": ("10.20.3.5",), "place": "一般3", "introduced": "2022-06", "software_version": "V12", "remote_maintenance": "なし"},
        },
        skipped=skip(n, header=1),
        unread={"ポー ト"},
    )  # fmt: skip


@ledger("IPアドレス一覧(検査系).csv")
def addresses_with_words(path: Path) -> Truth:
    """A list of addresses with ranges, words instead of addresses, two of them in a cell, CP932."""
    write_csv(path, [
        ["検査系ネットワーク　IPアドレス一覧", "", "", "", ""],
        ["IPアドレス", "割当機器名", "担当", "接続形態", "メモ"],
        ["192.168.120.1", "L3スイッチ", "情シス", "有線", ""],
        ["192.168.120.10、11", "生化学分析装置", "検査科", "有線", "装置とPC"],
        ["192.168.120.20-22", "血液ガス分析装置", "検査科", "有線", "3台"],
        ["DHCP", "検査科ノートPC", "検査科", "無線", ""],
        ["192.168.120.200", "", "", "", "予約"],
        ["未接続", "尿沈渣分析装置", "検査科", "", "USBで受渡し"],
    ], "cp932")  # fmt: skip
    return Truth(
        assets={
            ("", 3): {"ips": ("192.168.120.1",), "name": "L3スイッチ", "responsible": "情シス"},
            ("", 4): {"ips": ("192.168.120.10", "192.168.120.11"), "name": "生化学分析装置", "responsible": "検査科", "note": "装置とPC"},
            ("", 5): {"ips": ("192.168.120.20", "192.168.120.21", "192.168.120.22"), "name": "血液ガス分析装置", "responsible": "検査科", "note": "3台"},
            ("", 6): {"dhcp": True, "name": "検査科ノートPC", "responsible": "検査科"},
            ("", 7): {"ips": ("192.168.120.200",), "note": "予約", "state": "reserved"},
            ("", 8): {"name": "尿沈渣分析装置", "responsible": "検査科", "note": "USBで受渡し"},
        },
        skipped=skip("", title=1, header=2),
        offline={("", 8)},
    )  # fmt: skip


@ledger("IT Asset Register FY2024.xlsx")
def english_in_two_rows(path: Path) -> Truth:
    """An English register with groups above, the user and his mail, the end of the lease, what the disk is."""
    save(path, {
        "Assets": [
            ["IT Asset Register", None, None, None, None, None, None, None, None, None, "As of 2024-10-01"],
            ["Asset", None, None, "Hardware", None, None, "Network", None, "Assignment", None, "Lifecycle", None],
            ["Asset #", "Category", "Host name", "Make", "Model", "S/N", "IP addr.", "MAC addr.", "Assigned user", "Dept.", "Date acquired", "Lease ends"],
            ["IT-1001", "Laptop", "nb-1001", "Lenovo", "ThinkPad T14", "PF0001", "DHCP", "54:EE:75:00:00:01", "K. Mori", "Pharmacy", "2023-05-10", "2027-05-09"],
            ["IT-1002", "Desktop", "dt-1002", "Lenovo", "ThinkCentre M70q", "MJ0002", "10.77.1.12", "54:EE:75:00:00:02", "(shared)", "Radiology", "2022-02-01", "2026-01-31"],
        ],
    }, {"Assets": ["A2:C2", "D2:F2", "G2:H2", "I2:J2", "K2:L2"]})  # fmt: skip
    n = "Assets"
    return Truth(
        assets={
            (n, 4): {"tag": "IT-1001", "kind": "Laptop", "hostname": "nb-1001", "maker": "Lenovo", "model": "ThinkPad T14", "serial": "PF0001", "dhcp": True, "macs": ("54:ee:75:00:00:01",), "user": "K. Mori", "department": "Pharmacy", "introduced": "2023-05-10", "maintained_until": "2027-05-09"},
            (n, 5): {"tag": "IT-1002", "kind": "Desktop", "hostname": "dt-1002", "maker": "Lenovo", "model": "ThinkCentre M70q", "serial": "MJ0002", "ips": ("10.77.1.12",), "macs": ("54:ee:75:00:00:02",), "user": "(shared)", "department": "Radiology", "introduced": "2022-02-01", "maintained_until": "2026-01-31"},
        },
        skipped=skip(n, title=1, header=[2, 3]),
    )  # fmt: skip


@ledger("2病院統合台帳.xlsx")
def two_hospitals_two_sheets(path: Path) -> Truth:
    """Two hospitals with a sheet each and a form each: one by device, the other by ward with counts."""
    save(path, {
        "A病院": [
            ["ＭＥ機器ID", "分類名", "機種名", "メーカ名", "機体番号", "納入年月日", "常設場所", "廃棄日"],
            ["1001", "心電図モニタ", "BSM-2301", "日本光電", "M-10001", "2012/05/07", "救急外来", "2023/03/31"],
            ["1002", "心電図モニタ", "PVM-4761", "日本光電", "M-20002", "2021/12/10", "救急外来", None],
        ],
        "B病院": [
            ["B病院　医療機器保有一覧"],
            ["病棟名", "保有機器", "保有台数", "代表型番", "取扱メーカー", "更新予定年"],
            ["2階病棟", "輸液ポンプ", "8台", "TE-LM700", "テルモ", "2027年"],
            ["2階病棟", "シリンジポンプ", "4台", "TE-SS700", "テルモ", "2027年"],
            ["3階病棟", "輸液ポンプ", "10台", "TE-LM700", "テルモ", "2028年"],
        ],
    })  # fmt: skip
    a, b = "A病院", "B病院"
    te = {"name": "輸液ポンプ", "maker": "テルモ", "model": "TE-LM700", "place": "B病院"}
    return Truth(
        assets={
            (a, 2): {"tag": "1001", "kind": "心電図モニタ", "model": "BSM-2301", "maker": "日本光電", "serial": "M-10001", "introduced": "2012-05-07", "place": "A病院 救急外来", "disposed": "2023-03-31", "state": "disposed"},
            (a, 3): {"tag": "1002", "kind": "心電図モニタ", "model": "PVM-4761", "maker": "日本光電", "serial": "M-20002", "introduced": "2021-12-10", "place": "A病院 救急外来"},
            (b, 3): {**te, "department": "2階病棟", "quantity": 8, "maintained_until": "2027"},
            (b, 4): {**te, "name": "シリンジポンプ", "model": "TE-SS700", "department": "2階病棟", "quantity": 4, "maintained_until": "2027"},
            (b, 5): {**te, "department": "3階病棟", "quantity": 10, "maintained_until": "2028"},
        },
        skipped={**skip(a, header=1), **skip(b, title=1, header=2)},
    )  # fmt: skip


@ledger("リハビリ・栄養 PC配置.xlsx")
def small_departments(path: Path) -> Truth:
    """Two small tables one below the other with a title each; the second has its headings in other words."""
    save(path, {
        "Sheet1": [
            ["■リハビリテーション室"],
            ["PC番号", "設置場所", "OS", "IP", "使う人"],
            ["RH-1", "訓練室", "Win11", "10.40.1.1", "PT共用"],
            ["RH-2", "言語療法室", "Win10", "10.40.1.2", "ST"],
            [],
            ["■栄養科"],
            ["端末番号", "IPアドレス", "基本ソフト", "置いてある場所", "利用する人"],
            ["EI-1", "10.40.2.1", "Win11", "栄養科事務室", "管理栄養士"],
        ],
    })  # fmt: skip
    n = "Sheet1"
    return Truth(
        assets={
            (n, 3): {"tag": "RH-1", "place": "訓練室", "os": "Win11", "ips": ("10.40.1.1",), "user": "PT共用", "department": "リハビリテーション室"},
            (n, 4): {"tag": "RH-2", "place": "言語療法室", "os": "Win10", "ips": ("10.40.1.2",), "user": "ST", "department": "リハビリテーション室"},
            (n, 8): {"tag": "EI-1", "ips": ("10.40.2.1",), "os": "Win11", "place": "栄養科事務室", "user": "管理栄養士", "department": "栄養科"},
        },
        skipped=skip(n, title=1, header=[2, 7], blank=5, section=6),
    )  # fmt: skip


@ledger("無線AP一覧.xlsx")
def access_points(path: Path) -> Truth:
    """Access points with wired and radio MACs, channels, what feeds them; the model said once, 〃 below."""
    save(path, {
        "AP": [
            ["AP名称", "品名型番", "有線MAC", "無線MAC(2.4G)", "無線MAC(5G)", "IP", "CH(2.4/5)", "設置棟", "設置階", "収容スイッチ", "S/N"],
            ["AP-3E-01", "Cisco C9120AXI-Q", "A4:B4:39:00:01:00", "A4:B4:39:00:01:10", "A4:B4:39:00:01:1F", "10.30.3.11", "1/36", "東棟", "3F", "SW-3E-1", "FGL0001"],
            ["AP-3E-02", "〃", "A4:B4:39:00:02:00", "A4:B4:39:00:02:10", "A4:B4:39:00:02:1F", "10.30.3.12", "6/52", "東棟", "3F", "SW-3E-1", "FGL0002"],
        ],
    })  # fmt: skip
    n = "AP"
    ap = {"model": "Cisco C9120AXI-Q", "place": "東棟 3F"}
    return Truth(
        assets={
            (n, 2): {**ap, "name": "AP-3E-01", "macs": ("a4:b4:39:00:01:00", "a4:b4:39:00:01:10", "a4:b4:39:00:01:1f"), "ips": ("10.30.3.11",), "serial": "FGL0001"},
            (n, 3): {**ap, "name": "AP-3E-02", "macs": ("a4:b4:39:00:02:00", "a4:b4:39:00:02:10", "a4:b4:39:00:02:1f"), "ips": ("10.30.3.12",), "serial": "FGL0002"},
        },
        skipped=skip(n, header=1),
        unread={"CH(2.4/5)", "収容スイッチ"},
    )  # fmt: skip


@ledger("レンタル・リース機器.xlsx")
def rented_devices(path: Path) -> Truth:
    """What is rented: from whom, from when to when, with the lessor's number beside the hospital's own."""
    save(path, {
        "レンタル": [
            ["院内管理番号", "レンタル会社管理番号", "機器", "機種", "シリアルナンバー", "レンタル会社", "使用場所", "レンタル開始日", "レンタル終了日"],
            ["RL-01", "FK-88101", "陰圧閉鎖装置", "V.A.C.Ulta", "VU10001", "ケイセイ医科", "5東", date(2024, 4, 1), date(2024, 9, 30)],
            ["RL-02", "FK-88102", "エアマット", "アドバン", "AD20002", "ケイセイ医科", "5西", date(2024, 5, 1), date(2025, 4, 30)],
        ],
    })  # fmt: skip
    n = "レンタル"
    return Truth(
        assets={
            (n, 2): {"tag": "RL-01", "name": "陰圧閉鎖装置", "model": "V.A.C.Ulta", "serial": "VU10001", "maintainer": "ケイセイ医科", "place": "5東", "introduced": "2024-04-01", "maintained_until": "2024-09-30"},
            (n, 3): {"tag": "RL-02", "name": "エアマット", "model": "アドバン", "serial": "AD20002", "maintainer": "ケイセイ医科", "place": "5西", "introduced": "2024-05-01", "maintained_until": "2025-04-30"},
        },
        skipped=skip(n, header=1),
        unread={"レンタル会社管理番号"},
    )  # fmt: skip


@ledger("健診センター機器.tsv")
def health_check_centre(path: Path) -> Truth:
    """A health check centre: the item of the examination first, half width kana, years of eras, states in words."""
    write_csv(path, [
        ["検査項目", "ｷｷﾒｲ", "ﾒｰｶｰﾒｲ", "ｶﾀｼｷ", "ｼﾘｱﾙ", "ｺｳﾆｭｳﾈﾝ", "ｾｯﾁﾊﾞｼｮ", "ｼﾞｮｳﾀｲ", "ﾋﾞｺｳ"],
        ["身体計測", "身長体重計", "タニタ", "BF-220", "B0001", "H30", "計測室", "使用中", ""],
        ["眼底", "無散瞳眼底カメラ", "キヤノン", "CR-2 AF", "202222", "R2", "眼科室", "使用中", "LAN"],
        ["聴力", "オージオメータ", "リオン", "AA-79", "79003", "H26", "聴力室", "予備", ""],
    ], "utf-8", "\t")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"name": "身長体重計", "maker": "タニタ", "model": "BF-220", "serial": "B0001", "introduced": "2018", "place": "計測室", "state": "in_use"},
            ("", 3): {"name": "無散瞳眼底カメラ", "maker": "キヤノン", "model": "CR-2 AF", "serial": "202222", "introduced": "2020", "place": "眼科室", "state": "in_use", "note": "LAN"},
            ("", 4): {"name": "オージオメータ", "maker": "リオン", "model": "AA-79", "serial": "79003", "introduced": "2014", "place": "聴力室", "state": "spare"},
        },
        skipped=skip("", header=1),
        unread={"検査項目"},
    )  # fmt: skip


@ledger("保守契約一覧R6.xlsx")
def contracts(path: Path) -> Truth:
    """The contracts of maintenance: what is under it, with whom, at what price, from - to, how they come in from afar."""
    save(path, {
        "R6": [
            [None, "令和6年度　保守委託契約一覧"],
            [],
            [None, "契約番号", "対象機器", "型式", "台数", "相手方", "契約期間", "年額（税抜）", "リモート接続の有無", "所管課", "担当"],
            [None, "R6-11", "全身用CT装置", "Aquilion Lightning", 1, "キヤノンメディカルシステムズ㈱", "R6.4.1～R7.3.31", 5500000, "有", "放射線科", "田村"],
            [None, "R6-12", "電子カルテシステム", "HOPE LifeMark-HX", "一式", "富士通Japan㈱", "R6.4.1～R11.3.31", 28000000, "有", "医療情報課", "岡"],
            [None, None, None, None, None, None, "計", 33500000],
        ],
    })  # fmt: skip
    n = "R6"
    return Truth(
        assets={
            (n, 4): {"name": "全身用CT装置", "model": "Aquilion Lightning", "quantity": 1, "maintainer": "キヤノンメディカルシステムズ株式会社", "maintained_until": "2025-03-31", "remote_maintenance": "有", "department": "放射線科", "responsible": "田村"},
            (n, 5): {"name": "電子カルテシステム", "model": "HOPE LifeMark-HX", "quantity": 0, "maintainer": "富士通Japan株式会社", "maintained_until": "2029-03-31", "remote_maintenance": "有", "department": "医療情報課", "responsible": "岡"},
        },
        skipped=skip(n, title=1, blank=2, header=3, subtotal=6),
        unread={"契約番号", "年額(税抜)"},
    )  # fmt: skip
