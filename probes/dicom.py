"""DICOM: one association that proposes nothing but Verification, and its release (PS3.8, 9.3; PS3.7, annex D).

    A-ASSOCIATE-RQ ->   <- A-ASSOCIATE-AC | A-ASSOCIATE-RJ | A-ABORT      on accept: A-RELEASE-RQ ->   <- A-RELEASE-RP

No C-ECHO is sent, nothing is stored, queried or asked of any patient, and no title is guessed: "ANY-SCP"
is refused by a strict peer, and that too proves DICOM. The accept carries the implementation class UID and
version name of the peer's DICOM software: that names a toolkit, and only sometimes the device around it.

Every PDU: type, 0, length (u32), then `length` bytes. Items inside: type, 0, length (u16), content.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

from probes.cursor import Cursor
from probes.model import Ask, Impact, ParseError, Probe, Reading, Reply, Target, Via, reading
from probes.whole_answer import whole_answer

PORTS = (104, 11112)
"""Registered for DICOM; the second is only tried where the first gave no answer."""
NAMED_PORTS = (*PORTS, 4242, 5678, 11117)
"""Where DICOM is known to stand besides (Orthanc, Conquest, a second device of dcm4chee). One that the ledger, an
announcement or passing traffic names for the host is tried before all others. No further named port is: a PDU
would be nonsense to an HL7 engine or a data base there."""

CALLED, CALLING = b"ANY-SCP", b"DAICHO"
APPLICATION_CONTEXT = b"1.2.840.10008.3.1.1.1"
VERIFICATION = b"1.2.840.10008.1.1"
IMPLICIT_LITTLE_ENDIAN = b"1.2.840.10008.1.2"
IMPLEMENTATION_UID = b"2.25.292647329259565864803065595492673528384"
"""Ours: made from a random UUID (PS3.5, B.2), which belongs to nobody else."""
IMPLEMENTATION_VERSION = b"DAICHO_1"
MAXIMUM_LENGTH = 16384

ACCEPT, REJECT, RELEASE_REQUEST, ABORT = 2, 3, 5, 7
USER_INFORMATION, CLASS_UID, VERSION_NAME = 0x50, 0x52, 0x55
HEADER = 6
LONGEST_PDU = 16 * 1024
MOST_READS = 4
ZEROES = b"\0\0"
"""In the first bytes of every PDU that may come (its reserved byte and the high part of its length)."""

RESULTS = {1: "permanent", 2: "transient"}
SOURCES = {1: "user", 2: "provider-acse", 3: "provider-presentation"}
REASONS = {
    (1, 1): "no-reason-given",
    (1, 2): "application-context-not-supported",
    (1, 3): "calling-title-not-recognised",
    (1, 7): "called-title-not-recognised",
    (2, 1): "no-reason-given",
    (2, 2): "protocol-version-not-supported",
    (3, 1): "temporary-congestion",
    (3, 2): "local-limit-exceeded",
}
"""PS3.8, table 9-21: (source, reason)."""


@dataclass(frozen=True, slots=True)
class Accepted:
    implementation_uid: str
    implementation_version: str


@dataclass(frozen=True, slots=True)
class Rejected:
    result: int
    source: int
    reason: int

    def __str__(self) -> str:
        return "/".join(
            (
                RESULTS.get(self.result, str(self.result)),
                SOURCES.get(self.source, str(self.source)),
                REASONS.get((self.source, self.reason), str(self.reason)),
            )
        )


@dataclass(frozen=True, slots=True)
class Aborted:
    """The peer broke the association off, which only a DICOM peer does so."""


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    for port in _order(target):
        answer = yield from _associate(port)
        if not answer:
            continue
        if answer[0] == ACCEPT:  # before it is read: what we opened is closed in good order whatever it says
            yield Ask(Via.TCP, port, release_request(), wait=2.0, until=ZEROES)
        return [*readings(parse(answer)), reading("dicom.port", str(port))]
    return []


def _order(target: Target) -> tuple[int, ...]:
    """The ports to try until one answers: one that is named for the host, then the registered ones."""
    named = [port for port in NAMED_PORTS if ("tcp", port) in target.ports][:1]
    return tuple(dict.fromkeys((*named, *PORTS)))


def _associate(port: int) -> Generator[Ask, tuple[Reply, ...], bytes]:
    """Asks for the association; the whole PDU that answers, as far as it came, or b""."""
    question = Ask(Via.TCP, port, association_request(), wait=3.0, until=ZEROES)
    return (yield from whole_answer(question, missing, MOST_READS, ZEROES))


def association_request(called: bytes = CALLED, calling: bytes = CALLING) -> bytes:
    """A-ASSOCIATE-RQ (PS3.8, 9.3.2). Titles are at most 16 characters."""
    context = b"\x01\0\0\0" + _item(0x30, VERIFICATION) + _item(0x40, IMPLICIT_LITTLE_ENDIAN)
    user = (
        _item(0x51, MAXIMUM_LENGTH.to_bytes(4, "big"))
        + _item(CLASS_UID, IMPLEMENTATION_UID)
        + _item(VERSION_NAME, IMPLEMENTATION_VERSION)
    )
    body = b"\0\x01\0\0" + called.ljust(16) + calling.ljust(16) + bytes(32)
    body += _item(0x10, APPLICATION_CONTEXT) + _item(0x20, context) + _item(USER_INFORMATION, user)
    return b"\x01\0" + len(body).to_bytes(4, "big") + body


def release_request() -> bytes:
    """A-RELEASE-RQ (PS3.8, 9.3.6)."""
    return bytes([RELEASE_REQUEST, 0, 0, 0, 0, 4, 0, 0, 0, 0])


def _item(kind: int, content: bytes) -> bytes:
    return bytes([kind, 0]) + len(content).to_bytes(2, "big") + content


def missing(answer: bytes) -> int:
    """How many bytes of the PDU are still to come; 0 as well for what can never become one."""
    if answer[:1] not in (b"", b"\x02", b"\x03", b"\x07"):
        return 0
    if len(answer) < HEADER:
        return HEADER - len(answer)
    length = int.from_bytes(answer[2:HEADER], "big")
    return max(0, HEADER + length - len(answer)) if length <= LONGEST_PDU else 0


def parse(answer: bytes) -> Accepted | Rejected | Aborted:
    """The answer to an A-ASSOCIATE-RQ (PS3.8, 9.3.3, 9.3.4, 9.3.8). Raises ParseError."""
    cursor = Cursor(answer)
    kind = cursor.u8()
    cursor.skip(1)
    body = Cursor(cursor.take(cursor.u32()))
    if kind == ACCEPT:
        return _accepted(body)
    if kind == REJECT:
        body.skip(1)
        return Rejected(body.u8(), body.u8(), body.u8())
    if kind == ABORT:
        body.skip(4)
        return Aborted()
    raise ParseError(f"PDU type {kind} answers no association request")


def _accepted(body: Cursor) -> Accepted:
    body.skip(68)  # protocol version, and fields that only repeat the request
    uid = version = ""
    while body.left:
        kind, content = _next_item(body)
        if kind != USER_INFORMATION:
            continue
        user = Cursor(content)
        while user.left:
            kind, content = _next_item(user)
            if kind == CLASS_UID:
                uid = _text(content)
            elif kind == VERSION_NAME:
                version = _text(content)
    return Accepted(uid, version)


def _next_item(cursor: Cursor) -> tuple[int, bytes]:
    kind = cursor.u8()
    cursor.skip(1)
    return kind, cursor.take(cursor.u16())


def _text(content: bytes) -> str:
    """UIDs are padded with NUL by some makers, names with spaces (PS3.5, 9.1; PS3.7, D.3.3.2)."""
    return content.decode("ascii", "replace").strip("\0 ")


def readings(answer: Accepted | Rejected | Aborted) -> list[Reading]:
    match answer:
        case Accepted(uid, version):
            found = [
                reading("dicom.result", "accepted"),
                reading("dicom.implementation_uid", uid),
                reading("dicom.implementation_version", version),
            ]
            return [r for r in found if r.value]
        case Rejected():
            return [reading("dicom.result", "rejected"), reading("dicom.reject", str(answer))]
        case Aborted():
            return [reading("dicom.result", "aborted")]


PROBE = Probe(
    name="dicom",
    impact=Impact.CONNECT,
    fields=frozenset(
        {
            "dicom.result",
            "dicom.implementation_uid",
            "dicom.implementation_version",
            "dicom.reject",
            "dicom.port",
        }
    ),
    ports=frozenset({("tcp", 0), *(("tcp", port) for port in PORTS)}),
    packets=20,
    summary="opens one DICOM association for Verification and releases it; a port that is named, 104, else 11112",
    talk=talk,
    suits=frozenset({"unknown", "medical", "server", "terminal"}),
)
