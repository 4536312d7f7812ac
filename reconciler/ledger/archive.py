"""The parts of an xlsx file (a zip, ISO/IEC 29500-2), inflated in pieces by our own count.

The sizes in a zip's directory may lie, and a part may be made to grow without end; so nothing is handed to
a library before it has been inflated once here under a limit. Declarations of entities are refused.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import IO
from xml.parsers import expat

from reconciler.ledger.workbook import UnreadableError

MAX_PART = 600 * 2**20
"""Bytes of one inflated sheet. A million formatted blank rows of 15 cells are 350 MB, and are read."""

MAX_HELD = 64 * 2**20
"""Bytes of an inflated part that is held in memory: texts, styles, the list of sheets."""

MAX_PARTS = 20_000
_DEEPEST, _DEEPEST_OF_ALL = 8, 200
_PIECE = 1 << 20


class Parts:
    """The parts of one archive by name, without regard to case, as Excel takes them."""

    def __init__(self, file_name: str, file: IO[bytes]) -> None:
        """Raises zipfile.BadZipFile where `file` is no zip, UnreadableError where it is absurd."""
        self._file_name, self._file = file_name, file
        with zipfile.ZipFile(file) as archive:
            found = archive.infolist()
        if len(found) > MAX_PARTS:
            raise UnreadableError(
                f"{file_name} has {len(found):,} parts inside, which no ledger has: it is not safe to read."
            )
        self._infos = {info.filename.replace("\\", "/").lstrip("/").lower(): info for info in found}

    def names(self) -> tuple[str, ...]:
        """Lower case, with / between folders."""
        return tuple(self._infos)

    def pieces(self, name: str, limit: int = MAX_PART) -> Iterator[bytes]:
        """The part in pieces of at most 1 MB; nothing where there is none. Raises UnreadableError beyond `limit`,
        zipfile.BadZipFile or zlib.error where it is damaged."""
        info = self._infos.get(name.lower())
        if info is None:
            return
        if info.flag_bits & 1:
            raise UnreadableError(
                f"{self._file_name} is locked with a password: remove it, save and give that."
            )
        if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise zipfile.BadZipFile("a compression that no workbook uses")
        total = 0
        for piece in _inflate(self._file, info):
            total += len(piece)
            if total > limit:
                raise UnreadableError(
                    f"{self._file_name} grows without measure when unpacked (more than {limit // 2**20} MB in one part): "
                    "if it is really the ledger, copy its table into a new workbook and give that."
                )
            yield piece

    def whole(self, name: str, limit: int = MAX_HELD) -> bytes:
        """The part in one, b"" where there is none. Raises as `pieces`, and UnreadableError where it declares entities."""
        found = b"".join(self.pieces(name, limit))
        if b"<!DOCTYPE" in found or b"<!ENTITY" in found:
            raise UnreadableError(
                f"{self._file_name} declares XML entities, which no workbook of Excel does: it is not safe to read; "
                "copy its table into a new workbook and give that."
            )
        return found


def starts(xml: bytes) -> Iterator[tuple[tuple[str, ...], Mapping[str, str]]]:
    """Each element as it begins: its path of names without prefixes, and its attributes. Builds no tree: a part
    of a million elements, or of elements a million deep, costs its time and nothing else. Raises expat.ExpatError."""
    if not xml:
        return
    path: list[str] = []
    ready: list[tuple[tuple[str, ...], Mapping[str, str]]] = []

    def begin(name: str, attributes: dict[str, str]) -> None:
        path.append(name.rpartition(" ")[2])
        if len(path) > _DEEPEST_OF_ALL:
            raise expat.ExpatError("elements within elements without end")
        if len(path) <= _DEEPEST:
            ready.append((tuple(path), {key.rpartition(" ")[2]: value for key, value in attributes.items()}))

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = begin
    parser.EndElementHandler = lambda _: path.pop()
    for at in range(0, len(xml), _PIECE):
        parser.Parse(xml[at : at + _PIECE], at + _PIECE >= len(xml))
        yield from ready
        ready.clear()


def _inflate(file: IO[bytes], info: zipfile.ZipInfo) -> Iterator[bytes]:
    """The bytes behind the local header (APPNOTE 4.3.7), however many they turn out to be."""
    file.seek(info.header_offset)
    header = file.read(30)
    if len(header) < 30 or header[:4] != b"PK\x03\x04":
        raise zipfile.BadZipFile("local header")
    at = (
        info.header_offset
        + 30
        + int.from_bytes(header[26:28], "little")
        + int.from_bytes(header[28:30], "little")
    )
    left = info.compress_size
    inflater = zlib.decompressobj(-15) if info.compress_type == zipfile.ZIP_DEFLATED else None
    while left > 0:
        file.seek(at)  # two parts may be read in turn
        data = file.read(min(left, 1 << 16))
        if not data:
            raise zipfile.BadZipFile("the archive ends early")
        at, left = at + len(data), left - len(data)
        if inflater is None:
            yield data
            continue
        while data and not inflater.eof:
            yield inflater.decompress(data, _PIECE)
            data = inflater.unconsumed_tail
    if inflater is not None and not inflater.eof:
        raise zipfile.BadZipFile("the part ends early")
