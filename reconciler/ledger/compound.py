"""Whether the chains of a compound file ([MS-CFB]) all come to an end: a damaged table of sectors can lead in a circle.

calamine follows a chain for as long as it leads on, and in a circle that is for ever, with ever more memory. So
the chains that it follows are walked here first: of the DIFAT (2.5), the directory (2.6), the mini FAT (2.4) and each
stream (2.3). Nothing else is checked; what is damaged otherwise, the reader says itself.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from itertools import pairwise

HEADER, ENTRY = 512, 128
IN_HEADER = 109
"""Sectors of the FAT that the header itself names."""
MOST_SECTORS = 0xFFFFFFFA
"""Numbers from here on mean something else than a sector (2.1)."""
STREAM, ROOT = 2, 5
_SHIFT, _HEAD = struct.Struct("<H"), struct.Struct("<48xI4xIIIII")


def all_end(octets: bytes) -> bool:
    """Whether every chain ends. False for what is too short to be a compound file."""
    if len(octets) < HEADER:
        return False
    (shift,) = _SHIFT.unpack_from(octets, 30)
    directory, cutoff, mini, _, difat, _ = _HEAD.unpack_from(octets)
    if not 7 <= shift <= 16:
        return False
    size = 1 << shift

    def sector(number: int) -> bytes:
        return octets[(number + 1) * size : (number + 2) * size]

    named = _difat(octets, difat, size)
    if named is None:
        return False
    fat = _numbers(b"".join(sector(n) for n in named if n < MOST_SECTORS))
    tables = [chain(fat, start) for start in (directory, mini)]
    if None in tables:
        return False
    entries, small = (b"".join(map(sector, table or ())) for table in tables)
    mini_fat = _numbers(small)
    for entry in _entries(entries):
        start, length = struct.unpack_from("<IQ", entry, 116)
        is_mini = entry[66] == STREAM and length < cutoff
        if entry[66] in (STREAM, ROOT) and chain(mini_fat if is_mini else fat, start) is None:
            return False
    return True


def chain(table: Sequence[int], start: int) -> list[int] | None:
    """The sectors from `start` on, or None where they lead in a circle."""
    found: list[int] = []
    while start < len(table):
        found.append(start)
        if len(found) > len(table):
            return None
        start = table[start]
    return found


def _difat(octets: bytes, start: int, size: int) -> list[int] | None:
    """The sectors of the FAT: those of the header, and of the sectors that each name the next in their last number."""
    named = list(_numbers(octets[76 : 76 + 4 * IN_HEADER]))
    most = len(octets) // size
    for _ in range(most + 1):
        numbers = _numbers(octets[(start + 1) * size : (start + 2) * size])
        if start >= MOST_SECTORS or not numbers:
            return named
        named += numbers[:-1]
        start = numbers[-1]
    return None


def _numbers(octets: bytes) -> tuple[int, ...]:
    whole = len(octets) // 4
    return struct.unpack(f"<{whole}I", octets[: 4 * whole])


def _entries(octets: bytes) -> Iterator[bytes]:
    return (octets[at:end] for at, end in pairwise(range(0, len(octets) + 1, ENTRY)))
