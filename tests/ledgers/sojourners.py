"""A thirteenth dozen, written before the reader saw them: the same offices in houses of other sizes. See make.py."""

from __future__ import annotations

from pathlib import Path

from tests.ledgers.make import Truth, ledger, skip, write_csv
from tests.ledgers.more import save


@ledger("情報機器管理台帳_市立.xlsx")
def of_a_town_hospital(path: Path) -> Truth:
    """A town's hospital: one list for all, with the day of renewal planned and who answers for each."""
    save(path, {
        "台帳": [
            ["機器管理No", "機器区分", "機器名", "端末名", "製造元", "製品型番", "製造番号(S/N)", "OS（バージョン含む）", "IPアドレス", "MACアドレス（有線）", "設置建物", "設置階", "設置室名", "管理責任者", "導入年月日", "次期更新予定", "稼働状況"],
            ["N-0001", "サーバ", "医事会計サーバ", "IJISV", "NEC", "Express5800/R120h-2M", "5700011", "Windows Server 2019", "172.16.0.11", "8C:DF:9D:11:00:01", "本館", "2階", "電算室", "医事課長", "2020/3/28", "2026年度", "稼働中"],
            ["N-0002", "端末", "入院受付端末", "NYUIN-01", "NEC", "PC-MKM30", "9Y00012", "Windows 10 Pro 22H2", "172.16.1.21", "8C:DF:9D:11:00:21", "本館", "1階", "入院受付", "医事課長", "2020/3/28", "2025年度", "稼働中"],
            ["N-0003", "端末", "予備端末", "YOBI-01", "NEC", "PC-MKM30", "9Y00013", "Windows 10 Pro 22H2", None, "8C:DF:9D:11:00:22", "本館", "2階", "電算室", "医事課長", "2020/3/28", "2025年度", "予備"],
        ],
    })  # fmt: skip
    n = "台帳"
    d = {"maker": "NEC", "responsible": "医事課長", "introduced": "2020-03-28"}
    return Truth(
        assets={
            (n, 2): {**d, "tag": "N-0001", "kind": "サーバ", "name": "医事会計サーバ", "hostname": "IJISV", "model": "Express5800/R120h-2M", "serial": "5700011", "os": "Windows Server 2019", "ips": ("172.16.0.11",), "macs": ("8c:df:9d:11:00:01",), "place": "本館 2階 電算室", "maintained_until": "2026", "state": "in_use"},
            (n, 3): {**d, "tag": "N-0002", "kind": "端末", "name": "入院受付端末", "hostname": "NYUIN-01", "model": "PC-MKM30", "serial": "9Y00012", "os": "Windows 10 Pro 22H2", "ips": ("172.16.1.21",), "macs": ("8c:df:9d:11:00:21",), "place": "本館 1階 入院受付", "maintained_until": "2025", "state": "in_use"},
            (n, 4): {**d, "tag": "N-0003", "kind": "端末", "name": "予備端末", "hostname": "YOBI-01", "model": "PC-MKM30", "serial": "9Y00013", "os": "Windows 10 Pro 22H2", "macs": ("8c:df:9d:11:00:22",), "place": "本館 2階 電算室", "maintained_until": "2025", "state": "spare"},
        },
        skipped=skip(n, header=1),
    )  # fmt: skip


@ledger("ME機器一覧_修理含む.csv")
def engineers_of_a_small_house(path: Path) -> Truth:
    """Engineers of a small house: what each is lent to, last repaired, last inspected, by which firm."""
    write_csv(path, [
        ["CE管理番号", "機種分類", "機器名称", "製造販売元", "型式番号", "シリアルNo.", "取得日", "貸出先病棟", "最終点検実施日", "点検結果", "最終修理日", "修理依頼先", "使用可否", "コメント欄"],
        ["CE-011", "シリンジポンプ", "シリンジポンプ", "テルモ", "TE-352", "13520011", "平成29年7月", "HCU", "令和6年2月5日", "合格", "", "テルモ", "可", ""],
        ["CE-012", "シリンジポンプ", "シリンジポンプ", "テルモ", "TE-352", "13520012", "平成29年7月", "", "令和6年2月5日", "合格", "令和5年9月1日", "テルモ", "可", ""],
        ["CE-031", "低圧持続吸引器", "メラサキューム", "泉工医科工業", "MS-008EX", "0821", "平成24年5月", "", "令和5年12月20日", "不合格", "", "泉工医科工業", "不可", "部品待ち"],
    ], "cp932")  # fmt: skip
    s = {"kind": "シリンジポンプ", "name": "シリンジポンプ", "maker": "テルモ", "model": "TE-352", "introduced": "2017-07", "checked": "2024-02-05", "maintainer": "テルモ", "state": "in_use"}
    return Truth(
        assets={
            ("", 2): {**s, "tag": "CE-011", "serial": "13520011", "department": "HCU"},
            ("", 3): {**s, "tag": "CE-012", "serial": "13520012"},
            ("", 4): {"tag": "CE-031", "kind": "低圧持続吸引器", "name": "メラサキューム", "maker": "泉工医科工業", "model": "MS-008EX", "serial": "0821", "introduced": "2012-05", "checked": "2023-12-20", "maintainer": "泉工医科工業", "state": "stopped", "note": "部品待ち"},
        },
        skipped=skip("", header=1),
        unread={"点検結果", "最終修理日"},
    )  # fmt: skip


@ledger("備品・固定資産一覧（法人本部提出）.xlsx")
def for_the_head_office(path: Path) -> Truth:
    """For the head office of a corporation: the site first, how acquired, worth, who bears the cost."""
    save(path, {
        "資産": [
            ["拠点名", "資産コード", "資産名", "型番・規格", "取得日", "取得方法", "取得価額（円）", "帳簿価額（円）", "数量", "負担部署", "保管場所", "購入先", "除却日", "除却理由"],
            ["中央病院", "A00101", "生体情報モニタ", "BSM-6701", "2019/06/28", "購入", 2300000, 383333, 1, "ICU", "ICU", "日本光電東日本", None, None],
            ["中央病院", "A00102", "超音波診断装置", "HI VISION Avius", "2012/02/20", "リース買取", 6500000, 1, 1, "循環器内科", "生理検査室", "日立メディコ", "2024/01/31", "老朽化"],
            ["北分院", "A00203", "全自動血圧計", "BP-920", "2016/11/15", "購入", 280000, 1, 1, "外来", "待合ホール", "柴山医療器", None, None],
        ],
    })  # fmt: skip
    n = "資産"
    return Truth(
        assets={
            (n, 2): {"place": "中央病院 ICU", "tag": "A00101", "name": "生体情報モニタ", "model": "BSM-6701", "introduced": "2019-06-28", "quantity": 1, "department": "ICU", "maintainer": "日本光電東日本"},
            (n, 3): {"place": "中央病院 生理検査室", "tag": "A00102", "name": "超音波診断装置", "model": "HI VISION Avius", "introduced": "2012-02-20", "quantity": 1, "department": "循環器内科", "maintainer": "日立メディコ", "disposed": "2024-01-31", "state": "disposed"},
            (n, 4): {"place": "北分院 待合ホール", "tag": "A00203", "name": "全自動血圧計", "model": "BP-920", "introduced": "2016-11-15", "quantity": 1, "department": "外来", "maintainer": "柴山医療器"},
        },
        skipped=skip(n, header=1),
        unread={"取得方法", "取得価額(円)", "帳簿価額(円)", "除却理由"},
    )  # fmt: skip


@ledger("固定IP一覧_HIS系.csv")
def fixed_addresses(path: Path) -> Truth:
    """Fixed addresses of the record's network, with mask and gateway, whose system it is, and when it was given."""
    write_csv(path, [
        ["No", "固定IPアドレス", "サブネットマスク", "デフォルトゲートウェイ", "割当先ホスト名", "機器種別", "システム名", "設置場所", "担当ベンダー", "付与日", "MACアドレス", "備考欄"],
        ["1", "10.0.1.11", "255.255.255.0", "10.0.1.1", "HIS-AP1", "サーバ", "電子カルテ", "サーバ室", "ソフトウェアサービス", "2022/10/1", "B4:7A:F1:00:01:11", ""],
        ["2", "10.0.1.12", "255.255.255.0", "10.0.1.1", "HIS-AP2", "サーバ", "電子カルテ", "サーバ室", "ソフトウェアサービス", "2022/10/1", "B4:7A:F1:00:01:12", ""],
        ["3", "10.0.1.61", "255.255.255.0", "10.0.1.1", "REHAB-SV", "サーバ", "リハビリ支援", "リハビリ室", "インフォコム", "2023/2/14", "D0:94:66:00:01:61", "ミニタワー"],
    ], "utf-8-sig")  # fmt: skip
    h = {"kind": "サーバ", "name": "電子カルテ", "place": "サーバ室", "maintainer": "ソフトウェアサービス"}
    return Truth(
        assets={
            ("", 2): {**h, "tag": "1", "ips": ("10.0.1.11",), "hostname": "HIS-AP1", "macs": ("b4:7a:f1:00:01:11",)},
            ("", 3): {**h, "tag": "2", "ips": ("10.0.1.12",), "hostname": "HIS-AP2", "macs": ("b4:7a:f1:00:01:12",)},
            ("", 4): {"tag": "3", "ips": ("10.0.1.61",), "hostname": "REHAB-SV", "kind": "サーバ", "name": "リハビリ支援", "place": "リハビリ室", "maintainer": "インフォコム", "macs": ("d0:94:66:00:01:61",), "note": "ミニタワー"},
        },
        skipped=skip("", header=1),
        unread={"サブネットマスク", "デフォルトゲートウェイ", "付与日"},
    )  # fmt: skip


@ledger("NW機器台帳(2023更新).xlsx")
def renewed_network(path: Path) -> Truth:
    """A renewed network: old and new side by side, ports used and free, where the spare is."""
    save(path, {
        "NW": [
            ["ネットワーク機器台帳"],
            ["機器番号", "区分", "機器ホスト名", "メーカ", "機種型番", "製造番号", "ファームウェアVer", "管理用IPアドレス", "旧IPアドレス", "設置場所", "ラック番号", "ポート数", "空きポート数", "更新導入日", "保守期限", "保守ベンダー", "enableパスワード"],
            ["SW001", "L3", "L3-CORE-A", "ALAXALA", "AX3660S-24T4X", "T660A0001", "12.1.M", "10.254.0.1", "10.255.0.1", "サーバ室", "R-1", 28, 4, "2023/9/16", "2030/9/15", "NTT西日本", "zaq12wsx"],
            ["SW011", "L2", "L2-1F-A", "ALAXALA", "AX2340S-48T4X", "T340A0011", "2.3", "10.254.0.11", "10.255.0.11", "1階EPS", None, 52, 10, "2023/9/17", "2030/9/15", "NTT西日本", "zaq12wsx"],
            ["SW012", "L2", "L2-2F-A", "ALAXALA", "AX2340S-48T4X", "T340A0012", "2.3", "10.254.0.12", "10.255.0.12", "2階EPS", None, 52, 3, "2023/9/17", "2030/9/15", "NTT西日本", "zaq12wsx"],
        ],
    })  # fmt: skip
    n = "NW"
    d = {"maker": "ALAXALA", "maintained_until": "2030-09-15", "maintainer": "NTT西日本"}
    return Truth(
        assets={
            (n, 3): {**d, "tag": "SW001", "kind": "L3", "hostname": "L3-CORE-A", "model": "AX3660S-24T4X", "serial": "T660A0001", "software_version": "12.1.M", "ips": ("10.254.0.1",), "place": "サーバ室 R-1", "introduced": "2023-09-16"},
            (n, 4): {**d, "tag": "SW011", "kind": "L2", "hostname": "L2-1F-A", "model": "AX2340S-48T4X", "serial": "T340A0011", "software_version": "2.3", "ips": ("10.254.0.11",), "place": "1階EPS", "introduced": "2023-09-17"},
            (n, 5): {**d, "tag": "SW012", "kind": "L2", "hostname": "L2-2F-A", "model": "AX2340S-48T4X", "serial": "T340A0012", "software_version": "2.3", "ips": ("10.254.0.12",), "place": "2階EPS", "introduced": "2023-09-17"},
        },
        skipped=skip(n, title=1, header=2),
        unread={"旧IPアドレス", "ポート数", "空きポート数", "enableパスワード"},
    )  # fmt: skip


@ledger("パソコン台帳.csv")
def computers_by_the_clerk(path: Path) -> Truth:
    """Computers as a clerk writes them: for whom, for what, is it on the record's network, when to buy anew."""
    write_csv(path, [
        ["パソコン番号", "使用者氏名", "使用部署名", "メーカー・機種", "製造番号", "OSの種類", "Office", "用途", "ネットワーク", "IPアドレス", "購入年月", "購入店", "買い替え予定", "現在の状況"],
        ["No.1", "事務長", "事務部", "DELL Vostro 3710", "8ABC001", "Windows11", "2021", "一般事務", "情報系", "192.168.5.11", "R4.12", "ヤマダ", "R9", "使用中"],
        ["No.2", "共用", "事務部", "DELL Vostro 3710", "8ABC002", "Windows11", "2021", "窓口", "情報系", "192.168.5.12", "R4.12", "ヤマダ", "R9", "使用中"],
        ["No.3", "共用", "薬局", "NEC PC-MK32", "42000333", "Windows10", "なし", "調剤", "医療系", "192.168.6.21", "H31.2", "湯山", "R7", "使用中"],
    ], "cp932")  # fmt: skip
    d = {"maker": "DELL", "model": "Vostro 3710", "os": "Windows11", "introduced": "2022-12", "maintainer": "ヤマダ", "maintained_until": "2027", "state": "in_use", "department": "事務部"}
    return Truth(
        assets={
            ("", 2): {**d, "tag": "No.1", "user": "事務長", "serial": "8ABC001", "name": "一般事務", "ips": ("192.168.5.11",)},
            ("", 3): {**d, "tag": "No.2", "user": "共用", "serial": "8ABC002", "name": "窓口", "ips": ("192.168.5.12",)},
            ("", 4): {"tag": "No.3", "user": "共用", "department": "薬局", "maker": "NEC", "model": "PC-MK32", "serial": "42000333", "os": "Windows10", "name": "調剤", "ips": ("192.168.6.21",), "introduced": "2019-02", "maintainer": "湯山", "maintained_until": "2025", "state": "in_use"},
        },
        skipped=skip("", header=1),
        unread={"Office"},
    )  # fmt: skip


@ledger("保守契約管理表(用度課).csv")
def contracts_of_the_stores(path: Path) -> Truth:
    """Contracts of the stores office: term in one cell, yearly fee, what is covered, who asks for it."""
    write_csv(path, [
        ["No.", "契約件名", "対象機器", "型式", "製造番号", "契約相手先", "契約期間", "年間契約金額", "保守内容", "点検回数", "依頼部署", "遠隔保守の有無"],
        ["1", "血管造影装置保守", "血管撮影装置", "Azurion 7", "722078-0101", "フィリップス・ジャパン", "2024/4/1～2025/3/31", "15400000", "フルメンテ", "4", "放射線部", "あり"],
        ["2", "高圧蒸気滅菌器保守", "高圧蒸気滅菌器", "RG-2E", "G2E0033", "三浦工業", "2024/4/1～2025/3/31", "1320000", "定期点検", "2", "中央材料室", "なし"],
    ], "cp932")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"tag": "1", "name": "血管撮影装置", "model": "Azurion 7", "serial": "722078-0101", "maintainer": "フィリップス・ジャパン", "maintained_until": "2025-03-31", "department": "放射線部", "remote_maintenance": "あり"},
            ("", 3): {"tag": "2", "name": "高圧蒸気滅菌器", "model": "RG-2E", "serial": "G2E0033", "maintainer": "三浦工業", "maintained_until": "2025-03-31", "department": "中央材料室", "remote_maintenance": "なし"},
        },
        skipped=skip("", header=1),
        unread={"契約件名", "年間契約金額", "保守内容", "点検回数"},
    )  # fmt: skip


@ledger("複合機・プリンタ リース一覧.xlsx")
def leased_printers(path: Path) -> Truth:
    """Leased printers: counters, the lessor, the term, the address and the name on the network."""
    save(path, {
        "一覧": [
            ["部署名", "設置フロア", "機器種別", "メーカー", "機種名", "機械番号", "IPアドレス", "ホスト名", "リース会社", "リース期間", "月額", "保守会社", "保守会社連絡先", "備考"],
            ["総務課", "3F", "複合機", "リコー", "IM C4500", "3120R000101", "10.8.1.11", "RNP-SOUMU", "三菱HCキャピタル", "2021/5/1-2026/4/30", 15800, "リコージャパン", "0120-000-444", None],
            ["放射線科", "1F", "レーザープリンタ", "OKI", "C844dnw", "AL00022", "10.8.1.21", "OKI-XRAY", "三菱HCキャピタル", "2021/5/1-2026/4/30", 4200, "OKI", None, "薄紙用"],
        ],
    })  # fmt: skip
    n = "一覧"
    return Truth(
        assets={
            (n, 2): {"department": "総務課", "place": "3F", "kind": "複合機", "maker": "リコー", "model": "IM C4500", "serial": "3120R000101", "ips": ("10.8.1.11",), "hostname": "RNP-SOUMU", "maintained_until": "2026-04-30", "maintainer": "リコージャパン"},
            (n, 3): {"department": "放射線科", "place": "1F", "kind": "レーザープリンタ", "maker": "OKI", "model": "C844dnw", "serial": "AL00022", "ips": ("10.8.1.21",), "hostname": "OKI-XRAY", "maintained_until": "2026-04-30", "maintainer": "OKI", "note": "薄紙用"},
        },
        skipped=skip(n, header=1),
        unread={"リース会社", "月額", "保守会社連絡先"},
    )  # fmt: skip


@ledger("医用画像機器 DICOM接続表.csv")
def connections_of_images(path: Path) -> Truth:
    """Connections of images: own title, port and address, where to they send, with which version."""
    write_csv(path, [
        ["装置ID", "モダリティ種別", "装置名", "製造業者", "機種名", "シリアル番号", "設置検査室", "AEタイトル", "IPアドレス", "DICOMポート", "送信先AEタイトル", "送信先IP", "ソフトウェアバージョン", "稼働開始", "保守会社名"],
        ["MD01", "MR", "1.5T MRI", "シーメンス", "MAGNETOM Altea", "181011", "MRI室", "MR15ALT", "10.21.0.11", "104", "PACS_STORE", "10.21.0.1", "XA20", "2021/4", "シーメンスヘルスケア"],
        ["MD02", "MG", "乳房撮影装置", "富士フイルム", "AMULET Innovality", "26640011", "乳腺撮影室", "AMULET1", "10.21.0.12", "104", "PACS_STORE", "10.21.0.1", "V9.1", "2018/7", "富士フイルムメディカル"],
    ], "utf-8")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"tag": "MD01", "kind": "MR", "name": "1.5T MRI", "maker": "シーメンス", "model": "MAGNETOM Altea", "serial": "181011", "place": "MRI室", "hostname": "MR15ALT", "ips": ("10.21.0.11",), "software_version": "XA20", "introduced": "2021-04", "maintainer": "シーメンスヘルスケア"},
            ("", 3): {"tag": "MD02", "kind": "MG", "name": "乳房撮影装置", "maker": "富士フイルム", "model": "AMULET Innovality", "serial": "26640011", "place": "乳腺撮影室", "hostname": "AMULET1", "ips": ("10.21.0.12",), "software_version": "V9.1", "introduced": "2018-07", "maintainer": "富士フイルムメディカル"},
        },
        skipped=skip("", header=1),
        unread={"DICOMポート", "送信先AEタイトル", "送信先IP"},
    )  # fmt: skip


@ledger("Server & Network Asset List.xlsx")
def an_english_list_of_a_japanese_house(path: Path) -> Truth:
    """An English list of a Japanese house: rack and unit, warranty, who built it, who is to be asked."""
    save(path, {
        "Assets": [
            ["Asset No.", "Category", "Host Name", "Manufacturer", "Model No.", "Serial No.", "OS / Version", "IP Address", "Location", "Rack", "Install Date", "Warranty End", "Vendor", "Contact Person", "Status", "Remarks"],
            ["IT-001", "Server", "dc01", "Dell", "PowerEdge R450", "4ABCD01", "Windows Server 2022", "10.3.0.11", "Server room", "R1-12", "2022-08-01", "2027-07-31", "Otsuka", "Mori", "Active", None],
            ["IT-002", "Server", "dc02", "Dell", "PowerEdge R450", "4ABCD02", "Windows Server 2022", "10.3.0.12", "Server room", "R1-14", "2022-08-01", "2027-07-31", "Otsuka", "Mori", "Active", None],
            ["IT-010", "Firewall", "fw01", "Fortinet", "FortiGate 100F", "FG100FTK20001", "FortiOS 7.2", "10.3.0.1", "Server room", "R1-20", "2021-02-10", "2026-02-09", "Otsuka", "Mori", "Active", "HA pair"],
        ],
    })  # fmt: skip
    n = "Assets"
    d = {"kind": "Server", "maker": "Dell", "model": "PowerEdge R450", "os": "Windows Server 2022", "introduced": "2022-08-01", "maintained_until": "2027-07-31", "maintainer": "Otsuka", "responsible": "Mori", "state": "in_use"}
    return Truth(
        assets={
            (n, 2): {**d, "tag": "IT-001", "hostname": "dc01", "serial": "4ABCD01", "ips": ("10.3.0.11",), "place": "Server room R1-12"},
            (n, 3): {**d, "tag": "IT-002", "hostname": "dc02", "serial": "4ABCD02", "ips": ("10.3.0.12",), "place": "Server room R1-14"},
            (n, 4): {**d, "tag": "IT-010", "kind": "Firewall", "hostname": "fw01", "maker": "Fortinet", "model": "FortiGate 100F", "serial": "FG100FTK20001", "os": "FortiOS 7.2", "ips": ("10.3.0.1",), "place": "Server room R1-20", "introduced": "2021-02-10", "maintained_until": "2026-02-09", "note": "HA pair"},
        },
        skipped=skip(n, header=1),
    )  # fmt: skip


@ledger("内視鏡機器管理台帳.xlsx")
def endoscopes(path: Path) -> Truth:
    """Endoscopes: scopes by number, times used, washed by which machine, repaired how often, kept where."""
    save(path, {
        "スコープ": [
            ["スコープ番号", "スコープ種類", "メーカー", "型番", "製造番号", "購入年月日", "保管場所", "使用回数", "修理回数", "保守契約有無", "使用状態", "備考"],
            ["GIF-1", "上部", "オリンパス", "GIF-H290Z", "2900101", "2018/5/10", "内視鏡保管庫", 1822, 2, "有", "使用中", None],
            ["GIF-2", "上部", "オリンパス", "GIF-H290Z", "2900102", "2018/5/10", "内視鏡保管庫", 1790, 1, "有", "修理中", "送気不良"],
            ["CF-1", "下部", "オリンパス", "CF-HQ290ZI", "2900210", "2019/4/3", "内視鏡保管庫", 911, 0, "無", "使用中", None],
        ],
    })  # fmt: skip
    n = "スコープ"
    g = {"kind": "上部", "maker": "オリンパス", "model": "GIF-H290Z", "introduced": "2018-05-10", "place": "内視鏡保管庫"}
    return Truth(
        assets={
            (n, 2): {**g, "tag": "GIF-1", "serial": "2900101", "state": "in_use"},
            (n, 3): {**g, "tag": "GIF-2", "serial": "2900102", "state": "stopped", "note": "送気不良"},
            (n, 4): {**g, "tag": "CF-1", "kind": "下部", "model": "CF-HQ290ZI", "serial": "2900210", "introduced": "2019-04-03", "state": "in_use"},
        },
        skipped=skip(n, header=1),
        unread={"使用回数", "修理回数", "保守契約有無"},
    )  # fmt: skip


@ledger("監視カメラ・録画機.xlsx")
def cameras_and_recorders(path: Path) -> Truth:
    """Cameras and recorders under two section rows of one table, made in which year, put up when."""
    save(path, {
        "Sheet1": [
            ["機器番号", "設置場所", "メーカー", "型番", "シリアル番号", "IPアドレス", "MACアドレス", "設置年月日", "保証期限", "業者", "動作状況"],
            ["■カメラ"],
            ["C-1", "夜間入口", "Axis", "P3245-V", "ACCC8E000001", "10.70.0.11", "AC:CC:8E:00:00:01", "2021/8/1", "2024/7/31", "綜合警備", "正常"],
            ["C-2", "駐車場", "Axis", "P1448-LE", "ACCC8E000002", "10.70.0.12", "AC:CC:8E:00:00:02", "2021/8/1", "2024/7/31", "綜合警備", "正常"],
            ["■録画機"],
            ["R-1", "防災センター", "Axis", "S2216", "ACCC8E000101", "10.70.0.1", "AC:CC:8E:00:01:01", "2021/8/1", "2024/7/31", "綜合警備", "故障"],
        ],
    })  # fmt: skip
    n = "Sheet1"
    d = {"maker": "Axis", "introduced": "2021-08-01", "maintained_until": "2024-07-31", "maintainer": "綜合警備"}
    return Truth(
        assets={
            (n, 3): {**d, "kind": "カメラ", "tag": "C-1", "place": "夜間入口", "model": "P3245-V", "serial": "ACCC8E000001", "ips": ("10.70.0.11",), "macs": ("ac:cc:8e:00:00:01",), "state": "in_use"},
            (n, 4): {**d, "kind": "カメラ", "tag": "C-2", "place": "駐車場", "model": "P1448-LE", "serial": "ACCC8E000002", "ips": ("10.70.0.12",), "macs": ("ac:cc:8e:00:00:02",), "state": "in_use"},
            (n, 6): {**d, "tag": "R-1", "place": "防災センター", "model": "S2216", "serial": "ACCC8E000101", "ips": ("10.70.0.1",), "macs": ("ac:cc:8e:00:01:01",), "state": "stopped"},
        },
        skipped=skip(n, header=1, section=[2, 5]),
    )  # fmt: skip
