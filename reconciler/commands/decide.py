"""`daicho decide`: the officer's workbook read back into the history; what is in force; one taken back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import click

from agent.journal import stamp
from reconciler.commands.outcome import CommandError, Exit
from reconciler.commands.owned import made_for_us
from reconciler.commands.reading import language_of
from reconciler.deciding import Plan, Word, plan
from reconciler.ledger.workbook import UnreadableError, open_workbook
from reconciler.report import answers
from reconciler.report.returned import Returned, read_back
from reconciler.report.wording import JST, Wording, words
from reconciler.store_decisions import Kept, all_decisions
from reconciler.store_decisions import decide as carry_out
from reconciler.store_decisions import withdraw as take_back
from reconciler.store_tables import Store, StoreError, opened


def decide(workbook: Path | None, store_url: str, who: str, *, dry: bool, replace: bool, lang: str) -> Exit:
    """Exit USAGE where something stands in the way; nothing is then kept."""
    if workbook is None:
        raise CommandError(
            "give the workbook that was filled in, or one of --list, --history and --withdraw ID"
        )
    w = words(language_of(lang))
    now = datetime.now(UTC)
    word = Word(_name(who), stamp(now), now.astimezone(JST).date(), replace)
    returned = _read(workbook, w)
    with _history(store_url) as store:
        runs = {entry.key.run for entry in returned.entries}
        made = carry_out(
            store,
            runs,
            lambda known: _with(returned, plan(returned.entries, known, word)),
            dry=dry,
        )
    for line in answers.outcome(made, returned.remarks, w, dry=dry):
        click.echo(line, err=bool(made.problems))
    return Exit.USAGE if made.problems else Exit.AGREE


def show(store_url: str, *, history: bool, as_json: bool, lang: str) -> Exit:
    w = words(language_of(lang))
    with _history(store_url) as store:
        kept = [k for k in all_decisions(store) if history or not k.withdrawn_at]
    if as_json:
        click.echo(json.dumps([_face(k) for k in kept], ensure_ascii=False, indent=2))
        return Exit.AGREE
    for one in kept:
        ended = answers.by(one.withdrawn_by, one.withdrawn_at, w) if one.withdrawn_at else ""
        click.echo(answers.listed(one.decision, w, ended))
    if not kept:
        click.echo(answers.nothing(w))
    return Exit.AGREE


def withdraw(store_url: str, number: int, who: str, *, lang: str) -> Exit:
    w, name = words(language_of(lang)), _name(who)
    with _history(store_url) as store:
        take_back(store, number, name, stamp(datetime.now(UTC)))
    click.echo(answers.withdrawn(number, name, w))
    return Exit.AGREE


def _read(path: Path, w: Wording) -> Returned:
    if not path.exists():
        raise CommandError(f"{path} is not there; give the report.xlsx that was filled in")
    try:
        returned = read_back(open_workbook(path))
    except UnreadableError as error:
        raise CommandError(str(error)) from error
    if returned is None:
        raise CommandError(answers.not_ours(path.name, w))
    return returned


def _with(returned: Returned, made: Plan) -> Plan:
    """What could not be read stands in the way as much as what cannot be meant."""
    return Plan(made.new, (*returned.problems, *made.problems), made.unchanged, made.older)


def _name(who: str) -> str:
    if not who.strip():
        raise CommandError("say who decided: --who NAME; it is kept with each decision")
    return who.strip()


@contextmanager
def _history(url: str) -> Iterator[Store]:
    """The history, which must be there: a report's decisions belong beside its run."""
    if "://" not in url and not Path(url).exists():
        raise CommandError(f"{url} is not there; give the --store with which the report was made")
    made_for_us(url)
    try:
        with opened(url) as store:
            yield store
    except StoreError as error:
        raise CommandError(str(error)) from error


def _face(kept: Kept) -> dict[str, object]:
    decision = {**asdict(kept.decision), "verdict": kept.decision.verdict.value}
    return {**decision, "withdrawn_by": kept.withdrawn_by, "withdrawn_at": kept.withdrawn_at}
