"""`daicho scan` and `daicho stop`: the agent driven from the command line.

A run lives in a folder (--out, or one under the state folder): its journal is written as the run goes,
findings.json at its end. Nothing is sent before the scope is read, in force, and the ledger understood.
"""

from __future__ import annotations

import codecs
import os
import secrets as randomness
import shutil
import signal
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import FrameType

import click

from agent import journal as journals
from agent import raw_door
from agent.account import account_of
from agent.assemble import Story, sort_records
from agent.chassis import Chassis, pinned_after, pins_text, read_pins
from agent.credentials import CredentialError, resolve
from agent.findings import Findings, to_json
from agent.host import ending_signals, interfaces, may_open_packet_sockets
from agent.journal import JournalError
from agent.permit import Moment
from agent.port_places import PortPlacesError, read_port_places
from agent.rules import load_rules
from agent.run import Setup, discover
from agent.scope import Protected, Scope, ScopeError, load_scope
from agent.signed import signed
from agent.signing import Signer, SigningError
from probes import all_probes, nmap
from probes.charset import decoded
from probes.model import Impact, Probe, Secret
from reconciler.commands.keeping import keep_rules
from reconciler.commands.outcome import CommandError, Exit
from reconciler.commands.owned import leave_no_dump, only_ours
from reconciler.commands.progress import shown
from reconciler.commands.sealing import put_aside, seal_run
from reconciler.commands.state import LOST, STOP, held_back, signer, state_folder
from reconciler.ledger.asset import Ledger

JOURNAL, FINDINGS, ACCOUNT = journals.FILE_NAME, "findings.json", "account.json"
CHASSIS = "chassis.json"
"""File of the state folder that holds which routers and switches were met."""


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
    return Exit.AGREE if findings.complete else Exit.STOPPED


def listen(scope_path: Path, seconds: float, out: Path, *, verbose: bool) -> Exit:
    """Hears the networks of the scope that this machine has an interface in, and sends nothing at all."""
    scope = _scope(scope_path)
    if not (raw_door.standing() or may_open_packet_sockets()):
        raise CommandError(
            "listening needs packet sockets: run it as root, or give the interpreter CAP_NET_RAW; without that right, "
            "record with another tool and give the recording to `daicho import`"
        )
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
    _check_armed(rearmed_by, out)
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
    run, started = _new_run_id(), datetime.now(UTC)
    folder = out or state_folder() / "runs" / run
    state = state_folder(folder)
    pins, port_places = _pins(state), _port_places(places)
    journal, earlier = _open_journal(folder, scope, resume=resume)
    if verbose:
        click.echo(f"run {run}, journal {journal.path}, begun {started:%Y-%m-%d %H:%M:%S} UTC", err=True)
    probes, notes = _usable(all_probes(), scope)
    with shown(verbose=verbose) as tell, _orderly_end():
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
            stop_reason=_stop_watch(state / STOP),
            tell=tell,
            alarm=_alarm,
            rearmed_by=rearmed_by,
            only_listen=only_listen,
            pins=pins,
            places=port_places,
            notes=notes,
        )
        findings = discover(setup, journal, earlier)
    _pin(pins, folder, state)
    _disarm(findings, folder, state)
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


def _pins(state: Path) -> Mapping[tuple[str, str], Chassis]:
    """Routers and switches as earlier runs met them: a credential is shown to these alone."""
    path = state / CHASSIS
    only_ours(path)
    try:
        return read_pins(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise CommandError(
            f"{path}: nothing was sent: the list of known routers and switches cannot be read ({error}); mend it, or "
            "remove it if every box is to be met anew"
        ) from error


def _pin(pins: Mapping[tuple[str, str], Chassis], folder: Path, state: Path) -> None:
    story = sort_records(journals.read(folder / JOURNAL))
    after = pinned_after(pins, map(journals.met_in, story.met))
    if after == pins:
        return
    path = state / CHASSIS
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, pins_text(after))
    except OSError as error:
        click.echo(
            f"note: {path}: {error.strerror}; the boxes met now are not known to the next run", err=True
        )


def _check_armed(rearmed_by: str, out: Path | None) -> None:
    """After the watch stopped a run, nothing is sent until a person has looked and gives his name."""
    for path in tuple(held_back(out)):
        if not rearmed_by.strip():
            raise CommandError(
                f"nothing was sent: {path.read_text(encoding='utf-8').strip()}\nLook at the device first. Then go on "
                "with --rearmed-by NAME (and --resume, to finish that run).",
                Exit.REFUSED,
            )
        path.unlink()


def _disarm(findings: Findings, folder: Path, state: Path) -> None:
    """What the watch stopped stays stopped, for the next run too. Kept where every run of this user looks."""
    stops = [lost.stopped for lost in findings.lost if lost.stopped]
    if stops and not findings.complete:
        path = state / LOST
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"the watch stopped the run in {folder.resolve()}: {stops[-1]}\n", encoding="utf-8")


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
        story = sort_records(journals.read(path))
        if story.head is None or str(story.head.data["scope"]) != scope.digest:
            raise CommandError(
                f"{path}: this run was begun under another scope; begin a new one in another folder"
            )
        put_aside(folder)
        return journals.reopen(path, lambda: datetime.now(UTC)), story
    except FileExistsError:
        raise CommandError(
            f"{folder} already holds a run; add --resume to go on with it, or give another --out"
        ) from None
    except FileNotFoundError:
        raise CommandError(f"{path}: there is no run to resume; leave --resume out to begin one") from None
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


def read_ledgers(paths: Sequence[Path]) -> tuple[Ledger, ...] | None:
    """Every ledger, or None where none was given. One that cannot be read stops everything: it protects."""
    if not paths:
        return None
    from reconciler.ledger.read import read_ledger  # the workbook libraries come with it

    ledgers = tuple(read_ledger(path) for path in paths)
    for ledger in ledgers:
        if ledger.error:
            raise CommandError(f"{ledger.file}: {ledger.error}")
    return ledgers


def protected_by(ledgers: Sequence[Ledger]) -> tuple[Protected, ...]:
    """Every row that names an address, as the gate should see it."""
    from reconciler.declared import declared_class, declared_ports

    found: list[Protected] = []
    for ledger in ledgers:
        for asset in ledger.assets:
            klass, kind = declared_class(asset)
            source = f"{ledger.file} {asset.row}"
            ports = declared_ports(asset)
            found += [Protected(source, klass, kind, mac=mac, ports=ports) for mac in asset.macs]
            found += [Protected(source, klass, kind, ip=ip, ports=ports) for ip in asset.ips]
    return tuple(p for p in found if p.klass)


# -- stopping -----------------------------------------------------------------------------------


def stop(out: Path | None = None) -> None:
    """Writes the STOP file that every run of this user looks for. out: the run's folder, for a portable program."""
    path = state_folder(out) / STOP
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{datetime.now(UTC).isoformat()}\n", encoding="utf-8")
    click.echo(f"all sending ends within a second; runs may begin again once {path} is removed", err=True)


def _stop_watch(path: Path) -> Callable[[], str]:
    """Looks for the STOP file at most five times a second."""
    looked, found = 0.0, ""

    def reason() -> str:
        nonlocal looked, found
        if time.monotonic() - looked > 0.2:
            looked = time.monotonic()
            found = f"stopped by {path}; remove it and use --resume to go on" if path.exists() else ""
        return found

    return reason


@contextmanager
def _orderly_end() -> Iterator[None]:
    """SIGTERM and SIGHUP end a run as Ctrl-C does: what was found is kept.

    The handler of SIGINT is put in place by name, for a shell starts what it runs in the background with
    SIGINT ignored.
    """

    def end(_signum: int, _frame: FrameType | None) -> None:
        signal.raise_signal(signal.SIGINT)

    before = {s: signal.signal(s, end) for s in ending_signals()}
    before[signal.SIGINT] = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        for s, handler in before.items():
            signal.signal(s, handler)


# -- small things -------------------------------------------------------------------------------


def _new_run_id() -> str:
    return f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{randomness.token_hex(3)}"


def version_text() -> str:
    try:
        return version("daicho")
    except PackageNotFoundError:
        return "0"


def write_whole(path: Path, content: str | bytes | Iterator[str]) -> None:
    """All of it or nothing: a reader never sees half a document, and what was there before stays until then.

    content: text goes out as UTF-8, piece by piece where it comes so.
    """
    partial = path.with_suffix(path.suffix + ".partial")
    try:
        with partial.open("wb") as file:
            if isinstance(content, bytes):
                file.write(content)
            else:
                file.writelines(p.encode() for p in ((content,) if isinstance(content, str) else content))
        partial.replace(path)
    except OSError:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        raise
