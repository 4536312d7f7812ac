"""`daicho export`: findings and ledgers, held together, into the files of another program."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from reconciler.commands.documents import not_written
from reconciler.commands.holding import held
from reconciler.commands.outcome import CommandError, Exit
from reconciler.commands.reading import ledgers_of, read_findings, told_beside
from reconciler.commands.run_folder import JOURNAL, version_text, write_whole
from reconciler.commands.sealing import adding_to
from reconciler.export import formats
from reconciler.export.inventory import inventory


def list_formats() -> Exit:
    for name, form in formats().items():
        click.echo(f"{name:<12} {form.about}")
    return Exit.AGREE


def export(form: str, findings: Path, ledgers: Sequence[Path], out: Path, *, store: str | None) -> Exit:
    known = formats()
    if form not in known:
        raise CommandError(f"no format is called {form!r}; there are {', '.join(known)}")
    document = read_findings(findings)
    journal = findings.parent / JOURNAL
    _, left_out = told_beside(journal)
    result, _ = held(document, ledgers_of(ledgers), store, left_out, journal=journal)
    made = known[form].make(inventory(result, f"daicho {version_text()}"))
    with adding_to(out):
        for path, text in _places(made.files, out):
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                write_whole(path, text)
            except OSError as error:
                raise not_written(path, error, "give another --out") from error
            click.echo(str(path), err=True)
    for what, count in made.left_out.items():
        click.echo(f"left out: {count} {what}", err=True)
    return Exit.AGREE if document.complete else Exit.STOPPED


def _places(files: Mapping[str, str], out: Path) -> list[tuple[Path, str]]:
    """Into a folder; a single file goes to `out` itself where that has the file's ending."""
    if len(files) == 1:
        ((name, text),) = files.items()
        if out.suffix == Path(name).suffix and not out.is_dir():
            return [(out, text)]
    return [(out / name, text) for name, text in files.items()]
