"""The ARP sweep on real frames: four hosts in namespaces, the gate's account against the counters of the kernel."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Network, ip_interface, ip_network
from pathlib import Path

import pytest

from agent import journal as journals
from agent.capture import SweepResult, sweep, targets_of
from agent.demo.namespaces import Attachment, Networks, Node, Segment, possible, raised
from agent.gate import Gate
from agent.host import LocalInterface
from agent.permit import Moment
from agent.scope import Authorisation, Care, Network, Scope
from probes.arp import ArpReply

pytestmark = [
    pytest.mark.lab,
    pytest.mark.skipif(bool(possible()), reason=possible() or "-"),
]

AGENT_MAC = "02:00:00:00:00:01"
HOSTS = {f"10.77.0.{n}": f"02:00:00:00:01:{n:02x}" for n in (2, 77, 200, 254)}
OFFICE = Network(ip_network("10.77.0.0/24"), "office", care=Care.OFFICE)
INTERFACE = LocalInterface("eth0", AGENT_MAC, ip_interface("10.77.0.1/24"), 2)


@pytest.fixture(scope="module")
def networks() -> Iterator[Networks]:
    segment = Segment("office", IPv4Network("10.77.0.0/24"))
    nodes = [Node("agent", (Attachment("office", AGENT_MAC, "10.77.0.1"),))]
    nodes += [Node(f"h{i}", (Attachment("office", mac, ip),)) for i, (ip, mac) in enumerate(HOSTS.items())]
    with raised([segment], nodes) as up:
        yield up


def moment() -> Moment:
    return Moment(datetime.now(UTC), time.monotonic())


def swept(
    networks: Networks, folder: Path, network: Network = OFFICE, *, until: timedelta = timedelta(hours=1)
) -> tuple[SweepResult, list[ArpReply], list[journals.Record], float]:
    journal = journals.create(folder / "journal.jsonl", lambda: datetime.now(UTC))
    scope = Scope(Authorisation("x", datetime.now(UTC) + until), (network,), "", "")
    gate = Gate(scope, lambda record: journal.append("account", journals.account_out(record)))
    replies: list[ArpReply] = []
    targets = targets_of(network, int(INTERFACE.address.ip), lambda n: n & 0xFF == 77)
    with networks.inside("agent"):
        begun = time.monotonic()
        (result,) = sweep([(network, INTERFACE, targets)], gate, moment, lambda _, r: replies.append(r))
        took = time.monotonic() - begun
    journal.close()
    return result, replies, list(journals.read(folder / "journal.jsonl")), took


def test_every_host_is_found_but_the_one_that_is_never_asked(networks: Networks, tmp_path: Path) -> None:
    result, replies, records, took = swept(networks, tmp_path)
    assert {(r.ip, r.mac) for r in replies} == set(HOSTS.items()) - {("10.77.0.77", HOSTS["10.77.0.77"])}
    assert (result.asked, result.answered, result.dropped, result.stopped) == (252, 3, 0, "")
    assert sum(int(str(r.data["packets"])) for r in records if r.kind == "account") == 252
    assert 252 / 250 - 0.05 <= took <= 252 / 250 * 1.02 + 0.9, "paced, and the last wait follows the answers"
    assert result.tail <= 0.2


def test_the_journal_is_ahead_of_the_frames(networks: Networks, tmp_path: Path) -> None:
    """What a capture beside the agent saw is never more than the account said before."""
    before = _received("h0", networks)
    _, _, records, _ = swept(networks, tmp_path)
    seen = _received("h0", networks) - before
    accounted = sum(int(str(r.data["packets"])) for r in records if r.kind == "account")
    assert accounted <= seen + 10 and seen <= accounted + 20


def test_a_scope_that_ended_sends_nothing(networks: Networks, tmp_path: Path) -> None:
    before = _received("h0", networks)
    result, replies, records, _ = swept(networks, tmp_path, until=timedelta(hours=-1))
    assert result.asked == 0 and replies == [] and "ended" in result.stopped
    assert not [r for r in records if r.kind == "account"]
    assert _received("h0", networks) - before <= 2


def test_the_bedside_is_asked_slowly(networks: Networks, tmp_path: Path) -> None:
    small = replace(OFFICE, cidr=ip_network("10.77.0.192/26"), care=Care.BEDSIDE)
    result, replies, _, took = swept(networks, tmp_path, small)
    assert {r.ip for r in replies} == {"10.77.0.200", "10.77.0.254"}
    assert took >= 61 / 20
    assert result.asked == 62


def _received(node: str, networks: Networks) -> int:
    out = networks.run(node, ["cat", "/sys/class/net/eth0/statistics/rx_packets"])
    return int(out.stdout)
