"""A recorded packet as an Ethernet frame, whatever link it was recorded on (tcpdump.org's list of link types).

Other links are brought into an Ethernet frame where that invents nothing: an address that the link did not record is
00:00:00:00:00:00. Packets of links that are not read (Wi-Fi in the air, USB) are counted.
"""

from __future__ import annotations

import gzip
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from probes.cursor import Cursor
from probes.frame import IPV4, IPV6
from probes.model import ParseError

ETHERNET, NULL, LOOP, COOKED, COOKED_2 = 1, 0, 108, 113, 276
RAW = frozenset({12, 14, 101, 228, 229})
ETHERNET_HARDWARE = 1
NO_MAC = bytes(6)
FAMILIES = {2: IPV4, 10: IPV6, 24: IPV6, 28: IPV6, 30: IPV6}
"""AF_INET, and AF_INET6 as Linux, the BSDs and macOS number it."""
Note = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Frame:
    """One Ethernet frame. at: seconds since 1970, None where none was recorded. interface: its number."""

    octets: bytes
    at: float | None
    interface: int


@dataclass(slots=True)
class Interface:
    """What a file says of an interface. link: its link type.  ticks: a second.  offset: seconds to be added."""

    link: int
    ticks: float
    offset: int = 0


@dataclass(slots=True)
class Recording:
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


def framed(
    stream: Recording, data: bytes, interface: Interface, at: float | None, number: int
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
