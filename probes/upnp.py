"""UPnP device description (UPnP Device Architecture 2.0, 2.3 and 2.11): maker, model and serial number of a device.

One GET of the document whose address the device announced by SSDP, and only where that address is its own: nobody
may send us to a third. Benign: every control point that hears the announcement fetches the same document, which
is made to be read by anybody; GET changes nothing (RFC 9110, 9.2.1).

Only the root device is read. Its friendly name is left out: it is what the owner calls the thing, and that can be
a person's name ("山田のテレビ"). The XML may declare no document type; a description longer than what is read of
one answer is read as far as it came.
"""

from __future__ import annotations

import re
from collections.abc import Generator
from dataclasses import dataclass, field
from xml.parsers import expat

from probes import http
from probes.charset import decoded
from probes.model import Ask, Impact, ParseError, Probe, Reading, Reply, Target, Via, reading

PLACE = ("root", "device")
WANTED = {
    "deviceType": "upnp.type",
    "manufacturer": "upnp.manufacturer",
    "modelName": "upnp.model",
    "modelNumber": "upnp.model_number",
    "serialNumber": "upnp.serial",
    "UDN": "upnp.udn",
    "presentationURL": "upnp.page",
}
"""Elements of the root device (2.3) and the fields that they become."""
DEEPEST = 24
LONGEST_VALUE = 200
LONGEST_PATH = 400
_URL = re.compile(r"http://(?P<host>\[[0-9a-fA-F:]+\]|[0-9.]+)(?::(?P<port>\d{1,5}))?(?P<path>/[!-~]*)?")
_ENCODING = re.compile(rb"""<\?xml [^>]{0,80}encoding=["']([A-Za-z][\w.-]{0,39})["']""")


@dataclass(slots=True)
class _Sheet:
    """texts: element of the root device -> its text, once its end has come."""

    texts: dict[str, str] = field(default_factory=dict)
    path: list[str] = field(default_factory=list)
    said: str = ""

    def start(self, name: str, _: dict[str, str]) -> None:
        if len(self.path) >= DEEPEST:
            raise ParseError("elements within elements without end")
        self.path.append(name.rpartition(":")[2])
        self.said = ""

    def text(self, text: str) -> None:
        if len(self.said) < LONGEST_VALUE:
            self.said += text

    def end(self, _: str) -> None:
        *place, name = self.path
        if tuple(place) == PLACE and name in WANTED:
            self.texts.setdefault(name, self.said)
        self.path.pop()


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    own = (
        place for name, url in target.told if name == "ssdp.location" and (place := at_home(url, target.host))
    )
    for port, path in own:
        replies = yield Ask(Via.TCP, port, http.request(target.host, path, port=port), wait=3.0)
        payload = b"".join(reply.payload for reply in replies)
        return parse(payload) if payload else []
    return []


def at_home(url: str, host: str) -> tuple[int, str] | None:
    """Port and path of a URL of this very host, or None."""
    found = _URL.fullmatch(url)
    if not found or found["host"].strip("[]").lower() != host.lower():
        return None
    port, path = int(found["port"] or 80), found["path"] or "/"
    return (port, path) if 0 < port < 65536 and len(path) <= LONGEST_PATH else None


def parse(payload: bytes) -> list[Reading]:
    """The readings of an HTTP answer. Raises ParseError where it is none, or holds no description."""
    answer = http.split(payload)
    if answer.status != 200:
        return []
    said = _texts(http.unchunked(answer))
    found = [
        (name, " ".join(said.get(element, "").split())[:LONGEST_VALUE]) for element, name in WANTED.items()
    ]
    # A page given without its host is on the port that we already know.
    return [
        reading(name, value) for name, value in found if value and (name != "upnp.page" or "://" in value)
    ]


def _texts(document: bytes) -> dict[str, str]:
    sheet = _Sheet()
    parser = expat.ParserCreate("utf-8")
    parser.StartElementHandler = sheet.start
    parser.EndElementHandler = sheet.end
    parser.CharacterDataHandler = sheet.text
    parser.StartDoctypeDeclHandler = _no_doctype
    whole = document[: document.rfind(b">") + 1].lstrip(
        b"\xef\xbb\xbf \r\n\t"
    )  # what ends in no tag is a rest
    stated = _ENCODING.match(whole)
    text = decoded(whole, stated[1].decode() if stated else "")
    try:
        parser.Parse(text.encode("utf-8", "replace"), False)
    except expat.ExpatError as error:
        raise ParseError(f"not well-formed XML: {error}") from error
    if sheet.path[:1] != ["root"] and not sheet.texts:
        raise ParseError("no device description")
    return sheet.texts


def _no_doctype(*_: object) -> None:
    raise ParseError("a document type, which a description does not have")


PROBE = Probe(
    name="upnp",
    impact=Impact.CONNECT,
    fields=frozenset(WANTED.values()),
    ports=frozenset({("tcp", http.PORT), ("tcp", 0)}),
    packets=12,
    summary="reads the description that a UPnP device announced of itself: maker, model, serial number",
    talk=talk,
    suits=http.PROBE.suits - {"medical"} | {"terminal"},
    wants=frozenset({"ssdp.location"}),
)
