"""What commands are given: findings, ledgers, and the journal beside the findings."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from agent import journal as journals
from agent.assemble import sort_records
from agent.bulk import nothing_to_collect
from agent.findings import Findings, FindingsError, from_json
from agent.scope import Scope, ScopeError, parse_scope
from reconciler.commands.outcome import CommandError
from reconciler.commands.protecting import read_ledgers
from reconciler.ledger.asset import Ledger
from reconciler.report.wording import Language


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
    return scope, (*excluded_of(scope), *(str(ip) for ip in (own if isinstance(own, list) else ())))


def excluded_of(scope: Scope | None) -> tuple[str, ...]:
    if scope is None:
        return ()
    never = scope.never
    return (*(str(n) for n in never.networks), *sorted(never.macs), *sorted(never.ouis))
