"""When a host falls silent: whom it makes us spare, and what makes all sending stop."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from ipaddress import ip_address, ip_network

import pytest

from agent.care import HostView, refusal
from agent.device import Tier
from agent.known import Known
from agent.rules import load_rules
from agent.scope import Authorisation, Care, HostGrant, Network, Protected, Scope
from agent.watch import Loss, comes_and_goes, judge
from probes import all_probes
from probes.model import Impact

CLINICAL = Network(ip_network("10.0.2.0/24"), "ward", care=Care.CLINICAL)
OFFICE = Network(ip_network("10.0.1.0/24"), "office", care=Care.OFFICE)


def view(network: Network = OFFICE, klass: str = "", ip: str = "10.0.1.9", **more: object) -> HostView:
    return HostView("main", network, ip_address(ip), "00:00:5e:00:53:01", klass=klass, **more)  # type: ignore[arg-type]


def loss(seen: HostView, after: float = 3.0, at: float = 100.0) -> Loss:
    return Loss(seen, "http", after, at)


KNOWN = {"klass": "server", "recognised": True, "tier": Tier.STRONG}


@pytest.mark.parametrize(
    ("meaning", "losses", "stops"),
    [
        ("nobody knows what it is, on a ward", [loss(view(CLINICAL))], True),
        ("the ledger declares it, on a ward", [loss(view(CLINICAL, declared=True, **KNOWN))], True),
        ("its maker makes ventilators", [loss(view(CLINICAL, fragile="oui", **KNOWN))], True),
        ("a server that is known and not in the ledger", [loss(view(CLINICAL, **KNOWN))], False),
        ("nobody knows what it is, in an office", [loss(view())], False),
        ("a phone half a minute later", [loss(view(CLINICAL, klass="phone"), after=33)], False),
        ("a phone at once", [loss(view(CLINICAL, klass="phone"), after=3)], True),
        ("a PC on a ward half a minute later", [loss(view(CLINICAL, klass="terminal"), after=33)], True),
        ("three printers in nine minutes", [loss(view(klass="printer"), at=t) for t in (0, 300, 540)], True),
        ("three printers in eleven", [loss(view(klass="printer"), at=t) for t in (0, 300, 660)], False),
        ("three of different classes", [loss(view(klass=k)) for k in ("printer", "camera", "power")], False),
        ("three office PCs at closing time", [loss(view(klass="terminal"), after=33)] * 3, False),
        ("three office PCs at a question", [loss(view(klass="terminal"), after=3)] * 3, True),
        ("three that nobody could name", [loss(view()) for _ in range(3)], True),
    ],
)
def test_what_stops_all_sending(meaning: str, losses: list[Loss], stops: bool) -> None:
    assert bool(judge(losses)) is stops, meaning


def test_the_sentence_names_the_host_the_network_and_the_question() -> None:
    text = judge([loss(view(CLINICAL, ip="10.0.2.7"))])
    assert "10.0.2.7" in text and "ward" in text and "http" in text


@pytest.mark.parametrize(
    ("klass", "kind", "network", "expected"),
    [
        ("phone", "", CLINICAL, True),
        ("guest", "", CLINICAL, True),
        ("terminal", "tablet", CLINICAL, True),
        ("terminal", "pc", CLINICAL, False),
        ("terminal", "pc", OFFICE, True),
        ("server", "", OFFICE, False),
        ("medical", "ct", CLINICAL, False),
        ("", "", OFFICE, False),
    ],
)
def test_who_comes_and_goes(klass: str, kind: str, network: Network, expected: bool) -> None:
    assert comes_and_goes(view(network, klass, kind=kind)) is expected


def test_a_lost_host_and_its_class_are_asked_nothing_more_grants_notwithstanding() -> None:
    authorised = Authorisation("x", datetime(2030, 1, 1, tzinfo=UTC))
    grants = tuple(HostGrant(Impact.SESSION, "", ip_address(f"10.0.1.{n}")) for n in (9, 10, 11))
    scope = Scope(authorised, (OFFICE,), "", "", hosts=grants)
    rows = tuple(
        Protected(f"row {n}", klass, ip=f"10.0.1.{n}")
        for n, klass in ((9, "printer"), (10, "printer"), (11, "camera"))
    )
    known = Known(scope, load_rules(), frozenset({OFFICE}), rows)
    http, now = all_probes()["http"], datetime(2026, 1, 1, tzinfo=UTC)

    def asked(number: int) -> str:
        return refusal(known.view_at(OFFICE, ip_address(f"10.0.1.{number}")), http, scope, now)

    assert [asked(n) for n in (9, 10, 11)] == ["", "", ""]
    known.silence(known.view_at(OFFICE, ip_address("10.0.1.9")), "http", whole_class=False)
    assert [bool(asked(n)) for n in (9, 10, 11)] == [True, False, False]
    known.silence(known.view_at(OFFICE, ip_address("10.0.1.9")), "http", whole_class=True)
    assert [bool(asked(n)) for n in (9, 10, 11)] == [True, True, False]
    assert "10.0.1.9" in asked(10), "who asks why is told which device it was"


def test_a_loss_counts_if_it_came_suddenly_or_if_it_never_goes_by_itself() -> None:
    phone, server = view(klass="phone"), view(klass="server")
    assert [loss(phone, after=a).counts for a in (3, 5, 6)] == [True, True, False]
    assert loss(server, after=33).counts
    assert replace(loss(server), after=0.0).counts
