"""The agent that a corpus record becomes: it answers the probe's questions, and no more than a datagram holds."""

from __future__ import annotations

from probes import snmp_inventory
from probes.snmp_elsewhere import ENTERPRISES
from probes.snmp_message import Oid, Value
from tests.bench.corpus_evidence import MOST_OCTETS, asked

ACME: Oid = (*ENTERPRISES, 64999)


def agent(**texts: bytes) -> dict[Oid, Value]:
    values: dict[Oid, Value] = {snmp_inventory.SYS_OBJECT_ID: (*ACME, 1)}
    return values | {(*ACME, 1, number, 0): text for number, text in enumerate(texts.values(), 1)}


def own(values: dict[Oid, Value]) -> list[str]:
    return [r.value.partition(" ")[2] for r in asked(values) if r.field == snmp_inventory.OWN]


def test_what_the_probe_asks_for_is_read() -> None:
    assert own(agent(model=b"AC-1", serial=b"AB12345678")) == ["AC-1", "AB12345678"]


def test_what_does_not_fit_into_a_datagram_is_not_read() -> None:
    long = b"x" * (MOST_OCTETS // 4)
    assert (
        0
        < len(own(agent(**{f"n{number}": long for number in range(snmp_inventory.MOST_ROWS)})))
        < snmp_inventory.MOST_ROWS
    )
