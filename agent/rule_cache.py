"""Rule files that were parsed before need not be parsed again: TOML takes most of the time that loading takes.

Parsed tables lie as JSON, a line a file, in the user's cache folder under the SHA-256 of all texts (and of this
form), so that what is found is what would be parsed: another byte is another name, and a file that is damaged or
from elsewhere does not carry its own checksum. Whatever fails here only costs time. A program that runs from a
single file, as from a contractor's stick, leaves nothing behind and keeps no cache.
"""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

from agent import numbers_file, products_file
from agent.numbers_file import SUFFIX, NumbersError
from agent.products_file import ProductsError

Text: TypeAlias = tuple[str, str]
"""File name and text: TOML, or a table of enterprise numbers or of products (agent/numbers_file.py, products_file.py)."""
Parsed: TypeAlias = Mapping[str, object] | str
"""A file's table, or why it is none."""

FORM = "5"
KEPT = 4
"""Older ones are removed: each change of a rule makes a new one."""


def cache_folder() -> Path:
    """Where the cache is: the user's, as the system names it."""
    import platformdirs  # late: only a machine that keeps a cache needs it

    return Path(platformdirs.user_cache_dir("daicho", appauthor=False)) / "rules"


PROOFS = ("example", "counter", "source")
"""What a rule is proved by, and not needed to apply it: more than half of all."""


def parsed(
    texts: Sequence[Text], folder: Path | None = None, *, without: Sequence[str] = ()
) -> tuple[Parsed, ...]:
    """Each text parsed, in order; from the cache in `folder` where it is there, and put there where not.

    without: keys of rules to leave out, as PROOFS.
    """
    digest = _digest(texts, without)
    if folder is not None and (known := _found(folder / f"{digest}.json", len(texts))) is not None:
        return known
    made = tuple(_less(_parse(name, text), without) for name, text in texts)
    if folder is not None:
        _keep(folder, digest, made)
    return made


def _less(table: Parsed, without: Sequence[str]) -> Parsed:
    if isinstance(table, str) or not isinstance(rules := table.get("rule"), list):
        return table
    for rule in rules:
        if isinstance(rule, dict):
            for key in without:
                rule.pop(key, None)
    return table


def _digest(texts: Sequence[Text], without: Sequence[str]) -> str:
    whole = sha256(" ".join((FORM, *without)).encode())
    for name, text in texts:
        for part in (name.encode(), text.encode()):
            whole.update(len(part).to_bytes(8))
            whole.update(part)
    return whole.hexdigest()


def _parse(name: str, text: str) -> Parsed:
    try:
        if name.endswith(products_file.SUFFIX):
            return products_file.rules_of(text, name.removesuffix(SUFFIX))
        return (
            numbers_file.rules_of(text, name.removesuffix(SUFFIX))
            if name.endswith(SUFFIX)
            else tomllib.loads(text)
        )
    except (tomllib.TOMLDecodeError, NumbersError, ProductsError) as error:
        return str(error)


def _found(file: Path, count: int) -> tuple[Parsed, ...] | None:
    try:
        with file.open("rb") as lines:
            head, whole, tables = lines.readline().strip(), sha256(), []
            for line in lines:  # one at a time: the whole would be twice in memory
                whole.update(line)
                tables.append(json.loads(line))
        if head != whole.hexdigest().encode():
            return None
    except (OSError, ValueError):
        return None
    return tuple(tables) if len(tables) == count else None


def _keep(folder: Path, digest: str, tables: Sequence[Parsed]) -> None:
    """Written whole or not at all; another process that does the same writes the same."""
    try:
        lines = (json.dumps(table, ensure_ascii=False, separators=(",", ":")) for table in tables)
        body = "".join(f"{line}\n" for line in lines).encode()
        folder.mkdir(parents=True, exist_ok=True)
        part = folder / f"{digest}.{os.getpid()}.part"
        part.write_bytes(sha256(body).hexdigest().encode() + b"\n" + body)
        part.replace(folder / f"{digest}.json")
        for old in sorted(folder.glob("*.json"), key=lambda f: f.stat().st_mtime)[:-KEPT]:
            old.unlink(missing_ok=True)
    except (OSError, TypeError, ValueError):  # TypeError: a date, which TOML has and JSON has not
        return
