"""Cells as they are written in hospitals, in their dozens for each kind of value, with what they mean."""

from __future__ import annotations

import pytest

from reconciler.ledger import addresses, dates, normalise
from reconciler.ledger.dictionary import dictionary
from reconciler.ledger.makers import split_maker
from tests.ledgers.cells import BOTH, COUNTS, DATES, ENDS, IPS, LEASED, LEAVING, MACS, OFFLINE, STATES

WORDS = dictionary()


@pytest.mark.parametrize(("cell", "meant"), DATES.items())
def test_a_date(cell: str, meant: str) -> None:
    found = dates.day(cell)
    assert found.value == meant
    assert found.value or found.doubt or found.problem or normalise.is_nothing(cell)


@pytest.mark.parametrize(("cell", "meant"), ENDS.items())
def test_an_end(cell: str, meant: str) -> None:
    assert dates.day(cell, last=True).value == meant


@pytest.mark.parametrize(("cell", "meant"), [(c, s) for s, cells in STATES.items() for c in cells.split()])
def test_a_state(cell: str, meant: str) -> None:
    assert normalise.state(cell.replace("_", " "), WORDS.states).value == meant


@pytest.mark.parametrize("cell", LEAVING)
def test_a_device_that_is_to_go_is_still_there(cell: str) -> None:
    found = normalise.state(cell, WORDS.states)
    assert found.value == "in_use" and found.doubt


@pytest.mark.parametrize(("cell", "meant"), COUNTS.items())
def test_a_quantity(cell: str, meant: int | None) -> None:
    found = normalise.quantity(cell)
    assert (found.value, found.problem) == (meant, "")


@pytest.mark.parametrize(("cell", "meant"), MACS.items())
def test_macs(cell: str, meant: str) -> None:
    assert addresses.macs(cell).value == tuple(meant.split())


@pytest.mark.parametrize(("cell", "meant"), IPS.items())
def test_addresses(cell: str, meant: str) -> None:
    assert addresses.ips(cell).value.addresses == tuple(meant.split())


@pytest.mark.parametrize("cell", LEASED)
def test_an_address_that_is_handed_out(cell: str) -> None:
    assert addresses.ips(cell).value.dhcp


@pytest.mark.parametrize("cell", OFFLINE)
def test_a_device_without_a_network(cell: str) -> None:
    assert addresses.says_offline(cell)


@pytest.mark.parametrize(("cell", "meant"), BOTH.items())
def test_maker_and_model_in_one_cell(cell: str, meant: tuple[str, str]) -> None:
    assert split_maker(normalise.text(cell), WORDS.makers)[:2] == meant
