"""What a report is made from, by name and SHA-256, for its appendix: findings, journal and rules."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from agent.rules import built_in, files_in
from reconciler.commands.run_folder import FINDINGS, JOURNAL, file_digest, version_text
from reconciler.report.model import Input


def inputs_of(folder: Path) -> tuple[Input, ...]:
    """Of the run in `folder`; a file that is not there is no input."""
    found = [("findings", folder / FINDINGS), ("journal", folder / JOURNAL)]
    files = (Input(sort, path.name, file_digest(path)) for sort, path in found if path.is_file())
    return (*files, Input("rules", f"daicho {version_text()}", _rules_digest()))


def _rules_digest() -> str:
    """Over the rules that daicho brings: a line "SHA-256  name" for each file, in their order, as sha256sum writes it."""
    return hashlib.sha256("".join(_lines()).encode()).hexdigest()


def _lines() -> Iterator[str]:
    for file in files_in(built_in()):
        yield f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n"
