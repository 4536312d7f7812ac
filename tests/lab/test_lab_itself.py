"""The laboratory judges the product, so it is judged first: everybody answers, the counters count, nothing leaves."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from agent.demo.namespaces import SWITCH
from agent.scope import load_scope
from tests.lab.daemons import PROGRAMS
from tests.lab.hospital import FOLDER, ROOT, Lab, missing

pytestmark = pytest.mark.lab


@pytest.fixture(autouse=True)
def fresh(lab: Lab) -> Iterator[None]:
    lab.reset_counts()
    yield
    lab.reset_counts()


def wait_until(true: Callable[[], bool], seconds: float = 2.0) -> None:
    deadline = time.monotonic() + seconds
    while not true() and time.monotonic() < deadline:
        time.sleep(0.01)


def arp_answers(lab: Lab, interface: int) -> dict[str, str]:
    """Asks for every address of one segment, once; ip -> mac of those who answered."""
    own = lab.hospital.agent.attachments[interface]
    mac, ip = bytes.fromhex(own.mac.replace(":", "")), socket.inet_aton(own.ip)
    wanted = list(expected_arp(lab, own.segment))
    found: dict[str, str] = {}
    with (
        lab.networks.inside("agent"),
        socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(0x0806)) as sock,
    ):
        sock.bind((f"eth{interface}", 0x0806))
        sock.settimeout(1)
        for target in wanted:
            question = b"\x00\x01\x08\x00\x06\x04\x00\x01" + mac + ip + bytes(6) + socket.inet_aton(target)
            sock.send(b"\xff" * 6 + mac + b"\x08\x06" + question)
        while len(found) < len(wanted):
            frame = sock.recv(1514)
            if frame[20:22] == b"\x00\x02":
                found[socket.inet_ntoa(frame[28:32])] = frame[22:28].hex(":")
    return found


def expected_arp(lab: Lab, segment: str) -> dict[str, str]:
    """ip -> mac of a segment: everybody's own, the pair's, and what is answered for others."""
    own = {a.ip: a.mac for h in lab.hosts for a in h.attachments if a.segment == segment}
    pairs = [s.attachment for s in lab.hospital.shared if s.attachment.segment == segment]
    lent = {ip: h.mac for h in lab.hosts for ip in h.lends if h.attachments[0].segment == segment}
    return own | {a.ip: a.mac for a in pairs} | lent


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
X224 = bytes.fromhex("03000013 0ee00000000000 0100080003000000")
"""[MS-RDPBCGR] 2.2.1.1 X.224 Connection Request that takes TLS and CredSSP; the confirm (2.2.1.2) names TLS."""
GET = b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"


def tcp(lab: Lab, ip: str, port: int, says: bytes = b"", tls: bool = False) -> bytes:
    """Everything that the server says until it closes or is silent for half a second."""
    heard = b""
    with lab.networks.inside("agent"), socket.create_connection((ip, port), 3) as plain:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        connection = context.wrap_socket(plain) if tls else plain
        connection.sendall(says)
        connection.settimeout(0.5)
        try:
            while more := connection.recv(4096):
                heard += more
        except TimeoutError:
            pass
    return heard


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


def udp(lab: Lab, ip: str, port: int, question: bytes) -> bytes:
    with lab.networks.inside("agent"), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.settimeout(2)
        sock.sendto(question, (ip, port))
        return sock.recv(9000)


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
    assert lab.networks.run("karte", ["ping", "-c3", "-i0.2", "-W1", "10.77.2.20"]).returncode == 0
    assert lab.frames("pacs") == 0


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


def heard(lab: Lab, interface: int, wanted: Callable[[bytes], bool], seconds: float = 5) -> bool:
    """Whether a frame came by that is wanted, on an interface of the agent; nothing is sent."""
    deadline = time.monotonic() + seconds
    with (
        lab.networks.inside("agent"),
        socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(0x0003)) as sock,
    ):
        sock.bind((f"eth{interface}", 0x0003))
        sock.settimeout(seconds)
        while time.monotonic() < deadline:
            if wanted(sock.recv(9000)):
                return True
    return False


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


def walked(lab: Lab, ip: str, column: str, community: str) -> dict[str, str]:
    done = lab.run_in_agent(
        ["snmpbulkwalk", "-Onqe", "-Ih", "-t1", "-r0", "-v2c", "-c", community, ip, column]
    )
    pairs = (line.partition(" ") for line in done.stdout.splitlines() if line.startswith(f".{column}."))
    return {name.removeprefix(f".{column}."): value.strip().strip('"').strip() for name, _, value in pairs}


def dotted(mac: str) -> str:
    return ".".join(str(octet) for octet in bytes.fromhex(mac.replace(":", "")))


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


def shown(*argv: str) -> str:
    return subprocess.run(argv, capture_output=True, text=True, check=True).stdout


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
