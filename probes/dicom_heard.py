"""DICOM associations that others open (PS3.8, 9.3; PS3.7, annex D): titles, toolkits and what a node wants to do.

Heard, never asked, on any port. The request names both ends and the kinds of object that the caller proposes,
by which a modality differs from an archive: who offers images of one kind alone, and asks for none, makes them. Both
sides name their DICOM software. A refusal is read too, for it proves that DICOM is spoken there. What is exchanged
afterwards (P-DATA) is images and patients, and nothing is read of it.

A piece of a stream that begins otherwise is no beginning of an association. A long request is cut by the
network's packet size: what came is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probes.cursor import Cursor
from probes.model import Impact, ParseError, Probe, Reading, reading

REQUEST, ACCEPT, REJECT = 1, 2, 3
REJECTION = re.compile(rb"\x03\0\0\0\0\x04\0[\1\2][\1-\3][\1-\x0a]")
"""A-ASSOCIATE-RJ: result, source, reason (PS3.8, 9.3.4), and nothing else."""
LONGEST_PDU = 1 << 20
ITEMS_AT = 74
APPLICATION, CONTEXT, USER = 0x10, 0x20, 0x50
ABSTRACT, CLASS_UID, VERSION_NAME = 0x30, 0x52, 0x55
MOST_ITEMS = 300
MOST_PROPOSED = 40
TITLE_LENGTH = 16

STORAGE = "1.2.840.10008.5.1.4.1.1."
MADE_BY = {
    "1": "cr-dr", "1.1": "cr-dr", "1.2": "mammography", "1.3": "dental", "2": "ct", "3": "ultrasound", "4": "mr",
    "6": "ultrasound", "9": "ecg", "12.1": "angiography", "12.2": "fluoroscopy", "13.1.3": "mammography",
    "20": "nuclear", "77.1.1": "endoscopy", "77.1.5": "ophthalmic", "77.1.6": "pathology", "128": "nuclear",
    "130": "nuclear", "481": "radiotherapy",
}  # fmt: skip
"""Storage class below STORAGE (PS3.4, B.5), the longest that fits -> the kind of device that makes such objects."""
COMPANIONS = ("7", "11", "66", "88", "104")
"""What any of them sends besides: secondary captures, presentation states, segments, reports, documents."""
RETRIEVAL = ("1.2.840.10008.5.1.4.1.2.",)
"""Who asks for images is a workstation or an archive."""


def hear(payload: bytes) -> list[Reading]:
    """One piece of a stream. Raises ParseError where an association begins and contradicts itself."""
    if REJECTION.fullmatch(payload):
        return [reading("dicom.result", "rejected")]
    if not begins_association(payload):
        return []
    said = [("dicom.result", "accepted")] if payload[0] == ACCEPT else []
    if payload[0] == REQUEST:
        said.append(("dicom.calls", _text(payload[10 : 10 + TITLE_LENGTH])))
        said.append(("dicom.title", _text(payload[26 : 26 + TITLE_LENGTH])))
    proposed: list[str] = []
    for kind, content in _items(payload[ITEMS_AT:]):
        if kind == CONTEXT and payload[0] == REQUEST:
            proposed += [_text(uid) for sub, uid in _items(content[4:]) if sub == ABSTRACT]
        elif kind == USER:
            for sub, value in _items(content):
                if sub == CLASS_UID:
                    said.append(("dicom.implementation_uid", _text(value)))
                elif sub == VERSION_NAME:
                    said.append(("dicom.implementation_version", _text(value)))
    said += [("dicom.proposes", uid) for uid in dict.fromkeys(proposed[:MOST_PROPOSED])]
    if int.from_bytes(payload[2:6], "big") + 6 <= len(
        payload
    ):  # of a request that goes on, the rest may be other kinds
        said.append(("dicom.sends", maker_of(proposed)))
    return [r for name, value in said if (r := reading(name, value)).value]


def maker_of(proposed: list[str]) -> str:
    """The one kind of device that makes all that is proposed, or "" where there is none or more than one."""
    kinds = set()
    for uid in proposed:
        if uid.startswith(RETRIEVAL):
            return ""
        below = uid.removeprefix(STORAGE)
        if below == uid or below.split(".")[0] in COMPANIONS:
            continue
        kinds.add(next((kind for known, kind in _LONGEST_FIRST if f"{below}.".startswith(f"{known}.")), ""))
    return kinds.pop() if len(kinds) == 1 else ""


_LONGEST_FIRST = sorted(MADE_BY.items(), key=lambda entry: -len(entry[0]))


def begins_association(payload: bytes) -> bool:
    """Type, 0, a length that could be, protocol version 1, and the application context where it must be."""
    return (
        len(payload) > ITEMS_AT
        and payload[0] in (REQUEST, ACCEPT)
        and payload[1] == 0
        and ITEMS_AT - 6 <= int.from_bytes(payload[2:6], "big") <= LONGEST_PDU
        and payload[6:8] == b"\0\x01"
        and payload[ITEMS_AT] == APPLICATION
    )


def _items(octets: bytes) -> Iterator[tuple[int, bytes]]:
    """Type, 0, length, content; one that was cut off ends the reading."""
    cursor = Cursor(octets)
    for _ in range(MOST_ITEMS):
        if cursor.left < 4:
            return
        kind, reserved, size = cursor.u8(), cursor.u8(), cursor.u16()
        if reserved:
            raise ParseError(f"an item {kind:#04x} whose second byte is {reserved}")
        if size > cursor.left:
            return
        yield kind, cursor.take(size)


def _text(octets: bytes) -> str:
    """Titles are padded with spaces, UIDs with NUL."""
    return octets[:64].decode("ascii", "replace").strip("\0 ")


PROBE = Probe(
    name="dicom_heard",
    impact=Impact.LISTEN,
    fields=frozenset(
        {
            "dicom.title",
            "dicom.calls",
            "dicom.proposes",
            "dicom.sends",
            "dicom.result",
            "dicom.implementation_uid",
            "dicom.implementation_version",
        }
    ),
    ports=frozenset(),
    packets=1,
    summary="Hears DICOM associations begin: titles, software, kinds of object; nothing of what is exchanged.",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("tcp", 0)}),
)
