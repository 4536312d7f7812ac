"""The root entry of a directory: what is asked of it, what is read, and what of it is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import ldap
from probes.model import ParseError, Reading, Reply, Target

HOST = Target("192.0.2.10", 1)
SUCCESS = bytes.fromhex("30 0c 02 01 01 65 07 0a 01 00 04 00 04 00")
NOT_OF_PEOPLE = frozenset({"objectclass", "structuralobjectclass", "vendorname", "vendorversion", "dsaversion",
                           "supportedcapabilities", "domaincontrollerfunctionality", "dnshostname",
                           "ldapservicename"})  # fmt: skip


def tlv(tag: int, content: bytes) -> bytes:
    """With the length in four bytes, as Windows writes it."""
    return bytes([tag, 0x84]) + len(content).to_bytes(4, "big") + content


def entry(**attributes: list[str]) -> bytes:
    listed = b"".join(
        tlv(0x30, tlv(4, name.encode()) + tlv(0x31, b"".join(tlv(4, v.encode()) for v in values)))
        for name, values in attributes.items()
    )
    return tlv(0x30, tlv(2, b"\x01") + tlv(0x64, tlv(4, b"") + tlv(0x30, listed)))


def test_one_search_is_sent_and_no_bind() -> None:
    conversation = ldap.talk(HOST)
    ask = next(conversation)
    assert (ask.port, ask.payload) == (389, ldap.search_request())
    assert ask.payload[:7].hex(" ") == "30 81 c6 02 01 01 63"  # one message, number 1, a search
    with pytest.raises(StopIteration) as end:
        conversation.send((Reply(HOST.host, SUCCESS),))
    assert end.value.value == [Reading("ldap.result", "success")]


def test_the_search_is_of_the_root_entry_and_of_attributes_of_the_server_alone() -> None:
    request = ldap.search_request()
    base, scope, aliases = b"\x04\x00", b"\x0a\x01\x00", b"\x0a\x01\x00"
    assert base + scope + aliases in request
    assert {name.casefold() for name in ldap.ATTRIBUTES} == NOT_OF_PEOPLE == ldap.FIELDS.keys()
    assert all(name.encode() in request for name in ldap.ATTRIBUTES)


@pytest.mark.parametrize(
    ("meaning", "answer", "wanted"),
    [
        ("two names for one field", entry(objectClass=["top"], structuralObjectClass=["rootDSE"]),
         {"class": "top rootDSE", "result": "cut short"}),
        ("case means nothing", entry(VENDORNAME=["Acme"]) + SUCCESS, {"vendor": "Acme", "result": "success"}),
        ("a level without a maker", entry(domainControllerFunctionality=["7"]) + SUCCESS,
         {"level": "7", "result": "success"}),
        ("a level that a maker claims", entry(domainControllerFunctionality=["4"], vendorName=["Samba Team"]) + SUCCESS,
         {"vendor": "Samba Team", "result": "success"}),
        ("what was not asked for", entry(namingContexts=["dc=hosp,dc=example"], vendorVersion=[""]) + SUCCESS,
         {"result": "success"}),
        ("a result of nobody's", bytes.fromhex("30 0c 02 01 01 65 07 0a 01 63 04 00 04 00"), {"result": "99"}),
    ],
)  # fmt: skip
def test_what_is_read(meaning: str, answer: bytes, wanted: dict[str, str]) -> None:
    assert {r.field.removeprefix("ldap."): r.value for r in ldap.parse(answer)} == wanted


@pytest.mark.parametrize(
    ("meaning", "answer"),
    [
        ("no BER", b"HTTP/1.1 400 Bad Request\r\n\r\n"),
        ("a length of nine bytes", b"\x30\x89" + bytes(9)),
        ("an answer to something else", bytes.fromhex("30 0c 02 01 01 61 07 0a 01 00 04 00 04 00")),
        ("an entry that lies about its length", entry(vendorName=["Acme"]).replace(b"Acme", b"Ac")),
        ("no bytes of it", b"\x30"),
    ],
)
def test_what_is_refused(meaning: str, answer: bytes) -> None:
    with pytest.raises(ParseError):
        ldap.parse(answer)


@given(st.binary(max_size=200))
def test_whatever_follows_is_read_or_refused(tail: bytes) -> None:
    try:
        found = ldap.parse(entry(vendorName=["Acme"]) + tail)
    except ParseError:
        return
    assert [r.field for r in found][-1] == "ldap.result"


def test_it_is_declared_as_it_behaves() -> None:
    assert ldap.PROBE.ports == {("tcp", 389)} and ldap.PROBE.packets <= 14
    assert ldap.PROBE.suits == {"server"}
