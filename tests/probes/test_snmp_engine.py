"""SNMPv3's discovery: its bytes, whose answer is read, and that no damage does anything else than ParseError."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import snmp_engine
from probes.model import ParseError
from tests.snmp_agent import Agent

ENGINE = bytes.fromhex("80001f888000112233")


def test_it_names_neither_user_nor_object() -> None:
    ask = snmp_engine.question(0x0539)
    assert ask.port == 161
    assert b"\x02\x02\x05\x39\x02\x03\x00\xff\xe3\x04\x01\x04\x02\x01\x03" in ask.payload
    assert b"\x04\x10\x30\x0e\x04\x00\x02\x01\x00\x02\x01\x00\x04\x00\x04\x00\x04\x00" in ask.payload
    assert ask.payload.endswith(b"\x04\x00\x04\x00\xa0\x0c\x02\x02\x05\x39\x02\x01\x00\x02\x01\x00\x30\x00")
    assert len(ask.payload) < 70


def test_the_report_names_the_engine() -> None:
    answer = Agent({}, engine=ENGINE).answer(snmp_engine.question(7).payload)
    assert snmp_engine.engine_of(answer, 7) == ENGINE.hex()
    assert snmp_engine.engine_of(answer, 8) == ""


@pytest.mark.parametrize("engine", [b"\1", bytes(4)])
def test_what_is_too_short_is_no_engine(engine: bytes) -> None:
    answer = Agent({}, engine=engine).answer(snmp_engine.question(7).payload)
    assert snmp_engine.engine_of(answer, 7) == ""


@given(st.binary(max_size=80))
def test_anything_else_is_refused(payload: bytes) -> None:
    with pytest.raises(ParseError):
        snmp_engine.engine_of(payload, 7)


def test_every_prefix_is_refused() -> None:
    answer = Agent({}, engine=ENGINE).answer(snmp_engine.question(7).payload)
    for length in range(len(answer)):
        with pytest.raises(ParseError):
            snmp_engine.engine_of(answer[:length], 7)
