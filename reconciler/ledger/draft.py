"""A row on its way to becoming an Asset, and the reader of each field: one cell into the draft.

A reader keeps apart what the cell gives (into the draft), why that is a reading and no certainty (a doubt),
and what a person must mend (a problem, told with its place).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from types import MappingProxyType

from reconciler.ledger import addresses, dates, normalise
from reconciler.ledger.dictionary import Dictionary
from reconciler.ledger.makers import split_maker
from reconciler.ledger.normalise import Cell, Meaning

IDENTIFIERS = frozenset({"tag", "hostname", "model", "serial", "medical_id"})
DATES = frozenset({"introduced", "maintained_until", "checked"})

_AS_WRITTEN = frozenset({"remote_maintenance"})
_FIRMS = frozenset({"maker", "maintainer"})
_JOINED_BY_SPACE = frozenset({"place", "department"})
_DATE_MADE_BY_EXCEL = IDENTIFIERS | {"name", "place", "os_version", "software_version"}
_PARTS = re.compile(r"\s*[/／|]\s*|[、，,]\s*|\s*[\r\n]+\s*")
_SIGNS = tuple(
    re.compile(sign)
    for sign in (
        r"\s*[\r\n]+\s*",
        r"\s*／\s*",
        r"\s+[/|]\s+",
        r"\s*[、，|]\s*",
        r"\s*[~〜～]\s*",
        r"\s{2,}|　",
    )
)
_BRACKETED = re.compile(r"([^()]+?)\s*\(([^()]+)\)")
_SERIAL_LABEL = re.compile(
    r"^(S/N|SN|Serial|製造番号|製番|機番|シリアル)(番号|\s?No\.?)?(\s*[:=]\s*|\s+)(?=\w)", re.IGNORECASE
)
_SCIENTIFIC = re.compile(r"^\d(\.\d+)?E\+\d+$", re.IGNORECASE)
_SEVERITY = ("disposed", "stopped", "reserved", "spare", "in_use", "unknown")
_LONGEST_VALUE = 2000
_AS_TEXT = "format the cell as text and type it again"
_REMEMBERED = 20_000
_NOTHING_REMEMBERED: Mapping[Cell, str] = MappingProxyType({})


def _cut(cell: str, count: int) -> list[str]:
    """The parts of a cell that holds `count` values: by any sign, or where that gives other parts, by one alone."""
    for sign in (_PARTS, *_SIGNS):
        parts = [p for p in sign.split(cell) if p.strip()]
        if len(parts) == count:
            return parts
    inner = _BRACKETED.fullmatch(normalise.text(cell)) if count == 2 else None
    return [inner[1], inner[2]] if inner else []


@dataclass(slots=True)
class Draft:
    """index: its row in the grid, from 0.  gone: a column of disposal says that the device is no more."""

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

    def put(self, name: str, plain: str) -> None:
        """A second column for the same field is added to the first."""
        before = self.text.get(name)
        if not before or before == plain:
            self.text[name] = plain
        else:
            self.text[name] = f"{before}{' ' if name in _JOINED_BY_SPACE else ' / '}{plain}"

    def remember(self, name: str, cell: Cell) -> None:
        """The cell as written."""
        shown = cell if isinstance(cell, str) else normalise.cell_text(cell)
        before = self.raw.get(name)
        self.raw[name] = shown if before is None or before == shown else f"{before} / {shown}"


class Readers:
    """The readers of all fields. `tell(row, column, problem, hint)` hears of each bad cell; rows and columns from 0.

    A class because they share the words and a memory: most cells of a ledger repeat, and one that was plain
    text once is plain text again.
    """

    def __init__(
        self,
        words: Dictionary,
        epoch_1904: bool,
        tell: Callable[[int, int, str, str], None],
        first: str = "",
    ) -> None:
        """first: of 3/14/2022 in this table, "month" or "day", where its cells tell."""
        self._words, self._epoch_1904, self._tell, self._first = words, epoch_1904, tell, first
        self._plain: dict[str, dict[Cell, str]] = {}
        self._known: dict[tuple[str, Cell], Meaning[str]] = {}
        self._special: Mapping[str, Callable[[Draft, int, str, Cell], None]] = {
            "macs": self._macs, "ips": self._ips, "state": self._state, "quantity": self._quantity, "dhcp": self._dhcp,
            "networked": self._networked, "disposed": self._disposed, "unit": self._unit,
        } | dict.fromkeys(DATES, self._date)  # fmt: skip

    def remembered(self, fields: tuple[str, ...]) -> Mapping[Cell, str]:
        """The cells of this field that were plain text so far, and what they gave; grows as rows are read."""
        if len(fields) > 1 or fields[0] in self._special:
            return _NOTHING_REMEMBERED
        return self._plain.setdefault(fields[0], {})

    def read(self, draft: Draft, column: int, fields: tuple[str, ...], cell: Cell) -> None:
        """One cell that holds one or two fields."""
        if len(fields) > 1:
            self._both(draft, column, fields, cell)
            return
        name = fields[0]
        if isinstance(cell, str) and len(cell) > _LONGEST_VALUE and name in self._special:
            self._tell(
                draft.index, column, f"{len(cell):,} characters, which is no {name}", "write the value alone"
            )
            return
        reader = self._special.get(name)
        if reader is not None:
            reader(draft, column, name, cell)
            return
        seen = self._plain.setdefault(name, {})
        plain = seen.get(cell)
        if plain is None:
            plain = self._text(draft, column, name, cell)
            if plain is None:
                return
            if isinstance(cell, str) and len(seen) < _REMEMBERED:
                seen[cell] = plain
        draft.put(name, plain)

    def _text(self, draft: Draft, column: int, name: str, cell: Cell) -> str | None:
        if not isinstance(cell, str):
            return self._from_number(draft, column, name, cell)
        if name in IDENTIFIERS:
            plain = normalise.identifier(cell)
            if name == "serial":
                plain = _SERIAL_LABEL.sub("", plain)
            if name in {"tag", "serial"} and _SCIENTIFIC.match(plain):
                self._tell(
                    draft.index,
                    column,
                    f"{plain} is a number that lost its digits (scientific notation)",
                    _AS_TEXT,
                )
                return None
        else:
            plain = normalise.company(cell) if name in _FIRMS else normalise.text(cell)
        if name not in _AS_WRITTEN and len(plain) <= 5:
            if normalise.is_nothing(normalise.identifier(plain)):
                return None
            if normalise.is_not_known(plain):
                draft.doubt(name, f"the cell says {plain}")
                return None
        return plain

    def _from_number(self, draft: Draft, column: int, name: str, cell: Cell) -> str | None:
        plain = normalise.cell_text(cell)
        if isinstance(cell, date | time) and name in _DATE_MADE_BY_EXCEL:
            problem = f"the cell is a date ({plain}): Excel makes one of texts such as 3-5"
            self._tell(draft.index, column, problem, _AS_TEXT)
            return None
        if isinstance(cell, float) and (abs(cell) >= 1e15 or "e" in plain) and name in IDENTIFIERS:
            self._tell(draft.index, column, f"{plain} is a number too long to be kept whole", _AS_TEXT)
            return None
        if name == "serial":
            draft.doubt(name, "a number: zeros in front may be lost")
        return plain

    def _take(self, draft: Draft, column: int, name: str, meaning: Meaning[object]) -> None:
        if meaning.doubt:
            draft.doubt(name, meaning.doubt)
        if meaning.problem:
            self._tell(draft.index, column, meaning.problem, meaning.hint)

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
        """A cell that holds two fields: MAC and IP, or maker and model."""
        if set(fields) == {"macs", "ips"}:
            mac, ip = addresses.both(cell)
            self._take(draft, column, "macs", mac)
            draft.macs.extend(m for m in mac.value if m not in draft.macs)
            self._found_ips(draft, column, "ips", ip)
            return
        if set(fields) == {"os", "os_version"}:
            name, _, version = normalise.identifier(normalise.cell_text(cell)).partition("/")
            for field_, plain in (("os", name.strip()), ("os_version", version.strip())):
                if normalise.is_not_known(plain):
                    draft.doubt(field_, f"the cell says {plain}")
                elif plain and not normalise.is_nothing(plain):
                    draft.put(field_, plain)
            return
        if set(fields) != {"maker", "model"}:
            self._several(draft, column, fields, cell)
            return
        maker, model, sure = split_maker(normalise.text(normalise.cell_text(cell)), self._words.makers)
        for name, plain in (("maker", normalise.company(maker)), ("model", normalise.identifier(model))):
            if plain and not normalise.is_nothing(plain):
                draft.put(name, plain)
                if not sure:
                    draft.doubt(name, "maker and model stand in one cell; cut at the first space")

    def _several(self, draft: Draft, column: int, fields: tuple[str, ...], cell: Cell) -> None:
        """One part of the cell for each field; the whole for each where the cell has other parts."""
        parts = _cut(cell, len(fields)) if isinstance(cell, str) else []
        if parts:
            for name, part in zip(fields, parts, strict=True):
                self.read(draft, column, (name,), part)
            return
        for name in fields:
            draft.doubt(name, f"{' and '.join(fields)} stand in one cell, which could not be cut")
            if name not in DATES or not DATES.issuperset(fields):  # which of two days it is, nobody knows
                self.read(draft, column, (name,), cell)

    def _date(self, draft: Draft, column: int, name: str, cell: Cell) -> None:
        found = self._known.get((name, cell)) if isinstance(cell, str) else None
        if found is None:
            found = dates.day(
                cell, epoch_1904=self._epoch_1904, last=name == "maintained_until", first=self._first
            )
            if isinstance(cell, str) and len(self._known) < _REMEMBERED:
                self._known[name, cell] = found
        self._take(draft, column, name, found)
        if found.value:
            draft.text.setdefault(name, found.value)

    def _state(self, draft: Draft, column: int, name: str, cell: Cell) -> None:
        found = self._known.get((name, cell))
        if found is None:
            found = normalise.state(normalise.cell_text(cell), self._words.states)
            if len(self._known) < _REMEMBERED:
                self._known[name, cell] = found
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
        worded = isinstance(cell, str) and answer is None
        word = normalise.state(plain, self._words.states) if worded else Meaning("")
        if word.value in {"in_use", "spare"} and not word.doubt:
            return
        if word.value == "in_use" and not any(map(str.isdigit, plain)):  # 廃棄予定
            self._take(draft, column, "state", word)
            draft.text.setdefault("state", "in_use")
            return
        if answer is True or word.value == "disposed":
            draft.doubt("state", f"disposed, as the column for it says {plain!r}")
            draft.gone = True
            return
        found = dates.day(cell, epoch_1904=self._epoch_1904, first=self._first)
        self._take(draft, column, name, found)
        if found.value and word.value != "in_use":
            draft.text["disposed"] = found.value
            draft.gone = True

    def _quantity(self, draft: Draft, column: int, name: str, cell: Cell) -> None:
        found = normalise.quantity(cell)
        self._take(draft, column, name, found)
        if draft.quantity is None:
            draft.quantity = found.value

    def _unit(self, draft: Draft, column: int, name: str, cell: Cell) -> None:
        """Three 台 are three devices; one 式 is a set, of no said number."""
        plain = normalise.text(normalise.cell_text(cell))
        if plain in {"式", "一式", "セット", "組"} and draft.quantity is not None:
            draft.quantity = 0
            draft.doubt("quantity", f"counted in {plain}: sets, without the number of devices")

    def _dhcp(self, draft: Draft, column: int, name: str, cell: Cell) -> None:
        plain = normalise.text(normalise.cell_text(cell))
        leased = addresses.ips(plain).value.dhcp
        answer = normalise.yes_no(plain, self._words.yes, self._words.no)
        draft.dhcp = draft.dhcp or leased or answer is True
        said = leased or answer is not None or plain.casefold() in addresses.FIXED_WORDS
        if not said and not normalise.is_nothing(plain):
            draft.doubt(name, f"the cell says {plain!r}")

    def _networked(self, draft: Draft, column: int, name: str, cell: Cell) -> None:
        plain = normalise.text(normalise.cell_text(cell))
        if normalise.yes_no(plain, self._words.yes, self._words.no) is False or addresses.says_offline(plain):
            draft.networked = False
