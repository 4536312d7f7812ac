"""What stand-ins say by themselves, to nobody's question: pure functions from a host to one packet's payload.

Bedside devices are often known by nothing else. Written from the documents that each function cites, and not
with the parsers of the probes, so that a shared misreading cannot hide. Nothing here is of a patient.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

EPOCH_1900 = 2_208_988_800
NOW = 1_764_115_200
"""Seconds since 1970 on every stand-in's clock."""

VERIFICATION, WORKLIST = "1.2.840.10008.1.1", "1.2.840.10008.5.1.4.31"
COMPUTED_RADIOGRAPHY = "1.2.840.10008.5.1.4.1.1.1"
IMPLICIT = "1.2.840.10008.1.2"


@dataclass(frozen=True, slots=True)
class Utterance:
    """kind: a key of SAYS.  every: seconds.  to, port: whom a stream is opened to; "" where it is broadcast.

    values: what the kind needs besides, such as the room of a central station.
    """

    kind: str
    every: float
    to: str = ""
    port: int = 0
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Spoken:
    """transport: "udp" is a broadcast; "tcp" opens a stream, says it, and waits for an answer.  ends: what is
    said before the stream closes, "" for nothing."""

    transport: str
    port: int
    payload: bytes
    ends: bytes = b""


Says: TypeAlias = Callable[[Mapping[str, str], str, str], Spoken]


def spoken(utterance: Utterance, mac: str, ip: str) -> Spoken:
    """What a host with this MAC and address says."""
    said = SAYS[utterance.kind](dict(utterance.values), mac, ip)
    return said if not utterance.port else Spoken(said.transport, utterance.port, said.payload, said.ends)


def _octets(mac: str, ip: str) -> tuple[bytes, bytes]:
    return bytes.fromhex(mac.replace(":", "")), bytes(int(part) for part in ip.split("."))


def intellivue(values: Mapping[str, str], mac: str, ip: str) -> Spoken:
    """Connect Indication (Philips, Data Export Interface Programming Guide, "Connect Indication Event")."""
    hardware, address = _octets(mac, ip)
    attributes = [
        (0x0986, struct.pack(">HH", 1, 33)),
        (0xF101, struct.pack(">HH", 1, 8) + struct.pack(">HHHH", 5, 1, 24105, 0)),
        (0xF100, hardware + address + bytes([255, 255, 255, 0])),
    ]
    listed = b"".join(struct.pack(">HH", kind, len(value)) + value for kind, value in attributes)
    attribute_list = struct.pack(">HH", len(attributes), len(listed)) + listed
    event = struct.pack(">HHHIHH", 33, 0, 0, 0, 3334, len(attribute_list)) + attribute_list
    command = struct.pack(">HHH", 0, 1, len(event)) + event
    return Spoken("udp", 24005, bytes([0, 0, 1, 0]) + struct.pack(">HH", 1, len(command)) + command)


def ge_time(values: Mapping[str, str], mac: str, ip: str) -> Spoken:
    """The master's clock (Vocera, CARESCAPE Network Adapter Configuration Guide 1.3), 64 bytes."""
    message = bytearray(64)
    message[6:10] = _octets(mac, ip)[1]
    message[24:31] = values["unit"].encode().ljust(7, b"\0")
    message[31:37] = values["room"].encode().ljust(6, b"\0")
    message[60:64] = (NOW + EPOCH_1900).to_bytes(4, "big")
    return Spoken("udp", 2000, bytes(message))


def dhcp(values: Mapping[str, str], mac: str, ip: str) -> Spoken:
    """DHCPREQUEST of a client that renews by broadcast (RFC 2131, 4.3.2 REBINDING; options of RFC 2132)."""
    hardware, address = _octets(mac, ip)
    fixed = struct.pack(">BBBBIHH", 1, 1, 6, 0, 0x77000000, 0, 0) + address + bytes(12)
    options = b"\x63\x82\x53\x63\x35\x01\x03"
    for code, key in ((12, "hostname"), (60, "vendor_class")):
        if text := values.get(key, "").encode():
            options += bytes([code, len(text)]) + text
    options += bytes([55, 4, 1, 3, 6, 15, 255])
    return Spoken("udp", 67, fixed + hardware.ljust(16, b"\0") + bytes(192) + options)


def hl7(values: Mapping[str, str], mac: str, ip: str) -> Spoken:
    """One message header in MLLP (HL7 v2.5.1, 2.14.9 MSH; MLLP release 1): a query about equipment, no patient."""
    names = (values["application"], values["facility"], values["receiver"], values["receiving_facility"])
    header = f"MSH|^~\\&|{'|'.join(names)}|20251126000000||ESU^U01|1|P|2.5.1\r"
    return Spoken("tcp", 2575, b"\x0b" + header.encode() + b"\x1c\r")


def dicom(values: Mapping[str, str], mac: str, ip: str) -> Spoken:
    """A-ASSOCIATE-RQ of a modality (DICOM PS3.8, 9.3.2; PS3.7, D.3.3.2) that wants its worklist; then A-RELEASE-RQ."""
    contexts = b"".join(
        _item(0x20, bytes([2 * i + 1, 0, 0, 0]) + _item(0x30, uid.encode()) + _item(0x40, IMPLICIT.encode()))
        for i, uid in enumerate((VERIFICATION, WORKLIST, COMPUTED_RADIOGRAPHY))
    )
    user = _item(0x51, (16384).to_bytes(4, "big")) + _item(0x52, values["implementation_class"].encode())
    user += _item(0x55, values["implementation_version"].encode())
    body = b"\x00\x01\x00\x00" + values["calls"].encode().ljust(16) + values["title"].encode().ljust(16)
    body += bytes(32) + _item(0x10, b"1.2.840.10008.3.1.1.1") + contexts + _item(0x50, user)
    request = b"\x01\x00" + len(body).to_bytes(4, "big") + body
    return Spoken("tcp", 104, request, b"\x05\x00\x00\x00\x00\x04" + bytes(4))


def _item(kind: int, value: bytes) -> bytes:
    return bytes([kind, 0]) + len(value).to_bytes(2, "big") + value


SAYS: Mapping[str, Says] = {
    "intellivue": intellivue,
    "ge-time": ge_time,
    "dhcp": dhcp,
    "hl7": hl7,
    "dicom": dicom,
}
