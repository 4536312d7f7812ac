"""Sixteen more of the layouts that the forty stumbled over, and of their neighbours, measured at first sight. See make.py."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.ledgers.make import Truth, ledger, skip, write_csv
from tests.ledgers.more import save


@ledger("全院アドレス早見.xlsx")
def a_network_over_each_column(path: Path) -> Truth:
    """A network over each column, the last number down the side, what is free left empty."""
    save(path, {
        "早見": [
            ["院内アドレス早見（固定分のみ）"],
            [],
            ["末尾", "192.168.10.x", "192.168.20.x", "192.168.30.x"],
            [1, "GW（本館）", "GW（新館）", "GW（健診）"],
            [11, "医事サーバ", None, "健診サーバ"],
            [12, None, "画像サーバ", None],
            [13, "薬局端末", "読影端末", None],
        ],
    })  # fmt: skip
    n = "早見"

    def at(net: int, last: int, name: str) -> dict[str, object]:
        return {"ips": (f"192.168.{net}.{last}",), "name": name}

    return Truth(
        assets={
            (n, 4, "B"): at(10, 1, "GW(本館)"), (n, 4, "C"): at(20, 1, "GW(新館)"), (n, 4, "D"): at(30, 1, "GW(健診)"),
            (n, 5, "B"): at(10, 11, "医事サーバ"), (n, 5, "D"): at(30, 11, "健診サーバ"),
            (n, 6, "C"): at(20, 12, "画像サーバ"),
            (n, 7, "B"): at(10, 13, "薬局端末"), (n, 7, "C"): at(20, 13, "読影端末"),
        },
        skipped=skip(n, title=1, blank=2, a_line_of_a_chart_of_addresses=3),
    )  # fmt: skip


@ledger("外来フロア_部屋別IP.xlsx")
def rooms_down_and_devices_across(path: Path) -> Truth:
    """Rooms down the side, what stands in each across the top, in the cells the addresses."""
    save(path, {
        "外来": [
            ["部屋", "電子カルテPC", "ラベルプリンタ", "IP電話"],
            ["診察室1", "10.15.1.1", "10.15.1.101", "10.15.9.1"],
            ["診察室2", "10.15.1.2", "10.15.1.102", "10.15.9.2"],
            ["処置室", "10.15.1.3", None, "10.15.9.3"],
        ],
    })  # fmt: skip
    n = "外来"

    def at(room: str, kind: str, address: str) -> dict[str, object]:
        return {"place": room, "name": kind, "ips": (address,), "department": "外来"}

    return Truth(
        assets={
            (n, 2, "B"): at("診察室1", "電子カルテPC", "10.15.1.1"), (n, 2, "C"): at("診察室1", "ラベルプリンタ", "10.15.1.101"), (n, 2, "D"): at("診察室1", "IP電話", "10.15.9.1"),
            (n, 3, "B"): at("診察室2", "電子カルテPC", "10.15.1.2"), (n, 3, "C"): at("診察室2", "ラベルプリンタ", "10.15.1.102"), (n, 3, "D"): at("診察室2", "IP電話", "10.15.9.2"),
            (n, 4, "B"): at("処置室", "電子カルテPC", "10.15.1.3"), (n, 4, "D"): at("処置室", "IP電話", "10.15.9.3"),
        },
        skipped=skip(n, header=1),
    )  # fmt: skip


@ledger("手書きメモ_機器.csv")
def another_list_without_headings(path: Path) -> Truth:
    """No headings: a number, what it is, maker, where, the card's address; a date nobody explains."""
    write_csv(path, [
        ["1", "心電計", "フクダ電子", "2F 生理検査室", "00-0B-97-20-00-01", "192.168.2.41"],
        ["2", "超音波診断装置", "キヤノンメディカル", "2F 生理検査室", "00-0B-97-20-00-02", "192.168.2.42"],
        ["3", "血圧脈波検査装置", "フクダコーリン", "2F 生理検査室", "00-0B-97-20-00-03", "192.168.2.43"],
        ["4", "スパイロメータ", "チェスト", "1F 健診室", "00-0B-97-20-00-04", "192.168.2.44"],
    ], "utf-8-sig")  # fmt: skip

    def at(n: int, name: str, maker: str, place: str) -> dict[str, object]:
        return {"name": name, "maker": maker, "place": place, "macs": (f"00:0b:97:20:00:0{n}",), "ips": (f"192.168.2.4{n}",)}

    return Truth(
        assets={
            ("", 1): at(1, "心電計", "フクダ電子", "2F 生理検査室"),
            ("", 2): at(2, "超音波診断装置", "キヤノンメディカル", "2F 生理検査室"),
            ("", 3): at(3, "血圧脈波検査装置", "フクダコーリン", "2F 生理検査室"),
            ("", 4): at(4, "スパイロメータ", "チェスト", "1F 健診室"),
        },
        problems={("", 1, ""): "no row of headings"},
    )  # fmt: skip


@ledger("リハ室_機器と集計.xlsx")
def counts_beside_and_below(path: Path) -> Truth:
    """A list with a count by kinds at its right side, and one by makers below it."""
    save(path, {
        "Sheet1": [
            ["管理No", "機器の名称", "メーカー名", "型番", "導入年度", None, "機器の名称", "台数"],
            ["RH-01", "エルゴメータ", "コナミ", "75XL3", "2018年度", None, "エルゴメータ", 2],
            ["RH-02", "エルゴメータ", "コナミ", "75XL3", "2018年度", None, "低周波治療器", 1],
            ["RH-03", "低周波治療器", "伊藤超短波", "ES-420", "2020年度", None, "合計", 3],
            [],
            ["メーカー名", "台数"],
            ["コナミ", 2],
            ["伊藤超短波", 1],
        ],
    })  # fmt: skip
    n = "Sheet1"
    e = {"name": "エルゴメータ", "maker": "コナミ", "model": "75XL3", "introduced": "2018"}
    return Truth(
        assets={
            (n, 2): {**e, "tag": "RH-01"},
            (n, 3): {**e, "tag": "RH-02"},
            (n, 4): {"tag": "RH-03", "name": "低周波治療器", "maker": "伊藤超短波", "model": "ES-420", "introduced": "2020"},
        },
        skipped=skip(n, header=1, blank=5, **{"row of another table, which is not of devices": [6, 7, 8]}),
    )  # fmt: skip


@ledger("病棟別端末(3段階).xlsx")
def building_floor_and_room_written_once(path: Path) -> Truth:
    """The building, the floor and the room, each written once; then the terminals."""
    save(path, {
        "端末": [
            ["棟", "階", "部屋", "コンピュータ名", "固定IP", "型番", "更新年"],
            ["西棟", "3階", "ステーション", "W3-01", "10.27.3.1", "M70q", "2029"],
            [None, None, None, "W3-02", "10.27.3.2", "M70q", "2029"],
            [None, None, "処置室", "W3-03", "10.27.3.3", "M70q", "2029"],
            [None, "4階", "ステーション", "W4-01", "10.27.4.1", "M70s", "2030"],
            [None, None, None, "W4-02", "10.27.4.2", "M70s", "2030"],
            ["東棟", "1階", "受付", "E1-01", "10.27.11.1", "M70s", "2030"],
        ],
    })  # fmt: skip
    n = "端末"
    a, b = {"kind": "端末", "model": "M70q", "maintained_until": "2029"}, {"kind": "端末", "model": "M70s", "maintained_until": "2030"}
    return Truth(
        assets={
            (n, 2): {**a, "place": "西棟 3階 ステーション", "hostname": "W3-01", "ips": ("10.27.3.1",)},
            (n, 3): {**a, "place": "西棟 3階 ステーション", "hostname": "W3-02", "ips": ("10.27.3.2",)},
            (n, 4): {**a, "place": "西棟 3階 処置室", "hostname": "W3-03", "ips": ("10.27.3.3",)},
            (n, 5): {**b, "place": "西棟 4階 ステーション", "hostname": "W4-01", "ips": ("10.27.4.1",)},
            (n, 6): {**b, "place": "西棟 4階 ステーション", "hostname": "W4-02", "ips": ("10.27.4.2",)},
            (n, 7): {**b, "place": "東棟 1階 受付", "hostname": "E1-01", "ips": ("10.27.11.1",)},
        },
        skipped=skip(n, header=1),
    )  # fmt: skip


@ledger("介護医療院_見守り機器.xlsx")
def conditions_in_the_headings(path: Path) -> Truth:
    """Headings with conditions in brackets and on a second line, in the voice of one who asks."""
    save(path, {
        "記入票": [
            ["ネットワークにつながる機器の調べ（各ユニットで書いてください）"],
            ["ユニット名", "機器の名前\n（わかれば商品名も）", "つくった会社", "本体に書いてある番号\n（S/N）", "どこに置いていますか", "LANにつながっていますか\n（はい・いいえ）", "IPアドレス\n（わからなければ空欄）", "いつから使っていますか", "困ったときに電話する会社"],
            ["さくら", "見守りカメラ（ライブリズナビ）", "トーテック", "LN-0021", "201居室", "はい", "192.168.88.21", "2023年6月", "介護ICTサポート"],
            ["さくら", "ベッドセンサ（眠りSCAN）", "パラマウントベッド", "NN1-7745", "202居室", "はい", None, "2022年4月", "パラマウントベッド"],
            ["もみじ", "血圧計", "テルモ", "ES-H5510", "ステーション", "いいえ", None, "2019年", "なし"],
        ],
    }, {"記入票": ["A1:I1"]})  # fmt: skip
    n = "記入票"
    return Truth(
        assets={
            (n, 3): {"department": "さくら", "name": "見守りカメラ(ライブリズナビ)", "maker": "トーテック", "serial": "LN-0021", "place": "201居室", "ips": ("192.168.88.21",), "introduced": "2023-06", "maintainer": "介護ICTサポート"},
            (n, 4): {"department": "さくら", "name": "ベッドセンサ(眠りSCAN)", "maker": "パラマウントベッド", "serial": "NN1-7745", "place": "202居室", "introduced": "2022-04", "maintainer": "パラマウントベッド"},
            (n, 5): {"department": "もみじ", "name": "血圧計", "maker": "テルモ", "serial": "ES-H5510", "place": "ステーション", "introduced": "2019"},
        },
        skipped=skip(n, title=1, header=2),
        offline={(n, 5)},
    )  # fmt: skip


@ledger("LAN工事_変更前後.xlsx")
def before_and_after(path: Path) -> Truth:
    """A contractor's works: address and place before and after; what holds is after."""
    save(path, {
        "変更一覧": [
            ["機器名", "ホスト名", "変更前", None, "変更後", None, "MACアドレス", "切替日", "確認"],
            [None, None, "IPアドレス", "設置場所", "IPアドレス", "設置場所", None, None, None],
            ["心電図サーバ", "ECGSV", "192.168.1.50", "旧館2F", "10.40.1.50", "新館3F 電算室", "00:50:56:40:01:50", date(2024, 8, 24), "済"],
            ["心電計A", "ECG-A", "192.168.1.51", "旧館2F", "10.40.1.51", "新館2F 生理検査", "00:0B:97:40:01:51", date(2024, 8, 24), "済"],
        ],
    }, {"変更一覧": ["A1:A2", "B1:B2", "C1:D1", "E1:F1", "G1:G2", "H1:H2", "I1:I2"]})  # fmt: skip
    n = "変更一覧"
    return Truth(
        assets={
            (n, 3): {"name": "心電図サーバ", "hostname": "ECGSV", "ips": ("10.40.1.50",), "place": "新館3F 電算室", "macs": ("00:50:56:40:01:50",)},
            (n, 4): {"name": "心電計A", "hostname": "ECG-A", "ips": ("10.40.1.51",), "place": "新館2F 生理検査", "macs": ("00:0b:97:40:01:51",)},
        },
        skipped=skip(n, header=[1, 2]),
        unread={"変更前/IPアドレス", "変更前/設置場所", "切替日"},
    )  # fmt: skip


@ledger("装置仕様比較表.xlsx")
def a_table_on_its_side_with_names_above(path: Path) -> Truth:
    """Three analysers beside each other, their names above without a heading, a group column, remarks at the foot."""
    save(path, {
        "血液": [
            ["血液検査室　装置一覧（2024年10月）"],
            [None, None, "血球計数装置", "凝固測定装置", "赤沈測定装置"],
            ["基本", "製造元", "シスメックス", "積水メディカル", "常光"],
            [None, "型式", "XN-3100", "CP3000", "Smart Rate20"],
            [None, "製造番号", "31-10044", "C3-2201", "SR-0181"],
            [None, "購入年月", "2020/02", "2019/05", "2016/08"],
            ["通信", "IPアドレス", "10.29.4.11", "10.29.4.12", "未接続"],
            [None, "MAC", "00:0D:5D:29:04:11", "00:0D:5D:29:04:12", "－"],
            ["保守", "業者名", "シスメックス", "積水メディカル", "（株）常光"],
        ],
    }, {"血液": ["A1:E1", "A3:A6", "A7:A8"]})  # fmt: skip
    n = "血液"
    return Truth(
        assets={
            (n, 2, "C"): {"name": "血球計数装置", "maker": "シスメックス", "model": "XN-3100", "serial": "31-10044", "introduced": "2020-02", "ips": ("10.29.4.11",), "macs": ("00:0d:5d:29:04:11",), "maintainer": "シスメックス"},
            (n, 2, "D"): {"name": "凝固測定装置", "maker": "積水メディカル", "model": "CP3000", "serial": "C3-2201", "introduced": "2019-05", "ips": ("10.29.4.12",), "macs": ("00:0d:5d:29:04:12",), "maintainer": "積水メディカル"},
            (n, 2, "E"): {"name": "赤沈測定装置", "maker": "常光", "model": "Smart Rate20", "serial": "SR-0181", "introduced": "2016-08", "maintainer": "株式会社常光"},
        },
        skipped=skip(n, title=1, **{"a line of a table that lies on its side": range(3, 10)}),
        offline={(n, 2)},
    )  # fmt: skip


@ledger("端末棚卸チェックシート.xlsx")
def ticked_boxes(path: Path) -> Truth:
    """A stocktaking: boxes to tick for what was found, signatures above, an example with 例."""
    save(path, {
        "棚卸": [
            ["端末棚卸チェックシート", None, None, None, None, None, "実施", "確認"],
            ["実施日　2025年2月14日", None, None, None, None, None, None, None],
            ["No.", "資産タグ", "端末の種別", "メーカ型番", "製造番号", "所在部署", "現物の有無", "利用の状況"],
            ["例", "A-0000", "ノートPC", "NEC VKT25", "000001A", "総務課", "☑有　□無", "☑使用中　□予備　□故障"],
            [1, "A-0311", "ノートPC", "NEC VKT25", "2X0311A", "外来看護室", "☑有　□無", "☑使用中　□予備　□故障"],
            [2, "A-0312", "ノートPC", "NEC VKT25", "2X0312A", "外来看護室", "☑有　□無", "□使用中　☑予備　□故障"],
            [3, "A-0290", "デスクトップPC", "HP 280G4", "8CG0290", "栄養管理室", "☑有　□無", "□使用中　□予備　☑故障"],
        ],
    }, {"棚卸": ["A1:F1", "A2:F2"]})  # fmt: skip
    n = "棚卸"
    v = {"kind": "ノートPC", "maker": "NEC", "model": "VKT25", "department": "外来看護室"}
    return Truth(
        assets={
            (n, 5): {**v, "tag": "A-0311", "serial": "2X0311A", "state": "in_use"},
            (n, 6): {**v, "tag": "A-0312", "serial": "2X0312A", "state": "spare"},
            (n, 7): {"tag": "A-0290", "kind": "デスクトップPC", "maker": "HP", "model": "280G4", "serial": "8CG0290", "department": "栄養管理室", "state": "stopped"},
        },
        skipped=skip(n, title=[1, 2], header=3, example_of_how_to_fill_the_form=4),
        unread={"No.", "現物の有無"},
    )  # fmt: skip


@ledger("クリニック総合_PC・医療機器.xlsx")
def two_tables_beside_each_other_of_other_columns(path: Path) -> Truth:
    """A clinic's one page: computers at the left, medical devices at the right, with other headings."""
    save(path, {
        "2024": [
            ["パソコン", None, None, None, None, "医療機器"],
            ["番号", "名前", "IP", "場所", None, "機械の名前", "会社", "品番", "買った年", "IP"],
            ["P1", "受付", "192.168.11.1", "受付", None, "心電計", "スズケン", "Cardico 1215", "2019", "192.168.11.101"],
            ["P2", "院長", "192.168.11.2", "第1診察", None, "エコー", "GE", "Versana", "2022", "192.168.11.102"],
            ["P3", "看護師", "192.168.11.3", "処置室", None, None, None, None, None, None],
        ],
    })  # fmt: skip
    n = "2024"
    return Truth(
        assets={
            (n, 3): {"tag": "P1", "name": "受付", "ips": ("192.168.11.1",), "place": "受付"},
            (n, 4): {"tag": "P2", "name": "院長", "ips": ("192.168.11.2",), "place": "第1診察"},
            (n, 5): {"tag": "P3", "name": "看護師", "ips": ("192.168.11.3",), "place": "処置室"},
            (n, 3, "F"): {"name": "心電計", "maker": "スズケン", "model": "Cardico 1215", "introduced": "2019", "ips": ("192.168.11.101",)},
            (n, 4, "F"): {"name": "エコー", "maker": "GE", "model": "Versana", "introduced": "2022", "ips": ("192.168.11.102",)},
        },
        skipped=skip(n, title=1, header=2),
    )  # fmt: skip


@ledger("保守契約対象一覧_R7.csv")
def under_contract(path: Path) -> Truth:
    """Stores: what is under contract, with whom under 契約 alone, the contract's number, its money, when it ends."""
    write_csv(path, [
        ["契約№", "対象機器", "型名", "機番", "台数", "使用部署", "契約相手", "契約額(税込)", "契約始期", "契約終期", "連絡先TEL", "遠隔監視", "備考"],
        ["7-001", "MRI装置", "MAGNETOM Skyra", "45120", "1", "放射線部", "シーメンスヘルスケア㈱", "24,200,000", "R7.4.1", "R8.3.31", "03-0000-0001", "有", ""],
        ["7-002", "多目的血液浄化装置", "TR-55X", "55X-0091", "2", "臨床工学部", "東レ・メディカル㈱", "880,000", "R7.4.1", "R8.3.31", "03-0000-0002", "無", "1台は予備"],
    ], "cp932")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"name": "MRI装置", "model": "MAGNETOM Skyra", "serial": "45120", "quantity": 1, "department": "放射線部", "maintainer": "シーメンスヘルスケア株式会社", "maintained_until": "2026-03-31", "remote_maintenance": "有"},
            ("", 3): {"name": "多目的血液浄化装置", "model": "TR-55X", "serial": "55X-0091", "quantity": 2, "department": "臨床工学部", "maintainer": "東レ・メディカル株式会社", "maintained_until": "2026-03-31", "remote_maintenance": "無", "note": "1台は予備"},
        },
        skipped=skip("", header=1),
        unread={"契約No", "契約額(税込)", "契約始期", "連絡先TEL"},
    )  # fmt: skip


@ledger("仮想サーバ管理簿.xlsx")
def virtual_servers(path: Path) -> Truth:
    """A systems office: virtual machines, their host, cores and memory; an address for each network in a column of its own."""
    save(path, {
        "VM": [
            ["VM名", "業務", "収容ホスト", "vCPU", "メモリ(GB)", "ゲストOS", "診療系IP", "管理系IP", "バックアップ", "構築年月", "構築業者"],
            ["karte-ap1", "電子カルテAP", "esx01", 8, 32, "Windows Server 2022", "10.1.10.21", "10.250.10.21", "日次", "2023.5", "㈱メディカルシステム"],
            ["karte-db1", "電子カルテDB", "esx02", 16, 128, "Oracle Linux 8", "10.1.10.31", "10.250.10.31", "日次", "2023.5", "㈱メディカルシステム"],
            ["print01", "プリントサーバ", "esx01", 4, 8, "Windows Server 2019", "10.1.10.51", None, "週次", "2021.11", "自営"],
        ],
    })  # fmt: skip
    n = "VM"
    m = {"introduced": "2023-05", "maintainer": "株式会社メディカルシステム"}
    return Truth(
        assets={
            (n, 2): {**m, "hostname": "karte-ap1", "name": "電子カルテAP", "os": "Windows Server 2022", "ips": ("10.1.10.21", "10.250.10.21")},
            (n, 3): {**m, "hostname": "karte-db1", "name": "電子カルテDB", "os": "Oracle Linux 8", "ips": ("10.1.10.31", "10.250.10.31")},
            (n, 4): {"hostname": "print01", "name": "プリントサーバ", "os": "Windows Server 2019", "ips": ("10.1.10.51",), "introduced": "2021-11", "maintainer": "自営"},
        },
        skipped=skip(n, header=1),
        unread={"収容ホスト", "vCPU", "メモリ(GB)", "バックアップ"},
    )  # fmt: skip


@ledger("放射線機器カード(3列).xlsx")
def labels_over_values_in_boxes(path: Path) -> Truth:
    """A form for each device, headings over their values, two bands of them, a blank line between the forms."""
    save(path, {
        "カード": [
            ["放射線機器　登録票"],
            ["機器番号", "機器名称", "メーカー"],
            ["X-01", "骨密度測定装置", "GEヘルスケア"],
            ["型式", "製造番号", "設置年月日"],
            ["Prodigy Fuga", "PF-3310", "2017/3/1"],
            ["設置場所", "IPアドレス", "保守会社"],
            ["骨密度室", "10.5.30.10", "GEヘルスケア・ジャパン"],
            [],
            ["機器番号", "機器名称", "メーカー"],
            ["X-02", "乳房撮影装置", "ホロジック"],
            ["型式", "製造番号", "設置年月日"],
            ["Selenia Dimensions", "SD-1090", "2019/9/1"],
            ["設置場所", "IPアドレス", "保守会社"],
            ["マンモ室", "10.5.30.20", "ホロジックジャパン"],
        ],
    })  # fmt: skip
    n = "カード"
    return Truth(
        assets={
            (n, 3): {"tag": "X-01", "name": "骨密度測定装置", "maker": "GEヘルスケア", "model": "Prodigy Fuga", "serial": "PF-3310", "introduced": "2017-03-01", "place": "骨密度室", "ips": ("10.5.30.10",), "maintainer": "GEヘルスケア・ジャパン"},
            (n, 10): {"tag": "X-02", "name": "乳房撮影装置", "maker": "ホロジック", "model": "Selenia Dimensions", "serial": "SD-1090", "introduced": "2019-09-01", "place": "マンモ室", "ips": ("10.5.30.20",), "maintainer": "ホロジックジャパン"},
        },
        skipped=skip(n, title=1, header=[2, 4, 6, 9, 11, 13], blank=8, **{"continues row 3": [5, 7], "continues row 10": [12, 14]}),
    )  # fmt: skip


@ledger("医局PC_申告.tsv")
def declared_by_doctors(path: Path) -> Truth:
    """Private computers as doctors declare them: whose it is, what it runs, which cards it has, when it may be used until."""
    write_csv(path, [
        ["届出番号", "届出日", "氏名", "所属", "持込機器", "機種名", "OS種別", "有線LANアドレス(MAC)", "無線LANアドレス(MAC)", "許可IP", "許可期限", "ウイルス対策"],
        ["P-11", "2024/10/3", "大野", "麻酔科", "ノートPC", "MacBook Air M2", "macOS 14", "", "A4:83:E7:00:00:11", "10.99.1.11", "2025/3/31", "Defender"],
        ["P-12", "2024/10/9", "久我", "小児科", "ノートPC", "Let's note SR4", "Windows 11", "04:7B:CB:00:00:12", "98:59:7A:00:00:12", "10.99.1.12", "2025/3/31", "ESET"],
    ], "utf-8", "\t")  # fmt: skip
    return Truth(
        assets={
            ("", 2): {"tag": "P-11", "user": "大野", "department": "麻酔科", "name": "ノートPC", "model": "MacBook Air M2", "os": "macOS 14", "macs": ("a4:83:e7:00:00:11",), "ips": ("10.99.1.11",)},
            ("", 3): {"tag": "P-12", "user": "久我", "department": "小児科", "name": "ノートPC", "model": "Let's note SR4", "os": "Windows 11", "macs": ("04:7b:cb:00:00:12", "98:59:7a:00:00:12"), "ips": ("10.99.1.12",)},
        },
        skipped=skip("", header=1),
        unread={"届出日", "許可期限", "ウイルス対策"},
    )  # fmt: skip


@ledger("薬剤部_システム機器表.xlsx")
def pages_with_dates_and_footers(path: Path) -> Truth:
    """Printed pages: the title with the day again, the headings again, a line between dashes with the page."""
    head: list[object] = ["機器ID", "機器名", "製造", "型番", "シリアル№", "設置室", "IP Address", "稼働区分"]
    save(path, {
        "印刷": [
            ["薬剤部　システム機器表", None, None, None, None, None, "2025/1/31現在"],
            head,
            ["YK-01", "散薬監査装置", "トーショー", "PS-8000", "8000-31", "調剤室", "10.44.7.1", "稼働"],
            ["YK-02", "全自動錠剤分包機", "トーショー", "Xana-4001", "4001-77", "調剤室", "10.44.7.2", "稼働"],
            ["－ 1 －"],
            ["薬剤部　システム機器表", None, None, None, None, None, "2025/1/31現在"],
            head,
            ["YK-03", "注射薬自動払出装置", "トーショー", "UNIPUL5000", "5000-12", "注射調剤室", "10.44.7.3", "休止"],
            ["－ 2 －"],
        ],
    })  # fmt: skip
    n = "印刷"
    t = {"maker": "トーショー", "place": "調剤室", "state": "in_use"}
    return Truth(
        assets={
            (n, 3): {**t, "tag": "YK-01", "name": "散薬監査装置", "model": "PS-8000", "serial": "8000-31", "ips": ("10.44.7.1",)},
            (n, 4): {**t, "tag": "YK-02", "name": "全自動錠剤分包機", "model": "Xana-4001", "serial": "4001-77", "ips": ("10.44.7.2",)},
            (n, 8): {**t, "tag": "YK-03", "name": "注射薬自動払出装置", "model": "UNIPUL5000", "serial": "5000-12", "place": "注射調剤室", "ips": ("10.44.7.3",), "state": "stopped"},
        },
        skipped=skip(n, title=[1, 6], header=[2, 7], remark_beside_the_table=[5, 9]),
    )  # fmt: skip


@ledger("ルータ・VPN装置_県調査回答.xlsx")
def lines_and_their_boxes(path: Path) -> Truth:
    """What the prefecture asked for: lines and the boxes at their ends, what is patched, who looks after them."""
    save(path, {
        "回答": [
            ["外部接続回線・機器一覧（回答）"],
            ["№", "接続先・用途", "回線事業者", "終端装置", None, None, None, "設置位置", "ファームウェア版数", "脆弱性対応", "保守ベンダ"],
            [None, None, None, "メーカ", "型番", "製造番号", "IPアドレス", None, None, None, None],
            [1, "オンライン資格確認", "NTT西日本", "ヤマハ", "RTX830", "S5A000101", "192.168.250.1", "電算室", "15.02.30", "済", "ミナトネット"],
            [2, "PACS遠隔保守", "NTT西日本", "フォーティネット", "FortiGate 60F", "FGT60FTK0001", "192.168.250.9", "電算室", "7.2.9", "済", "富士フイルムメディカル"],
            [3, "地域連携", "KDDI", "シスコ", "C1111-8P", "FGL2301A0B1", "192.168.250.17", "2階EPS", "17.6.5", "未", "県医療ネット協議会"],
        ],
    }, {"回答": ["D2:G2", *(f"{c}2:{c}3" for c in "ABCHIJK")]})  # fmt: skip
    n = "回答"
    d = {"place": "電算室"}
    return Truth(
        assets={
            (n, 4): {**d, "tag": "1", "kind": "オンライン資格確認", "maker": "ヤマハ", "model": "RTX830", "serial": "S5A000101", "ips": ("192.168.250.1",), "software_version": "15.02.30", "maintainer": "ミナトネット"},
            (n, 5): {**d, "tag": "2", "kind": "PACS遠隔保守", "maker": "フォーティネット", "model": "FortiGate 60F", "serial": "FGT60FTK0001", "ips": ("192.168.250.9",), "software_version": "7.2.9", "maintainer": "富士フイルムメディカル"},
            (n, 6): {"tag": "3", "kind": "地域連携", "maker": "シスコ", "model": "C1111-8P", "serial": "FGL2301A0B1", "ips": ("192.168.250.17",), "place": "2階EPS", "software_version": "17.6.5", "maintainer": "県医療ネット協議会"},
        },
        skipped=skip(n, title=1, header=[2, 3]),
        unread={"回線事業者", "脆弱性対応"},
    )  # fmt: skip
