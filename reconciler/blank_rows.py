"""The tables of the ledgers as forms that a new row could be written into: their columns in their own order.

A form knows which rows stand in it, so that it can tell how the hospital writes things there, and what sort of
devices it keeps there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reconciler.ledger.asset import Asset, Ledger, MappedColumn
from reconciler.ledger.workbook import column_index

OWN_FIELDS = ("tag", "kind", "name", "maker", "model", "serial", "hostname", "ips", "macs", "os", "os_version",
              "department", "place", "responsible", "state", "note")  # fmt: skip
"""Columns where no ledger has a table that a row could be written into."""


@dataclass(frozen=True, slots=True)
class FormColumn:
    """`index`: from 0, as in the sheet. fields: what it holds, () where daicho does not read it. heading: as the
    hospital wrote it, "" for a column of ours."""

    index: int
    heading: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """One table. header_rows: the sheet's own numbers, () where it has no headings or is ours."""

    file: str
    sheet: str
    header_rows: tuple[int, ...]
    columns: tuple[FormColumn, ...]
    assets: tuple[Asset, ...] = ()

    @property
    def fields(self) -> frozenset[str]:
        return frozenset(f for column in self.columns for f in column.fields)

    @property
    def ours(self) -> bool:
        return not any(column.heading for column in self.columns)

    def raw(self, name: str) -> list[str]:
        """The cells of a field as written, those that a person wrote there: no ditto marks, nothing inherited."""
        return [a.raw[name] for a in self.assets if a.raw.get(name) and name not in a.doubts]


def forms_of(ledger: Ledger) -> tuple[Form, ...]:
    """The upright tables, in the order of the ledger. Tables on their side and cards hold no rows to paste."""
    tables: dict[tuple[str, int], list[MappedColumn]] = defaultdict(list)
    for column in ledger.columns:
        tables[column.sheet, column.table].append(column)
    found = [
        Form(ledger.file, sheet, columns[0].header_rows, _columns(columns))
        for (sheet, _), columns in tables.items()
        if _is_upright(columns)
    ]
    rows: dict[int, list[Asset]] = defaultdict(list)
    for asset in ledger.assets:
        if (at := _form_of(asset, found)) is not None:
            rows[at].append(asset)
    return tuple(Form(f.file, f.sheet, f.header_rows, f.columns, tuple(rows[n])) for n, f in enumerate(found))


def own_form(file: str) -> Form:
    return Form(file, "", (), tuple(FormColumn(n, "", (name,)) for n, name in enumerate(OWN_FIELDS)))


def _columns(columns: Iterable[MappedColumn]) -> tuple[FormColumn, ...]:
    fields: dict[str, list[str]] = {}
    headings: dict[str, str] = {}
    for column in columns:
        fields.setdefault(column.column, []).extend([column.field] if column.field else [])
        headings.setdefault(column.column, column.header)
    listed = (FormColumn(column_index(at), headings[at], tuple(fields[at])) for at in fields)
    return tuple(sorted(listed, key=lambda c: c.index))


def _is_upright(columns: Sequence[MappedColumn]) -> bool:
    """A turned table gives all its headings one letter."""
    headings: Mapping[str, set[str]] = defaultdict(set)
    for column in columns:
        headings[column.column].add(column.header)
    return bool(columns[0].header_rows) and all(len(h) == 1 for h in headings.values())


def _form_of(asset: Asset, forms: Sequence[Form]) -> int | None:
    """The last form of its sheet whose headings stand above it and, of tables side by side, which has its column."""
    found = None
    for number, form in enumerate(forms):
        if form.sheet != asset.row.sheet or form.header_rows[-1] >= asset.row.row:
            continue
        if asset.row.column and column_index(asset.row.column) not in range(
            form.columns[0].index, form.columns[-1].index + 1
        ):
            continue
        found = number
    return found
