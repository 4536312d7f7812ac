"""`daicho reconcile` and `daicho report`: findings and ledgers in, differences and the report out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from agent.findings import Findings
from reconciler.commands.documents import keep_filled_in, keep_ledgers
from reconciler.commands.holding import held
from reconciler.commands.keeping import Asked, check_unchanged, ledger_files
from reconciler.commands.measures import OURS, Measures
from reconciler.commands.outcome import CommandError, Exit
from reconciler.commands.reading import language_of, ledgers_of, read_findings, told_beside
from reconciler.commands.reporting import (
    RECONCILIATION,
    REPORTS,
    cover_of,
    exit_of,
    keep_concluded,
    write_reports,
)
from reconciler.commands.run_folder import FINDINGS, JOURNAL
from reconciler.commands.sealing import adding_to, run_around
from reconciler.commands.written import NOTHING, Written
from reconciler.ledger.asset import Ledger
from reconciler.reconciliation import Reconciliation, to_json
from reconciler.report.building import build, compared_with
from reconciler.report.model import Since


def reconcile(
    findings: Path,
    ledgers: Sequence[Path],
    *,
    as_json: bool,
    store: str | None,
    lang: str,
    since: Path | None = None,
    as_of: date | None = None,
    measures: Measures = OURS,
) -> Exit:
    document = read_findings(findings)
    scope, left_out = told_beside(findings.parent / JOURNAL)
    read = ledgers_of(ledgers)
    result, used = held(
        document, read, store, left_out, as_of, journal=findings.parent / JOURNAL, measures=measures
    )
    before = since_run(since, document, result, read, measures) if since else used.since
    if as_json:
        click.echo(to_json(result), nl=False)
    else:
        from reconciler.report.text import summary

        cover = cover_of(document, scope, "")
        click.echo(summary(build(result, cover, since=before, as_of=as_of), language_of(lang)))
    return exit_of(document, result)


def report(
    findings: Path,
    ledgers: Sequence[Path],
    out: Path,
    *,
    store: str | None,
    lang: str,
    facility: str,
    since: Path | None = None,
    as_of: date | None = None,
    font: Path | None = None,
    measures: Measures = OURS,
    written: Written = NOTHING,
    inquiries: bool = False,
) -> Exit:
    keep_ledgers(ledgers, (out / name for name in REPORTS.values()))
    with adding_to(out, store):
        document = read_findings(findings)
        scope, left_out = told_beside(findings.parent / JOURNAL)
        files, read = ledger_files(ledgers), ledgers_of(ledgers)
        check_unchanged(files, ledgers)
        result, used = held(
            document, read, store, left_out, as_of, journal=findings.parent / JOURNAL, measures=measures
        )
        if since:
            used = replace(used, since=since_run(since, document, result, read, measures))
        kept = None if run_around(out) else keep_filled_in(out / REPORTS["xlsx"])
        if kept:
            click.echo(f"{kept}: the workbook that was here, with what people wrote on it", err=True)
        paths = write_reports(
            document,
            result,
            used.since,
            scope,
            out,
            lang=lang,
            facility=facility,
            run=findings.parent,
            as_of=as_of,
            font=font,
            written=written,
            inquiries=inquiries,
        )
        for path in paths:
            click.echo(str(path), err=True)
        if out.resolve() == findings.parent.resolve():
            asked = Asked(lang, facility, as_of, True, str(font or ""), written, inquiries)
            keep_concluded(out, result, files, used, asked)
    return exit_of(document, result, paths)


def since_run(
    run: Path,
    findings: Findings,
    result: Reconciliation,
    ledgers: Sequence[Ledger],
    measures: Measures = OURS,
) -> Since | None:
    """What the run in this folder, or with these findings, knew of the differences of the one at hand.

    Its own reconciliation.json is believed, for its ledger was that of its day; without one, its findings are held
    against the ledgers at hand.
    """
    from reconciler.earlier import NotEarlierError, earlier, known_of, known_of_text

    path = run / FINDINGS if run.is_dir() else run
    before = read_findings(path)
    beside = path.parent / RECONCILIATION
    try:
        if beside.exists():
            known = known_of_text(beside.read_text(encoding="utf-8"), before.run)
        else:
            _, left_out = told_beside(path.parent / JOURNAL)
            known = known_of(held(before, ledgers, None, left_out, measures=measures)[0])
        return compared_with(earlier(before, known, findings, result))
    except NotEarlierError as error:
        raise CommandError(f"{run}: {error}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"{beside}: cannot be read ({error})") from error
