"""One question to all: after an answer that shows a fragile device, no other is put on that network."""

from __future__ import annotations

import socket
import struct
import threading
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from ipaddress import IPv4Interface
from pathlib import Path

from agent import journal
from agent.host import LocalInterface
from agent.permit import Moment
from agent.rules import load_rules
from agent.run import Setup, discover
from agent.scope import parse_scope
from probes.model import Ask, Impact, Probe, Reading, Reply, Target, Via

GROUP, OWN = "239.255.255.250", "127.0.0.1"
SCOPE = f"""
[authorisation]
by = "the test"
until = 2099-12-31
[[network]]
cidr = "{OWN}/32"
name = "ward"
care = "clinical"
"""
LOOPBACK = LocalInterface("lo", "", IPv4Interface(f"{OWN}/32"), 1)
MEDICAL = "{http://standards.ieee.org/downloads/11073/11073-20702-2016}MedicalDevice"


@contextmanager
def devices() -> Iterator[tuple[int, list[bytes]]]:
    """Somebody in the group, who answers every question with what was asked: its port, and the questions."""
    heard: list[bytes] = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.bind((GROUP, 0))
        sock.setsockopt(
            socket.IPPROTO_IP,
            socket.IP_ADD_MEMBERSHIP,
            struct.pack("4s4s", socket.inet_aton(GROUP), socket.inet_aton(OWN)),
        )
        sock.settimeout(0.1)
        done = threading.Event()

        def answer() -> None:
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as back:
                while not done.is_set():
                    try:
                        question, peer = sock.recvfrom(100)
                    except TimeoutError:
                        continue
                    heard.append(question)
                    back.sendto(question, peer)

        thread = threading.Thread(target=answer)
        thread.start()
        try:
            yield sock.getsockname()[1], heard
        finally:
            done.set()
            thread.join()


def asking(name: str, port: int, says: tuple[str, str]) -> Probe:
    def talk(_: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
        replies = yield Ask(Via.MULTICAST, port, name.encode(), 0.3, group=GROUP)
        return [Reading(*says, reply.peer) for reply in replies]

    ports = frozenset({("udp", port)})
    return Probe(
        name, Impact.DATAGRAM, frozenset({says[0]}), ports, 3, "", talk, suits=frozenset({"segment"})
    )


def moment() -> Moment:
    return Moment(datetime.now(UTC), time.monotonic())


def run(folder: Path, first_says: tuple[str, str]) -> tuple[list[bytes], list[str]]:
    """What reached everyone of two questions, the first of which is answered so; and what the run says of that."""
    with devices() as (port, heard):
        setup = Setup(
            run="test",
            version="0",
            scope=parse_scope(SCOPE),
            probes={
                p.name: p for p in (asking("a", port, first_says), asking("b", port, ("ssdp.type", "x")))
            },
            rules=load_rules(),
            interfaces=(LOOPBACK,),
            raw=False,
            protected=(),
            secrets={},
            clock=moment,
            nonce=lambda: 1,
        )
        discover(setup, journal.create(folder / "journal.jsonl", lambda: datetime.now(UTC)))
    notes = (str(r.data["text"]) for r in journal.read(folder / "journal.jsonl") if r.kind == "note")
    return heard, [note for note in notes if note.startswith("ward: ")]


def test_each_question_is_put_once_to_everyone(tmp_path: Path) -> None:
    assert run(tmp_path, ("ssdp.type", "urn:schemas-upnp-org:device:Printer:1")) == ([b"a", b"b"], [])


def test_after_an_answer_that_shows_a_fragile_device_no_other_is_put(tmp_path: Path) -> None:
    heard, notes = run(tmp_path, ("wsd.type", MEDICAL))
    assert heard == [b"a"]
    assert notes == [f"ward: b was not asked: {OWN}: wsd.medical: wsd.type {MEDICAL}"]
