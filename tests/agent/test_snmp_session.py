"""SNMPv3 against a real snmpd in a network namespace of its own, and against peers that lie.

The daemon has a loopback and nothing else; a small relay in the namespace carries datagrams between
its port and this process. The lies need no daemon: they are built by hand (X.690) on the discovery.
"""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import pytest

from agent import snmp_session
from probes import all_probes, snmp
from probes.model import Ask, Community, ParseError, Reading, Reply, Talk, Target, UsmUser, Via

HOST = "192.0.2.10"
PORT = 16161
PAIRS = [
    ("md5", "des"), ("sha1", "aes128"), ("sha224", "aes128"), ("sha256", "aes128"), ("sha256", "aes192"),
    ("sha256", "aes256"), ("sha384", "aes256"), ("sha512", "aes256"), ("sha1", "aes256"),
]  # fmt: skip
NET_SNMP = {
    "md5": "MD5", "sha1": "SHA", "sha224": "SHA-224", "sha256": "SHA-256", "sha384": "SHA-384",
    "sha512": "SHA-512", "des": "DES", "aes128": "AES", "aes192": "AES-192-C", "aes256": "AES-256-C",
}  # fmt: skip
"""-C: key extension as Cisco and others do it (Reeder's draft)."""

RELAY = """
import socket, struct, subprocess, sys
daemon = subprocess.Popen(sys.argv[2:], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.connect(("127.0.0.1", int(sys.argv[1])))
while head := sys.stdin.buffer.read(6):
    size, wait = struct.unpack("!HI", head)
    sock.settimeout(wait / 1000)
    try:
        sock.send(sys.stdin.buffer.read(size))
        answer = sock.recv(65535)
    except OSError:
        answer = b""
    sys.stdout.buffer.write(struct.pack("!H", len(answer)) + answer)
    sys.stdout.buffer.flush()
daemon.terminate()
daemon.wait()
"""

WANTED = [
    Reading("snmp.sysDescr", "A switch of the bench"),
    Reading("snmp.sysObjectID", "1.3.6.1.4.1.8072.3.2.10"),
    Reading("snmp.sysName", "sw-bench"),
    Reading("snmp.sysLocation", "3F EPS"),
    Reading("snmp.entPhysicalSerialNum", "BENCH0001"),
]


@dataclass(frozen=True, slots=True)
class Agent:
    """snmpd at the other end of two pipes. Ask.port is rewritten to its own on the way."""

    to: IO[bytes]
    back: IO[bytes]

    def answer(self, ask: Ask, wait: float = 1.0) -> tuple[Reply, ...]:
        self.to.write(struct.pack("!HI", len(ask.payload), int(wait * 1000)) + ask.payload)
        self.to.flush()
        (size,) = struct.unpack("!H", self.back.read(2))
        payload = self.back.read(size)
        return (Reply(HOST, payload),) if payload else ()


def user_of(auth: str, privacy: str, **other: str) -> UsmUser:
    name = f"{auth}-{privacy}"
    given = {"user": name, "auth_phrase": f"auth of {name}", "privacy_phrase": f"privacy of {name}", **other}
    return UsmUser(auth=auth, privacy=privacy, **given)


def configuration() -> str:
    lines = [
        f"agentAddress udp:127.0.0.1:{PORT}",
        "rocommunity public-read",
        "sysDescr A switch of the bench",
        "sysName sw-bench",
        "sysLocation 3F EPS",
        "override 1.3.6.1.2.1.47.1.1.1.1.5.1 integer 3",
        'override 1.3.6.1.2.1.47.1.1.1.1.11.1 octet_str "BENCH0001"',
    ]
    for auth, privacy in PAIRS:
        user = user_of(auth, privacy)
        keys = f'{NET_SNMP[auth]} "{user.auth_phrase}" {NET_SNMP[privacy]} "{user.privacy_phrase}"'
        lines += [f"createUser {user.user} {keys}", f"rouser {user.user} priv"]
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="module")
def agent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Agent]:
    snmpd = shutil.which("snmpd") or "/usr/sbin/snmpd"
    if not Path(snmpd).exists():
        pytest.skip("snmpd (Debian package snmpd) is not installed")
    alone = ("unshare", "--map-root-user", "--net", "--pid", "--fork", "--kill-child")
    if not shutil.which("unshare") or subprocess.run([*alone, "true"], capture_output=True).returncode:
        pytest.skip("network namespaces are not allowed here")
    folder = tmp_path_factory.mktemp("snmpd")
    (folder / "snmpd.conf").write_text(configuration())
    daemon = (snmpd, "-f", "-Lo", "-C", "-r", "-c", str(folder / "snmpd.conf"))
    relay = subprocess.Popen(
        [
            *alone,
            "sh",
            "-c",
            'ip link set lo up && exec "$@"',
            "sh",
            sys.executable,
            "-c",
            RELAY,
            str(PORT),
            *daemon,
        ],
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


def drive(
    talk: Talk, secret: Community | UsmUser, answer: Callable[[Ask], tuple[Reply, ...]]
) -> tuple[list[Ask], list[Reading]]:
    """A whole conversation; every Ask must be one that the wire would let through."""
    conversation = talk(Target(HOST, 0x01020304, secret))
    asks: list[Ask] = []
    try:
        ask = next(conversation)
        while True:
            assert (ask.via, ask.port) == (Via.UDP, 161)
            asks.append(ask)
            ask = conversation.send(answer(ask))
    except StopIteration as end:
        return asks, end.value


# A real agent


@pytest.mark.parametrize("version", ["1", "2c"])
def test_the_community_versions_read_it(agent: Agent, version: str) -> None:
    asks, found = drive(snmp.talk, Community("public-read", version), agent.answer)  # type: ignore[arg-type]
    assert found == WANTED
    assert len(asks) == 4


@pytest.mark.parametrize(("auth", "privacy"), PAIRS)
def test_every_pair_of_algorithms_reads_the_same(agent: Agent, auth: str, privacy: str) -> None:
    asks, found = drive(snmp_session.talk, user_of(auth, privacy), agent.answer)
    assert found == WANTED
    assert len(asks) in (5, 6)


@pytest.mark.parametrize(
    "wrong",
    [{"auth_phrase": "not the phrase"}, {"privacy_phrase": "not the phrase"}, {"user": "nobody"}],
)
def test_a_wrong_credential_reads_nothing_and_tries_no_other(agent: Agent, wrong: dict[str, str]) -> None:
    asks, found = drive(snmp_session.talk, user_of("sha256", "aes128", **wrong), agent.answer)
    assert found == []
    assert [level_of(ask.payload) for ask in asks] == [DISCOVERY, SEALED]


def test_nothing_but_the_discovery_goes_in_clear(agent: Agent) -> None:
    user = user_of("sha256", "aes256")
    asks, _ = drive(snmp_session.talk, user, agent.answer)
    first, *rest = asks
    assert level_of(first.payload) == DISCOVERY
    assert user.user.encode() not in first.payload
    assert {level_of(ask.payload) for ask in rest} == {SEALED}
    for ask in asks:
        assert (
            bytes.fromhex("2b060102 01") not in ask.payload
        )  # 1.3.6.1.2.1, where every question of ours lies
        assert user.auth_phrase.encode() not in ask.payload
        assert user.privacy_phrase.encode() not in ask.payload


@pytest.mark.parametrize("damaged", range(1, 4))
@pytest.mark.parametrize("where", [0.3, 0.55, 0.7, 0.85, 0.99])
def test_a_sealed_answer_that_was_touched_is_not_read(agent: Agent, damaged: int, where: float) -> None:
    """One bit of the digest, the salt or the sealed part, in the first, second or third answer."""
    turns: list[int] = []

    def answer(ask: Ask) -> tuple[Reply, ...]:
        turns.append(len(turns))
        (reply,) = agent.answer(ask)
        if turns[-1] != damaged:
            return (reply,)
        octets = bytearray(reply.payload)
        octets[int(len(octets) * where)] ^= 1
        return (Reply(HOST, bytes(octets)),)

    try:
        _, found = drive(snmp_session.talk, user_of("sha1", "aes128"), answer)
    except ParseError:
        return
    assert found == WANTED[: {1: 0, 2: 4, 3: 4}[damaged]]


# Peers that lie


DISCOVERY, SEALED = 0x04, 0x07
"""msgFlags (RFC 3412, 6.4): reportable alone; reportable, authenticated and encrypted."""
ENGINE = bytes.fromhex("80001f8880 0011223344556677")
UNKNOWN_ENGINE, NOT_IN_WINDOW, WRONG_DIGEST = 4, 2, 5
"""Last arc but one of usmStats (RFC 3414, 5)."""
USER = user_of("sha256", "aes128")


def tlv(tag: int, *parts: bytes) -> bytes:
    body = b"".join(parts)
    size = len(body)
    return bytes([tag]) + (bytes([size]) if size < 128 else b"\x82" + size.to_bytes(2, "big")) + body


def whole(value: int) -> bytes:
    return tlv(0x02, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def header_of(message: bytes) -> tuple[bytes, int]:
    """(msgID as it stands there, msgFlags) of a message of ours (RFC 3412, 6)."""
    from pyasn1.codec.ber import decoder
    from pysnmp.proto.mpmod.rfc3412 import SNMPv3Message

    decoded, _ = decoder.decode(message, asn1Spec=SNMPv3Message())
    return whole(int(decoded[1][0])), int.from_bytes(bytes(decoded[1][2]), "big")


def level_of(message: bytes) -> int:
    return header_of(message)[1]


def message_for(
    ask: Ask, pdu: bytes, *, flags: int = 0, user: bytes = b"", boots: int = 1, engine: bytes = ENGINE
) -> bytes:
    """An unsealed message that repeats the msgID of `ask`."""
    number, _ = header_of(ask.payload)
    head = tlv(0x30, number, whole(65507), tlv(0x04, bytes([flags])), whole(3))
    security = tlv(0x30, tlv(0x04, engine), whole(boots), whole(100), tlv(0x04, user), b"\x04\x00\x04\x00")
    return tlv(0x30, whole(3), head, tlv(0x04, security), tlv(0x30, tlv(0x04, ENGINE), b"\x04\x00", pdu))


def report(ask: Ask, counter: int, boots: int = 1) -> tuple[Reply, ...]:
    name = bytes.fromhex("2b060106030f0101") + bytes([counter, 0])
    binding = tlv(0x30, tlv(0x30, tlv(0x06, name), b"\x41\x01\x01"))
    return (Reply(HOST, message_for(ask, tlv(0xA8, whole(0), whole(0), whole(0), binding), boots=boots)),)


def test_a_forged_answer_in_clear_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The peer knows engine, user, message number and even the sealed request number, but no key."""
    from pysnmp.proto.api import v1

    monkeypatch.setattr(v1, "getNextRequestID", lambda: 4711)

    def answer(ask: Ask) -> tuple[Reply, ...]:
        if level_of(ask.payload) == DISCOVERY:
            return report(ask, UNKNOWN_ENGINE)
        value = tlv(0x30, tlv(0x30, tlv(0x06, bytes.fromhex("2b06010201010100")), tlv(0x04, b"forged")))
        response = tlv(0xA2, whole(4711), whole(0), whole(0), value)
        lies = [message_for(ask, response, user=name) for name in (USER.user.encode(), b"")]
        return tuple(Reply(HOST, lie) for lie in lies)

    asks, found = drive(snmp_session.talk, USER, answer)
    assert found == []
    assert level_of(asks[-1].payload) == SEALED


@pytest.mark.parametrize("counter", [UNKNOWN_ENGINE, NOT_IN_WINDOW, WRONG_DIGEST, 99])
def test_a_peer_that_only_reports_is_soon_left_alone(counter: int) -> None:
    boots = iter(range(1, 99))
    asks, found = drive(snmp_session.talk, USER, lambda ask: report(ask, counter, next(boots)))
    assert found == []
    assert len(asks) <= snmp_session.MOST_DATAGRAMS


def test_whoever_asks_us_gets_no_answer() -> None:
    """We are no agent: a question that comes instead of an answer is not worth a datagram."""
    question = Community("public")

    def answer(ask: Ask) -> tuple[Reply, ...]:
        get = tlv(0xA0, whole(7), whole(0), whole(0), tlv(0x30))
        return (
            Reply(HOST, snmp.request(question, 7, ((1, 3, 6, 1, 2, 1, 1, 1, 0),))),
            Reply(HOST, message_for(ask, get, flags=DISCOVERY)),
            Reply(HOST, message_for(ask, get, flags=DISCOVERY, engine=b"")),
        )

    asks, found = drive(snmp_session.talk, USER, answer)
    assert (len(asks), found) == (1, [])


@pytest.mark.parametrize(
    ("meaning", "payload"),
    [
        ("nothing", b""),
        ("text", b"what is SNMP?"),
        ("a list of nothing", b"\x30\x00"),
        ("a length beyond any memory", b"\x30\x88" + b"\x7f" * 8),
        ("too long", bytes(4097)),
    ],
)
def test_garbage_is_refused_and_tells_no_secret(meaning: str, payload: bytes) -> None:
    with pytest.raises(ParseError) as error:
        drive(snmp_session.talk, USER, lambda _: (Reply(HOST, payload),))
    assert not [s for s in (USER.user, USER.auth_phrase, USER.privacy_phrase) if s in str(error.value)]


def test_every_prefix_of_a_report_is_refused_or_ignored() -> None:
    conversation = snmp_session.talk(Target(HOST, 1, USER))
    (whole_report,) = report(next(conversation), UNKNOWN_ENGINE)
    conversation.close()
    for length in range(0, len(whole_report.payload), 11):
        cut = Reply(HOST, whole_report.payload[:length])
        try:
            _, found = drive(snmp_session.talk, USER, lambda _, cut=cut: (cut,))  # type: ignore[misc]
        except ParseError:
            continue
        assert found == []


def test_silence_costs_one_datagram() -> None:
    asks, found = drive(snmp_session.talk, USER, lambda _: ())
    assert (len(asks), found) == (1, [])


# Who talks


def test_the_secret_decides_who_talks() -> None:
    probe = all_probes()["snmp"]
    assert snmp_session.talk_for(probe, Target(HOST, 1, USER)) is snmp_session.talk
    assert snmp_session.talk_for(probe, Target(HOST, 1, Community("public-read"))) is snmp.talk
    assert snmp_session.talk_for(probe, Target(HOST, 1)) is snmp.talk
    assert (
        snmp_session.talk_for(all_probes()["netbios"], Target(HOST, 1, USER)) is all_probes()["netbios"].talk
    )
    with pytest.raises(ValueError, match="arp only listens"):
        snmp_session.talk_for(all_probes()["arp"], Target(HOST, 1))


def test_the_session_asks_nothing_without_a_user() -> None:
    assert drive_none(Community("public-read")) == []
    assert drive_none(None) == []


def drive_none(secret: Community | None) -> list[Reading]:
    with pytest.raises(StopIteration) as end:
        next(snmp_session.talk(Target(HOST, 1, secret)))
    found: list[Reading] = end.value.value
    return found


def test_the_reservation_covers_the_session() -> None:
    assert snmp.PROBE.packets >= snmp_session.MOST_DATAGRAMS + 3
