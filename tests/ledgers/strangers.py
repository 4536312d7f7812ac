"""Six ledgers written last of all, and read once before the reader was left alone. See make.py."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.ledgers.make import Truth, ledger, skip, write_csv
from tests.ledgers.more import save


@ledger("手術室モニタ配置.xlsx")
def monitors(path: Path) -> Truth:
    """Monitors and the central station they report to: beds as places, the segment in words, two-line headings."""
    save(path, {
        "モニタ": [
            ["生体情報モニタ　設置一覧", None, None, None, None, None, None, None],
            ["設置", None, "本体", None, None, "ネットワーク", None, "購入"],
            ["部署", "ベッド", "型式", "製造番号", "メーカー", "IPアドレス", "接続先セントラル", "年月"],
            ["ICU", "1番", "BSM-6701", "01234", "日本光電", "172.19.1.1", "CNS-6201(ICU)", "2017.9"],
            ["ICU", "2番", "BSM-6701", "01235", "日本光電", "172.19.1.2", "CNS-6201(ICU)", "2017.9"],
            ["3東", "NS", "CNS-6201", "00777", "日本光電", "172.19.3.1", "―", "2016.3"],
        ],
    }, {"モニタ": ["A1:H1", "A2:B2", "C2:E2", "F2:G2"]})  # fmt: skip
    n = "モニタ"
    bsm = {"model": "BSM-6701", "maker": "日本光電", "introduced": "2017-09", "department": "ICU"}
    return Truth(
        assets={
            (n, 4): {**bsm, "serial": "01234", "ips": ("172.19.1.1",)},
            (n, 5): {**bsm, "serial": "01235", "ips": ("172.19.1.2",)},
            (n, 6): {"model": "CNS-6201", "maker": "日本光電", "introduced": "2016-03", "department": "3東", "serial": "00777", "ips": ("172.19.3.1",)},
        },
        skipped=skip(n, title=1, header=[2, 3]),
        unread={"設置/ベッド", "ネットワーク/接続先セントラル"},
    )  # fmt: skip


@ledger("サーバ一覧_情シス.csv")
def servers(path: Path) -> Truth:
    """Virtual and physical servers, what they run, who knows them, since when and until when."""
    write_csv(path, [
        ["サーバ名", "物理/仮想", "収容ホスト", "用途", "OS", "IPアドレス", "主担当", "保守ベンダ", "稼働開始日", "EOS予定", "状態", "備考"],
        ["emr-db01", "物理", "", "電子カルテDB", "RHEL 7.9", "10.100.1.11", "佐々木", "富士通Japan㈱", "2019/05/01", "2026/04", "稼働中", "更新検討中"],
        ["emr-ap01", "仮想", "esx01", "電子カルテAP", "Windows Server 2016", "10.100.1.21", "佐々木", "富士通Japan㈱", "2019/05/01", "2026/04", "稼働中", ""],
        ["old-file", "仮想", "esx02", "旧ファイルサーバ", "Windows Server 2008 R2", "10.100.1.90", "小野", "なし", "2012/10", "", "停止", "データ退避済"],
    ], "cp932")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"hostname": "emr-db01", "name": "電子カルテDB", "os": "RHEL 7.9", "ips": ("10.100.1.11",), "responsible": "佐々木", "maintainer": "富士通Japan株式会社", "introduced": "2019-05-01", "maintained_until": "2026-04", "state": "in_use", "note": "更新検討中"},
            ("", 3): {"hostname": "emr-ap01", "name": "電子カルテAP", "os": "Windows Server 2016", "ips": ("10.100.1.21",), "responsible": "佐々木", "maintainer": "富士通Japan株式会社", "introduced": "2019-05-01", "maintained_until": "2026-04", "state": "in_use"},
            ("", 4): {"hostname": "old-file", "name": "旧ファイルサーバ", "os": "Windows Server 2008 R2", "ips": ("10.100.1.90",), "responsible": "小野", "introduced": "2012-10", "state": "stopped", "note": "データ退避済"},
        },
        skipped=skip("", header=1),
        unread={"物理/仮想", "収容ホスト"},
    )  # fmt: skip


@ledger("歯科クリニック.xlsx")
def dentist(path: Path) -> Truth:
    """A dentist's sheet: chairs, an X-ray with its PC, addresses in the remarks alone."""
    save(path, {
        "Sheet1": [
            ["設備・機器リスト"],
            ["No", "機器名", "メーカー名", "型番", "製造番号", "台数", "設置場所", "購入日", "購入業者", "備考"],
            [1, "歯科用ユニット", "モリタ", "シグノT500", "T5-001", 3, "診療室", "H30.5.1", "歯科商会", None],
            [2, "パノラマX線", "ヨシダ", "パノーラ18S", "P18-22", 1, "X線室", "R2.3.10", "歯科商会", "画像PC 192.168.10.30"],
            [3, "レセコン", "NEC", "Mate", "8X001", 1, "受付", date(2022, 1, 20), "ノーザ", "192.168.10.10 固定"],
            [4, "滅菌器", "サカエ", "オートクレーブ", None, 1, "消毒室", "不明", "歯科商会", None],
        ],
    })  # fmt: skip
    n = "Sheet1"
    return Truth(
        assets={
            (n, 3): {"tag": "1", "name": "歯科用ユニット", "maker": "モリタ", "model": "シグノT500", "serial": "T5-001", "quantity": 3, "place": "診療室", "introduced": "2018-05-01", "maintainer": "歯科商会"},
            (n, 4): {"tag": "2", "name": "パノラマX線", "maker": "ヨシダ", "model": "パノーラ18S", "serial": "P18-22", "quantity": 1, "place": "X線室", "introduced": "2020-03-10", "maintainer": "歯科商会", "note": "画像PC 192.168.10.30", "ips": ("192.168.10.30",)},
            (n, 5): {"tag": "3", "name": "レセコン", "maker": "NEC", "model": "Mate", "serial": "8X001", "quantity": 1, "place": "受付", "introduced": "2022-01-20", "maintainer": "ノーザ", "note": "192.168.10.10 固定", "ips": ("192.168.10.10",)},
            (n, 6): {"tag": "4", "name": "滅菌器", "maker": "サカエ", "model": "オートクレーブ", "quantity": 1, "place": "消毒室", "maintainer": "歯科商会"},
        },
        skipped=skip(n, title=1, header=2),
    )  # fmt: skip


@ledger("IP表_病棟.xlsx")
def last_numbers_down(path: Path) -> Truth:
    """Addresses down the side with what each was given to, free ones empty, ranges for leases, a fixed printer in between."""
    save(path, {
        "10.44.4.0_24": [
            ["4階病棟セグメント　10.44.4.0/24　GW 10.44.4.254"],
            ["アドレス", "割当先", "種類", "MACアドレス", "登録日", "登録者"],
            ["10.44.4.1", "4W-NS1", "端末", "00:1E:4F:00:04:01", "2022/6/1", "安藤"],
            ["10.44.4.2", "4W-NS2", "端末", "00:1E:4F:00:04:02", "2022/6/1", "安藤"],
            ["10.44.4.3"],
            ["10.44.4.50", "複合機", "プリンタ", "00:26:73:00:04:50", "2021/3/1", "安藤"],
            ["10.44.4.100～10.44.4.103", "DHCP"],
        ],
    })  # fmt: skip
    n = "10.44.4.0_24"
    return Truth(
        assets={
            (n, 3): {"ips": ("10.44.4.1",), "name": "4W-NS1", "kind": "端末", "macs": ("00:1e:4f:00:04:01",)},
            (n, 4): {"ips": ("10.44.4.2",), "name": "4W-NS2", "kind": "端末", "macs": ("00:1e:4f:00:04:02",)},
            (n, 5): {"ips": ("10.44.4.3",), "state": "reserved"},
            (n, 6): {"ips": ("10.44.4.50",), "name": "複合機", "kind": "プリンタ", "macs": ("00:26:73:00:04:50",)},
            (n, 7): {"ips": ("10.44.4.100", "10.44.4.101", "10.44.4.102", "10.44.4.103"), "name": "DHCP", "state": "reserved"},
        },
        skipped=skip(n, title=1, header=2),
        unread={"登録日", "登録者"},
    )  # fmt: skip


@ledger("医療機器安全管理_様式.csv")
def safety_form(path: Path) -> Truth:
    """The safety officer's form: names by law, class, who was trained and when, the approval number."""
    write_csv(path, [
        ["医療機器安全管理責任者　医療機器一覧", "", "", "", "", "", "", "", ""],
        ["販売名", "一般的名称", "製造販売業者名", "承認（認証）番号", "クラス", "型式", "製造番号", "設置部署", "研修実施日"],
        ["アリス6 LDE", "睡眠評価装置", "㈱フィリップス・ジャパン", "22500BZX00411000", "Ⅱ", "1105000", "ALC0001", "検査科", "2024/5/10"],
        ["ＳｅｒｖｏーＵ", "汎用人工呼吸器", "フクダ電子㈱", "22600BZX00022000", "Ⅲ", "Servo-u", "12345", "ＩＣＵ", "2024/4/8"],
    ], "utf-8-sig")  # fmt: skip
    return Truth(
        assets={
            ("", 3): {"name": "アリス6 LDE", "kind": "睡眠評価装置", "maker": "株式会社フィリップス・ジャパン", "medical_id": "22500BZX00411000", "model": "1105000", "serial": "ALC0001", "department": "検査科"},
            ("", 4): {"name": "ServoーU", "kind": "汎用人工呼吸器", "maker": "フクダ電子株式会社", "medical_id": "22600BZX00022000", "model": "Servo-u", "serial": "12345", "department": "ICU"},
        },
        skipped=skip("", title=1, header=2),
        unread={"クラス", "研修実施日"},
    )  # fmt: skip


@ledger("UPS・空調.xlsx")
def facilities(path: Path) -> Truth:
    """The facilities section: UPS with batteries, cards with an address of their own, ratings, next exchange."""
    save(path, {
        "UPS": [
            ["設備課　ＵＰＳ管理表"],
            ["設置場所", "メーカー", "型式", "シリアルNo.", "容量", "管理カードIP", "設置年月", "バッテリ交換", "次回交換", "接続機器", "状態"],
            ["サーバ室", "APC", "SRT5KXLJ", "AS1001", "5kVA", "10.0.5.1", "2021.3", "2024.3", "2027.3", "電子カルテ一式", "正常"],
            ["EPS3F", "オムロン", "BN150T", "0903B", "1.5kVA", "なし", "2019.8", "2022.8", "2025.8", "SW", "バッテリ劣化"],
        ],
    })  # fmt: skip
    n = "UPS"
    kind = {"kind": "UPS"}
    return Truth(
        assets={
            (n, 3): {**kind, "place": "サーバ室", "maker": "APC", "model": "SRT5KXLJ", "serial": "AS1001", "ips": ("10.0.5.1",), "introduced": "2021-03", "state": "in_use"},
            (n, 4): {**kind, "place": "EPS3F", "maker": "オムロン", "model": "BN150T", "serial": "0903B", "introduced": "2019-08", "state": "unknown"},
        },
        skipped=skip(n, title=1, header=2),
        unread={"容量", "バッテリ交換", "次回交換", "接続機器"},
    )  # fmt: skip
