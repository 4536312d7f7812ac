"""A twelfth dozen, written before the reader saw them: lists that others hand in, and small houses. See make.py."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.ledgers.make import Truth, ledger, skip, write_csv
from tests.ledgers.more import save


@ledger("納入機器一覧_富士通.xlsx")
def handed_in_by_a_seller(path: Path) -> Truth:
    """Handed in by a seller: two rows of headings, what was ordered, where it was put, the settings."""
    save(path, {
        "納入機器": [
            ["納入機器一覧表", None, None, None, None, None, None, None, None, None],
            ["納入先：○○総合病院　様", None, None, None, None, None, None, None, None, None],
            ["項番", "品名", "型名", "製造番号", "設定情報", None, None, "納入場所", "納入日", "保証期限"],
            [None, None, None, None, "コンピュータ名", "IPアドレス", "MACアドレス", None, None, None],
            [1, "デスクトップPC", "FMVD5500", "R4100001", "NP-101", "10.5.1.101", "E8:80:88:00:01:01", "外来1診", date(2024, 3, 11), date(2029, 3, 10)],
            [2, "デスクトップPC", "FMVD5500", "R4100002", "NP-102", "10.5.1.102", "E8:80:88:00:01:02", "外来2診", date(2024, 3, 11), date(2029, 3, 10)],
            [3, "レーザープリンタ", "XL-9322", "V0000313", "NPR-01", "10.5.1.201", "00:0B:5D:00:02:01", "外来受付", date(2024, 3, 12), date(2029, 3, 10)],
        ],
    }, {"納入機器": ["A1:J1", "A2:J2", "E3:G3", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "H3:H4", "I3:I4", "J3:J4"]})  # fmt: skip
    n = "納入機器"
    d = {"introduced": "2024-03-11", "maintained_until": "2029-03-10", "name": "デスクトップPC", "model": "FMVD5500"}
    return Truth(
        assets={
            (n, 5): {**d, "tag": "1", "serial": "R4100001", "hostname": "NP-101", "ips": ("10.5.1.101",), "macs": ("e8:80:88:00:01:01",), "place": "外来1診"},
            (n, 6): {**d, "tag": "2", "serial": "R4100002", "hostname": "NP-102", "ips": ("10.5.1.102",), "macs": ("e8:80:88:00:01:02",), "place": "外来2診"},
            (n, 7): {**d, "tag": "3", "name": "レーザープリンタ", "model": "XL-9322", "serial": "V0000313", "hostname": "NPR-01", "ips": ("10.5.1.201",), "macs": ("00:0b:5d:00:02:01",), "place": "外来受付", "introduced": "2024-03-12"},
        },
        skipped=skip(n, title=[1, 2], header=[3, 4]),
    )  # fmt: skip


@ledger("クリニック機器リスト.xlsx")
def of_a_small_clinic(path: Path) -> Truth:
    """A small clinic: plain words, what it is for, who sold it, whether it is on the net."""
    save(path, {
        "機器": [
            ["機器の名前", "メーカー", "型番", "製造番号", "置き場所", "買った年", "買った業者", "ネット接続", "IPアドレス", "今の状態", "ひとこと"],
            ["レントゲン", "島津製作所", "RADspeed Pro", "MP6A01", "レントゲン室", "2018年", "東和メディカル", "あり", "192.168.1.50", "使っている", None],
            ["心電計", "フクダ電子", "FCP-8800", "88000123", "処置室", "2020年", "フクダ電子", "あり", "192.168.1.51", "使っている", None],
            ["オートクレーブ", "ユヤマ", "YS-A-C501", "C50100077", "洗浄室", "2015年", "東和メディカル", "なし", None, "使っている", "パッキン交換R5"],
            ["受付パソコン", "DELL", "OptiPlex 3070", "7HX0002", "受付", "2020年", "メディコム", "あり", "192.168.1.11", "使っている", None],
        ],
    })  # fmt: skip
    n = "機器"
    return Truth(
        assets={
            (n, 2): {"name": "レントゲン", "maker": "島津製作所", "model": "RADspeed Pro", "serial": "MP6A01", "place": "レントゲン室", "introduced": "2018", "maintainer": "東和メディカル", "ips": ("192.168.1.50",), "state": "in_use"},
            (n, 3): {"name": "心電計", "maker": "フクダ電子", "model": "FCP-8800", "serial": "88000123", "place": "処置室", "introduced": "2020", "maintainer": "フクダ電子", "ips": ("192.168.1.51",), "state": "in_use"},
            (n, 4): {"name": "オートクレーブ", "maker": "ユヤマ", "model": "YS-A-C501", "serial": "C50100077", "place": "洗浄室", "introduced": "2015", "maintainer": "東和メディカル", "state": "in_use", "note": "パッキン交換R5"},
            (n, 5): {"name": "受付パソコン", "maker": "DELL", "model": "OptiPlex 3070", "serial": "7HX0002", "place": "受付", "introduced": "2020", "maintainer": "メディコム", "ips": ("192.168.1.11",), "state": "in_use"},
        },
        skipped=skip(n, header=1),
        offline={(n, 4)},
    )  # fmt: skip


@ledger("院内LAN接続機器申請一覧.csv")
def asked_to_be_connected(path: Path) -> Truth:
    """Devices that somebody asked to connect: who asked and when, what the network gave them, until when."""
    write_csv(path, [
        ["申請番号", "申請日", "申請部署", "申請者", "接続機器名", "メーカー・型番", "MACアドレス", "接続場所", "払出IPアドレス", "接続方法（有線／無線）", "接続目的", "使用期限", "承認状況"],
        ["2023-011", "2023/05/10", "薬剤部", "三好", "調剤支援PC", "HP ProDesk 600", "C4:65:16:0A:00:11", "調剤室", "10.7.1.21", "有線", "調剤支援", "", "承認"],
        ["2023-012", "2023/06/02", "臨床研究センター", "有馬", "解析用ワークステーション", "DELL Precision 3660", "A4:BB:6D:0A:00:12", "研究棟2F", "10.7.1.22", "有線", "データ解析", "2026/3/31", "承認"],
        ["2023-013", "2023/06/20", "医局", "小柳", "持込ノートPC", "Apple MacBook Air", "3C:22:FB:0A:00:13", "医局", "DHCP", "無線", "文献検索", "2024/3/31", "承認"],
    ], "cp932")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"department": "薬剤部", "responsible": "三好", "name": "調剤支援PC", "maker": "HP", "model": "ProDesk 600", "macs": ("c4:65:16:0a:00:11",), "place": "調剤室", "ips": ("10.7.1.21",)},
            ("", 3): {"department": "臨床研究センター", "responsible": "有馬", "name": "解析用ワークステーション", "maker": "DELL", "model": "Precision 3660", "macs": ("a4:bb:6d:0a:00:12",), "place": "研究棟2F", "ips": ("10.7.1.22",)},
            ("", 4): {"department": "医局", "responsible": "小柳", "name": "持込ノートPC", "maker": "Apple", "model": "MacBook Air", "macs": ("3c:22:fb:0a:00:13",), "place": "医局", "dhcp": True},
        },
        skipped=skip("", header=1),
        unread={"申請番号", "申請日", "接続目的", "使用期限", "承認状況"},
    )  # fmt: skip


@ledger("資産一覧_棚卸用（情報管理室）.xlsx")
def for_the_stocktaking(path: Path) -> Truth:
    """Printed for the stocktaking: what should be there, whether it was, by whom and when."""
    save(path, {
        "棚卸": [
            ["情報機器棚卸表", None, None, None, None, None, None, None, None, None, None],
            ["実施期間：2024/3/1～2024/3/29", None, None, None, None, None, None, None, None, None, None],
            ["資産管理番号", "資産名", "機種", "S/N", "利用部門", "設置場所（台帳）", "現物有無", "確認日", "確認者", "設置場所（現物）", "備考"],
            ["J-1001", "ノートパソコン", "Let's note CF-SV8", "8LKSA00101", "地域連携室", "地域連携室", "○", "2024/3/4", "北川", None, None],
            ["J-1002", "ノートパソコン", "Let's note CF-SV8", "8LKSA00102", "地域連携室", "地域連携室", "○", "2024/3/4", "北川", "相談室2", None],
            ["J-1003", "液晶モニタ", "EV2451", "35311042", "病歴室", "病歴室", "×", None, None, None, "所在不明"],
        ],
    })  # fmt: skip
    n = "棚卸"
    p = {"name": "ノートパソコン", "model": "Let's note CF-SV8", "department": "地域連携室", "checked": "2024-03-04"}
    return Truth(
        assets={
            (n, 4): {**p, "tag": "J-1001", "serial": "8LKSA00101", "place": "地域連携室"},
            (n, 5): {**p, "tag": "J-1002", "serial": "8LKSA00102", "place": "地域連携室 相談室2"},
            (n, 6): {"tag": "J-1003", "name": "液晶モニタ", "model": "EV2451", "serial": "35311042", "department": "病歴室", "place": "病歴室", "note": "所在不明"},
        },
        skipped=skip(n, title=[1, 2], header=3),
        unread={"現物有無", "確認者"},
    )  # fmt: skip


@ledger("手術室_機器配置一覧.csv")
def of_the_operating_theatres(path: Path) -> Truth:
    """Operating theatres: by room, with the engineer's number, who checks before use, battery or not."""
    write_csv(path, [
        ["手術室", "機器名", "メーカー", "機種名", "ME管理No.", "シリアルNo.", "購入年月", "始業点検者", "バッテリ", "LAN接続", "備考"],
        ["OP1", "麻酔器", "ドレーゲル", "Perseus A500", "ME-OP-001", "ASLA0011", "2019年3月", "麻酔科", "有", "有", ""],
        ["", "電気メス", "エルベ", "VIO300D", "ME-OP-002", "11401222", "2017年8月", "ME", "無", "無", ""],
        ["OP2", "麻酔器", "ドレーゲル", "Perseus A500", "ME-OP-003", "ASLA0012", "2019年3月", "麻酔科", "有", "有", ""],
        ["", "無影灯", "マッケ", "PowerLED II", "ME-OP-004", "PL20033", "2019年3月", "ME", "無", "無", "カメラ内蔵"],
    ], "utf-8-sig")  # fmt: skip
    a = {"name": "麻酔器", "maker": "ドレーゲル", "model": "Perseus A500", "introduced": "2019-03"}
    return Truth(
        assets={
            ("", 2): {**a, "place": "OP1", "tag": "ME-OP-001", "serial": "ASLA0011"},
            ("", 3): {"place": "OP1", "name": "電気メス", "maker": "エルベ", "model": "VIO300D", "tag": "ME-OP-002", "serial": "11401222", "introduced": "2017-08"},
            ("", 4): {**a, "place": "OP2", "tag": "ME-OP-003", "serial": "ASLA0012"},
            ("", 5): {"place": "OP2", "name": "無影灯", "maker": "マッケ", "model": "PowerLED II", "tag": "ME-OP-004", "serial": "PL20033", "introduced": "2019-03", "note": "カメラ内蔵"},
        },
        skipped=skip("", header=1),
        offline={("", 3), ("", 5)},
        unread={"始業点検者", "バッテリ"},
    )  # fmt: skip


@ledger("EMR_endpoints_export.csv")
def given_out_by_a_manager_of_endpoints(path: Path) -> Truth:
    """Given out by a manager of endpoints: agent's state, last contact, domain, the bios' number."""
    write_csv(path, [
        ["Computer Name", "Domain", "IP Address", "MAC Address", "OS Name", "OS Version", "Manufacturer", "Model", "Serial Number", "Last Logged-on User", "Agent Status", "Agent Version", "Last Contact", "Disk Free (GB)"],
        ["NS3E-01", "hosp.local", "10.12.3.1", "3C:52:82:00:31:01", "Microsoft Windows 10 Pro", "10.0.19045", "HP", "HP ProDesk 600 G5", "JPH0001AAA", "ns3e", "Active", "7.2.1", "2024-04-30 23:10", "88"],
        ["NS3E-02", "hosp.local", "10.12.3.2", "3C:52:82:00:31:02", "Microsoft Windows 10 Pro", "10.0.19045", "HP", "HP ProDesk 600 G5", "JPH0001AAB", "ns3e", "Active", "7.2.1", "2024-04-30 22:55", "91"],
        ["OLD-XRAY", "WORKGROUP", "10.12.9.9", "00:1E:0B:00:99:09", "Microsoft Windows 7 Professional", "6.1.7601", "Hewlett-Packard", "HP Compaq 8000 Elite", "JPA0009ZZZ", "xray", "Inactive", "5.0.0", "2022-11-02 08:12", "12"],
    ], "utf-8")  # fmt: skip
    h = {"os": "Microsoft Windows 10 Pro", "os_version": "10.0.19045", "maker": "HP", "model": "HP ProDesk 600 G5", "user": "ns3e", "checked": "2024-04-30"}
    return Truth(
        assets={
            ("", 2): {**h, "hostname": "NS3E-01", "ips": ("10.12.3.1",), "macs": ("3c:52:82:00:31:01",), "serial": "JPH0001AAA"},
            ("", 3): {**h, "hostname": "NS3E-02", "ips": ("10.12.3.2",), "macs": ("3c:52:82:00:31:02",), "serial": "JPH0001AAB"},
            ("", 4): {"hostname": "OLD-XRAY", "ips": ("10.12.9.9",), "macs": ("00:1e:0b:00:99:09",), "os": "Microsoft Windows 7 Professional", "os_version": "6.1.7601", "maker": "Hewlett-Packard", "model": "HP Compaq 8000 Elite", "serial": "JPA0009ZZZ", "user": "xray", "checked": "2022-11-02"},
        },
        skipped=skip("", header=1),
        unread={"Domain", "Agent Status", "Agent Version", "Disk Free (GB)"},
    )  # fmt: skip


@ledger("県立病院_物品管理簿.xlsx")
def a_book_of_goods_of_the_prefecture(path: Path) -> Truth:
    """A book of goods of the prefecture: classes, how it was come by, the officer, where from and where to."""
    save(path, {
        "物品管理簿": [
            ["様式第5号", None, None, None, None, None, None, None, None, None, None],
            ["物　品　管　理　簿", None, None, None, None, None, None, None, None, None, None],
            ["分類", "物品番号", "品名", "規格", "数量", "取得年月日", "取得事由", "取得価格", "使用課（所）", "使用職員", "処分年月日", "処分区分", "備考"],
            ["備品", "2-031-005", "パーソナルコンピュータ", "NEC PC-VKT16", 1, "令和3年2月26日", "購入", "148,500", "医療情報課", "桑原", None, None, None],
            ["備品", "2-031-006", "パーソナルコンピュータ", "NEC PC-VKT16", 1, "令和3年2月26日", "購入", "148,500", "医療情報課", "長尾", None, None, None],
            ["備品", "1-110-021", "シュレッダー", "明光商会 MSX-F60", 1, "平成20年3月14日", "購入", "198,000", "総務課", None, "令和5年11月30日", "廃棄", "故障修理不能"],
        ],
    })  # fmt: skip
    n = "物品管理簿"
    pc = {"kind": "備品", "name": "パーソナルコンピュータ", "model": "NEC PC-VKT16", "quantity": 1, "introduced": "2021-02-26", "department": "医療情報課"}
    return Truth(
        assets={
            (n, 4): {**pc, "tag": "2-031-005", "user": "桑原"},
            (n, 5): {**pc, "tag": "2-031-006", "user": "長尾"},
            (n, 6): {"kind": "備品", "tag": "1-110-021", "name": "シュレッダー", "model": "明光商会 MSX-F60", "quantity": 1, "introduced": "2008-03-14", "department": "総務課", "disposed": "2023-11-30", "state": "disposed", "note": "故障修理不能"},
        },
        skipped=skip(n, title=[1, 2], header=3),
        unread={"取得事由", "取得価格", "処分区分"},
    )  # fmt: skip


@ledger("病理・細菌検査 機器台帳.xlsx")
def of_pathology(path: Path) -> Truth:
    """Pathology and bacteriology: two tables on two sheets with their own order of the same headings."""
    save(path, {
        "病理": [
            ["機器番号", "機器名称", "製造元", "型式", "機番", "設置場所", "購入日", "保守", "PC接続", "備考"],
            ["P-1", "自動染色装置", "サクラファインテックジャパン", "Prisma Plus", "61300123", "病理標本室", "2018/9/3", "サクラ", "有", None],
            ["P-2", "バーチャルスライドスキャナ", "浜松ホトニクス", "NanoZoomer S360", "S360-0123", "病理診断室", "2021/3/22", "浜松ホトニクス", "有", "PACS連携"],
        ],
        "細菌": [
            ["機器番号", "機器名称", "型式", "製造元", "機番", "購入日", "設置場所", "IPアドレス", "保守", "備考"],
            ["B-1", "自動血液培養装置", "BACTEC FX", "日本BD", "FX4455", "2019/6/10", "細菌検査室", "10.40.3.11", "日本BD", None],
            ["B-2", "質量分析装置", "MALDI Biotyper", "ブルカー", "MB00871", "2022/2/15", "細菌検査室", "10.40.3.12", "ブルカージャパン", None],
        ],
    })  # fmt: skip
    a, b = "病理", "細菌"
    return Truth(
        assets={
            (a, 2): {"tag": "P-1", "name": "自動染色装置", "maker": "サクラファインテックジャパン", "model": "Prisma Plus", "serial": "61300123", "place": "病理標本室", "introduced": "2018-09-03", "maintainer": "サクラ", "department": "病理"},
            (a, 3): {"tag": "P-2", "name": "バーチャルスライドスキャナ", "maker": "浜松ホトニクス", "model": "NanoZoomer S360", "serial": "S360-0123", "place": "病理診断室", "introduced": "2021-03-22", "maintainer": "浜松ホトニクス", "note": "PACS連携", "department": "病理"},
            (b, 2): {"tag": "B-1", "name": "自動血液培養装置", "model": "BACTEC FX", "maker": "日本BD", "serial": "FX4455", "introduced": "2019-06-10", "place": "細菌検査室", "ips": ("10.40.3.11",), "maintainer": "日本BD"},
            (b, 3): {"tag": "B-2", "name": "質量分析装置", "model": "MALDI Biotyper", "maker": "ブルカー", "serial": "MB00871", "introduced": "2022-02-15", "place": "細菌検査室", "ips": ("10.40.3.12",), "maintainer": "ブルカージャパン"},
        },
        skipped={**skip(a, header=1), **skip(b, header=1)},
    )  # fmt: skip


@ledger("IP台帳_第3セグメント.csv")
def a_list_of_addresses_by_its_last_number(path: Path) -> Truth:
    """Addresses of a segment: class of use, fixed or handed out, socket in the wall, day of change."""
    write_csv(path, [
        ["IPアドレス", "使用区分", "固定/DHCP", "機器名称", "ホスト名", "MACアドレス", "設置部署", "使用者", "情報コンセント番号", "登録日", "変更日", "備考"],
        ["192.168.3.1", "使用", "固定", "L3スイッチ", "sw-l3-01", "00:09:41:00:03:01", "情報室", "", "", "2016/4/1", "", "GW"],
        ["192.168.3.10", "使用", "固定", "薬剤部門サーバ", "yaku-sv", "00:25:90:00:03:10", "薬剤部", "", "2A-011", "2018/9/1", "2022/4/10", ""],
        ["192.168.3.50", "使用", "DHCP", "医局PC", "ikyoku-07", "D8:CB:8A:00:03:50", "医局", "白木", "3B-104", "2020/6/5", "", ""],
        ["192.168.3.51", "未使用", "", "", "", "", "", "", "", "", "", ""],
    ], "cp932")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"ips": ("192.168.3.1",), "state": "in_use", "name": "L3スイッチ", "hostname": "sw-l3-01", "macs": ("00:09:41:00:03:01",), "department": "情報室", "note": "GW"},
            ("", 3): {"ips": ("192.168.3.10",), "state": "in_use", "name": "薬剤部門サーバ", "hostname": "yaku-sv", "macs": ("00:25:90:00:03:10",), "department": "薬剤部", "checked": "2022-04-10"},
            ("", 4): {"ips": ("192.168.3.50",), "state": "in_use", "dhcp": True, "name": "医局PC", "hostname": "ikyoku-07", "macs": ("d8:cb:8a:00:03:50",), "department": "医局", "user": "白木"},
            ("", 5): {"ips": ("192.168.3.51",), "state": "reserved"},
        },
        skipped=skip("", header=1),
        unread={"情報コンセント番号", "登録日"},
    )  # fmt: skip


@ledger("医療機器安全管理_保有一覧.xlsx")
def held_under_the_law(path: Path) -> Truth:
    """Held under the law: class, name by the law, special upkeep, plan and record, training, the responsible one."""
    save(path, {
        "保有医療機器": [
            ["保有医療機器一覧（医療機器安全管理責任者：CE科 神田）", None, None, None, None, None, None, None, None, None, None, None],
            ["No", "クラス分類", "特定保守管理", "一般的名称", "販売名", "製造販売業者", "JMDNコード", "製造番号", "購入年度", "設置・保管場所", "保守点検実施者", "最終点検年月", "添付文書の有無"],
            [1, "Ⅲ", "該当", "成人用人工呼吸器", "ハミルトンC1", "日本光電工業株式会社", "70567000", "7312", "2018年度", "ICU", "院内CE", "2024年2月", "有"],
            [2, "Ⅲ", "該当", "手動式除細動器", "カルジオライフ", "日本光電工業株式会社", "70322000", "30125", "2016年度", "救急外来", "院内CE", "2024年3月", "有"],
            [3, "Ⅱ", "該当", "ベッドサイドモニタ", "ライフスコープ", "日本光電工業株式会社", "33586001", "11877", "2020年度", "5病棟", "メーカー", "2023年11月", "有"],
        ],
    })  # fmt: skip
    n = "保有医療機器"
    m = {"maker": "日本光電工業株式会社"}
    return Truth(
        assets={
            (n, 3): {**m, "tag": "1", "kind": "成人用人工呼吸器", "name": "ハミルトンC1", "medical_id": "70567000", "serial": "7312", "introduced": "2018", "place": "ICU", "checked": "2024-02"},
            (n, 4): {**m, "tag": "2", "kind": "手動式除細動器", "name": "カルジオライフ", "medical_id": "70322000", "serial": "30125", "introduced": "2016", "place": "救急外来", "checked": "2024-03"},
            (n, 5): {**m, "tag": "3", "kind": "ベッドサイドモニタ", "name": "ライフスコープ", "medical_id": "33586001", "serial": "11877", "introduced": "2020", "place": "5病棟", "checked": "2023-11"},
        },
        skipped=skip(n, title=1, header=2),
        unread={"クラス分類", "特定保守管理", "保守点検実施者", "添付文書の有無"},
    )  # fmt: skip


@ledger("ナースコール・院内設備.csv")
def facilities_of_the_house(path: Path) -> Truth:
    """Facilities of the house: installed by whom, when to be renewed, the room of the machine, addresses where they have any."""
    write_csv(path, [
        ["設備番号", "設備名称", "系統", "メーカー", "型式", "設置場所", "設置年", "施工会社", "点検会社", "更新予定", "制御用IP", "備考"],
        ["F-01", "ナースコール設備", "弱電", "ケアコム", "CICSS-X", "3階東病棟", "2017", "東洋電設", "ケアコム", "2029年度", "10.90.1.1", ""],
        ["F-02", "中央監視装置", "空調", "アズビル", "savic-net G5", "中央監視室", "2015", "高砂設備", "アズビル", "2027年度", "10.90.2.1", "24時間監視"],
        ["F-03", "入退室管理装置", "防犯", "美和ロック", "ALV2", "警備室", "2019", "東洋電設", "美和ロック", "", "10.90.3.1", ""],
    ], "utf-8")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"tag": "F-01", "name": "ナースコール設備", "maker": "ケアコム", "model": "CICSS-X", "place": "3階東病棟", "introduced": "2017", "maintainer": "ケアコム", "maintained_until": "2029", "ips": ("10.90.1.1",)},
            ("", 3): {"tag": "F-02", "name": "中央監視装置", "maker": "アズビル", "model": "savic-net G5", "place": "中央監視室", "introduced": "2015", "maintainer": "アズビル", "maintained_until": "2027", "ips": ("10.90.2.1",), "note": "24時間監視"},
            ("", 4): {"tag": "F-03", "name": "入退室管理装置", "maker": "美和ロック", "model": "ALV2", "place": "警備室", "introduced": "2019", "maintainer": "美和ロック", "ips": ("10.90.3.1",)},
        },
        skipped=skip("", header=1),
        unread={"系統", "施工会社"},
    )  # fmt: skip


@ledger("健診センター_端末・機器.xlsx")
def of_the_checkup_centre(path: Path) -> Truth:
    """A checkup centre: terminals and devices in one list, with their partners, and who looks after them."""
    save(path, {
        "一覧": [
            ["管理ID", "分類", "機器・端末名", "メーカー", "製品型番", "製造シリアル", "ホスト名／AE", "IPアドレス", "OS・Ver", "設置室", "運用担当", "保守ベンダ", "保守期間", "稼働区分"],
            ["KS-01", "端末", "受付端末1", "NEC", "VersaPro VKT13", "9Z100011", "KENSHIN01", "10.66.1.1", "Windows 10 22H2", "受付", "健診事務", "トーテック", "2021/4/1～2026/3/31", "稼働"],
            ["KS-02", "装置", "胸部X線", "コニカミノルタ", "AeroDR", "AD10021", "AERO01", "10.66.1.21", "Windows 7", "X線室", "放射線科", "コニカミノルタジャパン", "2019/4/1～2025/3/31", "稼働"],
            ["KS-03", "装置", "眼底カメラ", "トプコン", "TRC-NW400", "N400222", "FUNDUS1", "10.66.1.31", None, "眼科室", "健診事務", "トプコン", None, "予備"],
        ],
    })  # fmt: skip
    n = "一覧"
    return Truth(
        assets={
            (n, 2): {"tag": "KS-01", "kind": "端末", "name": "受付端末1", "maker": "NEC", "model": "VersaPro VKT13", "serial": "9Z100011", "hostname": "KENSHIN01", "ips": ("10.66.1.1",), "os": "Windows 10 22H2", "place": "受付", "responsible": "健診事務", "maintainer": "トーテック", "maintained_until": "2026-03-31", "state": "in_use"},
            (n, 3): {"tag": "KS-02", "kind": "装置", "name": "胸部X線", "maker": "コニカミノルタ", "model": "AeroDR", "serial": "AD10021", "hostname": "AERO01", "ips": ("10.66.1.21",), "os": "Windows 7", "place": "X線室", "responsible": "放射線科", "maintainer": "コニカミノルタジャパン", "maintained_until": "2025-03-31", "state": "in_use"},
            (n, 4): {"tag": "KS-03", "kind": "装置", "name": "眼底カメラ", "maker": "トプコン", "model": "TRC-NW400", "serial": "N400222", "hostname": "FUNDUS1", "ips": ("10.66.1.31",), "place": "眼科室", "responsible": "健診事務", "maintainer": "トプコン", "state": "spare"},
        },
        skipped=skip(n, header=1),
    )  # fmt: skip
