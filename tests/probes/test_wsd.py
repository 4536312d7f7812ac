"""WS-Discovery: whom a message is about, what of it is kept, and XML that means harm."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import wsd
from probes.model import Ask, ParseError, Reading, Reply, Target, Via


def hello(inside: str, element: str = "d:Hello") -> bytes:
    return (
        f'<s:Envelope xmlns:s="urn:s" xmlns:d="urn:d" xmlns:m="urn:medical"><s:Body><{element}>{inside}</{element}>'
        "</s:Body></s:Envelope>"
    ).encode()


def read(message: bytes) -> list[tuple[str, str]]:
    return [(r.field, r.value) for r in wsd.hear(message)]


@pytest.mark.parametrize(
    ("scope", "kept"),
    [
        ("sdc.ctxt.loc:/x?fac=H&amp;bed=7&amp;poc=ICU", [("wsd.place", "fac=H poc=ICU bed=7")]),
        ("sdc.ctxt.loc:/x?bed=%E4%B8%83", [("wsd.place", "bed=七")]),
        ("sdc.ctxt.loc:/x?patient=YAMADA", []),
        ("sdc.ctxt.pat:/YAMADA", []),
        ("sdc.ctxt.opr:/12345", []),
        ("sdc.ctxt.wfl:/order-1", []),
        ("onvif://www.onvif.org/name/a%20b", [("wsd.scope", "onvif://www.onvif.org/name/a b")]),
        ("http://somewhere/else", []),
    ],
)
def test_only_scopes_that_name_no_person_are_kept(scope: str, kept: list[tuple[str, str]]) -> None:
    assert read(hello(f"<d:Scopes>{scope}</d:Scopes>")) == kept


@pytest.mark.parametrize(
    ("element", "told"),
    [("d:Hello", 1), ("Bye", 1), ("d:ProbeMatch", 1), ("d:ResolveMatch", 1), ("d:Probe", 0), ("d:Resolve", 0)],
)  # fmt: skip
def test_which_messages_tell_of_their_sender(element: str, told: int) -> None:
    assert bool(read(hello("<d:Types>m:MedicalDevice</d:Types>", element))) == told


def test_types_are_named_by_their_namespace_and_not_by_a_prefix() -> None:
    assert read(hello("<d:Types>m:Pump x:Unknown Bare</d:Types>")) == [("wsd.type", "{urn:medical}Pump")]


def test_several_matches_come_from_a_proxy() -> None:
    assert read(hello("<d:Types>m:A</d:Types></d:Hello><d:Hello><d:Types>m:B</d:Types>")) == []


@pytest.mark.parametrize(
    ("meaning", "message"),
    [
        ("nothing", b""),
        ("no XML", b"M-SEARCH * HTTP/1.1"),
        ("not closed", hello("")[:-3]),
        ("entities", b'<!DOCTYPE a [<!ENTITY b "c">]>' + hello("&b;")),
        ("depth without end", b"<a>" * 40 + b"</a>" * 40),
        ("more than a datagram", hello("x" * wsd.LONGEST_MESSAGE)),
        ("a character set that is none", b'<?xml version="1.0" encoding="utf-8"?><a>\xff\xfe</a>'),
    ],
)
def test_what_is_refused(meaning: str, message: bytes) -> None:
    with pytest.raises(ParseError):
        wsd.hear(message)


def test_a_device_cannot_fill_the_journal() -> None:
    words = " ".join(f"m:T{n}" for n in range(500))
    assert len(read(hello(f"<d:Types>{words}</d:Types>"))) == wsd.MOST_WORDS


@given(st.text(max_size=80))
def test_any_text_in_any_place_is_read_or_refused(text: str) -> None:
    for message in (hello(text), hello(f"<d:Scopes>sdc.ctxt.loc:/?{text}</d:Scopes>")):
        try:
            wsd.hear(message.replace(b"\0", b""))
        except ParseError:
            continue


def questions(*replies: tuple[Reply, ...]) -> tuple[list[Ask], list[Reading]]:
    talk, asks = wsd.talk(Target("192.0.2.0", 1)), list[Ask]()
    try:
        asks.append(next(talk))
        for each in (*replies, (), ()):
            asks.append(talk.send(each))
    except StopIteration as end:
        return asks, end.value
    raise AssertionError("it goes on asking")


def test_two_probes_by_multicast_and_no_more() -> None:
    asks, _ = questions()
    assert [(a.via, a.group, a.port) for a in asks] == [(Via.MULTICAST, "239.255.255.250", 3702)] * 2
    kinds = [re.findall(rb'xmlns:(\w+)="([^"]+)">(\w+):(\w+)</wsd:Types>', a.payload) for a in asks]
    assert kinds == [
        [(b"wsdp", b"http://schemas.xmlsoap.org/ws/2006/02/devprof", b"wsdp", b"Device")],
        [(b"dn", b"http://www.onvif.org/ver10/network/wsdl", b"dn", b"NetworkVideoTransmitter")],
    ]
    assert all(len(a.payload) < 1400 for a in asks)  # one frame


def test_a_question_is_an_envelope_that_we_ourselves_can_read_and_tells_nothing() -> None:
    assert all(wsd.hear(ask.payload) == [] for ask in questions()[0])


def test_devices_beside_a_patient_are_not_spoken_to() -> None:
    """IEEE 11073 SDC is on WS-Discovery 1.1: other namespaces, other actions, another address to send to."""
    for ask in questions()[0]:
        assert b"docs.oasis-open.org" not in ask.payload and b"11073" not in ask.payload
        assert b"<wsa:To>urn:schemas-xmlsoap-org:ws:2005:04:discovery</wsa:To>" in ask.payload


def test_every_message_has_an_id_of_its_own_which_the_nonce_gives() -> None:
    ids = [re.findall(rb"<wsa:MessageID>(urn:uuid:[0-9a-f-]{36})<", a.payload) for a in questions()[0] * 2]
    assert ids[0] != ids[1] and ids[:2] == ids[2:]


def test_each_answer_is_its_senders_and_garbage_costs_the_others_nothing() -> None:
    good, bad = hello("<d:Types>m:A</d:Types>", "d:ProbeMatch"), Reply("192.0.2.8", b"\0")
    _, found = questions((bad, Reply("192.0.2.7", good), Reply("192.0.2.7", good)), ())
    assert found == [Reading("wsd.type", "{urn:medical}A", "192.0.2.7")]
    with pytest.raises(ParseError):
        questions((bad,))
