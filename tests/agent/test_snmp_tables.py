"""Tables of a real snmpd in a network namespace of its own, in all three versions of the protocol.

Its ARP table is the kernel's, with entries put there by hand; the forwarding and LLDP tables, which net-snmp does
not have, are values of its configuration. Nothing but a loopback and a pair of interfaces that lead nowhere is there.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, TypeVar

import pytest

from agent.snmp_session import TableSession
from probes import forwarding, links, neighbours, ports, snmp
from probes.model import Ask, Community, UsmUser, Via
from probes.tables import SILENT, Box, Page, Read, Reader, community_carrier, walk
from tests.agent.test_snmp_session import NET_SNMP, PORT, RELAY, Agent, user_of

USER = user_of("sha256", "aes128")
SETUP = """
ip link set lo up
ip link add v0 type veth peer name v1 && ip link set v0 up && ip addr add 192.0.2.1/24 dev v0
ip neigh add 192.0.2.21 lladdr 00:00:5e:00:53:21 dev v0 nud permanent
ip neigh add 192.0.2.22 lladdr 00:00:5e:00:53:22 dev v0 nud permanent
exec "$@"
"""
ARCS = ".".join(str(octet) for octet in bytes.fromhex("00005e005321"))
CONFIGURATION = f"""
agentAddress udp:127.0.0.1:{PORT}
rocommunity public-read
createUser {USER.user} {NET_SNMP["sha256"]} "{USER.auth_phrase}" {NET_SNMP["aes128"]} "{USER.privacy_phrase}"
rouser {USER.user} priv
override 1.3.6.1.2.1.17.1.4.1.2.5 integer 1
override 1.3.6.1.2.1.17.7.1.2.2.1.2.10.{ARCS} integer 5
override 1.3.6.1.2.1.17.7.1.2.2.1.3.10.{ARCS} integer 3
override 1.3.6.1.2.1.17.7.1.4.2.1.3.0.10 uinteger 10
override 1.0.8802.1.1.2.1.4.1.1.4.0.1.1 integer 4
override 1.0.8802.1.1.2.1.4.1.1.5.0.1.1 octet_str 0x00005e005340
override 1.0.8802.1.1.2.1.4.1.1.6.0.1.1 integer 5
override 1.0.8802.1.1.2.1.4.1.1.7.0.1.1 octet_str "g24"
override 1.0.8802.1.1.2.1.4.1.1.9.0.1.1 octet_str "sw-b"
override 1.0.8802.1.1.2.1.4.1.1.12.0.1.1 octet_str 0x2000
"""
Version = Literal["1", "2c", "3"]
VERSIONS: list[Version] = ["1", "2c", "3"]

T = TypeVar("T")


@pytest.fixture(scope="module")
def agent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Agent]:
    snmpd = shutil.which("snmpd") or "/usr/sbin/snmpd"
    if not Path(snmpd).exists():
        pytest.skip("snmpd (Debian package snmpd) is not installed")
    alone = ("unshare", "--map-root-user", "--net", "--pid", "--fork", "--kill-child")
    trial = "ip link add v0 type veth peer name v1"
    if (
        not shutil.which("unshare")
        or subprocess.run([*alone, "sh", "-c", trial], capture_output=True).returncode
    ):
        pytest.skip("network namespaces are not allowed here")
    folder = tmp_path_factory.mktemp("snmpd")
    (folder / "snmpd.conf").write_text(CONFIGURATION)
    daemon = (snmpd, "-f", "-Lo", "-C", "-r", "-c", str(folder / "snmpd.conf"))
    relay = subprocess.Popen(
        [*alone, "sh", "-c", SETUP, "sh", sys.executable, "-c", RELAY, str(PORT), *daemon],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "SNMP_PERSISTENT_DIR": str(folder / "state"), "MIBS": ""},
    )
    assert relay.stdin is not None
    assert relay.stdout is not None
    agent = Agent(relay.stdin, relay.stdout)
    asking = Ask(Via.UDP, PORT, snmp.request(Community("public-read"), 1, ((1, 3, 6, 1, 2, 1, 1, 1, 0),)))
    for _ in range(100):
        if agent.answer(asking, 0.3):
            break
        time.sleep(0.1)  # until it listens the kernel refuses at once
    else:
        relay.kill()
        pytest.fail("snmpd did not start in its namespace")
    yield agent
    relay.stdin.close()
    relay.wait(timeout=10)


def read(reader: Reader[T], agent: Agent, version: Version) -> tuple[T, list[Page]]:
    session = TableSession(USER) if version == "3" else None
    carry = session.carry if session else community_carrier(Community("public-read", version), 7)  # type: ignore[arg-type]
    pages: list[Page] = []
    try:
        page = next(reader)
        while True:
            conversation = carry(page, len(pages))
            pages.append(page)
            try:
                ask = next(conversation)
                while True:
                    ask = conversation.send(agent.answer(ask))
            except StopIteration as end:
                page = reader.send(end.value)
    except StopIteration as end:
        return end.value, pages
    finally:
        if session:
            session.close()


def told(found: Read) -> set[tuple[str, str, str]]:
    return {(r.host, r.field, r.value) for r in found.readings}


@pytest.mark.parametrize("version", VERSIONS)
def test_the_kernels_neighbours_are_read(agent: Agent, version: Version) -> None:
    found, pages = read(neighbours.read(Box("core")), agent, version)
    assert {(h, v) for h, f, v in told(found) if f == "neighbours.mac"} == {
        ("192.0.2.21", "00:00:5e:00:53:21"),
        ("192.0.2.22", "00:00:5e:00:53:22"),
    }
    assert found.short == ()
    assert len(pages) <= 5


@pytest.mark.parametrize("version", VERSIONS)
def test_interfaces_are_read(agent: Agent, version: Version) -> None:
    found, _ = read(ports.read(Box("core")), agent, version)
    names = {v for _, f, v in told(found) if f == "ports.name"}
    assert any(name.endswith(" v0") for name in names) and any(name.endswith(" lo") for name in names)
    assert sum(f == "ports.own" for _, f, _ in told(found)) == 2


@pytest.mark.parametrize("version", VERSIONS)
def test_forwarding_and_links_are_read(agent: Agent, version: Version) -> None:
    box = Box("sw", {1: "lo"})
    found, _ = read(forwarding.read(box), agent, version)
    assert told(found) == {
        ("00:00:5e:00:53:21", "forwarding.port", "sw lo"),
        ("00:00:5e:00:53:21", "forwarding.vlan", "10"),
    }
    found, _ = read(links.read(box), agent, version)
    assert ("", "links.uplink", "sw lo = sw-b") in told(found)
    assert ("00:00:5e:00:53:40", "lldp.capabilities", "bridge") in told(found)


def test_the_view_of_a_vlan_is_asked_for_by_its_context(agent: Agent) -> None:
    """net-snmp has no such context and says so; without one the same question is answered."""
    columns = (forwarding.Q_FDB_PORT,)
    assert read(walk(columns, 10), agent, "3")[0].rows
    table, pages = read(walk(columns, 10, vlan=10), agent, "3")
    assert (table.rows, table.end != "", len(pages)) == ({}, True, 1)


def test_a_wrong_key_is_silence_and_one_page(agent: Agent) -> None:
    wrong = UsmUser(USER.user, USER.auth, "not the phrase", USER.privacy, USER.privacy_phrase)
    session, reader = TableSession(wrong), walk((ports.DESCR,), 10)
    conversation = session.carry(next(reader), 0)
    try:
        ask = next(conversation)
        while True:
            ask = conversation.send(agent.answer(ask))
    except StopIteration as end:
        assert end.value is None
    with pytest.raises(StopIteration) as done:
        reader.send(None)
    assert done.value.value.end == SILENT
    session.close()
