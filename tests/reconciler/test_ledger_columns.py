"""Headings: what each means, alone and together; the dialects as data; a person's pins."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from reconciler.ledger.candidate import STRONG
from reconciler.ledger.dictionary import TARGETS, dictionary, heading_key, read_dialects
from reconciler.ledger.headings import candidates
from reconciler.ledger.pins import pins_template, read_pins
from reconciler.ledger.read import read_ledger, to_json

WORDS = dictionary()

# Headings that were seen in real forms, manuals and shops of forms, by the field that they mean.
SEEN = {
    "tag": [
        "管理番号",
        "管理No",
        "機器ID",
        "機器ID(識別番号)",
        "資産番号",
        "資産ID",
        "資産管理番号",
        "備品番号",
        "機器番号",
        "整理番号",
        "台帳番号",
        "固定資産番号",
        "ME番号",
        "No.",
        "№",
        "項番",
        "ラベル番号",
    ],
    "name": [
        "機器名称",
        "資産名称",
        "資産名",
        "名称",
        "品名",
        "システム名称",
        "機器名",
        "装置名",
        "設備名",
        "機械名",
        "一般的名称",
        "販売名",
    ],
    "hostname": [
        "端末名",
        "デバイス名",
        "ホスト名",
        "コンピュータ名",
        "PC名",
        "マシン名",
        "ノード名",
        "サーバ名",
        "サーバー名",
        "NetBIOS名",
        "AEタイトル",
    ],
    "kind": [
        "種別",
        "資産種別",
        "資産の種類",
        "機器の種類",
        "機器種別",
        "区分",
        "分類",
        "機器区分",
        "カテゴリ",
        "カテゴリー",
    ],
    "maker": [
        "メーカー",
        "メーカ",
        "製造元",
        "メーカー名",
        "製造業者",
        "製造販売業者",
        "製造販売元",
        "ブランド",
    ],
    "model": ["型式", "型番", "機種", "機種名", "型名", "形式", "モデル", "品番", "製品名", "規格"],
    "serial": [
        "製造番号",
        "製造番号又は製造記号",
        "シリアル番号",
        "シリアルナンバー",
        "S/N",
        "SN",
        "Ｓ／Ｎ",
        "シリアルNo.",
        "機番",
        "号機",
        "ロット番号",
    ],
    "macs": [
        "MAC アドレス",
        "物理アドレス(MAC)",
        "MACアドレス(有線)",
        "MACアドレス(無線)",
        "LAN-MAC",
        "ハードウェアアドレス",
        "BSSID",
        "ＭＡＣ\nアドレス",
    ],
    "ips": [
        "IPアドレス",
        "固定 IP アドレス",
        "リース IP アドレス",
        "IP",
        "IPv4",
        "固定IP",
        "院内IP",
        "管理IP",
        "IP範囲",
        "IPｱﾄﾞﾚｽ",
    ],
    "user": [
        "使用者",
        "使用者名",
        "ユーザー名",
        "ユーザ名",
        "保有者",
        "利用者",
        "アカウント名",
        "所有者",
        "利用者氏名",
        "主使用者",
        "共用",
    ],
    "department": [
        "所属部署",
        "部署",
        "利用部門",
        "主管部門",
        "管理部署",
        "使用部署",
        "配置部署",
        "診療科",
        "病棟",
        "部門",
    ],
    "responsible": [
        "IP管理者氏名",
        "システム管理者氏名",
        "管理者",
        "管理責任者",
        "担当者",
        "機器管理責任者",
        "窓口",
        "連絡先",
    ],
    "place": [
        "設置場所",
        "配置",
        "配置・配置場所",
        "保管場所",
        "保存場所",
        "所在",
        "配置フロア/部屋/ラック",
        "建屋",
        "棟",
        "階",
        "室名",
        "フロア",
        "ラック位置",
    ],
    "os": ["OS", "OSの種類", "オペレーティングシステム", "基本ソフト", "OS名"],
    "os_version": ["OSのバージョン", "OSバージョン", "ビルド", "SP"],
    "software": ["ソフトウェア", "アプリ名", "導入ソフト"],
    "software_version": [
        "ソフトウェアやサービスのバージョン",
        "ファームウェア",
        "FW",
        "FWバージョン",
        "ファーム",
        "バージョン",
    ],
    "introduced": [
        "購入日",
        "購入年月日",
        "取得年月日",
        "購入日またはリース開始日",
        "利用開始日",
        "導入日",
        "導入年度",
        "設置年月日",
        "納入日",
        "稼働日",
    ],
    "maintainer": [
        "保守事業者",
        "設置事業者",
        "保守業者",
        "保守会社",
        "保守契約先",
        "委託先",
        "販売店",
        "代理店",
    ],
    "maintained_until": [
        "保証期間",
        "保守期限",
        "保守契約満了日",
        "保守終了日",
        "リース満了日",
        "更新予定日",
        "サポート期限",
        "EOSL",
    ],
    "remote_maintenance": [
        "リモートメンテナンス利用の有無",
        "リモート保守",
        "遠隔保守",
        "リモート接続",
        "外部接続",
        "回線種別",
        "接続方式",
        "接続元",
    ],
    "state": [
        "使用可否の状態",
        "利用状況",
        "状態(使用中/未使用)",
        "ステータス",
        "稼働状況",
        "使用区分",
        "可/否",
    ],
    "disposed": ["廃棄対応", "廃棄日", "廃棄年月日", "除却日", "返却日", "撤去日", "廃棄区分"],
    "checked": ["棚卸日付", "最終更新日", "変更日", "棚卸日", "確認日", "現物確認"],
    "medical_id": ["JMDNコード", "一般的名称コード", "承認番号/認証番号/届出番号", "UDI", "UDI-DI", "GTIN"],
    "quantity": ["数量", "台数", "員数"],
    "note": ["備考", "メモ欄", "摘要", "特記事項", "コメント"],
    "": [
        "取得価額",
        "耐用年数",
        "購入分類(リース等)",
        "クラス分類",
        "特定保守管理医療機器",
        "ファイアウォールによるアクセス制御",
        "個人情報・機微情報の有無",
        "緊急時における機器の停止(可否)",
        "機密性",
        "OSのアーキテクチャ",
        "ウイルス対策ソフト",
        "MDS/SDS",
        "VLAN",
        "最終確認者",
    ],
}


@pytest.mark.parametrize(("heading", "field"), [(h, f) for f, headings in SEEN.items() for h in headings])
def test_a_heading_seen_in_the_field(heading: str, field: str) -> None:
    best = candidates(WORDS, (heading,))[0]
    assert best.fields == ((field,) if field else ())
    assert best.why


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("■管理番号（必須）", "tag"),
        ("1. 管理番号", "tag"),
        ("① 機器名称", "name"),
        ("シリアル番号※本体裏面", "serial"),
        ("MACアドレス（LAN側）", "macs"),
        ("現在のIPアドレス", "ips"),
        ("利用者部署", "department"),
        ("機器の設置場所", "place"),
        ("保守契約満了日（西暦）", "maintained_until"),
        ("サーバOS", "os"),
        ("サーバ機種", "model"),
        ("新IPアドレス", "ips"),
        ("スコープ名称", "name"),
        ("カメラNo.", "tag"),
        ("規格・銘柄", "model"),
    ],
)
def test_a_heading_with_something_around_it(heading: str, field: str) -> None:
    assert candidates(WORDS, (heading,))[0].fields == (field,)


@pytest.mark.parametrize("heading", ["謎の列", "hostel", "POS売上", "あ", "", "東京", "BIOS", "Macintosh"])
def test_a_heading_that_means_nothing_to_us(heading: str) -> None:
    assert not any(c.fields for c in candidates(WORDS, (heading,)))


@pytest.mark.parametrize(
    ("heading", "subject"),
    [
        ("接続先ホスト名", "another device"),
        ("ゲートウェイIPアドレス", "another device"),
        ("接続元IPアドレス", "the other end"),
        ("旧IPアドレス", "before"),
        ("旧端末名", "before"),
        ("パスワード", "log in"),
    ],
)
def test_an_address_that_is_not_the_devices_own(heading: str, subject: str) -> None:
    best = candidates(WORDS, (heading,))[0]
    assert best.fields == () and subject in best.subject


def test_a_cell_of_several_fields() -> None:
    assert candidates(WORDS, ("メーカー／機種／製造番号",))[0].fields == ("maker", "model", "serial")


@pytest.mark.parametrize(
    ("parts", "field"),
    [
        (("OS", "名称"), "os"),
        (("OS", "バージョン"), "os_version"),
        (("ソフトウェア", "版数"), "software_version"),
        (("メーカー", "名称"), "maker"),
        (("設置場所", "棟"), "place"),
        (("設置場所", "名称"), "place"),
        (("保守", "業者"), "maintainer"),
        (("保守", "期限"), "maintained_until"),
        (("ネットワーク", "IP"), "ips"),
        (("ネットワーク情報", "MACアドレス", "有線"), "macs"),
        (("契約情報", "保守", "期限"), "maintained_until"),
        (("購入", "年月日"), "introduced"),
        (("廃棄", "年月日"), "disposed"),
        (("使用者", "部署"), "department"),
        (("使用者", "氏名"), "user"),
        (("管理者", "氏名"), "responsible"),
    ],
)
def test_headings_over_headings(parts: tuple[str, ...], field: str) -> None:
    assert candidates(WORDS, parts)[0].fields == (field,)


def dialects() -> list[tuple[str, str]]:
    folder = files("reconciler.ledger").joinpath("columns")
    return [(f.name, f.read_text(encoding="utf-8")) for f in folder.iterdir() if f.name.endswith(".toml")]


def test_each_dialect_says_what_it_is_and_names_each_heading_once() -> None:
    for name, source in dialects():
        document = tomllib.loads(source)
        assert document["about"], name
        for strength in ("exact", "weak"):
            meant: dict[str, str] = {}
            for target, headings in document.get(strength, {}).items():
                for heading in headings:
                    key = heading_key(heading)
                    assert key or heading in {"#", "○×"}, (name, heading)
                    assert meant.setdefault(key, target) == target or strength == "weak", (name, heading)


def test_no_heading_is_known_for_two_fields() -> None:
    """Across all dialects: what is known has one meaning, only what is weak may have several."""
    for key, entries in WORDS.headings.items():
        assert len({e.fields for e in entries if not e.weak}) <= 1, (key, entries)


def test_a_new_dialect_is_a_new_file() -> None:
    added = 'about = "a ledger of flowers"\n[exact]\nserial = ["花の番号"]\n[states]\ndisposed = ["枯れた"]\n'
    words = read_dialects([*dialects(), ("flowers.toml", added)])
    best = candidates(words, ("花の番号",))[0]
    assert best.fields == ("serial",) and best.score >= STRONG and "flowers" in best.why
    assert words.states["枯れた"] == "disposed"


@pytest.mark.parametrize(
    "source", ['[exact]\ncolour = ["色"]\n', '[states]\nhappy = ["笑"]\n', "[colours]\n"]
)
def test_a_dialect_with_a_slip_is_refused(source: str) -> None:
    with pytest.raises(ValueError, match=r"slip\.toml"):
        read_dialects([("slip.toml", source)])


def write(path: Path, rows: list[list[str]]) -> Path:
    path.write_text("".join(",".join(row) + "\n" for row in rows), encoding="utf-8")
    return path


ROWS = [
    ["院内機器"],
    ["コード", "屋号", "管理番号", "アドレス", "状況"],
    ["A1", "受付のPC", "K-1", "00:1B:21:00:00:01", "休眠"],
    ["A2", "会計のPC", "K-2", "00:1B:21:00:00:02", "使用中"],
]


def test_cells_decide_where_a_heading_does_not(tmp_path: Path) -> None:
    ledger = read_ledger(write(tmp_path / "a.csv", ROWS))
    assert [c.field for c in ledger.columns] == ["", "", "tag", "macs", "state"]
    assert "no heading that daicho knows" in ledger.columns[1].why
    assert ledger.assets[0].kept == {"コード": "A1", "屋号": "受付のPC"}  # said to be unread, and not lost


def test_pins_beside_the_ledger_are_followed(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", ROWS)
    (tmp_path / "a.csv.columns.toml").write_text(
        '[[table]]\nsheet = ""\nheader = 2\n[table.columns]\nA = "tag"\n"屋号" = "name"\n[states]\n"休眠" = "spare"\n',
        encoding="utf-8",
    )
    ledger = read_ledger(path)
    assert [(a.tag, a.name, a.state) for a in ledger.assets] == [
        ("A1", "受付のPC", "spare"),
        ("A2", "会計のPC", "in_use"),
    ]
    assert {c.column: c.why for c in ledger.columns}["A"] == "pinned in a.csv.columns.toml"
    assert "column A is pinned for tag" in {c.column: c.why for c in ledger.columns}["C"]
    assert not ledger.problems


def test_pins_may_be_given_or_lie_under_the_shorter_name(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", ROWS)
    pins = tmp_path / "elsewhere.toml"
    pins.write_text('[[table]]\nsheet = ""\n[table.columns]\nB = "name"\n', encoding="utf-8")
    assert read_ledger(path, pins).assets[0].name == "受付のPC"
    pins.rename(tmp_path / "a.columns.toml")
    assert read_ledger(path).assets[0].name == "受付のPC"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("not toml at all", "is no TOML"),
        ('colour = "red"', "unknown key 'colour'"),
        ('[[table]]\nsheet = ""\ncolour = 1', "unknown key 'colour' in table 1"),
        ('[[table]]\nsheet = "nowhere"', "names a sheet 'nowhere'"),
        ('ignore = ["nowhere"]', "names a sheet 'nowhere'"),
        ('ignore = "x"', "ignore is no list"),
        ("[table]", "table is no list"),
        ('[[table]]\nsheet = ""\nheader = "two"', "no row number"),
        ('[[table]]\nsheet = ""\n[table.columns]\nA = "colour"', "unknown field 'colour'"),
        ('[[table]]\nsheet = ""\n[table.columns]\n"無い見出し" = "tag"', "does not have"),
        ('[states]\n"休眠" = "asleep"', "unknown state 'asleep'"),
        ("[states]\n1 = 2", "unknown state"),
    ],
)
def test_what_is_wrong_in_the_pins_is_listed_and_the_ledger_is_read(
    source: str, words: str, tmp_path: Path
) -> None:
    path = write(tmp_path / "a.csv", ROWS)
    (tmp_path / "a.csv.columns.toml").write_text(source, encoding="utf-8")
    ledger = read_ledger(path)
    assert len(ledger.assets) == 2
    assert any(words in p.text and p.hint for p in ledger.problems)


def test_an_ignored_sheet_says_so_in_each_row(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", ROWS)
    (tmp_path / "a.csv.columns.toml").write_text('ignore = [""]\n', encoding="utf-8")
    ledger = read_ledger(path)
    assert not ledger.assets and {s.why for s in ledger.skipped} == {"ignored, as a.csv.columns.toml says"}


def test_the_template_names_every_field_and_column(tmp_path: Path) -> None:
    text = pins_template(read_ledger(write(tmp_path / "a.csv", ROWS)))
    assert all(name in text for name in TARGETS)
    pins = read_pins("x", text)
    assert not pins.problems and set(pins.tables[0].columns) == set("ABCDE")
    assert pins.tables[0].header == (1,)


def test_the_json_face(tmp_path: Path) -> None:
    import json

    face = json.loads(to_json(read_ledger(write(tmp_path / "a.csv", ROWS))))
    assert list(face) == ["file", "columns", "rows", "skipped", "problems", "error"]
    assert face["file"] == "a.csv" and face["error"] == ""
    assert set(face["columns"][0]) == {"sheet", "table", "column", "header", "field", "why"}
    row = face["rows"][0]
    assert set(row) == {"sheet", "row", "fields"} and row["row"] == 3
    assert list(row["fields"]) == [
        "tag",
        "name",
        "hostname",
        "kind",
        "maker",
        "model",
        "serial",
        "user",
        "department",
        "responsible",
        "place",
        "os",
        "os_version",
        "software",
        "software_version",
        "introduced",
        "maintainer",
        "maintained_until",
        "remote_maintenance",
        "state",
        "disposed",
        "checked",
        "medical_id",
        "note",
        "macs",
        "ips",
        "dhcp",
        "quantity",
    ]
    assert row["fields"]["macs"] == ["00:1b:21:00:00:01"] and row["fields"]["dhcp"] is False
    assert face["skipped"][0] == {"sheet": "", "row": 1, "why": "title"}


def test_the_types_cost_nothing_to_import() -> None:
    """Whoever only needs the words for assets loads no workbook library, and reading csv needs none either."""
    heavy = ("openpyxl", "python_calamine", "msoffcrypto", "olefile", "xlsxwriter", "scapy", "sqlalchemy")
    code = f"import sys; import reconciler.ledger.read; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
    light = "import sys; import reconciler.ledger.asset; print('tomllib' in sys.modules, 'zipfile' in sys.modules)"
    assert (
        subprocess.run(
            [sys.executable, "-c", light], capture_output=True, text=True, check=True
        ).stdout.strip()
        == "False False"
    )


def test_a_heading_of_signs_alone_is_a_state_where_its_cells_are(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("管理番号,機器名,○/×\n1,CT,○\n2,MR,×\n", encoding="utf-8")
    assert [a.state for a in read_ledger(tmp_path / "a.csv").assets] == ["in_use", "stopped"]


def test_who_wrote_the_list_is_not_whose_the_devices_are(tmp_path: Path) -> None:
    """Only signs make a title speak for the rows under it."""
    table = "管理番号,機器名,製造番号\n1,CT,A1\n2,MR,A2\n"
    for title, department in (("放射線科", ""), ("【放射線科】", "放射線科")):
        (tmp_path / "a.csv").write_text(f"{title},,\n{table}", encoding="utf-8")
        assert {a.department for a in read_ledger(tmp_path / "a.csv").assets} == {department}
