"""Rows of cells into assets: what rows share (〃, sections, merged cells), and what stands beside the cells.

What rows share lives in one Assembler per table. Each cell goes through the reader of its field (draft.py);
then the section, the sheet's name and the look of the row add what they say, each with its doubt.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from reconciler.ledger import normalise
from reconciler.ledger.asset import Asset, ImportProblem, RowRef
from reconciler.ledger.columns import Assigned
from reconciler.ledger.dates import order
from reconciler.ledger.dictionary import Dictionary
from reconciler.ledger.draft import DATES, Draft, Readers
from reconciler.ledger.grid import Grid
from reconciler.ledger.inferred import (
    addresses_in_note,
    host_in_japanese,
    quantity_in_name,
    reserved,
    said_in_tag,
)
from reconciler.ledger.normalise import Cell
from reconciler.ledger.outline import WHOLE_NETWORK
from reconciler.ledger.sections import Section
from reconciler.ledger.workbook import column_letter

MOST_KEPT = 12
"""Columns without a meaning whose cells go with the row."""

_LOOKED_AT = 2000
"""Rows that may tell whether the month or the day comes first."""

_LONGEST_KEPT = 200
"""Characters of such a cell."""

NEVER_REPEATED = frozenset({"tag", "serial", "macs", "hostname"})
"""Fields that two devices never share: 〃 in them is a slip."""

_NETWORK = re.compile(r"(?<![\d.])(\d{1,3}\.\d{1,3}\.\d{1,3})\.?(?![\d.]*\d)")
_FLOOR = re.compile(r"階$|フロア$")
_WHERE = re.compile(r"\d\s*(F|階)|館|(?<!病)棟|^B\d", re.IGNORECASE)
"""A place that names its floor or building, and needs no section to say so."""

_SHORT_BUILDING = re.compile(r"[東西南北新旧A-Za-z\d]")
_SHORT_NUMBER = re.compile(r"\.?\d{1,3}")
_SHORT_RANGE = re.compile(r"\.?\d{1,3}\s*[~-]\s*\.?\d{1,3}")
_AS_LEFT = frozenset({"同左", "左同", "左に同じ", "左と同じ", "←", "⇐"})
_NO_DOUBTS: Mapping[str, str] = MappingProxyType({})


class Assembler:
    """Makes the assets of one table, row by row from above. `problems` grows as it goes."""

    def __init__(
        self,
        file: str,
        grid: Grid,
        columns: tuple[Assigned, ...],
        words: Dictionary,
        epoch_1904: bool,
        side: str = "",
    ) -> None:
        """side: the letter of the table's first column where another table stands to its left, else ""."""
        self._file, self._grid, self._side, self._states = file, grid, side, words.states
        self._fields = frozenset(f for c in columns for f in c.fields if f != "networked")
        days = [c.column for c in columns if set(c.fields) & (DATES | {"disposed"})]
        cells = (row[c] for row in grid.rows[:_LOOKED_AT] for c in days if c < len(row))
        self._readers = Readers(words, epoch_1904, self._problem, order(cells))
        self._plan = [(c.column, c.fields, self._readers.remembered(c.fields)) for c in columns if c.fields]
        self._networks = {
            c.column: m[1] for c in columns if c.fields == ("ips",) and (m := _NETWORK.search(c.heading))
        }
        self._bare = [c.column for c in columns if c.fields == ("ips",) and c.column not in self._networks]
        self._unread = [c.column for c in columns if not (c.fields or c.subject)]
        self._outline: tuple[int, ...] = ()
        self._keep = [(c.column, c.heading) for c in columns if c.heading and not (c.fields or c.subject)][
            :MOST_KEPT
        ]
        self._floors = {c.column for c in columns if "place" in c.fields and _FLOOR.search(c.heading)}
        self._buildings = {c.column for c in columns if "place" in c.fields and c.heading.endswith("棟")}
        self._above: dict[int, tuple[Cell, int]] = {}
        self._section = self._sheet = Section()
        self._grey: frozenset[int] = frozenset()
        self._faults = {(f.row, f.column): f for f in grid.layout.faults}
        self.problems: list[ImportProblem] = []

    def sheet(self, section: Section) -> None:
        """What the name of the sheet says of all rows."""
        self._sheet = section

    def grey(self, rows: frozenset[int]) -> None:
        """Rows that are grey where most of the table is not."""
        self._grey = rows

    def outline(self, columns: tuple[int, ...]) -> None:
        """Leading columns that are filled where they change, and blank where they are the same as above."""
        self._outline = columns

    def network(self, prefix: str) -> None:
        """The first three numbers of bare last ones: of columns whose heading has none. "" where none is known."""
        if prefix:
            for column, fields, _ in self._plan:
                if fields == ("ips",):
                    self._networks.setdefault(column, prefix)

    def section(self, section: Section) -> None:
        """A new section begins: 〃 does not reach over it."""
        self._section = section
        self._above.clear()
        if (told := WHOLE_NETWORK.search(section.title)) is not None:
            self._networks |= dict.fromkeys(self._bare, told[1])

    def gap(self) -> None:
        """A blank row: 〃 does not reach over it, the section goes on."""
        self._above.clear()

    def draft(self, index: int) -> Draft:
        """Reads one row."""
        draft = Draft(index)
        self.add(draft, index)
        return draft

    def add(self, draft: Draft, index: int) -> None:
        """Reads a row into a draft; a second row is one that the asset's merged cells reach over."""
        cells, down = self._grid.rows[index], self._grid.down
        count, merged, raw, texts = len(cells), index != draft.index, draft.raw, draft.text
        plain_sheet = not (
            merged
            or self._faults
            or self._grid.layout.part_struck
            or self._floors
            or self._buildings
            or self._outline
        )
        for column, fields, remembered in self._plan:
            cell = cells[column] if column < count else None
            if plain_sheet and cell is None:
                continue
            if plain_sheet and isinstance(cell, str) and fields[0] not in raw:
                known = remembered.get(cell)
                if known is not None:  # a text that was read before: most cells of a ledger
                    raw[fields[0]], texts[fields[0]] = cell, known
                    self._above[column] = (cell, index)
                    continue
            if self._faults and (fault := self._faults.get(self._grid.place(index, column))):
                self._problem(index, column, fault.text, fault.hint)
            if cell is None or (merged and (index, column) in down):
                self._from_outline(draft, index, column, fields)
                continue
            for name in fields:
                draft.remember(name, cell)
            source = index
            if isinstance(cell, str):
                said = self._pointed(
                    draft, index, column, fields, self._unstruck(draft, index, column, fields, cell)
                )
                if said is None:
                    continue
                cell, source = said
                if cell is None:  # a choice of which nothing is ticked
                    continue
            if column in self._networks or column in self._floors or column in self._buildings:
                cell = self._completed(draft, column, cell)
            self._above[column] = (cell, source)
            self._readers.read(draft, column, fields, cell)

    def _pointed(
        self, draft: Draft, index: int, column: int, fields: tuple[str, ...], cell: str
    ) -> tuple[Cell, int] | None:
        """The cell and its row, or those that 同左 and 〃 point to; None, with a problem, where nothing stands there.
        Of a choice, what is ticked."""
        if column and cell.strip() in _AS_LEFT and (left := self._grid.cell(index, column - 1)) is not None:
            draft.doubt(fields[0], "as the cell to the left")
            return left, index
        if normalise.is_ditto(cell):
            return self._repeated(draft, index, column, fields)
        return (normalise.ticked(cell) or None, index)

    def _unstruck(self, draft: Draft, index: int, column: int, fields: tuple[str, ...], cell: str) -> str:
        if not self._grid.layout.part_struck:
            return cell
        rest = self._grid.layout.part_struck.get(self._grid.place(index, column))
        if rest is None:
            return cell
        draft.doubt(fields[0], "a part of the cell is struck through and was left out")
        return rest

    def _completed(self, draft: Draft, column: int, cell: Cell) -> Cell:
        """A bare number whose heading has the rest: 10 under IPアドレス(192.168.1.), 3 under 階, 東 under 棟."""
        plain = normalise.text(normalise.cell_text(cell))
        if column in self._buildings:
            return f"{plain}棟" if _SHORT_BUILDING.fullmatch(plain) else cell
        short = _SHORT_NUMBER.fullmatch(plain)
        if column in self._floors:
            return f"{plain}階" if short else cell
        if not short and not _SHORT_RANGE.fullmatch(normalise.identifier(plain)):
            return cell
        draft.doubt("ips", f"the first three numbers are from the heading: {self._networks[column]}")
        return f"{self._networks[column]}.{plain.replace('.', '')}"

    def _repeated(
        self, draft: Draft, index: int, column: int, fields: tuple[str, ...]
    ) -> tuple[Cell, int] | None:
        """What 〃 stands for and the row that has it; None, with a problem, where there is nothing to repeat."""
        above = self._above.get(column)
        if above is None:
            self._problem(index, column, 'a sign for "as above" with nothing above it', "write the value")
            return None
        cell, row = above
        address = "ips" in fields and isinstance(cell, str) and bool(re.search(r"\d", cell))
        if address or NEVER_REPEATED & set(fields):
            problem = f'a sign for "as above" where two devices cannot be equal ({", ".join(fields)})'
            self._problem(index, column, problem, "write the value")
            return None
        for name in fields:
            draft.doubt(name, f"copied from row {self._grid.place(row, column)[0] + 1} above")
        return cell, row

    def _problem(self, index: int, column: int, what: str, hint: str) -> None:
        row, at = self._grid.place(index, column)
        self.problems.append(ImportProblem(self._grid.name, row + 1, column_letter(at), what, hint))

    def asset(self, draft: Draft) -> Asset:
        """The finished row: what the section, the sheet's name, other fields and the look of the row say is added."""
        self._defaults(draft)
        self._looks(draft)
        quantity_in_name(draft)
        said_in_tag(draft, self._states)
        if not self._fields & {"macs", "ips"}:
            addresses_in_note(draft)
        unread = (self._grid.cell(draft.index, c) for c in self._unread)
        reserved(draft, self._states, alone=all(cell is None for cell in unread))
        host_in_japanese(draft)
        if draft.gone and draft.text.get("state", "") in {"", "unknown"}:
            draft.text["state"] = "disposed"
            draft.doubt("state", "from the date in the column of disposal")
        if not draft.networked and (draft.macs or draft.ips or draft.dhcp):
            draft.doubt("networked", "said to have no network, and has an address")
        row, column = self._grid.place(draft.index, 0)
        side = self._side if self._grid.places is None else column_letter(column)
        return Asset(
            row=RowRef(self._file, self._grid.name, row + 1, side),
            macs=tuple(draft.macs),
            ips=tuple(draft.ips),
            dhcp=draft.dhcp,
            quantity=draft.quantity,
            networked=draft.networked,
            kept=self._kept(draft.index) if self._keep else _NO_DOUBTS,
            columns=self._fields,
            raw=MappingProxyType(draft.raw),
            doubts=MappingProxyType(draft.doubts) if draft.doubts else _NO_DOUBTS,
            **draft.text,
        )

    def _from_outline(self, draft: Draft, index: int, column: int, fields: tuple[str, ...]) -> None:
        """A blank cell of a column that is written once stands for what is above."""
        above = self._above.get(column)
        if above is None or column not in self._outline or index != draft.index:
            return
        cell, row = above
        for name in fields:
            draft.remember(name, cell)
            draft.doubt(name, f"copied from row {self._grid.place(row, column)[0] + 1} above")
        self._readers.read(draft, column, fields, cell)

    def _kept(self, index: int) -> Mapping[str, str]:
        cells = ((heading, self._grid.cell(index, column)) for column, heading in self._keep)
        found = {h: normalise.text(normalise.cell_text(c))[:_LONGEST_KEPT] for h, c in cells if c is not None}
        return MappingProxyType(found) if found else _NO_DOUBTS

    def _defaults(self, draft: Draft) -> None:
        for source, where in ((self._section, "the section"), (self._sheet, "the name of the sheet")):
            if not source.title:
                continue
            for name in ("department", "place", "kind", "state"):
                value: str = getattr(source, name)
                own = draft.text.get(name, "")
                if value and not own:
                    draft.text[name] = value
                    draft.doubt(name, f"from {where} {source.title!r}")
                elif value and name == "place" and not _WHERE.search(own) and value not in own:
                    draft.text[name] = f"{value} {own}"
                    draft.doubt(name, f"{value!r} is from {where}")

    def _looks(self, draft: Draft) -> None:
        layout, row = self._grid.layout, self._grid.place(draft.index, 0)[0]
        if self._grid.hidden:
            draft.doubt("state", "on a hidden sheet: perhaps an old copy")
        if row in layout.hidden_rows:
            draft.doubt("state", "hidden by a filter" if layout.filtered else "hidden row: perhaps disposed")
        if draft.index in self._grey:
            draft.doubt("state", "greyed out: perhaps disposed")
        if not layout.struck:
            return
        filled = [(c, fields) for c, fields, _ in self._plan if self._grid.cell(draft.index, c) is not None]
        places = ((self._grid.place(draft.index, c), fields) for c, fields in filled)
        struck = [fields for (r, c), fields in places if c in layout.struck.get(r, ())]
        if struck and len(struck) * 2 >= len(filled):
            draft.doubt("state", "struck through: perhaps disposed")
            note = draft.text.get("note", "")
            if not draft.text.get("state") and normalise.state(note, self._states).value == "disposed":
                draft.text["state"] = "disposed"
                draft.doubt("state", f"the note says {note!r}")
        else:
            for fields in struck:
                draft.doubt(fields[0], "struck through")
