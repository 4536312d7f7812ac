"""Certificates: the library `cryptography` is the oracle for sound ones; the rest is what it refuses."""

from __future__ import annotations

import ipaddress
from datetime import UTC, datetime

import pytest
from cryptography import x509 as oracle
from cryptography.hazmat.primitives.asymmetric import dsa, ec, ed25519, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID
from hypothesis import given, settings
from hypothesis import strategies as st

from probes.model import ParseError
from probes.x509 import certificate

SIGNER = ec.derive_private_key(7, ec.SECP256R1())
BEFORE, AFTER = datetime(2019, 5, 1, 9, 30, 15, tzinfo=UTC), datetime(2051, 12, 31, 23, 59, 59, tzinfo=UTC)
KINDS = (
    NameOID.COMMON_NAME,
    NameOID.ORGANIZATION_NAME,
    NameOID.ORGANIZATIONAL_UNIT_NAME,
    NameOID.LOCALITY_NAME,
    NameOID.STATE_OR_PROVINCE_NAME,
    NameOID.DOMAIN_COMPONENT,
)
TEXT = st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=20)
NAMES = st.lists(st.tuples(st.sampled_from(KINDS), TEXT), min_size=1, max_size=4)


def made(
    subject: oracle.Name, serial: int = 5, key: object = None, names: tuple[oracle.GeneralName, ...] = ()
) -> oracle.Certificate:
    public = key.public_key() if key else SIGNER.public_key()  # type: ignore[attr-defined]
    builder = oracle.CertificateBuilder(oracle.Name([]), subject, public, serial, BEFORE, AFTER)
    if names:
        builder = builder.add_extension(oracle.BasicConstraints(ca=False, path_length=None), critical=True)
        builder = builder.add_extension(oracle.SubjectAlternativeName(names), critical=False)
    return builder.sign(SIGNER, SHA256())


def der(sound: oracle.Certificate) -> bytes:
    return sound.public_bytes(Encoding.DER)


@settings(max_examples=60)
@given(NAMES, st.integers(1, 2**159))
def test_agrees_with_the_library(parts: list[tuple[oracle.ObjectIdentifier, str]], serial: int) -> None:
    sound = made(oracle.Name([oracle.NameAttribute(oid, text) for oid, text in parts]), serial)
    read = certificate(der(sound))
    assert _plain(read.subject) == _plain(sound.subject.rfc4514_string())
    assert (read.issuer, read.serial, read.key) == ("", f"{serial:x}", "ec secp256r1")
    assert (read.not_before, read.not_after) == ("2019-05-01T09:30:15Z", "2051-12-31T23:59:59Z")


def _plain(name: str) -> str:
    """Escapes taken out: RFC 4514 leaves some to the writer."""
    return name.replace("\\", "")


KEYS = [
    ("rsa 1024", rsa.generate_private_key(65537, 1024)),
    ("ec secp384r1", ec.derive_private_key(9, ec.SECP384R1())),
    ("ec 1.3.36.3.3.2.8.1.1.7", ec.derive_private_key(9, ec.BrainpoolP256R1())),
    ("ed25519", ed25519.Ed25519PrivateKey.from_private_bytes(bytes(32))),
    ("dsa", dsa.generate_private_key(1024)),
]


@pytest.mark.parametrize(("kind", "key"), KEYS, ids=[kind for kind, _ in KEYS])
def test_key(kind: str, key: object) -> None:
    assert certificate(der(made(oracle.Name([]), key=key))).key == kind


def test_alternative_names() -> None:
    names = (
        oracle.DNSName("a.example"),
        oracle.IPAddress(ipaddress.ip_address("192.0.2.1")),
        oracle.DirectoryName(oracle.Name([])),
        oracle.IPAddress(ipaddress.ip_address("2001:db8::1")),
        oracle.RFC822Name("it@a.example"),
    )
    read = certificate(der(made(oracle.Name([]), names=names)))
    assert read.names == "a.example 192.0.2.1 2001:db8::1 it@a.example"


def test_several_values_in_one_part() -> None:
    together = oracle.RelativeDistinguishedName(
        [oracle.NameAttribute(NameOID.COMMON_NAME, "a"), oracle.NameAttribute(NameOID.SERIAL_NUMBER, "1,2")]
    )
    assert certificate(der(made(oracle.Name([together])))).subject in (
        r"CN=a+serialNumber=1\,2",
        r"serialNumber=1\,2+CN=a",
    )


SOUND = der(
    made(
        oracle.Name(
            [
                oracle.NameAttribute(NameOID.COUNTRY_NAME, "JP"),
                oracle.NameAttribute(NameOID.COMMON_NAME, "abcdef"),
            ]
        ),
        serial=0x7F01,
        names=(oracle.DNSName("a.example"),),
    )
)
ODD = [
    ("negative serial number", b"\x02\x02\x7f\x01", b"\x02\x02\xff\x01", "serial", "-ff"),
    ("Shift_JIS in an UTF8String", b"abcdef", "検査室".encode("cp932"), "subject", "CN=検査室,C=JP"),
    ("Latin-1 in a TeletexString", b"\x0c\x06abcdef", b"\x14\x06Ger\xe4t.", "subject", "CN=Gerät.,C=JP"),
    (
        "UTF-16 in a BMPString",
        b"\x0c\x06abcdef",
        b"\x1e\x06" + "検査室".encode("utf-16-be"),
        "subject",
        "CN=検査室,C=JP",
    ),
    ("a country that is none", b"\x13\x02JP", b"\x13\x02\xff?", "subject", "CN=abcdef,C=ÿ?"),
    ("a time that is none", b"190501093015Z", b"19-5-1 9:30 Z", "not_before", ""),
    (
        "an unknown attribute",
        b"\x06\x03\x55\x04\x03",
        b"\x06\x03\x55\x04\x63",
        "subject",
        "2.5.4.99=abcdef,C=JP",
    ),
    ("names that end early", b"\x30\x0b\x82\x09a.example", b"\x30\x0b\x82\x0aa.example", "names", ""),
]


@pytest.mark.parametrize(("sound", "odd", "part", "wanted"), [o[1:] for o in ODD], ids=[o[0] for o in ODD])
def test_odd_part_hides_no_other(sound: bytes, odd: bytes, part: str, wanted: str) -> None:
    assert SOUND.count(sound) == 1 and len(sound) == len(odd)
    read, before = certificate(SOUND.replace(sound, odd)), certificate(SOUND)
    assert getattr(read, part) == wanted != getattr(before, part)
    others = [name for name in before.__slots__ if name != part]
    assert [getattr(read, name) for name in others] == [getattr(before, name) for name in others]


@pytest.mark.parametrize(
    "other",
    [b"", b"\x30", b"\x30\x00", b"\x30\x80\x00\x00", b"\x30\x84\xff\xff\xff\xff", SOUND[:-1], b"x" + SOUND],
)
def test_what_is_no_certificate_is_refused(other: bytes) -> None:
    with pytest.raises(ParseError):
        certificate(other)
