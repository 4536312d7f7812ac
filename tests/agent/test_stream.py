"""Streams against real servers on loopback, plain and TLS: what is read, what a peer costs, and how it ends."""

from __future__ import annotations

import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from agent.limits import STREAM_LIMIT
from agent.oddities import DRIPPED, ENDLESS, IN_AN_ATTEMPT
from probes import tls_record
from probes.model import Ask, Outcome, Reply, Via
from tests.agent.loopback import HOST, hold, server


def test_a_greeting_is_read_and_the_close_is_orderly() -> None:
    ends: list[bytes] = []

    def greet(client: socket.socket) -> None:
        client.sendall(b"SSH-2.0-test\r\n")
        ends.append(client.recv(10))  # b"" is a FIN; a reset would raise

    with server(greet) as port:
        attempt, evidence, _, _ = hold(Ask(Via.TCP, port, until=b"\n"))
    assert attempt.outcome is Outcome.ANSWERED and evidence[0].value == "SSH-2.0-test\r\n"
    assert ends == [b""]
    assert 5 <= attempt.sent_packets <= 7


def test_a_closed_port_costs_two_packets_and_is_a_no() -> None:
    with socket.socket() as unused:
        unused.bind((HOST, 0))
        attempt, _, _, _ = hold(Ask(Via.TCP, unused.getsockname()[1]))
    assert attempt.outcome is Outcome.REFUSED and attempt.sent_packets <= 2  # ARP, SYN


def test_silence_ends_in_its_time() -> None:
    with server(lambda client: client.recv(1) and None) as port:
        begun = time.monotonic()
        attempt, _, _, _ = hold(Ask(Via.TCP, port, wait=0.3))
        took = time.monotonic() - begun
    assert attempt.outcome is Outcome.SILENT
    assert took < 2.5


def test_an_endless_banner_is_cut_at_the_limit() -> None:
    def flood(client: socket.socket) -> None:
        while True:
            client.sendall(b"x" * 4096)

    with server(flood) as port:
        attempt, _, _, replies = hold(Ask(Via.TCP, port, wait=2), packets=40)
    assert 0 < len(replies[0].payload) <= STREAM_LIMIT
    assert attempt.sent_packets <= 44


def test_a_slow_drip_ends_in_its_time_with_what_came() -> None:
    def drip(client: socket.socket) -> None:
        for _ in range(100):
            client.sendall(b".")
            time.sleep(0.05)

    with server(drip) as port:
        begun = time.monotonic()
        attempt, _, _, replies = hold(Ask(Via.TCP, port, wait=0.5), packets=30)
        took = time.monotonic() - begun
    assert replies[0].payload.startswith(b"...")
    assert took < 3
    assert attempt.sent_packets <= 34


@pytest.mark.parametrize(
    ("piece", "until", "said"),
    [
        pytest.param(b".", b"\n", DRIPPED, id="a few bytes, again and again"),
        pytest.param(
            b"." * 1024, b"\n", ENDLESS, id="much, where a line was expected, and too slow to come to a limit"
        ),
        pytest.param(b"." * 1024, None, "", id="a page that is merely slow"),
    ],
)
def test_what_came_until_the_time_was_up_is_named(piece: bytes, until: bytes | None, said: str) -> None:
    def slowly(client: socket.socket) -> None:
        for _ in range(100):
            client.sendall(piece)
            time.sleep(0.1)

    with server(slowly) as port:
        attempt, _, _, _ = hold(Ask(Via.TCP, port, wait=0.6, until=until), packets=50)
    assert [odd for odd in IN_AN_ATTEMPT if odd in attempt.detail] == ([said] if said else [])


def test_two_asks_share_one_connection() -> None:
    connections: list[int] = []

    def echo(client: socket.socket) -> None:
        connections.append(1)
        while data := client.recv(100):
            client.sendall(data.upper())

    with server(echo) as port:
        _, _, _, replies = hold(*(Ask(Via.TCP, port, p, 0.5, b"\n") for p in (b"one\n", b"two\n")))
    assert [r.payload for r in replies] == [b"ONE\n", b"TWO\n"] and len(connections) == 1


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pem = tmp_path_factory.mktemp("tls") / "both.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=pacs.example",
         "-keyout", pem, "-out", pem.with_suffix(".crt")],
        check=True, capture_output=True,
    )  # fmt: skip
    pem.write_bytes(pem.read_bytes() + pem.with_suffix(".crt").read_bytes())
    return pem


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_tls_gives_the_certificate_and_the_page(certificate: Path, version: ssl.TLSVersion) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    context.minimum_version = context.maximum_version = version
    asked: list[bytes] = []

    def page(client: socket.socket) -> None:
        with context.wrap_socket(client, server_side=True) as tls:
            asked.append(tls.recv(1000))
            tls.sendall(b"HTTP/1.0 200 OK\r\n\r\n<title>PACS</title>")

    with server(page) as port:
        _, _, _, replies = hold(Ask(Via.TLS, port, b"GET / HTTP/1.0\r\n\r\n"), packets=20)
    assert asked == [b"GET / HTTP/1.0\r\n\r\n"]
    assert replies[0].payload.endswith(b"</title>")
    assert replies[0].certificate == ssl.PEM_cert_to_DER_cert(certificate.with_suffix(".crt").read_text())


def made(folder: Path, *how: str) -> Path:
    """A self-signed certificate and its key, made as `how` says: folder/crt and folder/key."""
    subprocess.run(
        ["openssl", "req", "-x509", "-nodes", "-days", "1", "-subj", "/CN=old.example", *how,
         "-keyout", folder / "key", "-out", folder / "crt"],
        check=True, capture_output=True,
    )  # fmt: skip
    return folder / "crt"


@contextmanager
def openssl_server(folder: Path, *how: str) -> Iterator[int]:
    with socket.create_server((HOST, 0)) as free:
        port: int = free.getsockname()[1]
    daemon = subprocess.Popen(
        ["openssl", "s_server", "-accept", f"{HOST}:{port}", "-cert", folder / "crt", "-key", folder / "key",
         "-www", *how],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        assert daemon.stdout
        assert b"ACCEPT" in daemon.stdout.readline() + daemon.stdout.readline()
        yield port
    finally:
        daemon.kill()
        daemon.wait()
        assert daemon.stdout
        daemon.stdout.close()


OLD = [
    ("1024 bits and SHA-1, TLS 1.0", ("-newkey", "rsa:1024", "-sha1"), ("-tls1",)),
    ("512 bits and MD5, TLS 1.0", ("-newkey", "rsa:512", "-md5"), ("-tls1",)),
    ("TLS 1.1 with RSA alone", ("-newkey", "rsa:1024", "-sha1"), ("-tls1_1",)),
]  # fmt: skip


@pytest.mark.parametrize(("key", "version"), [old[1:] for old in OLD], ids=[old[0] for old in OLD])
def test_an_old_server_gives_its_certificate_and_its_page(
    tmp_path: Path, key: tuple[str, ...], version: tuple[str, ...]
) -> None:
    certificate = made(tmp_path, *key)
    with openssl_server(tmp_path, *version, "-cipher", "AES128-SHA:@SECLEVEL=0") as port:
        _, _, _, replies = hold(Ask(Via.TLS, port, b"GET / HTTP/1.0\r\n\r\n"), packets=20)
    assert replies[0].payload.startswith(b"HTTP/1.0 200")
    assert replies[0].certificate == ssl.PEM_cert_to_DER_cert(certificate.read_text())


def test_a_server_that_wants_our_certificate_has_shown_its_own(tmp_path: Path) -> None:
    """TLS 1.2: it shows it, asks for ours, gets none and breaks off. A gateway of remote maintenance does so."""
    certificate = made(tmp_path, "-newkey", "rsa:2048")
    with openssl_server(tmp_path, "-tls1_2", "-Verify", "1", "-CAfile", str(certificate)) as port:
        attempt, _, _, replies = hold(Ask(Via.TLS, port, b"GET / HTTP/1.0\r\n\r\n"), packets=20)
    assert attempt.outcome is Outcome.ANSWERED and replies[0].payload == b""
    assert replies[0].certificate == ssl.PEM_cert_to_DER_cert(certificate.read_text())


@pytest.mark.parametrize("said", [bytes.fromhex("15 0301 0002 0228"), b""])
def test_a_peer_that_declines_our_tls_is_there(said: bytes) -> None:
    """An alert, or a close at our hello: a reply with nothing in it, unlike the silence of a closed port."""

    def decline(client: socket.socket) -> None:
        client.recv(4096)
        client.sendall(said)

    with server(decline) as port:
        attempt, _, _, replies = hold(Ask(Via.TLS, port, b"x"), packets=20, read=lambda _: [])
    assert replies == [Reply(HOST, b"")] and attempt.outcome is Outcome.ANSWERED and attempt.detail


def test_a_hello_of_its_own_time_gets_the_certificate_of_a_server_that_declines_ours(tmp_path: Path) -> None:
    certificate = made(tmp_path, "-newkey", "rsa:1024", "-sha1")
    asks = (tls_record.hello(1), tls_record.HELLO_DONE), (tls_record.CLOSE, None)
    with openssl_server(tmp_path, "-tls1", "-cipher", "AES128-SHA:@SECLEVEL=0") as port:
        attempt, _, _, replies = hold(*(Ask(Via.TCP, port, p, 1.0, until) for p, until in asks), packets=12)
    assert tls_record.certificate(replies[0].payload) == ssl.PEM_cert_to_DER_cert(certificate.read_text())
    assert attempt.sent_packets <= 8


def test_a_peer_that_speaks_no_tls_is_no_fault_of_ours() -> None:
    with server(lambda client: client.sendall(b"220 plain\r\n")) as port:
        attempt, _, _, _ = hold(Ask(Via.TLS, port, b"x"), packets=20)
    assert attempt.outcome in (Outcome.SILENT, Outcome.REFUSED)
