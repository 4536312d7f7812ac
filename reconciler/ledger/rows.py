"""What each row of a table is: a device, or what else and why it is skipped. Nothing is dropped in silence.

Ledgers have rows that are no devices: headings repeated on each page, sections that name a ward, subtotals,
legends, numbered but empty lines, examples of how to fill the form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from reconciler.ledger.beside import (
    heads_a_network,
    is_beside,
    is_contact,
    is_legend,
    is_remark,
    is_signed,
)
from reconciler.ledger.candidate import WITHIN
from reconciler.ledger.columns import Assigned
from reconciler.ledger.dictionary import Dictionary
from reconciler.ledger.grid import Grid
from reconciler.ledger.headings import candidates, known
from reconciler.ledger.normalise import Cell, state_key, text
from reconciler.ledger.sections import Section, bare_title, marked, section_of
from reconciler.ledger.tables import Table

TITLE, HEADER, BLANK, SUBTOTAL, SECTION = "title", "header", "blank", "subtotal", "section"
ASIDE = "row of another table, which is not of devices"
NAMELESS = "no device is named in this row"
NO_DEVICE = "a number that no device has"
LEGEND, REMARK, EXAMPLE, UNFILLED = (
    "legend",
    "remark beside the table",
    "example of how to fill the form",
    "numbered, but not filled in",
)

_SUBTOTAL = re.compile(
    r"^[<(\[【]?(小計|合計|総計|総合計|累計|中計|計|頁計|(前|次)?[頁葉](より|へ)?繰越|繰越|部門計|総数|総台数|合計台数|total|subtotal|grandtotal|sum)[)>\]】]?[::]?\d*(台|件|点|個|式|円)?$",
    re.IGNORECASE,
)
_COUNTS = re.compile(r"(集計|内訳|別)$")
_LONGEST_HEADING = 20
_TITLE_ROWS = 10
"""Rows above the headings that a page may have again."""

_PAGE = re.compile(
    r"(p\.?|page|ページ|頁)?\s*\d{1,4}\s*(頁|ページ|枚目)?(\s*/\s*\d{1,4}\s*(頁|ページ|枚)?)?", re.IGNORECASE
)
_COUNT = re.compile(r"[\d,.]*\s*(台|件|点|個|式|円)?")
_ENDS_IN_TOTAL = re.compile(r"^.{1,20}(小計|合計|総計)[::]?\d*(台|件|点)?$|^.{0,20}計[::]?\d+(台|件|点)$")
_BOXED = re.compile(r"^[【〔■◆●▼◎].")
"""Signs that begin a title and never a name."""

_NUMBERED_TABLE = re.compile(
    r"(?i)(?:第 ?[\d一二三四五六七八九十]{1,2} ?表|(?:別?表|table) ?[\d一二三四五六七八九十]{1,2})[ :.]"
)
"""表２　洗浄装置: the title of the next table."""

_SPACED_TOTAL = re.compile(r"\s(小計|合計|総計|計)$")
"""放射線科 計, and no 血圧計."""

_EXAMPLE = re.compile(
    r"^([((【<]?(記入|入力|記載)?例[))】>]?([::)].*)?|サンプル|example|sample)$", re.IGNORECASE
)
_LEFT_OUT = re.compile(
    r"^[(\[【]?(欠番|空番|永久欠番|欠|空き|空|未使用|ブランク(パネル)?|空きスペース)[)\]】]?$"
)
_SPACE = re.compile(r"空|ブランク")
"""In a rack, a space has its place."""

_IDS = frozenset({"macs", "ips", "serial", "hostname", "model"})
_BESIDE = frozenset({"note", "department", "place", "user", "responsible", "introduced", "checked"})
_BESIDE_ALL = _BESIDE | {
    "remote_maintenance",
    "maintainer",
    "maintained_until",
    "networked",
    "dhcp",
    "state",
    "unit",
}
_FORM_ONLY = frozenset({"tag", "state", "dhcp", "networked", "quantity", "kind"})


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table. why: "" for a device, else why it is none.  section: set where it begins one.
    parent: the row that this one continues (an asset merged over several rows), else -1."""

    index: int
    why: str = ""
    section: Section | None = None
    parent: int = -1


def rows_of_table(
    grid: Grid, table: Table, columns: tuple[Assigned, ...], words: Dictionary
) -> Iterator[Row]:
    """Every row from table.first to table.last, in order."""
    judge = _Judge(grid, table, columns, words)
    parent = -1
    gap, aside = False, frozenset[int]()
    for index in range(table.first, table.last + 1):
        row = judge.row(index, parent)
        if row.why == BLANK:
            aside = frozenset()
        elif not (aside and judge.within(index, aside)):
            aside = judge.headings_of_another(index, below_a_gap=gap)
        if aside:
            row = Row(index, ASIDE)
        gap = row.why == BLANK or (gap and row.why in {REMARK, LEGEND, SECTION})
        if not row.why:
            parent = index
        elif row.parent < 0:
            parent = -1
        yield row


class _Judge:
    """The questions about one row share the table; hence a class."""

    def __init__(self, grid: Grid, table: Table, columns: tuple[Assigned, ...], words: Dictionary) -> None:
        self._grid, self._table, self._words = grid, table, words
        self._fields: Mapping[int, tuple[str, ...]] = {c.column: c.fields for c in columns}
        self._weak = {c.column for c in columns if c.weak}
        self._columns = tuple(c for c in table.columns if c not in table.apart)
        self._wanted = frozenset(self._columns)
        self._of_devices = [c for c in self._columns if set(self._fields.get(c, ())) - _BESIDE_ALL]
        self._first = min((c.column for c in columns), default=0)
        above = grid.rows[max(table.top - _TITLE_ROWS, 0) : max(table.top, 0)] if grid.places is None else []
        self._titles = {text(cell) for cells in above for cell in cells if isinstance(cell, str)}
        self._keys = [c.column for c in columns if set(c.fields) & {"tag", "serial"} and not c.weak]
        self._own_keys = [
            c.column for c in columns if set(c.fields) & {"serial", "hostname", "name", "model"}
        ]

    def row(self, index: int, parent: int) -> Row:
        cells = self._grid.rows[index]
        count = len(cells)
        down = self._grid.down
        own = [
            (c, cells[c])
            for c in self._columns
            if c < count and cells[c] is not None and (index, c) not in down
        ]
        if len(own) > 4 and not self._suspect(own):
            if not self._names_device(index):
                return Row(index, NAMELESS)
            return Row(index, *self._continued(index, parent, own))
        if not own:
            return self._nothing(index, cells, parent)
        if (
            self._table.own
            and not self._table.own & {c for c, _ in own}
            and (self._table.side >= 0 or len(own) > 1)
        ):
            return Row(index, NAMELESS)
        return self._judged(index, own, parent)

    def within(self, index: int, columns: frozenset[int]) -> bool:
        """Whether nothing stands in the row but in these columns."""
        return {c for c, cell in enumerate(self._grid.rows[index]) if cell is not None} <= columns

    def headings_of_another(self, index: int, *, below_a_gap: bool) -> frozenset[int]:
        """The columns of a row of headings of a smaller table below this one, 機種別集計 over 台数, and of boxes to be
        signed; else none. below_a_gap: a blank row stands above, or one with a title between."""
        first = next((cell for cell in self._grid.rows[index] if cell is not None), None)
        if not below_a_gap and not (isinstance(first, str) and is_signed(first)):
            return frozenset()
        cells = [(c, cell) for c, cell in enumerate(self._grid.rows[index]) if cell is not None]
        texts = [text(cell) for _, cell in cells if isinstance(cell, str) and len(cell) <= _LONGEST_HEADING]
        columns = frozenset(c for c, _ in cells)
        if not 2 <= len(texts) == len(cells):
            return frozenset()
        if all(map(is_signed, texts)):
            return columns
        if not below_a_gap or len(cells) >= max(len(self._columns), 3):
            return frozenset()
        said = [2 if _COUNTS.search(plain) else known(self._words, plain) for plain in texts]
        sure = 2 in said and sum(map(bool, said)) * 2 >= len(said)
        numberless = set(self._fields.get(cells[0][0], ())) & {"tag"} and not re.search(
            r"[0-9A-Za-z]", texts[0]
        )
        heads = numberless and all(
            any(c.score >= WITHIN for c in candidates(self._words, (p,))[:1]) for p in texts
        )
        return columns if sure or heads else frozenset()

    def _suspect(self, own: list[tuple[int, Cell]]) -> bool:
        """Whether a row with many cells needs a closer look: it may repeat the headings, be a total or an example."""
        column, cell = own[0]
        if isinstance(cell, str):
            parts = self._table.parts.get(column, ())
            if (
                cell in parts
                or text(cell) in parts
                or (len(cell) < 30 and (_SUBTOTAL.match(text(cell)) or _EXAMPLE.match(text(cell))))
            ):
                return True
        return any(
            isinstance(c, str) and c[0] in "小合総計累前次頁繰" and _SUBTOTAL.match(text(c))
            for _, c in own[:6]
        )

    def _continued(
        self, index: int, parent: int, own: list[tuple[int, Cell]]
    ) -> tuple[str, Section | None, int]:
        """An asset whose number is merged over several rows, each with one of its addresses."""
        down = self._grid.down
        if parent < 0 or not any(down.get((index, c), -1) >= self._table.first for c in self._keys):
            return "", None, -1
        filled = {c for c, _ in own}
        if any(c in filled for c in self._own_keys):
            return "", None, -1
        return f"continues row {parent + 1}", None, parent

    def _nothing(self, index: int, cells: tuple[Cell, ...], parent: int) -> Row:
        if (spent := self._grid.spent.get(index)) is not None:  # a further line of the device above
            return Row(index, spent, parent=-1 if spent == HEADER else parent)
        merged = [c for c in self._columns if c < len(cells) and cells[c] is not None]
        if merged and parent >= 0 and any((index, c) in self._grid.down for c in merged):
            return Row(index, f"continues row {parent + 1} (merged cells)", parent=parent)
        outside = any(cell is not None and c not in self._wanted for c, cell in enumerate(cells))
        return Row(index, REMARK if outside and self._table.side < 0 else BLANK)

    def _judged(self, index: int, own: list[tuple[int, Cell]], parent: int) -> Row:
        texts = [(c, text(cell)) for c, cell in own if isinstance(cell, str)]
        if self._repeats_header(own) or self._repeats_title(own):
            return Row(index, HEADER if self._repeats_header(own) else TITLE)
        if texts and _EXAMPLE.match(texts[0][1]):
            return Row(index, EXAMPLE)
        filled = {f for c, _ in own for f in self._fields.get(c, ())}
        if self._is_subtotal(own, texts, filled):
            return Row(index, SUBTOTAL)
        if is_beside(own, texts):
            return Row(index, REMARK)
        if texts and self._left_out(own, texts):
            return Row(index, NO_DEVICE)
        if len(own) > 1 and self._only_numbered(own):
            return Row(index, UNFILLED)
        alone = len(own) == 1 or self._spans(index, own[0][0])
        counted = len(own) == 2 and texts and re.fullmatch(r"\d*\s*台?", text(str(own[1][1])))
        if counted and not filled & _IDS and not (own[0][0] > self._first and "name" in filled):
            alone = True  # a title with how many; a name behind an empty first column is a device
        if not alone:
            if len(own) <= 3 and texts and (is_legend(texts[0][1]) or is_contact(texts[0][1])):
                return Row(index, LEGEND if is_legend(texts[0][1]) else REMARK)
            if len(own) == 2 and len(texts) == 2 and len(texts[0][1]) == 1 and not texts[0][1].isalnum():
                return Row(index, LEGEND)
            if not self._names_device(index):
                return Row(index, NAMELESS)
            return Row(index, *self._continued(index, parent, own))
        return self._single(index, own, parent)

    def _names_device(self, index: int) -> bool:
        """Whether anything in the row, merged cells included, can be of a device and not only of a place or person."""
        cells = self._grid.rows[index]
        return any(c < len(cells) and cells[c] is not None for c in self._of_devices)

    def _single(self, index: int, own: list[tuple[int, Cell]], parent: int) -> Row:
        """One cell in the row: a section, a legend, a remark, or a device of which only that is known."""
        column, cell = own[0]
        if parent >= 0 and not self._fields.get(column) and self._reached(index):
            return Row(index, f"continues row {parent + 1} (merged cells)", parent=parent)
        if not isinstance(cell, str):
            return Row(
                index, "" if {"serial", "macs", "ips"} & set(self._fields.get(column, ())) else UNFILLED
            )
        plain = text(cell)
        before, colon, _ = plain.partition(":")
        if is_legend(plain) or (colon and state_key(before) in self._words.states):
            return Row(index, LEGEND)
        if (
            is_remark(plain)
            or is_contact(plain)
            or (len(plain) > 40 and not set(self._fields.get(column, ())) & _IDS)
        ):
            return Row(index, REMARK)
        if found := _NUMBERED_TABLE.match(plain):
            return Row(index, SECTION, section_of(plain[found.end() :], self._words))
        section = self._section(index, column, cell)
        if section is not None:
            return Row(index, SECTION, section)
        meant = set(self._fields.get(column, ()))
        if meant <= _BESIDE:
            return Row(index, REMARK)
        if meant <= _FORM_ONLY:
            return Row(index, UNFILLED if len(plain) <= 12 else REMARK)
        return Row(index, *self._continued(index, parent, own))

    def _reached(self, index: int) -> bool:
        """Whether merged cells of the device above, its name or its host's among them, reach over this row."""
        return any((index, c) in self._grid.down for c in self._own_keys)

    def _section(self, index: int, column: int, cell: str) -> Section | None:
        plain = text(cell)
        bare = bare_title(plain)
        apart = marked(plain) or self._spans(index, column)
        fields = set(self._fields.get(column, ()))
        found = section_of(bare, self._words)
        says = found.department or found.place or found.kind or found.state
        if fields == {"ips"} and heads_a_network(plain):
            return found
        if (
            fields & {"macs", "ips", "serial", "hostname"}
            and not (apart and says)
            and not _BOXED.match(plain)
        ):
            return None
        if apart and bare:
            if not says and bare.endswith(self._words.kind_endings):
                return replace(found, kind=found.title)
            return found
        leftmost = column <= self._first + 1
        if leftmost and says:
            return found
        if leftmost and "tag" in fields and not re.search(r"[0-9A-Za-z]", bare):
            return found
        return None

    def _spans(self, index: int, column: int) -> bool:
        """Merged across a good part of the table."""
        merges = (m for m in self._grid.across.get(index, ()) if m.left <= column <= m.right)
        return any(m.right - m.left + 1 >= max(3, len(self._columns) // 2) for m in merges)

    def _repeats_title(self, own: list[tuple[int, Cell]]) -> bool:
        """What stands above the headings, once more, as on every printed page: perhaps with the page's number."""
        texts = [text(cell) for _, cell in own if isinstance(cell, str)]
        rest = [plain for plain in texts if not _PAGE.fullmatch(plain)]
        return 1 < len(texts) == len(own) and bool(rest) and self._titles.issuperset(rest)

    def _repeats_header(self, own: list[tuple[int, Cell]]) -> bool:
        same = sum(
            1 for c, cell in own if isinstance(cell, str) and text(cell) in self._table.parts.get(c, ())
        )
        return same >= 2 and same * 10 >= len(own) * 6

    def _is_subtotal(
        self, own: list[tuple[int, Cell]], texts: list[tuple[int, str]], filled: set[str]
    ) -> bool:
        """A word such as 小計 with nothing beside it but numbers, and no address, serial or name of a device."""
        for column, plain in texts[:6]:
            tight = plain.replace(" ", "")
            others = [cell for c, cell in own if c != column]
            numbers = all(not isinstance(cell, str) or _COUNT.fullmatch(text(cell)) for cell in others)
            named = (filled - set(self._fields.get(column, ()))) & {"macs", "ips", "serial", "hostname"}
            if _SUBTOTAL.match(tight) and (numbers or not named):
                return True
            if numbers and len(own) <= 3 and _ENDS_IN_TOTAL.match(tight):
                return True
            if numbers and others and _SPACED_TOTAL.search(plain):
                return True
            device = set(self._fields.get(column, ())) & {
                "name",
                "model",
                "kind",
                "hostname",
            }  # 血圧計 is a device
            if numbers and others and tight.endswith("計") and not device:
                return True
        return False

    def _left_out(self, own: list[tuple[int, Cell]], texts: list[tuple[int, str]]) -> bool:
        """PC-03 欠番: a number that no device has, with nothing else beside it."""
        said = [c for c, plain in texts if _LEFT_OUT.match(plain) and self._fields.get(c) != ("state",)]
        rest = {f for c, _ in own if c not in said for f in self._fields.get(c, ("tag",))}
        space = {"place"} if any(c in said and _SPACE.search(plain) for c, plain in texts) else set[str]()
        return bool(said) and rest <= {"tag", "note", "kind"} | space

    def _only_numbered(self, own: list[tuple[int, Cell]]) -> bool:
        """A line of the form that has its number, perhaps a preset state, and no device."""
        fields = {f for c, _ in own for f in self._fields.get(c, ("",))}
        return "tag" in fields and fields <= _FORM_ONLY - {"kind"}
