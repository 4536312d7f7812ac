"""What lies in the folder of a run, by name, and how a document is put there: whole or not at all."""

from __future__ import annotations

import hashlib
import secrets as randomness
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from agent import journal as journals

JOURNAL, FINDINGS, ACCOUNT = journals.FILE_NAME, "findings.json", "account.json"


def new_run_id() -> str:
    """The time at which it begins (UTC), and a few letters of chance."""
    return f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{randomness.token_hex(3)}"


def version_text() -> str:
    try:
        return version("daicho")
    except PackageNotFoundError:
        return "0"


def file_digest(path: Path) -> str:
    """SHA-256 of a file, in lower-case hexadecimal. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_whole(path: Path, content: str | bytes | Iterator[str]) -> None:
    """All of it or nothing: a reader never sees half a document, and what was there before stays until then.

    content: text goes out as UTF-8, piece by piece where it comes so.
    """
    partial = path.with_suffix(path.suffix + ".partial")
    try:
        with partial.open("wb") as file:
            if isinstance(content, bytes):
                file.write(content)
            else:
                file.writelines(p.encode() for p in ((content,) if isinstance(content, str) else content))
        partial.replace(path)
    except OSError:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        raise
