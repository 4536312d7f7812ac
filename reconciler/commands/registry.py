"""`daicho registry`: which registry of address blocks is in use, and a newer one in its place.

Nothing is fetched: the files come by hand, for most hospital networks reach no internet.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

import click

from agent import oui
from agent.registry_file import (
    LARGEST,
    RegistryError,
    blocks_of,
    edition_of,
    known_blocks,
    merged,
    registry_file,
    sizes_of,
    to_text,
)
from reconciler.commands.outcome import CommandError, Exit

FIRST_DAY = date(2014, 1, 1)
"""The IEEE has given out blocks of all three sizes since."""


def show() -> Exit:
    table = oui.registry()
    click.echo(table.edition or table.why_not)
    return Exit.AGREE if table.edition else Exit.DIFFER


def load(files: tuple[Path, ...], day: date | None) -> Exit:
    told: dict[str, str] = {}
    for file in files:
        told |= _read(file)
    day = day or min(_written_on(file) for file in files)
    if not FIRST_DAY <= day <= datetime.now(UTC).date():
        raise CommandError(f"{day} cannot be the day on which a registry was fetched: give it with --day")
    installed, in_use = oui.installed_registry(), oui.registry()
    try:
        whole = merged(known_blocks(in_use.lines), told)
    except RegistryError as error:
        raise CommandError(f"{_names(files)}: {error}; {in_use.edition} stays in use") from error
    edition = edition_of(day.isoformat(), told, in_use.edition)
    _keep(registry_file(), to_text(whole, edition, installed.edition))
    counts = ", ".join(f"{size} {count}" for size, count in sorted(sizes_of(told).items()))
    click.echo(f"{edition}: loaded {counts}; it is used from now on", err=True)
    return Exit.AGREE


def _read(file: Path) -> dict[str, str]:
    try:
        if file.stat().st_size > LARGEST:
            raise CommandError(f"{file} is larger than any registry is")
        return blocks_of(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise CommandError(f"{file} is not UTF-8 text, as the IEEE and Wireshark write it") from error
    except RegistryError as error:
        raise CommandError(f"{file}: {error}") from error


def _keep(path: Path, text: str) -> None:
    """All of it or nothing, and what runs in this process later looks at it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".partial")
        partial.write_text(text, encoding="utf-8")
        partial.replace(path)
    except OSError as error:
        raise CommandError(f"{path} cannot be written: {error.strerror}") from error
    oui.registry.cache_clear()


def _written_on(file: Path) -> date:
    return datetime.fromtimestamp(file.stat().st_mtime, UTC).date()


def _names(files: Iterable[Path]) -> str:
    return ", ".join(file.name for file in files)
