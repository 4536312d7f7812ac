"""The mapping of columns pinned by a person: `<ledger name>.columns.toml` beside the ledger.

    ignore = ["表紙"]                 # sheets without devices
    [[table]]
    sheet = "機器台帳"                # "" for csv
    header = [4, 5]                   # the rows of the headings, or one number; left out: found
    [table.columns]                   # a column's letter or its heading = a field, "maker+model", or "" (not read)
    A = "tag"
    "備考2" = "note"
    [states]                          # words of this hospital
    "休眠" = "stopped"

What is wrong in it is listed as problems, and the rest is used.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import TypeAlias

from reconciler.ledger.asset import STATES, ImportProblem, Ledger, MappedColumn
from reconciler.ledger.dictionary import TARGETS
from reconciler.ledger.normalise import state_key

SUFFIX = ".columns.toml"

Toml: TypeAlias = "str | int | float | bool | datetime | date | time | list[Toml] | dict[str, Toml]"
Wrong: TypeAlias = Callable[[str, str], None]
"""How a problem is told: what is wrong, and the next step."""


@dataclass(frozen=True, slots=True)
class PinnedTable:
    """header: rows from 0, () where it is to be found.  columns: letter or heading -> fields, () for not read."""

    sheet: str
    header: tuple[int, ...] = ()
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pins:
    """All of one file. `name` is how the reasons call it."""

    name: str = ""
    ignore: frozenset[str] = frozenset()
    tables: tuple[PinnedTable, ...] = ()
    states: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[ImportProblem, ...] = ()

    def of(self, sheet: str) -> tuple[PinnedTable, ...]:
        return tuple(t for t in self.tables if t.sheet == sheet)


def beside(ledger: Path) -> Path | None:
    """The pins that lie beside a ledger."""
    places = (ledger.with_name(ledger.name + SUFFIX), ledger.with_name(ledger.stem + SUFFIX))
    return next((p for p in places if p.is_file()), None)


def load_pins(ledger: Path, given: Path | None) -> Pins:
    """The given file, else the one beside the ledger (台帳.xlsx.columns.toml, then 台帳.columns.toml), else none."""
    path = given or beside(ledger)
    if path is None:
        return Pins()
    try:
        source = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return Pins(
            path.name,
            problems=(_problem(path.name, "cannot be read", "save it as UTF-8 text, or remove it"),),
        )
    return read_pins(path.name, source)


def read_pins(name: str, source: str) -> Pins:
    """From the text of the file; never raises."""
    try:
        document: dict[str, Toml] = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        return Pins(name, problems=(_problem(name, f"is no TOML: {error}", "correct it, or make it anew"),))
    problems: list[ImportProblem] = []

    def wrong(what: str, hint: str) -> None:
        problems.append(_problem(name, what, hint))

    for key in sorted(set(document) - {"ignore", "table", "states"}):
        wrong(f"has an unknown key {key!r}", "known are ignore, table and states")
    ignore = document.get("ignore", [])
    if not isinstance(ignore, list) or not all(isinstance(s, str) for s in ignore):
        wrong("ignore is no list of sheet names", 'write ignore = ["表紙"]')
        ignore = []
    tables = document.get("table", [])
    if not isinstance(tables, list):
        wrong("table is no list", "write [[table]] with double brackets")
        tables = []
    found = [_table(t, number, wrong) for number, t in enumerate(tables, 1)]
    states = _states(document.get("states", {}), wrong)
    return Pins(name, frozenset(map(str, ignore)), tuple(t for t in found if t), states, tuple(problems))


def _states(words: Toml, wrong: Wrong) -> dict[str, str]:
    found: dict[str, str] = {}
    if not isinstance(words, dict):
        wrong("states is no table", 'write [states] and below it "休眠" = "stopped"')
        return found
    for word, state in words.items():
        if isinstance(state, str) and state in STATES:
            found[state_key(word)] = state
        else:
            wrong(f"gives {word!r} the unknown state {state!r}", f"known are {', '.join(STATES)}")
    return found


def _table(table: Toml, number: int, wrong: Wrong) -> PinnedTable | None:
    if not isinstance(table, dict):
        wrong(f"table {number} is no table", "write [[table]] and its keys below")
        return None
    for key in sorted(set(table) - {"sheet", "header", "columns"}):
        wrong(f"has an unknown key {key!r} in table {number}", "known are sheet, header and columns")
    header = table.get("header", [])
    rows = [r for r in (header if isinstance(header, list) else [header]) if isinstance(r, int) and r > 0]
    if rows != header and [header] != rows:
        wrong(f"header of table {number} is no row number", "write header = 4 or header = [4, 5]")
    columns = table.get("columns", {})
    if not isinstance(columns, dict):
        wrong(f"columns of table {number} is no table", "write [table.columns] and its lines below")
        columns = {}
    pinned: dict[str, tuple[str, ...]] = {}
    for column, target in columns.items():
        fields = tuple(f for f in str(target).split("+") if f)
        if not isinstance(target, str) or any(f not in TARGETS for f in fields) or len(fields) > 4:
            wrong(f"gives column {column!r} the unknown field {target!r}", f"known are {', '.join(TARGETS)}")
        else:
            pinned[column] = fields
    whole = tuple(range(min(rows) - 1, max(rows))) if rows else ()
    return PinnedTable(str(table.get("sheet", "")), whole, pinned)


def _problem(name: str, what: str, hint: str) -> ImportProblem:
    return ImportProblem("", 0, "", f"{name} {what}", hint)


def pins_template(ledger: Ledger) -> str:
    """The mapping as it was found, in the format of this file, with each reason as a comment: to be corrected
    and kept beside the ledger. Read back unchanged, it gives the same assets."""
    read = {c.sheet for c in ledger.columns}
    ignored = list(dict.fromkeys(s.sheet for s in ledger.skipped if s.sheet not in read))
    lines = [
        f"# The columns of {ledger.file} as daicho reads them. Correct what is wrong and keep this file beside",
        f"# the ledger as {ledger.file}{SUFFIX}. A field is one of:",
        *(f"#   {', '.join(TARGETS[i : i + 10])}" for i in range(0, len(TARGETS), 10)),
        '# several for a cell that holds them ("maker+model"), or "" for a column that is not read.',
        "",
        f"ignore = [{', '.join(map(_quoted, ignored))}]",
    ]
    tables: dict[tuple[str, int], list[MappedColumn]] = {}
    for column in ledger.columns:
        tables.setdefault((column.sheet, column.table), []).append(column)
    for (sheet, _), columns in tables.items():
        rows = columns[0].header_rows
        lines += ["", "[[table]]", f"sheet = {_quoted(sheet)}"]
        lines += [f"header = [{', '.join(map(str, rows))}]"] if rows else []
        lines += ["[table.columns]"]
        turned = not rows and any(c.header for c in columns)  # its columns have no letters of their own
        keys: dict[str, list[MappedColumn]] = {}
        for column in columns:
            keys.setdefault(_quoted(column.header) if turned else column.column, []).append(column)
        for key, same in keys.items():
            target = "+".join(c.field for c in same)
            lines.append(f"{key} = {_quoted(target)}  # {same[0].header or 'no heading'}: {same[0].why}")
    return "\n".join(lines) + "\n"


def _quoted(plain: str) -> str:
    """A TOML basic string; JSON's escapes are among those of TOML."""
    return json.dumps(plain, ensure_ascii=False).replace("\x7f", "\\u007f")
