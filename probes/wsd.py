"""WS-Discovery (OASIS 1.1 and the drafts of 2005) with DPWS, ONVIF and IEEE 11073 SDC: devices say what they are.

Heard: Hello when a device joins 239.255.255.250:3702, Bye when it leaves, ProbeMatches and ResolveMatches as
answers to somebody. Medical devices of IEEE 11073 SDC are among them (11073-20702: mdpws:MedicalDevice), with
the place where they stand in a scope (11073-20701: facility, point of care, bed).

Asked: two Probes to a whole network, one for devices of DPWS (printers, Windows, NAS), one for ONVIF's cameras,
which need not be of DPWS. A Probe names one kind, for two kinds in one mean "both at once". Benign: Windows asks
the first whenever somebody opens "Network", and every viewer of cameras asks the second. Both are in the version
of April 2005, which these devices speak. SDC rests on version 1.1 of 2009, in other namespaces and under other
actions, so a device beside a patient is not spoken to and has nothing to answer. Prefixes are as Windows writes
them: there are devices that compare the text. A device that answers without its address (it would have to be asked
for it by one more multicast) is not asked further.

Scopes can name an operator, a workflow or an order as well, and so a person: only those of a list are kept,
and of a location only facility, building, floor, point of care, room and bed. Answers with several matches
come from a proxy, which speaks for others, and are not read. The XML may declare no entities.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from uuid import NAMESPACE_URL, uuid5
from xml.parsers import expat

from probes.charset import decoded
from probes.model import Ask, Impact, ParseError, Probe, Reading, Reply, Target, Via, reading
from probes.segment import readings_of

GROUP, PORT = "239.255.255.250", 3702
WAIT = 2.0
"""Seconds: a device waits up to half of one before it answers (APP_MAX_DELAY), and sends its answer twice."""
SOAP, ADDRESSING = (
    "http://www.w3.org/2003/05/soap-envelope",
    "http://schemas.xmlsoap.org/ws/2004/08/addressing",
)
DISCOVERY = "http://schemas.xmlsoap.org/ws/2005/04/discovery"
KINDS = (
    ("wsdp", "http://schemas.xmlsoap.org/ws/2006/02/devprof", "Device"),
    ("dn", "http://www.onvif.org/ver10/network/wsdl", "NetworkVideoTransmitter"),
)
"""What is asked for: prefix, namespace and name."""
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


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    """Readings of everyone who answers; Reading.host is always set."""
    found: list[Reading] = []
    for number, kind in enumerate(KINDS):
        question = probe_for(kind, message_id(target.nonce + number))
        replies = yield Ask(Via.MULTICAST, PORT, question, WAIT, group=GROUP)
        found += readings_of(replies, _read)
    return list(dict.fromkeys(found))


def message_id(number: int) -> str:
    """A name for one message that no other has (RFC 9562, 5.5), the same for the same number."""
    return uuid5(NAMESPACE_URL, f"daicho:{number}").urn


def probe_for(kind: tuple[str, str, str], message: str) -> bytes:
    """One Probe (WS-Discovery 2005/04, 5.2) for devices of a kind, as one datagram of one frame."""
    prefix, namespace, name = kind
    header = (
        "<wsa:To>urn:schemas-xmlsoap-org:ws:2005:04:discovery</wsa:To>"
        f"<wsa:Action>{DISCOVERY}/Probe</wsa:Action><wsa:MessageID>{message}</wsa:MessageID>"
    )
    body = f'<wsd:Probe><wsd:Types xmlns:{prefix}="{namespace}">{prefix}:{name}</wsd:Types></wsd:Probe>'
    return envelope(header, body, f' xmlns:wsd="{DISCOVERY}"')


def envelope(header: str, body: str, namespaces: str = "") -> bytes:
    """A SOAP 1.2 envelope with WS-Addressing of August 2004, prefixes as Windows writes them."""
    return (
        '<?xml version="1.0" encoding="utf-8"?>'
        f'<soap:Envelope xmlns:soap="{SOAP}" xmlns:wsa="{ADDRESSING}"{namespaces}>'
        f"<soap:Header>{header}</soap:Header><soap:Body>{body}</soap:Body></soap:Envelope>"
    ).encode("ascii")


def hear(message: bytes) -> list[Reading]:
    """One SOAP envelope that nobody asked for. Raises ParseError."""
    return _read(message, "")


def _read(message: bytes, peer: str) -> list[Reading]:
    """What an envelope says of its sender, `peer` ("": whom only the driver knows)."""
    sheet = _Sheet()
    parse(message, sheet.start, sheet.end, sheet.text)
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
    found = (reading(name, value[:LONGEST_WORD], peer) for name, value in dict.fromkeys(said))
    return [r for r in found if r.value]


def parse(
    message: bytes,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None],
    text: Callable[[str], None],
) -> None:
    """Reads one envelope through these handlers, names with their prefixes. Raises ParseError."""
    if len(message) > LONGEST_MESSAGE or not message.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        raise ParseError("no XML, or more than a datagram has room for")
    parser = expat.ParserCreate("utf-8")
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _no_doctype
    try:
        parser.Parse(message.rstrip(b"\0"), True)
    except expat.ExpatError as error:
        raise ParseError(f"not well-formed XML: {error}") from error


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
    impact=Impact.DATAGRAM,
    fields=frozenset({"wsd.type", "wsd.scope", "wsd.place", "wsd.uuid", "wsd.service"}),
    ports=frozenset({("udp", PORT)}),
    packets=3,  # none asked of it alone: the kernel's answer to its ARP, "port unreachable" to two late answers
    summary="Asks the link twice for printers, computers and cameras, and hears medical devices too (WS-Discovery).",
    talk=talk,
    hear=hear,
    suits=frozenset({"segment"}),
    heard_on=frozenset({("udp", PORT)}),
)
