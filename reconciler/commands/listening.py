"""`daicho import`: recordings of passing traffic, and files that a site hands over, become a run. Nothing is sent.

Needs no right but to read the files. The folder gets a journal and findings.json; what was heard or told keeps
the time at which it was recorded. Of packets, only what the probes read of them is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from agent import journal as journals
from agent.assemble import assemble
from agent.findings import Json, to_json
from agent.gathering import Gathering
from agent.journal import Journal, evidence_out, stamp
from agent.listen import Table, hear, table_of
from agent.recording import RecordingError, read_file
from agent.rules import load_rules
from agent.scope import Scope, ScopeError, load_scope
from agent.session import Progress
from probes import all_probes
from reconciler.commands.handing_over import OLDEST, HandedOver, evidence_of, notes_of, open_file
from reconciler.commands.keeping import keep_rules
from reconciler.commands.outcome import CommandError, Exit
from reconciler.commands.progress import shown
from reconciler.commands.run_folder import (
    FINDINGS,
    JOURNAL,
    file_digest,
    new_run_id,
    version_text,
    write_whole,
)
from reconciler.commands.sealing import seal_run

RECORDED = "known from recordings and files alone: an address that says nothing there may still be in use"

Tell = Callable[[Progress], None]


def import_files(files: Sequence[Path], scope_path: Path, out: Path, *, site: str, verbose: bool) -> Exit:
    """Reads every file into one run in `out`. A file that cannot be read at all stops it before it begins."""
    try:
        scope = load_scope(scope_path)
    except ScopeError as error:
        raise CommandError(str(error), Exit.REFUSED) from error
    site = _site(scope, site)
    opened = [_opened(file, scope) for file in files]
    journal = _create(out)
    _begin(journal, scope)
    complete, why = True, ""
    gathering = Gathering(scope, site)
    try:
        with shown(verbose=verbose) as tell:
            for file in opened:
                if isinstance(file, HandedOver):
                    _take(file, gathering, journal)
                else:
                    _read(file, gathering, journal, tell)
            for evidence in gathering.settle():
                journal.append("evidence", evidence_out(evidence, recorded=True))
    except KeyboardInterrupt:
        complete, why = False, "stopped by the operator"
    except OSError as error:
        complete, why = False, f"{error.filename or journal.path}: {error.strerror or error}"
    try:
        _end(journal, gathering, scope, complete=complete, why=why)
        findings = assemble(journals.read(journal.path), load_rules(proofs=False))
        write_whole(out / FINDINGS, to_json(findings))
        keep_rules(out)
    except OSError as error:
        raise CommandError(f"{out}: {error.strerror}; make room and begin again", Exit.STOPPED) from error
    seal_run(out)
    for note in findings.notes:
        click.echo(f"note: {note}", err=True)
    click.echo(
        f"{gathering.packets} packets and {gathering.rows} rows, {len(findings.devices)} devices; nothing was sent; "
        f"{out / FINDINGS}",
        err=True,
    )
    return Exit.AGREE if complete else Exit.STOPPED


def _site(scope: Scope, wanted: str) -> str:
    """The site whose networks were recorded. Addresses are keyed by site, so it must be certain."""
    sites = sorted({network.site for network in scope.networks})
    if wanted and wanted not in sites:
        raise CommandError(f"the scope has no site {wanted!r}; it has {', '.join(sites)}")
    if not wanted and len(sites) > 1:
        raise CommandError(f"say with --site where this was recorded: {', '.join(sites)}")
    return wanted or sites[0]


def _opened(file: Path, scope: Scope) -> Path | HandedOver:
    """A recording whose first frame can be read, or a handed-over file, read: better now than after an hour of
    reading the others."""
    try:
        next(read_file(file, lambda _: None), None)
    except RecordingError as error:
        if error.known:
            raise CommandError(f"{file}: {error}") from error
        return _handed_over(file, scope)
    except OSError as error:
        raise CommandError(f"{file}: {error.strerror}; give a file that can be read") from error
    return file


def _handed_over(file: Path, scope: Scope) -> HandedOver:
    try:
        return open_file(file, scope)
    except OSError as error:
        raise CommandError(f"{file}: {error.strerror}; give a file that can be read") from error


def _create(out: Path) -> Journal:
    path = out / JOURNAL
    try:
        return journals.create(path, lambda: datetime.now(UTC))
    except FileExistsError:
        raise CommandError(f"{out} already holds a run; give another --out") from None
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror}; give an --out folder that can be written") from error


def _begin(journal: Journal, scope: Scope) -> None:
    run = new_run_id()
    journal.append(
        "run",
        {
            "schema": "daicho.journal/1",
            "run": run,
            "version": version_text(),
            "scope": scope.digest,
            "scope_text": scope.text,
            "probes": list[Json](sorted(p.name for p in all_probes().values() if p.heard_on)),
            "packet_sockets": False,
            "protected_by_ledger": None,
        },
    )


def _read(file: Path, gathering: Gathering, journal: Journal, tell: Tell) -> None:
    """One recording into the journal."""
    notes: list[str] = []
    first, last, before = "", "", gathering.packets
    size, table = file.stat().st_size, table_of(all_probes().values())

    def position(done: int) -> None:
        tell(Progress("read", file.name, done, size, len(gathering.hosts)))

    for frame in read_file(file, notes.append, position):
        at = _stamp(frame.at)
        first, last = min(first or at, at), max(last, at)
        _learn(frame.octets, f"{file} {frame.interface}", at, gathering, journal, table)
    position(size)
    text = f"{gathering.packets - before} packets, {first or 'no time'} to {last or 'no time'}"
    journal.append("note", {"text": f"{file.name}: {text}, SHA-256 {file_digest(file)}"})
    for note in notes[:20]:
        journal.append("note", {"text": f"{file.name}: {note}"})
    if len(notes) > 20:
        journal.append("note", {"text": f"{file.name}: {len(notes) - 20} further notes of damage"})


def _take(file: HandedOver, gathering: Gathering, journal: Journal) -> None:
    """One handed-over file into the journal."""
    for evidence in evidence_of(file, gathering):
        journal.append("evidence", evidence_out(evidence, recorded=True))
    for note in notes_of(file):
        journal.append("note", {"text": f"{file.path.name}: {note}"})


def _learn(octets: bytes, link: str, at: str, gathering: Gathering, journal: Journal, table: Table) -> None:
    for evidence in gathering.take(hear(octets, table), link, at):
        journal.append("evidence", evidence_out(evidence, recorded=True))


def _stamp(at: float | None) -> str:
    """When a packet was recorded; now, where the recorder had no clock or one that was never set."""
    now = datetime.now(UTC)
    if at is None or not OLDEST < at <= now.timestamp():
        return stamp(now)
    return stamp(datetime.fromtimestamp(at, UTC))


def _end(journal: Journal, gathering: Gathering, scope: Scope, *, complete: bool, why: str) -> None:
    for note in gathering.notes():
        journal.append("note", {"text": note})
    for network in scope.networks:
        here = network.site == gathering.site
        journal.append(
            "looked",
            {
                "site": network.site,
                "cidr": str(network.cidr),
                "asked": 0,
                "looked": False,
                "never": 0,
                "why": RECORDED if here else "another site than the recording's",
            },
        )
    if why:
        journal.append("note", {"text": f"the import did not come to its end: {why}"})
    journal.append("end", {"complete": complete, "why": why})
    journal.close()
