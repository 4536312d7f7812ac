"""`daicho demo`: the main job on a hospital that lives inside this machine.

The hospital is raised in network namespaces without a way out, and `daicho audit` runs inside it as a
program of its own: the very code that scans a hospital. Where namespaces are not allowed, the journal
of such a run is replayed from its first record to the report.
"""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path

import click

from reconciler.commands.outcome import CommandError, Exit

RECORDED = "recorded.jsonl"


def demo(out: Path | None, *, lang: str, replay: bool, verbose: bool, as_of: date | None = None) -> Exit:
    from agent.demo.ledger import write_ledger
    from agent.demo.namespaces import entry, possible

    folder = _fresh_folder(out)
    ledger = folder / "ledger.xlsx"
    write_ledger(ledger)
    why_not = "--replay was asked for" if replay else possible()
    if why_not:
        click.echo(f"replaying a recorded run: {why_not}", err=True)
        return _replay(folder, ledger, lang, as_of)
    if words := entry():
        # Without root the whole command goes on inside a user namespace, where it is root over nothing but that.
        again = [*words, *_ourselves(), "demo", "--out", str(folder), "--lang", lang]
        more = [*_day(as_of), *(["-v"] if verbose else [])]
        return _code(subprocess.run([*again, *more], check=False).returncode)
    return _raise_and_audit(folder, ledger, lang, as_of, verbose=verbose)


def _day(as_of: date | None) -> list[str]:
    return ["--as-of", as_of.isoformat()] if as_of else []


def _raise_and_audit(folder: Path, ledger: Path, lang: str, as_of: date | None, *, verbose: bool) -> Exit:
    from agent.demo.hospital import read_hospital, scope_text
    from agent.demo.hosts import serving
    from agent.demo.namespaces import NamespaceError, raised

    hospital = read_hospital()
    scope = folder / "scope.toml"
    scope.write_text(scope_text(date.today() + timedelta(days=1)), encoding="utf-8")  # noqa: DTZ011 - a day on the wall
    audit = [
        *_ourselves(),
        "audit",
        "--scope",
        scope,
        "--ledger",
        ledger,
        "--out",
        folder,
    ]
    options = ["--lang", lang, "--store", str(folder / "history.sqlite"), *_day(as_of)]
    options += ["-v"] if verbose else []
    environment = {**os.environ, **hospital.secrets, "DAICHO_STATE": str(folder / "state")}
    try:
        with (
            raised(hospital.segments, hospital.nodes()) as networks,
            serving(networks, hospital.hosts) as stand_ins,
        ):
            click.echo(f"a hospital of {len(hospital.hosts)} hosts is up inside this machine", err=True)
            child = networks.start("agent", [str(word) for word in [*audit, *options]], env=environment)
            code = child.wait()
            for host in hospital.hosts:
                if host.fragile is not None:
                    _tell_treatment(host.name, stand_ins.mistreated(host.name))
    except NamespaceError as error:
        click.echo(f"replaying a recorded run: {error}", err=True)
        return _replay(folder, ledger, lang, as_of)
    return _code(code)


def _ourselves() -> tuple[str, ...]:
    """The words that start daicho once more; the single file (packaging/stick) is a program of its own."""
    return (sys.executable,) if getattr(sys, "frozen", False) else (sys.executable, "-m", "reconciler")


def _tell_treatment(name: str, complaints: tuple[str, ...]) -> None:
    click.echo(f"the fragile device {name}: {'; '.join(complaints) or 'nothing to complain of'}", err=True)


def _replay(folder: Path, ledger: Path, lang: str, as_of: date | None) -> Exit:
    from agent import journal as journals
    from agent.assemble import assemble
    from agent.demo.key import demo_signer
    from agent.findings import to_json
    from agent.rules import load_rules
    from reconciler.commands.keeping import ledger_files
    from reconciler.commands.protecting import read_ledgers
    from reconciler.commands.reporting import concluded, tell_of
    from reconciler.commands.run_folder import FINDINGS, JOURNAL, write_whole
    from reconciler.commands.scan import write_account
    from reconciler.commands.sealing import seal_run

    journal = folder / JOURNAL
    journal.write_bytes(files("agent").joinpath("demo", RECORDED).read_bytes())
    records = list(journals.read(journal))
    findings = assemble(records, load_rules(proofs=False))
    write_whole(folder / FINDINGS, to_json(findings))
    key = demo_signer()  # a replay is no run of this machine's
    write_account(findings, folder, key)
    kept, read = ledger_files([ledger]), read_ledgers([ledger]) or ()
    code, made = concluded(findings, read, folder, store=None, lang=lang, files=kept, as_of=as_of)
    seal_run(folder, key=key)
    tell_of(made, folder, lang)
    return code


def _fresh_folder(out: Path | None) -> Path:
    """The folder asked for, or the first of daicho-demo, daicho-demo-2 ... that holds no run yet."""
    from reconciler.commands.run_folder import JOURNAL

    if out is not None:
        if (out / JOURNAL).exists():
            raise CommandError(f"{out} already holds a run; give another --out")
        out.mkdir(parents=True, exist_ok=True)
        return out.resolve()
    for number in range(1, 1000):
        folder = Path("daicho-demo" if number == 1 else f"daicho-demo-{number}")
        if not folder.exists():
            folder.mkdir()
            return folder.resolve()
    raise CommandError("there are a thousand demo folders here; take some away or give --out")


def _code(returned: int) -> Exit:
    return Exit(returned) if returned in {code.value for code in Exit} else Exit.BUG
