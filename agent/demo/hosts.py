"""Puts the stand-ins to work: one thread with one event loop answers for all hosts of a hospital.

Each socket is opened inside its host's namespace and stays there, so that one process is many
hosts; the kernel of each namespace answers ARP and ICMP by itself. What is answered is decided by
the pure functions of answers.py and snmp_answers.py, and what is said unasked by utterances.py. A
fragile host watches every frame that reaches it (fragile.py).
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import ssl
import threading
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from typing import TypeAlias

from agent.demo.answers import (
    MDNS_PORT,
    dicom_answer,
    http_answer,
    make_certificate,
    mdns_answer,
    netbios_answer,
)
from agent.demo.fragile import Treatment, watch
from agent.demo.host import Dicom, Host, Mdns, Page
from agent.demo.namespaces import Networks
from agent.demo.snmp_answers import snmp_answer
from agent.demo.utterances import Spoken, Utterance, spoken

SNMP_PORT, NETBIOS_PORT = 161, 137
MDNS_GROUP = "224.0.0.251"
UPTIME = 86_400_00
READY_WITHIN = 10.0
PATIENCE = 5.0
"""Seconds after which a stand-in hangs up on a caller who says nothing."""

Peer: TypeAlias = tuple[str, int]
OnDatagram: TypeAlias = Callable[[bytes, Peer], tuple[bytes, Peer] | None]
OnConnection: TypeAlias = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


class StandIns:
    """The hosts at work. Made by `serving()` alone."""

    def __init__(self, treatments: Mapping[str, Treatment]) -> None:
        self._treatments = treatments

    def treatment(self, host: str) -> Treatment:
        """How a fragile host was treated so far."""
        return self._treatments[host]

    def mistreated(self, host: str) -> tuple[str, ...]:
        return self._treatments[host].complaints


@contextmanager
def serving(networks: Networks, hosts: Sequence[Host]) -> Iterator[StandIns]:
    """All of `hosts` answer from here on to the end of the block; their nodes must have been raised."""
    treatments: dict[str, Treatment] = {}
    with ExitStack() as held:
        loop = asyncio.new_event_loop()
        held.callback(loop.close)
        for host in hosts:
            with networks.inside(host.name):
                _open(host, loop, treatments, held)
        # Kept here because a loop holds its tasks by weak references.
        speaking = [
            loop.create_task(_speak(networks, host.name, each, spoken(each, host.mac, host.ip)))
            for host in hosts
            for each in host.utterances
        ]
        held.callback(speaking.clear)
        thread = threading.Thread(target=loop.run_forever, name="stand-ins", daemon=True)
        thread.start()
        held.callback(_end, loop, thread)
        ready = asyncio.run_coroutine_threadsafe(asyncio.sleep(0), loop)
        ready.result(READY_WITHIN)
        yield StandIns(treatments)


def _end(loop: asyncio.AbstractEventLoop, thread: threading.Thread) -> None:
    async def cancel() -> None:
        for task in asyncio.all_tasks():
            if task is not asyncio.current_task():
                task.cancel()
        # One turn, so that cancelled conversations can close their sockets.
        await asyncio.sleep(0)

    asyncio.run_coroutine_threadsafe(cancel(), loop).result(READY_WITHIN)
    loop.call_soon_threadsafe(loop.stop)
    thread.join()


def _open(
    host: Host,
    loop: asyncio.AbstractEventLoop,
    treatments: dict[str, Treatment],
    held: ExitStack,
) -> None:
    """Opens what one host speaks; the calling thread is inside its namespace, the loop not yet running."""
    for greeting in host.greetings:
        _listen(loop, greeting.port, _greets(greeting.says), held)
    for page in host.pages:
        _listen(loop, page.port, _serves(page), held, _tls(host, page))
    if host.dicom:
        _listen(loop, host.dicom.port, _associates(host.dicom), held)
    if snmp := host.snmp:
        _hear(loop, SNMP_PORT, lambda data, peer: _back(snmp_answer(data, snmp, UPTIME), peer), held)
    if netbios := host.netbios:
        _hear(
            loop, NETBIOS_PORT, lambda data, peer: _back(netbios_answer(data, netbios, host.mac), peer), held
        )
    if host.mdns:
        _hear(loop, MDNS_PORT, _multicasts(host.mdns, host.ip), held, host.ip)
    if host.fragile:
        treatments[host.name] = Treatment()
        watch(loop, treatments[host.name], host.fragile, held)
        for port in host.fragile.ports:
            _listen(loop, port, _greets(b""), held)


def _back(answer: bytes | None, peer: Peer) -> tuple[bytes, Peer] | None:
    return None if answer is None else (answer, peer)


def _multicasts(host: Mdns, ip: str) -> OnDatagram:
    def answer(data: bytes, peer: Peer) -> tuple[bytes, Peer] | None:
        said = mdns_answer(data, host, ip, peer[1])
        if said is None:
            return None
        text, to_group = said
        return text, (MDNS_GROUP, MDNS_PORT) if to_group else peer

    return answer


def _hear(
    loop: asyncio.AbstractEventLoop, port: int, answer: OnDatagram, held: ExitStack, group_on: str = ""
) -> None:
    """A UDP socket on `port`; `group_on` is the address of the interface that joins the mDNS group."""
    sock = held.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
    sock.setblocking(False)
    sock.bind(("", port))
    if group_on:
        interface = socket.inet_aton(group_on)
        sock.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, socket.inet_aton(MDNS_GROUP) + interface)
        sock.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, interface)
        sock.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL, 255)
        sock.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_LOOP, 0)

    def readable() -> None:
        # An ICMP error for an earlier answer comes up here as OSError; the asker is gone, so be it.
        with contextlib.suppress(BlockingIOError, ConnectionRefusedError):
            data, peer = sock.recvfrom(65535)
            said = answer(data, peer)
            if said is not None:
                sock.sendto(*said)

    loop.add_reader(sock, readable)


def _listen(
    loop: asyncio.AbstractEventLoop,
    port: int,
    talk: OnConnection,
    held: ExitStack,
    tls: ssl.SSLContext | None = None,
) -> None:
    sock = held.enter_context(socket.socket(socket.AF_INET, socket.SOCK_STREAM))
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    sock.bind(("", port))

    async def converse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # A caller that hangs up or says nothing is an ordinary end of a conversation.
        with contextlib.suppress(ConnectionError, TimeoutError, asyncio.IncompleteReadError, ssl.SSLError):
            async with asyncio.timeout(PATIENCE):
                await talk(reader, writer)
        writer.close()

    server = loop.run_until_complete(asyncio.start_server(converse, sock=sock, ssl=tls))
    held.callback(server.close)


def _greets(says: bytes) -> OnConnection:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(says)
        await writer.drain()
        while await reader.read(4096):
            pass

    return talk


def _serves(page: Page) -> OnConnection:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(http_answer(page))
        await writer.drain()

    return talk


def _associates(dicom: Dicom) -> OnConnection:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            head = await reader.readexactly(6)
            answer = dicom_answer(head + await reader.readexactly(int.from_bytes(head[2:], "big")), dicom)
            if answer is None:
                return
            writer.write(answer)
            await writer.drain()
            if answer[0] == 0x07:
                return

    return talk


def _tls(host: Host, page: Page) -> ssl.SSLContext | None:
    """OpenSSL reads keys from paths alone; this path is in memory, so that nothing is left on a disk."""
    if page.certificate is None:
        return None
    certificate, key = make_certificate(page.certificate, f"{host.name}:{page.port}")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with os.fdopen(os.memfd_create("certificate"), "wb") as file:
        file.write(certificate + key)
        file.flush()
        context.load_cert_chain(f"/proc/self/fd/{file.fileno()}")
    return context


async def _speak(networks: Networks, host: str, utterance: Utterance, said: Spoken) -> None:
    """Says one thing again and again, by a socket that is opened in the host's namespace each time."""
    while True:
        with networks.inside(host):
            sock = socket.socket(
                socket.AF_INET, socket.SOCK_DGRAM if said.transport == "udp" else socket.SOCK_STREAM
            )
        # A device that hung, or whose server does not listen, tries again later: no fault.
        with sock, contextlib.suppress(OSError, TimeoutError):
            sock.setblocking(False)
            if said.transport == "udp":
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
                # The limited broadcast needs no route where the interface is said.
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_BINDTODEVICE, b"eth0")
                sock.sendto(said.payload, ("255.255.255.255", said.port))
            else:
                async with asyncio.timeout(PATIENCE):
                    await _say_in_stream(sock, (utterance.to, said.port), said)
        await asyncio.sleep(utterance.every)


async def _say_in_stream(sock: socket.socket, peer: Peer, said: Spoken) -> None:
    """A stream of its own: opened, spoken into, and closed when the other side has answered (if it does)."""
    loop = asyncio.get_running_loop()
    await loop.sock_connect(sock, peer)
    await loop.sock_sendall(sock, said.payload)
    if said.ends:
        await loop.sock_recv(sock, 4096)
        await loop.sock_sendall(sock, said.ends)
        await loop.sock_recv(sock, 4096)
