"""Where the headings of tables stand: one to three rows at any height, found by what they say.

A block of rows is a header where its cells, joined down, are headings that we know; each further row must
pay for itself, so that the first row of data is never taken for a second row of headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reconciler.ledger.abreast import without_number
from reconciler.ledger.candidate import STRONG, WITHIN, Candidate
from reconciler.ledger.dictionary import Dictionary, heading_key
from reconciler.ledger.grid import Grid
from reconciler.ledger.headings import candidates
from reconciler.ledger.headings import known as heading_known
from reconciler.ledger.listed import is_half
from reconciler.ledger.normalise import Cell, text

IDENTITY = frozenset({"tag", "name", "hostname", "model", "serial", "macs", "ips"})
"""A table without any of these describes no devices."""

MAX_HEIGHT = 3
MAX_HEADERS = 1000
"""Of one sheet: a form with its headings on each of a thousand pages. Further ones only repeat the last."""

DEEP = 1000
"""Rows below the last headings, amid data, from which on only headings that a dialect has are looked for."""

_PLAIN = 6
"""Characters up to which a text with a digit in it may be a heading that no dialect has: NIC1, LAN2."""

_MANY = 5
"""Headings of a row that may each be a word of data."""

_REMEMBERED = 50_000

LONGEST = 60
"""Characters of a heading; longer text is a sentence."""

_VALUE = re.compile(
    r"^\s*(\d{1,3}\.){3}\d|^([0-9A-Fa-f]{2}[:-]){5}|^\d{4}[-/年.]\d|^[RHS]\d{1,2}[./-]|^(令和|平成|昭和)\d|^\d{5,}$|^[A-Za-z]{1,6}[-_]?\d{2,}$"
)
_NUMBERED = re.compile(r"^\s*[(（\[]?\d{1,2}[)）\].:：、．]\s*")
_CIRCLED = re.compile(r"^\s*[①-⑳]\s*")
_ORDINAL = re.compile(r"^[(（]?\s*\d{1,2}\s*[)）]?$|^[①-⑳]$|^[A-Z]$")
_HINT_WORDS = frozenset(
    {
        "必須",
        "任意",
        "半角",
        "全角",
        "半角英数",
        "半角数字",
        "選択",
        "入力",
        "自動",
        "○",
        "◎",
        "required",
        "optional",
        "自由記述",
        "プルダウン",
    }
)
_HINT_SHAPE = re.compile(
    r"(?:[ym西暦年]{2,4}[-/.年]?[m月]{1,2}(?:[-/.月]?[d日]{1,2})?日?|(?:xx+[-:.])*xx+|半角.{0,8}|全角.{0,8}|.{0,8}から選択|例[:：].{1,20}|\d{1,2}(?:桁|文字)(?:以内)?)",
    re.IGNORECASE,
)
"""How a cell is to be written: yyyy/mm/dd, 半角英数字, リストから選択."""

_IN_BRACKETS = re.compile(r"[(（〔\[<＜【].{1,30}[)）〕\]>＞】]")
"""（S/N）, （固定の場合）: what belongs to the heading above it."""

_HINTS = 3
"""So many among the cells of a row, and half of them, make the others hints, too: 本体裏面を確認 beside 必須 and 任意."""


@dataclass(frozen=True, slots=True)
class Header:
    """Rows top to bottom (from 0, inclusive); `parts`: column -> its headings from top to bottom."""

    top: int
    bottom: int
    parts: Mapping[int, tuple[str, ...]]


class Headers:
    """Finds the headers of one grid. A class because all of its questions share the grid and a cache."""

    def __init__(self, grid: Grid, words: Dictionary) -> None:
        self._grid, self._words = grid, words
        self._known: dict[str, int] = {}
        self._listed: dict[str, int] = {}
        self._deep = False

    def all(self) -> Iterator[Header]:
        """From top to bottom; none overlap."""
        row, count, found = 0, len(self._grid.rows), 0
        previous: Header | None = None
        while row < count and found < MAX_HEADERS:
            self._deep = row - (previous.bottom if previous else 0) > DEEP and self._amid_data(row)
            header = self._at(row, previous) if self._promising(row) else None
            if header is None:
                row += 1
                continue
            yield header
            previous, row, found = header, header.bottom + 1, found + 1

    def _promising(self, row: int) -> bool:
        """At least two of the first filled cells, or the only one, are headings that we know, one of them well."""
        hits = strong = seen = 0
        for cell in self._grid.rows[row]:
            if cell is None:
                continue
            seen += 1
            if seen == 1 and is_value(cell):
                return False  # numbers, dates and tags begin data: by far the most rows end here
            known = self._known_as(cell) if isinstance(cell, str) else 0
            hits, strong = hits + (known > 0), strong + (known > 1)
            if hits >= 2 and strong:  # words of data are headings, too: a state 廃棄, a kind サーバ
                return not self._has_values(row)
            if seen >= 8 and not hits:
                return False
        if (
            hits >= _MANY and hits * 10 >= seen * 8
        ):  # 区分, 名称, 機種, 状態: each may be data, all of them are not
            return not self._has_values(row)
        return strong == 1 and seen == 1 and self._grid.width == 1

    def _has_values(self, row: int) -> bool:
        cells = self._grid.rows[row]
        return sum(map(is_value, cells)) * 4 > len(cells)

    def _known_as(self, cell: str) -> int:
        """2: a heading that means one thing; 1: one that may, or a group of headings; 0: nothing known."""
        if self._deep or (len(cell) > _PLAIN and any(map(str.isdigit, _NUMBERED.sub("", cell)))):
            return self._listed_as(without_number(cell, self._words) or cell)
        known = self._known.get(cell)
        if known is None:
            if is_value(cell) or cell.rstrip().endswith((":", "：")):
                return 0
            known = heading_known(self._words, cell) or int(heading_key(cell) in self._words.groups)
            self._known[cell] = known
        return known

    def _listed_as(self, cell: str) -> int:
        """As `_known_as`, by the dialects alone: data is asked 100,000 times."""
        known = self._listed.get(cell)
        if known is None:
            key = heading_key(cell) if len(cell) <= LONGEST else ""
            entries = self._words.headings.get(key, ())
            known = 2 if any(not e.weak for e in entries) else int(bool(entries) or key in self._words.groups)
            if len(self._listed) < _REMEMBERED:
                self._listed[cell] = known
        return known

    def _at(self, row: int, previous: Header | None) -> Header | None:
        """The best block that begins at `row`, with the groups above it; None where it is no header."""
        best: tuple[float, Header] | None = None
        for height in range(1, MAX_HEIGHT + 1):
            bottom = row + height - 1
            if bottom >= len(self._grid.rows) or (height > 1 and not self._continues(row, bottom)):
                break
            if height > 1 and self._merged_into(row, bottom):
                best = None  # what is merged down from the headings is no row of data
            header = Header(row, bottom, self.parts(row, bottom))
            score = self._score(header)
            if best is None or score > best[0]:
                best = (score, header)
        if best is None:
            return None
        header = self._with_groups(best[1], previous)
        return (
            header if self._valid(header, amid=previous is not None and self._amid_data(header.top)) else None
        )

    def _amid_data(self, row: int) -> bool:
        """Whether the row above has several cells, as rows of data have; a new table begins after a gap or a title."""
        return row > 0 and sum(1 for cell in self._grid.rows[row - 1] if cell is not None) > 2

    def _continues(self, top: int, row: int) -> bool:
        """Whether `row` may be a further row of the headings above: a merge says so, or it is made of headings."""
        cells = [(c, cell) for c, cell in enumerate(self._grid.rows[row]) if cell is not None]
        own = [cell for c, cell in cells if (row, c) not in self._grid.down]
        merged = any(
            self._grid.down.get((row, c), row) < row and self._grid.down[row, c] >= top
            for c, _ in cells
            if (row, c) in self._grid.down
        )
        if any(is_value(cell) for cell in own):
            return False
        hits = sum(1 for cell in own if isinstance(cell, str) and (self._known_as(cell) or is_half(cell)))
        return merged or (hits >= 1 and hits * 2 >= len(own))

    def _merged_into(self, top: int, row: int) -> bool:
        """Whether several headings are merged down from the rows above into `row`."""
        down = self._grid.down
        cells = [c for c, cell in enumerate(self._grid.rows[row]) if cell is not None]
        return sum(1 for c in cells if down.get((row, c), -1) >= top) * 3 >= max(len(cells), 6)

    def parts(self, top: int, bottom: int) -> dict[int, tuple[str, ...]]:
        """The headings of each column, from the rows top to bottom."""
        grid = self._grid
        found: dict[int, tuple[str, ...]] = {}
        width = max(len(grid.rows[row]) for row in range(top, bottom + 1))
        spans = {
            c
            for row in range(top, bottom + 1)
            for m in grid.across.get(row, ())
            for c in range(m.left, min(m.right, m.left + 200) + 1)
        }
        for column in range(max(width, max(spans, default=-1) + 1)):
            parts: list[str] = []
            for row in range(top, bottom + 1):
                cell = grid.heading(row, column)
                if cell is None and row < bottom:
                    cell = self._from_left(row, column, top, bottom)
                part = "" if cell is None else text(_CIRCLED.sub("", _heading_text(cell)))
                if part and part not in parts[-1:]:
                    parts.append(part)
            if parts:
                found[column] = tuple(parts)
        return found

    def _from_left(self, row: int, column: int, top: int, bottom: int) -> Cell:
        """A group written once over several columns without a merge: ネットワーク over IP and the blank over MAC."""
        if not any(self._grid.cell(r, column) is not None for r in range(row + 1, bottom + 1)):
            return None
        for left in range(column - 1, max(column - 12, -1), -1):
            cell = self._grid.cell(row, left)
            if not any(self._grid.cell(r, left) is not None for r in range(row + 1, bottom + 1)):
                return None
            if cell is not None:
                return cell if (row + 1, left) not in self._grid.down else None
        return None

    def _score(self, header: Header) -> float:
        score, before = 0.0, tuple[str, ...]()
        for parts in header.parts.values():
            best = self.best(parts)
            if parts == before:  # one heading over several columns tells none of them
                score += 0.5
            elif best is not None:
                score += 3.0 if best.score >= STRONG else 1.5 if best.score >= WITHIN + 20 else 1.0
            elif heading_key(parts[-1]) in self._words.groups:
                score -= 0.5
            before = parts
        values = sum(
            1
            for row in range(header.top, header.bottom + 1)
            for cell in self._grid.rows[row]
            if is_value(cell)
        )
        return score - 3.0 * values - 0.4 * (header.bottom - header.top)

    def best(self, parts: tuple[str, ...]) -> Candidate | None:
        if sum(map(len, parts)) > LONGEST:
            return None
        found = candidates(self._words, parts)
        return found[0] if found else None

    def _with_groups(self, header: Header, previous: Header | None) -> Header:
        """Takes in up to two rows above that name groups of columns: merged across, or of words for groups."""
        floor = previous.bottom + 1 if previous else 0
        while header.top > floor and header.bottom - header.top + 1 < MAX_HEIGHT + 1:
            row = header.top - 1
            cells = [(c, cell) for c, cell in enumerate(self._grid.rows[row]) if cell is not None]
            if not cells or any(is_value(cell) or len(_heading_text(cell)) > 20 for _, cell in cells):
                break
            spans = [m for m in self._grid.across.get(row, ()) if self._grid.cell(row, m.left) is not None]
            whole = any(m.right - m.left + 1 >= 0.9 * len(header.parts) for m in spans)
            named = [cell for _, cell in cells if heading_key(_heading_text(cell)) in self._words.groups]
            if whole or not (
                len(spans) >= 2 or (spans and named) or (len(named) >= 2 and len(named) * 2 >= len(cells))
            ):
                break
            header = Header(row, header.bottom, self.parts(row, header.bottom))
        return header

    def _valid(self, header: Header, *, amid: bool) -> bool:
        """amid: data stands right above, so that a row of data must not be taken for headings."""
        found = [self.best(parts) for parts in header.parts.values()]
        fields = {f for c in found if c for f in c.fields}
        strong = {f for c in found if c and c.score >= STRONG - 4 for f in c.fields}
        known = sum(1 for c in found if c is not None)
        if not fields & IDENTITY or not strong:
            return False
        values = sum(
            1
            for row in range(header.top, header.bottom + 1)
            for cell in self._grid.rows[row]
            if is_value(cell)
        )
        if values * 4 > len(header.parts):
            return False
        if len(header.parts) == 1:
            return bool(strong & IDENTITY)
        enough = known * 10 >= len(header.parts) * (8 if amid else 5)
        return len(fields) >= 2 and (enough or len(strong) >= 4) and (len(strong) >= 2 or not amid)


def _heading_text(cell: Cell) -> str:
    return cell if isinstance(cell, str) else str(cell)


def is_value(cell: Cell) -> bool:
    """True for what stands in data and not in headings: numbers, dates, addresses, numbered names."""
    if cell is None:
        return False
    if isinstance(cell, str):
        return len(cell) > LONGEST or bool(_VALUE.match(cell))
    return isinstance(cell, int | float | bool | date)


def is_hint_row(cells: Sequence[Cell]) -> bool:
    """A row under the headings that says how to fill them: (1) (2) (3), 必須 任意."""
    filled = [text(c) if isinstance(c, str) else str(c) for c in cells if c is not None]
    if len(filled) < 3:
        return False
    if all(_ORDINAL.match(c) for c in filled):
        numbers = [int(n) for c in filled if (n := re.sub(r"\D", "", c))]
        return numbers == sorted(set(numbers)) and (not numbers or numbers[0] <= 1)
    if all(_IN_BRACKETS.fullmatch(c) for c in filled):
        return True
    hints = sum(1 for c in filled if c.casefold() in _HINT_WORDS or _HINT_SHAPE.fullmatch(c))
    if hints == len(filled):
        return True
    return hints >= _HINTS and hints * 2 >= len(filled) and not any(map(is_value, cells))
