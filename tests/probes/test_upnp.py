"""UPnP descriptions: only of the host itself, only the root device, and XML that means harm."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import upnp
from probes.model import ParseError, Reply, Target, Via

HOST = "192.0.2.10"


def told(*urls: str) -> Target:
    return Target(HOST, 1, told=tuple(("ssdp.location", url) for url in urls))


def answer(document: str | bytes, head: str = "HTTP/1.0 200 OK") -> bytes:
    body = document if isinstance(document, bytes) else document.encode()
    return head.encode() + b"\r\n\r\n" + body


def device(inside: str) -> str:
    return f"<root><device>{inside}</device></root>"


def read(payload: bytes) -> dict[str, str]:
    return {r.field.removeprefix("upnp."): r.value for r in upnp.parse(payload)}


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("http://192.0.2.10:49152/desc.xml", (49152, "/desc.xml")),
        ("http://192.0.2.10/a/b?c=d", (80, "/a/b?c=d")),
        ("http://192.0.2.10", (80, "/")),
        ("http://192.0.2.11/desc.xml", None),
        ("http://192.0.2.100/desc.xml", None),
        ("http://192.0.2.10@192.0.2.11/", None),
        ("http://192.0.2.10.example/", None),
        ("http://printer.local/desc.xml", None),
        ("https://192.0.2.10/desc.xml", None),
        ("http://192.0.2.10:0/", None),
        ("http://192.0.2.10:70000/", None),
        ("http://192.0.2.10/a b", None),
        ("http://192.0.2.10/a\r\nX: y", None),
        ("http://192.0.2.10/" + "x" * 400, None),
        ("ftp://192.0.2.10/", None),
        ("", None),
    ],
)
def test_which_addresses_are_the_hosts_own(url: str, place: tuple[int, str] | None) -> None:
    assert upnp.at_home(url, HOST) == place


def test_an_ipv6_address_stands_in_brackets() -> None:
    assert upnp.at_home("http://[2001:DB8::1]:80/d", "2001:db8::1") == (80, "/d")


def test_it_asks_once_however_many_addresses_are_told() -> None:
    conversation = upnp.talk(
        told("http://192.0.2.9/a", "http://192.0.2.10:5000/b", "http://192.0.2.10:5001/c")
    )
    ask = next(conversation)
    assert (ask.via, ask.port) == (Via.TCP, 5000)
    assert ask.payload.startswith(b"GET /b HTTP/1.0\r\nHost: 192.0.2.10:5000\r\n")
    with pytest.raises(StopIteration):
        conversation.send((Reply(HOST, answer(device("<modelName>x</modelName>"))),))


def test_nothing_is_asked_where_the_address_is_anothers() -> None:
    with pytest.raises(StopIteration) as end:
        next(upnp.talk(told("http://192.0.2.9/a")))
    assert end.value.value == []


@pytest.mark.parametrize(
    ("meaning", "inside", "wanted"),
    [
        ("what the owner calls it", "<friendlyName>山田のテレビ</friendlyName>", {}),
        ("its maker", "<manufacturer> Acme\n Vision </manufacturer>", {"manufacturer": "Acme Vision"}),
        ("a prefix", "<u:modelName xmlns:u='urn:x'>A-1</u:modelName>", {"model": "A-1"}),
        ("the first of two", "<modelName>A</modelName><modelName>B</modelName>", {"model": "A"}),
        ("nothing", "<serialNumber/>", {}),
        ("a device inside it", "<deviceList><device><modelName>B</modelName></device></deviceList>", {}),
        ("its page elsewhere", "<presentationURL>http://192.0.2.10:8080/</presentationURL>", {"page": "http://192.0.2.10:8080/"}),
        ("its page where we are", "<presentationURL>/index.html</presentationURL>", {}),
        ("references", "<modelName>A &amp; B &#x75c5;</modelName>", {"model": "A & B 病"}),
        ("more than any name", f"<modelName>{'x' * 999}</modelName>", {"model": "x" * upnp.LONGEST_VALUE}),
    ],
)  # fmt: skip
def test_what_is_kept(meaning: str, inside: str, wanted: dict[str, str]) -> None:
    found = read(answer(device("<modelNumber>1</modelNumber>" + inside)))
    assert found == {"model_number": "1", **wanted}


def test_a_description_is_read_as_far_as_it_came() -> None:
    whole = device(
        "<manufacturer>Acme</manufacturer><modelName>病棟カメラ</modelName><UDN>uuid:1</UDN>"
    ).encode()
    for length in range(whole.index(b"<modelName>"), len(whole)):
        assert read(answer(whole[:length]))["manufacturer"] == "Acme"
        assert read(answer(whole[:length])).get("model", "病棟カメラ") == "病棟カメラ"


@pytest.mark.parametrize("codec", ["shift_jis", "euc_jp", "utf-8"])
def test_the_character_set_that_the_document_states(codec: str) -> None:
    text = f'<?xml version="1.0" encoding="{codec}"?>' + device("<manufacturer>架空精機</manufacturer>")
    assert read(answer(text.encode(codec)))["manufacturer"] == "架空精機"


@pytest.mark.parametrize(
    ("meaning", "payload"),
    [
        ("no HTTP", b"<root/>"),
        ("a web page", answer("<html><body/></html>")),
        ("a document type", answer("<!DOCTYPE root><root><device/></root>")),
        ("depth without end", answer("<root>" + "<a>" * 40)),
        ("no XML", answer("\0\1\2>")),
        ("not well-formed", answer("<root><device></root></device>")),
    ],
)
def test_what_is_refused(meaning: str, payload: bytes) -> None:
    with pytest.raises(ParseError):
        upnp.parse(payload)


def test_no_such_document_is_no_fault() -> None:
    assert upnp.parse(answer("<html/>", "HTTP/1.0 404 Not Found")) == []


@given(st.text(max_size=80))
def test_any_text_in_a_description_is_read_or_refused(text: str) -> None:
    for document in (text, device(text), device(f"<modelName>{text}</modelName>")):
        try:
            upnp.parse(answer(document.encode("utf-8", "replace")))
        except ParseError:
            continue
