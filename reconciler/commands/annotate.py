"""`daicho annotate`: the hospital's workbooks given back, each with what the run says of its rows.

The ledger itself is never written to. A copy appears whole or not at all, and never in the place of another file:
somebody may have written into yesterday's.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reconciler.commands.documents import not_written
from reconciler.commands.holding import held, makers_aliases
from reconciler.commands.measures import OURS, Measures
from reconciler.commands.outcome import CommandError, Exit
from reconciler.commands.protecting import read_ledgers
from reconciler.commands.reading import language_of, read_findings, told_beside
from reconciler.commands.reporting import cover_of, exit_of
from reconciler.commands.run_folder import JOURNAL, write_whole
from reconciler.commands.sealing import adding_to
from reconciler.commands.source import Source, sources_of
from reconciler.reconciliation import Reconciliation
from reconciler.report.building import build
from reconciler.report.model import Report
from reconciler.report.wording import Wording, moment_of

if TYPE_CHECKING:
    from reconciler.ledger.book import Book
    from reconciler.proposals import Block


def annotate(
    findings: Path,
    ledgers: Sequence[Path],
    out: Path,
    *,
    comments: bool,
    unsigned: bool,
    store: str | None,
    lang: str,
    measures: Measures = OURS,
) -> Exit:
    document = read_findings(findings)
    scope, left_out = told_beside(findings.parent / JOURNAL)
    sources = sources_of(ledgers)
    with adding_to(out, store):
        result, used = held(
            document,
            read_ledgers(ledgers) or (),
            store,
            left_out,
            journal=findings.parent / JOURNAL,
            measures=measures,
        )
        report = build(result, cover_of(document, scope, ""), since=used.since)
        for path in write_copies(
            report, result, sources, out, lang=lang, comments=comments, unsigned=unsigned
        ):
            click.echo(str(path), err=True)
    return exit_of(document, result)


def write_copies(
    report: Report,
    result: Reconciliation,
    sources: Sequence[Source],
    out: Path,
    *,
    lang: str,
    comments: bool = False,
    unsigned: bool = False,
) -> list[Path]:
    """An annotated copy of each source in `out`; their paths. Raises CommandError with what to do."""
    if not sources:
        return []
    from reconciler.houses import makers
    from reconciler.ledger.workbook import UnreadableError
    from reconciler.proposals import propose
    from reconciler.report import phrases

    w = phrases.wording(report, language_of(lang))
    moment = moment_of(report.ended)
    day = moment.date() if moment else report.as_of
    blocks = propose(result, day, lambda device: phrases.sort_of(device, w), makers(makers_aliases()))
    written: list[Path] = []
    for source in sources:
        try:
            mine = [block for block in blocks if block.form.file == source.path.name]
            data, suffix = _copy(source, report, mine, w, comments=comments, unsigned=unsigned)
        except UnreadableError as error:
            raise CommandError(str(error)) from error
        stem = f"{source.path.stem}{w('annotation.file')}{day:%Y%m%d}"
        written.append(_write_new(out, stem, suffix, data))
    return written


def _copy(
    source: Source, report: Report, blocks: Sequence[Block], w: Wording, *, comments: bool, unsigned: bool
) -> tuple[bytes, str]:
    """The copy's bytes and the ending of its name."""
    from reconciler.ledger.plain import UNNAMED
    from reconciler.ledger.writeback import annotate as add
    from reconciler.report.additions import additions
    from reconciler.report.annotation import Copy, results
    from reconciler.report.cell_remarks import remarks

    book, plain = _book(source, unsigned=unsigned)
    copy = Copy(
        source.path.name,
        tuple(sheet.name for sheet in book.sheets),
        lambda name: name or UNNAMED,
        plain,
        sum(len(block.proposals) for block in blocks),
    )
    sheets = [results(report, copy, w), *([additions(blocks, report, copy, w)] if blocks else [])]
    ledger = next(x for x in report.ledgers if x.file == copy.file)
    made = add(book, sheets, remarks(report, ledger, copy, w) if comments else ())
    for sheet, why in made.without.items():
        click.echo(f"{copy.file}, sheet {sheet}: no comments were added: {why}", err=True)
    if book.locked:
        click.echo(f"{copy.file}: its structure is protected, and stays so in the copy", err=True)
    return made.data, book.suffix


def _book(source: Source, *, unsigned: bool) -> tuple[Book, bool]:
    """The workbook to add to, and whether it is a plain copy: of .xls and .csv, and where an addition would break
    what the workbook says of itself."""
    from reconciler.ledger.book import open_book
    from reconciler.ledger.plain import plain_copy
    from reconciler.ledger.workbook import open_workbook

    data, name = source.read(), source.path.name
    if data.startswith(b"PK"):
        book = open_book(name, data)
        why = ""
        if book.signed and not unsigned:
            why = "it bears a digital signature, which an addition would break (--unsigned adds to it nevertheless)"
        elif book.shared:
            why = "it is shared and keeps its own history of changes (stop sharing it in Excel to get the very workbook)"
        if not why:
            return book, False
        click.echo(f"{name}: only its values were copied: {why}", err=True)
    return open_book(name, plain_copy(name, open_workbook(source.path))), True


def _write_new(out: Path, stem: str, suffix: str, data: bytes) -> Path:
    """Whole or not at all, under the first name that is free. Raises CommandError."""
    names = (out / f"{stem}{f'_{n}' if n > 1 else ''}{suffix}" for n in count(1))
    try:
        out.mkdir(parents=True, exist_ok=True)
        path = next(name for name in names if not name.exists())
        write_whole(path, data)
    except OSError as error:
        raise not_written(out, error, "give another --out") from error
    return path
