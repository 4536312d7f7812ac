"""The JSON face of `daicho ledger read --json`: names and shapes are final, others build on them."""

from __future__ import annotations

import json
from collections.abc import Iterator

from reconciler.ledger.asset import FIELDS, Asset, Ledger


def to_json(ledger: Ledger) -> str:
    """The face of `ledger read --json`: UTF-8, one row of the ledger a line, a line break at the end."""

    def dump(value: object) -> str:
        return json.dumps(value, ensure_ascii=False)

    def lines(items: Iterator[object]) -> str:
        found = ",\n    ".join(map(dump, items))
        return f"[\n    {found}\n  ]" if found else "[]"

    columns = (
        {
            "sheet": c.sheet,
            "table": c.table,
            "column": c.column,
            "header": c.header,
            "field": c.field,
            "why": c.why,
        }
        for c in ledger.columns
    )
    rows = ({"sheet": a.row.sheet, "row": a.row.row, "fields": _fields(a)} for a in ledger.assets)
    skipped = ({"sheet": s.sheet, "row": s.row, "why": s.why} for s in ledger.skipped)
    problems = (
        {
            "sheet": p.sheet,
            "row": p.row,
            "column": p.column,
            "text": f"{p.text}: {p.hint}" if p.hint else p.text,
        }
        for p in ledger.problems
    )
    parts = {
        "file": dump(ledger.file),
        "columns": lines(columns),
        "rows": lines(rows),
        "skipped": lines(skipped),
        "problems": lines(problems),
        "error": dump(ledger.error),
    }
    return "{\n" + ",\n".join(f"  {dump(key)}: {value}" for key, value in parts.items()) + "\n}\n"


def _fields(asset: Asset) -> dict[str, object]:
    """Every field of DESIGN's list; empty where the row says nothing of it."""
    found: dict[str, object] = {}
    for name in FIELDS:
        value = getattr(asset, name)
        found[name] = list(value) if isinstance(value, tuple) else value
    return found
