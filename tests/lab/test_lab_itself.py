"""The laboratory judges the product, so it is judged first: everybody answers, the counters count, nothing leaves."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from agent.demo.namespaces import SWITCH
from agent.scope import load_scope
from tests.lab.daemons import PROGRAMS
from tests.lab.hospital import FOLDER, ROOT, Lab, missing
from tests.lab.within import X224, arp_answers, expected_arp, shown, tcp, udp, wait_until

pytestmark = pytest.mark.lab


@pytest.fixture(autouse=True)
def fresh(lab: Lab) -> Iterator[None]:
    lab.reset_counts()
    yield
    lab.reset_counts()


@pytest.mark.parametrize("interface", [0, 1, 2])
def test_every_host_answers_arp_with_its_own_mac(lab: Lab, interface: int) -> None:
    segment = lab.hospital.agent.attachments[interface].segment
    expected = expected_arp(lab, segment)
    assert arp_answers(lab, interface) == expected
    assert all(lab.frames(host.name) == 0 for host in lab.hosts), "broadcasts are to nobody's own MAC"
    assert lab.group_frames(segment) == len(expected)


SMB2 = (
    b"\x00\x00\x00\x2e\xffSMB\x72\x00\x00\x00\x00\x18\x53\xc8" + bytes(20) + b"\x00\x0b\x00\x02SMB 2.002\x00"
)
GET = b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"


@pytest.mark.parametrize(
    ("meaning", "ip", "port", "says", "tls", "expected"),
    [
        ("OpenSSH", "10.77.1.11", 22, b"", False, b"SSH-2.0-OpenSSH_"),
        ("OpenSSH of the chart server", "10.77.2.10", 22, b"", False, b"SSH-2.0-OpenSSH_"),
        ("vsftpd", "10.77.1.13", 21, b"", False, b"220 (vsFTPd"),
        ("SMTP stand-in", "10.77.1.12", 25, b"", False, b"220 mail.midori-hp.example ESMTP Postfix"),
        ("nginx", "10.77.2.10", 80, GET, False, "電子カルテ".encode()),
        ("nginx with TLS", "10.77.1.11", 443, GET, True, "院内ポータル".encode()),
        ("FortiGate stand-in", "10.77.1.254", 443, GET, True, b"Server: xxxxxxxx-xxxxx"),
        ("Yamaha's page", "10.77.1.3", 80, GET, False, b"Server: YAMAHA-RT"),
        ("ippeveprinter", "10.77.1.30", 631, GET.replace(b"x", b"10.77.1.30"), False, b"RICOH IM C3000"),
        ("smbd", "10.77.1.10", 445, SMB2, False, b"\xfeSMB"),
        ("xrdp takes TLS", "10.77.1.52", 3389, X224, False, b"\x02\x01\x08\x00\x01\x00\x00\x00"),
        ("TigerVNC", "10.77.1.53", 5900, b"", False, b"RFB 003.008"),
        ("the gateway's HL7 port", "10.77.2.70", 2575, b"", False, b""),
    ],
)  # fmt: skip
def test_what_speaks_tcp(
    lab: Lab, meaning: str, ip: str, port: int, says: bytes, tls: bool, expected: bytes
) -> None:
    assert expected in tcp(lab, ip, port, says, tls), meaning


@pytest.mark.parametrize("ip", ["10.77.2.20", "10.77.2.31"])
def test_what_speaks_dicom(lab: Lab, ip: str) -> None:
    """A-ASSOCIATE for Verification, then a release: storescp of DCMTK, and the stand-in."""
    contexts = (
        b"\x20\x00\x00\x2e\x01\x00\x00\x00\x30\x00\x00\x111.2.840.10008.1.1\x40\x00\x00\x111.2.840.10008.1.2"
    )
    user = b"\x50\x00\x00\x1b\x51\x00\x00\x04\x00\x00\x40\x00\x52\x00\x00\x0f1.2.3.4.5.6.7.8"
    body = b"\x00\x01\x00\x00" + b"PACS".ljust(16) + b"LAB".ljust(16) + bytes(32)
    body += b"\x10\x00\x00\x151.2.840.10008.3.1.1.1" + contexts + user
    with lab.networks.inside("agent"), socket.create_connection((ip, 104), 3) as association:
        association.sendall(b"\x01\x00" + len(body).to_bytes(4, "big") + body)
        accepted = association.recv(4096)
        assert accepted[0] == 2 and b"\x52\x00" in accepted and b"\x55\x00" in accepted
        association.sendall(b"\x05\x00\x00\x00\x00\x04" + bytes(4))
        assert association.recv(4096)[0] == 6


def test_what_speaks_sip(lab: Lab) -> None:
    """OPTIONS outside a dialogue (RFC 3261, 11)."""
    own = lab.hospital.agent.attachments[0].ip
    lines = [
        "OPTIONS sip:10.77.1.50 SIP/2.0",
        f"Via: SIP/2.0/UDP {own};branch=z9hG4bK7;rport",
        f"From: <sip:lab@{own}>;tag=7",
        "To: <sip:10.77.1.50>",
        "Call-ID: 7",
        "CSeq: 1 OPTIONS",
        "Max-Forwards: 0",
        "Content-Length: 0",
    ]
    said = udp(lab, "10.77.1.50", 5060, "\r\n".join([*lines, "", ""]).encode())
    assert said.startswith(b"SIP/2.0 200") and b"Server: kamailio" in said


def test_what_speaks_ike(lab: Lab) -> None:
    """IKEv1 Main Mode (RFC 2409) and IKE_SA_INIT (RFC 7296): a proposal that it takes, and one that it does not."""
    transform = bytes.fromhex(
        "00000024 01010000 80010007 800e0080 80020002 80030001 8004000e 800b0001 800c7080"
    )
    proposal = bytes.fromhex("0000002c 01010001") + transform
    association = bytes.fromhex("00000038 00000001 00000001") + proposal
    ikev1 = (
        b"LABLAB01" + bytes(8) + b"\x01\x10\x02\x00" + bytes(4) + (28 + 56).to_bytes(4, "big") + association
    )
    assert udp(lab, "10.77.1.9", 500, ikev1)[16:18] == b"\x01\x10"
    nothing = (
        b"LABLAB02" + bytes(8) + b"\x21\x20\x22\x08" + bytes(4) + (28 + 4).to_bytes(4, "big") + b"\0\0\0\4"
    )
    assert udp(lab, "10.77.1.9", 500, nothing)[17] == 0x20


SNMPGET = ("snmpget", "-On", "-t0.5", "-r0")


def oids(lab: Lab, ip: str, *access: str) -> str:
    asked = ["1.3.6.1.2.1.1.1.0", "1.3.6.1.2.1.47.1.1.1.1.11.1"]
    return lab.run_in_agent([*SNMPGET, *access, ip, *asked]).stdout


@pytest.mark.skipif(shutil.which("snmpget") is None, reason="snmpget is not installed (Debian: snmp)")
def test_what_speaks_snmp(lab: Lab) -> None:
    secrets = lab.hospital.secrets
    for ip in ("10.77.1.1", "10.77.2.1"):
        said = oids(lab, ip, "-v2c", "-c", secrets["DAICHO_LAB_KIBAN"])
        assert "AlliedWare Plus" in said and "A05050G190101" in said
    assert "3089RLAB001" in oids(lab, "10.77.1.30", "-v2c", "-c", secrets["DAICHO_LAB_KIKI"])
    assert "AP9631" in oids(lab, "10.77.1.40", "-v2c", "-c", secrets["DAICHO_LAB_KIKI"])
    phrases = ["-A", secrets["DAICHO_LAB_V3_AUTH"], "-X", secrets["DAICHO_LAB_V3_PRIVACY"]]
    version3 = ["-v3", "-u", "daicho", "-l", "authPriv", "-a", "SHA-256", "-x", "AES", *phrases]
    assert "FCW2531L0AB" in oids(lab, "10.77.1.2", *version3)
    assert oids(lab, "10.77.1.2", "-v2c", "-c", secrets["DAICHO_LAB_KIBAN"]) == "", "v3 falls back to nothing"
    assert oids(lab, "10.77.1.3", "-v2c", "-c", "public") == ""


NODE_STATUS = bytes(5) + b"\x01" + bytes(6) + b"\x20CK" + b"A" * 30 + b"\x00\x00\x21\x00\x01"


@pytest.mark.parametrize(("ip", "name"), [("10.77.1.10", b"JIMUFS"), ("10.77.1.151", b"UKETSUKE-01")])
def test_what_speaks_netbios(lab: Lab, ip: str, name: bytes) -> None:
    assert name in udp(lab, ip, 137, NODE_STATUS)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("_ipp", b"RICOH IM C3000"), ("_http", b"serial=2140SBRLAB001"), ("_workstation", b"raspberrypi")],
)
def test_what_speaks_mdns(lab: Lab, kind: str, expected: bytes) -> None:
    """Avahi, asked through the group as everybody on the segment is."""
    name = bytes([len(kind)]) + kind.encode() + b"\x04_tcp\x05local\x00"
    with lab.networks.inside("agent"), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        own = socket.inet_aton(lab.hospital.agent.attachments[0].ip)
        sock.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, own)
        sock.settimeout(2)
        sock.sendto(bytes(5) + b"\x01" + bytes(6) + name + b"\x00\x0c\x00\x01", ("224.0.0.251", 5353))
        while expected not in sock.recv(9000):
            pass  # Others who know such a service answer too; recv times out where ours does not.


def test_the_counters_count(lab: Lab) -> None:
    """One datagram to a closed port: ARP is the kernel's, and counted; the answer is the host's, and is not."""
    lab.run_in_agent(["ip", "neigh", "replace", "10.77.1.163", "lladdr", "9a:3e:51:77:0b:12", "dev", "eth0"])
    with lab.networks.inside("agent"), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.sendto(b"x" * 100, ("10.77.1.163", 40000))
    wait_until(lambda: lab.frames("phone") > 0)
    assert (lab.ip_frames("phone"), lab.bytes("phone")) == (1, 14 + 20 + 8 + 100)
    assert lab.arp_frames("phone") == 0 and lab.frames("phone") == 1
    lab.run_in_agent(["ip", "neigh", "flush", "all"])
    tcp(lab, "10.77.1.12", 25)
    frames = lab.ip_frames("mail")
    assert 4 <= frames <= 8, "SYN, ACK, ACK of the greeting, FIN: what the kernel sends for us counts"
    assert lab.frames("mail") == frames + lab.arp_frames("mail")
    assert lab.frames("ftp-kensa") == 0
    lab.reset_counts()
    assert lab.frames("mail") == lab.bytes("mail") == 0


def test_both_interfaces_of_the_router_count(lab: Lab) -> None:
    for ip in ("10.77.1.1", "10.77.2.1"):
        assert lab.run_in_agent(["ping", "-c1", "-W1", ip]).returncode == 0
    assert lab.ip_frames("rt-core") == 2


def test_what_others_send_does_not_count(lab: Lab) -> None:
    lab.reset_counts()  # of the scans before
    assert lab.networks.run("karte", ["ping", "-c3", "-i0.2", "-W1", "10.77.2.20"]).returncode == 0
    assert lab.frames("pacs") == 0


def test_nothing_can_leave(lab: Lab) -> None:
    """Every interface is a veth or a bridge of ours, both ends are inside, and there is no default route."""
    outside = Path("/proc/self/ns/net").stat().st_ino
    inodes = {lab.networks.inode(name) for name in lab.networks.names}
    assert outside not in inodes and len(inodes) == len(lab.networks.names) == len(lab.hosts) + 2
    ends: dict[str, int] = {}
    for name in lab.networks.names:
        with lab.networks.inside(name):
            for link in shown("ip", "-o", "-d", "link").splitlines():
                kinds = ("bridge", "veth") if name == SWITCH else ("veth", "macvlan")
                assert " lo: " in link or any(f" {kind} " in link for kind in kinds), (name, link)
                ends[name] = ends.get(name, 0) + (" veth " in link)
            assert not [
                r for r in shown("ip", "route").splitlines() if r.startswith(("default", "0.0.0.0/0"))
            ]
    assert ends[SWITCH] == sum(count for name, count in ends.items() if name != SWITCH), (
        "no cable goes outside"
    )
    assert lab.run_in_agent(["ping", "-c1", "-W1", "192.0.2.1"]).returncode != 0


def test_the_router_joins_the_segments(lab: Lab) -> None:
    assert lab.networks.run("karte", ["ping", "-c1", "-W2", "10.77.1.11"]).returncode == 0


def test_lldp_is_heard(lab: Lab) -> None:
    with (
        lab.networks.inside("agent"),
        socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(0x88CC)) as sock,
    ):
        sock.bind(("eth0", 0x88CC))
        sock.settimeout(10)
        heard = sock.recv(1514)
    assert b"AlliedWare Plus" in heard or b"Catalyst" in heard


def test_the_scope_is_one_that_the_product_accepts(lab: Lab, tmp_path: Path) -> None:
    lab.write_scope(tmp_path / "scope.toml")
    scope = load_scope(tmp_path / "scope.toml")
    assert scope.standing(datetime.now(UTC)) == ""
    assert {n.cidr for n in scope.networks} == {s.cidr for s in lab.hospital.segments}
    references = {a.secret for a in scope.snmp} | {a.privacy_secret for a in scope.snmp if a.privacy_secret}
    assert {r.removeprefix("env:") for r in references} == set(lab.hospital.secrets)
    assert lab.run_in_agent(["printenv", "DAICHO_LAB_KIKI"]).stdout == "lab-kiki\n"


def test_every_program_is_named_with_its_package() -> None:
    assert missing() == ""
    assert all(package for package in PROGRAMS.values())


def test_kill_9_leaves_no_daemon(lab: Lab) -> None:
    script = (
        "import sys; from tests.lab.hospital import raise_hospital\n"
        "with raise_hospital() as lab: print(lab.folder, flush=True); sys.stdin.read()"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert child.stdout
    begun = time.monotonic()
    folder = Path(child.stdout.readline().strip())
    took = time.monotonic() - begun
    assert folder.name.startswith(f"{FOLDER}{child.pid}-")
    assert took < 15, f"raised in {took:.1f} s"
    assert len(of_folder(folder)) >= 20
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    wait_until(lambda: of_folder(folder) == [])
    assert of_folder(folder) == []
    shutil.rmtree(folder)


def of_folder(folder: Path) -> list[str]:
    """Command lines of living processes that name the folder."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            line = (process / "cmdline").read_text()
        except (FileNotFoundError, ProcessLookupError):
            continue
        if str(folder) in line:
            found.append(line)
    return found
