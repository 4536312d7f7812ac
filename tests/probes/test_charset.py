"""Guessing a character set: Japanese comes out right in four, and a lone accent stays an accent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes.charset import decoded, guessed

WORDS = [
    "電子カルテ",
    "画像サーバ",
    "第1病棟",
    "表示ソフト一覧",
    "検査システムへようこそ",
    "ｱｶｳﾝﾄ管理",
    "医療情報室",
]


CODECS = ["utf-8", "euc_jp", "cp932", "iso2022_jp"]
SAID = [(word, codec) for word in WORDS for codec in CODECS if not ("ｱ" in word and codec == "iso2022_jp")]


@pytest.mark.parametrize(("word", "codec"), SAID)  # ISO-2022-JP has no halfwidth katakana
def test_japanese_is_recognised(word: str, codec: str) -> None:
    assert guessed(f"<{word}> v1.0".encode(codec)) == f"<{word}> v1.0"


@pytest.mark.parametrize("word", ["Gerät", "Société", "Zürich 25°C", "Señal", "Ångström", "naïve café"])
def test_latin_stays_latin(word: str) -> None:
    assert guessed(word.encode("latin-1")) == word


LABELS = [
    ("Shift_JIS", "①㈱髙", "cp932"),
    ("x-sjis", "～－", "cp932"),
    ("EUC-JP", "病院", "euc_jp"),
    ('"utf-8"', "é", "utf-8"),
    ("ISO-8859-1", "“é”", "cp1252"),
    ("GBK", "医院", "gb18030"),
]


@pytest.mark.parametrize(("label", "text", "codec"), LABELS, ids=[row[0] for row in LABELS])
def test_stated_set_is_followed(label: str, text: str, codec: str) -> None:
    assert decoded(text.encode(codec), label) == text


def test_wrong_statement_gives_way_to_the_bytes() -> None:
    assert decoded("電子カルテ".encode("cp932"), "utf-8") == "電子カルテ"


@pytest.mark.parametrize("label", ["zlib", "unicode_escape", "idna", "rot13", "no-such-set", ""])
def test_only_character_sets_are_looked_up(label: str) -> None:
    assert decoded(rb"\x41 abc", label) == r"\x41 abc"


@given(st.binary(max_size=300), st.sampled_from(["", "shift_jis", "euc-jp", "iso-2022-jp", "utf-8", "gbk"]))
def test_every_byte_string_is_some_text(data: bytes, label: str) -> None:
    assert bool(decoded(data, label)) == bool(data)
