"""A newer registry of address blocks than the one that came along: IEEE's own files, read, checked and kept.

    Registry,Assignment,Organization Name,Organization Address      oui.csv (MA-L), mam.csv (MA-M), oui36.csv (MA-S)
    70:B3:D5:53:F0/36<tab>short name<tab>registrant              "manuf", as Wireshark publishes it

The files bear no date, so the day is told by whoever fetched them. They only grow (blocks are hardly ever given back):
a file that has notably fewer blocks of a size than are known already is older or was cut, and is refused. Sizes of which
no file is given keep what was known. The table is kept in the form of "manuf", its first line saying what it is; an
installed registry that has more blocks, as after an update, goes before it.
"""

from __future__ import annotations

import csv
import os
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

FILE = "address-registry.tsv"
HEAD = "# daicho address registry"
COLUMNS = ("Registry", "Assignment", "Organization Name")
SIZES = {6: ("MA-L", 24), 7: ("MA-M", 28), 9: ("MA-S", 36)}
"""Hex digits of an assignment -> IEEE's name of the size, and its bits."""
FEWEST_OF = 0.98
"""Of the blocks of a size that are known; a newer file has hardly ever lost one."""
LARGEST = 40_000_000
"""Bytes; all three files have 6 million today."""
_MANUF = re.compile(r"(?P<block>[0-9A-F]{2}(?::[0-9A-F]{2}){2,5})(?:/(?P<bits>24|28|36))?", re.IGNORECASE)


class RegistryError(ValueError):
    """This file is no registry, or no newer one; the message says what to do."""


def registry_file() -> Path:
    """Where a loaded registry is kept: beside the runs, in the folder of daicho's state."""
    told = os.environ.get("DAICHO_STATE")
    if told:
        return Path(told) / FILE
    import platformdirs  # late: it is not needed where the environment names the folder

    return platformdirs.user_state_path("daicho") / FILE


def blocks_of(text: str) -> dict[str, str]:
    """Block, as the table writes it ("70:B3:D5:53:F0:00/36"), -> registrant. Raises RegistryError."""
    start = text.lstrip("\ufeff")
    found = _of_ieee(start) if start.startswith(",".join(COLUMNS)) else _of_manuf(start)
    if not found:
        raise RegistryError(
            "holds no address block: give oui.csv, mam.csv or oui36.csv of the IEEE, or a manuf file"
        )
    return found


def _of_ieee(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for number, row in enumerate(csv.reader(text.splitlines()), 1):
        if number == 1 or not row:
            continue
        digits = row[1].strip().upper() if len(row) > 2 else ""
        if len(digits) not in SIZES or not re.fullmatch("[0-9A-F]+", digits) or not row[2].strip():
            raise RegistryError(f"line {number} is no row of the IEEE's registry: {','.join(row)[:60]!r}")
        found.setdefault(_written(digits), " ".join(row[2].split()))
    return found


def _of_manuf(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        columns = line.split("\t")
        if not line.strip() or line.startswith("#"):
            continue
        hit = _MANUF.fullmatch(columns[0].strip())
        name = " ".join(columns[-1].split())
        bits = int(hit["bits"] or 24) if hit else 0
        digits = re.sub("[^0-9A-F]", "", hit["block"].upper())[: bits // 4] if hit else ""
        if len(columns) < 2 or len(digits) not in SIZES or not name:
            raise RegistryError(f"line {number} is no line of a manuf file: {line[:60]!r}")
        found.setdefault(_written(digits), name)
    return found


def _written(digits: str) -> str:
    """ "0000AA" -> "00:00:AA", "70B3D553F" -> "70:B3:D5:53:F0/36": whole octets, and the bits where they are not 24."""
    _, bits = SIZES[len(digits)]
    whole = digits + "0" * (len(digits) % 2)
    octets = ":".join(whole[i : i + 2] for i in range(0, len(whole), 2))
    return octets if bits == 24 else f"{octets}/{bits}"


def sizes_of(blocks: Iterable[str]) -> Counter[str]:
    """IEEE's name of a size -> how many blocks of it there are."""
    names = {"": "MA-L", **{str(bits): name for name, bits in SIZES.values()}}
    return Counter(names.get(block.rpartition("/")[2] if "/" in block else "", "") for block in blocks)


def known_blocks(lines: Iterable[str]) -> dict[str, str]:
    """The blocks of a table as it lies (agent/oui.py)."""
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {row[0].rstrip(): row[2] for row in rows if len(row) == 3}


def merged(known: Mapping[str, str], told: Mapping[str, str]) -> dict[str, str]:
    """The told blocks, and the known ones of sizes of which none was told. Raises RegistryError where they are fewer
    than are known already."""
    before, now = sizes_of(known), sizes_of(told)
    for size, count in now.items():
        if count < FEWEST_OF * before[size]:
            raise RegistryError(
                f"holds {count} blocks of size {size}, {before[size]} are known already: it is older, or was cut"
            )
    kept = {block: name for block, name in known.items() if not now[next(iter(sizes_of([block])))]}
    return {**kept, **told}


def edition_of(day: str, told: Mapping[str, str], before: str) -> str:
    """What a report calls the table: day, sizes, and what the other sizes were taken from."""
    sizes = [name for name, _ in SIZES.values() if sizes_of(told)[name]]
    rest = f"; {before}" if before and len(sizes) < len(SIZES) else ""
    return f"IEEE {day} ({', '.join(sizes)}{rest})"


def to_text(blocks: Mapping[str, str], edition: str, installed: str) -> str:
    """The table as it is kept. installed: the edition of the installed registry at that time."""
    head = "\t".join((HEAD, edition, installed))
    return "\n".join((head, *(f"{block}\t\t{blocks[block]}" for block in sorted(blocks)))) + "\n"


def head_of(line: str) -> tuple[str, str]:
    """(edition, edition of the installed registry when it was loaded); ("", "") where this first line is no kept table's."""
    parts = line.split("\t")
    return (parts[1], parts[2]) if len(parts) == 3 and parts[0] == HEAD else ("", "")
