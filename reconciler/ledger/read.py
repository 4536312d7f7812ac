"""The hospital's ledger file -> Ledger: every row accounted for, every bad cell listed, nothing raised.

workbook.py gives sheets of raw cells, turned.py an upright grid, tables.py the tables, columns.py the
fields, rows.py what each row is, assemble.py the assets. `to_json` (face.py) is the face of `ledger read --json`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from reconciler.ledger.assemble import Assembler
from reconciler.ledger.asset import Asset, ImportProblem, Ledger, MappedColumn, SkippedRow
from reconciler.ledger.columns import Assigned, assign
from reconciler.ledger.counted import counting
from reconciler.ledger.dictionary import Dictionary, dictionary
from reconciler.ledger.draft import Draft
from reconciler.ledger.face import to_json
from reconciler.ledger.grid import Grid
from reconciler.ledger.lead import lead
from reconciler.ledger.normalise import Cell
from reconciler.ledger.outline import network_above, outline_of
from reconciler.ledger.pinned import overridden, pinned_tables
from reconciler.ledger.pins import Pins, load_pins
from reconciler.ledger.rows import (
    BLANK,
    HEADER,
    REMARK,
    SECTION,
    SUBTOTAL,
    TITLE,
    Row,
    rows_of_table,
)
from reconciler.ledger.sections import Section, section_of
from reconciler.ledger.sheets import ADDED_WHY, is_added, reason_to_skip, signs_explained
from reconciler.ledger.sniff import profile
from reconciler.ledger.spread import gathered
from reconciler.ledger.tables import SAMPLE, Table, tables_of
from reconciler.ledger.turned import upright
from reconciler.ledger.workbook import Sheet, UnreadableError, Workbook, column_letter, open_workbook

__all__ = ["ledger_of", "read_ledger", "to_json"]


@dataclass(slots=True)
class Page:
    """One sheet on its way: its tables with their columns, then what each of its rows became."""

    sheet: Sheet
    grid: Grid
    tables: list[tuple[Table, tuple[Assigned, ...]]]
    assets: list[Asset] = field(default_factory=list)
    why: dict[int, str] = field(default_factory=dict)
    problems: list[ImportProblem] = field(default_factory=list)


def read_ledger(path: Path, pins: Path | None = None) -> Ledger:
    """The ledger in `path`. Never raises for what the file is: Ledger.error then says what to do.

    pins: a mapping pinned by a person (pins.py); None takes the one beside the ledger, if there is one.
    """
    try:
        book = open_workbook(path)
    except UnreadableError as error:
        return Ledger(path.name, error=str(error))
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return replace(ledger_of(path.name, book, load_pins(path, pins)), sha256=digest)


def ledger_of(file: str, book: Workbook, pins: Pins | None = None) -> Ledger:
    """The ledger in the sheets of `book`: pure."""
    pinned = pins or Pins()
    words = dictionary()
    signs = signs_explained((s for s in book.sheets if not is_added(s)), words)
    if pinned.states or signs:
        words = replace(words, states={**words.states, **signs, **pinned.states})
    pages = [_page(sheet, pinned, words) for sheet in book.sheets]
    _skip_sheets(pages, pinned, words)
    for page in pages:
        _read_rows(page, file, book, words)
    return _ledger(file, book, pinned, pages)


def _page(sheet: Sheet, pins: Pins, words: Dictionary) -> Page:
    if sheet.name in pins.ignore or is_added(sheet):
        return Page(sheet, Grid(sheet.name, sheet.rows), [])
    grid = upright(sheet, words)
    problems: list[ImportProblem] = []
    mine = pins.of(sheet.name)
    tables = pinned_tables(grid, mine, words) or tables_of(grid, words)
    found: list[tuple[Table, tuple[Assigned, ...]]] = []
    for found_table in tables:
        grid, table = gathered(grid, found_table, words)
        profiles = {c: profile(cells, words) for c, cells in _sampled(grid, table)}
        columns = assign(table, profiles, words)
        found.append((table, overridden(table, columns, mine, pins.name, problems)))
    return Page(sheet, grid, found, problems=problems)


def _sampled(grid: Grid, table: Table) -> Iterator[tuple[int, list[Cell]]]:
    step = max(1, (table.last - table.first + 1) // SAMPLE)
    rows = [grid.rows[i] for i in range(table.first, table.last + 1, step)]
    if len(table.columns) > 2:  # titles of sections and remarks below the table say nothing of its columns
        rows = [row for row in rows if sum(c < len(row) and row[c] is not None for c in table.columns) > 1]
    for column in table.columns:
        yield column, [row[column] for row in rows if column < len(row)]


def _skip_sheets(pages: list[Page], pins: Pins, words: Dictionary) -> None:
    """Takes the tables off sheets that hold no devices, as long as some sheet keeps its own."""
    reasons: dict[int, str] = {}
    for number, page in enumerate(pages):
        if page.sheet.name in pins.ignore:
            reasons[number] = f"ignored, as {pins.name} says"
        elif is_added(page.sheet):
            reasons[number] = ADDED_WHY
        elif not pins.of(page.sheet.name):
            reasons[number] = reason_to_skip(page.sheet.name, [columns for _, columns in page.tables], words)
    kept = any(page.tables and not reasons.get(number) for number, page in enumerate(pages))
    for number, page in enumerate(pages):
        reason = reasons.get(number, "")
        if reason and (kept or not page.tables):
            page.tables = []
        elif not page.tables:
            reason = "no table of devices on this sheet"
        if not page.tables:
            for index, cells in enumerate(page.sheet.rows):
                page.why[index] = reason if any(cell is not None for cell in cells) else BLANK


def _read_rows(page: Page, file: str, book: Workbook, words: Dictionary) -> None:
    counted = counting(page.grid, page.tables)
    for number, (table, columns) in enumerate(page.tables):
        if number == 0 and page.grid.places is None:
            _above(page, table)
        if number in counted:
            _say_why(page, table, columns, words)
            continue
        side = column_letter(table.side) if table.side >= 0 else ""
        assembler = Assembler(file, page.grid, columns, words, book.epoch_1904, side)
        assembler.sheet(_from_name(page, columns, words))
        if (said := lead(page.grid, table, [t for t, _ in page.tables], words)) is not None:
            assembler.section(said)
        assembler.grey(_grey_rows(page.grid, table))
        assembler.network(network_above(page.grid, table))
        assembler.outline(outline_of(page.grid, table, columns))
        page.why.update(dict.fromkeys(range(max(table.top, 0), table.first), HEADER))
        _read_table(page, assembler, rows_of_table(page.grid, table, columns, words))
        page.problems.extend(assembler.problems)
    if page.tables and page.grid.places is not None:
        _turned_back(page)
    for index, cells in enumerate(page.sheet.rows if page.grid.cut else ()):
        if page.why.get(index) == BLANK and any(cell is not None for cell in cells[page.grid.cut :]):
            page.why[index] = REMARK


def _say_why(page: Page, table: Table, columns: tuple[Assigned, ...], words: Dictionary) -> None:
    """The rows of a table that only counts the devices of another: none of them is one."""
    page.why.update(dict.fromkeys(range(max(table.top, 0), table.first), HEADER))
    for row in rows_of_table(page.grid, table, columns, words):
        if page.why.get(row.index, BLANK) == BLANK:
            page.why[row.index] = row.why or SUBTOTAL


def _read_table(page: Page, assembler: Assembler, rows: Iterator[Row]) -> None:
    draft: Draft | None = None
    for row in rows:
        if row.parent >= 0 and draft is not None:
            assembler.add(draft, row.index)
            page.why[row.index] = row.why
            continue
        if draft is not None:
            page.assets.append(assembler.asset(draft))
        draft = None if row.why else assembler.draft(row.index)
        if row.why == SECTION and row.section is not None:
            assembler.section(row.section)
        elif row.why == BLANK:
            assembler.gap()
        if row.why and page.why.get(row.index, BLANK) == BLANK:
            page.why[row.index] = row.why
    if draft is not None:
        page.assets.append(assembler.asset(draft))


def _above(page: Page, table: Table) -> None:
    for index in range(max(table.top, 0)):
        page.why[index] = TITLE if any(c is not None for c in page.grid.rows[index]) else BLANK


def _turned_back(page: Page) -> None:
    """The rows of a sheet whose grid was turned: what was not spent on a device is text beside it."""
    page.why = dict(page.grid.spent)
    first = min(page.grid.spent, default=0)
    for index, cells in enumerate(page.sheet.rows):
        if index not in page.why:
            filled = any(cell is not None for cell in cells)
            page.why[index] = (TITLE if index < first else REMARK) if filled else BLANK


def _from_name(page: Page, columns: tuple[Assigned, ...], words: Dictionary) -> Section:
    """What the sheet's name says; a department or place only where the table has no such column of its own,
    save for a floor or a building, which a room does not say."""
    found = section_of(page.sheet.name, words) if page.sheet.name else Section()
    fields = {f for c in columns for f in c.fields}
    room = "place" in fields and not words.place_pattern.fullmatch(found.place)
    department = "" if "department" in fields else found.department
    return replace(found, department=department, place="" if room else found.place)


def _grey_rows(grid: Grid, table: Table) -> frozenset[int]:
    """Rows that are grey while most of the table is not; bands and headings of sections are not meant."""
    if not grid.layout.grey or grid.places is not None:
        return frozenset()
    grey, filled = set[int](), 0
    for index in range(table.first, table.last + 1):
        cells = [c for c, cell in enumerate(grid.rows[index]) if cell is not None]
        if len(cells) < 2:
            continue
        filled += 1
        marked = grid.layout.grey.get(index, frozenset())
        if sum(1 for c in cells if c in marked) * 10 >= len(cells) * 8:
            grey.add(index)
    return frozenset(grey) if len(grey) * 10 <= filled * 4 else frozenset()


def _ledger(file: str, book: Workbook, pins: Pins, pages: list[Page]) -> Ledger:
    problems = [*pins.problems, *_of_pins(pins, pages)]
    problems += [ImportProblem(sheet, row, "", text, hint) for sheet, row, text, hint in book.notes]
    columns: list[MappedColumn] = []
    assets: list[Asset] = []
    skipped: list[SkippedRow] = []
    for page in pages:
        name = page.sheet.name
        columns.extend(_mapped(page))
        assets.extend(sorted(page.assets, key=lambda a: (a.row.row, len(a.row.column), a.row.column)))
        taken = {asset.row.row - 1 for asset in page.assets}
        count = max(len(page.sheet.rows), len(page.grid.rows) if page.grid.places is None else 0)
        skipped.extend(
            SkippedRow(name, i + 1, page.why.get(i, BLANK)) for i in range(count) if i not in taken
        )
        problems.extend(_of_page(page))
        skipped.extend(
            SkippedRow(name, row + 1, "a cell far outside the table")
            for row in sorted({r for r, _ in page.sheet.stray if r >= count})
        )
    error = ""
    if not any(page.tables for page in pages):
        error = (
            f"{file} holds no table of devices that daicho can find: no row has headings such as 管理番号, 機器名 or IPアドレス; "
            f"name the row of the headings and the columns in {file}.columns.toml beside it."
        )
    return Ledger(file, tuple(columns), tuple(assets), tuple(skipped), tuple(problems), error)


def _of_pins(pins: Pins, pages: list[Page]) -> Iterator[ImportProblem]:
    sheets = {page.sheet.name for page in pages}
    for name in sorted((pins.ignore | {t.sheet for t in pins.tables}) - sheets):
        hint = f"sheets are {', '.join(map(repr, sorted(sheets)))}"
        yield ImportProblem("", 0, "", f"{pins.name} names a sheet {name!r} that is not there", hint)


def _of_page(page: Page) -> Iterator[ImportProblem]:
    name = page.sheet.name
    yield from page.problems
    for row, column in page.sheet.stray:
        hint = "delete it, or everything between it and the table"
        yield ImportProblem(
            name, row + 1, column_letter(column), "a cell far outside the table was not read", hint
        )
    for table, _ in page.tables:
        if table.bottom < 0:
            text = "the table has no row of headings; only columns whose cells speak for themselves are read"
            yield ImportProblem(name, table.first + 1, "", text, "put headings above it, or pin the columns")
    if page.tables and not page.assets:
        table = page.tables[0][0]
        yield ImportProblem(
            name,
            table.bottom + 1,
            "",
            "headings, but no row of a device under them",
            "check that this is the right file",
        )


def _mapped(page: Page) -> Iterator[MappedColumn]:
    for number, (table, columns) in enumerate(page.tables, 1):
        upright_rows = page.grid.places is None and not page.grid.pitch and table.bottom >= 0
        rows = tuple(range(table.top + 1, table.bottom + 2)) if upright_rows else ()
        for c in columns:
            _, at = page.grid.place(max(table.bottom, 0), c.column)
            for name in c.fields or ("",):
                yield MappedColumn(page.sheet.name, number, column_letter(at), c.heading, name, c.why, rows)
