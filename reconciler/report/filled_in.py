"""What people wrote on sheets of the workbook that are not taken back: it is told where it stands, and that it stays.

Only the lists with 判定 have keys (returned.py). The other sheets have columns to fill in, too: what a vendor answered,
when a letter went out, who checked an item. Whoever sends the workbook back must not think that these were taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from reconciler.deciding import Place, Problem
from reconciler.ledger.normalise import Cell, cell_text
from reconciler.ledger.workbook import Sheet, column_letter
from reconciler.report import checklist, inquiry, remote
from reconciler.report.wording import LANGUAGES, words

CORRECTIVE = frozenset({"vendor_answer", "finished", "seal", "residual"})
"""Of the corrective actions: columns that the report leaves empty."""
SERVICES = frozenset({"needed_entry"})
SETS = (CORRECTIVE, remote.ENTRIES, checklist.ENTRIES - SERVICES, SERVICES, inquiry.ENTRIES)
"""Columns that are filled in, table by table: where all of a set are headings of one row, there the table begins."""


def stays_here(sheets: Iterable[Sheet], plain: Callable[[Cell], str]) -> Iterable[Problem]:
    """One remark a sheet, with its first such cell and how many there are.  plain: as headings are compared."""
    sets = [{plain(words(lang).of("column", c)) for c in codes} for codes in SETS for lang in LANGUAGES]
    for sheet in sheets:
        cells = list(_filled(sheet.rows, sets, plain))
        if cells:
            row, column = cells[0]
            place = Place(sheet.name, f"{column_letter(column)}{row + 1}")
            yield Problem(place, "stays_here", {"count": str(len(cells))})


def _filled(
    rows: Sequence[Sequence[Cell]], sets: Sequence[set[str]], plain: Callable[[Cell], str]
) -> Iterable[tuple[int, int]]:
    columns: list[int] = []
    for number, cells in enumerate(rows):
        heads = [plain(cell) for cell in cells]
        whole = next((s for s in sets if s <= {*heads}), None)
        if whole is not None:
            columns = [n for n, head in enumerate(heads) if head in whole]
            continue
        for column in columns:
            cell = cells[column] if column < len(cells) else None
            if cell is not None and cell_text(cell).strip():
                yield number, column
