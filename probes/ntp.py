"""NTP's control message (RFC 9327): which program keeps the time here, and on which system?

    READVAR for association 0 ->   <- system variables as text: version="ntpd 4.2.8p15 ...", system="Linux/5.10", ...

One datagram of 12 bytes, mode 6, opcode 2 (RFC 9327, 2 and 3): what `ntpq -c rv` asks, which reads and changes nothing.
The clock is not queried and not touched. Many servers answer nobody, by their configuration, and that is silence.
Of the variables only those that tell of the machine are kept; the others change with every second.
"""

from __future__ import annotations

import re
from collections.abc import Generator

from probes.cursor import Cursor
from probes.model import Ask, Impact, ParseError, Probe, Reading, Reply, Target, Via, reading

PORT = 123
WAIT = 1.5
VERSION_AND_MODE = 0x16
"""Leap 0, version 2, mode 6: what all implementations of the message understand."""
READVAR = 2
RESPONSE, ERROR = 0x80, 0x40
OPCODE = 0x1F
MOST_BYTES = 4096
MOST_PARTS = 8
KEPT = ("version", "processor", "system")

_VARIABLE = re.compile(r'(\w{1,32})=(?:"([^"]{0,200})"|([^,"]{0,200}))')


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    sequence = target.nonce & 0xFFFF
    replies = yield Ask(Via.UDP, PORT, request(sequence), WAIT)
    parts = [parse(reply.payload, sequence) for reply in replies[:MOST_PARTS]]
    return readings(joined(parts)) if parts else []


def request(sequence: int) -> bytes:
    """Version and mode, opcode, sequence; status, association, offset and count are 0 (RFC 9327, 2)."""
    return bytes([VERSION_AND_MODE, READVAR]) + sequence.to_bytes(2, "big") + bytes(8)


def parse(message: bytes, sequence: int) -> tuple[int, bytes]:
    """(offset, bytes) of one part of the answer. Raises ParseError."""
    cursor = Cursor(message)
    mode, kind = cursor.u8() & 0x07, cursor.u8()
    if mode != VERSION_AND_MODE & 0x07 or not kind & RESPONSE or kind & OPCODE != READVAR:
        raise ParseError(f"no answer to READVAR: mode {mode}, {kind:#04x}")
    if kind & ERROR:
        raise ParseError("READVAR is answered with an error")
    if (got := cursor.u16()) != sequence:
        raise ParseError(f"an answer to question {got}, not {sequence}")
    cursor.skip(4)
    offset = cursor.u16()
    if offset > MOST_BYTES:
        raise ParseError(f"a part at {offset}")
    return offset, cursor.take(cursor.u16())


def joined(parts: list[tuple[int, bytes]]) -> str:
    """The text that parts make; up to the first that is missing."""
    whole = b""
    for offset, data in sorted(parts):
        if offset > len(whole):
            break
        whole = whole[:offset] + data
    return whole[:MOST_BYTES].decode("latin-1")


def readings(text: str) -> list[Reading]:
    """Those variables of the text that tell of the machine, in a fixed order: name="value", ..."""
    found: dict[str, str] = {}
    for name, quoted, bare in _VARIABLE.findall(" ".join(text.split())):
        found.setdefault(name.lower(), (quoted or bare).strip())
    kept = ", ".join(f'{name}="{found[name]}"' for name in KEPT if found.get(name))
    return [reading("ntp.variables", kept)] if kept else []


PROBE = Probe(
    name="ntp",
    impact=Impact.DATAGRAM,
    fields=frozenset({"ntp.variables"}),
    ports=frozenset({("udp", PORT)}),
    packets=4,  # the question; the kernel's ARP question and answer; "port unreachable" to an answer too late
    summary="asks a time server which program and system it is (NTP control message, reads variables only)",
    talk=talk,
    suits=frozenset({"server", "network", "storage"}),
    worth=2,
)
