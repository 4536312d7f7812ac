"""`daicho status` and `daicho store`: what an operator asks of years of regular runs, and keeps of them."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click

from reconciler.commands.outcome import CommandError, Exit
from reconciler.commands.regular import outcomes_in, settings_of, tidied
from reconciler.outcomes import age, last
from reconciler.report.status import status_lines
from reconciler.report.visible import visible
from reconciler.report.wording import words
from reconciler.settings import Settings
from reconciler.store_copy import CopyError, back_up, restore

LATE = timedelta(days=8)
"""A weekly run that is a day late, or a daily one that failed all week."""


def status(config: Path, *, as_json: bool) -> Exit:
    """AGREE where a run came to its end lately and the last one had no trouble, else DIFFER."""
    settings, now = settings_of(config), datetime.now(UTC)
    outcomes = tuple(outcomes_in(settings.runs).values())
    latest, success = last(outcomes), last(outcomes, whole=True)
    if as_json:
        told = {"schema": "daicho.status/1", "runs": len(outcomes), "last": latest and asdict(latest),
                "last_success": success and asdict(success)}  # fmt: skip
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        w = words("en" if settings.lang == "en" else "ja")
        for line in status_lines(latest, success, len(outcomes), now, w):
            click.echo(visible(line))
    late = success is None or age(success, now) > LATE
    return Exit.DIFFER if late or (latest is not None and latest.trouble) else Exit.AGREE


def tidy(config: Path) -> None:
    settings = settings_of(config)
    gone = tidied(settings, datetime.now(UTC))
    click.echo(f"{len(gone)} runs removed{': ' + ', '.join(gone) if gone else ''}", err=True)


def back_up_store(store: str | None, config: Path | None, target: Path) -> None:
    try:
        size = back_up(_file_of(store, config), target)
    except CopyError as error:
        raise CommandError(str(error)) from error
    click.echo(f"{target}: {size} bytes, whole", err=True)


def restore_store(source: Path, store: str | None, config: Path | None) -> None:
    try:
        aside = restore(source, _file_of(store, config), datetime.now(UTC))
    except CopyError as error:
        raise CommandError(str(error)) from error
    click.echo(f"restored{f'; what was there is kept as {aside}' if aside else ''}", err=True)


def _file_of(store: str | None, config: Path | None) -> Path:
    settings: Settings | None = settings_of(config) if config else None
    url = store or (settings.store if settings else "")
    if not url:
        raise CommandError("say which store: --store FILE, or --config daicho.toml")
    path = url.removeprefix("sqlite:///")
    if "://" in path:
        raise CommandError(
            f"{url.partition('://')[0]} databases are backed up by their own tools (pg_dump, mysqldump); "
            "this command copies SQLite files"
        )
    return Path(path)
