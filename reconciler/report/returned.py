"""The report's workbook read back: what people wrote on it, wherever its rows and columns stand by now.

Sheets, columns and rows are found by what they say (headings in either language, the hidden key), so that sorting,
filtering, deleting and saving with another program change nothing. Every row that says something
becomes an Entry, a Problem or a remark with its cell; none is dropped in silence.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reconciler import row_key
from reconciler.deciding import Entry, Place, Problem
from reconciler.decisions import PAIRED, Verdict
from reconciler.ledger.dates import day
from reconciler.ledger.normalise import Cell, cell_text
from reconciler.ledger.workbook import Sheet, Workbook, column_letter
from reconciler.report.entries import ENTRIES, SHOWN
from reconciler.report.filled_in import stays_here
from reconciler.report.wording import LANGUAGES, words
from reconciler.row_key import RowKey, RowKeyError

HEADINGS_WITHIN = 100
"""Rows of a sheet in which its headings are looked for: people write above them."""

_FAMILY = row_key.SCHEMA.partition("/")[0] + "/"


@dataclass(frozen=True, slots=True)
class Returned:
    """problems: what cannot be read.  remarks: what was written and says nothing without a verdict,
    or stands where nothing is taken from."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    remarks: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _List:
    """A sheet with keys. columns: code -> column, counted from 0.  head: the row of its headings."""

    sheet: Sheet
    head: int
    key: int
    columns: Mapping[str, int]

    def cell(self, row: int, code: str) -> Cell:
        return self.at(row, self.columns.get(code, -1))

    def at(self, row: int, column: int) -> Cell:
        cells = self.sheet.rows[row]
        return cells[column] if 0 <= column < len(cells) else None

    def place(self, row: int, code: str) -> Place:
        column = self.key if code == "key" else self.columns.get(code, self.key)
        return Place(self.sheet.name, f"{column_letter(column)}{row + 1}")


def read_back(book: Workbook) -> Returned | None:
    """None where no sheet of it has our keys: it is not our workbook, or the hidden column was taken out."""
    lists = [found for sheet in book.sheets if (found := _list_of(sheet))]
    if not lists:
        return None
    names = _Names(lists)
    entries: list[Entry] = []
    problems: list[Problem] = []
    remarks: list[Problem] = []
    for one in lists:
        missing = [code for code, _ in ENTRIES if code not in one.columns]
        if missing:
            values = {"code": missing[0]}
            problems.append(Problem(Place(one.sheet.name, f"A{one.head + 1}"), "no_column", values))
            continue
        for row in range(one.head + 1, len(one.sheet.rows)):
            for said in _read(one, row, names, epoch_1904=book.epoch_1904):
                if isinstance(said, Entry):
                    entries.append(said)
                else:
                    (remarks if said.code == "no_verdict" else problems).append(said)
    keyed = {one.sheet.name for one in lists}
    remarks += stays_here((s for s in book.sheets if s.name not in keyed), _plain)
    return Returned(tuple(entries), tuple(problems), tuple(remarks))


def _list_of(sheet: Sheet) -> _List | None:
    for row, cells in enumerate(sheet.rows[:HEADINGS_WITHIN]):
        for column, cell in enumerate(cells):
            if isinstance(cell, str) and cell.startswith(_FAMILY):
                found = {code: n for n, c in enumerate(cells) if (code := _headings().get(_plain(c)))}
                return _List(sheet, row, column, found)
    return None


@cache
def _headings() -> Mapping[str, str]:
    codes = {*(code for code, _ in ENTRIES), *(code for codes in SHOWN.values() for code in codes)}
    return {_plain(words(lang).of("column", code)): code for lang in LANGUAGES for code in sorted(codes)}


@cache
def _verdicts() -> Mapping[str, Verdict]:
    return {
        _plain(text): verdict
        for lang in LANGUAGES
        for verdict in Verdict
        for text in (
            words(lang).of("verdict", verdict.value),
            *words(lang).of("verdict_also", verdict.value).split("|"),
            verdict.value,
        )
    }


def _plain(cell: Cell) -> str:
    """Whatever the width, case, blanks and dashes."""
    text = unicodedata.normalize("NFKC", "" if cell is None else cell_text(cell)).casefold()
    return re.sub(r"[‐‑‒–—―−ー]", "-", "".join(text.split()))


# -- one row -------------------------------------------------------------------------------------


def _read(one: _List, row: int, names: _Names, *, epoch_1904: bool) -> Iterable[Entry | Problem]:
    texts = {code: " ".join(_text(one.cell(row, code)).split()) for code, _ in ENTRIES}
    if not any(texts.values()):
        return
    places = {code: one.place(row, code) for code, _ in ENTRIES}
    if not texts["verdict"]:
        yield Problem(places["verdict"], "no_verdict")
        return
    verdict = _verdict_of(texts["verdict"])
    key, problem = _key_of(one, row)
    until = _day(one.cell(row, "until"), epoch_1904=epoch_1904)
    problems = [problem] if problem else []
    if verdict is None:
        problems.append(Problem(places["verdict"], "verdict", {"text": texts["verdict"]}))
    if until is None:
        problems.append(Problem(places["until"], "date", {"text": texts["until"]}))
    if problems or key is None or verdict is None or until is None:
        yield from problems
        return
    other_row = other_device = ""
    if texts["partner"]:
        found = names.partner(texts["partner"], key) if verdict in PAIRED else "partner_unused"
        if isinstance(found, str):
            yield Problem(places["partner"], found, {"text": texts["partner"]})
            return
        other_row, other_device = found
        if verdict is Verdict.SAME and other_device and names.owner(other_device) == key.device:
            yield Problem(places["partner"], "itself")
            return
    subject = _text(one.cell(row, SHOWN[key.list][1 if key.list == "items" else 0])).split("\n")[0]
    if key.list == "rows":
        subject = _text(one.cell(row, "name")) or subject
    yield Entry(
        key, verdict, texts["owner"], until, texts["note"], other_row, other_device, subject, places
    )  # fmt: skip


def _text(cell: Cell) -> str:
    return "" if cell is None else cell_text(cell).strip()


def _verdict_of(text: str) -> Verdict | None:
    """As offered, or as people shorten it; what stands in brackets behind it does not count."""
    plain = _plain(text)
    return _verdicts().get(plain) or _verdicts().get(re.sub(r"[〔(\[【].*", "", plain).strip("。.、"))


def _key_of(one: _List, row: int) -> tuple[RowKey | None, Problem | None]:
    text = _text(one.at(row, one.key))
    if not text:
        return None, Problem(one.place(row, "verdict"), "no_key")
    try:
        key = row_key.read(text)
    except RowKeyError as error:
        return None, Problem(one.place(row, "key"), error.code)
    shown = SHOWN.get(key.list, ())
    if not shown or any(code not in one.columns for code in shown):
        return None, Problem(one.place(row, "verdict"), "torn")
    if row_key.shown(_text(one.cell(row, code)) for code in shown) != key.shown:
        return None, Problem(one.place(row, "verdict"), "torn")
    return key, None


def _day(cell: Cell, *, epoch_1904: bool) -> str | None:
    """ISO 8601, "" where nothing is written; None where it is no certain, whole day."""
    if cell is None or not _text(cell):
        return ""
    found = day(cell, epoch_1904=epoch_1904)
    is_count = isinstance(cell, int | float) or _text(cell).isdecimal()
    if found.problem or len(found.value) != len("2026-01-01") or (found.doubt and not is_count):
        return None
    return found.value


# -- the other one of a pair ---------------------------------------------------------------------

_ADDRESS = re.compile(
    r"(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}|\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]*:[0-9a-f:]+:[0-9a-f:]*"
)


class _Names:
    """What the workbook itself calls rows and devices: numbers on labels, places in the ledger, addresses."""

    def __init__(self, lists: Sequence[_List]) -> None:
        self._rows: dict[str, set[str]] = defaultdict(set)
        self._devices: dict[str, set[str]] = defaultdict(set)
        self._owners: dict[str, str] = {}
        for one in lists:
            for row in range(one.head + 1, len(one.sheet.rows)):
                key, _ = _key_of(one, row)
                if key is not None and key.list == "rows" and key.row:
                    for text in (key.row, _text(one.cell(row, "tag")), _text(one.cell(row, "row"))):
                        self._rows[_plain(text)].add(key.row)
                elif key is not None and key.list == "devices":
                    for address in self._addresses(one, row):
                        self._devices[address].add(key.device)
                        self._owners[self._within(key.device, address)] = key.device

    @staticmethod
    def _addresses(one: _List, row: int) -> Iterable[str]:
        for code in ("ip", "mac"):
            for text in re.split(r"[\s、,]+", _text(one.cell(row, code)).casefold()):
                if found := _ADDRESS.fullmatch(text):
                    yield found[0].replace("-", ":") if code == "mac" else found[0]

    @staticmethod
    def _within(device: str, address: str) -> str:
        site = device.rpartition("/")[0]
        return f"{site}/{address}" if site else address

    def owner(self, name: str) -> str:
        """The device of an address ("site/address"), or the device itself."""
        return self._owners.get(name, name)

    def partner(self, text: str, key: RowKey) -> tuple[str, str] | str:
        """(row key, device) of which one is "", or the code of a problem."""
        plain = _plain(text)
        if rows := self._rows.get(plain):
            return (next(iter(rows)), "") if len(rows) == 1 else "partner_twice"
        digits = re.sub(r"[:.-]", "", plain)
        is_mac = re.fullmatch(r"[0-9a-f]{12}", digits) is not None
        address = ":".join(digits[n : n + 2] for n in range(0, 12, 2)) if is_mac else plain
        devices = self._devices.get(address, set())
        if not devices:
            return "partner"
        if key.device in devices:
            return "", self._within(key.device, address)
        return ("", next(iter(devices))) if len(devices) == 1 else "partner_twice"
