"""A workbook's package (ISO/IEC 29500-2; APPNOTE 6.3.10) given back with some parts changed and some added.

zipfile can only write what it has packed itself. Here every part that is not changed keeps its packed
bytes, its time, its method and its place, so that nothing of the hospital's can differ by accident.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

from reconciler.ledger.archive import Parts
from reconciler.ledger.workbook import UnreadableError

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_SIZES_FOLLOW, _UTF8 = 0x0008, 0x0800
_ZIP64 = 0x0001
_DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)
"""Of what is added: the same input gives the same bytes."""

Pieces = Iterable[bytes]


@dataclass(frozen=True, slots=True)
class Entry:
    """One part as it lies in the file. `packed` is a view of its compressed bytes."""

    info: zipfile.ZipInfo
    packed: memoryview

    @property
    def name(self) -> str:
        """Without a leading stroke, with / between folders, as part names are compared; case as written."""
        return self.info.filename.replace("\\", "/").lstrip("/")


class Package:
    """The parts of one workbook held in memory."""

    def __init__(self, file_name: str, data: bytes) -> None:
        """Raises UnreadableError where `data` is no sound zip archive, or an absurd one."""
        self.file_name = file_name
        try:
            self._parts = Parts(file_name, BytesIO(data))
            with zipfile.ZipFile(BytesIO(data)) as archive:
                self._comment = archive.comment
                self.entries = tuple(Entry(i, _packed(data, i)) for i in archive.infolist())
        except (zipfile.BadZipFile, struct.error, NotImplementedError, ValueError) as error:
            if isinstance(error, UnreadableError):
                raise
            raise UnreadableError(
                f"{file_name} is damaged or incomplete: open it in Excel, save it again as .xlsx and give that."
            ) from error
        self._names = frozenset(self._parts.names())

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._names

    @property
    def names(self) -> frozenset[str]:
        """Lower case, as part names are compared (6.3.5 of part 2)."""
        return self._names

    def whole(self, name: str) -> bytes:
        """A part's content, b"" where there is none. Raises UnreadableError for one that is damaged, too large
        or declares entities."""
        try:
            return self._parts.whole(name)
        except (zipfile.BadZipFile, zlib.error) as error:
            raise UnreadableError(
                f"{self.file_name} is damaged ({name}): open it in Excel, save it again as .xlsx and give that."
            ) from error

    def written(self, changed: Mapping[str, bytes], added: Sequence[tuple[str, Pieces]]) -> bytes:
        """The archive anew. changed: by lower-case name.  added: name and content in pieces, packed as they come."""
        out, directory = BytesIO(), list[bytes]()
        for entry in self.entries:
            new = changed.get(entry.name.lower())
            if new is None:
                _put(out, directory, entry.info, entry.packed)
            else:
                _pack(out, directory, entry.info, (new,))
        for name, pieces in added:
            info = zipfile.ZipInfo(name, _DAY_OF_ZIP)
            info.compress_type = zipfile.ZIP_DEFLATED
            _pack(out, directory, info, pieces)
        start = out.tell()
        for line in directory:
            out.write(line)
        end = out.tell()
        _checked(end, len(directory))
        out.write(
            _END.pack(b"PK\5\6", 0, 0, len(directory), len(directory), end - start, start, len(self._comment))
        )
        out.write(self._comment)
        return out.getvalue()


def _packed(data: bytes, info: zipfile.ZipInfo) -> memoryview:
    """The compressed bytes behind the local header (4.3.7)."""
    header = data[info.header_offset : info.header_offset + _LOCAL.size]
    fields = _LOCAL.unpack(header)
    if fields[0] != b"PK\3\4":
        raise zipfile.BadZipFile("local header")
    start = info.header_offset + _LOCAL.size + int(fields[-2]) + int(fields[-1])
    if start + info.compress_size > len(data):
        raise zipfile.BadZipFile("the archive ends early")
    return memoryview(data)[start : start + info.compress_size]


def _pack(out: BytesIO, directory: list[bytes], info: zipfile.ZipInfo, pieces: Pieces) -> None:
    """Packs a new content under `info`, whose sizes and sum become its own. Held are only the packed bytes."""
    check, size, packed = 0, 0, list[bytes]()
    squeeze, rest = _squeezer(info.compress_type)
    for piece in pieces:
        check, size = zlib.crc32(piece, check), size + len(piece)
        packed.append(squeeze(piece))
    packed.append(rest())
    body = b"".join(packed)
    fresh = zipfile.ZipInfo(info.filename, info.date_time)
    for name in ("orig_filename", "compress_type", "create_system", "create_version", "extract_version",
                 "flag_bits", "internal_attr", "external_attr", "comment", "extra"):  # fmt: skip
        setattr(fresh, name, getattr(info, name))
    fresh.CRC, fresh.file_size, fresh.compress_size = check, size, len(body)
    _put(out, directory, fresh, body)


def _squeezer(method: int) -> tuple[Callable[[bytes], bytes], Callable[[], bytes]]:
    if method == zipfile.ZIP_STORED:
        return (lambda piece: piece), (lambda: b"")
    deflate = zlib.compressobj(6, zlib.DEFLATED, -15)
    return deflate.compress, deflate.flush


def _put(out: BytesIO, directory: list[bytes], info: zipfile.ZipInfo, packed: memoryview | bytes) -> None:
    """One part: header and bytes, and its line of the directory. Sizes stand in the header, so none follow."""
    name, flags = _name_of(info)
    _checked(max(info.file_size, info.compress_size), 0)
    year, month, day, hour, minute, second = info.date_time
    when, on = hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day
    extra, offset = _without_zip64(info.extra), out.tell()
    sums = (info.CRC, info.compress_size, info.file_size)
    needs = min(info.extract_version, 20)
    out.write(_LOCAL.pack(b"PK\3\4", needs, flags, info.compress_type, when, on, *sums, len(name), 0) + name)
    out.write(packed)
    made = info.create_system << 8 | info.create_version
    directory.append(
        _CENTRAL.pack(b"PK\1\2", made, needs, flags, info.compress_type, when, on, *sums, len(name), len(extra),
                      len(info.comment), 0, info.internal_attr, info.external_attr, offset)
        + name + extra + info.comment
    )  # fmt: skip


def _name_of(info: zipfile.ZipInfo) -> tuple[bytes, int]:
    """The name's own bytes and the flags: zipfile reads names that are not marked as UTF-8 as cp437 (4.4.4)."""
    flags = info.flag_bits & ~_SIZES_FOLLOW
    if flags & _UTF8:
        return info.orig_filename.encode("utf-8"), flags
    try:
        return info.orig_filename.encode("cp437"), flags
    except UnicodeEncodeError:
        return info.orig_filename.encode("utf-8"), flags | _UTF8


def _without_zip64(extra: bytes) -> bytes:
    """The extra fields without the one for sizes of more than 4 GB, which is not needed here (4.5.3)."""
    kept, at = b"", 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, at)
        if kind != _ZIP64:
            kept += extra[at : at + 4 + length]
        at += 4 + length
    return kept


def _checked(size: int, count: int) -> None:
    if size >= 2**32 or count >= 2**16:
        raise UnreadableError("The workbook is larger than the simple form of a zip archive can hold.")
