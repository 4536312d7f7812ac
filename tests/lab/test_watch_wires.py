"""The watch where one machine looks at several networks: whose answer counts, and from which address it asks."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Network, ip_address, ip_interface, ip_network

import pytest

from agent.care import HostView
from agent.demo.namespaces import Attachment, Networks, Node, Segment, possible, raised
from agent.gate import Gate
from agent.host import LocalInterface
from agent.permit import Moment
from agent.scope import Authorisation, Care, Network, Scope
from agent.watch import Watch

pytestmark = [pytest.mark.lab, pytest.mark.skipif(bool(possible()), reason=possible() or "-")]

OWN, OTHER_OWN, HOST = "04:20:9a:00:00:01", "04:20:9a:00:00:02", "00:00:5e:00:53:02"


def moment() -> Moment:
    return Moment(datetime.now(UTC), time.monotonic())


def lost(up: Networks, looked: Sequence[tuple[Network, str, LocalInterface]]) -> list[str]:
    """Names of the networks on which the host at this address is lost, all looked for at once."""
    scope = Scope(
        Authorisation("x", datetime.now(UTC) + timedelta(hours=1)), tuple(n for n, _, _ in looked), "", ""
    )
    gate = Gate(scope, lambda _: None)
    watch = Watch(gate, moment, lambda loss, _: found.append(loss.view.network.name))
    found: list[str] = []

    async def look() -> None:
        async with asyncio.TaskGroup() as group:
            for network, ip, interface in looked:
                view = HostView(network.site, network, ip_address(ip), HOST)
                group.create_task(watch.after(view, "http", interface))
        watch.close()

    with up.inside("agent"):
        asyncio.run(look())
    return found


def test_two_sites_of_the_same_addresses_do_not_answer_for_each_other() -> None:
    segments = [Segment("main", IPv4Network("10.77.0.0/28")), Segment("annex", IPv4Network("10.77.0.0/28"))]
    agent = Node("agent", (Attachment("main", OWN, "10.77.0.1"), Attachment("annex", OTHER_OWN, "10.77.0.3")))
    with raised(segments, [agent, Node("h", (Attachment("main", HOST, "10.77.0.2"),))]) as up:
        main, annex = (
            Network(ip_network("10.77.0.0/28"), site, site, care=Care.OFFICE) for site in ("main", "annex")
        )
        here = LocalInterface("eth0", OWN, ip_interface("10.77.0.1/28"), 2)
        there = LocalInterface("eth1", OTHER_OWN, ip_interface("10.77.0.3/28"), 3)
        assert lost(up, [(main, "10.77.0.2", here), (annex, "10.77.0.2", there)]) == ["annex"]


def test_each_network_of_one_wire_is_asked_from_our_address_in_it() -> None:
    """A host that answers nobody whose address is of another network (arp_ignore 2), as many do, is not lost."""
    segment = Segment("main", IPv4Network("10.77.0.0/28"))
    agent = Node("agent", (Attachment("main", OWN, "10.77.0.1"),))
    with raised([segment], [agent, Node("h", (Attachment("main", HOST, "10.77.0.2"),))]) as up:
        commands = (
            ("agent", "ip addr add 10.88.0.1/28 dev eth0"),
            ("h", "ip addr add 10.88.0.2/28 dev eth0"),
            ("h", "sysctl -qw net.ipv4.conf.eth0.arp_ignore=2"),
        )
        for node, command in commands:
            assert up.run(node, command.split(), env=dict(os.environ)).returncode == 0, command
        one, other = (Network(ip_network(f"10.{n}.0.0/28"), str(n), care=Care.OFFICE) for n in (77, 88))
        first, second = (LocalInterface("eth0", OWN, ip_interface(f"10.{n}.0.1/28"), 2) for n in (77, 88))
        assert lost(up, [(one, "10.77.0.2", first), (other, "10.88.0.2", second)]) == []


def test_a_stop_ends_the_wait_for_the_second_look() -> None:
    segment, stopped = Segment("main", IPv4Network("10.77.0.0/28")), False
    agent = Node("agent", (Attachment("main", OWN, "10.77.0.1"),))
    network = Network(ip_network("10.77.0.0/28"), "main", care=Care.OFFICE)
    scope = Scope(Authorisation("x", datetime.now(UTC) + timedelta(hours=1)), (network,), "", "")
    watch = Watch(
        Gate(scope, lambda _: None, lambda: "STOP" if stopped else ""), moment, lambda loss, _: None
    )

    async def stop_while_it_waits() -> float:
        nonlocal stopped
        view = HostView("main", network, ip_address("10.77.0.2"), HOST)
        await watch.after(view, "http", LocalInterface("eth0", OWN, ip_interface("10.77.0.1/28"), 2))
        waiting = asyncio.create_task(watch.finish())
        await asyncio.sleep(0.1)
        assert not waiting.done(), "it is to be looked for again"
        stopped, begun = True, time.monotonic()
        await waiting
        return time.monotonic() - begun

    with (
        raised([segment], [agent, Node("h", (Attachment("main", HOST, "10.77.0.2"),))]) as up,
        up.inside("agent"),
    ):
        assert asyncio.run(stop_while_it_waits()) < 1
