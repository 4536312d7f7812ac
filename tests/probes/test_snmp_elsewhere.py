"""The objects of the makers' MIBs: the table is well formed, and of each kind of thing the first text is taken."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes.model import Reading
from probes.snmp_elsewhere import ENTERPRISES, FIELDS, NOBODY, OBJECTS, TELLS, Object, objects, told
from probes.snmp_message import Oid, Value

ACME: Oid = (*ENTERPRISES, 64999)
SERIAL = Object("serial", (*ACME, 1), "ACME-MIB::acSerial")
BOARD = Object("serial", (*ACME, 2, 1, 5), "ACME-MIB::acBoardSerial")
VERSION = Object("version", (*ACME, 3), "ACME-MIB::acVersion")
MODEL = Object("model", (*ACME, 4), "ACME-MIB::acModel")
ROW = replace(BOARD, name=(*ACME, 2, 1, 5, 1001), is_instance=True)


@pytest.mark.parametrize("maker", sorted(OBJECTS))
def test_the_table_is_well_formed(maker: int) -> None:
    known = OBJECTS[maker]
    assert maker not in NOBODY
    assert len({(each.under, each.name) for each in known}) == len(known) > 0
    for each in known:
        assert each.tells in (*TELLS, "")
        assert re.fullmatch(r"[A-Za-z][\w-]*::\S.*", each.title), each.title
        assert each.under or each.name[:2] in ((1, 3), (1, 2))
    assert any(each.tells for each in known)


def test_the_table_stands_in_the_order_of_the_numbers() -> None:
    assert list(OBJECTS) == sorted(OBJECTS)


def test_an_object_under_the_product_is_counted_from_its_number() -> None:
    """Moxa gives each product a copy of the tree; Edgecore's products answer under the parent of their number."""
    agent = (*ENTERPRISES, 8691, 7, 99)
    assert (*agent, 1, 78) in [each.name for each in objects(8691, agent)]
    assert (*ENTERPRISES, 259, 10, 1, 1, 1, 3, 1, 10) in [
        each.name for each in objects(259, (*ENTERPRISES, 259, 10, 1, 45))
    ]
    for agent in ((), (*ENTERPRISES, 8691)):
        assert all(each.name[: len(ENTERPRISES)] == ENTERPRISES for each in objects(8691, agent))
        assert len(objects(8691, agent)) < len(OBJECTS[8691])


@pytest.mark.parametrize(
    ("meaning", "agent", "first"),
    [
        ("an authenticator of Fortinet's", (12356, 113, 1), [(12356, 113, 1, 1), (12356, 113, 1, 2)]),
        ("a rack controller of Rittal's", (2606, 7), [(2606, 7, 2, 6), (2606, 7, 2, 4)]),
        (
            "a device of no branch that we know",
            (12356, 999, 1),
            [(12356, 100, 1, 1, 1), (12356, 101, 4, 1, 1)],
        ),
    ],
)
def test_what_is_of_the_agents_own_branch_comes_first(meaning: str, agent: Oid, first: list[Oid]) -> None:
    """A maker of many kinds of things gives each kind a branch of the tree: its objects go into the first datagram."""
    wanted = objects(agent[0], (*ENTERPRISES, *agent))
    assert [each.name[len(ENTERPRISES) :] for each in wanted[:2]] == first, meaning
    assert sorted(wanted, key=str) == sorted(objects(agent[0], (*ENTERPRISES, agent[0], 0)), key=str)


def test_of_an_unknown_maker_nothing_is_wanted() -> None:
    assert objects(64999) == ()


@pytest.mark.parametrize(
    ("meaning", "answer", "values"),
    [
        ("a scalar", {(*ACME, 1, 0): b"AB12345678"}, ["ACME-MIB::acSerial.0 AB12345678"]),
        ("a row of a table", {(*ACME, 2, 1, 5, 3): b"CD12"}, ["ACME-MIB::acBoardSerial.3 CD12"]),
        ("the box before the board", {(*ACME, 1, 0): b"AB12345678", (*ACME, 2, 1, 5, 3): b"CD12"},
         ["ACME-MIB::acSerial.0 AB12345678"]),
        ("the board where the box says nothing", {(*ACME, 1, 0): b"N/A", (*ACME, 2, 1, 5, 3): b"CD12"},
         ["ACME-MIB::acBoardSerial.3 CD12"]),
        ("a number that is a serial number", {(*ACME, 1, 0): 9876543}, ["ACME-MIB::acSerial.0 9876543"]),
        ("a number that is a version", {(*ACME, 3, 0): 9876543}, []),
        ("serial number, version and model", {(*ACME, 1, 0): b"AB12", (*ACME, 3, 0): b"2.4\0", (*ACME, 4, 0): b"AC"},
         ["ACME-MIB::acSerial.0 AB12", "ACME-MIB::acVersion.0 2.4", "ACME-MIB::acModel.0 AC"]),
        ("a version without a figure", {(*ACME, 3, 0): b"beta"}, []),
        ("a model without a letter", {(*ACME, 4, 0): b"2"}, []),
        ("too short for a serial number", {(*ACME, 1, 0): b"1"}, []),
        ("no text of ours", {(*ACME, 4, 0): "型番".encode()}, []),
        ("somebody else's object", {(*ACME, 9, 0): b"AB12345678"}, []),
        ("an address", {(*ACME, 1, 0): b"\x00\x1b\xff\xfe\x01\x02"}, []),
    ],
)  # fmt: skip
def test_what_an_answer_tells(meaning: str, answer: dict[Oid, Value], values: list[str]) -> None:
    assert [r.value for r in told((SERIAL, BOARD, VERSION, MODEL), answer)] == values


def test_what_is_found_is_not_told_again() -> None:
    answer: dict[Oid, Value] = {(*ACME, 1, 0): b"AB12345678", (*ACME, 3, 0): b"2.4"}
    assert told((SERIAL, VERSION), answer, {"serial"}) == [
        Reading("snmp.own_version", "ACME-MIB::acVersion.0 2.4")
    ]


def test_one_row_is_asked_for_by_the_number_before_it() -> None:
    assert ROW.asked == (*ACME, 2, 1, 5, 1000)
    assert told((ROW,), {(*ACME, 2, 1, 5, 1002): b"FAN12345"}) == []
    assert told((ROW,), {(*ACME, 2, 1, 5, 1001): b"AB12345678"}) != []


def test_a_scalar_is_asked_for_by_the_number_above_it() -> None:
    """Where what a scalar is for some products is a group for others, nothing but its one instance will do."""
    scalar = replace(MODEL, name=(*ACME, 4, 0), is_instance=True)
    assert scalar.asked == (*ACME, 4)
    assert told((scalar,), {(*ACME, 4, 1, 0): b"a group"}) == []
    assert told((scalar,), {(*ACME, 4, 0): b"AC-500"}) != []


@given(
    st.dictionaries(
        st.sampled_from([(*ACME, 1, 0), (*ACME, 2, 1, 5, 1001), (*ACME, 3, 0), (*ACME, 4, 7), ACME, ()]),
        st.one_of(st.binary(max_size=9), st.integers(), st.just((1, 3)), st.just(b"V2.4 \xff")),
    )
)
def test_no_answer_is_too_odd(answer: dict[Oid, Value]) -> None:
    found = told((SERIAL, ROW, VERSION, MODEL), answer)
    assert len({r.field for r in found}) == len(found)
    assert all(r.field in FIELDS.values() and " " in r.value for r in found)
