"""SMB 1: put only to hosts that are seen to be old; the message by the byte, answers of Windows and Samba."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import smb1
from probes.model import ParseError, Reading, Reply, Target

OLD = Target("192.0.2.10", 1, told=(("browser.version", "5.1"),))
HARDWARE = "Hardware: x86 Family 6 Model 15 Stepping 11 AT/AT COMPATIBLE - Software: Windows "


def message(words: bytes, data: bytes, flags2: int = 0xC001, command: int = 0x72) -> bytes:
    header = b"\xffSMB" + bytes([command]) + bytes(4) + b"\x98" + flags2.to_bytes(2, "little") + bytes(20)
    whole = header + bytes([len(words) // 2]) + words + len(data).to_bytes(2, "little") + data
    return len(whole).to_bytes(4, "big") + whole


def answer(domain: str, name: str, security: int = 3, secret: int = 8, encoding: str = "utf-16-le") -> bytes:
    words = bytes(2) + bytes([security]) + bytes(30) + bytes([secret])
    names = (f"{domain}\0{name}\0").encode(encoding)
    return message(words, b"\x11" * secret + names, 0xC001 if encoding == "utf-16-le" else 0x4001)


def readings(*answers: bytes, target: Target = OLD) -> dict[str, str]:
    conversation = smb1.talk(target)
    left = list(answers)
    try:
        next(conversation)
        while True:
            given = left.pop(0) if left else b""
            conversation.send((Reply(OLD.host, given),) if given else ())
    except StopIteration as end:
        found: list[Reading] = end.value
        return {r.field.removeprefix("smb1."): r.value for r in found}


def test_scapy_reads_the_same_question() -> None:
    from scapy.layers.smb import SMB_Header, SMBNegotiate_Request

    theirs = SMB_Header(smb1.request()[4:])
    assert theirs.Command == 0x72 and not theirs.Flags2.EXTENDED_SECURITY
    assert [d.DialectString for d in theirs[SMBNegotiate_Request].Dialects] == [b"NT LM 0.12"]


@pytest.mark.parametrize(
    ("name", "value", "old"),
    [
        ("browser.version", "5.1", True),
        ("browser.version", "4.0", True),
        ("browser.version", "6.1", False),
        ("browser.version", "5.10", False),
        ("snmp.sysDescr", HARDWARE + "2000 Version 5.1 (Build 2600 Uniprocessor Free)", True),
        ("snmp.sysDescr", HARDWARE + "Version 5.2 (Build 3790 Multiprocessor Free)", True),
        ("snmp.sysDescr", HARDWARE + "Version 6.3 (Build 19045 Multiprocessor Free)", False),
        ("snmp.sysDescr", "Linux nas 2.6.32 (Build 2600)", False),
        ("rdp.answer", "no-negotiation", True),
        ("rdp.answer", "standard", False),
    ],
)
def test_only_an_old_windows_is_asked(name: str, value: str, old: bool) -> None:
    assert smb1.is_old(((name, value),)) is old
    target = Target("192.0.2.10", 1, told=((name, value),))
    assert bool(list_of_asks(target)) is old


def list_of_asks(target: Target) -> list[bytes]:
    conversation = smb1.talk(target)
    try:
        return [next(conversation).payload]
    except StopIteration:
        return []


@pytest.mark.parametrize(
    ("meaning", "given", "wanted"),
    [
        ("Windows XP", answer("WORKGROUP", "CR-CONSOLE"),
         {"dialect": "NT LM 0.12", "signing": "no", "domain": "WORKGROUP", "name": "CR-CONSOLE"}),
        ("a Japanese name", answer("病院", "医事課"),
         {"dialect": "NT LM 0.12", "signing": "no", "domain": "病院", "name": "医事課"}),
        ("names in bytes", answer("IRYO", "OLD", encoding="cp932"),
         {"dialect": "NT LM 0.12", "signing": "no", "domain": "IRYO", "name": "OLD"}),
        ("signing offered", answer("A", "B", 7),
         {"dialect": "NT LM 0.12", "signing": "offered", "domain": "A", "name": "B"}),
        ("signing required", answer("A", "B", 15),
         {"dialect": "NT LM 0.12", "signing": "required", "domain": "A", "name": "B"}),
        ("extended security", answer("A", "B", 3, secret=0), {"dialect": "NT LM 0.12", "signing": "no"}),
        ("none in common", message(b"\xff\xff", b""), {"dialect": "none in common"}),
        ("nobody", b"", {}),
    ],
)  # fmt: skip
def test_answers(meaning: str, given: bytes, wanted: dict[str, str]) -> None:
    assert readings(given) == wanted


@pytest.mark.parametrize(
    ("meaning", "given"),
    [
        ("SMB 2", b"\0\0\0\x40\xfeSMB" + bytes(60)),
        ("another command", message(bytes(34), b"", command=0x73)),
        ("core protocol, one word", message(b"\0\0", b"")),
        ("a secret longer than what follows", answer("", "", secret=200)[:-190]),
        ("a web server", b"HTTP/1.0 400\r\n\r\n"),
    ],
)
def test_what_is_no_negotiation_is_refused(meaning: str, given: bytes) -> None:
    with pytest.raises(ParseError):
        readings(given)


def test_an_answer_in_pieces() -> None:
    whole = answer("IRYO", "OLD")
    assert readings(whole[:20], whole[20:])["name"] == "OLD"


@given(st.binary(max_size=200))
def test_damage_is_refused_and_nothing_else(damage: bytes) -> None:
    with contextlib.suppress(ParseError):
        smb1.parse(b"\xffSMB\x72" + damage)


def test_costs() -> None:
    assert smb1.PROBE.ports == {("tcp", 445)} and smb1.PROBE.packets <= 10
