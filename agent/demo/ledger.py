"""Writes a sample ledger as hospitals keep them, and tells what must be found in it.

The rows are data (ledger.toml): the cells as written, and beside them the truth: the row's one
bucket, the hosts of hospital.toml that it describes, and the kinds of difference that hold of it.
The workbook has the same bytes each time, so that its digest can stand in a golden file.
"""

from __future__ import annotations

import datetime
import tomllib
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TypeAlias

LEDGER = Path(__file__).with_name("ledger.toml")
FILE_NAME = "情報機器管理台帳.xlsx"
WRITTEN = datetime.datetime(2025, 6, 1, tzinfo=datetime.UTC)

JUDGED = frozenset(
    {
        "UNREGISTERED", "NOT_SEEN", "NOT_LOOKED", "CHANGED", "REPLACED", "RETIRED_ALIVE",
        "DUPLICATE_ROW", "AMBIGUOUS", "IMPOSSIBLE", "GUEST",
    }
)  # fmt: skip
"""Kinds on which the truth is complete: one that it does not name must not be reported. The others
(UNDOCUMENTED, NO_PARTY, ...) must be reported where named and may be elsewhere."""

Cell: TypeAlias = str | int | datetime.date


class LedgerPlanError(ValueError):
    """The data file does not describe a ledger."""


@dataclass(frozen=True, slots=True)
class RowTruth:
    """changed: fields (of `ledger read`) whose recorded value is not the seen one."""

    sheet: str
    row: int
    bucket: str
    devices: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DeviceTruth:
    """kinds: those laid on the device because of no row; what its row adds stands in RowTruth."""

    name: str
    bucket: str
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Row:
    cells: tuple[Cell, ...]
    bucket: str
    devices: tuple[str, ...]
    kinds: frozenset[str]
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Sheet:
    title: str
    above: tuple[str, ...]
    header: tuple[tuple[str, ...], ...]
    merged: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[_Row, ...]

    @property
    def first(self) -> int:
        """The sheet's own number of the first row below the header."""
        return len(self.above) + len(self.header) + 1


def write_ledger(path: Path, plan: Path = LEDGER) -> None:
    """Writes the .xlsx; the same bytes each time."""
    # 0.3 s to import, and only `daicho demo` and tests write ledgers.
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    sheets, _ = _read(plan)
    book = Workbook()
    book.remove(book.active)
    grey = PatternFill("solid", start_color="FFD9D9D9")
    for sheet in sheets:
        page = book.create_sheet(sheet.title)
        lines = [*((text,) for text in sheet.above), *sheet.header, *(row.cells for row in sheet.rows)]
        for number, line in enumerate(lines, 1):
            for column, value in enumerate(line, 1):
                if value != "":
                    page.cell(number, column, value).alignment = Alignment(wrap_text=True, vertical="top")
        for number in range(len(sheet.above) + 1, sheet.first):
            for cell in page[number]:
                cell.fill = grey
                cell.font = Font(bold=True)
        for area in sheet.merged:
            page.merge_cells(area)
        for column, width in enumerate(sheet.widths, 1):
            page.column_dimensions[get_column_letter(column)].width = width
        page["A1"].font = Font(bold=True, size=14)
    written = BytesIO()
    book.save(written)
    path.write_bytes(_without_time(written.getvalue()))


def row_truths(plan: Path = LEDGER) -> dict[tuple[str, int], RowTruth]:
    """(sheet, row) -> truth, for every row below a header that is not blank."""
    sheets, _ = _read(plan)
    return {
        (sheet.title, number): RowTruth(sheet.title, number, row.bucket, row.devices, row.kinds, row.changed)
        for sheet in sheets
        for number, row in enumerate(sheet.rows, sheet.first)
        if row.cells
    }


def device_truths(plan: Path = LEDGER) -> dict[str, DeviceTruth]:
    """Name of the host -> truth, for every host of the hospital."""
    _, unregistered = _read(plan)
    matched = {
        name: DeviceTruth(name, "MATCHED") for truth in row_truths(plan).values() for name in truth.devices
    }
    return matched | {device.name: device for device in unregistered}


def _read(plan: Path) -> tuple[tuple[_Sheet, ...], tuple[DeviceTruth, ...]]:
    document = tomllib.loads(plan.read_text(encoding="utf-8"))
    sheets = tuple(
        _Sheet(
            title=_text(table, "title"),
            above=_texts(table, "above"),
            header=tuple(_strings(line) for line in _list(table, "header")),
            merged=_texts(table, "merged"),
            widths=tuple(width for width in _list(table, "widths") if isinstance(width, int)),
            rows=tuple(_row(row) for row in _tables(table, "row")),
        )
        for table in _tables(document, "sheet")
    )
    unregistered = tuple(
        DeviceTruth(_text(table, "name"), _text(table, "bucket"), frozenset(_texts(table, "kinds")))
        for table in _tables(document, "unregistered")
    )
    return sheets, unregistered


def _row(table: Mapping[str, object]) -> _Row:
    cells: list[Cell] = []
    for value in _list(table, "cells"):
        if not isinstance(value, str | int | datetime.date):
            raise LedgerPlanError(f"cells are text, numbers or dates, not {value!r}")
        cells.append(value)
    return _Row(
        cells=tuple(cells),
        bucket=_text(table, "bucket") if cells else "",
        devices=_texts(table, "devices"),
        kinds=frozenset(_texts(table, "kinds")),
        changed=_texts(table, "changed"),
    )


def _text(table: Mapping[str, object], key: str) -> str:
    value = table.get(key)
    if not isinstance(value, str):
        raise LedgerPlanError(f"{key}: text expected, {value!r} found")
    return value


def _list(table: Mapping[str, object], key: str) -> list[object]:
    value = table.get(key, [])
    if not isinstance(value, list):
        raise LedgerPlanError(f"{key}: a list expected, {value!r} found")
    return value


def _strings(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise LedgerPlanError(f"a list of texts expected, {value!r} found")
    return tuple(str(item) for item in value)


def _texts(table: Mapping[str, object], key: str) -> tuple[str, ...]:
    return _strings(_list(table, key))


def _tables(table: Mapping[str, object], key: str) -> list[Mapping[str, object]]:
    return [item for item in _list(table, key) if isinstance(item, dict)]


def _without_time(workbook: bytes) -> bytes:
    """The package again with fixed times: openpyxl stamps both the zip entries and docProps/core.xml."""
    # Part of openpyxl's family of late imports: it is what wrote the stamp.
    from openpyxl import load_workbook
    from openpyxl.xml.functions import tostring

    properties = load_workbook(BytesIO(workbook)).properties
    properties.created = properties.modified = WRITTEN
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(workbook)) as package, zipfile.ZipFile(out, "w") as fixed:
        for name in package.namelist():
            data = tostring(properties.to_tree()) if name == "docProps/core.xml" else package.read(name)
            entry = zipfile.ZipInfo(name, WRITTEN.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            fixed.writestr(entry, data)
    return out.getvalue()
