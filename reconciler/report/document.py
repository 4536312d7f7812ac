"""report.json: the report for programs, `daicho.report/1`: its codes, and beside them the sentences of one language.

Whatever the report's model holds is in it, in the model's own names: one encoder writes every value, so that a new
part of the model is a new key here and nothing more. A device and a row of the ledger are told whole once, in the
lists of all devices and of all rows; elsewhere a device is its id and a row its place. Texts are as they came: who
shows them makes them harmless first.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import MappingProxyType

from agent.device import ATTRIBUTES, Device
from agent.findings import Json
from reconciler.ledger.asset import Asset
from reconciler.report import front, phrases, tables
from reconciler.report.item import Item
from reconciler.report.lines import DeviceLine, RowLine
from reconciler.report.model import Report
from reconciler.report.tables import Table
from reconciler.report.wording import Language, Wording

SCHEMA = "daicho.report/1"

WHOLE_IN: Mapping[type, type] = MappingProxyType({DeviceLine: Device, RowLine: Asset})
"""Where a device or a row is told whole; anywhere else stands what names it."""

_SURROGATE = re.compile("[\ud800-\udfff]")


def to_json(report: Report, lang: Language = "ja") -> str:
    """The document, one entry of each list a line: UTF-8, a line break at the end. The same report gives the same text."""
    return "".join(parts(report, lang))


def parts(report: Report, lang: Language = "ja") -> Iterator[str]:
    """The document's text piece by piece: whole, that of a large hospital takes ten times the room of its report."""
    return _texts(_told(report, phrases.wording(report, lang)))


def written(document: Mapping[str, Json]) -> str:
    """A document as text."""
    return "".join(_texts(iter(document.items())))


def _texts(members: Iterator[tuple[str, Json | Iterator[Json]]]) -> Iterator[str]:
    """json's own indenting takes four times as long and as much room for a large hospital."""
    opening = "{\n"
    for key, value in members:
        yield f"{opening}  {_dumped(key)}: "
        opening = ",\n"
        if not isinstance(value, list | Iterator):
            yield _dumped(value)
            continue
        before = "[\n    "
        for entry in value:
            yield before + _dumped(entry)
            before = ",\n    "
        yield "\n  ]" if before.startswith(",") else "[]"
    yield "\n}\n"


def _dumped(value: Json) -> str:
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return _SURROGATE.sub(lambda half: f"\\u{ord(half[0]):04x}", text)


TOLD_BY: Mapping[str, Callable[[Report, Wording], Table]] = MappingProxyType(
    {"items": tables.items, "devices": tables.devices, "rows": tables.rows}
)
"""Lists of the report that have a table: each of their lines brings its row of it, in sentences."""


def _told(report: Report, w: Wording) -> Iterator[tuple[str, Json | Iterator[Json]]]:
    yield "schema", SCHEMA
    yield "language", w.language
    for name in _names(Report):
        value = getattr(report, name)
        yield name, _with_sentences(value, TOLD_BY[name](report, w)) if name in TOLD_BY else encoded(value)
    yield "said", _said(report, w)


def _with_sentences(lines: Sequence[object], table: Table) -> Iterator[Json]:
    """Each line with its row of the report's table, by column, where the cell is text."""
    codes = [column.code for column in table.columns]
    for line, row in zip(lines, table.rows, strict=True):
        said: dict[str, Json] = {
            code: cell for code, cell in zip(codes, row.cells, strict=True) if isinstance(cell, str) and cell
        }
        yield {**_members(line), "said": said}


def _said(report: Report, w: Wording) -> Json:
    """What stands before the lists, in sentences."""
    return {
        "title": w("title.report"),
        "cover": encoded(front.cover(report, w)),
        "conservation": encoded(front.conservation(report, w)),
        "news": encoded(front.news(report, w)),
        "points": encoded(front.points(report, w)),
        "asks": [phrases.ask(ask, w) for ask in report.asks],
        "method": encoded(front.method(report, w)),
        "limits": encoded(front.limits(report, w)),
        "notes": encoded(front.notes(report, w)),
    }


def encoded(value: object, whole: type | None = None) -> Json:
    """Any value of the model as JSON. Raises TypeError for one that nobody has said how to write.

    A value of a closed list is its code, a date ISO 8601, a set sorted, a mapping sorted by its keys.  whole: the
    type that is written out here where it is elsewhere only named.
    """
    if type(value) is str:
        return value  # by far the most
    match value:
        case Enum():
            return _code(value)
        case None | bool() | int() | float() | str():
            return value
        case date():
            return value.isoformat()
        case Device() if whole is not Device:
            return value.id
        case Asset() if whole is not Asset:
            return encoded(value.row)
        case Mapping():
            return {key: encoded(of) for key, of in sorted((_key(k), of) for k, of in value.items())}
        case frozenset() | set():
            return sorted((encoded(one) for one in value), key=str)
        case Sequence():
            return [encoded(one) for one in value]
    if is_dataclass(value):
        return _members(value)
    raise TypeError(f"no way to write {type(value).__name__} is known")


def _members(value: object) -> dict[str, Json]:
    """The fields of a dataclass, and what it concludes from them where others build on that."""
    assert is_dataclass(value) and not isinstance(value, type)
    whole = WHOLE_IN.get(type(value))
    members = {name: encoded(getattr(value, name), whole) for name in _names(type(value))}
    match value:
        case Device():
            members |= {attribute: value.best(attribute) for attribute in ATTRIBUTES}
        case Item():
            members["section"] = value.section
    return members


@cache
def _names(of: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(of))


def _code(value: Enum) -> str:
    """As the other documents have it: buckets and kinds by their value, tiers and severities by their name in lower case."""
    return value.value if isinstance(value.value, str) else value.name.lower()


def _key(key: object) -> str:
    return _code(key) if isinstance(key, Enum) else str(key)
