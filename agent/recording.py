"""Recordings: pcap and pcapng files as a stream of Ethernet frames, whatever state they are in.

Sources: draft-ietf-opsawg-pcap and draft-ietf-opsawg-pcapng (IETF; agent/pcapng.py). Both byte orders, micro- and
nanoseconds, several sections and interfaces, gzip. A file may be any size: one packet is held at a time. What is cut
short or damaged ends the reading with a sentence to `note`; what was read before is kept. Packets that were not read
are counted and told. A file that is no recording raises RecordingError, and says what it seems to be.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, Literal, cast

from agent.pcapng import SECTION, frames
from agent.recorded import Frame, Interface, Note, Recording, framed

LARGEST_PACKET = 256 * 1024
"""tcpdump's MAXIMUM_SNAPLEN: a longer packet is damage, not traffic."""

PCAP = {
    bytes.fromhex("a1b2c3d4"): (False, 1_000_000, 16),
    bytes.fromhex("d4c3b2a1"): (True, 1_000_000, 16),
    bytes.fromhex("a1b23c4d"): (False, 1_000_000_000, 16),
    bytes.fromhex("4d3cb2a1"): (True, 1_000_000_000, 16),
    bytes.fromhex("a1b2cd34"): (False, 1_000_000, 24),
    bytes.fromhex("34cdb2a1"): (True, 1_000_000, 24),
}
"""Magic -> little-endian?, ticks a second, length of a record's header (24: Kuznetzov's variant of old Linux)."""

CONVERT = "open it in Wireshark and save it as pcapng"
UNPACK = "unpack it, and give the recording inside"
TABLE = "give what is packed inside, or the table saved as text (CSV)"
SEEMS = (
    (b"snoop\0\0\0", "a Solaris snoop file", CONVERT),
    (b"GMBU", "a Microsoft Network Monitor file", CONVERT),
    (b"RTSS", "a Microsoft Network Monitor 1 file", CONVERT),
    (b"XCP\0", "a NetXRay or Sniffer file", CONVERT),
    (b"TRSNIFF data", "a Sniffer file", CONVERT),
    (b"PK\x03\x04", "a ZIP archive or a workbook", TABLE),
    (b"\xfd7zXZ", "an xz archive", UNPACK),
    (b"\x28\xb5\x2f\xfd", "a zstd archive", UNPACK),
    (b"\xd0\xcf\x11\xe0", "an old Excel or Word file", TABLE),
    (b"%PDF", "a PDF document", "give a recording, or the text that it was printed from"),
)


class RecordingError(ValueError):
    """This file cannot be read as a recording; the message says what it is and what to do.

    known: whether its first bytes tell what it is; else it may be a file of another kind.
    """

    def __init__(self, text: str, *, known: bool = True) -> None:
        super().__init__(text)
        self.known = known


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
    stream = Recording(source, note)
    try:
        magic = source.read(4)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise RecordingError(f"the compressed file cannot be unpacked ({error}); copy it again") from error
    if magic in PCAP:
        yield from _pcap(stream, *PCAP[magic])
    elif magic == SECTION.to_bytes(4, "big"):
        yield from frames(stream)
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


def _pcap(stream: Recording, little: bool, ticks: int, header_length: int) -> Iterator[Frame]:
    head = stream.take(20, "its header")
    if head is None:
        return
    order: Literal["little", "big"] = "little" if little else "big"
    link = int.from_bytes(head[16:20], order) & 0xFFFF  # the upper bits tell of a frame check sequence
    interface = Interface(link, float(ticks))
    while (record := stream.take(header_length, "")) is not None:
        seconds, fraction, kept = (int.from_bytes(record[i : i + 4], order) for i in (0, 4, 8))
        if kept > LARGEST_PACKET:
            stream.note(f"a packet of {kept} bytes is damage; what came before was read")
            return
        data = stream.take(kept, "a packet")
        if data is None:
            return
        yield from framed(stream, data, interface, seconds + min(fraction / ticks, 1.0), 0)
