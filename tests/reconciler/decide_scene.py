"""A hospital in small that is audited again and again, and an officer who fills in its report and sends it back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from agent.device import Device
from reconciler.deciding import Plan, Word, plan
from reconciler.decisions import row_keys
from reconciler.diff import reconcile
from reconciler.followups import followups
from reconciler.ledger.asset import Asset
from reconciler.ledger.workbook import open_workbook
from reconciler.report import workbook
from reconciler.report.building import build, compared_with, day_of
from reconciler.report.model import Cover, Report
from reconciler.report.returned import Returned, read_back
from reconciler.report.wording import Language
from reconciler.store import history, returned, save_run
from reconciler.store_decisions import decide, load_decisions, past_of
from reconciler.store_tables import Store
from tests.builders import findings, ledger, network

ITEMS, DEVICES, ROWS = "要確認一覧", "検出機器一覧", "台帳突合一覧"
HEAD = 3
TODAY = date(2026, 11, 21)


def audited(
    store: Store,
    run: str,
    ended: str,
    devices: Sequence[Device],
    rows: Sequence[Asset],
    *,
    looked: bool = True,
) -> Report:
    """One run kept in the history, and its report, as `daicho report --store` makes it."""
    seen = findings(*devices, run=run, ended=ended, coverage=[network("10.0.0.0/16", looked=looked)])
    decisions = load_decisions(store, seen.devices)
    result = reconcile(seen, [ledger(*rows)], decisions)
    save_run(store, seen, result)
    past = history(store, run)
    told = followups(
        decisions,
        result.differences,
        row_keys(result.assets, result.ended),
        past_of(store, decisions, run),
        returned(store, run, past.new),
        day_of(ended),
    )
    return build(replace(result, followups=told), Cover("青葉病院", "", ""), since=compared_with(past))


def put(sheet: Worksheet, row: int, column: int, value: object) -> None:
    """As it is typed into a cell that is formatted as text: what begins with = is no formula there."""
    cell = sheet.cell(row, column)
    cell.value = value  # type: ignore[assignment]
    if isinstance(value, str) and value:
        cell.data_type = "s"


class Desk:
    """The workbook on the officer's desk: cells by sheet, line and heading."""

    def __init__(self, report: Report, lang: Language = "ja") -> None:
        self.book = openpyxl.load_workbook(BytesIO(workbook.to_bytes(report, lang)))

    def column(self, sheet: str, heading: str) -> int:
        return next(c.column for c in self.book[sheet][HEAD] if c.value == heading)

    def key_column(self, sheet: str) -> int:
        return next(c.column for c in self.book[sheet][HEAD] if str(c.value).startswith("daicho.row/"))

    def line(self, sheet: str, what: str) -> int:
        """The row in which some cell has this text."""
        return next(
            r[0].row
            for r in self.book[sheet].iter_rows(min_row=HEAD + 1)
            if any(what in str(c.value) for c in r[:-1] if c.value is not None)
        )

    def write(self, sheet: str, what: str | int, **cells: object) -> str:
        """Fills in 判定, 相手, 担当, 期限, 備考 of a line; returns the address of 判定."""
        line = what if isinstance(what, int) else self.line(sheet, what)
        for heading, value in cells.items():
            name = next(c.value for c in self.book[sheet][HEAD] if str(c.value).startswith(heading))
            put(self.book[sheet], line, self.column(sheet, name), value)
        return f"{self.book[sheet].cell(line, self.column(sheet, '判定')).coordinate}"

    def saved(self, path: Path) -> Path:
        self.book.save(path)
        return path


def rearrange(sheet: Worksheet, order: Callable[[list[list[object]]], list[list[object]]]) -> None:
    """Sorts, or throws away, the lines below the headings, all columns along."""
    lines = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=HEAD + 1)]
    kept = order(lines)
    sheet.delete_rows(HEAD + 1, len(lines))
    for number, line in enumerate(kept, HEAD + 1):
        for column, value in enumerate(line, 1):
            put(sheet, number, column, value)


def read(path: Path) -> Returned:
    found = read_back(open_workbook(path))
    assert found is not None
    return found


def taken(
    store: Store, path: Path, *, who: str = "田中", today: date = TODAY, at: str = "2026-11-21T01:00:00Z",
    replace_others: bool = False, dry: bool = False,
) -> Plan:  # fmt: skip
    """The workbook taken over; the plan with what could not be read among its problems."""
    found = read(path)
    word = Word(who, at, today, replace_others)

    def planned(known: object) -> Plan:
        made = plan(found.entries, known, word)  # type: ignore[arg-type]
        return replace(made, problems=(*found.problems, *made.problems))

    return decide(store, {e.key.run for e in found.entries}, planned, dry=dry)


def told(made: Plan) -> Mapping[str, str]:
    """Cell -> code of its problem."""
    return {f"{p.place.sheet}!{p.place.cell}": p.code for p in made.problems}
