"""SMB 2 and 3: the two messages that are sent, the answers of Windows, Samba and others, and that it ends there."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import ntlmssp, smb
from probes.model import ParseError, Reading, Reply, Target, Via

TARGET = Target("192.0.2.10", 0x01020304)
GUID = bytes.fromhex("0a1b2c3d4e5f60718293a4b5c6d7e8f9")
KERBEROS = bytes.fromhex("2a864886f712010202")


def opened(command: int, status: int, body: bytes) -> bytes:
    """An SMB2 message of a server, with its length."""
    header = b"\xfeSMB\x40\0\x01\0" + status.to_bytes(4, "little") + command.to_bytes(2, "little") + bytes(50)
    return len(header + body).to_bytes(4, "big") + header + body


def negotiated(
    dialect: int = 0x0311, signing: int = 1, guid: bytes = GUID, blob: bytes = ntlmssp.OBJECT_IDENTIFIER
) -> bytes:
    body = b"\x41\0" + signing.to_bytes(2, "little") + dialect.to_bytes(2, "little") + bytes(2) + guid
    body += bytes(32) + (128).to_bytes(2, "little") + len(blob).to_bytes(2, "little") + bytes(4) + blob
    return opened(0, 0, body)


def pair(kind: int, text: str) -> bytes:
    value = text.encode("utf-16-le")
    return kind.to_bytes(2, "little") + len(value).to_bytes(2, "little") + value


def challenge(*names: str, version: tuple[int, int, int] = (10, 0, 22631), flags: int = 0x02888205) -> bytes:
    """names: computer, domain, DNS name, DNS domain, forest; "" for one that is left out."""
    pairs = b"".join(pair(kind, name) for kind, name in enumerate(names, 1) if name) + bytes(4)
    major, minor, build = version
    fixed = ntlmssp.CHALLENGE + bytes(8) + flags.to_bytes(4, "little") + b"\x11" * 8 + bytes(8)
    fixed += len(pairs).to_bytes(2, "little") * 2 + (56).to_bytes(4, "little")
    return fixed + bytes([major, minor]) + build.to_bytes(2, "little") + b"\0\0\0\x0f" + pairs


def challenged(token: bytes, status: int = smb.MORE_PROCESSING) -> bytes:
    token = b"\xa1\x81\x80" + token
    body = b"\x09\0\0\0" + (72).to_bytes(2, "little") + len(token).to_bytes(2, "little") + token
    return opened(1, status, body)


def converse(*answers: bytes) -> list[Reading]:
    """The readings, each ask being given the next answer; then silence."""
    conversation = smb.talk(TARGET)
    left = list(answers)
    try:
        ask = next(conversation)
        while True:
            assert (ask.via, ask.port) == (Via.TCP, 445)
            given = left.pop(0) if left else b""
            ask = conversation.send((Reply(TARGET.host, given),) if given else ())
    except StopIteration as end:
        found: list[Reading] = end.value
        return found


def values(*answers: bytes) -> dict[str, str]:
    return {r.field.removeprefix("smb."): r.value for r in converse(*answers)}


def test_scapy_reads_what_is_sent() -> None:
    from scapy.layers.ntlm import NTLM_NEGOTIATE
    from scapy.layers.smb2 import SMB2_Header, SMB2_Negotiate_Protocol_Request

    first = SMB2_Header(smb.negotiate_request(1))[SMB2_Negotiate_Protocol_Request]
    assert first.Dialects == [0x0202, 0x0210, 0x0300, 0x0302, 0x0311]
    assert first.SecurityMode == 1 and first.NegotiateContextsBufferOffset == 112
    assert first.NegotiateContexts[0].ContextType == 1
    theirs = NTLM_NEGOTIATE(ntlmssp.negotiate())
    assert theirs.MessageType == 1
    assert (theirs.DomainNameLen, theirs.WorkstationNameLen) == (0, 0)
    assert smb.session_request(0x0311).endswith(ntlmssp.negotiate())


def test_only_the_first_message_of_ntlm_is_ever_sent() -> None:
    """The third one would be a login."""
    sent = []
    conversation = smb.talk(TARGET)
    ask = next(conversation)
    for answer in (negotiated(), challenged(challenge("PC1", "IRYO"))):
        sent.append(ask.payload)
        try:
            ask = conversation.send((Reply(TARGET.host, answer),))
        except StopIteration:
            break
    assert len(sent) == 2
    assert not any(ntlmssp.SIGNATURE + b"\x03" in payload for payload in sent)


def test_windows_in_a_domain() -> None:
    token = challenge("IJI-PC01", "IRYO", "iji-pc01.iryo.example", "iryo.example", "example")
    assert values(negotiated(signing=3), challenged(token)) == {
        "dialect": "3.1.1",
        "signing": "required",
        "name": "IJI-PC01",
        "domain": "IRYO",
        "dns_name": "iji-pc01.iryo.example",
        "dns_domain": "iryo.example",
        "forest": "example",
        "version": "10.0.22631",
        "machine": f"{GUID.hex()} IJI-PC01",
    }


def test_two_made_from_one_image_are_two() -> None:
    """They share the GUID; the computer name tells them apart."""
    one, other = (values(negotiated(), challenged(challenge(name)))["machine"] for name in ("CT1", "CT2"))
    assert one != other


@pytest.mark.parametrize(
    ("meaning", "guid"),
    [("Samba writes its name there", b"nas01".ljust(16, b"\0")), ("nothing at all", bytes(16))],
)
def test_what_is_no_guid_is_no_identity(meaning: str, guid: bytes) -> None:
    assert "machine" not in values(negotiated(guid=guid), challenged(challenge("NAS01")))


@pytest.mark.parametrize(
    ("guid", "text"),
    [
        (b"kaikei-nas".ljust(16, b"\0"), "kaikei-nas"),
        (b"ABCDEFGHIJKLMNOP", "ABCDEFGHIJKLMNOP"),
        (GUID, ""),
        (bytes(16), ""),
        (b"nas\0\0one".ljust(16, b"\0"), ""),
        ("医事".encode("cp932").ljust(16, b"\0"), ""),
    ],
)
def test_a_name_in_place_of_a_guid(guid: bytes, text: str) -> None:
    assert smb.guid_text(guid) == text


@pytest.mark.parametrize(
    ("dialect", "shown"), [(0x0202, "2.0.2"), (0x0210, "2.1"), (0x0300, "3.0"), (0x0302, "3.0.2")]
)
def test_dialects(dialect: int, shown: str) -> None:
    assert values(negotiated(dialect))["dialect"] == shown


def test_a_server_without_ntlm_is_not_asked_for_a_challenge() -> None:
    assert values(negotiated(blob=KERBEROS), challenged(challenge("PC1"))) == {
        "dialect": "3.1.1",
        "signing": "offered",
    }


def test_a_server_that_does_not_say_what_it_takes_is_asked() -> None:
    assert values(negotiated(blob=b""), challenged(challenge("PC1")))["name"] == "PC1"


@pytest.mark.parametrize(
    ("meaning", "answers", "wanted"),
    [
        ("nobody", [], {}),
        ("none in common", [opened(0, 0xC00000BB, bytes(9))], {"dialect": "2"}),
        ("an answer in SMB 1", [b"\0\0\0\x23\xffSMB" + bytes(31)], {"dialect": "1"}),
        ("silent then", [negotiated()], {"dialect": "3.1.1", "signing": "offered"}),
        (
            "denied",
            [negotiated(), challenged(b"", 0xC0000022)],
            {"dialect": "3.1.1", "signing": "offered"},
        ),
        (
            "a second answer that is damaged",
            [negotiated(), challenged(b"NTLMSSP\0\x09")],
            {"dialect": "3.1.1", "signing": "offered"},
        ),
    ],
)
def test_less_than_a_challenge(meaning: str, answers: list[bytes], wanted: dict[str, str]) -> None:
    assert values(*answers) == wanted


@pytest.mark.parametrize(
    ("meaning", "answer"),
    [
        ("a web server", b"HTTP/1.0 400 Bad Request\r\n\r\n"),
        ("another command", opened(5, 0, bytes(64))),
        ("a dialect that was not offered", negotiated(0x02FF)),
        ("a buffer beyond the end", negotiated()[:-1]),
    ],
)
def test_what_is_no_smb2_is_refused(meaning: str, answer: bytes) -> None:
    with pytest.raises(ParseError):
        converse(answer)


def test_an_answer_in_pieces() -> None:
    first, second = negotiated(), challenged(challenge("PC1"))
    assert values(first[:50], first[50:], second[:6], second[6:])["name"] == "PC1"


def test_an_answer_that_never_ends_is_given_up() -> None:
    asked = 0
    conversation = smb.talk(TARGET)
    next(conversation)
    with pytest.raises((StopIteration, ParseError)):
        while True:
            asked += 1
            conversation.send((Reply(TARGET.host, b"\0\0\x30\0\xfeSMB" if asked == 1 else b"\0"),))
    assert asked == smb.MOST_READS


@given(st.binary(max_size=300), st.binary(max_size=300))
def test_ends_whatever_it_is_told(first: bytes, second: bytes) -> None:
    with contextlib.suppress(ParseError):
        converse(first, second)


def test_costs() -> None:
    assert smb.PROBE.ports == {("tcp", 445)} and smb.PROBE.packets <= 14
