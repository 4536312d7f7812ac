"""IPP: Get-Printer-Attributes alone (RFC 8011, 4.2.5), over HTTP on 631 (RFC 8010): which printer, which firmware?

The one IPP operation that a printing computer puts again and again before any job. It makes no job, moves no paper
and reads no queue: by `requested-attributes` only what describes the printer is asked for, no job and no user
(Get-Jobs would name both). No `requesting-user-name` and no credential is sent. Only a host that is recognised
beyond doubt as a printer is asked (agent/limits.py, CLASS_PORTS): 631 of anything else is not touched.

The path is /ipp/print (PWG 5100.14, 4.4: where every printer of IPP Everywhere answers).
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from itertools import zip_longest

from probes import http
from probes.charset import decoded
from probes.cursor import Cursor
from probes.model import Ask, Impact, ParseError, Probe, Reading, Reply, Target, Via, reading

PORT = 631
PATH = "/ipp/print"
CONTENT_TYPE = "application/ipp"
GET_PRINTER_ATTRIBUTES = 0x000B

OPERATION, END = 0x01, 0x03
LAST_DELIMITER = 0x0F
KEYWORD, URI, CHARSET, LANGUAGE = 0x44, 0x45, 0x47, 0x48
TEXT_WITH_LANGUAGE, NAME_WITH_LANGUAGE = 0x35, 0x36
TEXTS = frozenset({0x41, 0x42, KEYWORD, URI, CHARSET, LANGUAGE, 0x30})
"""Values that are texts as they stand (RFC 8010, 3.5.2); 0x30 is an octet string, in which some put a version."""

SINGLE = {
    "printer-make-and-model": "make_and_model",
    "printer-name": "name",
    "printer-info": "info",
    "printer-location": "location",
    "printer-device-id": "device_id",
    "printer-uuid": "uuid",
    "printer-more-info": "more_info",
}
"""Attribute -> field, without its prefix (RFC 8011, 5.4; PWG 5107.2; PWG 5100.13)."""
FIRMWARE_NAME, FIRMWARE_VERSION = "printer-firmware-name", "printer-firmware-string-version"
WANTED = (*SINGLE, FIRMWARE_NAME, FIRMWARE_VERSION)
MOST_FIRMWARE = 8
MOST_INTERIM = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """status: IPP's own, 0 is success.  attributes: name -> values in order, of those that are text and wanted."""

    status: int
    attributes: dict[str, list[str]]


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    replies = yield Ask(Via.TCP, PORT, request(target), wait=3.0)
    payload = b"".join(reply.payload for reply in replies)
    return readings(payload) if payload else []


def request(target: Target) -> bytes:
    """The POST, its IPP message after the empty line."""
    host = f"[{target.host}]" if ":" in target.host else target.host
    message = operation(f"ipp://{host}{PATH}", target.nonce)
    lines = (
        f"POST {PATH} HTTP/1.1",
        f"Host: {host}:{PORT}",
        f"User-Agent: {http.AGENT}",
        f"Content-Type: {CONTENT_TYPE}",
        f"Content-Length: {len(message)}",
        "Connection: close",
    )
    return "\r\n".join((*lines, "", "")).encode("ascii") + message


def operation(uri: str, nonce: int) -> bytes:
    """IPP 1.1, which every printer answers (RFC 8011, 4.1.8); its number is not 0 (4.1.1)."""
    header = b"\x01\x01" + GET_PRINTER_ATTRIBUTES.to_bytes(2, "big") + max(1, nonce).to_bytes(4, "big")
    asked = _attribute(KEYWORD, "requested-attributes", WANTED[0])
    asked += b"".join(_attribute(KEYWORD, "", name) for name in WANTED[1:])
    return b"".join(
        (
            header,
            bytes([OPERATION]),
            _attribute(CHARSET, "attributes-charset", "utf-8"),
            _attribute(LANGUAGE, "attributes-natural-language", "en"),
            _attribute(URI, "printer-uri", uri),
            asked,
            bytes([END]),
        )
    )


def _attribute(tag: int, name: str, value: str) -> bytes:
    """RFC 8010, 3.1.4; with no name, one more value of the attribute before (3.1.5)."""
    written = (text.encode("ascii") for text in (name, value))
    return bytes([tag]) + b"".join(len(text).to_bytes(2, "big") + text for text in written)


def readings(payload: bytes) -> list[Reading]:
    """What an answer says. ipp.status: "ok", "ipp 0x0406" or, where no IPP came back, "http 404". Raises ParseError."""
    response = http.split(payload)
    for _ in range(MOST_INTERIM):  # 100 Continue and its like come before the answer (RFC 9110, 15.2)
        if response.status // 100 != 1:
            break
        response = http.split(response.body)
    found = [reading("ipp.server", response.first("server"))]
    is_ipp = response.first("content-type").partition(";")[0].strip().lower() == CONTENT_TYPE
    if response.status != 200 or not is_ipp:
        found.append(reading("ipp.status", f"http {response.status}"))
        return [r for r in found if r.value]
    answer = parse(http.unchunked(response))
    found.append(reading("ipp.status", f"ipp {answer.status:#06x}" if answer.status > 0xFF else "ok"))
    for name, field in SINGLE.items():
        found += [reading(f"ipp.{field}", value) for value in answer.attributes.get(name, [])[:1]]
    found += [reading("ipp.firmware", text) for text in _firmware(answer)]
    return [r for r in found if r.value]


def _firmware(answer: Answer) -> list[str]:
    """Name and version of each part that has firmware: two lists that run side by side (PWG 5100.13, 5.6)."""
    names = answer.attributes.get(FIRMWARE_NAME, [])
    versions = answer.attributes.get(FIRMWARE_VERSION, [])
    pairs = zip_longest(names, versions, fillvalue="")
    return [f"{name} {version}".strip() for name, version in pairs][:MOST_FIRMWARE]


def parse(message: bytes) -> Answer:
    """An IPP response (RFC 8010, 3.1). Raises ParseError where the header or the form of an attribute is not there.

    A printer that tells more than it was asked can be cut off by the limit of what is read: the last attribute
    counts only if all of it came.
    """
    cursor = Cursor(message)
    major = cursor.u8()
    cursor.skip(1)
    status = cursor.u16()
    cursor.skip(4)
    if not 1 <= major <= 2 or cursor.left == 0:
        raise ParseError(f"no IPP response: version {major}, {cursor.left} bytes of attributes")
    charset, name = "utf-8", ""
    attributes: dict[str, list[str]] = {}
    while (piece := _next_value(cursor)) is not None:
        tag, given, value = piece
        if tag <= LAST_DELIMITER:
            name = ""
            continue
        name = given or name
        text = _text(tag, value, charset)
        if name == "attributes-charset" and text:
            charset = text
        elif name in WANTED and text:
            attributes.setdefault(name, []).append(text)
    return Answer(status, attributes)


def _next_value(cursor: Cursor) -> tuple[int, str, bytes] | None:
    """(tag, name or "", value) of one attribute or one more value; a delimiter has neither. None at the end."""
    if cursor.left == 0 or (tag := cursor.u8()) == END:
        return None
    if tag <= LAST_DELIMITER:
        return tag, "", b""
    pieces: list[bytes] = []
    for _ in range(2):
        if cursor.left < 2:
            return None
        size = cursor.u16()
        if cursor.left < size:
            return None
        pieces.append(cursor.take(size))
    return tag, pieces[0].decode("ascii", "replace"), pieces[1]


def _text(tag: int, value: bytes, charset: str) -> str:
    """The value as text, "" for what is none (numbers, dates, collections, out-of-band)."""
    if tag in (TEXT_WITH_LANGUAGE, NAME_WITH_LANGUAGE):  # RFC 8010, 3.9: the language, then the text
        inner = Cursor(value)
        inner.skip(inner.u16())
        value = inner.take(inner.u16())
    elif tag not in TEXTS:
        return ""
    return decoded(value, charset).strip("\0 ")


PROBE = Probe(
    name="ipp",
    impact=Impact.CONNECT,
    fields=frozenset(
        {"ipp.status", "ipp.server", "ipp.firmware", *(f"ipp.{field}" for field in SINGLE.values())}
    ),
    ports=frozenset({("tcp", PORT)}),
    packets=12,
    summary="asks a printer for its description (IPP Get-Printer-Attributes); prints nothing, sees no job",
    talk=talk,
    suits=frozenset({"printer"}),
    worth=8,
)
