"""Hosts that mean harm: each kind a program that runs in a namespace of its own and answers as an attacker would.

    python -m tests.lab.hostile_hosts KIND IP MAC LOG

KINDS says what each does. What reaches a host that may tell something (communities, connections) is written to LOG,
one line each, so that a test can say what the attacker came to know. Nothing here is sent unasked but by `storm`.
"""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import json
import os
import random
import socket
import ssl
import struct
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

from agent.demo.answers import make_certificate
from agent.demo.host import Certificate

MDNS, SSDP, WSD = ("224.0.0.251", 5353), ("239.255.255.250", 1900), ("239.255.255.250", 3702)
MEGABYTE = 1 << 20
NASTY = '\x1b]0;owned\x07\x1b[2J<script>alert(1)</script> =HYPERLINK("http://198.51.100.9/","x")\u202egpj\r\n'
ELSEWHERE = "http://10.20.1.30:8099"
"""The honest host to which `elsewhere` would have us sent."""
STORM_A_SECOND = 2000
FLOOD = 5000

Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
Answer = Callable[[bytes, tuple[str, int], socket.socket], None]


class Place:
    """The host that this program is."""

    def __init__(self, ip: str, mac: str, log: Path) -> None:
        self.ip, self.mac, self.log = ip, bytes.fromhex(mac.replace(":", "")), log
        self.kept: list[object] = []

    def note(self, **what: object) -> None:
        with self.log.open("a", encoding="utf-8") as file:
            file.write(json.dumps(what) + "\n")

    async def tcp(self, talk: Talk, *ports: int, secure: bool = False) -> None:
        async def converse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            with contextlib.suppress(
                ConnectionError, OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError
            ):
                await talk(reader, writer)
            with contextlib.suppress(Exception):
                writer.close()

        context = _context() if secure else None
        for port in ports:
            self.kept.append(await asyncio.start_server(converse, "0.0.0.0", port, ssl=context))

    def udp(self, answer: Answer, port: int, group: str = "") -> None:
        sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind(("", port))
        if group:
            member = socket.inet_aton(group) + socket.inet_aton(self.ip)
            sock.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, member)
        sock.setblocking(False)

        def readable() -> None:
            with contextlib.suppress(OSError):
                data, peer = sock.recvfrom(65535)
                answer(data, peer, sock)

        asyncio.get_running_loop().add_reader(sock, readable)
        self.kept.append(sock)

    def forge(self, source: str, source_port: int, peer: tuple[str, int], payload: bytes) -> None:
        """One UDP datagram under another's address (raw(7), IP_HDRINCL)."""
        with socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_RAW) as raw:
            udp = struct.pack(">HHHH", source_port, peer[1], 8 + len(payload), 0) + payload
            head = struct.pack(">BBHHHBBH", 0x45, 0, 20 + len(udp), 0, 0, 64, 17, 0)
            raw.sendto(head + socket.inet_aton(source) + socket.inet_aton(peer[0]) + udp, (peer[0], 0))


def _context() -> ssl.SSLContext:
    certificate, key = make_certificate(Certificate((("CN", "x" * 60),), (("CN", "<b>x</b>"),)), "hostile")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.NamedTemporaryFile() as file:
        file.write(certificate + key)
        file.flush()
        context.load_cert_chain(file.name)
    return context


def _says(data: bytes) -> Talk:
    async def talk(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(data)
        await writer.drain()
        await asyncio.sleep(30)

    return talk


def _serves(head: str, body: bytes) -> Talk:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(f"HTTP/1.1 200 OK\r\n{head}\r\n\r\n".encode("latin-1", "replace") + body)
        await writer.drain()

    return talk


def _ssdp(location: str, server: str = "hostile/1") -> bytes:
    return (
        f"HTTP/1.1 200 OK\r\nST: upnp:rootdevice\r\nUSN: uuid:00000000-0000-0000-0000-0000000000{os.getpid() % 90 + 10}"
        f"::upnp:rootdevice\r\nSERVER: {server}\r\nLOCATION: {location}\r\n\r\n"
    ).encode("utf-8", "surrogatepass")


# -- the kinds ----------------------------------------------------------------------------------


async def endless(place: Place) -> None:
    """A banner without an end, and without a line's."""

    async def talk(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while not writer.transport.is_closing():  # over TLS, drain() alone never says that the peer is gone
            writer.write(b"A" * 65536)
            await writer.drain()
            await asyncio.sleep(0)

    await place.tcp(talk, 21, 22, 23, 25, 80, 554, 3306, 5900)
    await place.tcp(talk, 443, secure=True)


async def drip(place: Place) -> None:
    """One byte, and after half a second one more."""

    async def talk(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            writer.write(random.choice(b"\x16 HSR2").to_bytes(1, "big"))
            await writer.drain()
            await asyncio.sleep(0.5)

    await place.tcp(talk, 21, 22, 23, 25, 80, 443, 445, 554, 3389, 5900)


async def big(place: Place) -> None:
    """A page of 50 MB, plain and over TLS."""

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 52428800\r\n\r\n<html><title>")
        for _ in range(800):
            writer.write(b"B" * 65536)
            await writer.drain()

    await place.tcp(talk, 80)
    await place.tcp(talk, 443, secure=True)


async def packed(place: Place) -> None:
    """Pages that unpack to gigabytes, and chunks that are not as long as they say."""
    bomb = gzip.compress(gzip.compress(bytes(32 * MEGABYTE)))
    await place.tcp(_serves("Content-Encoding: gzip", bomb), 80)
    chunks = b"ffffffffffffffff\r\n<title>x</title>\r\n-5\r\n" + b"0;" + b"x" * 9000
    await place.tcp(_serves("Transfer-Encoding: chunked", chunks), 443, secure=True)


async def xml(place: Place) -> None:
    """Descriptions whose entities grow without end, by UPnP and WS-Discovery."""
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE root [<!ENTITY l0 "lol">{entities}]><root><device>&l11;</device></root>'.encode()
    await place.tcp(_serves("Content-Type: text/xml", bomb), 80, 5357)
    place.udp(lambda _, peer, sock: sock.sendto(_ssdp(f"http://{place.ip}/d.xml"), peer), SSDP[1], SSDP[0])
    deep = b"<a>" * 15000
    place.udp(lambda _, peer, sock: [sock.sendto(b, peer) for b in (bomb, deep)] and None, WSD[1], WSD[0])


async def elsewhere(place: Place) -> None:
    """Sends whoever asks to another host: an honest one, and one on the Internet."""

    def answer(_: bytes, peer: tuple[str, int], sock: socket.socket) -> None:
        for later in (0.0, 0.7, 1.4):  # within MX, and again: the flood may drown one of them
            asyncio.get_running_loop().call_later(later, sock.sendto, _ssdp(f"{ELSEWHERE}/d.xml"), peer)

    place.udp(answer, SSDP[1], SSDP[0])

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(f"HTTP/1.1 302 Found\r\nLocation: {ELSEWHERE}/login\r\n\r\n".encode())
        await writer.drain()

    await place.tcp(talk, 80)
    await place.tcp(talk, 443, secure=True)


async def names(place: Place) -> None:
    """Names that point at themselves (RFC 1035, 4.1.4), in every protocol that packs them so."""

    def answer(data: bytes, peer: tuple[str, int], sock: socket.socket) -> None:
        head = data[:2] + b"\x84\x00\x00\x00\x00\x20\x00\x00\x00\x00"
        loop = b"\xc0\x0c" + b"\x00\x0c\x80\x01\x00\x00\x00\x78\x00\x02\xc0\x0c"
        ladder = b"".join(b"\x01a" + struct.pack(">H", 0xC00C + 4 * n) for n in range(200))
        for body in (loop * 32, ladder, b"\x3f" + b"a" * 63 + b"\xc0\x0c"):
            sock.sendto(head + body, peer)

    for port, group in ((MDNS[1], MDNS[0]), (5355, "224.0.0.252"), (53, ""), (137, "")):
        place.udp(answer, port, group)


async def flood(place: Place) -> None:
    """Thousands of answers to one question, and more in the name of others."""

    def answer(data: bytes, peer: tuple[str, int], sock: socket.socket) -> None:
        port = sock.getsockname()[1]
        for number in range(FLOOD):
            said = (
                _ssdp(f"http://{place.ip}:{number + 1}/", f"flood/{number}")
                if port == SSDP[1]
                else data + b"%d" % number
            )
            with contextlib.suppress(OSError):
                sock.sendto(said, peer)
            if number < 100:
                place.forge("198.51.100.7", port, peer, said)
                place.forge(f"10.20.1.{number + 60}", port, peer, said)

    place.udp(answer, SSDP[1], SSDP[0])
    place.udp(answer, MDNS[1], MDNS[0])
    for port in (161, 137, 53, 1434):
        place.udp(answer, port)


async def codes(place: Place) -> None:
    """Codes for terminals, markup, formulas and names of a megabyte in whatever it says of itself."""
    long = (NASTY * 200).encode("utf-8")
    await place.tcp(_says(b"220 " + NASTY.encode() + b"M" * MEGABYTE + b"\r\n"), 21)
    await place.tcp(_says(b"SSH-2.0-" + NASTY[:60].encode() + b"\r\n"), 22)
    page = f"<html><title>{NASTY}</title><meta name=generator content='{NASTY}'>".encode() + b"T" * MEGABYTE
    header = NASTY.replace("\r\n", " ") + "S" * 5000
    await place.tcp(_serves(f'Server: {header}\r\nWWW-Authenticate: Basic realm="{header}"', page), 80)
    place.udp(lambda _, peer, sock: sock.sendto(_ssdp(f"http://{place.ip}/", header), peer), SSDP[1], SSDP[0])
    place.udp(lambda data, peer, sock: sock.sendto(_snmp_said(data, long), peer), 161)


async def rogue(place: Place) -> None:
    """An SNMP agent that takes any community, and keeps what it was shown."""

    def answer(data: bytes, peer: tuple[str, int], sock: socket.socket) -> None:
        place.note(snmp=data.hex(), community=_community(data).decode("latin-1"))
        if _community(data):
            sock.sendto(_snmp_said(data, b"Cisco IOS Software, C2960 Software"), peer)

    place.udp(answer, 161)


def _snmp_said(question: bytes, text: bytes) -> bytes:
    """An answer to a GET of SNMPv1 or v2c that has this text for every name that was asked; b"" to anything else."""
    from agent.demo.host import Snmp
    from agent.demo.snmp_answers import snmp_answer

    community = _community(question)
    values = tuple(((1, 3, 6, 1, 2, 1, 1, arc, 0), text[:1200]) for arc in (1, 5, 6))
    return snmp_answer(question, Snmp(community.decode("latin-1"), values), 1) or b""


def _community(question: bytes) -> bytes:
    """The third element of the message (RFC 1157, 4), for lengths below 128."""
    return question[7 : 7 + question[6]] if len(question) > 8 and question[5] == 4 else b""


async def storm(place: Place) -> None:
    """Answers ARP for every address of its network that is asked for, and shouts answers that nobody asked for."""
    sock = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(0x0806))
    sock.bind(("eth0", 0x0806))
    sock.setblocking(False)
    taken = {socket.inet_aton(ip) for ip in os.environ.get("TAKEN", "").split()}

    def reply(ip: bytes, mac: bytes, to_ip: bytes) -> bytes:
        head = mac + place.mac + b"\x08\x06" + b"\x00\x01\x08\x00\x06\x04\x00\x02"
        return head + place.mac + ip + mac + to_ip

    def readable() -> None:
        with contextlib.suppress(OSError):
            for _ in range(512):
                frame = sock.recv(64)
                if frame[20:22] == b"\x00\x01" and frame[38:42] not in taken and frame[6:12] != place.mac:
                    sock.send(reply(frame[38:42], frame[22:28], frame[28:32]))

    asyncio.get_running_loop().add_reader(sock, readable)
    net = socket.inet_aton(place.ip)[:2]
    place.kept += [sock, asyncio.create_task(_shout(sock, reply, net, taken))]


async def _shout(sock: socket.socket, reply: Callable[..., bytes], net: bytes, taken: set[bytes]) -> None:
    while True:
        for _ in range(STORM_A_SECOND // 50):
            if (ip := net + os.urandom(2)) not in taken:
                with contextlib.suppress(OSError):
                    sock.send(reply(ip, b"\xff" * 6, net + b"\xff\xff"))
        await asyncio.sleep(0.02)


KINDS = {
    talk.__name__: talk
    for talk in (endless, drip, big, packed, xml, elsewhere, names, flood, codes, rogue, storm)
}


async def main() -> None:
    kind, ip, mac, log = sys.argv[1:5]
    place = Place(ip, mac, Path(log))
    await KINDS[kind](place)
    print("ready", flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
