"""Serial protocols of medical devices inside TCP: which device stands behind a serial-device server.

Heard, never asked, on any port. A ventilator or monitor with a serial port alone hangs on a small box that passes
its bytes on; the network sees the box and nothing of the device. The first bytes of a piece of its stream say
which protocol it speaks, and so whose device it is. Nothing else is kept: what follows is a patient's.

Read is only what the device sends; what is sent to it would name the wrong end. Each protocol must prove itself
by its frame: length, checksum or fixed text. Sources: Dräger, "Medibus for Dräger intensive care devices" (frame:
SOH, code, data, sum in two hex digits, CR); GE Datex-Ohmeda, "S/5 Computer Interface" (7E ... 7E, escape 7D,
header of 40 bytes little-endian); Philips, "Data Export Interface Programming Guide", fixed frames of RS-232 (C0, 11,
type, length ... C1); Oridion, "Capnostream20 data transfer" (85, length, code, data, XOR); Puritan Bennett, "840
Operator's Manual", SNDA and SNDF; GE Marquette serial (functions 201/20). The last and the layout of the others were checked
against mdpnp (BSD-2-Clause) and VSCapture.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import reduce

from probes.charset import decoded
from probes.intellivue_session import said_by_monitor
from probes.model import Impact, Probe, Reading, reading

MEDIBUS = re.compile(rb"\x01(?P<code>[!-~])(?P<data>[ -~]{0,200})(?P<sum>[0-9A-F]{2})\r")
IDENTIFIES = b"R"
DEVICE = re.compile(rb"[0-9A-Fa-f]{4}'(?P<name>[\w .+-]{1,16})'")
"""Answer to the device's identification: number, name in quotes, revisions."""

DATEX_MARK, DATEX_ESCAPE, DATEX_BIT = 0x7E, 0x7D, 0x20
DATEX_HEADER, DATEX_LONGEST = 40, 1490
DATEX_KINDS = frozenset({0, 1, 4})
"""Main types: measurements, curves, alarms. Of each, sub-record 0 is the computer's request."""
DATEX_RECORDS, DATEX_NO_RECORD = range(1, 32), 0xFF

MIB_START = b"\xc0\x11"
MIB_ASSOCIATION, MIB_DATA = 1, 0

CAPNO_START, CAPNO_ESCAPE = 0x85, 0x80
CAPNO_CURVE, CAPNO_NUMBERS, CAPNO_IDENTITY = 0, 1, 4
CAPNO_SHORTEST = {CAPNO_CURVE: 5, CAPNO_NUMBERS: 28, CAPNO_IDENTITY: 28}
"""Code -> least length; commands of the same number are shorter."""

PB840 = re.compile(rb"MISC[AF],\d{1,4} {0,2},\d{1,3} {0,2},\x02")
UNITY_PARAMETERS = bytes.fromhex("00c90014")
UNITY_HEADER = 60


def hear(payload: bytes) -> list[Reading]:
    """One piece of a stream. What begins no frame of these is not read, and is no error."""
    if len(payload) < 5:
        return []
    recognise = BY_FIRST_BYTE.get(payload[0], _unity)
    device = recognise(payload)
    return [reading("serial_stream.behind", device)] if device else []


def _medibus(payload: bytes) -> str:
    found = MEDIBUS.match(payload)
    if not found or int(found["sum"], 16) != sum(payload[: found.start("sum")]) & 0xFF:
        return ""
    named = DEVICE.match(found["data"]) if found["code"] == IDENTIFIES else None
    return f"Dräger {decoded(named['name']).strip() if named else 'device'} (Medibus)"


def _datex(payload: bytes) -> str:
    header = bytearray()
    escaped = False
    for octet in payload[1 : 2 * DATEX_HEADER + 1]:
        if octet == DATEX_MARK or len(header) == DATEX_HEADER:
            break
        if octet == DATEX_ESCAPE:
            escaped = True
            continue
        header.append(octet | DATEX_BIT if escaped else octet)
        escaped = False
    if len(header) < DATEX_HEADER:
        return ""
    length, kind = int.from_bytes(header[:2], "little"), int.from_bytes(header[14:16], "little")
    records = [(int.from_bytes(header[at : at + 2], "little"), header[at + 2]) for at in range(16, 40, 3)]
    used = records[: next((n for n, (_, what) in enumerate(records) if what == DATEX_NO_RECORD), 8)]
    offsets = [offset for offset, _ in used]
    plausible = (
        DATEX_HEADER < length <= DATEX_LONGEST
        and kind in DATEX_KINDS
        and bool(used)
        and offsets[0] == 0
        and offsets == sorted(set(offsets))
        and offsets[-1] < length - DATEX_HEADER
        and all(what in DATEX_RECORDS for _, what in used)
    )
    return "GE Datex-Ohmeda S/5 monitor" if plausible else ""


def _intellivue(payload: bytes) -> str:
    if not payload.startswith(MIB_START) or payload[2] not in (MIB_ASSOCIATION, MIB_DATA):
        return ""
    length = int.from_bytes(payload[3:5], "big")
    body = payload[5 : 5 + length]
    if not 8 <= length <= DATEX_LONGEST or not said_by_monitor(body):
        return ""
    return "Philips IntelliVue monitor (MIB/RS232)"


def _capnostream(payload: bytes) -> str:
    frame = bytearray()
    escaped = False
    for octet in payload[1:300]:
        if octet == CAPNO_ESCAPE and not escaped:
            escaped = True
            continue
        frame.append(octet | CAPNO_ESCAPE if escaped else octet)
        escaped = False
    if len(frame) < 3 or frame[0] < CAPNO_SHORTEST.get(frame[1], 256) or len(frame) < frame[0] + 2:
        return ""
    whole = frame[: frame[0] + 2]
    if reduce(int.__xor__, whole) or (whole[1] == CAPNO_IDENTITY and whole[2:3] != b"V"):
        return ""
    if whole[1] == CAPNO_CURVE and whole[0] != CAPNO_SHORTEST[CAPNO_CURVE]:
        return ""
    return "Oridion Capnostream capnograph"


def _pb840(payload: bytes) -> str:
    return "Puritan Bennett 840 ventilator" if PB840.match(payload) else ""


def _unity(payload: bytes) -> str:
    """Two addresses of six bytes, function and subfunction, ..., name of the place in 32, status, length of the data."""
    if len(payload) < UNITY_HEADER or payload[12:16] != UNITY_PARAMETERS:
        return ""
    place, size = payload[24:56].rstrip(b"\0"), int.from_bytes(payload[58:60], "big")
    right = all(0x20 <= c < 0x7F or c == 0 for c in place) and payload[56:58] == b"\0\0" and size <= 4096
    return "GE monitor (Unity serial)" if right else ""


BY_FIRST_BYTE: dict[int, Callable[[bytes], str]] = {
    0x01: lambda payload: _medibus(payload) or _unity(payload),
    DATEX_MARK: _datex,
    MIB_START[0]: _intellivue,
    CAPNO_START: _capnostream,
    ord("M"): _pb840,
}


PROBE = Probe(
    name="serial_stream",
    impact=Impact.LISTEN,
    fields=frozenset({"serial_stream.behind"}),
    ports=frozenset(),
    packets=1,
    summary="Recognises ventilators and monitors behind serial-device servers by how their frames begin; keeps none.",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("tcp", 0)}),
)
