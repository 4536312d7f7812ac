"""The laboratory's odd devices are as odd as they should be: fragile, silent, two-footed, behind a router, at a bedside."""

from __future__ import annotations

import shutil
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.lab.hospital import Lab
from tests.lab.within import X224, arp_answers, dotted, heard, shown, tcp, wait_until, walked

pytestmark = pytest.mark.lab


@pytest.fixture(autouse=True)
def fresh(lab: Lab) -> Iterator[None]:
    lab.reset_counts()
    yield
    lab.reset_counts()


def test_the_fragile_bear_arp_and_record_the_rest(lab: Lab) -> None:
    arp_answers(lab, 1)
    time.sleep(0.05)
    assert {name: lab.mistreated(name) for name in lab.fragile} == {name: () for name in lab.fragile}
    with lab.networks.inside("agent"):
        for _ in range(6):
            with socket.create_connection(("10.77.2.51", 2001), 1) as pump:
                pump.sendall(b"\x05")
        with socket.create_connection(("10.77.2.61", 4001), 1) as serial:
            serial.sendall(b"\r\n\r\n")
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
            for _ in range(15):
                sock.sendto(b"", ("10.77.2.41", 24105))
    wait_until(lambda: lab.treatment("monitor-1").packets == 15 and lab.mistreated("serial-server") != ())
    assert lab.mistreated("pump")[0] == "6 connections, 5 are borne"
    assert lab.mistreated("serial-server") == ("bytes it does not know on TCP 4001: 0d0a0d0a",)
    assert lab.treatment("monitor-1").packets == 15 == lab.ip_frames("monitor-1")
    assert lab.mistreated("ultrasound") == lab.mistreated("monitor-2") == ()
    assert not any(lab.treatment(name).hung for name in lab.fragile), "each hangs by one thing alone"


def connects(ip: str, port: int) -> None:
    with socket.socket() as sock:
        sock.settimeout(0.2)
        sock.connect_ex((ip, port))


def says(ip: str, port: int, data: bytes) -> None:
    with socket.create_connection((ip, port), 0.5) as sock:
        sock.sendall(data)


def floods(ip: str) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        for _ in range(30):
            sock.sendto(b"", (ip, 40000))


def offers_ecn(ip: str) -> None:
    switch = Path("/proc/sys/net/ipv4/tcp_ecn")
    before = switch.read_text()
    switch.write_text("1")
    connects(ip, 104)
    switch.write_text(before)


@pytest.mark.parametrize(
    ("host", "harms"),
    [
        ("serial-server", lambda ip: [connects(ip, 4001) for _ in range(6)]),
        ("pump", lambda ip: says(ip, 80, b"GET / HTTP/1.0\r\n\r\n")),
        ("monitor-2", lambda ip: [connects(ip, port) for port in (21, 22, 23)]),
        ("ultrasound", offers_ecn),
        ("monitor-1", floods),
        ("annexe-echo", lambda ip: [connects(ip, 104) for _ in range(6)]),
    ],
)
def test_each_fragile_device_hangs_by_its_own(lab: Lab, host: str, harms: Callable[[str], object]) -> None:
    """What hangs answers nobody, by ARP neither; switched on again it is as before."""
    ip = lab.hospital.host(host).ip
    with lab.networks.inside("agent"):
        harms(ip)
    wait_until(lambda: lab.treatment(host).hung)
    assert lab.treatment(host).hung and lab.mistreated(host)
    assert [name for name in lab.fragile if lab.treatment(name).hung] == [host]
    lab.run_in_agent(["ip", "neigh", "flush", "all"])
    assert lab.run_in_agent(["ping", "-c1", "-W1", ip]).returncode != 0
    lab.reset_counts()
    assert not lab.treatment(host).hung
    wait_until(lambda: lab.run_in_agent(["ping", "-c1", "-W1", ip]).returncode == 0, 5)
    assert lab.run_in_agent(["ping", "-c1", "-W1", ip]).returncode == 0


@pytest.mark.parametrize(
    ("meaning", "mac", "port", "text"),
    [
        ("an IntelliVue that looks for a client", "0009fb770311", 24005, b""),
        ("its neighbour that renews its address", "0009fb770312", 67, b"ICU-B2"),
        ("the master of a GE network", "a0f217770320", 2000, b"CIC1"),
        ("an analyser that reports to the gateway", "00066b770330", 2575, b"GASANALYSER"),
        ("a modality that asks for its worklist", "88b436770340", 104, b"1.2.840.10008.5.1.4.31"),
        ("an SDC provider that says Hello", "0030e6770350", 3702, b"MedicalDevice"),
    ],
)
def test_the_bedside_speaks_by_itself(lab: Lab, meaning: str, mac: str, port: int, text: bytes) -> None:
    def wanted(frame: bytes) -> bool:
        sender, target = frame[6:12].hex(), int.from_bytes(frame[36:38], "big")
        return sender == mac and target == port and text in frame

    assert heard(lab, 2, wanted), meaning


def test_the_bedside_opens_no_port(lab: Lab) -> None:
    """But the gateway and the ventilator: TCP that listens, UDP that is bound."""
    for host in lab.hosts:
        if host.attachments[-1].segment == "bedside" and host.name not in ("gateway", "ventilator"):
            with lab.networks.inside(host.name):
                assert shown("ss", "-Hltun") == "", host.name


def test_the_pair_has_one_address_and_says_so(lab: Lab) -> None:
    """VRRP (RFC 3768): from the shared MAC to its group, by the first of the two."""
    assert heard(lab, 0, lambda f: f[:12].hex() == "01005e00001200005e000107" and f[23] == 112)
    assert lab.run_in_agent(["ping", "-c1", "-W1", "10.77.1.5"]).returncode == 0
    assert lab.shared_frames("gw-office") >= 1 and lab.ip_frames("rt-core") == lab.ip_frames("rt-sub") == 0


def test_who_answers_arp_and_not_much_else(lab: Lab) -> None:
    for ip in ("10.77.1.52", "10.77.1.66", "10.77.1.201"):
        assert lab.run_in_agent(["ping", "-c1", "-W1", ip]).returncode != 0, ip
    assert tcp(lab, "10.77.1.52", 3389, X224).startswith(b"\x03\x00")
    with pytest.raises(TimeoutError), lab.networks.inside("agent"):
        socket.create_connection(("10.77.1.66", 80), 0.5)


@pytest.mark.skipif(
    shutil.which("snmpbulkwalk") is None, reason="snmpbulkwalk is not installed (Debian: snmp)"
)
def test_the_tables_match_the_cables(lab: Lab) -> None:
    arp = walked(lab, "10.77.1.1", "1.3.6.1.2.1.4.22.1.2", "lab-kiban")
    met = {name.split(".", 1)[1]: value.replace(" ", ":").lower() for name, value in arp.items()}
    for host in lab.hosts:
        for a in host.attachments:
            if a.segment != "bedside" and host.name != "rt-core":
                assert met[a.ip] == a.mac, f"the router has met {host.name}"
    for switch, ip, column, prefix, community in (
        ("sw-2f", "10.77.1.6", "1.3.6.1.2.1.17.7.1.2.2.1.2", "20.", "lab-kiban"),
        ("sw-annexe", "10.77.4.2", "1.3.6.1.2.1.17.4.3.1.2", "", "lab-kiban@40"),
    ):
        rows = walked(lab, ip, column, community)
        index = walked(lab, ip, "1.3.6.1.2.1.17.1.4.1.2", community)
        names = walked(lab, ip, "1.3.6.1.2.1.31.1.1.1.1", community)
        sockets = {m: port for m, (s, port) in lab.hospital.sockets().items() if s == switch}
        for mac, port in sockets.items():
            found = rows.get(prefix + dotted(mac)) or next(
                (v for k, v in rows.items() if k.endswith("." + dotted(mac))), ""
            )
            assert names[index[found]] == port, (switch, mac)
    assert walked(lab, "10.77.4.2", "1.3.6.1.2.1.17.4.3.1.2", "lab-kiban") == {}, "one VLAN at a time"


def test_behind_the_router_the_agents_packets_are_counted(lab: Lab) -> None:
    assert lab.run_in_agent(["ping", "-c2", "-i0.2", "-W1", "10.77.4.30"]).returncode == 0
    assert lab.ip_frames("annexe-mfp") == lab.frames("annexe-mfp") == 2
    assert lab.ip_frames("rt-core") == 0, "what a router passes on is not its own"
