"""IPP: the question by the byte, answers attribute by attribute, and what HTTP puts around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import ipp
from probes.model import ParseError, Target

TARGET = Target("192.0.2.10", 0x01020304)
TEXT, NAME, URI, INTEGER = 0x41, 0x42, 0x45, 0x21


def attribute(tag: int, name: str, value: bytes) -> bytes:
    return bytes([tag]) + len(name).to_bytes(2, "big") + name.encode() + len(value).to_bytes(2, "big") + value


def message(*attributes: bytes, status: int = 0, end: bytes = b"\x03") -> bytes:
    head = b"\x01\x01" + status.to_bytes(2, "big") + b"\0\0\0\x01"
    return (
        head
        + b"\x01"
        + attribute(0x47, "attributes-charset", b"utf-8")
        + b"\x04"
        + b"".join(attributes)
        + end
    )


def http(body: bytes, status: str = "200 OK", kind: str = "application/ipp") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body


def fields(payload: bytes) -> dict[str, str]:
    return {r.field.removeprefix("ipp."): r.value for r in ipp.readings(payload)}


def test_the_operation_by_the_byte() -> None:
    asked = ipp.operation("ipp://192.0.2.10/ipp/print", 0x01020304)
    assert asked.startswith(bytes.fromhex("0101 000b 01020304 01 47 0012") + b"attributes-charset\0\x05utf-8")
    assert asked.endswith(b"\x44\0\0\0\x1fprinter-firmware-string-version\x03")
    assert asked.count(b"requested-attributes") == 1


def test_it_asks_for_the_printer_and_for_no_person() -> None:
    asked = ipp.request(TARGET)
    assert asked.startswith(b"POST /ipp/print HTTP/1.1\r\nHost: 192.0.2.10:631\r\n")
    head, _, body = asked.partition(b"\r\n\r\n")
    assert f"Content-Length: {len(body)}".encode() in head
    assert b"user" not in body.lower() and b"job" not in body and b"Authorization" not in head


def test_the_number_of_a_request_is_never_zero() -> None:
    assert ipp.operation("ipp://192.0.2.10/", 0)[4:8] == b"\0\0\0\x01"


def test_the_reader_of_answers_reads_the_question_back() -> None:
    """Question and answer have one form (RFC 8010, 3.1.1), but for what the status stands for."""
    assert ipp.parse(ipp.operation("ipp://192.0.2.10/ipp/print", 7)).status == ipp.GET_PRINTER_ATTRIBUTES


@pytest.mark.parametrize(
    ("meaning", "attributes", "wanted"),
    [
        ("its model", [attribute(TEXT, "printer-make-and-model", b"Acme 1")], {"make_and_model": "Acme 1"}),
        ("the first of two", [attribute(NAME, "printer-name", b"a"), attribute(NAME, "", b"b")], {"name": "a"}),
        ("Japanese", [attribute(TEXT, "printer-location", "3階".encode())], {"location": "3階"}),
        ("no text", [attribute(INTEGER, "printer-info", b"\0\0\0\1"), attribute(0x10, "printer-name", b"")], {}),
        ("not asked for", [attribute(NAME, "job-originating-user-name", b"yamada")], {}),
        ("padded with NULs", [attribute(TEXT, "printer-info", b"lp\0\0")], {"info": "lp"}),
        ("firmware", [attribute(NAME, "printer-firmware-name", b"Main"),
                      attribute(TEXT, "printer-firmware-string-version", b"1.2")], {"firmware": "Main 1.2"}),
        ("a version of no name", [attribute(TEXT, "printer-firmware-string-version", b"1.2")], {"firmware": "1.2"}),
        ("a value of no attribute", [attribute(TEXT, "", b"x")], {}),
    ],
)  # fmt: skip
def test_attributes(meaning: str, attributes: list[bytes], wanted: dict[str, str]) -> None:
    assert fields(http(message(*attributes))) == {"status": "ok", **wanted}


@pytest.mark.parametrize(
    ("meaning", "payload", "wanted"),
    [
        ("no such path", http(b"", "404 Not Found", "text/html"), "http 404"),
        ("wants a log-in", http(message(), "401 Unauthorized"), "http 401"),
        ("a page", http(b"<html>", kind="text/html"), "http 200"),
        ("nothing but 100", b"HTTP/1.1 100 Continue\r\n\r\n" * 3 + http(message()), "ok"),
        ("a charset with the type", http(message(), kind="Application/IPP; charset=utf-8"), "ok"),
        ("attributes left out", http(message(status=1)), "ok"),
        ("the printer says no", http(message(status=0x0406)), "ipp 0x0406"),
    ],
)
def test_status(meaning: str, payload: bytes, wanted: str) -> None:
    assert fields(payload)["status"] == wanted


@pytest.mark.parametrize(
    "body", [b"", b"\x01\x01\0\0\0\0\0", b"\x01\x01\0\0\0\0\0\1", b"<html>is this IPP?", b"\x03" + bytes(20)]
)
def test_what_is_no_ipp_is_refused(body: bytes) -> None:
    with pytest.raises(ParseError):
        ipp.parse(body)


def test_a_text_whose_language_runs_off_its_end_is_refused() -> None:
    with pytest.raises(ParseError):
        ipp.parse(message(attribute(0x35, "printer-info", b"\0\x09ja")))


@given(
    st.lists(st.tuples(st.sampled_from(ipp.WANTED), st.text("abc日本", min_size=1, max_size=20)), max_size=12)
)
def test_every_value_is_read_and_a_cut_loses_only_the_end(pairs: list[tuple[str, str]]) -> None:
    whole = message(*(attribute(TEXT, name, value.encode()) for name, value in pairs), end=b"")
    wanted: dict[str, list[str]] = {}
    for name, value in pairs:
        wanted.setdefault(name, []).append(value)
    assert ipp.parse(whole + b"\x03").attributes == wanted
    for name, values in ipp.parse(whole[:-1]).attributes.items():
        assert wanted[name][: len(values)] == values
