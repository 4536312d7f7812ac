"""Headings by what they are made of: words, their order, slips of the pen; and tables that spread one value or device."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconciler.ledger.candidate import STRONG
from reconciler.ledger.dictionary import dictionary, read_dialects
from reconciler.ledger.headings import candidates, known
from reconciler.ledger.morphemes import Grammar, composed
from reconciler.ledger.read import read_ledger
from reconciler.ledger.slips import misspelt

WORDS = dictionary()
GRAMMAR = WORDS.grammar

MADE = [
    ("調達年", "introduced"),
    ("検収年月日", "introduced"),
    ("サポート切れ", "maintained_until"),
    ("賃貸借契約の満了日", "maintained_until"),
    ("最終メンテ日", "checked"),
    ("直近の点検日", "checked"),
    ("製造シリアル№", "serial"),
    ("管理用ID", "tag"),
    ("コンソールNo", "tag"),
    ("置いてある場所", "place"),
    ("主に使う人", "user"),
    ("院内管理者", "responsible"),
    ("点検をする会社", "maintainer"),
    ("Warranty through", "maintained_until"),
    ("Date of commissioning", "introduced"),
    ("Installed location", "place"),
    ("OperatingSystemVersion", "os_version"),
    ("lan_mac", "macs"),
    ("仮想IP", "ips"),
    ("メ一カ一", "maker"),
    ("MACアドレス（有線）", "macs"),
    ("②ファームVer.", "software_version"),
    ("ｺｳﾆｭｳﾈﾝ", "introduced"),
]


@pytest.mark.parametrize(("heading", "field"), MADE)
def test_a_heading_that_no_list_has(heading: str, field: str) -> None:
    found = candidates(WORDS, (heading,))
    assert found and found[0].fields == (field,), found


@pytest.mark.parametrize(
    ("heading", "subject"),
    [
        ("業者側IP", "another device, at the other end"),
        ("次回の校正月", "inspection"),
        ("取得の価格", "the price or the way of buying"),
        ("Year of Mfg", "when it was made"),
        ("廃棄予定日", "how it was disposed of"),
        ("データ消去実施日", "how it was disposed of"),
        ("メモリ容量", "parts of the hardware"),
        ("保守会社の担当者", "how to reach a person"),
    ],
)
def test_a_heading_that_is_of_something_else(heading: str, subject: str) -> None:
    """Each has within it words that alone would mean a field."""
    found = composed(GRAMMAR, heading)
    assert found is not None and found.fields == () and found.subject == subject


@pytest.mark.parametrize(
    "text",
    [
        "192.168.1.10",
        "2024年4月1日",
        "部署：薬剤部",
        "点検時に不具合があれば臨床工学科へ連絡すること。内線は電話帳を見ること",
        "",
        "・",
    ],
)
def test_what_stands_in_cells_is_no_heading(text: str) -> None:
    assert composed(GRAMMAR, text) is None


@pytest.mark.parametrize("text", ["検査室", "電子カルテ端末", "富士通", "使用中", "内科"])
def test_a_word_of_data_is_never_surely_a_heading(text: str) -> None:
    assert known(WORDS, text) < 2


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("設置揚所", "place"),
        ("購入年月曰", "introduced"),
        ("保守会杜", "maintainer"),
        ("Serail Number", "serial"),
        ("シリアル番番号", "serial"),
    ],
)
def test_one_slip_of_the_pen(heading: str, field: str) -> None:
    assert [c.fields for c in misspelt(WORDS, heading)] == [(field,)]


@pytest.mark.parametrize("heading", ["業務名", "機能", "目的", "役割"])
def test_another_word_is_no_slip(heading: str) -> None:
    """業務名 is one character from 業者名, and another word."""
    assert misspelt(WORDS, heading) == []


@given(st.text(max_size=60))
def test_any_text_may_be_a_heading(text: str) -> None:
    found = composed(GRAMMAR, text)
    assert found is None or (0 < found.share <= 1 and (found.fields or found.subject))
    assert all(c.score < STRONG for c in misspelt(WORDS, text))


@pytest.mark.parametrize(
    ("toml", "problem"),
    [
        ('[[meanings]]\nof = "number"\nfield = "tag"\n', "no class"),
        ('[morphemes]\nnumber = ["番号"]\n[[meanings]]\nof = "number"\nfield = "colour"\n', "no field"),
        ('[morphemes]\nnumber = ["番号"]\n[[meanings]]\nof = "number"\n', "needs `of`"),
        (
            '[morphemes]\nnumber = ["番号"]\n[[meanings]]\nof = "number"\nfield = "tag"\nunless = ["date"]\n',
            "no class",
        ),
    ],
)
def test_a_grammar_with_a_slip_is_refused(toml: str, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        read_dialects([("slip.toml", toml)])


def test_a_dialect_brings_words_of_its_own() -> None:
    toml = '[morphemes]\nbloom = ["花"]\ncount = ["輪"]\n[[meanings]]\nof = "bloom count"\nfield = "quantity"\nsure = true\n'
    words = read_dialects([("flowers.toml", toml)])
    assert candidates(words, ("赤い花輪",))[0].fields == ("quantity",)
    assert composed(Grammar(), "花輪") is None


def write(path: Path, rows: list[str]) -> Path:
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_lines_of_one_device_are_told_from_headings_of_groups(tmp_path: Path) -> None:
    """購入 over 年度 is a group; 機器名 over メーカー are two headings, but only where the rows come in pairs."""
    grouped = read_ledger(
        write(
            tmp_path / "a.csv",
            ["管理番号,機器名,購入,購入", ",,年度,業者", "A-1,心電計,2019,甲社", "A-2,心電計,2020,乙社"],
        )
    )
    assert [(a.tag, a.introduced, a.maintainer) for a in grouped.assets] == [
        ("A-1", "2019", "甲社"),
        ("A-2", "2020", "乙社"),
    ]
    lines = [
        "管理番号,機器名,型式",
        ",メーカー,製造番号",
        "A-1,心電計,FCP-1",
        ",フクダ電子,S1",
        "A-2,エコー,LOGIQ",
        ",GE,S2",
    ]
    paired = read_ledger(write(tmp_path / "b.csv", lines))
    assert [(a.tag, a.name, a.maker, a.model, a.serial) for a in paired.assets] == [
        ("A-1", "心電計", "フクダ電子", "FCP-1", "S1"),
        ("A-2", "エコー", "GE", "LOGIQ", "S2"),
    ]
    assert [(s.row, s.why) for s in paired.skipped] == [
        (1, "header"),
        (2, "header"),
        (4, "continues row 3"),
        (6, "continues row 5"),
    ]


def test_a_value_in_several_columns_needs_numbers_in_all(tmp_path: Path) -> None:
    head = "管理番号,機器名,IPアドレス,IPアドレス,IPアドレス,IPアドレス"
    whole = read_ledger(write(tmp_path / "a.csv", [head, "A-1,PC,10,1,2,3", "A-2,PC,10,1,2,4"]))
    assert [a.ips for a in whole.assets] == [("10.1.2.3",), ("10.1.2.4",)]
    several = read_ledger(
        write(tmp_path / "b.csv", [head, "A-1,PC,10.1.2.3,10.1.2.4,,", "A-2,PC,10.1.2.5,,,"])
    )
    assert [a.ips for a in several.assets] == [("10.1.2.3", "10.1.2.4"), ("10.1.2.5",)]


def test_a_first_column_written_once_is_a_doubt(tmp_path: Path) -> None:
    rows = [
        "病棟,機器名,製造番号",
        "3東,モニタ,M1",
        ",モニタ,M2",
        ",モニタ,M3",
        "4東,モニタ,M4",
        ",モニタ,M5",
    ]
    found = read_ledger(write(tmp_path / "a.csv", rows)).assets
    assert [a.department for a in found] == ["3東", "3東", "3東", "4東", "4東"]
    assert "department" not in found[0].doubts and "row 2" in found[2].doubts["department"]
    rows = ["病棟,機器名,製造番号", "3東,モニタ,M1", ",モニタ,M2", "3東,モニタ,M3", "4東,モニタ,M4"]
    assert [a.department for a in read_ledger(write(tmp_path / "b.csv", rows)).assets] == [
        "3東",
        "",
        "3東",
        "4東",
    ]
