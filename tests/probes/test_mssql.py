"""SQL Server Browser: one byte out, instances back; and lists that are cut, mixed up or made to hurt."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import mssql
from probes.model import ParseError, Reply, Target
from probes.mssql import Instance


def answer(text: str, kind: int = 5) -> bytes:
    data = text.encode("cp932")
    return bytes([kind]) + len(data).to_bytes(2, "little") + data


def instance(server: str, name: str, version: str, more: str = "") -> str:
    return f"ServerName;{server};InstanceName;{name};IsClustered;No;Version;{version}{more};;"


ONE = instance("RIS01", "MSSQLSERVER", "15.0.2000.5", ";tcp;1433")


def readings(*answers: bytes) -> dict[str, list[str]]:
    conversation = mssql.talk(Target("192.0.2.10", 1))
    assert next(conversation).payload == b"\x03"
    with pytest.raises(StopIteration) as end:
        conversation.send(tuple(Reply("192.0.2.10", a) for a in answers))
    found: dict[str, list[str]] = {}
    for r in end.value.value:
        found.setdefault(r.field.removeprefix("mssql."), []).append(r.value)
    return found


def test_two_instances() -> None:
    text = ONE + instance(
        "RIS01", "SQLEXPRESS", "9.00.5000.00", r";np;\\RIS01\pipe\MSSQL$SQLEXPRESS\sql\query;tcp;49172"
    )
    assert readings(answer(text)) == {
        "server": ["RIS01"],
        "instance": ["MSSQLSERVER 15.0.2000.5", "SQLEXPRESS 9.00.5000.00"],
        "version": ["15.0.2000.5", "9.00.5000.00"],
        "port": ["tcp/1433 MSSQLSERVER", "tcp/49172 SQLEXPRESS"],
    }


@pytest.mark.parametrize(
    ("meaning", "text", "wanted"),
    [
        ("a Japanese name", instance("検査", "LIS", "11.0.7001.0"), Instance("検査", "LIS", "11.0.7001.0")),
        ("pipes alone", instance("A", "B", "8.00.194", r";np;\\A\pipe\sql\query"), Instance("A", "B", "8.00.194")),
        ("no port at all", instance("A", "B", "16.0.1000.6", ";tcp;"), Instance("A", "B", "16.0.1000.6")),
        ("a port beyond all", instance("A", "B", "16.0.1", ";tcp;70000"), Instance("A", "B", "16.0.1")),
        ("the end cut off", ONE.rstrip(";"), Instance("RIS01", "MSSQLSERVER", "15.0.2000.5", 1433)),
        ("port said twice", instance("A", "B", "16.0.1", ";tcp;1;tcp;2"), Instance("A", "B", "16.0.1", 1)),
    ],
)  # fmt: skip
def test_instances(meaning: str, text: str, wanted: Instance) -> None:
    assert mssql.parse(answer(text)) == (wanted,)


@pytest.mark.parametrize(
    ("meaning", "message"),
    [
        ("another message", answer(ONE, kind=3)),
        ("nothing in it", answer("")),
        ("longer than it is", answer(ONE)[:-5]),
        ("keys in another order", answer("InstanceName;A;ServerName;B;IsClustered;No;Version;1.0;;")),
        ("a version that is none", answer(instance("A", "B", "<script>"))),
        ("a name without end", answer(instance("A" * 300, "B", "15.0.1"))),
        ("an echo of the question", b"\x03"),
    ],
)
def test_what_is_no_list_is_refused(meaning: str, message: bytes) -> None:
    with pytest.raises(ParseError):
        mssql.parse(message)


def test_a_list_without_end_is_cut() -> None:
    assert len(mssql.parse(answer(instance("A", "B", "15.0.1") * 500))) == mssql.MOST_INSTANCES


@given(st.text("ServerName;InstanceName;IsClustered;No;Version;12.0;tcp", max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(ParseError):
        mssql.parse(answer(text))


def test_costs_one_datagram() -> None:
    assert mssql.PROBE.ports == {("udp", 1434)} and mssql.PROBE.packets <= 4
