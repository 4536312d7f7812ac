"""A row of cells into an Asset: each cell by the reader of its field, with doubts and problems kept apart.

State that rows share (what 〃 repeats, the section they stand in, the merged asset they continue) lives in
one Assembler per table; everything it calls is pure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from types import MappingProxyType

from reconciler.ledger import addresses, dates, normalise
from reconciler.ledger.asset import Asset, ImportProblem, RowRef
from reconciler.ledger.columns import Assigned
from reconciler.ledger.dictionary import Dictionary
from reconciler.ledger.grid import Grid
from reconciler.ledger.normalise import Cell, Meaning
from reconciler.ledger.rows import Section
from reconciler.ledger.workbook import column_letter

IDENTIFIERS = frozenset({"tag", "hostname", "model", "serial", "medical_id"})
DATES = frozenset({"introduced", "maintained_until", "checked"})
NEVER_REPEATED = frozenset({"tag", "serial", "macs", "hostname"})
"""Fields that two devices never share: 〃 in them is a slip."""

_AS_WRITTEN = frozenset({"note", "remote_maintenance"})
_FIRMS = frozenset({"maker", "maintainer"})
_JOINED_BY_SPACE = frozenset({"place", "department"})
_DATE_MADE_BY_EXCEL = frozenset(
    {"tag", "hostname", "model", "serial", "medical_id", "name", "place", "os_version", "software_version"}
)
_SCIENTIFIC = re.compile(r"^\d(\.\d+)?E\+\d+$", re.IGNORECASE)
_SEVERITY = ("disposed", "stopped", "reserved", "spare", "in_use", "unknown")
_CONTENT = (
    "name",
    "hostname",
    "kind",
    "maker",
    "model",
    "serial",
    "macs",
    "user",
    "responsible",
    "os",
    "software",
    "maintainer",
    "medical_id",
)
_POOL = re.compile(r"dhcp|プール|予約|空き|未使用|リース範囲", re.IGNORECASE)


@dataclass(slots=True)
class Draft:
    """A row on its way to becoming an Asset."""

    index: int
    text: dict[str, str] = field(default_factory=dict)
    macs: list[str] = field(default_factory=list)
    ips: list[str] = field(default_factory=list)
    dhcp: bool = False
    quantity: int | None = None
    networked: bool = True
    gone: bool = False
    raw: dict[str, str] = field(default_factory=dict)
    doubts: dict[str, str] = field(default_factory=dict)

    def doubt(self, name: str, why: str) -> None:
        before = self.doubts.get(name)
        if before is None:
            self.doubts[name] = why
        elif why not in before:
            self.doubts[name] = f"{before}; {why}"


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
        self._file, self._grid, self._words, self._epoch_1904, self._side = (
            file,
            grid,
            words,
            epoch_1904,
            side,
        )
        self._plan = [(c.column, c.fields) for c in columns if c.fields]
        self._fields = frozenset(f for c in columns for f in c.fields if f != "networked")
        self._above: dict[int, tuple[Cell, int]] = {}
        self._section = Section()
        self._sheet = Section()
        self._faults = {(f.row, f.column): f for f in grid.layout.faults}
        self._readers: Mapping[str, Callable[[Draft, int, str, Cell], None]] = {
            "macs": self._macs, "ips": self._ips, "state": self._state, "quantity": self._quantity, "dhcp": self._dhcp,
            "networked": self._networked, "disposed": self._disposed,
        } | dict.fromkeys(DATES, self._date)  # fmt: skip
        self._grey: frozenset[int] = frozenset()
        self.problems: list[ImportProblem] = []

    def grey(self, rows: frozenset[int]) -> None:
        """Rows that are grey where most of the table is not."""
        self._grey = rows

    def sheet(self, section: Section) -> None:
        """What the name of the sheet says of all rows."""
        self._sheet = section

    def section(self, section: Section) -> None:
        """A new section begins: 〃 does not reach over it."""
        self._section = section
        self._above.clear()

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
        cells = self._grid.rows[index]
        count, first = len(cells), index == draft.index
        part_struck = self._grid.layout.part_struck
        for column, fields in self._plan:
            cell = cells[column] if column < count else None
            if self._faults and (fault := self._faults.get(self._grid.place(index, column))):
                self._problem(index, column, fault.text, fault.hint)
            if cell is None or (not first and (index, column) in self._grid.down):
                continue
            self._remember_raw(draft, fields, cell)
            source = index
            if isinstance(cell, str):
                if part_struck and (rest := part_struck.get(self._grid.place(index, column))):
                    cell = rest
                    draft.doubt(fields[0], "a part of the cell is struck through and was left out")
                if normalise.is_ditto(cell):
                    above = self._repeated(draft, index, column, fields)
                    if above is None:
                        continue
                    cell, source = above
            self._above[column] = (cell, source)
            if len(fields) == 1:
                name = fields[0]
                reader = self._readers.get(name)
                if reader is None:
                    self._text(draft, column, name, cell)
                else:
                    reader(draft, column, name, cell)
            else:
                self._both(draft, column, fields, cell)

    def _remember_raw(self, draft: Draft, fields: tuple[str, ...], cell: Cell) -> None:
        shown = cell if isinstance(cell, str) else normalise.cell_text(cell)
        for name in fields:
            before = draft.raw.get(name)
            draft.raw[name] = shown if before is None or before == shown else f"{before} / {shown}"

    def _repeated(
        self, draft: Draft, index: int, column: int, fields: tuple[str, ...]
    ) -> tuple[Cell, int] | None:
        """What 〃 stands for and the row that has it; None, with a problem, where there is nothing to repeat."""
        above = self._above.get(column)
        if above is None:
            self._problem(index, column, 'a sign for "as above" with nothing above it', "write the value")
            return None
        cell, row = above
        address = (
            bool({"macs", "ips"} & set(fields)) and isinstance(cell, str) and bool(re.search(r"\d", cell))
        )
        if NEVER_REPEATED & set(fields) or address:
            self._problem(
                index,
                column,
                f'a sign for "as above" where two devices cannot be equal ({", ".join(fields)})',
                "write the value",
            )
            return None
        for name in fields:
            draft.doubt(name, f"copied from row {self._grid.place(row, column)[0] + 1} above")
        return cell, row

    # Readers: (draft, column, field, cell) -> None

    def _text(self, draft: Draft, column: int, name: str, cell: Cell) -> None:
        if not isinstance(cell, str):
            found = self._from_number(draft, column, name, cell)
            if found is None:
                return
            plain = found
        elif name in IDENTIFIERS:
            plain = normalise.identifier(cell)
            if _SCIENTIFIC.match(plain) and name in {"tag", "serial"}:
                self._problem(draft.index, column, f"{plain} is a number that lost its digits (scientific notation)",
                              "format the cell as text and type it again")  # fmt: skip
                return
        elif name in _FIRMS:
            plain = normalise.company(cell)
        else:
            plain = normalise.text(cell)
        if name not in _AS_WRITTEN and len(plain) <= 5:
            if normalise.is_nothing(plain):
                return
            if normalise.is_not_known(plain):
                draft.doubt(name, f"the cell says {plain}")
                return
        self._put(draft, name, plain)

    def _from_number(self, draft: Draft, column: int, name: str, cell: Cell) -> str | None:
        plain = normalise.cell_text(cell)
        if isinstance(cell, date | time) and name in _DATE_MADE_BY_EXCEL:
            self._problem(draft.index, column, f"the cell is a date ({plain}): Excel makes one of texts such as 3-5",
                          "format the cell as text and type it again")  # fmt: skip
            return None
        if isinstance(cell, float) and (abs(cell) >= 1e15 or "e" in plain) and name in IDENTIFIERS:
            self._problem(draft.index, column, f"{plain} is a number too long to be kept whole",
                          "format the cell as text and type it again")  # fmt: skip
            return None
        if name == "serial":
            draft.doubt(name, "a number: zeros in front may be lost")
        return plain

    def _put(self, draft: Draft, name: str, plain: str) -> None:
        before = draft.text.get(name, "")
        if not before or before == plain:
            draft.text[name] = plain
        elif name in _JOINED_BY_SPACE:
            draft.text[name] = f"{before} {plain}"
        else:
            draft.text[name] = f"{before} / {plain}"

    def _take(self, draft: Draft, column: int, name: str, meaning: Meaning[object]) -> None:
        if meaning.doubt:
            draft.doubt(name, meaning.doubt)
        if meaning.problem:
            self._problem(draft.index, column, meaning.problem, meaning.hint)

    def _macs(self, draft: Draft, column: int, name: str, cell: Cell) -> None:
        found = addresses.macs(cell)
        self._take(draft, column, name, found)
        draft.macs.extend(mac for mac in found.value if mac not in draft.macs)
        if not found.value and addresses.says_offline(cell):
            draft.networked = False

    def _ips(self, draft: Draft, column: int, name: str, cell: Cell) -> None:
        self._found_ips(draft, column, name, addresses.ips(cell))

    def _found_ips(self, draft: Draft, column: int, name: str, found: Meaning[addresses.IpCell]) -> None:
        self._take(draft, column, name, found)
        draft.ips.extend(ip for ip in found.value.addresses if ip not in draft.ips)
        draft.dhcp = draft.dhcp or found.value.dhcp
        if found.value.offline:
            draft.networked = False

    def _both(self, draft: Draft, column: int, fields: tuple[str, ...], cell: Cell) -> None:
        """A cell that holds two fields: maker and model, or MAC and IP."""
        if set(fields) == {"macs", "ips"}:
            mac, ip = addresses.both(cell)
            self._take(draft, column, "macs", mac)
            draft.macs.extend(m for m in mac.value if m not in draft.macs)
            self._found_ips(draft, column, "ips", ip)
            return
        maker, model, sure = split_maker(normalise.text(normalise.cell_text(cell)), self._words.makers)
        for name, plain in (("maker", normalise.company(maker)), ("model", normalise.identifier(model))):
            if plain and not normalise.is_nothing(plain):
                self._put(draft, name, plain)
                if not sure:
                    draft.doubt(name, "maker and model stand in one cell; cut at the first space")

    def _date(self, draft: Draft, column: int, name: str, cell: Cell) -> None:
        found = dates.day(cell, epoch_1904=self._epoch_1904, last=name == "maintained_until")
        self._take(draft, column, name, found)
        if found.value:
            draft.text.setdefault(name, found.value)

    def _state(self, draft: Draft, column: int, name: str, cell: Cell) -> None:
        found = normalise.state(normalise.cell_text(cell), self._words.states)
        self._take(draft, column, name, found)
        before = draft.text.get("state", "")
        if found.value and before and found.value != before:
            draft.doubt(name, f"two columns disagree: {before}, {found.value}")
        if found.value and (not before or _SEVERITY.index(found.value) < _SEVERITY.index(before)):
            draft.text["state"] = found.value

    def _disposed(self, draft: Draft, column: int, name: str, cell: Cell) -> None:
        """A date, or a tick: ○ and 済 in a column headed 廃棄 say that the device is gone."""
        plain = normalise.text(normalise.cell_text(cell))
        answer = normalise.yes_no(plain, self._words.yes, self._words.no)
        if answer is False or (isinstance(cell, str) and normalise.is_nothing(plain)):
            return
        word = (
            normalise.state(plain, self._words.states)
            if isinstance(cell, str) and answer is None
            else Meaning("")
        )
        if word.value in {"in_use", "spare"} and not word.doubt:
            return
        if answer is True or word.value == "disposed":
            draft.doubt("state", f"disposed, as the column for it says {plain!r}")
            draft.gone = True
            return
        found = dates.day(cell, epoch_1904=self._epoch_1904)
        self._take(draft, column, name, found)
        if found.value and word.value != "in_use":
            draft.text["disposed"] = found.value
            draft.gone = True

    def _quantity(self, draft: Draft, column: int, name: str, cell: Cell) -> None:
        found = normalise.quantity(cell)
        self._take(draft, column, name, found)
        if draft.quantity is None:
            draft.quantity = found.value

    def _dhcp(self, draft: Draft, column: int, name: str, cell: Cell) -> None:
        plain = normalise.text(normalise.cell_text(cell))
        found = addresses.ips(plain)
        answer = normalise.yes_no(plain, self._words.yes, self._words.no)
        draft.dhcp = draft.dhcp or found.value.dhcp or answer is True
        if (
            answer is None
            and not found.value.dhcp
            and plain.casefold() not in addresses.FIXED_WORDS
            and not normalise.is_nothing(plain)
        ):
            draft.doubt(name, f"the cell says {plain!r}")

    def _networked(self, draft: Draft, column: int, name: str, cell: Cell) -> None:
        plain = normalise.text(normalise.cell_text(cell))
        answer = normalise.yes_no(plain, self._words.yes, self._words.no)
        if answer is False or addresses.says_offline(plain):
            draft.networked = False

    def _problem(self, index: int, column: int, what: str, hint: str) -> None:
        row, at = self._grid.place(index, column)
        self.problems.append(ImportProblem(self._grid.name, row + 1, column_letter(at), what, hint))

    # From draft to asset

    def asset(self, draft: Draft) -> Asset:
        """The finished row: what the section, the sheet's name, other fields and the look of the row say is added."""
        self._defaults(draft)
        self._looks(draft)
        self._quantity_in_name(draft)
        self._reserved(draft)
        if draft.gone and draft.text.get("state", "") in {"", "unknown"}:
            draft.text["state"] = "disposed"
            draft.doubt("state", "from the date in the column of disposal")
        if not draft.networked and (draft.macs or draft.ips or draft.dhcp):
            draft.doubt("networked", "said to have no network, and has an address")
        row, _ = self._grid.place(draft.index, 0)
        return Asset(
            row=RowRef(self._file, self._grid.name, row + 1, self._column_of(draft.index)),
            macs=tuple(draft.macs),
            ips=tuple(draft.ips),
            dhcp=draft.dhcp,
            quantity=draft.quantity,
            networked=draft.networked,
            columns=self._fields,
            raw=MappingProxyType(draft.raw),
            doubts=MappingProxyType(draft.doubts) if draft.doubts else _NO_DOUBTS,
            **draft.text,
        )

    def _column_of(self, index: int) -> str:
        if self._grid.places is None:
            return self._side
        return column_letter(self._grid.place(index, 0)[1])

    def _defaults(self, draft: Draft) -> None:
        for source, where in ((self._section, "the section"), (self._sheet, "the name of the sheet")):
            for name in ("department", "place", "kind", "state"):
                value: str = getattr(source, name)
                if value and not draft.text.get(name):
                    draft.text[name] = value
                    draft.doubt(name, f"from {where} {source.title!r}")

    def _looks(self, draft: Draft) -> None:
        layout, row = self._grid.layout, self._grid.place(draft.index, 0)[0]
        if self._grid.hidden:
            draft.doubt("state", "on a hidden sheet: perhaps an old copy")
        if row in layout.hidden_rows:
            draft.doubt("state", "hidden by a filter" if layout.filtered else "hidden row: perhaps disposed")
        struck = layout.struck.get(row)
        if struck:
            filled = [c for c, _ in self._plan if self._grid.cell(draft.index, c) is not None]
            hit = [c for c in filled if self._grid.place(draft.index, c)[1] in struck]
            if len(hit) * 2 >= len(filled):
                draft.doubt("state", "struck through: perhaps disposed")
            else:
                for column, fields in self._plan:
                    if column in hit:
                        draft.doubt(fields[0], "struck through")
        if draft.index in self._grey:
            draft.doubt("state", "greyed out: perhaps disposed")

    def _quantity_in_name(self, draft: Draft) -> None:
        said = normalise.quantity_in_name(draft.text.get("name", ""))
        if said is None or (draft.quantity is not None and not (said == 0 and draft.quantity == 1)):
            return
        draft.quantity = said
        draft.doubt("quantity", "from the name")

    def _reserved(self, draft: Draft) -> None:
        """Rows that only set an address aside, and devices kept in store that the word 未使用 means otherwise."""
        state = draft.text.get("state", "")
        if state == "reserved" and (draft.macs or draft.text.get("serial")):
            draft.text["state"] = "spare"
            draft.doubt("state", "unused, but a real device with a serial or a MAC: read as spare")
            return
        if state or not draft.ips or draft.macs or draft.text.get("serial"):
            return
        if not any(draft.text.get(name) for name in _CONTENT):
            draft.text["state"] = "reserved"
            draft.doubt("state", "only an address in this row")
        elif len(draft.ips) > 1 and _POOL.search(" ".join(draft.raw.values())):
            draft.text["state"] = "reserved"
            draft.doubt("state", "a range of addresses set aside")


_NO_DOUBTS: Mapping[str, str] = MappingProxyType({})


def split_maker(plain: str, makers: tuple[str, ...]) -> tuple[str, str, bool]:
    """Maker, model, and whether that is certain: by a sign between, or by a maker whose name we know."""
    bare = normalise.company(plain)
    for maker in makers:
        for form in (maker, f"株式会社{maker}", f"{maker}株式会社"):
            if bare.casefold().startswith(form.casefold()) and _ends_there(bare, form):
                return bare[: len(form)], bare[len(form) :].strip(" -/,、:|・"), True
    for sign in (" / ", "/", "、", ",", "|", ":"):
        left, found, right = plain.partition(sign)
        if found and left.strip() and right.strip():
            return left.strip(), right.strip(), True
    left, found, right = plain.partition(" ")
    if found:
        return left, right.strip(), False
    return "", plain, False


def _ends_there(plain: str, maker: str) -> bool:
    after = plain[len(maker) : len(maker) + 1]
    return not (after.isascii() and after.isalpha() and maker[-1].isascii() and maker[-1].isalpha())
