"""NetBIOS node status (RFC 1002, 4.2.17 and 4.2.18): what are you called, and what do you serve?

One datagram to UDP 137 with the wildcard name "*", the question that Windows' own `nbtstat -A` puts.
Benign: the answer is read from a table that the host keeps ready; it needs no session and changes
nothing. Names of suffix 03 are left out: among them stand the persons who are logged on. Windows gives the
MAC of the interface as its unit id, Samba gives zeros. Names are in the host's OEM code page, in Japan
CP932.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

from probes.cursor import Cursor
from probes.model import Ask, Impact, ParseError, Probe, Reading, Reply, Target, Via, reading

PORT = 137
WAIT = 1.5
NBSTAT, INTERNET = 0x0021, 0x0001
WILDCARD = b"*" + bytes(15)
RESPONSE, RCODE = 0x8000, 0x000F
GROUP = 0x8000
"""The G bit of a name's flags: a group, not this host alone."""
POINTER = 0xC0
MESSENGER = 0x03


@dataclass(frozen=True, slots=True)
class NodeName:
    """One entry of the host's name table. `suffix` is the sixteenth byte: what the name is registered for."""

    name: str
    suffix: int
    group: bool


@dataclass(frozen=True, slots=True)
class NodeStatus:
    """`number` repeats the question's; `mac` is lower case with colons, or "" where the host gives zeros."""

    number: int
    names: tuple[NodeName, ...]
    mac: str


def request(nonce: int) -> bytes:
    """One question for the status of whoever has this address (RFC 1002, 4.2.17)."""
    header = (nonce & 0xFFFF).to_bytes(2, "big") + bytes.fromhex("0000 0001 0000 0000 0000")
    return header + b"\x20" + _encoded(WILDCARD) + b"\0" + bytes.fromhex("0021 0001")


def _encoded(name: bytes) -> bytes:
    """First-level encoding (RFC 1001, 14.1): each half byte becomes a letter from A on."""
    return bytes(0x41 + half for byte in name for half in (byte >> 4, byte & 0x0F))


def parse(message: bytes) -> NodeStatus:
    """A node status response (RFC 1002, 4.2.18). Raises ParseError."""
    cursor = Cursor(message)
    number, flags = cursor.u16(), cursor.u16()
    questions, answers = cursor.u16(), cursor.u16()
    cursor.skip(4)
    if not flags & RESPONSE or questions or flags & RCODE or not answers:
        raise ParseError(f"no node status: flags {flags:#06x}, {questions} questions, {answers} answers")
    _skip_name(cursor)
    kind = cursor.u16()
    if kind != NBSTAT:
        raise ParseError(f"no node status: record type {kind:#06x}")
    cursor.skip(2 + 4 + 2)  # class; time to live; length, which some stacks get wrong
    names = tuple(_name(cursor) for _ in range(cursor.u8()))
    unit = cursor.take(6) if cursor.left >= 6 else bytes(6)
    return NodeStatus(number, names, unit.hex(":") if any(unit) else "")


def _skip_name(cursor: Cursor) -> None:
    """A name in labels, or a pointer to one (RFC 1002, 4.1)."""
    while length := cursor.u8():
        if length & POINTER == POINTER:
            cursor.skip(1)
            return
        if length > 63:
            raise ParseError(f"a label of {length} bytes")
        cursor.skip(length)


def _name(cursor: Cursor) -> NodeName:
    name, suffix, flags = cursor.take(15), cursor.u8(), cursor.u16()
    return NodeName(_text(name), suffix, bool(flags & GROUP))


def _text(name: bytes) -> str:
    try:
        return name.rstrip(b" \0").decode("cp932")
    except UnicodeDecodeError:
        return name.rstrip(b" \0").decode("latin-1")


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    replies = yield Ask(Via.UDP, PORT, request(target.nonce), WAIT)
    found: list[Reading] = []
    for reply in replies:
        status = parse(reply.payload)
        if status.number == target.nonce & 0xFFFF:  # any other answers somebody else's question
            found += _readings(status)
    return found


def _readings(status: NodeStatus) -> list[Reading]:
    """netbios.services: the suffixes that it has registered, two hex digits each, sorted (20 file server, 1B
    domain master browser, 1C domain controller, 1D master browser; [MS-NBTE] and Microsoft KB 163409)."""
    own = [n.name for n in status.names if n.suffix == 0 and not n.group]
    groups = [n.name for n in status.names if n.suffix == 0 and n.group]
    suffixes = sorted({n.suffix for n in status.names} - {MESSENGER})
    found = [
        *(reading("netbios.name", name) for name in own),
        *(reading("netbios.group", name) for name in groups),
        reading("netbios.mac", status.mac),
        reading("netbios.services", " ".join(f"{suffix:02X}" for suffix in suffixes)),
    ]
    return [r for r in found if r.value]


PROBE = Probe(
    name="netbios",
    impact=Impact.DATAGRAM,
    fields=frozenset({"netbios.name", "netbios.group", "netbios.mac", "netbios.services"}),
    ports=frozenset({("udp", PORT)}),
    packets=4,  # the question; the kernel's ARP question and answer; "port unreachable" to an answer too late
    summary="Asks a Windows or Samba host for its NetBIOS names, workgroup and MAC (node status).",
    talk=talk,
    suits=frozenset({"terminal", "server", "storage", "unknown"}),
    worth=8,
)
