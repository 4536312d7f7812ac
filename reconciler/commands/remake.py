"""`daicho verify --remake`: findings, differences and report made again from what the run's folder holds, byte for byte.

Findings come from the journal and the rules, differences and report from these, the ledgers and what the history knew
(inputs.py). Nothing is taken from the documents that are to be made again, and nothing is written into the folder.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from agent import journal as journals
from agent.account import AccountError, account_of, checked
from agent.assemble import assemble
from agent.fault import Fault
from agent.findings import Findings, from_json, to_json
from agent.journal import JournalError, Record
from agent.rule_pack import RulePackError, digest_of, pack, unpack
from agent.rules import RuleSet, load_rules
from agent.signing import verify
from reconciler.commands.boxes import as_judged
from reconciler.commands.holding import makers_aliases, makers_houses
from reconciler.commands.keeping import LEDGERS, RULES, SETTINGS, Settings, kept_inputs, versions
from reconciler.commands.outcome import CommandError
from reconciler.commands.protecting import read_ledgers
from reconciler.commands.reading import told_beside
from reconciler.commands.reporting import RECONCILIATION, REPORTS, write_reports
from reconciler.commands.run_folder import ACCOUNT, FINDINGS, JOURNAL, write_whole
from reconciler.diff import reconcile
from reconciler.kept import Used
from reconciler.ledger.asset import Ledger
from reconciler.reconciliation import Reconciliation
from reconciler.reconciliation import to_json as reconciliation_text


def remade(folder: Path) -> tuple[list[str], list[Fault]]:
    """Names of the documents that came out as they are, and what did not."""
    same: list[str] = []
    faults: list[Fault] = []
    with TemporaryDirectory(prefix="daicho-") as place:
        made = Path(place) / "made"
        made.mkdir()
        try:
            faults += _make(folder, made, Path(place))
        except (CommandError, JournalError, AccountError, RulePackError, ValueError, OSError) as error:
            faults.append(Fault("not_remade", folder.name, why=str(error)))
        for path in sorted(path for path in made.rglob("*") if path.is_file()):
            name = path.relative_to(made).as_posix()
            if not (folder / name).exists():
                continue  # what was sealed and is gone is told by the seal; what could not be made that day is not amiss
            if (fault := _held(path, folder / name, name)) is None:
                same.append(name)
            else:
                faults.append(fault)
    return same, faults


def _held(again: Path, there: Path, name: str) -> Fault | None:
    """What is made again held against what is there."""
    a, b = again.read_bytes(), there.read_bytes()
    if a == b:
        return None
    first = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return Fault("typeface" if there.suffix == ".pdf" else "remade", name, first, first)


def _make(folder: Path, made: Path, place: Path) -> Iterator[Fault]:
    """Writes the documents into `made`; yields what keeps some from being made."""
    octets = (folder / RULES).read_bytes()
    digest = digest_of(octets)
    rules = (
        load_rules(proofs=False)
        if digest == digest_of(pack())
        else load_rules(unpack(octets, place / "rules"), proofs=False)
    )
    records = list(journals.read(folder / JOURNAL))
    findings = assemble(records, rules)
    write_whole(made / FINDINGS, to_json(findings))
    yield from _account(folder, findings, records)
    kept = kept_inputs(folder)
    if kept is None:
        return
    settings, used = kept
    if settings.tool != versions()["daicho"]:
        yield Fault("other_tool", SETTINGS, other=settings.tool)
    if settings.rules != digest:
        yield Fault("other_rules", SETTINGS)
    _report(folder, made, findings, settings, used, rules)
    for name in REPORTS.values():
        if (folder / name).exists() and not (made / name).exists():
            yield Fault("not_made", name)


def _account(folder: Path, findings: Findings, records: list[Record]) -> Iterator[Fault]:
    """The account made again, but for its signature, which is its key's alone."""
    if not (folder / ACCOUNT).exists():
        return
    document, _ = checked((folder / ACCOUNT).read_text(encoding="utf-8"), verify)
    sent = (journals.account_in(r) for r in records if r.kind == "account")
    tool = str(document["tool"]).removeprefix("daicho ")
    if account_of(findings, sent, journals.last_chain(folder / JOURNAL), tool) != document:
        yield Fault("remade", ACCOUNT)


def _report(
    folder: Path, made: Path, findings: Findings, settings: Settings, used: Used, rules: RuleSet
) -> None:
    scope, left_out = told_beside(folder / JOURNAL)
    ledgers = read_ledgers([folder / LEDGERS / name for name in settings.ledgers]) or ()
    asked = settings.asked
    if asked.from_document:
        findings = from_json(to_json(findings))
    result = _held_upon(findings, ledgers, used, left_out, asked.as_of, journal=folder / JOURNAL, rules=rules)
    write_whole(made / RECONCILIATION, reconciliation_text(result))
    write_reports(
        findings,
        result,
        used.since,
        scope,
        made,
        lang=asked.language,
        facility=asked.facility,
        run=folder,
        as_of=asked.as_of,
        font=Path(asked.font) if asked.font else None,
        written=asked.written,
        inquiries=asked.inquiries,
    )


def _held_upon(
    findings: Findings,
    ledgers: Sequence[Ledger],
    used: Used,
    left_out: Sequence[str] | None,
    as_of: date | None,
    *,
    journal: Path,
    rules: RuleSet,
) -> Reconciliation:
    """The same once more, from what was known that day: no history is asked. rules: those of that day."""
    result = reconcile(
        as_judged(findings, used.boxes, journal, rules),
        ledgers,
        used.decisions,
        aliases=makers_aliases(rules),
        houses=makers_houses(rules),
        absences=used.absences,
        required=used.required,
        patience=used.patience,
        not_asked=left_out,
        as_of=as_of.isoformat() if as_of else "",
    )
    return replace(result, followups=tuple(used.followups))
