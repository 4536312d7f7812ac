"""The gate: what it grants, what it counts, and that no permit exists without its account."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.care import HostView
from agent.gate import Gate
from agent.host_accounts import AccountRecord
from agent.limits import HOST_BUDGETS, NEIGHBOUR_FRESH, NEIGHBOUR_PACKETS
from agent.permit import Later, Moment, Permit, Refusal, SegmentPermit
from agent.scope import Authorisation, Care, Network, Never, Scope
from probes import all_probes
from probes.model import Ask, Impact, Probe, Via

START = datetime(2026, 11, 24, tzinfo=UTC)
OFFICE = Network(ip_network("10.0.1.0/24"), "office", care=Care.OFFICE)
WARD = Network(ip_network("10.0.2.0/24"), "ward", care=Care.BEDSIDE)
ARP = all_probes()["arp"]
MDNS = all_probes()["mdns"]
HTTP = Probe("http", Impact.CONNECT, frozenset(), frozenset({("tcp", 80)}), 12, "")


def at(seconds: float) -> Moment:
    return Moment(START + timedelta(seconds=seconds), seconds)


def gate(*, until: datetime = START + timedelta(days=1), stop: str = "") -> tuple[Gate, list[AccountRecord]]:
    records: list[AccountRecord] = []
    scope = Scope(Authorisation("x", until), (OFFICE, WARD), "", "")
    return Gate(scope, records.append, lambda: stop), records


def host(last: int = 5, network: Network = OFFICE, mac: str = "00:11:22:33:44:55") -> HostView:
    return HostView("main", network, ip_address(int(network.cidr.network_address) + last), mac)


def permit(g: Gate, view: HostView, seconds: float) -> Permit:
    verdict = g.admit(view, HTTP, at(seconds))
    assert isinstance(verdict, Permit), verdict
    return verdict


def test_the_account_stands_before_the_permit() -> None:
    g, records = gate()

    def refuse(record: AccountRecord) -> None:
        raise OSError("disk full")

    g.record = refuse
    with pytest.raises(OSError, match="disk full"):
        g.admit(host(), HTTP, at(0))
    g.record = records.append
    permit(g, host(), 1)
    assert [r.event for r in records] == ["reserved"]
    assert g.account(host().key).reserved == HTTP.packets + NEIGHBOUR_PACKETS


def test_what_was_reserved_is_replaced_by_what_was_sent() -> None:
    g, records = gate()
    g.settle(permit(g, host(), 0), 6, 500)
    account = g.account(host().key)
    assert (account.packets, account.bytes, account.reserved, account.open) == (6, 500, 0, 0)
    assert [(r.event, r.packets) for r in records] == [("reserved", 16), ("settled", 6)]


@pytest.mark.parametrize(
    ("pause", "resolves", "kept_free"),
    [(NEIGHBOUR_FRESH - 1, False, 0), (NEIGHBOUR_FRESH + 1, True, 1)],
    ids=["they still know each other", "one of them asks again"],
)
def test_kernels_that_ask_each_other_again_are_on_the_account(
    pause: float, resolves: bool, kept_free: int
) -> None:
    g, _ = gate()
    first = permit(g, host(), 0)
    assert first.resolves
    g.settle(first, 6, 500)
    later = permit(g, host(), pause)
    assert later.resolves is resolves and later.packets == HTTP.packets + kept_free


def test_a_permit_is_settled_once() -> None:
    g, _ = gate()
    p = permit(g, host(), 0)
    g.settle(p, 1, 1)
    with pytest.raises(RuntimeError):
        g.settle(p, 1, 1)


def test_one_open_conversation_and_a_pause_between_starts() -> None:
    g, _ = gate()
    p = permit(g, host(), 0)
    assert isinstance(g.admit(host(), HTTP, at(5)), Later)
    g.settle(p, 2, 100)
    assert isinstance(g.admit(host(), HTTP, at(0.05)), Later)
    permit(g, host(), 0.11)


def test_ten_addresses_of_one_interface_share_one_budget() -> None:
    g, _ = gate()
    permit(g, host(5), 0)
    assert isinstance(g.admit(host(6), HTTP, at(1)), Later)


def test_refusals_say_what_kind_they_are() -> None:
    elsewhere = replace(host(), ip=ip_address("192.0.2.1"))
    kinds = [
        gate(until=START - timedelta(days=1))[0].admit(host(), HTTP, at(0)),
        gate(stop="somebody said stop")[0].admit(host(), HTTP, at(0)),
        gate()[0].admit(host(network=WARD), HTTP, at(0)),
        gate()[0].admit(elsewhere, HTTP, at(0)),
    ]
    assert [v.kind for v in kinds if isinstance(v, Refusal)] == ["scope", "stopped", "care", "scope"]


def test_the_wire_is_asked_again_before_each_packet() -> None:
    g, _ = gate()
    p = permit(g, host(), 0)
    assert g.check(p, Ask(Via.TCP, 80), at(1)) is None
    assert isinstance(g.check(p, Ask(Via.TCP, 9100), at(1)), Refusal)
    assert isinstance(g.check(p, Ask(Via.MULTICAST, 5353), at(1)), Refusal)
    assert isinstance(g.check(p, Ask(Via.TCP, 80), at(1000)), Refusal)
    forged = replace(p, number=p.number)
    assert isinstance(g.check(forged, Ask(Via.TCP, 80), at(1)), Refusal)
    g.settle(p, 1, 1)
    assert isinstance(g.check(p, Ask(Via.TCP, 80), at(1)), Refusal)


@given(
    st.lists(
        st.tuples(st.integers(1, 20), st.integers(0, 20), st.floats(0.001, 3), st.booleans()), max_size=60
    ),
    st.sampled_from([Care.OFFICE, Care.CLINICAL]),
)
def test_no_course_of_events_spends_more_than_the_budget(
    course: list[tuple[int, int, float, bool]], care: Care
) -> None:
    network = replace(OFFICE, care=care)
    g = Gate(Scope(Authorisation("x", START + timedelta(days=9)), (network,), "", ""), lambda _: None)
    view = replace(host(network=network), recognised=True)
    now, starts = 0.0, list[float]()
    for packets, spent, pause, settles in course:
        now += pause
        verdict = g.admit(view, replace(HTTP, packets=packets), at(now))
        if isinstance(verdict, Permit):
            starts.append(now)
            if settles:
                g.settle(verdict, min(spent, verdict.packets), 0)
        account = g.account(view.key)
        assert account.packets + account.reserved <= HOST_BUDGETS[care].packets
        assert account.open <= 1
    gap = 1 / HOST_BUDGETS[care].starts_per_second
    assert all(b - a >= gap - 1e-9 for a, b in itertools.pairwise(starts))


def test_broadcasts_keep_their_rate() -> None:
    g, records = gate()
    sent, now = 0, 0.0
    while now < 10:
        if isinstance(g.admit_segment(OFFICE, ARP, 5, at(now)), SegmentPermit):
            sent += 5
        now += 0.001
    assert 2490 <= sent <= 2510
    assert sum(r.packets for r in records) == sent


def test_a_late_tick_catches_up_by_no_more_than_one_burst() -> None:
    g, _ = gate()
    assert isinstance(g.admit_segment(OFFICE, ARP, 5, at(0)), SegmentPermit)
    granted = sum(isinstance(g.admit_segment(OFFICE, ARP, 5, at(60)), SegmentPermit) for _ in range(10))
    assert granted <= 2


@pytest.mark.parametrize(
    ("care", "rate", "effective"),
    [
        (Care.BEDSIDE, None, 20),
        (Care.CLINICAL, None, 50),
        (Care.OFFICE, None, 250),
        (Care.OFFICE, 1000, 1000),
        (Care.OFFICE, 10, 10),
        (Care.CLINICAL, 1000, 50),
        (Care.BEDSIDE, 5, 5),
    ],
)
def test_sweep_rate_lowers_and_only_an_office_is_raised(care: Care, rate: int | None, effective: int) -> None:
    network = replace(OFFICE, care=care, sweep_rate=rate)
    assert (
        Gate(Scope(Authorisation("x", START), (network,), "", ""), lambda _: None).rate_of(network)
        == effective
    )


def test_a_resumed_run_counts_what_was_never_settled_as_sent() -> None:
    g, records = gate()
    g.settle(permit(g, host(5, mac="a"), 0), 6, 500)
    permit(g, host(6, mac="b"), 1)
    g.admit_segment(OFFICE, ARP, 5, at(2))
    again, _ = gate()
    again.restore(records)
    assert again.account(("main", "a")).packets == 6
    assert again.account(("main", "b")).packets == HTTP.packets + NEIGHBOUR_PACKETS
    assert permit(again, host(7, mac="c"), 3).number > max(r.number for r in records)


def test_what_was_sent_before_its_mac_was_known_is_carried_over() -> None:
    g, records = gate()
    before, after = host(mac=""), host()
    g.settle(permit(g, before, 0), 50, 400)
    refused = g.admit(after, HTTP, at(5))
    assert isinstance(refused, Refusal) and refused.kind == "budget"
    assert g.account(after.key).packets == 50
    again, _ = gate()
    again.restore(records)
    assert isinstance(again.admit(after, HTTP, at(5)), Refusal), "also in a run that is resumed"


def test_networks_on_one_wire_share_the_strictest_rate() -> None:
    wing = replace(OFFICE, cidr=ip_network("10.0.1.128/25"), name="wing", care=Care.BEDSIDE)
    far = replace(OFFICE, cidr=ip_network("10.0.9.0/24"), name="far", care=Care.CLINICAL)
    until = START + timedelta(days=1)
    g = Gate(Scope(Authorisation("x", until), (OFFICE, wing, far), "", ""), lambda _: None)
    assert (g.rate_of(OFFICE), g.rate_of(wing), g.rate_of(far)) == (20, 20, 50), "they overlap"
    g = Gate(g.scope, lambda _: None, links={OFFICE: "eth0", wing: "eth0", far: "eth0"})
    assert g.rate_of(far) == 20, "one interface, one wire"
    assert isinstance(g.admit_segment(OFFICE, ARP, 2, at(0)), SegmentPermit)
    assert isinstance(g.admit_segment(far, ARP, 1, at(0.05)), Later), "one pace for all of them together"
    refused = g.admit_segment(OFFICE, MDNS, 1, at(9))
    assert isinstance(refused, Refusal) and "bedside" in refused.why


@pytest.mark.parametrize(
    ("never", "refused"),
    [
        (["10.0.1.0/24"], True),
        (["10.0.0.0/16"], True),
        (["10.0.1.7", "10.0.1.0/25"], False),
        (["2001:db8::/32"], False),
    ],
)
def test_no_question_to_everyone_on_a_network_that_is_left_alone_as_a_whole(
    never: list[str], refused: bool
) -> None:
    left_alone = Never(tuple(ip_network(text) for text in never))
    scope = Scope(Authorisation("x", START + timedelta(days=1)), (OFFICE,), "", "", never=left_alone)
    leave = Gate(scope, lambda _: None).admit_segment(OFFICE, MDNS, 1, at(0))
    assert isinstance(leave, Refusal) is refused


@pytest.mark.parametrize(
    ("meaning", "ask", "kind"),
    [
        ("the probe's own question", Ask(Via.MULTICAST, 5353, group="224.0.0.251"), ""),
        ("another port", Ask(Via.MULTICAST, 1900, group="224.0.0.251"), "port"),
        ("a group that routers pass on", Ask(Via.MULTICAST, 5353, group="239.1.2.3"), "scope"),
        ("one host", Ask(Via.UDP, 5353), "scope"),
    ],
)
def test_the_wire_is_asked_again_before_each_multicast_frame(meaning: str, ask: Ask, kind: str) -> None:
    g, _ = gate()
    leave = g.admit_segment(OFFICE, MDNS, 1, at(0))
    assert isinstance(leave, SegmentPermit)
    no = g.check_group(leave, ask, at(0))
    assert (no.kind if no else "") == kind
