"""What a row must say about a device of its class: required.toml, and what a row lacks of it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reconciler.ledger.asset import TEXT_FIELDS, Asset

_OURS = Path(__file__).with_name("required.toml")


class RequiredError(ValueError):
    """The file cannot be used; the message names the file, the key and the next step."""


@dataclass(frozen=True, slots=True)
class Required:
    """requirements: name -> fields of which any one meets it.  classes: class -> names of requirements."""

    requirements: Mapping[str, tuple[str, ...]]
    classes: Mapping[str, tuple[str, ...]]

    def of(self, kind: str) -> tuple[str, ...]:
        return self.classes.get(kind, self.classes["default"])


@dataclass(frozen=True, slots=True)
class Lack:
    """A requirement that a row does not meet. no_column: its table has no column for it at all."""

    requirement: str
    no_column: bool


@cache
def ours() -> Required:
    return read_required(_OURS)


def read_required(path: Path) -> Required:
    """Raises RequiredError with every problem of the file, OSError where it cannot be opened."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RequiredError(f"{path}: not TOML in UTF-8: {error}") from error
    requirements = _lists(path, table, "requirements")
    classes = _lists(path, table, "classes")
    problems = [f"unknown table {name}" for name in table if name not in ("requirements", "classes")]
    for name, fields in requirements.items():
        problems += [f"requirements.{name}: no such field: {f}" for f in fields if f not in TEXT_FIELDS]
    for name, listed in classes.items():
        problems += [f"classes.{name}: no such requirement: {r}" for r in listed if r not in requirements]
    if "default" not in classes:
        problems.append("classes.default is missing")
    if problems:
        raise RequiredError(f"{path}: " + "; ".join(problems) + f" (compare with {_OURS.name} as delivered)")
    return Required(requirements, classes)


def _lists(path: Path, table: Mapping[str, object], name: str) -> dict[str, tuple[str, ...]]:
    content = table.get(name)
    if not isinstance(content, dict):
        raise RequiredError(f"{path}: the table [{name}] is missing")
    for key, value in content.items():
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            raise RequiredError(f"{path}: {name}.{key} must be a list of texts")
    return {key: tuple(value) for key, value in content.items()}


def lacking(rows: Sequence[Asset], kind: str, required: Required) -> list[Lack]:
    """What a row and its duplicates together lack: another ledger may hold what this one does not."""
    lacks = []
    for requirement in required.of(kind):
        fields = required.requirements[requirement]
        if any(_tells(row, field, requirement) for row in rows for field in fields):
            continue
        has_column = any(field in row.columns for row in rows for field in fields)
        lacks.append(Lack(requirement, no_column=not has_column))
    return lacks


def _tells(row: Asset, field: str, requirement: str) -> bool:
    text = str(getattr(row, field))
    if requirement == "version" and field in ("os", "software"):
        return any(c.isdigit() for c in text)
    return bool(text.strip())
