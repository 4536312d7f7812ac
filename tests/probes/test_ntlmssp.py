"""NTLM challenges: what is read of them, and what is refused."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import ntlmssp
from probes.model import ParseError
from probes.ntlmssp import Challenge


def challenge(pairs: bytes, version: str = "0a00 6758 000000 0f", flags: int = 0x02000001) -> bytes:
    fixed = ntlmssp.CHALLENGE + bytes(8) + flags.to_bytes(4, "little") + bytes(16)
    fixed += len(pairs).to_bytes(2, "little") * 2 + (56).to_bytes(4, "little")
    return fixed + bytes.fromhex(version) + pairs


def pair(kind: int, value: bytes) -> bytes:
    return kind.to_bytes(2, "little") + len(value).to_bytes(2, "little") + value


def utf16(text: str) -> bytes:
    return text.encode("utf-16-le")


@pytest.mark.parametrize(
    ("meaning", "pairs", "wanted"),
    [
        ("nothing", b"", Challenge(version="10.0.22631")),
        ("a computer", pair(1, utf16("PC1")), Challenge("PC1", version="10.0.22631")),
        ("a Japanese name", pair(1, utf16("医事課PC")), Challenge("医事課PC", version="10.0.22631")),
        ("NetBIOS domain", pair(2, utf16("IRYO")), Challenge(domain="IRYO", version="10.0.22631")),
        ("the first of two", pair(1, utf16("A")) + pair(1, utf16("B")), Challenge("A", version="10.0.22631")),
        ("a timestamp is not read", pair(7, bytes(8)), Challenge(version="10.0.22631")),
        ("nothing after the end", pair(0, b"") + pair(1, utf16("X")), Challenge(version="10.0.22631")),
    ],
)
def test_pairs(meaning: str, pairs: bytes, wanted: Challenge) -> None:
    assert ntlmssp.parse(challenge(pairs + bytes(4))) == wanted


@pytest.mark.parametrize(
    ("version", "flags", "wanted"),
    [
        ("0501 280a 000000 0f", 0x02000001, "5.1.2600"),
        ("0601 0000 000000 0f", 0x02000001, "6.1.0"),
        ("0000 0000 000000 00", 0x02000001, ""),
        ("0a00 6758 000000 0f", 0x00000001, ""),
    ],
)
def test_version(version: str, flags: int, wanted: str) -> None:
    assert ntlmssp.parse(challenge(bytes(4), version, flags)).version == wanted


def test_without_a_version_the_names_may_follow_at_once() -> None:
    """Servers before Windows XP SP2 leave the version out ([MS-NLMP] 2.2.1.2)."""
    pairs = pair(1, utf16("OLD")) + bytes(4)
    fixed = ntlmssp.CHALLENGE + bytes(8) + (1).to_bytes(4, "little") + bytes(16)
    fixed += len(pairs).to_bytes(2, "little") * 2 + (48).to_bytes(4, "little")
    assert ntlmssp.parse(fixed + pairs) == Challenge("OLD")


@pytest.mark.parametrize(
    ("meaning", "message"),
    [
        ("another message of NTLM", ntlmssp.negotiate()),
        ("cut short", challenge(bytes(4))[:50]),
        ("pairs beyond the end", challenge(bytes(4))[:-1]),
        ("a pair longer than the pairs", challenge(pair(1, utf16("PC1"))[:-2] + bytes(0))),
        ("half a character", challenge(pair(1, b"A\0B") + bytes(4))),
        ("a name without end", challenge(pair(1, utf16("A" * 300)) + bytes(4))),
    ],
)
def test_what_is_no_challenge_is_refused(meaning: str, message: bytes) -> None:
    with pytest.raises(ParseError):
        ntlmssp.parse(message)


@given(st.binary(max_size=200))
def test_damage_is_refused_and_nothing_else(damage: bytes) -> None:
    with contextlib.suppress(ParseError):
        ntlmssp.parse(ntlmssp.CHALLENGE + damage)
