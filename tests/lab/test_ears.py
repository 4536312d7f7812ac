"""Listening on real frames: what devices say by themselves is heard before anything is sent, tags and all."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from ipaddress import IPv4Network, ip_interface
from pathlib import Path

import pytest

from agent import journal as journals
from agent.assemble import sort_records
from agent.demo.namespaces import Attachment, Networks, Node, Segment, possible, raised
from agent.ear import Ear, listen
from agent.host import LocalInterface
from agent.permit import Moment
from agent.rules import load_rules
from agent.run import Setup, discover
from agent.scope import parse_scope
from probes import all_probes
from probes.frame import parse

ROOT = Path(__file__).resolve().parents[2]

pytestmark = [pytest.mark.lab, pytest.mark.skipif(bool(possible()), reason=possible() or "-")]

AGENT_MAC, SPEAKER_MAC = "04:20:9a:00:00:01", "00:00:5e:00:53:02"
SPEAKER = """
import socket, time
group = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
group.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton("10.77.0.2"))
link = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0)
link.bind(("eth0", 0))
tagged = bytes.fromhex("ffffffffffff00005e005302" "8100002a" "0806" "0001080006040001"
                       "00005e005302" "0a4d0002" "000000000000" "0a4d0009")
notify = b"NOTIFY * HTTP/1.1\\r\\nNT: urn:schemas-upnp-org:device:Printer:1\\r\\nSERVER: Acme/1\\r\\n\\r\\n"
print("ready", flush=True)
while True:
    group.sendto(notify, ("239.255.255.250", 1900))
    link.send(tagged)
    time.sleep(0.2)
"""


@pytest.fixture(scope="module")
def networks() -> Iterator[Networks]:
    segment = Segment("ward", IPv4Network("10.77.0.0/28"))
    nodes = [
        Node("agent", (Attachment("ward", AGENT_MAC, "10.77.0.1"),)),
        Node("speaker", (Attachment("ward", SPEAKER_MAC, "10.77.0.2"),)),
    ]
    with raised([segment], nodes) as up:
        child = up.start(
            "speaker", [sys.executable, "-c", SPEAKER], env=dict(os.environ), stdout=subprocess.PIPE
        )
        assert child.stdout is not None and child.stdout.readline().strip() == "ready"
        yield up


def test_groups_are_heard_without_joining_them_and_tags_are_put_back(networks: Networks) -> None:
    interface = LocalInterface("eth0", AGENT_MAC, ip_interface("10.77.0.1/28"), 2)
    frames: list[bytes] = []
    with networks.inside("agent"):
        before = sent(networks)
        ear = Ear(interface, {AGENT_MAC})
        listen([ear], 1.0, time.monotonic, lambda _, frame: frames.append(frame), lambda _: True)
        ear.close()
        assert sent(networks) == before, "listening sent something"
    packets = [parse(frame) for frame in frames]
    assert any(p.destination == "239.255.255.250" for p in packets)
    assert any(p.vlan == 42 and p.kind == 0x0806 for p in packets)
    assert ear.interface is interface and all(
        AGENT_MAC not in (p.source_mac, p.destination_mac) for p in packets
    )


def test_listening_ends_when_it_is_told_to(networks: Networks) -> None:
    interface = LocalInterface("eth0", AGENT_MAC, ip_interface("10.77.0.1/28"), 2)
    with networks.inside("agent"):
        ear = Ear(interface, {AGENT_MAC})
        begun = time.monotonic()
        listen([ear], 30.0, time.monotonic, lambda *_: None, lambda passed: passed < 0.5)
        ear.close()
    assert time.monotonic() - begun < 2


def test_a_run_hears_before_it_sends_and_a_bedside_device_gets_nothing_but_arp(
    networks: Networks, tmp_path: Path
) -> None:
    (tmp_path / "scope.toml").write_text(
        '[authorisation]\nby = "x"\nuntil = 2099-01-01\n'
        '[[network]]\ncidr = "10.77.0.0/28"\nname = "ward"\ncare = "bedside"\nlisten_for = 2\n',
        encoding="utf-8",
    )
    where = ["--scope", str(tmp_path / "scope.toml"), "--out", str(tmp_path / "run")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "DAICHO_STATE": str(tmp_path / "state")}
    done = networks.run(
        "agent", [sys.executable, "-m", "reconciler", "scan", *where], env=environment, timeout=120
    )
    assert done.returncode == 0, done.stderr
    records = list(journals.read(tmp_path / "run/journal.jsonl"))
    first_sent = next(r.number for r in records if r.kind == "account")
    heard = [r for r in records if r.data.get("field") == "ssdp.type" and r.data["host"] == "10.77.0.2"]
    assert heard and heard[0].number < first_sent, "it was heard before anything was sent"
    (listened,) = [r for r in records if r.kind == "listened"]
    assert listened.data["seconds"] == 2 and int(str(listened.data["packets"])) > 5
    assert {str(r.data["probe"]) for r in records if r.kind == "account"} == {"arp"}


def test_what_a_stop_cut_short_is_heard_again_before_anything_is_sent(
    networks: Networks, tmp_path: Path
) -> None:
    path, begun = tmp_path / "journal.jsonl", time.monotonic()
    scope = parse_scope(
        '[authorisation]\nby = "x"\nuntil = 2099-01-01\n'
        '[[network]]\ncidr = "10.77.0.0/28"\nname = "ward"\ncare = "bedside"\nlisten_for = 2\n'
    )
    given = Setup(
        run="r",
        version="0",
        scope=scope,
        probes=all_probes(),
        rules=load_rules(),
        interfaces=(LocalInterface("eth0", AGENT_MAC, ip_interface("10.77.0.1/28"), 2),),
        raw=True,
        protected=(),
        secrets={},
        clock=lambda: Moment(datetime.now(UTC), time.monotonic()),
        nonce=lambda: 1,
        stop_reason=lambda: "STOP" if time.monotonic() - begun > 0.5 else "",
    )
    now = lambda: datetime.now(UTC)  # noqa: E731
    with networks.inside("agent"):
        discover(given, journals.create(path, now))
        (cut,) = [r for r in journals.read(path) if r.kind == "listened"]
        assert float(str(cut.data["seconds"])) < 2, "what is written is what was heard"
        again = replace(given, stop_reason=lambda: "")
        discover(again, journals.reopen(path, journals.claim(path), now), sort_records(journals.read(path)))
    records = [r for r in journals.read(path) if r.number > cut.number]
    whole = next(r.number for r in records if r.kind == "listened" and r.data["seconds"] == 2)
    assert whole < next(r.number for r in records if r.kind == "account")


def sent(networks: Networks) -> int:
    """Packets that the agent's adapter has sent."""
    done = networks.run("agent", ["cat", "/sys/class/net/eth0/statistics/tx_packets"], env=dict(os.environ))
    return int(done.stdout)


def test_listening_alone_sends_nothing_at_all_and_needs_no_authorisation_to_send(
    networks: Networks, tmp_path: Path
) -> None:
    (tmp_path / "scope.toml").write_text(
        '[authorisation]\nby = "x"\nuntil = 2020-01-01\n'
        '[[network]]\ncidr = "10.77.0.0/28"\nname = "ward"\ncare = "bedside"\n',
        encoding="utf-8",
    )
    before = sent(networks)
    where = ["--scope", str(tmp_path / "scope.toml"), "--out", str(tmp_path / "run"), "--for", "2"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "DAICHO_STATE": str(tmp_path / "state")}
    argv = [sys.executable, "-m", "reconciler", "listen", *where]
    done = networks.run("agent", argv, env=environment, timeout=120)
    assert done.returncode == 0, done.stderr
    assert sent(networks) == before, "listening sent something"
    records = list(journals.read(tmp_path / "run/journal.jsonl"))
    assert not [r for r in records if r.kind == "account"]
    assert {str(r.data["host"]) for r in records if r.kind == "evidence"} == {"10.77.0.2"}
    assert "nothing was sent" in done.stderr
