"""Keeps what a fuzzing reached: corpus/TARGET.zip of a folder of inputs, the same bytes for the same inputs.

python -m tests.fuzz.pack FOLDER        FOLDER holds one folder a target, as --corpus of tests/fuzz/run.py made it
"""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

from tests.fuzz.targets import CORPUS, TARGETS

LONGEST = 16 << 10
DAY = (1980, 1, 1, 0, 0, 0)


def packed(folder: Path, target: str) -> int:
    """How many inputs are kept now, those of before included."""
    inputs = {*kept(target), *(path.read_bytes() for path in folder.iterdir())}
    with zipfile.ZipFile(CORPUS / f"{target}.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
        for number, octets in enumerate(sorted(octets for octets in inputs if len(octets) <= LONGEST)):
            out.writestr(zipfile.ZipInfo(str(number), DAY), octets, zipfile.ZIP_DEFLATED)
    return number + 1


def kept(target: str) -> Iterator[bytes]:
    """What is kept for a target: what it reached once, and what once failed."""
    if (pack := CORPUS / f"{target}.zip").exists():
        with zipfile.ZipFile(pack) as all_of_them:
            yield from (all_of_them.read(name) for name in all_of_them.namelist())
    if (failed := CORPUS / target).is_dir():
        yield from (path.read_bytes() for path in sorted(failed.iterdir()))


if __name__ == "__main__":
    for name in sorted(TARGETS):
        if (Path(sys.argv[1]) / name).is_dir():
            print(f"{name}: {packed(Path(sys.argv[1]) / name, name)} inputs")
