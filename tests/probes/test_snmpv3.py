"""SNMPv3 discovery: the message by the byte, engine ids of every form, and which of them are an identity."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.rules import load_rules
from probes import snmpv3
from probes.model import ParseError, Reading, Reply, Target
from probes.snmpv3 import Engine

NUMBER = 0x01020304
MAC = bytes.fromhex("00005e005317")


def tlv(tag: int, content: bytes, long: bool = False) -> bytes:
    size = len(content).to_bytes(2, "big")
    return bytes([tag]) + (b"\x82" + size if long or len(content) > 127 else size[1:]) + content


def report(
    engine: bytes,
    boots: bytes = b"\x05",
    number: int = NUMBER,
    pdu: int = 0xA8,
    *,
    version: int = 3,
    long: bool = False,
) -> bytes:
    message_id = tlv(2, number.to_bytes(4, "big"))
    head = tlv(0x30, message_id + b"\x02\x02\x05\xc0" + b"\x04\x01\0" + b"\x02\x01\x03")
    security = tlv(0x30, tlv(4, engine) + tlv(2, boots) + b"\x02\x02\x01\xc5" + b"\x04\0" * 3)
    counter = bytes.fromhex("300f060a2b060106030f01010400410101")
    inside = tlv(pdu, message_id + b"\x02\x01\0" * 2 + tlv(0x30, counter))
    scoped = tlv(0x30, tlv(4, engine) + b"\x04\0" + inside, long)
    return tlv(0x30, tlv(2, bytes([version])) + head + tlv(4, security, long) + scoped, long)


def identifier(enterprise: int, form: int, rest: bytes) -> bytes:
    return (0x80000000 | enterprise).to_bytes(4, "big") + bytes([form]) + rest


def found(engine: bytes) -> dict[str, str]:
    return {r.field.removeprefix("snmpv3."): r.value for r in snmpv3.readings(Engine(1, engine, 5, 453))}


def talked(*answers: bytes) -> list[Reading]:
    conversation = snmpv3.talk(Target("192.0.2.10", NUMBER))
    next(conversation)
    with pytest.raises(StopIteration) as end:
        conversation.send(tuple(Reply("192.0.2.10", answer) for answer in answers))
    readings: list[Reading] = end.value.value
    return readings


def test_pysnmp_reads_the_question_as_discovery() -> None:
    """Version 3, reportable and in clear, the user-based model, and nobody and nothing named."""
    from pyasn1.codec.ber import decoder
    from pysnmp.proto.mpmod.rfc3412 import SNMPv3Message
    from pysnmp.proto.secmod.rfc3414.service import UsmSecurityParameters

    message, rest = decoder.decode(snmpv3.request(NUMBER), asn1Spec=SNMPv3Message())
    assert not rest and int(message["msgVersion"]) == 3
    head = message["msgGlobalData"]
    assert (int(head["msgID"]), bytes(head["msgFlags"]), int(head["msgSecurityModel"])) == (
        NUMBER,
        b"\x04",
        3,
    )
    security, _ = decoder.decode(bytes(message["msgSecurityParameters"]), asn1Spec=UsmSecurityParameters())
    named = ("msgAuthoritativeEngineId", "msgUserName", "msgAuthenticationParameters", "msgPrivacyParameters")
    assert [bytes(security[name]) for name in named] == [b"", b"", b"", b""]
    get = message["msgData"]["plaintext"]["data"]["get-request"]
    assert len(get["variable-bindings"]) == 0


@pytest.mark.parametrize("number", [0, 1, 127, 128, 0x7FFFFFFF])
def test_every_number_is_positive_in_ber(number: int) -> None:
    from pyasn1.codec.ber import decoder
    from pysnmp.proto.mpmod.rfc3412 import SNMPv3Message

    message, _ = decoder.decode(snmpv3.request(number), asn1Spec=SNMPv3Message())
    assert int(message["msgGlobalData"]["msgID"]) == number


def test_a_report_tells_the_engine() -> None:
    engine = identifier(9, 3, MAC)
    assert snmpv3.parse(report(engine)) == Engine(NUMBER, engine, 5, 453)


def test_lengths_may_be_written_long() -> None:
    """Some agents write every length in two bytes (X.690, 8.1.3.5)."""
    engine = identifier(9, 3, MAC)
    assert snmpv3.parse(report(engine, long=True)).id == engine


@pytest.mark.parametrize(
    ("meaning", "engine", "wanted"),
    [
        (
            "a switch, by its MAC",
            identifier(9, 3, MAC),
            {"engine_id": "8000000903" + MAC.hex(), "form": "mac", "mac": "00:00:5e:00:53:17"},
        ),
        (
            "an IPv4 address",
            identifier(9, 1, bytes([192, 0, 2, 1])),
            {"engine": "8000000901c0000201", "form": "ipv4"},
        ),
        ("a text", identifier(12356, 4, b"FG-TEST01"), {"form": "text", "text": "FG-TEST01"}),
        ("a Japanese text", identifier(9, 4, "中央監視盤".encode()), {"form": "text", "text": "中央監視盤"}),
        ("octets", identifier(11, 5, b"\1\2\3"), {"form": "octets"}),
        ("net-snmp's own", identifier(8072, 128, bytes(8)), {"form": "maker's own"}),
        ("before RFC 3411", bytes.fromhex("000000090200") + MAC, {"form": "old"}),
        ("a form of the future", identifier(9, 7, MAC), {"form": "7"}),
        ("a MAC and something more", identifier(9, 3, MAC + b"\0"), {"form": "mac"}),
    ],
)
def test_forms(meaning: str, engine: bytes, wanted: dict[str, str]) -> None:
    got = found(engine)
    assert got.items() >= wanted.items()
    assert ("engine_id" in got) == ("mac" in got) == ("mac" in wanted)


@pytest.mark.parametrize(
    ("meaning", "mac"),
    [
        ("counted up", "001122334455"),
        ("nothing", "000000000000"),
        ("the first of all", "000000000001"),
        ("all ones", "00ffffffffff"),
        ("a group", "01005e005317"),
        ("made up by the device", "02005e005317"),
    ],
)
def test_a_mac_that_is_nobodys_is_no_identity(meaning: str, mac: str) -> None:
    got = found(identifier(9, 3, bytes.fromhex(mac)))
    assert "mac" not in got and "engine_id" not in got and "engine" in got


def test_the_enterprise_is_read_by_the_rules_of_system_object_ids() -> None:
    claims = load_rules().claims("snmpv3.enterprise", found(identifier(9, 3, MAC))["enterprise"])
    assert ("vendor", "Cisco") in {(c.attribute, c.value) for c in claims}


def test_an_answer_to_another_question_is_not_read() -> None:
    assert talked(report(identifier(9, 3, MAC), number=7)) == []


@pytest.mark.parametrize(
    ("meaning", "message"),
    [
        ("version 1", report(identifier(9, 3, MAC), version=0)),
        ("a response that is no report", report(identifier(9, 3, MAC), pdu=0xA2)),
        ("an engine id too short", report(b"\x80\0\0\x09")),
        ("an engine id too long", report(identifier(9, 5, bytes(30)))),
        ("a number of nine bytes", report(identifier(9, 3, MAC), boots=bytes(9))),
        ("a length of no end", b"\x30\x80" + report(identifier(9, 3, MAC))[2:]),
        ("more than a frame", report(identifier(9, 3, MAC)) + bytes(1500)),
        ("something else", b"HTTP/1.0 400"),
    ],
)
def test_what_is_no_report_is_refused(meaning: str, message: bytes) -> None:
    with pytest.raises(ParseError):
        snmpv3.parse(message)


@given(st.binary(min_size=5, max_size=32))
def test_every_engine_id_is_read(engine: bytes) -> None:
    got = found(engine)
    assert ("engine_id" in got) != ("engine" in got)


@given(st.binary(max_size=120))
def test_damage_is_refused_and_nothing_else(damage: bytes) -> None:
    with contextlib.suppress(ParseError):
        snmpv3.parse(damage)


def test_costs_one_datagram() -> None:
    assert snmpv3.PROBE.ports == {("udp", 161)} and snmpv3.PROBE.packets <= 4
