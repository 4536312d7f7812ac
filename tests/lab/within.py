"""What tests do inside the laboratory, from where the agent stands: ask, listen, and look at the host itself."""

from __future__ import annotations

import socket
import ssl
import subprocess
import time
from collections.abc import Callable

from tests.lab.hospital import Lab

X224 = bytes.fromhex("03000013 0ee00000000000 0100080003000000")
"""[MS-RDPBCGR] 2.2.1.1 X.224 Connection Request that takes TLS and CredSSP; the confirm (2.2.1.2) names TLS."""


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


def udp(lab: Lab, ip: str, port: int, question: bytes) -> bytes:
    with lab.networks.inside("agent"), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.settimeout(2)
        sock.sendto(question, (ip, port))
        return sock.recv(9000)


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


def walked(lab: Lab, ip: str, column: str, community: str) -> dict[str, str]:
    done = lab.run_in_agent(
        ["snmpbulkwalk", "-Onqe", "-Ih", "-t1", "-r0", "-v2c", "-c", community, ip, column]
    )
    pairs = (line.partition(" ") for line in done.stdout.splitlines() if line.startswith(f".{column}."))
    return {name.removeprefix(f".{column}."): value.strip().strip('"').strip() for name, _, value in pairs}


def dotted(mac: str) -> str:
    return ".".join(str(octet) for octet in bytes.fromhex(mac.replace(":", "")))


def shown(*argv: str) -> str:
    return subprocess.run(argv, capture_output=True, text=True, check=True).stdout
