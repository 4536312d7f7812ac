"""Recordings: pcap and pcapng files as a stream of Ethernet frames, whatever state they are in.

Sources: draft-ietf-opsawg-pcap and draft-ietf-opsawg-pcapng (IETF), tcpdump.org's list of link types. Both byte
orders, micro- and nanoseconds, several sections and interfaces, gzip. A file may be any size: one packet
is held at a time. What is cut short or damaged ends the reading with a sentence to `note`; what was
read before is kept. A file that is no recording raises RecordingError, and says what it seems to be.

Recordings of other links than Ethernet are brought into an Ethernet frame where that invents nothing: an
address that the link did not record is 00:00:00:00:00:00. Others (Wi-Fi in the air, USB) are counted and told.
"""

from __future__ import annotations

import gzip
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Literal, cast

from probes.cursor import Cursor
from probes.frame import IPV4, IPV6
from probes.model import ParseError

LARGEST_PACKET = 256 * 1024
"""tcpdump's MAXIMUM_SNAPLEN: a longer packet is damage, not traffic."""
LARGEST_BLOCK = 16 * 1024 * 1024
MOST_INTERFACES = 4096

PCAP = {
    bytes.fromhex("a1b2c3d4"): (False, 1_000_000, 16),
    bytes.fromhex("d4c3b2a1"): (True, 1_000_000, 16),
    bytes.fromhex("a1b23c4d"): (False, 1_000_000_000, 16),
    bytes.fromhex("4d3cb2a1"): (True, 1_000_000_000, 16),
    bytes.fromhex("a1b2cd34"): (False, 1_000_000, 24),
    bytes.fromhex("34cdb2a1"): (True, 1_000_000, 24),
}
"""Magic -> little-endian?, ticks a second, length of a record's header (24: Kuznetzov's variant of old Linux)."""

SECTION, INTERFACE, OLD_PACKET, SIMPLE_PACKET, PACKET = 0x0A0D0D0A, 1, 2, 3, 6
ORDER_MAGIC = 0x1A2B3C4D
RESOLUTION, OFFSET = 9, 14
"""Options of an interface: if_tsresol and if_tsoffset."""

ETHERNET, NULL, LOOP, COOKED, COOKED_2 = 1, 0, 108, 113, 276
RAW = frozenset({12, 14, 101, 228, 229})
ETHERNET_HARDWARE = 1
NO_MAC = bytes(6)
FAMILIES = {2: IPV4, 10: IPV6, 24: IPV6, 28: IPV6, 30: IPV6}
"""AF_INET, and AF_INET6 as Linux, the BSDs and macOS number it."""

CONVERT = "open it in Wireshark and save it as pcapng"
UNPACK = "unpack it, and give the recording inside"
SEEMS = (
    (b"snoop\0\0\0", "a Solaris snoop file", CONVERT),
    (b"GMBU", "a Microsoft Network Monitor file", CONVERT),
    (b"RTSS", "a Microsoft Network Monitor 1 file", CONVERT),
    (b"XCP\0", "a NetXRay or Sniffer file", CONVERT),
    (b"TRSNIFF data", "a Sniffer file", CONVERT),
    (b"PK\x03\x04", "a ZIP archive or a workbook", UNPACK),
    (b"\xfd7zXZ", "an xz archive", UNPACK),
    (b"\x28\xb5\x2f\xfd", "a zstd archive", UNPACK),
    (b"\xd0\xcf\x11\xe0", "an old Excel or Word file", "give a recording"),
    (b"%PDF", "a PDF document", "give a recording"),
)

Note = Callable[[str], None]


class RecordingError(ValueError):
    """This file cannot be read as a recording; the message says what it is and what to do.

    known: whether its first bytes tell what it is; else it may be a file of another kind.
    """

    def __init__(self, text: str, *, known: bool = True) -> None:
        super().__init__(text)
        self.known = known


@dataclass(frozen=True, slots=True)
class Frame:
    """One Ethernet frame. at: seconds since 1970, None where none was recorded. interface: its number."""

    octets: bytes
    at: float | None
    interface: int


@dataclass(slots=True)
class _Interface:
    link: int
    ticks: float
    offset: int = 0


@dataclass(slots=True)
class _Stream:
    """The rest of a file, and what is to be said of it at the end."""

    source: BinaryIO
    note: Note
    foreign: Counter[int] = field(default_factory=Counter)
    unread: int = 0
    held: bytes = b""

    def take(self, count: int, what: str) -> bytes | None:
        """`count` bytes, or None with a note where the file ends before; None with none where it ends here."""
        held, self.held = self.held[:count], self.held[count:]
        try:
            got = held + self.source.read(count - len(held))
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            self.note(f"the compressed file is damaged or cut short ({error}); what came before was read")
            return None
        if len(got) == count:
            return got
        if got or what:
            self.note(f"the file ends in the middle of {what or 'a packet'}; what came before was read")
        return None


def read_file(path: Path, note: Note, position: Callable[[int], None] = lambda _: None) -> Iterator[Frame]:
    """The frames of one file, packed with gzip or not; `position` is told now and then how many of its bytes
    were read. Raises RecordingError, OSError."""
    with path.open("rb") as plain:
        packed = plain.read(2) == b"\x1f\x8b"
        plain.seek(0)
        source = cast(BinaryIO, gzip.GzipFile(fileobj=plain)) if packed else plain
        for number, frame in enumerate(read(source, note)):
            if number % 4096 == 0:
                position(plain.tell())
            yield frame


def read(source: BinaryIO, note: Note) -> Iterator[Frame]:
    """The frames of an open recording, in the file's order. Raises RecordingError at its first bytes."""
    stream = _Stream(source, note)
    try:
        magic = source.read(4)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise RecordingError(f"the compressed file cannot be unpacked ({error}); copy it again") from error
    if magic in PCAP:
        yield from _pcap(stream, *PCAP[magic])
    elif magic == SECTION.to_bytes(4, "big"):
        yield from _pcapng(stream)
    else:
        raise _what_it_seems(magic + source.read(60))
    for link, count in sorted(stream.foreign.items()):
        note(f"{count} packets of link type {link} were not read: only Ethernet, Linux cooked and raw IP are")
    if stream.unread:
        note(f"{stream.unread} packets could not be read: their link header is cut short or damaged")


def _what_it_seems(start: bytes) -> RecordingError:
    if not start:
        return RecordingError("the file is empty: the recording was not written, or not copied")
    for magic, name, advice in SEEMS:
        if start.startswith(magic):
            return RecordingError(f"this is {name}, no pcap or pcapng recording; {advice}")
    text = f"this is no pcap or pcapng recording (it begins with {start[:4].hex(' ')}); {CONVERT}"
    return RecordingError(text, known=False)


# -- pcap ---------------------------------------------------------------------------------------


def _pcap(stream: _Stream, little: bool, ticks: int, header_length: int) -> Iterator[Frame]:
    head = stream.take(20, "its header")
    if head is None:
        return
    order: Literal["little", "big"] = "little" if little else "big"
    link = int.from_bytes(head[16:20], order) & 0xFFFF  # the upper bits tell of a frame check sequence
    interface = _Interface(link, float(ticks))
    while (record := stream.take(header_length, "")) is not None:
        seconds, fraction, kept = (int.from_bytes(record[i : i + 4], order) for i in (0, 4, 8))
        if kept > LARGEST_PACKET:
            stream.note(f"a packet of {kept} bytes is damage; what came before was read")
            return
        data = stream.take(kept, "a packet")
        if data is None:
            return
        yield from _framed(stream, data, interface, seconds + min(fraction / ticks, 1.0), 0)


# -- pcapng -------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Section:
    little: bool
    interfaces: list[_Interface] = field(default_factory=list)

    @property
    def order(self) -> Literal["little", "big"]:
        return "little" if self.little else "big"


def _pcapng(stream: _Stream) -> Iterator[Frame]:
    """Block by block: type, length, body, length again."""
    section = _section_header(stream)
    while section is not None and (head := stream.take(8, "")) is not None:
        kind = int.from_bytes(head[:4], section.order)
        if kind == SECTION:
            stream.held = head[4:]
            section = _section_header(stream)
            continue
        length = int.from_bytes(head[4:], section.order)
        if length < 12 or length % 4 or length > LARGEST_BLOCK:
            stream.note(f"a block of {length} bytes is damage; what came before was read")
            return
        body = stream.take(length - 8, "a block")
        if body is None:
            return
        try:
            yield from _block(stream, kind, Cursor(body[:-4]), section)
        except ParseError as error:
            stream.note(f"a block of type {kind} contradicts itself ({error}) and was passed over")


def _section_header(stream: _Stream) -> _Section | None:
    """A Section Header Block after its type: a length in its own byte order, the magic that tells it."""
    head = stream.take(8, "a section header")
    if head is None:
        return None
    if int.from_bytes(head[4:], "little") == ORDER_MAGIC:
        section = _Section(little=True)
    elif int.from_bytes(head[4:], "big") == ORDER_MAGIC:
        section = _Section(little=False)
    else:
        stream.note(
            f"a section header without its magic number ({head[4:].hex()}); what came before was read"
        )
        return None
    length = int.from_bytes(head[:4], section.order)
    if length < 28 or length % 4 or length > LARGEST_BLOCK:
        stream.note(f"a section header of {length} bytes is damage; what came before was read")
        return None
    return section if stream.take(length - 12, "a section header") is not None else None


def _block(stream: _Stream, kind: int, body: Cursor, section: _Section) -> Iterator[Frame]:
    little = section.little
    if kind == INTERFACE:
        if len(section.interfaces) < MOST_INTERFACES:
            section.interfaces.append(_interface(body, section))
    elif kind in (PACKET, OLD_PACKET):
        if kind == PACKET:
            number = body.u32(little=little)
        else:
            number = body.u16(little=little)
            body.skip(2)
        ticks = (body.u32(little=little) << 32) + body.u32(little=little)
        kept = body.u32(little=little)
        body.skip(4)
        interface = _numbered(section, number)
        at = interface.offset + ticks / interface.ticks
        yield from _framed(stream, body.take(kept), interface, at if ticks else None, number)
    elif kind == SIMPLE_PACKET:
        length = body.u32(little=little)
        yield from _framed(stream, body.take(min(length, body.left)), _numbered(section, 0), None, 0)


def _numbered(section: _Section, number: int) -> _Interface:
    if number >= len(section.interfaces):
        raise ParseError(f"interface {number} is not described")
    return section.interfaces[number]


def _interface(body: Cursor, section: _Section) -> _Interface:
    little = section.little
    found = _Interface(body.u16(little=little), 1_000_000.0)
    body.skip(6)
    while body.left >= 4:
        code, length = body.u16(little=little), body.u16(little=little)
        if not code:
            break
        value = body.take(length)
        body.skip(min(-length % 4, body.left))
        if code == RESOLUTION and length == 1:
            power = value[0] & 0x7F
            found.ticks = float((2 if value[0] & 0x80 else 10) ** min(power, 64))
        elif code == OFFSET and length == 8:
            found.offset = int.from_bytes(value, section.order, signed=True)
    return found


# -- links --------------------------------------------------------------------------------------


def _framed(
    stream: _Stream, data: bytes, interface: _Interface, at: float | None, number: int
) -> Iterator[Frame]:
    try:
        octets = as_ethernet(interface.link, data)
    except ParseError:
        stream.unread += 1
        return
    if octets is None:
        stream.foreign[interface.link] += 1
        return
    yield Frame(octets, at, number)


def as_ethernet(link: int, data: bytes) -> bytes | None:
    """The packet of any link as an Ethernet frame, or None where that link is not read. Raises ParseError."""
    if link == ETHERNET:
        return data
    cursor = Cursor(data)
    if link == COOKED:  # packet type, hardware type, length and 8 bytes of address, protocol
        cursor.skip(2)
        hardware, length, address, protocol = cursor.u16(), cursor.u16(), cursor.take(8), cursor.u16()
        source = address[:6] if hardware == ETHERNET_HARDWARE and length == 6 else NO_MAC
    elif link == COOKED_2:  # protocol, reserved, interface, hardware type, packet type, length, address
        protocol = cursor.u16()
        cursor.skip(6)
        hardware = cursor.u16()
        cursor.skip(1)
        length, address = cursor.u8(), cursor.take(8)
        source = address[:6] if hardware == ETHERNET_HARDWARE and length == 6 else NO_MAC
    elif link in RAW:
        source, protocol = NO_MAC, IPV6 if data[:1] and data[0] >> 4 == 6 else IPV4
    elif link in (NULL, LOOP):
        family = cursor.take(4)
        protocol = FAMILIES.get(min(int.from_bytes(family, "big"), int.from_bytes(family, "little")), 0)
        if not protocol:
            return None
        source = NO_MAC
    else:
        return None
    return NO_MAC + source + protocol.to_bytes(2, "big") + cursor.rest()
