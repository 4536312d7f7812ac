"""SSDP: what each kind of message tells and of whom; headers in any case, any order, any length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import ssdp
from probes.model import ParseError, Reading, Reply, Target, Via


def read(text: str) -> list[tuple[str, str]]:
    return [(r.field, r.value) for r in ssdp.hear(text.replace("\n", "\r\n").encode())]


@pytest.mark.parametrize(
    ("meaning", "text", "told"),
    [
        ("kind of device", "NOTIFY * HTTP/1.1\nNT: urn:x:device:Printer:1\n\n", [("ssdp.type", "urn:x:device:Printer:1")]),
        ("the search target of an answer", "HTTP/1.1 200 OK\nST: a:b\n\n", [("ssdp.type", "a:b")]),
        ("a bare uuid is no kind", "NOTIFY * HTTP/1.1\nNT: uuid:abcd-efgh-1\n\n", []),
        ("a search tells nothing of devices", "M-SEARCH * HTTP/1.1\nST: ssdp:all\nSERVER: x\n\n", []),
        ("header names in any case", "NOTIFY * HTTP/1.1\nsErVeR:   x/1  \n\n", [("ssdp.server", "x/1")]),
        ("the first of two", "NOTIFY * HTTP/1.1\nSERVER: x\nSERVER: y\n\n", [("ssdp.server", "x")]),
        ("what follows the head is not read", "NOTIFY * HTTP/1.1\n\nSERVER: x\n", []),
        ("a uuid within the USN", "NOTIFY * HTTP/1.1\nUSN: uuid:12345678-9abc::x\n\n", [("ssdp.uuid", "12345678-9abc")]),
    ],
)  # fmt: skip
def test_what_is_told(meaning: str, text: str, told: list[tuple[str, str]]) -> None:
    assert read(text) == told


def test_a_device_cannot_fill_the_journal() -> None:
    ((_, value),) = read("NOTIFY * HTTP/1.1\nSERVER: " + "x" * 3000 + "\n\n")
    assert len(value) == ssdp.LONGEST_VALUE


@pytest.mark.parametrize("octets", [b"", b"GET / HTTP/1.1\r\n\r\n", b"notify * http/1.1", b"\x17\x03\x03"])
def test_what_is_no_ssdp_is_refused(octets: bytes) -> None:
    with pytest.raises(ParseError):
        ssdp.hear(octets)


@given(st.binary(max_size=300))
def test_any_headers_are_read(tail: bytes) -> None:
    ssdp.hear(b"NOTIFY * HTTP/1.1\r\n" + tail)


def search(*replies: Reply) -> list[Reading]:
    talk = ssdp.talk(Target("192.0.2.0", 1))
    ask = next(talk)
    assert (ask.via, ask.group, ask.port, ask.payload) == (
        Via.MULTICAST,
        "239.255.255.250",
        1900,
        ssdp.SEARCH,
    )
    with pytest.raises(StopIteration) as end:
        talk.send(replies)
    return list(end.value.value)


def test_the_search_by_the_byte() -> None:
    """UPnP Device Architecture 1.3.2: these lines, an empty one, and nothing after it."""
    assert ssdp.SEARCH == (
        b"M-SEARCH * HTTP/1.1\r\n"
        b"HOST: 239.255.255.250:1900\r\n"
        b'MAN: "ssdp:discover"\r\n'
        b"MX: 2\r\n"
        b"ST: upnp:rootdevice\r\n\r\n"
    )


def test_it_waits_for_the_last_that_may_answer() -> None:
    assert next(ssdp.talk(Target("192.0.2.0", 1))).wait > ssdp.MOST_DELAY


def test_each_answer_is_its_senders_whatever_it_names() -> None:
    said = b"HTTP/1.1 200 OK\r\nLOCATION: http://192.0.2.99/d.xml\r\nSERVER: x\r\n\r\n"
    found = search(Reply("192.0.2.7", said), Reply("192.0.2.8", said), Reply("192.0.2.7", said))
    assert [(r.host, r.field) for r in found] == [
        ("192.0.2.7", "ssdp.server"), ("192.0.2.7", "ssdp.location"),
        ("192.0.2.8", "ssdp.server"), ("192.0.2.8", "ssdp.location"),
    ]  # fmt: skip


def test_garbage_of_one_costs_the_others_nothing_and_garbage_of_all_is_said() -> None:
    good, bad = Reply("192.0.2.7", b"HTTP/1.1 200 OK\r\nSERVER: x\r\n\r\n"), Reply("192.0.2.8", b"\0")
    assert search(bad, good, bad) == [Reading("ssdp.server", "x", "192.0.2.7")]
    assert search() == []
    talk = ssdp.talk(Target("192.0.2.0", 1))
    next(talk)
    with pytest.raises(ParseError):
        talk.send((bad, bad))
