"""Datagrams against real sockets on loopback: what is sent, what is counted, and a late answer."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address

import pytest

from agent.answer import Answer
from agent.care import HostView
from agent.conduct import conduct
from agent.gate import Gate
from agent.permit import Permit
from agent.scope import Authorisation, Scope
from agent.wire import Wire
from probes.model import Ask, Impact, Outcome, Probe, Reply, Target, Via
from tests.agent.loopback import HOST, LOOPBACK, hold, moment


def test_a_datagram_and_its_answer() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as peer:
        peer.bind((HOST, 0))
        peer.settimeout(5)

        def answer() -> None:
            data, sender = peer.recvfrom(100)
            peer.sendto(data[::-1], sender)

        thread = threading.Thread(target=answer)
        thread.start()
        attempt, _, _, replies = hold(Ask(Via.UDP, peer.getsockname()[1], b"abc"))
        thread.join()
    assert replies == [Reply(HOST, b"cba")]
    assert (attempt.sent_packets, attempt.sent_bytes) == (
        2,
        87,
    )  # the kernel's ARP is counted with the first question


def test_an_answer_that_comes_late_is_not_refused() -> None:
    """The kernel's "port unreachable" would be a frame that nobody has counted."""
    refused: list[bool] = []

    def answer_late(sock: socket.socket) -> None:
        question, peer = sock.recvfrom(100)
        sock.connect(peer)
        time.sleep(0.5)
        sock.send(question)
        try:
            sock.recv(100)
        except TimeoutError:
            refused.append(False)
        except ConnectionRefusedError:
            refused.append(True)

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.bind((HOST, 0))
        sock.settimeout(1)
        thread = threading.Thread(target=answer_late, args=(sock,))
        thread.start()
        port = sock.getsockname()[1]
        probe = Probe("test", Impact.DATAGRAM, frozenset(), frozenset({("udp", port)}), 3, "")
        scope = Scope(Authorisation("x", datetime.now(UTC) + timedelta(hours=1)), (LOOPBACK,), "", "")
        gate = Gate(scope, lambda _: None)
        wire = Wire(gate, moment, lambda _: None)

        async def asked() -> None:
            permit = gate.admit(HostView("main", LOOPBACK, ip_address(HOST)), probe, moment())
            assert isinstance(permit, Permit)
            async with wire.conversation(permit) as conversation:
                assert await conversation.perform(Ask(Via.UDP, port, b"abc", wait=0.2)) == Answer()

        asyncio.run(asked())
        thread.join()
        wire.close()
    assert refused == [False]


def test_a_closed_udp_port_is_a_no() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as unused:
        unused.bind((HOST, 0))
        port = unused.getsockname()[1]
    attempt, _, _, _ = hold(Ask(Via.UDP, port, b"abc", wait=1))
    assert attempt.outcome is Outcome.REFUSED


def test_an_echo_comes_back_over_the_raw_socket_or_linuxs_ping_socket() -> None:
    from probes import icmp

    scope = Scope(Authorisation("x", datetime.now(UTC) + timedelta(hours=1)), (LOOPBACK,), "", "")
    gate = Gate(scope, lambda _: None)
    permit = gate.admit(HostView("main", LOOPBACK, ip_address(HOST)), icmp.PROBE, moment())
    assert isinstance(permit, Permit) and icmp.PROBE.talk is not None
    wire = Wire(gate, moment, lambda _: None)
    attempt, evidence = asyncio.run(conduct(permit, icmp.PROBE.talk, Target(HOST, 7), wire, lambda: "T"))
    if "Permission" in attempt.detail:
        pytest.skip("neither raw nor ping sockets are allowed to this user")
    assert attempt.outcome is Outcome.ANSWERED and evidence[0].field == "icmp.echo"
