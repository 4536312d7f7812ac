"""Rule files that were parsed before need not be parsed again: TOML takes most of the time that loading takes.

Parsed tables lie as JSON in the user's cache folder under the SHA-256 of all texts (and of this form), so that what
is found is what would be parsed: another byte is another name, and a file that is damaged or from elsewhere does
not carry its own checksum. Whatever fails here only costs time. A program that runs from a single file, as from
a contractor's stick, leaves nothing behind and keeps no cache.
"""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

from agent.numbers_file import SUFFIX, NumbersError, rules_of

Text: TypeAlias = tuple[str, str]
"""File name and text: TOML, or a table of enterprise numbers (agent/numbers_file.py)."""
Parsed: TypeAlias = Mapping[str, object] | str
"""A file's table, or why it is none."""

FORM = "3"
KEPT = 4
"""Older ones are removed: each change of a rule makes a new one."""


def cache_folder() -> Path:
    """Where the cache is: the user's, as the system names it."""
    import platformdirs  # late: only a machine that keeps a cache needs it

    return Path(platformdirs.user_cache_dir("daicho", appauthor=False)) / "rules"


def parsed(texts: Sequence[Text], folder: Path | None = None) -> tuple[Parsed, ...]:
    """Each text parsed, in order; from the cache in `folder` where it is there, and put there where not."""
    digest = _digest(texts)
    if folder is not None and (known := _found(folder / f"{digest}.json", len(texts))) is not None:
        return known
    made = tuple(_parse(name, text) for name, text in texts)
    if folder is not None:
        _keep(folder, digest, made)
    return made


def _digest(texts: Sequence[Text]) -> str:
    whole = sha256(FORM.encode())
    for name, text in texts:
        for part in (name.encode(), text.encode()):
            whole.update(len(part).to_bytes(8))
            whole.update(part)
    return whole.hexdigest()


def _parse(name: str, text: str) -> Parsed:
    try:
        return rules_of(text, name.removesuffix(SUFFIX)) if name.endswith(SUFFIX) else tomllib.loads(text)
    except (tomllib.TOMLDecodeError, NumbersError) as error:
        return str(error)


def _found(file: Path, count: int) -> tuple[Parsed, ...] | None:
    try:
        head, _, body = file.read_text(encoding="utf-8").partition("\n")
        if head != sha256(body.encode()).hexdigest():
            return None
        tables = json.loads(body)
    except (OSError, ValueError):
        return None
    return tuple(tables) if isinstance(tables, list) and len(tables) == count else None


def _keep(folder: Path, digest: str, tables: Sequence[Parsed]) -> None:
    """Written whole or not at all; another process that does the same writes the same."""
    try:
        body = json.dumps(tables, ensure_ascii=False, separators=(",", ":"))
        folder.mkdir(parents=True, exist_ok=True)
        part = folder / f"{digest}.{os.getpid()}.part"
        part.write_text(f"{sha256(body.encode()).hexdigest()}\n{body}", encoding="utf-8")
        part.replace(folder / f"{digest}.json")
        for old in sorted(folder.glob("*.json"), key=lambda f: f.stat().st_mtime)[:-KEPT]:
            old.unlink(missing_ok=True)
    except (OSError, TypeError, ValueError):  # TypeError: a date, which TOML has and JSON has not
        return
