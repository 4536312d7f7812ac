"""LDAP: what a directory server says of itself in its root entry (RFC 4512, 5.1; RFC 3045; [MS-ADTS] 3.1.1.3.2).

    SearchRequest ->   <- SearchResultEntry <- SearchResultDone      (RFC 4511, 4.5; BER: X.690)

One search of the one entry that has no name and describes the server, for anybody to read before a login. No bind is
sent, no other entry is asked for, and only attributes of the server are named: program, version, functional level,
the server's own DNS name. Of what the directory holds, people and passwords, nothing is asked.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from types import MappingProxyType
from typing import TypeAlias

from probes.ber import element
from probes.charset import guessed
from probes.cursor import Cursor
from probes.model import Ask, Impact, ParseError, Probe, Reading, Reply, Target, Via, reading

PORT = 389
INTEGER, OCTET_STRING, ENUMERATED, SEQUENCE, SET = 0x02, 0x04, 0x0A, 0x30, 0x31
SEARCH, ENTRY, DONE, PRESENT = 0x63, 0x64, 0x65, 0x87
BASE_OBJECT, NEVER_DEREFERENCE = 0, 0
LONGEST_ANSWER = 16 * 1024
MOST_MESSAGES, MOST_ATTRIBUTES, MOST_VALUES = 8, 64, 64
MOST_READS = 3
END = b"\x04\x00\x04\x00"
"""Of a SearchResultDone: no name matched, and nothing to tell a person."""

ATTRIBUTES = (
    "objectClass",
    "structuralObjectClass",
    "vendorName",
    "vendorVersion",
    "dsaVersion",
    "supportedCapabilities",
    "domainControllerFunctionality",
    "dnsHostName",
    "ldapServiceName",
)
FIELDS: Mapping[str, str] = MappingProxyType({
    "objectclass": "ldap.class",
    "structuralobjectclass": "ldap.class",
    "vendorname": "ldap.vendor",
    "vendorversion": "ldap.version",
    "dsaversion": "ldap.version",
    "supportedcapabilities": "ldap.capabilities",
    "domaincontrollerfunctionality": "ldap.level",
    "dnshostname": "ldap.server",
    "ldapservicename": "ldap.service_name",
})  # fmt: skip
"""Attribute, whose case means nothing (RFC 4512, 2.5), -> our field."""
RESULTS: Mapping[int, str] = MappingProxyType({
    0: "success", 1: "operationsError", 2: "protocolError", 8: "strongerAuthRequired", 13: "confidentialityRequired",
    32: "noSuchObject", 48: "inappropriateAuthentication", 49: "invalidCredentials", 50: "insufficientAccessRights",
    51: "busy", 52: "unavailable", 53: "unwillingToPerform",
})  # fmt: skip
"""RFC 4511, 4.1.9."""

Attributes: TypeAlias = Mapping[str, tuple[str, ...]]


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    answer, payload = b"", search_request()
    for _ in range(MOST_READS):
        replies = yield Ask(Via.TCP, PORT, payload, wait=3.0, until=END)
        answer += b"".join(reply.payload for reply in replies)
        payload = b""
        if not replies or END in answer or len(answer) >= LONGEST_ANSWER:
            break
    return parse(answer) if answer else []


def search_request() -> bytes:
    """Base object "", one entry within five seconds, filter (objectClass=*) (RFC 4511, 4.5.1)."""
    wanted = b"".join(element(OCTET_STRING, name.encode()) for name in ATTRIBUTES)
    search = (
        element(OCTET_STRING, b"")
        + element(ENUMERATED, bytes([BASE_OBJECT]))
        + element(ENUMERATED, bytes([NEVER_DEREFERENCE]))
        + element(INTEGER, b"\x01")
        + element(INTEGER, b"\x05")
        + b"\x01\x01\x00"  # values too, not types alone
        + element(PRESENT, b"objectClass")
        + element(SEQUENCE, wanted)
    )
    return element(SEQUENCE, element(INTEGER, b"\x01") + element(SEARCH, search))


def parse(answer: bytes) -> list[Reading]:
    """The messages that answer the search. Raises ParseError where the first is none, or an entry is not whole."""
    cursor = Cursor(answer[:LONGEST_ANSWER])
    entry: Attributes = {}
    result = ""
    for number in range(MOST_MESSAGES):
        if not cursor.left or result:
            break
        try:
            message = Cursor(_element(cursor, SEQUENCE))
            _element(message, INTEGER)
            kind, content = _any_element(message)
        except ParseError:
            if number == 0:
                raise
            break
        if kind == ENTRY:
            entry = dict(_attributes(Cursor(content)))
        elif kind == DONE:
            code = int.from_bytes(_element(Cursor(content), ENUMERATED)[:4], "big")
            result = RESULTS.get(code, str(code))
        elif number == 0:
            raise ParseError(f"an LDAP message of tag {kind:#04x}, which answers no search")
    return [*readings(entry), reading("ldap.result", result or "cut short")]


def readings(entry: Attributes) -> list[Reading]:
    """The fields of a root entry; attribute -> values.

    A functional level is one of Windows, so it is read where no other maker names himself: Samba claims one too.
    """
    told: dict[str, list[str]] = {}
    for name, values in entry.items():
        if field := FIELDS.get(name.casefold()):
            told.setdefault(field, []).extend(value for value in values if value.strip())
    if "ldap.vendor" in told:
        told.pop("ldap.level", None)
    return [reading(field, " ".join(dict.fromkeys(values))) for field, values in told.items() if values]


def _attributes(entry: Cursor) -> Iterator[tuple[str, tuple[str, ...]]]:
    """PartialAttributeList (RFC 4511, 4.1.7 and 4.5.2)."""
    _element(entry, OCTET_STRING)
    attributes = Cursor(_element(entry, SEQUENCE))
    for _ in range(MOST_ATTRIBUTES):
        if not attributes.left:
            break
        attribute = Cursor(_element(attributes, SEQUENCE))
        name = guessed(_element(attribute, OCTET_STRING))
        yield name, tuple(_values(Cursor(_element(attribute, SET))))


def _values(values: Cursor) -> Iterator[str]:
    for _ in range(MOST_VALUES):
        if not values.left:
            break
        yield guessed(_element(values, OCTET_STRING))


def _element(cursor: Cursor, wanted: int) -> bytes:
    tag, content = _any_element(cursor)
    if tag != wanted:
        raise ParseError(f"BER: tag {wanted:#04x} expected, {tag:#04x} found")
    return content


def _any_element(cursor: Cursor) -> tuple[int, bytes]:
    """(tag, content) of the next element (X.690, 8.1; lengths of up to four bytes, as RFC 4511, 5.1 has them)."""
    tag, length = cursor.u8(), cursor.u8()
    if length >= 0x80:
        if not 1 <= length & 0x7F <= 4:
            raise ParseError(f"BER: a length in {length & 0x7F} bytes")
        length = int.from_bytes(cursor.take(length & 0x7F), "big")
    return tag, cursor.take(length)


PROBE = Probe(
    name="ldap",
    impact=Impact.CONNECT,
    fields=frozenset({*FIELDS.values(), "ldap.result"}),
    ports=frozenset({("tcp", PORT)}),
    packets=14,
    summary="reads the one entry in which a directory server describes itself; no login, nobody's entry is asked for",
    talk=talk,
    suits=frozenset({"server"}),
    worth=3,
)
