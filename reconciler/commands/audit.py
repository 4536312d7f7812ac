"""`daicho audit`: ledger, scan, reconciliation and report in one go, into one folder."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from reconciler.commands.documents import keep_ledgers
from reconciler.commands.keeping import check_unchanged, ledger_files
from reconciler.commands.outcome import CommandError, Exit
from reconciler.commands.protecting import read_ledgers
from reconciler.commands.scan import run_scan
from reconciler.commands.sealing import seal_run
from reconciler.commands.source import sources_of


def audit(
    scope: Path,
    ledgers: Sequence[Path],
    out: Path | None,
    *,
    resume: bool,
    rearmed_by: str,
    places: Path | None,
    store: str | None,
    lang: str,
    verbose: bool,
    annotate: bool = False,
    as_of: date | None = None,
    required: Path | None = None,
    patience: Path | None = None,
) -> Exit:
    """The ledger is read first: one that cannot be read stops everything, for it protects. The hospital's own
    measures are read before anything is sent, too: a slip in them is no reason to look twice."""
    from reconciler.commands.measures import measures_of

    measures = measures_of(required, patience)
    sources = sources_of(ledgers) if annotate else ()
    files, read = ledger_files(ledgers), read_ledgers(ledgers)
    check_unchanged(files, ledgers)
    if read is None:
        raise CommandError(
            "an audit needs the ledger: give it with --ledger FILE (without one, use `daicho scan`)"
        )
    if out is None:
        raise CommandError("say where the report should go: --out FOLDER")
    keep_ledgers(ledgers, out.glob("report.*"))
    findings, folder = run_scan(
        scope, read, out, resume=resume, rearmed_by=rearmed_by, places=places, verbose=verbose
    )
    # The reconciler and the workbook writer come in only now: a scan stays small.
    from reconciler.commands.reporting import concluded, tell_of

    code, made = concluded(
        findings,
        read,
        folder,
        store=store,
        lang=lang,
        sources=sources,
        files=files,
        as_of=as_of,
        measures=measures,
    )
    seal_run(folder, store)
    tell_of(made, folder, lang)
    return code


def audit_regularly(config: Path, *, rearmed_by: str, verbose: bool) -> Exit:
    """The run that a timer begins: everything else stands in the settings."""
    from reconciler.commands.regular import regular

    return regular(config, rearmed_by=rearmed_by, verbose=verbose)
