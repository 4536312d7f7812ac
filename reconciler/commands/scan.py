"""`daicho scan` and `daicho listen`: the agent driven from the command line.

A run lives in a folder (--out, or one under the state folder): its journal is written as the run goes,
findings.json at its end. Nothing is sent before the scope is read, in force, and the ledger understood.
"""

from __future__ import annotations

import codecs
import os
import secrets as randomness
import shutil
import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from agent import journal as journals
from agent import raw_door
from agent.account import account_of
from agent.assemble import NOT_REACHED, Story, sort_records
from agent.credentials import CredentialError, resolve
from agent.findings import Findings, to_json
from agent.host import interfaces, may_open_packet_sockets
from agent.journal import JournalError, JournalInUseError
from agent.permit import Moment
from agent.port_places import PortPlacesError, read_port_places
from agent.rules import load_rules
from agent.run import Setup, discover
from agent.scope import Scope, ScopeError, load_scope
from agent.signed import signed
from agent.signing import Signer, SigningError
from probes import all_probes, nmap
from probes.charset import decoded
from probes.model import Impact, Probe, Secret
from reconciler.commands.keeping import keep_rules
from reconciler.commands.outcome import CommandError, Exit
from reconciler.commands.owned import leave_no_dump, only_ours
from reconciler.commands.pinned import pin, pins_of
from reconciler.commands.progress import shown
from reconciler.commands.protecting import protected_by, read_ledgers
from reconciler.commands.run_folder import ACCOUNT, FINDINGS, JOURNAL, new_run_id, version_text, write_whole
from reconciler.commands.sealing import put_aside, seal_run
from reconciler.commands.state import STOP, signer, state_folder, usable_state
from reconciler.commands.stopping import check_armed, disarm, orderly_end, stop_watch
from reconciler.ledger.asset import Ledger


def scan(
    scope_path: Path,
    ledgers: Sequence[Path],
    out: Path | None,
    *,
    resume: bool,
    rearmed_by: str,
    places: Path | None,
    verbose: bool,
) -> Exit:
    """Runs, writes findings.json into `out` or to stdout."""
    findings, folder = run_scan(
        scope_path,
        read_ledgers(ledgers),
        out,
        resume=resume,
        rearmed_by=rearmed_by,
        places=places,
        verbose=verbose,
    )
    seal_run(folder)
    if out is None:
        click.echo(to_json(findings), nl=False)
    else:
        click.echo(f"{len(findings.devices)} devices; {folder / FINDINGS}", err=True)
    for line in not_asked(findings):
        click.echo(f"note: {line}", err=True)
    return Exit.AGREE if findings.complete else Exit.STOPPED


def not_asked(findings: Findings) -> Iterator[str]:
    """The networks of which few devices, or none, say nothing: nobody there was asked, and why not."""
    for c in findings.coverage:
        if not c.asked:
            why = "; ".join(dict.fromkeys(n.why for n in c.not_looked)) or NOT_REACHED
            yield f"{c.segment or c.cidr}: none of its addresses was asked ({why})"


def listen(scope_path: Path, seconds: float, out: Path, *, verbose: bool) -> Exit:
    """Hears the networks of the scope that this machine has an interface in, and sends nothing at all."""
    scope = _scope(scope_path)
    if not (raw_door.standing() or may_open_packet_sockets()):
        raise CommandError(
            "listening needs packet sockets: run it as root, or give the interpreter CAP_NET_RAW; without that right, "
            "record with another tool and give the recording to `daicho import`"
        )
    if (out / JOURNAL).exists():
        raise CommandError(f"{out} already holds a run; give another --out")
    findings, folder = _run(
        scope, None, out, resume=False, rearmed_by="", places=None, verbose=verbose, only_listen=seconds
    )
    seal_run(folder)
    heard = sum(c.answered for c in findings.coverage)
    click.echo(
        f"{heard} addresses heard, {len(findings.devices)} devices; nothing was sent; {folder / FINDINGS}",
        err=True,
    )
    return Exit.AGREE if findings.complete else Exit.STOPPED


def run_scan(
    scope_path: Path,
    ledgers: Sequence[Ledger] | None,
    out: Path | None,
    *,
    resume: bool,
    rearmed_by: str,
    places: Path | None,
    verbose: bool,
) -> tuple[Findings, Path]:
    """The whole of a scan -> its findings and its folder. Raises CommandError with what to do."""
    scope = _scope_in_force(scope_path)
    check_armed(rearmed_by, out)
    return _run(scope, ledgers, out, resume=resume, rearmed_by=rearmed_by, places=places, verbose=verbose)


def _run(
    scope: Scope,
    ledgers: Sequence[Ledger] | None,
    out: Path | None,
    *,
    resume: bool,
    rearmed_by: str,
    places: Path | None,
    verbose: bool,
    only_listen: float = 0.0,
) -> tuple[Findings, Path]:
    run, started = new_run_id(), datetime.now(UTC)
    folder = out or state_folder() / "runs" / run
    state = usable_state(folder)
    pins, port_places = pins_of(state), _port_places(places)
    journal, earlier = _open_journal(folder, scope, resume=resume)
    if verbose:
        click.echo(f"run {run}, journal {journal.path}, begun {started:%Y-%m-%d %H:%M:%S} UTC", err=True)
    probes, notes = _usable(all_probes(), scope)
    with shown(verbose=verbose) as tell, orderly_end():
        setup = Setup(
            run=run,
            version=version_text(),
            scope=scope,
            probes=probes,
            rules=load_rules(proofs=False),
            interfaces=interfaces(),
            raw=raw_door.standing() or may_open_packet_sockets(),
            protected=None if ledgers is None else protected_by(ledgers),
            secrets=_secrets(scope),
            clock=lambda: Moment(datetime.now(UTC), time.monotonic()),
            nonce=lambda: randomness.randbelow(2**31),
            stop_reason=stop_watch(state / STOP),
            tell=tell,
            alarm=_alarm,
            rearmed_by=rearmed_by,
            only_listen=only_listen,
            pins=pins,
            places=port_places,
            notes=notes,
        )
        findings = discover(setup, journal, earlier)
    pin(pins, folder, state)
    disarm(findings, folder, state)
    try:
        write_whole(folder / FINDINGS, to_json(findings))
        keep_rules(folder)
    except OSError as error:
        raise CommandError(
            f"{error.filename or folder / FINDINGS}: {error.strerror}; make room and use --resume",
            Exit.STOPPED,
        ) from error
    write_account(findings, folder)
    for note in findings.notes:
        click.echo(f"note: {note}", err=True)
    return findings, folder


def write_account(findings: Findings, folder: Path, key: Signer | None = None) -> None:
    """account.json beside the findings: what was sent to whom, signed with this machine's key, or another."""
    records = list(journals.read(folder / JOURNAL))
    document = account_of(
        findings,
        (journals.account_in(r) for r in records if r.kind == "account"),
        journals.last_chain(folder / JOURNAL),
        version_text(),
    )
    try:
        key = key or signer(folder)
        write_whole(folder / ACCOUNT, signed(document, key.public, key.sign))
    except (SigningError, OSError) as error:
        raise CommandError(f"the account could not be signed: {error}", Exit.STOPPED) from error


def _port_places(path: Path | None) -> Mapping[tuple[str, str], str]:
    if path is None:
        return {}
    try:
        octets = path.read_bytes()
        return read_port_places(decoded(octets.removeprefix(codecs.BOM_UTF8)))
    except (OSError, PortPlacesError) as error:
        raise CommandError(f"{path}: {error}") from error


def _alarm(text: str) -> None:
    click.echo(f"\aLOST: {text}", err=True)


def _usable(probes: Mapping[str, Probe], scope: Scope) -> tuple[Mapping[str, Probe], tuple[str, ...]]:
    """The probes that this machine can run. A missing nmap is told where the scope grants it to somebody."""
    why = nmap.missing() or ("" if shutil.which("nmap") else "nmap is not installed here")
    if not why:
        return probes, ()
    granted = any(host.grant is Impact.SESSION for host in scope.hosts)
    note = f'{why}: hosts with grant = "session" were asked everything else, but not scanned by nmap'
    return {n: p for n, p in probes.items() if n != "nmap"}, (note,) if granted else ()


def _scope(path: Path) -> Scope:
    only_ours(path)
    try:
        return load_scope(path)
    except ScopeError as error:
        raise CommandError(str(error), Exit.REFUSED) from error


def _scope_in_force(path: Path) -> Scope:
    scope = _scope(path)
    if reason := scope.standing(datetime.now(UTC)):
        raise CommandError(f"{path}: nothing was sent: {reason}", Exit.REFUSED)
    return scope


def _open_journal(folder: Path, scope: Scope, *, resume: bool) -> tuple[journals.Journal, Story | None]:
    path = folder / JOURNAL
    try:
        if not resume:
            return journals.create(path, lambda: datetime.now(UTC)), None
        claimed = journals.claim(path)
        if (unbegun := journals.begin_again(path, claimed, lambda: datetime.now(UTC))) is not None:
            return unbegun, None
        story = sort_records(journals.read(path))
        if story.head is None or str(story.head.data["scope"]) != scope.digest:
            raise CommandError(
                f"{path}: this run was begun under another scope; begin a new one in another folder"
            )
        put_aside(folder)
        return journals.reopen(path, claimed, lambda: datetime.now(UTC)), story
    except FileExistsError:
        raise CommandError(
            f"{folder} already holds a run; add --resume to go on with it, or give another --out"
        ) from None
    except FileNotFoundError:
        raise CommandError(f"{path}: there is no run to resume; leave --resume out to begin one") from None
    except JournalInUseError as error:
        raise CommandError(
            f"{error}; wait for its end, or end it with Ctrl-C or `daicho stop`", Exit.REFUSED
        ) from error
    except JournalError as error:
        raise CommandError(
            f"{error}; begin a new run in another folder and keep this one as it is"
        ) from error
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror}; give an --out folder that can be written") from error


def _secrets(scope: Scope) -> dict[str, Secret]:
    leave_no_dump()
    try:
        return resolve(scope, os.environ)
    except CredentialError as error:
        raise CommandError(str(error)) from error
