"""The differences and the report into a folder: every face of it, and what it was made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from agent.account import AccountError, checked
from agent.findings import Findings
from agent.host import give_back_memory
from agent.journal import stamp
from agent.scope import Scope
from agent.signing import verify
from reconciler.commands.documents import keep_others, not_written
from reconciler.commands.holding import held, makers_aliases
from reconciler.commands.inputs import inputs_of
from reconciler.commands.keeping import Asked, LedgerFile, keep_inputs
from reconciler.commands.measures import OURS, Measures
from reconciler.commands.outcome import CommandError, Exit
from reconciler.commands.reading import excluded_of, language_of, told_beside
from reconciler.commands.run_folder import ACCOUNT, JOURNAL, version_text, write_whole
from reconciler.commands.source import Source
from reconciler.commands.written import NOTHING, Written
from reconciler.kept import Used
from reconciler.ledger.asset import Ledger
from reconciler.reconciliation import Reconciliation, to_json
from reconciler.report.building import build
from reconciler.report.model import Cover, Report, Since
from reconciler.report.wording import Language

REPORTS = {
    "xlsx": "report.xlsx",
    "html": "report.html",
    "json": "report.json",
    "pdf": "report.pdf",
    "map": "network-map.svg",
}
RECONCILIATION = "reconciliation.json"


def write_reports(
    findings: Findings,
    result: Reconciliation,
    since: Since | None,
    scope: Scope | None,
    out: Path,
    *,
    lang: str,
    facility: str = "",
    run: Path | None = None,
    as_of: date | None = None,
    font: Path | None = None,
    written: Written = NOTHING,
    inquiries: bool = False,
) -> tuple[Path, ...]:
    """The REPORTS in `out`; returns their paths. run: the run's folder, where that is another.  font: for the PDF.

    inquiries: also a letter to each vendor, in the folder inquiries/.
    """
    from reconciler.commands.inquiries import may_be_written, write_inquiries

    if inquiries:  # before a report is written that the letters would be wanting in
        may_be_written(out)
    for kept in keep_others((out / name for name in REPORTS.values()), out / REPORTS["json"]):
        click.echo(f"{kept}: the file of another's that was here under the report's name", err=True)
    cover = cover_of(findings, scope, facility, _key_of_account(run or out, findings))
    cover = written.on(replace(cover, inputs=inputs_of(run or out)))
    made = build(result, cover, since=since, as_of=as_of, aliases=makers_aliases())
    language = language_of(lang)
    try:
        faces = write_faces(made, out, language, font)
    except OSError as error:
        raise not_written(out, error, "close it where it is open, or give another --out") from error
    return (*faces, *(write_inquiries(made, out, language) if inquiries else ()))


def write_faces(report: Report, out: Path, lang: Language, font: Path | None) -> tuple[Path, ...]:
    """The REPORTS of one report; returns the paths of those that could be written. Raises OSError."""
    from reconciler.commands.printing import write_map, write_print
    from reconciler.report.document import parts
    from reconciler.report.page import render
    from reconciler.report.workbook import to_bytes

    workbook, page, document = (out / REPORTS[face] for face in ("xlsx", "html", "json"))
    out.mkdir(parents=True, exist_ok=True)
    write_whole(workbook, to_bytes(report, lang))
    give_back_memory()
    write_whole(page, render(report, lang))
    give_back_memory()
    write_whole(document, parts(report, lang))
    drawn = write_map(report, out / REPORTS["map"], lang)
    printed = write_print(report, out / REPORTS["pdf"], lang, font)
    return workbook, page, document, *printed, drawn


def cover_of(findings: Findings, scope: Scope | None, facility: str, account: str = "") -> Cover:
    permit = scope.authorisation if scope else None
    return Cover(
        facility=facility or (scope.facility if scope else ""),
        author="",
        addressee=permit.role if permit else "",
        scope=tuple(f"{c.segment} {c.cidr}" if c.segment != c.cidr else c.cidr for c in findings.coverage),
        excluded=excluded_of(scope),
        authorised_by=permit.by if permit else "",
        authorised_until=stamp(permit.until) if permit else "",
        clinical_engineer=permit.clinical_engineer if permit else "",
        contact=permit.contact if permit else "",
        started=findings.started,
        complete=findings.complete,
        protected_by_ledger=findings.protected_by_ledger,
        account=account,
        tool=f"daicho {version_text()}",
        registry=findings.registry,
    )


def _key_of_account(folder: Path, findings: Findings) -> str:
    """The fingerprint under the run's account, "" where there is none. Raises CommandError for a changed one."""
    path = folder / ACCOUNT
    try:
        document, key = checked(path.read_text(encoding="utf-8"), verify)
    except OSError:
        return ""
    except (AccountError, UnicodeDecodeError) as error:
        raise CommandError(f"{path}: {error}; take the run's folder from where it was made") from error
    return key if document["run"] == findings.run else ""


def keep_concluded(
    out: Path, result: Reconciliation, files: Sequence[LedgerFile], used: Used, asked: Asked
) -> None:
    """The differences, and what they and the report were made from, into the run's folder."""
    try:
        write_whole(out / RECONCILIATION, to_json(result))
        keep_inputs(out, files, used, asked)
    except OSError as error:
        raise not_written(out, error, "make the report again, or give another --out") from error


def concluded(
    findings: Findings,
    ledgers: Sequence[Ledger],
    out: Path,
    *,
    store: str | None,
    lang: str,
    sources: Sequence[Source] = (),
    files: Sequence[LedgerFile] = (),
    as_of: date | None = None,
    measures: Measures = OURS,
) -> tuple[Exit, Report]:
    """Findings and ledgers -> reports in `out`, where the run's journal is; the exit code and the report.
    sources: the files of the ledgers, where copies of them are to be annotated.  files: the ledgers as they were read."""
    from reconciler.commands.annotate import write_copies

    scope, left_out = told_beside(out / JOURNAL)
    result, used = held(findings, ledgers, store, left_out, as_of, journal=out / JOURNAL, measures=measures)
    write_reports(findings, result, used.since, scope, out, lang=lang, as_of=as_of)
    keep_concluded(out, result, files, used, Asked(lang, as_of=as_of))
    made = build(result, cover_of(findings, scope, ""), since=used.since, as_of=as_of)
    for path in write_copies(made, result, sources, out, lang=lang):
        click.echo(str(path), err=True)
    return exit_of(findings, result), made


def tell_of(made: Report, out: Path, lang: str) -> None:
    """The ten lines for the terminal, and where the documents are."""
    from reconciler.report.text import summary

    click.echo(summary(made, language_of(lang)))
    for path in (out / name for name in REPORTS.values()):
        if path.exists():
            click.echo(path)


def exit_of(findings: Findings, result: Reconciliation, written: Sequence[Path] | None = None) -> Exit:
    """written: the REPORTS that were written; one that is missing outranks what the others tell."""
    if not findings.complete:
        return Exit.STOPPED
    if written is not None and not set(REPORTS.values()) <= {path.name for path in written}:
        return Exit.USAGE
    return Exit.DIFFER if result.differences else Exit.AGREE
