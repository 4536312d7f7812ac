"""Headings in their hundreds, each with the field that it means or with none: tests/ledgers/headings.txt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reconciler.ledger.dictionary import TARGETS, dictionary
from reconciler.ledger.headings import LOGIN, candidates
from reconciler.ledger.read import read_ledger, to_json
from tests.ledgers import make
from tests.ledgers.cells import SECRETS

WORDS = dictionary()
TABLE = Path(make.__file__).with_name("headings.txt")


def listed() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each heading with its fields; () for one that is of something else."""
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        target, said, headings = line.partition(": ")
        if said and not line.startswith("#"):
            fields = () if target == "none" else tuple(target.split("+"))
            yield from ((heading.strip(), fields) for heading in headings.split(" | "))


def test_the_table_is_broad_and_names_each_heading_once() -> None:
    headings = [heading for heading, _ in listed()]
    assert len(headings) == len(set(headings)) > 10_000
    assert {f for _, fields in listed() for f in fields} >= set(TARGETS) - {"networked", "unit"}


@pytest.mark.parametrize(("heading", "fields"), list(listed()))
def test_a_heading_of_the_table(heading: str, fields: tuple[str, ...]) -> None:
    found = candidates(WORDS, (heading,))
    assert (found[0].fields if found else ()) == fields, found[:2]


@pytest.mark.parametrize("heading", SECRETS)
def test_a_column_of_secrets_is_neither_read_nor_kept(heading: str, tmp_path: Path) -> None:
    """Also under a heading that groups it, and where its cells look like something else."""
    for cell in ("Tr0ub4dor", "192.0.2.77", "OPEN-SESAME-01"):
        rows = f"管理番号,機器名,{heading},シリアル番号\nK-1,サーバ,{cell},S1\nK-2,端末,{cell},S2\nK-3,端末,{cell},S3\n"
        (tmp_path / "a.csv").write_text(rows, encoding="utf-8")
        ledger = read_ledger(tmp_path / "a.csv")
        assert [a.serial for a in ledger.assets] == ["S1", "S2", "S3"]
        assert cell not in to_json(ledger) and not any(cell in a.kept.values() for a in ledger.assets)


def test_why_a_secret_is_not_read() -> None:
    found = candidates(WORDS, ("機器ログインID",))
    assert [(c.fields, c.subject) for c in found] == [((), LOGIN)]


@pytest.mark.parametrize("heading", ["キャンパス", "コンパス", "回復室", "バイパス", "Passenger", "Keyboard"])
def test_a_word_that_only_holds_one_of_them_is_no_secret(heading: str) -> None:
    assert not any(c.subject == LOGIN for c in candidates(WORDS, (heading,)))
