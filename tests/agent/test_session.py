"""What must hold between the moments of a run: who waits for his turn, what was cut short, what was done before."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Generator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from ipaddress import ip_address, ip_interface
from pathlib import Path

import pytest

from agent import journal as journals
from agent import run, seek
from agent.assemble import Story, sort_records
from agent.host import LocalInterface
from agent.permit import Moment, Refusal
from agent.rules import load_rules
from agent.run import Setup, discover
from agent.scope import Protected, parse_scope
from probes import icmp
from probes.model import Ask, Evidence, Impact, Probe, Reading, Reply, Target

RULES = load_rules()
TEXT = """
[authorisation]
by = "x"
until = 2099-01-01
[[network]]
cidr = "192.0.2.0/29"
name = "office"
care = "office"
"""
FEW = frozenset(f"192.0.2.{n}" for n in range(1, 7))


def moment() -> Moment:
    return Moment(datetime.now(UTC), time.monotonic())


def setup(probes: Mapping[str, Probe], stop: Callable[[], str] = lambda: "") -> Setup:
    return Setup(
        run="r",
        version="0",
        scope=parse_scope(TEXT),
        probes=probes,
        rules=RULES,
        interfaces=(),
        raw=False,
        protected=(),
        secrets={},
        clock=moment,
        nonce=lambda: 7,
        stop_reason=stop,
    )


def remembering(name: str, asked: list[str], say: Callable[[str], list[Reading]] = lambda _: []) -> Probe:
    """A question that sends nothing and remembers whom it would have been put to."""

    def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
        asked.append(target.host)
        return say(target.host)
        yield

    return Probe(
        name, Impact.DATAGRAM, frozenset(), frozenset({("udp", 9999)}), 2, "", talk, suits=frozenset({"any"})
    )


def story(path: Path) -> Story:
    return sort_records(journals.read(path))


def test_who_went_on_with_a_run_is_not_told_to_go_on_with_it(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    journal = journals.create(path, lambda: datetime.now(UTC))
    journal.append(
        "note", {"text": "the run did not come to its end: outside the hours; --resume goes on with it"}
    )
    journal.append("note", {"text": "a note of another kind; --resume goes on with it"})
    journal.append("end", {"complete": False, "why": "outside the hours"})
    before = story(path).notes
    journal.append("resumed", {"torn_bytes": 0})
    after = story(path).notes
    assert "--resume" in before[0] and before[1] == after[1]
    assert after[0] == "the run was stopped on the way (outside the hours) and was gone on with later"


@pytest.mark.parametrize(("only_listen", "told"), [(0.0, True), (0.1, False)])
def test_that_no_ledger_protects_is_told_of_a_run_that_sends_alone(
    only_listen: float, told: bool, tmp_path: Path
) -> None:
    journal = journals.create(tmp_path / "journal.jsonl", lambda: datetime.now(UTC))
    discover(
        replace(setup({"icmp": remembering("icmp", [])}), protected=None, only_listen=only_listen), journal
    )
    assert any("no ledger was given" in note for note in story(journal.path).notes) is told


def test_where_nobody_answered_an_echo_there_is_one_more_question_and_no_ladder(tmp_path: Path) -> None:
    knocked, again, asked = list[str](), list[str](), list[str]()
    answers = lambda host: [Reading("icmp.echo", "reply")] if host.endswith(".3") else []  # noqa: E731
    knock = replace(remembering("icmp", knocked, answers), suits=frozenset())
    journal = journals.create(tmp_path / "journal.jsonl", lambda: datetime.now(UTC))
    probes = {"icmp": knock, "smb": remembering("smb", again), "x": remembering("x", asked)}
    discover(setup(probes), journal)
    assert set(knocked) == FEW and sorted(again) == sorted(FEW) and asked == ["192.0.2.3"]


def test_a_resumed_run_knocks_at_no_door_twice(tmp_path: Path) -> None:
    path, knocked = tmp_path / "journal.jsonl", list[str]()
    there = remembering("icmp", knocked, lambda _: [Reading("icmp.echo", "reply")])
    knock = {"icmp": replace(icmp.PROBE, talk=there.talk)}
    now = lambda: datetime.now(UTC)  # noqa: E731
    found = discover(setup(knock, lambda: "STOP" if len(knocked) >= 3 else ""), journals.create(path, now))
    assert not found.complete and 3 <= len(knocked) < 6
    discover(setup(knock), journals.reopen(path, journals.claim(path), now), story(path))
    assert sorted(knocked) == sorted(FEW), "each once in all"


def test_who_waits_for_his_turn_is_looked_at_anew(tmp_path: Path) -> None:
    """While it waits, it says that it is a pump."""
    asked: list[str] = []
    journal = journals.create(tmp_path / "journal.jsonl", lambda: datetime.now(UTC))
    first, second = remembering("first", asked), remembering("second", asked)
    session = run._open_session(setup({"first": first, "second": second}), journal, None)
    view = session.known.view_at(session.scope.networks[0], ip_address("192.0.2.3"))

    async def two() -> object:
        await session.ask_host(view, first)
        waiting = asyncio.create_task(session.ask_host(view, second))
        await asyncio.sleep(0)
        session.learn([Evidence("main", "192.0.2.3", "arp", "arp.mac", "00:1a:fa:00:00:01", "T")])
        return await waiting

    answer = asyncio.run(two())
    assert isinstance(answer, Refusal) and asked == ["192.0.2.3"]


def test_who_is_asked_once_more_is_of_that_network_and_not_this_machine(tmp_path: Path) -> None:
    """A request for our own address would be an announcement of it to everyone."""
    inner = '[[network]]\ncidr = "192.0.2.4/30"\nname = "ward"\ncare = "bedside"\nsensor = "eth9"\n'
    rows = tuple(Protected(f"row {n}", "printer", ip=f"192.0.2.{n}") for n in (1, 2, 5))
    journal = journals.create(tmp_path / "journal.jsonl", lambda: datetime.now(UTC))
    here = LocalInterface("eth0", "00:00:5e:00:53:01", ip_interface("192.0.2.1/29"), 2)
    given = replace(setup({}), scope=parse_scope(TEXT + inner), protected=rows)
    session = run._open_session(given, journal, None)
    silent = seek._declared_but_silent(session.scope.networks[0], here, session)
    assert [str(ip_address(n)) for n in silent] == ["192.0.2.2"]
