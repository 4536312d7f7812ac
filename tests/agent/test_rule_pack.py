"""The rule set as one file: the same rules give the same bytes, and come back as the rules that they were."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from agent.rule_pack import RulePackError, digest_of, pack, unpack
from agent.rules import built_in, load_rules


def test_our_rules_come_back_from_the_pack(tmp_path: Path) -> None:
    octets = pack()
    assert pack() == octets
    again = load_rules(unpack(octets, tmp_path))
    ours = load_rules()
    assert [rule.id for rule in again.rules] == [rule.id for rule in ours.rules]
    assert again.vocabulary.vendors == ours.vocabulary.vendors and not again.problems


def test_a_sites_own_rules_are_in_it_after_ours(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "site.toml").write_text("", encoding="utf-8")
    folders = unpack(pack((built_in(), own)), tmp_path / "again")
    assert [folder.name for folder in folders] == ["0", "1"] and (folders[1] / "site.toml").exists()


def test_one_letter_of_one_rule_is_another_rule_set(tmp_path: Path) -> None:
    digests = set()
    for text in ("a = 1", "a = 2"):
        (tmp_path / "x.toml").write_text(text, encoding="utf-8")
        digests.add(digest_of(pack((tmp_path,))))
    assert len(digests) == 2


def test_the_digest_is_of_the_rules_and_not_of_how_they_were_packed() -> None:
    octets, stored = pack(), BytesIO()
    with ZipFile(BytesIO(octets)) as there, ZipFile(stored, "w") as other:
        for name in there.namelist():
            other.writestr(name, there.read(name))
    assert stored.getvalue() != octets and digest_of(stored.getvalue()) == digest_of(octets)


@pytest.mark.parametrize(
    "name", ["../0/x.toml", "/etc/x.toml", "0/../../x.toml", "0/x.py", "x.toml", "0/a/b.toml"]
)
def test_nothing_is_written_beside_the_folder(name: str, tmp_path: Path) -> None:
    out = BytesIO()
    with ZipFile(out, "w") as made:
        made.writestr(name, "a = 1")
    with pytest.raises(RulePackError, match="no rule file"):
        unpack(out.getvalue(), tmp_path)
    assert not list(tmp_path.rglob("*.toml"))


@pytest.mark.parametrize("octets", [b"", b"PK", pack()[:-30], pack()[:5000] + b"\0" * 40 + pack()[5040:]])
def test_a_damaged_pack_is_refused(octets: bytes, tmp_path: Path) -> None:
    with pytest.raises(RulePackError):
        unpack(octets, tmp_path)
