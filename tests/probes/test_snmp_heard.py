"""SNMP heard: answers as our own codec makes them, traps of three versions, and that no secret is kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import snmp_heard, snmp_inventory
from probes.model import Community, ParseError
from probes.snmp_message import request


def ber(kind: int, content: bytes) -> bytes:
    size = bytes([len(content)]) if len(content) < 128 else b"\x82" + len(content).to_bytes(2, "big")
    return bytes([kind]) + size + content


def message(version: int, pdu: bytes, community: bytes = b"hidden-word") -> bytes:
    return ber(0x30, ber(2, bytes([version])) + ber(4, community) + pdu)


def answer(*bindings: tuple[bytes, bytes], kind: int = 0xA2) -> bytes:
    listed = b"".join(ber(0x30, ber(6, name) + value) for name, value in bindings)
    return message(1, ber(kind, ber(2, b"\1") + ber(2, b"\0") + ber(2, b"\0") + ber(0x30, listed)))


def read(octets: bytes) -> dict[str, str]:
    return {r.field.removeprefix("snmp."): r.value for r in snmp_heard.hear(octets)}


DESCRIPTION, OBJECT, CONTACT, NAME = (b"\x2b\6\1\2\1\1" + bytes([n, 0]) for n in (1, 2, 4, 5))


@pytest.mark.parametrize(
    ("meaning", "octets", "told"),
    [
        ("an answer", answer((DESCRIPTION, ber(4, b"SW-8"))), {"sysDescr": "SW-8"}),
        (
            "an identifier with large numbers",
            answer((OBJECT, ber(6, b"\x2b\6\1\4\1\x84\x80\0"))),
            {"sysObjectID": "1.3.6.1.4.1.65536"},
        ),
        ("a person", answer((CONTACT, ber(4, b"Yamada"))), {}),
        ("what is absent", answer((NAME, ber(0x80, b""))), {}),
        ("a number where a text must be", answer((NAME, ber(2, b"\1"))), {}),
        ("a question", answer((NAME, ber(5, b"")), kind=0xA0), {}),
        ("a bulk question", answer((NAME, ber(5, b"")), kind=0xA5), {}),
    ],
)
def test_what_answers_tell(meaning: str, octets: bytes, told: dict[str, str]) -> None:
    assert read(octets) == told


def test_our_own_questions_tell_nothing() -> None:
    assert read(request(Community("hidden-word"), 7, tuple(snmp_inventory.SYSTEM))) == {}


def test_a_trap_belongs_to_the_agent_that_it_names() -> None:
    pdu = ber(0xA4, ber(6, b"\x2b\6\1\4\1\x09") + ber(0x40, bytes([192, 0, 2, 9])) + ber(2, b"\0"))
    (found,) = snmp_heard.hear(message(0, pdu))
    assert (found.host, found.field, found.value) == ("192.0.2.9", "snmp.sysObjectID", "1.3.6.1.4.1.9")


def test_an_enterprise_that_is_no_makers_is_no_identifier_of_the_sender() -> None:
    pdu = ber(0xA4, ber(6, b"\x2b\6\1\6\3\1\1\5") + ber(0x40, bytes([192, 0, 2, 9])) + ber(2, b"\0"))
    assert read(message(0, pdu)) == {"notification": "1.3.6.1.6.3.1.1.5"}


@pytest.mark.parametrize(
    ("meaning", "octets"),
    [
        ("nothing", b""),
        ("another version", message(2, ber(0xA2, b""))),
        ("a length of nine bytes", b"\x30\x89" + bytes(9)),
        ("no end to a length", b"\x30\x80" + bytes(9)),
        ("an identifier beyond measure", answer((b"\x2b" + b"\xff" * 8, ber(5, b"")))),
        ("cut short", answer((DESCRIPTION, ber(4, b"SW-8")))[:-1]),
    ],
)
def test_what_is_refused_without_a_secret_in_the_error(meaning: str, octets: bytes) -> None:
    with pytest.raises(ParseError) as caught:
        snmp_heard.hear(octets)
    assert "hidden" not in str(caught.value)


@given(st.binary(max_size=120), st.sampled_from([0, 1]), st.sampled_from([0xA2, 0xA4, 0xA6, 0xA7]))
def test_whatever_follows_is_read_or_refused_and_keeps_no_community(
    tail: bytes, version: int, kind: int
) -> None:
    try:
        found = snmp_heard.hear(message(version, ber(kind, tail)))
    except ParseError as error:
        assert "hidden" not in str(error)
        return
    assert all("hidden" not in r.value for r in found)
