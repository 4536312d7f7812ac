"""NetBIOS names as hosts claim and defend them (RFC 1002, 4.2): heard, never asked.

A host that starts claims each of its names by broadcast, and refreshes it with its name server; answers to a
search say who has a name. The name belongs to the address in the record. Names of suffix 03 are left out, as
in probes/netbios.py: among them stand the persons who are logged on. Searches are not read.
"""

from __future__ import annotations

from probes.charset import decoded
from probes.cursor import Cursor
from probes.flow import is_host
from probes.model import Impact, ParseError, Probe, Reading, reading

PORT = 137
RESPONSE, RCODE = 0x8000, 0x000F
QUERY, REGISTRATION, REFRESH, REFRESH_TOO, MULTIHOMED = 0, 5, 8, 9, 15
CLAIMS = frozenset({REGISTRATION, REFRESH, REFRESH_TOO, MULTIHOMED})
NB = 0x0020
GROUP = 0x8000
POINTER = 0xC0
WORKSTATION, MESSENGER = 0x00, 0x03
MOST_ADDRESSES = 16
ENCODED = 32
"""Length of a name in first-level encoding (RFC 1001, 14.1)."""


def hear(message: bytes) -> list[Reading]:
    """One packet of the name service. Raises ParseError."""
    cursor = Cursor(message)
    cursor.skip(2)
    flags = cursor.u16()
    questions, answers, _, additional = (cursor.u16() for _ in range(4))
    opcode = flags >> 11 & 0x0F
    claims = not flags & RESPONSE and opcode in CLAIMS and questions == 1 and additional == 1
    positive = (
        bool(flags & RESPONSE) and opcode == QUERY and not flags & RCODE and answers == 1 and not questions
    )
    if not claims and not positive:
        return []
    raw = _name(cursor)
    if claims:
        cursor.skip(4)
        if _name(cursor):
            raise ParseError("the record of a claim points to no name of the question")
    kind = cursor.u16()
    cursor.skip(6)
    record = Cursor(cursor.take(cursor.u16()))
    if kind != NB or len(raw) != 16:
        return []
    name, suffix = decoded(raw[:15].rstrip(b" \0")), raw[15]
    found: list[Reading] = []
    for _ in range(MOST_ADDRESSES):
        if record.left < 6:
            break
        group, address = record.u16() & GROUP, ".".join(map(str, record.take(4)))
        if is_host(address) and name:
            found += _readings(name, suffix, bool(group), address)
    return list(dict.fromkeys(found))


def _readings(name: str, suffix: int, group: bool, address: str) -> list[Reading]:
    found = []
    if suffix == WORKSTATION:
        found.append(reading("netbios.group" if group else "netbios.name", name, address))
    if suffix != MESSENGER:
        found.append(reading("netbios.services", f"{suffix:02X}", address))
    return [r for r in found if r.value]


def _name(cursor: Cursor) -> bytes:
    """The sixteen bytes of a name, b"" for a pointer to the one before. Raises ParseError."""
    size = cursor.u8()
    if size & POINTER == POINTER:
        cursor.skip(1)
        return b""
    if size != ENCODED:
        raise ParseError(f"a NetBIOS name of {size} bytes")
    letters = cursor.take(ENCODED)
    if any(not 0x41 <= c <= 0x50 for c in letters):
        raise ParseError("a NetBIOS name with letters after P")
    while scope := cursor.u8():
        cursor.skip(scope)
    return bytes((a - 0x41) << 4 | b - 0x41 for a, b in zip(letters[::2], letters[1::2], strict=True))


PROBE = Probe(
    name="netbios_heard",
    impact=Impact.LISTEN,
    fields=frozenset({"netbios.name", "netbios.group", "netbios.services"}),
    ports=frozenset(),
    packets=1,
    summary="Hears Windows hosts and Samba claim their names and workgroup (NetBIOS name service).",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("udp", PORT)}),
)
