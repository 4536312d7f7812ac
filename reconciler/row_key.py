"""The key in a hidden cell of each row on which somebody may decide: what the row is about, wherever it is moved.

A workbook is sorted, filtered, partly deleted and saved by other programs before it comes back. The key
names run, list, difference, device and row; it has a digest of what the row showed, so that a sort
that took only some of the columns along is noticed, and a digest of itself. That is against accidents: who
means to forge a decision could write it into the store as well.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

SCHEMA = "daicho.row/1"


class RowKeyError(ValueError):
    """No key, or one that was changed. `code` says which (problem.CODE in the catalogue)."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class RowKey:
    """list: code of the sheet.  device, row: "" where the row of the workbook has none.  addresses: the
    device's own (its "site/address" each).  decisions: numbers of those that the row showed as being in force.
    shown: digest of what it showed."""

    run: str
    list: str
    difference: str = ""
    device: str = ""
    row: str = ""
    decisions: tuple[int, ...] = ()
    shown: str = ""


def shown(cells: Iterable[object]) -> str:
    """A digest of texts and numbers, whatever a program that saved them did to widths and blanks."""
    plain = ("".join(unicodedata.normalize("NFKC", str(cell or "")).split()) for cell in cells)
    return _digest("\x1f".join(plain))


def written(key: RowKey) -> str:
    """The text of the cell: ASCII alone, which no program changes when it saves."""
    parts = [SCHEMA, key.run, key.list, key.difference, key.device, key.row, list(key.decisions), key.shown]
    return json.dumps([*parts, _digest(json.dumps(parts))])


def read(text: str) -> RowKey:
    """Raises RowKeyError."""
    try:
        parts = json.loads(text)
    except ValueError as error:
        raise RowKeyError("key") from error
    if not isinstance(parts, list) or not parts or not isinstance(parts[0], str):
        raise RowKeyError("key")
    if parts[0] != SCHEMA and parts[0].startswith("daicho.row/"):
        raise RowKeyError("schema")
    if len(parts) != 9 or _digest(json.dumps(parts[:-1])) != parts[-1]:
        raise RowKeyError("key")
    _, run, sheet, difference, device, row, decisions, digest, _ = parts
    return RowKey(run, sheet, difference, device, row, tuple(decisions), digest)


def _digest(text: str) -> str:
    return sha256(text.encode(errors="surrogatepass")).hexdigest()[:12]
