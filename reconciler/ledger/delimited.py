"""csv and tsv: the encoding by trial, the delimiter by count, every field kept as text.

Order of trial: a byte order mark, UTF-16 by its zero bytes, UTF-8, then cp932. Never shift_jis: it has
no ㈱, ①, 髙 and turns ～ into 〜. A few broken bytes do not cost the file: they are shown as � and listed.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from pathlib import Path
from typing import Literal

from reconciler.ledger.normalise import Cell
from reconciler.ledger.workbook import MAX_CELLS, Sheet, UnreadableError, Workbook

MAX_BYTES = 40 * 2**20
"""100,000 rows of 25 columns have 25 MB."""

MAX_ROWS = 1_048_576
MAX_LINE = 2**20
MAX_FIELD = 32_768
"""Longest field: what a cell of Excel holds (32,767). A longer one is a quotation mark that never closes."""


def read_delimited(path: Path) -> Workbook:
    """One sheet without a name. Raises UnreadableError where the bytes are no text or have no fields."""
    data = path.read_bytes()
    _refuse_endless(path.name, data)
    text, broken = decode(path.name, data)
    del data
    delimiter = delimiter_of(text, path.suffix.lower())
    rows, unclosed = _fields(text, delimiter)
    if not any(any(cell is not None for cell in row) for row in rows):
        raise UnreadableError(f"{path.name} has no filled cell: copy it again from where the ledger is kept.")
    notes: list[tuple[str, int, str, str]] = []
    if broken:
        for number, row in enumerate(rows, 1):
            if any(isinstance(cell, str) and "\ufffd" in cell for cell in row):
                notes.append(("", number, "bytes that are no character of the file's encoding (shown as \ufffd)",
                              "correct the cell and save the file as CSV UTF-8"))  # fmt: skip
    if unclosed:
        notes.append(("", unclosed, 'a quotation mark (") that is not closed', "remove it or close it"))
    return Workbook((Sheet("", rows),), notes=tuple(notes))


def _refuse_endless(name: str, data: bytes) -> None:
    """Before any text is made of it: a reader of fields would need 20 times the file."""
    if len(data) > MAX_BYTES or data.count(b"\n") > MAX_ROWS:
        raise UnreadableError(
            f"{name} is too large ({len(data) / 2**20:.0f} MB of text): split it, or save it as .xlsx, and try again."
        )
    at = longest = 0
    while longest <= MAX_LINE and (end := data.find(b"\n", at)) >= 0:
        longest, at = max(longest, end - at), end + 1
    if max(longest, len(data) - at) > MAX_LINE:
        raise UnreadableError(
            f"{name} has a line without end, and is no table in text form: give the ledger as .xlsx, .xls or .csv."
        )
    if max(data.count(sign) for sign in (b",", b"\t", b";", b"|")) > MAX_CELLS:
        raise UnreadableError(f"{name} has more than {MAX_CELLS:,} cells: split it and try again.")


def decode(name: str, data: bytes) -> tuple[str, bool]:
    """The text of the file, and whether some bytes had to be replaced. Raises UnreadableError."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return _lenient(data, encoding)
    head = data[:4096]
    if b"\x00" in head:
        odd, even = head[1::2].count(0), head[0::2].count(0)
        if max(odd, even) < len(head) // 8 or min(odd, even) > max(odd, even) // 4:
            raise UnreadableError(f"{name} is no table in text form: give the ledger as .xlsx, .xls or .csv.")
        return _lenient(data, "utf-16-le" if odd > even else "utf-16-be")
    if b"\x1b$" in data:
        return _lenient(data, "iso2022_jp_2")
    for encoding in ("utf-8", "cp932", "euc_jp"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "cp932" and (other := _euc(data, text)):
            return other, False
        return text, False
    return min((_lenient(data, "utf-8"), _lenient(data, "cp932")), key=lambda t: t[0].count("\ufffd"))


def _lenient(data: bytes, encoding: str) -> tuple[str, bool]:
    text = data.decode(encoding, errors="replace")
    return text, "\ufffd" in text


def _euc(data: bytes, as_cp932: str) -> str:
    """EUC-JP decodes under cp932, too. Real cp932 has bytes that EUC-JP forbids, save where it is half width
    kana alone; EUC-JP taken for that is full of ､ and ･, the first bytes of its hiragana and katakana."""
    wide = re.findall("[^\x00-\x7f]", as_cp932)
    kana = sum(1 for c in wide if "\uff61" <= c <= "\uff9f")
    marks = sum(1 for c in wide if c in "､･")
    if not wide or (kana == len(wide) and marks * 5 < 2 * len(wide)):
        return ""
    try:
        return data.decode("euc_jp")
    except UnicodeDecodeError:
        return ""


def delimiter_of(text: str, suffix: str) -> str:
    """The sign between fields: the one that most of the first lines have, tab first in a .tsv."""
    lines = [line for line in text[:100_000].splitlines()[:200] if line.strip()]
    if lines and (m := re.match(r"sep=(.)$", lines[0])):
        return m[1]
    if suffix in {".tsv", ".tab"} and any("\t" in line for line in lines):
        return "\t"
    counts = {sign: sum(1 for line in lines if sign in line) for sign in "\t,;|"}
    best = max(counts.values(), default=0)
    return next((sign for sign in "\t,;|" if counts[sign] == best and best), ",")


def _fields(text: str, delimiter: str) -> tuple[list[tuple[Cell, ...]], int]:
    """Rows as a spreadsheet would number them, and the row where a quotation mark was left open (0: none)."""
    try:
        rows = _parse(text, delimiter, csv.QUOTE_MINIMAL)
        if not any(
            isinstance(cell, str) and cell[0] == delimiter == cell[-1] for row in rows for cell in row
        ):
            return rows, 0
    except csv.Error:
        pass  # a quotation mark is not closed; below it is mended, or reported
    sign = re.escape(delimiter)  # a lone " is mostly a ditto mark; it swallows all up to the next
    mended = re.sub(rf'(?m)(^|{sign})"(?={sign}|\r?$)', r'\1""""', text)
    try:
        return _parse(mended, delimiter, csv.QUOTE_MINIMAL), 0
    except csv.Error:
        rows = _parse(text, delimiter, csv.QUOTE_NONE)
        odd = (n for n, row in enumerate(rows, 1) if sum(c.count('"') for c in row if isinstance(c, str)) % 2)
        return rows, next(odd, 1)


def _parse(text: str, delimiter: str, quoting: Literal[0, 3]) -> list[tuple[Cell, ...]]:
    """Raises csv.Error where a quotation mark is not closed, and UnreadableError where there are too many cells."""
    rows: list[tuple[Cell, ...]] = []
    seen: dict[str, str] = {}
    total = 0
    before = csv.field_size_limit(MAX_FIELD if quoting == csv.QUOTE_MINIMAL else len(text) + 1)
    try:
        for record in csv.reader(
            io.StringIO(text, newline=""), delimiter=delimiter, quoting=quoting, strict=True
        ):
            rows.append(tuple(_cell(value, seen) for value in record))
            total += len(record)
            if total > MAX_CELLS:
                raise UnreadableError(f"The file has more than {MAX_CELLS:,} cells: split it and try again.")
    finally:
        csv.field_size_limit(before)
    return rows


_AS_FORMULA = re.compile(r'^="(.*)"$', re.DOTALL)


def _cell(value: str, seen: dict[str, str]) -> Cell:
    """A field as text; ="00123" is what exports write to keep the zeros."""
    plain = value.replace("\x00", "")
    if plain.startswith('="') and (m := _AS_FORMULA.match(plain)):
        plain = m[1]
    if not plain.strip():
        return None
    return seen.setdefault(plain, plain)
