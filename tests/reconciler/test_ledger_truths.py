"""Messy ledgers against their truth: every device, every field, every other row with its reason, every problem."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconciler.ledger.asset import FIELDS, Asset, Ledger
from reconciler.ledger.pins import pins_template
from reconciler.ledger.read import read_ledger
from tests.ledgers.make import LEDGERS, Truth
from tests.ledgers.sets import SETS

Read = tuple[Ledger, Truth]


def test_all_sets_are_there() -> None:
    assert {make.__module__.rpartition(".")[2] for _, make in LEDGERS.values()} == set(SETS)


@pytest.fixture(scope="module", params=sorted(LEDGERS))
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Read:
    name, make = LEDGERS[request.param]
    path = tmp_path_factory.mktemp("ledger") / name
    truth = make(path)
    return read_ledger(path), truth


def filled(asset: Asset) -> dict[str, object]:
    values = {name: getattr(asset, name) for name in FIELDS}
    return {
        name: value
        for name, value in values.items()
        if value not in ("", (), False, None) or (value == 0 and value is not False)
    }


def place(asset: Asset) -> tuple[str, int] | tuple[str, int, str]:
    ref = asset.row
    return (ref.sheet, ref.row, ref.column) if ref.column else (ref.sheet, ref.row)


def test_every_device_and_every_field(case: Read) -> None:
    ledger, truth = case
    assert ledger.error == ""
    assert {place(asset): filled(asset) for asset in ledger.assets} == truth.assets


def test_every_other_row_says_why(case: Read) -> None:
    ledger, truth = case
    assert {(s.sheet, s.row): s.why for s in ledger.skipped} == truth.skipped


def test_no_row_is_lost_and_none_is_counted_twice(case: Read) -> None:
    ledger, _ = case
    rows = [(s.sheet, s.row) for s in ledger.skipped] + [*{(a.row.sheet, a.row.row) for a in ledger.assets}]
    assert len(rows) == len(set(rows))
    for sheet in {sheet for sheet, _ in rows}:
        mine = sorted(row for s, row in rows if s == sheet)
        assert mine == list(range(1, len(mine) + 1))


def test_every_problem_has_its_place_and_a_next_step(case: Read) -> None:
    ledger, truth = case
    found = {(p.sheet, p.row, p.column): p for p in ledger.problems}
    assert len(found) == len(ledger.problems) and set(found) == set(truth.problems)
    for where, words in truth.problems.items():
        assert words in found[where].text and found[where].hint


def test_doubts_are_told(case: Read) -> None:
    ledger, truth = case
    rows = {(a.row.sheet, a.row.row): a for a in ledger.assets}
    for (sheet, row, name), words in truth.doubts.items():
        assert words in rows[sheet, row].doubts.get(name, "")
    assert {key for key, a in rows.items() if not a.networked} == truth.offline


def test_columns_that_are_not_read_are_named(case: Read) -> None:
    ledger, truth = case
    assert all(column.why for column in ledger.columns)
    assert {c.header for c in ledger.columns if not c.field and c.header} == truth.unread


def test_the_cell_is_kept_as_written(case: Read) -> None:
    """Each value that was read from the row has its cell in `raw`; what came from elsewhere says so."""
    ledger, _ = case
    for asset in ledger.assets:
        for name in filled(asset):
            source = "ips" if name == "dhcp" else name
            assert source in asset.raw or source in asset.doubts, (asset.row, name)


def test_the_written_mapping_reads_back_the_same(case: Read, tmp_path: Path) -> None:
    ledger, _ = case
    name, make = next((n, m) for n, m in LEDGERS.values() if n == ledger.file)
    make(tmp_path / name)
    (tmp_path / f"{name}.columns.toml").write_text(pins_template(ledger), encoding="utf-8")
    again = read_ledger(tmp_path / name)
    assert again.assets == ledger.assets
    assert again.problems == ledger.problems
