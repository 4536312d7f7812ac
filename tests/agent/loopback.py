"""Conversations with this machine itself: real sockets on loopback, under a real gate."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address, ip_network

from agent.care import HostView
from agent.conduct import conduct
from agent.gate import Gate
from agent.host_accounts import AccountRecord
from agent.permit import Moment, Permit
from agent.scope import Authorisation, Care, Network, Scope
from agent.wire import Wire
from probes.model import Ask, Attempt, Evidence, Impact, Probe, Reading, Reply, Target, Via

LOOPBACK = Network(ip_network("127.0.0.0/8"), "loopback", care=Care.OFFICE)
HOST = "127.0.0.1"


def moment() -> Moment:
    return Moment(datetime.now(UTC), time.monotonic())


def hold(*asks: Ask, packets: int = 12, read: Callable[[list[Reply]], list[Reading]] | None = None) -> tuple[
    Attempt, tuple[Evidence, ...], list[AccountRecord], list[Reply]
]:  # fmt: skip
    """One conversation of these asks with 127.0.0.1, through gate, wire and conduct."""
    records: list[AccountRecord] = []
    replies: list[Reply] = []
    ports = frozenset(("udp" if a.via is Via.UDP else "tcp", a.port) for a in asks)
    probe = Probe("test", Impact.CONNECT, frozenset(), ports, packets, "")
    scope = Scope(Authorisation("x", datetime.now(UTC) + timedelta(hours=1)), (LOOPBACK,), "", "")
    gate = Gate(scope, records.append)
    permit = gate.admit(HostView("main", LOOPBACK, ip_address(HOST)), probe, moment())
    assert isinstance(permit, Permit)

    def talk(_: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
        for ask in asks:
            replies.extend((yield ask))
        return read(replies) if read else [Reading("test.said", r.payload.decode("latin-1")) for r in replies]

    wire = Wire(gate, moment, lambda _: None)
    attempt, evidence = asyncio.run(conduct(permit, talk, Target(HOST, 1), wire, lambda: "T"))
    assert [r.event for r in records] == ["reserved", "settled"]
    assert records[1].packets == attempt.sent_packets <= permit.packets
    return attempt, evidence, records, replies


@contextmanager
def server(handle: Callable[[socket.socket], None]) -> Iterator[int]:
    """A TCP server for one client at a time, on a free port."""
    listener = socket.create_server((HOST, 0))
    listener.settimeout(5)

    def serve() -> None:
        try:
            while True:
                client, _ = listener.accept()
                client.settimeout(5)
                with client:
                    handle(client)
        except OSError:
            return

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield listener.getsockname()[1]
    finally:
        listener.shutdown(socket.SHUT_RDWR)  # wakes accept
        listener.close()
        thread.join(6)
