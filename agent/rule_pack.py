"""The rule set of a run as one file, so that its findings can be made again when the rules have changed: a zip that the
same rules always make the same. Each folder of rules is a number in it, ours 0, a site's own after it.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from agent.numbers_file import SUFFIX as NUMBERS
from agent.rules import Folder, built_in

_LONGEST = 1 << 24
"""Bytes of one rule file; ours are a few thousand."""
_NAME = re.compile(r"(?P<folder>[0-9]{1,3})/(?:(?:protocols|vendors)/)?\w[\w.\-]*\.(?:toml|tsv)")


class RulePackError(ValueError):
    """This is no rule set that was packed here; the message says why."""


def pack(folders: Sequence[Folder] | None = None) -> bytes:
    """Every file of the folders that `load_rules` reads. folders: as there."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED, compresslevel=9) as packed:
        for number, folder in enumerate(folders if folders is not None else (built_in(),)):
            for part in ("", "protocols", "vendors"):
                here = folder.joinpath(part) if part else folder
                for file in _tables_in(here):
                    name = "/".join(filter(None, (str(number), part, file.name)))
                    entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                    entry.create_system, entry.external_attr = 3, 0o600 << 16
                    packed.writestr(entry, file.read_bytes(), ZIP_DEFLATED, 9)
    return out.getvalue()


def _tables_in(folder: Folder) -> list[Folder]:
    found = (
        [entry for entry in folder.iterdir() if entry.name.endswith((".toml", NUMBERS))]
        if folder.is_dir()
        else []
    )
    return sorted(found, key=lambda entry: entry.name)


def digest_of(octets: bytes) -> str:
    """The SHA-256 of the rules that are packed in these bytes, however they were compressed. Raises RulePackError."""
    whole = hashlib.sha256()
    for name, content in _files(octets):
        for part in (name.encode(), content):
            whole.update(len(part).to_bytes(8))
            whole.update(part)
    return whole.hexdigest()


def unpack(octets: bytes, into: Path) -> tuple[Path, ...]:
    """Writes the files below `into`; the folders of rules, in their order. Raises RulePackError, OSError."""
    for name, content in _files(octets):
        path = into / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return tuple(sorted((p for p in into.iterdir() if p.name.isdecimal()), key=lambda p: int(p.name)))


def _files(octets: bytes) -> Iterator[tuple[str, bytes]]:
    try:
        with ZipFile(BytesIO(octets)) as packed:
            for entry in packed.infolist():
                if not _NAME.fullmatch(entry.filename) or entry.file_size > _LONGEST:
                    raise RulePackError(f"{entry.filename!r} is no rule file")
                yield entry.filename, packed.read(entry)
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error) as error:
        raise RulePackError(f"not a zip of rules ({error})") from error
