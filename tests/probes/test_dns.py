"""DNS heard: only names of the table are kept, and no name that anybody else looks up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import dns
from probes.model import ParseError
from probes.remote_names import PRODUCTS, product_of


def question(*names: str, flags: int = 0x0100) -> bytes:
    head = b"\x12\x34" + flags.to_bytes(2, "big") + len(names).to_bytes(2, "big") + bytes(6)
    for name in names:
        head += b"".join(bytes([len(label)]) + label for label in name.encode().split(b".")) + b"\0\0\1\0\1"
    return head


def read(message: bytes) -> list[str]:
    return [r.value for r in dns.hear(message) if r.field == "dns.remote"]


@pytest.mark.parametrize(
    ("name", "product"),
    [
        ("anydesk.com", "AnyDesk"),
        ("relay-7.net.anydesk.com", "AnyDesk"),
        ("router15.teamviewer.com", "TeamViewer"),
        ("notanydesk.com", ""),
        ("anydesk.com.example.org", ""),
        ("com", ""),
        ("", ""),
        ("zoho.com", ""),
    ],
)
def test_a_name_stands_for_what_is_below_it_and_no_other(name: str, product: str) -> None:
    assert product_of(name) == product


def test_the_table_holds_names_of_products_and_nothing_general() -> None:
    names = [name for names in PRODUCTS.values() for name in names.split()]
    assert len(names) == len(set(names)) > 200
    assert all("." in name.strip(".") and name == name.lower() and "*" not in name for name in names)
    assert not {"com", "co.jp", "github.io", "amazonaws.com", "cloudflare.net", "softonic.com"} & set(names)


def test_the_name_is_kept_with_its_product_whatever_its_case() -> None:
    assert read(question("Relay-7.Net.AnyDesk.COM")) == ["AnyDesk: relay-7.net.anydesk.com"]


def test_an_answer_says_who_serves_and_not_what() -> None:
    found = dns.hear(question("anydesk.com", flags=0x8180))
    assert [(r.field, r.value) for r in found] == [("dns.serves", "udp/53")]


@given(st.from_regex(r"[a-z0-9-]{1,30}(\.[a-z0-9-]{1,20}){0,3}\.(example|test|invalid)", fullmatch=True))
def test_no_other_name_is_kept(name: str) -> None:
    assert dns.hear(question(name)) == []


@pytest.mark.parametrize(
    "message", [b"", bytes(11), question("a.example")[:-1], question("a" * 63 + "." + "b" * 63)[:80]]
)
def test_what_is_cut_short_is_refused(message: bytes) -> None:
    with pytest.raises(ParseError):
        dns.hear(message)


@given(st.binary(max_size=300))
def test_whatever_is_asked_is_read_or_refused(tail: bytes) -> None:
    try:
        found = dns.hear(b"\x12\x34\x01\0\0\x04" + bytes(6) + tail)
    except ParseError:
        return
    assert all(product_of(r.value.partition(": ")[2]) for r in found)


def version_answer(text: bytes, flags: int = 0x8400, answers: int = 1, number: int = 7) -> bytes:
    head = b"".join(n.to_bytes(2, "big") for n in (number, flags, 1, answers, 0, 0))
    record = b"\xc0\x0c\0\x10\0\3" + bytes(4) + (len(text) + 1).to_bytes(2, "big") + bytes([len(text)]) + text
    return head + dns.request(number)[12:] + (record if answers else b"")


@pytest.mark.parametrize(
    ("meaning", "message", "version"),
    [
        ("its version", version_answer(b"9.18.24"), "9.18.24"),
        ("refused", version_answer(b"", 0x8005, 0), ""),
        ("no answer in it", version_answer(b"", 0x8400, 0), ""),
        ("the name written out", version_answer(b"x").replace(b"\xc0\x0c", dns.VERSION_NAME), "x"),
    ],
)
def test_the_version_of_a_name_server(meaning: str, message: bytes, version: str) -> None:
    assert dns.version_of(message, 7) == version


@pytest.mark.parametrize(
    ("meaning", "message"),
    [
        ("another's", version_answer(b"9.18", number=8)),
        ("a question", dns.request(7)),
        ("cut", version_answer(b"9.18.24")[:-1]),
    ],
)
def test_what_is_no_answer_is_refused(meaning: str, message: bytes) -> None:
    with pytest.raises(ParseError):
        dns.version_of(message, 7)


@given(st.binary(max_size=80))
def test_whatever_answers_is_read_or_refused(tail: bytes) -> None:
    try:
        dns.version_of(b"\0\7\x84\0" + tail, 7)
    except ParseError:
        return
