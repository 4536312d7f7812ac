"""Walking a table: what ends it, what an odd agent can do to it, and how few questions it takes."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probes.snmp_message import Oid, Response, Value
from probes.tables import CUT, MOST_ENTRIES, SILENT, Page, Table, address_of, fetch, mac_of, shortness, walk

A, B, C = (1, 3, 1), (1, 3, 2), (1, 3, 5)


def drive(
    columns: tuple[Oid, ...],
    view: Mapping[Oid, Value],
    *,
    most: int = 1000,
    entries: int = 60,
    silent_at: int = -1,
) -> tuple[Table, list[Page]]:
    """Against an agent that gives at most `entries` values in an answer."""
    walking, pages, ordered = walk(columns, most), list[Page](), sorted(view)
    try:
        page = next(walking)
        while True:
            pages.append(page)
            found: dict[Oid, Value] = {}
            at, told = list(page.names), 0
            for _ in range(page.rows):
                for place, name in enumerate(at):
                    after = next((n for n in ordered if n > name), None)
                    if told < entries and after:
                        found[after], at[place] = view[after], after
                    told = min(told + 1, entries)
            page = walking.send(None if len(pages) == silent_at else Response(0, 0, found, told))
    except StopIteration as end:
        return end.value, pages


def rows_of(view: Mapping[Oid, Value], columns: tuple[Oid, ...]) -> dict[Oid, dict[Oid, Value]]:
    rows: dict[Oid, dict[Oid, Value]] = {}
    for name, value in view.items():
        for column in columns:
            if name[: len(column)] == column:
                rows.setdefault(name[len(column) :], {})[column] = value
    return rows


@settings(max_examples=300, deadline=None)
@given(
    st.dictionaries(st.tuples(st.sampled_from([A, B, (1, 3, 3), C, (1, 4)]), st.integers(1, 40)), st.integers(0, 9), max_size=60),
    st.integers(2, 60),
)  # fmt: skip
def test_all_rows_come_whatever_holes_the_columns_have_and_wherever_answers_are_cut(
    cells: dict[tuple[Oid, int], int], entries: int
) -> None:
    view: dict[Oid, Value] = {(*column, index): value for (column, index), value in cells.items()}
    table, _ = drive((A, B, C), view, entries=entries)
    assert (table.rows, table.end) == (rows_of(view, (A, B, C)), "")


def test_nothing_costs_one_question() -> None:
    table, pages = drive((A, B), {(1, 4, 1): 1})
    assert (table.rows, len(pages)) == ({}, 1)


def test_a_page_asks_for_few_values() -> None:
    for columns in ((A,), (A, B), (A, B, C)):
        _, pages = drive(columns, {})
        assert len(pages[0].names) * pages[0].rows <= MOST_ENTRIES


def test_a_long_table_is_cut_and_says_so() -> None:
    view: dict[Oid, Value] = {(*A, n): n for n in range(1, 500)}
    table, pages = drive((A,), view, most=50)
    assert table.end == CUT
    assert 50 <= len(table.rows) < 50 + MOST_ENTRIES
    assert len(pages) == 3
    assert shortness("the table", table) == (f"the table was cut at {len(table.rows)} rows",)


def test_silence_ends_it_and_keeps_what_came() -> None:
    view: dict[Oid, Value] = {(*A, n): n for n in range(1, 100)}
    table, pages = drive((A,), view, silent_at=3)
    assert (table.end, len(table.rows), len(pages)) == (SILENT, 2 * MOST_ENTRIES, 3)


def answered(responses: list[Response]) -> tuple[Table, list[Page]]:
    walking, pages = walk((A, B), 1000), list[Page]()
    try:
        page = next(walking)
        for response in responses:
            pages.append(page)
            page = walking.send(response)
        pages.append(page)
    except StopIteration as end:
        return end.value, pages
    pytest.fail("it goes on")


def test_an_agent_that_tells_the_same_for_ever_is_asked_twice() -> None:
    same = Response(0, 0, {(*A, 5): 1, (*B, 5): 2})
    table, pages = answered([same] * 9)
    assert (table.rows, len(pages)) == ({(5,): {A: 1, B: 2}}, 2)


def test_an_agent_that_goes_backwards_is_not_followed() -> None:
    table, pages = answered(
        [Response(0, 0, {(*A, 5): 1, (*B, 5): 1}), Response(0, 0, {(*A, 3): 1, (*B, 2): 1})]
    )
    assert (list(table.rows), len(pages)) == ([(5,)], 2)


def test_too_big_halves_the_page_and_ends_at_one_row() -> None:
    table, pages = answered([Response(1, 0, {})] * 9)
    assert [page.rows for page in pages] == [10, 5, 2, 1]
    assert table.end == "with error-status 1"


def test_v1_says_that_nothing_comes_after_one_column_and_the_other_goes_on() -> None:
    table, pages = answered([Response(2, 1, {}), Response(0, 0, {(*B, 1): 7}), Response(2, 1, {})])
    assert [page.names for page in pages] == [(A, B), (B,), ((*B, 1),)]
    assert (table.rows, table.end) == ({(1,): {B: 7}}, "")


@pytest.mark.parametrize("index", [0, 3, -1])
def test_an_error_about_no_name_ends_it(index: int) -> None:
    table, pages = answered([Response(2, index, {})])
    assert (table.end, len(pages)) == ("with error-status 2", 1)


def test_single_values_go_on_without_the_name_that_v1_refuses() -> None:
    asking = fetch((A, B))
    assert next(asking).names == (A, B)
    assert asking.send(Response(2, 1, {})).names == (B,)
    with pytest.raises(StopIteration) as end:
        asking.send(Response(0, 0, {B: 1}))
    assert end.value.value == {B: 1}


@pytest.mark.parametrize(
    ("value", "mac"),
    [
        (bytes.fromhex("00005e005301"), "00:00:5e:00:53:01"),
        ((0, 0, 94, 0, 83, 1), "00:00:5e:00:53:01"),
        (bytes.fromhex("01005e0000fb"), ""),
        (bytes(6), ""),
        (bytes(5), ""),
        ((0, 0, 94, 0, 83, 256), ""),
        (7, ""),
        (None, ""),
    ],
)
def test_a_mac_is_six_octets_of_one_interface(value: Value | None, mac: str) -> None:
    assert mac_of(value) == mac


@pytest.mark.parametrize(
    ("octets", "address"),
    [
        ((192, 0, 2, 1), "192.0.2.1"),
        (bytes.fromhex("20010db8000000000000000000000001"), "2001:db8::1"),
        (bytes.fromhex("fe800000000000000000000000000001"), ""),
        ((169, 254, 1, 1), ""),
        ((224, 0, 0, 1), ""),
        ((127, 0, 0, 1), ""),
        ((0, 0, 0, 0), ""),
        ((192, 0, 2), ""),
        ((192, 0, 2, 300), ""),
    ],
)
def test_an_address_is_that_of_a_host(octets: tuple[int, ...], address: str) -> None:
    assert address_of(octets) == address
