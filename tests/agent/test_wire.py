"""The wire between a probe and the gate: a fault is an outcome, and a stop ends a conversation under way."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Generator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address

import pytest

from agent.care import HostView
from agent.conduct import conduct
from agent.gate import Gate
from agent.host_accounts import AccountRecord
from agent.permit import Permit
from agent.scope import Authorisation, Scope
from agent.wire import Wire
from probes.model import Ask, Attempt, Impact, Outcome, ParseError, Probe, Reading, Reply, Target, Via
from tests.agent.loopback import HOST, LOOPBACK, hold, moment, server


@pytest.mark.parametrize(
    ("fault", "outcome"), [(ParseError("x"), Outcome.GARBLED), (KeyError("x"), Outcome.BUG)]
)
def test_what_a_probe_raises_is_an_outcome(fault: Exception, outcome: Outcome) -> None:
    def read(_: list[Reply]) -> list[Reading]:
        raise fault

    with server(lambda client: client.sendall(b"hello\n")) as port:
        attempt, evidence, _, _ = hold(Ask(Via.TCP, port, until=b"\n"), read=read)
    assert attempt.outcome is outcome and evidence == ()


def test_a_stop_during_the_close_is_not_lost_and_the_account_is_settled() -> None:
    """Ctrl-C must end the ladder, not only the conversation that was closing."""
    records: list[AccountRecord] = []
    scope = Scope(Authorisation("x", datetime.now(UTC) + timedelta(hours=1)), (LOOPBACK,), "", "")
    gate = Gate(scope, records.append)

    async def interrupted(port: int) -> None:
        probe = Probe("test", Impact.CONNECT, frozenset(), frozenset({("tcp", port)}), 12, "")
        permit = gate.admit(HostView("main", LOOPBACK, ip_address(HOST)), probe, moment())
        assert isinstance(permit, Permit)

        def talk(_: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
            yield Ask(Via.TCP, port, wait=1, until=b"\n")
            return []

        wire = Wire(gate, moment, lambda _: None)
        task = asyncio.create_task(conduct(permit, talk, Target(HOST, 1), wire, lambda: "T"))
        await asyncio.sleep(0.3)  # the greeting is read; the peer does not end, so the close is waiting
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    held = threading.Event()

    def never_ends(client: socket.socket) -> None:
        client.sendall(b"hello\n")
        held.wait(3)

    with server(never_ends) as port:
        asyncio.run(interrupted(port))
        held.set()
    assert [r.event for r in records] == ["reserved", "settled"]


@pytest.mark.parametrize("secure", [False, True])
def test_a_stop_ends_a_conversation_under_way_within_a_second(secure: bool) -> None:
    """A peer that drips is acknowledged by our kernel at every drop, and no gate is asked."""
    stopped_at: list[float] = []
    drops: list[float] = []

    def drip(client: socket.socket) -> None:
        for _ in range(60):
            client.sendall(b"\x16" if secure and not drops else b"\x03\x03\x3f\xff"[: 1 if secure else 4])
            drops.append(time.monotonic())
            time.sleep(0.1)

    scope = Scope(Authorisation("x", datetime.now(UTC) + timedelta(hours=1)), (LOOPBACK,), "", "")
    records: list[AccountRecord] = []

    def reason() -> str:
        if len(drops) > 3 and not stopped_at:
            stopped_at.append(time.monotonic())
        return "STOP" if stopped_at else ""

    gate = Gate(scope, records.append, reason)

    async def talked(port: int) -> Attempt:
        probe = Probe("test", Impact.CONNECT, frozenset(), frozenset({("tcp", port)}), 40, "")
        permit = gate.admit(HostView("main", LOOPBACK, ip_address(HOST)), probe, moment())
        assert isinstance(permit, Permit)

        def talk(_: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
            yield Ask(Via.TLS if secure else Via.TCP, port, wait=3.0)
            return []

        wire = Wire(gate, moment, lambda _: None)
        return (await conduct(permit, talk, Target(HOST, 1), wire, lambda: "T"))[0]

    with server(drip) as port:
        attempt = asyncio.run(talked(port))
        ended = time.monotonic()
    assert ended - stopped_at[0] < 1, "our end was still there to acknowledge"
    assert attempt.outcome is Outcome.NOT_ALLOWED and attempt.detail == "STOP"
    assert [r.event for r in records] == ["reserved", "settled"] and records[1].packets > 3
