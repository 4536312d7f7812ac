"""SSH host keys: what is asked of whom, that our half fits theirs, and that no log-in can come of it."""

from __future__ import annotations

from base64 import b64encode
from hashlib import md5, sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import ssh_key
from probes.cursor import Cursor
from probes.model import Ask, ParseError, Reading, Reply, Target

HOST = "192.0.2.10"
KEX = "sntrup761x25519-sha512@openssh.com,curve25519-sha256@libssh.org,ext-info-s"
ED25519 = (11).to_bytes(4, "big") + b"ssh-ed25519" + (32).to_bytes(4, "big") + bytes(range(32))


def text(content: str | bytes) -> bytes:
    octets = content.encode() if isinstance(content, str) else content
    return len(octets).to_bytes(4, "big") + octets


def packet(payload: bytes, padding: int = 8) -> bytes:
    return (1 + len(payload) + padding).to_bytes(4, "big") + bytes([padding]) + payload + bytes(padding)


def lists(
    kex: str = KEX, keys: str = "rsa-sha2-512,ssh-ed25519", cipher: str = "aes256-ctr,aes128-ctr"
) -> bytes:
    names = (kex, keys, cipher, "3des-cbc", "hmac-sha1", "hmac-md5", "none", "zlib,none", "", "")
    return packet(b"\x14" + bytes(16) + b"".join(map(text, names)) + bytes(5))


def reply(key: bytes = ED25519) -> bytes:
    return packet(b"\x1f" + text(key) + text(bytes(32)) + text(b"signature")) + packet(b"\x15", 10)


def converse(*answers: bytes, protocol: str = "2.0") -> tuple[list[Ask], list[Reading]]:
    talk = ssh_key.talk(Target(HOST, 7, told=(("ssh.protocol", protocol),)))
    asks: list[Ask] = []
    try:
        ask = next(talk)
        for answer in (*answers, b"", b"", b"", b""):
            asks.append(ask)
            ask = talk.send((Reply(HOST, answer),) if answer else ())
    except StopIteration as end:
        return asks, end.value
    raise AssertionError("it goes on asking")


def packets(data: bytes) -> list[Cursor]:
    """Payloads of packets, checked for the form that RFC 4253, 6 wants."""
    found, cursor = [], Cursor(data)
    while cursor.left:
        size, padding = cursor.u32(), cursor.u8()
        assert (size + 4) % 8 == 0 and 4 <= padding < size
        found.append(Cursor(cursor.take(size - 1 - padding)))
        cursor.skip(padding)
    return found


def test_the_whole_conversation() -> None:
    asks, found = converse(b"SSH-2.0-x\r\n" + lists(), reply())
    assert found == [
        Reading("ssh_key.hassh", md5(f"{KEX};3des-cbc;hmac-md5;zlib,none".encode()).hexdigest()),
        Reading("ssh_key.fingerprint", "SHA256:" + b64encode(sha256(ED25519).digest()).decode().rstrip("=")),
    ]
    assert asks[0].payload == ssh_key.IDENTIFICATION
    kexinit, init = packets(asks[1].payload)
    assert kexinit.u8() == 20 and init.u8() == 30
    kexinit.skip(16)
    ours = [kexinit.take(kexinit.u32()).decode() for _ in range(10)]
    wanted = [
        "curve25519-sha256@libssh.org",
        "ssh-ed25519",
        "aes256-ctr",
        "3des-cbc",
        "hmac-sha1",
        "hmac-md5",
        "none",
        "zlib",
    ]
    assert ours == [*wanted, "", ""] and kexinit.rest() == bytes(5)
    assert len(init.take(init.u32())) == 32 and not init.left
    (goodbye,) = packets(asks[2].payload)
    assert (goodbye.u8(), goodbye.u32()) == (1, 11) and b"inventory" in goodbye.rest()


def test_nothing_that_could_be_a_log_in_is_ever_sent() -> None:
    """Messages 50 and up are of authentication (RFC 4250, 4.1.2); NEWKEYS would begin encryption."""
    asks, _ = converse(b"SSH-2.0-x\r\n" + lists(), reply())
    kinds = [p.u8() for ask in asks[1:] for p in packets(ask.payload)]
    assert kinds == [20, 30, 1]


@pytest.mark.parametrize(
    ("meaning", "kexinit"),
    [
        ("no curve25519", lists(kex="diffie-hellman-group14-sha1")),
        ("only DSA", lists(keys="ssh-dss")),
        ("no cipher at all", lists(cipher="")),
    ],
)
def test_a_server_without_our_exchange_is_left_without_a_request(meaning: str, kexinit: bytes) -> None:
    asks, found = converse(b"SSH-2.0-x\r\n" + kexinit)
    assert [p.u8() for ask in asks[1:] for p in packets(ask.payload)] == [1]
    assert [r.field for r in found] == ["ssh_key.hassh"]


@pytest.mark.parametrize(("protocol", "asks"), [("2.0", True), ("1.99", True), ("1.5", False), ("", False)])
def test_only_who_speaks_version_2_is_asked(protocol: str, asks: bool) -> None:
    assert bool(converse(protocol=protocol)[0]) == asks


def test_the_same_kind_of_key_is_wanted_whatever_the_servers_order() -> None:
    for keys in ("ssh-rsa,rsa-sha2-512,ecdsa-sha2-nistp256,ssh-ed25519", "ssh-ed25519,ssh-rsa"):
        asks, _ = converse(b"SSH-2.0-x\r\n" + lists(keys=keys))
        assert text("ssh-ed25519") in asks[1].payload


def test_the_point_is_another_in_each_conversation_and_the_same_for_one() -> None:
    assert ssh_key.public(1) == ssh_key.public(1) != ssh_key.public(2)
    assert len(ssh_key.public(1)) == 32


def test_what_comes_in_drops_is_waited_for_only_so_long() -> None:
    greeting, *drops = b"SSH-2.0-x\r\n", b"\0\0\x01", b"\0", b"\0", b"\0"
    talk = ssh_key.talk(Target(HOST, 7, told=(("ssh.protocol", "2.0"),)))
    waits = [next(talk).wait]
    with pytest.raises(ParseError):
        for drop in (greeting, *drops):
            waits.append(talk.send((Reply(HOST, drop),)).wait)
    assert len(waits) == ssh_key.MOST_READS and sum(waits) <= 4.0


@pytest.mark.parametrize(
    ("meaning", "answers"),
    [
        ("no SSH", (b"HTTP/1.0 400 Bad Request\r\n\r\n",)),
        ("a packet of more than any", (b"SSH-2.0-x\r\n\xff\xff\xff\xff",)),
        ("more padding than packet", (b"SSH-2.0-x\r\n\0\0\0\x04\x09" + bytes(20),)),
        ("names that are none", (b"SSH-2.0-x\r\n" + lists(kex="\0\1"),)),
        ("another message", (b"SSH-2.0-x\r\n" + packet(b"\x02"),)),
        ("a key that is none", (b"SSH-2.0-x\r\n" + lists(), reply(b"\0\0\0\1x"))),
    ],
)  # fmt: skip
def test_what_is_refused(meaning: str, answers: tuple[bytes, ...]) -> None:
    with pytest.raises(ParseError):
        converse(*answers)


@given(st.binary(max_size=200), st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(first: bytes, second: bytes) -> None:
    for answers in ((first,), (b"SSH-2.0-x\r\n" + first,), (b"SSH-2.0-x\r\n" + lists(), second)):
        try:
            converse(*answers)
        except ParseError:
            continue
