"""The cache of parsed rules: the same answer with it, without it, and with whatever stands in its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.rule_cache import KEPT, PROOFS, parsed

TEXTS = (("a.toml", 'vendor = "Acme"\n'), ("b.toml", "[[rule]]\nid = 'b.x'\n"), ("c.toml", "vendor ="))


def test_what_is_kept_is_what_was_parsed(tmp_path: Path) -> None:
    fresh = parsed(TEXTS)
    assert fresh[0] == {"vendor": "Acme"} and isinstance(fresh[2], str)
    assert parsed(TEXTS, tmp_path) == fresh
    assert len(list(tmp_path.iterdir())) == 1
    assert parsed(TEXTS, tmp_path) == fresh


def test_it_is_read_and_not_parsed_again(tmp_path: Path) -> None:
    parsed(TEXTS, tmp_path)
    (file,) = tmp_path.iterdir()
    before = file.stat().st_mtime_ns
    parsed(TEXTS, tmp_path)
    assert file.stat().st_mtime_ns == before


@pytest.mark.parametrize(
    "changed",
    [
        (("a.toml", 'vendor = "Acmf"\n'), *TEXTS[1:]),
        (("z.toml", TEXTS[0][1]), *TEXTS[1:]),
        (TEXTS[1], TEXTS[0], TEXTS[2]),
        TEXTS[:2],
        (("a.tom", "l" + TEXTS[0][1]), *TEXTS[1:]),
    ],
)
def test_it_is_never_stale(changed: tuple[tuple[str, str], ...], tmp_path: Path) -> None:
    parsed(TEXTS, tmp_path)
    assert parsed(changed, tmp_path) == parsed(changed)


@pytest.mark.parametrize("damage", ["", "x", "[]", "0" * 64 + "\n[{}, {}, {}]", "\n"])
def test_a_damaged_one_is_not_believed(damage: str, tmp_path: Path) -> None:
    fresh = parsed(TEXTS, tmp_path)
    (file,) = tmp_path.iterdir()
    file.write_text(damage)
    assert parsed(TEXTS, tmp_path) == fresh
    assert file.read_text() != damage


def test_every_byte_of_it_counts(tmp_path: Path) -> None:
    fresh = parsed(TEXTS, tmp_path)
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()
    for at in range(len(whole)):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert parsed(TEXTS, tmp_path) == fresh


def test_where_nothing_can_be_kept_it_is_parsed(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    assert parsed(TEXTS, in_the_way) == parsed(TEXTS)


def test_a_date_is_parsed_and_not_kept(tmp_path: Path) -> None:
    texts = (("a.toml", "day = 2026-01-01\n"),)
    assert parsed(texts, tmp_path) == parsed(texts)
    assert not list(tmp_path.glob("*.json"))


def test_old_ones_go(tmp_path: Path) -> None:
    for number in range(KEPT + 3):
        parsed((("a.toml", f"x = {number}\n"),), tmp_path)
    assert len(list(tmp_path.glob("*.json"))) == KEPT


def test_what_is_left_out_is_left_out_and_kept_apart(tmp_path: Path) -> None:
    texts = (
        (
            "a.toml",
            "[[rule]]\nid = 'a.x'\n[[rule.example]]\ntext = 'x\u2028'\n[[rule.counter]]\ntext = '病院'\n",
        ),
    )
    whole = [{"id": "a.x", "example": [{"text": "x\u2028"}], "counter": [{"text": "病院"}]}]
    for _ in range(2):
        assert parsed(texts, tmp_path)[0] == {"rule": whole}
        assert parsed(texts, tmp_path, without=PROOFS)[0] == {"rule": [{"id": "a.x"}]}
    assert len(list(tmp_path.iterdir())) == 2
