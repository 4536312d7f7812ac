"""`daicho audit --config FILE`: the run that a timer begins, year after year.

One at a time (a lock that the kernel lets go with the process). A run that was stopped before its end,
by the hours of the scope or a reboot, is gone on with where the scope is still the same; else a new one
begins. How it ended is written beside it whatever happened, then notices go out, metrics are
written, and old runs are removed. What fails after the report never unmakes the report.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click

from reconciler.commands.keeping import check_unchanged, ledger_files
from reconciler.commands.notices import send
from reconciler.commands.outcome import CommandError, Exit
from reconciler.commands.privacy import refuse_if_writable
from reconciler.commands.protecting import read_ledgers
from reconciler.commands.run_folder import FINDINGS, JOURNAL, write_whole
from reconciler.commands.scan import run_scan
from reconciler.commands.sealing import adding_to
from reconciler.commands.source import sources_of
from reconciler.followups import State
from reconciler.outcomes import Outcome, OutcomeError, Segment, from_text, metrics, to_remove, to_text
from reconciler.report.model import Report
from reconciler.report.notice import Notice, of_new, of_quiet, of_trouble
from reconciler.report.wording import Language
from reconciler.settings import Settings, SettingsError, read_settings

OUTCOME, TOLD, LOCK = "outcome.json", "told.json", ".lock"


def regular(config: Path, *, rearmed_by: str, verbose: bool) -> Exit:
    settings = settings_of(config)
    refuse_if_writable(config, "the settings of the regular run")
    if "://" not in settings.store:
        refuse_if_writable(Path(settings.store), "the history")
    with _alone(settings.runs):
        started = datetime.now(UTC)
        if why := _not_now(settings, started):
            click.echo(f"nothing was sent: {why}", err=True)
            return Exit.STOPPED
        folder, resume = _folder(settings, started)
        try:
            code, report = _audit(settings, folder, resume=resume, rearmed_by=rearmed_by, verbose=verbose)
        except CommandError as error:
            _note_and_seal(settings, folder, _failed(folder, started, error))
            _tell(settings, of_trouble(str(error), _lang(settings)), str(error))
            raise
        _note_and_seal(settings, folder, _ended(folder, started, code, report))
        _tell_news(settings, report, folder)
        _tidy(settings)
    return code


def _not_now(settings: Settings, now: datetime) -> str:
    """Hours and blackout dates are no trouble: the next run comes of itself."""
    from agent.scope import ScopeError, hours_refusal, load_scope

    try:
        return hours_refusal(load_scope(settings.scope).hours, now)
    except ScopeError as error:
        raise CommandError(str(error), Exit.REFUSED) from error


def settings_of(config: Path) -> Settings:
    try:
        return read_settings(config)
    except SettingsError as error:
        raise CommandError(str(error)) from error


def outcomes_in(runs: Path) -> dict[str, Outcome]:
    """Run folders by name with how they ended; one without an outcome died before it could say."""
    found: dict[str, Outcome] = {}
    for path in sorted(runs.glob(f"*/{OUTCOME}")):
        try:
            found[path.parent.name] = from_text(path.read_text(encoding="utf-8"))
        except (OSError, OutcomeError) as error:
            click.echo(f"note: {path}: {error}", err=True)
    return found


@contextmanager
def _alone(runs: Path) -> Iterator[None]:
    import fcntl  # not on Windows, where no timer of ours runs

    try:
        runs.mkdir(parents=True, exist_ok=True)
        with (runs / LOCK).open("a") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise CommandError(
                    f"another regular run is under way in {runs}; wait for its end, or end it with `daicho stop`",
                    Exit.REFUSED,
                ) from None
            yield
    except OSError as error:
        raise CommandError(f"{runs}: {error.strerror}; the runs need a folder that can be written") from error


def _folder(settings: Settings, now: datetime) -> tuple[Path, bool]:
    """Where this run goes, and whether it goes on with one that was stopped."""
    known = outcomes_in(settings.runs)
    journals = sorted(path.parent for path in settings.runs.glob(f"*/{JOURNAL}"))
    if journals:
        latest = journals[-1]
        told = known.get(latest.name)
        unfinished = told is None or (not told.complete and not told.trouble)
        if unfinished and _same_scope(latest, settings):
            return latest, True
    return settings.runs / f"{now:%Y%m%dT%H%M%SZ}", False


def _same_scope(folder: Path, settings: Settings) -> bool:
    from agent import journal as journals
    from agent.scope import ScopeError, load_scope

    try:
        head = next(iter(journals.read(folder / JOURNAL)), None)
        return head is not None and head.data.get("scope") == load_scope(settings.scope).digest
    except (OSError, journals.JournalError, ScopeError):
        return False


def _audit(
    settings: Settings, folder: Path, *, resume: bool, rearmed_by: str, verbose: bool
) -> tuple[Exit, Report]:
    from reconciler.commands.reporting import concluded

    sources = sources_of(settings.ledgers) if settings.annotate else ()
    files, ledgers = ledger_files(settings.ledgers), read_ledgers(settings.ledgers) or ()
    check_unchanged(files, settings.ledgers)
    findings, _ = run_scan(
        settings.scope, ledgers, folder, resume=resume, rearmed_by=rearmed_by, places=settings.places,
        verbose=verbose,
    )  # fmt: skip
    return concluded(
        findings, ledgers, folder, store=settings.store, lang=settings.lang, sources=sources, files=files
    )


def _ended(folder: Path, started: datetime, code: Exit, report: Report) -> Outcome:
    counts = report.counts
    return Outcome(
        folder=folder.name,
        started=started.isoformat(timespec="seconds"),
        ended=datetime.now(UTC).isoformat(timespec="seconds"),
        exit=int(code),
        complete=report.cover.complete,
        devices=counts.device_total,
        rows=counts.row_total,
        overdue=sum(f.state is State.OVERDUE for f in report.followups),
        kinds={kind.value: n for kind, n in counts.kinds.items()},
        new={kind.value: n for kind, n in counts.new.items()},
        segments=tuple(Segment(c.segment, c.looked, c.addresses, c.answered) for c in report.coverage),
    )


def _failed(folder: Path, started: datetime, error: CommandError) -> Outcome:
    return Outcome(
        folder=folder.name,
        started=started.isoformat(timespec="seconds"),
        ended=datetime.now(UTC).isoformat(timespec="seconds"),
        exit=int(error.code),
        complete=False,
        trouble="" if error.code is Exit.STOPPED else str(error),
    )


def _note(settings: Settings, folder: Path, outcome: Outcome) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / OUTCOME, to_text(outcome))
        if settings.metrics is not None:
            told = outcomes_in(settings.runs).values()
            write_whole(settings.metrics, metrics(tuple(told), datetime.now(UTC)))
            settings.metrics.chmod(0o644)  # another program reads it
    except OSError as error:
        click.echo(f"note: {error.filename}: {error.strerror}; how this run ended is not kept", err=True)


def _note_and_seal(settings: Settings, folder: Path, outcome: Outcome) -> None:
    """How it ended is the last that is written into the folder. One that was changed by others is noted, not sealed."""
    try:
        with adding_to(folder, settings.store):
            _note(settings, folder, outcome)
    except CommandError as error:
        click.echo(f"note: {error}", err=True)
        _note(settings, folder, outcome)


# -- notices ------------------------------------------------------------------------------------


def _lang(settings: Settings) -> Language:
    return "en" if settings.lang == "en" else "ja"


def _tell_news(settings: Settings, report: Report, folder: Path) -> None:
    if not settings.notice_to:
        return
    memory, now = _memory(settings), datetime.now(UTC)
    told = memory.get("told")
    notice = of_new(report, told if isinstance(told, list) else (), str(folder), _lang(settings))
    if notice is None:
        since = memory.get("at")
        at = datetime.fromisoformat(since) if isinstance(since, str) else now
        if (now - at).days < settings.quiet_days:
            return
        notice = of_quiet(report, (now - at).days, str(folder), _lang(settings))
    if send(settings.notice_to, notice):
        current = {"told": sorted(notice.told), "at": now.isoformat(timespec="seconds"), "trouble": ""}
        _remember(settings, current)


def _tell(settings: Settings, notice: Notice, why: str) -> None:
    """A failure is told once, not each night, until it is another or a run has succeeded since."""
    memory = _memory(settings)
    if settings.notice_to and memory.get("trouble") != why and send(settings.notice_to, notice):
        _remember(settings, {**memory, "trouble": why})


def _memory(settings: Settings) -> Mapping[str, object]:
    try:
        found = json.loads((settings.runs / TOLD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _remember(settings: Settings, memory: Mapping[str, object]) -> None:
    try:
        write_whole(settings.runs / TOLD, json.dumps(memory, ensure_ascii=False) + "\n")
    except OSError as error:
        click.echo(f"note: {error.filename}: {error.strerror}; the same may be told again", err=True)


# -- keeping ------------------------------------------------------------------------------------


def _tidy(settings: Settings) -> None:
    for name in tidied(settings, datetime.now(UTC)):
        click.echo(f"removed the run {name}: older than {settings.keep.days} days", err=True)


def tidied(settings: Settings, now: datetime) -> tuple[str, ...]:
    """Removes the runs that need not stay; their names."""
    keep = settings.keep
    gone = []
    for name in to_remove(outcomes_in(settings.runs), now, keep.runs, keep.days):
        folder = settings.runs / name
        if (folder / FINDINGS).exists():
            try:
                shutil.rmtree(folder)
            except OSError as error:
                click.echo(f"note: {error.filename}: {error.strerror}; the old run stays", err=True)
                continue
            gone.append(name)
    return tuple(gone)
