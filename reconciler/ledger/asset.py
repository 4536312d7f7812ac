"""One row of the ledger, in our words, with the cell as the hospital wrote it kept beside each.

Absent is not empty: a field that the row's table has no column for is not in `columns`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

TEXT_FIELDS = (
    "tag", "name", "hostname", "kind", "maker", "model", "serial", "user", "department", "responsible",
    "place", "os", "os_version", "software", "software_version", "introduced", "maintainer",
    "maintained_until", "remote_maintenance", "state", "disposed", "checked", "medical_id", "note",
)  # fmt: skip
FIELDS = (*TEXT_FIELDS, "macs", "ips", "dhcp", "quantity")

STATES = ("in_use", "spare", "stopped", "disposed", "reserved", "unknown")
"""What a cell of the state column can mean; `unknown` where the words are none we know."""


@dataclass(frozen=True, slots=True)
class RowRef:
    """Where a row stands: `row` is the sheet's own number, counted from 1.

    column: the letter of its first column where several devices share the row's number (a table to the
    right of another, a table on its side, cards), else "".
    """

    file: str
    sheet: str
    row: int
    column: str = ""

    def __str__(self) -> str:
        place = f"{self.column}{self.row}"
        return f"{self.sheet}!{place}" if self.sheet else place


@dataclass(frozen=True, slots=True)
class Asset:
    """One row. Dates are ISO 8601, as exact as the cell is ("2023", "2023-04", "2023-04-01").

    macs: lower case with colons.  ips: single addresses, ranges spelt out up to a cap.  dhcp: the cell says
    that the address is handed out.  state: one of STATES, or "" where the table has no such column or
    the cell is empty.  quantity: what the row declares (一式 without a number is 0: "some").
    raw: field -> the cell as written.  doubts: field (or "networked") -> why its value is a reading, not a
    certainty; "state" also says when the row is hidden, struck through or grey.
    networked: False where the row says that the device has no network.
    kept: heading -> cell of columns that nobody knows: nothing is compared with it, and nothing is lost.
    """

    row: RowRef
    tag: str = ""
    name: str = ""
    hostname: str = ""
    kind: str = ""
    maker: str = ""
    model: str = ""
    serial: str = ""
    macs: tuple[str, ...] = ()
    ips: tuple[str, ...] = ()
    dhcp: bool = False
    user: str = ""
    department: str = ""
    responsible: str = ""
    place: str = ""
    os: str = ""
    os_version: str = ""
    software: str = ""
    software_version: str = ""
    introduced: str = ""
    maintainer: str = ""
    maintained_until: str = ""
    remote_maintenance: str = ""
    state: str = ""
    disposed: str = ""
    checked: str = ""
    medical_id: str = ""
    quantity: int | None = None
    note: str = ""
    networked: bool = True
    kept: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    columns: frozenset[str] = frozenset()
    raw: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    doubts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class ImportProblem:
    """Something in the file that a person should mend. `hint` is the next step to take."""

    sheet: str
    row: int
    column: str
    text: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class SkippedRow:
    sheet: str
    row: int
    why: str


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """One column of one table of one sheet, what we take it for, and why. `column` is A, B, ... AA.

    field is one of FIELDS or "networked", "" for a column that is not read; a column that holds two fields
    stands twice.  header_rows: the sheet's row numbers of the headings, empty where the table has none.
    """

    sheet: str
    table: int
    column: str
    header: str
    field: str
    why: str
    header_rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """A file as read. `error` is the one sentence where nothing could be read, else "".  sha256: of the file's bytes,
    in hexadecimal; "" where it was no file."""

    file: str
    columns: tuple[MappedColumn, ...] = ()
    assets: tuple[Asset, ...] = ()
    skipped: tuple[SkippedRow, ...] = ()
    problems: tuple[ImportProblem, ...] = ()
    error: str = ""
    sha256: str = ""
