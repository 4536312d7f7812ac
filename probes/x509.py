"""X.509 certificates as they are met (RFC 5280; DER: X.690): what each says of itself, not whether it is valid.

Our own reading, because a validating library refuses a whole certificate for one string that is not of the
type it claims, a serial number of the wrong sign or a country of three letters, and equipment is full of
these: a factory certificate written once, with a maker's tool, years ago. Issuer, validity and subject must
be there, or it is no certificate; key and alternative names are left out where they cannot be read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from ipaddress import ip_address

from probes.charset import guessed
from probes.cursor import Cursor
from probes.model import ParseError

INTEGER, BIT_STRING, OCTET_STRING, OID, SEQUENCE, SET = 0x02, 0x03, 0x04, 0x06, 0x30, 0x31
UTC_TIME, GENERALIZED_TIME, BMP_STRING, UNIVERSAL_STRING = 0x17, 0x18, 0x1E, 0x1C
VERSION, EXTENSIONS = 0xA0, 0xA3
MAIL, DNS, URI, ADDRESS = 0x81, 0x82, 0x86, 0x87
"""Tags of the alternative names that are read (RFC 5280, 4.2.1.6)."""

ALTERNATIVE_NAME = "2.5.29.17"
RSA, EC = "1.2.840.113549.1.1.1", "1.2.840.10045.2.1"
KEYS = {"1.2.840.10040.4.1": "dsa", "1.3.101.112": "ed25519", "1.3.101.113": "ed448"}
CURVES = {
    "1.2.840.10045.3.1.7": "secp256r1",
    "1.3.132.0.34": "secp384r1",
    "1.3.132.0.35": "secp521r1",
    "1.3.132.0.10": "secp256k1",
}
ATTRIBUTES = {
    "2.5.4.3": "CN",
    "2.5.4.5": "serialNumber",
    "2.5.4.6": "C",
    "2.5.4.7": "L",
    "2.5.4.8": "ST",
    "2.5.4.9": "STREET",
    "2.5.4.10": "O",
    "2.5.4.11": "OU",
    "0.9.2342.19200300.100.1.1": "UID",
    "0.9.2342.19200300.100.1.25": "DC",
    "1.2.840.113549.1.9.1": "emailAddress",
}
"""Short names of RFC 4514, 3, and two more that certificates of equipment use; others show as their OID."""

_TIME = re.compile(rb"(?P<year>\d{2}|\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?Z")


@dataclass(frozen=True, slots=True)
class Certificate:
    """subject, issuer: as RFC 4514 writes them, the last part first.  names: alternative names, joined
    by a space.  not_before, not_after: UTC, ISO 8601.  serial: hexadecimal, perhaps negative.  key:
    kind and size, such as "rsa 2048", or the OID of its kind.  Empty where it cannot be read."""

    subject: str
    issuer: str
    names: str
    not_before: str
    not_after: str
    serial: str
    key: str


def certificate(der: bytes) -> Certificate:
    """Reads one certificate. Raises ParseError where it is none."""
    tbs = Cursor(_element(Cursor(_element(Cursor(der), SEQUENCE)), SEQUENCE))
    tag, serial = _any_element(tbs)
    if tag == VERSION:  # left out in X.509 v1
        tag, serial = _any_element(tbs)
    if tag != INTEGER:
        raise ParseError(f"a serial number of tag {tag:#04x}")
    _element(tbs, SEQUENCE)  # the algorithm of the signature
    issuer = _element(tbs, SEQUENCE)
    validity = Cursor(_element(tbs, SEQUENCE))
    subject = _element(tbs, SEQUENCE)
    return Certificate(
        subject=_name(subject),
        issuer=_name(issuer),
        not_before=_moment(*_any_element(validity)),
        not_after=_moment(*_any_element(validity)),
        serial=f"{int.from_bytes(serial, 'big', signed=True):x}",
        key=_part(lambda: _key(Cursor(_element(tbs, SEQUENCE)))),
        names=_part(lambda: " ".join(_alternative_names(tbs))),
    )


def _part(read: Callable[[], str]) -> str:
    """What `read` gives, or "" where this part of the certificate is beyond reading."""
    try:
        return read()
    except ParseError:
        return ""


def _moment(tag: int, value: bytes) -> str:
    """UTCTime or GeneralizedTime (RFC 5280, 4.1.2.5); years of two digits are 1950 to 2049."""
    found = _TIME.fullmatch(value)
    if not found or tag not in (UTC_TIME, GENERALIZED_TIME):
        return ""
    year, *rest = (int(part or b"0") for part in found.groups())
    if len(found["year"]) == 2:
        year += 1900 if year >= 50 else 2000
    return "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z".format(year, *rest)


def _name(data: bytes) -> str:
    """A Name (RFC 5280, 4.1.2.4) in the order and with the escapes of RFC 4514."""
    sets, parts = Cursor(data), []
    while sets.left:
        pairs, together = Cursor(_element(sets, SET)), []
        while pairs.left:
            pair = Cursor(_element(pairs, SEQUENCE))
            oid = _dotted(_element(pair, OID))
            together.append(f"{ATTRIBUTES.get(oid, oid)}={_escaped(_string(*_any_element(pair)))}")
        parts.append("+".join(together))
    return ",".join(reversed(parts))


def _string(tag: int, value: bytes) -> str:
    """A DirectoryString of any kind. Old and embedded authorities put any bytes into any of them."""
    if tag == BMP_STRING:
        return value.decode("utf-16-be", "replace")
    if tag == UNIVERSAL_STRING:
        return value.decode("utf-32-be", "replace")
    return guessed(value)


def _escaped(text: str) -> str:
    """RFC 4514, 2.4."""
    out = "".join(f"\\{c}" if c in ',+"\\<>;' else c for c in text)
    out = f"\\{out}" if out[:1] in ("#", " ") else out
    return f"{out[:-1]}\\ " if len(out) > 1 and out.endswith(" ") else out


def _key(info: Cursor) -> str:
    """SubjectPublicKeyInfo (RFC 5280, 4.1.2.7; RFC 3279, 2.3; RFC 5480, 2.1.1)."""
    algorithm = Cursor(_element(info, SEQUENCE))
    kind = _dotted(_element(algorithm, OID))
    if kind == EC:
        curve = _dotted(_element(algorithm, OID))
        return f"ec {CURVES.get(curve, curve)}"
    if kind != RSA:
        return KEYS.get(kind, kind)
    bits = Cursor(_element(info, BIT_STRING))
    bits.skip(1)
    modulus = _element(Cursor(_element(bits, SEQUENCE)), INTEGER)
    return f"rsa {int.from_bytes(modulus, 'big').bit_length()}"


def _alternative_names(tbs: Cursor) -> Iterator[str]:
    """From what follows the key: extensions are the last part, after two optional identifiers."""
    while tbs.left:
        tag, content = _any_element(tbs)
        if tag != EXTENSIONS:
            continue
        extensions = Cursor(_element(Cursor(content), SEQUENCE))
        while extensions.left:
            extension = Cursor(_element(extensions, SEQUENCE))
            if _dotted(_element(extension, OID)) != ALTERNATIVE_NAME:
                continue
            kind, value = _any_element(extension)
            if kind != OCTET_STRING:  # critical BOOLEAN comes first
                value = _element(extension, OCTET_STRING)
            names = Cursor(_element(Cursor(value), SEQUENCE))
            while names.left:
                tag, value = _any_element(names)
                if tag in (MAIL, DNS, URI):
                    yield guessed(value)
                elif tag == ADDRESS and len(value) in (4, 16):
                    yield str(ip_address(value))


def _dotted(data: bytes) -> str:
    """An object identifier (X.690, 8.19). Numbers have up to 140 bits: some are made from UUIDs."""
    numbers, number = [], 0
    for byte in data:
        number = number << 7 | byte & 0x7F
        if number >> 140:
            raise ParseError("an object identifier with a number beyond all bounds")
        if byte < 0x80:
            numbers.append(number)
            number = 0
    if not numbers:
        raise ParseError("an empty object identifier")
    first = min(numbers[0] // 40, 2)
    return ".".join(map(str, (first, numbers[0] - 40 * first, *numbers[1:])))


def _element(cursor: Cursor, wanted: int) -> bytes:
    tag, content = _any_element(cursor)
    if tag != wanted:
        raise ParseError(f"DER: tag {wanted:#04x} expected, {tag:#04x} found")
    return content


def _any_element(cursor: Cursor) -> tuple[int, bytes]:
    """(tag, content) of the next element (X.690, 8.1; lengths of up to four bytes)."""
    tag, length = cursor.u8(), cursor.u8()
    if length >= 0x80:
        if not 1 <= length & 0x7F <= 4:
            raise ParseError(f"DER: a length in {length & 0x7F} bytes")
        length = int.from_bytes(cursor.take(length & 0x7F), "big")
    return tag, cursor.take(length)
