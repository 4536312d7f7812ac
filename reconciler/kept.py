"""What a reconciliation knew beside findings and ledgers, as a document, so that it can be held again.

inputs/history.json in a run's folder has the decisions, absences and news that a store gave that day: the store itself
lives on and would answer otherwise today. Values are written by their dataclasses' own fields, so that a field more
needs no line here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from enum import Enum
from types import MappingProxyType, NoneType, UnionType
from typing import TypeAlias, TypeVar, get_args, get_origin, get_type_hints

from reconciler.decisions import Decision
from reconciler.followups import Followup
from reconciler.patience import Absence, Patience
from reconciler.report.model import Since
from reconciler.required import Required

SCHEMA = "daicho.history/1"

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None
T = TypeVar("T")


class KeptError(ValueError):
    """The document is none of ours, or of another daicho; the message says where."""


@dataclass(frozen=True, slots=True)
class Used:
    """What was known of earlier runs. absences: by row key.  since: None where there was nothing to compare with.  boxes:
    the decisions on what is one box.  followups: what had become of decisions.  required, patience: the hospital's own
    measures, None where they were daicho's."""

    decisions: Sequence[Decision] = ()
    absences: Mapping[str, Absence] = field(default_factory=lambda: MappingProxyType({}))
    since: Since | None = None
    boxes: Sequence[Decision] = ()
    followups: Sequence[Followup] = ()
    required: Required | None = None
    patience: Patience | None = None


def to_text(used: Used) -> str:
    document = {"schema": SCHEMA, "used": out_of(used)}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def from_text(text: str) -> Used:
    """Raises KeptError."""
    try:
        document = json.loads(text)
        if document["schema"] != SCHEMA:
            raise KeptError(f"no {SCHEMA} document")
        return into(Used, document["used"])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise KeptError(f"cannot be read: {error}") from error


# -- values as JSON and back -------------------------------------------------------------------------


def out_of(value: object) -> Json:
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: out_of(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Enum):
        return out_of(value.value)
    if isinstance(value, Mapping):
        return {str(key): out_of(one) for key, one in value.items()}  # in their order, which can matter
    if isinstance(value, frozenset):
        return [out_of(one) for one in sorted(value)]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool | int | float | str | NoneType):
        return value
    if isinstance(value, Sequence):
        return [out_of(one) for one in value]
    raise TypeError(f"{type(value).__name__} has no form in this document")


def into(kind: type[T], value: Json) -> T:
    """The value that was written, of the dataclass `kind`. Raises TypeError, KeyError or ValueError."""
    if not isinstance(value, dict):
        raise TypeError(f"{kind.__name__} is no object")
    kinds = get_type_hints(kind)
    return kind(**{name: _into(kinds[name], one) for name, one in value.items()})


def _into(kind: object, value: Json) -> object:
    origin, inner = get_origin(kind), get_args(kind)
    if origin is UnionType:
        return None if value is None else _into(next(k for k in inner if k is not NoneType), value)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return MappingProxyType({key: _into(inner[1], one) for key, one in _object(value).items()})
    if isinstance(origin, type) and issubclass(origin, frozenset | Sequence):
        parts = [_into(inner[0], one) for one in _list(value)]
        return frozenset(parts) if origin is frozenset else tuple(parts)
    if not isinstance(kind, type):
        raise TypeError(f"{kind} has no form in this document")
    if is_dataclass(kind):
        return into(kind, value)
    if issubclass(kind, Enum):
        return kind(value)
    if issubclass(kind, date):
        return kind.fromisoformat(str(value))
    if type(value) is not kind:
        raise TypeError(f"{value!r} is no {kind.__name__}")
    return value


def _object(value: Json) -> dict[str, Json]:
    if not isinstance(value, dict):
        raise TypeError(f"{value!r} is no object")
    return value


def _list(value: Json) -> list[Json]:
    if not isinstance(value, list):
        raise TypeError(f"{value!r} is no list")
    return value
