"""WS-Discovery (OASIS 1.1 and the drafts of 2005) with DPWS, ONVIF and IEEE 11073 SDC: devices say what they are.

Heard, never asked: Hello when a device joins 239.255.255.250:3702, Bye when it leaves, ProbeMatches and
ResolveMatches as answers to somebody. Medical devices of IEEE 11073 SDC are among them (11073-20702:
mdpws:MedicalDevice), with the place where they stand in a scope (11073-20701: facility, point of care, bed).

Scopes can name an operator, a workflow or an order as well, and so a person: only those of a list are kept,
and of a location only facility, building, floor, point of care, room and bed. Answers with several matches
come from a proxy, which speaks for others, and are not read. The XML may declare no entities.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from probes.charset import decoded
from probes.model import Impact, ParseError, Probe, Reading, reading

PORT = 3702
TELLING = ("Hello", "Bye", "ProbeMatch", "ResolveMatch")
WANTED = frozenset({"Types", "Scopes", "XAddrs", "Address"})
KEPT_SCOPES = ("onvif://", "sdc.cdc.type:", "sdc.mds.pkp:")
LOCATION = "sdc.ctxt.loc:"
PLACES = ("fac", "bldng", "flr", "poc", "rm", "bed")
"""Parts of an SDC location, from the hospital down to the bed (11073-20701, 9.4.1.2)."""
LONGEST_MESSAGE = 32 * 1024
DEEPEST = 24
MOST_WORDS = 24
LONGEST_WORD = 256


@dataclass(slots=True)
class _Sheet:
    """Texts by element, namespaces by prefix, and how many devices are told of."""

    texts: dict[str, str] = field(default_factory=dict)
    namespaces: dict[str, str] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    path: list[str] = field(default_factory=list)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        for key, value in attributes.items():
            if key.startswith("xmlns:") and len(self.namespaces) < MOST_WORDS:
                self.namespaces[key[6:]] = value[:LONGEST_WORD]
        local = name.rpartition(":")[2]
        if len(self.path) >= DEEPEST:
            raise ParseError("elements within elements without end")
        self.path.append(local)
        if local in TELLING:
            self.told.append(local)

    def end(self, _name: str) -> None:
        self.path.pop()

    def text(self, text: str) -> None:
        if self.told and self.path[-1] in WANTED and set(self.path) & set(TELLING):
            self.texts[self.path[-1]] = self.texts.get(self.path[-1], "") + text


def hear(message: bytes) -> list[Reading]:
    """One SOAP envelope. Raises ParseError."""
    sheet = _parsed(message)
    if len(sheet.told) != 1:
        return []
    words = {name: text.split()[:MOST_WORDS] for name, text in sheet.texts.items()}
    said = [("wsd.type", kind) for word in words.get("Types", []) if (kind := _type(word, sheet.namespaces))]
    for scope in words.get("Scopes", []):
        if scope.startswith(KEPT_SCOPES):
            said.append(("wsd.scope", _unquoted(scope)))
        elif scope.startswith(LOCATION):
            said.append(("wsd.place", " ".join(_place(scope))))
    said += [("wsd.uuid", word) for word in words.get("Address", [])[:1]]
    said += [("wsd.service", word) for word in words.get("XAddrs", [])]
    found = (reading(name, value[:LONGEST_WORD]) for name, value in dict.fromkeys(said))
    return [r for r in found if r.value]


def _parsed(message: bytes) -> _Sheet:
    if len(message) > LONGEST_MESSAGE or not message.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        raise ParseError("no XML, or more than a datagram has room for")
    sheet = _Sheet()
    parser = expat.ParserCreate("utf-8")
    parser.StartElementHandler = sheet.start
    parser.EndElementHandler = sheet.end
    parser.CharacterDataHandler = sheet.text
    parser.StartDoctypeDeclHandler = _no_doctype
    try:
        parser.Parse(message.rstrip(b"\0"), True)
    except expat.ExpatError as error:
        raise ParseError(f"not well-formed XML: {error}") from error
    return sheet


def _no_doctype(*_: object) -> None:
    raise ParseError("a document type, which SOAP forbids")


def _type(word: str, namespaces: dict[str, str]) -> str:
    """A QName as {namespace}local; one whose prefix was never declared says nothing."""
    prefix, colon, local = word.partition(":")
    return f"{{{namespaces[prefix]}}}{local}" if colon and prefix in namespaces else ""


def _place(scope: str) -> Iterator[str]:
    """`fac=HOSP&poc=ICU&bed=7` of the URI's query, in the order of PLACES."""
    query = scope.partition("?")[2].partition("#")[0]
    parts = dict(part.split("=", 1) for part in query.split("&") if "=" in part)
    for key in PLACES:
        if value := _unquoted(parts.get(key, "")).strip():
            yield f"{key}={value}"


def _unquoted(text: str) -> str:
    """Percent-encoding (RFC 3986, 2.1) taken off."""
    octets = re.sub(
        rb"%([0-9A-Fa-f]{2})", lambda hit: bytes.fromhex(hit[1].decode()), text.encode("utf-8", "replace")
    )
    return decoded(octets)


PROBE = Probe(
    name="wsd",
    impact=Impact.LISTEN,
    fields=frozenset({"wsd.type", "wsd.scope", "wsd.place", "wsd.uuid", "wsd.service"}),
    ports=frozenset(),
    packets=1,
    summary="Hears printers, cameras and medical devices announce themselves (WS-Discovery, ONVIF, IEEE 11073 SDC).",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("udp", PORT)}),
)
