"""WS-Discovery: whom a message is about, what of it is kept, and XML that means harm."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import wsd
from probes.model import ParseError


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
