"""Ledgers of other desks of a hospital: the store's, the camera installer's, the wireless network's. See make.py."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.ledgers.make import Truth, fill, ledger, skip, workbook, write_csv
from tests.ledgers.more import save


@ledger("機器台帳（チェックリスト様式）.xlsx")
def checklist_form(path: Path) -> Truth:
    """The form of the ministry's checklist: names with their explanation in brackets, software with its version in a cell."""
    save(path, {
        "機器台帳": [
            ["医療機関におけるサイバーセキュリティ対策チェックリスト　別添　機器台帳"],
            ["確認日：令和6年8月1日"],
            [],
            ["No.", "機器種別\n（サーバ／端末PC／ネットワーク機器）", "機器名称", "所在\n（設置場所）", "利用者", "ソフトウェア・サービス", "バージョン", "IPアドレス", "使用可否の状態", "リモートメンテナンス\n（有・無）", "事業者名", "備考"],
            [1, "サーバ", "電子カルテサーバ", "2Fサーバ室", "全職員", "SaMaCare", "V5.1", "192.168.11.10", "使用可", "有", "株式会社　医療情報サービス", None],
            [2, "端末PC", "診察端末A", "第一診察室", "院長", "SaMaCare", "V5.1", "192.168.11.101", "使用可", "有", "株式会社　医療情報サービス", None],
            [3, "ネットワーク機器", "UTM", "2Fサーバ室", "管理者", "―", "7.2.8", "192.168.11.254", "使用可", "有", "地域ネット(株)", "更新R9予定"],
            [4, "端末PC", "予備端末", "倉庫", None, "SaMaCare", "V4.9", None, "使用不可", "無", None, "廃棄予定"],
        ],
    })  # fmt: skip
    n = "機器台帳"
    return Truth(
        assets={
            (n, 5): {"tag": "1", "kind": "サーバ", "name": "電子カルテサーバ", "place": "2Fサーバ室", "user": "全職員", "software": "SaMaCare", "software_version": "V5.1", "ips": ("192.168.11.10",), "state": "in_use", "remote_maintenance": "有", "maintainer": "株式会社医療情報サービス"},
            (n, 6): {"tag": "2", "kind": "端末PC", "name": "診察端末A", "place": "第一診察室", "user": "院長", "software": "SaMaCare", "software_version": "V5.1", "ips": ("192.168.11.101",), "state": "in_use", "remote_maintenance": "有", "maintainer": "株式会社医療情報サービス"},
            (n, 7): {"tag": "3", "kind": "ネットワーク機器", "name": "UTM", "place": "2Fサーバ室", "user": "管理者", "software_version": "7.2.8", "ips": ("192.168.11.254",), "state": "in_use", "remote_maintenance": "有", "maintainer": "地域ネット株式会社", "note": "更新R9予定"},
            (n, 8): {"tag": "4", "kind": "端末PC", "name": "予備端末", "place": "倉庫", "software": "SaMaCare", "software_version": "V4.9", "state": "stopped", "remote_maintenance": "無", "note": "廃棄予定"},
        },
        skipped=skip(n, title=[1, 2], blank=3, header=4),
    )  # fmt: skip


@ledger("保守点検計画書R6.xlsx")
def plan_of_inspections(path: Path) -> Truth:
    """A plan of inspections: a column per month with 予 and 済, the person who inspects, 購入年 in two figures of an era."""
    months = [f"{m}月" for m in (4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3)]
    done = ["済", None, None, None, None, None, "予", None, None, None, None, None]
    save(path, {
        "計画": [
            ["令和６年度　医療機器保守点検計画書"],
            ["医療機器名", "メーカー名", "型式", "機番", "設置部署", "購入年", "点検者", *months, "特記事項"],
            ["人工呼吸器", "フィリップス", "V60", "100012345", "ICU", "H27", "臨工　大西", *done, None],
            ["人工呼吸器", "フィリップス", "V60", "100012346", "ICU", "H27", "臨工　大西", *done, "バッテリ交換済"],
            ["麻酔器", "ドレーゲル", "Perseus A500", "ASHA-0007", "手術室", "R3", "業者", *done, None],
            ["閉鎖式保育器", "アトムメディカル", "インキュアイ", "B-5512", "NICU", "R元", "臨工　大西", *done, None],
        ],
    }, {"計画": ["A1:T1"]})  # fmt: skip
    n = "計画"
    return Truth(
        assets={
            (n, 3): {"name": "人工呼吸器", "maker": "フィリップス", "model": "V60", "serial": "100012345", "department": "ICU", "introduced": "2015"},
            (n, 4): {"name": "人工呼吸器", "maker": "フィリップス", "model": "V60", "serial": "100012346", "department": "ICU", "introduced": "2015", "note": "バッテリ交換済"},
            (n, 5): {"name": "麻酔器", "maker": "ドレーゲル", "model": "Perseus A500", "serial": "ASHA-0007", "department": "手術室", "introduced": "2021"},
            (n, 6): {"name": "閉鎖式保育器", "maker": "アトムメディカル", "model": "インキュアイ", "serial": "B-5512", "department": "NICU", "introduced": "2019"},
        },
        skipped=skip(n, title=1, header=2),
        unread={"点検者", *months},
    )  # fmt: skip


@ledger("物品管理簿.csv")
def public_property(path: Path) -> Truth:
    """A public hospital's register of property: codes beside names, moves with their reason, everything in full width."""
    write_csv(path, [
        ["物品番号", "分類コード", "品名", "規格・銘柄", "数量", "単位", "取得年月日", "取得価格", "所属コード", "所属名", "使用場所", "異動年月日", "異動事由", "摘要"],
        ["００１２３４", "２１", "Ｘ線テレビ装置", "ＤＲ－３００", "１", "台", "平成２９．０３．２４", "２５，０００，０００", "３００１", "放射線科", "透視室", "", "", ""],
        ["００１２３５", "２１", "電気メス", "ＶＩＯ３００Ｄ", "２", "台", "平成２９．０３．２４", "８，０００，０００", "３００２", "手術室", "手術室", "", "", ""],
        ["００１２３６", "２３", "パーソナルコンピュータ", "ＶＪ２５", "１", "台", "平成２３．０９．３０", "１２０，０００", "１００１", "総務課", "事務室", "令和０３．０３．３１", "廃棄", ""],
        ["００１２３７", "２３", "プリンタ", "ＬＢＰ", "１", "台", "平成２３．０９．３０", "６０，０００", "１００１", "総務課", "事務室", "令和０２．０４．０１", "管理換", "医事課から"],
    ], "cp932")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"tag": "001234", "name": "X線テレビ装置", "model": "DR-300", "quantity": 1, "introduced": "2017-03-24", "department": "放射線科", "place": "透視室"},
            ("", 3): {"tag": "001235", "name": "電気メス", "model": "VIO300D", "quantity": 2, "introduced": "2017-03-24", "department": "手術室", "place": "手術室"},
            ("", 4): {"tag": "001236", "name": "パーソナルコンピュータ", "model": "VJ25", "quantity": 1, "introduced": "2011-09-30", "department": "総務課", "place": "事務室", "state": "disposed"},
            ("", 5): {"tag": "001237", "name": "プリンタ", "model": "LBP", "quantity": 1, "introduced": "2011-09-30", "department": "総務課", "place": "事務室", "state": "in_use", "note": "医事課から"},
        },
        skipped=skip("", header=1),
        unread={"分類コード", "取得価格", "所属コード", "異動年月日"},
    )  # fmt: skip


@ledger("スマートフォン・タブレット貸与一覧.xlsx")
def mobile_devices(path: Path) -> Truth:
    """Telephones and tablets: numbers of lines and of SIM cards are no addresses, the MAC is of the wireless."""
    save(path, {
        "貸与一覧": [
            ["端末No.", "種類", "機種", "電話番号", "IMEI", "SIM番号", "Wi-Fi MACアドレス", "OS", "貸与先", "貸与日", "返却日", "備考"],
            ["MB-01", "スマートフォン", "iPhone SE(第3世代)", "070-0000-0001", "356700000000011", "8981300000000000011", "AC:1D:06:00:00:01", "iOS 17.6", "看護部", "2023/4/1", None, None],
            ["MB-02", "スマートフォン", "iPhone SE(第3世代)", "070-0000-0002", "356700000000029", "8981300000000000029", "AC:1D:06:00:00:02", "iOS 17.6", "看護部", "2023/4/1", "2024/3/31", "画面割れ"],
            ["MB-11", "タブレット", "iPad(第9世代)", "―", "―", "―", "AC:1D:06:00:00:11", "iPadOS 17.6", "栄養科", "2022/10/3", None, "配膳用"],
        ],
    })  # fmt: skip
    n = "貸与一覧"
    phone = {"kind": "スマートフォン", "model": "iPhone SE(第3世代)", "os": "iOS 17.6"}
    return Truth(
        assets={
            (n, 2): {**phone, "tag": "MB-01", "macs": ("ac:1d:06:00:00:01",), "user": "看護部"},
            (n, 3): {**phone, "tag": "MB-02", "macs": ("ac:1d:06:00:00:02",), "user": "看護部", "disposed": "2024-03-31", "state": "disposed", "note": "画面割れ"},
            (n, 4): {"tag": "MB-11", "kind": "タブレット", "model": "iPad(第9世代)", "macs": ("ac:1d:06:00:00:11",), "os": "iPadOS 17.6", "user": "栄養科", "note": "配膳用"},
        },
        skipped=skip(n, header=1),
        unread={"電話番号", "IMEI", "SIM番号", "貸与日"},
    )  # fmt: skip


@ledger("防犯カメラ台帳.xlsx")
def cameras(path: Path) -> Truth:
    """The installer's list of cameras: channel of the recorder, port of the switch, user names and passwords that must not be kept."""
    save(path, {
        "カメラ": [
            [None, "防犯カメラ設備　機器リスト", None, None, None, None, "施工：㈱セーフティ"],
            [None, "カメラNo.", "設置場所", "メーカー", "型番", "IPアドレス", "MACアドレス", "録画機CH", "スイッチ/ポート", "ログインID", "パスワード"],
            [None, "CAM-01", "正面玄関", "アクシス", "M3085-V", "192.168.80.11", "B8:A4:4F:00:00:01", 1, "SW-CAM1/1", "root", "xxxx"],
            [None, "CAM-02", "救急入口", "アクシス", "M3085-V", "192.168.80.12", "B8:A4:4F:00:00:02", 2, "SW-CAM1/2", "root", "xxxx"],
            [None, "CAM-03", "薬局前", "アクシス", "P3265-LV", "192.168.80.13", "B8:A4:4F:00:00:03", 3, "SW-CAM1/3", "root", "xxxx"],
            [None, "NVR-01", "防災センター", "アクシス", "S2216", "192.168.80.2", "B8:A4:4F:00:00:F2", "-", "SW-CAM1/24", "root", "xxxx"],
        ],
    })  # fmt: skip
    n = "カメラ"
    head = {"kind": "カメラ", "maker": "アクシス"}
    return Truth(
        assets={
            (n, 3): {**head, "tag": "CAM-01", "place": "正面玄関", "model": "M3085-V", "ips": ("192.168.80.11",), "macs": ("b8:a4:4f:00:00:01",)},
            (n, 4): {**head, "tag": "CAM-02", "place": "救急入口", "model": "M3085-V", "ips": ("192.168.80.12",), "macs": ("b8:a4:4f:00:00:02",)},
            (n, 5): {**head, "tag": "CAM-03", "place": "薬局前", "model": "P3265-LV", "ips": ("192.168.80.13",), "macs": ("b8:a4:4f:00:00:03",)},
            (n, 6): {**head, "tag": "NVR-01", "place": "防災センター", "model": "S2216", "ips": ("192.168.80.2",), "macs": ("b8:a4:4f:00:00:f2",)},
        },
        skipped=skip(n, title=1, header=2),
        unread={"録画機CH", "スイッチ/ポート", "ログインID", "パスワード"},
    )  # fmt: skip


@ledger("診療科別端末.xlsx")
def headings_below_each_department(path: Path) -> Truth:
    """Each department has its name above a header of its own; departments without devices say so."""
    head = ["No", "端末名", "機種", "IPアドレス", "導入日"]
    save(path, {
        "端末": [
            ["診療科別　端末一覧"],
            [],
            ["【内科】"],
            head,
            [1, "NAIKA01", "M75s", "10.20.1.1", date(2023, 5, 8)],
            [2, "NAIKA02", "M75s", "10.20.1.2", date(2023, 5, 8)],
            [],
            ["【整形外科】"],
            head,
            [1, "SEIKEI01", "M75s", "10.20.2.1", "2023/5/8"],
            [],
            ["【皮膚科】"],
            head,
            ["該当なし"],
        ],
    })  # fmt: skip
    n = "端末"
    kind = {"kind": "端末", "model": "M75s", "introduced": "2023-05-08"}
    return Truth(
        assets={
            (n, 5): {**kind, "tag": "1", "hostname": "NAIKA01", "ips": ("10.20.1.1",), "department": "内科"},
            (n, 6): {**kind, "tag": "2", "hostname": "NAIKA02", "ips": ("10.20.1.2",), "department": "内科"},
            (n, 10): {**kind, "tag": "1", "hostname": "SEIKEI01", "ips": ("10.20.2.1",), "department": "整形外科"},
        },
        skipped=skip(n, title=[1, 3], blank=[2, 7, 11], header=[4, 9, 13], section=[8, 12], remark_beside_the_table=14),
    )  # fmt: skip


@ledger("無線AP管理表.csv")
def wireless_points(path: Path) -> Truth:
    """A point has a wired MAC and one for each band; channels and powers are no numbers of the device."""
    write_csv(path, [
        ["AP名称", "棟", "階", "設置位置", "機種", "シリアル", "IPアドレス", "有線MAC", "BSSID(2.4GHz)", "BSSID(5GHz)", "ch(2.4)", "ch(5)", "給電SW", "FWバージョン", "稼働"],
        ["AP-E3-01", "東", "3", "NS前", "AP505", "CNK0001", "10.99.3.1", "20:4C:03:00:01:00", "20:4C:03:00:01:10", "20:4C:03:00:01:18", "1", "36", "SW-E3-01", "8.10.0.7", "○"],
        ["AP-E3-02", "東", "3", "デイルーム", "AP505", "CNK0002", "10.99.3.2", "20:4C:03:00:02:00", "20:4C:03:00:02:10", "20:4C:03:00:02:18", "6", "44", "SW-E3-01", "8.10.0.7", "○"],
        ["AP-W4-01", "西", "4", "廊下", "AP505", "CNK0003", "10.99.4.1", "20:4C:03:00:03:00", "", "", "", "", "SW-W4-01", "8.10.0.7", "×"],
    ], "utf-8")  # fmt: skip
    head = {"model": "AP505", "software_version": "8.10.0.7"}
    return Truth(
        assets={
            ("", 2): {**head, "name": "AP-E3-01", "place": "東棟 3階 NS前", "serial": "CNK0001", "ips": ("10.99.3.1",), "macs": ("20:4c:03:00:01:00", "20:4c:03:00:01:10", "20:4c:03:00:01:18"), "state": "in_use"},
            ("", 3): {**head, "name": "AP-E3-02", "place": "東棟 3階 デイルーム", "serial": "CNK0002", "ips": ("10.99.3.2",), "macs": ("20:4c:03:00:02:00", "20:4c:03:00:02:10", "20:4c:03:00:02:18"), "state": "in_use"},
            ("", 4): {**head, "name": "AP-W4-01", "place": "西棟 4階 廊下", "serial": "CNK0003", "ips": ("10.99.4.1",), "macs": ("20:4c:03:00:03:00",), "state": "stopped"},
        },
        skipped=skip("", header=1),
        unread={"ch(2.4)", "ch(5)", "給電SW"},
    )  # fmt: skip


@ledger("devices-export.csv")
def export_of_a_defender(path: Path) -> Truth:
    """What a cloud console for the protection of terminals gives out; several addresses with commas in quotes."""
    path.write_bytes(
        (
            "\ufeffDevice name,Domain,First seen,Last seen,OS Platform,OS Version,Health Status,IP addresses,MAC addresses,Tags,Managed by\r\n"
            'HP-RECEPT01,hosp.local,2023-11-01T00:12:00Z,2024-10-02T08:40:11Z,Windows11,22H2,Active,"192.168.200.15, fe80::1c2b:3a4d:5e6f:7081","F0-92-1C-00-00-01",,Intune\r\n'
            "HP-WARD02,hosp.local,2023-11-01T00:12:00Z,2024-07-11T02:11:45Z,Windows10,21H2,Inactive,192.168.200.16,F0-92-1C-00-00-02,ward,Intune\r\n"
        ).encode()
    )
    return Truth(
        assets={
            ("", 2): {"name": "HP-RECEPT01", "os": "Windows11", "os_version": "22H2", "state": "in_use", "ips": ("192.168.200.15", "fe80::1c2b:3a4d:5e6f:7081"), "macs": ("f0:92:1c:00:00:01",), "checked": "2024-10-02"},
            ("", 3): {"name": "HP-WARD02", "os": "Windows10", "os_version": "21H2", "state": "stopped", "ips": ("192.168.200.16",), "macs": ("f0:92:1c:00:00:02",), "checked": "2024-07-11"},
        },
        skipped=skip("", header=1),
        unread={"Domain", "First seen", "Tags", "Managed by"},
    )  # fmt: skip


@ledger("医事課PC.csv")
def accounts_office(path: Path) -> Truth:
    """A clerk's own list: colloquial headings, everything about the machine in one cell, last number of the address only."""
    write_csv(path, [
        ["医事課　ＰＣ表（10.15.0.～）", "", "", "", "", "", ""],
        ["PC-No", "使ってる人", "場所", "メーカー／機種／製造番号", "IP(10.15.0.)", "ソフト", "買った年", "その他"],
        ["1", "共用", "受付１番", "富士通／FMV-D5／R0Z00001", "11", "医事システム", "2019", ""],
        ["2", "共用", "受付２番", "富士通／FMV-D5／R0Z00002", "12", "医事システム", "2019", ""],
        ["3", "係長", "奥", "ＮＥＣ／ＭＢ１２／5Y000003", "21", "Office", "R4", "DVD故障"],
    ], "cp932")  # fmt: skip
    fmv = {
        "maker": "富士通",
        "model": "FMV-D5",
        "user": "共用",
        "software": "医事システム",
        "introduced": "2019",
    }
    return Truth(
        assets={
            ("", 3): {**fmv, "tag": "1", "place": "受付1番", "serial": "R0Z00001", "ips": ("10.15.0.11",)},
            ("", 4): {**fmv, "tag": "2", "place": "受付2番", "serial": "R0Z00002", "ips": ("10.15.0.12",)},
            ("", 5): {"tag": "3", "user": "係長", "place": "奥", "maker": "NEC", "model": "MB12", "serial": "5Y000003", "ips": ("10.15.0.21",), "software": "Office", "introduced": "2022", "note": "DVD故障"},
        },
        skipped=skip("", title=1, header=2),
    )  # fmt: skip


@ledger("システム一覧（部署結合）.xlsx")
def departments_merged_down(path: Path) -> Truth:
    """Departments merged down the first column with a sum at the end of each, servers and terminals counted in columns, a legend beside."""
    book = workbook()
    s = book.active
    s.title = "システム一覧"
    fill(s, [
        ["部門システム導入状況", None, None, None, None, None, None, None, "※黄色は更新対象"],
        ["部門", "システム名", "ベンダー", "導入年月", "サーバ\n機種", "サーバ\nIPアドレス", "台数", "サポート\n終了"],
        ["検査科", "検体検査システム", "Ａ＆Ｔ", "2018年9月", "RX1330", "172.18.3.10", 1, "2025年8月"],
        [None, "細菌検査システム", "栄研化学", "2018年9月", "ML30", "172.18.3.20", 1, "2025年8月"],
        ["検査科　計", None, None, None, None, None, 2],
        ["放射線科", "RIS", "富士フイルム", "2020年3月", "DL360", "172.18.4.10", 1, "2027年2月"],
        [None, "PACS", "富士フイルム", "2020年3月", "DL380", "172.18.4.20～22", 3, "2027年2月"],
        ["放射線科　計", None, None, None, None, None, 4],
    ])  # fmt: skip
    s.merge_cells("A3:A4")
    s.merge_cells("A6:A7")
    book.save(path)
    n = "システム一覧"
    lab, ray = (
        {"department": "検査科", "introduced": "2018-09", "maintained_until": "2025-08"},
        {
            "department": "放射線科",
            "introduced": "2020-03",
            "maintained_until": "2027-02",
            "maintainer": "富士フイルム",
        },
    )
    return Truth(
        assets={
            (n, 3): {**lab, "name": "検体検査システム", "maintainer": "A&T", "model": "RX1330", "ips": ("172.18.3.10",), "quantity": 1},
            (n, 4): {**lab, "name": "細菌検査システム", "maintainer": "栄研化学", "model": "ML30", "ips": ("172.18.3.20",), "quantity": 1},
            (n, 6): {**ray, "name": "RIS", "model": "DL360", "ips": ("172.18.4.10",), "quantity": 1},
            (n, 7): {**ray, "name": "PACS", "model": "DL380", "ips": ("172.18.4.20", "172.18.4.21", "172.18.4.22"), "quantity": 3},
        },
        skipped=skip(n, title=1, header=2, subtotal=[5, 8]),
    )  # fmt: skip
