"""The gate for tables: who may be asked for them, how much, and that it is another account than the host's own."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from ipaddress import ip_address

import pytest

from agent.care import HostView
from agent.gate import Gate
from agent.host_accounts import AccountRecord
from agent.limits import TABLE_BUDGET
from agent.permit import TABLES, Later, Moment, Permit, Refusal
from agent.scope import Scope, parse_scope
from probes import forwarding, snmp
from probes.tables import BATCH

TEXT = """
never = ["10.0.9.9"]
[authorisation]
by = "x"
until = 2030-01-01
[[network]]
cidr = "10.0.9.0/24"
name = "ICU"
care = "bedside"
[snmp.core]
kind = "infrastructure"
version = "2c"
secret = "env:X"
hosts = ["10.0.9.1", "10.0.9.9", "10.0.8.1"]
[snmp.printers]
kind = "devices"
version = "2c"
secret = "env:Y"
hosts = ["10.0.9.2"]
"""
SCOPE: Scope = parse_scope(TEXT)
BEGIN = datetime(2026, 11, 2, 20, tzinfo=UTC)


def view(ip: str = "10.0.9.1", **known: object) -> HostView:
    return HostView("main", SCOPE.networks[0], ip_address(ip), **known)  # type: ignore[arg-type]


def at(seconds: float) -> Moment:
    return Moment(BEGIN + timedelta(seconds=seconds), seconds)


@pytest.mark.parametrize(
    ("meaning", "box", "kind"),
    [
        ("listed, even on a bedside network", view(), ""),
        ("not listed", view("10.0.9.5"), "care"),
        ("listed for another purpose", view("10.0.9.2"), "care"),
        ("never", view("10.0.9.9"), "care"),
        ("in no network of the scope", view("10.0.8.1"), "scope"),
        ("the ledger calls it a pump", view(fragile="row 5"), "care"),
        ("it is a medical device", view(klass="medical"), "care"),
        ("it fell silent before", view(silenced="it fell silent"), "care"),
    ],
)
def test_who_may_be_asked(meaning: str, box: HostView, kind: str) -> None:
    verdict = Gate(SCOPE, lambda _: None).admit_tables(box, forwarding.PROBE, at(0))
    assert (verdict.kind if isinstance(verdict, Refusal) else "") == kind


def test_hours_and_a_stop_hold_here_too() -> None:
    assert isinstance(
        Gate(SCOPE, lambda _: None, lambda: "STOP").admit_tables(view(), forwarding.PROBE, at(0)), Refusal
    )
    after = Moment(datetime(2031, 1, 1, tzinfo=UTC), 0)
    assert isinstance(Gate(SCOPE, lambda _: None).admit_tables(view(), forwarding.PROBE, after), Refusal)


def spend(gate: Gate, box: HostView) -> tuple[int, float, Refusal]:
    """Batches until no more are given: packets, seconds, and the refusal."""
    now, sent = 0.0, 0
    while True:
        verdict = gate.admit_tables(box, forwarding.PROBE, at(now))
        if isinstance(verdict, Refusal):
            return sent, now, verdict
        if isinstance(verdict, Later):
            now += verdict.seconds
            continue
        gate.settle(verdict, BATCH, BATCH * 100)
        sent += BATCH


def test_a_box_gets_so_much_and_no_more_and_not_faster() -> None:
    gate = Gate(SCOPE, lambda _: None)
    packets, seconds, refusal = spend(gate, view())
    assert refusal.kind == "budget"
    assert TABLE_BUDGET.packets - 2 * forwarding.PROBE.packets < packets <= TABLE_BUDGET.packets
    assert packets / seconds <= TABLE_BUDGET.starts_per_second * BATCH * 1.01


def test_a_third_question_waits() -> None:
    gate = Gate(SCOPE, lambda _: None)
    for second in (0, 1):
        assert isinstance(gate.admit_tables(view(), forwarding.PROBE, at(second)), Permit)
    assert isinstance(gate.admit_tables(view(), forwarding.PROBE, at(2)), Later)


def test_its_own_budget_is_not_touched_nor_the_tables_by_its_own() -> None:
    records: list[AccountRecord] = []
    gate = Gate(SCOPE, records.append)
    spend(gate, view())
    assert gate.account(("main", "10.0.9.1")).packets == 0
    assert {r.budget for r in records} == {TABLES}
    assert [r.event for r in records[:2]] == ["reserved", "settled"]


@pytest.mark.parametrize("settled", [True, False])
def test_a_resumed_run_takes_the_account_up(settled: bool) -> None:
    records: list[AccountRecord] = []
    gate = Gate(SCOPE, records.append)
    packets, _, _ = spend(gate, view())
    resumed = Gate(SCOPE, lambda _: None)
    resumed.restore(r for r in records if settled or r.event == "reserved")
    assert isinstance(resumed.admit_tables(view(), forwarding.PROBE, at(9999)), Refusal)
    assert resumed.account(("main", "10.0.9.1")).packets == 0 < packets


def test_the_mac_makes_no_second_account() -> None:
    gate = Gate(SCOPE, lambda _: None)
    spend(gate, view())
    assert isinstance(gate.admit_tables(view(mac="00:26:73:00:00:01"), forwarding.PROBE, at(9999)), Refusal)


def test_the_questions_of_a_host_are_still_a_hosts() -> None:
    assert isinstance(Gate(SCOPE, lambda _: None).admit(view(), snmp.PROBE, at(0)), Refusal)  # bedside
