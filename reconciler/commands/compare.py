"""`daicho reconcile` and `daicho report`: findings and ledgers in, differences and the report out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import click

from agent import journal as journals
from agent.account import AccountError, checked
from agent.assemble import sort_records
from agent.findings import Findings, FindingsError, from_json
from agent.host import give_back_memory
from agent.journal import stamp
from agent.rules import RuleSet, load_rules
from agent.scope import Scope, ScopeError, parse_scope
from agent.signing import verify
from agent.vocabulary import vendor_key
from reconciler.bulk import nothing_to_collect
from reconciler.commands.documents import keep_filled_in, keep_ledgers, not_written
from reconciler.commands.inputs import inputs_of
from reconciler.commands.keeping import Asked, LedgerFile, check_unchanged, keep_inputs, ledger_files
from reconciler.commands.measures import OURS, Measures
from reconciler.commands.outcome import CommandError, Exit
from reconciler.commands.privacy import warn_if_open
from reconciler.commands.protecting import read_ledgers
from reconciler.commands.run_folder import ACCOUNT, FINDINGS, JOURNAL, version_text, write_whole
from reconciler.commands.sealing import adding_to, run_around
from reconciler.commands.source import Source
from reconciler.commands.written import NOTHING, Written
from reconciler.houses import Houses
from reconciler.kept import Used
from reconciler.ledger.asset import Ledger
from reconciler.reconciliation import Reconciliation, to_json
from reconciler.report.building import build, compared_with
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
    result, before = held_against(
        document, read, store, left_out, as_of, journal=findings.parent / JOURNAL, measures=measures
    )
    before = since_run(since, document, result, read, measures) if since else before
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
            known = known_of(held_against(before, ledgers, None, left_out, measures=measures)[0])
        return compared_with(earlier(before, known, findings, result))
    except NotEarlierError as error:
        raise CommandError(f"{run}: {error}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"{beside}: cannot be read ({error})") from error


def exit_of(findings: Findings, result: Reconciliation, written: Sequence[Path] | None = None) -> Exit:
    """written: the REPORTS that were written; one that is missing outranks what the others tell."""
    if not findings.complete:
        return Exit.STOPPED
    if written is not None and not set(REPORTS.values()) <= {path.name for path in written}:
        return Exit.USAGE
    return Exit.DIFFER if result.differences else Exit.AGREE


def read_findings(path: Path) -> Findings:
    try:
        with nothing_to_collect():
            return from_json(path.read_text(encoding="utf-8"))
    except FindingsError as error:
        raise CommandError(f"{path}: {error}") from error
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "not UTF-8 text"
        raise CommandError(f"{path}: {why}; give the findings.json that `daicho scan` wrote") from error


def ledgers_of(paths: Sequence[Path]) -> tuple[Ledger, ...]:
    with nothing_to_collect():
        return read_ledgers(paths) or ()


def held_against(
    findings: Findings,
    ledgers: Sequence[Ledger],
    store_url: str | None,
    left_out: Sequence[str] | None,
    as_of: date | None = None,
    *,
    journal: Path | None = None,
    measures: Measures = OURS,
) -> tuple[Reconciliation, Since | None]:
    """Findings and ledgers -> the reconciliation and, with a store, what an earlier run knew.

    left_out: what was not asked on purpose (addresses, networks, MACs, blocks); None where it is not known.
    as_of: the day for everything that has a date; the end of the run where not given.  journal: of the run, for what
    people judged to be one box.  measures: the hospital's own.
    """
    result, used = held(findings, ledgers, store_url, left_out, as_of, journal=journal, measures=measures)
    return result, used.since


def held(
    findings: Findings,
    ledgers: Sequence[Ledger],
    store_url: str | None,
    left_out: Sequence[str] | None,
    as_of: date | None = None,
    *,
    journal: Path | None = None,
    measures: Measures = OURS,
) -> tuple[Reconciliation, Used]:
    """As `held_against`, with all that was known beside findings and ledgers."""
    from reconciler.diff import reconcile

    rules = load_rules(proofs=False)
    hold = partial(
        reconcile,
        aliases=makers_aliases(rules),
        houses=makers_houses(rules),
        required=measures.required,
        patience=measures.patience,
        not_asked=left_out,
        as_of=as_of.isoformat() if as_of else "",
    )
    if store_url is None:
        return hold(findings, ledgers), Used(required=measures.required, patience=measures.patience)
    from reconciler.commands.remembering import held_with_history

    warn_if_open(Path(store_url.removeprefix("sqlite:///")), "the history")
    result, used = held_with_history(
        findings,
        lambda seen, decisions, missed: hold(seen, ledgers, decisions, absences=missed),
        store_url,
        journal,
        as_of,
    )
    return result, replace(used, required=measures.required, patience=measures.patience)


def keep_concluded(
    out: Path, result: Reconciliation, files: Sequence[LedgerFile], used: Used, asked: Asked
) -> None:
    """The differences, and what they and the report were made from, into the run's folder."""
    try:
        write_whole(out / RECONCILIATION, to_json(result))
        keep_inputs(out, files, used, asked)
    except OSError as error:
        raise not_written(out, error, "make the report again") from error


def makers_aliases(rules: RuleSet | None = None) -> dict[str, str]:
    """Spelling of a maker -> its canonical name, as the rules have them."""
    spellings = (rules or load_rules(proofs=False)).vocabulary.vendors
    return {spelling: name for name, listed in spellings.items() for spelling in (name, *listed)}


def makers_houses(rules: RuleSet) -> Houses:
    """Whose names may stand for one another: what we know, with the rules' own houses and makers of modules."""
    from reconciler.houses import ours

    known = rules.vocabulary
    parts = {name for name in known.vendors if vendor_key(name) in known.parts}
    return ours().with_agents(known.houses.values(), parts)


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


def language_of(text: str) -> Language:
    return "en" if text == "en" else "ja"


def told_beside(journal: Path) -> tuple[Scope | None, tuple[str, ...] | None]:
    """What the journal beside the findings adds: the scope, and what was left out on purpose (None: not known)."""
    try:
        story = sort_records(journals.read(journal))
        scope = parse_scope(story.scope_text) if story.head else None
    except (OSError, journals.JournalError, ScopeError):
        return None, None
    if scope is None or story.head is None:
        return None, None
    own = story.head.data.get("own_addresses")
    return scope, (*_excluded(scope), *(str(ip) for ip in (own if isinstance(own, list) else ())))


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


def cover_of(findings: Findings, scope: Scope | None, facility: str, account: str = "") -> Cover:
    permit = scope.authorisation if scope else None
    return Cover(
        facility=facility or (scope.facility if scope else ""),
        author="",
        addressee=permit.role if permit else "",
        scope=tuple(f"{c.segment} {c.cidr}" if c.segment != c.cidr else c.cidr for c in findings.coverage),
        excluded=_excluded(scope),
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


def _excluded(scope: Scope | None) -> tuple[str, ...]:
    if scope is None:
        return ()
    never = scope.never
    return (*(str(n) for n in never.networks), *sorted(never.macs), *sorted(never.ouis))


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
