"""`daicho ledger read`: how a ledger file is understood, and every problem with its place."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from reconciler.commands.documents import write_new
from reconciler.commands.outcome import CommandError, Exit
from reconciler.commands.protecting import unread


def read(file: Path, *, as_json: bool, columns: Path | None, write_columns: Path | None) -> Exit:
    from reconciler.ledger.read import read_ledger, to_json

    ledger = read_ledger(file, columns)
    if as_json:
        click.echo(to_json(ledger), nl=False)
        return Exit.USAGE if ledger.error else Exit.AGREE
    if ledger.error:
        raise CommandError(unread(file, ledger.error))
    for column in ledger.columns:
        click.echo(
            f"{column.sheet} {column.column:>3}  {column.header!r} -> {column.field or '(not used)'}: {column.why}"
        )
    click.echo(
        f"{len(ledger.assets)} rows read, {len(ledger.skipped)} skipped, {len(ledger.problems)} problems"
    )
    for why, count in Counter(s.why for s in ledger.skipped).most_common():
        click.echo(f"  skipped {count}: {why}")
    for problem in ledger.problems:
        place = f"{problem.sheet} {problem.column}{problem.row or ''}".strip()
        click.echo(f"  {place}: {problem.text}{'; ' + problem.hint if problem.hint else ''}")
    if write_columns is not None:
        from reconciler.ledger.pins import pins_template

        write_new(write_columns, pins_template(ledger))
        click.echo(
            f"{write_columns}: correct it there; keep it beside the ledger as {file.name}.columns.toml",
            err=True,
        )
    return Exit.AGREE
