"""Tables of routers and switches, read from peers on loopback: what is found, what it costs, and when nothing is asked.

The peers listen where SNMP does, on addresses of 127.66.0.0/24; that takes the right to bind UDP 161. The run has no
probes of its own, so that the hosts it finds in tables are asked nothing.
"""

from __future__ import annotations

import itertools
import socket
import time
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from ipaddress import ip_interface
from pathlib import Path

import pytest

from agent import journal as journals
from agent.assemble import Story, sort_records
from agent.chassis import Chassis
from agent.findings import Findings
from agent.host import LocalInterface
from agent.infrastructure import FROM_TABLES
from agent.permit import Moment
from agent.port_places import read_port_places
from agent.rules import load_rules
from agent.run import UNWATCHED, Setup, discover
from agent.scope import Protected, parse_scope
from agent.table_line import pause
from probes import icmp, neighbours, ports, wireless
from probes.model import Ask, Community, Outcome, Probe, Reading, Reply, Secret, Target
from tests.snmp_agent import Agent, Oid, Served, Value, oid, serve

RULES = load_rules()
CORE, ACCESS = "127.66.0.1", "127.66.0.2"
SCOPE = """
never = [{never}]
[authorisation]
by = "x"
until = 2099-01-01
[[network]]
cidr = "127.66.0.0/24"
name = "management"
[[network]]
cidr = "10.66.1.0/24"
name = "ward"
care = "{care}"
[snmp.core]
kind = "infrastructure"
version = "{version}"
secret = "env:X"
hosts = [{hosts}]
"""
M = "1.3.6.1.2.1"
SELF = "00:26:73:00:00:fa"
"""The machine that asks: it stands in every table, and is nobody that was found."""
ENGINE, OTHER_ENGINE = bytes.fromhex("80001f888000112233"), bytes.fromhex("80001f888000445566")
PUMP, PRINTER, PHONE, NAMELESS = (
    "00:1a:fa:00:00:01",
    "00:26:73:00:00:07",
    "00:04:f2:00:00:09",
    "00:0b:ab:66:00:02",
)


@pytest.fixture(autouse=True)
def _may_listen_on_161() -> None:
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
            sock.bind(("127.66.0.99", 161))
    except OSError:
        pytest.skip("UDP 161 may not be bound here")


def arcs(mac: str) -> Oid:
    return tuple(bytes.fromhex(mac.replace(":", "")))


def octets(mac: str) -> bytes:
    return bytes(arcs(mac))


def box(name: str, ports: Mapping[int, tuple[str, str]], own: str) -> dict[Oid, Value]:
    """System, base bridge address, and ports: ifIndex -> (name, alias)."""
    view: dict[Oid, Value] = {oid(f"{M}.1.5.0"): name.encode(), oid(f"{M}.17.1.1.0"): octets(own)}
    for index, (port, alias) in ports.items():
        view[oid(f"{M}.2.2.1.2.{index}")] = f"Interface {index}".encode()
        view[oid(f"{M}.2.2.1.6.{index}")] = octets(own[:-2] + f"{index % 100:02x}")
        view[oid(f"{M}.31.1.1.1.1.{index}")] = port.encode()
        view[oid(f"{M}.31.1.1.1.18.{index}")] = alias.encode()
    return view


def arp(rows: Mapping[str, str]) -> dict[Oid, Value]:
    view: dict[Oid, Value] = {}
    for ip, mac in rows.items():
        view[oid(f"{M}.4.22.1.2.1.{ip}")] = octets(mac)
        view[oid(f"{M}.4.22.1.4.1.{ip}")] = 3
    return view


def learnt(rows: Sequence[tuple[str, int, int]]) -> dict[Oid, Value]:
    """(MAC, VLAN, ifIndex); bridge ports are numbered as their interfaces."""
    view: dict[Oid, Value] = {}
    for mac, vlan, index in rows:
        view[(*oid(f"{M}.17.7.1.2.2.1.2.{vlan}"), *arcs(mac))] = index
        view[(*oid(f"{M}.17.7.1.2.2.1.3.{vlan}"), *arcs(mac))] = 3
        view[oid(f"{M}.17.1.4.1.2.{index}")] = index
        view[oid(f"{M}.17.7.1.4.2.1.3.0.{vlan}")] = vlan
    return view


def neighbour(index: int, chassis: str, name: str, able: int, address: str = "") -> dict[Oid, Value]:
    """One row of LLDP's remote table; the local port's number is its ifIndex."""
    at = f"0.{index}.1"
    values = (
        4,
        octets(chassis),
        3,
        octets(chassis),
        b"",
        name.encode(),
        b"",
        bytes([able, 0]),
        bytes([able, 0]),
    )
    view: dict[Oid, Value] = {oid(f"1.0.8802.1.1.2.1.4.1.1.{4 + n}.{at}"): v for n, v in enumerate(values)}
    if address:
        view[oid(f"1.0.8802.1.1.2.1.4.2.1.3.{at}.1.4.{address}")] = 2
    return view


BRIDGE, TELEPHONE = 0x20, 0x24


def hospital() -> dict[str, dict[Oid, Value]]:
    """A core switch that routes, and an access switch on its port 24. A pump and a printer have addresses, a
    telephone announces itself, and one MAC is known by nobody else."""
    core = {
        **box("core.hospital.example", {1: ("Gi1/0/1", ""), 24: ("Gi1/0/24", "to 3F")}, "00:26:73:66:00:00"),
        **arp({"10.99.9.9": SELF, "10.66.1.5": PUMP, "10.66.1.7": PRINTER, "192.168.9.9": "00:11:22:66:00:09"}),
        **learnt([(PUMP, 10, 24), (PRINTER, 10, 1), (PHONE, 20, 24), (NAMELESS, 10, 24), ("00:11:22:66:00:09", 30, 1)]),
        **neighbour(24, "00:26:73:66:01:00", "sw-3f", BRIDGE, ACCESS),
    }  # fmt: skip
    access = {
        **box(
            "sw-3f",
            {5: ("Gi1/0/5", "3階 ICU 4床"), 6: ("Gi1/0/6", ""), 7: ("Gi1/0/7", "")},
            "00:26:73:66:01:00",
        ),
        **learnt([(SELF, 10, 9), (PUMP, 10, 5), (NAMELESS, 10, 6), (PHONE, 20, 7), (PRINTER, 10, 8)]),
        **neighbour(7, PHONE, "SIP-3F", TELEPHONE, "10.66.1.9"),
        **neighbour(8, "00:26:73:66:00:00", "core", BRIDGE),
    }
    return {CORE: core, ACCESS: access}


class Bench:
    """Runs of one hospital, each in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.agents: dict[str, Agent] = {}
        self.served: dict[str, Served] = {}
        self.numbers = itertools.count(1)

    def run(
        self,
        views: Mapping[str, Mapping[Oid, Value]],
        *,
        hosts: Sequence[str] = (CORE, ACCESS),
        secret: Secret = Community("ward-read"),  # noqa: B008 - frozen
        never: str = "",
        protected: tuple[Protected, ...] = (),
        pins: Mapping[tuple[str, str], Chassis] | None = None,
        places: Mapping[tuple[str, str], str] | None = None,
        delay: Callable[[int], float] = lambda _: 0.0,
        silent_after: int = 10**9,
        engine: bytes = ENGINE,
        stop: Callable[[], str] = lambda: "",
        care: str = "bedside",
        probes: Mapping[str, Probe] | None = None,
        resume: Path | None = None,
    ) -> tuple[Findings, Story]:
        text = SCOPE.format(
            never=never,
            version="2c",
            care=care,
            hosts=", ".join(f'"{h}"' for h in hosts),
        )
        path = resume or self.folder / f"run-{next(self.numbers)}" / "journal.jsonl"
        now = lambda: datetime.now(UTC)  # noqa: E731
        earlier = sort_records(journals.read(path)) if resume else None
        journal = journals.reopen(path, journals.claim(path), now) if resume else journals.create(path, now)
        setup = Setup(
            run="r",
            version="0",
            scope=parse_scope(text),
            probes=probes or {},
            rules=RULES,
            interfaces=(LocalInterface("x0", SELF, ip_interface("10.99.9.9/32"), 1),),
            raw=False,
            protected=protected,
            secrets={"core": secret},
            clock=lambda: Moment(now(), time.monotonic()),
            nonce=lambda: 7,
            stop_reason=stop,
            pins=pins or {},
            places=places or {},
        )
        with ExitStack() as stack:
            for host, view in views.items():
                self.agents[host] = Agent({"ward-read": view}, silent_after=silent_after, engine=engine)
                self.served[host] = stack.enter_context(serve(self.agents[host], host, 161, delay))
            found = discover(setup, journal, earlier)
        return found, sort_records(journals.read(path))

    def asked(self) -> int:
        return sum(len(agent.asked) for agent in self.agents.values())


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


# What is found


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> tuple[Findings, Story, Bench]:
    bench = Bench(tmp_path_factory.mktemp("hospital"))
    return *bench.run(hospital()), bench


def plug(found: Findings, mac: str) -> tuple[tuple[str, ...], str, str, str]:
    (device,) = (d for d in found.devices if mac in d.macs)
    (interface,) = (i for i in device.interfaces if i.mac == mac)
    return interface.ips, interface.switch, interface.port, interface.place


@pytest.mark.parametrize(
    ("mac", "where"),
    [
        (PUMP, (("10.66.1.5",), "sw-3f", "Gi1/0/5", "3階 ICU 4床")),
        (PRINTER, (("10.66.1.7",), "core", "Gi1/0/1", "")),
        (PHONE, (("10.66.1.9",), "sw-3f", "Gi1/0/7", "")),
        (NAMELESS, ((), "sw-3f", "Gi1/0/6", "")),
    ],
)
def test_each_is_found_with_its_port(
    seen: tuple[Findings, Story, Bench], mac: str, where: tuple[tuple[str, ...], str, str, str]
) -> None:
    assert plug(seen[0], mac) == where


def test_nobody_else_is(seen: tuple[Findings, Story, Bench]) -> None:
    found, _, _ = seen
    boxes = {ip for device in found.devices for ip in device.ips}
    assert boxes == {"10.66.1.5", "10.66.1.7", "10.66.1.9", CORE, ACCESS}
    assert len(found.devices) == 6


def test_what_only_a_switch_knows_is_listed(seen: tuple[Findings, Story, Bench]) -> None:
    (mac,) = seen[0].unexplained
    assert (mac.mac, mac.switch, mac.port, mac.vlan) == (NAMELESS, "sw-3f", "Gi1/0/6", "10")


def test_other_networks_addresses_and_macs_are_counted_and_not_kept(
    seen: tuple[Findings, Story, Bench],
) -> None:
    found, story, _ = seen
    assert any(note.startswith("1 addresses outside") for note in found.notes)
    assert not [
        e for e in story.evidence if "192.168.9.9" in (e.host, e.value) or e.host == "00:11:22:66:00:09"
    ]


def test_the_cover_says_where_the_hosts_come_from(seen: tuple[Findings, Story, Bench]) -> None:
    ward = next(c for c in seen[0].coverage if c.segment == "ward")
    assert (ward.looked, ward.answered, ward.known_from_tables) == (False, 0, 3)
    assert [n.why for n in ward.not_looked] == [FROM_TABLES]


def test_the_account_has_every_datagram(seen: tuple[Findings, Story, Bench]) -> None:
    found, story, bench = seen
    settled = [a for a in story.accounts if a.event == "settled"]
    for host in (CORE, ACCESS):
        sent = sum(a.packets for a in settled if a.host == host)
        arp_of_ours = 1
        assert sent == len(bench.agents[host].asked) + bench.agents[host].discovered + arp_of_ours
        (device,) = (d for d in found.devices if host in d.ips)
        assert device.packets == sent
    reserved = [a.number for a in story.accounts if a.event == "reserved"]
    assert reserved == sorted(reserved) == sorted(a.number for a in settled)


def test_no_question_is_put_twice_and_few_are_put(seen: tuple[Findings, Story, Bench]) -> None:
    for agent in seen[2].agents.values():
        assert len({(names, kind) for _, kind, names, _ in agent.asked}) == len(agent.asked)
        assert len(agent.asked) < 30


def test_a_list_of_ports_gives_the_place(bench: Bench) -> None:
    listed = read_port_places("sw-3f,Gi1/0/6,機械室")
    assert plug(bench.run(hospital(), places=listed)[0], NAMELESS)[3] == "機械室"


def test_two_boxes_of_one_name_go_by_their_addresses(bench: Bench) -> None:
    views = hospital()
    for view in views.values():
        view[oid(f"{M}.1.5.0")] = b"Switch-A"
    assert plug(bench.run(views)[0], NAMELESS)[1] == ACCESS


# When nothing, or little, is asked


def test_a_silent_box_costs_two_datagrams(bench: Bench) -> None:
    found, story = bench.run({CORE: {}}, hosts=[CORE], secret=Community("not its own"))
    assert (len(bench.agents[CORE].asked), bench.agents[CORE].discovered) == (1, 1)
    assert f"{CORE}: its tables were not read: it did not answer SNMP" in found.notes
    assert any(UNWATCHED in note for note in found.notes), "it may have fallen silent of the question itself"
    assert [(a.probe, a.outcome) for a in story.attempts if a.probe != "snmpv3"] == [
        ("ports", Outcome.SILENT)
    ]


def test_one_silence_ends_a_table_and_the_next_is_tried(bench: Bench) -> None:
    _, story = bench.run({CORE: hospital()[CORE]}, hosts=[CORE], silent_after=3)
    assert {a.probe: a.outcome for a in story.attempts}["links"] is Outcome.SILENT
    assert len(bench.agents[CORE].asked) <= 3 + 4


@pytest.mark.parametrize(
    ("meaning", "never", "protected"),
    [
        ("the scope says never", f'"{CORE}"', ()),
        ("the ledger says that it is a pump", "", (Protected("row 5", "medical", "infusion", ip=CORE),)),
    ],
)
def test_who_is_protected_is_not_asked(
    bench: Bench, meaning: str, never: str, protected: tuple[Protected, ...]
) -> None:
    found, _ = bench.run(hospital(), hosts=[CORE], never=never, protected=protected)
    assert bench.asked() == 0 and bench.agents[CORE].discovered == 0
    assert any(note.startswith(f"{CORE}: not all of its tables were read") for note in found.notes)


def test_an_address_outside_the_scope_is_not_asked(bench: Bench) -> None:
    found, _ = bench.run({}, hosts=["127.99.0.1"])
    assert "127.99.0.1: its tables were not read: it is in no network of the scope" in found.notes


KNOWN = {("main", CORE): Chassis(engine=ENGINE.hex())}


@pytest.mark.parametrize(
    ("meaning", "pins", "engine", "asked"),
    [
        ("met for the first time", {}, ENGINE, True),
        ("the one that was there", KNOWN, ENGINE, True),
        ("another engine", KNOWN, OTHER_ENGINE, False),
        ("it says no more who it is", KNOWN, b"", False),
        ("it never said", {("main", CORE): Chassis(bridge="00:26:73:66:00:00")}, b"", True),
    ],
)
def test_a_secret_is_for_the_box_that_it_was_first_used_with(
    bench: Bench, meaning: str, pins: Mapping[tuple[str, str], Chassis], engine: bytes, asked: bool
) -> None:
    found, story = bench.run({CORE: hospital()[CORE]}, hosts=[CORE], pins=pins, engine=engine)
    assert bool(bench.agents[CORE].asked) is asked
    (met,) = map(journals.met_in, story.met)
    assert bool(met.why) is not asked
    assert any("it is shown no secret" in note for note in found.notes) is not asked


def test_another_bridge_under_the_same_engine_is_read_no_further(bench: Bench) -> None:
    pins = {("main", CORE): Chassis(bridge="00:26:73:66:00:99")}
    bench.run({CORE: hospital()[CORE]}, hosts=[CORE], pins=pins)
    assert len(bench.agents[CORE].asked) == 1


# Gently


def test_at_most_two_questions_wait_for_one_box_and_each_after_a_pause(bench: Bench) -> None:
    bench.run({CORE: hospital()[CORE]}, hosts=[CORE], delay=lambda _: 0.25)
    assert bench.served[CORE].most_at_once == 2


def test_each_question_waits_as_long_as_the_last_answer_took(bench: Bench) -> None:
    """One line alone: nothing but the table of ports is there to be read before the others begin."""
    many = {n: (f"Gi1/0/{n}", "") for n in range(1, 25)}
    bench.run({CORE: box("sw", many, "00:26:73:66:00:00")}, hosts=[CORE], delay=lambda _: 0.2)
    spans = bench.served[CORE].spans[2:7]  # the pages of the first table
    for (_, answered), (asked, _) in itertools.pairwise(spans):
        assert asked - answered >= 0.2


@pytest.mark.parametrize(
    ("meaning", "took", "seconds"),
    [
        ("nothing known", [], 0.1),
        ("quick", [0.001] * 5, 0.1),
        ("slow", [0.5] * 5, 0.5),
        ("growing slow", [0.2, 0.2, 0.2, 0.9], 1.8),
        ("very slow", [9.0] * 5, 9.0),
        ("no longer than that", [1.0, 1.0, 1.0, 30.0], 10.0),
    ],
)
def test_the_pause_follows_the_answers(meaning: str, took: list[float], seconds: float) -> None:
    assert pause(took) == pytest.approx(seconds)


# Stopped and resumed


def test_a_resumed_run_asks_for_what_is_left_and_for_nothing_again(bench: Bench) -> None:
    views = {CORE: hospital()[CORE]}

    def stop() -> str:
        agent = bench.agents[CORE]
        return (
            "stopped by hand" if sum(len(names) == 9 for _, _, names, _ in agent.asked) else ""
        )  # LLDP's columns

    found, first = bench.run(views, hosts=[CORE], stop=stop)
    finished = {a.probe for a in first.attempts} - {"snmpv3"}
    assert not found.complete and 0 < len(finished) < 5
    (path,) = bench.folder.glob("run-*/journal.jsonl")
    found, story = bench.run(views, hosts=[CORE], resume=path)
    assert found.complete
    assert sorted(a.probe for a in story.attempts if a.probe != "snmpv3") == [
        "forwarding",
        "links",
        "neighbours",
        "ports",
        "wireless",
    ]
    assert finished == {"ports", "neighbours", "wireless"}
    columns = (ports.DESCR, neighbours.MEDIA_MAC, wireless.STATION_IP)
    for _, _, names, _ in bench.agents[CORE].asked:
        assert not any(name[: len(column)] == column for name in names for column in columns)
    assert bench.agents[CORE].discovered == 0
    assert plug(found, PRINTER) == (("10.66.1.7",), "core", "Gi1/0/1", "")
    bench.run(views, hosts=[CORE], resume=path)
    assert bench.asked() == 0


def test_nothing_of_a_secret_is_in_the_journal(seen: tuple[Findings, Story, Bench]) -> None:
    for path in seen[2].folder.glob("run-*/journal.jsonl"):
        assert "ward-read" not in path.read_text(encoding="utf-8")


def test_a_router_listed_by_two_addresses_is_read_once(bench: Bench) -> None:
    views = {CORE: hospital()[CORE], ACCESS: hospital()[CORE]}
    found, story = bench.run(views)
    assert {a.host for a in story.attempts if a.probe != "snmpv3"} == {CORE}
    assert len(bench.agents[ACCESS].asked) == 1
    assert any(f"it is the box at {CORE}" in note for note in found.notes)


def test_whom_a_table_shows_to_be_fragile_is_not_even_knocked_at(bench: Bench) -> None:
    """A routed office network of few addresses; the question is one that sends nothing and remembers whom."""
    knocked: list[str] = []

    def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
        knocked.append(target.host)
        return []
        yield

    few = ", ".join(f'"10.66.1.{n}/{p}"' for n, p in ((16, 28), (32, 27), (64, 26), (128, 25)))
    quiet = {"icmp": replace(icmp.PROBE, talk=talk)}
    bench.run(hospital(), care="office", probes=quiet, never=few)
    assert set(knocked) == {f"10.66.1.{n}" for n in range(1, 16)} - {"10.66.1.5"}
